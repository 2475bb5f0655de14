//! The distribution of visit scores, exact and independent of the order of visits.

use super::multiset::Multiset;
use crate::visit::score::share_sums;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// A multiset of (points, possible points), one pair per visit; or of (shares earned, shares of the score), with the
/// points of each section.
#[derive(Clone, Debug, Default)]
pub struct ScoreDistribution {
    visits: Multiset<Score>,
    /// The sections that have shares of the score, in order of appearance.
    sections: Vec<SectionPoints>,
}

/// The points of a section that has a share of the score.
#[derive(Clone, Debug)]
struct SectionPoints {
    id: Box<str>,
    share: f64,
    visits: Multiset<Score>,
}

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
            self.visits.add(score);
        }
    }

    /// Adds a visit whose score is computed from shares: the id, the share, the points and the possible points of each
    /// section.
    pub fn add_sections<'s>(&mut self, sections: impl Iterator<Item = (&'s str, f64, f64, f64)> + Clone) {
        let (earned, whole) =
            share_sums(sections.clone().map(|(_, share, points, possible)| (share, points, possible)));
        self.add(earned, whole);
        for (id, share, points, possible) in sections.filter(|(.., possible)| *possible > 0.0) {
            self.section(id, share).add(Score { points, possible });
        }
    }

    /// Returns the points of a section, adding it if it is new.
    fn section(&mut self, id: &str, share: f64) -> &mut Multiset<Score> {
        let is_same = |section: &SectionPoints| *section.id == *id && section.share.to_bits() == share.to_bits();
        let index = self.sections.iter().position(is_same).unwrap_or_else(|| {
            self.sections.push(SectionPoints { id: id.into(), share, visits: Multiset::default() });
            self.sections.len() - 1
        });
        #[expect(clippy::indexing_slicing, reason = "found or added above")]
        &mut self.sections[index].visits
    }

    /// Adds the visits of another distribution.
    pub fn merge(&mut self, other: &Self) {
        self.visits.merge(&other.visits);
        for section in &other.sections {
            self.section(&section.id, section.share).merge(&section.visits);
        }
    }

    /// Sorts and merges equal scores. Call it after the last merge: the accessors then need not copy.
    pub fn compact(&mut self) {
        self.visits.compact();
        self.sections.iter_mut().for_each(|section| section.visits.compact());
    }

    /// Returns the number of visits.
    pub fn visits(&self) -> u64 {
        self.visits.n()
    }

    /// Returns the percentage of each visit, in order of points.
    pub fn percents(&self) -> Vec<f64> {
        let scores = self.visits.compacted();
        scores.iter().flat_map(|(score, visits)| std::iter::repeat_n(score.percent(), *visits as usize)).collect()
    }

    /// Returns the number of visits with at least this percentage. Rounding of the last digits does not count.
    pub fn at_least(&self, percent: f64) -> u64 {
        self.visits.iter().filter(|(score, _)| score.percent() >= percent - 1e-9).map(|(_, visits)| visits).sum()
    }

    /// Returns the sum of the visits' percentages.
    pub fn percent_sum(&self) -> f64 {
        self.sum(Score::percent)
    }

    /// Returns the possible points of all visits.
    pub fn possible(&self) -> PossiblePoints<'_> {
        let shares = shares_of(std::iter::once(self));
        let whole: f64 = shares.values().map(|(share, ..)| share).sum();
        PossiblePoints {
            all: if shares.is_empty() { sums(&self.visits).1 } else { 0.0 },
            sections: shares
                .into_iter()
                .map(|((id, _), (share, _, possible))| (id, possible * whole / share))
                .collect(),
        }
    }

    fn sum(&self, of: impl Fn(Score) -> f64) -> f64 {
        self.visits.compacted().iter().map(|(score, visits)| of(*score) * f64::from(*visits)).sum()
    }
}

/// The possible points of visits. A point of any section is worth the same, unless sections have shares of the score.
pub struct PossiblePoints<'d> {
    all: f64,
    sections: BTreeMap<&'d str, f64>,
}

impl PossiblePoints<'_> {
    /// Returns how many points of a section would be the whole score; `None` if the section does not count.
    pub fn whole_score_in(&self, section: &str) -> Option<f64> {
        let possible = if self.sections.is_empty() { self.all } else { *self.sections.get(section)? };
        (possible > 0.0).then_some(possible)
    }
}

/// Returns the percentage of all visits together: that of their points, or where sections have shares, the mean of the
/// percentages that the sections have together, weighted by their shares.
pub fn pooled_percent<'d>(all: impl Iterator<Item = &'d ScoreDistribution> + Clone) -> Option<f64> {
    let shares = shares_of(all.clone());
    let (points, possible) = if shares.is_empty() {
        let sums = all.map(|scores| sums(&scores.visits));
        sums.fold((0.0, 0.0), |(all, most), (points, possible)| (all + points, most + possible))
    } else {
        share_sums(shares.into_values())
    };
    let pooled = 100.0 * (points / possible);
    (possible > 0.0 && pooled.is_finite()).then_some(pooled)
}

/// Returns the share, the points and the possible points of each section that has a share, by id and share.
fn shares_of<'d>(all: impl Iterator<Item = &'d ScoreDistribution>) -> BTreeMap<(&'d str, u64), (f64, f64, f64)> {
    let mut sections: BTreeMap<(&str, u64), (f64, f64, f64)> = BTreeMap::new();
    for section in all.flat_map(|scores| &scores.sections) {
        let (points, possible) = sums(&section.visits);
        let own = sections.entry((&section.id, section.share.to_bits())).or_insert((section.share, 0.0, 0.0));
        own.1 += points;
        own.2 += possible;
    }
    sections
}

/// Returns the total points and total possible points.
fn sums(visits: &Multiset<Score>) -> (f64, f64) {
    let visits = visits.compacted();
    let sum = |of: fn(&Score) -> f64| visits.iter().map(|(score, visits)| of(score) * f64::from(*visits)).sum();
    (sum(|score| score.points), sum(|score| score.possible))
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
        assert_eq!(sums(&forward.visits), sums(&backward.visits));
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
        assert_eq!((scores.visits(), sums(&scores.visits)), (0, (0.0, 0.0)));
        scores.add(3.0, 2.0);
        assert_eq!((scores.visits(), scores.percents()), (1, vec![150.0]));
    }
}
