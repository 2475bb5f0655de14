//! How many of something there are, and the newest few of them, the same ones in whatever order they were added.

use std::collections::BTreeSet;

/// A count, and the first `MOST` in order.
#[derive(Clone, Debug)]
pub struct Newest<T, const MOST: usize> {
    /// How many there are.
    pub count: u64,
    /// The first ones.
    pub newest: BTreeSet<T>,
}

impl<T, const MOST: usize> Default for Newest<T, MOST> {
    fn default() -> Self {
        Self { count: 0, newest: BTreeSet::new() }
    }
}

impl<T: Ord, const MOST: usize> Newest<T, MOST> {
    /// Counts one, and holds it if it is among the first. It is made only if `comes_after` does not say that it comes after
    /// the last one held, for which there is then no room.
    pub fn add(&mut self, comes_after: impl Fn(&T) -> bool, make: impl FnOnce() -> T) {
        self.count += 1;
        if self.newest.len() < MOST || !self.newest.last().is_some_and(comes_after) {
            self.newest.insert(make());
            self.trim();
        }
    }

    /// Adds others.
    pub fn merge(&mut self, other: Self) {
        self.count += other.count;
        self.newest.extend(other.newest);
        self.trim();
    }

    fn trim(&mut self) {
        while self.newest.len() > MOST {
            self.newest.pop_last();
        }
    }
}
