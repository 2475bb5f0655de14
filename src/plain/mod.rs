//! The visit as a dialogue in lines of text, for screen readers, simple terminals and scripts.
//!
//! It sends the same messages as the screens, and so writes the same events and the same file. Lines are parsed in
//! `line_command`. The [`Recorder`] carries out one effect at a time, so that `ok` is printed only once an event is
//! on the disk.

mod facts;
mod input;
pub mod line_command;
mod prompts;
pub mod questions;
mod script;
mod streams;

pub use input::{InputSource, StdinReader};
pub use streams::Streams;

use crate::app::loaded_data::JournalRepair;
use crate::app::screens::visit::line_entry::{parse_seen, problem_notice};
use crate::app::{Effect, Message, Model, Notice, format, update};
use crate::recorder::Recorder;
use crate::text::typed_number::InputProblem;
use crate::text::{Arg, Texts, clean};
use crate::visit::scenario::scale_ms;
use crate::visit::{Action, Moment, ObservedTime, Response, TimerPress, Value, Visit};
use line_command::LineCommand;
use script::ScriptProgress;
use std::io::{self, BufRead};
use std::path::{Path, PathBuf};

/// How a dialogue ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DialogueEnd {
    /// The visit is finished and its file written.
    Finished(PathBuf),
    /// The observer quit; the visit can be resumed.
    Left,
    /// The input ended before the visit, or the visit's file could not be written; the visit can be resumed.
    Stopped,
    /// This many events never reached the disk; the events that did, if any, can be resumed.
    Lost(u64),
}

/// An action that lost or missing data made the dialogue refuse once; repeating the command confirms it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unconfirmed {
    /// To finish although notes are missing.
    Finish,
    /// To quit although events are not saved.
    Quit,
}

/// A visit conducted line by line.
pub struct Dialogue<'a> {
    model: Model,
    texts: &'a Texts,
    recorder: Recorder,
    clock: &'a dyn Fn() -> Moment,
    streams: Streams<'a>,
    /// The current item; `None` after the last one.
    item: Option<usize>,
    /// The item answered last, until another one is asked for: a note is about this item.
    answered: Option<usize>,
    /// When the next answer was observed, if not now.
    seen: Option<ObservedTime>,
    /// The action of the line before that needs confirmation.
    unconfirmed: Option<Unconfirmed>,
    /// The `seq` of the last event that was acknowledged with `ok`, or that no line caused.
    acknowledged: u64,
    completed: Option<PathBuf>,
    /// How much of the script was printed.
    script_shown: ScriptProgress,
}

impl<'a> Dialogue<'a> {
    /// Creates a dialogue without a visit.
    pub fn new(
        model: Model,
        texts: &'a Texts,
        recorder: Recorder,
        clock: &'a dyn Fn() -> Moment,
        streams: Streams<'a>,
    ) -> Self {
        Self {
            model,
            texts,
            recorder,
            clock,
            streams,
            item: Some(0),
            answered: None,
            seen: None,
            unconfirmed: None,
            acknowledged: 0,
            completed: None,
            script_shown: ScriptProgress::default(),
        }
    }

    /// Runs the visit that the effects start or open, until it is finished or left.
    ///
    /// # Errors
    /// Fails if nothing can be printed any more.
    pub fn run(mut self, first: Vec<Effect>, input: &mut dyn InputSource) -> io::Result<DialogueEnd> {
        let now = (self.clock)();
        self.run_effects(first, &now);
        if self.model.shared.active_visit.is_none() {
            self.show_notice();
            return self.completed.take().map_or(Ok(DialogueEnd::Stopped), |path| self.finished(path));
        }
        self.acknowledged = self.last_seq();
        // A resumed visit continues at the first item without an answer.
        let first_open = |visit: &Visit| visit.applicable_items().find(|&index| visit.state().answer(index).is_none());
        self.item = self.visit().and_then(first_open);
        self.greet()?;
        loop {
            self.ask()?;
            let line = self.read_input(input)?;
            let now = (self.clock)();
            self.retry(&now)?;
            let leaves = match &line {
                _ if self.completed.is_some() => false,
                Some(text) => self.handle_line(text, &now)?,
                None => {
                    self.print_message("plain-end-of-input", &[]);
                    true
                }
            };
            if let Some(path) = self.completed.take() {
                return self.finished(path);
            }
            if leaves {
                self.pause_practice(&now)?;
                return Ok(self.leave(if line.is_some() { DialogueEnd::Left } else { DialogueEnd::Stopped }));
            }
        }
    }

    fn finished(&mut self, path: PathBuf) -> io::Result<DialogueEnd> {
        self.show_debrief()?;
        self.show_comparison()?;
        let text = path.display().to_string();
        // The last line must be a path and must not look like an acknowledgement, whatever the folder is called.
        let text = if text.starts_with("ok ") { Path::new(".").join(&path).display().to_string() } else { text };
        self.streams.print_line(&text)?;
        self.streams.flush()?;
        Ok(DialogueEnd::Finished(path))
    }

