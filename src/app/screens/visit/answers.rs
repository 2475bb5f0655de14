//! Answering the selected item: answers, tallies, timers, and the lines in which they are typed.

use super::chooser::{Chooser, Decision};
use super::line_entry::{self, EntryPurpose, LineEntry};
use super::state::{Mode, VisitScreen};
use crate::app::prelude::*;
use crate::visit::event::Body;
use crate::visit::{Action, Response, TimerPress, Value, Visit};

impl VisitScreen {
    /// Answers the selected item, and moves to the next unanswered one.
    pub(super) fn answer(&mut self, shared: &mut Shared, value: Value, now: &Moment) -> Outcome {
        let effects = shared.act(&Action::Answer { item: self.item, value, seen: self.seen }, now);
        if effects.is_empty() {
            return Outcome::default();
        }
        self.seen = None;
        self.go_to_next_unanswered(shared);
        Outcome { effects, go: self.back_to_review() }
    }

    /// Undoes or redoes an action, and selects the item concerned.
    pub(super) fn undo_or_redo(&mut self, shared: &mut Shared, action: &Action, now: &Moment) -> Outcome {
        let undoes = *action == Action::Undo;
        let state = shared.visit().map(Visit::state);
        let seq = state.and_then(|state| if undoes { state.undoable() } else { state.redoable() });
        let effects = shared.act(action, now);
        let Some(seq) = seq else { return effects.into() };
        shared.notice = Some(Notice::Event(if undoes { "app-notice-undone" } else { "app-notice-redone" }, seq));
        if let Some(visit) = shared.visit()
            && let Some(body) = visit.event(seq).map(|event| &event.body)
            && let Some(index) = body.item().and_then(|item| visit.definition().position(item))
            && visit.state().applies(index)
        {
            self.item = index;
            self.answered = None;
            // A restored answer is complete, so the next key is for the item after it.
            let judged = matches!(body, Body::Answered { .. } | Body::TimerStopped { .. } | Body::TimerNever { .. });
            if judged && !undoes {
                self.go_to_next_unanswered(shared);
            }
        }
        effects.into()
    }

    /// Presses a timer button; if that answers the selected item, moves on.
    pub(super) fn press_timer(&mut self, shared: &mut Shared, item: usize, press: TimerPress, now: &Moment) -> Outcome {
        let seen = self.seen.take();
        let effects = shared.act(&Action::Timer { item, press, seen }, now);
        if !effects.is_empty() {
            // The timer may be one further up, which the key stops from anywhere.
            self.answered = Some(item);
            if press != TimerPress::Start && item == self.item {
                self.go_to_next_unanswered(shared);
            }
        }
        effects.into()
    }

    /// Opens the input for an answer to the selected item.
    pub(super) fn open(&mut self, shared: &Shared) -> Outcome {
        let Some(active) = &shared.active_visit else { return Outcome::default() };
        let value = active.visit.state().answer(self.item).map(|answer| &answer.value);
        match &active.visit.definition().item(self.item).response {
            Response::Count { .. } | Response::Number { .. } | Response::Timer { .. } => {
                self.open_entry(EntryPurpose::Answer, "")
            }
            Response::Text {} => {
                let unsent = self.unsent.take().filter(|(item, _)| *item == self.item).map(|(_, text)| text);
                let answer = || value.filter(|value| !value.is_set_aside()).map(ToString::to_string);
                self.open_entry(EntryPurpose::Answer, &unsent.or_else(answer).unwrap_or_default())
            }
            response => {
                self.mode = Mode::Choosing(Chooser::new(response, value));
                Outcome::default()
            }
        }
    }

    /// Handles a digit as the beginning of an answer.
    pub(super) fn digit(&mut self, shared: &mut Shared, press: KeyPress, now: &Moment) -> Outcome {
        let (Some(active), Some(digit)) = (&shared.active_visit, press.key.digit()) else { return Outcome::default() };
        match &active.visit.definition().item(self.item).response {
            response @ (Response::Scale { .. } | Response::Choice { .. }) => {
                let mut chooser = Chooser::new(response, None);
                if let Some(Decision::Answer(value)) = chooser.digit(digit) {
                    return self.answer(shared, value, now);
                }
                self.mode = Mode::Choosing(chooser);
                Outcome::default()
            }
            Response::Count { .. } | Response::Number { .. } | Response::Timer { .. } => {
                self.open_entry(EntryPurpose::Answer, &digit.to_string())
            }
            _ => Outcome::default(),
        }
    }

