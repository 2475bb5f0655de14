//! The visit as a dialogue in lines of text, for screen readers, simple terminals and scripts.
//!
//! It sends the same messages as the screens, and so writes the same events and the same file. Lines are parsed in
//! `line_command`. The [`Recorder`] carries out one effect at a time, so that `ok` is printed only once an event is
//! on the disk.

mod facts;
mod input;
pub mod line_command;
mod line_handlers;
mod prompts;
pub mod questions;
mod script;
mod streams;

pub use input::{InputSource, StdinReader};
pub use streams::Streams;

use crate::app::loaded_data::JournalRepair;
use crate::app::{Effect, Message, Model, Notice, format, update};
use crate::recorder::Recorder;
use crate::text::{Arg, Texts, clean};
use crate::visit::changes::is_unchanged;
use crate::visit::{Action, Moment, ObservedTime, Response, Visit};
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
        if self.visit().is_some_and(is_unchanged) {
            self.print_message("correction-unchanged", &[]);
        }
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
