//! The figures of an agreement: `esprit.agreement/1`.
//!
//! Shares lie from 0 to 1, coefficients up to 1, points are fractions of what an item can earn. A figure that is
//! undefined is null, and `undefined` beside it says why, in the codes of [`crate::stats::Undefined`]. Rows stand in
//! checklist order or by name.

mod observer;

pub use observer::{Coverage, Drift, Leniency, ObserverRow, Timing, Verdict};

use crate::analysis::class::Times;
use crate::stats::Interval;
use crate::stats::Undefined;
use crate::visit::checklist::LocalText;
use schemars::JsonSchema;
use serde::Serialize;

/// The format that this version writes.
pub const FORMAT: &str = "esprit.agreement/1";

/// Everything an agreement says.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Agreement {
    /// Always `esprit.agreement/1`.
    pub format: &'static str,
    /// By what visits were matched.
    pub matched_on: On,
    /// Two times match up to so many seconds apart.
    pub tolerance_s: f64,
    /// The seed of everything random.
    pub seed: u64,
    /// The level of every interval.
    pub confidence: f64,
    /// What the figures were made from.
    pub source: Source,
    /// One for each checklist, most visits first; checklists whose items agree are one.
    pub comparisons: Vec<Comparison>,
}

/// By what visits are matched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum On {
    /// The scenario that was watched.
    Scenario,
    /// The site, and a start within the window from the first of them.
    #[default]
    SiteWindow,
    /// The file's name.
    FileName,
}

impl On {
    /// Every way with its name on the command line.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Scenario, "scenario"), (Self::SiteWindow, "site+window"), (Self::FileName, "file-name")];
}

/// What the figures were made from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Source {
    /// Visits that were read.
    pub sessions: u64,
    /// Copies of a visit that was read already.
    pub duplicates: u64,
    /// Visits that were given up; they do not count.
    pub abandoned: u64,
    /// Visits whose checklist could not be read.
    pub without_checklist: u64,
    /// Visits that nobody else saw, and that have no reference.
    pub alone: u64,
    /// Files, or lines of files, that could not be used.
    pub damaged: u64,
    /// What was asked to hold others against: sessions by their ids, scenarios by their ids and versions.
    pub references: Vec<String>,
}

/// Visits by one checklist, compared.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Comparison {
    /// The checklist's id.
    pub checklist: String,
    /// The versions that count as one.
    pub versions: Vec<String>,
    /// The checklist's title.
    pub title: LocalText,
    /// What was seen: the units.
    pub meetings: Vec<Meeting>,
    /// How many visits are compared.
    pub visits: u64,
    /// What observers are held against.
    pub against: Against,
    /// What it comes to, most important first.
    pub reading: Vec<Sentence>,
    /// All items with yes, partly and no together.
    pub overall: Coefficients,
    /// One row for each item that can be compared.
    pub items: Vec<ItemRow>,
    /// One row for each observer.
    pub observers: Vec<ObserverRow>,
    /// How far the answers of one meeting hang together.
    pub clustering: Clustering,
    /// How much was met: one row for each item with yes and no.
    pub coverage: Vec<CoverageRow>,
    /// Which answers stand for which: one row for each pair that occurs and differs, and for those that agree.
    pub confusion: Vec<ConfusionRow>,
}

/// What observers are held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Against {
    /// A reference.
    Reference,
    /// What most of the others said; where they are divided, nothing.
    Others,
}

/// Something that several observers saw.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Meeting {
    /// The scenario's id, site and date, or the file's name.
    pub name: String,
    /// What people call the site.
    pub site: String,
    /// How many observers.
    pub observers: u64,
    /// Whose answers the observers are held against; null where there is no reference.
    pub reference: Option<Reference>,
    /// Who has an earlier visit of it, which does not count.
    pub again: Vec<String>,
    /// From when on times count.
    pub times: Times,
}

/// Whose answers observers of a meeting are held against.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Reference {
    /// Those of a session.
    Session {
        /// Its id.
        id: String,
    },
    /// Those of a scenario.
    Scenario {
        /// Its id.
        id: String,
        /// Its version.
        version: String,
        /// Whether it is the very one that was watched; otherwise another of its id.
        watched: bool,
    },
}

