//! The figures of an agreement, format `esprit.agreement/1`.
//!
//! Shares are from 0 to 1, coefficients at most 1, points are fractions of what an item can earn. An undefined figure
//! is null, and `undefined` beside it says why, in the codes of [`crate::stats::Undefined`]. So is an interval of fewer
//! than five answers or pairs. Not observed, not applicable and no answer are missing: they count in
//! `observed_by_one` and `left_out` alone. Rows are in checklist
//! order or sorted by name.

mod observer;

pub use observer::{Coverage, Drift, Leniency, NotYet, ObserverRow, Timing, Verdict};

use crate::analysis::class::Times;
use crate::stats::Interval;
use crate::stats::Undefined;
use crate::visit::checklist::LocalText;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// The format that this version writes.
pub const FORMAT: &str = "esprit.agreement/1";

/// An agreement report.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Agreement {
    /// Always `esprit.agreement/1`.
    pub format: &'static str,
    /// How visits were matched.
    pub matched_on: MatchedOn,
    /// Times match if at most this many seconds apart.
    pub tolerance_s: f64,
    /// The seed of the random number generator.
    pub seed: u64,
    /// The confidence level of every interval.
    pub confidence: f64,
    /// What the figures were made from.
    pub source: Source,
    /// One comparison per checklist, most visits first; checklists with the same items count as one.
    pub comparisons: Vec<Comparison>,
}

/// How visits are matched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MatchedOn {
    /// By the scenario that was watched.
    Scenario,
    /// By site, and a start within the window from the first visit.
    #[default]
    SiteWindow,
    /// By file name.
    FileName,
}

impl MatchedOn {
    /// Every variant with its name on the command line.
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
    /// Visits that were corrected after their end.
    pub corrected: u64,
    /// Abandoned visits, left out.
    pub abandoned: u64,
    /// Visits declared void, left out.
    pub void: u64,
    /// Visits whose checklist could not be read.
    pub without_checklist: u64,
    /// Visits with neither another observer nor a reference.
    pub alone: u64,
    /// Files, or lines of files, that could not be used.
    pub damaged: u64,
    /// The references requested: sessions by id, scenarios by id and version.
    pub references: Vec<String>,
}

/// A comparison of visits by one checklist.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Comparison {
    /// The checklist's id.
    pub checklist: String,
    /// The versions that count as one.
    pub versions: Vec<String>,
    /// The checklist's title.
    pub title: LocalText,
    /// The meetings, which are the units.
    pub meetings: Vec<Meeting>,
    /// The number of visits compared.
    pub visits: u64,
    /// What observers are compared with.
    pub against: Against,
    /// The findings, most important first.
    pub reading: Vec<Sentence>,
    /// The agreement on all items with yes, partly and no together.
    pub overall: Coefficients,
    /// How often observers differ on whether an item could be observed, over all items.
    pub observed_by_one: ObservedByOne,
    /// One row for each item that can be compared.
    pub items: Vec<ItemRow>,
    /// One row for each observer.
    pub observers: Vec<ObserverRow>,
    /// The names of observers, by their ids; those who have one.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub observer_names: BTreeMap<String, String>,
    /// The design effects of answers from one meeting.
    pub clustering: Clustering,
    /// The coverage, one row for each item with yes and no.
    pub coverage: Vec<CoverageRow>,
    /// The confusion matrices: one row for each pair of answers that occurs.
    pub confusion: Vec<ConfusionRow>,
}

/// What observers are compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Against {
    /// The reference.
    Reference,
    /// The majority of the other observers; nothing if it is a tie.
    Others,
}

/// A meeting: what several observers saw.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Meeting {
    /// The scenario's id, site and date, or the file's name.
    pub name: String,
    /// The name of the site.
    pub site: String,
    /// The number of observers.
    pub observers: u64,
    /// The source of the expected answers; null without a reference.
    pub reference: Option<Reference>,
    /// The observers with an earlier visit of it, which does not count.
    pub again: Vec<String>,
    /// The origin of the times.
    pub times: Times,
}

/// The source of the expected answers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Reference {
    /// A session.
    Session {
        /// Its id.
        id: String,
    },
    /// A scenario.
    Scenario {
        /// Its id.
        id: String,
        /// Its version.
        version: String,
        /// Whether it is identical to the scenario that was watched; otherwise it has the same id.
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

/// The fewest answers or pairs of a figure with an interval.
pub(super) const FEWEST: u64 = 5;

impl Figure {
    /// Creates a figure of `n` answers or pairs. It has no interval if these are too few, or the interval no length.
    pub(super) fn new(value: f64, interval: Result<Interval, Undefined>, n: u64) -> Self {
        let interval = interval.and_then(|interval| match interval {
            _ if n < FEWEST => Err(Undefined::FewVisits),
            Interval { lower, upper } if lower < upper => Ok(interval),
            _ => Err(Undefined::NoVariation),
        });
        let limit = |of: fn(Interval) -> f64| interval.ok().map(of);
        Self {
            value: Some(value),
            lower: limit(|interval| interval.lower),
            upper: limit(|interval| interval.upper),
            undefined: interval.err(),
        }
    }

    /// Creates a figure that is undefined.
    pub(super) fn undefined(why: Undefined) -> Self {
        Self { undefined: Some(why), ..Self::default() }
    }
}

/// The design effects of the answers of one observer in one meeting, estimated from all observers. They widen the
/// intervals of the observers' figures.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Clustering {
    /// The effect on shares of agreement, and on kappa.
    pub share: ClusterEffect,
    /// The effect on leniency.
    pub leniency: ClusterEffect,
}

