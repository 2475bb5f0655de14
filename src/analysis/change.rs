//! Better than before?

use super::family::Counted;
use super::figures::Change;

/// Compares the later period with the earlier one.
#[must_use]
pub fn figures(_counted: &Counted<'_>) -> Change {
    Change::default()
}
