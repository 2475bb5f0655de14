//! Questions on small visits, with figures from another program or computed by hand.

mod advice;
mod blind_spots;
mod critical;
mod drivers;
mod mirror;
mod priorities;
mod quality;
mod waiting;

use crate::records::tally;
use esprit::analysis::figures::{Report, Source};
use esprit::analysis::{Plan, report};
use esprit::visit::checklist::Relation;
use esprit::visit::definitions::Definitions;
use esprit::visit::record::{Record, RecordedValue};
use std::sync::Arc;

/// Returns the report on visits, after checking that it does not depend on their order or grouping.
fn order_independent_report(plan: Plan, records: &[Record<'_>], definitions: &Definitions) -> Report {
    let plan = Arc::new(plan);
    let of = |tally| report(tally, definitions, Source::default());
    let expected = of(tally(&plan, records));
    let mut backwards = records.to_vec();
    backwards.reverse();
    let third = backwards.len().div_ceil(3).max(1);
    let mut parts = backwards.chunks(third).rev().map(|part| tally(&plan, part));
    let mut together = parts.next().unwrap_or_else(|| tally(&plan, &[]));
    parts.for_each(|part| together.merge(part));
    let json = |report: &Report| serde_json::to_string(report).unwrap();
    assert_eq!(json(&of(together)), json(&expected));
    expected
}

/// Returns a report by site on visits without their checklists.
fn by_site(records: &[Record<'_>]) -> Report {
    order_independent_report(Plan::default(), records, &Definitions::default())
}

/// Changes the relation of a visit, and with it the checklist.
fn towards(relation: Relation, mut record: Record<'static>) -> Record<'static> {
    record.relation = relation;
    record.checklist = relation.name().into();
    record.digest = format!("sha256:{}", relation.name()).into();
    record
}

/// Returns a timer's value in seconds; `None` is `never`.
fn seconds(seconds: Option<f64>) -> RecordedValue<'static> {
    seconds.map_or(RecordedValue::Text("never".into()), |seconds| RecordedValue::Number(seconds * 1000.0))
}
