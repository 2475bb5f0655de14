//! A scenario to practise on: a script of what happens, and the reference answers to it.
//!
//! The vocabulary of `esprit.scenario/1`, and queries on it. It knows nothing about files or clocks and checks nothing:
//! see [`validate`].

pub mod from_visit;
pub mod validate;

use super::Visit;
use super::checklist::{LocalText, Response};
use super::replay::gaps;
use super::time::Moment;
use super::value::Value;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The format that this program reads.
pub const FORMAT: &str = "esprit.scenario/1";

/// By default a script ends this long after its last line, in seconds.
const AFTER_LAST_S: f64 = 10.0;

/// A whole scenario.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
pub struct Scenario {
    /// Always `esprit.scenario/1`.
    pub format: String,
    /// An id; ids match `[a-z0-9][a-z0-9._-]{0,63}`.
    pub id: String,
    /// The author's version, for example `1.0.0`.
    pub version: String,
    /// The checklist that it is observed with.
    pub checklist: ChecklistVersion,
    /// The name that the trainee chooses it by; every text must have its languages.
    pub title: LocalText,
    /// What to expect, without revealing anything.
    pub summary: LocalText,
    /// The lines in order of time; at least one.
    pub script: Vec<ScriptLine>,
    /// When the script ends, in seconds; by default 10 s after its last line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends_at_s: Option<f64>,
    /// One row for every item of the checklist that applies given these answers.
    pub reference: Vec<ReferenceAnswer>,
}

/// A version of a checklist.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
pub struct ChecklistVersion {
    /// Its id.
    pub id: String,
    /// Its author's version.
    pub version: String,
}

/// One line of a script.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Line", extend("additionalProperties" = true))]
pub struct ScriptLine {
    /// When it appears, in seconds from the start; from 0 to 86,400.
    pub at_s: f64,
    /// The speaker; absent for something that can be seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<LocalText>,
    /// What is said or seen.
    pub text: LocalText,
}

/// What a good observer answers to an item, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Reference", extend("additionalProperties" = true))]
pub struct ReferenceAnswer {
    /// The item's id.
    pub item: String,
    /// The answer, as a session stores it: a timer's in milliseconds of the script, or `never`. An empty text is still to
    /// be filled in.
    pub value: Value,
    /// When it becomes visible, in seconds from the start; absent if nothing shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen_at_s: Option<f64>,
    /// The reason for the answer.
    pub reason: LocalText,
}

impl ReferenceAnswer {
    /// Returns whether the answer is still to be filled in.
    pub fn is_unfilled(&self) -> bool {
        self.value.as_text() == Some("")
    }
}

impl Scenario {
    /// Returns when the script ends, in seconds.
    pub fn end_s(&self) -> f64 {
        self.ends_at_s.unwrap_or_else(|| self.script.last().map_or(0.0, |line| line.at_s + AFTER_LAST_S))
    }

    /// Returns the lines that have appeared at a moment of the script, in seconds.
    pub fn lines_until(&self, s: f64) -> &[ScriptLine] {
        self.script.split_at(self.script.partition_point(|line| line.at_s <= s)).0
    }

    /// Returns the index of the last line that has appeared at a moment of the script, in seconds.
    pub fn line_at(&self, s: f64) -> Option<usize> {
        self.lines_until(s).len().checked_sub(1)
    }

    /// Returns the reference answer for an item.
    pub fn reference(&self, item: &str) -> Option<&ReferenceAnswer> {
        self.reference.iter().find(|row| row.item == item)
    }
}

/// A scenario being practised, at a constant speed.
#[derive(Clone, Debug)]
pub struct Playback {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// Seconds of the script per real second; finite and above 0.
    pub speed: f64,
}

impl Playback {
    /// Returns the moment of the script at a visit time; both are in milliseconds. The script stands still while the
    /// visit is paused or the program is not running.
    pub fn script_ms(&self, visit: &Visit, elapsed_ms: u64) -> u64 {
        let open = visit.state().paused().map(|(since, _)| (since, u64::MAX));
        let over = gaps(visit.events()).into_iter().map(|gap| (gap.from_ms, gap.to_ms));
        let over = over.filter(|(from, _)| open.is_none_or(|(since, _)| *from != since));
        let still =
            over.chain(open).map(|(from, to)| to.min(elapsed_ms).saturating_sub(from)).fold(0, u64::saturating_add);
        scale_ms(elapsed_ms.saturating_sub(still), self.speed)
    }

    /// Returns the current moment of the script, in milliseconds; for a visit that is over, the moment at which it
    /// ended.
    pub fn now_ms(&self, visit: &Visit, now: &Moment) -> u64 {
        let elapsed = if visit.is_over() {
            visit.state().last_time().map_or(0, |(_, elapsed)| elapsed)
        } else {
            visit.elapsed_ms(now)
        };
        self.script_ms(visit, elapsed)
    }

    /// Returns whether the script has ended.
    pub fn is_over(&self, visit: &Visit, now: &Moment) -> bool {
        seconds(self.now_ms(visit, now)) >= self.scenario.end_s()
    }

    /// Returns when the next line appears or the script ends after a moment of the script; `None` after the end. All
    /// are seconds of the script.
    pub fn next_change_s(&self, s: f64) -> Option<f64> {
        let line = self.scenario.script.get(self.scenario.lines_until(s).len()).map(|line| line.at_s);
        line.or_else(|| Some(self.scenario.end_s()).filter(|end| *end > s))
    }

    /// Returns the real milliseconds until a moment of the script, in seconds; `None` while the script stands still.
    pub fn ms_until(&self, visit: &Visit, until_s: f64, now: &Moment) -> Option<u64> {
        if visit.is_over() || visit.state().paused().is_some() {
            return None;
        }
        let left = 1000.0 * (until_s - seconds(self.now_ms(visit, now))) / self.speed;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to some days")]
        Some(left.clamp(0.0, 1e9).ceil() as u64)
    }

    /// Returns the real milliseconds until the script's clock shows its next second; `None` while it stands still.
    pub fn ms_until_next_second(&self, visit: &Visit, now: &Moment) -> Option<u64> {
        let ms = self.now_ms(visit, now);
        self.ms_until(visit, seconds(ms - ms % 1000 + 1000), now)
    }

    /// Converts milliseconds of the script to real milliseconds.
    pub fn real_ms(&self, ms: u64) -> u64 {
        scale_ms(ms, self.speed.recip())
    }
}

/// Converts real milliseconds to milliseconds of a script at a speed.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a visit's times are far below 2^53, and the cast saturates"
)]
pub fn scale_ms(ms: u64, speed: f64) -> u64 {
    (ms as f64 * speed).round() as u64
}

/// Converts a timer's value from real milliseconds, as files store it, to milliseconds of the script; returns other
/// values unchanged.
pub fn to_script_time(response: &Response, value: &Value, speed: f64) -> Value {
    match (response, value) {
        (Response::Timer { .. }, Value::Integer(ms)) => {
            let ms = scale_ms(u64::try_from(*ms).unwrap_or(0), speed);
            Value::Integer(0_i64.saturating_add_unsigned(ms))
        }
        _ => value.clone(),
    }
}

/// Converts milliseconds to seconds.
#[expect(clippy::cast_precision_loss, reason = "a script's times are far below 2^53")]
pub fn seconds(ms: u64) -> f64 {
    ms as f64 / 1000.0
}
