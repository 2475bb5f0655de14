//! The BCa bootstrap: an interval for any statistic by resampling its units.

use super::confidence::{normal, normal_quantile};
use super::floats::{finite, float, sum};
use super::{Confidence, Interval, Undefined, quantile, resample};

/// The seed of every report.
pub const SEED: u64 = 1;

/// The default number of samples.
const RESAMPLES: u32 = 9_999;

/// A statistic of units that are sampled as a whole: a visit, a site with all its visits, a unit with its ratings.
pub trait Statistic {
    /// Returns the number of units.
    fn size(&self) -> usize;

    /// Computes the statistic of a sample, given as unit indices with repetition.
    ///
    /// # Errors
    /// Returns why it is undefined for this sample, which is then skipped.
    fn compute(&mut self, drawn: &[usize]) -> Result<f64, Undefined>;

    /// Computes the statistic of all units but one.
    ///
    /// # Errors
    /// As [`Statistic::compute`].
    fn compute_without(&mut self, left_out: usize) -> Result<f64, Undefined> {
        let rest: Vec<usize> = (0..self.size()).filter(|unit| *unit != left_out).collect();
        self.compute(&rest)
    }
}

/// Which samples are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resampling {
    /// All possible samples, weighted by how often each occurs; up to [`super::MAX_EXHAUSTIVE_UNITS`] units.
    Exhaustive,
    /// A number of random samples by the generator `SplitMix64`.
    Seeded {
        /// The seed of the generator.
        seed: u64,
        /// The number of samples.
        resamples: u32,
    },
}

impl Default for Resampling {
    fn default() -> Self {
        Self::Seeded { seed: SEED, resamples: RESAMPLES }
    }
}

/// An estimate with its bootstrap interval, in the unit of the statistic.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bca {
    /// The statistic of all units.
    pub estimate: f64,
    /// The interval; `None` if the samples have no spread to derive it from, and the estimate itself if nothing varies.
    pub interval: Option<Interval>,
    /// The correction: `TooFewPoints` for a single unit, `NoVariation` if all samples have the same value, or why most
    /// samples are undefined.
    pub correction: Result<Correction, Undefined>,
}

/// The BCa correction of plain percentiles.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Correction {
    /// The bias: the normal quantile of the share of samples below the estimate, ties counting half.
    pub bias: f64,
    /// The acceleration, from leaving out one unit at a time; from -1/6 to 1/6.
    pub acceleration: f64,
}

/// Computes the bias-corrected and accelerated bootstrap interval of a statistic; quantiles are of type 7.
///
/// The same units in the same order give bit-identical results.
///
/// Source: Efron 1987, J Am Stat Assoc 82:171-185; Efron and Tibshirani 1993, chapter 14.
///
/// # Errors
/// `NoObservations` without units; the reason if the statistic of all units is undefined; `OutOfRange` for more units
/// than can be resampled exhaustively.
pub fn bca<S: Statistic>(statistic: &mut S, confidence: Confidence, resampling: Resampling) -> Result<Bca, Undefined> {
    if statistic.size() == 0 {
        return Err(Undefined::NoObservations);
    }
    let all: Vec<usize> = (0..statistic.size()).collect();
    let estimate = finite(statistic.compute(&all)?)?;
    if statistic.size() < 2 {
        return Ok(Bca { estimate, interval: None, correction: Err(Undefined::TooFewPoints) });
    }
    let replicates = match Replicates::draw(statistic, resampling)? {
        Ok(replicates) => replicates,
        Err(reason) => return Ok(Bca { estimate, interval: None, correction: Err(reason) }),
    };
    let tolerance = replicates.tolerance();
    if replicates.range() <= tolerance {
        let interval = Some(Interval { lower: estimate, upper: estimate });
        return Ok(Bca { estimate, interval, correction: Err(Undefined::NoVariation) });
    }
    let bias = normal_quantile(replicates.share_below(estimate, tolerance));
    let acceleration = acceleration(statistic);
    let z = confidence.z();
    let limit = |z: f64| replicates.quantile(corrected_level(bias + z, bias, acceleration));
    let interval = limit(-z).zip(limit(z)).map(|(lower, upper)| Interval { lower, upper });
    Ok(Bca { estimate, interval, correction: Ok(Correction { bias, acceleration }) })
}