    pub(super) fn open_entry(&mut self, purpose: EntryPurpose, text: &str) -> Outcome {
        self.mode = Mode::Entry(LineEntry { purpose, field: TextInput::line(text) });
        Outcome::default()
    }

    /// Closes a typed line without an answer. A text is shown again when the line is opened again.
    pub(super) fn leave_entry(&mut self, shared: &mut Shared) -> Outcome {
        let (Some(visit), Mode::Entry(entry)) = (shared.visit(), &self.mode) else { return Outcome::default() };
        let is_text = matches!(visit.definition().item(self.item).response, Response::Text {});
        if entry.purpose == EntryPurpose::Answer && is_text && !entry.field.is_blank() {
            self.unsent = Some((self.item, entry.field.text()));
            shared.notice = Some(Notice::Keyed("app-notice-text-kept", Context::Visit, Command::Open));
        }
        self.close()
    }

    /// Handles the end of a typed line; an invalid line stays open.
    pub(super) fn keep_entry(&mut self, shared: &mut Shared, now: &Moment) -> Outcome {
        let (Some(active), Mode::Entry(entry)) = (&mut shared.active_visit, &self.mode) else {
            return Outcome::default();
        };
        let text = entry.field.text().trim().to_owned();
        match entry.purpose {
            EntryPurpose::PauseReason => {
                self.mode = Mode::Items;
                active.draft.pause = Some(text).filter(|text| !text.is_empty());
                return Write::Draft(active.draft.clone()).into();
            }
            EntryPurpose::Ago => match line_entry::parse_seen(active, &text, shared.lang, now) {
                Ok(seen) => {
                    self.seen = seen;
                    self.mode = Mode::Items;
                }
                Err(notice) => shared.notice = Some(notice),
            },
            EntryPurpose::Answer if text.is_empty() => self.mode = Mode::Items,
            EntryPurpose::Answer => match line_entry::parse_answer(&active.visit, self.item, &text, shared.lang) {
                Ok(value) => {
                    let response = &active.visit.definition().item(self.item).response;
                    let value = active.stored_value(response, value);
                    self.mode = Mode::Items;
                    return self.answer(shared, value, now);
                }
                Err(notice) => shared.notice = Some(notice),
            },
        }
        Outcome::default()
    }

    /// Moves from the item just answered to the next unanswered one; the screen keeps the answered row visible.
    fn go_to_next_unanswered(&mut self, shared: &mut Shared) {
        let Some(visit) = shared.visit() else { return };
        let (item, open) = (self.item, visit.next_open(self.item));
        self.answered = Some(item);
        if visit.misses_note(item) {
            shared.notice = Some(Notice::Keyed("app-notice-note-needed", Context::Visit, Command::Note));
        }
        match open {
            Some(next) if next > item => self.item = next,
            // The review that follows shows what is left.
            _ if shared.notice.is_some() || self.from_review => {}
            open => {
                let id = if open.is_some() { "app-notice-list-end" } else { "app-notice-last-item" };
                shared.notice = Some(Notice::Keyed(id, Context::Visit, Command::Finish));
            }
        }
    }
}

/// Returns the timer that the timer key operates, and the button: the selected item, or else the first running timer.
pub fn timer_for(visit: &Visit, item: usize) -> Option<(usize, TimerPress)> {
    let running = |index: usize| visit.state().item(index).is_some_and(|state| state.running_since_ms.is_some());
    if matches!(visit.definition().item(item).response, Response::Timer { .. }) {
        return Some((item, if running(item) { TimerPress::Stop } else { TimerPress::Start }));
    }
    visit.applicable_items().find(|&index| running(index)).map(|index| (index, TimerPress::Stop))
}
