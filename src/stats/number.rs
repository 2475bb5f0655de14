//! Sums that lose nothing, and the steps between counts and floats.

use super::Undefined;

/// Gives a count as a float; exact below 2^53.
#[expect(clippy::cast_precision_loss, reason = "no count here comes near 2^53")]
pub(super) const fn float(count: usize) -> f64 {
    count as f64
}

/// Gives a count as a float; exact below 2^53.
#[expect(clippy::cast_precision_loss, reason = "above 2^53 the nearest float serves")]
pub(super) const fn float_u64(count: u64) -> f64 {
    count as f64
}

/// Gives the whole part of a float that is not negative; above the largest count, the largest.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates, and NaN gives 0")]
pub(super) const fn whole(value: f64) -> usize {
    value as usize
}

/// Passes a finite number on.
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

/// Gives the mean, taken from the first value on, so that the mean of equal values is that value exactly.
pub(super) fn mean(values: &[f64]) -> Option<f64> {
    let first = *values.first()?;
    Some(first + sum(values.iter().map(|value| value - first)) / float(values.len()))
}

/// Gives the sum of squared distances from a centre near the mean.
pub(super) fn squares(values: &[f64], centre: f64) -> f64 {
    sum(values.iter().map(|value| (value - centre) * (value - centre)))
}

/// Gives the finite values among those that are there.
pub(super) fn present(values: &[Option<f64>]) -> Vec<f64> {
    values.iter().flatten().copied().filter(|value| value.is_finite()).collect()
}
