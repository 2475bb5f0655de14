//! Do managers see what shoppers see?

use super::family::Counted;
use super::figures::BlindSpotRow;

/// Gives each behaviour by self-audit and by mystery visit, largest blind spot first.
#[must_use]
pub fn figures(_counted: &Counted<'_>) -> Vec<BlindSpotRow> {
    Vec::new()
}
