//! Quantiles of a sample.

use super::Undefined;
use super::floats::{float, present, whole};

/// How a sample quantile is defined, by its number in Hyndman and Fan 1996.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum QuantileType {
    /// Position `(n + 1) p`, as printed by NIST; to verify against publications.
    Six,
    /// Position `1 + (n - 1) p`, as used in all reports.
    #[default]
    Seven,
}

/// Computes quantiles of the values that are present, one for each probability, by linear interpolation.
///
/// Source: Hyndman and Fan 1996, Am Stat 50:361-365.
///
/// # Errors
/// `NoObservations` if no finite value is present; `OutOfRange` for a probability outside 0 to 1.
pub fn quantiles(values: &[Option<f64>], probabilities: &[f64], kind: QuantileType) -> Result<Vec<f64>, Undefined> {
    let mut sorted = present(values);
    if sorted.is_empty() {
        return Err(Undefined::NoObservations);
    }
    sorted.sort_unstable_by(f64::total_cmp);
    probabilities
        .iter()
        .map(|probability| {
            if !(0.0..=1.0).contains(probability) {
                return Err(Undefined::OutOfRange);
            }
            let position = match kind {
                QuantileType::Six => (float(sorted.len()) + 1.0) * probability - 1.0,
                QuantileType::Seven => float(sorted.len() - 1) * probability,
            };
            let position = position.clamp(0.0, float(sorted.len() - 1));
            interpolate(position, |place| sorted.get(place).copied()).ok_or(Undefined::NoObservations)
        })
        .collect()
}

/// Returns the value at a position from 0 on, interpolated linearly.
pub(super) fn interpolate(position: f64, order_statistic: impl Fn(usize) -> Option<f64>) -> Option<f64> {
    let below = whole(position);
    let part = position - float(below);
    let low = order_statistic(below)?;
    let high = order_statistic(below + 1).unwrap_or(low);
    // Halved, so that two huge values of different sign do not overflow.
    Some((low + 2.0 * (part * (high / 2.0 - low / 2.0))).clamp(low, high))
}
