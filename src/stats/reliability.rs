//! Generalizability theory: how well scores distinguish objects, and how many observations a reliable ranking needs.
//!
//! The object is what is compared (a site, a person); the facet is what it is observed through (visits, items). Nested:
//! each object has its own observations, in any number. Crossed: every object is observed through the same ones.

use super::confidence::f_quantile;
use super::floats::{finite, float, float_u64, mean, squares, sum};
use super::{Confidence, Interval, StudentTest, Undefined};
use std::num::NonZeroU64;

/// A value for each source of variance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Components {
    /// Between objects.
    pub object: f64,
    /// Between the facet's levels; `None` when nested, where it cannot be separated from the residual.
    pub facet: Option<f64>,
    /// The rest: within objects when nested, the interaction when crossed.
    pub residual: f64,
}

/// A generalizability study, in squared units of the scores.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct VarianceStudy {
    /// The mean squares of the analysis of variance.
    pub mean_squares: Components,
    /// The raw estimates; they can be negative.
    pub raw: Components,
    /// The estimates with negative ones set to 0.
    pub components: Components,
    /// The effective number of observations per object; nested only.
    pub n0: Option<f64>,
    /// The object's component if it is above 0; otherwise `NoObjectVariance`, and objects cannot be ranked.
    pub object_variance: Result<f64, Undefined>,
}

/// The reliability that `n` observations per object would have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DecisionStudy {
    /// The number of observations per object.
    pub n: NonZeroU64,
    /// The error variance of comparisons between objects.
    pub relative_error: f64,
    /// The error variance of an object's own mean.
    pub absolute_error: f64,
    /// G, from 0 to 1; `None` if nothing varies.
    pub generalizability: Option<f64>,
    /// Phi, from 0 to 1, never above G; `None` if nothing varies.
    pub dependability: Option<f64>,
}

/// An object's mean shrunk towards the mean of all objects by its unreliability; in the unit of the scores.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShrunkMean {
    /// The reliability of the object's own mean, from 0 to 1.
    pub reliability: f64,
    /// The shrunk mean.
    pub estimate: f64,
    /// The interval of the object's true score.
    pub interval: Interval,
}

/// Analyses objects with their own observations (`i:p`), possibly in unequal numbers; objects without any are left out.
///
/// Sources: Brennan 2001, Generalizability Theory, chapters 2 and 7; unequal numbers, Searle 1971, Linear Models.
///
/// # Errors
/// `TooFewLevels` below two objects, or if none has two observations; `OutOfRange` for values that are not finite.
pub fn nested_study<G: AsRef<[f64]>>(groups: &[G]) -> Result<VarianceStudy, Undefined> {
    let groups: Vec<&[f64]> = groups.iter().map(AsRef::as_ref).filter(|group| !group.is_empty()).collect();
    let all = groups.concat();
    if groups.len() < 2 || all.len() <= groups.len() {
        return Err(Undefined::TooFewLevels);
    }
    let grand = mean(&all).ok_or(Undefined::TooFewLevels)?;
    let means: Vec<f64> = groups.iter().filter_map(|group| mean(group)).collect();
    let sizes: Vec<f64> = groups.iter().map(|group| float(group.len())).collect();
    let between = sum(means.iter().zip(&sizes).map(|(mean, size)| size * (mean - grand) * (mean - grand)));
    let within = sum(groups.iter().zip(&means).map(|(group, mean)| squares(group, *mean)));
    let (n, k) = (float(all.len()), float(groups.len()));
    let mean_squares = Components { object: between / (k - 1.0), facet: None, residual: within / (n - k) };
    let n0 = (n - sum(sizes.iter().map(|size| size * size)) / n) / (k - 1.0);
    let object = (mean_squares.object - mean_squares.residual) / n0;
    study(mean_squares, Components { object, ..mean_squares }, Some(n0))
}

