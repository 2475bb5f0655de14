//! Where lines come from: a reader that keeps a dialogue waiting, or one that is heard while time goes by.

use super::read_line;
use std::io::BufRead;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

/// What was heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// A line.
    Line(String),
    /// Nothing, as long as was waited.
    Nothing,
    /// The end of the input.
    End,
}

/// Where lines come from.
pub trait Source {
    /// Waits for a line, so long at most where the source can do that.
    fn hear(&mut self, at_most: Option<Duration>) -> Heard;
}

impl<T: BufRead> Source for T {
    fn hear(&mut self, _: Option<Duration>) -> Heard {
        read_line(self).map_or(Heard::End, Heard::Line)
    }
}

/// Standard input, read on a thread of its own, so that a script can unfold meanwhile.
#[derive(Debug)]
pub struct Live(Receiver<String>);

impl Live {
    /// Begins to read standard input.
    #[must_use]
    pub fn standard() -> Self {
        // One line is read ahead, no more: what is left in the input belongs to whoever comes next.
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

impl Source for Live {
    fn hear(&mut self, at_most: Option<Duration>) -> Heard {
        let heard = match at_most {
            Some(time) => self.0.recv_timeout(time),
            None => self.0.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        match heard {
            Ok(line) => Heard::Line(line),
            Err(RecvTimeoutError::Timeout) => Heard::Nothing,
            Err(RecvTimeoutError::Disconnected) => Heard::End,
        }
    }
}
