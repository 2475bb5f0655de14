//! How often observers differ on whether an item could be observed: one observed it, the other did not.
//!
//! This is apart from the agreement on what was observed, which leaves such pairs out.

use super::CONFIDENCE;
use super::figures::{Against, Figure, ObservedByOne};
use super::ratings::{Rated, Ratings};
use crate::stats::{Confidence, Count, Interval, float_u64, share_over_clusters};

/// Observers differ too often for certain if the lower limit of the share exceeds this.
pub const TOO_OFTEN: f64 = 0.2;

/// Computes the figure for one item.
pub fn of_item(ratings: &Ratings, rated: &Rated) -> ObservedByOne {
    let by_meeting: Vec<(u64, u64)> = (0..ratings.meetings).map(|meeting| pairs(ratings, rated, meeting)).collect();
    estimate(&by_meeting, ratings.items.len())
}

/// Computes the figure over all items.
pub fn of_all_items(ratings: &Ratings) -> ObservedByOne {
    let in_meeting = |meeting: usize| {
        let items = ratings.items.iter().map(|rated| pairs(ratings, rated, meeting));
        items.fold((0, 0), |(one, all), (by_one, pairs)| (one + by_one, all + pairs))
    };
    let by_meeting: Vec<(u64, u64)> = (0..ratings.meetings).map(in_meeting).collect();
    estimate(&by_meeting, ratings.items.len())
}

/// Counts the pairs in which only one side observed an item of a meeting, and those in which at least one did. Pairs
/// are of observers, or of an observer and the reference.
fn pairs(ratings: &Ratings, rated: &Rated, meeting: usize) -> (u64, u64) {
    let present = ratings.attendance.get(meeting).copied().unwrap_or_default() as u64;
    let observed = rated.observed(meeting) as u64;
    let missing = present - observed;
    match ratings.against {
        Against::Others => {
            let by_both = observed * observed.saturating_sub(1) / 2;
            (observed * missing, observed * missing + by_both)
        }
        Against::Reference if !ratings.referenced.get(meeting).copied().unwrap_or_default() => (0, 0),
        Against::Reference if rated.expected.get(meeting).is_some_and(Option::is_some) => (missing, present),
        Against::Reference => (observed, observed),
    }
}

fn estimate(by_meeting: &[(u64, u64)], items: usize) -> ObservedByOne {
    let counts: Vec<Count> = by_meeting.iter().map(|(one, n)| Count { successes: float_u64(*one), n: *n }).collect();
    let n = by_meeting.iter().map(|(_, n)| n).sum();
    let share = match share_over_clusters(&counts, CONFIDENCE) {
        Ok((share, interval)) => Figure::new(share, interval, n),
        Err(why) => Figure::undefined(why),
    };
    let claims = super::float(items + 1);
    let careful = Confidence::new(1.0 - (1.0 - CONFIDENCE.level()) / claims).unwrap_or(CONFIDENCE);
    let certain = share_over_clusters(&counts, careful).and_then(|(_, interval)| interval);
    let exceeds = |interval: Interval| interval.lower > TOO_OFTEN;
    ObservedByOne { n, too_often: share.lower.is_some() && certain.is_ok_and(exceeds), share }
}
