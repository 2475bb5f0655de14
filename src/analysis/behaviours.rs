//! How often is a behaviour shown?

use super::family::Counted;
use super::figures::BehaviourRow;

/// Gives a row for each key and behaviour.
#[must_use]
pub fn figures(_counted: &Counted<'_>) -> Vec<BehaviourRow> {
    Vec::new()
}
