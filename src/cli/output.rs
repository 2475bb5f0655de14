//! The two ends that a command speaks through. Control and bidirectional characters never reach a terminal.

use super::{Done, FAILED, Stop, WRONG};
use crate::text::clean::is_hostile;
use std::io::{self, IsTerminal, Write};

/// Standard output and standard error.
pub struct Output {
    out: Box<dyn Write>,
    err: Box<dyn Write>,
    bold: bool,
}

impl Output {
    /// Gives those of the process.
    pub fn standard() -> Self {
        Self { out: Box::new(io::BufWriter::new(io::stdout())), err: Box::new(io::stderr()), bold: false }
    }

    /// Takes the user's wish: `auto`, `always`, `never`.
    pub fn colour(&mut self, wish: Option<&str>) {
        self.bold = match wish {
            Some("always") => true,
            Some("never") => false,
            _ => io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|set| set.is_empty()),
        };
    }

    /// Writes a line of a result.
    pub fn line(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(harmless(text).as_bytes())?;
        self.out.write_all(b"\n")
    }

    /// Writes a heading of a result.
    pub fn heading(&mut self, text: &str) -> io::Result<()> {
        let text = harmless(text);
        if self.bold { writeln!(self.out, "\x1b[1m{text}\x1b[0m") } else { writeln!(self.out, "{text}") }
    }

    /// Writes bytes as they are: what the program itself made for a shell or a manual.
    pub fn raw(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)?;
        self.out.flush()
    }

    /// Writes a JSON document and ends.
    pub fn json(&mut self, value: &serde_json::Value) -> io::Result<()> {
        let text = serde_json::to_string_pretty(value)?;
        // JSON escapes control characters by itself; others are data, and readers of JSON are programs.
        self.out.write_all(text.as_bytes())?;
        self.out.write_all(b"\n")?;
        self.out.flush()
    }

    /// Says something that is no result.
    pub fn say(&mut self, text: &str) -> io::Result<()> {
        self.out.flush()?;
        self.err.write_all(harmless(text).as_bytes())?;
        self.err.write_all(b"\n")
    }

    /// Says why a command stopped; gives its exit code. Nobody there to hear is no failure of ours to report.
    pub fn stop(&mut self, stop: &Stop) -> Done {
        let (text, code) = match stop {
            Stop::Failed(text) => (text, FAILED),
            Stop::Wrong(text) => (text, WRONG),
            Stop::Unheard(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(0),
            Stop::Unheard(_) => return Ok(FAILED),
        };
        self.say(text)?;
        Ok(code)
    }

    /// Gives both ends as plain writers that clean what goes through them.
    pub fn voices(&mut self) -> (Cleaning<'_>, Cleaning<'_>) {
        (Cleaning(&mut self.out), Cleaning(&mut self.err))
    }

    /// Brings everything written to its reader.
    pub fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Takes out what could do harm in a terminal; line breaks and tabs stay.
fn harmless(text: &str) -> String {
    text.chars().filter(|c| matches!(c, '\n' | '\t') || !is_hostile(*c)).collect()
}

/// A writer that cleans whole pieces of text.
pub struct Cleaning<'a>(&'a mut dyn Write);

impl Write for Cleaning<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // The formatter writes whole strings, so that no character is cut in two.
        self.0.write_all(harmless(&String::from_utf8_lossy(bytes)).as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
