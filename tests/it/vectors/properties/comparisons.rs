//! Laws of comparisons and of figures of several sites.

use super::{C95, cases, confidence, count, half, near, number, orderly, within};
use esprit::stats::*;
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;

/// The values of two sides at a few places.
fn sides() -> impl Strategy<Value = Vec<(Vec<f64>, Vec<f64>)>> {
    vec((vec(number(), 0..9), vec(number(), 0..9)), 0..8)
}

fn summary(values: &[f64]) -> SampleSummary {
    SampleSummary::from_values(values).unwrap_or_default()
}

proptest! {
    #[test]
    fn weighted_holm_is_never_below_p_and_monotone(
        tests in vec((weighted(0.9, 0.0..=1.0), 0.01..10.0), 0..40),
        scale in 0.1..10.0
    ) {
        let got = holm(&tests);
        prop_assert!(tests.iter().zip(&got).all(|((p, _), adjusted)| p.is_some() == adjusted.is_some()));
        let mut ratios = Vec::new();
        for ((p, weight), adjusted) in tests.iter().zip(&got) {
            let (Some(p), Some(adjusted)) = (p, adjusted) else { continue };
            prop_assert!(*p * (1.0 - 1e-9) <= *adjusted && *adjusted <= 1.0, "{p} became {adjusted}");
            ratios.push((p / weight, *adjusted));
        }
        ratios.sort_by(|one, other| one.0.total_cmp(&other.0));
        prop_assert!(ratios.iter().map(|(_, adjusted)| *adjusted).is_sorted());
        let scaled: Vec<(Option<f64>, f64)> = tests.iter().map(|(p, weight)| (*p, weight * scale)).collect();
        for (one, other) in got.iter().flatten().zip(holm(&scaled).iter().flatten()) {
            prop_assert!(near(*one, *other), "only the ratios of weights count");
        }
    }

    #[test]
    fn a_smaller_p_value_raises_no_other(p in vec(0.0..=1.0, 1..20), place in any::<prop::sample::Index>(), part in 0.0..1.0) {
        let of = |p: &[f64]| holm(&p.iter().map(|p| (Some(*p), 1.0)).collect::<Vec<_>>());
        let (before, place) = (of(&p), place.index(p.len()));
        let mut less = p.clone();
        less[place] *= part;
        let after = of(&less);
        prop_assert!(before.iter().flatten().zip(after.iter().flatten()).all(|(before, after)| *after <= before + 1e-9));
    }

    #[test]
    fn a_paired_difference_is_antisymmetric(values in sides(), confidence in confidence()) {
        let places: Vec<PlaceSamples> = values.iter().map(|(one, other)| (summary(one), summary(other))).collect();
        let Ok(got) = paired_difference(&places, confidence) else { return Ok(()) };
        let turned: Vec<PlaceSamples> = places.iter().map(|(one, other)| (*other, *one)).collect();
        let turned = paired_difference(&turned, confidence).unwrap();
        prop_assert!(near(turned.difference, -got.difference) && got.places == turned.places);
        prop_assert_eq!(got.test.map(|test| test.p).ok(), turned.test.map(|test| test.p).ok());
        if let Ok(test) = got.test {
            prop_assert!(within(test.precision.interval, got.difference) && (0.0..=1.0).contains(&test.p));
        }
    }

    #[test]
    fn an_interval_stays_within_its_range(
        share in 0.0..=1.0_f64,
        error in 1e-6..10.0,
        freedom in 1.0..200.0,
        lower in -100.0..100.0_f64,
        width in 0.1..200.0_f64,
        confidence in confidence()
    ) {
        let range = Interval { lower, upper: lower + width };
        let estimate: f64 = (lower + share * width).clamp(range.lower, range.upper);
        let test = StudentTest::new(estimate, error * width, freedom, confidence).unwrap();
        let got = test.interval_within(estimate, range);
        if share > 0.0 && share < 1.0 {
            let rounding = 1e-12 * (lower.abs() + width);
            prop_assert!(range.lower - rounding <= got.lower && got.upper <= range.upper + rounding, "{got:?}");
            prop_assert!(got.lower <= estimate + rounding && estimate <= got.upper + rounding, "{got:?}, {estimate}");
        }
        let wider = Confidence::new(confidence.level().midpoint(1.0)).unwrap();
        let wide = StudentTest::new(estimate, error * width, freedom, wider).unwrap().interval_within(estimate, range);
        prop_assert!(wide.upper - wide.lower >= (got.upper - got.lower) * (1.0 - 1e-9));
    }

    #[test]
    fn a_mean_of_a_summary_is_that_of_its_values(values in vec(-100.0..100.0, 0..20), confidence in confidence()) {
        let got = mean_interval_of_summary(&summary(&values), confidence);
        prop_assert_eq!(got.is_err(), values.is_empty());
        let Ok((mean, test)) = got else { return Ok(()) };
        let expected = mean_interval(&values, confidence).unwrap();
        prop_assert!(near(mean, expected.mean));
        let (Ok(test), Ok(precision)) = (test, expected.precision) else { return Ok(()) };
        prop_assert!(within(test.precision.interval, mean) && (0.0..=1.0).contains(&test.p));
        prop_assert!(near(test.precision.interval.lower, precision.interval.lower));
    }

    #[test]
    fn a_clustered_share_lies_within_an_interval_no_narrower(counts in vec(count(), 0..12), confidence in confidence()) {
        let counts: Vec<Count> = counts.into_iter().filter(|count| count.n > 0).collect();
        let Ok(effect) = design_effect_of_counts(&counts) else { return Ok(()) };
        prop_assert!(effect.effect >= 0.0 && effect.effect.is_finite());
        let all = Count {
            successes: counts.iter().map(|count| count.successes).sum(),
            n: counts.iter().map(|count| count.n).sum(),
        };
        let (got, alone) = (effect.share(all, confidence).unwrap(), wilson(all, confidence).unwrap());
        prop_assert!(within(got.interval, got.share) && got.interval.lower >= 0.0 && got.interval.upper <= 1.0);
        prop_assert!(got.interval.lower <= alone.interval.lower + 1e-12 && alone.interval.upper <= got.interval.upper + 1e-12);
        let turned: Vec<Count> = counts.iter().rev().copied().collect();
        prop_assert!(near(design_effect_of_counts(&turned).unwrap().effect, effect.effect));
    }

    #[test]
    fn a_ratio_of_variances_has_an_orderly_interval(groups in vec(vec(-100.0..100.0, 0..6), 0..8), confidence in confidence()) {
        let Ok(got) = variance_ratio_interval(&groups, confidence) else { return Ok(()) };
        prop_assert!(orderly(got) && got.lower >= 0.0);
        let study = nested_study(&groups).unwrap();
        let sizes: Vec<usize> = groups.iter().map(Vec::len).filter(|size| *size > 0).collect();
        // With equal numbers the interval holds the estimate, unless the confidence is so low that F has no room.
        if sizes.iter().all(|size| *size == sizes[0]) && confidence.level() > 0.9 {
            let ratio = study.components.object / study.components.residual;
            prop_assert!(got.lower <= ratio && (ratio <= got.upper || near(ratio, got.upper)), "{ratio} {got:?}");
        }
    }

    #[test]
    fn a_mean_shrunk_among_others_lies_between_and_within(groups in vec(vec(-100.0..100.0, 1..5), 5..9), own in -100.0..100.0, all in -100.0..100.0) {
        let Ok(study) = nested_study(&groups) else { return Ok(()) };
        let n = 3.try_into().unwrap();
        let precision: f64 = groups.iter().filter_map(|group| study.reliability(half(2 * group.len() as u64))).sum();
        let Ok((got, test)) = study.shrink_among((own, n), (all, precision), groups.len(), C95) else { return Ok(()) };
        prop_assert!(own.min(all) - 1e-9 <= got.estimate && got.estimate <= own.max(all) + 1e-9);
        prop_assert!(within(test.precision.interval, got.estimate) && (0.0..=1.0).contains(&test.p));
        let known = study.shrink(own, n, all, C95).unwrap().interval;
        prop_assert!(test.precision.interval.lower <= known.lower && known.upper <= test.precision.interval.upper);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_permutation_test_does_not_depend_on_the_order_of_the_values(values in sides()) {
        let Ok(p) = stratified_permutation_p(&values) else { return Ok(()) };
        prop_assert!(p > 0.0 && p <= 1.0, "{p}");
        let turned = |sides: &(Vec<f64>, Vec<f64>)| {
            (sides.0.iter().rev().copied().collect(), sides.1.iter().rev().copied().collect())
        };
        let turned: Vec<(Vec<f64>, Vec<f64>)> = values.iter().map(turned).collect();
        prop_assert_eq!(stratified_permutation_p(&turned), Ok(p));
    }

    #[test]
    fn a_score_log_rank_test_does_not_depend_on_the_order_of_the_cases(groups in vec(cases(), 2..5)) {
        let Ok(p) = score_log_rank_p(&groups) else { return Ok(()) };
        prop_assert!(p > 0.0 && p <= 1.0, "{p}");
        let turned: Vec<Vec<FollowUp>> = groups.iter().map(|group| group.iter().rev().copied().collect()).collect();
        prop_assert_eq!(score_log_rank_p(&turned), Ok(p));
    }
}
