//! Derives the answer rows and the score from a state; `verify` derives them again.

use super::checklist::{BehaviourPoints, ChoiceOption, Item, Response, Section};
use super::definition::Definition;
use super::state::State;
use super::time::Stamp;
use super::value::Value;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The row of an item that applied.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AnswerRow {
    /// The item's id.
    pub item: String,
    /// Its section's id.
    pub section: String,
    /// Its section's attitude.
    pub attitude: Option<String>,
    /// The behaviour that its item mirrors.
    pub behaviour: Option<String>,
    /// Its response type.
    #[serde(rename = "type")]
    pub response: String,
    /// The current answer; null if there is none.
    pub value: Option<Value>,
    /// The item's weight.
    pub weight: f64,
    /// Points earned, weighted.
    pub points: f64,
    /// Points possible, weighted; 0 if the row does not count.
    pub possible: f64,
    /// Whether a failure on this item fails the visit.
    pub critical: bool,
    /// When the item's first answer was recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_recorded_at: Option<Stamp>,
    /// When the current answer was recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded_at: Option<Stamp>,
    /// When it was observed, if earlier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub observed_at: Option<Stamp>,
    /// The time since the start at which it was recorded, in milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub elapsed_ms: Option<u64>,
    /// The note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A visit's score.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Score {
    /// `100 * points / possible`; null where `possible` is 0. Where sections have shares, the mean of the percentages of
    /// the sections that have one, weighted by their shares.
    pub percent: Option<f64>,
    /// Points earned over all rows.
    pub points: f64,
    /// Points possible over all rows.
    pub possible: f64,
    /// The critical items that failed; they do not change the percentage.
    pub failed_critical: Vec<String>,
    /// The score of each section.
    pub sections: Vec<SectionScore>,
}

impl Score {
    /// Returns whether every figure is finite, as it always is for a valid checklist.
    pub fn is_finite(&self) -> bool {
        let fine = |points: f64, possible: f64, percent: Option<f64>| {
            points.is_finite() && possible.is_finite() && percent.is_none_or(f64::is_finite)
        };
        fine(self.points, self.possible, self.percent)
            && self.sections.iter().all(|section| fine(section.points, section.possible, section.percent))
    }
}

/// A section's part of the score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SectionScore {
    /// The section's id.
    pub id: String,
    /// Its attitude.
    pub attitude: Option<String>,
    /// Points earned.
    pub points: f64,
    /// Points possible.
    pub possible: f64,
    /// `100 * points / possible`; null where `possible` is 0.
    pub percent: Option<f64>,
    /// Its share of the whole score, if the score is computed from shares; that of a section without a percentage goes to
    /// the others in proportion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight_percent: Option<f64>,
}

/// Computes a percentage; `None` where nothing was possible.
pub fn percent(points: f64, possible: f64) -> Option<f64> {
    (possible > 0.0).then(|| 100.0 * points / possible)
}

/// Adds up sections of which each counts with its share, given as (share, points, possible): the shares earned, and the
/// shares of the sections in which anything was possible.
pub fn share_sums(sections: impl IntoIterator<Item = (f64, f64, f64)>) -> (f64, f64) {
    let counted = sections.into_iter().filter(|(_, _, possible)| *possible > 0.0);
    counted.fold((0.0, 0.0), |(earned, whole), (share, points, possible)| {
        (earned + share * points / possible, whole + share)
    })
}

/// Computes the percentage of sections that have shares of the score.
pub fn shared_percent<'s>(sections: impl IntoIterator<Item = &'s SectionScore>) -> Option<f64> {
    let shared =
        sections.into_iter().filter_map(|section| Some((section.weight_percent?, section.points, section.possible)));
    let (earned, whole) = share_sums(shared);
    percent(earned, whole)
}

