//! The cursor of a list, and how lists are navigated.

use super::keymap::Command;
use std::cell::Cell;

/// The number of rows that Page Up and Page Down move.
const PAGE: usize = 10;

/// The cursor of a list.
#[derive(Clone, Debug, Default)]
pub struct ListCursor {
    /// The selected row.
    pub selected: usize,
    /// The first visible row. The view keeps it, so that the list does not jump between frames.
    pub offset: Cell<usize>,
}

impl ListCursor {
    /// Creates a cursor on a row.
    pub fn at(selected: usize) -> Self {
        Self { selected, ..Self::default() }
    }

    /// Returns the selected row in a list of `len` rows, which may have become shorter.
    pub fn within(&self, len: usize) -> usize {
        self.selected.min(len.saturating_sub(1))
    }

    /// Selects the last of `len` rows if the list has become shorter than the selected one.
    pub fn clamp(&mut self, len: usize) {
        self.selected = self.within(len);
    }

    /// Moves in a list of `len` rows, if the command is a move.
    pub fn go(&mut self, command: Command, len: usize) {
        self.selected = self.after(command, len).unwrap_or(self.selected);
    }

    /// Returns the row that a command selects in a list of `len` rows; `None` if the command is not a move.
    pub fn after(&self, command: Command, len: usize) -> Option<usize> {
        let to = match command {
            Command::Up => self.selected.saturating_sub(1),
            Command::Down => self.selected.saturating_add(1),
            Command::PageUp => self.selected.saturating_sub(PAGE),
            Command::PageDown => self.selected.saturating_add(PAGE),
            Command::First => 0,
            Command::Last => len,
            _ => return None,
        };
        Some(to.min(len.saturating_sub(1)))
    }
}
