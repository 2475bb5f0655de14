//! The two output streams of a dialogue. Text on them is cleaned, and never looks like an acknowledgement.

use crate::text::{clean, clean_lines};
use std::io::{self, Write};

/// The prefix of an acknowledgement.
const OK: &str = "ok ";

/// Standard output for questions and the results of commands, standard error for messages.
pub struct Streams<'a> {
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
}

impl<'a> Streams<'a> {
    /// Creates the streams from standard output and standard error, or replacements for them.
    pub fn new(out: &'a mut dyn Write, err: &'a mut dyn Write) -> Self {
        Self { out, err }
    }

    /// Prints a line; line breaks in it become spaces.
    ///
    /// # Errors
    /// Fails if the output is closed.
    pub fn print_line(&mut self, text: &str) -> io::Result<()> {
        let text = clean(text);
        let guard = if text.starts_with(OK) { "– " } else { "" };
        writeln!(self.out, "{guard}{text}")
    }

    /// Prints a text of several lines.
    pub(super) fn print_lines(&mut self, text: &str) -> io::Result<()> {
        text.lines().try_for_each(|line| self.print_line(line))
    }

    /// Prints that everything up to an event is on the disk.
    pub(super) fn acknowledge(&mut self, seq: u64) -> io::Result<()> {
        writeln!(self.out, "{OK}{seq}")
    }

    /// Prints a message. Failures are ignored: the dialogue goes on without standard error.
    pub fn print_message(&mut self, text: &str) {
        let _ = writeln!(self.err, "{}", clean_lines(text));
    }

    /// Flushes standard output.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_acknowledgement_begins_like_one() {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut streams = Streams::new(&mut out, &mut err);
        for text in ["ok 1", "a\nok 2", "\u{202e}ok 3", "ok\t4", "okay", "ok"] {
            streams.print_line(text).unwrap();
        }
        streams.print_lines("help\nok 5").unwrap();
        streams.acknowledge(6).unwrap();
        let said = String::from_utf8(out).unwrap();
        assert_eq!(said, "– ok 1\na ok 2\n– ok 3\n– ok 4\nokay\nok\nhelp\n– ok 5\nok 6\n");
    }
}
