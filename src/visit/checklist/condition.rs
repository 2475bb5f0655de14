//! When an item applies.

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

impl Condition {
    /// Evaluates the condition; `judge` evaluates one `{item, is}`.
    pub fn holds(&self, judge: &impl Fn(&str, &[Value]) -> bool) -> bool {
        match self {
            Self::Item { item, is } => judge(item, is),
            Self::All { all } => all.iter().all(|c| c.holds(judge)),
            Self::Any { any } => any.iter().any(|c| c.holds(judge)),
            Self::Not { not } => !not.holds(judge),
        }
    }

    /// Calls `visit` with the id of every item named in the condition.
    pub fn for_each_item<'a>(&'a self, visit: &mut impl FnMut(&'a str)) {
        match self {
            Self::Item { item, .. } => visit(item),
            Self::All { all: several } | Self::Any { any: several } => {
                for condition in several {
                    condition.for_each_item(visit);
                }
            }
            Self::Not { not } => not.for_each_item(visit),
        }
    }
}
