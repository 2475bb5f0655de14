//! The distribution of visit scores, exact and independent of the order of visits.

use super::multiset::Multiset;
use std::cmp::Ordering;

/// A multiset of (points, possible points), one pair per visit.
#[derive(Clone, Debug, Default)]
pub struct ScoreDistribution(Multiset<Score>);

#[derive(Clone, Copy, Debug)]
struct Score {
    points: f64,
    possible: f64,
}

impl Score {
    fn percent(self) -> f64 {
        100.0 * self.points / self.possible
    }
}

impl Ord for Score {
    fn cmp(&self, other: &Self) -> Ordering {
        self.points.total_cmp(&other.points).then(self.possible.total_cmp(&other.possible))
    }
}

impl PartialOrd for Score {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Score {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Score {}

impl ScoreDistribution {
    /// Adds a visit. Ignores one without possible points or without a finite percentage.
    pub fn add(&mut self, points: f64, possible: f64) {
        let score = Score { points, possible };
        if possible > 0.0 && possible.is_finite() && score.percent().is_finite() {
            self.0.add(score);
        }
    }

    /// Adds the visits of another distribution.
    pub fn merge(&mut self, other: &Self) {
        self.0.merge(&other.0);
    }

    /// Sorts and merges equal scores. Call it after the last merge: the accessors then need not copy.
    pub fn compact(&mut self) {
        self.0.compact();
    }

    /// Returns the number of visits.
    pub fn visits(&self) -> u64 {
        self.0.n()
    }

    /// Returns the percentage of each visit, in order of points.
    pub fn percents(&self) -> Vec<f64> {
        let scores = self.0.compacted();
        scores.iter().flat_map(|(score, visits)| std::iter::repeat_n(score.percent(), *visits as usize)).collect()
    }

    /// Returns the number of visits with at least this percentage. Rounding of the last digits does not count.
    pub fn at_least(&self, percent: f64) -> u64 {
        self.0.iter().filter(|(score, _)| score.percent() >= percent - 1e-9).map(|(_, visits)| visits).sum()
    }

    /// Returns the sum of the visits' percentages.
    pub fn percent_sum(&self) -> f64 {
        self.sum(Score::percent)
    }

    /// Returns the total points and total possible points.
    pub fn sums(&self) -> (f64, f64) {
        (self.sum(|score| score.points), self.sum(|score| score.possible))
    }

    fn sum(&self, of: impl Fn(Score) -> f64) -> f64 {
        self.0.compacted().iter().map(|(score, visits)| of(*score) * f64::from(*visits)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_visits_give_the_same_bits_in_any_order() {
        let visits: Vec<(f64, f64)> =
            (0..500_u32).map(|n| (f64::from(n * 37 % 19) * 0.1, 1.9 + f64::from(n % 3))).collect();
        let mut forward = ScoreDistribution::default();
        for (points, possible) in &visits {
            forward.add(*points, *possible);
        }
        let (mut one, mut backward) = (ScoreDistribution::default(), ScoreDistribution::default());
        visits[..123].iter().rev().for_each(|(points, possible)| one.add(*points, *possible));
        visits[123..].iter().rev().for_each(|(points, possible)| backward.add(*points, *possible));
        backward.merge(&one);
        assert_eq!(forward.visits(), 500);
        assert_eq!(forward.percents(), backward.percents());
        assert_eq!(forward.sums(), backward.sums());
        assert_eq!(forward.percent_sum().to_bits(), backward.percent_sum().to_bits());
    }

    #[test]
    fn what_has_no_percent_does_not_count() {
        let mut scores = ScoreDistribution::default();
        for (points, possible) in
            [(0.0, 0.0), (1.0, 0.0), (1.0, -2.0), (1e308, 1.0), (f64::NAN, 1.0), (1.0, f64::NAN), (0.0, f64::INFINITY)]
        {
            scores.add(points, possible);
        }
        assert_eq!((scores.visits(), scores.sums()), (0, (0.0, 0.0)));
        scores.add(3.0, 2.0);
        assert_eq!((scores.visits(), scores.percents()), (1, vec![150.0]));
    }
}
