//! Quantiles of a sample.

use super::Undefined;
use super::number::{float, present, whole};

/// How a sample quantile is defined, by its number in Hyndman and Fan 1996.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum QuantileType {
    /// Position `(n + 1) p`: the one NIST prints; to check against publications.
    Six,
    /// Position `1 + (n - 1) p`: what every report uses.
    #[default]
    Seven,
}

/// Gives the quantiles of the values that are there, one for each probability, linear between order statistics.
///
/// Source: Hyndman and Fan 1996, Am Stat 50:361-365.
///
/// # Errors
/// `NoObservations` where no finite value is there; `OutOfRange` for what is not a probability.
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
            at(position, |place| sorted.get(place).copied()).ok_or(Undefined::NoObservations)
        })
        .collect()
}

/// Gives the value at a position from 0 on, linear between the two beside it.
pub(super) fn at(position: f64, order_statistic: impl Fn(usize) -> Option<f64>) -> Option<f64> {
    let below = whole(position);
    let part = position - float(below);
    let low = order_statistic(below)?;
    let high = order_statistic(below + 1).unwrap_or(low);
    // Halved, so that two huge values of different sign do not overflow.
    Some((low + 2.0 * (part * (high / 2.0 - low / 2.0))).clamp(low, high))
}