/// Whether a row counts in the score, or why it does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScoreStatus {
    /// It counts.
    Scored,
    /// It earns points without adding to the possible ones.
    Bonus,
    /// It cannot be scored, is the outcome, or is excluded by its author.
    Unscored,
    /// It has no answer.
    Unanswered,
    /// The observer set it aside: not applicable, or not observed.
    SetAside,
    /// Its answer is one that does not count in the score.
    UnscoredAnswer,
}

/// Returns the fraction of an item's weight that an answer earns, 1 being full; `None` for an answer without points.
pub fn earned_fraction(response: &Response, value: &Value) -> Option<f64> {
    if value.is_set_aside() {
        return None;
    }
    match response {
        Response::Behaviour { points, .. } => {
            let points = points.unwrap_or_default();
            match value.as_text()? {
                Value::YES => Some(points.yes),
                Value::PARTLY => Some(points.partly),
                Value::NO => Some(points.no),
                _ => None,
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "scales are short")]
        Response::Scale { min, max, .. } => {
            let (min, max) = (*min as f64, *max as f64);
            // A scale of a single value cannot be scored.
            (max > min).then_some(((value.as_number()? - min) / (max - min)).clamp(0.0, 1.0))
        }
        Response::Choice { options, .. } => {
            let points = |id: &str| options.iter().find(|o| o.id == id).and_then(ChoiceOption::counted_points);
            match value {
                _ if !response.is_scorable() || is_unscored_answer(response, value) => None,
                Value::Text(id) => Some(points(id).unwrap_or(0.0)),
                Value::Many(ids) => Some(ids.iter().filter_map(|id| points(id)).sum::<f64>().min(1.0)),
                _ => None,
            }
        }
        Response::Count { bands } => band(bands.iter().map(|b| (b.up_to, b.points)), response.amount(value)?),
        Response::Timer { bands, .. } => band(bands.iter().map(|b| (b.up_to_s, b.points)), response.amount(value)?),
        Response::Number { .. } | Response::Text {} => None,
    }
}

/// Returns the points of the first band that contains `amount`: 0 beyond the last band, `None` without bands.
fn band(bands: impl Iterator<Item = (Option<f64>, f64)>, amount: f64) -> Option<f64> {
    let mut bands = bands.peekable();
    bands.peek()?;
    Some(bands.find(|(up_to, _)| up_to.is_none_or(|limit| amount <= limit)).map_or(0.0, |(_, points)| points))
}

/// Returns the most that an answer can earn, as a fraction of the weight; at least 1.
fn highest_fraction(response: &Response) -> f64 {
    let of = |points: &mut dyn Iterator<Item = f64>| points.fold(1.0, f64::max);
    match response {
        Response::Behaviour { points: Some(BehaviourPoints { yes, partly, no }), .. } => {
            of(&mut [*yes, *partly, *no].into_iter())
        }
        Response::Choice { options, multiple: false } => {
            of(&mut options.iter().filter_map(ChoiceOption::counted_points))
        }
        Response::Count { bands } => of(&mut bands.iter().map(|b| b.points)),
        Response::Timer { bands, .. } => of(&mut bands.iter().map(|b| b.points)),
        _ => 1.0,
    }
}

/// Returns how an item with an answer counts in the score.
pub fn score_status(item: &Item, value: Option<&Value>) -> ScoreStatus {
    match value {
        _ if !item.is_scored() => ScoreStatus::Unscored,
        None => ScoreStatus::Unanswered,
        Some(value) if value.is_set_aside() => ScoreStatus::SetAside,
        Some(value) if is_unscored_answer(&item.response, value) => ScoreStatus::UnscoredAnswer,
        Some(_) if item.bonus => ScoreStatus::Bonus,
        Some(_) => ScoreStatus::Scored,
    }
}

/// Returns whether an answer is one that leaves its item out of the score: only options that are not scored were chosen.
pub fn is_unscored_answer(response: &Response, value: &Value) -> bool {
    let chosen = match value {
        Value::Text(id) => std::slice::from_ref(id),
        Value::Many(ids) => ids,
        _ => return false,
    };
    let Response::Choice { options, .. } = response else { return false };
    let is_unscored = |id: &String| options.iter().any(|option| option.id == *id && !option.scored);
    !chosen.is_empty() && chosen.iter().all(is_unscored)
}

