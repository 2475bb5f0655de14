//! Turns visits into the figures of a report, one file per question.
//!
//! [`Tally`] counts visits in any order; the counts of comparable checklists are then merged, each question makes its
//! rows from them, and [`figures`] holds the row types. Nothing here reads files or formats figures.

pub mod agreement;
mod answers;
mod checklist_counts;
mod checklist_versions;
pub mod class;
pub mod comparable_checklists;
pub mod dimension;
pub mod figures;
mod interner;
mod kinds;
mod month;
mod multiset;
mod name_notes;
mod newest;
mod notes;
pub mod plan;
mod score_distribution;
mod stratum;
mod tally;
mod uses;

mod advice;
mod behaviours;
mod blind_spots;
mod change;
mod claims;
mod control_charts;
mod coverage;
mod critical;
mod distributions;
mod drivers;
mod estimate;
mod labels;
mod last_year;
mod levels;
mod mirror;
mod observed;
mod outcomes;
pub mod practice_debrief;
mod priorities;
mod quality;
mod ranking;
mod scores;
mod standing;
mod time_to_event;
mod trend;
mod verbatims;

/// Figures by themselves, for the reference vectors.
#[cfg(feature = "testing")]
#[doc(hidden)]
pub mod testing {
    pub use super::behaviours::share_of_sites;
    pub use super::estimate::{Figure, mean_of_visits};
    pub use super::outcomes::net_promoter_score;
    pub use super::scores::quartiles;
}

pub use dimension::{Dimension, Key};
pub use figures::Report;
pub use plan::{Condition, Filter, KnownSite, Plan};
pub use tally::Tally;

use crate::stats::{Confidence, SEED};
use crate::visit::Checklist;
use crate::visit::definitions::Definitions;
use comparable_checklists::ComparableChecklists;
use figures::{ChecklistUsed, FORMAT, Filters, SectionShare, Source};
use std::collections::BTreeMap;
use tally::SiteFacts;

/// The confidence level of every interval.
const CONFIDENCE: Confidence = Confidence::NINETY_FIVE;
/// Fewer visits have no interval, and such a site is not ranked.
const FEW_VISITS: u64 = 5;
/// Fewer sites are not compared as a sample of sites.
const FEW_SITES: u64 = 5;

/// Computes the whole report. `definitions` maps digests to checklists; `source` describes what was read, and its
/// counts of visits are filled in from `tally`.
pub fn report(tally: Tally, definitions: &Definitions, source: Source) -> Report {
    let source = with_totals(source, &tally);
    let plan = tally.plan.clone();
    let quality = tally.quality.rows_by_observer();
    let facts = tally.facts_by_site();
    let coverage = coverage::coverage(&plan, &facts, &tally.filtered_sites);
    let observers = tally.quality.observers_by_site();
    let observer_names = tally.quality.names_by_observer();
    let checklists = &ComparableChecklists::from_tally(tally, definitions);
    let mut report = Report {
        format: FORMAT,
        filters: filters(&plan.filter),
        by: plan.by.clone(),
        seed: SEED,
        confidence: CONFIDENCE.level(),
        kind: checklists.kinds.name(),
        checklists: checklists.families.iter().map(used).collect(),
        target: plan.target,
        coverage,
        quality,
        site_observers: quality::site_observers(observers, checklists.kinds),
        labels: labels::labels(checklists, &facts, &observer_names),
        source,
        ..Report::default()
    };
    answer(&mut report, checklists, &facts);
    report.notes = labels::notes(checklists, &facts, &report.source, &report.change, &report.coverage);
    report.notes.extend(name_notes::name_notes(&plan.filter, &facts, &observer_names));
    claims::judge(&mut report);
    blind_spots::sort(&mut report.blind_spots);
    mirror::sort_and_rank(&mut report.mirror);
    report.advice = advice::choose_advice(&report);
    report
}

/// Answers the questions that need nothing but the counts, each on its own, on all threads.
fn answer(report: &mut Report, checklists: &ComparableChecklists<'_>, facts: &BTreeMap<Box<str>, SiteFacts>) {
    rayon::scope(|scope| {
        // The slowest come first.
        scope.spawn(|_| report.waiting_tests = time_to_event::compare_sites(checklists));
        scope.spawn(|_| report.mirror = mirror::compare_relations(checklists));
        scope.spawn(|_| report.drivers = drivers::outcome_drivers(checklists));
        scope.spawn(|_| report.blind_spots = blind_spots::find_blind_spots(checklists));
        scope.spawn(|_| {
            let mut rankings = checklists.families.iter().map(|family| ranking::rank_sites(checklists, family));
            report.ranking = rankings.next().unwrap_or_else(ranking::without_visits);
            report.other_rankings = rankings.collect();
        });
        scope.spawn(|_| report.scores = scores::scores_by_key(checklists));
        scope.spawn(|_| report.network = scores::network_scores(checklists));
        scope.spawn(|_| report.standing = standing::standings(checklists, facts));
        scope.spawn(|_| report.behaviours = behaviours::shares_by_key(checklists));
        scope.spawn(|_| report.network_behaviours = behaviours::network_shares(checklists));
        scope.spawn(|_| report.priorities = priorities::gains(checklists));
        scope.spawn(|_| report.change = change::changes_between_periods(checklists));
        scope.spawn(|_| report.last_year = last_year::against_last_year(checklists));
        scope.spawn(|_| report.trend = trend::trends(checklists));
        scope.spawn(|_| report.signals = control_charts::monthly_charts(checklists));
        scope.spawn(|_| report.waiting = time_to_event::waiting_times(checklists));
        scope.spawn(|_| report.distributions = distributions::distributions_by_key(checklists));
        scope.spawn(|_| report.network_distributions = distributions::network_distributions(checklists));
        scope.spawn(|_| report.outcomes = outcomes::outcomes_by_key(checklists));
        scope.spawn(|_| report.network_outcomes = outcomes::network_outcomes(checklists));
        scope.spawn(|_| report.critical = critical::failures(checklists));
        scope.spawn(|_| report.verbatims = verbatims::verbatims(checklists));
    });
}

fn with_totals(source: Source, tally: &Tally) -> Source {
    let totals = &tally.totals;
    Source {
        sessions: totals.sessions,
        self_audits: totals.self_audits,
        corrected: totals.corrected,
        abandoned: totals.abandoned,
        void: totals.void,
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
        visits: family.visits(),
        shares: family.definition.map(|definition| shares(definition.checklist())).unwrap_or_default(),
    }
}

fn shares(checklist: &Checklist) -> Vec<SectionShare> {
    let shares = checklist.sections.iter().zip(checklist.score_shares());
    shares.filter_map(|(section, share)| Some(SectionShare { section: section.id.clone(), percent: share? })).collect()
}
