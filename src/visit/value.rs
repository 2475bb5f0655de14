//! The value of an answer, as files store it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The value of an answer: a name, several names, or a number. The item's response decides which values are valid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Value {
    /// `yes`, an option's id, `not_applicable`, `never`, or free text.
    Text(String),
    /// The chosen options of a multiple choice.
    Many(Vec<String>),
    /// A whole number: a scale, a tally, milliseconds.
    Integer(i64),
    /// Any other number; finite.
    Number(f64),
}

impl Value {
    /// The behaviour was shown.
    pub const YES: &'static str = "yes";
    /// The behaviour was shown in part.
    pub const PARTLY: &'static str = "partly";
    /// The behaviour was not shown.
    pub const NO: &'static str = "no";
    /// There was no occasion for the behaviour.
    pub const NOT_APPLICABLE: &'static str = "not_applicable";
    /// The observer could not see it.
    pub const NOT_OBSERVED: &'static str = "not_observed";
    /// What a timer waited for did not happen before the end of the visit.
    pub const NEVER: &'static str = "never";

    /// Creates a value from a name or text.
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// Creates a value from a number; whole numbers become [`Value::Integer`].
    pub fn number(number: f64) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "whole, and within 2^53")]
        if number.fract() == 0.0 && number.abs() < 9_007_199_254_740_992.0 {
            Self::Integer(number as i64)
        } else {
            Self::Number(number)
        }
    }

    /// Returns the name or text, or `None` for other values.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Returns the number, or `None` for other values.
    pub fn as_number(&self) -> Option<f64> {
        match self {
            #[expect(clippy::cast_precision_loss, reason = "within 2^53 by construction")]
            Self::Integer(n) => Some(*n as f64),
            Self::Number(n) => Some(*n),
            _ => None,
        }
    }

    /// Returns the whole number, or `None` for other values.
    pub fn as_integer(&self) -> Option<i64> {
        match self {
            Self::Integer(n) => Some(*n),
            _ => None,
        }
    }

    /// Returns whether the value sets the item aside: not applicable, or not observed.
    pub fn is_set_aside(&self) -> bool {
        matches!(self.as_text(), Some(Self::NOT_APPLICABLE | Self::NOT_OBSERVED))
    }

    /// Returns whether this answer matches a value listed in a condition or in `note_required_on`: it is equal, or one
    /// of the chosen options.
    pub fn matches(&self, named: &Self) -> bool {
        match (self, named) {
            (Self::Many(chosen), Self::Text(one)) => chosen.contains(one),
            _ => self == named || self.as_number().is_some_and(|n| named.as_number() == Some(n)),
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Many(several) => f.write_str(&several.join(" ")),
            Self::Integer(n) => n.fmt(f),
            Self::Number(n) => n.fmt(f),
        }
    }
}
