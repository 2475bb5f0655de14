//! Laws that hold for any numbers: no panic, only finite results, and the properties of each method.

mod comparisons;

use esprit::stats::*;
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;

const C95: Confidence = Confidence::NINETY_FIVE;

/// Any finite number, often the same ones, sometimes huge or tiny ones.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => (-3_i8..4).prop_map(f64::from),
        3 => -100.0..100.0,
        1 => (-1.0..1.0).prop_map(|x| x * 1e-300),
        1 => (-1.0..1.0).prop_map(|x| x * f64::MAX),
    ]
}

fn confidence() -> impl Strategy<Value = Confidence> {
    (0.01..0.999).prop_map(|level| Confidence::new(level).unwrap())
}

fn count() -> impl Strategy<Value = Count> {
    (0_u64..1000).prop_flat_map(|n| (0..=2 * n).prop_map(move |twice| Count { successes: half(twice), n }))
}

#[expect(clippy::cast_precision_loss, reason = "small counts")]
fn half(twice: u64) -> f64 {
    twice as f64 / 2.0
}

/// Ratings of a few observers by unit, with missing ones: categories from 0 to 3.
fn ratings() -> impl Strategy<Value = Vec<Vec<Option<usize>>>> {
    (0_usize..5).prop_flat_map(|observers| vec(vec(weighted(0.8, 0_usize..4), observers), 0..12))
}

fn as_values(units: &[Vec<Option<usize>>]) -> Vec<Vec<Option<f64>>> {
    let value = |category: &Option<usize>| category.map(|category| half(2 * category as u64));
    units.iter().map(|unit| unit.iter().map(value).collect()).collect()
}

fn cases() -> impl Strategy<Value = Vec<FollowUp>> {
    let time = prop_oneof![3 => (0_u8..9).prop_map(f64::from), 1 => number()];
    vec((time, any::<bool>()).prop_map(|(time, event)| FollowUp { time, event }), 0..25)
}

fn orderly(interval: Interval) -> bool {
    interval.lower.is_finite() && interval.upper.is_finite() && interval.lower <= interval.upper
}

fn within(interval: Interval, estimate: f64) -> bool {
    orderly(interval) && interval.lower <= estimate && estimate <= interval.upper
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs()).max(1.0)
}

fn levels() -> [MeasurementLevel; 3] {
    [MeasurementLevel::Nominal, MeasurementLevel::Ordinal, MeasurementLevel::Interval]
}

fn all_weights() -> [Weights; 3] {
    [Weights::Identity, Weights::Linear, Weights::Quadratic]
}

