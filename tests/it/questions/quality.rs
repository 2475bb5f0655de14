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
        ("o1", "x", vec![90.0, 80.0]),
        ("o2", "x", vec![70.0, 60.0, 75.0]),
        ("o1", "y", vec![60.0]),
        ("o2", "y", vec![55.0]),
        ("o3", "y", vec![50.0, 42.5]),
        ("o3", "z", vec![88.0]),
    ];
    let visits = all.iter().flat_map(|(observer, site, percents)| percents.iter().map(|p| given(observer, site, *p)));
    visits.collect()
}

#[test]
fn leniency_matches_a_regression_with_site_levels() {
    // statsmodels 0.14: OLS of the percent on "is it this observer" and an indicator for each shared site.
    let report = by_site(&three_observers());
    for (observer, expected) in [
        ("o1", [14.423_076_923_076_898, 2.854_147_387_329_231, 25.992_006_458_824_566]),
        ("o2", [-8.653_846_153_846_134, -24.984_680_259_880_456, 7.676_987_952_188_19]),
        ("o3", [-11.25, -30.641_793_797_033_51, 8.141_793_797_033_461]),
    ] {
        let row = row_of(&report, observer);
        assert_near(row.leniency, expected[0]);
        assert_near(row.leniency_lower, expected[1]);
        assert_near(row.leniency_upper, expected[2]);
        assert_eq!(row.undefined, None);
    }
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
