//! The last step of every frame: no cell holds a character that could harm a terminal or hide text.

use crate::text::clean;
use crate::text::clean::is_hostile;
use crate::ui::wrap::prefix;
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
            let width = symbol.width().max(1);
            let cleaned = clean(symbol);
            // What it became takes the same columns, or everything behind it would move.
            let kept = prefix(&cleaned, width);
            let padding = " ".repeat(width - kept.width());
            let symbol = format!("{kept}{padding}");
            cell.set_symbol(&symbol);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::text::Line;
    use ratatui::widgets::Widget;

    /// What ratatui lets into a cell as part of a letter.
    const LET_THROUGH: [&str; 6] = [
        "a\u{200d}",
        "a\u{e0041}",
        "a\u{fe0f}",
        "a\u{200c}",
        "👨\u{200d}👩\u{200d}👧",
        "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    ];

    #[test]
    fn what_ratatui_lets_through_is_cleaned_and_keeps_its_columns() {
        for text in LET_THROUGH {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
            Line::from(format!("{text}|")).render(buffer.area, &mut buffer);
            let bar = |buffer: &Buffer| buffer.content.iter().position(|cell| cell.symbol() == "|");
            let (before, first) = (bar(&buffer), buffer.content.first().unwrap().symbol().to_owned());
            sanitize(&mut buffer);
            let cleaned = buffer.content.first().unwrap().symbol();
            assert_ne!(first, cleaned, "{text:?} was let through");
            assert!(!cleaned.chars().any(is_hostile), "{text:?}");
            assert_eq!(bar(&buffer), before, "{text:?}");
            assert_eq!(cleaned.width(), first.width(), "{text:?}");
        }
    }
}
