//! Shares and their differences, with score intervals that are valid for small counts and for 0 and 100 %.

use super::confidence::normal;
use super::floats::float_u64;
use super::{Confidence, Interval, Undefined};

/// A number of successes among `n` trials. Half successes are allowed: "partly" counts half.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Count {
    /// Successes, from 0 to `n`.
    pub successes: f64,
    /// The number of trials.
    pub n: u64,
}

/// A share, from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Proportion {
    /// The successes divided by `n`.
    pub share: f64,
    /// The interval, from 0 to 1.
    pub interval: Interval,
}

/// The first share minus the second, from -1 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// The difference.
    pub difference: f64,
    /// The interval, from -1 to 1.
    pub interval: Interval,
}

/// Computes a share with Wilson's score interval, without continuity correction.
///
/// Source: Wilson 1927; Newcombe 1998, Stat Med 17:857-872, method 3.
///
/// # Errors
/// `ZeroDenominator` if `n` is 0; `OutOfRange` unless the successes are between 0 and `n`.
pub fn wilson(count: Count, confidence: Confidence) -> Result<Proportion, Undefined> {
    let Count { successes, n } = count;
    if n == 0 {
        return Err(Undefined::ZeroDenominator);
    }
    let n = float_u64(n);
    if !(0.0..=n).contains(&successes) {
        return Err(Undefined::OutOfRange);
    }
    Ok(wilson_from_share((successes / n, (n - successes) / n), n, confidence))
}

/// Computes Wilson's interval from a share, its complement and a number of trials, which need not be whole.
pub(super) fn wilson_from_share((share, rest): (f64, f64), n: f64, confidence: Confidence) -> Proportion {
    let z = confidence.z();
    let lower = lower_limit(share, rest, z * z / n);
    let upper = 1.0 - lower_limit(rest, share, z * z / n);
    Proportion { share, interval: Interval { lower, upper: upper.max(share) } }
}

/// Returns the smaller root of Wilson's equation, in a form without cancellation; `k` is z²/n.
fn lower_limit(share: f64, rest: f64, k: f64) -> f64 {
    let root = (k * (k + 4.0 * share * rest)).sqrt();
    (2.0 * share * share / (2.0 * share + k + root)).min(share)
}

/// Computes the interval of a mean whose values lie within bounds, from its symmetric interval. This is Wilson's interval
/// for as many yes-or-no answers as would have the same standard error, so that it stays within the bounds.
///
/// Source: Dean and Pagano 2015, J Surv Stat Methodol 3:484-503, for shares; bounds other than 0 and 1 only shift and
/// scale it.
///
/// # Errors
/// `NoVariation` if the interval has no length; `OutOfRange` unless the mean is within the bounds.
pub fn bounded_interval(mean: f64, symmetric: Interval, bounds: Interval) -> Result<Interval, Undefined> {
    let width = bounds.upper - bounds.lower;
    let (share, rest) = ((mean - bounds.lower) / width, (bounds.upper - mean) / width);
    let half = (symmetric.upper - symmetric.lower) / (2.0 * width);
    if !(share >= 0.0 && rest >= 0.0 && half.is_finite()) {
        return Err(Undefined::OutOfRange);
    }
    if half <= 0.0 || share * rest <= 0.0 {
        return Err(Undefined::NoVariation);
    }
    let k = half * half / (share * rest);
    let (lower, upper) = (lower_limit(share, rest, k), lower_limit(rest, share, k));
    Ok(Interval { lower: bounds.lower + width * lower, upper: bounds.upper - width * upper })
}

/// Computes the difference of two independent shares with Newcombe's hybrid score interval.
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

