//! May sites be ranked, and how many visits would it take?

use super::family::{Counted, Family};
use super::figures::Ranking;

/// Ranks the sites of a checklist.
#[must_use]
pub fn figures(_counted: &Counted<'_>, _family: &Family<'_>) -> Ranking {
    Ranking::default()
}
