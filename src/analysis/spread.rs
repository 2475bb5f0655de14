//! How points are spread over visits: exact, whatever the order in which they came.

/// Points and possible points of visits, equal ones counted together. Holds about as many entries as there are
/// different scores, however many visits.
#[derive(Clone, Debug, Default)]
pub struct Spread {
    /// In order and without doubles up to `sorted`; as they came behind it.
    entries: Vec<Entry>,
    sorted: usize,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    points: f64,
    possible: f64,
    visits: u64,
}

impl Spread {
    /// Adds a visit. Both are finite, and `possible` is above 0.
    pub fn add(&mut self, points: f64, possible: f64) {
        self.push(Entry { points, possible, visits: 1 });
    }

    /// Adds the visits of another.
    pub fn take(&mut self, other: &Self) {
        other.entries.iter().for_each(|entry| self.push(*entry));
    }

    fn push(&mut self, entry: Entry) {
        // Only where it would grow: sorting then costs little for each visit.
        if self.entries.len() == self.entries.capacity() && self.entries.len() >= 32 {
            self.settle();
            self.entries.reserve(self.sorted.max(32));
        }
        self.entries.push(entry);
    }

    fn settle(&mut self) {
        self.entries.sort_unstable_by(|one, other| {
            one.points.total_cmp(&other.points).then(one.possible.total_cmp(&other.possible))
        });
        self.entries.dedup_by(|next, kept| {
            let same =
                next.points.to_bits() == kept.points.to_bits() && next.possible.to_bits() == kept.possible.to_bits();
            if same {
                kept.visits += next.visits;
            }
            same
        });
        self.sorted = self.entries.len();
    }

    fn settled(&self) -> Vec<Entry> {
        let mut settled = self.clone();
        settled.settle();
        settled.entries
    }

    /// Gives how many visits there are.
    #[must_use]
    pub fn visits(&self) -> u64 {
        self.entries.iter().map(|entry| entry.visits).sum()
    }

    /// Gives each visit's percent, in order of points.
    #[must_use]
    pub fn percents(&self) -> Vec<f64> {
        let percent = |entry: &Entry| 100.0 * entry.points / entry.possible;
        let times = |entry: &Entry| usize::try_from(entry.visits).unwrap_or(usize::MAX);
        self.settled().iter().flat_map(|entry| std::iter::repeat_n(percent(entry), times(entry))).collect()
    }

    /// Gives the points and the possible points of all visits together.
    #[must_use]
    pub fn sums(&self) -> (f64, f64) {
        #[expect(clippy::cast_precision_loss, reason = "visits are fewer than 2^53")]
        let sum = |of: fn(&Entry) -> f64, entries: &[Entry]| {
            entries.iter().map(|entry| of(entry) * entry.visits as f64).sum()
        };
        let entries = self.settled();
        (sum(|entry| entry.points, &entries), sum(|entry| entry.possible, &entries))
    }
}
