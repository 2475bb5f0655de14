//! A multiset whose memory grows with the number of distinct values, not of values added.

use std::borrow::Cow;

/// Values, each with the number of times that it was added. Exact, and independent of the order of additions.
#[derive(Clone, Debug)]
pub struct Multiset<T> {
    entries: Vec<(T, u32)>,
    /// The length of the prefix that is sorted and free of duplicates.
    compacted_len: usize,
}

impl<T> Default for Multiset<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), compacted_len: 0 }
    }
}

impl<T: Copy + Ord> Multiset<T> {
    /// Adds a value.
    pub fn add(&mut self, value: T) {
        self.add_times(value, 1);
    }

    /// Adds the values of another.
    pub fn merge(&mut self, other: &Self) {
        if self.entries.is_empty() {
            self.clone_from(other);
            return;
        }
        other.entries.iter().for_each(|(value, times)| self.add_times(*value, *times));
    }

    /// Adds a value several times. Compacts when full, and reserves only if that freed little room, which keeps the
    /// amortized cost small.
    fn add_times(&mut self, value: T, times: u32) {
        let compacted = self.entries.get_mut(..self.compacted_len).unwrap_or_default();
        let known = compacted.binary_search_by(|(known, _)| known.cmp(&value));
        if let Some((_, known)) = known.ok().and_then(|place| compacted.get_mut(place)) {
            *known = known.saturating_add(times);
            return;
        }
        if self.entries.len() == self.entries.capacity() {
            self.compact();
            let room = (2 * self.entries.len()).max(1);
            if self.entries.capacity() < room {
                self.entries.reserve_exact(room - self.entries.len());
            }
        }
        self.entries.push((value, times));
    }

    /// Replaces each value by another.
    pub fn replace(&mut self, new: impl Fn(T) -> T) {
        self.entries.iter_mut().for_each(|(value, _)| *value = new(*value));
        self.compacted_len = 0;
    }

    /// Sorts, and merges equal values. Call it after the last addition: [`Multiset::compacted`] then need not copy.
    pub fn compact(&mut self) {
        if self.compacted_len == self.entries.len() {
            return;
        }
        // The stable sort is fast on the prefix already sorted.
        self.entries.sort_by_key(|(value, _)| *value);
        self.entries.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 = kept.1.saturating_add(next.1);
            }
            same
        });
        self.compacted_len = self.entries.len();
    }

    /// Returns the values in order, each once.
    pub fn compacted(&self) -> Cow<'_, [(T, u32)]> {
        if self.compacted_len == self.entries.len() {
            return Cow::Borrowed(&self.entries);
        }
        let mut copy = self.clone();
        copy.compact();
        Cow::Owned(copy.entries)
    }

    /// Returns the values in no order. A value may occur several times.
    pub fn iter(&self) -> impl Iterator<Item = (T, u64)> {
        self.entries.iter().map(|(value, times)| (*value, u64::from(*times)))
    }

    /// Returns the number of values added.
    pub fn n(&self) -> u64 {
        self.iter().map(|(_, times)| times).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_grows_with_distinct_values_alone() {
        let mut numbers = Multiset::default();
        (0..10_000_u32).for_each(|n| numbers.add(n * 37 % 19));
        assert!(numbers.entries.capacity() <= 64, "19 numbers take {} places", numbers.entries.capacity());
        let mut twice = Multiset::default();
        twice.merge(&numbers);
        twice.merge(&numbers);
        twice.compact();
        assert_eq!((twice.n(), twice.entries.len()), (20_000, 19));
        twice.replace(|n| n / 10);
        assert_eq!(twice.compacted().iter().map(|(n, _)| *n).collect::<Vec<_>>(), [0, 1]);
        assert_eq!(twice.n(), 20_000);
    }
}
