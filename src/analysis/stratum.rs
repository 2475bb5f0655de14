//! Counts of the visits that share one key, site, kind and month. Every type here merges in any order.

use super::answers::Number;
use super::multiset::Multiset;
use super::newest::Newest;
use super::score_distribution::ScoreDistribution;
use crate::stats::Count;
use crate::visit::Kind;
use crate::visit::record::Record;
use jiff::civil::Date;
use std::cmp::Reverse;

/// What the visits of a stratum have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct StratumKey {
    /// The interned values of the `by` dimensions that group visits.
    pub by: u32,
    /// The interned site.
    pub site: u32,
    /// The kind of visit.
    pub kind: Kind,
    /// The month number: `12 * year + month - 1`.
    pub month: i32,
    /// Whether the visits are in the later period; false where the plan names no first day.
    pub later: bool,
}

/// The counts of one stratum.
#[derive(Clone, Debug, Default)]
pub struct Stratum {
    /// The number of visits.
    pub visits: u64,
    /// The number of visits in which a critical item failed.
    pub failed_critical: u64,
    /// The scores of whole visits.
    pub scores: ScoreDistribution,
    /// The scores of each part, indexed as [`super::checklist_counts::ChecklistCounts::parts`]; may be shorter.
    pub parts: Vec<ScoreDistribution>,
    /// The number of visits in which a critical item of each part failed; may be shorter.
    pub failed_parts: Vec<u64>,
    /// The judgements of each item, indexed as [`super::checklist_counts::ChecklistCounts::items`]; may be shorter.
    pub items: Vec<Judgements>,
    /// The outcomes of the visits.
    pub outcomes: Multiset<Number>,
}

/// Counts of judgements by answer. Most are small, and there is one for each item of each stratum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Judgements {
    /// Answers `yes`.
    pub yes: u32,
    /// Answers `partly`.
    pub partly: u32,
    /// Answers `no`.
    pub no: u32,
    /// Not applicable, not observed or unanswered.
    pub left_out: u32,
}

/// What the judgements of visits with an outcome have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OutcomeKey {
    /// The interned site.
    pub site: u32,
    /// The kind of visit.
    pub kind: Kind,
    /// The outcome, as [`f64::to_bits`].
    pub outcome: u64,
}

/// One judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Judged {
    /// `yes`.
    Yes,
    /// `partly`.
    Partly,
    /// `no`.
    No,
}

impl Judgements {
    /// Adds one judgement; `None` counts as left out.
    pub fn add(&mut self, judged: Option<Judged>) {
        match judged {
            Some(Judged::Yes) => self.yes += 1,
            Some(Judged::Partly) => self.partly += 1,
            Some(Judged::No) => self.no += 1,
            None => self.left_out += 1,
        }
    }

    /// Adds the counts of another.
    pub fn merge(&mut self, other: &Self) {
        self.yes += other.yes;
        self.partly += other.partly;
        self.no += other.no;
        self.left_out += other.left_out;
    }

    /// Returns the number of judgements, without those left out.
    pub fn n(&self) -> u64 {
        u64::from(self.yes) + u64::from(self.partly) + u64::from(self.no)
    }

    /// Returns the judgements as a count of successes, where `partly` is half a success.
    pub fn count(&self) -> Count {
        let successes = f64::from(self.yes) + f64::from(self.partly) / 2.0;
        Count { successes, n: self.n() }
    }
}

impl Stratum {
    /// Adds the visits of another stratum. `items` and `parts` map its indices to those of this one.
    pub fn merge(&mut self, other: &Self, items: &[usize], parts: &[usize]) {
        self.visits += other.visits;
        self.failed_critical += other.failed_critical;
        self.scores.merge(&other.scores);
        self.outcomes.merge(&other.outcomes);
        let needed = |indices: &[usize], len: usize| indices.iter().take(len).max().map_or(0, |last| last + 1);
        grow(&mut self.items, needed(items, other.items.len()));
        grow(&mut self.parts, needed(parts, other.parts.len()));
        for (counts, index) in other.items.iter().zip(items) {
            get_or_grow(&mut self.items, *index).merge(counts);
        }
        for (scores, index) in other.parts.iter().zip(parts) {
            get_or_grow(&mut self.parts, *index).merge(scores);
        }
        for (failed, index) in other.failed_parts.iter().zip(parts) {
            *get_or_grow(&mut self.failed_parts, *index) += failed;
        }
    }

    /// Sorts and merges equal scores; call after the last merge.
    pub fn compact(&mut self) {
        self.scores.compact();
        self.outcomes.compact();
        self.parts.iter_mut().for_each(ScoreDistribution::compact);
    }
}

/// The most visits with a failed critical item that are named.
pub const MAX_NAMED: usize = 100;

/// What the visits that failed an item have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FailureKey {
    /// The kind of visit.
    pub kind: Kind,
    /// The interned site.
    pub site: u32,
    /// The index of the item.
    pub item: u32,
}

/// The visits that failed an item at a site; the newest by date and id.
pub type Failures = Newest<(Reverse<Date>, Box<str>), MAX_NAMED>;

/// Adds a visit that failed an item.
pub fn add_failure(failures: &mut Failures, record: &Record<'_>) {
    let date = Reverse(record.date);
    failures.add(|(last, id)| (date, &*record.id) > (*last, &**id), || (date, (&*record.id).into()));
}

/// Grows a list with defaults to a length, and to no more: there are many short lists.
pub fn grow<T: Default + Clone>(list: &mut Vec<T>, len: usize) {
    list.reserve_exact(len.saturating_sub(list.len()));
    list.resize(len.max(list.len()), T::default());
}

/// Returns the element at an index, growing the list with defaults if it is too short.
pub fn get_or_grow<T: Default + Clone>(list: &mut Vec<T>, index: usize) -> &mut T {
    if list.len() <= index {
        list.resize(index + 1, T::default());
    }
    #[expect(clippy::indexing_slicing, reason = "the line above made room")]
    &mut list[index]
}
