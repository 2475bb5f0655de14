//! Holm's procedure with weights: many p-values at once, with a bound on the probability of any false claim.

/// Adjusts p-values, so that rejecting those at or below a level makes any false rejection at most as probable as that
/// level, whatever the dependence between them.
///
/// Each p-value has a weight above 0: its share of the level. Missing values, and those outside 0 to 1, do not count.
/// Equal weights give the usual procedure.
///
/// Source: Holm 1979, Scand J Statist 6:65-70, with weights as in its section 4.
#[must_use]
pub fn holm(p: &[(Option<f64>, f64)]) -> Vec<Option<f64>> {
    let mut ordered: Vec<(f64, f64, usize)> = (0..)
        .zip(p)
        .filter_map(|(place, (p, weight))| p.filter(|p| (0.0..=1.0).contains(p)).map(|p| (p, *weight, place)))
        .filter(|(_, weight, _)| *weight > 0.0)
        .collect();
    ordered.sort_by(|one, other| (one.0 / one.1).total_cmp(&(other.0 / other.1)));
    let mut adjusted = vec![None; p.len()];
    let mut remaining: f64 = ordered.iter().map(|(_, weight, _)| weight).sum();
    let mut largest = 0.0_f64;
    for (p, weight, place) in ordered {
        largest = largest.max((p * remaining / weight).min(1.0));
        if let Some(slot) = adjusted.get_mut(place) {
            *slot = Some(largest);
        }
        remaining -= weight;
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_weights_match_r() {
        // R 4.3: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm").
        let got = holm(&[0.01, 0.04, 0.03, 0.005].map(|p| (Some(p), 1.0)));
        for (got, expected) in got.iter().zip([0.03, 0.06, 0.06, 0.02]) {
            assert!((got.unwrap() - expected).abs() < 1e-12, "{got:?}, not {expected}");
        }
    }

    #[test]
    fn a_weight_is_a_share_of_the_level() {
        // The first has half of the level, the two others a quarter each.
        let got = holm(&[(Some(0.02), 2.0), (None, 5.0), (Some(0.02), 1.0), (Some(0.5), 1.0), (Some(1.5), 1.0)]);
        assert_eq!(got.iter().map(Option::is_some).collect::<Vec<_>>(), [true, false, true, true, false]);
        assert!((got[0].unwrap() - 0.04).abs() < 1e-12 && (got[2].unwrap() - 0.04).abs() < 1e-12, "{got:?}");
        assert!((got[3].unwrap() - 0.5).abs() < 1e-12, "{got:?}");
    }
}
