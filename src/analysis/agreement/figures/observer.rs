//! An observer beside the reference or the others: how well they agree, and what follows.

use super::Figure;
use schemars::JsonSchema;
use serde::Serialize;

/// An observer.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ObserverRow {
    /// The observer's id.
    pub observer: String,
    /// How many meetings.
    pub meetings: u64,
    /// How many answers were held against something.
    pub n: u64,
    /// The share that agrees with it; Wilson's interval, as wide as the comparison's `clustering` says.
    pub agreed: Figure,
    /// Cohen's kappa with it, over items with yes, partly and no; its large-sample interval, widened alike.
    pub kappa: Figure,
    /// What follows.
    pub verdict: Verdict,
    /// How many scored answers leniency is made of.
    pub leniency_n: u64,
    /// How much better than it: the mean difference of points, each item's full points being 1; t interval, widened
    /// alike.
    pub leniency: Figure,
    /// Whether that is certain, at a level that all observers together keep to (Bonferroni).
    pub lenient: Option<Leniency>,
    /// Items met with a yes and with a no, of those that have them.
    pub coverage: Coverage,
    /// The items that were not met with both.
    pub unmet: Vec<String>,
    /// How well the times agree.
    pub timing: Timing,
    /// Whether the agreement changed from the first half of the meetings to the second.
    pub drift: Option<Drift>,
}

/// Whether an observer can be sent out. An observer is ready when, over at least three meetings, the lower limit of the
/// share that agrees reaches 0.7 and kappa is above 0 for certain, and must practise again when the upper limit of the
/// share does not reach it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Ready.
    Ready,
    /// Not certain yet: more visits would tell.
    NotYet,
    /// Must practise again.
    Again,
    /// Agrees no better than chance would.
    ByChance,
    /// There is nothing to compare with.
    Unknown,
}

impl Verdict {
    /// Gives how formats name it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::NotYet => "not_yet",
            Self::Again => "again",
            Self::ByChance => "by_chance",
            Self::Unknown => "unknown",
        }
    }
}

/// Which way an observer leans, for certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Leniency {
    /// Gives more points.
    Lenient,
    /// Gives fewer.
    Severe,
}

impl Leniency {
    /// Gives how formats name it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Lenient => "lenient",
            Self::Severe => "severe",
        }
    }
}

/// What an observer has met: agreement on items never seen failing proves little.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Coverage {
    /// Items met with a yes and with a no.
    pub both: u64,
    /// Items met with a yes only.
    pub only_yes: u64,
    /// Items met with a no only.
    pub only_no: u64,
    /// Items met with neither.
    pub neither: u64,
}

/// How well times agree: answers to one item in one meeting, matched one to one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Timing {
    /// Times that match one of the other side.
    pub matched: u64,
    /// Times of the observer without one.
    pub alone: u64,
    /// Times of the other side without one.
    pub missed: u64,
    /// Answers whose time, or that of what they are held against, cannot be known; no part of the others.
    pub untimed: u64,
    /// The median of how much later the matched ones are, in seconds.
    pub median_late_s: Option<f64>,
}

/// Agreement early and late.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Drift {
    /// How many answers in the first half of the meetings.
    pub early_n: u64,
    /// The share that agrees there.
    pub early: f64,
    /// How many in the second half.
    pub late_n: u64,
    /// The share that agrees there.
    pub late: f64,
    /// The second less the first; Newcombe's interval.
    pub difference: Figure,
    /// Whether 0 is left out at a level that all observers together keep to (Bonferroni).
    pub certain: bool,
}
