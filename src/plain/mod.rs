//! The visit as questions and lines, for screen readers, simple terminals and scripts.
//!
//! The same messages as the screens', so the same events and the same file. What was understood is in [`line`]; the
//! disk is the [`Recorder`]'s, asked one effect at a time, so that `ok` is never said too early.

mod line;
mod listing;
pub mod questions;

use crate::app::message::Mended;
use crate::app::screens::entry::ago_ms;
use crate::app::{Effect, Message, Model, Notice, update, words};
use crate::recorder::Recorder;
use crate::text::{Arg, Texts, clean};
use crate::visit::{Action, Moment, Response, Seen, TimerPress, Visit};
use line::Line;
use std::io::{self, BufRead, Write};
use std::path::PathBuf;

/// How a dialogue ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The visit is finished, its file written.
    Finished(PathBuf),
    /// The observer left; the visit can be resumed.
    Left,
    /// The input ended before the visit; it can be resumed.
    EndOfInput,
}

/// The two ends of a dialogue that say something: questions and answers to commands, and messages.
pub struct Voices<'a> {
    /// Standard output.
    pub out: &'a mut dyn Write,
    /// Standard error.
    pub err: &'a mut dyn Write,
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
    seen: Option<Seen>,
    /// Whether the line before asked to finish and was told that notes are missing.
    warned: bool,
    /// The last event that is on the disk.
    saved: u64,
    /// The last event whose `ok` was said, or that no line made.
    acknowledged: u64,
    completed: Option<PathBuf>,
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
            warned: false,
            saved: 0,
            acknowledged: 0,
            completed: None,
        }
    }

    /// Gives the application's state, to begin a visit in.
    pub fn model(&mut self) -> &mut Model {
        &mut self.model
    }

    /// Goes through the visit that the effects begin or open, until it is finished or left.
    ///
    /// # Errors
    /// Where nothing can be read or said any more.
    pub fn run(mut self, first: Vec<Effect>, input: &mut dyn BufRead) -> io::Result<Ending> {
        let now = (self.clock)();
        self.carry_out(first, &now)?;
        if self.model.run.is_none() {
            self.notice()?;
            if let Some(path) = self.completed.take() {
                return self.finished(path);
            }
            return Ok(Ending::EndOfInput);
        }
        self.acknowledged = self.last_seq();
        self.greet()?;
        let mut bytes = Vec::new();
        loop {
            self.ask()?;
            bytes.clear();
            if input.read_until(b'\n', &mut bytes)? == 0 {
                self.tell("plain-end-of-input", &[])?;
                self.how_to_resume()?;
                return Ok(Ending::EndOfInput);
            }
            let now = (self.clock)();
            let text = String::from_utf8_lossy(&bytes).into_owned();
            if self.line(&clean(text.trim_end_matches(['\r', '\n'])), &now)? {
                self.how_to_resume()?;
                return Ok(Ending::Left);
            }
            if let Some(path) = self.completed.take() {
                return self.finished(path);
            }
        }
    }

    fn finished(&mut self, path: PathBuf) -> io::Result<Ending> {
        writeln!(self.voices.out, "{}", path.display())?;
        self.voices.out.flush()?;
        Ok(Ending::Finished(path))
    }

    /// Takes one line; tells whether the observer leaves.
    fn line(&mut self, text: &str, now: &Moment) -> io::Result<bool> {
        let warned = std::mem::take(&mut self.warned);
        let overdue = update(&mut self.model, Message::Tick, now);
        self.carry_out(overdue, now)?;
        self.acknowledge()?;
        if self.completed.is_some() {
            return Ok(false);
        }
        let Some(visit) = self.visit() else { return Ok(true) };
        let response = self.item.map(|item| &visit.definition().item(item).response);
        let Some(line) = line::read(text, response) else {
            self.tell("plain-not-understood", &[("line", text.into())])?;
            return Ok(false);
        };
        let item = self.item;
        match line {
            Line::Next => self.step(1),
            Line::Back => self.step(-1),
            Line::Goto(asked) => self.goto(&asked)?,
            Line::Ago(ago) => self.ago(&ago, now)?,
            Line::List => self.list()?,
            Line::Help => self.help()?,
            Line::Quit => return Ok(true),
            Line::Finish => self.finish(warned, now)?,
            Line::Mark(text) => self.act(Action::Mark(Some(text)), now)?,
            Line::Pause(reason) => self.act(Action::Pause(Some(reason)), now)?,
            Line::Continue => self.act(Action::Continue, now)?,
            Line::Undo => self.act(Action::Undo, now)?,
            Line::Redo => self.act(Action::Redo, now)?,
            line => match item {
                Some(item) => self.for_item(item, line, now)?,
                None => self.tell("plain-no-item", &[])?,
            },
        }
        Ok(false)
    }

    /// Takes a line that is about the item asked.
    fn for_item(&mut self, item: usize, line: Line, now: &Moment) -> io::Result<()> {
        let seen = self.seen;
        let (action, moves_on) = match line {
            Line::Answer(value) => (Action::Answer { item, value, seen }, true),
            Line::Count => (Action::Count { item, seen }, false),
            Line::Start => (Action::Timer { item, press: TimerPress::Start, seen }, false),
            Line::Stop => (Action::Timer { item, press: TimerPress::Stop, seen }, true),
            Line::Never => (Action::Timer { item, press: TimerPress::Never, seen }, true),
            Line::Clear => (Action::Clear(item), false),
            Line::Note(text) => (Action::Note { item: Some(item), text }, false),
            Line::Bind(seq) => match self.mark_of(&seq) {
                Some(mark) => (Action::Bind { mark, item }, false),
                None => return self.tell("refusal-no-mark", &[]),
            },
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
            }
        }
        Ok(())
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
        self.carry_out(effects, now)?;
        self.acknowledge()?;
        self.notice()
    }

    fn acknowledge(&mut self) -> io::Result<()> {
        if self.saved > self.acknowledged {
            self.acknowledged = self.saved;
            writeln!(self.voices.out, "ok {}", self.saved)?;
        }
        Ok(())
    }

    fn carry_out(&mut self, effects: Vec<Effect>, now: &Moment) -> io::Result<()> {
        let mut todo: std::collections::VecDeque<Effect> = effects.into();
        while let Some(effect) = todo.pop_front() {
            let Some(message) = self.recorder.carry_out(effect, now) else { continue };
            match &message {
                Message::Saved(seq) => self.saved = *seq,
                Message::NotSaved(error) => {
                    let (id, args) = error.message();
                    let reason = words::message(self.texts, id, &args);
                    self.tell("plain-not-saved", &[("reason", reason.into())])?;
                }
                Message::Completed(path) => {
                    self.saved = self.last_seq();
                    self.completed = Some(path.clone());
                }
                Message::Settled(Mended::Finished(path)) => self.completed = Some(path.clone()),
                _ => {}
            }
            todo.extend(update(&mut self.model, message, now));
        }
        Ok(())
    }

    /// Says what the application wants said.
    fn notice(&mut self) -> io::Result<()> {
        match self.model.notice.take() {
            // A mark is acknowledged by its `ok`.
            Some(Notice::Said("app-notice-marked") | Notice::Keyed(..) | Notice::Event(..)) | None => Ok(()),
            Some(Notice::Said(id)) => self.tell(id, &[]),
            Some(Notice::Refused(refusal)) => self.tell(refusal.message(), &[]),
            Some(Notice::With((id, args))) => {
                let text = words::message(self.texts, id, &args);
                writeln!(self.voices.err, "{text}")
            }
            Some(Notice::About(id, name)) => self.tell(id, &[("name", self.texts.get(&name).into())]),
        }
    }

    fn tell(&mut self, id: &str, args: &[(&str, Arg)]) -> io::Result<()> {
        writeln!(self.voices.err, "{}", self.texts.with(id, args))
    }

    fn visit(&self) -> Option<&Visit> {
        self.model.run.as_ref().map(|run| &run.visit)
    }

    fn last_seq(&self) -> u64 {
        self.visit().map_or(0, |visit| visit.state().last_seq())
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

    fn goto(&mut self, asked: &str) -> io::Result<()> {
        let shown = self.shown();
        let by_id = self.visit().and_then(|visit| visit.definition().position(asked));
        let by_number = || shown.get(asked.parse::<usize>().ok()?.checked_sub(1)?).copied();
        match by_id.or_else(by_number) {
            Some(index) if shown.contains(&index) => self.item = Some(index),
            Some(_) => self.tell("refusal-not-here", &[])?,
            None => self.tell("refusal-no-item", &[])?,
        }
        Ok(())
    }

    fn ago(&mut self, text: &str, now: &Moment) -> io::Result<()> {
        let elapsed = self.visit().map_or(0, |visit| visit.elapsed_ms(now));
        match ago_ms(text) {
            Some(ms) if ms > elapsed => self.tell("refusal-too-early", &[]),
            Some(ms) => {
                self.seen = (ms > 0).then_some(Seen::Ago(ms));
                self.tell("plain-ago", &[("duration", self.texts.duration(ms).into())])
            }
            None => self.tell("app-notice-ago-form", &[]),
        }
    }

    /// Ends the visit; the first time, says which notes are missing.
    fn finish(&mut self, warned: bool, now: &Moment) -> io::Result<()> {
        if !warned && self.missing_notes()? {
            self.warned = true;
            return self.tell("plain-finish-again", &[]);
        }
        self.act(Action::Finish, now)
    }

    fn how_to_resume(&mut self) -> io::Result<()> {
        let id = self.model.run.as_ref().map(|run| run.session().to_owned()).unwrap_or_default();
        self.tell("plain-resume", &[("id", id.into())])
    }
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
