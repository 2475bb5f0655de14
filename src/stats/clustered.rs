//! The design effect: how much clustering, as of answers from one meeting, widens an interval.

use super::floats::{self, float, float_u64};
use super::proportion::wilson_from_share;
use super::{Confidence, Count, Interval, MeanEstimate, Proportion, Undefined, mean_interval, wilson};

/// A design effect, and the intervals that follow from it.
///
/// No interval is narrower than for independent answers. Few clusters estimate the effect poorly, so their t quantile
/// replaces the usual quantile.
///
/// Sources: Korn and Graubard 1998, Survey Methodology 24:193-201; for Wilson's interval, Dean and Pagano 2015, J Surv
/// Stat Methodol 3:484-503.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DesignEffect {
    /// The variance of a mean over clusters, relative to that of independent answers; 1 for independent answers.
    pub effect: f64,
    /// The degrees of freedom: the number of clusters less the number of groups.
    pub freedom: f64,
}

/// Computes the design effect of values in clusters, around the mean of their group: `groups` are lists of clusters,
/// which are lists of values. All groups share one effect, as they share the within-group variance of a classical
/// analysis; few clusters of a single group would estimate it poorly.
///
/// Sources: Kish 1965, Survey Sampling, 8.2; Rao and Scott 1992, Biometrics 48:577-585, for the ratio's variance.
///
/// # Errors
/// `TooFewLevels` if no group has two clusters; `NoVariation` if no value in those groups differs from its group's
/// mean.
pub fn design_effect<C: AsRef<[f64]>>(groups: &[Vec<C>]) -> Result<DesignEffect, Undefined> {
    let (mut between, mut alone, mut freedom, mut several) = (0.0, 0.0, 0.0, false);
    for group in groups {
        let clusters: Vec<&[f64]> = group.iter().map(AsRef::as_ref).filter(|values| !values.is_empty()).collect();
        let values = clusters.concat();
        let Some(mean) = floats::mean(&values).filter(|_| clusters.len() > 1) else { continue };
        several = true;
        let squares = floats::squares(&values, mean);
        if squares <= 0.0 {
            continue;
        }
        let (k, n) = (float(clusters.len()), float(values.len()));
        let sums = clusters.iter().map(|values| floats::sum(values.iter().map(|value| value - mean)));
        between += k / (k - 1.0) * floats::sum(sums.map(|sum| sum * sum));
        alone += n / (n - 1.0) * squares;
        freedom += k - 1.0;
    }
    match (several, alone > 0.0) {
        (false, _) => Err(Undefined::TooFewLevels),
        (true, false) => Err(Undefined::NoVariation),
        (true, true) => Ok(DesignEffect { effect: between / alone, freedom }),
    }
}

/// Computes the design effect of a share over clusters, from the count of each: the variance of the ratio of their sums,
/// relative to that of as many independent answers.
///
/// Source: Rao and Scott 1992, Biometrics 48:577-585.
///
/// # Errors
/// `TooFewLevels` below two clusters; `NoVariation` if all answers succeed, or none.
pub fn design_effect_of_counts(clusters: &[Count]) -> Result<DesignEffect, Undefined> {
    let k = float(clusters.len());
    if clusters.len() < 2 {
        return Err(Undefined::TooFewLevels);
    }
    let n = floats::sum(clusters.iter().map(|cluster| float_u64(cluster.n)));
    let share = floats::sum(clusters.iter().map(|cluster| cluster.successes)) / n;
    let alone = share * (1.0 - share) * n;
    if alone <= 0.0 {
        return Err(Undefined::NoVariation);
    }
    let residuals = clusters.iter().map(|cluster| cluster.successes - share * float_u64(cluster.n));
    let between = k / (k - 1.0) * floats::sum(residuals.map(|residual| residual * residual));
    Ok(DesignEffect { effect: between / alone, freedom: k - 1.0 })
}

