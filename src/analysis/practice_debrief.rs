//! Compares a practice visit with the reference answers of its scenario, item by item.
//!
//! Times are in seconds of the script, whatever the playback speed.

use super::CONFIDENCE;
use crate::stats::{Count, Proportion, QuantileType, Undefined, quantiles, wilson};
use crate::visit::scenario::{Playback, ReferenceAnswer, seconds, to_script_time};
use crate::visit::score::earned_fraction;
use crate::visit::{Response, Value, Visit};

/// Times of a script that differ by at most this many milliseconds agree.
const TOLERANCE_MS: f64 = 5_000.0;

/// A practice visit compared with its reference.
#[derive(Clone, Debug, PartialEq)]
pub struct PracticeDebrief {
    /// A row for every item that the trainee was asked or that has a reference: disagreements first, each group in
    /// checklist order.
    pub rows: Vec<DebriefRow>,
    /// The number of items that were answered and can be compared.
    pub compared: usize,
    /// The number of those that agree.
    pub agreed: usize,
    /// The share that agrees, with Wilson's interval, or why it is undefined.
    pub share: Result<Proportion, Undefined>,
    /// The median delay, in seconds of the script; negative if answers came too early.
    pub median_late_s: Option<f64>,
}

/// An item of the comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct DebriefRow {
    /// Its position in the visit's checklist.
    pub item: usize,
    /// How the two answers compare.
    pub verdict: Verdict,
    /// The trainee's answer; for a timer, in milliseconds of the script.
    pub own: Option<Value>,
    /// The reference answer.
    pub reference: Option<Value>,
    /// When the scenario shows the answer, in seconds of the script.
    pub seen_at_s: Option<f64>,
    /// The index of the last script line by then.
    pub line: Option<usize>,
    /// When the trainee observed it, in seconds of the script: the time stated, or else that of the answer.
    pub answered_at_s: Option<f64>,
    /// The delay of that after `seen_at_s`, in seconds; negative if earlier.
    pub late_s: Option<f64>,
}

/// How two answers compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The answers agree.
    Same,
    /// The trainee's answer earns more points.
    Lenient,
    /// The trainee's answer earns fewer points.
    Severe,
    /// The answers differ and earn the same.
    Other,
    /// The trainee gave no answer.
    Unanswered,
    /// The trainee was not asked, because another answer made the item inapplicable.
    NotAsked,
    /// The item does not apply according to the reference.
    NoReference,
    /// Free text, which is not compared.
    Words,
}

impl Verdict {
    /// Returns whether both answers exist and can be compared.
    fn is_compared(self) -> bool {
        matches!(self, Self::Same | Self::Lenient | Self::Severe | Self::Other)
    }

    /// Returns its name in files.
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

impl PracticeDebrief {
    /// Returns the number of rows with a verdict.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.rows.iter().filter(|row| row.verdict == verdict).count()
    }

    /// Returns the number of answers given before the scenario showed them.
    pub fn early(&self) -> usize {
        self.rows.iter().filter(|row| row.late_s.is_some_and(|late| late < 0.0)).count()
    }
}

/// Compares a practice visit with its scenario.
pub fn debrief(visit: &Visit, play: &Playback) -> PracticeDebrief {
    let mut rows: Vec<DebriefRow> =
        visit.definition().items().filter_map(|(item, _)| debrief_row(visit, play, item)).collect();
    rows.sort_by_key(|row| row.verdict == Verdict::Same);
    let compared = rows.iter().filter(|row| row.verdict.is_compared()).count();
    let agreed = rows.iter().filter(|row| row.verdict == Verdict::Same).count();
    #[expect(clippy::cast_precision_loss, reason = "a checklist has few items")]
    let count = Count { successes: agreed as f64, n: compared as u64 };
    let late: Vec<Option<f64>> = rows.iter().map(|row| row.late_s).collect();
    let median = quantiles(&late, &[0.5], QuantileType::Seven).ok().and_then(|found| found.first().copied());
    PracticeDebrief { rows, compared, agreed, share: wilson(count, CONFIDENCE), median_late_s: median }
}

fn debrief_row(visit: &Visit, play: &Playback, index: usize) -> Option<DebriefRow> {
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
    Some(DebriefRow {
        item: index,
        verdict: compare_answers(&item.response, asked, own.as_ref(), reference),
        own,
        reference: reference.map(|row| row.value.clone()),
        seen_at_s,
        line: seen_at_s.and_then(|s| play.scenario.line_at(s)),
        answered_at_s,
        late_s: answered_at_s.zip(seen_at_s).map(|(answered, seen)| answered - seen),
    })
}

fn compare_answers(
    response: &Response,
    asked: bool,
    own: Option<&Value>,
    reference: Option<&ReferenceAnswer>,
) -> Verdict {
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

/// Returns whether two answers to an item are equal; those of a timer within [`TOLERANCE_MS`].
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
