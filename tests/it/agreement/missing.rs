//! One answer missing is missing: not observed, not applicable and no answer count in the figures about them alone.

use super::cases::class_of;
use super::{checklist, classes, figures, sheet};
use esprit::analysis::agreement::figures::{Comparison, Figure, NotYet, Says, Verdict};
use esprit::analysis::agreement::observer_rows;
use esprit::analysis::class::Class;
use esprit::report::{Format, RenderOptions, agreement};
use esprit::stats::Undefined;
use esprit::text::{Lang, Texts};
use world::pairs::{PairSettings, classes as drawn};

fn comparison(classes: &[Class]) -> Comparison {
    figures(classes).comparisons.remove(0)
}

/// Replaces one way of missing by another.
fn with_missing(sheets: &[(&'static str, &'static str, &str)], missing: char) -> Comparison {
    let sheets: Vec<_> =
        sheets.iter().map(|(site, name, word)| (*site, *name, word.replace('v', &missing.to_string()))).collect();
    let sheets: Vec<_> = sheets.iter().map(|(site, name, word)| (*site, *name, word.as_str())).collect();
    comparison(&class_of(&sheets, &[]))
}

const TEN_OF_TWELVE: [(&str, &str, &str); 6] = [
    ("s1", "ana", "vvvvvvvvyn"),
    ("s1", "ben", "vvvvvvvvnn"),
    ("s2", "ana", "vvvvvvvvny"),
    ("s2", "ben", "vvvvvvvvyy"),
    ("s3", "ana", "vvvvvvvvyn"),
    ("s3", "ben", "vvvvvvvvnn"),
];

#[test]
fn observers_who_saw_little_agree_only_on_that() {
    for missing in ['v', 'x', '-'] {
        let found = with_missing(&TEN_OF_TWELVE, missing);
        assert_eq!((found.overall.n, found.overall.answers, found.overall.observed.value), (6, 12, Some(0.5)));
        for row in &found.observers {
            assert_eq!((row.n, row.agreed.value, row.meetings_compared), (6, Some(0.5), 3), "{row:?}");
            assert_eq!((row.verdict, row.not_yet, row.left_out), (Verdict::NotYet, Some(NotYet::FewAnswers), 0));
        }
        // Items that nobody observed are not compared, and three pairs make no item unclear.
        let items: Vec<&str> = found.items.iter().map(|row| row.item.as_str()).collect();
        assert_eq!(items, ["i", "j"]);
        assert!(found.items.iter().all(|row| row.compared == 3 && !row.unclear));
        assert!(found.confusion.iter().all(|row| row.answered != "not_observed" && row.expected != "not_observed"));
    }
}

#[test]
fn a_missing_answer_does_not_vote() {
    // Two did not see item a: the only other answer is the majority.
    let sheets = [
        ("x", "ana", "yyyyyyyyyy"),
        ("x", "ben", "nyyyyyyyyy"),
        ("x", "cid", "vyyyyyyyyy"),
        ("x", "dan", "vyyyyyyyyy"),
    ];
    let found = comparison(&class_of(&sheets, &[]));
    let n: Vec<(u64, Option<f64>, u64)> =
        found.observers.iter().map(|row| (row.n, row.agreed.value, row.left_out)).collect();
    assert_eq!(n, [(10, Some(0.9), 0), (10, Some(0.9), 0), (9, Some(1.0), 1), (9, Some(1.0), 1)]);
    assert_eq!((found.items[0].agreement.n, found.items[0].agreement.answers), (1, 2));
    assert_eq!(found.items[0].agreement.observed.value, Some(0.0));
}

#[test]
fn a_reference_that_was_not_observed_expects_nothing() {
    let found =
        comparison(&class_of(&[("x", "ana", "yyyyyyyyyv"), ("x", "ben", "yyyyyyyyyy")], &[("x", "vyyyyyyyyy")]));
    let rows: Vec<(u64, u64, u64)> = found.observers.iter().map(|row| (row.n, row.left_out, row.leniency_n)).collect();
    assert_eq!(rows, [(8, 2, 8), (9, 1, 9)]);
    // Item a: both against a reference that did not see it. Item j: one of two did not see it.
    let by_one = |item: usize| (found.items[item].observed_by_one.n, found.items[item].observed_by_one.share.value);
    assert_eq!([by_one(0), by_one(1), by_one(9)], [(2, Some(1.0)), (2, Some(0.0)), (2, Some(0.5))]);
    assert_eq!((found.observed_by_one.n, found.observed_by_one.share.value), (20, Some(3.0 / 20.0)));
    assert_eq!(
        found.observers[0].coverage.neither, 2,
        "neither where she saw nothing, nor where nothing was to be seen"
    );
}

