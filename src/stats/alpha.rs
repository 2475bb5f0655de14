//! Krippendorff's alpha: reliability of any number of observers, with missing values, at any level of measurement.

use super::floats::{float, sum};
use super::{Statistic, Undefined};

/// The level of measurement, which defines the distance of two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeasurementLevel {
    /// Names: equal or not.
    Nominal,
    /// Ranks: the number of values in between.
    Ordinal,
    /// Measures: the squared difference.
    Interval,
}

/// Krippendorff's alpha.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alpha {
    /// The number of values in units that have at least two.
    pub n_pairable: usize,
    /// At most 1; 0 if chance explains the agreement. `NoPairableValues` if no unit was rated twice, `NoVariation` if
    /// all pairable values are the same.
    pub alpha: Result<f64, Undefined>,
}

/// Computes Krippendorff's alpha. Each unit is a list of values, one per observer; names are coded as numbers.
///
/// Values that are not finite count as missing. `O(n log n)` in the number of values.
///
/// Source: Krippendorff 2004, Content Analysis, 2nd edition, chapter 11. The ordinal distance there is the difference
/// of mid-ranks, so both metric levels reduce to sums of squares.
#[must_use]
pub fn krippendorff_alpha<U: AsRef<[Option<f64>]>>(units: &[U], level: MeasurementLevel) -> Alpha {
    let mut over = AlphaOverUnits::new(units, level);
    let all: Vec<usize> = (0..over.units.len()).collect();
    let alpha = over.compute(&all);
    let n_pairable = units.iter().map(|unit| super::floats::present(unit.as_ref()).len()).filter(|n| *n > 1).sum();
    Alpha { n_pairable, alpha }
}

/// Alpha as a statistic of units, for [`super::bca`]; only units with at least two values count.
#[derive(Clone, Debug)]
pub struct AlphaOverUnits {
    level: MeasurementLevel,
    units: Vec<Unit>,
    /// The distinct values in ascending order, scaled to 0–1.
    values: Vec<f64>,
    counts: Vec<f64>,
    positions: Vec<f64>,
}

/// The values of a unit and their disagreement.
#[derive(Clone, Debug)]
struct Unit {
    /// The number of values.
    n: f64,
    /// The index in `values` of each distinct value, and how often it occurs.
    counts: Vec<(usize, f64)>,
    /// Half the sum of distances over ordered pairs, divided by the number of values less one. Not used for ranks,
    /// which depend on all values drawn.
    disagreement: f64,
}

impl AlphaOverUnits {
    /// Prepares units as [`krippendorff_alpha`] does.
    pub fn new<U: AsRef<[Option<f64>]>>(units: &[U], level: MeasurementLevel) -> Self {
        let pairable: Vec<Vec<f64>> =
            units.iter().map(|unit| super::floats::present(unit.as_ref())).filter(|unit| unit.len() > 1).collect();
        // Adding 0 turns -0 into 0.
        let mut distinct: Vec<f64> = pairable.iter().flatten().map(|value| value + 0.0).collect();
        distinct.sort_unstable_by(f64::total_cmp);
        distinct.dedup();
        let least = distinct.first().copied().unwrap_or(0.0) / 2.0;
        let range = distinct.last().copied().unwrap_or(0.0) / 2.0 - least;
        let values: Vec<f64> =
            distinct.iter().map(|value| (value / 2.0 - least) / range.max(f64::MIN_POSITIVE)).collect();
        let unit = |values_of: &Vec<f64>| {
            let mut places: Vec<usize> =
                values_of.iter().map(|value| distinct.partition_point(|other| other < value)).collect();
            places.sort_unstable();
            let counts: Vec<(usize, f64)> = places
                .chunk_by(|one, other| one == other)
                .filter_map(|same| Some((*same.first()?, float(same.len()))))
                .collect();
            let n = float(places.len());
            Unit { n, disagreement: unit_disagreement(n, &counts, level, &values), counts }
        };
        let units = pairable.iter().map(unit).collect();
        Self { level, units, counts: vec![0.0; values.len()], positions: values.clone(), values }
    }

    /// Counts the values of the units drawn and sets their positions so that distances become squared differences.
    fn load_sample(&mut self, drawn: &[usize]) {
        self.counts.fill(0.0);
        for (place, times) in drawn.iter().filter_map(|unit| self.units.get(*unit)).flat_map(|unit| &unit.counts) {
            if let Some(count) = self.counts.get_mut(*place) {
                *count += times;
            }
        }
        match self.level {
            MeasurementLevel::Nominal => {}
            MeasurementLevel::Interval => self.positions.copy_from_slice(&self.values),
            MeasurementLevel::Ordinal => {
                let mut below = 0.0;
                for (position, count) in self.positions.iter_mut().zip(&self.counts) {
                    *position = below + count / 2.0;
                    below += count;
                }
            }
        }
    }

    /// Returns the disagreement within a unit.
    fn disagreement(&self, unit: &Unit) -> f64 {
        match self.level {
            MeasurementLevel::Ordinal => unit_disagreement(unit.n, &unit.counts, self.level, &self.positions),
            MeasurementLevel::Nominal | MeasurementLevel::Interval => unit.disagreement,
        }
    }

    /// Returns the disagreement over all values drawn, and their number.
    fn expected_disagreement(&self) -> (f64, f64) {
        let n: f64 = self.counts.iter().sum();
        let pairs = if self.level == MeasurementLevel::Nominal {
            sum(self.counts.iter().map(|count| count * (n - count))) / 2.0
        } else {
            let weighted = || self.positions.iter().zip(&self.counts);
            let centre = sum(weighted().map(|(position, count)| position * count)) / n;
            n * sum(weighted().map(|(position, count)| count * (position - centre) * (position - centre)))
        };
        (pairs / (n - 1.0), n)
    }
}

/// Returns half the sum of distances over ordered pairs of a unit's values, divided by their number less one.
fn unit_disagreement(n: f64, counts: &[(usize, f64)], level: MeasurementLevel, positions: &[f64]) -> f64 {
    let pairs = if level == MeasurementLevel::Nominal {
        (n * n - counts.iter().map(|(_, times)| times * times).sum::<f64>()) / 2.0
    } else {
        let position = |place: &usize| positions.get(*place).copied().unwrap_or(0.0);
        let origin = counts.first().map_or(0.0, |(place, _)| position(place));
        let centre = origin + counts.iter().map(|(place, times)| times * (position(place) - origin)).sum::<f64>() / n;
        let square = |(place, times): &(usize, f64)| times * (position(place) - centre) * (position(place) - centre);
        n * counts.iter().map(square).sum::<f64>()
    };
    pairs / (n - 1.0)
}

impl Statistic for AlphaOverUnits {
    fn size(&self) -> usize {
        self.units.len()
    }

    fn compute(&mut self, drawn: &[usize]) -> Result<f64, Undefined> {
        self.load_sample(drawn);
        let (expected, n) = self.expected_disagreement();
        if n < 2.0 {
            return Err(Undefined::NoPairableValues);
        }
        if self.counts.iter().filter(|count| **count > 0.0).count() < 2 {
            return Err(Undefined::NoVariation);
        }
        let observed = sum(drawn.iter().filter_map(|unit| self.units.get(*unit)).map(|unit| self.disagreement(unit)));
        super::floats::finite(1.0 - observed / expected)
    }
}
