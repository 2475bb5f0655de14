//! Matching of event times between observers.

use super::figures::{Against, Timing};
use super::ratings::{Rated, Ratings};
use crate::stats::{QuantileType, quantiles};

/// Matches times one to one and returns pairs of indices. Both lists must be sorted; the number of pairs is the largest
/// possible with none further apart than `tolerance`.
pub fn match_times(own: &[f64], other: &[f64], tolerance: f64) -> Vec<(usize, usize)> {
    let (mut pairs, mut i, mut j) = (Vec::new(), 0, 0);
    // Matching the earliest remaining pair within reach is optimal.
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

/// Matches an observer's times with those of the reference, or else with the medians of the other observers.
pub(super) fn observer_timing(ratings: &Ratings, observer: usize, tolerance: f64) -> Timing {
    let mut timing = Timing::default();
    let mut late = Vec::new();
    for rated in &ratings.items {
        for meeting in ratings.seen.get(observer).into_iter().flatten() {
            let (own, other) = (time(rated, *meeting, observer), expected(ratings, rated, *meeting, observer));
            // An answer without a known time can be neither late nor missing.
            if own == Side::Untimed || other == Side::Untimed {
                timing.untimed += u64::from(own != Side::Nothing);
                continue;
            }
            let (own, other) = (own.times(), other.times());
            let pairs = match_times(&own, &other, tolerance);
            timing.matched += pairs.len() as u64;
            timing.alone += (own.len() - pairs.len()) as u64;
            timing.missed += (other.len() - pairs.len()) as u64;
            late.extend(pairs.iter().filter_map(|(i, j)| Some(own.get(*i)? - other.get(*j)?)));
        }
    }
    timing.median_late_s = median(&late);
    timing
}

/// One side's answer to an item in a meeting.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    /// Not answered.
    Nothing,
    /// Answered, at an unknown time.
    Untimed,
    /// Answered, at a time in seconds.
    At(f64),
}

impl Side {
    fn new(time: Option<f64>, answered: bool) -> Self {
        time.map_or(if answered { Self::Untimed } else { Self::Nothing }, Self::At)
    }

    fn times(self) -> Vec<f64> {
        if let Self::At(time) = self { vec![time] } else { Vec::new() }
    }
}

fn time(rated: &Rated, meeting: usize, observer: usize) -> Side {
    let time = rated.times.get(meeting).and_then(|row| row.get(observer).copied().flatten());
    Side::new(time, rated.given(meeting, observer).is_some())
}

fn expected(ratings: &Ratings, rated: &Rated, meeting: usize, observer: usize) -> Side {
    match ratings.against {
        Against::Reference => {
            let expected = rated.expected.get(meeting).and_then(Option::as_ref);
            Side::new(expected.and_then(|(_, time)| *time), expected.is_some())
        }
        Against::Others => {
            Side::new(rated.median_time_of_others(meeting, observer), rated.others_answered(meeting, observer))
        }
    }
}

fn median(values: &[f64]) -> Option<f64> {
    let values: Vec<Option<f64>> = values.iter().copied().map(Some).collect();
    quantiles(&values, &[0.5], QuantileType::Seven).ok()?.first().copied()
}
