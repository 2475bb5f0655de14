//! Compensated sums, and conversions between counts and floats.

use super::Undefined;

/// Converts a count to a float; exact below 2^53.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
pub(crate) const fn float(count: usize) -> f64 {
    count as f64
}

/// Converts a count to a float; exact below 2^53.
#[expect(clippy::cast_precision_loss, reason = "above 2^53 the nearest float serves")]
pub(crate) const fn float_u64(count: u64) -> f64 {
    count as f64
}

/// Truncates a float that is not negative; saturates at the largest count.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates, and NaN gives 0")]
pub(super) const fn whole(value: f64) -> usize {
    value as usize
}

/// Returns a finite number unchanged, or `OutOfRange`.
pub(super) const fn finite(value: f64) -> Result<f64, Undefined> {
    if value.is_finite() { Ok(value) } else { Err(Undefined::OutOfRange) }
}

/// Adds with compensation (Neumaier 1974): the error does not grow with the number of terms.
pub(super) fn sum(values: impl IntoIterator<Item = f64>) -> f64 {
    let mut total = 0.0_f64;
    let mut lost = 0.0;
    for value in values {
        let next = total + value;
        lost += if total.abs() >= value.abs() { (total - next) + value } else { (value - next) + total };
        total = next;
    }
    total + lost
}

/// Returns the mean, computed relative to the first value, so that the mean of equal values is exactly that value.
pub(super) fn mean(values: &[f64]) -> Option<f64> {
    let first = *values.first()?;
    Some(first + sum(values.iter().map(|value| value - first)) / float(values.len()))
}

/// Returns the sum of squared distances from a centre near the mean.
pub(super) fn squares(values: &[f64], centre: f64) -> f64 {
    sum(values.iter().map(|value| (value - centre) * (value - centre)))
}

/// Returns the values that are present and finite.
pub(super) fn present(values: &[Option<f64>]) -> Vec<f64> {
    values.iter().flatten().copied().filter(|value| value.is_finite()).collect()
}
