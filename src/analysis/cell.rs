//! The visits of one key, site, kind and month, and what is counted of them. Everything here can be put together in
//! any order.

use super::spread::Spread;
use crate::stats::Count;
use crate::visit::Kind;

/// Whose visits a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CellKey {
    /// The number of the key's values, of the dimensions that part visits.
    pub by: u32,
    /// The number of the site.
    pub site: u32,
    /// The kind.
    pub kind: Kind,
    /// The month, counted from year 0: `12 * year + month - 1`.
    pub month: i32,
    /// Whether in the later period, where a day was named.
    pub later: bool,
}

/// The visits of a cell.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// How many.
    pub visits: u64,
    /// In how many a critical item failed.
    pub failed_critical: u64,
    /// Their scores.
    pub percents: Spread,
    /// The scores of their parts, in the order of [`super::sheet::Sheet::parts`]; parts at the end may be missing.
    pub parts: Vec<Spread>,
    /// In how many a critical item of each part failed; parts at the end may be missing.
    pub failed_parts: Vec<u64>,
    /// The judgements, in the order of [`super::sheet::Sheet::items`]; items at the end may be missing.
    pub items: Vec<Judgements>,
}

/// Judgements counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Judgements {
    /// Answers `yes`.
    pub yes: u64,
    /// Answers `partly`.
    pub partly: u64,
    /// Answers `no`.
    pub no: u64,
    /// Not applicable, not observed or unanswered.
    pub left_out: u64,
}

/// Where a waiting time belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct WaitKey {
    /// The number of the key's values.
    pub by: u32,
    /// The number of the site.
    pub site: u32,
    /// The place of the item in [`super::sheet::Sheet::items`].
    pub item: u32,
}

/// A waiting time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wait {
    /// It happened, after so many milliseconds.
    Came(u32),
    /// It had not happened after so many milliseconds, when the visit ended.
    Never(u32),
    /// The timer was not answered, or set aside.
    LeftOut,
}

/// Whose judgements: those of the visits of a site that had one outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OutcomeKey {
    /// The number of the site.
    pub site: u32,
    /// The bits of the outcome.
    pub outcome: u64,
}

/// A judgement.
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
    /// Adds one, `None` being what leaves the count.
    pub fn add(&mut self, judged: Option<Judged>) {
        match judged {
            Some(Judged::Yes) => self.yes += 1,
            Some(Judged::Partly) => self.partly += 1,
            Some(Judged::No) => self.no += 1,
            None => self.left_out += 1,
        }
    }

    /// Adds others.
    pub fn take(&mut self, other: &Self) {
        self.yes += other.yes;
        self.partly += other.partly;
        self.no += other.no;
        self.left_out += other.left_out;
    }

    /// Gives how many judgements there are.
    pub fn n(&self) -> u64 {
        self.yes + self.partly + self.no
    }

    /// Gives them as a count of successes, `partly` being half of one.
    pub fn count(&self) -> Count {
        #[expect(clippy::cast_precision_loss, reason = "answers are fewer than 2^53")]
        let successes = self.yes as f64 + self.partly as f64 / 2.0;
        Count { successes, n: self.n() }
    }
}

impl Cell {
    /// Adds the visits of another cell, whose items and parts have these places here.
    pub fn take(&mut self, other: &Self, items: &[usize], parts: &[usize]) {
        self.visits += other.visits;
        self.failed_critical += other.failed_critical;
        self.percents.take(&other.percents);
        for (counts, place) in other.items.iter().zip(items) {
            at(&mut self.items, *place).take(counts);
        }
        for (spread, place) in other.parts.iter().zip(parts) {
            at(&mut self.parts, *place).take(spread);
        }
        for (failed, place) in other.failed_parts.iter().zip(parts) {
            *at(&mut self.failed_parts, *place) += failed;
        }
    }

    /// Makes what is asked of it cost less, once all visits are there.
    pub fn settle(&mut self) {
        self.percents.settle();
        self.parts.iter_mut().for_each(Spread::settle);
    }
}

/// Gives what is at a place, making room for it.
pub fn at<T: Default + Clone>(list: &mut Vec<T>, place: usize) -> &mut T {
    if list.len() <= place {
        list.resize(place + 1, T::default());
    }
    #[expect(clippy::indexing_slicing, reason = "the line above made room")]
    &mut list[place]
}
