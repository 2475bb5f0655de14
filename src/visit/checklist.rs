//! The checklist, as its author means it: sections of items with an attitude, a behaviour and a response.
//!
//! These types are the vocabulary of `esprit.checklist/1`. They say nothing about files, and nothing here checks
//! them: see [`super::validate`].

use super::value::Value;
use crate::text::{Lang, clean};
use nucleo_matcher::chars::normalize;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
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

/// How an item is answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Response {
    /// Yes, partly, no.
    Behaviour {
        /// Points of each answer, where they are not 1, 0.5 and 0.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        points: Option<BehaviourPoints>,
        /// Whether `partly` is an answer.
        #[serde(default = "yes", skip_serializing_if = "is_true")]
        partly: bool,
    },
    /// A whole number from `min` to `max`; points run linearly from 0 to 1.
    Scale {
        /// The worst.
        min: i64,
        /// The best; above `min`.
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
        /// At least two.
        options: Vec<ChoiceOption>,
        /// Whether several may be chosen; points add up, capped at 1.
        #[serde(default, skip_serializing_if = "is_false")]
        multiple: bool,
    },
    /// A tally.
    Count {
        /// Points by how many; without them the tally is not scored.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        bands: Vec<CountBand>,
    },
    /// A duration in milliseconds, or `never`.
    Timer {
        /// What starts it; without it, the observer.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        starts: Option<TimerStart>,
        /// Points by how long; without them the time is not scored.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        bands: Vec<TimerBand>,
    },
    /// A fact in figures, never scored.
    Number {
        /// What is counted, for example `€`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<LocalText>,
    },
    /// A fact in words, never scored.
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

    /// Gives its type's name in files.
    #[must_use]
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
}

/// Points of a behaviour's answers, as fractions of its weight.
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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ChoiceOption {
    /// An id, unique in the item.
    pub id: String,
    /// What the observer reads.
    pub label: LocalText,
    /// A fraction of the weight; a choice none of whose options has points is not scored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<f64>,
}

/// Points for a tally up to a number, that number included; the last band may be open.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CountBand {
    /// The highest number in the band; none in the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up_to: Option<f64>,
    /// A fraction of the weight.
    pub points: f64,
}

/// Points for a time up to some seconds, those included; the last band may be open.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TimerBand {
    /// The longest time in the band, in seconds; none in the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up_to_s: Option<f64>,
    /// A fraction of the weight.
    pub points: f64,
}

/// What starts a timer by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TimerStart {
    /// The start of the visit.
    VisitStart,
}

/// When an item applies.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Condition {
    /// The item applies and its answer is one of these.
    Item {
        /// The id of an earlier item.
        item: String,
        /// Answers, any of which will do.
        is: Vec<Value>,
    },
    /// Every one holds.
    All {
        /// The conditions.
        all: Vec<Condition>,
    },
    /// At least one holds.
    Any {
        /// The conditions.
        any: Vec<Condition>,
    },
    /// It does not hold.
    Not {
        /// The condition.
        not: Box<Condition>,
    },
}

impl Condition {
    /// Evaluates it, given how one `{item, is}` is judged.
    pub fn holds(&self, judge: &impl Fn(&str, &[Value]) -> bool) -> bool {
        match self {
            Self::Item { item, is } => judge(item, is),
            Self::All { all } => all.iter().all(|c| c.holds(judge)),
            Self::Any { any } => any.iter().any(|c| c.holds(judge)),
            Self::Not { not } => !not.holds(judge),
        }
    }

    /// Calls `visit` with the id of every item named in it.
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

/// Text for people: one text for every language, or one for each. Cleaned as it is read, so that it may be shown.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum LocalText {
    /// The same in every language.
    Same(String),
    /// By language code.
    Each(BTreeMap<String, String>),
}

impl Default for LocalText {
    fn default() -> Self {
        Self::Same(String::new())
    }
}

impl LocalText {
    /// Gives the text in a language, or else in any that there is.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match self {
            Self::Same(text) => text,
            Self::Each(texts) => texts.get(lang.code()).or_else(|| texts.values().next()).map_or("", String::as_str),
        }
    }

    /// Gives the languages that it names; none where one text serves for all.
    #[must_use]
    pub fn languages(&self) -> Vec<&str> {
        match self {
            Self::Same(_) => Vec::new(),
            Self::Each(texts) => texts.keys().map(String::as_str).collect(),
        }
    }
}

impl<'de> Deserialize<'de> for LocalText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged, expecting = "expected a text, or an object of texts by language")]
        enum Raw {
            Same(String),
            Each(BTreeMap<String, String>),
        }
        Ok(match Raw::deserialize(deserializer)? {
            Raw::Same(text) => Self::Same(clean(&text).into_owned()),
            Raw::Each(texts) => {
                Self::Each(texts.into_iter().map(|(lang, text)| (lang, clean(&text).into_owned())).collect())
            }
        })
    }
}

/// Tells whether a text is an id: `[a-z0-9][a-z0-9._-]{0,63}`.
#[must_use]
pub fn is_id(text: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    text.len() <= 64
        && text.bytes().next().is_some_and(plain)
        && text.bytes().all(|b| plain(b) || matches!(b, b'.' | b'_' | b'-'))
}

/// Makes an id of what a person typed: lower case, accents off, a hyphen for anything else; `None` where nothing is left.
#[must_use]
pub fn id_from(text: &str) -> Option<String> {
    let mut id = String::new();
    for c in text.trim().chars().flat_map(char::to_lowercase).map(normalize) {
        let plain = c.is_ascii_lowercase() || c.is_ascii_digit();
        if plain || (matches!(c, '.' | '_') && !id.is_empty()) {
            id.push(c);
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    id.truncate(64);
    let id = id.trim_end_matches('-');
    is_id(id).then(|| id.to_owned())
}

fn one() -> f64 {
    1.0
}
fn half() -> f64 {
    0.5
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
