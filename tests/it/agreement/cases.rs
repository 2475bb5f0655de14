//! Matching, coefficients, leniency, coverage, drift and unclear items, on cases that can be counted by hand.

use super::{checklist, classes, expecting, figures, sheet};
use crate::records::assert_near;
use esprit::analysis::agreement::figures::{Coverage, Leniency, MatchedOn, Says, Source, Verdict};
use esprit::analysis::agreement::timing::match_times;
use esprit::analysis::class::Class;
use esprit::stats::Undefined;
use esprit::visit::record::Record;

const ITEMS: [&str; 10] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];

/// Returns the answers to all ten items, from a word of `y`, `p`, `n`, `-`.
fn answers(word: &str) -> Vec<(&'static str, &'static str)> {
    let answer = |letter| match letter {
        'y' => "yes",
        'p' => "partly",
        'n' => "no",
        'v' => "not_observed",
        'x' => "not_applicable",
        _ => "",
    };
    ITEMS.into_iter().zip(word.chars().map(answer)).collect()
}

pub fn class_of(sheets: &[(&'static str, &str, &str)], expected: &[(&str, &str)]) -> Vec<Class> {
    let records: Vec<_> = sheets.iter().map(|(site, observer, word)| sheet(site, observer, &answers(word))).collect();
    let found = classes(&records, &checklist(&ITEMS, ""));
    if expected.is_empty() {
        return found;
    }
    let expected: Vec<(&str, Vec<(&str, &str)>)> = expected.iter().map(|(site, word)| (*site, answers(word))).collect();
    let expected: Vec<(&str, &[(&str, &str)])> = expected.iter().map(|(site, all)| (*site, all.as_slice())).collect();
    expecting(found, &expected)
}

#[test]
fn times_are_matched_one_to_one_with_the_most_pairs() {
    type Case = (&'static [f64], &'static [f64], f64, &'static [(usize, usize)]);
    let cases: [Case; 8] = [
        (&[], &[1.0], 5.0, &[]),
        (&[1.0], &[1.0], 0.0, &[(0, 0)]),
        (&[1.0], &[6.0], 5.0, &[(0, 0)]),
        (&[1.0], &[6.1], 5.0, &[]),
        // Matching the nearest pair first would leave one alone on each side.
        (&[0.0, 4.0], &[3.0, 8.0], 4.0, &[(0, 0), (1, 1)]),
        (&[0.0, 1.0, 2.0], &[1.0], 5.0, &[(0, 0)]),
        (&[10.0, 20.0, 30.0], &[19.0, 21.0, 60.0], 2.0, &[(1, 0)]),
        (&[10.0, 20.0], &[1.0, 2.0, 11.0, 19.0], 1.0, &[(0, 2), (1, 3)]),
    ];
    for (own, other, tolerance, pairs) in cases {
        assert_eq!(match_times(own, other, tolerance), pairs, "{own:?} {other:?} within {tolerance}");
    }
}

#[test]
fn visits_of_a_site_within_the_window_are_one_meeting() {
    let at = |time: &str, observer: &str| Record {
        started_at: format!("2026-03-02T{time}:00+01:00").into(),
        id: format!("{time} {observer}").into(),
        ..sheet("lyon", observer, &answers("yyyyyyyyyy"))
    };
    let records = [at("10:00", "ana"), at("10:29", "ben"), at("10:31", "ana"), at("10:40", "ben"), at("12:00", "ana")];
    for records in [records.to_vec(), records.iter().rev().cloned().collect()] {
        let found = classes(&records, &checklist(&ITEMS, ""));
        let mut sizes: Vec<(String, usize)> =
            found.iter().map(|class| (format!("{:?}", class.meeting), class.sheets.len())).collect();
        sizes.sort();
        let sizes: Vec<usize> = sizes.into_iter().map(|(_, size)| size).collect();
        assert_eq!(sizes, [2, 2, 1], "from the first of them on, half an hour");
    }
}

#[test]
fn agreement_counts_pairs_without_the_reference() {
    let found = figures(&class_of(
        &[("x", "ana", "yyyyyynnnn"), ("x", "ben", "yyyyynnnnn"), ("x", "cid", "yyyyyynnny")],
        &[("x", "yyyyyynnnn")],
    ));
    let comparison = &found.comparisons[0];
    // Of 30 pairs, two differ on item f and two on item j.
    assert_near(comparison.overall.observed.value, 26.0 / 30.0);
    assert_eq!((comparison.overall.n, comparison.overall.answers), (10, 30));
    let agreed: Vec<(u64, Option<f64>)> = comparison.observers.iter().map(|row| (row.n, row.agreed.value)).collect();
    assert_eq!(agreed, [(10, Some(1.0)), (10, Some(0.9)), (10, Some(0.9))]);
    // One meeting: there is no interval over meetings, and the reason is given.
    let item = &comparison.items[5];
    assert_eq!((item.agreement.ac.lower, item.agreement.ac.undefined), (None, Some(Undefined::TooFewPoints)));
    assert_eq!((item.compared, item.agreed.value), (3, Some(2.0 / 3.0)));
}

#[test]
fn without_a_reference_the_majority_of_the_others_is_the_reference() {
    let found = figures(&class_of(
        &[
            ("x", "ana", "yyyyyyyyyy"),
            ("x", "ben", "yyyyyyyyyn"),
            ("x", "cid", "yyyyyyyynn"),
            ("x", "dan", "yyyyyyyyny"),
        ],
        &[],
    ));
    let rows = &found.comparisons[0].observers;
    // On item j the observers other than ana are split two to one, and so on; on item i nobody's others are split.
    for row in rows {
        assert_eq!(row.n, 10);
        assert_near(row.agreed.value, 0.8);
    }
    let two = figures(&class_of(&[("x", "ana", "yyyyyyyyyy"), ("x", "ben", "nnnnnnnnnn")], &[]));
    assert!(two.comparisons[0].observers.iter().all(|row| row.n == 10), "of two, each is held against the other");
    assert_eq!(
        two.comparisons[0].overall.observed.value,
        Some(0.0),
        "two can be compared with each other all the same"
    );
}

#[test]
fn leniency_is_the_mean_difference_of_points_and_certain_by_its_interval() {
    let found = figures(&class_of(
        &[
            ("x", "kind", "yyyyyyyypp"),
            ("x", "hard", "nnnnnnnnnn"),
            ("x", "just", "ynpynpynpy"),
            ("x", "blind", "vvvvvvvvvv"),
        ],
        &[("x", "ynpynpynpy")],
    ));
    let rows = &found.comparisons[0].observers;
    let by_name = |name: &str| rows.iter().find(|row| row.observer == name).unwrap();
    // 0, 1, .5, 0, 1, .5, 0, 1, 0, -.5: against y n p y n p y n p y.
    assert_near(by_name("kind").leniency.value, 0.35);
    assert_eq!(by_name("kind").leniency_n, 10);
    assert_eq!(by_name("just").leniency.value, Some(0.0));
    assert_eq!(by_name("just").lenient, None);
    assert_eq!(by_name("hard").lenient, Some(Leniency::Severe));
    assert_eq!(
        (by_name("blind").leniency_n, by_name("blind").leniency.undefined),
        (0, Some(Undefined::NoObservations))
    );
}

#[test]
fn certain_agreement_means_ready_and_chance_differs_from_error() {
    let sites = ["s1", "s2", "s3", "s4"];
    let truth = ["yyynynypyn", "nynyyyyypn", "yynnyypyyy", "ynyyynyyny"];
    let mut sheets = Vec::new();
    for (site, word) in sites.into_iter().zip(truth) {
        sheets.push((site, "good", word.to_owned()));
        let wrong: String = word
            .chars()
            .enumerate()
            .map(|(i, c)| {
                if i % 2 == 0 {
                    c
                } else if c == 'y' {
                    'p'
                } else {
                    'y'
                }
            })
            .collect();
        sheets.push((site, "errs", wrong));
        let chance: String =
            word.chars().enumerate().map(|(i, _)| ['y', 'n', 'p'][(i * 7 + word.len() * i) % 3]).collect();
        sheets.push((site, "dice", chance));
    }
    let sheets: Vec<(&'static str, &str, &str)> = sheets.iter().map(|(a, b, c)| (*a, *b, c.as_str())).collect();
    let expected: Vec<(&str, &str)> = sites.into_iter().zip(truth).collect();
    let found = figures(&class_of(&sheets, &expected));
    let rows = &found.comparisons[0].observers;
    let verdicts: Vec<(&str, Verdict)> = rows.iter().map(|row| (row.observer.as_str(), row.verdict)).collect();
    assert_eq!(verdicts, [("dice", Verdict::ByChance), ("errs", Verdict::ByChance), ("good", Verdict::Ready)]);
    assert!(found.comparisons[0].reading.iter().any(|said| said.says == Says::Ready && said.observers == ["good"]));
}

#[test]
fn coverage_counts_items_met_with_yes_and_with_no() {
    let found = figures(&class_of(
        &[("x", "ana", "yyyyyyyyyy"), ("z", "ana", "yyyyyyyyyy"), ("x", "ben", "nnnnnnnnnn")],
        &[("x", "ynypyyyyyy"), ("z", "yyn-yyyyyy")],
    ));
    let rows = &found.comparisons[0].observers;
    assert_eq!(rows[0].coverage, Coverage { both: 2, only_yes: 7, only_no: 0, neither: 1 });
    assert_eq!(rows[0].unmet, ["a", "d", "e", "f", "g", "h", "i", "j"], "and it is told which they are");
    assert_eq!(rows[1].coverage, Coverage { both: 0, only_yes: 8, only_no: 1, neither: 1 });
    let b = &found.comparisons[0].coverage[1];
    assert_eq!((b.item.as_str(), b.observers, b.both, b.only_yes, b.only_no), ("b", 2, 1, 0, 1));
}

#[test]
fn drift_compares_the_first_half_of_the_meetings_with_the_second() {
    let sites = ["s1", "s2", "s3", "s4", "s5", "s6"];
    let all: Vec<_> = sites
        .into_iter()
        .enumerate()
        .map(|(day, site)| Record {
            started_at: format!("2026-03-{:02}T10:00:00+01:00", day + 1).into(),
            ..sheet(site, "ana", &answers(if day < 3 { "yyyyyyyyyy" } else { "yyyynnnnnn" }))
        })
        .collect();
    let truth = answers("yyyyyyyyyy");
    let expected: Vec<(&str, &[(&str, &str)])> = sites.iter().map(|site| (*site, truth.as_slice())).collect();
    let found = figures(&expecting(classes(&all, &checklist(&ITEMS, "")), &expected));
    let drift = found.comparisons[0].observers[0].drift.unwrap();
    assert_eq!((drift.early_n, drift.early, drift.late_n, drift.late), (30, 1.0, 30, 0.4));
    assert!(drift.certain && drift.difference.upper.unwrap() < 0.0);
}

#[test]
fn a_kappa_paradox_is_reported() {
    let sites: Vec<&'static str> = vec![
        "s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9", "t0", "t1", "t2", "t3", "t4", "t5", "t6", "t7",
        "t8", "t9",
    ];
    let mut sheets = Vec::new();
    for (place, site) in sites.iter().enumerate() {
        for (number, observer) in ["ana", "ben", "cid"].into_iter().enumerate() {
            // Each says no once, and never together with another.
            let word = if place == number { "nyyyyyyyyy" } else { "yyyyyyyyyy" };
            sheets.push((*site, observer, word));
        }
    }
    let found = figures(&class_of(&sheets, &[]));
    let item = &found.comparisons[0].items[0].agreement;
    assert!(item.observed.value.unwrap() > 0.85 && item.alpha.value.unwrap() < 0.1, "{item:?}");
    assert!(item.ac.value.unwrap() > 0.85 && item.paradox, "{item:?}");
    let others = &found.comparisons[0].items[1].agreement;
    assert_eq!(
        (others.alpha.undefined, others.paradox),
        (Some(Undefined::NoVariation), false),
        "there is no coefficient to be misled by"
    );
    assert!(found.comparisons[0].reading.iter().any(|said| said.says == Says::Paradox && said.items == ["a"]));
}

#[test]
fn an_item_is_unclear_if_many_err_without_random_observers() {
    let observers = ["a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8"];
    let sheets: Vec<(&'static str, &str, &str)> = observers
        .into_iter()
        .enumerate()
        .map(|(i, observer)| ("x", observer, if i < 6 { "ynynpynyny" } else { "ynyypynyny" }))
        .collect();
    let found = figures(&class_of(&sheets, &[("x", "ynyypynyny")]));
    let unclear: Vec<&str> =
        found.comparisons[0].items.iter().filter(|row| row.unclear).map(|row| row.item.as_str()).collect();
    assert_eq!(unclear, ["d"]);
}

#[test]
fn near_measures_agree_in_part_and_times_by_their_bands() {
    let others = r#"{"id": "scale", "label": "S", "response": {"type": "scale", "min": 0, "max": 10}},
        {"id": "wait", "label": "W", "response": {"type": "timer", "bands": [{"up_to_s": 30, "points": 1}, {"points": 0}]}},
        {"id": "words", "label": "T", "response": {"type": "text"}}"#;
    let list = checklist(&["a"], others);
    let records = [
        sheet("x", "ana", &[("scale", "9"), ("wait", "12000"), ("words", "one")]),
        sheet("x", "ben", &[("scale", "10"), ("wait", "29000"), ("words", "two")]),
        sheet("z", "ana", &[("scale", "0"), ("wait", "31000")]),
        sheet("z", "ben", &[("scale", "0"), ("wait", "never")]),
    ];
    let found = figures(&classes(&records, &list));
    let items: Vec<(&str, bool, Option<f64>)> = found.comparisons[0]
        .items
        .iter()
        .map(|row| (row.item.as_str(), row.agreement.weighted, row.agreement.observed.value))
        .collect();
    assert_eq!(items, [("scale", true, Some(0.995)), ("wait", true, Some(1.0))], "free text is not compared");
}

#[test]
fn the_order_of_sessions_does_not_matter() {
    let sheets = [
        ("x", "ana", "yyyyynnnnn"),
        ("x", "ben", "yyyyyynnnn"),
        ("z", "cid", "ynynynynyn"),
        ("z", "ana", "ynynynynyy"),
    ];
    let mut other = sheets;
    other.reverse();
    assert_eq!(figures(&class_of(&sheets, &[])), figures(&class_of(&other, &[])));
}

#[test]
fn times_are_compared_with_the_median_of_the_others() {
    let names = ["ana", "ben", "cid", "dan"];
    let records: Vec<_> = [10, 20, 30, 41]
        .into_iter()
        .zip(names)
        .map(|(second, observer)| {
            let mut record = sheet("x", observer, &[("a", "yes")]);
            let at = format!("2026-03-02T10:00:{second:02}+01:00");
            record.rows[0].recorded_at = Some(at.into());
            record.rows[0].elapsed_ms = Some(1000 * second);
            record
        })
        .collect();
    let found = figures(&classes(&records, &checklist(&["a"], "")));
    let rows = &found.comparisons[0].observers;
    // The median of the others: 30, 30, 20, 20. Five seconds apart match.
    let timed: Vec<(u64, u64, u64)> =
        rows.iter().map(|row| (row.timing.matched, row.timing.alone, row.timing.missed)).collect();
    assert_eq!(timed, [(0, 1, 1), (0, 1, 1), (0, 1, 1), (0, 1, 1)]);
    let wide = esprit::analysis::agreement::agreement(
        &classes(&records, &checklist(&["a"], "")),
        esprit::analysis::agreement::Plan { on: MatchedOn::default(), tolerance_s: 60.0 },
        Source::default(),
    );
    let late: Vec<Option<f64>> = wide.comparisons[0].observers.iter().map(|row| row.timing.median_late_s).collect();
    assert_eq!(late, [Some(-20.0), Some(-10.0), Some(10.0), Some(21.0)]);
}

#[test]
fn high_agreement_is_not_chance_and_meeting_no_failure_is_not_ready() {
    let sites = ["s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8"];
    let sheets: Vec<(&'static str, &str, &str)> = sites.iter().map(|site| (*site, "ana", "yyyyyyyyyy")).collect();
    let never = sites.map(|site| (site, "yyyyyyyyyy"));
    let nearly = sites.map(|site| (site, if site == "s1" { "nyyyyyyyyy" } else { "yyyyyyyyyy" }));
    for expected in [nearly, never] {
        let found = figures(&class_of(&sheets, &expected));
        let row = &found.comparisons[0].observers[0];
        assert!(row.agreed.lower.unwrap() > 0.8, "{row:?}");
        assert_eq!(row.verdict, Verdict::NotYet, "{expected:?}");
    }
}

#[test]
fn subjective_items_make_nobody_wrong() {
    let outcome =
        r#"{"id": "back", "label": "B", "role": "outcome", "response": {"type": "scale", "min": 0, "max": 10}}"#;
    let list = checklist(&["a"], outcome);
    let records = [("ana", "7"), ("ben", "8"), ("cid", "9")]
        .map(|(observer, mark)| sheet("x", observer, &[("a", "yes"), ("back", mark)]));
    let found = figures(&classes(&records, &list));
    let comparison = &found.comparisons[0];
    assert!(comparison.observers.iter().all(|row| (row.n, row.agreed.value) == (1, Some(1.0))));
    assert!(comparison.items.iter().all(|row| !row.unclear));
    // Neighbouring marks agree on a scale of ten, though nobody gave the same one.
    let scale = comparison.items.iter().find(|row| row.item == "back").unwrap();
    assert!(scale.agreement.observed.value.unwrap() > 0.97, "{scale:?}");
    let all_yes = comparison.items.iter().find(|row| row.item == "a").unwrap();
    assert_eq!(all_yes.agreement.ac.value, Some(1.0), "three answers could have been given");
}
