//! A class: what several observers answered about the same scenario or the same visit, item by item.
//!
//! For the discussion in front of a screen: it counts answers and knows no coefficient. Nothing here knows where
//! visits come from.

use super::family::skeleton;
use crate::visit::checklist::LocalText;
use crate::visit::definition::Definition;
use crate::visit::record::{Given, Record, Row};
use crate::visit::scenario::Reference;
use crate::visit::{Item, Response, Scenario, Value};
use jiff::SignedDuration;
use jiff::Timestamp;
use jiff::civil::DateTime;
use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BTreeSet};
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
    /// When it happened, in seconds from the start of the visit, or of the scenario's script; `None` where that is not
    /// known, as in a visit with pauses.
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
    /// Puts in what a scenario expects.
    pub fn expect(&mut self, scenario: &Scenario) {
        let expected = |row: &Reference| Expected {
            value: row.value.clone(),
            reason: Some(row.reason.clone()),
            at_s: row.seen_at_s,
        };
        self.expected = scenario.reference.iter().map(|row| (row.item.clone(), expected(row))).collect();
    }

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

    /// Takes a session's sheet out of the class, and holds the others against it; tells whether it was there.
    pub fn hold_against(&mut self, session: &str) -> bool {
        let Some(place) = self.sheets.iter().position(|sheet| sheet.session == session) else { return false };
        let sheet = self.sheets.remove(place);
        let expected = |(item, answer): (String, Answer)| {
            let reason = answer.note.map(LocalText::Same);
            Some((item, Expected { value: answer.value?, reason, at_s: answer.at_s }))
        };
        self.expected = sheet.answers.into_iter().filter_map(expected).collect();
        true
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

/// By what visits belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Matching {
    /// Whether visits of one scenario do, wherever and whenever they were made.
    pub scenarios: bool,
    /// Whether visits without a scenario, or of any where `scenarios` is not set, do by site and time.
    pub sites: bool,
    /// Visits of one site do that start at most so long after the first of them.
    pub window: SignedDuration,
    /// So many observers are the fewest.
    pub least: usize,
}

impl Matching {
    /// How visits are matched for a class: one scenario, or one site on a day.
    pub const CLASS: Self = Self { scenarios: true, sites: true, window: SignedDuration::from_hours(16), least: 2 };
}

/// Takes sessions, and makes classes of them.
#[derive(Debug, Default)]
pub struct Classes {
    taken: Vec<Taken>,
    /// How many visits were given up; they are no part of any class.
    pub abandoned: u64,
}

/// A sheet, and what it belongs to.
#[derive(Debug)]
struct Taken {
    sheet: Sheet,
    /// The site's id.
    site: String,
    local: DateTime,
    checklist: String,
    /// Id and digest.
    scenario: Option<(String, String)>,
    file: Option<String>,
}

impl Classes {
    /// Takes a session, and the name of its file where files of one name belong together. One that was given up is
    /// none.
    pub fn take(&mut self, record: &Record<'_>, file: Option<&str>) {
        let Ok(started_at) = record.started_at.parse() else { return };
        if !record.complete {
            self.abandoned += 1;
            return;
        }
        let hour = record.date.at(i8::try_from(record.hour).unwrap_or(0), 0, 0, 0);
        let sheet = Sheet {
            observer: record.observer.clone().into_owned(),
            session: record.id.clone().into_owned(),
            site: record.site_name.as_deref().unwrap_or(&record.site).to_owned(),
            started_at,
            answers: record.rows.iter().map(|row| (row.item.clone().into_owned(), answer(row, record))).collect(),
        };
        self.taken.push(Taken {
            sheet,
            site: record.site.clone().into_owned(),
            local: record.started_at.parse().unwrap_or(hour),
            checklist: record.digest.clone().into_owned(),
            scenario: record.scenario.as_ref().map(|scenario| (scenario.id.clone(), scenario.digest.clone())),
            file: file.map(str::to_owned),
        });
    }

    /// Takes what another one took.
    pub fn merge(&mut self, other: Self) {
        self.taken.extend(other.taken);
        self.abandoned += other.abandoned;
    }

    /// Tells whether a session was taken.
    #[must_use]
    pub fn has(&self, session: &str) -> bool {
        self.taken.iter().any(|taken| taken.sheet.session == session)
    }

    /// Tells whether every session watched a scenario.
    #[must_use]
    pub fn all_of_scenarios(&self) -> bool {
        self.taken.iter().all(|taken| taken.scenario.is_some())
    }

    /// Counts the sessions that watched no scenario.
    #[must_use]
    pub fn without_scenario(&self) -> u64 {
        self.taken.iter().filter(|taken| taken.scenario.is_none()).count() as u64
    }

    /// Counts the sessions whose checklist is not known; they are no part of any class.
    #[must_use]
    pub fn without_checklist(&self, definitions: &BTreeMap<String, Definition>) -> u64 {
        self.taken.iter().filter(|taken| !definitions.contains_key(&taken.checklist)).count() as u64
    }

