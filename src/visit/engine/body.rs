//! What an action records, or why it is refused.

use super::{Visit, accepts};
use crate::visit::action::{Action, ObservedTime, Refusal, TimerPress};
use crate::visit::checklist::{Item, Response};
use crate::visit::event::{Body, HeaderFact};
use crate::visit::item_state::starts_with_visit;
use crate::visit::time::{Moment, Stamp};

impl Visit {
    /// Returns what the event of an action holds, and when it was observed.
    pub(super) fn body(&self, action: &Action, now: &Moment) -> Result<(Body, Option<Stamp>), Refusal> {
        let state = &self.state;
        let mut observed_at = None;
        let body = match action {
            Action::Answer { item, value, seen } => {
                let found = self.open_item(*item)?;
                if !accepts(&found.response, value) {
                    return Err(Refusal::InvalidAnswer);
                }
                observed_at = self.observed_at(*item, *seen, now)?;
                Body::Answered { item: found.id.clone(), value: value.clone() }
            }
            Action::Clear(item) => {
                let found = self.open_item(*item)?;
                state.answer(*item).ok_or(Refusal::NothingToClear)?;
                Body::Cleared { item: found.id.clone() }
            }
            Action::Note { item: Some(item), text } => {
                Body::Noted { item: Some(self.open_item(*item)?.id.clone()), text: text.clone() }
            }
            Action::Note { item: None, text } => Body::Noted { item: None, text: text.clone() },
            Action::ChangeHeader(fact) => Body::HeaderChanged(self.checked_fact(fact)?),
            Action::Mark(text) => Body::Marked { text: text.clone().filter(|text| !text.is_empty()) },
            Action::Bind { mark, item } => {
                let found = self.open_item(*item)?;
                let taken = state.loose_mark(*mark).ok_or(Refusal::NoMark)?.elapsed_ms;
                if state.answer(*item).is_some_and(|answer| answer.elapsed_ms < taken) {
                    return Err(Refusal::MarkTooLate);
                }
                Body::MarkBound { mark: *mark, item: found.id.clone() }
            }
            Action::Count { item, seen } => {
                let found = self.open_item(*item)?;
                if !matches!(found.response, Response::Count { .. }) {
                    return Err(Refusal::NotATally);
                }
                observed_at = self.observed_at(*item, *seen, now)?;
                Body::Counted { item: found.id.clone() }
            }
            Action::Timer { item, press, seen } => {
                let found = self.open_item(*item)?;
                if !matches!(found.response, Response::Timer { .. }) {
                    return Err(Refusal::NotATimer);
                }
                let body = self.timer_body(*item, *press)?;
                // A timer that runs from the start of the visit again was not seen to start at any other time.
                if !matches!(body, Body::Cleared { .. }) {
                    observed_at = self.observed_at(*item, *seen, now)?;
                }
                body
            }
            Action::Pause(_) if state.paused().is_some() => return Err(Refusal::Paused),
            Action::Pause(reason) => Body::Paused { reason: reason.clone().filter(|reason| !reason.is_empty()) },
            Action::Continue(_) if state.paused().is_none() => return Err(Refusal::NotPaused),
            Action::Continue(reason) => Body::Unpaused { reason: reason.clone().filter(|reason| !reason.is_empty()) },
            Action::Undo => Body::Undone { undoes: state.undoable().ok_or(Refusal::NothingToUndo)? },
            Action::Redo => Body::Redone { redoes: state.redoable().ok_or(Refusal::NothingToRedo)? },
            Action::Finish => Body::Finished,
            Action::Abandon => Body::Abandoned,
            Action::Void(_) if !state.is_correction() => return Err(Refusal::NotInCorrection),
            Action::Void(why) => Body::Voided { by: why.by.clone(), reason: why.reason.clone() },
        };
        Ok((body, observed_at))
    }

    /// Returns a header fact that differs from the one that stands and can take its place.
    fn checked_fact(&self, fact: &HeaderFact) -> Result<HeaderFact, Refusal> {
        let (started, _) = self.state.started().ok_or(Refusal::CannotFollow)?;
        match fact {
            _ if fact.current(started) == *fact => Err(Refusal::SameFact),
            _ if !fact.is_possible_for(started) => Err(Refusal::StaysPractice),
            _ => Ok(fact.clone()),
        }
    }

    /// Returns the event for a timer button. A timer that starts with the visit can only be restarted from there: from
    /// the current moment it would measure a wait that did not take place.
    fn timer_body(&self, index: usize, press: TimerPress) -> Result<Body, Refusal> {
        let item = self.definition.item(index);
        let state = self.state.item(index);
        let runs = state.is_some_and(|state| state.running_since_ms.is_some());
        let answered = state.is_some_and(|state| state.answer.is_some());
        let id = item.id.clone();
        match press {
            TimerPress::Start if starts_with_visit(item) && runs => Err(Refusal::Running),
            TimerPress::Start if starts_with_visit(item) && answered => Ok(Body::Cleared { item: id }),
            TimerPress::Start => Ok(Body::TimerStarted { item: id }),
            TimerPress::Never => Ok(Body::TimerNever { item: id }),
            TimerPress::Stop if runs => Ok(Body::TimerStopped { item: id }),
            TimerPress::Stop => Err(Refusal::NotRunning),
        }
    }

    /// Returns an item that exists and applies.
    fn open_item(&self, index: usize) -> Result<&Item, Refusal> {
        if index >= self.definition.len() {
            Err(Refusal::NoItem)
        } else if self.state.applies(index) {
            Ok(self.definition.item(index))
        } else {
            Err(Refusal::DoesNotApply)
        }
    }

    /// Returns when an answer was observed: the given time, or else that of the mark bound to the item.
    fn observed_at(&self, item: usize, seen: Option<ObservedTime>, now: &Moment) -> Result<Option<Stamp>, Refusal> {
        let at = match seen {
            None if self.state.is_correction() => return Ok(None),
            None => return Ok(self.state.item(item).and_then(|state| state.bound).map(|mark| mark.at)),
            Some(ObservedTime::At(stamp)) => stamp,
            Some(ObservedTime::Ago(ms)) if ms > self.elapsed_ms(now) => return Err(Refusal::TooEarly),
            Some(ObservedTime::Ago(ms)) => now.wall.before(ms).ok_or(Refusal::TooEarly)?,
        };
        Ok(Some(at))
    }
}
