//! The XmR chart of individual values and moving ranges: which values are signals, and which are noise.

use super::floats::{finite, mean, present};
use super::{Interval, Undefined};

/// The factors by which the mean moving range is multiplied.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Factors {
    /// For the natural process limits, on both sides of the mean.
    pub limit: f64,
    /// For the upper limit of the ranges.
    pub range: f64,
}

impl Factors {
    /// The factors as Wheeler rounds them.
    pub const WHEELER: Self = Self { limit: 2.660, range: 3.268 };
}

/// An XmR chart of values in order of time, in their own unit.
#[derive(Clone, Debug, PartialEq)]
pub struct XmrChart {
    /// The mean of the values; `None` without any.
    pub mean: Option<f64>,
    /// The distances between consecutive values that are present.
    pub moving_ranges: Vec<f64>,
    /// The limits; `TooFewPoints` below two values, `OutOfRange` if they overflow.
    pub limits: Result<Limits, Undefined>,
}

/// The limits of a chart, and the values outside them.
#[derive(Clone, Debug, PartialEq)]
pub struct Limits {
    /// The mean moving range.
    pub mean_range: f64,
    /// The natural process limits.
    pub natural: Interval,
    /// The upper limit of the moving ranges.
    pub range_upper: f64,
    /// Indices of the values beyond a natural limit, counted over the input with its missing values.
    pub signals: Vec<usize>,
    /// Indices in `moving_ranges` of the ranges above their limit.
    pub range_signals: Vec<usize>,
}

/// Computes the chart of values in order of time. A missing value is skipped: the range then joins its neighbours.
///
/// Source: Wheeler 1993, Understanding Variation; NIST/SEMATECH e-Handbook 6.3.2.2.
#[must_use]
pub fn xmr_chart(values: &[Option<f64>], factors: Factors) -> XmrChart {
    let there = present(values);
    let centre = mean(&there).filter(|mean| mean.is_finite());
    let moving_ranges: Vec<f64> =
        there.iter().zip(there.iter().skip(1)).map(|(one, next)| (next - one).abs()).collect();
    let limits = limits(values, centre, &moving_ranges, factors);
    XmrChart { mean: centre, moving_ranges, limits }
}

fn limits(values: &[Option<f64>], centre: Option<f64>, ranges: &[f64], factors: Factors) -> Result<Limits, Undefined> {
    let mean_range = finite(mean(ranges).ok_or(Undefined::TooFewPoints)?)?;
    let centre = centre.ok_or(Undefined::OutOfRange)?;
    let lower = finite(centre - factors.limit * mean_range)?;
    let upper = finite(centre + factors.limit * mean_range)?;
    let range_upper = finite(factors.range * mean_range)?;
    let outside =
        |value: &Option<f64>| value.is_some_and(|value| value.is_finite() && (value < lower || value > upper));
    Ok(Limits {
        mean_range,
        natural: Interval { lower, upper },
        range_upper,
        signals: (0..).zip(values).filter(|(_, value)| outside(value)).map(|(place, _)| place).collect(),
        range_signals: (0..).zip(ranges).filter(|(_, range)| **range > range_upper).map(|(place, _)| place).collect(),
    })
}
