//! Small classes for simulations: several observers of the same meetings, whose knowledge and sight are known.
//!
//! They are made as classes, without the sessions behind them, so that hundreds take a moment.

use super::chance::{Purpose, happens, stream};
use esprit::analysis::class::{Answer, AnswerSheet, Class, Meeting, Times};
use esprit::visit::{Definition, Value};
use fastrand::Rng;
use jiff::Timestamp;
use jiff::civil::date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The settings of a class.
#[derive(Clone, Copy, Debug)]
pub struct PairSettings {
    /// The seed of all random numbers.
    pub seed: u64,
    /// The number of observers.
    pub observers: usize,
    /// The number of meetings.
    pub meetings: usize,
    /// The number of items.
    pub items: usize,
    /// The probability that what happens is a yes; otherwise it is a no.
    pub yes: f64,
    /// The probability that an answer is what happened. Otherwise it is drawn anew, so that at 0 observers agree by
    /// chance alone.
    pub knows: f64,
    /// The probability that an observer does not observe an item.
    pub missing: f64,
}

/// Makes one class for each meeting.
///
/// # Errors
/// Never fails for the checklist that is made here.
pub fn classes(settings: PairSettings) -> Result<Vec<Class>, super::GenerateError> {
    let definition = Arc::new(Definition::new(super::class::checklist(settings.items))?);
    let mut rng = stream(settings.seed, Purpose::Class, 2_000_000);
    let class = |meeting: usize| {
        let happened: Vec<&'static str> = (0..settings.items).map(|_| drawn(settings, &mut rng)).collect();
        let mut sheet = |observer: usize| AnswerSheet {
            observer: format!("t{observer:03}"),
            observer_name: None,
            session: format!("{meeting} {observer}"),
            site: format!("s{meeting:03}"),
            started_at: Timestamp::UNIX_EPOCH,
            answers: answers(settings, &definition, &happened, &mut rng),
        };
        Class {
            meeting: Meeting::Visit(format!("s{meeting:03}"), date(2026, 3, 2).at(10, 0, 0, 0)),
            site: format!("s{meeting:03}"),
            likeness: String::new(),
            versions: vec!["1.0.0".to_owned()],
            sheets: (1..=settings.observers).map(&mut sheet).collect(),
            definition: Arc::clone(&definition),
            again: Vec::new(),
            scenario: None,
            times: Times::World,
            aside: Vec::new(),
            reference: None,
            expected: BTreeMap::new(),
        }
    };
    Ok((0..settings.meetings).map(class).collect())
}

fn drawn(settings: PairSettings, rng: &mut Rng) -> &'static str {
    if happens(rng, settings.yes) { Value::YES } else { Value::NO }
}

fn answers(
    settings: PairSettings,
    definition: &Definition,
    happened: &[&'static str],
    rng: &mut Rng,
) -> BTreeMap<String, Answer> {
    let mut answer = |happened: &'static str| match () {
        () if happens(rng, settings.missing) => Value::NOT_OBSERVED,
        () if happens(rng, settings.knows) => happened,
        () => drawn(settings, rng),
    };
    let values: Vec<Value> = happened.iter().map(|&happened| Value::text(answer(happened))).collect();
    let rows = definition.items().zip(values);
    rows.map(|((_, item), value)| (item.id.clone(), Answer { value: Some(value), note: None, at_s: None })).collect()
}
