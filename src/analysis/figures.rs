//! The figures of a report: `esprit.report/1`.
//!
//! These shapes are the JSON report, so that what an analyst reads is what every other format is made from.
//! Shares lie from 0 to 1, percents from 0 to 100, times are seconds. A figure that is undefined is null, and
//! `undefined` beside it says why, in the codes of [`crate::stats::Undefined`]. Rows are sorted by key.

mod course;
mod shares;
mod trust;

pub use course::{BehaviourChange, Change, ScoreChange, SignalPoint, SignalRow, WaitingRow, WaitingStep, WaitingTest};
pub use shares::{BehaviourRow, BlindSpotRow, DriverRow, MirrorRow, ScoreRow};
pub use trust::{Advice, QualityRow, RankedSite, Ranking, Says};

use super::dimension::Dimension;
use crate::visit::checklist::LocalText;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// The format that this version writes.
pub const FORMAT: &str = "esprit.report/1";

/// Everything a report says.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Report {
    /// Always `esprit.report/1`.
    pub format: &'static str,
    /// What the figures were made from.
    pub source: Source,
    /// What was asked for by `--where`, `--from` and `--to`.
    pub filters: Filters,
    /// By what the figures are told apart.
    pub by: Vec<Dimension>,
    /// The seed of everything random.
    pub seed: u64,
    /// The level of every interval.
    pub confidence: f64,
    /// The checklists, most visits first. Those whose items agree have one name.
    pub checklists: Vec<ChecklistUsed>,
    /// Where to act first: three to five sentences, as figures.
    pub advice: Vec<Advice>,
    /// The score of all visits together, one row for each checklist.
    pub network: Vec<ScoreRow>,
    /// How good is this site, section, attitude…?
    pub scores: Vec<ScoreRow>,
    /// How often is each behaviour shown, in all visits together?
    pub network_behaviours: Vec<BehaviourRow>,
    /// How often is this behaviour shown?
    pub behaviours: Vec<BehaviourRow>,
    /// Better than before?
    pub change: Change,
    /// Is this month a signal or noise?
    pub signals: Vec<SignalRow>,
    /// May sites be ranked, and how? Of the checklist with most visits.
    pub ranking: Ranking,
    /// The same for every other checklist.
    pub other_rankings: Vec<Ranking>,
    /// How long until it happens?
    pub waiting: Vec<WaitingRow>,
    /// Do sites differ in it?
    pub waiting_tests: Vec<WaitingTest>,
    /// Do we treat each other as we treat customers?
    pub mirror: Vec<MirrorRow>,
    /// Do managers see what shoppers see?
    pub blind_spots: Vec<BlindSpotRow>,
    /// What goes with wanting to come back?
    pub drivers: Vec<DriverRow>,
    /// Can these figures be trusted? One row for each observer.
    pub quality: Vec<QualityRow>,
    /// What a reader must know of the whole.
    pub notes: Vec<Note>,
    /// How people call what the keys name.
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
    /// Visits that the figures rest on.
    pub sessions: u64,
    /// Further copies of a visit; each visit counts once.
    pub duplicates: u64,
    /// Visits that were given up, left out.
    pub abandoned: u64,
    /// Training visits, left out.
    pub training: u64,
    /// Visits that the filters left out.
    pub filtered: u64,
    /// Visits whose file carries no seal; they count.
    pub unsealed: u64,
    /// Files and lines that could not be used.
    pub damaged: Vec<DamagedFile>,
    /// The date of the first visit.
    pub from: Option<String>,
    /// The date of the last.
    pub to: Option<String>,
    /// Whether every seal was checked.
    pub verified: bool,
}

/// A file, or a line of one, that could not be used.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct DamagedFile {
    /// Where it lies; `:` and the line follow in a file of several sessions.
    pub path: String,
    /// Why, as a code.
    pub reason: String,
}

/// What was asked for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Filters {
    /// Conditions, each `key=value`.
    #[serde(rename = "where")]
    pub conditions: Vec<String>,
    /// The first day.
    pub from: Option<String>,
    /// The last day.
    pub to: Option<String>,
}

/// A checklist in use.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ChecklistUsed {
    /// The name that rows carry: the id, with versions where one id has items that disagree.
    pub name: String,
    /// The checklist's id.
    pub id: String,
    /// The versions that count as one, in order.
    pub versions: Vec<String>,
    /// Between whom the service passes.
    pub relation: &'static str,
    /// Visits that the figures rest on.
    pub visits: u64,
}

/// What a reader must know of the whole.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Note {
    /// Which note: `checklists_apart`, `checklists_together`, `versions_together`, `site_in_two_groups`, `one_site`.
    pub code: &'static str,
    /// What it is about.
    pub subject: Vec<String>,
}

/// How people call what the keys name, by language; from the checklists and the visits.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Labels {
    /// Sites.
    pub sites: BTreeMap<String, String>,
    /// Behaviours; of an item without one, the item's.
    pub behaviours: BTreeMap<String, LocalText>,
    /// Behaviours in each checklist, by the name that rows carry.
    pub behaviours_of: BTreeMap<String, BTreeMap<String, LocalText>>,
    /// Items.
    pub items: BTreeMap<String, LocalText>,
    /// Sections.
    pub sections: BTreeMap<String, LocalText>,
    /// Checklists, by the name that rows carry.
    pub checklists: BTreeMap<String, LocalText>,
}