proptest! {
    #[test]
    fn a_share_lies_within_its_interval_and_is_symmetric(count in count(), confidence in confidence()) {
        prop_assume!(count.n > 0);
        let got = wilson(count, confidence).unwrap();
        prop_assert!(within(got.interval, got.share) && got.interval.lower >= 0.0 && got.interval.upper <= 1.0);
        let failures = Count { successes: half(2 * count.n) - count.successes, ..count };
        let mirrored = wilson(failures, confidence).unwrap().interval;
        prop_assert!(near(mirrored.lower, 1.0 - got.interval.upper) && near(mirrored.upper, 1.0 - got.interval.lower));
        let more = wilson(Count { successes: 2.0 * count.successes, n: 2 * count.n }, confidence).unwrap().interval;
        prop_assert!(more.upper - more.lower < got.interval.upper - got.interval.lower);
    }

    #[test]
    fn a_difference_of_shares_is_antisymmetric(first in count(), second in count(), confidence in confidence()) {
        let Ok(got) = newcombe(first, second, confidence) else { return Ok(()) };
        prop_assert!(within(got.interval, got.difference));
        prop_assert!(got.interval.lower >= -1.0 - 1e-9 && got.interval.upper <= 1.0 + 1e-9);
        let turned = newcombe(second, first, confidence).unwrap();
        prop_assert!(near(turned.difference, -got.difference) && near(turned.interval.lower, -got.interval.upper));
    }

    #[test]
    fn a_mean_lies_within_its_limits(values in vec(number(), 0..20), confidence in confidence()) {
        let Ok(got) = mean_interval(&values, confidence) else { return Ok(()) };
        prop_assert!(got.mean.is_finite());
        if let Ok(precision) = got.precision {
            prop_assert!(precision.interval.lower <= got.mean && got.mean <= precision.interval.upper);
        }
    }

    #[test]
    fn a_test_of_shares_is_symmetric(first in count(), second in count()) {
        let Ok(p) = score_test(first, second) else { return Ok(()) };
        prop_assert!((0.0..=1.0).contains(&p) && near(score_test(second, first).unwrap(), p));
        let alike = near(first.successes * half(2 * second.n), second.successes * half(2 * first.n));
        prop_assert!(!alike || p > 1.0 - 1e-9);
    }

    #[test]
    fn a_difference_of_means_is_antisymmetric(first in vec(number(), 0..9), second in vec(number(), 0..9), confidence in confidence()) {
        let Ok(got) = welch(&first, &second, confidence) else { return Ok(()) };
        let turned = welch(&second, &first, confidence).unwrap();
        prop_assert!(near(turned.difference, -got.difference));
        if let (Ok(test), Ok(turned)) = (got.test, turned.test) {
            let Interval { lower, upper } = test.precision.interval;
            prop_assert!(lower <= got.difference && got.difference <= upper && (0.0..=1.0).contains(&test.p));
            prop_assert!(near(turned.p, test.p) && near(turned.precision.interval.lower, -upper));
            let shorter = half(2 * first.len().min(second.len()) as u64) - 1.0;
            prop_assert!(test.freedom >= shorter - 1e-9, "{} of {shorter}", test.freedom);
        }
    }

    #[test]
    fn a_shrunken_mean_lies_between_its_own_and_that_of_all(groups in vec(vec(-100.0..100.0, 0..5), 0..6), mean in -100.0..100.0, all in -100.0..100.0) {
        let Ok(study) = nested_study(&groups) else { return Ok(()) };
        let Ok(got) = study.shrink(mean, 3.try_into().unwrap(), all, C95) else { return Ok(()) };
        prop_assert!(within(got.interval, got.estimate) && (0.0..=1.0).contains(&got.reliability));
        prop_assert!(mean.min(all) - 1e-9 <= got.estimate && got.estimate <= mean.max(all) + 1e-9);
        let more = study.shrink(mean, 30.try_into().unwrap(), all, C95).unwrap();
        prop_assert!(more.reliability >= got.reliability);
        prop_assert!(near(study.decision_study(3.try_into().unwrap()).generalizability.unwrap(), got.reliability));
    }

    #[test]
    fn quantiles_rise_and_stay_within_the_values(values in vec(weighted(0.9, number()), 0..30), mut probabilities in vec(0.0..=1.0, 1..6)) {
        probabilities.sort_by(f64::total_cmp);
        let there: Vec<f64> = values.iter().flatten().copied().collect();
        prop_assume!(!there.is_empty());
        for kind in [QuantileType::Six, QuantileType::Seven] {
            let got = quantiles(&values, &probabilities, kind).unwrap();
            prop_assert!(got.is_sorted());
            let ends = quantiles(&values, &[0.0, 1.0], kind).unwrap();
            prop_assert!(there.iter().all(|value| ends[0] <= *value && *value <= ends[1]));
            prop_assert!(got.iter().all(|value| ends[0] <= *value && *value <= ends[1]));
        }
    }

    #[test]
    fn adjusted_p_values_keep_their_order(p in vec(weighted(0.9, 0.0..=1.0), 0..40), q in 0.0..1.0) {
        let got = benjamini_hochberg(&p, q);
        let mut pairs: Vec<(f64, f64)> = p.iter().zip(&got.adjusted).filter_map(|(p, adjusted)| Some(((*p)?, (*adjusted)?))).collect();
        prop_assert_eq!(pairs.len(), got.m);
        prop_assert!(pairs.iter().all(|(p, adjusted)| p <= adjusted && *adjusted <= 1.0));
        pairs.sort_by(|one, other| one.0.total_cmp(&other.0));
        prop_assert!(pairs.iter().map(|pair| pair.1).is_sorted());
        prop_assert!(got.rejected.iter().filter(|rejected| **rejected == Some(true)).count() == got.n_rejected);
    }

    #[test]
    fn a_chart_is_shift_equivariant(values in vec(weighted(0.9, number()), 0..30), shift in -50_i8..50) {
        let got = xmr_chart(&values, Factors::WHEELER);
        let Ok(limits) = &got.limits else { return Ok(()) };
        prop_assert!(within(limits.natural, got.mean.unwrap()));
        prop_assert!(limits.signals.iter().all(|place| values[*place].is_some()));
        prop_assert!(limits.range_signals.iter().all(|place| got.moving_ranges[*place] > limits.range_upper));
        let moved: Vec<Option<f64>> = values.iter().map(|value| value.map(|value| value + f64::from(shift))).collect();
        let moved = xmr_chart(&moved, Factors::WHEELER).limits.unwrap();
        prop_assert!(near(moved.natural.lower, limits.natural.lower + f64::from(shift)));
        prop_assert!(near(moved.natural.upper, limits.natural.upper + f64::from(shift)));
    }

    #[test]
    fn a_survival_curve_falls_from_1_within_its_limits(cases in cases(), confidence in confidence()) {
        let got = kaplan_meier(&cases, confidence);
        prop_assert!(got.steps.iter().map(|step| step.time).is_sorted_by(|one, next| one < next));
        prop_assert!(got.steps.iter().map(|step| step.survival).is_sorted_by(|one, next| one > next));
        prop_assert!(got.steps.iter().all(|step| (0.0..1.0).contains(&step.survival)));
        prop_assert!(got.steps.iter().all(|step| step.interval.is_none_or(|interval| within(interval, step.survival))));
        prop_assert!(got.steps.iter().all(|step| got.at(step.time) == Some(step)));
        if let (Ok(median), Some(lower)) = (got.median, got.median_lower) {
            prop_assert!(lower <= median && got.median_upper.is_none_or(|upper| median <= upper));
        }
        let turned: Vec<FollowUp> = cases.iter().rev().copied().collect();
        prop_assert_eq!(kaplan_meier(&turned, confidence), got);
    }

    #[test]
    fn the_log_rank_test_accounts_for_every_event(groups in vec(cases(), 2..6)) {
        let got = log_rank(&groups).unwrap();
        prop_assert!(near(got.observed.iter().sum(), got.expected.iter().sum()));
        let Ok(test) = got.test else { return Ok(()) };
        prop_assert!(test.chi_square >= 0.0 && (0.0..=1.0).contains(&test.p) && test.freedom < groups.len());
        let turned: Vec<Vec<FollowUp>> = groups.into_iter().rev().collect();
        prop_assert!(near(log_rank(&turned).unwrap().test.unwrap().chi_square, test.chi_square));
    }

    #[test]
    fn kappa_is_symmetric(cells in vec(0_u64..9, 16), confidence in confidence()) {
        let table: Vec<&[u64]> = cells.chunks(4).collect();
        let turned: Vec<Vec<u64>> = (0..4).map(|column| table.iter().map(|row| row[column]).collect()).collect();
        for weights in all_weights() {
            let weights = weights.by_rank(4);
            let got = cohen_kappa(&table, &weights, confidence).unwrap();
            let Ok(estimate) = got.estimate else { continue };
            prop_assert!(estimate.kappa <= 1.0 && within(estimate.precision.interval, estimate.kappa));
            prop_assert!(estimate.z.is_none_or(f64::is_finite));
            let other = cohen_kappa(&turned, &weights, confidence).unwrap().estimate.unwrap();
            prop_assert!(near(other.kappa, estimate.kappa));
            prop_assert!(near(other.precision.standard_error, estimate.precision.standard_error));
        }
    }

    #[test]
    fn agreement_is_invariant_under_permutation_of_observers(units in ratings()) {
        let turned: Vec<Vec<Option<usize>>> = units.iter().map(|unit| unit.iter().rev().copied().collect()).collect();
        for level in levels() {
            let got = krippendorff_alpha(&as_values(&units), level);
            let other = krippendorff_alpha(&as_values(&turned), level);
            prop_assert_eq!(got, other);
            prop_assert!(got.alpha.is_ok_and(|alpha| alpha.is_finite() && alpha <= 1.0) || got.alpha.is_err());
        }
        for weights in all_weights() {
            let weights = weights.by_rank(4);
            let got = gwet_ac(&units, &weights, C95).unwrap();
            prop_assert_eq!(got, gwet_ac(&turned, &weights, C95).unwrap());
            let Ok(estimate) = got.estimate else { continue };
            prop_assert!(estimate.coefficient <= 1.0 && estimate.coefficient.is_finite());
            if let Ok(precision) = estimate.precision {
                prop_assert!(within(precision.interval, estimate.coefficient));
            }
        }
    }

    #[test]
    fn observers_who_always_agree_have_coefficient_1(unit_values in vec(0_usize..4, 2..12), observers in 2_usize..5) {
        let units: Vec<Vec<Option<usize>>> = unit_values.iter().map(|value| vec![Some(*value); observers]).collect();
        let varied = unit_values.iter().any(|value| *value != unit_values[0]);
        for weights in all_weights() {
            let estimate = gwet_ac(&units, &weights.by_rank(4), C95).unwrap().estimate.unwrap();
            prop_assert!(estimate.coefficient >= 1.0);
        }
        for level in levels() {
            let alpha = krippendorff_alpha(&as_values(&units), level).alpha;
            prop_assert_eq!(alpha, if varied { Ok(1.0) } else { Err(Undefined::NoVariation) });
        }
    }

    #[test]
    fn interval_alpha_is_scale_invariant(units in vec(vec(weighted(0.9, number()), 3), 0..9), power in -20_i32..20) {
        for level in levels() {
            let got = krippendorff_alpha(&units, level).alpha;
            let scaled: Vec<Vec<Option<f64>>> =
                units.iter().map(|unit| unit.iter().map(|value| value.map(|value| value / 2_f64.powi(30) * 2_f64.powi(power))).collect()).collect();
            let other = krippendorff_alpha(&scaled, level).alpha;
            if let (Ok(one), Ok(other)) = (got, other) {
                prop_assert!(near(one, other));
            }
        }
    }

    #[test]
    fn reliability_rises_with_visits_and_reaches_its_target(groups in vec(vec(number(), 0..6), 0..8), target in 0.05..0.95) {
        let Ok(study) = nested_study(&groups) else { return Ok(()) };
        let decide = |n: u64| study.decision_study(n.try_into().unwrap());
        let g: Vec<f64> = (1..9).filter_map(|n| decide(n).generalizability).collect();
        prop_assert!(g.is_sorted() && g.iter().all(|g| (0.0..=1.0).contains(g)));
        if let Ok(needed) = study.observations_needed(target) {
            prop_assert!(decide(needed).dependability.unwrap() >= target - 1e-9);
            prop_assert!(needed == 1 || decide(needed - 1).dependability.unwrap() < target + 1e-9);
        }
    }

    #[test]
    fn in_crossed_studies_g_is_at_least_phi(cells in vec(number(), 0..30), width in 0_usize..6) {
        let rows: Vec<&[f64]> = cells.chunks_exact(width.max(1)).collect();
        let Ok(study) = crossed_study(&rows) else { return Ok(()) };
        let got = study.decision_study(3.try_into().unwrap());
        let (Some(g), Some(phi)) = (got.generalizability, got.dependability) else { return Ok(()) };
        prop_assert!((0.0..=1.0).contains(&phi) && phi <= g && g <= 1.0);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_bootstrap_interval_is_ordered_and_reproducible(values in vec(number(), 0..8), confidence in confidence()) {
        let seeded = Resampling::Seeded { seed: SEED, resamples: 199 };
        let exhaustive = if values.len() < 6 { Resampling::Exhaustive } else { seeded };
        for resampling in [seeded, exhaustive] {
            let Ok(got) = bca(&mut mean(&values), confidence, resampling) else { continue };
            prop_assert!(got.estimate.is_finite() && got.interval.is_none_or(orderly));
            prop_assert!(got.interval.is_some() || values.len() < 2 || got.correction.is_err());
            if let Ok(correction) = got.correction {
                prop_assert!(correction.bias.is_finite() && correction.acceleration.abs() <= 1.0 / 6.0 + 1e-9);
            }
            let turned: Vec<f64> = values.iter().rev().copied().collect();
            prop_assert_eq!(bca(&mut mean(&turned), confidence, resampling), Ok(got));
        }
    }

    #[test]
    fn a_jackknife_test_is_ordered(values in vec(number(), 0..8), confidence in confidence()) {
        let Ok(got) = jackknife(&mut mean(&values), confidence) else { return Ok(()) };
        prop_assert!(got.estimate.is_finite());
        let Ok(test) = got.test else { return Ok(()) };
        prop_assert!(within(test.precision.interval, got.estimate) && (0.0..=1.0).contains(&test.p));
        prop_assert!(near(test.freedom, half(2 * values.len() as u64 - 2)));
    }

    #[test]
    fn a_difference_within_places_is_antisymmetric(
        values in vec((vec(number(), 0..4), vec(number(), 0..4)), 0..4),
        confidence in confidence()
    ) {
        let sample = |values: &[f64]| SampleSummary::from_values(values).unwrap_or_default();
        let places: Vec<PlaceSamples> = values.iter().map(|(one, other)| (sample(one), sample(other))).collect();
        let Ok(got) = within_places(&places, confidence) else { return Ok(()) };
        let turned: Vec<PlaceSamples> = places.iter().map(|(one, other)| (*other, *one)).collect();
        let turned = within_places(&turned, confidence).unwrap();
        prop_assert!(got.difference.is_finite() && (got.difference + turned.difference).abs() <= 0.0);
        prop_assert_eq!(got.test.is_ok(), turned.test.is_ok());
        if let Ok(test) = got.test {
            prop_assert!(within(test.precision.interval, got.difference) && (0.0..=1.0).contains(&test.p));
        }
    }

    #[test]
    fn every_statistic_of_all_units_equals_its_direct_result(units in ratings(), pairs in vec((0_usize..3, 0_usize..3), 0..9)) {
        let resampling = Resampling::Seeded { seed: 2, resamples: 49 };
        for level in levels() {
            let plain = krippendorff_alpha(&as_values(&units), level).alpha;
            let got = bca(&mut AlphaOverUnits::new(&as_values(&units), level), C95, resampling);
            prop_assert!(got.map_or(plain.is_err(), |got| plain.is_ok_and(|plain| near(plain, got.estimate))));
        }
        for weights in all_weights() {
            let plain = gwet_ac(&units, &weights.by_rank(4), C95).unwrap().estimate.map(|estimate| estimate.coefficient);
            let got = bca(&mut gwet_ac_over_units(&units, &weights.by_rank(4)).unwrap(), C95, resampling);
            prop_assert!(got.map_or(plain.is_err(), |got| plain.is_ok_and(|plain| near(plain, got.estimate))));
            let (first, second): (Vec<_>, Vec<_>) = pairs.iter().map(|(one, other)| (Some(*one), Some(*other))).unzip();
            let plain = cohen_kappa_from_pairs(&first, &second, &weights.by_rank(3), C95).unwrap().estimate;
            let got = bca(&mut cohen_kappa_over_units(&pairs.iter().map(|pair| [*pair]).collect::<Vec<_>>(), &weights.by_rank(3)).unwrap(), C95, resampling);
            prop_assert!(got.map_or(plain.is_err(), |got| plain.is_ok_and(|plain| near(plain.kappa, got.estimate))));
        }
    }
}
