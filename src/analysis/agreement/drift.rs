//! Drift: whether an observer's agreement changes over time.

use super::CONFIDENCE;
use super::figures::{Drift, Figure};
use super::items::count;
use super::ratings::Ratings;
use crate::stats::{Confidence, newcombe};

/// Compares the first half of an observer's meetings with the second. The change is certain at the level `careful`.
/// Meetings in which nothing was compared do not count. `None` with a single meeting, or nothing to compare.
pub fn observer_drift(ratings: &Ratings, observer: usize, careful: Confidence) -> Option<Drift> {
    let seen = ratings.seen.get(observer)?.iter().copied();
    let seen: Vec<usize> = seen.filter(|meeting| agreed(ratings, observer, &[*meeting]).1 > 0).collect();
    let (early, late) = seen.split_at(seen.len() / 2);
    let (early, early_n) = agreed(ratings, observer, early);
    let (late, late_n) = agreed(ratings, observer, late);
    let found = newcombe(count(late, late_n), count(early, early_n), CONFIDENCE).ok()?;
    let difference = Figure::new(found.difference, Ok(found.interval), early_n.min(late_n));
    let certain = newcombe(count(late, late_n), count(early, early_n), careful).ok()?.interval;
    let share = |successes, n| super::float_u64(successes) / super::float_u64(n);
    Some(Drift {
        early_n,
        early: share(early, early_n),
        late_n,
        late: share(late, late_n),
        difference,
        certain: difference.lower.is_some() && (certain.lower > 0.0 || certain.upper < 0.0),
    })
}

fn agreed(ratings: &Ratings, observer: usize, meetings: &[usize]) -> (u64, u64) {
    let compared = ratings
        .compared(observer)
        .filter(|(rated, meeting, ..)| ratings.is_categorical(rated) && meetings.contains(meeting));
    compared.fold((0, 0), |(agreed, n), (_, _, given, expected)| (agreed + u64::from(given == expected), n + 1))
}