/// Analyses objects observed under the same conditions (`p x i`): one row per object, one column per condition, without
/// missing values.
///
/// Source: Brennan 2001, Generalizability Theory, chapter 2.
///
/// # Errors
/// `TooFewLevels` below two rows or two columns; `OutOfRange` for rows of different lengths, or values that are not
/// finite.
pub fn crossed_study<R: AsRef<[f64]>>(scores: &[R]) -> Result<VarianceStudy, Undefined> {
    let rows: Vec<&[f64]> = scores.iter().map(AsRef::as_ref).collect();
    let width = rows.first().map_or(0, |row| row.len());
    if rows.iter().any(|row| row.len() != width) {
        return Err(Undefined::OutOfRange);
    }
    if rows.len() < 2 || width < 2 {
        return Err(Undefined::TooFewLevels);
    }
    let (objects, conditions) = (float(rows.len()), float(width));
    let grand = mean(&rows.concat()).ok_or(Undefined::TooFewLevels)?;
    let off_rows: Vec<f64> = rows.iter().filter_map(|row| mean(row)).map(|mean| mean - grand).collect();
    let column = |place: usize| rows.iter().filter_map(|row| row.get(place).copied()).collect::<Vec<f64>>();
    let off_columns: Vec<f64> = (0..width).filter_map(|place| mean(&column(place))).map(|mean| mean - grand).collect();
    let residuals = rows.iter().zip(&off_rows).flat_map(|(row, off_row)| {
        row.iter().zip(&off_columns).map(move |(score, off_column)| {
            let residual = score - grand - off_row - off_column;
            residual * residual
        })
    });
    let mean_squares = Components {
        object: conditions * squares(&off_rows, 0.0) / (objects - 1.0),
        facet: Some(objects * squares(&off_columns, 0.0) / (conditions - 1.0)),
        residual: sum(residuals) / ((objects - 1.0) * (conditions - 1.0)),
    };
    let raw = Components {
        object: (mean_squares.object - mean_squares.residual) / conditions,
        facet: mean_squares.facet.map(|facet| (facet - mean_squares.residual) / objects),
        residual: mean_squares.residual,
    };
    study(mean_squares, raw, None)
}

/// Computes the interval of the ratio of the variance between objects to that within them, for objects with their own
/// observations, possibly in unequal numbers. The lower limit is 0 where objects may not differ at all.
///
/// Sources: Thomas and Hultquist 1978, Ann Stat 6:582-587; Burdick and Graybill 1992, Confidence Intervals on Variance
/// Components, 3.3. With equal numbers it is exact.
///
/// # Errors
/// As [`nested_study`], and `NoVariation` if nothing varies within objects.
pub fn variance_ratio_interval<G: AsRef<[f64]>>(groups: &[G], confidence: Confidence) -> Result<Interval, Undefined> {
    let study = nested_study(groups)?;
    let groups: Vec<&[f64]> = groups.iter().map(AsRef::as_ref).filter(|group| !group.is_empty()).collect();
    let means: Vec<f64> = groups.iter().filter_map(|group| mean(group)).collect();
    let (k, n) = (float(groups.len()), float(groups.iter().map(|group| group.len()).sum()));
    let harmonic = k / sum(groups.iter().map(|group| 1.0 / float(group.len())));
    let grand = mean(&means).ok_or(Undefined::TooFewLevels)?;
    let within = study.mean_squares.residual;
    if within <= 0.0 {
        return Err(Undefined::NoVariation);
    }
    let ratio = harmonic * squares(&means, grand) / (k - 1.0) / within;
    let limit = |probability: f64| -> Result<f64, Undefined> {
        Ok(((ratio / f_quantile(probability, k - 1.0, n - k)? - 1.0) / harmonic).max(0.0))
    };
    let tail = (1.0 - confidence.level()) / 2.0;
    Ok(Interval { lower: limit(1.0 - tail)?, upper: limit(tail)? })
}

fn study(mean_squares: Components, raw: Components, n0: Option<f64>) -> Result<VarianceStudy, Undefined> {
    for value in [raw.object, raw.facet.unwrap_or(0.0), raw.residual] {
        finite(value)?;
    }
    let components = Components {
        object: raw.object.max(0.0),
        facet: raw.facet.map(|facet| facet.max(0.0)),
        residual: raw.residual.max(0.0),
    };
    // A difference of equal mean squares is rounding.
    let there = raw.object > 1e-12 * mean_squares.object;
    let object_variance = if there { Ok(components.object) } else { Err(Undefined::NoObjectVariance) };
    Ok(VarianceStudy { mean_squares, raw, components, n0, object_variance })
}

