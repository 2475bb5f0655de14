//! How points are spread over visits: exact, whatever the order in which they came.

use std::borrow::Cow;

/// Points and possible points of visits, equal ones counted together. Holds about as many entries as there are
/// different scores, however many visits.
#[derive(Clone, Debug, Default)]
pub struct Spread {
    entries: Vec<Entry>,
    /// So many entries, from the first, are in order and none twice.
    settled: usize,
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

impl Spread {
    /// Adds a visit; one without possible points, or whose percent no float holds, does not count.
    pub fn add(&mut self, points: f64, possible: f64) {
        let entry = Entry { points, possible, visits: 1 };
        if possible > 0.0 && possible.is_finite() && entry.percent().is_finite() {
            self.push(entry);
        }
    }

    /// Adds the visits of another.
    pub fn take(&mut self, other: &Self) {
        self.entries.extend_from_slice(&other.entries);
        if self.entries.len() > 2 * self.settled {
            self.settle();
        }
    }

    /// Puts equal ones together whenever it is full, and grows where that leaves little room: sorting then costs
    /// little for each visit.
    fn push(&mut self, entry: Entry) {
        if self.entries.len() == self.entries.capacity() {
            self.settle();
            if self.entries.len() * 2 > self.entries.capacity() {
                self.entries.reserve_exact(self.entries.len());
            }
        }
        self.entries.push(entry);
    }

    /// Puts equal ones together, in order of points. What is asked of a spread afterwards costs less.
    pub fn settle(&mut self) {
        if self.settled == self.entries.len() {
            return;
        }
        // A stable sort goes on from what is in order.
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
        self.settled = self.entries.len();
    }

    fn settled(&self) -> Cow<'_, [Entry]> {
        if self.settled == self.entries.len() {
            return Cow::Borrowed(&self.entries);
        }
        let mut settled = self.clone();
        settled.settle();
        Cow::Owned(settled.entries)
    }

    /// Gives how many visits there are.
    pub fn visits(&self) -> u64 {
        self.entries.iter().map(|entry| entry.visits).sum()
    }

    /// Gives each visit's percent, in order of points.
    pub fn percents(&self) -> Vec<f64> {
        let times = |entry: &Entry| usize::try_from(entry.visits).unwrap_or(usize::MAX);
        self.settled().iter().flat_map(|entry| std::iter::repeat_n(entry.percent(), times(entry))).collect()
    }

    /// Gives the sum of the visits' percents.
    pub fn percent_sum(&self) -> f64 {
        self.settled().iter().map(|entry| entry.times(entry.percent())).sum()
    }

    /// Gives the points and the possible points of all visits together.
    pub fn sums(&self) -> (f64, f64) {
        let entries = self.settled();
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
        let mut forward = Spread::default();
        for (points, possible) in &visits {
            forward.add(*points, *possible);
        }
        let (mut one, mut backward) = (Spread::default(), Spread::default());
        visits[..123].iter().rev().for_each(|(points, possible)| one.add(*points, *possible));
        visits[123..].iter().rev().for_each(|(points, possible)| backward.add(*points, *possible));
        backward.take(&one);
        assert_eq!(forward.visits(), 500);
        assert_eq!(forward.percents(), backward.percents());
        assert_eq!(forward.sums(), backward.sums());
        assert_eq!(forward.percent_sum().to_bits(), backward.percent_sum().to_bits());
        assert!(forward.entries.capacity() <= 128, "57 scores take {} places", forward.entries.capacity());
    }

    #[test]
    fn what_has_no_percent_does_not_count() {
        let mut spread = Spread::default();
        for (points, possible) in
            [(0.0, 0.0), (1.0, 0.0), (1.0, -2.0), (1e308, 1.0), (f64::NAN, 1.0), (1.0, f64::NAN), (0.0, f64::INFINITY)]
        {
            spread.add(points, possible);
        }
        assert_eq!((spread.visits(), spread.sums()), (0, (0.0, 0.0)));
        spread.add(3.0, 2.0);
        assert_eq!((spread.visits(), spread.percents()), (1, vec![150.0]));
    }
}
