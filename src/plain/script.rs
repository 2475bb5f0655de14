//! A script that unfolds line by line while answers are read, and the reference at its end.

use super::Dialogue;
use super::source::{Heard, Source};
use crate::analysis::reveal::reveal;
use crate::app::active_visit::ActiveVisit;
use crate::app::reveal;
use crate::app::screens::visit::entry::number;
use crate::app::{Message, update};
use crate::visit::scenario::seconds;
use crate::visit::{Action, Moment, Playback, Visit};
use std::io;
use std::time::Duration;

/// How much of a script was said.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Said {
    lines: usize,
    over: bool,
}

impl Dialogue<'_> {
    /// Waits for a line of the observer's; meanwhile says what comes in the script. None at the end of the input.
    pub(super) fn hear(&mut self, input: &mut dyn Source) -> io::Result<Option<String>> {
        loop {
            let wait = if self.practice().is_some() { self.unfold(&(self.clock)())? } else { None };
            match input.hear(wait.map(Duration::from_millis)) {
                Heard::Line(line) => return Ok(Some(line)),
                Heard::End => return Ok(None),
                Heard::Nothing => {}
            }
        }
    }

    /// Says what has come in the script; gives how long it takes, in real milliseconds, until there is more.
    pub(super) fn unfold(&mut self, now: &Moment) -> io::Result<Option<u64>> {
        let Some((visit, play)) = self.model.shared.active_visit.as_ref().and_then(ActiveVisit::practice) else {
            return Ok(None);
        };
        let s = seconds(play.now_ms(visit, now));
        for line in play.scenario.lines_until(s).iter().skip(self.said.lines) {
            let at = reveal::moment(line.at_s);
            self.voices.line(&format!("{at}  {}", reveal::line(self.texts, line)))?;
        }
        self.said.lines = play.scenario.lines_until(s).len();
        if play.is_over(visit, now) && !self.said.over {
            self.said.over = true;
            self.voices.line(self.texts.get("practise-over"))?;
        }
        self.voices.flush()?;
        Ok(play.next_change_s(s).and_then(|next| play.ms_until(visit, next, now)))
    }

    /// Gives the visit with its script, where there is one.
    fn practice(&self) -> Option<(&Visit, &Playback)> {
        self.model.shared.active_visit.as_ref().and_then(ActiveVisit::practice)
    }

    /// Takes `wait`, `wait SECONDS`, `wait end`: says the script up to there. Other lines, and those of a visit without
    /// a script, are not for here.
    pub(super) fn wait(&mut self, text: &str) -> io::Result<bool> {
        let mut words = text.split_whitespace();
        let (Some("wait"), asked, None, Some((visit, play))) =
            (words.next(), words.next(), words.next(), self.practice())
        else {
            return Ok(false);
        };
        let here = seconds(play.now_ms(visit, &(self.clock)()));
        let until = match asked {
            None => play.next_change_s(here),
            Some("end") => Some(play.scenario.end_s()),
            Some(asked) => number(asked),
        };
        match (until, asked) {
            (Some(until), _) => self.wait_until(until)?,
            (None, Some(asked)) => self.tell("practise-plain-when", &[("asked", asked.into())]),
            (None, None) => {}
        }
        Ok(true)
    }

    /// Waits until a moment of the script, in seconds; what comes on the way is said when it comes.
    fn wait_until(&mut self, until: f64) -> io::Result<()> {
        loop {
            let now = (self.clock)();
            let next = self.unfold(&now)?;
            let Some((visit, play)) = self.practice() else { return Ok(()) };
            if seconds(play.now_ms(visit, &now)) >= until {
                return Ok(());
            }
            let Some(ms) = play.ms_until(visit, until, &now) else {
                self.tell("practise-plain-still", &[]);
                return Ok(());
            };
            std::thread::sleep(Duration::from_millis(next.map_or(ms, |next| next.min(ms)).max(1)));
        }
    }

    /// Pauses a practice that is left, so that its script waits too.
    pub(super) fn rest(&mut self, now: &Moment) -> io::Result<()> {
        if self.practice().is_some() {
            let effects = update(&mut self.model, Message::Act(Action::Pause(None)), now);
            self.carry_out(effects, now);
        }
        self.acknowledge()
    }

    /// Says at the end of a practice how its answers compare with the reference.
    pub(super) fn reveal(&mut self) -> io::Result<()> {
        let Some((visit, play)) = self.practice() else {
            return Ok(());
        };
        if !visit.is_over() {
            return Ok(());
        }
        let found = reveal(visit, play);
        for line in reveal::lines(self.texts, visit, play, &found) {
            self.voices.line(&line)?;
        }
        Ok(())
    }
}
