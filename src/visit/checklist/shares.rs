//! The shares of the score that sections may have.

use super::{Checklist, Section};

/// The largest share. Shares are proportions, so that their sum is free.
pub const MAX_SHARE: f64 = 1e6;

impl Section {
    /// Returns whether an item can add to the possible points.
    pub fn adds_possible(&self) -> bool {
        self.items.iter().any(super::Item::adds_possible)
    }

    /// Returns its share of the score, if that is a valid one.
    pub fn share(&self) -> Option<f64> {
        self.weight_percent.filter(|share| *share > 0.0 && *share <= MAX_SHARE)
    }
}

impl Checklist {
    /// Returns whether the score is computed from the shares of the sections: every section that can add to the possible
    /// points has one.
    pub fn has_shares(&self) -> bool {
        let mut counted = self.sections.iter().filter(|section| section.adds_possible()).peekable();
        counted.peek().is_some() && counted.all(|section| section.share().is_some())
    }

    /// Returns for each section the percentage of the whole score that it makes where every section counts; `None` for one
    /// that never counts, and for all if the score is not computed from shares.
    pub fn score_shares(&self) -> Vec<Option<f64>> {
        let is_used = self.has_shares();
        let share = |section: &Section| section.share().filter(|_| is_used && section.adds_possible());
        let whole: f64 = self.sections.iter().filter_map(share).sum();
        self.sections.iter().map(|section| Some(100.0 * share(section)? / whole)).collect()
    }
}
