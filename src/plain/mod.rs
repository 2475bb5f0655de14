//! The visit as questions and lines, for screen readers, simple terminals and scripts.
//!
//! The same messages as the screens', so the same events and the same file. What was understood is in [`line`]; the
//! disk is the [`Recorder`]'s, asked one effect at a time, so that `ok` is never said too early.

mod line;
mod listing;
pub mod questions;
mod script;
mod source;
mod voices;

pub use source::{Heard, Live, Source};
pub use voices::Voices;

use crate::app::payload::JournalRepair;
use crate::app::screens::visit::entry::ago_ms;
use crate::app::{Effect, Message, Model, Notice, format, update};
use crate::recorder::Recorder;
use crate::text::{Arg, Texts, clean};
use crate::visit::{Action, Moment, ObservedTime, Response, TimerPress, Value, Visit};
use line::Line;
use script::Said;
use std::io::{self, BufRead};
use std::path::{Path, PathBuf};

/// How a dialogue ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The visit is finished, its file written.
    Finished(PathBuf),
    /// The observer left; the visit can be resumed.
    Left,
    /// The input ended before the visit, or the visit's file could not be written; it can be resumed.
    Stopped,
    /// So many events never reached the disk; what did, if anything, can be resumed.
    Lost(u64),
}

/// What a line asked for and has to ask for once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    /// To finish though notes are missing.
    Finish,
    /// To leave though events are not saved.
    Quit,
}

/// A visit being gone through line by line.
pub struct Dialogue<'a> {
    model: Model,
    texts: &'a Texts,
    recorder: Recorder,
    clock: &'a dyn Fn() -> Moment,
    voices: Voices<'a>,
    /// The item asked; none behind the last.
    item: Option<usize>,
    /// For the next answer: when it was seen.
    seen: Option<ObservedTime>,
    /// What the line before asked for, and was warned of.
    asked: Option<Asked>,
    /// The last event that is on the disk.
    saved: u64,
    /// The last event whose `ok` was said, or that no line made.
    acknowledged: u64,
    completed: Option<PathBuf>,
    /// How much of the script was said.
    said: Said,
}

impl<'a> Dialogue<'a> {
    /// Makes a dialogue; no visit is under way yet.
    #[must_use]
    pub fn new(
        model: Model,
        texts: &'a Texts,
        recorder: Recorder,
        clock: &'a dyn Fn() -> Moment,
        voices: Voices<'a>,
    ) -> Self {
        Self {
            model,
            texts,
            recorder,
            clock,
            voices,
            item: Some(0),
            seen: None,
            asked: None,
            saved: 0,
            acknowledged: 0,
            completed: None,
            said: Said::default(),
        }
    }

    /// Goes through the visit that the effects begin or open, until it is finished or left.
    ///
    /// # Errors
    /// Where nothing can be said any more.
    pub fn run(mut self, first: Vec<Effect>, input: &mut dyn Source) -> io::Result<Ending> {
        let now = (self.clock)();
        self.carry_out(first, &now);
        if self.model.shared.active_visit.is_none() {
            self.notice();
            return self.completed.take().map_or(Ok(Ending::Stopped), |path| self.finished(path));
        }
        self.acknowledged = self.last_seq();
        // A visit that is taken up again goes on at the first item without an answer.
        self.item =
            self.shown().into_iter().find(|&index| self.visit().is_some_and(|v| v.state().answer(index).is_none()));
        self.greet()?;
        loop {
            self.ask()?;
            let line = self.hear(input)?;
            let now = (self.clock)();
            self.retry(&now)?;
            let leaves = match &line {
                _ if self.completed.is_some() => false,
                Some(text) => self.line(text, &now)?,
                None => {
                    self.tell("plain-end-of-input", &[]);
                    true
                }
            };
            if let Some(path) = self.completed.take() {
                return self.finished(path);
            }
            if leaves {
                self.rest(&now)?;
                return Ok(self.leave(if line.is_some() { Ending::Left } else { Ending::Stopped }));
            }
        }
    }

    fn finished(&mut self, path: PathBuf) -> io::Result<Ending> {
        self.reveal()?;
        let text = path.display().to_string();
        // A folder may have any name, but the last line must be a path, and no acknowledgement.
        let text = if text.starts_with("ok ") { Path::new(".").join(&path).display().to_string() } else { text };
        self.voices.line(&text)?;
        self.voices.flush()?;
        Ok(Ending::Finished(path))
    }

    /// Says what is kept of a visit that is left in the middle, and what is not.
    fn leave(&mut self, ending: Ending) -> Ending {
        let lost = self.unsaved();
        if lost > 0 {
            self.tell("plain-lost", &[("count", lost.into())]);
        }
        let Some(run) = &self.model.shared.active_visit else { return ending };
        let (is_kept, is_over, id) = (run.saved > 0, run.visit.is_over(), run.session().to_owned());
        if is_kept {
            self.tell("plain-resume", &[("id", id.into())]);
        }
        match ending {
            _ if lost > 0 => Ending::Lost(lost),
            Ending::Left if is_over => Ending::Stopped,
            ending => ending,
        }
    }