/// Computes the two-sided probability of two shares at least so different if they were equal. This is the score test:
/// Pearson's chi-square test of the two by two table without continuity correction.
///
/// Source: Fleiss, Levin and Paik 2003, Statistical Methods for Rates and Proportions, 3.1; Pearson 1900.
///
/// # Errors
/// As [`wilson`], for either count; `NoVariation` if all trials succeed, or none.
pub fn score_test(first: Count, second: Count) -> Result<f64, Undefined> {
    for count in [first, second] {
        wilson(count, Confidence::NINETY_FIVE)?;
    }
    let (n, m) = (float_u64(first.n), float_u64(second.n));
    let pooled = (first.successes + second.successes) / (n + m);
    let variance = pooled * (1.0 - pooled) * (1.0 / n + 1.0 / m);
    if variance <= 0.0 {
        return Err(Undefined::NoVariation);
    }
    Ok((2.0 * normal(-(first.successes / n - second.successes / m).abs() / variance.sqrt())).min(1.0))
}

/// Returns the root of the sum of two squares; unlike `f64::hypot`, bit-identical on every platform.
fn distance(one: f64, other: f64) -> f64 {
    (one * one + other * other).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bounded_interval_is_wilsons_for_the_same_standard_error() {
        let unit = Interval { lower: 0.0, upper: 1.0 };
        for successes in 1..20 {
            let found = wilson(Count { successes: f64::from(successes), n: 20 }, Confidence::NINETY_FIVE).unwrap();
            let share = found.share;
            let half = Confidence::NINETY_FIVE.z() * (share * (1.0 - share) / 20.0).sqrt();
            let symmetric = Interval { lower: share - half, upper: share + half };
            let got = bounded_interval(share, symmetric, unit).unwrap();
            assert!((got.lower - found.interval.lower).abs() < 1e-12, "{successes}: {got:?}");
            assert!((got.upper - found.interval.upper).abs() < 1e-12, "{successes}: {got:?}");
            // Other bounds shift and scale it.
            let scaled = |x: f64| 4.0 * x - 2.0;
            let wide = Interval { lower: scaled(symmetric.lower), upper: scaled(symmetric.upper) };
            let bounds = Interval { lower: -2.0, upper: 2.0 };
            let got = bounded_interval(scaled(share), wide, bounds).unwrap();
            assert!((got.upper - scaled(found.interval.upper)).abs() < 1e-12, "{successes}: {got:?}");
        }
        // However wide, it stays within the bounds.
        let got = bounded_interval(0.98, Interval { lower: -50.0, upper: 52.0 }, unit).unwrap();
        assert!(got.lower > 0.0 && got.upper < 1.0 && got.lower < 0.01 && got.upper > 0.99, "{got:?}");
        let point = Interval { lower: 0.5, upper: 0.5 };
        assert_eq!(bounded_interval(0.5, point, unit), Err(Undefined::NoVariation));
        assert_eq!(bounded_interval(1.5, point, unit), Err(Undefined::OutOfRange));
    }

    #[test]
    fn the_score_test_is_pearsons() {
        let p = |x: f64, n: u64, y: f64, m: u64| score_test(Count { successes: x, n }, Count { successes: y, n: m });
        // By mpmath with forty digits; the first three as computed by scipy's chi2_contingency(correction=False).
        for ((x, n, y, m), expected) in [
            ((83.0, 86, 90.0, 93), 0.922_320_095_734_268_5),
            ((15.0, 20, 8.0, 22), 0.011_987_824_139_343_583),
            ((56.0, 70, 48.0, 80), 0.008_045_081_368_196_585),
            ((5.5, 10, 2.5, 10), 0.170_903_520_230_797_46),
        ] {
            let got = p(x, n, y, m).unwrap();
            assert!((got - expected).abs() < 1e-10, "{x}/{n} {y}/{m}: {got}");
        }
        assert_eq!(p(4.0, 8, 3.0, 6), Ok(1.0));
        assert_eq!(p(3.0, 3, 5.0, 5), Err(Undefined::NoVariation));
        assert_eq!(p(0.0, 0, 5.0, 5), Err(Undefined::ZeroDenominator));
        assert_eq!(p(4.0, 3, 5.0, 5), Err(Undefined::OutOfRange));
    }
}
