//! The figures of a report, format `esprit.report/1`.
//!
//! These types are the JSON report, and every other format is made from them. Shares are from 0 to 1, percentages from
//! 0 to 100, times in seconds. An undefined figure is null, and `undefined` beside it says why, in the codes of
//! [`crate::stats::Undefined`]. Rows are sorted by key.

mod answers;
mod conclusions;
mod over_time;
mod programme;
mod shares;
mod verbatims;

pub use answers::{AnswerShare, DistributionRow, Level, ValueUnit};
pub use conclusions::{
    Advice, CriticalRow, Extreme, FailedVisit, PriorityRow, QualityRow, RankedSite, Ranking, Says, SiteCount,
    SiteObservers, Warning,
};
pub use over_time::{
    BehaviourChange, Change, ScoreChange, SignalPoint, SignalRow, WaitingRow, WaitingStep, WaitingTest,
};
pub use programme::{Coverage, CoverageOfKind, CoverageRow, LastYear, Span, StandingRow, TrendRow};
pub use shares::{BehaviourRow, BlindSpotRow, DriverRow, MirrorRow, OutcomeRow, ScoreRow};
pub use verbatims::{Verbatim, VerbatimRow};

pub use crate::stats::Undefined;

use super::dimension::Dimension;
use crate::visit::checklist::LocalText;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// The format that this version writes.
pub const FORMAT: &str = "esprit.report/1";

/// A report.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Report {
    /// Always `esprit.report/1`.
    pub format: &'static str,
    /// What the figures were made from.
    pub source: Source,
    /// The filters set by `--where`, `--from` and `--to`.
    pub filters: Filters,
    /// The dimensions that group the figures.
    pub by: Vec<Dimension>,
    /// The seed of the random number generator.
    pub seed: u64,
    /// The confidence level of every interval.
    pub confidence: f64,
    /// The kind of visits that figures are made from; null where the filter names kinds. Self-audits count only where
    /// they are compared, if there are mystery visits.
    pub kind: Option<&'static str>,
    /// The checklists, most visits first. Those with the same items share one name.
    pub checklists: Vec<ChecklistUsed>,
    /// What to know first: at most five sentences, as figures.
    pub advice: Vec<Advice>,
    /// The score of all visits together, one row per checklist.
    pub network: Vec<ScoreRow>,
    /// The scores by key.
    pub scores: Vec<ScoreRow>,
    /// Each site beside the other sites.
    pub standing: Vec<StandingRow>,
    /// Which sites were visited.
    pub coverage: Coverage,
    /// The score that visits should reach, if one is set.
    pub target: Option<f64>,
    /// The outcome of all visits together, one row per checklist.
    pub network_outcomes: Vec<OutcomeRow>,
    /// The outcomes by key.
    pub outcomes: Vec<OutcomeRow>,
    /// How often each answer to a scale, a count or a choice was given in all visits together, one row per checklist and
    /// item; of a number, where its answers lie.
    pub network_distributions: Vec<DistributionRow>,
    /// The same by key.
    pub distributions: Vec<DistributionRow>,
    /// How often each behaviour is shown in all visits together.
    pub network_behaviours: Vec<BehaviourRow>,
    /// How often each behaviour is shown, by key.
    pub behaviours: Vec<BehaviourRow>,
    /// The critical items that failed, with the visits, most first.
    pub critical: Vec<CriticalRow>,
    /// What observers wrote, by key and behaviour: the newest notes, and how many there are.
    pub verbatims: Vec<VerbatimRow>,
    /// What each behaviour takes from the score, most first.
    pub priorities: Vec<PriorityRow>,
    /// The changes between two periods.
    pub change: Change,
    /// The later period against the same months one year before.
    pub last_year: LastYear,
    /// How scores move over time, of all visits and of each site.
    pub trend: Vec<TrendRow>,
    /// The control charts of monthly scores.
    pub signals: Vec<SignalRow>,
    /// The ranking of sites, of the checklist with the most visits.
    pub ranking: Ranking,
    /// The rankings of the other checklists.
    pub other_rankings: Vec<Ranking>,
    /// The waiting times of timers.
    pub waiting: Vec<WaitingRow>,
    /// Tests whether sites differ in a waiting time.
    pub waiting_tests: Vec<WaitingTest>,
    /// The three relations side by side.
    pub mirror: Vec<MirrorRow>,
    /// Self-audits compared with mystery visits.
    pub blind_spots: Vec<BlindSpotRow>,
    /// What is associated with the outcome: behaviours, waits, scales, counts, numbers and choices.
    pub drivers: Vec<DriverRow>,
    /// The quality of visits, one row per observer.
    pub quality: Vec<QualityRow>,
    /// Who observed each site.
    pub site_observers: Vec<SiteObservers>,
    /// Notes on how the figures were made.
    pub notes: Vec<Note>,
    /// The labels of the ids in keys.
    pub labels: Labels,
}

