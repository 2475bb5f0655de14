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
    let n_pairable = units.iter().map(|unit| super::number::present(unit.as_ref()).len()).filter(|n| *n > 1).sum();
    Alpha { n_pairable, alpha }
}

/// Alpha as a statistic of units, for [`super::bca`]; only units with two values or more count as units.
#[derive(Clone, Debug)]
pub struct AlphaOverUnits {
    level: Level,
    units: Vec<Unit>,
    /// The distinct values, in order, from 0 to 1.
    values: Vec<f64>,
    counts: Vec<f64>,
    positions: Vec<f64>,
}

/// A unit's values, and how far they are apart.
#[derive(Clone, Debug)]
struct Unit {
    /// How many values.
    n: f64,
    /// The place in `values` of each distinct one, and how often it occurs.
    counts: Vec<(usize, f64)>,
    /// Half the sum of distances over ordered pairs, over one less than their number, where that depends on the unit
    /// alone: not of ranks, which are those among all values drawn.
    apart: f64,
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
            Unit { n, apart: apart(n, &counts, level, &values), counts }
        };
        let units = pairable.iter().map(unit).collect();
        Self { level, units, counts: vec![0.0; values.len()], positions: values.clone(), values }
    }

    /// Counts the values of the units drawn, and lays them out so that distances become squares.
    fn lay_out(&mut self, drawn: &[usize]) {
        self.counts.fill(0.0);
        for (place, times) in drawn.iter().filter_map(|unit| self.units.get(*unit)).flat_map(|unit| &unit.counts) {
            if let Some(count) = self.counts.get_mut(*place) {
                *count += times;
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

    /// Gives how far a unit's values are apart.
    fn apart(&self, unit: &Unit) -> f64 {
        match self.level {
            Level::Ordinal => apart(unit.n, &unit.counts, self.level, &self.positions),
            Level::Nominal | Level::Interval => unit.apart,
        }
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

/// Half the sum of distances over ordered pairs of a unit's values, over one less than their number.
fn apart(n: f64, counts: &[(usize, f64)], level: Level, positions: &[f64]) -> f64 {
    let pairs = if level == Level::Nominal {
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
