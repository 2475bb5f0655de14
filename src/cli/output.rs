//! Standard output and standard error of a command. All text is cleaned before it is written.
//!
//! A closed pipe (`| head`) does not stop a command: its exit code is still meaningful.

use super::{CliError, CommandResult, FAILED, USAGE_ERROR};
use crate::plain::Streams;
use crate::report::json::escape;
use crate::text::{Texts, clean, clean_lines};
use std::io::{self, Write};

/// Standard output and standard error.
pub struct Output {
    out: Box<dyn Write>,
    err: Box<dyn Write>,
    /// Whether results are written in colour.
    pub is_coloured: bool,
    /// Whether the reader of standard output has closed it.
    is_closed: bool,
}

impl Output {
    /// Returns the output streams of the process.
    pub fn standard() -> Self {
        let out = Box::new(io::BufWriter::new(io::stdout()));
        Self { out, err: Box::new(io::stderr()), is_coloured: false, is_closed: false }
    }

    /// Returns whether the reader of standard output has closed it.
    pub fn is_closed(&self) -> bool {
        self.is_closed
    }

    /// Writes a line of a result; line breaks in it become spaces.
    pub fn write_line(&mut self, text: &str) -> io::Result<()> {
        self.write_bytes(format!("{}\n", clean(text)).as_bytes())
    }

    /// Writes a text of several lines.
    pub fn write_lines(&mut self, text: &str) -> io::Result<()> {
        self.write_bytes(format!("{}\n", clean_lines(text)).as_bytes())
    }

    /// Writes a heading of a result.
    pub fn write_heading(&mut self, text: &str) -> io::Result<()> {
        if !self.is_coloured {
            return self.write_line(text);
        }
        self.write_bytes(format!("\x1b[1m{}\x1b[0m\n", clean(text)).as_bytes())
    }

    /// Writes bytes unchanged; only for output of the program's own.
    pub fn write_bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.is_closed {
            return Ok(());
        }
        let written = self.out.write_all(bytes);
        self.ignore_broken_pipe(written)
    }

    /// Writes a JSON document.
    pub fn write_json(&mut self, value: &serde_json::Value) -> io::Result<()> {
        let text = serde_json::to_string_pretty(value)?;
        self.write_bytes(escape(&text).as_bytes())?;
        self.write_bytes(b"\n")
    }

    /// Writes a message to standard error. Failures to write it are ignored.
    pub fn message(&mut self, text: &str) -> io::Result<()> {
        self.flush()?;
        self.write_message(text);
        Ok(())
    }

    fn write_message(&mut self, text: &str) {
        let _ = self.err.write_all(format!("{}\n", clean_lines(text)).as_bytes());
    }

    /// Writes why a command stopped. Returns its exit code.
    pub fn report_error(&mut self, error: &CliError, texts: &Texts) -> u8 {
        let (text, code) = match error {
            CliError::Failed(text) => (text.clone(), FAILED),
            CliError::Usage(text) => (text.clone(), USAGE_ERROR),
            CliError::OutputFailed(cause) => {
                let reason = match cause.kind() {
                    io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "full",
                    io::ErrorKind::BrokenPipe => "unread",
                    _ => "other",
                };
                (texts.with("cli-output-failed", &[("reason", reason.into())]), FAILED)
            }
        };
        // Results written before come first. If they cannot be written, that is reported elsewhere.
        let _ = self.flush();
        self.write_message(&text);
        code
    }

    /// Returns both streams for a dialogue. Unlike commands, a dialogue cannot go on when its reader is gone, so these
    /// streams report a closed pipe.
    pub fn streams(&mut self) -> Streams<'_> {
        Streams::new(&mut self.out, &mut self.err)
    }

    /// Flushes standard output.
    pub fn flush(&mut self) -> io::Result<()> {
        if self.is_closed {
            return Ok(());
        }
        let flushed = self.out.flush();
        self.ignore_broken_pipe(flushed)
    }

    /// Ends a command: if its output could not be written, even a good result becomes a failure.
    pub fn finish(&mut self, done: CommandResult) -> CommandResult {
        let code = done?;
        self.flush()?;
        Ok(code)
    }

    fn ignore_broken_pipe(&mut self, written: io::Result<()>) -> io::Result<()> {
        match written {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.is_closed = true;
                Ok(())
            }
            other => other,
        }
    }
}
