//! Which part of a list is in sight, in the column at its right.

use crate::ui::widget_prelude::*;
use ratatui::widgets::{Scrollbar, ScrollbarOrientation, ScrollbarState};

/// Renders a thumb right of an area in which `shown` items of `len` are seen, from `first` on; nothing where all are, or
/// where the area ends at the edge.
pub fn render_scroll_thumb(theme: Theme, len: usize, first: usize, shown: usize, area: Rect, buf: &mut Buffer) {
    let column = Rect { x: area.right(), width: 1, ..area }.intersection(buf.area);
    if shown >= len || column.is_empty() {
        return;
    }
    let mut state = ScrollbarState::new(len - shown + 1).position(first).viewport_content_length(shown);
    Scrollbar::new(ScrollbarOrientation::VerticalRight)
        .begin_symbol(None)
        .end_symbol(None)
        .track_symbol(None)
        .thumb_symbol(theme.glyph(Glyph::Block))
        .thumb_style(theme.style(Role::Quiet))
        .render(column, buf, &mut state);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::settings::{self, Glyphs};

    #[test]
    fn the_thumb_stands_where_the_items_in_sight_are() {
        let theme = Theme::new(settings::Theme::Mono, Glyphs::Unicode);
        for (len, first, shown, column) in
            [(4, 0, 4, "    "), (8, 0, 4, "██  "), (8, 4, 4, "  ██"), (8, 2, 4, " ██ "), (0, 0, 0, "    ")]
        {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 3, 4));
            render_scroll_thumb(theme, len, first, shown, Rect::new(0, 0, 2, 4), &mut buffer);
            let cells: String = (0..4).map(|y| buffer[(2, y)].symbol()).collect();
            assert_eq!(cells, column, "{shown} of {len} from {first}");
        }
        // At the edge there is no column for it.
        let mut buffer = Buffer::empty(Rect::new(0, 0, 2, 4));
        render_scroll_thumb(theme, 8, 0, 4, Rect::new(0, 0, 2, 4), &mut buffer);
        assert_eq!(buffer, Buffer::empty(Rect::new(0, 0, 2, 4)));
    }
}
