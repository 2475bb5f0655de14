//! The slope of values over time within places, adjusted for the level of each place.

use super::floats::{finite, float, sum};
use super::{Confidence, SampleSummary, StudentTest, Undefined, jackknife, ratio_of_sums};

/// With at least this many places, they are the units; with fewer, their values are.
const PLACES_AS_UNITS: usize = 5;

/// The values of a place as sums of squares and products around the place's own means.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SlopeSums {
    /// The number of values.
    pub n: usize,
    /// The sum of squared distances of times from their mean.
    pub times: f64,
    /// The sum of products of the distances of times and of values.
    pub products: f64,
    /// The sum of squared distances of values from their mean.
    pub values: f64,
}

/// A slope with its test.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slope {
    /// The slope, in the unit of the values by that of time.
    pub slope: f64,
    /// Its test against 0; `TooFewPoints` if no value is left for a spread, `NoVariation` if the spread is 0.
    pub test: Result<StudentTest, Undefined>,
}

impl SlopeSums {
    /// Summarizes a place whose values are known by their summary at each time.
    pub fn from_samples(samples: &[(f64, SampleSummary)]) -> Self {
        let samples: Vec<(f64, &SampleSummary)> =
            samples.iter().filter(|(_, sample)| sample.n > 0).map(|(time, sample)| (*time, sample)).collect();
        let Some((first_time, first)) = samples.first().copied() else { return Self::default() };
        let n = samples.iter().map(|(_, sample)| sample.n).sum();
        // Relative to the first, so that equal values have no spread.
        let mean = |of: &dyn Fn(f64, &SampleSummary) -> f64| {
            sum(samples.iter().map(|(time, sample)| float(sample.n) * of(*time, sample))) / float(n)
        };
        let (time, value) =
            (first_time + mean(&|time, _| time - first_time), first.mean + mean(&|_, sample| sample.mean - first.mean));
        let total = |of: &dyn Fn(f64, f64) -> f64| {
            sum(samples.iter().map(|(at, sample)| float(sample.n) * of(at - time, sample.mean - value)))
        };
        Self {
            n,
            times: total(&|time, _| time * time),
            products: total(&|time, value| time * value),
            values: sum(samples.iter().map(|(_, sample)| sample.squares)) + total(&|_, value| value * value),
        }
    }
}

/// Computes the slope of values over time by least squares, with a level for each place.
///
/// From five places on, the test is the jackknife's over places, so that trends may differ from place to place. With
/// fewer, it is that of least squares over values, which speaks of these places alone.
///
/// Sources: Searle 1971, Linear Models, for the analysis of covariance; Tukey 1958, Ann Math Stat 29:614.
///
/// # Errors
/// `TooFewPoints` if no place has values at two times; `OutOfRange` for a result that is not finite.
pub fn slope_within_places(places: &[SlopeSums], confidence: Confidence) -> Result<Slope, Undefined> {
    let places: Vec<&SlopeSums> = places.iter().filter(|place| place.times > 0.0).collect();
    if places.is_empty() {
        return Err(Undefined::TooFewPoints);
    }
    if places.len() >= PLACES_AS_UNITS {
        let units: Vec<(f64, f64)> = places.iter().map(|place| (place.products, place.times)).collect();
        let found = jackknife(&mut ratio_of_sums(&units), confidence)?;
        return Ok(Slope { slope: found.estimate, test: found.test });
    }
    let total = |of: fn(&SlopeSums) -> f64| sum(places.iter().map(|place| of(place)));
    let (times, products, values) =
        (total(|place| place.times), total(|place| place.products), total(|place| place.values));
    let slope = finite(products / times)?;
    let n: usize = places.iter().map(|place| place.n).sum();
    // One degree of freedom is used up by each place's level and one by the slope.
    let test = match n.checked_sub(places.len() + 1) {
        None | Some(0) => Err(Undefined::TooFewPoints),
        Some(freedom) => {
            let rest = values - slope * products;
            // A remainder up to this is rounding.
            let rest = if rest <= 8.0 * f64::EPSILON * float(n) * values { 0.0 } else { rest };
            let freedom = float(freedom);
            StudentTest::new(slope, (rest / freedom / times).sqrt(), freedom, confidence)
        }
    };
    Ok(Slope { slope, test })
}