/// Returns a row for every item that applied, in checklist order.
pub fn answer_rows(definition: &Definition, state: &State) -> Vec<AnswerRow> {
    (definition.items().filter(|(index, _)| state.applies(*index)))
        .map(|(index, item)| answer_row(definition, state, index, item))
        .collect()
}

fn answer_row(definition: &Definition, state: &State, index: usize, item: &Item) -> AnswerRow {
    let section = definition.section(index);
    let answer = state.answer(index);
    let value = answer.map(|answer| answer.value.clone());
    let score_status = score_status(item, value.as_ref());
    let earned = value.as_ref().and_then(|value| earned_fraction(&item.response, value)).unwrap_or(0.0) * item.weight;
    let (points, possible) = match score_status {
        ScoreStatus::Scored => (earned, highest_fraction(&item.response) * item.weight),
        ScoreStatus::Bonus => (earned, 0.0),
        _ => (0.0, 0.0),
    };
    let state = state.item(index);
    AnswerRow {
        item: item.id.clone(),
        section: section.id.clone(),
        attitude: section.attitude.clone(),
        behaviour: item.behaviour.clone(),
        response: item.response.type_name().to_owned(),
        value,
        weight: item.weight,
        points,
        possible,
        critical: item.critical,
        first_recorded_at: answer.and(state.and_then(|s| s.first_recorded_at)),
        recorded_at: answer.map(|a| a.recorded_at),
        observed_at: answer.and_then(|a| a.observed_at),
        elapsed_ms: answer.map(|a| a.elapsed_ms),
        note: state.and_then(|s| s.note.clone()),
    }
}

/// Returns whether an answer fails a critical item: a `no`, or an answer that earns nothing; one outside the score fails
/// none.
pub fn fails_critical(item: &Item, value: &Value) -> bool {
    item.critical
        && !is_unscored_answer(&item.response, value)
        && (value.as_text() == Some(Value::NO) || earned_fraction(&item.response, value).is_some_and(|f| f <= 0.0))
}

/// Computes the score from the rows that [`answer_rows`] returned for the same definition.
pub fn score(definition: &Definition, rows: &[AnswerRow]) -> Score {
    let total = |rows: &mut dyn Iterator<Item = &AnswerRow>| {
        rows.fold((0.0, 0.0), |(points, possible), row| (points + row.points, possible + row.possible))
    };
    let (points, possible) = total(&mut rows.iter());
    let failed = |row: &&AnswerRow| {
        let item = definition.position(&row.item).map(|index| definition.item(index));
        item.zip(row.value.as_ref()).is_some_and(|(item, value)| fails_critical(item, value))
    };
    let has_shares = definition.checklist().has_shares();
    let section_score = |section: &Section| {
        let (points, possible) = total(&mut rows.iter().filter(|row| row.section == section.id));
        SectionScore {
            id: section.id.clone(),
            attitude: section.attitude.clone(),
            points,
            possible,
            percent: percent(points, possible),
            weight_percent: section.share().filter(|_| has_shares),
        }
    };
    let sections: Vec<SectionScore> = definition.checklist().sections.iter().map(section_score).collect();
    Score {
        percent: if has_shares { shared_percent(&sections) } else { percent(points, possible) },
        points,
        possible,
        failed_critical: rows.iter().filter(failed).map(|row| row.item.clone()).collect(),
        sections,
    }
}

/// Returns whether an answer requires a note that is missing.
pub fn lacks_note(item: &Item, value: Option<&Value>, note: Option<&str>) -> bool {
    note.is_none_or(|note| note.trim().is_empty())
        && value.is_some_and(|value| item.note_required_on.iter().any(|named| value.matches(named)))
}
