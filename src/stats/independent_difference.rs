//! The difference of two independent estimates, each with a standard error of its own.

use super::floats::finite;
use super::{Confidence, StudentTest, Undefined};

/// Tests the difference of two independent estimates, of which each has its test against 0. The squared standard errors
/// add up, and the degrees of freedom are Satterthwaite's.
///
/// Source: Satterthwaite 1946, Biometrics Bull 2:110-114.
///
/// # Errors
/// `OutOfRange` for a result that is not finite.
pub fn difference_of_independent(
    (one, test_of_one): (f64, &StudentTest),
    (other, test_of_other): (f64, &StudentTest),
    confidence: Confidence,
) -> Result<(f64, StudentTest), Undefined> {
    let [first, second] = [test_of_one, test_of_other].map(|test| test.precision.standard_error);
    let standard_error = first.hypot(second);
    // Shares of the whole error, so that powers neither overflow nor underflow.
    let [first, second] = [first, second].map(|error| (error / standard_error).powi(4));
    let freedom = 1.0 / (first / test_of_one.freedom + second / test_of_other.freedom);
    let difference = finite(one - other)?;
    Ok((difference, StudentTest::new(difference, standard_error, finite(freedom)?, confidence)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::{SampleSummary, mean_interval_of_summary, welch};

    const C95: Confidence = Confidence::NINETY_FIVE;

    #[test]
    fn two_means_are_welchs_test() {
        let (one, other) = ([80.0, 90.0, 85.0], [60.0, 75.0, 66.0, 81.0]);
        let of = |values: &[f64]| mean_interval_of_summary(&SampleSummary::from_values(values).unwrap(), C95).unwrap();
        let (mean, test) = of(&one);
        let (mean_of_other, test_of_other) = of(&other);
        let (test, test_of_other) = (test.unwrap(), test_of_other.unwrap());
        let (difference, got) = difference_of_independent((mean, &test), (mean_of_other, &test_of_other), C95).unwrap();
        let expected = welch(&one, &other, C95).unwrap().test.unwrap();
        assert!((difference - 14.5).abs() < 1e-12);
        assert!((got.freedom - expected.freedom).abs() < 1e-9 && (got.p - expected.p).abs() < 1e-12, "{got:?}");
        assert!((got.precision.standard_error - expected.precision.standard_error).abs() < 1e-12);
    }
}
