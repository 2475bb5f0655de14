//! The last step of every frame: no cell holds a character that could harm a terminal or hide text.

use crate::text::clean;
use crate::text::clean::is_hostile;
use ratatui::buffer::Buffer;
use unicode_width::UnicodeWidthStr;

/// A letter with more bytes than this carries more combining marks than any language needs.
const LONGEST_LETTER: usize = 16;

/// Replaces hostile characters (control, bidirectional, zero-width, tags, stacks of combining marks) in every cell.
/// ratatui drops control characters itself, but lets the others through as parts of a letter.
pub fn sanitize(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        let symbol = cell.symbol();
        if symbol.len() > LONGEST_LETTER || symbol.chars().any(is_hostile) {
            let width = symbol.width();
            let cleaned = clean(symbol).into_owned();
            // A letter that became narrower keeps its cells, or what follows would move.
            let padding = " ".repeat(width.max(1).saturating_sub(cleaned.width()));
            cell.set_symbol(&(cleaned + &padding));
        }
    }
}