/// Computes a share with the interval over clusters: Wilson's, for the number of trials that the design effect leaves.
/// At most `independent` trials are left, which is fewer than all where trials have something in common, such as pairs of
/// the same few observers. Clusters without trials do not count. If all trials succeed, or none, the design effect is
/// unknown, and each cluster counts as one trial.
///
/// # Errors
/// `ZeroDenominator` without trials; `OutOfRange` for more successes than trials.
///
/// The inner error is `TooFewLevels` for a single cluster, which has no interval over clusters.
pub fn share_over_clusters(
    clusters: &[Count],
    independent: u64,
    confidence: Confidence,
) -> Result<(f64, Result<Interval, Undefined>), Undefined> {
    let clusters: Vec<Count> = clusters.iter().copied().filter(|count| count.n > 0).collect();
    let all = clusters.iter().fold(Count { successes: 0.0, n: 0 }, |all, one| Count {
        successes: all.successes + one.successes,
        n: all.n + one.n,
    });
    let (share, k) = (wilson(all, confidence)?.share, float(clusters.len()));
    if clusters.len() < 2 {
        return Ok((share, Err(Undefined::TooFewLevels)));
    }
    let n = float_u64(all.n);
    let rest = (n - all.successes) / n;
    let Ok(effect) = design_effect_of_counts(&clusters) else {
        return Ok((share, Ok(wilson_from_share((share, rest), k, confidence).interval)));
    };
    // As [`design_effect`] has it, relative to the sample variance.
    let effect = DesignEffect { effect: effect.effect * (n - 1.0) / n, ..effect };
    let growth = effect.variance_growth(confidence, confidence.z())?.max(n / float_u64(independent.max(1)));
    Ok((share, Ok(wilson_from_share((share, rest), n / growth, confidence).interval)))
}

impl DesignEffect {
    /// Returns a share with Wilson's interval for the effective number of answers.
    ///
    /// # Errors
    /// As [`wilson`].
    pub fn share(&self, count: Count, confidence: Confidence) -> Result<Proportion, Undefined> {
        let share = wilson(count, confidence)?.share;
        let n = float_u64(count.n);
        let effective = n / self.variance_growth(confidence, confidence.z())?;
        Ok(wilson_from_share((share, (n - count.successes) / n), effective, confidence))
    }

    /// Returns a mean with the t interval, widened by the design effect.
    ///
    /// # Errors
    /// As [`mean_interval`].
    pub fn mean(&self, values: &[f64], confidence: Confidence) -> Result<MeanEstimate, Undefined> {
        let mut found = mean_interval(values, confidence)?;
        if let Ok(precision) = &mut found.precision {
            let growth = self.variance_growth(confidence, confidence.t(float(values.len()) - 1.0)?)?;
            precision.standard_error *= growth.sqrt();
            precision.interval = widen(found.mean, precision.interval, growth);
        }
        Ok(found)
    }

    /// Returns the normal interval of an estimate, widened by the design effect.
    ///
    /// # Errors
    /// Never fails for an effect returned by [`design_effect`].
    pub fn normal(&self, estimate: f64, alone: Interval, confidence: Confidence) -> Result<Interval, Undefined> {
        Ok(widen(estimate, alone, self.variance_growth(confidence, confidence.z())?))
    }

    /// Returns the interval of a coefficient between -1 and 1, widened by the design effect on Fisher's scale, so that it
    /// stays between them.
    ///
    /// # Errors
    /// Never fails for an effect returned by [`design_effect`].
    pub fn coefficient(&self, estimate: f64, alone: Interval, confidence: Confidence) -> Result<Interval, Undefined> {
        let growth = self.variance_growth(confidence, confidence.z())?.sqrt();
        let centre = libm::atanh(estimate);
        let limit = |limit: f64| {
            // A limit at the end of the scale cannot move.
            let distance = libm::atanh(limit) - centre;
            if distance.is_finite() { libm::tanh(centre + growth * distance) } else { limit }
        };
        Ok(Interval { lower: limit(alone.lower), upper: limit(alone.upper) })
    }

