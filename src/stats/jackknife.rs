//! The jackknife: a test for any statistic, by leaving out one unit at a time.

use super::floats::{self, finite, float};
use super::{Confidence, Statistic, StudentTest, Undefined};

/// A statistic with its test, in the unit of the statistic.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Jackknife {
    /// The statistic of all units.
    pub estimate: f64,
    /// Its test against 0, with one degree of freedom less than units: `TooFewPoints` for a single unit, `NoVariation`
    /// if no unit makes a difference, or why the statistic is undefined without one of them.
    pub test: Result<StudentTest, Undefined>,
}

/// Tests a statistic against 0, with the standard error from leaving out one unit at a time.
///
/// The bootstrap [`super::bca`] returns an interval without a probability; this returns the probability over the same
/// units.
///
/// Sources: Tukey 1958, Ann Math Stat 29:614; Miller 1974, Biometrika 61:1-15.
///
/// # Errors
/// `NoObservations` without units; the reason if the statistic of all units is undefined.
pub fn jackknife<S: Statistic>(statistic: &mut S, confidence: Confidence) -> Result<Jackknife, Undefined> {
    let units = statistic.size();
    if units == 0 {
        return Err(Undefined::NoObservations);
    }
    let all: Vec<usize> = (0..units).collect();
    let estimate = finite(statistic.compute(&all)?)?;
    Ok(Jackknife { estimate, test: test(statistic, estimate, confidence) })
}

fn test<S: Statistic>(statistic: &mut S, estimate: f64, confidence: Confidence) -> Result<StudentTest, Undefined> {
    let units = statistic.size();
    if units < 2 {
        return Err(Undefined::TooFewPoints);
    }
    let left_out: Vec<f64> = (0..units).map(|unit| statistic.compute_without(unit)).collect::<Result<_, _>>()?;
    let centre = finite(floats::mean(&left_out).ok_or(Undefined::NoObservations)?)?;
    let (before, units) = (float(units - 1), float(units));
    let standard_error = finite((before / units * floats::squares(&left_out, centre)).sqrt())?;
    // Differences up to this are rounding.
    if standard_error <= 8.0 * f64::EPSILON * units * estimate.abs().max(centre.abs()) {
        return Err(Undefined::NoVariation);
    }
    StudentTest::new(estimate, standard_error, before, confidence)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::{difference_of_means, mean, mean_interval};

    const C95: Confidence = Confidence::NINETY_FIVE;

    #[test]
    fn the_jackknife_of_a_mean_is_students_interval() {
        let values = [71.0, 64.5, 90.0, 83.0, 58.0];
        let got = jackknife(&mut mean(&values), C95).unwrap();
        let expected = mean_interval(&values, C95).unwrap();
        let (precision, expected_precision) = (got.test.unwrap().precision, expected.precision.unwrap());
        assert!((got.estimate - expected.mean).abs() < 1e-12);
        assert!((precision.standard_error - expected_precision.standard_error).abs() < 1e-12);
        assert!((precision.interval.lower - expected_precision.interval.lower).abs() < 1e-10);
    }

    #[test]
    fn the_jackknife_matches_its_definition() {
        // Computed with numpy: the three differences without a unit, their squares, t with 2 degrees of freedom.
        let units = [[16.0, 2.0, 5.0, 1.0], [27.0, 3.0, 13.0, 2.0], [7.0, 1.0, 9.0, 2.0]];
        let test = jackknife(&mut difference_of_means(&units), C95).unwrap().test.unwrap();
        assert!((test.precision.standard_error - 0.266_666_666_666_666_7).abs() < 1e-12, "{test:?}");
        assert!((test.p - 0.008_163_401_865_824_5).abs() < 1e-10, "{test:?}");
    }

    #[test]
    fn an_undefined_test_has_its_reason() {
        let of = |units: &[[f64; 4]]| jackknife(&mut difference_of_means(units), C95);
        assert_eq!(of(&[]), Err(Undefined::NoObservations));
        assert_eq!(of(&[[1.0, 1.0, 0.0, 0.0]]), Err(Undefined::NoObservations));
        assert_eq!(of(&[[1.0, 1.0, 2.0, 1.0]]).unwrap().test, Err(Undefined::TooFewPoints));
        // The second side has values in one unit only.
        assert_eq!(of(&[[1.0, 1.0, 2.0, 1.0], [5.0, 1.0, 0.0, 0.0]]).unwrap().test, Err(Undefined::NoObservations));
        let alike = [[0.3, 3.0, 0.7, 1.0]; 6];
        assert_eq!(of(&alike).unwrap().test, Err(Undefined::NoVariation));
    }
}
