//! How good is a site, a section, an attitude?

use super::family::Counted;
use super::figures::ScoreRow;

/// Gives the score of all visits, one row for each checklist.
#[must_use]
pub fn network(_counted: &Counted<'_>) -> Vec<ScoreRow> {
    Vec::new()
}

/// Gives a score for each key.
#[must_use]
pub fn figures(_counted: &Counted<'_>) -> Vec<ScoreRow> {
    Vec::new()
}
