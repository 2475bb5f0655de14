//! A list of blocks of different heights with headings between them: as ratatui's `List`, but a block that does not fit
//! is shown as far as it does, headings are never selected, the list may turn pages, and blocks may be built only where
//! they are shown.

use crate::app::Target;
use crate::app::list_cursor::ListCursor;
use crate::ui::context::Interaction;
use crate::ui::theme::{Role, Theme};
use crate::ui::widgets::scroll_thumb::render_scroll_thumb;
use crate::ui::wrap::cells;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};
use ratatui::widgets::{StatefulWidget, Widget};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// A block of a list.
#[derive(Debug, Default)]
pub struct Block<'a> {
    /// Lines above the block that cannot be selected.
    pub heading: Vec<Line<'a>>,
    /// The block.
    pub text: Text<'a>,
    /// What a click on it means: the row with this index.
    pub row: usize,
}

impl<'a> Block<'a> {
    /// Creates a block without a heading.
    pub fn new(row: usize, text: impl Into<Text<'a>>) -> Self {
        Self { heading: Vec::new(), text: text.into(), row }
    }

    fn height(&self) -> u16 {
        cells(self.heading.len() + self.text.height())
    }
}

/// Blocks by their index.
pub trait Blocks<'a> {
    /// Returns how many there are.
    fn count(&self) -> usize;
    /// Returns a block. It is called once for each block that is measured or shown.
    fn build(&mut self, index: usize) -> Block<'a>;
}

impl<'a> Blocks<'a> for Vec<Block<'a>> {
    fn count(&self) -> usize {
        self.len()
    }

    fn build(&mut self, index: usize) -> Block<'a> {
        self.get_mut(index).map(std::mem::take).unwrap_or_default()
    }
}

/// A count and a function: a block is built only where it is measured or shown, for the list may be long.
impl<'a, F: FnMut(usize) -> Block<'a>> Blocks<'a> for (usize, F) {
    fn count(&self) -> usize {
        self.0
    }

    fn build(&mut self, index: usize) -> Block<'a> {
        (self.1)(index)
    }
}

/// How a list follows its selection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scrolling {
    /// As few rows as possible move.
    #[default]
    Least,
    /// Where the selection leaves the list downwards, a page is turned.
    Pages,
}

/// A list of blocks, one of them selected.
pub struct BlockList<'a, B = Vec<Block<'a>>> {
    /// The blocks.
    pub blocks: B,
    /// The index of the selected block; without one, nothing is highlighted, and the cursor's stays in sight.
    pub selected: Option<usize>,
    /// Which block comes first; the list keeps its offset there.
    pub cursor: &'a ListCursor,
    /// How it scrolls.
    pub scrolling: Scrolling,
    /// The colours.
    pub theme: Theme,
}

impl<'a, B: Blocks<'a>> BlockList<'a, B> {
    /// Creates a list whose cursor is at the selected block.
    pub fn new(blocks: B, cursor: &'a ListCursor, theme: Theme) -> Self {
        Self { blocks, selected: Some(cursor.selected), cursor, scrolling: Scrolling::Least, theme }
    }
}

impl<'a, B: Blocks<'a>> StatefulWidget for BlockList<'a, B> {
    type State = Interaction;

    fn render(self, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let count = self.blocks.count();
        let built = RefCell::new((self.blocks, BTreeMap::new()));
        let height = |index| {
            let (blocks, built) = &mut *built.borrow_mut();
            built.entry(index).or_insert_with(|| blocks.build(index)).height()
        };
        let follow = match self.scrolling {
            Scrolling::Least => window,
            Scrolling::Pages => page,
        };
        let offset = self.cursor.offset.get().min(count);
        let first = follow(offset, self.selected.unwrap_or(self.cursor.selected), count, area.height, &height);
        self.cursor.offset.set(first);
        let (mut blocks, mut built) = built.into_inner();
        let (mut rest, mut shown) = (area, 0);
        for index in first..count {
            let block = built.remove(&index).unwrap_or_else(|| blocks.build(index));
            // The selected block comes before its heading where there is not room for both.
            let is_selected = Some(index) == self.selected;
            let hidden = if is_selected { block.height().saturating_sub(rest.height) } else { 0 };
            for line in block.heading.into_iter().skip(usize::from(hidden)) {
                line.render(rest, buf);
                rest = below(rest, 1);
            }
            let place = Rect { height: rest.height.min(cells(block.text.height())), ..rest };
            if place.is_empty() {
                break;
            }
            block.text.render(place, buf);
            if is_selected {
                buf.set_style(place, self.theme.style(Role::Cursor));
                out.set_cursor(place);
            }
            out.clicks.add(place, Target::Row(block.row));
            rest = below(rest, place.height);
            shown += 1;
        }
        render_scroll_thumb(self.theme, count, first, shown, area, buf);
    }
}

