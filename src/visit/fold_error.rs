//! Why events are not a visit.

use thiserror::Error;

/// Why an event cannot follow those before it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FoldError {
    /// A number is missing or comes twice.
    #[error("event {found} stands where event {expected} should")]
    Sequence {
        /// The number that should come.
        expected: u64,
        /// The number that came.
        found: u64,
    },
    /// The first event is not `started`, or a later one is.
    #[error("event {seq}: `started` must come first, and once")]
    Start {
        /// The event's number.
        seq: u64,
    },
    /// The visit's clock went back.
    #[error("event {seq}: earlier than the event before it")]
    Time {
        /// The event's number.
        seq: u64,
    },
    /// An item that the checklist has not.
    #[error("event {seq}: no item `{item}` in the checklist")]
    Item {
        /// The event's number.
        seq: u64,
        /// The id.
        item: String,
    },
    /// An item whose condition did not hold at that moment.
    #[error("event {seq}: item `{item}` does not apply there")]
    NotHere {
        /// The event's number.
        seq: u64,
        /// The id.
        item: String,
    },
    /// An answer that the item does not take, or an event of another kind of item.
    #[error("event {seq}: item `{item}` takes no such answer")]
    Answer {
        /// The event's number.
        seq: u64,
        /// The id.
        item: String,
    },
    /// An undo, a redo, a mark, a pause, a timer or a clearing that refers to nothing.
    #[error("event {seq}: refers to nothing that can be")]
    Reference {
        /// The event's number.
        seq: u64,
    },
    /// An event after the end.
    #[error("event {seq}: comes after the end of the visit")]
    Over {
        /// The event's number.
        seq: u64,
    },
}

impl FoldError {
    /// Returns the number that the event which cannot follow has, or should have.
    #[must_use]
    pub fn seq(&self) -> u64 {
        match self {
            Self::Sequence { expected: seq, .. }
            | Self::Start { seq }
            | Self::Time { seq }
            | Self::Item { seq, .. }
            | Self::NotHere { seq, .. }
            | Self::Answer { seq, .. }
            | Self::Reference { seq }
            | Self::Over { seq } => *seq,
        }
    }
}
