//! Debouncing: a key that answers, held down or hit twice by accident, counts once.

use super::key::KeyPress;
use crate::visit::Moment;

/// Presses of one key closer together than this are one, in milliseconds.
const REPEAT_MS: u64 = 150;

/// Remembers the last key press.
#[derive(Clone, Copy, Debug, Default)]
pub struct KeyDebounce {
    last: Option<(KeyPress, u64)>,
}

impl KeyDebounce {
    /// Returns whether a press repeats the one before, and remembers it.
    pub fn repeats(&mut self, press: KeyPress, now: &Moment) -> bool {
        let before = self.last.replace((press, now.clock_ms));
        before.is_some_and(|(last, at)| last == press && now.clock_ms.saturating_sub(at) < REPEAT_MS)
    }
}
