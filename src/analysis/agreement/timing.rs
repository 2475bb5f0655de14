//! Times: which of two observers' times belong together, and how far apart those are.

use super::figures::{Against, Timing};
use super::ratings::{Rated, Ratings};
use crate::stats::{QuantileType, quantiles};

/// Matches times one to one: as many pairs as can be, none further apart than the tolerance. Both lists are in order;
/// gives positions in them.
#[must_use]
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
            let own: Vec<f64> = time(rated, *meeting, observer).into_iter().collect();
            let other: Vec<f64> = expected(ratings, rated, *meeting, observer).into_iter().collect();
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

fn time(rated: &Rated, meeting: usize, observer: usize) -> Option<f64> {
    rated.times.get(meeting)?.get(observer).copied().flatten()
}

fn expected(ratings: &Ratings, rated: &Rated, meeting: usize, observer: usize) -> Option<f64> {
    match ratings.against {
        Against::Reference => rated.expected.get(meeting)?.as_ref()?.1,
        Against::Others => rated.middle_of_others(meeting, observer),
    }
}

fn median(values: &[f64]) -> Option<f64> {
    let values: Vec<Option<f64>> = values.iter().copied().map(Some).collect();
    quantiles(&values, &[0.5], QuantileType::Seven).ok()?.first().copied()
}
