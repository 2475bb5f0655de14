//! How long until it happens?

use super::family::Counted;
use super::figures::{WaitingRow, WaitingTest};

/// Gives the waiting time of each key and timer.
#[must_use]
pub fn figures(_counted: &Counted<'_>) -> Vec<WaitingRow> {
    Vec::new()
}

/// Compares the sites by each timer.
#[must_use]
pub fn tests(_counted: &Counted<'_>) -> Vec<WaitingTest> {
    Vec::new()
}
