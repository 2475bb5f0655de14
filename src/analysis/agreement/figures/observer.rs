//! Figures of an observer: agreement with the reference or the others, and the verdict.

use super::Figure;
use schemars::JsonSchema;
use serde::Serialize;

/// The figures of an observer.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ObserverRow {
    /// The observer's id.
    pub observer: String,
    /// The number of meetings.
    pub meetings: u64,
    /// The number of meetings with an answer that was compared.
    pub meetings_compared: u64,
    /// The number of answers compared: both sides observed the item.
    pub n: u64,
    /// The number of items left out because only one side observed them.
    pub left_out: u64,
    /// The share that agrees with the expected answers; Wilson's interval, widened by the comparison's `clustering`.
    pub agreed: Figure,
    /// Cohen's kappa with the expected answers, over items with yes, partly and no; large-sample interval, widened
    /// likewise.
    pub kappa: Figure,
    /// Whether the observer can be sent out.
    pub verdict: Verdict,
    /// What is missing first if the verdict is `not_yet`.
    pub not_yet: Option<NotYet>,
    /// The number of scored answers that leniency is made from.
    pub leniency_n: u64,
    /// The mean difference of points from the expected answers, in fractions of each item's full points; t interval,
    /// widened likewise and kept within what is possible.
    pub leniency: Figure,
    /// The direction of the leniency, if it is certain at a level that holds for all observers together (Bonferroni).
    pub lenient: Option<Leniency>,
    /// The coverage of items that can be answered with yes and no.
    pub coverage: Coverage,
    /// The items that were not seen both with a yes and with a no.
    pub unmet: Vec<String>,
    /// The agreement of times.
    pub timing: Timing,
    /// The change of agreement from the first half of the meetings to the second.
    pub drift: Option<Drift>,
}

/// Whether an observer can be sent out. A verdict needs at least 20 answers that both sides gave, in at least three
/// meetings. An observer is ready if the lower limit of the share that agrees reaches 0.7 and kappa is certainly above 0,
/// and must practise again if the upper limit of the share does not reach 0.7.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Ready.
    Ready,
    /// Not certain yet; more visits are needed.
    NotYet,
    /// Must practise again.
    Again,
    /// Agrees no better than by chance.
    ByChance,
    /// There is nothing to compare.
    Unknown,
}

impl Verdict {
    /// Returns its name in files.
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

/// Why an observer is not ready yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NotYet {
    /// Both sides gave too few answers.
    FewAnswers,
    /// Both sides gave answers in too few meetings.
    FewMeetings,
    /// The share that agrees is not certain to reach what is needed.
    Agreement,
    /// The agreement could be by chance: too little was seen to fail.
    Chance,
}

impl NotYet {
    /// Returns its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::FewAnswers => "few_answers",
            Self::FewMeetings => "few_meetings",
            Self::Agreement => "agreement",
            Self::Chance => "chance",
        }
    }
}

/// The direction in which an observer certainly deviates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Leniency {
    /// More points than expected.
    Lenient,
    /// Fewer points than expected.
    Severe,
}

impl Leniency {
    /// Returns its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Lenient => "lenient",
            Self::Severe => "severe",
        }
    }
}

/// The coverage of an observer: agreement on items never seen to fail proves little.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Coverage {
    /// Items seen with a yes and with a no.
    pub both: u64,
    /// Items seen with a yes only.
    pub only_yes: u64,
    /// Items seen with a no only.
    pub only_no: u64,
    /// Items seen with neither.
    pub neither: u64,
}

/// The agreement of times: answers to one item in one meeting, matched one to one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Timing {
    /// Times that match one of the other side.
    pub matched: u64,
    /// Times of the observer without a match.
    pub alone: u64,
    /// Times of the other side without a match.
    pub missed: u64,
    /// Answers whose time, or the time compared with, is unknown; not counted above.
    pub untimed: u64,
    /// The median delay of the matched times, in seconds.
    pub median_late_s: Option<f64>,
}

/// The agreement in the first and the second half of the meetings.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Drift {
    /// The number of answers in the first half.
    pub early_n: u64,
    /// The share that agrees there.
    pub early: f64,
    /// The number of answers in the second half.
    pub late_n: u64,
    /// The share that agrees there.
    pub late: f64,
    /// The share of the second half minus that of the first; Newcombe's interval.
    pub difference: Figure,
    /// Whether the change is certain at a level that holds for all observers together (Bonferroni).
    pub certain: bool,
}
