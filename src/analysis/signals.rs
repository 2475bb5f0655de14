//! Is this month a signal or noise?

use super::family::Counted;
use super::figures::SignalRow;

/// Gives a chart for each site, and one for all.
#[must_use]
pub fn figures(_counted: &Counted<'_>) -> Vec<SignalRow> {
    Vec::new()
}
