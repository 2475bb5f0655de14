//! The two ends that a command speaks through. Nothing harmful to a terminal gets past them.
//!
//! A reader that goes away in the middle (`| head`) is no reason to stop: the exit code still says what was found.

use super::{Done, FAILED, Stop, WRONG};
use crate::plain::Streams;
use crate::report::json::escaped;
use crate::text::{Texts, clean, clean_lines};
use std::io::{self, IsTerminal, Write};

/// Standard output and standard error.
pub struct Output {
    out: Box<dyn Write>,
    err: Box<dyn Write>,
    bold: bool,
    /// Whether nobody reads the results any more.
    unread: bool,
}

impl Output {
    /// Gives those of the process.
    pub fn standard() -> Self {
        let out = Box::new(io::BufWriter::new(io::stdout()));
        Self { out, err: Box::new(io::stderr()), bold: false, unread: false }
    }

    /// Takes the user's wish: `auto`, `always`, `never`.
    pub fn colour(&mut self, wish: Option<&str>) {
        self.bold = match wish {
            Some("always") => true,
            Some("never") => false,
            _ => io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|set| set.is_empty()),
        };
    }

    /// Tells whether a person reads the results in colour.
    pub fn is_coloured(&self) -> bool {
        self.bold
    }

    /// Tells whether nobody reads the results any more.
    pub fn is_unread(&self) -> bool {
        self.unread
    }

    /// Writes a line of a result; line breaks in it become spaces.
    pub fn line(&mut self, text: &str) -> io::Result<()> {
        self.raw(format!("{}\n", clean(text)).as_bytes())
    }

    /// Writes a text of several lines.
    pub fn lines(&mut self, text: &str) -> io::Result<()> {
        self.raw(format!("{}\n", clean_lines(text)).as_bytes())
    }

    /// Writes a heading of a result.
    pub fn heading(&mut self, text: &str) -> io::Result<()> {
        if !self.bold {
            return self.line(text);
        }
        self.raw(format!("\x1b[1m{}\x1b[0m\n", clean(text)).as_bytes())
    }

    /// Writes bytes as they are: what the program itself made.
    pub fn raw(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.unread {
            return Ok(());
        }
        let written = self.out.write_all(bytes);
        self.heard(written)
    }

    /// Writes a JSON document.
    pub fn json(&mut self, value: &serde_json::Value) -> io::Result<()> {
        let text = serde_json::to_string_pretty(value)?;
        self.raw(escaped(&text).as_bytes())?;
        self.raw(b"\n")
    }

    /// Says something that is no result. Where nobody can hear it, the exit code has to do.
    pub fn say(&mut self, text: &str) -> io::Result<()> {
        self.flush()?;
        self.tell(text);
        Ok(())
    }

    fn tell(&mut self, text: &str) {
        let _ = self.err.write_all(format!("{}\n", clean_lines(text)).as_bytes());
    }

    /// Says why a command stopped; gives its exit code.
    pub fn stop(&mut self, stop: &Stop, texts: &Texts) -> u8 {
        let (text, code) = match stop {
            Stop::Failed(text) => (text.clone(), FAILED),
            Stop::Wrong(text) => (text.clone(), WRONG),
            Stop::Unheard(error) => {
                let reason = match error.kind() {
                    io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "full",
                    io::ErrorKind::BrokenPipe => "unread",
                    _ => "other",
                };
                (texts.with("cli-output-failed", &[("reason", reason.into())]), FAILED)
            }
        };
        // What was found before comes first; that it cannot be written was said, or is about to be.
        let _ = self.flush();
        self.tell(&text);
        code
    }

    /// Gives both ends to a dialogue. It cannot go on without them, so that it is told of a reader that went away.
    pub fn streams(&mut self) -> Streams<'_> {
        Streams::new(&mut self.out, &mut self.err)
    }

    /// Brings everything written to its reader.
    pub fn flush(&mut self) -> io::Result<()> {
        if self.unread {
            return Ok(());
        }
        let flushed = self.out.flush();
        self.heard(flushed)
    }

    /// Ends a command: what could not be written makes even a good result a failure.
    pub fn end(&mut self, done: Done) -> Done {
        let code = done?;
        self.flush()?;
        Ok(code)
    }

    fn heard(&mut self, written: io::Result<()>) -> io::Result<()> {
        match written {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.unread = true;
                Ok(())
            }
            other => other,
        }
    }
}
