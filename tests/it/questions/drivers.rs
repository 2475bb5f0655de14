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

/// Visits to six sites; the last has none without a smile.
fn six_sites() -> Vec<Record<'static>> {
    let mut records = Vec::new();
    let mut at = |site, visits: &[(f64, &'static str, &'static str)]| {
        records.extend(visits.iter().map(|(outcome, smile, rise)| came_back(site, *outcome, smile, rise)));
    };
    at("a", &[(9.0, YES, YES), (8.0, YES, NO), (10.0, YES, NO), (5.0, NO, YES), (6.0, NO, YES)]);
    at("b", &[(7.0, YES, YES), (9.0, YES, NO), (6.0, NO, YES), (4.0, NO, NO), (7.0, NO, YES)]);
    at("c", &[(8.0, YES, NO), (7.0, YES, YES), (3.0, NO, NO), (6.0, NO, YES)]);
    at("d", &[(10.0, YES, YES), (9.0, YES, NO), (8.0, NO, NO), (5.0, NO, YES), (2.0, "partly", "not_observed")]);
    at("e", &[(6.0, YES, YES), (8.0, YES, NO), (9.0, YES, YES), (7.0, NO, NO)]);
    at("f", &[(9.0, YES, YES)]);
    records
}

fn limits(row: &DriverRow, expected: [f64; 3]) {
    assert_near(row.difference, expected[0]);
    assert_near(row.lower, expected[1]);
    assert_near(row.upper, expected[2]);
}

#[test]
fn differences_within_sites_match_another_program() {
    // The jackknife over sites in numpy; the permutation of 200,000 draws within sites there.
    let mut records = six_sites();
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
    assert_eq!((smile.n_with, smile.n_without, smile.n_partly), (13, 10, 1));
    assert_near(smile.with, 109.0 / 13.0);
    assert_near(smile.without, 5.7);
    limits(smile, [2.621_359_223_300_970_6, 1.493_139_132_116_534_6, 3.749_579_314_485_406_4]);
    assert!((smile.p.unwrap() - 0.0012).abs() < 0.0008, "{smile:?}");
    assert_eq!(smile.certain, Some(true));
    limits(rise, [-0.481_481_481_481_481_3, -2.153_668_771_106_659_6, 1.190_705_808_143_697_2]);
    assert!((rise.p.unwrap() - 0.59).abs() < 0.25, "drawn until twenty are as large: {rise:?}");
    assert_eq!((rise.certain, rise.undefined), (Some(false), None));
}

#[test]
fn fewer_than_five_sites_are_not_compared() {
    let mut records = six_sites();
    records.retain(|record| record.site != "e");
    records.push(came_back("a", 6.0, NO, NO));
    let smile = by_site(&records).drivers.remove(1);
    assert_eq!((smile.n_with, smile.n_without, smile.difference, smile.p), (10, 10, None, None));
    assert_eq!((smile.certain, smile.undefined), (None, Some(Undefined::FewSites)));
}

#[test]
fn many_visits_have_the_normal_probability_and_an_interval_that_holds_0_is_no_claim() {
    // numpy: the jackknife, and the exact variance of the sum within sites.
    let mut records = Vec::new();
    for (number, site) in ["a", "b", "c", "d", "e"].into_iter().enumerate() {
        let outcome = |value: usize| f64::from(u32::try_from(value).unwrap());
        records.extend((0..50).map(|visit| came_back(site, outcome((visit * 7 + number) % 10), YES, YES)));
        records.extend((0..50).map(|visit| came_back(site, outcome((visit * 3 + number * 2) % 9), NO, NO)));
    }
    let row = by_site(&records).drivers.remove(0);
    limits(&row, [0.512, -0.731_227_510_448_564_2, 1.755_227_510_448_564_2]);
    assert_near(row.p, 0.036_230_518_911_840_76);
    assert_eq!(row.certain, Some(false));
}

#[test]
fn a_side_with_too_few_visits_is_undefined_with_a_reason() {
    let report = by_site(&[came_back("a", 9.0, YES, NO), came_back("b", 7.0, YES, NO)]);
    let [rise, smile] = &report.drivers[..] else { panic!() };
    assert_eq!((smile.with, smile.without, smile.difference), (Some(8.0), None, None));
    assert_eq!((smile.undefined, smile.certain, smile.p), (Some(Undefined::FewVisits), None, None));
    assert_eq!((rise.without, rise.n_with), (Some(8.0), 0));
    // Nine visits without a smile are too few.
    let mut records = six_sites();
    let first = records.iter().position(|record| record.rows[0].value.as_text() == Some(NO)).unwrap();
    records.remove(first);
    let smile = by_site(&records).drivers.remove(1);
    assert_eq!((smile.n_without, smile.difference, smile.p), (9, None, None));
    assert_eq!((smile.certain, smile.undefined), (None, Some(Undefined::FewVisits)));
    assert_eq!(by_site(&[judged_visit("a", "2026-03-02", &[("greeting.smile", YES)])]).drivers, []);
}
