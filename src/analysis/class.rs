//! A class: what several observers answered about the same scenario or the same visit, item by item.
//!
//! For the discussion in front of a screen: it counts answers and knows no coefficient. Nothing here knows where
//! visits come from.

mod taken;

pub use taken::{Classes, Matching};

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

/// What several observers saw.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meeting {
    /// A scenario, by its id.
    Scenario(String),
    /// A site, by its id, from a moment on, in its own time.
    Visit(String, DateTime),
    /// Files of one name.
    File(String),
}

/// From when on the times of a class count, in seconds.
///
/// A scenario's script stands still while its observer pauses or the program is not running, so there those stretches are
/// taken off. Observers at one site in one window see the same world, which waits for nobody: each one's own start is
/// chance, and so is each one's pause; what they share is the time of day, by each one's computer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Times {
    /// From the start of the script that all watched, in its own time.
    Script,
    /// From the start of the first visit, in real time.
    World,
    /// From each visit's own start, in real time: nothing says that they saw it at the same time.
    OwnStart,
}

/// Several observers of one meeting.
#[derive(Clone, Debug)]
pub struct Class {
    /// What they saw.
    pub meeting: Meeting,
    /// What people call the site.
    pub site: String,
    /// What is the same of all checklists whose items agree.
    pub likeness: String,
    /// Their versions, in order.
    pub versions: Vec<String>,
    /// The checklist; of several versions whose items agree, the last.
    pub definition: Arc<Definition>,
    /// What each observer answered, by the observers' ids: one sheet each, the latest.
    pub sheets: Vec<Sheet>,
    /// The observers who have an earlier sheet that does not count.
    pub again: Vec<String>,
    /// The id and the digest of the scenario that all of them watched.
    pub scenario: Option<(String, String)>,
    /// From when on times count.
    pub times: Times,
    /// The sessions that were set aside for a reference, in the order of their time; the last one's answers are expected.
    pub aside: Vec<String>,
    /// Whose answers are expected.
    pub reference: Option<Reference>,
    /// The answers of the reference, by the items' ids; whoever knows the scenario puts its own in.
    pub expected: BTreeMap<String, Expected>,
}

/// Whose answers others are held against.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reference {
    /// Those of a session, by its id.
    Session(String),
    /// Those of a scenario.
    Scenario {
        /// Its id.
        id: String,
        /// Its version.
        version: String,
        /// Whether it is the very one that was watched.
        watched: bool,
    },
}

/// What a scenario expects.
#[derive(Clone, Debug, PartialEq)]
pub struct Expected {
    /// The answer.
    pub value: Value,
    /// Why it is that one.
    pub reason: Option<LocalText>,
    /// When it can be seen, as [`Answer::at_s`].
    pub at_s: Option<f64>,
}

/// What one observer answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The observer's id.
    pub observer: String,
    /// The session's id.
    pub session: String,
    /// What people call the site.
    pub site: String,
    /// When the visit started.
    pub started_at: Timestamp,
    /// The answers and notes, by the items' ids. An item that is not there did not apply.
    pub answers: BTreeMap<String, Answer>,
}

/// An answer with its note.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The answer; `None` where there is none.
    pub value: Option<Value>,
    /// The note.
    pub note: Option<String>,
    /// When it happened, in seconds, as [`Class::times`] says; `None` where that cannot be known: a clock was set, the
    /// file does not tell, or others of the class watched something else.
    pub at_s: Option<f64>,
}

/// One answer to an item, and who gave it.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The answer; `None` where there is none, or the item did not apply.
    pub value: Option<Value>,
    /// The positions, among the sheets, of those who gave it.
    pub sheets: Vec<usize>,
}

impl Class {
    /// Puts in what a scenario expects; `watched` where it is the very one that was watched.
    pub fn expect(&mut self, scenario: &Scenario, watched: bool) {
        let expected = |row: &scenario::ReferenceAnswer| Expected {
            value: row.value.clone(),
            reason: Some(row.reason.clone()),
            at_s: row.seen_at_s,
        };
        self.expected = scenario.reference.iter().map(|row| (row.item.clone(), expected(row))).collect();
        let (id, version) = (scenario.id.clone(), scenario.version.clone());
        self.reference = Some(Reference::Scenario { id, version, watched });
    }

    /// Gives the answers to an item: those that may be given first, in the order of the checklist or of size, each with
    /// who gave it; then whoever gave none. `except` is a sheet that stands aside, for a reference.
    pub fn bars(&self, item: &Item, except: Option<usize>) -> Vec<Bar> {
        let mut bars: Vec<Bar> = possible(item).into_iter().map(|value| bar(Some(value))).collect();
        for (place, sheet) in self.sheets.iter().enumerate().filter(|(place, _)| Some(*place) != except) {
            let given = sheet.answers.get(&item.id).and_then(|answer| answer.value.as_ref());
            let value = given.map(|value| rounded(item, value));
            match bars.iter_mut().find(|bar| bar.value == value) {
                Some(bar) => bar.sheets.push(place),
                None => bars.push(Bar { sheets: vec![place], ..bar(value) }),
            }
        }
        // Stable: what may be given stays in the checklist's order.
        bars.sort_by(|a, b| order(a.value.as_ref(), b.value.as_ref()));
        bars
    }

    /// Gives how many gave the answer that most gave, and how many answered at all.
    pub fn most(&self, item: &Item, except: Option<usize>) -> (usize, usize) {
        let bars = self.bars(item, except);
        let answered = bars.iter().filter(|bar| bar.value.is_some()).map(|bar| bar.sheets.len());
        (answered.clone().max().unwrap_or(0), answered.sum())
    }
}

fn bar(value: Option<Value>) -> Bar {
    Bar { value, sheets: Vec::new() }
}

/// Gives the answers that are always shown, however few gave them.
pub(super) fn possible(item: &Item) -> Vec<Value> {
    match &item.response {
        Response::Behaviour { partly, .. } => {
            let middle = partly.then_some(Value::PARTLY);
            [Some(Value::YES), middle, Some(Value::NO)].into_iter().flatten().map(Value::text).collect()
        }
        Response::Choice { options, multiple: false } => options.iter().map(|option| Value::text(&option.id)).collect(),
        _ => Vec::new(),
    }
}

/// Gives a time in whole seconds, so that two who stopped in the same second gave one answer.
pub(super) fn rounded(item: &Item, value: &Value) -> Value {
    match (&item.response, value) {
        (Response::Timer { .. }, Value::Integer(ms)) => Value::Integer((ms + 500).div_euclid(1000) * 1000),
        _ => value.clone(),
    }
}

/// Numbers by their size; names as they come, before what sets the item aside; nothing comes last.
fn order(a: Option<&Value>, b: Option<&Value>) -> Ordering {
    let rank = |value: Option<&Value>| match value {
        None => 3,
        Some(value) if value.is_set_aside() => 2,
        Some(value) if value.as_number().is_some() => 0,
        Some(_) => 1,
    };
    let number = |value: Option<&Value>| value.and_then(Value::as_number).unwrap_or(0.0);
    rank(a).cmp(&rank(b)).then(number(a).total_cmp(&number(b)))
}
