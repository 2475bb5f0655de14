//! The mean of the differences between two sides at the same places.

use super::floats::{self, finite, float};
use super::{Confidence, PlaceSamples, SampleSummary, StudentTest, Undefined};

/// With at least this many places, they are the units; with fewer, their values are.
const PLACES_AS_UNITS: usize = 5;
/// The fewest values of a side at one of few places.
const FEWEST_VALUES: usize = 5;

/// The first side's values minus the second's, in the unit of the values. Every place counts once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PairedDifference {
    /// The number of places compared.
    pub places: usize,
    /// The mean over places of the first side's mean.
    pub first: f64,
    /// The mean over places of the second side's mean.
    pub second: f64,
    /// The first less the second.
    pub difference: f64,
    /// Its test.
    pub test: Result<StudentTest, Undefined>,
}

/// Compares two sides within places that have both; other places are ignored.
///
/// From five places on, the test is Student's over the places' differences, which may differ from place to place. With
/// fewer, it is Welch's, stratified by place: it speaks of these places alone, and needs five values of each side at
/// each of them.
///
/// Sources: Student 1908; Satterthwaite 1946, Biometrics Bull 2:110-114, for the degrees of freedom.
///
/// # Errors
/// `NoPairs` if no place has both sides.
pub fn paired_difference(places: &[PlaceSamples], confidence: Confidence) -> Result<PairedDifference, Undefined> {
    let paired: Vec<&PlaceSamples> = places.iter().filter(|(one, other)| one.n > 0 && other.n > 0).collect();
    let mean = |side: fn(&PlaceSamples) -> f64| {
        floats::mean(&paired.iter().map(|place| side(place)).collect::<Vec<_>>()).ok_or(Undefined::NoPairs)
    };
    let difference = finite(mean(|(one, other)| one.mean - other.mean)?)?;
    let test = if paired.len() >= PLACES_AS_UNITS {
        over_places(&paired, difference, confidence)
    } else {
        stratified(&paired, difference, confidence)
    };
    Ok(PairedDifference {
        places: paired.len(),
        first: finite(mean(|(one, _)| one.mean)?)?,
        second: finite(mean(|(_, other)| other.mean)?)?,
        difference,
        test,
    })
}

fn over_places(places: &[&PlaceSamples], difference: f64, confidence: Confidence) -> Result<StudentTest, Undefined> {
    let differences: Vec<f64> = places.iter().map(|(one, other)| one.mean - other.mean).collect();
    let (k, largest) = (float(places.len()), differences.iter().fold(0.0, |most: f64, value| most.max(value.abs())));
    let standard_error = (floats::squares(&differences, difference) / (k - 1.0) / k).sqrt();
    // Differences up to this are rounding.
    let rounding = 8.0 * f64::EPSILON * k * largest;
    StudentTest::new(difference, if standard_error <= rounding { 0.0 } else { standard_error }, k - 1.0, confidence)
}

fn stratified(places: &[&PlaceSamples], difference: f64, confidence: Confidence) -> Result<StudentTest, Undefined> {
    let sides: Vec<&SampleSummary> = places.iter().flat_map(|(one, other)| [one, other]).collect();
    if sides.iter().any(|side| side.n < FEWEST_VALUES) {
        return Err(Undefined::FewVisits);
    }
    let variances: Vec<(f64, f64)> =
        sides.iter().map(|side| (side.squares / (float(side.n) - 1.0) / float(side.n), float(side.n) - 1.0)).collect();
    let sum = floats::sum(variances.iter().map(|(variance, _)| *variance));
    let freedom = sum * sum / floats::sum(variances.iter().map(|(variance, freedom)| variance * variance / freedom));
    let standard_error = sum.sqrt() / float(places.len());
    if standard_error <= 0.0 {
        return Err(Undefined::NoVariation);
    }
    StudentTest::new(difference, standard_error, finite(freedom)?, confidence)
}

#[cfg(test)]
mod tests {
    use super::*;

    const C95: Confidence = Confidence::NINETY_FIVE;

    fn place(one: &[f64], other: &[f64]) -> PlaceSamples {
        let summary = |values: &[f64]| SampleSummary::from_values(values).unwrap_or_default();
        (summary(one), summary(other))
    }

    #[test]
    fn five_places_are_students_paired_test() {
        // scipy 1.17: ttest_rel of the means [82, 71, 90, 66, 75] and [80, 66, 91, 60, 72].
        let places: Vec<PlaceSamples> = [(82.0, 80.0), (71.0, 66.0), (90.0, 91.0), (66.0, 60.0), (75.0, 72.0)]
            .map(|(one, other)| place(&[one - 4.0, one + 4.0], &[other]))
            .into();
        let got = paired_difference(&places, C95).unwrap();
        let test = got.test.unwrap();
        assert_eq!((got.places, got.first, got.second, got.difference), (5, 76.8, 73.8, 3.0));
        assert!((test.p - 0.070_483_996_910_219_9).abs() < 1e-9, "{test:?}");
        // A place with one side only changes nothing.
        let more = [places, vec![place(&[10.0], &[]), place(&[], &[99.0])]].concat();
        assert_eq!(paired_difference(&more, C95), Ok(got));
    }

    #[test]
    fn one_place_is_welchs_test_and_needs_five_values_a_side() {
        let (one, other) = ([90.0, 85.0, 70.0, 88.0, 91.0], [80.0, 70.0, 78.0, 66.0, 71.0, 77.0]);
        let got = paired_difference(&[place(&one, &other)], C95).unwrap();
        let welch = crate::stats::welch(&one, &other, C95).unwrap();
        assert!((got.difference - welch.difference).abs() < 1e-12);
        assert!((got.test.unwrap().p - welch.test.unwrap().p).abs() < 1e-12);
        let few = paired_difference(&[place(&one, &other[..4])], C95).unwrap();
        assert_eq!(few.test, Err(Undefined::FewVisits));
    }

    #[test]
    fn without_spread_or_pairs_there_is_no_test() {
        let even = vec![place(&[50.0], &[40.0]); 6];
        assert_eq!(paired_difference(&even, C95).unwrap().test, Err(Undefined::NoVariation));
        assert_eq!(paired_difference(&[place(&[50.0; 5], &[40.0; 5])], C95).unwrap().test, Err(Undefined::NoVariation));
        assert_eq!(paired_difference(&[place(&[50.0], &[])], C95), Err(Undefined::NoPairs));
    }
}
