//! The state of one item: the fold of its events, one at a time.

use super::accepts::accepts;
use super::checklist::{Item, Response, TimerStart};
use super::event::{Body, Event};
use super::fold_error::FoldError;
use super::time::Stamp;
use super::value::Value;

/// The state of one item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ItemState {
    /// The current answer.
    pub answer: Option<Answer>,
    /// When the first answer that was not undone was recorded.
    pub first_recorded_at: Option<Stamp>,
    /// The note.
    pub note: Option<String>,
    /// For a running timer: the visit time at which it started, in milliseconds.
    pub running_since_ms: Option<u64>,
    /// The mark assigned to the item: the time at which the answer was observed, also after a correction. It is dropped
    /// by an answer with a time of its own, a clearing, the next count and a timer start.
    pub bound: Option<MarkTime>,
}

/// When a mark was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkTime {
    /// The wall-clock time.
    pub at: Stamp,
    /// The time since the start, in milliseconds.
    pub elapsed_ms: u64,
}

/// The current answer of an item.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What was answered.
    pub value: Value,
    /// When it was recorded.
    pub recorded_at: Stamp,
    /// When it was observed, if earlier.
    pub observed_at: Option<Stamp>,
    /// The time since the start at which it was recorded, in milliseconds.
    pub elapsed_ms: u64,
    /// The time since the start at which it was observed, in milliseconds.
    pub happened_ms: u64,
}

impl Answer {
    /// Returns how much later than observed it was recorded, in milliseconds.
    pub fn memory_age_ms(&self) -> u64 {
        self.elapsed_ms.saturating_sub(self.happened_ms)
    }
}

impl ItemState {
    /// Returns an item's state at the start of a visit, which is a visit time in milliseconds.
    pub(super) fn at_visit_start(item: &Item, elapsed_ms: u64) -> Self {
        Self { running_since_ms: starts_with_visit(item).then_some(elapsed_ms), ..Self::default() }
    }

    /// Returns the state after an event about the item. `active_ms` is how much of a stretch of visit time counts for
    /// timers, `loose_mark` the time of a mark that no item has.
    ///
    /// # Errors
    /// Fails for an event that the engine could not have made.
    pub(super) fn after(
        &self,
        item: &Item,
        event: &Event,
        active_ms: impl Fn(u64, u64) -> u64,
        loose_mark: impl Fn(u64) -> Option<MarkTime>,
    ) -> Result<Self, FoldError> {
        let seq = event.seq;
        if !is_possible_for(&event.body, &item.response) {
            return Err(FoldError::InvalidAnswer { seq, item: item.id.clone() });
        }
        let dangling = FoldError::DanglingReference { seq };
        let happened = self.happened_ms(event);
        let mut after = self.clone();
        match &event.body {
            Body::Answered { value, .. } => after.answer(value.clone(), event, happened),
            Body::Cleared { .. } => {
                after.answer.take().ok_or(dangling)?;
                after.bound = None;
                after.running_since_ms = starts_with_visit(item).then_some(0);
            }
            Body::Noted { text, .. } => after.note = (!text.is_empty()).then(|| text.clone()),
            Body::Counted { .. } => {
                let count = match &self.answer {
                    Some(Answer { value: Value::Integer(n), .. }) => *n,
                    _ => 0,
                };
                after.answer(Value::Integer(count.saturating_add(1)), event, happened);
                after.bound = None;
            }
            Body::TimerStarted { .. } => {
                after.answer = None;
                after.bound = None;
                after.running_since_ms = Some(happened);
            }
            Body::TimerStopped { .. } => {
                let since = self.running_since_ms.ok_or(dangling)?;
                let ms = active_ms(since, happened);
                after.answer(Value::Integer(0_i64.saturating_add_unsigned(ms)), event, happened);
            }
            Body::TimerNever { .. } => after.answer(Value::text(Value::NEVER), event, happened),
            Body::MarkBound { mark, .. } => {
                after.bind(loose_mark(*mark).ok_or(dangling)?, item);
            }
            _ => {}
        }
        Ok(after)
    }

    fn answer(&mut self, value: Value, event: &Event, happened_ms: u64) {
        self.first_recorded_at.get_or_insert(event.at);
        self.running_since_ms = None;
        if event.observed_at != self.bound.map(|mark| mark.at) {
            self.bound = None;
        }
        self.answer = Some(Answer {
            value,
            recorded_at: event.at,
            observed_at: event.observed_at,
            elapsed_ms: event.elapsed_ms,
            happened_ms,
        });
    }

    /// Returns the state after a correction of `before`: a corrected answer keeps the times of the one that was observed.
    pub(super) fn corrected_from(mut self, before: &Self, body: &Body) -> Self {
        self.running_since_ms = None;
        if let (Some(answer), Some(observed)) = (&mut self.answer, &before.answer)
            && !matches!(body, Body::MarkBound { .. })
        {
            *answer = Answer { value: answer.value.clone(), ..observed.clone() };
            self.bound = before.bound;
        }
        self
    }

    fn bind(&mut self, mark: MarkTime, item: &Item) {
        let is_counted = self.answer.is_some() && matches!(item.response, Response::Count { .. });
        self.bound = Some(mark).filter(|_| !is_counted);
        if let Some(answer) = &mut self.answer {
            answer.observed_at = Some(mark.at);
            answer.happened_ms = mark.elapsed_ms;
        }
    }

    /// Returns the visit time at which an event was observed, in milliseconds. A mark has its time from the visit's own
    /// clock, which is more reliable: the wall clock may have been set since.
    fn happened_ms(&self, event: &Event) -> u64 {
        let by_mark = self.bound.filter(|mark| event.observed_at == Some(mark.at)).map(|mark| mark.elapsed_ms);
        by_mark.unwrap_or_else(|| event.elapsed_ms.saturating_sub(event.memory_age_ms()))
    }
}

/// Returns whether a timer starts with the visit.
pub(super) fn starts_with_visit(item: &Item) -> bool {
    matches!(item.response, Response::Timer { starts: Some(TimerStart::VisitStart), .. })
}

/// Returns whether an event is possible for the response.
fn is_possible_for(body: &Body, response: &Response) -> bool {
    match body {
        Body::Answered { value, .. } => accepts(response, value),
        Body::Counted { .. } => matches!(response, Response::Count { .. }),
        Body::TimerStarted { .. } | Body::TimerStopped { .. } | Body::TimerNever { .. } => {
            matches!(response, Response::Timer { .. })
        }
        _ => true,
    }
}
