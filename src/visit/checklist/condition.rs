//! When an item applies.

use super::response::Response;
use crate::visit::value::Value;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// When an item applies.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Condition {
    /// The item applies and its answer is one of these.
    Item {
        /// The id of an earlier item.
        item: String,
        /// Answers, any of which satisfies it.
        is: Vec<Value>,
    },
    /// The item applies and its answer is a number within these bounds.
    Number {
        /// The id of an earlier item.
        item: String,
        /// The bounds; at least one.
        #[serde(flatten)]
        bounds: Bounds,
    },
    /// Every condition holds.
    All {
        /// The conditions.
        all: Vec<Condition>,
    },
    /// At least one condition holds.
    Any {
        /// The conditions.
        any: Vec<Condition>,
    },
    /// The condition does not hold.
    Not {
        /// The condition.
        not: Box<Condition>,
    },
}

/// Bounds of a number; of a timer, in seconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Bounds {
    /// The number is greater than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub above: Option<f64>,
    /// The number is this or greater.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<f64>,
    /// The number is less than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub below: Option<f64>,
    /// The number is this or less.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<f64>,
}

impl Bounds {
    /// Returns whether a number is within all bounds.
    pub fn contain(&self, number: f64) -> bool {
        self.above.is_none_or(|bound| number > bound)
            && self.at_least.is_none_or(|bound| number >= bound)
            && self.below.is_none_or(|bound| number < bound)
            && self.at_most.is_none_or(|bound| number <= bound)
    }

    /// Returns whether no number is within all bounds.
    pub fn are_empty(&self) -> bool {
        let [above, at_least] = [self.above, self.at_least].map(|bound| bound.unwrap_or(f64::NEG_INFINITY));
        let [below, at_most] = [self.below, self.at_most].map(|bound| bound.unwrap_or(f64::INFINITY));
        at_least > at_most || above >= at_most || at_least >= below || above >= below
    }

    /// Returns the bounds that are set.
    pub fn set(&self) -> impl Iterator<Item = f64> {
        [self.above, self.at_least, self.below, self.at_most].into_iter().flatten()
    }
}

impl Condition {
    /// Evaluates the condition; `answer` returns the response and the answer of an item that applies and has one. A second
    /// of a timer counts as `speed` seconds, as in practice on a scenario that plays faster.
    pub fn holds<'a>(&self, speed: f64, answer: &impl Fn(&str) -> Option<(&'a Response, &'a Value)>) -> bool {
        match self {
            Self::Item { item, is } => {
                answer(item).is_some_and(|(_, value)| is.iter().any(|named| value.matches(named)))
            }
            Self::Number { item, bounds } => answer(item).is_some_and(|(response, value)| {
                let speed = if matches!(response, Response::Timer { .. }) { speed } else { 1.0 };
                response.amount(value).is_some_and(|amount| bounds.contain(amount * speed))
            }),
            Self::All { all } => all.iter().all(|c| c.holds(speed, answer)),
            Self::Any { any } => any.iter().any(|c| c.holds(speed, answer)),
            Self::Not { not } => !not.holds(speed, answer),
        }
    }

    /// Calls `visit` with the id of every item named in the condition.
    pub fn for_each_item<'a>(&'a self, visit: &mut impl FnMut(&'a str)) {
        match self {
            Self::Item { item, .. } | Self::Number { item, .. } => visit(item),
            Self::All { all: several } | Self::Any { any: several } => {
                for condition in several {
                    condition.for_each_item(visit);
                }
            }
            Self::Not { not } => not.for_each_item(visit),
        }
    }
}
