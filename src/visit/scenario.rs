//! A scenario to practise on: a script of what happens, and the reference answers to it.
//!
//! The vocabulary of `esprit.scenario/1`, and what can be asked of it. It says nothing about files, knows no clock, and
//! nothing here checks it: see [`rules`].

pub mod rules;

use super::Visit;
use super::checklist::{LocalText, Response};
use super::replay::gaps;
use super::time::Moment;
use super::value::Value;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The format that this version reads.
pub const FORMAT: &str = "esprit.scenario/1";

/// How long a script goes on after its last line where it does not say so itself, in seconds.
const AFTER_LAST_S: f64 = 10.0;

/// A whole scenario.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Scenario {
    /// Always `esprit.scenario/1`.
    pub format: String,
    /// Matches `[a-z0-9][a-z0-9._-]{0,63}`, as every id.
    pub id: String,
    /// The author's version, for example `1.0.0`.
    pub version: String,
    /// By which checklist it is observed.
    pub checklist: ChecklistVersion,
    /// What the trainee chooses it by; every text must have its languages.
    pub title: LocalText,
    /// What to expect, without giving anything away.
    pub summary: LocalText,
    /// What happens, in the order of time; at least one line.
    pub script: Vec<Line>,
    /// When the script is over, in seconds; without it, 10 s after its last line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends_at_s: Option<f64>,
    /// One row for every item of the checklist that applies given these answers.
    pub reference: Vec<Reference>,
}

/// A checklist, as its author names it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ChecklistVersion {
    /// Its id.
    pub id: String,
    /// Its author's version.
    pub version: String,
}

/// One line of a script.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Line {
    /// When it comes, in seconds from the start; from 0 to 86,400.
    pub at_s: f64,
    /// Who says it; without one, it is what can be seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<LocalText>,
    /// What is said or seen.
    pub text: LocalText,
}

/// What a good observer answers to an item, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Reference {
    /// The item's id.
    pub item: String,
    /// The answer, as a session holds it: a timer's in milliseconds of the script, or `never`.
    pub value: Value,
    /// When it can be told, in seconds from the start; without it, nothing shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen_at_s: Option<f64>,
    /// Why this is the answer.
    pub reason: LocalText,
}

impl Scenario {
    /// Gives when the script is over, in seconds.
    #[must_use]
    pub fn end_s(&self) -> f64 {
        self.ends_at_s.unwrap_or_else(|| self.script.last().map_or(0.0, |line| line.at_s + AFTER_LAST_S))
    }

    /// Gives the lines that have come by a moment of the script, in seconds.
    #[must_use]
    pub fn lines_by(&self, s: f64) -> &[Line] {
        let come = self.script.partition_point(|line| line.at_s <= s);
        self.script.get(..come).unwrap_or_default()
    }

    /// Gives the line that was the last to come by a moment of the script, in seconds: its place in the script.
    #[must_use]
    pub fn line_at(&self, s: f64) -> Option<usize> {
        self.lines_by(s).len().checked_sub(1)
    }

    /// Gives the reference for an item.
    #[must_use]
    pub fn reference(&self, item: &str) -> Option<&Reference> {
        self.reference.iter().find(|row| row.item == item)
    }
}

/// A scenario as it is practised: unfolding at a speed that stays the same.
#[derive(Clone, Debug)]
pub struct Play {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// How many seconds of the script go by in one second; finite and above 0.
    pub speed: f64,
}

impl Play {
    /// Gives the moment of the script at a visit time, in milliseconds. While the visit is paused, or the program is not
    /// running, the script stands still.
    #[must_use]
    pub fn script_ms(&self, visit: &Visit, elapsed_ms: u64) -> u64 {
        let open = visit.state().paused().map(|(since, _)| (since, u64::MAX));
        let over = gaps(visit.events()).into_iter().map(|gap| (gap.from_ms, gap.to_ms));
        let over = over.filter(|(from, _)| open.is_none_or(|(since, _)| *from != since));
        let still =
            over.chain(open).map(|(from, to)| to.min(elapsed_ms).saturating_sub(from)).fold(0, u64::saturating_add);
        script_ms(elapsed_ms.saturating_sub(still), self.speed)
    }

    /// Gives the moment of the script, in milliseconds; that at which the visit ended, where it is over.
    #[must_use]
    pub fn now_ms(&self, visit: &Visit, now: &Moment) -> u64 {
        let elapsed = if visit.is_over() {
            visit.state().last_time().map_or(0, |(_, elapsed)| elapsed)
        } else {
            visit.elapsed_ms(now)
        };
        self.script_ms(visit, elapsed)
    }

    /// Tells whether the script is over.
    #[must_use]
    pub fn is_over(&self, visit: &Visit, now: &Moment) -> bool {
        seconds(self.now_ms(visit, now)) >= self.scenario.end_s()
    }

    /// Gives when something new comes after a moment of the script: a line, or the end; none where nothing does. All
    /// are seconds of the script.
    #[must_use]
    pub fn next_s(&self, s: f64) -> Option<f64> {
        let line = self.scenario.script.get(self.scenario.lines_by(s).len()).map(|line| line.at_s);
        line.or_else(|| Some(self.scenario.end_s()).filter(|end| *end > s))
    }

    /// Gives how many real milliseconds it takes until a moment of the script, in seconds; none where the script stands
    /// still.
    #[must_use]
    pub fn wait_ms(&self, visit: &Visit, until_s: f64, now: &Moment) -> Option<u64> {
        if visit.is_over() || visit.state().paused().is_some() {
            return None;
        }
        let left = 1000.0 * (until_s - seconds(self.now_ms(visit, now))) / self.speed;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to some days")]
        Some(left.clamp(0.0, 1e9).ceil() as u64)
    }

    /// Gives how many real milliseconds it takes until the script's clock shows its next second; none where it stands
    /// still.
    #[must_use]
    pub fn second_ms(&self, visit: &Visit, now: &Moment) -> Option<u64> {
        let ms = self.now_ms(visit, now);
        self.wait_ms(visit, seconds(ms - ms % 1000 + 1000), now)
    }

    /// Gives real milliseconds for milliseconds of the script.
    #[must_use]
    pub fn real_ms(&self, ms: u64) -> u64 {
        script_ms(ms, self.speed.recip())
    }
}

/// Gives what so many milliseconds are at a speed.
#[must_use]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a visit's times are far below 2^53, and a product too large stays at the largest"
)]
pub fn script_ms(ms: u64, speed: f64) -> u64 {
    (ms as f64 * speed).round() as u64
}

/// Gives an answer as the script has it: a timer's time, which files keep in real milliseconds, in those of the script.
#[must_use]
pub fn in_script(response: &Response, value: &Value, speed: f64) -> Value {
    match (response, value) {
        (Response::Timer { .. }, Value::Integer(ms)) => {
            let ms = script_ms(u64::try_from(*ms).unwrap_or(0), speed);
            Value::Integer(i64::try_from(ms).unwrap_or(i64::MAX))
        }
        _ => value.clone(),
    }
}

/// Gives milliseconds as seconds.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "a script's times are far below 2^53")]
pub fn seconds(ms: u64) -> f64 {
    ms as f64 / 1000.0
}
