//! Expected figures: Student's paired test and Welch's by scipy, Wilson's limits with the quantile of t in numpy.

use crate::records::{assert_near, judged_visit, key_text, plan_by, report_of, scored_visit};
use esprit::analysis::Dimension::Month;
use esprit::analysis::Plan;
use esprit::analysis::figures::{Change, ScoreChange};
use esprit::stats::Undefined;
use esprit::visit::record::Record;

const BEFORE: [(&str, &[f64]); 6] = [
    ("lyon", &[60.0, 65.0, 70.0, 62.0]),
    ("metz", &[80.0, 82.0]),
    ("nice", &[50.0, 58.0, 54.0]),
    ("oslo", &[70.0, 74.0]),
    ("pisa", &[66.0, 60.0]),
    ("rome", &[70.0]),
];
const AFTER: [(&str, &[f64]); 7] = [
    ("lyon", &[75.0, 80.0, 78.0, 79.0, 82.0]),
    ("metz", &[81.0, 85.0, 80.0]),
    ("nice", &[56.0, 60.0]),
    ("oslo", &[80.0, 82.0]),
    ("pisa", &[71.0, 69.0, 70.0]),
    ("turin", &[10.0, 12.0]),
    ("vienna", &[90.0]),
];
const THREE_BEFORE: [(&str, &[f64]); 3] = [
    ("lyon", &[60.0, 65.0, 70.0, 62.0, 63.0]),
    ("metz", &[80.0, 82.0, 79.0, 85.0, 81.0]),
    ("nice", &[50.0, 58.0, 54.0, 49.0, 60.0]),
];
const THREE_AFTER: [(&str, &[f64]); 3] = [
    ("lyon", &[75.0, 80.0, 78.0, 79.0, 82.0]),
    ("metz", &[81.0, 85.0, 80.0, 88.0, 83.0, 84.0]),
    ("nice", &[56.0, 49.0, 60.0, 52.0, 55.0]),
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
fn from_five_sites_on_the_change_is_over_the_sites_of_both_periods() {
    let visits = [visits_on("2026-01-31", &BEFORE), visits_on("2026-02-01", &AFTER)].concat();
    let change = change(None, &visits);
    assert_eq!((change.since.as_deref(), change.undefined), (Some("2026-02-01"), None));
    let [all, lyon, .., rome, turin, _] = &change.scores[..] else { panic!("{:?}", change.scores) };
    assert!(all.key.is_all());
    assert_eq!((all.sites, all.sites_apart, all.visits_before, all.visits_after), (5, 3, 13, 15));
    assert_near(all.before, 66.85);
    assert_near(all.after, 73.96);
    assert_change(all, 7.11, 0.703_837_830_102_699_5, 13.458_040_480_372_404);
    assert_near(all.p, 0.036_601_625_182_131_45);
    assert_eq!(all.certain, Some(false), "the best and the weakest site are tested beside it");
    assert_eq!((key_text(&lyon.key).as_str(), lyon.visits_before, lyon.visits_after), ("site=lyon", 4, 5));
    assert_near(lyon.difference, 14.55);
    assert_eq!((lyon.lower, lyon.certain, lyon.undefined), (None, None, Some(Undefined::FewVisits)));
    assert_eq!((rome.before, rome.after, rome.undefined), (Some(70.0), None, Some(Undefined::NoPairs)));
    assert_eq!((turin.before, turin.after, turin.difference), (None, Some(11.0), None));
}

#[test]
fn fewer_sites_are_compared_by_their_visits_each_counting_once() {
    let visits = [visits_on("2026-01-31", &THREE_BEFORE), visits_on("2026-02-01", &THREE_AFTER)].concat();
    let [all, lyon, metz, nice] = &change(None, &visits).scores[..] else { panic!() };
    assert_eq!((all.sites, all.sites_apart, all.visits_before, all.visits_after), (3, 0, 15, 16));
    assert_change(all, 5.7, 3.012_966_086_839_014_7, 8.378_801_411_290_198);
    assert_near(all.p, 0.000_280_884_653_037_424_57);
    assert_change(lyon, 14.8, 9.907_444_840_674_515, 19.621_171_543_384_52);
    assert_change(metz, 2.1, -1.436_676_045_959_870_9, 5.631_428_134_368_704);
    assert_change(nice, 0.2, -6.373_944_352_546_275, 6.772_216_130_308_777);
    // Holm: the change of all has half of the 5 %, that of each site a sixth, and then a third.
    let certain = [all, lyon, metz, nice].map(|row| row.certain);
    assert_eq!(certain, [Some(true), Some(true), Some(false), Some(false)], "p of 0.0003, 0.0002, 0.21, 0.95");
    assert_near(all.p_adjusted, 2.0 * 0.000_280_884_653_037_424_57);
    assert_near(lyon.p_adjusted, 2.0 * 0.000_280_884_653_037_424_57);
}

#[test]
fn one_site_is_compared_by_its_visits() {
    let visits = [visits_on("2026-01-31", &THREE_BEFORE[..1]), visits_on("2026-02-01", &THREE_AFTER[..1])].concat();
    let [all, lyon] = &change(None, &visits).scores[..] else { panic!() };
    for row in [all, lyon] {
        assert_change(row, 14.8, 9.907_444_840_674_515, 19.621_171_543_384_52);
    }
    assert_eq!((all.certain, lyon.certain), (Some(true), None), "one claim, not two of the same");
}

#[test]
fn a_site_with_few_visits_keeps_few_sites_from_a_claim() {
    let few = [("lyon", &[60.0, 65.0, 70.0, 62.0, 63.0][..]), ("metz", &[50.0, 52.0])];
    let better = [("lyon", &[90.0, 95.0, 94.0, 93.0, 96.0][..]), ("metz", &[91.0, 90.0])];
    let visits = [visits_on("2026-01-31", &few), visits_on("2026-02-01", &better)].concat();
    let all = change(None, &visits).scores.remove(0);
    assert_eq!((all.lower, all.certain, all.undefined), (None, None, Some(Undefined::FewVisits)));
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
    assert_eq!(asked.scores[1].undefined, Some(Undefined::FewVisits));
    for dates in [&["2026-01-14", "2026-01-31"][..], &[]] {
        let nothing = change(None, &visits(dates));
        assert_eq!((nothing.since, nothing.undefined), (None, Some(Undefined::TooFewPoints)));
        assert!(nothing.scores.is_empty() && nothing.behaviours.is_empty());
    }
}

#[test]
fn constant_scores_give_no_certainty() {
    let still = [("lyon", &[60.0; 5][..]), ("metz", &[60.0; 5])];
    let better = [("lyon", &[70.0; 5][..]), ("metz", &[70.0; 5])];
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
            for _ in 0..times {
                visits.push(judged_visit("lyon", date, &[("greeting.smile", value), ("greeting.door", "yes")]));
            }
        }
    };
    add("2026-01-10", [("yes", 3), ("partly", 2), ("no", 5), ("not_applicable", 1)]);
    add("2026-02-10", [("yes", 9), ("partly", 1), ("no", 2), ("not_observed", 2)]);
    visits.push(judged_visit("lyon", "2026-02-11", &[("leaving.thanks", "yes")]));
    let change = change(None, &visits);
    let [door, smile, thanks] = &change.behaviours[..] else { panic!("{:?}", change.behaviours) };
    // One site: Newcombe's interval and the score test.
    assert_eq!((key_text(&smile.key).as_str(), smile.n_before, smile.n_after), ("behaviour=smile", 10, 12));
    assert_near(smile.before, 0.4);
    assert_near(smile.after, 9.5 / 12.0);
    assert_near(smile.difference, 0.391_666_666_666_666_6);
    assert_near(smile.lower, -0.011_522_971_658_425_862);
    assert_near(smile.upper, 0.663_206_076_561_841_8);
    assert_near(smile.p, 0.060_294_455_683_767_46);
    assert_eq!(smile.certain, Some(false));
    assert_eq!((door.difference, door.p, door.certain), (Some(0.0), Some(1.0), Some(false)));
    assert_eq!((door.undefined, thanks.undefined), (None, Some(Undefined::NoPairs)));
    assert_eq!((thanks.sites, thanks.sites_apart, thanks.after, thanks.difference), (0, 1, None, None));
}

#[test]
fn weaker_sites_that_open_change_no_behaviour() {
    let shown = |site, date, yes: usize| {
        (0..10).map(move |at| judged_visit(site, date, &[("greeting.smile", if at < yes { "yes" } else { "no" })]))
    };
    let mut visits = Vec::new();
    for (site, yes) in [("a", 9), ("b", 8), ("c", 9), ("d", 10), ("e", 8), ("f", 9)] {
        visits.extend(shown(site, "2026-01-10", yes));
        visits.extend(shown(site, "2026-02-10", if ["a", "c"].contains(&site) { 17 - yes } else { yes }));
    }
    for site in ["v", "w", "x", "y", "z"] {
        visits.extend(shown(site, "2026-02-11", 1));
    }
    let report = report_of(plan_by(&[Month]), &visits);
    let smile = &report.change.behaviours[0];
    assert_eq!((smile.sites, smile.sites_apart, smile.n_before, smile.n_after), (6, 5, 60, 60));
    assert_near(smile.difference, -0.2 / 6.0);
    assert_eq!(smile.certain, Some(false));
    let note = report.notes.iter().find(|note| note.code == "sites_in_one_period").unwrap();
    assert_eq!(note.subject, ["customer", "5"]);
}
