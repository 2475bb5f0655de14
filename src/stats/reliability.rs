//! How far scores tell objects apart: variance components, and how many observations a sure ranking takes.
//!
//! The object is what is compared (a site, a person); the facet is what it is seen through (visits, items). Nested:
//! each object has observations of its own, in any number. Crossed: every object is seen through the same ones.

use super::number::{finite, float, float_u64, mean, squares, sum};
use super::{Confidence, Interval, Undefined};
use std::num::NonZeroU64;

/// One figure for each source of variance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Components {
    /// Between objects.
    pub object: f64,
    /// Between the facet's levels; `None` when nested, where it cannot be told from the residual.
    pub facet: Option<f64>,
    /// What remains: within objects when nested, the interaction when crossed.
    pub residual: f64,
}

/// A generalizability study, in squared units of the scores.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Study {
    /// The mean squares of the analysis of variance.
    pub mean_squares: Components,
    /// The estimates as they come out; they can be negative.
    pub raw: Components,
    /// The estimates with negative ones set to 0.
    pub components: Components,
    /// The effective number of observations per object; nested only.
    pub n0: Option<f64>,
    /// The object's component where it is above 0; otherwise `NoObjectVariance`, and nothing can be ranked.
    pub object_variance: Result<f64, Undefined>,
}

/// What `n` observations per object would give.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DecisionStudy {
    /// Observations per object.
    pub n: NonZeroU64,
    /// The error variance of comparisons between objects.
    pub relative_error: f64,
    /// The error variance of an object's own mean.
    pub absolute_error: f64,
    /// G, from 0 to 1; `None` where nothing varies.
    pub generalizability: Option<f64>,
    /// Phi, from 0 to 1, never above G; `None` where nothing varies.
    pub dependability: Option<f64>,
}

/// An object's mean drawn towards that of all objects, as far as it cannot be relied on; in the unit of the scores.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shrunk {
    /// The reliability of the object's own mean, from 0 to 1.
    pub reliability: f64,
    /// The mean drawn in.
    pub estimate: f64,
    /// The interval in which the object's true score lies.
    pub interval: Interval,
}

/// Studies objects that have observations of their own (`i:p`), in unequal numbers if need be; empty ones are left out.
///
/// Sources: Brennan 2001, Generalizability Theory, chapters 2 and 7; unequal numbers, Searle 1971, Linear Models.
///
/// # Errors
/// `TooFewLevels` below two objects, or where none has two observations; `OutOfRange` for what is not finite.
pub fn nested_study<G: AsRef<[f64]>>(groups: &[G]) -> Result<Study, Undefined> {
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

/// Studies objects that were all seen through the same conditions (`p x i`): one row per object, one column per
/// condition, no holes.
///
/// Source: Brennan 2001, Generalizability Theory, chapter 2.
///
/// # Errors
/// `TooFewLevels` below two rows or two columns; `OutOfRange` for rows of different lengths, or what is not finite.
pub fn crossed_study<R: AsRef<[f64]>>(scores: &[R]) -> Result<Study, Undefined> {
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

fn study(mean_squares: Components, raw: Components, n0: Option<f64>) -> Result<Study, Undefined> {
    for value in [raw.object, raw.facet.unwrap_or(0.0), raw.residual] {
        finite(value)?;
    }
    let components = Components {
        object: raw.object.max(0.0),
        facet: raw.facet.map(|facet| facet.max(0.0)),
        residual: raw.residual.max(0.0),
    };
    // What the subtraction of two equal mean squares leaves is rounding.
    let there = raw.object > 1e-12 * mean_squares.object;
    let object_variance = if there { Ok(components.object) } else { Err(Undefined::NoObjectVariance) };
    Ok(Study { mean_squares, raw, components, n0, object_variance })
}

impl Study {
    /// Gives the reliability of means over `n` observations per object.
    #[must_use]
    pub fn decide(&self, n: NonZeroU64) -> DecisionStudy {
        let relative_error = self.components.residual / float_u64(n.get());
        let absolute_error = self.error() / float_u64(n.get());
        DecisionStudy {
            n,
            relative_error,
            absolute_error,
            generalizability: self.against(relative_error),
            dependability: self.against(absolute_error),
        }
    }

    /// Gives G for means over `n` observations per object, a number above 0 that need not be whole: an effective one.
    #[must_use]
    pub fn reliability(&self, n: f64) -> Option<f64> {
        self.against(self.components.residual / n).filter(|_| n > 0.0)
    }

    /// Draws the mean of `n` observations of an object towards that of all objects, and gives the interval of the
    /// object's true score.
    ///
    /// Source: Kelley 1947, Fundamentals of Statistics, p. 409; as the best linear predictor of a random effect,
    /// Searle, Casella and `McCulloch` 1992, Variance Components, 3.3.
    ///
    /// # Errors
    /// `NoObjectVariance` where objects do not differ; `OutOfRange` where a float cannot hold the result.
    pub fn shrink(&self, mean: f64, n: NonZeroU64, all: f64, confidence: Confidence) -> Result<Shrunk, Undefined> {
        let object = self.object_variance?;
        let reliability = self.reliability(float_u64(n.get())).ok_or(Undefined::NoObjectVariance)?;
        let estimate = finite(all + reliability * (mean - all))?;
        let half = finite(confidence.z() * (object * (1.0 - reliability)).sqrt())?;
        Ok(Shrunk { reliability, estimate, interval: Interval { lower: estimate - half, upper: estimate + half } })
    }

    /// Gives the part of the variance that is the objects' own beside an error; `None` where nothing varies.
    fn against(&self, error: f64) -> Option<f64> {
        let object = self.components.object;
        (object + error > 0.0).then(|| object / (object + error))
    }

    /// Gives the least number of observations per object for which phi reaches a target above 0 and below 1.
    ///
    /// When nested, phi is G. A target met but for rounding is met.
    ///
    /// # Errors
    /// `NoObjectVariance` where no number would do; `OutOfRange` for another target.
    pub fn needed(&self, target: f64) -> Result<u64, Undefined> {
        let object = self.object_variance?;
        if !(target > 0.0 && target < 1.0) {
            return Err(Undefined::OutOfRange);
        }
        let exact = target / (1.0 - target) * (self.error() / object);
        let rounded = (exact * (1.0 - 1e-12)).ceil().max(1.0);
        Ok(super::number::whole(finite(rounded)?) as u64)
    }

    fn error(&self) -> f64 {
        self.components.residual + self.components.facet.unwrap_or(0.0)
    }
}