impl VarianceStudy {
    /// Returns the reliability of means over `n` observations per object.
    pub fn decision_study(&self, n: NonZeroU64) -> DecisionStudy {
        let relative_error = self.components.residual / float_u64(n.get());
        let absolute_error = self.absolute_error() / float_u64(n.get());
        DecisionStudy {
            n,
            relative_error,
            absolute_error,
            generalizability: self.object_share(relative_error),
            dependability: self.object_share(absolute_error),
        }
    }

    /// Returns G for means over `n` observations per object; `n` is above 0 and need not be whole.
    pub fn reliability(&self, n: f64) -> Option<f64> {
        self.object_share(self.components.residual / n).filter(|_| n > 0.0)
    }

    /// Shrinks an object's mean of `n` observations towards the mean of all objects, with the interval of its true
    /// score.
    ///
    /// Source: Kelley 1947, Fundamentals of Statistics, p. 409; as the best linear predictor of a random effect,
    /// Searle, Casella and `McCulloch` 1992, Variance Components, 3.3.
    ///
    /// # Errors
    /// `NoObjectVariance` if objects do not differ; `OutOfRange` if the result overflows.
    pub fn shrink(&self, mean: f64, n: NonZeroU64, all: f64, confidence: Confidence) -> Result<ShrunkMean, Undefined> {
        let object = self.object_variance?;
        let reliability = self.reliability(float_u64(n.get())).ok_or(Undefined::NoObjectVariance)?;
        let estimate = finite(all + reliability * (mean - all))?;
        let half = finite(confidence.z() * (object * (1.0 - reliability)).sqrt())?;
        Ok(ShrunkMean { reliability, estimate, interval: Interval { lower: estimate - half, upper: estimate + half } })
    }

    /// Shrinks an object's mean of `n` observations towards the mean of all objects, as [`VarianceStudy::shrink`] does,
    /// with an interval that knows that the variances and that mean are estimates too, from `objects` objects.
    ///
    /// `precision` is the sum of the objects' reliabilities.
    ///
    /// Source: Morris 1983, J Am Stat Assoc 78:47-55.
    ///
    /// # Errors
    /// As [`VarianceStudy::shrink`], and `TooFewLevels` below five objects.
    pub fn shrink_among(
        &self,
        (own, n): (f64, NonZeroU64),
        (all, precision): (f64, f64),
        objects: usize,
        confidence: Confidence,
    ) -> Result<(ShrunkMean, StudentTest), Undefined> {
        if objects < 5 {
            return Err(Undefined::TooFewLevels);
        }
        let object = self.object_variance?;
        let shrunk = self.shrink(own, n, all, confidence)?;
        let rest = 1.0 - shrunk.reliability;
        let of_mean = rest * rest * object / precision;
        let of_variances = 2.0 * (rest * (own - all)).powi(2) / (float(objects) - 3.0);
        let error = (object * rest + of_mean + of_variances).sqrt();
        let test = StudentTest::new(shrunk.estimate, error, float(objects) - 1.0, confidence)?;
        Ok((shrunk, test))
    }

    /// Returns the object variance as a share of its sum with an error variance; `None` if nothing varies.
    fn object_share(&self, error: f64) -> Option<f64> {
        let object = self.components.object;
        (object + error > 0.0).then(|| object / (object + error))
    }

    /// Returns the smallest number of observations per object for which phi reaches a target above 0 and below 1.
    ///
    /// When nested, phi is G. A target reached within rounding counts as reached.
    ///
    /// # Errors
    /// `NoObjectVariance` if no number is enough; `OutOfRange` for a target outside the range.
    pub fn observations_needed(&self, target: f64) -> Result<u64, Undefined> {
        let object = self.object_variance?;
        if !(target > 0.0 && target < 1.0) {
            return Err(Undefined::OutOfRange);
        }
        let exact = target / (1.0 - target) * (self.absolute_error() / object);
        let rounded = (exact * (1.0 - 1e-12)).ceil().max(1.0);
        Ok(super::floats::whole(finite(rounded)?) as u64)
    }

    fn absolute_error(&self) -> f64 {
        self.components.residual + self.components.facet.unwrap_or(0.0)
    }
}
