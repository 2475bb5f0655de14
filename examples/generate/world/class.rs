//! A class whose truth is known: several observers of the same scenarios, compared with a reference.
//!
//! Two are lenient, one answers at random, and one item is unclear; the others err now and then.

use super::GenerateError;
use super::chance::{Purpose, happens, stream};
use super::session::chain_events;
use esprit::store::{Session, checklists};
use esprit::visit::event::{Observer, ScenarioRef};
use esprit::visit::{Action, Definition, Item, Kind, Moment, Program, Response, Site, Stamp, Value, Visit, VisitSetup};
use fastrand::Rng;
use serde_json::{Value as Json, json};
use std::path::PathBuf;
use std::sync::Arc;

/// The settings of a class.
#[derive(Clone, Copy, Debug)]
pub struct ClassSettings {
    /// The seed of all random numbers.
    pub seed: u64,
    /// The number of observers, without the reference.
    pub observers: usize,
    /// The number of scenarios.
    pub scenarios: usize,
    /// The number of items of a checklist made for the class; by default, the bundled one for customers.
    pub items: Option<usize>,
}

/// A class.
#[derive(Debug)]
pub struct Class {
    settings: ClassSettings,
    definition: Arc<Definition>,
    /// The lenient observers.
    pub lenient: Vec<String>,
    /// The observer who answers at random.
    pub random: String,
    /// The id of the unclear item.
    pub unclear: String,
    /// The right answers for each scenario.
    right: Vec<Vec<Option<Value>>>,
}

/// The answers to a behaviour, the best first.
const ANSWERS: [&str; 3] = [Value::YES, Value::PARTLY, Value::NO];
/// The probability that an observer is right.
const RIGHT: f64 = 0.94;
/// The probability that a lenient observer gives the better answer.
const LENIENT: f64 = 0.6;
/// The probability of a wrong answer to the unclear item.
const UNCLEAR: f64 = 0.7;
/// The reference's id.
pub const REFERENCE: &str = "reference";

impl Class {
    /// Creates a class.
    ///
    /// # Errors
    /// Fails if the requested checklist cannot be made.
    pub fn new(settings: ClassSettings) -> Result<Self, GenerateError> {
        let definition = match settings.items {
            Some(items) => Arc::new(Definition::new(checklist(items))?),
            None => checklists::bundled()
                .into_iter()
                .find_map(|listed| listed.definition.ok())
                .ok_or_else(|| GenerateError::Checklist("customer".to_owned()))?,
        };
        let behaviours: Vec<&Item> = definition.items().map(|(_, item)| item).filter(|item| is_plain(item)).collect();
        let unclear = behaviours.get(behaviours.len() / 2).map(|item| item.id.clone()).unwrap_or_default();
        let name = |number: usize| format!("t{number:03}");
        let right = (0..settings.scenarios)
            .map(|scenario| {
                let mut rng = stream(settings.seed, Purpose::Class, scenario as u64);
                definition.items().map(|(_, item)| right(item, &mut rng)).collect()
            })
            .collect();
        let (lenient, random) = (vec![name(1), name(2)], name(3));
        Ok(Self { settings, definition, lenient, random, unclear, right })
    }

    /// Returns every session file, with its path below the folder of the class.
    ///
    /// # Errors
    /// Fails if the engine refuses an action; a test checks that it never does.
    pub fn files(&self) -> Result<Vec<(PathBuf, String)>, GenerateError> {
        let observers = (1..=self.settings.observers).map(|number| format!("t{number:03}"));
        let observers: Vec<String> = std::iter::once(REFERENCE.to_owned()).chain(observers).collect();
        let mut files = Vec::new();
        for (number, observer) in observers.iter().enumerate() {
            for scenario in 0..self.settings.scenarios {
                let path = PathBuf::from(observer).join(format!("scenario-{:02}.json", scenario + 1));
                files.push((path, self.session(number, observer, scenario)?));
            }
        }
        Ok(files)
    }

    /// Returns the truth.
    #[must_use]
    pub fn json(&self) -> Json {
        json!({"lenient": self.lenient, "random": self.random, "unclear": self.unclear})
    }

