//! The two ends of a dialogue: what it says on them is harmless, and never taken for an acknowledgement.

use crate::text::{clean, clean_lines};
use std::io::{self, Write};

/// What an acknowledgement begins with.
const OK: &str = "ok ";

/// Questions and answers to commands on one end, messages on the other.
pub struct Voices<'a> {
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
}

impl<'a> Voices<'a> {
    /// Takes standard output and standard error, or what stands for them.
    #[must_use]
    pub fn new(out: &'a mut dyn Write, err: &'a mut dyn Write) -> Self {
        Self { out, err }
    }

    /// Says a line; line breaks in it become spaces.
    ///
    /// # Errors
    /// Where nobody can hear it any more.
    pub fn line(&mut self, text: &str) -> io::Result<()> {
        let text = clean(text);
        let guard = if text.starts_with(OK) { "– " } else { "" };
        writeln!(self.out, "{guard}{text}")
    }

    /// Says a text of several lines.
    pub(super) fn lines(&mut self, text: &str) -> io::Result<()> {
        text.lines().try_for_each(|line| self.line(line))
    }

    /// Says that everything up to an event is on the disk.
    pub(super) fn acknowledge(&mut self, seq: u64) -> io::Result<()> {
        writeln!(self.out, "{OK}{seq}")
    }

    /// Says a message. Where nobody can hear it, the dialogue goes on all the same.
    pub(super) fn tell(&mut self, text: &str) {
        let _ = writeln!(self.err, "{}", clean_lines(text));
    }

    /// Brings what was said to its reader.
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
        let mut voices = Voices::new(&mut out, &mut err);
        for text in ["ok 1", "a\nok 2", "\u{202e}ok 3", "ok\t4", "okay", "ok"] {
            voices.line(text).unwrap();
        }
        voices.lines("help\nok 5").unwrap();
        voices.acknowledge(6).unwrap();
        let said = String::from_utf8(out).unwrap();
        assert_eq!(said, "– ok 1\na ok 2\n– ok 3\n– ok 4\nokay\nok\nhelp\n– ok 5\nok 6\n");
    }
}
