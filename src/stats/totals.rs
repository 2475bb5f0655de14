//! Statistics that depend on their units through sums alone: any resample, and all but one unit, then cost little.

use super::number::{self, finite};
use super::{Statistic, Undefined};

/// A statistic that is a function of the sums of its units' rows.
///
/// Leaving one unit out costs the same for any number of units, and subtracts nothing: the sums before and after it
/// are kept.
#[derive(Clone, Debug)]
pub struct Totals<F> {
    rows: Vec<f64>,
    before: Vec<f64>,
    after: Vec<f64>,
    width: usize,
    sums: Vec<f64>,
    finish: F,
}

impl<F: Fn(&[f64]) -> Result<f64, Undefined>> Totals<F> {
    /// Takes the units' rows one after the other, `width` numbers each, and what makes the statistic of their sums.
    #[must_use]
    pub fn new(rows: Vec<f64>, width: usize, finish: F) -> Self {
        let (mut before, mut after) = (vec![0.0; rows.len()], vec![0.0; rows.len()]);
        let step = width.max(1);
        let mut sums = vec![0.0; width];
        for (row, before) in rows.chunks_exact(step).zip(before.chunks_exact_mut(step)) {
            before.copy_from_slice(&sums);
            sums.iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
        }
        sums.fill(0.0);
        for (row, after) in rows.chunks_exact(step).zip(after.chunks_exact_mut(step)).rev() {
            after.copy_from_slice(&sums);
            sums.iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
        }
        Self { rows, before, after, width, sums, finish }
    }

    /// Adds up rows whose width the compiler knows: the same sums, in a quarter of the time.
    fn add<const WIDTH: usize>(&mut self, drawn: &[usize]) {
        let (rows, _) = self.rows.as_chunks::<WIDTH>();
        let mut sums = [0.0; WIDTH];
        for row in drawn.iter().filter_map(|unit| rows.get(*unit)) {
            sums.iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
        }
        self.sums.copy_from_slice(&sums);
    }

    fn row<'a>(&self, rows: &'a [f64], unit: usize) -> &'a [f64] {
        rows.get(unit * self.width..(unit + 1) * self.width).unwrap_or_default()
    }
}

impl<F: Fn(&[f64]) -> Result<f64, Undefined>> Statistic for Totals<F> {
    fn size(&self) -> usize {
        self.rows.len() / self.width.max(1)
    }

    fn of(&mut self, drawn: &[usize]) -> Result<f64, Undefined> {
        match self.width {
            2 => self.add::<2>(drawn),
            4 => self.add::<4>(drawn),
            _ => {
                self.sums.fill(0.0);
                for unit in drawn {
                    let row = self.rows.get(unit * self.width..(unit + 1) * self.width).unwrap_or_default();
                    self.sums.iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
                }
            }
        }
        finite((self.finish)(&self.sums)?)
    }

    fn without(&mut self, left_out: usize) -> Result<f64, Undefined> {
        let (before, after) = (self.row(&self.before, left_out), self.row(&self.after, left_out));
        let sums: Vec<f64> = before.iter().zip(after).map(|(before, after)| before + after).collect();
        finite((self.finish)(&sums)?)
    }
}

/// The mean of values. Their order changes nothing, not even the last bit.
#[must_use]
pub fn mean(values: &[f64]) -> impl Statistic + use<> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let centre = number::mean(&sorted).unwrap_or(0.0);
    let rows = sorted.iter().flat_map(|value| [value - centre, 1.0]).collect();
    Totals::new(rows, 2, move |sums| match sums {
        [sum, count] if *count > 0.0 => Ok(centre + sum / count),
        _ => Err(Undefined::NoObservations),
    })
}

/// The sum of the first numbers over the sum of the second: points over possible points, each unit as large as it is.
///
/// Undefined as `ZeroDenominator` where the second sum is 0.
#[must_use]
pub fn ratio_of_sums(units: &[(f64, f64)]) -> impl Statistic + use<> {
    let rows = units.iter().flat_map(|(above, below)| [*above, *below]).collect();
    Totals::new(rows, 2, |sums| match sums {
        [above, below] if *below != 0.0 => Ok(above / below),
        _ => Err(Undefined::ZeroDenominator),
    })
}

/// One mean less another. A unit gives the sum and the number of its values on the first side, then on the second.
///
/// Undefined as `NoObservations` where a side has none.
#[must_use]
pub fn difference_of_means(units: &[[f64; 4]]) -> impl Statistic + use<> {
    Totals::new(units.concat(), 4, |sums| match sums {
        [one, of_one, other, of_other] if *of_one > 0.0 && *of_other > 0.0 => Ok(one / of_one - other / of_other),
        _ => Err(Undefined::NoObservations),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::{Confidence, MOST_EXHAUSTIVE, Resampling, bca};

    fn near(one: f64, other: f64) -> bool {
        (one - other).abs() < 1e-12
    }

    #[test]
    fn statistics_are_their_definitions() {
        assert!(near(mean(&[3.0, 4.0, 8.0]).of(&[0, 1, 2]).unwrap(), 5.0));
        let mut pooled = ratio_of_sums(&[(3.0, 4.0), (10.0, 20.0), (0.0, 0.0)]);
        assert!(near(pooled.of(&[0, 1, 2]).unwrap(), 13.0 / 24.0));
        assert_eq!(pooled.of(&[2, 2]), Err(Undefined::ZeroDenominator));
        let mut gap = difference_of_means(&[[9.0, 1.0, 0.0, 0.0], [7.0, 1.0, 10.0, 2.0], [0.0, 0.0, 2.0, 1.0]]);
        assert!(near(gap.of(&[0, 1, 2]).unwrap(), 8.0 - 4.0));
        assert_eq!(gap.of(&[0, 0]), Err(Undefined::NoObservations));
    }

    #[test]
    fn leaving_one_out_is_drawing_the_others() {
        let mut scores = mean(&[90.0, 71.5, 33.0, 48.1]);
        for left_out in 0..4 {
            let rest: Vec<usize> = (0..4).filter(|unit| *unit != left_out).collect();
            assert!(near(scores.without(left_out).unwrap(), scores.of(&rest).unwrap()));
        }
    }

    #[test]
    fn drawn_samples_come_near_all_samples_and_are_the_same_everywhere() {
        let values = [71.0, 64.5, 90.0, 83.0, 58.0, 77.5, 96.0, 40.0];
        assert!(values.len() <= MOST_EXHAUSTIVE);
        let of = |resampling| bca(&mut mean(&values), Confidence::NINETY_FIVE, resampling).unwrap().interval.unwrap();
        let (all, drawn) = (of(Resampling::Exhaustive), of(Resampling::default()));
        assert!((all.lower - drawn.lower).abs() < 0.5 && (all.upper - drawn.upper).abs() < 0.5, "{all:?} {drawn:?}");
        assert_eq!(format!("{} {}", drawn.lower, drawn.upper), "59.12186385868449 82.8125");
    }
}
