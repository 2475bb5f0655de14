//! What the lines of a dialogue do: answers, notes, moves among the items, the end.

use super::line_command::{self, LineCommand};
use super::{Dialogue, Unconfirmed};
use crate::app::format;
use crate::app::screens::visit::line_entry::{parse_seen, problem_notice};
use crate::app::shared::Notice;
use crate::text::typed_number::InputProblem;
use crate::visit::scenario::scale_ms;
use crate::visit::{Action, Moment, ObservedTime, TimerPress, Value};
use std::io;

impl Dialogue<'_> {
    /// Handles one line. Returns whether the observer quits.
    pub(super) fn handle_line(&mut self, text: &str, now: &Moment) -> io::Result<bool> {
        let unconfirmed = self.unconfirmed.take();
        if self.handle_wait(text)? {
            return Ok(false);
        }
        let Some(visit) = self.visit() else { return Ok(true) };
        let response = self.item.map(|item| &visit.definition().item(item).response);
        let line = match line_command::parse_line(text, response, self.texts.lang()) {
            Ok(line) => line,
            Err(InputProblem::Invalid) => {
                self.print_message("plain-not-understood", &[("line", text.into())]);
                return Ok(false);
            }
            Err(problem) => {
                let notice = match (&problem, self.item) {
                    (InputProblem::OutsideLimits, Some(item)) => Notice::OutsideLimits(item),
                    _ => problem_notice(&problem, text, "plain-not-understood"),
                };
                self.streams.print_message(&notice.text(self.texts, &self.model.shared));
                return Ok(false);
            }
        };
        if moves_on_request(&line) {
            self.answered = None;
        }
        match line {
            LineCommand::Next => self.step(1),
            LineCommand::Back => self.step(-1),
            LineCommand::Goto(place) => self.goto(&place),
            LineCommand::Note(text) => self.note(text, now)?,
            LineCommand::Ago(ago) => self.ago(&ago, now),
            LineCommand::Fact(fact, typed) => self.change_fact(fact, &typed, now)?,
            LineCommand::Review => self.show_facts()?,
            LineCommand::List => self.list()?,
            LineCommand::Help => self.help()?,
            LineCommand::Quit => return Ok(self.quit(unconfirmed)),
            LineCommand::Finish => self.finish(unconfirmed, now)?,
            LineCommand::Act(action) => self.act(action, now)?,
            line => match self.item {
                Some(item) => self.handle_item_line(item, line, now)?,
                None => self.print_message("plain-no-item", &[]),
            },
        }
        self.leave_inapplicable_item();
        Ok(false)
    }

    /// Handles a line about the current item.
    fn handle_item_line(&mut self, item: usize, line: LineCommand, now: &Moment) -> io::Result<()> {
        let seen = self.seen;
        let (action, moves_on) = match line {
            LineCommand::Answer(value) => (Action::Answer { item, value: self.stored_value(item, value), seen }, true),
            LineCommand::Count => (Action::Count { item, seen }, false),
            LineCommand::Timer(press) => (Action::Timer { item, press, seen }, press != TimerPress::Start),
            LineCommand::Clear => (Action::Clear(item), false),
            // No mark has `seq` 0, so it is refused like any unknown mark.
            LineCommand::Bind(seq) => (Action::Bind { mark: self.mark_of(&seq).unwrap_or(0), item }, false),
            _ => return Ok(()),
        };
        let answers = !matches!(action, Action::Clear(_) | Action::Bind { .. });
        let before = self.last_seq();
        self.act(action, now)?;
        if self.last_seq() > before {
            if answers {
                self.seen = None;
                self.answered = Some(item);
            }
            if moves_on {
                self.step(1);
                if self.visit().is_some_and(|visit| visit.misses_note(item)) {
                    self.print_message("plain-note-needed", &[]);
                }
            }
        }
        Ok(())
    }

    /// Writes a note on the item answered last, or else on the current one, and prints which one it is.
    fn note(&mut self, text: String, now: &Moment) -> io::Result<()> {
        let applies = |item: &usize| self.visit().is_some_and(|visit| visit.state().applies(*item));
        let Some(item) = self.answered.filter(applies).or(self.item) else {
            self.print_message("plain-no-item", &[]);
            return Ok(());
        };
        let before = self.last_seq();
        self.act(Action::Note { item: Some(item), text }, now)?;
        if self.last_seq() > before
            && let Some(visit) = self.visit()
        {
            let label = visit.definition().item(item).label.get(self.texts.lang()).to_owned();
            self.streams.print_line(&self.texts.with("app-note-for", &[("item", label.into())]))?;
        }
        Ok(())
    }

    /// Returns an answer as it is stored: timer values in real milliseconds.
    fn stored_value(&self, item: usize, value: Value) -> Value {
        let Some(active) = &self.model.shared.active_visit else { return value };
        active.stored_value(&active.visit.definition().item(item).response, value)
    }

    /// Returns the mark with this number; for an empty text, the last one without an item.
    fn mark_of(&self, seq: &str) -> Option<u64> {
        if seq.is_empty() {
            return self.visit()?.state().loose_marks().last().map(|mark| mark.seq);
        }
        seq.parse().ok()
    }

    /// Moves forwards or backwards among the items that apply; after the last one, there is no current item.
    fn step(&mut self, by: isize) {
        let shown = self.applicable_items();
        let here = self.item.map_or(shown.len(), |item| shown.partition_point(|&index| index < item));
        let applies = shown.get(here) == self.item.as_ref() && self.item.is_some();
        // If the current item no longer applies, `here` is already the next one.
        let to = if by > 0 && !applies { here } else { here.saturating_add_signed(by) };
        self.item = shown.get(to).copied();
    }

    /// Moves on from an item that no longer applies.
    pub(super) fn leave_inapplicable_item(&mut self) {
        let applies = |item| self.visit().is_some_and(|visit| visit.state().applies(item));
        if self.item.is_some_and(|item| !applies(item)) {
            self.step(1);
        }
    }

    fn goto(&mut self, asked: &str) {
        let shown = self.applicable_items();
        let by_id = self.visit().and_then(|visit| visit.definition().position(asked));
        let by_number = || shown.get(asked.parse::<usize>().ok()?.checked_sub(1)?).copied();
        match by_id.or_else(by_number) {
            Some(index) if shown.contains(&index) => self.item = Some(index),
            Some(_) => self.print_message("refusal-not-here", &[]),
            None => self.print_message("refusal-no-item", &[]),
        }
    }

    fn ago(&mut self, text: &str, now: &Moment) {
        let Some(active) = &self.model.shared.active_visit else { return };
        match parse_seen(active, text, self.texts.lang(), now) {
            Ok(seen) => {
                let text = if let Some(ObservedTime::At(at)) = seen {
                    self.texts.with("plain-seen-at", &[("at", format::time_of_day(at).into())])
                } else {
                    let ms = if let Some(ObservedTime::Ago(ms)) = seen { ms } else { 0 };
                    let ms = active.play.as_ref().map_or(ms, |play| scale_ms(ms, play.speed));
                    self.texts.with("plain-ago", &[("duration", self.texts.duration(ms).into())])
                };
                self.seen = seen;
                self.streams.print_message(&text);
            }
            Err(notice) => self.streams.print_message(&notice.text(self.texts, &self.model.shared)),
        }
    }

    /// Finishes the visit after showing what will be sealed; if notes are missing, lists them and waits for the command
    /// to be repeated.
    fn finish(&mut self, unconfirmed: Option<Unconfirmed>, now: &Moment) -> io::Result<()> {
        let is_first = unconfirmed != Some(Unconfirmed::Finish);
        if is_first {
            self.show_facts()?;
        }
        if is_first && self.missing_notes() {
            self.unconfirmed = Some(Unconfirmed::Finish);
            self.print_message("plain-finish-again", &[]);
            return Ok(());
        }
        self.act(Action::Finish, now)
    }

    /// Returns whether the program may end; if events would be lost, only when the command is repeated.
    fn quit(&mut self, unconfirmed: Option<Unconfirmed>) -> bool {
        let unsaved = self.unsaved();
        if unsaved > 0 && unconfirmed != Some(Unconfirmed::Quit) {
            self.unconfirmed = Some(Unconfirmed::Quit);
            self.print_message("plain-quit-unsaved", &[("count", unsaved.into())]);
            return false;
        }
        true
    }
}

/// Returns whether a line asks for an item, or changes the one that is asked for: a note is then about that item.
fn moves_on_request(line: &LineCommand) -> bool {
    matches!(
        line,
        LineCommand::Next
            | LineCommand::Back
            | LineCommand::Goto(_)
            | LineCommand::Clear
            | LineCommand::Act(Action::Undo | Action::Redo)
    )
}
