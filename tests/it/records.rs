//! Small visits as records, and the reports on them.

use esprit::analysis::{Dimension, Plan, Report, Tally, report};
use esprit::visit::Kind;
use esprit::visit::checklist::Relation;
use esprit::visit::definitions::Definitions;
use esprit::visit::record::{Record, RecordedAnswer, RecordedValue};
use jiff::civil::Date;
use std::sync::Arc;

/// Returns a mystery visit without answers.
pub fn visit(site: &'static str, date: &str) -> Record<'static> {
    let date: Date = date.parse().unwrap();
    Record {
        id: format!("{site} {date}").into(),
        kind: Kind::MysteryVisit,
        complete: true,
        void: false,
        corrections: 0,
        relation: Relation::Customer,
        site: site.into(),
        site_name: None,
        group: None,
        observer: "o1".into(),
        observer_name: None,
        started_at: format!("{date}T10:00:00+01:00").into(),
        date,
        hour: 10,
        ended_at: format!("{date}T10:20:00+01:00").into(),
        time_zone: "Europe/Paris".into(),
        duration_ms: 1_200_000,
        paused_ms: 0,
        clock_shifts: 0,
        remark: None,
        checklist: "customer".into(),
        version: "1.0.0".into(),
        digest: "sha256:1".into(),
        scenario: None,
        percent: None,
        points: 0.0,
        possible: 0.0,
        section_shares: Vec::new(),
        failed_critical: Vec::new(),
        rows: Vec::new(),
        note: None,
        outcome: None,
        sealed: true,
        pauses_and_marks: None,
    }
}

/// Returns a visit with one scored row, on a scale in the section `all`.
pub fn scored_visit(site: &'static str, date: &str, points: f64, possible: f64) -> Record<'static> {
    let mut record = visit(site, date);
    add_row(&mut record, answer_row("all.whole", "scale", RecordedValue::Number(points), points, possible));
    record
}

/// Returns a visit with judgements: `greeting.smile` is the behaviour `smile` in the section and attitude `greeting`.
pub fn judged_visit(site: &'static str, date: &str, answers: &[(&'static str, &'static str)]) -> Record<'static> {
    let mut record = visit(site, date);
    for (item, value) in answers {
        let (points, possible) = match *value {
            "yes" => (1.0, 1.0),
            "partly" => (0.5, 1.0),
            "no" => (0.0, 1.0),
            _ => (0.0, 0.0),
        };
        add_row(&mut record, answer_row(item, "behaviour", RecordedValue::Text((*value).into()), points, possible));
    }
    record
}

/// Adds a row, and its points to those of the visit.
pub fn add_row(record: &mut Record<'static>, row: RecordedAnswer<'static>) {
    record.points += row.points;
    record.possible += row.possible;
    record.percent = (record.possible > 0.0).then(|| 100.0 * record.points / record.possible);
    record.rows.push(row);
}

/// Returns a row in the section and attitude that prefix the item's id.
pub fn answer_row(
    item: &'static str,
    response: &'static str,
    value: RecordedValue<'static>,
    points: f64,
    possible: f64,
) -> RecordedAnswer<'static> {
    let (section, behaviour) = item.split_once('.').unwrap();
    RecordedAnswer {
        item: item.into(),
        section: section.into(),
        attitude: Some(section.into()),
        behaviour: Some(behaviour.into()),
        response: response.into(),
        value,
        weight: 1.0,
        points,
        possible,
        critical: false,
        first_recorded_at: None,
        recorded_at: None,
        observed_at: None,
        elapsed_ms: None,
        note: None,
    }
}

/// Returns a plan by these dimensions.
pub fn plan_by(dimensions: &[Dimension]) -> Plan {
    Plan { by: dimensions.to_vec(), ..Plan::default() }
}

/// Returns the report on visits without their checklists.
pub fn report_of(plan: Plan, records: &[Record<'_>]) -> Report {
    report_with(plan, records, &Definitions::default())
}

/// Returns the report on visits by these checklists.
pub fn report_with(plan: Plan, records: &[Record<'_>], definitions: &Definitions) -> Report {
    report(tally(&Arc::new(plan), records), definitions, esprit::analysis::figures::Source::default())
}

/// Counts visits.
pub fn tally(plan: &Arc<Plan>, records: &[Record<'_>]) -> Tally {
    let mut tally = Tally::new(plan);
    for record in records {
        tally.add_visit(record);
    }
    tally
}

/// Returns the key of a row as text: `site=lyon-3 month=2026-03`.
pub fn key_text(key: &esprit::analysis::Key) -> String {
    key.iter().map(|(dimension, value)| format!("{}={value}", dimension.name())).collect::<Vec<_>>().join(" ")
}

/// Fails unless two figures agree to nine digits.
pub fn assert_near(got: impl Into<Option<f64>>, expected: f64) {
    let got = got.into();
    let near = got.is_some_and(|got| (got - expected).abs() <= 1e-9 * expected.abs().max(1.0));
    assert!(near, "got {got:?}, expected {expected}");
}
