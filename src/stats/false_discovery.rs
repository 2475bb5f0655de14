//! The Benjamini–Hochberg procedure: many p-values at once, with a bound on the share of false discoveries.

use super::floats::float;

/// Adjusted p-values and decisions, in the order of the p-values, with `None` for missing ones.
#[derive(Clone, Debug, PartialEq)]
pub struct Discoveries {
    /// Adjusted p-values, none below its p-value.
    pub adjusted: Vec<Option<f64>>,
    /// Whether each hypothesis is rejected.
    pub rejected: Vec<Option<bool>>,
    /// The number of rejected hypotheses.
    pub n_rejected: usize,
    /// The number of p-values that counted.
    pub m: usize,
}

/// Adjusts p-values and rejects those whose adjusted value is at most `q`, the accepted share of false discoveries.
///
/// Missing values and values outside 0 to 1 do not count. Equality rejects, also within rounding.
///
/// Source: Benjamini and Hochberg 1995, J R Stat Soc B 57:289-300.
#[must_use]
pub fn benjamini_hochberg(p: &[Option<f64>], q: f64) -> Discoveries {
    let mut ordered: Vec<(f64, usize)> =
        (0..).zip(p).filter_map(|(place, p)| p.filter(|p| (0.0..=1.0).contains(p)).map(|p| (p, place))).collect();
    ordered.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
    let m = ordered.len();
    let mut adjusted = vec![None; p.len()];
    let mut least = 1.0_f64;
    for (below, (p, place)) in ordered.iter().enumerate().rev() {
        least = least.min((p * float(m) / float(below + 1)).max(*p));
        if let Some(slot) = adjusted.get_mut(*place) {
            *slot = Some(least);
        }
    }
    let limit = q * (1.0 + 1e-12);
    let rejected: Vec<Option<bool>> = adjusted.iter().map(|value| value.map(|value| value <= limit)).collect();
    let n_rejected = rejected.iter().filter(|rejected| **rejected == Some(true)).count();
    Discoveries { adjusted, rejected, n_rejected, m }
}
