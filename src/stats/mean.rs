//! A mean with Student's t interval.

use super::floats::{self, finite, float};
use super::{Confidence, Interval, Precision, SampleSummary, StudentTest, Undefined};

/// A mean with its precision, in the unit of the values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MeanEstimate {
    /// The number of values.
    pub n: usize,
    /// Their mean.
    pub mean: f64,
    /// Its standard error and t interval; `TooFewPoints` for a single value.
    pub precision: Result<Precision, Undefined>,
}

/// Computes the mean of values with the t interval on `n - 1` degrees of freedom.
///
/// Source: Student 1908, Biometrika 6:1-25.
///
/// # Errors
/// `NoObservations` without values; `OutOfRange` if a value, or the result, is not finite.
pub fn mean_interval(values: &[f64], confidence: Confidence) -> Result<MeanEstimate, Undefined> {
    let mean = finite(floats::mean(values).ok_or(Undefined::NoObservations)?)?;
    Ok(MeanEstimate { n: values.len(), mean, precision: precision(values, mean, confidence) })
}

/// Computes the mean of a sample that is known by its summary, with its test against 0; `TooFewPoints` for a single value,
/// `NoVariation` if all are equal.
///
/// # Errors
/// `NoObservations` without values.
pub fn mean_interval_of_summary(
    sample: &SampleSummary,
    confidence: Confidence,
) -> Result<(f64, Result<StudentTest, Undefined>), Undefined> {
    let n = float(sample.n);
    match sample.n {
        0 => Err(Undefined::NoObservations),
        1 => Ok((sample.mean, Err(Undefined::TooFewPoints))),
        _ => {
            let error = (sample.squares / (n - 1.0) / n).sqrt();
            // Values that differ by rounding alone are equal.
            let error = if error <= 8.0 * f64::EPSILON * sample.mean.abs() { 0.0 } else { error };
            Ok((sample.mean, StudentTest::new(sample.mean, error, n - 1.0, confidence)))
        }
    }
}

fn precision(values: &[f64], mean: f64, confidence: Confidence) -> Result<Precision, Undefined> {
    let n = float(values.len());
    if values.len() < 2 {
        return Err(Undefined::TooFewPoints);
    }
    let variance = finite(floats::squares(values, mean))? / (n - 1.0);
    let standard_error = (variance / n).sqrt();
    let half = confidence.t(n - 1.0)? * standard_error;
    Ok(Precision { standard_error, interval: Interval { lower: mean - half, upper: mean + half } })
}
