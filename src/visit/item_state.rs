//! The state of one item: what its events make of it, one step at a time.

use super::accepts::accepts;
use super::checklist::{Item, Response, TimerStart};
use super::event::{Body, Event};
use super::fold_error::FoldError;
use super::time::Stamp;
use super::value::Value;

/// What an item's events have made of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ItemState {
    /// The answer that stands.
    pub answer: Option<Answer>,
    /// When the first answer that was not undone was recorded.
    pub first_recorded_at: Option<Stamp>,
    /// The note.
    pub note: Option<String>,
    /// For a running timer: the visit time at which it started, in milliseconds.
    pub running_since_ms: Option<u64>,
    /// A mark given to the item: when the answer was seen, and still is when it is corrected. It goes with a time of
    /// the answer's own, with a clearing, with the next count and with the start of a timer: those are seen anew.
    pub bound: Option<MarkTime>,
}

/// When a mark was taken, by both clocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkTime {
    /// By the wall.
    pub at: Stamp,
    /// By the visit's clock, in milliseconds.
    pub elapsed_ms: u64,
}

/// An answer that stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What was answered.
    pub value: Value,
    /// When it was recorded.
    pub recorded_at: Stamp,
    /// When it was observed, where that was earlier.
    pub observed_at: Option<Stamp>,
    /// How long after the start it was recorded.
    pub elapsed_ms: u64,
    /// How long after the start it was observed, by the visit's clock as far as that is known.
    pub happened_ms: u64,
}

impl Answer {
    /// Gives how much later than observed it was recorded, in milliseconds.
    #[must_use]
    pub fn memory_age_ms(&self) -> u64 {
        self.elapsed_ms.saturating_sub(self.happened_ms)
    }
}

impl ItemState {
    /// Gives an item's state when a visit starts, at a visit time.
    pub(super) fn at_start(item: &Item, elapsed_ms: u64) -> Self {
        Self { running_since_ms: runs_from_start(item).then_some(elapsed_ms), ..Self::default() }
    }

    /// Returns the item's state after an event about it. `active_ms` is how much of a stretch of visit time counts for
    /// timers, `loose_mark` the time of a mark that no item has.
    ///
    /// # Errors
    /// Where the engine could not have made the event.
    pub(super) fn after(
        &self,
        item: &Item,
        event: &Event,
        active_ms: impl Fn(u64, u64) -> u64,
        loose_mark: impl Fn(u64) -> Option<MarkTime>,
    ) -> Result<Self, FoldError> {
        let seq = event.seq;
        if !fits(&event.body, &item.response) {
            return Err(FoldError::Answer { seq, item: item.id.clone() });
        }
        let dangling = FoldError::Reference { seq };
        let happened = self.happened_ms(event);
        let mut after = self.clone();
        match &event.body {
            Body::Answered { value, .. } => after.answer(value.clone(), event, happened),
            Body::Cleared { .. } => {
                after.answer.take().ok_or(dangling)?;
                after.bound = None;
                after.running_since_ms = runs_from_start(item).then_some(0);
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
                after.answer(Value::Integer(i64::try_from(ms).unwrap_or(i64::MAX)), event, happened);
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

    fn bind(&mut self, mark: MarkTime, item: &Item) {
        let is_counted = self.answer.is_some() && matches!(item.response, Response::Count { .. });
        self.bound = Some(mark).filter(|_| !is_counted);
        if let Some(answer) = &mut self.answer {
            answer.observed_at = Some(mark.at);
            answer.happened_ms = mark.elapsed_ms;
        }
    }

    /// Gives the visit time at which an event was observed, in milliseconds. A mark knows it by the visit's own clock;
    /// the wall clock may have been set since.
    fn happened_ms(&self, event: &Event) -> u64 {
        let by_mark = self.bound.filter(|mark| event.observed_at == Some(mark.at)).map(|mark| mark.elapsed_ms);
        by_mark.unwrap_or_else(|| event.elapsed_ms.saturating_sub(event.memory_age_ms()))
    }
}

/// Tells whether a timer starts with the visit.
pub(super) fn runs_from_start(item: &Item) -> bool {
    matches!(item.response, Response::Timer { starts: Some(TimerStart::VisitStart), .. })
}

/// Tells whether an event is one that the response can have.
fn fits(body: &Body, response: &Response) -> bool {
    match body {
        Body::Answered { value, .. } => accepts(response, value),
        Body::Counted { .. } => matches!(response, Response::Count { .. }),
        Body::TimerStarted { .. } | Body::TimerStopped { .. } | Body::TimerNever { .. } => {
            matches!(response, Response::Timer { .. })
        }
        _ => true,
    }
}
