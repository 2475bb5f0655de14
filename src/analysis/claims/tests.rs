//! Tests what reports of hand-made and of random p-values claim.

use super::*;
use crate::analysis::Key;
use crate::analysis::figures::{BlindSpotRow, DriverRow, MirrorRow, PriorityRow, QualityRow, ScoreChange, ScoreRow};
use crate::analysis::figures::{Change, WaitingTest};

fn site(id: usize) -> Key {
    Key::all().and(Dimension::Site, &format!("s{id}"))
}

/// A report of several sites, with a test of each question and as many of each site's change.
fn report(sites: usize, mut p: impl FnMut() -> f64) -> Report {
    let mut some = || Some(p());
    let changed = |key, p| ScoreChange { key, p, ..ScoreChange::default() };
    let mut scores = vec![changed(Key::all(), some())];
    scores.extend((0..sites).map(|id| changed(site(id), some())));
    let mut report = Report {
        network: vec![ScoreRow { sites: sites as u64, ..ScoreRow::default() }],
        change: Change { scores, ..Change::default() },
        mirror: vec![MirrorRow { p: some(), p_internal: some(), ..MirrorRow::default() }],
        blind_spots: (0..4).map(|_| BlindSpotRow { p: some(), ..BlindSpotRow::default() }).collect(),
        drivers: (0..12).map(|_| DriverRow { p: some(), ..DriverRow::default() }).collect(),
        quality: (0..8).map(|_| QualityRow { p: some(), ..QualityRow::default() }).collect(),
        priorities: vec![PriorityRow { p: some(), ..PriorityRow::default() }],
        waiting_tests: vec![WaitingTest { p: some(), ..WaitingTest::default() }],
        ..Report::default()
    };
    (report.ranking.best.p, report.ranking.weakest.p) = (some(), some());
    judge(&mut report);
    report
}

/// Returns what is decided on each test of a report.
fn decisions(report: &mut Report) -> Vec<(Question, Option<bool>)> {
    tests(report).iter().map(|test| (test.question, *test.certain)).collect()
}

#[test]
fn of_reports_on_chance_alone_one_in_twenty_claims_anything() {
    let mut random = fastrand::Rng::with_seed(11);
    let reports = 4000;
    let false_claims = (0..reports).filter(|_| {
        let mut report = report(40, || random.f64());
        decisions(&mut report).iter().any(|(_, certain)| *certain == Some(true))
    });
    // 5 % is the limit, which independent tests nearly reach: 200, with a standard error of 14.
    let found = false_claims.count();
    assert!((150..=235).contains(&found), "{found} of {reports}");
}

#[test]
fn true_findings_do_not_make_false_ones_more_frequent() {
    let mut random = fastrand::Rng::with_seed(12);
    let reports = 2000;
    let false_claims = (0..reports).filter(|_| {
        let mut number = 0;
        // Every second test is of something that is so.
        let mut report = report(40, || {
            number += 1;
            if number % 2 == 0 { 1e-12 } else { random.f64() }
        });
        let decisions = decisions(&mut report);
        let [mut of_chance, mut of_truth] = [0, 0];
        for (_, certain) in decisions.iter().filter(|(_, certain)| certain.is_some()) {
            *(if *certain == Some(true) { &mut of_truth } else { &mut of_chance }) += 1;
        }
        of_truth > number / 2
    });
    let found = false_claims.count();
    assert!(found <= 130, "{found} of {reports}");
}

#[test]
fn a_question_with_many_tests_does_not_drown_one_with_few() {
    let of_all = |sites: usize, p: f64| {
        let mut first = Some(p);
        report(sites, || first.take().unwrap_or(0.9)).change.scores[0].clone()
    };
    // Ten questions have tests: that of all visits has a tenth of 5 %, whatever the number of sites.
    for sites in [2, 400] {
        for (p, certain) in [(0.004, true), (0.006, false)] {
            let row = of_all(sites, p);
            assert!((row.p_adjusted.unwrap() - 10.0 * p).abs() < 1e-9, "{row:?}");
            assert_eq!(row.certain, Some(certain));
        }
    }
}

#[test]
fn an_interval_that_holds_0_is_not_claimed() {
    let row = |[lower, upper]: [f64; 2]| DriverRow {
        lower: Some(lower),
        upper: Some(upper),
        p: Some(1e-6),
        ..DriverRow::default()
    };
    let drivers = [[-0.1, 2.0], [0.0, 2.0], [0.1, 2.0], [-2.0, -0.1]].map(row).into();
    let blind_spots = vec![
        BlindSpotRow { difference: Some(-0.4), p: Some(1e-6), ..BlindSpotRow::default() },
        BlindSpotRow { difference: Some(0.4), p: Some(1e-6), ..BlindSpotRow::default() },
    ];
    let mut report = Report { blind_spots, drivers, ..Report::default() };
    judge(&mut report);
    let certain: Vec<_> = report.drivers.iter().map(|row| row.certain).collect();
    assert_eq!(certain, [Some(false), Some(false), Some(true), Some(true)]);
    let blind: Vec<_> = report.blind_spots.iter().map(|row| (row.certain, row.blind_spot)).collect();
    assert_eq!(blind, [(Some(true), false), (Some(true), true)]);
}

#[test]
fn the_change_of_a_single_site_is_tested_once() {
    let mut report = report(1, || 0.001);
    let [all, one] = &report.change.scores[..] else { panic!() };
    assert_eq!((all.certain, one.certain, one.p), (Some(true), None, Some(0.001)));
    assert!(decisions(&mut report).contains(&(Question::ChangeOfSite, None)));
}