/// A figure with its interval.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Figure {
    /// The figure.
    pub value: Option<f64>,
    /// The lower limit.
    pub lower: Option<f64>,
    /// The upper limit.
    pub upper: Option<f64>,
    /// Why there is no figure, or no interval.
    pub undefined: Option<Undefined>,
}

impl Figure {
    /// Makes a figure that has an interval.
    pub(super) fn between(value: f64, interval: Interval) -> Self {
        Self { value: Some(value), lower: Some(interval.lower), upper: Some(interval.upper), undefined: None }
    }
}

/// How far the answers of one observer in one meeting hang together, by all observers: intervals of the observers'
/// figures are of as many answers fewer.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Clustering {
    /// Of the shares that agree, and of kappa.
    pub share: HangTogether,
    /// Of leniency.
    pub leniency: HangTogether,
}

/// A design effect. Intervals never become narrower by it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
pub struct HangTogether {
    /// How many answers tell as much as one that stands alone; 1 where they do not hang together.
    pub effect: Option<f64>,
    /// The degrees of freedom that it has.
    pub freedom: Option<f64>,
    /// How many answers it is reckoned from.
    pub n: u64,
    /// Why it is not known; answers count as if each stood alone then. `too_few_levels` where nobody was in two
    /// meetings.
    pub undefined: Option<Undefined>,
}

/// Agreement of all observers. Intervals are of meetings drawn again and again (`BCa`).
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Coefficients {
    /// How many units: meetings, or items of meetings.
    pub n: u64,
    /// How many answers in them.
    pub answers: u64,
    /// The share of pairs of observers who agree.
    pub observed: Figure,
    /// Gwet's AC1, or AC2 where `weighted`.
    pub ac: Figure,
    /// Krippendorff's alpha.
    pub alpha: Figure,
    /// Cohen's kappa against the reference.
    pub kappa: Figure,
    /// Whether answers that are near count in part.
    pub weighted: bool,
    /// Whether nearly all answers are one, so that kappa and alpha say little though observers agree.
    pub paradox: bool,
}

/// An item.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ItemRow {
    /// The item's id.
    pub item: String,
    /// What the observer reads.
    pub label: LocalText,
    /// How well observers agree among each other.
    pub agreement: Coefficients,
    /// How many answers were held against something, whoever answers by chance left out.
    pub compared: u64,
    /// The share that agrees with it; Wilson's interval.
    pub agreed: Figure,
    /// Whether observers go astray here more than elsewhere, for certain (Benjamini-Hochberg over the items).
    pub unclear: bool,
}

/// How much of an item was met, by all observers.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct CoverageRow {
    /// The item's id.
    pub item: String,
    /// How many observers.
    pub observers: u64,
    /// How many of them met it with a yes and with a no.
    pub both: u64,
    /// Only with a yes.
    pub only_yes: u64,
    /// Only with a no.
    pub only_no: u64,
    /// With neither.
    pub neither: u64,
}

/// Answers that stand for others.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ConfusionRow {
    /// The item's id.
    pub item: String,
    /// What it is held against.
    pub expected: String,
    /// What was answered.
    pub answered: String,
    /// How often.
    pub n: u64,
}

/// A sentence of the reading, as figures; formats put it into words.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Sentence {
    /// What it says.
    pub says: Says,
    /// The observers it is about.
    pub observers: Vec<String>,
    /// The items it is about.
    pub items: Vec<String>,
    /// How many answers, units or observers are behind it.
    pub n: u64,
    /// The figure.
    pub figure: Figure,
}

/// What a sentence says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Says {
    /// How well all agree with what they are held against.
    Overall,
    /// Who is ready.
    Ready,
    /// That nobody is.
    NobodyReady,
    /// Who must practise again.
    Again,
    /// Who answers as if by chance.
    ByChance,
    /// Who is lenient.
    Lenient,
    /// Who is severe.
    Severe,
    /// That one of two leans, and that only a reference would tell which.
    OneLeans,
    /// Which items need a clearer guidance.
    Unclear,
    /// That kappa is low though observers agree.
    Paradox,
    /// That items were never met failing.
    Uncovered,
    /// Who agrees less than at first.
    Drifted,
    /// That there is nothing to compare.
    Nothing,
}
