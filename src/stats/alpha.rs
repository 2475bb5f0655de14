//! Reliability of any number of observers, with holes, at any level of measurement.

use super::number::{float, sum};
use super::{Statistic, Undefined};

/// What the values mean, and so how far two of them are apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Names: the same or not.
    Nominal,
    /// Ranks: as many values as lie between.
    Ordinal,
    /// Measures: the squared difference.
    Interval,
}

/// Krippendorff's alpha.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alpha {
    /// Values in units that have at least two.
    pub n_pairable: usize,
    /// At most 1; 0 where chance explains the agreement. `NoPairableValues` where no unit was rated twice,
    /// `NoVariation` where all pairable values are the same.
    pub alpha: Result<f64, Undefined>,
}

/// Gives Krippendorff's alpha. Each unit is a list of values, one per observer, with holes; names as numbers.
///
/// What is not finite counts as a hole. `O(n log n)` in the number of values.
/// Source: Krippendorff 2004, Content Analysis, 2nd edition, chapter 11; the ordinal distance there is the difference
/// of mid-ranks, which makes both metric levels sums of squares.
#[must_use]
pub fn krippendorff_alpha<U: AsRef<[Option<f64>]>>(units: &[U], level: Level) -> Alpha {
    let mut over = AlphaOverUnits::new(units, level);
    let all: Vec<usize> = (0..over.units.len()).collect();
    let alpha = over.of(&all);
    Alpha { n_pairable: over.units.iter().map(Vec::len).sum(), alpha }
}

/// Alpha as a statistic of units, for [`super::bca`]; only units with two values or more count as units.
#[derive(Clone, Debug)]
pub struct AlphaOverUnits {
    level: Level,
    /// The places in `values` of each unit's values, in order.
    units: Vec<Vec<usize>>,
    /// The distinct values, in order, from 0 to 1.
    values: Vec<f64>,
    counts: Vec<f64>,
    positions: Vec<f64>,
}

impl AlphaOverUnits {
    /// Takes units as [`krippendorff_alpha`] does.
    #[must_use]
    pub fn new<U: AsRef<[Option<f64>]>>(units: &[U], level: Level) -> Self {
        let pairable: Vec<Vec<f64>> =
            units.iter().map(|unit| super::number::present(unit.as_ref())).filter(|unit| unit.len() > 1).collect();
        // Adding 0 makes one zero of the two.
        let mut distinct: Vec<f64> = pairable.iter().flatten().map(|value| value + 0.0).collect();
        distinct.sort_unstable_by(f64::total_cmp);
        distinct.dedup();
        let places = |unit: &Vec<f64>| {
            let mut places: Vec<usize> =
                unit.iter().map(|value| distinct.partition_point(|other| other < value)).collect();
            places.sort_unstable();
            places
        };
        let units: Vec<Vec<usize>> = pairable.iter().map(places).collect();
        let least = distinct.first().copied().unwrap_or(0.0) / 2.0;
        let range = distinct.last().copied().unwrap_or(0.0) / 2.0 - least;
        let values: Vec<f64> =
            distinct.iter().map(|value| (value / 2.0 - least) / range.max(f64::MIN_POSITIVE)).collect();
        Self { level, units, counts: vec![0.0; values.len()], positions: values.clone(), values }
    }

    /// Counts the values of the units drawn, and lays them out so that distances become squares.
    fn lay_out(&mut self, drawn: &[usize]) {
        self.counts.fill(0.0);
        for place in drawn.iter().filter_map(|unit| self.units.get(*unit)).flatten() {
            if let Some(count) = self.counts.get_mut(*place) {
                *count += 1.0;
            }
        }
        match self.level {
            Level::Nominal => {}
            Level::Interval => self.positions.copy_from_slice(&self.values),
            Level::Ordinal => {
                let mut below = 0.0;
                for (position, count) in self.positions.iter_mut().zip(&self.counts) {
                    *position = below + count / 2.0;
                    below += count;
                }
            }
        }
    }

    /// Half the sum of distances over ordered pairs of a unit's values, over one less than their number.
    fn apart(&self, unit: &[usize]) -> f64 {
        let n = float(unit.len());
        let pairs = if self.level == Level::Nominal {
            let same = unit.chunk_by(|one, other| one == other).map(|same| float(same.len()) * float(same.len()));
            (n * n - same.sum::<f64>()) / 2.0
        } else {
            let position = |place: &usize| self.positions.get(*place).copied().unwrap_or(0.0);
            let origin = unit.first().map_or(0.0, position);
            let centre = origin + unit.iter().map(|place| position(place) - origin).sum::<f64>() / n;
            n * unit.iter().map(|place| (position(place) - centre) * (position(place) - centre)).sum::<f64>()
        };
        pairs / (n - 1.0)
    }

    /// The same over all values drawn, and their number.
    fn apart_by_chance(&self) -> (f64, f64) {
        let n: f64 = self.counts.iter().sum();
        let pairs = if self.level == Level::Nominal {
            sum(self.counts.iter().map(|count| count * (n - count))) / 2.0
        } else {
            let weighted = || self.positions.iter().zip(&self.counts);
            let centre = sum(weighted().map(|(position, count)| position * count)) / n;
            n * sum(weighted().map(|(position, count)| count * (position - centre) * (position - centre)))
        };
        (pairs / (n - 1.0), n)
    }
}

impl Statistic for AlphaOverUnits {
    fn size(&self) -> usize {
        self.units.len()
    }

    fn of(&mut self, drawn: &[usize]) -> Result<f64, Undefined> {
        self.lay_out(drawn);
        let (expected, n) = self.apart_by_chance();
        if n < 2.0 {
            return Err(Undefined::NoPairableValues);
        }
        if self.counts.iter().filter(|count| **count > 0.0).count() < 2 {
            return Err(Undefined::NoVariation);
        }
        let observed = sum(drawn.iter().filter_map(|unit| self.units.get(*unit)).map(|unit| self.apart(unit)));
        super::number::finite(1.0 - observed / expected)
    }
}
