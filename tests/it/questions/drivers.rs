//! Drivers: the behaviours that go with wanting to come back.

use super::by_site;
use crate::records::{assert_near, judged_visit, key_text};
use esprit::analysis::figures::DriverRow;
use esprit::stats::Undefined;
use esprit::visit::Kind;
use esprit::visit::record::Record;

const YES: &str = "yes";
const NO: &str = "no";

/// Returns a visit with its outcome, and whether there was a smile and somebody rose.
fn came_back(site: &'static str, outcome: f64, smile: &'static str, rise: &'static str) -> Record<'static> {
    let mut record = judged_visit(site, "2026-03-02", &[("greeting.smile", smile), ("greeting.rise", rise)]);
    record.outcome = Some(outcome);
    record
}

fn four_sites() -> Vec<Record<'static>> {
    let mut records = Vec::new();
    let mut at = |site, visits: &[(f64, &'static str, &'static str)]| {
        records.extend(visits.iter().map(|(outcome, smile, rise)| came_back(site, *outcome, smile, rise)));
    };
    at("a", &[(9.0, YES, YES), (8.0, YES, NO), (10.0, YES, NO), (5.0, NO, YES), (6.0, NO, YES)]);
    at("b", &[(7.0, YES, YES), (9.0, YES, NO), (6.0, NO, YES), (4.0, NO, NO), (7.0, NO, YES)]);
    at("c", &[(8.0, YES, NO), (3.0, NO, YES), (6.0, NO, NO)]);
    at("d", &[(10.0, YES, YES), (9.0, YES, NO), (8.0, NO, NO), (2.0, "partly", "not_observed")]);
    records
}

fn limits(row: &DriverRow, expected: [f64; 3]) {
    assert_near(row.difference, expected[0]);
    assert_near(row.lower, expected[1]);
    assert_near(row.upper, expected[2]);
}

#[test]
fn differences_over_sites_match_another_program() {
    // BCa and jackknife reimplemented in numpy, with the same draws; statsmodels 0.14: multipletests, fdr_bh.
    let mut records = four_sites();
    // Self-audits, and a visit without an outcome, change nothing.
    records.push(came_back("a", 0.0, YES, NO));
    records.last_mut().unwrap().kind = Kind::SelfAudit;
    records.push(judged_visit("a", "2026-03-02", &[("greeting.smile", YES)]));
    let report = by_site(&records);
    let [rise, smile] = &report.drivers[..] else { panic!("{:?}", report.drivers) };
    assert_eq!(
        (key_text(&rise.key), key_text(&smile.key)),
        ("behaviour=rise".to_owned(), "behaviour=smile".to_owned())
    );
    assert_eq!((smile.n_with, smile.n_without, smile.n_partly), (8, 8, 1));
    assert_eq!((smile.with, smile.without), (Some(8.75), Some(5.625)));
    limits(smile, [3.125, 2.475, 3.75]);
    assert_near(smile.p, 0.003_686_945_313_461_606_6);
    assert_near(smile.p_adjusted, 0.007_373_890_626_923_213);
    assert_eq!(smile.certain, Some(true));
    limits(rise, [-1.125, -2.625, 0.125]);
    assert_near(rise.p, 0.155_659_024_467_114_58);
    assert_eq!((rise.certain, rise.undefined), (Some(false), None));
}

#[test]
fn one_site_is_compared_over_its_visits() {
    // BCa as above, over visits; scipy 1.17: ttest_ind(equal_var=False).
    let mut records = four_sites();
    records.retain(|record| record.site == "a");
    let report = by_site(&records);
    let smile = &report.drivers[1];
    limits(smile, [3.5, 2.333_333_333_333_333, 4.666_666_666_666_667]);
    assert_near(smile.p, 0.021_273_413_535_480_065);
}

#[test]
fn many_visits_of_one_site_use_students_interval() {
    let visits = (0..1001).map(|visit| {
        let answer = if visit % 2 == 0 { YES } else { NO };
        came_back("a", f64::from(visit % 10), answer, answer)
    });
    let report = by_site(&visits.collect::<Vec<_>>());
    // scipy 1.17: ttest_ind of [0, 2, 4, 6, 8] 100 times and one 0 more, and [1, 3, 5, 7, 9] 100 times.
    limits(&report.drivers[0], [-1.007_984_031_936_128, -1.359_368_506_344_721_8, -0.656_599_557_527_534_1]);
}

#[test]
fn a_side_with_too_few_visits_is_undefined_with_a_reason() {
    let report = by_site(&[came_back("a", 9.0, YES, NO), came_back("b", 7.0, YES, NO)]);
    let [rise, smile] = &report.drivers[..] else { panic!() };
    assert_eq!((smile.with, smile.without, smile.difference), (Some(8.0), None, None));
    assert_eq!((smile.undefined, smile.certain, smile.p), (Some(Undefined::NoObservations), None, None));
    assert_eq!((rise.without, rise.n_with), (Some(8.0), 0));
    // A single visit without a smile: the difference is known, but not whether it is chance.
    let report = by_site(&[came_back("a", 9.0, YES, NO), came_back("b", 7.0, YES, NO), came_back("b", 6.0, NO, NO)]);
    let smile = &report.drivers[1];
    assert_near(smile.difference, 2.0);
    assert_eq!((smile.p, smile.certain, smile.undefined), (None, None, Some(Undefined::NoObservations)));
    assert_eq!(by_site(&[judged_visit("a", "2026-03-02", &[("greeting.smile", YES)])]).drivers, []);
}
