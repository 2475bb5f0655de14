//! Times: which of two observers' times belong together, and how far apart those are.

use super::figures::{Against, Timing};
use super::ratings::{Rated, Ratings};
use crate::stats::{QuantileType, quantiles};

/// Matches times one to one: as many pairs as can be, none further apart than the tolerance. Both lists are in order;
/// gives positions in them.
pub fn matched(own: &[f64], other: &[f64], tolerance: f64) -> Vec<(usize, usize)> {
    let (mut pairs, mut i, mut j) = (Vec::new(), 0, 0);
    // The earliest that is left on either side has no better partner than the earliest it can reach.
    while let (Some(one), Some(two)) = (own.get(i), other.get(j)) {
        if (one - two).abs() <= tolerance {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if one < two {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// Counts how an observer's times match those of the reference, or else the middle ones of the others.
pub(super) fn of_observer(ratings: &Ratings, observer: usize, tolerance: f64) -> Timing {
    let mut timing = Timing::default();
    let mut late = Vec::new();
    for rated in &ratings.items {
        for meeting in ratings.seen.get(observer).into_iter().flatten() {
            let (own, other) = (time(rated, *meeting, observer), expected(ratings, rated, *meeting, observer));
            // What has no time cannot be late, nor does it leave the other side alone.
            if own == Side::Untimed || other == Side::Untimed {
                timing.untimed += u64::from(own != Side::Nothing);
                continue;
            }
            let (own, other) = (own.times(), other.times());
            let pairs = matched(&own, &other, tolerance);
            timing.matched += pairs.len() as u64;
            timing.alone += (own.len() - pairs.len()) as u64;
            timing.missed += (other.len() - pairs.len()) as u64;
            late.extend(pairs.iter().filter_map(|(i, j)| Some(own.get(*i)? - other.get(*j)?)));
        }
    }
    timing.median_late_s = median(&late);
    timing
}

/// What one side says of an item in a meeting.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    /// Nothing.
    Nothing,
    /// Something, at a time that cannot be known.
    Untimed,
    /// Something, at a time in seconds.
    At(f64),
}

impl Side {
    fn of(time: Option<f64>, answered: bool) -> Self {
        time.map_or(if answered { Self::Untimed } else { Self::Nothing }, Self::At)
    }

    fn times(self) -> Vec<f64> {
        if let Self::At(time) = self { vec![time] } else { Vec::new() }
    }
}

fn time(rated: &Rated, meeting: usize, observer: usize) -> Side {
    let time = rated.times.get(meeting).and_then(|row| row.get(observer).copied().flatten());
    Side::of(time, rated.given(meeting, observer).is_some())
}

fn expected(ratings: &Ratings, rated: &Rated, meeting: usize, observer: usize) -> Side {
    match ratings.against {
        Against::Reference => {
            let expected = rated.expected.get(meeting).and_then(Option::as_ref);
            Side::of(expected.and_then(|(_, time)| *time), expected.is_some())
        }
        Against::Others => {
            Side::of(rated.middle_of_others(meeting, observer), rated.others_answered(meeting, observer))
        }
    }
}

fn median(values: &[f64]) -> Option<f64> {
    let values: Vec<Option<f64>> = values.iter().copied().map(Some).collect();
    quantiles(&values, &[0.5], QuantileType::Seven).ok()?.first().copied()
}
