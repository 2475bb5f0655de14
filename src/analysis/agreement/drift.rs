//! Drift: whether an observer's agreement changes over time.

use super::CONFIDENCE;
use super::clusters::Answers;
use super::figures::{Drift, Figure};
use super::items::count;
use crate::stats::{Confidence, newcombe};

/// Compares the first half of an observer's meetings with the second. The change is certain at the level `careful`.
/// Meetings in which nothing was compared do not count. `None` with a single meeting, or nothing to compare.
pub fn observer_drift(seen: &[usize], answers: &Answers, careful: Confidence) -> Option<Drift> {
    let counts: Vec<(u64, u64)> =
        seen.iter().map(|meeting| answers.counts_of(*meeting)).filter(|(_, n)| *n > 0).collect();
    let (early, late) = counts.split_at(counts.len() / 2);
    let sum = |half: &[(u64, u64)]| half.iter().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    let ((early, early_n), (late, late_n)) = (sum(early), sum(late));
    let found = newcombe(count(late, late_n), count(early, early_n), CONFIDENCE).ok()?;
    let difference = Figure::new(found.difference, Ok(found.interval), early_n.min(late_n));
    let certain = newcombe(count(late, late_n), count(early, early_n), careful).ok()?.interval;
    let share = |successes, n| super::float_u64(successes) / super::float_u64(n);
    Some(Drift {
        early_n,
        early: share(early, early_n),
        late_n,
        late: share(late, late_n),
        difference,
        certain: difference.lower.is_some() && (certain.lower > 0.0 || certain.upper < 0.0),
    })
}
