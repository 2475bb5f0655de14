//! Shares and their differences, with score intervals that hold for small counts and for 0 and 100 %.

use super::number::float_u64;
use super::{Confidence, Interval, Undefined};

/// So many successes among `n`. Half a success is allowed: "partly" counts half.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Count {
    /// Successes, from 0 to `n`.
    pub successes: f64,
    /// How many could have been one.
    pub n: u64,
}

/// A share, from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Proportion {
    /// Successes over `n`.
    pub share: f64,
    /// Its limits, from 0 to 1.
    pub interval: Interval,
}

/// The first share minus the second, from -1 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// The difference.
    pub difference: f64,
    /// Its limits, from -1 to 1.
    pub interval: Interval,
}

/// Gives a share with Wilson's score interval, without continuity correction.
///
/// Source: Wilson 1927; Newcombe 1998, Stat Med 17:857-872, method 3.
///
/// # Errors
/// `ZeroDenominator` where `n` is 0; `OutOfRange` where the successes do not lie between 0 and `n`.
pub fn wilson(count: Count, confidence: Confidence) -> Result<Proportion, Undefined> {
    let Count { successes, n } = count;
    if n == 0 {
        return Err(Undefined::ZeroDenominator);
    }
    let n = float_u64(n);
    if !(0.0..=n).contains(&successes) {
        return Err(Undefined::OutOfRange);
    }
    let (share, rest) = (successes / n, (n - successes) / n);
    let z = confidence.z();
    let lower = lower_limit(share, rest, z * z / n);
    let upper = 1.0 - lower_limit(rest, share, z * z / n);
    Ok(Proportion { share, interval: Interval { lower, upper: upper.max(share) } })
}

/// The smaller root of Wilson's equation, in the form that does not subtract near equals; `k` is z²/n.
fn lower_limit(share: f64, rest: f64, k: f64) -> f64 {
    let root = (k * (k + 4.0 * share * rest)).sqrt();
    (2.0 * share * share / (2.0 * share + k + root)).min(share)
}

/// Gives the difference of two independent shares with Newcombe's hybrid score interval.
///
/// Source: Newcombe 1998, Stat Med 17:873-890, method 10.
///
/// # Errors
/// As [`wilson`], for either count.
pub fn newcombe(first: Count, second: Count, confidence: Confidence) -> Result<Difference, Undefined> {
    let (first, second) = (wilson(first, confidence)?, wilson(second, confidence)?);
    let down = distance(first.share - first.interval.lower, second.interval.upper - second.share);
    let up = distance(first.interval.upper - first.share, second.share - second.interval.lower);
    let difference = first.share - second.share;
    Ok(Difference { difference, interval: Interval { lower: difference - down, upper: difference + up } })
}

/// The root of the sum of two squares; unlike `f64::hypot`, the same bits on every platform.
fn distance(one: f64, other: f64) -> f64 {
    (one * one + other * other).sqrt()
}
