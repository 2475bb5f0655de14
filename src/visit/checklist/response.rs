//! How an item is answered, and the points of each answer.

use super::local_text::LocalText;
use super::{is_true, one, yes};
use crate::visit::value::Value;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Map;

/// How an item is answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Response {
    /// Yes, partly, no.
    Behaviour {
        /// Points of each answer, if not 1, 0.5 and 0.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        points: Option<BehaviourPoints>,
        /// Whether `partly` is an answer.
        #[serde(default = "yes", skip_serializing_if = "is_true")]
        partly: bool,
    },
    /// A whole number from `min` to `max`; points run linearly from 0 to 1.
    Scale {
        /// The worst value.
        min: i64,
        /// The best value; above `min`.
        max: i64,
        /// What `min` means.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        min_label: Option<LocalText>,
        /// What `max` means.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max_label: Option<LocalText>,
    },
    /// One option, or several.
    Choice {
        /// The options; at least two.
        options: Vec<ChoiceOption>,
        /// Whether several may be chosen; points add up, capped at 1.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        multiple: bool,
    },
    /// A tally.
    Count {
        /// Points by number; without them the tally is not scored.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        bands: Vec<CountBand>,
    },
    /// A duration in milliseconds, or `never`.
    Timer {
        /// What starts it; by default the observer.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        starts: Option<TimerStart>,
        /// Points by duration; without them the time is not scored.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        bands: Vec<TimerBand>,
    },
    /// A number, never scored.
    Number {
        /// The unit, for example `€`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<LocalText>,
        /// The least number that is taken.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        min: Option<f64>,
        /// The greatest number that is taken.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max: Option<f64>,
        /// What is said of a number outside the limits.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        message: Option<LocalText>,
    },
    /// Free text, never scored.
    Text {},
}

impl Default for Response {
    fn default() -> Self {
        Self::Behaviour { points: None, partly: true }
    }
}

impl Response {
    /// The names of the types in files.
    pub const TYPES: [&'static str; 7] = ["behaviour", "scale", "choice", "count", "timer", "number", "text"];

    /// Returns the name of its type in files.
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::Behaviour { .. } => "behaviour",
            Self::Scale { .. } => "scale",
            Self::Choice { .. } => "choice",
            Self::Count { .. } => "count",
            Self::Timer { .. } => "timer",
            Self::Number { .. } => "number",
            Self::Text {} => "text",
        }
    }

    /// Returns the options of a choice; none of any other response.
    pub fn options(&self) -> &[ChoiceOption] {
        match self {
            Self::Choice { options, .. } => options,
            _ => &[],
        }
    }

    /// Returns the answers that have names; of a multiple choice, the options.
    pub fn named_answers(&self) -> Vec<&str> {
        self.own_answers().into_iter().chain([Value::NOT_APPLICABLE, Value::NOT_OBSERVED]).collect()
    }

    /// Returns the answers that have names, without those that set the item aside.
    pub fn own_answers(&self) -> Vec<&str> {
        match self {
            Self::Behaviour { partly: true, .. } => vec![Value::YES, Value::PARTLY, Value::NO],
            Self::Behaviour { partly: false, .. } => vec![Value::YES, Value::NO],
            Self::Choice { options, .. } => options.iter().map(|option| option.id.as_str()).collect(),
            Self::Timer { .. } => vec![Value::NEVER],
            _ => Vec::new(),
        }
    }

    /// Returns whether a key of a guide names an answer: one of [`Response::named_answers`], or a step of a scale.
    pub fn names_answer(&self, key: &str) -> bool {
        let is_step = |step: i64| matches!(self, Self::Scale { min, max, .. } if (min..=max).contains(&&step));
        self.named_answers().contains(&key) || key.parse().is_ok_and(is_step)
    }

    /// Returns an answer as a number to compare: of a timer in seconds, without end if it never happened.
    pub fn amount(&self, value: &Value) -> Option<f64> {
        match (self, value.as_text()) {
            (Self::Timer { .. }, Some(Value::NEVER)) => Some(f64::INFINITY),
            (Self::Timer { .. }, _) => value.as_number().map(|ms| ms / 1000.0),
            (Self::Scale { .. } | Self::Count { .. } | Self::Number { .. }, _) => value.as_number(),
            _ => None,
        }
    }

    /// Returns whether answers can have points.
    pub fn is_scorable(&self) -> bool {
        match self {
            Self::Behaviour { .. } | Self::Scale { .. } => true,
            Self::Choice { options, .. } => options.iter().any(|option| option.counted_points().is_some()),
            Self::Count { bands } => !bands.is_empty(),
            Self::Timer { bands, .. } => !bands.is_empty(),
            Self::Number { .. } | Self::Text {} => false,
        }
    }

    /// Returns whether answers are numbers, see [`Response::amount`].
    pub fn is_numeric(&self) -> bool {
        matches!(self, Self::Scale { .. } | Self::Count { .. } | Self::Timer { .. } | Self::Number { .. })
    }
}

/// Points for the answers of a behaviour, as fractions of the weight.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct BehaviourPoints {
    /// For `yes`.
    #[serde(default = "one")]
    pub yes: f64,
    /// For `partly`.
    #[serde(default = "half")]
    pub partly: f64,
    /// For `no`.
    #[serde(default)]
    pub no: f64,
}

impl Default for BehaviourPoints {
    fn default() -> Self {
        Self { yes: 1.0, partly: 0.5, no: 0.0 }
    }
}

/// One option of a choice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ChoiceOption {
    /// An id, unique in the item.
    pub id: String,
    /// What the observer reads.
    pub label: LocalText,
    /// A fraction of the weight; a choice none of whose options has points is not scored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<f64>,
    /// Whether the answer counts in the score; one that does not leaves the item out, as `not_applicable` does.
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub scored: bool,
    /// Whether it excludes the other options of a multiple choice ("none of these").
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub exclusive: bool,
    /// The author's own fields, which begin with `x_`.
    #[serde(flatten)]
    pub own: Map<String, serde_json::Value>,
}

impl ChoiceOption {
    /// Returns whether it cannot be chosen together with another option.
    pub fn excludes(&self, other: &Self) -> bool {
        self.id != other.id && (self.exclusive || other.exclusive)
    }

    /// Returns its points, if it counts in the score.
    pub fn counted_points(&self) -> Option<f64> {
        self.points.filter(|_| self.scored)
    }
}

impl Default for ChoiceOption {
    fn default() -> Self {
        Self {
            id: String::new(),
            label: LocalText::default(),
            points: None,
            scored: true,
            exclusive: false,
            own: Map::new(),
        }
    }
}

/// Points for a tally up to and including a number; the last band may be open.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CountBand {
    /// The highest number in the band; absent in an open band.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up_to: Option<f64>,
    /// A fraction of the weight.
    pub points: f64,
}

/// Points for a time up to and including a number of seconds; the last band may be open.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TimerBand {
    /// The longest time in the band, in seconds; absent in an open band.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up_to_s: Option<f64>,
    /// A fraction of the weight.
    pub points: f64,
}

/// What starts a timer automatically.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TimerStart {
    /// The start of the visit.
    VisitStart,
}

fn half() -> f64 {
    0.5
}
