//! Why a sequence of events is not a visit.

use thiserror::Error;

/// Why an event cannot follow those before it. `seq` is that of the event, `item` the id of an item.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FoldError {
    /// A `seq` is missing or repeated.
    #[error("event {found} stands where event {expected} should")]
    Sequence { expected: u64, found: u64 },
    /// The first event is not `started`, or a later one is.
    #[error("event {seq}: `started` must come first, and once")]
    MisplacedStart { seq: u64 },
    /// The visit time is earlier than that of the event before.
    #[error("event {seq}: earlier than the event before it")]
    TimeWentBack { seq: u64 },
    /// The item is not in the checklist.
    #[error("event {seq}: no item `{item}` in the checklist")]
    UnknownItem { seq: u64, item: String },
    /// The item's condition did not hold at that moment.
    #[error("event {seq}: item `{item}` does not apply there")]
    DoesNotApply { seq: u64, item: String },
    /// The answer, or the kind of event, is not valid for the item.
    #[error("event {seq}: item `{item}` takes no such answer")]
    InvalidAnswer { seq: u64, item: String },
    /// An undo, redo, mark, pause, timer or clearing refers to nothing.
    #[error("event {seq}: refers to nothing that can be")]
    DanglingReference { seq: u64 },
    /// The event comes after the end of the visit.
    #[error("event {seq}: comes after the end of the visit")]
    AfterEnd { seq: u64 },
}

impl FoldError {
    /// Returns the `seq` that the event which cannot follow has, or should have.
    pub fn seq(&self) -> u64 {
        match self {
            Self::Sequence { expected: seq, .. }
            | Self::MisplacedStart { seq }
            | Self::TimeWentBack { seq }
            | Self::UnknownItem { seq, .. }
            | Self::DoesNotApply { seq, .. }
            | Self::InvalidAnswer { seq, .. }
            | Self::DanglingReference { seq }
            | Self::AfterEnd { seq } => *seq,
        }
    }
}
