//! Data quality: how each observer's visits were recorded.

use super::by_site;
use crate::records::{add_row, answer_row, assert_near, judged_visit, key_text, scored_visit, visit};
use esprit::analysis::figures::{QualityRow, Report};
use esprit::stats::Undefined;
use esprit::visit::Kind;
use esprit::visit::record::{Record, RecordedValue};

fn row_of<'r>(report: &'r Report, observer: &str) -> &'r QualityRow {
    report.quality.iter().find(|row| key_text(&row.key) == format!("observer={observer}")).unwrap()
}

/// Returns a visit with these judgements.
fn answered(values: &[&'static str], duration_ms: u64) -> Record<'static> {
    let answers: Vec<_> = values.iter().map(|value| ("greeting.smile", *value)).collect();
    Record { duration_ms, ..judged_visit("a", "2026-03-02", &answers) }
}

fn remembered(observed: &'static str, recorded: &'static str) -> Record<'static> {
    let mut record = visit("a", "2026-03-02");
    let mut late = answer_row("greeting.smile", "behaviour", RecordedValue::Text("yes".into()), 1.0, 1.0);
    (late.observed_at, late.recorded_at) = (Some(observed.into()), Some(recorded.into()));
    add_row(&mut record, late);
    record
}

#[test]
fn memory_ages_count_late_answers_only() {
    let records = [
        remembered("2026-03-01T10:00:00.000+01:00", "2026-03-01T10:00:20.400+01:00"),
        // Across a change of offset, as by a flight or the end of winter time: 65 s.
        remembered("2026-03-29T01:59:30.000+01:00", "2026-03-29T03:00:35.000+02:00"),
        remembered("2026-03-01T10:00:00.000+01:00", "2026-03-01T10:10:00.250+01:00"),
        remembered("2026-03-01T10:00:00.000+01:00", "2026-03-01T10:00:31.000+01:00"),
        // Late, but without an age: recorded before it was observed; without a time.
        remembered("2026-03-01T10:00:00.000+01:00", "2026-03-01T09:00:00.000+01:00"),
        remembered("soon", "2026-03-01T09:00:00.000+01:00"),
        judged_visit("a", "2026-03-02", &[("greeting.smile", "yes"), ("greeting.rise", "no")]),
    ];
    let report = by_site(&records);
    let row = row_of(&report, "o1");
    assert_eq!((row.visits, row.answers, row.late, row.late_share), (7, 8, 6, Some(0.75)));
    // 20, 31, 65 and 600 whole seconds.
    assert_eq!((row.memory_age_median_s, row.memory_age_max_s), (Some(48.0), Some(600.25)));
}

#[test]
fn straight_lines_and_visits_too_fast_are_counted() {
    let records = [
        answered(&["yes"; 10], 60_000),
        answered(&["yes"; 9], 60_000),
        answered(&["yes", "yes", "yes", "yes", "yes", "yes", "yes", "yes", "yes", "partly"], 60_000),
        // Ten equal judgements, between other answers that judge nothing.
        answered(&[&["no"; 10][..], &["not_observed"; 2][..]].concat(), 23_999),
        Record { paused_ms: 50_000, ..answered(&["yes"; 5], 59_999) },
        Record { paused_ms: 50_000, ..answered(&["yes"; 5], 60_000) },
        // A visit without answers is not too fast, however short.
        Record { duration_ms: 0, ..visit("a", "2026-03-02") },
        Record { clock_shifts: 2, sealed: false, ..answered(&["yes"; 2], 60_000) },
    ];
    let report = by_site(&records);
    let row = row_of(&report, "o1");
    assert_eq!((row.straight_lined, row.too_fast, row.clock_shifted, row.unsealed), (2, 2, 1, 1));
}

#[test]
fn a_visit_without_answers_has_no_share() {
    let report = by_site(&[visit("a", "2026-03-02")]);
    let row = row_of(&report, "o1");
    assert_eq!((row.late_share, row.memory_age_median_s, row.memory_age_max_s), (None, None, None));
    assert_eq!((row.leniency, row.undefined), (None, Some(Undefined::SingleGroup)));
}

fn given(observer: &'static str, site: &'static str, percent: f64) -> Record<'static> {
    Record { observer: observer.into(), ..scored_visit(site, "2026-03-02", percent, 100.0) }
}

