//! Can these figures be trusted? What each observer's visits show of how they were made.

use super::figures::QualityRow;
use crate::visit::record::Record;

/// What is counted of each observer.
#[derive(Clone, Debug, Default)]
pub struct Quality {}

impl Quality {
    /// Counts a visit.
    pub fn take(&mut self, _record: &Record<'_>) {}

    /// Adds the visits of another.
    pub fn merge(&mut self, _other: Self) {}

    /// Gives a row for each observer.
    #[must_use]
    pub fn figures(&self) -> Vec<QualityRow> {
        Vec::new()
    }
}
