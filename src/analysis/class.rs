//! A class: the answers of several observers to the same scenario or visit, item by item.
//!
//! Made for the discussion in front of a screen: it counts answers and computes no coefficients.

mod grouping;

pub use grouping::{ClassBuilder, Matching};

use crate::visit::checklist::LocalText;
use crate::visit::definition::Definition;
use crate::visit::scenario;
use crate::visit::{Item, Response, Scenario, Value};
use jiff::Timestamp;
use jiff::civil::DateTime;
use schemars::JsonSchema;
use serde::Serialize;
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the observers of a class saw.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meeting {
    /// A scenario, by its id.
    Scenario(String),
    /// A site, by its id, and the first start of a visit, in local time.
    Visit(String, DateTime),
    /// Session files of the same name.
    File(String),
}

/// The origin of the times of a class, in seconds.
///
/// The script of a scenario stops while its observer pauses or the program is not running, so pauses are subtracted
/// there. Observers at one site share the real world, which does not stop: their starts and pauses differ, and only the
/// time of day, by each one's computer, is common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Times {
    /// The start of the script that all watched, in script time.
    Script,
    /// The start of the first visit, in real time.
    World,
    /// The start of each visit, in real time, if nothing shows that they saw it at the same time.
    OwnStart,
}

/// The observers of one meeting and their answers.
#[derive(Clone, Debug)]
pub struct Class {
    /// What they saw.
    pub meeting: Meeting,
    /// The name of the site.
    pub site: String,
    /// The digest shared by all checklists with the same items.
    pub likeness: String,
    /// The versions of those checklists, in order.
    pub versions: Vec<String>,
    /// The checklist; of several versions, the last.
    pub definition: Arc<Definition>,
    /// The latest answer sheet of each observer, in order of id.
    pub sheets: Vec<AnswerSheet>,
    /// The observers with an earlier answer sheet, which does not count.
    pub again: Vec<String>,
    /// The id and the digest of the scenario that all of them watched.
    pub scenario: Option<(String, String)>,
    /// The origin of the answers' times.
    pub times: Times,
    /// The sessions set aside as references, in order of time. The answers of the last are the expected ones.
    pub aside: Vec<String>,
    /// The source of the expected answers.
    pub reference: Option<Reference>,
    /// The expected answers, by item id. Those of a scenario are set by [`Class::set_scenario_reference`].
    pub expected: BTreeMap<String, Expected>,
}

/// The source of the expected answers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reference {
    /// A session, by its id.
    Session(String),
    /// A scenario.
    Scenario {
        /// The scenario's id.
        id: String,
        /// The scenario's version.
        version: String,
        /// Whether its content is identical to the scenario that was watched.
        watched: bool,
    },
}

/// An expected answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Expected {
    /// The answer.
    pub value: Value,
    /// Why this answer is right.
    pub reason: Option<LocalText>,
    /// When it can be observed, on the scale of [`Answer::at_s`].
    pub at_s: Option<f64>,
}

/// The answers of one observer.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerSheet {
    /// The observer's id.
    pub observer: String,
    /// The observer's name.
    pub observer_name: Option<String>,
    /// The session's id.
    pub session: String,
    /// The name of the site.
    pub site: String,
    /// When the visit started.
    pub started_at: Timestamp,
    /// The answers and notes, by item id; items that did not apply are missing.
    pub answers: BTreeMap<String, Answer>,
}

impl AnswerSheet {
    /// Returns the observer's name, or else the id.
    pub fn observer_label(&self) -> &str {
        self.observer_name.as_deref().unwrap_or(&self.observer)
    }
}

/// An answer, its note and its time.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The answer; `None` if the item was not answered.
    pub value: Option<Value>,
    /// The note.
    pub note: Option<String>,
    /// When the event happened, in seconds from the origin of [`Class::times`]. `None` if unknown: a clock was set, the
    /// file does not say, or others of the class watched something else.
    pub at_s: Option<f64>,
}

