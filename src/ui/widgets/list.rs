//! Lists: which of their blocks are on the screen (those around the cursor, without a jump between two frames), and the
//! plain kinds of them.

use crate::app::Target;
use crate::app::list_cursor::ListCursor;
use crate::ui::canvas::Canvas;
use crate::ui::theme::{Glyph, Role};
use ratatui::layout::Rect;

/// Returns the first block to show, so that the block at `cursor` is whole, the one before it still in sight, and as
/// little as possible moves. `height` gives the rows of a block, of which there are `len`.
pub fn window(top: usize, cursor: usize, len: usize, rows: u16, height: impl Fn(usize) -> u16) -> usize {
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
pub fn page(top: usize, cursor: usize, len: usize, rows: u16, height: impl Fn(usize) -> u16) -> usize {
    let first = window(top, cursor, len, rows, &height);
    if first > top { window(cursor.saturating_sub(1), cursor, len, rows, height) } else { first }
}

/// Draws a list, something short at the right of each row; returns the row after it.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, cursor: &ListCursor, rows: &[(String, String)]) -> u16 {
    let top = window(cursor.offset.get(), cursor.selected, rows.len(), area.height, |_| 1);
    cursor.offset.set(top);
    let mut y = area.y;
    for (index, (text, right)) in rows.iter().enumerate().skip(top) {
        if y >= area.bottom() {
            break;
        }
        let line = Rect { x: area.x + 1, y, width: area.width.saturating_sub(2), height: 1 };
        let end = canvas.right(line.right(), y, right, Role::Quiet);
        canvas.text(line.x + 2, y, end.saturating_sub(line.x + 3), text, Role::Text);
        if index == cursor.selected {
            canvas.restyle(line, Role::Cursor);
            canvas.text(line.x, y, 1, canvas.glyph(Glyph::Cursor), Role::Cursor);
            canvas.park(line.x, y);
        }
        canvas.click(line, Target::Row(index));
        y += 1;
    }
    y
}

/// A row of a list of pairs: a title, and under it what there is to say, in its role.
pub type Pair = (String, String, Role);

/// The rows that a pair takes.
const PAIR: u16 = 2;

/// Draws a list whose rows have a second line each, over the whole width of an area.
pub fn pairs(canvas: &mut Canvas<'_>, area: Rect, cursor: &ListCursor, rows: &[Pair]) {
    let top = window(cursor.offset.get(), cursor.selected, rows.len(), area.height / PAIR, |_| 1);
    cursor.offset.set(top);
    let places = (area.y..area.bottom()).step_by(usize::from(PAIR));
    for ((index, (title, detail, role)), y) in rows.iter().enumerate().skip(top).zip(places) {
        let line = Rect { y, height: 1, ..area };
        let room = line.width.saturating_sub(2);
        canvas.text(line.x + 2, y, room, title, Role::Title);
        if y + 1 < area.bottom() {
            canvas.text(line.x + 2, y + 1, room, detail, *role);
        }
        if index == cursor.selected {
            canvas.restyle(line, Role::Cursor);
            canvas.text(line.x, y, 1, canvas.glyph(Glyph::Cursor), Role::Cursor);
            canvas.park(line.x, y);
        }
        canvas.click(Rect { height: PAIR, ..line }, Target::Row(index));
    }
}