#[cfg(test)]
mod tests {
    use super::*;

    const C95: Confidence = Confidence::NINETY_FIVE;

    fn place(values: &[(f64, &[f64])]) -> SlopeSums {
        let samples: Vec<_> =
            values.iter().map(|(time, values)| (*time, SampleSummary::from_values(values).unwrap())).collect();
        SlopeSums::from_samples(&samples)
    }

    fn near(got: f64, expected: f64) {
        assert!((got - expected).abs() <= 1e-9 * expected.abs().max(1.0), "{expected}, not {got}");
    }

    fn few() -> [SlopeSums; 2] {
        [
            place(&[(0.0, &[60.0, 64.0]), (0.25, &[70.0]), (0.75, &[66.0, 71.0])]),
            place(&[(0.0, &[80.0]), (0.5, &[79.0, 88.0]), (1.0, &[90.0])]),
        ]
    }

    #[test]
    fn with_few_places_it_is_least_squares_with_a_level_for_each() {
        // numpy 2: least squares on time and an indicator for each place.
        let got = slope_within_places(&few(), C95).unwrap();
        let test = got.test.unwrap();
        near(got.slope, 8.744_186_046_511_594);
        near(test.precision.standard_error, 3.763_444_141_764_909_4);
        near(test.freedom, 6.0);
        near(test.precision.interval.lower, -0.464_630_025_095_106_1);
        near(test.p, 0.059_168_572_672_244_19);
    }

    #[test]
    fn from_five_places_on_the_places_are_the_units() {
        // numpy and scipy 1.17: the ratio of sums without one place at a time, t with 4 degrees of freedom.
        let places = [
            place(&[(0.0, &[60.0]), (0.5, &[66.0]), (1.0, &[70.0])]),
            place(&[(0.0, &[80.0]), (0.25, &[79.0]), (1.0, &[88.0])]),
            place(&[(0.0, &[50.0]), (0.5, &[58.0]), (0.75, &[61.0])]),
            place(&[(0.0, &[70.0]), (0.5, &[69.0]), (1.0, &[72.0])]),
            place(&[(0.25, &[66.0]), (0.5, &[70.0]), (1.0, &[81.0])]),
        ];
        let got = slope_within_places(&places, C95).unwrap();
        let test = got.test.unwrap();
        near(got.slope, 9.921_568_627_450_98);
        near(test.precision.standard_error, 2.738_299_097_766_140_6);
        near(test.p, 0.022_292_653_693_722_81);
        // A place visited at one time only changes nothing.
        let more = [&places[..], &[place(&[(0.5, &[10.0, 90.0])])]].concat();
        assert_eq!(slope_within_places(&more, C95), Ok(got));
    }

    #[test]
    fn an_undefined_slope_has_its_reason() {
        assert_eq!(slope_within_places(&[], C95), Err(Undefined::TooFewPoints));
        assert_eq!(slope_within_places(&[place(&[(0.5, &[60.0, 70.0])])], C95), Err(Undefined::TooFewPoints));
        let line = slope_within_places(&[place(&[(0.0, &[60.0]), (0.5, &[65.0]), (1.0, &[70.0])])], C95).unwrap();
        assert_eq!((line.slope, line.test), (10.0, Err(Undefined::NoVariation)));
        let two = slope_within_places(&[place(&[(0.0, &[60.0]), (1.0, &[70.0])])], C95).unwrap();
        assert_eq!((two.slope, two.test), (10.0, Err(Undefined::TooFewPoints)));
        let flat = vec![place(&[(0.0, &[60.1; 3]), (0.3, &[60.1; 2]), (1.0, &[60.1])]); 5];
        assert_eq!(slope_within_places(&flat, C95).unwrap().test, Err(Undefined::NoVariation));
    }
}
