//! Cohen's kappa: agreement beyond chance of two observers, or of one observer with a reference.

use super::floats::{finite, float_u64};
use super::{Confidence, Interval, Precision, Statistic, SumStatistic, Undefined, WeightMatrix};

/// The agreement of two observers. All shares are from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kappa {
    /// The number of units rated by both.
    pub n: u64,
    /// The observed agreement, weighted; `None` without units.
    pub observed: Option<f64>,
    /// The agreement expected by chance; `None` without units.
    pub expected: Option<f64>,
    /// Kappa: `NoPairs` without units, `NoVariation` if both always chose the same one category.
    pub estimate: Result<KappaEstimate, Undefined>,
}

/// Cohen's kappa.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KappaEstimate {
    /// At most 1; 0 if chance explains the agreement.
    pub kappa: f64,
    /// The large-sample standard error and normal interval, not cut at 1.
    pub precision: Precision,
    /// The standard error under the hypothesis that kappa is 0.
    pub null_standard_error: f64,
    /// Kappa divided by `null_standard_error`; `None` if that is 0.
    pub z: Option<f64>,
}

/// Computes Cohen's kappa from a square table: rows are the first observer's categories, columns the second's.
///
/// Sources: Cohen 1960, Educ Psychol Meas 20:37-46; weighted, Cohen 1968, Psychol Bull 70:213-220; standard errors,
/// Fleiss, Cohen and Everitt 1969, Psychol Bull 72:323-327.
///
/// # Errors
/// `OutOfRange` unless the table is as wide and high as the weights.
pub fn cohen_kappa<R: AsRef<[u64]>>(
    table: &[R],
    weights: &WeightMatrix,
    confidence: Confidence,
) -> Result<Kappa, Undefined> {
    let size = weights.size();
    if table.len() != size || table.iter().any(|row| row.as_ref().len() != size) {
        return Err(Undefined::OutOfRange);
    }
    let n = table.iter().flat_map(AsRef::as_ref).fold(0, |n: u64, count| n.saturating_add(*count));
    let margins = Margins::from_table(table, weights);
    let Some(parts) = KappaTerms::new(&margins.rows, &margins.columns, margins.disagreement, weights) else {
        return Ok(Kappa { n, observed: None, expected: None, estimate: Err(Undefined::NoPairs) });
    };
    let estimate = parts.kappa().map(|kappa| estimate(kappa, &parts, table, &margins, weights, confidence));
    Ok(Kappa { n, observed: Some(parts.observed()), expected: Some(parts.expected()), estimate })
}

/// Computes Cohen's kappa from two observers' categories, numbered from 0, unit by unit. Units with a missing category
/// are skipped.
///
/// # Errors
/// `OutOfRange` for a category that the weights do not have, or lists of different lengths.
pub fn cohen_kappa_from_pairs(
    first: &[Option<usize>],
    second: &[Option<usize>],
    weights: &WeightMatrix,
    confidence: Confidence,
) -> Result<Kappa, Undefined> {
    if first.len() != second.len() {
        return Err(Undefined::OutOfRange);
    }
    let mut table = vec![vec![0_u64; weights.size()]; weights.size()];
    for pair in first.iter().zip(second) {
        if let (Some(row), Some(column)) = pair {
            let cell = table.get_mut(*row).and_then(|row| row.get_mut(*column));
            *cell.ok_or(Undefined::OutOfRange)? += 1;
        }
    }
    cohen_kappa(&table, weights, confidence)
}

/// Returns kappa as a statistic of units, for [`super::bca`]; each unit is one or more pairs of categories.
///
/// # Errors
/// `OutOfRange` for a category that the weights do not have.
pub fn cohen_kappa_over_units<U: AsRef<[(usize, usize)]>>(
    units: &[U],
    weights: &WeightMatrix,
) -> Result<impl Statistic + use<U>, Undefined> {
    let size = weights.size();
    let width = 2 * size + 1;
    let mut rows = vec![0.0; units.len() * width];
    for (pairs, cells) in units.iter().zip(rows.chunks_exact_mut(width)) {
        for (row, column) in pairs.as_ref() {
            let weight = weights.get(*row, *column).ok_or(Undefined::OutOfRange)?;
            for (place, value) in [(*row, 1.0), (size + column, 1.0), (2 * size, 1.0 - weight)] {
                *cells.get_mut(place).ok_or(Undefined::OutOfRange)? += value;
            }
        }
    }
    let weights = weights.clone();
    let finish = move |sums: &[f64]| {
        let (row_counts, rest) = sums.split_at_checked(size).ok_or(Undefined::NoPairs)?;
        let (disagreement, column_counts) = rest.split_last().ok_or(Undefined::NoPairs)?;
        KappaTerms::new(row_counts, column_counts, *disagreement, &weights).ok_or(Undefined::NoPairs)?.kappa()
    };
    Ok(SumStatistic::new(rows, width, finish))
}

