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
}
