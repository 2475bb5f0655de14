//! Statistics that depend on their units only through sums, so that resampling and leaving out a unit are cheap.

use super::floats::{self, finite};
use super::{Statistic, Undefined};

/// A statistic that is a function of the sums of its units' rows.
///
/// Leaving one unit out takes constant time and subtracts nothing: the sums before and after each unit are kept.
#[derive(Clone, Debug)]
pub struct SumStatistic<F> {
    rows: Vec<f64>,
    before: Vec<f64>,
    after: Vec<f64>,
    width: usize,
    sums: Vec<f64>,
    finish: F,
}

impl<F: Fn(&[f64]) -> Result<f64, Undefined>> SumStatistic<F> {
    /// Creates a statistic from the units' rows, concatenated, with `width` numbers each. `finish` computes the
    /// statistic from the sums.
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

    /// Adds up rows of a width known at compile time; four times as fast as the general loop.
    fn add<const WIDTH: usize>(&mut self, drawn: &[usize]) {
        let (rows, _) = self.rows.as_chunks::<WIDTH>();
        let mut sums = [0.0; WIDTH];
        for row in drawn.iter().filter_map(|unit| rows.get(*unit)) {
            sums.iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
        }
        self.sums.copy_from_slice(&sums);
    }
}

/// Returns the row of a unit.
#[expect(clippy::indexing_slicing, reason = "every unit drawn is below the size of the statistic, and so has a row")]
fn row(rows: &[f64], unit: usize, width: usize) -> &[f64] {
    &rows[unit * width..(unit + 1) * width]
}

impl<F: Fn(&[f64]) -> Result<f64, Undefined>> Statistic for SumStatistic<F> {
    fn size(&self) -> usize {
        self.rows.len() / self.width.max(1)
    }

    fn compute(&mut self, drawn: &[usize]) -> Result<f64, Undefined> {
        match self.width {
            2 => self.add::<2>(drawn),
            4 => self.add::<4>(drawn),
            _ => {
                self.sums.fill(0.0);
                for unit in drawn {
                    let row = row(&self.rows, *unit, self.width);
                    self.sums.iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
                }
            }
        }
        finite((self.finish)(&self.sums)?)
    }

    fn compute_without(&mut self, left_out: usize) -> Result<f64, Undefined> {
        let (before, after) = (row(&self.before, left_out, self.width), row(&self.after, left_out, self.width));
        let parts = before.iter().zip(after).map(|(before, after)| before + after);
        self.sums.iter_mut().zip(parts).for_each(|(sum, part)| *sum = part);
        finite((self.finish)(&self.sums)?)
    }
}

/// Returns the mean of values as a statistic. Their order does not change a single bit.
pub fn mean(values: &[f64]) -> impl Statistic + use<> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let centre = floats::mean(&sorted).unwrap_or(0.0);
    let rows = sorted.iter().flat_map(|value| [value - centre, 1.0]).collect();
    SumStatistic::new(rows, 2, move |sums| match sums {
        [sum, count] if *count > 0.0 => Ok(centre + sum / count),
        _ => Err(Undefined::NoObservations),
    })
}

/// Returns the sum of the first numbers over the sum of the second, such as points over possible points.
///
/// Undefined as `ZeroDenominator` if the second sum is 0.
pub fn ratio_of_sums(units: &[(f64, f64)]) -> impl Statistic + use<> {
    let rows = units.iter().flat_map(|(above, below)| [*above, *below]).collect();
    SumStatistic::new(rows, 2, |sums| match sums {
        [above, below] if *below != 0.0 => Ok(above / below),
        _ => Err(Undefined::ZeroDenominator),
    })
}

/// Returns the difference of two means. A unit is the sum and number of its values on the first side, then on the
/// second.
///
/// Undefined as `NoObservations` if a side has no values.
pub fn difference_of_means(units: &[[f64; 4]]) -> impl Statistic + use<> {
    SumStatistic::new(units.concat(), 4, |sums| match sums {
        [one, of_one, other, of_other] if *of_one > 0.0 && *of_other > 0.0 => Ok(one / of_one - other / of_other),
        _ => Err(Undefined::NoObservations),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::{Confidence, MAX_EXHAUSTIVE_UNITS, Resampling, bca};

    fn near(one: f64, other: f64) -> bool {
        (one - other).abs() < 1e-12
    }

    #[test]
    fn statistics_are_their_definitions() {
        assert!(near(mean(&[3.0, 4.0, 8.0]).compute(&[0, 1, 2]).unwrap(), 5.0));
        let mut pooled = ratio_of_sums(&[(3.0, 4.0), (10.0, 20.0), (0.0, 0.0)]);
        assert!(near(pooled.compute(&[0, 1, 2]).unwrap(), 13.0 / 24.0));
        assert_eq!(pooled.compute(&[2, 2]), Err(Undefined::ZeroDenominator));
        let mut gap = difference_of_means(&[[9.0, 1.0, 0.0, 0.0], [7.0, 1.0, 10.0, 2.0], [0.0, 0.0, 2.0, 1.0]]);
        assert!(near(gap.compute(&[0, 1, 2]).unwrap(), 8.0 - 4.0));
        assert_eq!(gap.compute(&[0, 0]), Err(Undefined::NoObservations));
    }

    #[test]
    fn leaving_one_out_equals_drawing_the_others() {
        let mut scores = mean(&[90.0, 71.5, 33.0, 48.1]);
        for left_out in 0..4 {
            let rest: Vec<usize> = (0..4).filter(|unit| *unit != left_out).collect();
            assert!(near(scores.compute_without(left_out).unwrap(), scores.compute(&rest).unwrap()));
        }
    }

    #[test]
    fn random_samples_approximate_all_samples_and_are_reproducible() {
        let values = [71.0, 64.5, 90.0, 83.0, 58.0, 77.5, 96.0, 40.0];
        assert!(values.len() <= MAX_EXHAUSTIVE_UNITS);
        let of = |resampling| bca(&mut mean(&values), Confidence::NINETY_FIVE, resampling).unwrap().interval.unwrap();
        let (all, drawn) = (of(Resampling::Exhaustive), of(Resampling::default()));
        assert!((all.lower - drawn.lower).abs() < 0.5 && (all.upper - drawn.upper).abs() < 0.5, "{all:?} {drawn:?}");
        assert_eq!(format!("{} {}", drawn.lower, drawn.upper), "59.12186385868449 82.8125");
    }
}