    /// Prints which part of an unfinished visit is saved, and which is not.
    fn leave(&mut self, ending: DialogueEnd) -> DialogueEnd {
        let lost = self.unsaved();
        if lost > 0 {
            self.print_message("plain-lost", &[("count", lost.into())]);
        }
        let Some(active) = &self.model.shared.active_visit else { return ending };
        let (is_kept, is_over, id) = (active.saved > 0, active.visit.is_over(), active.session().to_owned());
        if is_kept {
            self.print_message("plain-resume", &[("id", id.into())]);
        }
        match ending {
            _ if lost > 0 => DialogueEnd::Lost(lost),
            DialogueEnd::Left if is_over => DialogueEnd::Stopped,
            ending => ending,
        }
    }

    /// Retries the writes that failed before.
    fn retry(&mut self, now: &Moment) -> io::Result<()> {
        let overdue = update(&mut self.model, Message::Tick, now);
        self.run_effects(overdue, now);
        self.acknowledge()
    }

    /// Handles one line. Returns whether the observer quits.
    fn handle_line(&mut self, text: &str, now: &Moment) -> io::Result<bool> {
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
                let notice = problem_notice(&problem, text, "plain-not-understood");
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

    /// Performs an action, and prints `ok` once it is on the disk.
    fn act(&mut self, action: Action, now: &Moment) -> io::Result<()> {
        let effects = update(&mut self.model, Message::Act(action), now);
        self.run_effects(effects, now);
        self.acknowledge()?;
        self.show_notice();
        Ok(())
    }

    fn acknowledge(&mut self) -> io::Result<()> {
        let saved = self.model.shared.active_visit.as_ref().map_or(0, |active| active.saved);
        if saved > self.acknowledged {
            self.acknowledged = saved;
            self.streams.acknowledge(saved)?;
        }
        Ok(())
    }

    fn run_effects(&mut self, effects: Vec<Effect>, now: &Moment) {
        let mut todo: std::collections::VecDeque<Effect> = effects.into();
        while let Some(effect) = todo.pop_front() {
            let Effect::Write(write) = effect else { continue };
            let Some(message) = self.recorder.carry_out(write, now) else { continue };
            match &message {
                Message::NotSaved(error) => {
                    let reason = format::error_text(self.texts, error);
                    self.print_message("plain-not-saved", &[("reason", reason.into())]);
                }
                Message::Completed(path) | Message::Settled(JournalRepair::Finished(path)) => {
                    self.completed = Some(path.clone());
                }
                _ => {}
            }
            todo.extend(update(&mut self.model, message, now));
        }
    }

    /// Prints the application's notice, if there is one.
    fn show_notice(&mut self) {
        match self.model.shared.notice.clone() {
            // A mark is acknowledged by its `ok`.
            Some(Notice::Text("app-notice-marked") | Notice::Keyed(..) | Notice::Event(..)) | None => {}
            Some(Notice::Several(all)) => {
                for (id, args) in all {
                    self.streams.print_message(&format::message(self.texts, id, &args));
                }
            }
            Some(notice) => self.streams.print_message(&notice.text(self.texts, &self.model.shared)),
        }
    }

    fn print_message(&mut self, id: &str, args: &[(&str, Arg)]) {
        self.streams.print_message(&self.texts.with(id, args));
    }

    fn visit(&self) -> Option<&Visit> {
        self.model.shared.visit()
    }

    fn last_seq(&self) -> u64 {
        self.visit().map_or(0, |visit| visit.state().last_seq())
    }

    /// Returns the number of events that are not on the disk.
    fn unsaved(&self) -> u64 {
        let active = self.model.shared.active_visit.as_ref();
        active.map_or(0, |active| active.visit.state().last_seq().saturating_sub(active.saved))
    }

    /// Returns the positions of the items that apply.
    fn applicable_items(&self) -> Vec<usize> {
        let Some(visit) = self.visit() else { return Vec::new() };
        visit.applicable_items().collect()
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
    fn leave_inapplicable_item(&mut self) {
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

/// Reads a line and cleans it; returns `None` at the end of the input, or if reading fails.
fn read_line(input: &mut dyn BufRead) -> Option<String> {
    let mut bytes = Vec::new();
    let read = input.read_until(b'\n', &mut bytes).unwrap_or(0);
    let text = String::from_utf8_lossy(&bytes);
    (read > 0).then(|| clean(text.trim_end_matches(['\r', '\n'])).into_owned())
}

/// Returns the id of the hint that explains how an item is answered.
fn hint(response: &Response) -> &'static str {
    match response {
        Response::Behaviour { partly: true, .. } => "plain-hint-behaviour",
        Response::Behaviour { .. } => "plain-hint-behaviour-strict",
        Response::Scale { .. } => "plain-hint-scale",
        Response::Choice { multiple: false, .. } => "plain-hint-choice",
        Response::Choice { .. } => "plain-hint-choice-several",
        Response::Count { .. } => "plain-hint-count",
        Response::Timer { .. } => "plain-hint-timer",
        Response::Number { .. } => "plain-hint-number",
        Response::Text {} => "plain-hint-text",
    }
}
