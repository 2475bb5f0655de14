//! Coefficients of agreement among observers, for one item or for all.

use super::CONFIDENCE;
use super::figures::{Coefficients, Figure};
use crate::stats::{
    AlphaOverUnits, Bca, MeasurementLevel, Resampling, Statistic, Undefined, WeightMatrix, bca, cohen_kappa_over_units,
    gwet_ac_over_units, ratio_of_sums,
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

/// Estimates the coefficients, with bootstrap intervals over units.
pub fn estimate(units: &Units) -> Coefficients {
    let answers: usize = units.given.iter().map(|unit| unit.iter().flatten().count()).sum();
    let (one, two) = rayon::join(
        || (bootstrapped(observed(units)), bootstrapped(gwet_ac_over_units(&units.given, &units.weights))),
        || (bootstrapped(Ok(AlphaOverUnits::new(&numbers(units), units.level))), bootstrapped(kappa(units))),
    );
    let ((observed, ac), (alpha, kappa)) = (one, two);
    // Complete agreement is no paradox.
    let high = |figure: &Figure| figure.value.is_some_and(|value| (HIGH..1.0).contains(&value));
    let low =
        |figure: &Figure| figure.value.map_or(figure.undefined == Some(Undefined::NoVariation), |value| value < LOW);
    let agrees = ac.value.is_some_and(|value| value >= LOW);
    Coefficients {
        n: units.given.iter().filter(|unit| unit.iter().flatten().count() > 1).count() as u64,
        answers: answers as u64,
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

fn bootstrapped<S: Statistic>(statistic: Result<S, Undefined>) -> Figure {
    let estimate = statistic.and_then(|mut statistic| bca(&mut statistic, CONFIDENCE, Resampling::default()));
    match estimate {
        Ok(Bca { estimate, interval, correction }) => Figure {
            value: Some(estimate),
            lower: interval.map(|interval| interval.lower),
            upper: interval.map(|interval| interval.upper),
            undefined: if interval.is_some() { None } else { correction.err() },
        },
        Err(why) => Figure { undefined: Some(why), ..Figure::default() },
    }
}

/// Computes the share of pairs of observers who agree. Each unit counts once.
fn observed(units: &Units) -> Result<impl Statistic + use<>, Undefined> {
    let mut sums = Vec::new();
    for unit in &units.given {
        let given: Vec<usize> = unit.iter().flatten().copied().collect();
        let mut agree = 0.0;
        let mut counts = vec![0.0; units.weights.size()];
        for category in &given {
            if let Some(count) = counts.get_mut(*category) {
                *count += 1.0;
            }
        }
        for (one, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0.0) {
            for (other, others) in counts.iter().enumerate() {
                let pairs = if one == other { count * (count - 1.0) } else { count * others };
                agree += pairs * units.weights.get(one, other).unwrap_or(0.0);
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "observers are few")]
        let n = given.len() as f64;
        if given.len() > 1 {
            sums.push((agree / (n * (n - 1.0)), 1.0));
        }
    }
    if sums.is_empty() { Err(Undefined::NoPairableValues) } else { Ok(ratio_of_sums(&sums)) }
}

fn numbers(units: &Units) -> Vec<Vec<Option<f64>>> {
    let number = |category: &Option<usize>| units.numbers.get((*category)?).copied();
    units.given.iter().map(|unit| unit.iter().map(number).collect()).collect()
}

fn kappa(units: &Units) -> Result<impl Statistic + use<>, Undefined> {
    let pairs: Vec<Vec<(usize, usize)>> = units.pairs.iter().filter(|pairs| !pairs.is_empty()).cloned().collect();
    if pairs.is_empty() { Err(Undefined::NoPairs) } else { cohen_kappa_over_units(&pairs, &units.weights) }
}
