//! Expected figures: Welch by mpmath, Newcombe's and Wilson's formulae and resampled sites in numpy, each by an
//! independent program.

use crate::records::{assert_near, judged_visit, key_text, plan_by, report_of, scored_visit};
use esprit::analysis::Dimension::Month;
use esprit::analysis::Plan;
use esprit::analysis::figures::{Change, ScoreChange};
use esprit::stats::Undefined;
use esprit::visit::record::Record;

const BEFORE: [(&str, &[f64]); 4] =
    [("lyon", &[60.0, 65.0, 70.0, 62.0]), ("metz", &[80.0, 82.0]), ("nice", &[50.0, 58.0, 54.0]), ("oslo", &[70.0])];
const AFTER: [(&str, &[f64]); 4] = [
    ("lyon", &[75.0, 80.0, 78.0, 79.0, 82.0]),
    ("metz", &[81.0, 85.0, 80.0]),
    ("nice", &[56.0, 49.0]),
    ("rome", &[90.0]),
];

fn visits_on(date: &str, sites: &[(&'static str, &[f64])]) -> Vec<Record<'static>> {
    let scores = sites.iter().flat_map(|(site, percents)| percents.iter().map(move |percent| (*site, *percent)));
    scores.map(|(site, percent)| scored_visit(site, date, percent, 100.0)).collect()
}

fn change(since: Option<&str>, visits: &[Record<'_>]) -> Change {
    report_of(Plan { since: since.map(|day| day.parse().unwrap()), ..plan_by(&[Month]) }, visits).change
}

fn assert_change(got: &ScoreChange, difference: f64, lower: f64, upper: f64) {
    assert_near(got.difference, difference);
    assert_near(got.lower, lower);
    assert_near(got.upper, upper);
    assert_eq!(got.undefined, None);
}

#[test]
fn the_score_changes_by_site_and_for_all() {
    let visits = [visits_on("2026-01-31", &BEFORE), visits_on("2026-02-01", &AFTER)].concat();
    let change = change(None, &visits);
    assert_eq!((change.since.as_deref(), change.undefined), (Some("2026-02-01"), None));
    let [all, lyon, metz, nice, oslo, rome] = &change.scores[..] else { panic!("{:?}", change.scores) };
    assert!(all.key.is_all());
    assert_eq!((all.visits_before, all.visits_after, all.certain), (10, 11, Some(true)));
    assert_near(all.before, 65.1);
    assert_near(all.after, 75.909_090_909_090_9);
    assert_change(all, 10.809_090_909_090_91, 4.836_363_636_363_643, 20.0);
    assert_eq!((key_text(&lyon.key).as_str(), lyon.visits_before, lyon.visits_after), ("site=lyon", 4, 5));
    assert_change(lyon, 14.55, 8.075_815_634_890_807, 21.024_184_365_109_193);
    assert_change(metz, 1.0, -4.826_795_176_389_492, 6.826_795_176_389_492);
    assert_change(nice, -1.5, -20.671_356_458_101_04, 17.671_356_458_101_04);
    let certain = [lyon, metz, nice, oslo, rome].map(|row| row.certain);
    assert_eq!(certain, [Some(true), Some(false), Some(false), None, None], "p of 0.0025, 0.62, 0.76 are three tests");
    assert_eq!(
        (oslo.before, oslo.after, oslo.difference, oslo.undefined),
        (Some(70.0), None, None, Some(Undefined::NoObservations))
    );
    assert_eq!((rome.before, rome.after, rome.undefined), (None, Some(90.0), Some(Undefined::NoObservations)));
}

#[test]
fn one_site_is_compared_by_its_visits() {
    let visits = [visits_on("2026-01-31", &BEFORE[..1]), visits_on("2026-02-01", &AFTER[..1])].concat();
    let [all, lyon] = &change(None, &visits).scores[..] else { panic!() };
    for row in [all, lyon] {
        assert_change(row, 14.55, 8.075_815_634_890_807, 21.024_184_365_109_193);
        assert_eq!(row.certain, Some(true));
    }
}

#[test]
fn the_later_period_is_the_later_half_or_the_requested_one() {
    let visits =
        |dates: &[&'static str]| dates.iter().map(|date| scored_visit("lyon", date, 1.0, 2.0)).collect::<Vec<_>>();
    let since = |since, dates: &[&'static str]| change(since, &visits(dates)).since;
    assert_eq!(since(None, &["2025-11-30", "2026-02-01"]).as_deref(), Some("2026-01-01"));
    assert_eq!(since(None, &["2025-12-30", "2026-02-01"]).as_deref(), Some("2026-02-01"), "the middle one is before");
    assert_eq!(since(Some("2026-01-15"), &["2025-12-30"]).as_deref(), Some("2026-01-15"));
    let asked = change(Some("2026-01-15"), &visits(&["2026-01-14", "2026-01-15", "2026-01-16"]));
    assert_eq!((asked.scores[0].visits_before, asked.scores[0].visits_after), (1, 2));
    assert_eq!(asked.scores[1].undefined, Some(Undefined::TooFewPoints));
    for dates in [&["2026-01-14", "2026-01-31"][..], &[]] {
        let nothing = change(None, &visits(dates));
        assert_eq!((nothing.since, nothing.undefined), (None, Some(Undefined::TooFewPoints)));
        assert!(nothing.scores.is_empty() && nothing.behaviours.is_empty());
    }
}

#[test]
fn constant_scores_give_no_certainty() {
    let still = [("lyon", &[60.0, 60.0][..]), ("metz", &[60.0, 60.0])];
    let better = [("lyon", &[70.0, 70.0][..]), ("metz", &[70.0, 70.0])];
    let change = change(None, &[visits_on("2026-01-31", &still), visits_on("2026-02-01", &better)].concat());
    for row in &change.scores {
        assert_eq!((row.difference, row.lower, row.certain), (Some(10.0), None, None));
        assert_eq!(row.undefined, Some(Undefined::NoVariation));
    }
}

#[test]
fn behaviours_change_over_all_sites() {
    let mut visits = Vec::new();
    let mut add = |date, answers: [(&'static str, usize); 4]| {
        for (value, times) in answers {
            for number in 0..times {
                let site = if number % 2 == 0 { "lyon" } else { "metz" };
                visits.push(judged_visit(site, date, &[("greeting.smile", value), ("greeting.door", "yes")]));
            }
        }
    };
    add("2026-01-10", [("yes", 3), ("partly", 2), ("no", 5), ("not_applicable", 1)]);
    add("2026-02-10", [("yes", 9), ("partly", 1), ("no", 2), ("not_observed", 2)]);
    visits.push(judged_visit("lyon", "2026-02-11", &[("leaving.thanks", "yes")]));
    let change = change(None, &visits);
    let [door, smile, thanks] = &change.behaviours[..] else { panic!("{:?}", change.behaviours) };
    assert_eq!((key_text(&smile.key).as_str(), smile.n_before, smile.n_after), ("behaviour=smile", 10, 12));
    assert_near(smile.before, 0.4);
    assert_near(smile.after, 9.5 / 12.0);
    assert_near(smile.difference, 0.391_666_666_666_666_6);
    assert_near(smile.lower, -0.011_522_971_658_425_862);
    assert_near(smile.upper, 0.663_206_076_561_841_8);
    assert_near(smile.p, 0.060_294_455_683_767_46);
    assert_eq!((smile.p_adjusted, smile.certain), (smile.p, Some(false)), "one test alone");
    assert_eq!((door.difference, door.p, door.certain), (Some(0.0), None, None));
    assert_eq!((door.undefined, thanks.undefined), (Some(Undefined::NoVariation), Some(Undefined::ZeroDenominator)));
    assert_eq!((thanks.n_before, thanks.before, thanks.after, thanks.difference), (0, None, Some(1.0), None));
}
