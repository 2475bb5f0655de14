//! Which blocks of a list are on the screen: those around the cursor, without a jump between two frames.

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