    fn session(&self, number: usize, observer: &str, scenario: usize) -> Result<String, GenerateError> {
        let place = (number * self.settings.scenarios + scenario) as u64;
        let mut rng = stream(self.settings.seed, Purpose::Class, 1_000_000 + place);
        let setup = VisitSetup {
            session: format!("0195c0de-0000-7000-8000-{place:012x}"),
            kind: Kind::Training,
            site: Site { id: format!("scenario-{}", scenario + 1), name: None, group: None },
            observer: Observer { id: observer.to_owned(), name: None },
            time_zone: "Europe/Paris".to_owned(),
            remark: None,
            scenario: Some(ScenarioRef {
                id: format!("scenario-{}", scenario + 1),
                version: "1.0.0".to_owned(),
                digest: format!("sha256:{scenario}"),
                speed: 1.0,
            }),
            program: Program { boot: "class".to_owned(), app: env!("CARGO_PKG_VERSION").to_owned() },
        };
        // One scenario a day; the observers one after the other.
        let start = 1_772_438_400_000 + 86_400_000 * scenario as u64 + 600_000 * (number as u64 % 40);
        let mut visit = Visit::begin(Arc::clone(&self.definition), setup, &moment(start, 0))?;
        let right = self.right.get(scenario).map(Vec::as_slice).unwrap_or_default();
        for (index, right) in right.iter().enumerate() {
            let at = 6_000 * (index as u64 + 1) + if number == 0 { 0 } else { rng.u64(500..9_000) };
            let item = self.definition.item(index);
            let Some(right) = right.as_ref().filter(|_| visit.state().applies(index)) else { continue };
            let value = self.answer(observer, item, right, &mut rng);
            let at = at.max(visit.state().last_time().map_or(0, |(_, elapsed)| elapsed));
            visit.act(&Action::Answer { item: index, value, seen: None }, &moment(start, at))?;
        }
        let end = 6_000 * (right.len() as u64 + 2) + 9_000;
        visit.act(&Action::Finish, &moment(start, end))?;
        let events = chain_events(&self.definition, visit.events())?.into_iter().map(|event| event.line).collect();
        Ok(Session::derive(&self.definition, visit.events(), events)?.to_line()?)
    }

    fn answer(&self, observer: &str, item: &Item, right: &Value, rng: &mut Rng) -> Value {
        let place = ANSWERS.iter().position(|answer| Some(*answer) == right.as_text());
        let Some(place) = place.filter(|_| observer != REFERENCE && is_plain(item)) else { return right.clone() };
        let other = |rng: &mut Rng| answer(place + rng.usize(1..3));
        match () {
            () if observer == self.random => answer(rng.usize(..3)),
            () if item.id == self.unclear && happens(rng, UNCLEAR) => other(rng),
            () if self.lenient.iter().any(|lenient| lenient == observer) && happens(rng, LENIENT) => {
                answer(place.saturating_sub(1))
            }
            () if happens(rng, 1.0 - RIGHT) => other(rng),
            () => right.clone(),
        }
    }
}

/// Returns an answer by its index, wrapping around.
fn answer(place: usize) -> Value {
    Value::text(ANSWERS.get(place % ANSWERS.len()).copied().unwrap_or(Value::YES))
}

fn is_plain(item: &Item) -> bool {
    matches!(item.response, Response::Behaviour { partly: true, .. }) && item.when.is_none()
}

/// Returns the right answer to an item; `None` for items that do not matter here.
fn right(item: &Item, rng: &mut Rng) -> Option<Value> {
    let draw = rng.f64();
    match &item.response {
        Response::Behaviour { partly: true, .. } => Some(answer(usize::from(draw >= 0.5) + usize::from(draw >= 0.65))),
        Response::Behaviour { .. } => Some(Value::text(if draw < 0.6 { Value::YES } else { Value::NO })),
        Response::Scale { max, .. } => Some(Value::Integer(*max - rng.i64(0..4))),
        _ => None,
    }
}

fn moment(start_ms: u64, at_ms: u64) -> Moment {
    let ms = i64::try_from(start_ms + at_ms).unwrap_or_default();
    let instant = jiff::Timestamp::from_millisecond(ms).unwrap_or_default();
    let zone = jiff::tz::TimeZone::fixed(jiff::tz::offset(1));
    Moment { wall: Stamp::new(instant, zone.to_offset(instant)), clock_ms: 1_000_000 + at_ms }
}

pub(crate) fn checklist(items: usize) -> Json {
    let item = |number: usize| json!({"id": format!("item-{number:02}"), "label": format!("Item {number}"), "response": {"type": "behaviour"}});
    json!({
        "format": "esprit.checklist/1", "id": "class", "version": "1.0.0", "relation": "customer", "title": "Class",
        "sections": [{"id": "all", "title": "All", "items": (1..=items).map(item).collect::<Vec<_>>()}],
    })
}
