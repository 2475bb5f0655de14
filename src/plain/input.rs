//! Where the lines of a dialogue come from: a blocking reader, or standard input with a timeout.

use super::read_line;
use std::io::BufRead;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

/// An input event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A line.
    Line(String),
    /// No line within the timeout.
    Timeout,
    /// The end of the input.
    End,
}

/// A source of lines.
pub trait InputSource {
    /// Waits for a line, for at most `at_most` if the source supports a timeout.
    fn next_input(&mut self, at_most: Option<Duration>) -> Input;
}

impl<T: BufRead> InputSource for T {
    fn next_input(&mut self, _: Option<Duration>) -> Input {
        read_line(self).map_or(Input::End, Input::Line)
    }
}

/// Standard input, read on its own thread, so that a script can unfold meanwhile.
#[derive(Debug)]
pub struct StdinReader(Receiver<String>);

impl StdinReader {
    /// Starts reading standard input.
    pub fn start() -> Self {
        // At most one line is read ahead: the rest of the input belongs to the next program.
        let (send, lines) = mpsc::sync_channel(0);
        std::thread::spawn(move || {
            while let Some(line) = read_line(&mut std::io::stdin().lock()) {
                if send.send(line).is_err() {
                    break;
                }
            }
        });
        Self(lines)
    }
}

impl InputSource for StdinReader {
    fn next_input(&mut self, at_most: Option<Duration>) -> Input {
        let heard = match at_most {
            Some(time) => self.0.recv_timeout(time),
            None => self.0.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        match heard {
            Ok(line) => Input::Line(line),
            Err(RecvTimeoutError::Timeout) => Input::Timeout,
            Err(RecvTimeoutError::Disconnected) => Input::End,
        }
    }
}
