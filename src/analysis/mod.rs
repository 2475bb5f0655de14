//! From visits to figures: what each question of a report is answered with. One file per question.
//!
//! `tally` counts visits as they come, in any order; `family` puts together what belongs together; each question then
//! makes its rows of the counts, and `figures` are the shapes they come in. Nothing here knows where visits come from
//! or how figures are shown.
//! ```
//! use esprit::analysis::figures::Source;
//! use esprit::analysis::{Plan, Tally, report};
//! use esprit::store::reading::{Options, Taker, read};
//! use esprit::visit::record::Record;
//! use std::ops::ControlFlow;
//! use std::sync::Arc;
//!
//! /// Counts the visits that one thread reads.
//! struct Counter(Tally);
//!
//! impl Taker for Counter {
//!     fn take(&mut self, record: &Record<'_>) {
//!         self.0.take(record);
//!     }
//! }
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = tempfile::tempdir()?;
//! # let sessions = folder.path().to_owned();
//! let plan = Arc::new(Plan::default());
//! let read = read(&[sessions], &Options::default(), &|_| ControlFlow::Continue(()), &|| Counter(Tally::new(&plan)))?;
//! let mut tally = Tally::new(&plan);
//! read.takers.into_iter().for_each(|counter| tally.merge(counter.0));
//! let report = report(tally, &read.found.definitions, Source::default());
//! assert_eq!(report.source.sessions, 0);
//! # Ok(())
//! # }
//! ```

pub mod agreement;
mod cell;
pub mod class;
pub mod dimension;
pub mod family;
pub mod figures;
mod month;
mod names;
pub mod plan;
mod sheet;
mod spread;
mod tally;

mod advice;
mod behaviours;
mod blind_spots;
mod change;
mod drivers;
mod labels;
mod mirror;
mod quality;
mod ranking;
pub mod reveal;
mod scores;
mod signals;
mod waiting;

pub use dimension::{Dimension, Key};
pub use figures::Report;
pub use plan::{Condition, Filter, Plan};
pub use tally::Tally;

use crate::stats::{Confidence, SEED};
use crate::visit::definitions::Definitions;
use family::Counted;
use figures::{ChecklistUsed, FORMAT, Filters, Source};
/// The level of every interval.
const CONFIDENCE: Confidence = Confidence::NINETY_FIVE;
/// Below so many visits a site's score is marked, and never ranked.
const FEW_VISITS: u64 = 5;

/// Answers every question. `definitions` are the checklists by digest; `source` says what reading found, and is
/// completed with what was counted.
#[must_use]
pub fn report(tally: Tally, definitions: &Definitions, source: Source) -> Report {
    let source = Source {
        sessions: tally.counts.sessions,
        abandoned: tally.counts.abandoned,
        training: tally.counts.training,
        filtered: tally.counts.filtered,
        from: tally.counts.first.map(|date| date.to_string()),
        to: tally.counts.last.map(|date| date.to_string()),
        ..source
    };
    let plan = tally.plan.clone();
    let quality = tally.quality.figures();
    let facts = tally.facts_by_site();
    let counted = &Counted::of(tally, definitions);
    // What samples takes longest: the questions are answered side by side.
    let (((network, scores), mirror), ((waiting, waiting_tests), (change, (signals, drivers)))) = rayon::join(
        || rayon::join(|| (scores::network(counted), scores::figures(counted)), || mirror::figures(counted)),
        || {
            let others = || (change::figures(counted), (signals::figures(counted), drivers::figures(counted)));
            rayon::join(|| (waiting::figures(counted), waiting::tests(counted)), others)
        },
    );
    let mut rankings = counted.families.iter().map(|family| ranking::figures(counted, family));
    let mut report = Report {
        format: FORMAT,
        source,
        filters: Filters {
            conditions: plan.filter.conditions.iter().map(ToString::to_string).collect(),
            from: plan.filter.from.map(|date| date.to_string()),
            to: plan.filter.to.map(|date| date.to_string()),
        },
        by: plan.by.clone(),
        seed: SEED,
        confidence: CONFIDENCE.level(),
        checklists: counted.families.iter().map(used).collect(),
        advice: Vec::new(),
        network,
        scores,
        network_behaviours: behaviours::network(counted),
        behaviours: behaviours::figures(counted),
        change,
        signals,
        ranking: rankings.next().unwrap_or_else(ranking::of_nothing),
        other_rankings: rankings.collect(),
        waiting,
        waiting_tests,
        mirror,
        blind_spots: blind_spots::figures(counted),
        drivers,
        quality,
        notes: labels::notes(counted, &facts),
        labels: labels::labels(counted, &facts),
    };
    report.advice = advice::figures(&report);
    report
}

fn used(family: &family::Family<'_>) -> ChecklistUsed {
    ChecklistUsed {
        name: family.name.clone(),
        id: family.id.clone(),
        versions: family.versions.clone(),
        relation: family.sheet.relation.name(),
        visits: family.sheet.visits(),
    }
}