fn three_observers() -> Vec<Record<'static>> {
    let all = [
        ("o1", "x", vec![90.0, 80.0, 86.0]),
        ("o2", "x", vec![70.0, 60.0, 75.0]),
        ("o1", "y", vec![60.0, 66.0]),
        ("o2", "y", vec![55.0, 58.0]),
        ("o3", "y", vec![50.0, 42.5, 47.0]),
        ("o3", "z", vec![88.0, 84.0]),
    ];
    let visits = all.iter().flat_map(|(observer, site, percents)| percents.iter().map(|p| given(observer, site, *p)));
    visits.collect()
}

#[test]
fn leniency_matches_a_regression_with_site_levels() {
    // numpy: least squares of the percent on "is it this observer" and an indicator for each shared site; Wilson's
    // limits of so many trials, with scipy's quantile of t.
    let report = by_site(&three_observers());
    for (observer, [leniency, lower, upper, p]) in [
        ("o1", [14.804_878_048_780_479, 7.000_471_583_956_269, 22.429_149_559_496_28, 0.001_654_214_702_285_893_3]),
        ("o2", [-7.048_780_487_804_853, -18.863_419_999_711_354, 4.966_990_143_183_779, 0.219_903_102_057_560_36]),
        ("o3", [-13.25, -21.602_146_604_067_727, -4.705_353_549_960_151, 0.010_149_380_101_476_53]),
    ] {
        let row = row_of(&report, observer);
        assert_near(row.leniency, leniency);
        assert_near(row.leniency_lower, lower);
        assert_near(row.leniency_upper, upper);
        assert_near(row.p, p);
        assert_eq!((row.certain.is_some(), row.undefined), (true, None));
    }
    assert_eq!(row_of(&report, "o2").certain, Some(false));
}

#[test]
fn an_observer_of_few_visits_is_never_called_lenient() {
    let mut records = three_observers();
    let last = records.iter().rposition(|record| record.observer == "o3").unwrap();
    records.remove(last);
    let row = row_of(&by_site(&records), "o3").clone();
    assert_near(row.leniency, -13.25);
    assert_eq!((row.visits, row.leniency_lower, row.p, row.certain), (4, None, None, None));
    assert_eq!(row.undefined, Some(Undefined::FewVisits));
}

#[test]
fn a_site_is_inseparable_from_an_observer_of_more_than_two_thirds_of_its_visits() {
    let mut records = Vec::new();
    for (site, observers) in [("w", "aaaaaa"), ("x", "aaaab"), ("y", "aaaabb"), ("z", "bbc")] {
        let id = |name: char| ["o1", "o2", "o3"][name as usize - 'a' as usize];
        records.extend(observers.chars().map(|name| given(id(name), site, 50.0)));
    }
    let mut own = given("o9", "z", 50.0);
    own.kind = Kind::SelfAudit;
    records.extend(vec![own; 9]);
    let observers = |records: &[Record<'_>]| -> Vec<(String, u64, u64, u64, bool)> {
        let rows = by_site(records).site_observers.into_iter();
        rows.map(|row| (row.main_observer, row.main_visits, row.visits, row.observers, row.inseparable)).collect()
    };
    assert_eq!(
        observers(&records),
        [
            ("o1".to_owned(), 6, 6, 1, true),
            ("o1".to_owned(), 4, 5, 2, true),
            ("o1".to_owned(), 4, 6, 2, false),
            ("o2".to_owned(), 2, 3, 2, false),
        ]
    );
    // A single observer is the same everywhere.
    records.retain(|record| record.observer == "o1");
    assert!(observers(&records).iter().all(|row| !row.4));
}

#[test]
fn leniency_is_within_one_checklist_and_one_kind_of_visit() {
    let mut records = vec![given("o1", "x", 90.0), given("o2", "x", 70.0)];
    let alone = row_of(&by_site(&records), "o1").clone();
    assert_eq!((alone.leniency, alone.undefined), (Some(20.0), Some(Undefined::TooFewPoints)));
    records[1].kind = Kind::SelfAudit;
    assert_eq!(row_of(&by_site(&records), "o1").undefined, Some(Undefined::SingleGroup));
    records[1].kind = Kind::MysteryVisit;
    records[1].digest = "sha256:2".into();
    assert_eq!(row_of(&by_site(&records), "o1").undefined, Some(Undefined::SingleGroup));
}

#[test]
fn values_that_are_no_percentage_are_left_out() {
    let records =
        [given("o1", "x", 90.0), given("o2", "x", 70.0), given("o2", "x", f64::MAX), given("o2", "x", 5000.0)];
    assert_eq!(row_of(&by_site(&records), "o1").leniency, Some(20.0));
}
