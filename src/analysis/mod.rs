//! Turns visits into the figures of a report, one file per question.
//!
//! [`Tally`] counts visits in any order; the counts of comparable checklists are then merged, each question makes its
//! rows from them, and [`figures`] holds the row types. Nothing here reads files or formats figures.

pub mod agreement;
mod checklist_counts;
pub mod class;
pub mod comparable_checklists;
pub mod dimension;
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
use comparable_checklists::ComparableChecklists;
use figures::{ChecklistUsed, FORMAT, Filters, Source};
/// The confidence level of every interval.
const CONFIDENCE: Confidence = Confidence::NINETY_FIVE;
/// A site with fewer visits is marked in the report and not ranked.
const FEW_VISITS: u64 = 5;

/// Computes the whole report. `definitions` maps digests to checklists; `source` describes what was read, and its
/// counts of visits are filled in from `tally`.
pub fn report(tally: Tally, definitions: &Definitions, source: Source) -> Report {
    let source = with_totals(source, &tally);
    let plan = tally.plan.clone();
    let quality = tally.quality.rows_by_observer();
    let facts = tally.facts_by_site();
    let checklists = &ComparableChecklists::from_tally(tally, definitions);
    // Resampling dominates the running time, so the questions run in parallel.
    let (((network, scores), mirror), ((waiting, waiting_tests), (change, (signals, drivers)))) = rayon::join(
        || {
            rayon::join(
                || (scores::network_scores(checklists), scores::scores_by_key(checklists)),
                || mirror::compare_relations(checklists),
            )
        },
        || {
            let others = || {
                (
                    change::changes_between_periods(checklists),
                    (control_charts::monthly_charts(checklists), drivers::outcome_drivers(checklists)),
                )
            };
            rayon::join(|| (time_to_event::waiting_times(checklists), time_to_event::compare_sites(checklists)), others)
        },
    );
    let mut rankings = checklists.families.iter().map(|family| ranking::rank_sites(checklists, family));
    let mut report = Report {
        format: FORMAT,
        source,
        filters: filters(&plan.filter),
        by: plan.by.clone(),
        seed: SEED,
        confidence: CONFIDENCE.level(),
        checklists: checklists.families.iter().map(used).collect(),
        advice: Vec::new(),
        network,
        scores,
        network_behaviours: behaviours::network_shares(checklists),
        behaviours: behaviours::shares_by_key(checklists),
        change,
        signals,
        ranking: rankings.next().unwrap_or_else(ranking::without_visits),
        other_rankings: rankings.collect(),
        waiting,
        waiting_tests,
        mirror,
        blind_spots: blind_spots::find_blind_spots(checklists),
        drivers,
        quality,
        notes: labels::notes(checklists, &facts),
        labels: labels::labels(checklists, &facts),
    };
    report.advice = advice::choose_advice(&report);
    report
}

fn with_totals(source: Source, tally: &Tally) -> Source {
    let totals = &tally.totals;
    Source {
        sessions: totals.sessions,
        abandoned: totals.abandoned,
        training: totals.training,
        filtered: totals.filtered,
        from: totals.first.map(|date| date.to_string()),
        to: totals.last.map(|date| date.to_string()),
        ..source
    }
}

fn filters(filter: &Filter) -> Filters {
    Filters {
        conditions: filter.conditions.iter().map(ToString::to_string).collect(),
        from: filter.from.map(|date| date.to_string()),
        to: filter.to.map(|date| date.to_string()),
    }
}

fn used(family: &comparable_checklists::ChecklistFamily<'_>) -> ChecklistUsed {
    ChecklistUsed {
        name: family.name.clone(),
        id: family.id.clone(),
        versions: family.versions.clone(),
        relation: family.counts.relation.name(),
        visits: family.counts.visits(),
    }
}
