//! Where the lines of a dialogue come from: a blocking reader, or standard input with a timeout.

use super::read_line;
use std::io::BufRead;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

/// A source of lines.
pub trait InputSource {
    /// Waits for a line, for at most `at_most` if the source supports a timeout.
    ///
    /// # Errors
    /// [`RecvTimeoutError::Timeout`] without a line in that time, [`RecvTimeoutError::Disconnected`] at the end of the
    /// input.
    fn next_line(&mut self, at_most: Option<Duration>) -> Result<String, RecvTimeoutError>;
}

impl<T: BufRead> InputSource for T {
    fn next_line(&mut self, _: Option<Duration>) -> Result<String, RecvTimeoutError> {
        read_line(self).ok_or(RecvTimeoutError::Disconnected)
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
    fn next_line(&mut self, at_most: Option<Duration>) -> Result<String, RecvTimeoutError> {
        self.0.recv_timeout(at_most.unwrap_or(Duration::MAX))
    }
}
