//! Selects the rows of a report that belong to one checklist.

use crate::analysis::figures::{
    BehaviourChange, BehaviourRow, BlindSpotRow, DriverRow, ScoreChange, ScoreRow, SignalRow, WaitingRow, WaitingTest,
};

/// A row of figures about the visits with one checklist.
pub trait ChecklistRow {
    /// Returns the id of the checklist.
    fn checklist(&self) -> &str;
}

macro_rules! impl_checklist_row {
    ($($row:ty),*) => {
        $(impl ChecklistRow for $row {
            fn checklist(&self) -> &str {
                &self.checklist
            }
        })*
    };
}

impl_checklist_row!(
    BehaviourChange,
    BehaviourRow,
    BlindSpotRow,
    DriverRow,
    ScoreChange,
    ScoreRow,
    SignalRow,
    WaitingRow,
    WaitingTest
);

/// Returns the rows that belong to a checklist, in their order.
pub fn rows_of<'r, R: ChecklistRow + 'r>(rows: impl IntoIterator<Item = &'r R>, checklist: &str) -> Vec<&'r R> {
    rows.into_iter().filter(|row| row.checklist() == checklist).collect()
}
