//! A list of blocks of different heights with headings between them: as ratatui's `List`, but a block that does not fit
//! is shown as far as it does, headings are never selected, and the list may turn pages.

use crate::app::Target;
use crate::app::list_cursor::ListCursor;
use crate::ui::context::Interaction;
use crate::ui::theme::{Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};
use ratatui::widgets::{StatefulWidget, Widget};

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

impl Block<'_> {
    fn height(&self) -> u16 {
        u16::try_from(self.heading.len() + self.text.height()).unwrap_or(u16::MAX)
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
pub struct BlockList<'a> {
    /// The blocks.
    pub blocks: Vec<Block<'a>>,
    /// The index of the selected block; without one, nothing is highlighted.
    pub selected: Option<usize>,
    /// Which block comes first; the list keeps its offset there.
    pub cursor: &'a ListCursor,
    /// How it scrolls.
    pub scrolling: Scrolling,
    /// The colours.
    pub theme: Theme,
}

impl<'a> BlockList<'a> {
    /// Creates a list of which the block under the cursor is selected.
    #[must_use]
    pub fn new(blocks: Vec<Block<'a>>, cursor: &'a ListCursor, theme: Theme) -> Self {
        let selected = blocks.len().checked_sub(1).map(|last| cursor.selected.min(last));
        Self { blocks, selected, cursor, scrolling: Scrolling::Least, theme }
    }
}

impl StatefulWidget for BlockList<'_> {
    type State = Interaction;

    fn render(self, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let height = |index: usize| self.blocks.get(index).map_or(1, Block::height);
        let follow = match self.scrolling {
            Scrolling::Least => window,
            Scrolling::Pages => page,
        };
        let offset = self.cursor.offset.get().min(self.blocks.len());
        let first = follow(offset, self.selected.unwrap_or(offset), self.blocks.len(), area.height, &height);
        self.cursor.offset.set(first);
        let mut rest = area;
        for (index, block) in self.blocks.into_iter().enumerate().skip(first) {
            for line in block.heading {
                line.render(rest, buf);
                rest = below(rest, 1);
            }
            let place =
                Rect { height: rest.height.min(u16::try_from(block.text.height()).unwrap_or(u16::MAX)), ..rest };
            if place.is_empty() {
                break;
            }
            block.text.render(place, buf);
            if Some(index) == self.selected {
                buf.set_style(place, self.theme.style(Role::Cursor));
                out.set_cursor(place);
            }
            out.clicks.add(place, Target::Row(block.row));
            rest = below(rest, place.height);
        }
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