    /// Tries again what the disk refused before.
    fn retry(&mut self, now: &Moment) -> io::Result<()> {
        let overdue = update(&mut self.model, Message::Tick, now);
        self.carry_out(overdue, now);
        self.acknowledge()
    }

    /// Takes one line; tells whether the observer leaves.
    fn line(&mut self, text: &str, now: &Moment) -> io::Result<bool> {
        let asked = self.asked.take();
        if self.wait(text)? {
            return Ok(false);
        }
        let Some(visit) = self.visit() else { return Ok(true) };
        let response = self.item.map(|item| &visit.definition().item(item).response);
        let Some(line) = line::read(text, response) else {
            self.tell("plain-not-understood", &[("line", text.into())]);
            return Ok(false);
        };
        let item = self.item;
        match line {
            Line::Next => self.step(1),
            Line::Back => self.step(-1),
            Line::Goto(place) => self.goto(&place),
            Line::Ago(ago) => self.ago(&ago, now),
            Line::List => self.list()?,
            Line::Help => self.help()?,
            Line::Quit => return Ok(self.quit(asked)),
            Line::Finish => self.finish(asked, now)?,
            Line::Mark(text) => self.act(Action::Mark(Some(text)), now)?,
            Line::Pause(reason) => self.act(Action::Pause(Some(reason)), now)?,
            Line::Continue => self.act(Action::Continue, now)?,
            Line::Undo => self.act(Action::Undo, now)?,
            Line::Redo => self.act(Action::Redo, now)?,
            line => match item {
                Some(item) => self.for_item(item, line, now)?,
                None => self.tell("plain-no-item", &[]),
            },
        }
        self.leave_what_is_gone();
        Ok(false)
    }

    /// Takes a line that is about the item asked.
    fn for_item(&mut self, item: usize, line: Line, now: &Moment) -> io::Result<()> {
        let seen = self.seen;
        let (action, moves_on) = match line {
            Line::Answer(value) => (Action::Answer { item, value: self.kept(item, value), seen }, true),
            Line::Count => (Action::Count { item, seen }, false),
            Line::Start => (Action::Timer { item, press: TimerPress::Start, seen }, false),
            Line::Stop => (Action::Timer { item, press: TimerPress::Stop, seen }, true),
            Line::Never => (Action::Timer { item, press: TimerPress::Never, seen }, true),
            Line::Clear => (Action::Clear(item), false),
            Line::Note(text) => (Action::Note { item: Some(item), text }, false),
            // No mark has the number 0: it is refused as any other that there is not.
            Line::Bind(seq) => (Action::Bind { mark: self.mark_of(&seq).unwrap_or(0), item }, false),
            _ => return Ok(()),
        };
        let answers = !matches!(action, Action::Clear(_) | Action::Note { .. } | Action::Bind { .. });
        let before = self.last_seq();
        self.act(action, now)?;
        if self.last_seq() > before {
            if answers {
                self.seen = None;
            }
            if moves_on {
                self.step(1);
                self.ask_for_note(item);
            }
        }
        Ok(())
    }

    /// Gives an answer as it is kept.
    fn kept(&self, item: usize, value: Value) -> Value {
        let Some(run) = &self.model.shared.active_visit else { return value };
        run.kept(&run.visit.definition().item(item).response, value)
    }

    /// Says that the item just answered needs a note.
    fn ask_for_note(&mut self, item: usize) {
        if self.visit().is_some_and(|visit| visit.misses_note(item)) {
            self.tell("plain-note-needed", &[]);
        }
    }

    /// Gives the mark of a number, or the last one without an item.
    fn mark_of(&self, seq: &str) -> Option<u64> {
        if seq.is_empty() {
            let marks = self.visit()?.state().marks();
            return marks.iter().rev().find(|mark| mark.item.is_none()).map(|mark| mark.seq);
        }
        seq.parse().ok()
    }

    /// Does something, and says `ok` once it is on the disk.
    fn act(&mut self, action: Action, now: &Moment) -> io::Result<()> {
        let effects = update(&mut self.model, Message::Act(action), now);
        self.carry_out(effects, now);
        self.acknowledge()?;
        self.notice();
        Ok(())
    }

    fn acknowledge(&mut self) -> io::Result<()> {
        if self.saved > self.acknowledged {
            self.acknowledged = self.saved;
            self.voices.acknowledge(self.saved)?;
        }
        Ok(())
    }

    fn carry_out(&mut self, effects: Vec<Effect>, now: &Moment) {
        let mut todo: std::collections::VecDeque<Effect> = effects.into();
        while let Some(effect) = todo.pop_front() {
            let Effect::Write(write) = effect else { continue };
            let Some(message) = self.recorder.carry_out(write, now) else { continue };
            match &message {
                Message::Saved(seq) => self.saved = *seq,
                Message::NotSaved(error) => {
                    let (id, args) = error.message();
                    let reason = format::message(self.texts, id, &args);
                    self.tell("plain-not-saved", &[("reason", reason.into())]);
                }
                Message::Completed(path) => {
                    self.saved = self.last_seq();
                    self.completed = Some(path.clone());
                }
                Message::Settled(JournalRepair::Finished(path)) => self.completed = Some(path.clone()),
                _ => {}
            }
            todo.extend(update(&mut self.model, message, now));
        }
    }

