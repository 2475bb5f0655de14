//! The log-rank test: whether times until an event differ between groups.

use super::confidence::chi_square_upper_tail;
use super::floats::{finite, float};
use super::{FollowUp, Undefined};

/// The groups compared, in input order.
#[derive(Clone, Debug, PartialEq)]
pub struct LogRank {
    /// The number of events in each group.
    pub observed: Vec<f64>,
    /// The number of events expected in each group if all were alike.
    pub expected: Vec<f64>,
    /// The test; `NoEvents`, or `NoVariation` if no event could have occurred in another group.
    pub test: Result<LogRankTest, Undefined>,
}

/// The log-rank test.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LogRankTest {
    /// The statistic.
    pub chi_square: f64,
    /// The degrees of freedom: the groups in which an event could have occurred, less one.
    pub freedom: usize,
    /// The probability of a statistic at least as large if all groups were alike.
    pub p: f64,
}

/// Compares the times of two or more groups by the log-rank test with the exact variance for ties.
///
/// `O(n log n)` in the number of cases, and quadratic in the number of groups at each time with events.
///
/// Sources: Mantel 1966, Cancer Chemother Rep 50:163-170; Peto and Peto 1972, J R Stat Soc A 135:185-207.
///
/// # Errors
/// `SingleGroup` below two groups; `OutOfRange` for a time that is not finite.
pub fn log_rank<G: AsRef<[FollowUp]>>(groups: &[G]) -> Result<LogRank, Undefined> {
    if groups.len() < 2 {
        return Err(Undefined::SingleGroup);
    }
    let mut cases: Vec<(usize, FollowUp)> = groups
        .iter()
        .enumerate()
        .flat_map(|(group, cases)| cases.as_ref().iter().map(move |case| (group, *case)))
        .collect();
    if cases.iter().any(|(_, case)| !case.time.is_finite()) {
        return Err(Undefined::OutOfRange);
    }
    cases.sort_by(|one, other| one.1.time.total_cmp(&other.1.time));
    let mut tally = Tally::new(groups);
    // The cases are sorted, so a time that is not below the next one is equal to it.
    for same_time in cases.chunk_by(|one, next| one.1.time >= next.1.time) {
        tally.add(same_time);
    }
    let test = tally.test();
    Ok(LogRank { observed: tally.observed, expected: tally.expected, test })
}

struct Tally {
    at_risk: Vec<f64>,
    observed: Vec<f64>,
    expected: Vec<f64>,
    /// The covariance of observed minus expected, row by row.
    covariance: Vec<f64>,
    /// The groups' shares of the cases at risk.
    shares: Vec<f64>,
}

impl Tally {
    fn new<G: AsRef<[FollowUp]>>(groups: &[G]) -> Self {
        let zeros = vec![0.0; groups.len()];
        Self {
            at_risk: groups.iter().map(|group| float(group.as_ref().len())).collect(),
            observed: zeros.clone(),
            expected: zeros,
            covariance: vec![0.0; groups.len() * groups.len()],
            shares: Vec::with_capacity(groups.len()),
        }
    }

    fn add(&mut self, same_time: &[(usize, FollowUp)]) {
        let events = float(same_time.iter().filter(|(_, case)| case.event).count());
        if events > 0.0 {
            let n: f64 = self.at_risk.iter().sum();
            let factor = if n > 1.0 { events * (n - events) / (n - 1.0) } else { 0.0 };
            for (expected, risk) in self.expected.iter_mut().zip(&self.at_risk) {
                *expected += events * risk / n;
            }
            self.shares.clear();
            self.shares.extend(self.at_risk.iter().map(|risk| risk / n));
            for (row, (cells, share)) in
                self.covariance.chunks_exact_mut(self.at_risk.len()).zip(&self.shares).enumerate()
            {
                let own = cells.get(row).map(|cell| cell + factor * share * (1.0 - share));
                for (cell, other) in cells.iter_mut().zip(&self.shares) {
                    *cell -= factor * share * other;
                }
                if let Some((cell, own)) = cells.get_mut(row).zip(own) {
                    *cell = own;
                }
            }
        }
        for (group, case) in same_time {
            if let (Some(risk), Some(observed)) = (self.at_risk.get_mut(*group), self.observed.get_mut(*group)) {
                *risk -= 1.0;
                *observed += f64::from(u8::from(case.event));
            }
        }
    }

    fn test(&self) -> Result<LogRankTest, Undefined> {
        if self.observed.iter().sum::<f64>() <= 0.0 {
            return Err(Undefined::NoEvents);
        }
        let concerned: Vec<bool> = self.expected.iter().map(|expected| *expected > 0.0).collect();
        let freedom = concerned.iter().filter(|concerned| **concerned).count() - 1;
        let kept = |values: &[f64]| -> Vec<f64> {
            let kept = values.iter().zip(&concerned).filter(|(_, concerned)| **concerned);
            kept.map(|(value, _)| *value).take(freedom).collect()
        };
        let gaps: Vec<f64> = self.observed.iter().zip(&self.expected).map(|(one, other)| one - other).collect();
        let rows = self.covariance.chunks_exact(self.at_risk.len()).zip(&concerned);
        let mut system: Vec<Vec<f64>> =
            rows.filter(|(_, concerned)| **concerned).map(|(row, _)| kept(row)).take(freedom).collect();
        for (row, gap) in system.iter_mut().zip(kept(&gaps)) {
            row.push(gap);
        }
        let chi_square = finite(quadratic_form(system).filter(|_| freedom > 0).ok_or(Undefined::NoVariation)?)?;
        Ok(LogRankTest { chi_square, freedom, p: chi_square_upper_tail(chi_square, float(freedom))? })
    }
}

/// Returns z' V⁻¹ z for the rows of (V | z), V symmetric and positive, by elimination; `None` if V is singular.
fn quadratic_form(mut rows: Vec<Vec<f64>>) -> Option<f64> {
    let scale = rows.iter().flatten().fold(0.0, |scale: f64, cell| scale.max(cell.abs()));
    let mut form = 0.0;
    while !rows.is_empty() {
        let pivot_row = rows.remove(0);
        let (pivot, rest) = pivot_row.split_first()?;
        if *pivot <= 1e-13 * scale {
            return None;
        }
        let last = rest.last()?;
        form += last * last / pivot;
        for row in &mut rows {
            let factor = row.remove(0) / pivot;
            row.iter_mut().zip(rest).for_each(|(cell, above)| *cell -= factor * above);
        }
    }
    Some(form)
}