#[test]
fn measurements_set_aside_are_missing_and_a_wait_without_end_is_not() {
    let others = r#"{"id": "scale", "label": "S", "response": {"type": "scale", "min": 0, "max": 10}},
        {"id": "wait", "label": "W", "response": {"type": "timer", "bands": [{"up_to_s": 30, "points": 1}, {"points": 0}]}},
        {"id": "count", "label": "C", "response": {"type": "count"}}"#;
    let list = checklist(&["a"], others);
    let records = [
        sheet("x", "ana", &[("a", "yes"), ("scale", "9"), ("wait", "never"), ("count", "2")]),
        sheet("x", "ben", &[("a", "yes"), ("scale", "not_observed"), ("wait", "31000"), ("count", "not_applicable")]),
    ];
    let found = comparison(&classes(&records, &list));
    let rows: Vec<(&str, u64, u64, Option<f64>)> = found
        .items
        .iter()
        .map(|row| (row.item.as_str(), row.agreement.n, row.observed_by_one.n, row.observed_by_one.share.value))
        .collect();
    let expected =
        [("a", 1, 1, Some(0.0)), ("scale", 0, 1, Some(1.0)), ("wait", 1, 1, Some(0.0)), ("count", 0, 1, Some(1.0))];
    assert_eq!(rows, expected);
    assert_eq!(
        found.items[2].agreement.observed.value,
        Some(1.0),
        "never is no points, as is a wait beyond the last band"
    );
}

#[test]
fn twenty_answers_that_both_gave_over_three_meetings_make_ready() {
    let sites = ["s1", "s2", "s3", "s4"];
    let verdicts = |words: [&'static str; 4]| {
        let sheets: Vec<_> = sites
            .into_iter()
            .zip(words)
            .flat_map(|(site, word)| [(site, "ana", word), (site, "ben", "ynynynynyn")])
            .collect();
        let row = comparison(&class_of(&sheets, &[])).observers.remove(0);
        (row.n, row.meetings, row.meetings_compared, row.verdict, row.not_yet)
    };
    let ready = verdicts(["ynynynynyn", "ynynynyvvv", "ynyvvvvvvv", "vvvvvvvvvv"]);
    assert_eq!(ready, (20, 4, 3, Verdict::Ready, None));
    let answers = verdicts(["ynynynynyn", "ynynynyvvv", "ynvvvvvvvv", "vvvvvvvvvv"]);
    assert_eq!(answers, (19, 4, 3, Verdict::NotYet, Some(NotYet::FewAnswers)));
    let meetings = verdicts(["ynynynynyn", "ynynynynyn", "vvvvvvvvvv", "vvvvvvvvvv"]);
    assert_eq!(meetings, (20, 4, 2, Verdict::NotYet, Some(NotYet::FewMeetings)));
}

#[test]
fn too_few_answers_or_meetings_are_told() {
    let sites = ["s1", "s2", "s3"];
    let found = |words: [&'static str; 3]| {
        let sheets: Vec<_> =
            sites.into_iter().zip(words).flat_map(|(site, word)| [(site, "ana", word), (site, "ben", word)]).collect();
        figures(&class_of(&sheets, &[]))
    };
    let said = [
        (
            found(["ynynynynvv", "ynvvvvvvvv", "ynvvvvvvvv"]),
            ["): too few answers that both gave. The lower limit", "not yet: too few answers"],
            [
                ")\u{a0}: trop peu de réponses données des deux côtés. La limite",
                "pas encore\u{a0}: trop peu de réponses",
            ],
        ),
        (
            found(["ynynynynyn", "ynynynynyn", "vvvvvvvvvv"]),
            ["): too few meetings. The lower limit", "not yet: too few meetings"],
            [")\u{a0}: trop peu de situations. La limite", "pas encore\u{a0}: trop peu de situations"],
        ),
    ];
    for (found, en, fr) in &said {
        for (lang, words) in [(Lang::En, en), (Lang::Fr, fr)] {
            for format in [Format::Text, Format::Html] {
                let out = rendered(found, lang, format);
                assert!(words.iter().all(|word| out.contains(word)), "{words:?}: {out}");
            }
        }
    }
}