    /// Returns the factor by which the variance of independent answers grows; `usual` is the quantile that their
    /// interval uses.
    fn variance_growth(&self, confidence: Confidence, usual: f64) -> Result<f64, Undefined> {
        let ratio = confidence.t(self.freedom)? / usual;
        Ok((self.effect * ratio * ratio).max(1.0))
    }
}

fn widen(centre: f64, interval: Interval, growth: f64) -> Interval {
    let limit = |limit: f64| centre + (limit - centre) * growth.sqrt();
    Interval { lower: limit(interval.lower), upper: limit(interval.upper) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const C95: Confidence = Confidence::NINETY_FIVE;

    #[test]
    fn the_effect_is_the_variance_of_cluster_sums_over_that_of_values() {
        // Mean 1/2; sums about it 1, -1, 0: 3/2 of 2. Squares 6 quarters over 5 sixths.
        let three = vec![vec![1.0, 1.0], vec![0.0, 0.0], vec![1.0, 0.0]];
        let found = design_effect(std::slice::from_ref(&three)).unwrap();
        assert!(
            (found.effect - 3.0 / (1.5 * 6.0 / 5.0)).abs() < 1e-12 && (found.freedom - 2.0).abs() < 1e-12,
            "{found:?}"
        );
        // A group that has one cluster, or whose values are all one, says nothing of it.
        let others = [three.clone(), vec![vec![0.0, 1.0]], vec![vec![1.0], vec![1.0, 1.0]], vec![vec![], vec![1.0]]];
        assert_eq!(design_effect(&others), Ok(found));
        // Two groups pool it.
        let even = vec![vec![1.0, 0.0], vec![0.0, 1.0]];
        let both = design_effect(&[three, even]).unwrap();
        assert!(
            (both.effect - 3.0 / (1.8 + 4.0 / 3.0)).abs() < 1e-12 && (both.freedom - 3.0).abs() < 1e-12,
            "{both:?}"
        );
    }

    #[test]
    fn without_clusters_to_compare_the_effect_is_undefined() {
        assert_eq!(design_effect::<Vec<f64>>(&[]), Err(Undefined::TooFewLevels));
        assert_eq!(design_effect(&[vec![vec![1.0, 0.0]]]), Err(Undefined::TooFewLevels));
        assert_eq!(design_effect(&[vec![vec![1.0], vec![1.0, 1.0]]]), Err(Undefined::NoVariation));
    }

    #[test]
    fn the_effect_of_counts_is_that_of_their_answers() {
        let counts = [(9.0, 10), (5.0, 10), (2.0, 10)].map(|(successes, n)| Count { successes, n });
        let got = design_effect_of_counts(&counts).unwrap();
        // Residuals of 16/30 about 10: 3.6667, -0.3333, -3.3333; their squares times 3/2 over 30 p (1 - p).
        assert!((got.effect - 1.5 * (13.444_444 + 0.111_111 + 11.111_111) / 7.466_667).abs() < 1e-5, "{got:?}");
        assert!((got.freedom - 2.0).abs() < f64::EPSILON);
        assert_eq!(design_effect_of_counts(&counts[..1]), Err(Undefined::TooFewLevels));
        assert_eq!(design_effect_of_counts(&[Count { successes: 3.0, n: 3 }; 2]), Err(Undefined::NoVariation));
    }

    #[test]
    fn a_share_of_counts_is_that_of_the_values_counted() {
        let values = vec![vec![1.0, 1.0, 0.0], vec![0.0, 0.0], vec![1.0, 1.0, 1.0, 1.0], vec![]];
        let counts: Vec<Count> =
            values.iter().map(|one: &Vec<f64>| Count { successes: one.iter().sum(), n: one.len() as u64 }).collect();
        let (share, interval) = share_over_clusters(&counts, 9, C95).unwrap();
        let effect = design_effect(&[values]).unwrap();
        let expected = effect.share(Count { successes: 6.0, n: 9 }, C95).unwrap();
        assert!(effect.effect > 1.5 && (share - expected.share).abs() < 1e-12, "{effect:?}");
        assert!((interval.unwrap().lower - expected.interval.lower).abs() < 1e-12, "{interval:?}");
        assert_eq!(share_over_clusters(&[], 1, C95), Err(Undefined::ZeroDenominator));
        let one = Count { successes: 2.0, n: 8 };
        assert_eq!(share_over_clusters(&[one], 8, C95), Ok((0.25, Err(Undefined::TooFewLevels))));
        // Without variation each cluster counts once.
        let none = Count { successes: 0.0, n: 8 };
        let alone = wilson(Count { successes: 0.0, n: 3 }, C95).unwrap().interval;
        assert_eq!(share_over_clusters(&[none, none, none], 24, C95), Ok((0.0, Ok(alone))));
        // Where clusters are alike, only independent trials count.
        let fewer = wilson(Count { successes: 1.5, n: 6 }, C95).unwrap().interval;
        let (_, got) = share_over_clusters(&[one, one, one], 6, C95).unwrap();
        assert!((got.unwrap().upper - fewer.upper).abs() < 1e-12, "{got:?}");
    }

    #[test]
    fn few_clusters_widen_intervals_and_none_is_narrowed() {
        let growth = |effect, freedom| DesignEffect { effect, freedom }.variance_growth(C95, C95.z()).unwrap();
        assert!((growth(1.0, 2.0) - 4.819_174).abs() < 1e-4, "{}", growth(1.0, 2.0));
        assert!((growth(2.0, 1e9) - 2.0).abs() < 1e-6);
        assert!((growth(0.1, 2.0) - 1.0).abs() < f64::EPSILON);
    }

    #[test]
    fn intervals_are_those_of_fewer_answers() {
        let two = DesignEffect { effect: 2.0, freedom: 1e9 };
        let near = |one: f64, other: f64| assert!((one - other).abs() < 1e-6, "{one} {other}");
        let (found, fewer) = (Count { successes: 32.0, n: 40 }, Count { successes: 16.0, n: 20 });
        let (share, of_fewer) = (two.share(found, C95).unwrap(), wilson(fewer, C95).unwrap());
        near(share.share, 0.8);
        near(share.interval.lower, of_fewer.interval.lower);
        near(share.interval.upper, of_fewer.interval.upper);
        let values: Vec<f64> = (0..40).map(|n| float(n % 4)).collect();
        let alone = mean_interval(&values, C95).unwrap();
        let wide = two.mean(&values, C95).unwrap();
        let half = |found: &MeanEstimate| found.precision.as_ref().unwrap().interval.upper - found.mean;
        near(wide.mean, alone.mean);
        assert!(half(&wide) > 1.3 * half(&alone) && half(&wide) < 1.42 * half(&alone));
        let normal = two.normal(0.5, Interval { lower: 0.3, upper: 0.7 }, C95).unwrap();
        near(normal.lower, 0.5 - 0.2 * 2.0_f64.sqrt());
        let at_the_end = two.coefficient(0.9, Interval { lower: 0.5, upper: 1.0 }, C95).unwrap();
        let fisher = |x: f64| ((1.0 + x) / (1.0 - x)).ln() / 2.0;
        near(fisher(at_the_end.lower), fisher(0.9) - 2.0_f64.sqrt() * (fisher(0.9) - fisher(0.5)));
        near(at_the_end.upper, 1.0);
        let none = DesignEffect { effect: 0.5, freedom: 1e9 };
        near(none.coefficient(0.3, Interval { lower: -0.1, upper: 0.6 }, C95).unwrap().lower, -0.1);
        assert_eq!(two.mean(&[1.0], C95).unwrap().precision, Err(Undefined::TooFewPoints));
        assert_eq!(two.share(Count { successes: 0.0, n: 0 }, C95), Err(Undefined::ZeroDenominator));
    }
}
