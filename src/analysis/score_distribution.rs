//! The distribution of visit scores, exact and independent of the order of visits.

use std::borrow::Cow;

/// A multiset of (points, possible points), one pair per visit. Equal pairs share one entry, so that memory grows with
/// the number of distinct scores, not of visits.
#[derive(Clone, Debug, Default)]
pub struct ScoreDistribution {
    entries: Vec<Entry>,
    /// The length of the prefix that is sorted and free of duplicates.
    compacted_len: usize,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    points: f64,
    possible: f64,
    visits: u64,
}

impl Entry {
    fn percent(&self) -> f64 {
        100.0 * self.points / self.possible
    }

    #[expect(clippy::cast_precision_loss, reason = "visits are fewer than 2^53")]
    fn times(&self, value: f64) -> f64 {
        value * self.visits as f64
    }
}

impl ScoreDistribution {
    /// Adds a visit. Ignores one without possible points or without a finite percentage.
    pub fn add(&mut self, points: f64, possible: f64) {
        let entry = Entry { points, possible, visits: 1 };
        if possible > 0.0 && possible.is_finite() && entry.percent().is_finite() {
            self.push(entry);
        }
    }

    /// Adds the visits of another distribution.
    pub fn merge(&mut self, other: &Self) {
        self.entries.extend_from_slice(&other.entries);
        if self.entries.len() > 2 * self.compacted_len {
            self.compact();
        }
    }

    /// Compacts when full, and reserves only if that freed little room, which keeps the amortized cost per visit small.
    fn push(&mut self, entry: Entry) {
        if self.entries.len() == self.entries.capacity() {
            self.compact();
            if self.entries.len() * 2 > self.entries.capacity() {
                self.entries.reserve_exact(self.entries.len());
            }
        }
        self.entries.push(entry);
    }

    /// Sorts and merges equal scores. Call it after the last merge: the accessors then need not copy.
    pub fn compact(&mut self) {
        if self.compacted_len == self.entries.len() {
            return;
        }
        // The stable sort is fast on the prefix already sorted.
        self.entries
            .sort_by(|one, other| one.points.total_cmp(&other.points).then(one.possible.total_cmp(&other.possible)));
        self.entries.dedup_by(|next, kept| {
            let same =
                next.points.to_bits() == kept.points.to_bits() && next.possible.to_bits() == kept.possible.to_bits();
            if same {
                kept.visits += next.visits;
            }
            same
        });
        self.compacted_len = self.entries.len();
    }

    fn compacted(&self) -> Cow<'_, [Entry]> {
        if self.compacted_len == self.entries.len() {
            return Cow::Borrowed(&self.entries);
        }
        let mut copy = self.clone();
        copy.compact();
        Cow::Owned(copy.entries)
    }

    /// Returns the number of visits.
    pub fn visits(&self) -> u64 {
        self.entries.iter().map(|entry| entry.visits).sum()
    }

    /// Returns the percentage of each visit, in order of points.
    pub fn percents(&self) -> Vec<f64> {
        let times = |entry: &Entry| usize::try_from(entry.visits).unwrap_or(usize::MAX);
        self.compacted().iter().flat_map(|entry| std::iter::repeat_n(entry.percent(), times(entry))).collect()
    }

    /// Returns the number of visits with at least this percentage. Rounding of the last digits does not count.
    pub fn at_least(&self, percent: f64) -> u64 {
        let reaches = |entry: &&Entry| entry.percent() >= percent - 1e-9;
        self.entries.iter().filter(reaches).map(|entry| entry.visits).sum()
    }

    /// Returns the sum of the visits' percentages.
    pub fn percent_sum(&self) -> f64 {
        self.compacted().iter().map(|entry| entry.times(entry.percent())).sum()
    }

    /// Returns the total points and total possible points.
    pub fn sums(&self) -> (f64, f64) {
        let entries = self.compacted();
        let sum = |of: fn(&Entry) -> f64| entries.iter().map(|entry| entry.times(of(entry))).sum();
        (sum(|entry| entry.points), sum(|entry| entry.possible))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_visits_give_the_same_bits_in_any_order() {
        let visits: Vec<(f64, f64)> =
            (0..500_u32).map(|n| (f64::from(n * 37 % 19) * 0.1, 1.9 + f64::from(n % 3))).collect();
        let mut forward = ScoreDistribution::default();
        for (points, possible) in &visits {
            forward.add(*points, *possible);
        }
        let (mut one, mut backward) = (ScoreDistribution::default(), ScoreDistribution::default());
        visits[..123].iter().rev().for_each(|(points, possible)| one.add(*points, *possible));
        visits[123..].iter().rev().for_each(|(points, possible)| backward.add(*points, *possible));
        backward.merge(&one);
        assert_eq!(forward.visits(), 500);
        assert_eq!(forward.percents(), backward.percents());
        assert_eq!(forward.sums(), backward.sums());
        assert_eq!(forward.percent_sum().to_bits(), backward.percent_sum().to_bits());
        assert!(forward.entries.capacity() <= 128, "57 scores take {} places", forward.entries.capacity());
    }

    #[test]
    fn what_has_no_percent_does_not_count() {
        let mut scores = ScoreDistribution::default();
        for (points, possible) in
            [(0.0, 0.0), (1.0, 0.0), (1.0, -2.0), (1e308, 1.0), (f64::NAN, 1.0), (1.0, f64::NAN), (0.0, f64::INFINITY)]
        {
            scores.add(points, possible);
        }
        assert_eq!((scores.visits(), scores.sums()), (0, (0.0, 0.0)));
        scores.add(3.0, 2.0);
        assert_eq!((scores.visits(), scores.percents()), (1, vec![150.0]));
    }
}