    /// Puts together who saw the same by the same checklist, the latest first. `definitions` are the checklists by
    /// digest; checklists whose items agree are one.
    #[must_use]
    pub fn classes(mut self, definitions: &BTreeMap<String, Definition>, matching: Matching) -> Vec<Class> {
        let likeness = |(digest, definition): (&String, &Definition)| {
            (digest.clone(), skeleton(definition.checklist()).unwrap_or_else(|| digest.clone()))
        };
        let likenesses: BTreeMap<String, String> = definitions.iter().map(likeness).collect();
        self.taken.sort_by(|a, b| (a.sheet.started_at, &a.sheet.session).cmp(&(b.sheet.started_at, &b.sheet.session)));
        // Two versions of a scenario are two things to see.
        let mut together: BTreeMap<(Meeting, &str, Option<String>), Vec<Taken>> = BTreeMap::new();
        // The first visit of each site's window, from which on others belong to it.
        let mut windows: BTreeMap<(String, &str), (Timestamp, DateTime)> = BTreeMap::new();
        for taken in self.taken {
            let Some(likeness) = likenesses.get(&taken.checklist) else { continue };
            let meeting = match (&taken.file, &taken.scenario) {
                (Some(file), _) => Meeting::File(file.clone()),
                (None, Some((scenario, _))) if matching.scenarios => Meeting::Scenario(scenario.clone()),
                (None, _) if !matching.sites => continue,
                (None, _) => {
                    let now = (taken.sheet.started_at, taken.local);
                    let first = windows.entry((taken.site.clone(), likeness)).or_insert(now);
                    if now.0.duration_since(first.0) > matching.window {
                        *first = now;
                    }
                    Meeting::Visit(taken.site.clone(), first.1)
                }
            };
            let version = match &meeting {
                Meeting::Scenario(_) => taken.scenario.as_ref().map(|(_, digest)| digest.clone()),
                _ => None,
            };
            together.entry((meeting, likeness, version)).or_default().push(taken);
        }
        let mut classes: Vec<Class> = together
            .into_iter()
            .filter_map(|((meeting, likeness, _), taken)| class(meeting, likeness, taken, definitions))
            .filter(|class| class.sheets.len() >= matching.least)
            .collect();
        classes.sort_by_key(|class| Reverse(class.sheets.iter().map(|sheet| sheet.started_at).max()));
        classes
    }
}

/// Makes a class of sheets in the order of their time.
fn class(
    meeting: Meeting,
    likeness: &str,
    taken: Vec<Taken>,
    definitions: &BTreeMap<String, Definition>,
) -> Option<Class> {
    let latest = taken.last()?;
    let definition = Arc::new(definitions.get(&latest.checklist)?.clone());
    let (scenario, site) = (latest.scenario.clone().map(|(_, digest)| digest), latest.sheet.site.clone());
    let version = |taken: &Taken| Some(definitions.get(&taken.checklist)?.checklist().version.clone());
    let versions: BTreeSet<String> = taken.iter().filter_map(version).collect();
    let mut again = Vec::new();
    let mut kept: BTreeMap<String, Sheet> = BTreeMap::new();
    for Taken { sheet, .. } in taken {
        if let Some(earlier) = kept.insert(sheet.observer.clone(), sheet) {
            again.push(earlier.observer);
        }
    }
    again.sort_unstable();
    again.dedup();
    Some(Class {
        meeting,
        site,
        likeness: likeness.to_owned(),
        versions: versions.into_iter().collect(),
        definition,
        sheets: kept.into_values().collect(),
        again,
        scenario,
        expected: BTreeMap::new(),
    })
}

fn answer(row: &Row<'_>, record: &Record<'_>) -> Answer {
    let speed = record.scenario.as_ref().map_or(1.0, |scenario| scenario.speed);
    let value = match &row.value {
        Given::Nothing => None,
        Given::Text(text) => Some(Value::text(text)),
        // Whatever the speed at which they watched, what they timed is a time of the scene.
        Given::Number(ms) if row.response == "timer" => Some(Value::number((ms * speed).round())),
        Given::Number(number) => Some(Value::number(*number)),
        Given::Many(several) => Some(Value::Many(several.iter().map(|one| one.clone().into_owned()).collect())),
    };
    Answer { value, note: row.note.as_deref().map(str::to_owned), at_s: at_s(row, record) }
}

/// Gives when an answer happened, in seconds from the start.
#[expect(clippy::cast_precision_loss, reason = "milliseconds of a visit")]
fn at_s(row: &Row<'_>, record: &Record<'_>) -> Option<f64> {
    if record.paused_ms > 0 || row.value == Given::Nothing {
        return None;
    }
    let instant = |text: &str| text.parse::<Timestamp>().ok();
    let (start, recorded) = (instant(&record.started_at)?, instant(row.recorded_at.as_deref()?)?);
    // The visit's own clock where it says when it was recorded; what is told of before is by the clock on the wall.
    let age = row.observed_at.as_deref().and_then(instant).map_or(0, |seen| recorded.duration_since(seen).as_millis());
    let elapsed = row.elapsed_ms.map_or_else(|| recorded.duration_since(start).as_millis(), i128::from);
    let speed = record.scenario.as_ref().map_or(1.0, |scenario| scenario.speed);
    Some((elapsed - age).max(0) as f64 / 1000.0 * speed)
}
