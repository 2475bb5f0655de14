//! The checklist, as its author means it: sections of items with an attitude, a behaviour and a response.
//!
//! These types are the vocabulary of `esprit.checklist/1`. They say nothing about files, and nothing here checks
//! them: see [`super::validate`].

mod condition;
mod id;
mod local_text;
mod response;

pub use condition::Condition;
pub use id::{id_from, is_id};
pub use local_text::LocalText;
pub use response::{BehaviourPoints, ChoiceOption, CountBand, Response, TimerBand, TimerStart};

use super::value::Value;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The format that this version reads and writes.
pub const FORMAT: &str = "esprit.checklist/1";

/// A whole checklist.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Checklist {
    /// Always `esprit.checklist/1`.
    pub format: String,
    /// Matches `[a-z0-9][a-z0-9._-]{0,63}`, as every id.
    pub id: String,
    /// The author's version, for example `1.0.0`.
    pub version: String,
    /// Between whom the service passes.
    pub relation: Relation,
    /// The languages that every text must have; without it, those of the title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub languages: Option<Vec<String>>,
    /// What the observer chooses it by.
    pub title: LocalText,
    /// At least one, in the order of the visit.
    pub sections: Vec<Section>,
}

impl Checklist {
    /// Gives every item with the position of its section, in checklist order.
    pub fn items(&self) -> impl Iterator<Item = (usize, &Item)> {
        self.sections.iter().enumerate().flat_map(|(s, section)| section.items.iter().map(move |item| (s, item)))
    }

    /// Gives the languages that every text must have.
    #[must_use]
    pub fn declared_languages(&self) -> Vec<&str> {
        match &self.languages {
            Some(languages) => languages.iter().map(String::as_str).collect(),
            None => self.title.languages(),
        }
    }
}

/// Between whom a service passes.
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
    /// Every relation with its name in files.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Customer, "customer"), (Self::Management, "management"), (Self::Internal, "internal")];

    /// Gives its name in files.
    #[must_use]
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
    /// `greeting`, `listening`, `efficiency`, or a name of the author's; without one the section is its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attitude: Option<String>,
    /// The heading.
    pub title: LocalText,
    /// At least one.
    pub items: Vec<Item>,
}

/// One thing to observe.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Item {
    /// An id, unique in the checklist.
    pub id: String,
    /// The behaviour's name whatever the relation; items that share it mirror each other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub behaviour: Option<String>,
    /// What the observer reads.
    pub label: LocalText,
    /// What counts as what: keys `yes`, `partly`, `no`, an option's id, `how` (how to judge or measure it), or
    /// `ruling` (what classes agreed on since).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub guide: BTreeMap<String, LocalText>,
    /// How it is answered.
    pub response: Response,
    /// Its share in the score; from 0 to 1,000,000, as all points.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub weight: f64,
    /// A `no`, or no points, here fails the visit.
    #[serde(default, skip_serializing_if = "is_false")]
    pub critical: bool,
    /// Whether it enters the score.
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub scored: bool,
    /// Earns points without adding to the possible ones.
    #[serde(default, skip_serializing_if = "is_false")]
    pub bonus: bool,
    /// Marks the result that behaviours should lead to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Shown only where this holds; looks only backwards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// The answers that want a note.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub note_required_on: Vec<Value>,
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
        }
    }
}

impl Item {
    /// Tells whether it is the visit's outcome.
    #[must_use]
    pub fn is_outcome(&self) -> bool {
        self.role == Some(Role::Outcome)
    }
}

/// What an item is for, beside being observed.
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
fn is_false(b: &bool) -> bool {
    !*b
}
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's skip_serializing_if passes references")]
fn is_one(n: &f64) -> bool {
    (*n - 1.0).abs() < f64::EPSILON
}
