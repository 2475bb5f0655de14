//! Turns visits into the figures of a report, one file per question.
//!
//! [`Tally`] counts visits in any order; the counts of comparable checklists are then merged, each question makes its
//! rows from them, and [`figures`] holds the row types. Nothing here reads files or formats figures.

pub mod agreement;
mod checklist_counts;
pub mod class;
pub mod dimension;
pub mod family;
pub mod figures;
mod interner;
mod month;
pub mod plan;
mod score_distribution;
mod stratum;
mod tally;

mod advice;
mod behaviours;
mod blind_spots;
mod change;
mod control_charts;
mod drivers;
mod labels;
mod mirror;
pub mod practice_debrief;
mod quality;
mod ranking;
mod scores;
mod time_to_event;

pub use dimension::{Dimension, Key};
pub use figures::Report;
pub use plan::{Condition, Filter, Plan};
pub use tally::Tally;

use crate::stats::{Confidence, SEED};
use crate::visit::definitions::Definitions;
use family::Counted;
use figures::{ChecklistUsed, FORMAT, Filters, Source};
/// The confidence level of every interval.
const CONFIDENCE: Confidence = Confidence::NINETY_FIVE;
/// A site with fewer visits is marked in the report and not ranked.
const FEW_VISITS: u64 = 5;

/// Computes the whole report. `definitions` maps digests to checklists; `source` describes what was read, and its
/// counts of visits are filled in from `tally`.
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
    let quality = tally.quality.rows_by_observer();
    let facts = tally.facts_by_site();
    let counted = &Counted::of(tally, definitions);
    // Resampling dominates the running time, so the questions run in parallel.
    let (((network, scores), mirror), ((waiting, waiting_tests), (change, (signals, drivers)))) = rayon::join(
        || {
            rayon::join(
                || (scores::network_scores(counted), scores::scores_by_key(counted)),
                || mirror::compare_relations(counted),
            )
        },
        || {
            let others = || {
                (
                    change::changes_between_periods(counted),
                    (control_charts::monthly_charts(counted), drivers::outcome_drivers(counted)),
                )
            };
            rayon::join(|| (time_to_event::waiting_times(counted), time_to_event::compare_sites(counted)), others)
        },
    );
    let mut rankings = counted.families.iter().map(|family| ranking::rank_sites(counted, family));
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
        network_behaviours: behaviours::network_shares(counted),
        behaviours: behaviours::shares_by_key(counted),
        change,
        signals,
        ranking: rankings.next().unwrap_or_else(ranking::without_visits),
        other_rankings: rankings.collect(),
        waiting,
        waiting_tests,
        mirror,
        blind_spots: blind_spots::find_blind_spots(counted),
        drivers,
        quality,
        notes: labels::notes(counted, &facts),
        labels: labels::labels(counted, &facts),
    };
    report.advice = advice::choose_advice(&report);
    report
}

fn used(family: &family::Family<'_>) -> ChecklistUsed {
    ChecklistUsed {
        name: family.name.clone(),
        id: family.id.clone(),
        versions: family.versions.clone(),
        relation: family.counts.relation.name(),
        visits: family.counts.visits(),
    }
}
