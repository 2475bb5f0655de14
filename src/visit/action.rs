//! What an observer does in a visit, and why it may not be taken.

use super::time::Stamp;
use super::value::Value;
use thiserror::Error;

/// What an observer does. Items are named by their position in the checklist.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Answers an item.
    Answer {
        /// Which.
        item: usize,
        /// With what.
        value: Value,
        /// When it was seen, where that was not now.
        seen: Option<Seen>,
    },
    /// Takes an answer away.
    Clear(usize),
    /// Writes a note, for an item or on the visit's page.
    Note {
        /// Which item; without one, the page.
        item: Option<usize>,
        /// The whole note.
        text: String,
    },
    /// Marks the moment.
    Mark(Option<String>),
    /// Gives a mark to an item.
    Bind {
        /// The mark's `seq`.
        mark: u64,
        /// Which item.
        item: usize,
    },
    /// Adds one to a tally.
    Count {
        /// Which item.
        item: usize,
        /// When it was seen, where that was not now.
        seen: Option<Seen>,
    },
    /// Drives a timer.
    Timer {
        /// Which item.
        item: usize,
        /// How.
        press: TimerPress,
        /// When it was seen, where that was not now.
        seen: Option<Seen>,
    },
    /// Interrupts the visit.
    Pause(Option<String>),
    /// Goes on after a pause.
    Continue,
    /// Takes the last event back that can be.
    Undo,
    /// Brings the last undone event back.
    Redo,
    /// Ends the visit.
    Finish,
    /// Gives the visit up.
    Abandon,
}

/// The buttons of a timer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimerPress {
    /// Starts it, anew if need be; one that starts with the visit runs from there again.
    Start,
    /// Stops it.
    Stop,
    /// It did not happen.
    Never,
}

/// When something was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// So many milliseconds ago.
    Ago(u64),
    /// At a moment marked before.
    At(Stamp),
}

/// Why an action was not taken. Nothing has changed then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// No such item.
    #[error("no such item")]
    NoItem,
    /// The item's condition does not hold.
    #[error("the item does not apply here")]
    NotHere,
    /// The answer is not one that the item takes.
    #[error("the item does not take this answer")]
    NotAnAnswer,
    /// The item is no tally.
    #[error("the item is no tally")]
    NotATally,
    /// The item is no timer.
    #[error("the item is no timer")]
    NotATimer,
    /// The timer does not run.
    #[error("the timer does not run")]
    NotRunning,
    /// The timer runs, as it has since the start of the visit.
    #[error("the timer has run since the start of the visit")]
    Running,
    /// There is no such mark, or it has its item already.
    #[error("no such mark")]
    NoMark,
    /// The mark was taken after the item was answered.
    #[error("the mark was taken after the answer")]
    MarkTooLate,
    /// There is nothing to clear.
    #[error("nothing to clear")]
    NothingToClear,
    /// There is nothing to undo.
    #[error("nothing to undo")]
    NothingToUndo,
    /// There is nothing to redo.
    #[error("nothing to redo")]
    NothingToRedo,
    /// The visit is paused already.
    #[error("the visit is paused already")]
    Paused,
    /// The visit is not paused.
    #[error("the visit is not paused")]
    NotPaused,
    /// That would be before the visit began.
    #[error("that would be before the visit began")]
    TooEarly,
    /// The event that it makes cannot follow those before it.
    #[error("this cannot be recorded after what was recorded before")]
    CannotFollow,
    /// The visit is over.
    #[error("the visit is over")]
    Over,
}

impl Refusal {
    /// Gives the id of the message that says so.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::NoItem => "refusal-no-item",
            Self::NotHere => "refusal-not-here",
            Self::NotAnAnswer => "refusal-not-an-answer",
            Self::NotATally => "refusal-not-a-tally",
            Self::NotATimer => "refusal-not-a-timer",
            Self::NotRunning => "refusal-not-running",
            Self::Running => "refusal-running",
            Self::NoMark => "refusal-no-mark",
            Self::MarkTooLate => "refusal-mark-too-late",
            Self::NothingToClear => "refusal-nothing-to-clear",
            Self::NothingToUndo => "refusal-nothing-to-undo",
            Self::NothingToRedo => "refusal-nothing-to-redo",
            Self::Paused => "refusal-paused",
            Self::NotPaused => "refusal-not-paused",
            Self::TooEarly => "refusal-too-early",
            Self::CannotFollow => "refusal-cannot-follow",
            Self::Over => "refusal-over",
        }
    }
}
