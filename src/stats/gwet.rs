//! Gwet's AC: agreement of several observers beyond chance, stable under very high agreement; missing ratings are
//! allowed.

use super::floats::{float, float_u64, sum};
use super::{Confidence, Interval, Precision, Statistic, SumStatistic, Undefined, WeightMatrix};

/// The agreement of several observers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GwetAc {
    /// The number of units with at least one rating.
    pub n_subjects: usize,
    /// The coefficient: `SingleCategory` with fewer than two categories, `NoPairableValues` if no unit was rated twice,
    /// `NoVariation` if every weight is 1.
    pub estimate: Result<GwetEstimate, Undefined>,
}

/// Gwet's AC1 (identity weights) or AC2 (others).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GwetEstimate {
    /// At most 1; 0 if chance explains the agreement.
    pub coefficient: f64,
    /// The observed agreement, weighted, from 0 to 1.
    pub observed: f64,
    /// The agreement expected by chance, from 0 to 1.
    pub expected: f64,
    /// The standard error and t interval, cut at 1; `TooFewPoints` for a single unit.
    pub precision: Result<Precision, Undefined>,
}

/// Computes Gwet's coefficient. Each unit is a list of ratings, one per observer: a category numbered from 0, or
/// `None`.
///
/// Units are sampled, observers are not. A unit rated once counts only for the frequency of its category.
///
/// Sources: Gwet 2008, Br J Math Stat Psychol 61:29-48; Gwet 2014, Handbook of Inter-Rater Reliability, 4th edition.
///
/// # Errors
/// `OutOfRange` for a category that the weights do not have.
pub fn gwet_ac<U: AsRef<[Option<usize>]>>(
    units: &[U],
    weights: &WeightMatrix,
    confidence: Confidence,
) -> Result<GwetAc, Undefined> {
    let rows = unit_rows(units, weights)?;
    let width = FIXED + weights.size();
    let mut totals = vec![0.0; width];
    for row in rows.chunks_exact(width) {
        totals.iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
    }
    let chance = ChanceFactor::from_weights(weights);
    let estimate = chance.terms(&totals).map(|parts| GwetEstimate {
        coefficient: parts.coefficient,
        observed: 1.0 - parts.disagreement,
        expected: parts.expected,
        precision: precision(&rows, &totals, chance, &parts, confidence),
    });
    Ok(GwetAc { n_subjects: rows.len() / width, estimate })
}

/// Returns Gwet's coefficient as a statistic of units, for [`super::bca`]; units without ratings are left out.
///
/// # Errors
/// `OutOfRange` for a category that the weights do not have.
pub fn gwet_ac_over_units<U: AsRef<[Option<usize>]>>(
    units: &[U],
    weights: &WeightMatrix,
) -> Result<impl Statistic + use<U>, Undefined> {
    let chance = ChanceFactor::from_weights(weights);
    let finish = move |totals: &[f64]| chance.terms(totals).map(|parts| parts.coefficient);
    Ok(SumStatistic::new(unit_rows(units, weights)?, FIXED + weights.size(), finish))
}

/// A unit's row starts with 1, whether it was rated twice, and its disagreement; the share of each category in its
/// ratings follows.
const FIXED: usize = 3;

fn unit_rows<U: AsRef<[Option<usize>]>>(units: &[U], weights: &WeightMatrix) -> Result<Vec<f64>, Undefined> {
    let mut rows = Vec::with_capacity(units.len() * (FIXED + weights.size()));
    let mut counts = vec![0_u64; weights.size()];
    for unit in units {
        counts.fill(0);
        for category in unit.as_ref().iter().flatten() {
            *counts.get_mut(*category).ok_or(Undefined::OutOfRange)? += 1;
        }
        let ratings = float_u64(counts.iter().sum());
        if ratings == 0.0 {
            continue;
        }
        let mut disagreement = 0.0;
        for (count, row) in counts.iter().zip(weights.rows()).filter(|(count, _)| **count > 0) {
            let against: f64 = counts.iter().zip(row).map(|(other, weight)| float_u64(*other) * (1.0 - weight)).sum();
            disagreement += float_u64(*count) * against;
        }
        let paired = ratings >= 2.0;
        let disagreement = if paired { disagreement / (ratings * (ratings - 1.0)) } else { 0.0 };
        rows.extend([1.0, f64::from(u8::from(paired)), disagreement]);
        rows.extend(counts.iter().map(|count| float_u64(*count) / ratings));
    }
    Ok(rows)
}

/// The factor of chance agreement: the sum of the weights over q (q - 1).
#[derive(Clone, Copy)]
struct ChanceFactor {
    categories: usize,
    factor: f64,
}

struct GwetTerms {
    coefficient: f64,
    disagreement: f64,
    expected: f64,
}

impl ChanceFactor {
    fn from_weights(weights: &WeightMatrix) -> Self {
        let q = float(weights.size());
        Self { categories: weights.size(), factor: weights.total() / (q * (q - 1.0)) }
    }

    fn terms(self, totals: &[f64]) -> Result<GwetTerms, Undefined> {
        if self.categories < 2 {
            return Err(Undefined::SingleCategory);
        }
        let Some(([n, paired, disagreement], shares)) = totals.split_first_chunk::<FIXED>() else {
            return Err(Undefined::NoPairableValues);
        };
        if *paired <= 0.0 {
            return Err(Undefined::NoPairableValues);
        }
        let expected = self.factor * shares.iter().map(|share| share / n * ((n - share).max(0.0) / n)).sum::<f64>();
        let (disagreement, room) = (disagreement / paired, 1.0 - expected);
        if room <= 1e-12 {
            return Err(Undefined::NoVariation);
        }
        Ok(GwetTerms { coefficient: 1.0 - disagreement / room, disagreement, expected })
    }
}

/// Computes the standard error from the variance of the coefficient's linear form over the units.
fn precision(
    rows: &[f64],
    totals: &[f64],
    chance: ChanceFactor,
    parts: &GwetTerms,
    confidence: Confidence,
) -> Result<Precision, Undefined> {
    let Some(([n, paired, _], of_categories)) = totals.split_first_chunk::<FIXED>() else {
        return Err(Undefined::NoPairableValues);
    };
    if *n < 2.0 {
        return Err(Undefined::TooFewPoints);
    }
    let room = 1.0 - parts.expected;
    let squares = rows.chunks_exact(FIXED + chance.categories).filter_map(|row| {
        let ([_, twice, disagreement], shares) = row.split_first_chunk::<FIXED>()?;
        let rare = shares.iter().zip(of_categories).map(|(share, total)| share * ((n - total).max(0.0) / n));
        let expected = chance.factor * rare.sum::<f64>();
        let own = n / paired * twice * (1.0 - disagreement - parts.expected) / room;
        let linear = own - 2.0 * (1.0 - parts.coefficient) * (expected - parts.expected) / room;
        Some((linear - parts.coefficient) * (linear - parts.coefficient))
    });
    let standard_error = (sum(squares) / (n * (n - 1.0))).sqrt();
    let half = confidence.t(n - 1.0)? * standard_error;
    let interval = Interval { lower: parts.coefficient - half, upper: (parts.coefficient + half).min(1.0) };
    Ok(Precision { standard_error, interval })
}
