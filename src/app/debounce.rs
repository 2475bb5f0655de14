//! Debouncing: a key held down, or hit twice by accident, counts once.

use super::key::{Key, KeyPress};
use crate::visit::Moment;

/// Presses of one key closer together than this count as one, in milliseconds.
const REPEAT_MS: u64 = 150;

/// Remembers the last key press.
#[derive(Clone, Copy, Debug, Default)]
pub struct KeyDebounce {
    last: Option<(KeyPress, u64)>,
}

impl KeyDebounce {
    /// Returns whether a press counts. Keys that only move always do.
    pub fn admits(&mut self, press: KeyPress, now: &Moment) -> bool {
        let moves = !matches!(press.key, Key::Char(_) | Key::Enter | Key::Backspace | Key::Delete);
        let again = self.last.is_some_and(|(last, at)| last == press && now.clock_ms.saturating_sub(at) < REPEAT_MS);
        self.last = Some((press, now.clock_ms));
        moves || !again
    }
}