    /// Says what the application wants said.
    fn notice(&mut self) {
        match self.model.shared.notice.clone() {
            // A mark is acknowledged by its `ok`.
            Some(Notice::Said("app-notice-marked") | Notice::Keyed(..) | Notice::Event(..)) | None => {}
            Some(Notice::Said(id)) => self.tell(id, &[]),
            Some(Notice::Refused(refusal)) => self.tell(refusal.message(), &[]),
            Some(Notice::With((id, args))) => self.voices.tell(&format::message(self.texts, id, &args)),
            Some(Notice::Several(all)) => {
                for (id, args) in all {
                    self.voices.tell(&format::message(self.texts, id, &args));
                }
            }
            Some(Notice::About(id, name)) => self.tell(id, &[("name", self.texts.get(&name).into())]),
        }
    }

    fn tell(&mut self, id: &str, args: &[(&str, Arg)]) {
        self.voices.tell(&self.texts.with(id, args));
    }

    fn visit(&self) -> Option<&Visit> {
        self.model.shared.active_visit.as_ref().map(|run| &run.visit)
    }

    fn last_seq(&self) -> u64 {
        self.visit().map_or(0, |visit| visit.state().last_seq())
    }

    /// Gives how many events are not on the disk.
    fn unsaved(&self) -> u64 {
        self.model.shared.active_visit.as_ref().map_or(0, |run| run.visit.state().last_seq().saturating_sub(run.saved))
    }

    /// Gives the positions of the items that apply.
    fn shown(&self) -> Vec<usize> {
        let Some(visit) = self.visit() else { return Vec::new() };
        (0..visit.definition().len()).filter(|&index| visit.state().applies(index)).collect()
    }

    /// Goes on or back among the items that apply; behind the last one there is none.
    fn step(&mut self, by: isize) {
        let shown = self.shown();
        let here = self.item.map_or(shown.len(), |item| shown.partition_point(|&index| index < item));
        let applies = shown.get(here) == self.item.as_ref() && self.item.is_some();
        // An item that stopped applying leaves its place to the next one.
        let to = if by > 0 && !applies { here } else { here.saturating_add_signed(by) };
        self.item = shown.get(to).copied();
    }

    /// Goes on from an item that does not apply any more.
    fn leave_what_is_gone(&mut self) {
        let applies = |item| self.visit().is_some_and(|visit| visit.state().applies(item));
        if self.item.is_some_and(|item| !applies(item)) {
            self.step(1);
        }
    }

    fn goto(&mut self, asked: &str) {
        let shown = self.shown();
        let by_id = self.visit().and_then(|visit| visit.definition().position(asked));
        let by_number = || shown.get(asked.parse::<usize>().ok()?.checked_sub(1)?).copied();
        match by_id.or_else(by_number) {
            Some(index) if shown.contains(&index) => self.item = Some(index),
            Some(_) => self.tell("refusal-not-here", &[]),
            None => self.tell("refusal-no-item", &[]),
        }
    }

    fn ago(&mut self, text: &str, now: &Moment) {
        let elapsed = self.visit().map_or(0, |visit| visit.elapsed_ms(now));
        let real = |ms: u64| self.model.shared.active_visit.as_ref().map_or(ms, |run| run.real_ms(ms));
        match ago_ms(text) {
            Some(ms) if real(ms) > elapsed => self.tell("refusal-too-early", &[]),
            Some(ms) => {
                self.seen = (ms > 0).then_some(ObservedTime::Ago(real(ms)));
                self.tell("plain-ago", &[("duration", self.texts.duration(ms).into())]);
            }
            None => self.tell("app-notice-ago-form", &[]),
        }
    }

    /// Ends the visit; the first time, says which notes are missing.
    fn finish(&mut self, asked: Option<Asked>, now: &Moment) -> io::Result<()> {
        if asked != Some(Asked::Finish) && self.missing_notes() {
            self.asked = Some(Asked::Finish);
            self.tell("plain-finish-again", &[]);
            return Ok(());
        }
        self.act(Action::Finish, now)
    }

    /// Tells whether the observer may leave; the first time not where events would be lost.
    fn quit(&mut self, asked: Option<Asked>) -> bool {
        let unsaved = self.unsaved();
        if unsaved > 0 && asked != Some(Asked::Quit) {
            self.asked = Some(Asked::Quit);
            self.tell("plain-quit-unsaved", &[("count", unsaved.into())]);
            return false;
        }
        true
    }
}

/// Reads a line and cleans it; none at the end of the input, which is also where it cannot be read.
fn read_line(input: &mut dyn BufRead) -> Option<String> {
    let mut bytes = Vec::new();
    let read = input.read_until(b'\n', &mut bytes).unwrap_or(0);
    let text = String::from_utf8_lossy(&bytes);
    (read > 0).then(|| clean(text.trim_end_matches(['\r', '\n'])).into_owned())
}

/// Gives the hint that says how an item is answered.
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
