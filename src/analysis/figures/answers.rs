//! Answers that are no judgements: how often each was given, and the levels at which drivers compare them.

use crate::analysis::dimension::Key;
use crate::stats::Undefined;
use crate::visit::checklist::LocalText;
use schemars::JsonSchema;
use serde::Serialize;

/// How often each answer to a scale, a count or a choice was given; of a number, where its answers lie.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct DistributionRow {
    /// The key.
    pub key: Key,
    /// The checklist's name in rows.
    pub checklist: String,
    /// The item's id.
    pub item: String,
    /// Visits with an answer.
    pub n: u64,
    /// Sites of those visits.
    pub sites: u64,
    /// Not applicable, not observed or unanswered.
    pub left_out: u64,
    /// What the numbers measure; null for a choice.
    pub unit: Option<ValueUnit>,
    /// The mean; null for a choice.
    pub mean: Option<f64>,
    /// Its lower limit.
    pub lower: Option<f64>,
    /// Its upper limit.
    pub upper: Option<f64>,
    /// The quartiles; null for a choice, and below five visits.
    pub quartiles: Option<[f64; 3]>,
    /// The least answer; null for a choice.
    pub least: Option<f64>,
    /// The greatest answer; null for a choice.
    pub greatest: Option<f64>,
    /// The answers in order: those that the checklist offers, and others that were given. None for a number, or if there
    /// are more than 101.
    pub answers: Vec<AnswerShare>,
    /// Why there is no figure, or no interval.
    pub undefined: Option<Undefined>,
}

/// How often an answer was given.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct AnswerShare {
    /// The answer to a scale or a count.
    pub value: Option<f64>,
    /// The id of an option of a choice.
    pub option: Option<String>,
    /// Visits with this answer.
    pub visits: u64,
    /// Their share among the visits with an answer. Those of a choice of several options may add up to more than 1.
    pub share: Option<f64>,
    /// Its lower limit (Wilson, over sites from five on).
    pub lower: Option<f64>,
    /// Its upper limit (Wilson, over sites from five on).
    pub upper: Option<f64>,
}

/// What the visits on the first side of a comparison have in common.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Level {
    /// The behaviour was shown.
    #[default]
    Shown,
    /// The answer was above a value; `never` is above every time.
    Above {
        /// The value.
        value: f64,
        /// What it measures.
        unit: ValueUnit,
    },
    /// The answer was a value or above; `never` is above every time.
    AtLeast {
        /// The value.
        value: f64,
        /// What it measures.
        unit: ValueUnit,
    },
    /// What the timer waited for never happened.
    Never,
    /// The option was chosen.
    Option {
        /// Its id.
        id: String,
    },
}

/// What a value measures.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ValueUnit {
    /// Seconds.
    Seconds,
    /// Points of a scale, how often something happened, or a number without a unit.
    Number,
    /// The unit that the checklist names.
    Named(LocalText),
}
