//! A text input with the terminal's cursor in it.

use crate::app::text_input::TextInput;
use crate::ui::widget_prelude::*;
use ratatui::layout::Position;

/// Renders a text input, with the terminal's cursor in it.
pub fn render_text_field(input: &TextInput, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return;
    }
    let editor = input.area();
    editor.render(area, buf);
    let cursor = editor.screen_cursor();
    let (rows, columns) = editor.scroll_offset();
    let place = |start: u16, length: u16, at: usize, offset: u16| {
        let at = at.saturating_sub(usize::from(offset));
        start.saturating_add(u16::try_from(at).unwrap_or(u16::MAX)).min(start + length - 1)
    };
    out.cursor = Some(Position {
        x: place(area.x, area.width, cursor.col, columns),
        y: place(area.y, area.height, cursor.row, rows),
    });
}
