//! Coefficients of agreement among observers, for one item or for all.

use super::CONFIDENCE;
use super::figures::{Coefficients, Figure};
use crate::stats::{
    AlphaOverUnits, Bca, DesignEffect, Interval, MeasurementLevel, Resampling, Statistic, Undefined, WeightMatrix, bca,
    cohen_kappa_over_units, gwet_ac_over_units, ratio_of_sums,
};

/// With at least this observed agreement, low coefficients are explained by nearly all answers being the same.
const HIGH: f64 = 0.8;
/// A coefficient below this is low.
const LOW: f64 = 0.5;

/// The units compared, with the category that each observer gave and the expected one.
pub struct Units {
    pub given: Vec<Vec<Option<usize>>>,
    /// For each unit, the pairs of given and expected category.
    pub pairs: Vec<Vec<(usize, usize)>>,
    pub weights: WeightMatrix,
    pub weighted: bool,
    pub level: MeasurementLevel,
    /// The value of each category on alpha's scale.
    pub numbers: Vec<f64>,
}

/// Estimates the coefficients from the units that at least two observed, with bootstrap intervals over them.
pub fn estimate(mut units: Units) -> Coefficients {
    let ratings = |unit: &[Option<usize>]| unit.iter().flatten().count() as u64;
    units.given.retain(|unit| ratings(unit) > 1);
    units.pairs.retain(|pairs| !pairs.is_empty());
    let units = &units;
    let pairs = units.given.iter().map(|unit| ratings(unit) * (ratings(unit) - 1) / 2).sum();
    let expected_pairs = units.pairs.iter().map(Vec::len).sum::<usize>() as u64;
    let ac = || gwet_ac_over_units(&units.given, &units.weights);
    let (one, two) = rayon::join(
        || (bootstrapped(Ok(observed(units)), pairs), bootstrapped(ac(), pairs)),
        || {
            let alpha = AlphaOverUnits::new(&numbers(units), units.level);
            (bootstrapped(Ok(alpha), pairs), bootstrapped(kappa(units), expected_pairs))
        },
    );
    let ((observed, ac), (alpha, kappa)) = (one, two);
    // Complete agreement is no paradox.
    let high = |figure: &Figure| figure.value.is_some_and(|value| (HIGH..1.0).contains(&value));
    let low =
        |figure: &Figure| figure.value.map_or(figure.undefined == Some(Undefined::NoVariation), |value| value < LOW);
    let agrees = ac.value.is_some_and(|value| value >= LOW);
    Coefficients {
        n: units.given.len() as u64,
        answers: units.given.iter().map(|unit| ratings(unit)).sum(),
        paradox: high(&observed)
            && agrees
            && (low(&alpha) || (low(&kappa) && kappa.undefined != Some(Undefined::NoPairs))),
        observed,
        ac,
        alpha,
        kappa,
        weighted: units.weighted,
    }
}

/// Estimates a coefficient of `n` pairs. Its interval ends at -1, which weighted coefficients can fall short of.
fn bootstrapped<S: Statistic>(statistic: Result<S, Undefined>, n: u64) -> Figure {
    let estimate = statistic.and_then(|mut statistic| match statistic.size() {
        0 => Err(Undefined::NoPairableValues),
        _ => bca(&mut statistic, CONFIDENCE, Resampling::default()),
    });
    match estimate {
        Ok(Bca { estimate, interval, correction }) => {
            let interval = interval.ok_or(correction.err().unwrap_or(Undefined::NoVariation));
            let bounded = |found: Interval| Interval { lower: found.lower.max(-1.0).min(estimate), ..found };
            Figure::new(estimate, interval.map(bounded), n)
        }
        Err(why) => Figure::undefined(why),
    }
}

/// Widens the intervals of coefficients by the design effect of the meetings that the units are of.
pub fn widen(found: &mut Coefficients, effect: DesignEffect) {
    // A share is half a coefficient and a half.
    widen_figure(&mut found.observed, effect, |share| 2.0 * share - 1.0, |number| f64::midpoint(number, 1.0));
    for figure in [&mut found.ac, &mut found.alpha, &mut found.kappa] {
        widen_figure(figure, effect, |number| number, |number| number);
    }
}

/// Widens one interval on the scale of a coefficient, which `scale` leads to and `back` from.
fn widen_figure(figure: &mut Figure, effect: DesignEffect, scale: fn(f64) -> f64, back: fn(f64) -> f64) {
    let Figure { value: Some(value), lower: Some(lower), upper: Some(upper), .. } = *figure else { return };
    let interval = Interval { lower: scale(lower), upper: scale(upper) };
    if let Ok(Interval { lower, upper }) = effect.coefficient(scale(value), interval, CONFIDENCE) {
        (figure.lower, figure.upper) = (Some(back(lower)), Some(back(upper)));
    }
}

/// Computes the share of pairs of observers who agree. Each unit counts once.
fn observed(units: &Units) -> impl Statistic + use<> {
    let agreements = units.given.iter().filter_map(|unit| unit_agreement(unit, &units.weights));
    ratio_of_sums(&agreements.map(|agreement| (agreement, 1.0)).collect::<Vec<_>>())
}

/// Returns the share of pairs of observers who agree on a unit; `None` without a pair.
pub fn unit_agreement(unit: &[Option<usize>], weights: &WeightMatrix) -> Option<f64> {
    let mut counts = vec![0.0; weights.size()];
    for category in unit.iter().flatten() {
        if let Some(count) = counts.get_mut(*category) {
            *count += 1.0;
        }
    }
    let mut agree = 0.0;
    for (one, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0.0) {
        for (other, others) in counts.iter().enumerate() {
            let pairs = if one == other { count * (count - 1.0) } else { count * others };
            agree += pairs * weights.get(one, other).unwrap_or(0.0);
        }
    }
    let n: f64 = counts.iter().sum();
    (n > 1.0).then(|| agree / (n * (n - 1.0)))
}

fn numbers(units: &Units) -> Vec<Vec<Option<f64>>> {
    let number = |category: &Option<usize>| units.numbers.get((*category)?).copied();
    units.given.iter().map(|unit| unit.iter().map(number).collect()).collect()
}

fn kappa(units: &Units) -> Result<impl Statistic + use<>, Undefined> {
    if units.pairs.is_empty() { Err(Undefined::NoPairs) } else { cohen_kappa_over_units(&units.pairs, &units.weights) }
}