/// A bar of the distribution of answers to an item.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The answer; `None` if the item was not answered or did not apply.
    pub value: Option<Value>,
    /// The indices of the answer sheets with it.
    pub sheets: Vec<usize>,
}

impl Class {
    /// Sets the expected answers from a scenario; `watched` tells whether it is identical to the one watched.
    pub fn set_scenario_reference(&mut self, scenario: &Scenario, watched: bool) {
        let expected = |row: &scenario::ReferenceAnswer| Expected {
            value: row.value.clone(),
            reason: Some(row.reason.clone()),
            at_s: row.seen_at_s,
        };
        self.expected = scenario.reference.iter().map(|row| (row.item.clone(), expected(row))).collect();
        let (id, version) = (scenario.id.clone(), scenario.version.clone());
        self.reference = Some(Reference::Scenario { id, version, watched });
    }

    /// Returns the distribution of answers to an item: listed answers first, in checklist order or by size, and no
    /// answer last. `except` is an answer sheet to leave out, such as the reference.
    pub fn bars(&self, item: &Item, except: Option<usize>) -> Vec<Bar> {
        let mut bars: Vec<Bar> = listed_answers(item).into_iter().map(|value| empty_bar(Some(value))).collect();
        for (index, sheet) in self.sheets.iter().enumerate().filter(|(index, _)| Some(*index) != except) {
            let given = sheet.answers.get(&item.id).and_then(|answer| answer.value.as_ref());
            let value = given.map(|value| round_timer(item, value));
            match bars.iter_mut().find(|bar| bar.value == value) {
                Some(bar) => bar.sheets.push(index),
                None => bars.push(Bar { sheets: vec![index], ..empty_bar(value) }),
            }
        }
        // The sort is stable: listed answers keep the order of the checklist.
        bars.sort_by(|a, b| compare_answers(a.value.as_ref(), b.value.as_ref()));
        bars
    }

    /// Returns the count of the most common answer, and the count of all answers, without those that set the item aside.
    pub fn most_common(&self, item: &Item, except: Option<usize>) -> (usize, usize) {
        let bars = self.bars(item, except);
        let observed = |bar: &&Bar| bar.value.as_ref().is_some_and(|value| !value.is_set_aside());
        let answered = bars.iter().filter(observed).map(|bar| bar.sheets.len());
        (answered.clone().max().unwrap_or(0), answered.sum())
    }
}

fn empty_bar(value: Option<Value>) -> Bar {
    Bar { value, sheets: Vec::new() }
}

/// Returns the answers that are always shown, even if nobody gave them.
pub(super) fn listed_answers(item: &Item) -> Vec<Value> {
    match &item.response {
        Response::Behaviour { partly, .. } => {
            let middle = partly.then_some(Value::PARTLY);
            [Some(Value::YES), middle, Some(Value::NO)].into_iter().flatten().map(Value::text).collect()
        }
        Response::Choice { options, multiple: false } => options.iter().map(|option| Value::text(&option.id)).collect(),
        _ => Vec::new(),
    }
}

/// Rounds the time of a timer to whole seconds, so that two stopped in the same second are the same answer.
pub(super) fn round_timer(item: &Item, value: &Value) -> Value {
    match (&item.response, value) {
        (Response::Timer { .. }, Value::Integer(ms)) => Value::Integer((ms + 500).div_euclid(1000) * 1000),
        _ => value.clone(),
    }
}

/// Orders numbers by size, then other answers, then set-aside answers, then no answer.
fn compare_answers(a: Option<&Value>, b: Option<&Value>) -> Ordering {
    let rank = |value: Option<&Value>| match value {
        None => 3,
        Some(value) if value.is_set_aside() => 2,
        Some(value) if value.as_number().is_some() => 0,
        Some(_) => 1,
    };
    let number = |value: Option<&Value>| value.and_then(Value::as_number).unwrap_or(0.0);
    rank(a).cmp(&rank(b)).then(number(a).total_cmp(&number(b)))
}
