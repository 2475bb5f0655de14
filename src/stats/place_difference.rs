//! The difference of two sides within the same places, adjusted for the level of each place.

use super::floats::{self, finite, float, sum};
use super::{Confidence, StudentTest, Undefined};

/// A summary of one side's values in one place.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SampleSummary {
    /// The number of values; 0 if there are none.
    pub n: usize,
    /// Their mean.
    pub mean: f64,
    /// The sum of squared distances from the mean.
    pub squares: f64,
}

/// The two sides' values in one place.
pub type PlaceSamples = (SampleSummary, SampleSummary);

/// The first side's values minus the second's, in the unit of the values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WithinDifference {
    /// The difference.
    pub difference: f64,
    /// Its test; `TooFewPoints` if no value is left for a spread, `NoVariation` if the spread is 0.
    pub test: Result<StudentTest, Undefined>,
}

impl SampleSummary {
    /// Summarizes values.
    ///
    /// # Errors
    /// `NoObservations` without values; `OutOfRange` if a value, or the result, is not finite.
    pub fn from_values(values: &[f64]) -> Result<Self, Undefined> {
        let mean = finite(floats::mean(values).ok_or(Undefined::NoObservations)?)?;
        Ok(Self { n: values.len(), mean, squares: finite(floats::squares(values, mean))? })
    }
}

impl SampleSummary {
    /// Joins samples into one.
    pub fn join(samples: &[Self]) -> Self {
        let n: usize = samples.iter().map(|sample| sample.n).sum();
        let there = || samples.iter().filter(|sample| sample.n > 0);
        let Some(first) = there().next().map(|sample| sample.mean) else { return Self::default() };
        // Relative to one mean, so that equal means give exactly that mean.
        let mean = first + sum(there().map(|sample| float(sample.n) * (sample.mean - first))) / float(n);
        let between = there().map(|sample| float(sample.n) * (sample.mean - mean) * (sample.mean - mean));
        let squares = sum(there().map(|sample| sample.squares)) + sum(between);
        Self { n, mean, squares }
    }
}

/// Computes the first side's values minus the second's within places, with a level for each place.
///
/// By least squares, a place's difference has the weight `n m / (n + m)`, so places with values on one side only do not
/// count, and the spread is that within places. Source: Searle 1971, Linear Models, the two-way classification without
/// interaction.
///
/// # Errors
/// `SingleGroup` if no place has both sides; `OutOfRange` for a result that is not finite. With too few values for a
/// spread, the difference is returned without a test.
pub fn within_places(places: &[PlaceSamples], confidence: Confidence) -> Result<WithinDifference, Undefined> {
    let shared: Vec<(f64, f64, &PlaceSamples)> = places
        .iter()
        .filter(|(one, other)| one.n > 0 && other.n > 0)
        .map(|place| (weight(place), place.0.mean - place.1.mean, place))
        .collect();
    if shared.is_empty() {
        return Err(Undefined::SingleGroup);
    }
    let weights = sum(shared.iter().map(|(weight, ..)| *weight));
    let difference = finite(sum(shared.iter().map(|(weight, gap, _)| weight * gap)) / weights)?;
    let within = sum(shared.iter().map(|(weight, gap, (one, other))| {
        one.squares + other.squares + weight * (gap - difference) * (gap - difference)
    }));
    let values: usize = shared.iter().map(|(.., (one, other))| one.n + other.n).sum();
    // One degree of freedom is used up by each place's level and one by the difference.
    let test = match values.checked_sub(shared.len() + 1) {
        None | Some(0) => Err(Undefined::TooFewPoints),
        Some(freedom) => {
            let freedom = float(freedom);
            StudentTest::new(difference, (within / freedom / weights).sqrt(), freedom, confidence)
        }
    };
    Ok(WithinDifference { difference, test })
}

fn weight((one, other): &PlaceSamples) -> f64 {
    let (one, other) = (float(one.n), float(other.n));
    one * other / (one + other)
}

#[cfg(test)]
mod tests {
    use super::*;

    const C95: Confidence = Confidence::NINETY_FIVE;

    fn place(one: &[f64], other: &[f64]) -> PlaceSamples {
        (SampleSummary::from_values(one).unwrap(), SampleSummary::from_values(other).unwrap())
    }

    fn near(got: f64, expected: f64) {
        assert!((got - expected).abs() <= 1e-10 * expected.abs().max(1.0), "{expected}, not {got}");
    }

    #[test]
    fn the_difference_matches_a_regression_with_place_levels() {
        // statsmodels 0.14: OLS of the value on the side and an indicator for each of three places.
        let places = [
            place(&[90.0, 85.0], &[80.0, 70.0, 78.0]),
            place(&[60.0], &[61.0, 48.0]),
            place(&[75.0, 71.5, 88.0], &[66.0]),
        ];
        let got = within_places(&places, C95).unwrap();
        let test = got.test.unwrap();
        near(got.difference, 10.162_420_382_165_594);
        near(test.precision.standard_error, 3.933_069_444_464_453);
        near(test.freedom, 8.0);
        near(test.precision.interval.lower, 1.092_745_979_185_414_4);
        near(test.precision.interval.upper, 19.232_094_785_145_776);
        near(test.p, 0.032_422_165_341_196_93);
    }

    #[test]
    fn one_place_equals_students_two_sample_test() {
        // scipy 1.17: ttest_ind with equal variances.
        let got = within_places(&[place(&[90.0, 85.0], &[80.0, 70.0, 78.0])], C95).unwrap();
        near(got.difference, 11.5);
        near(got.test.unwrap().p, 0.077_899_082_076_711_13);
    }

    #[test]
    fn an_undefined_comparison_has_its_reason() {
        let alone = (SampleSummary::from_values(&[1.0, 2.0]).unwrap(), SampleSummary::default());
        assert_eq!(within_places(&[], C95), Err(Undefined::SingleGroup));
        assert_eq!(within_places(&[alone], C95), Err(Undefined::SingleGroup));
        let pair = within_places(&[place(&[90.0], &[80.0]), alone], C95).unwrap();
        near(pair.difference, 10.0);
        assert_eq!(pair.test, Err(Undefined::TooFewPoints));
        let flat = [place(&[90.0], &[80.0]), place(&[70.0], &[60.0])];
        assert_eq!(within_places(&flat, C95).unwrap().test, Err(Undefined::NoVariation));
    }
}