/// How often each observer chose each category, and the total disagreement.
struct Margins {
    rows: Vec<f64>,
    columns: Vec<f64>,
    disagreement: f64,
}

impl Margins {
    fn from_table<R: AsRef<[u64]>>(table: &[R], weights: &WeightMatrix) -> Self {
        let mut margins = Self { rows: Vec::new(), columns: vec![0.0; weights.size()], disagreement: 0.0 };
        for (row, of_row) in table.iter().zip(weights.rows()) {
            let counts = || row.as_ref().iter().map(|count| float_u64(*count));
            margins.rows.push(counts().sum());
            margins.columns.iter_mut().zip(counts()).for_each(|(sum, count)| *sum += count);
            margins.disagreement += counts().zip(of_row).map(|(count, weight)| count * (1.0 - weight)).sum::<f64>();
        }
        margins
    }
}

/// The observed and expected agreement as distances from 1, to avoid cancellation.
struct KappaTerms {
    n: f64,
    disagreement: f64,
    chance: f64,
}

impl KappaTerms {
    /// Returns `None` without units.
    fn new(row_counts: &[f64], column_counts: &[f64], disagreement: f64, weights: &WeightMatrix) -> Option<Self> {
        let n: f64 = row_counts.iter().sum();
        let by_row = row_counts.iter().zip(weights.rows()).map(|(row_count, of_row)| {
            let cells =
                column_counts.iter().zip(of_row).map(|(column_count, weight)| column_count / n * (1.0 - weight));
            row_count / n * cells.sum::<f64>()
        });
        (n > 0.0).then(|| Self { n, disagreement: disagreement / n, chance: by_row.sum() })
    }

    const fn observed(&self) -> f64 {
        1.0 - self.disagreement
    }

    const fn expected(&self) -> f64 {
        1.0 - self.chance
    }

    fn kappa(&self) -> Result<f64, Undefined> {
        if self.chance > 0.0 { finite(1.0 - self.disagreement / self.chance) } else { Err(Undefined::NoVariation) }
    }
}

/// Computes both variances as that of a variable over the cells, around its mean to avoid cancellation.
fn estimate<R: AsRef<[u64]>>(
    kappa: f64,
    parts: &KappaTerms,
    table: &[R],
    margins: &Margins,
    weights: &WeightMatrix,
    confidence: Confidence,
) -> KappaEstimate {
    let mean_weights = |counts: &[f64]| -> Vec<f64> {
        let mean = |row: &[f64]| row.iter().zip(counts).map(|(weight, count)| weight * count / parts.n).sum();
        weights.rows().map(mean).collect()
    };
    let (of_rows, of_columns) = (mean_weights(&margins.columns), mean_weights(&margins.rows));
    let centre = parts.observed() * parts.chance - 2.0 * parts.expected() * parts.disagreement;
    let (mut variance, mut null_variance) = (0.0, 0.0);
    let by_row = table.iter().zip(weights.rows()).zip(of_rows).zip(&margins.rows);
    for (((row, of_row), row_mean), row_count) in by_row {
        let by_column = row.as_ref().iter().zip(of_row).zip(&of_columns).zip(&margins.columns);
        for (((count, weight), column_mean), column_count) in by_column {
            let means = row_mean + column_mean;
            let distance = weight * parts.chance - means * parts.disagreement - centre;
            variance += float_u64(*count) / parts.n * distance * distance;
            let distance = weight - means + parts.expected();
            null_variance += row_count / parts.n * (column_count / parts.n) * distance * distance;
        }
    }
    let root = parts.n.sqrt() * parts.chance;
    let standard_error = variance.sqrt() / (root * parts.chance);
    let half = confidence.z() * standard_error;
    // Below this it is rounding: one of the two observers never varied.
    let spread = if null_variance > 1e-28 { null_variance.sqrt() } else { 0.0 };
    let null_standard_error = spread / root;
    KappaEstimate {
        kappa,
        precision: Precision { standard_error, interval: Interval { lower: kappa - half, upper: kappa + half } },
        null_standard_error,
        z: (spread > 0.0).then(|| kappa / null_standard_error),
    }
}