/// A design effect; it never narrows an interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ClusterEffect {
    /// The number of answers that carry as much information as one independent answer; 1 if they are independent.
    pub effect: Option<f64>,
    /// Its degrees of freedom.
    pub freedom: Option<f64>,
    /// The number of answers that it is estimated from.
    pub n: u64,
    /// Why it is unknown; answers then count as independent. `too_few_levels` if nobody was in two meetings.
    pub undefined: Option<Undefined>,
}

/// The agreement of all observers, on what at least two of them observed. Intervals are BCa bootstrap intervals over the
/// units; where several are of one meeting, widened by the design effect of the meetings.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Coefficients {
    /// The number of units that at least two observed: meetings, or items of meetings.
    pub n: u64,
    /// The number of answers in them.
    pub answers: u64,
    /// The share of pairs of observers who agree.
    pub observed: Figure,
    /// Gwet's AC1, or AC2 where `weighted`.
    pub ac: Figure,
    /// Krippendorff's alpha.
    pub alpha: Figure,
    /// Cohen's kappa against the reference.
    pub kappa: Figure,
    /// Whether answers close to each other agree in part.
    pub weighted: bool,
    /// Whether nearly all answers are the same, so that kappa and alpha are low although observers agree.
    pub paradox: bool,
}

/// How often observers differ on whether an item could be observed. Pairs are of two observers, or of an observer and
/// the reference.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ObservedByOne {
    /// The number of pairs in which at least one observed it.
    pub n: u64,
    /// The share of them in which the other did not; Wilson's interval, widened by the design effect of the meetings.
    pub share: Figure,
    /// Whether the share certainly exceeds 0.2, at a level that holds for all items together (Bonferroni).
    pub too_often: bool,
}

/// The agreement on an item.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ItemRow {
    /// The item's id.
    pub item: String,
    /// The label that the observer reads.
    pub label: LocalText,
    /// The agreement among observers.
    pub agreement: Coefficients,
    /// How often observers differ on whether it could be observed.
    pub observed_by_one: ObservedByOne,
    /// The number of answers compared, without observers who answer by chance.
    pub compared: u64,
    /// The share that agrees with the expected answer; Wilson's interval.
    pub agreed: Figure,
    /// Whether observers agree less on it than on other items, with certainty (Benjamini-Hochberg over the items).
    pub unclear: bool,
}

/// The coverage of an item by all observers.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct CoverageRow {
    /// The item's id.
    pub item: String,
    /// The number of observers.
    pub observers: u64,
    /// The number of them who saw it with a yes and with a no.
    pub both: u64,
    /// Only with a yes.
    pub only_yes: u64,
    /// Only with a no.
    pub only_no: u64,
    /// With neither.
    pub neither: u64,
}

/// A cell of a confusion matrix.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ConfusionRow {
    /// The item's id.
    pub item: String,
    /// The expected answer.
    pub expected: String,
    /// The answer given.
    pub answered: String,
    /// The number of times.
    pub n: u64,
}

/// A sentence of the findings, as figures; the formats put it into words.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Sentence {
    /// What the sentence says.
    pub says: Says,
    /// The observers it is about.
    pub observers: Vec<String>,
    /// The items it is about.
    pub items: Vec<String>,
    /// The number of answers, units or observers behind it.
    pub n: u64,
    /// The figure.
    pub figure: Figure,
}

/// What a sentence says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Says {
    /// How well all observers agree.
    Overall,
    /// Who is ready.
    Ready,
    /// That nobody is ready.
    NobodyReady,
    /// Who must practise again.
    Again,
    /// Who answers as if by chance.
    ByChance,
    /// Who is lenient.
    Lenient,
    /// Who is severe.
    Severe,
    /// That one of two observers is more lenient; only a reference would show which of them is right.
    OneLeans,
    /// Which items need clearer guidance.
    Unclear,
    /// Which items, or all together, too often only one of two observed.
    ObservedByOne,
    /// That kappa is low though observers agree.
    Paradox,
    /// That items were never seen to fail.
    Uncovered,
    /// Who agrees less than at first.
    Drifted,
    /// That there is nothing to compare.
    Nothing,
}
