//! A list with a selected item, on ratatui's `List`.

use crate::app::Target;
use crate::app::list_cursor::ListCursor;
use crate::ui::context::Interaction;
use crate::ui::theme::{Glyph, Role, Theme};
use crate::ui::widgets::columns::Columns;
use crate::ui::widgets::scroll_thumb::render_scroll_thumb;
use crate::ui::wrap::truncate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};
use ratatui::widgets::{HighlightSpacing, List, ListItem, ListState, StatefulWidget};

/// A list of texts of any number of lines. The selected one is marked by a glyph and the cursor's style, keeps the one
/// before and the one after it in sight, and has the terminal's cursor; a click means [`Target::Row`].
pub struct SelectList<'a> {
    len: usize,
    item: Box<dyn Fn(usize) -> Text<'a> + 'a>,
    cursor: &'a ListCursor,
    theme: Theme,
}

/// The columns that the glyph of the selected item takes.
pub const MARKER_WIDTH: u16 = 2;

/// Returns the columns of the items of a list.
#[must_use]
pub fn item_width(list: Rect) -> u16 {
    list.width.saturating_sub(MARKER_WIDTH)
}

/// Returns the beginning of a row with a marker: the glyph of a selected one, or as much space.
#[must_use]
pub fn marked_row<'a>(theme: Theme, is_selected: bool) -> Columns<'a> {
    let glyph = if is_selected { theme.glyph(Glyph::Cursor) } else { "" };
    Columns::default().left(MARKER_WIDTH, glyph, theme.style(Role::Title))
}

/// Returns an item of two lines: a title, and under it what there is to say, in its role.
#[must_use]
pub fn two_lines<'a>(theme: Theme, title: &'a str, detail: &str, role: Role, columns: u16) -> Text<'a> {
    let title = Line::styled(truncate(title, columns), theme.style(Role::Title));
    Text::from(vec![title, Line::styled(truncate(detail, columns).into_owned(), theme.style(role))])
}

impl<'a> SelectList<'a> {
    /// Creates the list.
    pub fn new<T: Into<Text<'a>>>(items: impl IntoIterator<Item = T>, cursor: &'a ListCursor, theme: Theme) -> Self {
        let items: Vec<Text<'a>> = items.into_iter().map(Into::into).collect();
        Self::with_builder(items.len(), move |index| items.get(index).cloned().unwrap_or_default(), cursor, theme)
    }

    /// Creates a list of `len` items, of which only those around the selected one are built.
    pub fn with_builder(
        len: usize,
        item: impl Fn(usize) -> Text<'a> + 'a,
        cursor: &'a ListCursor,
        theme: Theme,
    ) -> Self {
        Self { len, item: Box::new(item), cursor, theme }
    }

    /// Returns the last offset that leaves no rows unused at the end of the list.
    fn last_offset(&self, rows: usize) -> usize {
        let mut room = Some(rows);
        let mut fits = |index: &usize| {
            room = room.and_then(|room| room.checked_sub((self.item)(*index).height()));
            room.is_some()
        };
        self.len - (0..self.len).rev().take_while(|index| fits(index)).count()
    }
}

impl StatefulWidget for SelectList<'_> {
    type State = Interaction;

    fn render(self, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        if area.is_empty() || self.len == 0 {
            return;
        }
        let rows = usize::from(area.height);
        let selected = self.cursor.selected.min(self.len - 1);
        // An item takes at least one row: no others than these can show.
        let offset = self.cursor.offset.get().clamp((selected + 1).saturating_sub(rows), selected);
        let offset = offset.min(self.last_offset(rows));
        let first = offset.saturating_sub(1);
        let mut items: Vec<Text> = (first..self.len.min(offset + rows + 1)).map(self.item).collect();
        // `List` leaves an item out that is higher than its area.
        for item in &mut items {
            item.lines.truncate(rows);
        }
        let heights: Vec<u16> = items.iter().map(|item| u16::try_from(item.height()).unwrap_or(area.height)).collect();
        let mut state = ListState::default().with_offset(offset - first).with_selected(Some(selected - first));
        let marker = format!("{} ", self.theme.glyph(Glyph::Cursor));
        let list = List::new(items.into_iter().map(ListItem::new))
            .highlight_symbol(marker)
            .highlight_spacing(HighlightSpacing::Always)
            .highlight_style(self.theme.style(Role::Cursor))
            .scroll_padding(1);
        StatefulWidget::render(list, area, buf, &mut state);
        self.cursor.offset.set(first + state.offset());
        let (mut rest, mut shown) = (area, 0);
        for (index, height) in heights.into_iter().enumerate().skip(state.offset()) {
            if height > rest.height {
                break;
            }
            let row = Rect { height, ..rest };
            if first + index == selected {
                out.set_cursor(row);
            }
            out.clicks.add(row, Target::Row(first + index));
            rest = Rect { y: row.bottom(), height: rest.height - height, ..rest };
            shown += 1;
        }
        render_scroll_thumb(self.theme, self.len, first + state.offset(), shown, area, buf);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::settings::{self, Glyphs};
    use std::cell::Cell;

    #[test]
    fn only_items_that_can_show_are_built_and_the_end_fills_the_list() {
        let theme = Theme::new(settings::Theme::Mono, Glyphs::Unicode);
        let area = Rect::new(0, 0, 9, 5);
        for (offset, selected, shown) in
            [(0, 0, "► 0  1  2  3  4"), (0, 700, "697  698  699  ► 700  701"), (999, 999, "995  996  997  998  ► 999")]
        {
            let built = Cell::new(0);
            let cursor = ListCursor { selected, offset: Cell::new(offset) };
            let item = |index: usize| {
                built.set(built.get() + 1);
                Text::raw(index.to_string())
            };
            let mut buf = Buffer::empty(area);
            SelectList::with_builder(1000, item, &cursor, theme).render(area, &mut buf, &mut Interaction::default());
            let rows =
                buf.content.chunks(9).map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect::<String>());
            assert_eq!(rows.map(|row| row.trim().to_owned()).collect::<Vec<_>>().join("  "), shown);
            assert!(built.get() < 20, "{}", built.get());
        }
    }
}