/// Returns what is left of an area under so many rows.
fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}

/// Returns the first block to show, so that the block at `cursor` is whole, the one before it still in sight, and as
/// little as possible moves. `height` gives the rows of a block, of which there are `len`.
pub fn window(top: usize, cursor: usize, len: usize, rows: u16, height: &dyn Fn(usize) -> u16) -> usize {
    if len == 0 {
        return 0;
    }
    let cursor = cursor.min(len - 1);
    let least = top.min(cursor.saturating_sub(1));
    let ahead = u16::from(cursor + 1 < len);
    let mut first = cursor;
    let mut used = height(cursor).saturating_add(ahead);
    while first > least && used.saturating_add(height(first - 1)) <= rows {
        first -= 1;
        used = used.saturating_add(height(first));
    }
    // Blocks at the end leave no rows unused while there are blocks above.
    let mut whole = used - ahead;
    for below in cursor + 1..len {
        if whole >= rows {
            break;
        }
        whole = whole.saturating_add(height(below));
    }
    while first > 0 && whole.saturating_add(height(first - 1)) <= rows {
        first -= 1;
        whole = whole.saturating_add(height(first));
    }
    first
}
/// As [`window`], but where the cursor runs out of it downwards, a page is turned: the block before the cursor, in sight
/// as ever, is then the first, and what comes next can be read ahead. In between nothing moves.
pub fn page(top: usize, cursor: usize, len: usize, rows: u16, height: &dyn Fn(usize) -> u16) -> usize {
    let first = window(top, cursor, len, rows, height);
    if first > top { window(cursor.saturating_sub(1), cursor, len, rows, height) } else { first }
}
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_moves_only_as_far_as_it_must() {
        let one = |_| 1;
        for (top, cursor, len, rows, first) in [
            (0, 0, 10, 5, 0),
            (0, 3, 10, 5, 0),
            (0, 4, 10, 5, 1),
            (4, 3, 10, 5, 2),
            (0, 9, 10, 5, 5),
            (9, 9, 10, 5, 5),
            (0, 0, 0, 5, 0),
            (0, 2, 3, 5, 0),
            (3, 50, 4, 0, 3),
            (5, 5, 10, 1, 5),
        ] {
            assert_eq!(window(top, cursor, len, rows, &one), first, "{top} {cursor} {len} {rows}");
        }
        assert_eq!(window(0, 3, 6, 5, &|_| 2), 2);
        assert_eq!(window(0, 1, 6, 1, &|_| 9), 1);
    }

    #[test]
    fn a_page_is_turned_only_where_the_cursor_runs_out_of_it_downwards() {
        let walk = |cursors: &[usize], rows, height: fn(usize) -> u16| {
            let mut top = 0;
            let step = |&cursor| {
                top = page(top, cursor, 12, rows, &height);
                top
            };
            cursors.iter().map(step).collect::<Vec<usize>>()
        };
        let down: Vec<usize> = (0..12).collect();
        assert_eq!(walk(&down, 5, |_| 1), [0, 0, 0, 0, 3, 3, 3, 6, 6, 6, 7, 7], "the last page is full");
        assert_eq!(walk(&[11, 9, 8, 7, 6, 5, 0], 5, |_| 1), [7, 7, 7, 6, 5, 4, 0], "upwards row by row");
        assert_eq!(
            walk(&down[..6], 5, |at| 1 + u16::from(at % 2 == 1)),
            [0, 0, 0, 2, 2, 4],
            "blocks of one row and two"
        );
        assert_eq!(walk(&down[..4], 1, |_| 1), [0, 1, 2, 3]);
    }
}
