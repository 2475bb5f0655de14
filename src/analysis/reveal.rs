//! A practice held against the reference of its scenario, item by item.
//!
//! Times are those of the script, whatever the speed at which it unfolded. Nothing here knows how it is shown.

use super::CONFIDENCE;
use crate::stats::{Count, Proportion, QuantileType, Undefined, quantiles, wilson};
use crate::visit::scenario::{Playback, ReferenceAnswer, seconds, to_script_time};
use crate::visit::score::earned_fraction;
use crate::visit::{Response, Value, Visit};

/// Two times of a script that differ by no more than this are the same, in milliseconds.
const TOLERANCE_MS: f64 = 5_000.0;

/// A practice beside its reference.
#[derive(Clone, Debug, PartialEq)]
pub struct Reveal {
    /// A row for every item that the trainee was asked, or that has a reference: those that differ first, each part in
    /// checklist order.
    pub rows: Vec<Row>,
    /// How many were answered, and can be compared.
    pub compared: usize,
    /// How many of those agree.
    pub agreed: usize,
    /// The share of those, with Wilson's interval, or why there is none.
    pub share: Result<Proportion, Undefined>,
    /// The middle one of all delays, in seconds of the script; negative where answers came too early.
    pub median_late_s: Option<f64>,
}

/// One item.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its position in the visit's checklist.
    pub item: usize,
    /// How the two answers compare.
    pub verdict: Verdict,
    /// The trainee's answer; a timer's in milliseconds of the script.
    pub own: Option<Value>,
    /// The reference answer.
    pub reference: Option<Value>,
    /// When it could be told, in seconds of the script.
    pub seen_at_s: Option<f64>,
    /// The line of the script that was the last to come by then.
    pub line: Option<usize>,
    /// When the trainee says that it was seen, which is when it was answered where nothing else is said.
    pub answered_at_s: Option<f64>,
    /// How much later than it could be told that was, in seconds of the script; negative where earlier.
    pub late_s: Option<f64>,
}

/// How two answers compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// They agree.
    Same,
    /// The trainee's earns more.
    Lenient,
    /// The trainee's earns less.
    Severe,
    /// They differ, and neither earns more.
    Other,
    /// The trainee gave none.
    Unanswered,
    /// The trainee was not asked: another answer took the item away.
    NotAsked,
    /// By the reference the item does not apply.
    NoReference,
    /// Words are not compared.
    Words,
}

impl Verdict {
    /// Tells whether it is about two answers that can be compared.
    pub fn is_compared(self) -> bool {
        matches!(self, Self::Same | Self::Lenient | Self::Severe | Self::Other)
    }

    /// Gives its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Lenient => "lenient",
            Self::Severe => "severe",
            Self::Other => "other",
            Self::Unanswered => "unanswered",
            Self::NotAsked => "not_asked",
            Self::NoReference => "no_reference",
            Self::Words => "words",
        }
    }
}

impl Reveal {
    /// Gives how many rows have a verdict.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.rows.iter().filter(|row| row.verdict == verdict).count()
    }

    /// Gives how many answers came before what they say could be told.
    pub fn early(&self) -> usize {
        self.rows.iter().filter(|row| row.late_s.is_some_and(|late| late < 0.0)).count()
    }
}

/// Holds a practice against its scenario.
pub fn reveal(visit: &Visit, play: &Playback) -> Reveal {
    let mut rows: Vec<Row> = visit.definition().items().filter_map(|(item, _)| row(visit, play, item)).collect();
    rows.sort_by_key(|row| row.verdict == Verdict::Same);
    let compared = rows.iter().filter(|row| row.verdict.is_compared()).count();
    let agreed = rows.iter().filter(|row| row.verdict == Verdict::Same).count();
    #[expect(clippy::cast_precision_loss, reason = "a checklist has few items")]
    let count = Count { successes: agreed as f64, n: compared as u64 };
    let late: Vec<Option<f64>> = rows.iter().map(|row| row.late_s).collect();
    let median = quantiles(&late, &[0.5], QuantileType::Seven).ok().and_then(|found| found.first().copied());
    Reveal { rows, compared, agreed, share: wilson(count, CONFIDENCE), median_late_s: median }
}

fn row(visit: &Visit, play: &Playback, index: usize) -> Option<Row> {
    let state = visit.state();
    let item = visit.definition().item(index);
    let reference = play.scenario.reference(&item.id);
    let asked = state.applies(index);
    if !asked && reference.is_none() {
        return None;
    }
    let answer = state.answer(index).filter(|_| asked);
    let own = answer.map(|answer| to_script_time(&item.response, &answer.value, play.speed));
    let seen_at_s = reference.and_then(|row| row.seen_at_s);
    let answered_at_s = answer.map(|answer| seconds(play.script_ms(visit, answer.happened_ms)));
    Some(Row {
        item: index,
        verdict: verdict(&item.response, asked, own.as_ref(), reference),
        own,
        reference: reference.map(|row| row.value.clone()),
        seen_at_s,
        line: seen_at_s.and_then(|s| play.scenario.line_at(s)),
        answered_at_s,
        late_s: answered_at_s.zip(seen_at_s).map(|(answered, seen)| answered - seen),
    })
}

fn verdict(response: &Response, asked: bool, own: Option<&Value>, reference: Option<&ReferenceAnswer>) -> Verdict {
    match (own, reference) {
        (_, Some(_)) if !asked => Verdict::NotAsked,
        (_, None) => Verdict::NoReference,
        (None, Some(_)) => Verdict::Unanswered,
        (Some(own), Some(row)) if agree(response, own, &row.value) => Verdict::Same,
        (Some(own), Some(row)) => match (earned_fraction(response, own), earned_fraction(response, &row.value)) {
            _ if matches!(response, Response::Text {}) && !own.is_set_aside() && !row.value.is_set_aside() => {
                Verdict::Words
            }
            (Some(own), Some(right)) if own > right => Verdict::Lenient,
            (Some(own), Some(right)) if own < right => Verdict::Severe,
            _ => Verdict::Other,
        },
    }
}

/// Tells whether two answers to an item are the same; a timer's within the tolerance.
fn agree(response: &Response, one: &Value, other: &Value) -> bool {
    match (response, one, other) {
        (Response::Choice { .. }, Value::Many(one), Value::Many(other)) => {
            one.len() == other.len() && one.iter().all(|id| other.contains(id))
        }
        _ => match (one.as_number(), other.as_number()) {
            (Some(one), Some(other)) if matches!(response, Response::Timer { .. }) => {
                (one - other).abs() <= TOLERANCE_MS
            }
            (Some(one), Some(other)) => (one - other).abs() < f64::EPSILON,
            _ => one == other,
        },
    }
}