impl Report {
    /// Returns the rankings of all checklists, that of the one with most visits first.
    pub fn rankings(&self) -> impl Iterator<Item = &Ranking> {
        std::iter::once(&self.ranking).chain(&self.other_rankings)
    }
}

/// What the figures were made from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Source {
    /// Visits that were counted.
    pub sessions: u64,
    /// Self-audits among them, which count only where they are compared.
    pub self_audits: u64,
    /// Visits among them that were corrected after their end.
    pub corrected: u64,
    /// Copies of visits; each visit counts once.
    pub duplicates: u64,
    /// Earlier files of corrected visits, which the later ones continue.
    pub superseded: u64,
    /// Abandoned visits, left out.
    pub abandoned: u64,
    /// Visits declared void, left out.
    pub void: u64,
    /// Training visits, left out.
    pub training: u64,
    /// Visits that the filters left out.
    pub filtered: u64,
    /// Visits whose file has no seal; they count.
    pub unsealed: u64,
    /// Files and lines that could not be used.
    pub damaged: Vec<DamagedFile>,
    /// Files and lines that prove nothing and count all the same, with `unsealed` or what the check of the seal found.
    pub unproven: Vec<DamagedFile>,
    /// The date of the first visit.
    pub from: Option<String>,
    /// The date of the last visit.
    pub to: Option<String>,
    /// Whether every seal was checked.
    pub verified: bool,
}

/// A file, or a line of one, that could not be used or proves nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct DamagedFile {
    /// Its path; in a file of several sessions, followed by `:` and the line.
    pub path: String,
    /// Why, as a code.
    pub reason: String,
}

/// The filters of a report.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Filters {
    /// The conditions, each `key=value`.
    #[serde(rename = "where")]
    pub conditions: Vec<String>,
    /// The first day.
    pub from: Option<String>,
    /// The last day.
    pub to: Option<String>,
}

/// A checklist, or several with the same items.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct ChecklistUsed {
    /// The name used in rows: the id, followed by the versions if one id has versions with different items.
    pub name: String,
    /// The checklist's id.
    pub id: String,
    /// The versions counted together, in order.
    pub versions: Vec<String>,
    /// The relation: `customer`, `management` or `internal`.
    pub relation: &'static str,
    /// Visits that the figures are made from.
    pub visits: u64,
    /// The sections whose shares the score is computed from; none where it is computed from points.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub shares: Vec<SectionShare>,
}

/// The share of the score that a section has.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct SectionShare {
    /// The section's id.
    pub section: String,
    /// The percentage of the whole score that it makes where every section counts.
    pub percent: f64,
}

/// Notes on how the figures were made.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Note {
    /// Which note: `self_audits_only`, `self_audits_apart`, `checklists_apart`, `checklists_together`,
    /// `versions_together`, `texts_changed`, `contents_apart`, `site_in_two_groups`, `one_site`, `sites_in_one_period`,
    /// `sites_not_visited`, `sites_without_weight`, `weights_without_site`, `site_with_several_names`,
    /// `sites_with_one_name`, `observer_with_several_names`, `observers_with_one_name`, `filter_mixes_sites`,
    /// `filter_mixes_observers`.
    pub code: &'static str,
    /// The ids that it is about.
    pub subject: Vec<String>,
}

/// The labels of ids, by language, from the checklists and the visits.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Labels {
    /// Sites.
    pub sites: BTreeMap<String, String>,
    /// Observers.
    pub observers: BTreeMap<String, String>,
    /// Behaviours; for an item without one, the item's label.
    pub behaviours: BTreeMap<String, LocalText>,
    /// Behaviours in each checklist, by the checklist's name in rows.
    pub behaviours_of: BTreeMap<String, BTreeMap<String, LocalText>>,
    /// Items.
    pub items: BTreeMap<String, LocalText>,
    /// The options of choices, by item.
    pub options: BTreeMap<String, BTreeMap<String, LocalText>>,
    /// Sections.
    pub sections: BTreeMap<String, LocalText>,
    /// Checklists, by their name in rows.
    pub checklists: BTreeMap<String, LocalText>,
}
