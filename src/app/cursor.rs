//! A cursor in a list, and the one way in which lists are moved through.

use super::keymap::Command;
use std::cell::Cell;

/// How far Page Up and Page Down go.
const PAGE: usize = 10;

/// Where the cursor stands in a list.
#[derive(Clone, Debug, Default)]
pub struct Cursor {
    /// The position.
    pub at: usize,
    /// The first row on the screen; the view keeps it, so that nothing jumps between two frames.
    pub top: Cell<usize>,
}

impl Cursor {
    /// Moves in a list of `len` rows; tells whether the command was a move.
    pub fn go(&mut self, command: Command, len: usize) -> bool {
        let last = len.saturating_sub(1);
        self.at = match command {
            Command::Up => self.at.saturating_sub(1),
            Command::Down => self.at.saturating_add(1),
            Command::PageUp => self.at.saturating_sub(PAGE),
            Command::PageDown => self.at.saturating_add(PAGE),
            Command::First => 0,
            Command::Last => last,
            _ => return false,
        }
        .min(last);
        true
    }
}
