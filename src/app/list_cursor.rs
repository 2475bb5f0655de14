//! A cursor in a list, and the one way in which lists are moved through.

use super::keymap::Command;
use std::cell::Cell;

/// How far Page Up and Page Down go.
const PAGE: usize = 10;

/// The cursor in a list.
#[derive(Clone, Debug, Default)]
pub struct ListCursor {
    /// The position.
    pub selected: usize,
    /// The first row on the screen; the view keeps it, so that nothing jumps between two frames.
    pub offset: Cell<usize>,
}

impl ListCursor {
    /// Starts on a row.
    #[must_use]
    pub fn at(selected: usize) -> Self {
        Self { selected, ..Self::default() }
    }

    /// Returns the position in a list of `len` rows, of which some may be gone by now.
    #[must_use]
    pub fn within(&self, len: usize) -> usize {
        self.selected.min(len.saturating_sub(1))
    }

    /// Moves in a list of `len` rows; returns whether the command was a move.
    pub fn go(&mut self, command: Command, len: usize) -> bool {
        let last = len.saturating_sub(1);
        self.selected = match command {
            Command::Up => self.selected.saturating_sub(1),
            Command::Down => self.selected.saturating_add(1),
            Command::PageUp => self.selected.saturating_sub(PAGE),
            Command::PageDown => self.selected.saturating_add(PAGE),
            Command::First => 0,
            Command::Last => last,
            _ => return false,
        }
        .min(last);
        true
    }
}
