//! A list with a selected item, on ratatui's `List`.

use crate::app::Target;
use crate::app::list_cursor::ListCursor;
use crate::ui::context::Interaction;
use crate::ui::theme::{Glyph, Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Text;
use ratatui::widgets::{HighlightSpacing, List, ListItem, ListState, StatefulWidget};

/// A list of texts of any number of lines. The selected one is marked by a glyph and the cursor's style, keeps the one
/// before and the one after it in sight, and has the terminal's cursor; a click means [`Target::Row`].
pub struct SelectList<'a> {
    items: Vec<Text<'a>>,
    cursor: &'a ListCursor,
    theme: Theme,
}

/// The columns that the glyph of the selected item takes.
pub const MARKER_WIDTH: u16 = 2;

/// Returns the columns that the items of a list have.
#[must_use]
pub fn item_width(list: Rect) -> u16 {
    list.width.saturating_sub(MARKER_WIDTH)
}

impl<'a> SelectList<'a> {
    /// Creates the list.
    pub fn new<T: Into<Text<'a>>>(items: impl IntoIterator<Item = T>, cursor: &'a ListCursor, theme: Theme) -> Self {
        Self { items: items.into_iter().map(Into::into).collect(), cursor, theme }
    }
}

impl StatefulWidget for SelectList<'_> {
    type State = Interaction;

    fn render(self, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let heights: Vec<usize> = self.items.iter().map(Text::height).collect();
        let selected = heights.len().checked_sub(1).map(|last| self.cursor.selected.min(last));
        let mut state = ListState::default().with_offset(self.cursor.offset.get()).with_selected(selected);
        let marker = format!("{} ", self.theme.glyph(Glyph::Cursor));
        let list = List::new(self.items.into_iter().map(ListItem::new))
            .highlight_symbol(marker)
            .highlight_spacing(HighlightSpacing::Always)
            .highlight_style(self.theme.style(Role::Cursor))
            .scroll_padding(1);
        StatefulWidget::render(list, area, buf, &mut state);
        self.cursor.offset.set(state.offset());
        let mut rest = area;
        for (index, height) in heights.into_iter().enumerate().skip(state.offset()) {
            let row = Rect { height: u16::try_from(height).unwrap_or(u16::MAX), ..rest };
            if row.bottom() > area.bottom() {
                break;
            }
            if Some(index) == selected {
                out.set_cursor(row);
            }
            out.clicks.add(row, Target::Row(index));
            rest = Rect { y: row.bottom(), height: rest.height - row.height, ..rest };
        }
    }
}
