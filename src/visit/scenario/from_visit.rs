//! What a visit tells of a scene, for a new scenario: its answers with their times and notes, and its marks.

use super::{scale_ms, seconds, to_script_time};
use crate::visit::Visit;
use crate::visit::state::Mark;
use crate::visit::value::Value;

/// An answer of a visit as a reference.
#[derive(Clone, Debug, PartialEq)]
pub struct ObservedAnswer<'a> {
    /// The item's position in the checklist.
    pub item: usize,
    /// The answer, with a timer's in milliseconds of the script; `None` if the visit left the item unanswered.
    pub value: Option<Value>,
    /// When it was observed, in seconds of the script; `None` if it was added after the visit.
    pub seen_at_s: Option<f64>,
    /// The note on the item.
    pub note: Option<&'a str>,
}

/// The moments of a visit as moments of a script, which stands still during a pause.
#[derive(Clone, Copy, Debug)]
pub struct SceneClock<'a> {
    visit: &'a Visit,
    /// Seconds of the script per second of the visit.
    speed: f64,
}

impl<'a> SceneClock<'a> {
    /// Returns the clock of a visit; one that followed a scenario keeps the time of its script.
    pub fn new(visit: &'a Visit) -> Self {
        let scenario = visit.state().started().and_then(|(started, _)| started.scenario.as_ref());
        Self { visit, speed: scenario.map_or(1.0, |scenario| scenario.speed) }
    }

    /// Converts a visit time in milliseconds to seconds of the script.
    pub fn script_s(&self, elapsed_ms: u64) -> f64 {
        seconds(scale_ms(self.visit.state().active_ms(0, elapsed_ms), self.speed))
    }

    /// Returns when the visit was over, in seconds of the script.
    pub fn end_s(&self) -> f64 {
        self.script_s(self.visit.state().observed_until().map_or(0, |(_, elapsed)| elapsed))
    }

    /// Returns the marks, each with its moment in seconds of the script.
    pub fn marks(&self) -> impl Iterator<Item = (f64, &'a Mark)> {
        self.visit.state().marks().iter().map(|mark| (self.script_s(mark.elapsed_ms), mark))
    }

    /// Returns the answer to every item that applies, in checklist order. An item without an answer counts as not
    /// observed where others depend on it.
    pub fn answers(&self) -> Vec<ObservedAnswer<'a>> {
        let (definition, state, end) = (self.visit.definition(), self.visit.state(), self.end_s());
        let not_observed = Value::text(Value::NOT_OBSERVED);
        let mut answers: Vec<ObservedAnswer<'a>> = Vec::new();
        for (place, item) in definition.items() {
            let answered = |id: &str| {
                let place = definition.position(id)?;
                let answer = answers.iter().find(|answer| answer.item == place)?;
                Some((&definition.item(place).response, answer.value.as_ref().unwrap_or(&not_observed)))
            };
            if !item.when.as_ref().is_none_or(|when| when.holds(1.0, &answered)) {
                continue;
            }
            let answer = state.answer(place);
            let value = answer.map(|answer| to_script_time(&item.response, &answer.value, self.speed));
            let seen_at_s = answer.map(|answer| self.script_s(answer.happened_ms)).filter(|seen| *seen <= end);
            let note = state.item(place).and_then(|item| item.note.as_deref());
            answers.push(ObservedAnswer { item: place, value, seen_at_s, note });
        }
        answers
    }
}
