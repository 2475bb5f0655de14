//! Practice in a dialogue: a script that unfolds while answers are read, and the comparison at the end.

use super::Dialogue;
use super::input::InputSource;
use crate::analysis::practice_debrief::debrief;
use crate::app::practice_format;
use crate::text::typed_duration::parse_duration_ms;
use crate::visit::Moment;
use crate::visit::scenario::seconds;
use std::io;
use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;

/// How much of a script was printed.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ScriptProgress {
    lines: usize,
    over: bool,
}

impl Dialogue<'_> {
    /// Waits for a line of input, printing the script meanwhile. Returns `None` at the end of the input.
    pub(super) fn read_input(&mut self, input: &mut dyn InputSource) -> io::Result<Option<String>> {
        loop {
            let wait = if self.model.shared.practice().is_some() { self.show_script(&(self.clock)())? } else { None };
            match input.next_line(wait.map(Duration::from_millis)) {
                Err(RecvTimeoutError::Timeout) => {}
                line => return Ok(line.ok()),
            }
        }
    }

    /// Prints what has appeared in the script. Returns the real milliseconds until more appears, if any.
    pub(super) fn show_script(&mut self, now: &Moment) -> io::Result<Option<u64>> {
        let Some((visit, play)) = self.model.shared.practice() else { return Ok(None) };
        let s = seconds(play.now_ms(visit, now));
        for line in play.scenario.lines_until(s).iter().skip(self.script_shown.lines) {
            let at = practice_format::moment(line.at_s);
            self.streams.print_line(&format!("{at}  {}", practice_format::line(self.texts, line)))?;
        }
        self.script_shown.lines = play.scenario.lines_until(s).len();
        if play.is_over(visit, now) && !self.script_shown.over {
            self.script_shown.over = true;
            self.streams.print_line(self.texts.get("practise-over"))?;
        }
        self.streams.flush()?;
        Ok(play.next_change_s(s).and_then(|next| play.ms_until(visit, next, now)))
    }

    /// Handles `wait`, `wait SECONDS` and `wait end`, which print the script up to then. Returns whether the line is
    /// one of these; it never is in a visit without a script.
    pub(super) fn handle_wait(&mut self, text: &str) -> io::Result<bool> {
        let mut words = text.split_whitespace();
        let (Some("wait"), asked, None, Some((visit, play))) =
            (words.next(), words.next(), words.next(), self.model.shared.practice())
        else {
            return Ok(false);
        };
        let here = seconds(play.now_ms(visit, &(self.clock)()));
        let until = match asked {
            None => play.next_change_s(here),
            Some("end") => Some(play.scenario.end_s()),
            Some(asked) => parse_duration_ms(asked, self.texts.lang()).ok().map(seconds),
        };
        match (until, asked) {
            (Some(until), _) => self.wait_until(until)?,
            (None, Some(asked)) => self.print_message("practise-plain-when", &[("asked", asked.into())]),
            (None, None) => {}
        }
        Ok(true)
    }

    /// Waits until a moment of the script, in seconds, printing the script meanwhile.
    fn wait_until(&mut self, until: f64) -> io::Result<()> {
        loop {
            let now = (self.clock)();
            let next = self.show_script(&now)?;
            let Some((visit, play)) = self.model.shared.practice() else { return Ok(()) };
            if seconds(play.now_ms(visit, &now)) >= until {
                return Ok(());
            }
            let Some(ms) = play.ms_until(visit, until, &now) else {
                self.print_message("practise-plain-still", &[]);
                return Ok(());
            };
            std::thread::sleep(Duration::from_millis(next.map_or(ms, |next| next.min(ms)).max(1)));
        }
    }

    /// Pauses a practice visit that is left, so that its script waits too.
    pub(super) fn pause_practice(&mut self, now: &Moment) -> io::Result<()> {
        let effects = self.model.shared.pause_practice(now);
        self.run_effects(effects, now);
        self.acknowledge()
    }

    /// Prints at the end of a practice visit how its answers compare with the reference answers.
    pub(super) fn show_comparison(&mut self) -> io::Result<()> {
        let Some((visit, play)) = self.model.shared.practice().filter(|(visit, _)| visit.is_over()) else {
            return Ok(());
        };
        let found = debrief(visit, play);
        for line in practice_format::lines(self.texts, visit, play, &found) {
            self.streams.print_line(&line)?;
        }
        Ok(())
    }
}
