//! How often observers differ on whether an item could be observed: one observed it, the other did not.
//!
//! This is apart from the agreement on what was observed, which leaves such pairs out.

use super::CONFIDENCE;
use super::figures::{Against, Figure, ObservedByOne};
use super::ratings::{Rated, Ratings};
use crate::stats::{Confidence, Count, Interval, float_u64, share_over_clusters};

/// Observers differ too often for certain if the lower limit of the share exceeds this.
pub const TOO_OFTEN: f64 = 0.2;

/// Pairs of one item and meeting, or of several.
#[derive(Clone, Copy, Default)]
struct Pairs {
    /// Those in which only one side observed it.
    by_one: u64,
    /// Those in which at least one did.
    all: u64,
    /// How many pairs without a common observer there are.
    independent: u64,
}

/// Computes the figure for one item.
pub fn of_item(ratings: &Ratings, rated: &Rated) -> ObservedByOne {
    let by_meeting: Vec<Pairs> = (0..ratings.meetings).map(|meeting| pairs(ratings, rated, meeting)).collect();
    estimate(&by_meeting, ratings.items.len())
}

/// Computes the figure over all items.
pub fn of_all_items(ratings: &Ratings) -> ObservedByOne {
    let in_meeting = |meeting: usize| {
        let items = ratings.items.iter().map(|rated| pairs(ratings, rated, meeting));
        items.fold(Pairs::default(), |sum, one| Pairs {
            by_one: sum.by_one + one.by_one,
            all: sum.all + one.all,
            independent: sum.independent + one.independent,
        })
    };
    let by_meeting: Vec<Pairs> = (0..ratings.meetings).map(in_meeting).collect();
    estimate(&by_meeting, ratings.items.len())
}

/// Counts the pairs of an item and meeting: of observers, or of an observer and the reference.
fn pairs(ratings: &Ratings, rated: &Rated, meeting: usize) -> Pairs {
    let present = ratings.attendance.get(meeting).copied().unwrap_or_default() as u64;
    let observed = rated.observed(meeting) as u64;
    let missing = present - observed;
    let (by_one, all, independent) = match ratings.against {
        Against::Others if observed == 0 => (0, 0, 0),
        Against::Others => {
            let by_one = observed * missing;
            (by_one, by_one + observed * (observed - 1) / 2, present / 2)
        }
        Against::Reference if !ratings.referenced.get(meeting).copied().unwrap_or_default() => (0, 0, 0),
        Against::Reference if rated.expected.get(meeting).is_some_and(Option::is_some) => (missing, present, present),
        Against::Reference => (observed, observed, observed),
    };
    Pairs { by_one, all, independent }
}

/// Estimates the share. The claims about single items and about all together are one family (Bonferroni).
fn estimate(by_meeting: &[Pairs], items: usize) -> ObservedByOne {
    let count = |pairs: &Pairs| Count { successes: float_u64(pairs.by_one), n: pairs.all };
    let counts: Vec<Count> = by_meeting.iter().map(count).collect();
    let (n, independent) = by_meeting.iter().fold((0, 0), |(n, free), pairs| (n + pairs.all, free + pairs.independent));
    let share = match share_over_clusters(&counts, independent, CONFIDENCE) {
        Ok((share, interval)) => Figure::new(share, interval, n),
        Err(why) => Figure::undefined(why),
    };
    let claims = super::float(items + 1);
    let careful = Confidence::new(1.0 - (1.0 - CONFIDENCE.level()) / claims).unwrap_or(CONFIDENCE);
    let certain = share_over_clusters(&counts, independent, careful).and_then(|(_, interval)| interval);
    let exceeds = |interval: Interval| interval.lower > TOO_OFTEN;
    ObservedByOne { n, too_often: share.lower.is_some() && certain.is_ok_and(exceeds), share }
}
