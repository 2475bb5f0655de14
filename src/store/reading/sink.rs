//! What receives the sessions that count, and where each of them is.

use super::dedup::Key;
use super::parse::Parsed;

/// Where a session is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) file: usize,
    /// Its offset in the file, in bytes.
    pub(super) at: u64,
    /// Its length, in bytes.
    pub(super) len: usize,
}

/// What is called with the sessions that count.
pub(super) trait Sink: Send {
    fn take(&mut self, session: &Parsed<'_>, key: Key, place: Place);
}
