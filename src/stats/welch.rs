//! Welch's test of two means whose variances may differ.

use super::floats::{finite, float, mean, squares};
use super::{Confidence, StudentTest, Undefined};

/// The first mean minus the second, in the unit of the values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WelchEstimate {
    /// The first mean.
    pub first: f64,
    /// The second mean.
    pub second: f64,
    /// The difference.
    pub difference: f64,
    /// Its test; `TooFewPoints` if a side has one value, `NoVariation` if neither side varies.
    pub test: Result<StudentTest, Undefined>,
}

/// Computes the difference of two means with Welch's t interval.
///
/// Sources: Welch 1947, Biometrika 34:28-35; the degrees of freedom, Satterthwaite 1946, Biometrics 2:110-114.
///
/// # Errors
/// `NoObservations` if a side has none; `OutOfRange` if a value, or the result, is not finite.
pub fn welch(first: &[f64], second: &[f64], confidence: Confidence) -> Result<WelchEstimate, Undefined> {
    let of = |values: &[f64]| finite(mean(values).ok_or(Undefined::NoObservations)?);
    let means = (of(first)?, of(second)?);
    let difference = finite(means.0 - means.1)?;
    let test = test((first, means.0), (second, means.1), confidence);
    Ok(WelchEstimate { first: means.0, second: means.1, difference, test })
}

fn test(first: (&[f64], f64), second: (&[f64], f64), confidence: Confidence) -> Result<StudentTest, Undefined> {
    if first.0.len() < 2 || second.0.len() < 2 {
        return Err(Undefined::TooFewPoints);
    }
    let freedom_of = |values: &[f64]| float(values.len()) - 1.0;
    // The squared standard error of each mean.
    let error =
        |(values, mean): (&[f64], f64)| finite(squares(values, mean) / freedom_of(values) / float(values.len()));
    let (one, other) = (error(first)?, error(second)?);
    let both = finite(one + other)?;
    if both <= 0.0 {
        return Err(Undefined::NoVariation);
    }
    // Shares of the total, so that squares neither overflow nor underflow.
    let (one, other) = (one / both, other / both);
    let freedom = 1.0 / (one * one / freedom_of(first.0) + other * other / freedom_of(second.0));
    StudentTest::new(first.1 - second.1, both.sqrt(), freedom, confidence)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(one: f64, other: f64) -> bool {
        (one - other).abs() < 1e-9 * other.abs()
    }

    /// Student 1908: hours of sleep gained by ten patients with each of two drugs.
    const SLEEP: [[f64; 10]; 2] =
        [[0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0], [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]];

    #[test]
    fn students_sleep_data_give_the_published_figures() {
        let [one, other] = SLEEP;
        let got = welch(&one, &other, Confidence::NINETY_FIVE).unwrap();
        let test = got.test.unwrap();
        assert!(near(got.first, 0.75) && near(got.second, 2.33) && near(got.difference, -1.58));
        // As printed by the manual of R's t.test; further digits by mpmath.
        assert!(near(test.freedom, 17.776_473_516_178_488));
        assert!(near(test.p, 0.079_394_140_187_358_14));
        assert!(near(test.precision.interval.lower, -3.365_483_230_711_711));
        assert!(near(test.precision.interval.upper, 0.205_483_230_711_71));
    }

    #[test]
    fn few_values_of_unequal_spread_have_few_degrees_of_freedom() {
        // By mpmath with forty digits; scipy gives seven of the limits' digits here.
        let test = welch(&[80.0, 90.0, 85.0], &[60.0, 75.0], Confidence::NINETY_FIVE).unwrap().test.unwrap();
        assert!(near(test.freedom, 1.303_934_871_099_05));
        assert!(near(test.p, 0.225_109_984_273_783_7));
        assert!(near(test.precision.interval.lower, -42.470_786_965_503_83));
        assert!(near(test.precision.interval.upper, 77.470_786_965_503_83));
    }

    #[test]
    fn missing_data_is_undefined_with_its_reason() {
        let of = |one: &[f64], other: &[f64]| welch(one, other, Confidence::NINETY_FIVE);
        assert_eq!(of(&[], &[1.0, 2.0]), Err(Undefined::NoObservations));
        assert_eq!(of(&[f64::NAN], &[1.0]), Err(Undefined::OutOfRange));
        let single = of(&[3.0], &[1.0, 2.0]).unwrap();
        assert_eq!((single.difference, single.test), (1.5, Err(Undefined::TooFewPoints)));
        assert_eq!(of(&[3.0, 3.0], &[1.0, 1.0]).unwrap().test, Err(Undefined::NoVariation));
    }
}