fn rendered(found: &esprit::analysis::agreement::figures::Agreement, lang: Lang, format: Format) -> String {
    let options = RenderOptions { width: 200, ..RenderOptions::default() };
    let text = String::from_utf8(agreement::render(found, &Texts::new(lang), format, options).unwrap()).unwrap();
    text.split([' ', '\n']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[test]
fn differing_on_what_could_be_observed_is_a_figure_of_its_own() {
    let sites = ["s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8"];
    // Ben never sees the last item, and twice not the first.
    let sheets: Vec<_> = sites
        .into_iter()
        .enumerate()
        .flat_map(|(place, site)| {
            [(site, "ana", "ynynynynyn"), (site, "ben", if place < 2 { "vnynynynyv" } else { "ynynynynyv" })]
        })
        .collect();
    let found = figures(&class_of(&sheets, &[]));
    let comparison = &found.comparisons[0];
    let of = |item: usize| &comparison.items[item].observed_by_one;
    assert_eq!((of(0).n, of(0).share.value, of(0).too_often), (8, Some(0.25), false));
    assert_eq!((of(9).n, of(9).share.value, of(9).too_often), (8, Some(1.0), true));
    let all = &comparison.observed_by_one;
    assert_eq!((all.n, all.share.value, all.too_often), (80, Some(0.125), false));
    assert!(all.share.lower.unwrap() > 0.0 && all.share.upper.unwrap() < 0.4, "{all:?}");
    let said = comparison.reading.iter().find(|said| said.says == Says::ObservedByOne).unwrap();
    assert_eq!((said.items.as_slice(), said.n, said.figure), (["j".to_owned()].as_slice(), 8, of(9).share));
    for (lang, words) in [
        (
            Lang::En,
            [
                "Observers differ on whether it could be seen: “j”. There, one saw it and the other did not in 100.0%",
                "All items 80 12.5%",
            ],
        ),
        (
            Lang::Fr,
            [
                "Les observateurs ne s’accordent pas sur ce qui pouvait être vu\u{a0}: «\u{a0}j\u{a0}». Là, l’un a vu et l’autre non dans 100,0",
                "Tous les points 80 12,5",
            ],
        ),
    ] {
        let text = rendered(&found, lang, Format::Text);
        assert!(words.iter().all(|word| text.contains(word)), "{text}");
        assert!(rendered(&found, lang, Format::Html).contains(words[0]));
    }
    let csv = rendered(&found, Lang::En, Format::Csv);
    assert!(
        csv.contains("observed_by_one,test 1.0.0,,j,share,1,")
            && csv.contains("observed_by_one,test 1.0.0,,,share,0.125,"),
        "{csv}"
    );
}

#[test]
fn figures_from_fewer_than_five_have_no_interval_and_say_why() {
    let three = comparison(&class_of(&TEN_OF_TWELVE, &[]));
    for row in &three.items {
        for figure in [&row.agreed, &row.agreement.observed, &row.observed_by_one.share] {
            assert_eq!((figure.lower, figure.upper), (None, None));
            assert!(figure.undefined.is_some(), "{row:?}");
        }
        assert_eq!(row.agreed.undefined, Some(Undefined::FewVisits));
    }
    // Five meetings in which all agree: there is a share with an interval, and a leniency without variation.
    let sites = ["s1", "s2", "s3", "s4", "s5"];
    let sheets: Vec<_> =
        sites.into_iter().flat_map(|site| [(site, "ana", "ynynynynyn"), (site, "ben", "ynynynynyn")]).collect();
    let alike = comparison(&class_of(&sheets, &[]));
    assert_eq!(alike.items[0].agreement.observed.undefined, Some(Undefined::NoVariation));
    assert_eq!((alike.items[0].agreed.upper, alike.items[0].compared), (Some(1.0), 5));
    let row = &alike.observers[0];
    let none = |figure: &Figure| (figure.lower, figure.undefined);
    assert_eq!((row.kappa.value, none(&row.kappa)), (Some(1.0), (None, Some(Undefined::NoVariation))));
    assert_eq!((row.leniency.value, none(&row.leniency)), (Some(0.0), (None, Some(Undefined::NoVariation))));
    assert_eq!(row.verdict, Verdict::Ready);
}

#[test]
fn intervals_stay_within_what_is_possible() {
    let within = |figure: &Figure, least: f64| {
        let limits = [figure.lower, figure.upper];
        assert!(limits.into_iter().flatten().all(|limit| (least..=1.0).contains(&limit)), "{figure:?}");
        if let (Some(lower), Some(value), Some(upper)) = (figure.lower, figure.value, figure.upper) {
            assert!(lower < upper && lower <= value && value <= upper, "{figure:?}");
        }
    };
    for seed in 0..40 {
        let settings = PairSettings { seed, observers: 2, meetings: 3, items: 4, yes: 0.8, knows: 0.5, missing: 0.2 };
        let found = comparison(&drawn(settings).unwrap());
        for row in &found.observers {
            within(&row.agreed, 0.0);
            within(&row.kappa, -1.0);
            within(&row.leniency, -1.0);
            row.drift.iter().for_each(|drift| within(&drift.difference, -1.0));
        }
        let by_item = found.items.iter().map(|row| (&row.agreement, &row.observed_by_one));
        for (agreement, by_one) in by_item.chain([(&found.overall, &found.observed_by_one)]) {
            within(&agreement.observed, 0.0);
            within(&by_one.share, 0.0);
            for figure in [&agreement.ac, &agreement.alpha, &agreement.kappa] {
                within(figure, -1.0);
            }
        }
    }
}

/// Returns how many of 200 classes of two observers call one of them ready.
fn ready(meetings: usize, items: usize, yes: f64, knows: f64) -> usize {
    let is_ready = |seed: &u64| {
        let settings = PairSettings { seed: *seed, observers: 2, meetings, items, yes, knows, missing: 0.8 };
        let rows = observer_rows(&drawn(settings).unwrap(), 5.0);
        rows.iter().any(|row| row.verdict == Verdict::Ready)
    };
    (0..200).filter(is_ready).count()
}

#[test]
fn who_agrees_by_chance_on_little_is_never_ready() {
    for yes in [0.5, 0.7] {
        for (meetings, items) in [(3, 12), (6, 40), (12, 60)] {
            assert_eq!(ready(meetings, items, yes, 0.0), 0, "{yes} {meetings} {items}");
        }
    }
    // Who knows, and saw enough in common, is ready all the same.
    assert!(ready(12, 60, 0.5, 1.0) > 150);
}
