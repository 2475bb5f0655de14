//! The checklist as its author defines it: sections of items with an attitude, a behaviour and a response.
//!
//! These types are the vocabulary of `esprit.checklist/1`. They know nothing about files and check nothing: see
//! [`super::validate`].

mod condition;
mod id;
mod local_text;
mod response;
mod shares;

pub use condition::{Bounds, Condition};
pub use id::{free_id_from, id_from, is_id};
pub use local_text::LocalText;
pub use response::{BehaviourPoints, ChoiceOption, CountBand, Response, TimerBand, TimerStart};

pub use shares::MAX_SHARE;

use super::value::Value;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Map;
use std::collections::BTreeMap;

/// The format that this program reads and writes.
pub const FORMAT: &str = "esprit.checklist/1";

/// A whole checklist.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Checklist {
    /// Always `esprit.checklist/1`.
    pub format: String,
    /// An id; ids match `[a-z0-9][a-z0-9._-]{0,63}`.
    pub id: String,
    /// The author's version, for example `1.0.0`.
    pub version: String,
    /// Whom the service connects: customers, managers and employees, or departments.
    pub relation: Relation,
    /// The languages that every text must have; by default those of the title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub languages: Option<Vec<String>>,
    /// The name that the observer chooses it by.
    pub title: LocalText,
    /// The sections in the order of the visit; at least one.
    pub sections: Vec<Section>,
    /// The author's own fields, which begin with `x_`.
    #[serde(flatten)]
    pub own: Map<String, serde_json::Value>,
}

impl Checklist {
    /// Returns every item with the position of its section, in checklist order.
    pub fn items(&self) -> impl Iterator<Item = (usize, &Item)> {
        self.sections.iter().enumerate().flat_map(|(s, section)| section.items.iter().map(move |item| (s, item)))
    }

    /// Returns the languages that every text must have.
    pub fn declared_languages(&self) -> Vec<&str> {
        match &self.languages {
            Some(languages) => languages.iter().map(String::as_str).collect(),
            None => self.title.languages(),
        }
    }
}

/// Whom a service connects.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// Towards customers.
    #[default]
    Customer,
    /// Between managers and employees.
    Management,
    /// Between departments.
    Internal,
}

impl Relation {
    /// All relations, with their names in files.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Customer, "customer"), (Self::Management, "management"), (Self::Internal, "internal")];

    /// Returns its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Management => "management",
            Self::Internal => "internal",
        }
    }
}

/// A part of the visit, usually one attitude.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Section {
    /// An id, unique among the sections.
    pub id: String,
    /// `greeting`, `listening`, `efficiency`, or the author's own name; without one the section is an attitude of its
    /// own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attitude: Option<String>,
    /// The heading.
    pub title: LocalText,
    /// Its share of the whole score, in percent. Either every section with scored items has one or none has; the shares
    /// of sections that do not count in a visit go to the others in proportion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight_percent: Option<f64>,
    /// The items; at least one.
    pub items: Vec<Item>,
    /// The author's own fields, which begin with `x_`.
    #[serde(flatten)]
    pub own: Map<String, serde_json::Value>,
}

/// One thing to observe.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Item {
    /// An id, unique in the checklist.
    pub id: String,
    /// The name of the behaviour independent of the relation; items that share it mirror each other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub behaviour: Option<String>,
    /// What the observer reads.
    pub label: LocalText,
    /// How to judge: keys `yes`, `partly`, `no`, an option's id, `how` (how to judge or measure it), `self_audit` (the
    /// same in a self-audit), or `ruling` (what classes have agreed on since).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub guide: BTreeMap<String, LocalText>,
    /// How it is answered.
    pub response: Response,
    /// Its weight in the score; from 0 to 1,000,000, as all points.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub weight: f64,
    /// Whether a `no`, or an answer without points, fails the visit.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub critical: bool,
    /// Whether it counts in the score.
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub scored: bool,
    /// Whether it earns points without adding to the possible ones.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bonus: bool,
    /// Its role, if it is the outcome of the visit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// The item applies only if this holds; it may refer to earlier items only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// The answers that require a note.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub note_required_on: Vec<Value>,
    /// The author's own fields, which begin with `x_`.
    #[serde(flatten)]
    pub own: Map<String, serde_json::Value>,
}

impl Default for Item {
    fn default() -> Self {
        Self {
            id: String::new(),
            behaviour: None,
            label: LocalText::default(),
            guide: BTreeMap::new(),
            response: Response::default(),
            weight: 1.0,
            critical: false,
            scored: true,
            bonus: false,
            role: None,
            when: None,
            note_required_on: Vec::new(),
            own: Map::new(),
        }
    }
}

impl Item {
    /// How to judge or measure it, as a key of its guide.
    pub const HOW: &'static str = "how";
    /// The same in a self-audit.
    pub const SELF_AUDIT: &'static str = "self_audit";
    /// What classes have agreed on since.
    pub const RULING: &'static str = "ruling";
    /// The keys of a guide that are no answers.
    pub const GUIDE_KEYS: [&'static str; 3] = [Self::HOW, Self::SELF_AUDIT, Self::RULING];

    /// Returns whether it is the visit's outcome.
    pub fn is_outcome(&self) -> bool {
        self.role == Some(Role::Outcome)
    }

    /// Returns whether its answers can count in the score.
    pub fn is_scored(&self) -> bool {
        self.scored && !self.is_outcome() && self.response.is_scorable()
    }

    /// Returns whether its answers can add to the possible points.
    pub fn adds_possible(&self) -> bool {
        self.is_scored() && !self.bonus && self.weight > 0.0
    }
}

/// The role of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The result that behaviours should lead to; never scored.
    Outcome,
}

fn one() -> f64 {
    1.0
}
fn yes() -> bool {
    true
}
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's skip_serializing_if passes references")]
fn is_true(b: &bool) -> bool {
    *b
}
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's skip_serializing_if passes references")]
fn is_one(n: &f64) -> bool {
    (*n - 1.0).abs() < f64::EPSILON
}
