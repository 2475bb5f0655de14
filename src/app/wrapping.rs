//! Values that the arrow keys go through, wrapping around at both ends.

/// Returns the index one place before or after another among `len`.
pub fn wrapping_index(at: usize, by: isize, len: usize) -> usize {
    (at + len).saturating_add_signed(by) % len.max(1)
}

/// Returns the value one place before or after another; the first one if that is not among them.
pub fn neighbour<T: Copy + PartialEq>(all: &[T], now: T, by: isize) -> T {
    let at = all.iter().position(|value| *value == now).unwrap_or(0);
    all.get(wrapping_index(at, by, all.len())).copied().unwrap_or(now)
}
