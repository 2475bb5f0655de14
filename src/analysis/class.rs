//! A class: what several observers answered about the same scenario or the same visit, item by item.
//!
//! For the discussion in front of a screen: it counts answers and knows no coefficient. Nothing here knows where
//! visits come from.

use super::family::skeleton;
use crate::visit::checklist::LocalText;
use crate::visit::definition::Definition;
use crate::visit::record::{Given, Record, Row};
use crate::visit::{Item, Response, Value};
use jiff::Timestamp;
use jiff::civil::Date;
use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What several observers saw.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meeting {
    /// A scenario, by its id.
    Scenario(String),
    /// A site, by its id, on a day.
    Visit(String, Date),
}

/// Several observers of one meeting.
#[derive(Clone, Debug)]
pub struct Class {
    /// What they saw.
    pub meeting: Meeting,
    /// What people call the site.
    pub site: String,
    /// The checklist; of several versions whose items agree, the last.
    pub definition: Arc<Definition>,
    /// What each observer answered, by the observers' ids: one sheet each, the latest.
    pub sheets: Vec<Sheet>,
    /// The observers who have an earlier sheet that does not count.
    pub again: Vec<String>,
    /// The digest of the scenario that the latest sheet watched.
    pub scenario: Option<String>,
    /// The scenario's own answers, by the items' ids; whoever knows the scenario puts them in.
    pub expected: BTreeMap<String, Expected>,
}

/// What a scenario expects.
#[derive(Clone, Debug, PartialEq)]
pub struct Expected {
    /// The answer.
    pub value: Value,
    /// Why it is that one.
    pub reason: Option<LocalText>,
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
    /// Gives the answers to an item: those that may be given first, in the order of the checklist or of size, each with
    /// who gave it; then whoever gave none. `except` is a sheet that stands aside, for a reference.
    #[must_use]
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
    #[must_use]
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
fn possible(item: &Item) -> Vec<Value> {
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
fn rounded(item: &Item, value: &Value) -> Value {
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

/// Takes sessions, and makes classes of them.
#[derive(Debug, Default)]
pub struct Classes {
    sheets: Vec<(Meeting, Link, Sheet)>,
}

/// What tells which checklist and scenario a sheet belongs to.
#[derive(Clone, Debug)]
struct Link {
    checklist: String,
    scenario: Option<String>,
}

impl Classes {
    /// Takes a session. One that was given up is none.
    pub fn take(&mut self, record: &Record<'_>) {
        let Ok(started_at) = record.started_at.parse() else { return };
        if !record.complete {
            return;
        }
        let meeting = match &record.scenario {
            Some(scenario) => Meeting::Scenario(scenario.id.clone()),
            None => Meeting::Visit(record.site.clone().into_owned(), record.date),
        };
        let link = Link {
            checklist: record.digest.clone().into_owned(),
            scenario: record.scenario.as_ref().map(|scenario| scenario.digest.clone()),
        };
        let sheet = Sheet {
            observer: record.observer.clone().into_owned(),
            session: record.id.clone().into_owned(),
            site: record.site_name.as_deref().unwrap_or(&record.site).to_owned(),
            started_at,
            answers: record.rows.iter().map(|row| (row.item.clone().into_owned(), answer(row))).collect(),
        };
        self.sheets.push((meeting, link, sheet));
    }

    /// Takes what another one took.
    pub fn merge(&mut self, other: Self) {
        self.sheets.extend(other.sheets);
    }

    /// Puts together who saw the same by the same checklist: classes of two observers and more, the latest first.
    /// `definitions` are the checklists by digest; checklists whose items agree are one.
    #[must_use]
    pub fn classes(self, definitions: &BTreeMap<String, Definition>) -> Vec<Class> {
        let likeness = |(digest, definition): (&'_ String, &Definition)| {
            (digest.clone(), skeleton(definition.checklist()).unwrap_or_else(|| digest.clone()))
        };
        let likenesses: BTreeMap<String, String> = definitions.iter().map(likeness).collect();
        let mut together: BTreeMap<(Meeting, &str), Vec<(Link, Sheet)>> = BTreeMap::new();
        for (meeting, link, sheet) in self.sheets {
            let Some(likeness) = likenesses.get(&link.checklist) else { continue };
            together.entry((meeting, likeness)).or_default().push((link, sheet));
        }
        let mut classes: Vec<Class> = together
            .into_iter()
            .filter_map(|((meeting, _), sheets)| class(meeting, sheets, definitions))
            .filter(|class| class.sheets.len() > 1)
            .collect();
        classes.sort_by_key(|class| Reverse(class.sheets.iter().map(|sheet| sheet.started_at).max()));
        classes
    }
}

fn class(
    meeting: Meeting,
    mut sheets: Vec<(Link, Sheet)>,
    definitions: &BTreeMap<String, Definition>,
) -> Option<Class> {
    sheets.sort_by(|(_, a), (_, b)| {
        (&a.observer, Reverse(a.started_at), &a.session).cmp(&(&b.observer, Reverse(b.started_at), &b.session))
    });
    let (link, latest) = sheets.iter().max_by_key(|(_, sheet)| (sheet.started_at, &sheet.session))?;
    let definition = Arc::new(definitions.get(&link.checklist)?.clone());
    let (scenario, site) = (link.scenario.clone(), latest.site.clone());
    let mut again = Vec::new();
    let mut kept: Vec<Sheet> = Vec::new();
    for (_, sheet) in sheets {
        match kept.last() {
            Some(last) if last.observer == sheet.observer => again.push(sheet.observer),
            _ => kept.push(sheet),
        }
    }
    again.dedup();
    Some(Class { meeting, site, definition, sheets: kept, again, scenario, expected: BTreeMap::new() })
}

fn answer(row: &Row<'_>) -> Answer {
    let value = match &row.value {
        Given::Nothing => None,
        Given::Text(text) => Some(Value::text(text)),
        Given::Number(number) => Some(Value::number(*number)),
        Given::Many(several) => Some(Value::Many(several.iter().map(|one| one.clone().into_owned()).collect())),
    };
    Answer { value, note: row.note.as_deref().map(str::to_owned) }
}