/// Returns the level of the corrected percentile for the plain one at `shifted - bias`.
fn corrected_level(shifted: f64, bias: f64, acceleration: f64) -> f64 {
    let room = 1.0 - acceleration * shifted;
    if room > 0.0 { normal(bias + shifted / room) } else { f64::from(u8::from(shifted > 0.0)) }
}

/// Returns a sixth of the skewness of the units' influence; 0 if they have none.
fn acceleration<S: Statistic>(statistic: &mut S) -> f64 {
    let left_out: Vec<f64> = (0..statistic.size()).filter_map(|unit| statistic.compute_without(unit).ok()).collect();
    let Some(centre) = super::floats::mean(&left_out) else { return 0.0 };
    let largest = left_out.iter().fold(0.0, |largest: f64, value| largest.max((centre - value).abs()));
    if !(largest > 0.0 && largest.is_finite()) {
        return 0.0;
    }
    // Relative to the largest, so that squares and cubes neither overflow nor underflow.
    let influences = || left_out.iter().map(|value| (centre - value) / largest);
    let squares = sum(influences().map(|influence| influence * influence));
    let cubes = sum(influences().map(|influence| influence * influence * influence));
    cubes / (6.0 * squares * squares.sqrt())
}

/// The values of the statistic over all samples, in ascending order.
struct Replicates {
    /// A value, and the number of samples up to and including it.
    ordered: Vec<(f64, f64)>,
    total: f64,
}

impl Replicates {
    /// Draws all samples. Returns the inner error if fewer than half of them have a value.
    fn draw<S: Statistic>(statistic: &mut S, resampling: Resampling) -> Result<Result<Self, Undefined>, Undefined> {
        let mut ordered = Vec::new();
        let mut reason = Undefined::NoObservations;
        let (mut all, mut total) = (0.0, 0.0);
        resample::for_each_sample(statistic.size(), resampling, |drawn, times| {
            all += times;
            match statistic.compute(drawn).and_then(finite) {
                Ok(value) => ordered.push((value, times)),
                Err(why) => reason = why,
            }
        })?;
        ordered.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
        for (_, times) in &mut ordered {
            total += *times;
            *times = total;
        }
        Ok(if total > all / 2.0 { Ok(Self { ordered, total }) } else { Err(reason) })
    }

    fn ends(&self) -> (f64, f64) {
        let value = |end: Option<&(f64, f64)>| end.map_or(0.0, |(value, _)| *value);
        (value(self.ordered.first()), value(self.ordered.last()))
    }

    /// Computed as twice half the range, which may overflow otherwise.
    fn range(&self) -> f64 {
        let (least, most) = self.ends();
        2.0 * (most / 2.0 - least / 2.0)
    }

    /// Differences up to this are rounding.
    fn tolerance(&self) -> f64 {
        let (least, most) = self.ends();
        8.0 * f64::EPSILON * least.abs().max(most.abs())
    }

    /// Returns the share of samples below the estimate plus half of those equal to it; never 0 or 1, whose quantiles
    /// are infinite.
    fn share_below(&self, estimate: f64, tolerance: f64) -> f64 {
        let up_to = |limit: f64| {
            let place = self.ordered.partition_point(|(value, _)| *value < limit);
            place.checked_sub(1).and_then(|last| self.ordered.get(last)).map_or(0.0, |(_, times)| *times)
        };
        let below = up_to(estimate - tolerance);
        let half_a_sample = 0.5 / self.total;
        let tied = up_to((estimate + tolerance).next_up()) - below;
        ((below + tied / 2.0) / self.total).clamp(half_a_sample, 1.0 - half_a_sample)
    }

    fn quantile(&self, level: f64) -> Option<f64> {
        quantile::interpolate((self.total - 1.0) * level, |place| {
            let place = float(place);
            let found = self.ordered.partition_point(|(_, times)| *times <= place);
            self.ordered.get(found).map(|(value, _)| *value)
        })
    }
}
