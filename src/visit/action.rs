//! What an observer does during a visit, and why an action can be refused.

use super::corrections::Authorship;
use super::event::HeaderFact;
use super::time::Stamp;
use super::value::Value;
use thiserror::Error;

/// An action of the observer. Items are identified by their position in the checklist; `seen` is when something was
/// observed, if not now.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Answers an item.
    Answer { item: usize, value: Value, seen: Option<ObservedTime> },
    /// Removes an answer.
    Clear(usize),
    /// Writes a note on an item, or else on the visit as a whole; it replaces the one before.
    Note { item: Option<usize>, text: String },
    /// Changes the site, the observer, the kind or the remark.
    ChangeHeader(HeaderFact),
    /// Marks the current moment, with an optional label.
    Mark(Option<String>),
    /// Assigns a mark, given by its `seq`, to an item.
    Bind { mark: u64, item: usize },
    /// Adds one to a tally.
    Count { item: usize, seen: Option<ObservedTime> },
    /// Presses a button of a timer.
    Timer { item: usize, press: TimerPress, seen: Option<ObservedTime> },
    /// Pauses the visit, with an optional reason.
    Pause(Option<String>),
    /// Continues after a pause, with its reason if it was given after its start.
    Continue(Option<String>),
    /// Undoes the last event that can be undone.
    Undo,
    /// Redoes the last undone event.
    Redo,
    /// Finishes the visit.
    Finish,
    /// Abandons the visit.
    Abandon,
    /// Declares the visit void, in a correction.
    Void(Authorship),
}

impl Action {
    /// Returns whether the action records what is observed now, or when something was.
    pub(super) fn is_observation(&self) -> bool {
        match self {
            Self::Answer { seen, .. } | Self::Count { seen, .. } => seen.is_some(),
            Self::Timer { press, seen, .. } => *press != TimerPress::Never || seen.is_some(),
            Self::Mark(_) | Self::Pause(_) | Self::Continue(_) | Self::Abandon => true,
            _ => false,
        }
    }
}

/// The buttons of a timer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimerPress {
    /// Starts the timer, or restarts it; a timer that starts with the visit runs from there again.
    Start,
    /// Stops the timer.
    Stop,
    /// Records that the awaited event did not happen.
    Never,
}

/// When something was observed, if not at the moment of recording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ObservedTime {
    /// This many milliseconds ago.
    Ago(u64),
    /// At a given time, usually that of a mark.
    At(Stamp),
}

/// Why an action was refused. A refused action changes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{}", self.message())]
pub enum Refusal {
    /// There is no item at this position.
    NoItem,
    /// The item's condition does not hold.
    DoesNotApply,
    /// The answer is not valid for the item's response.
    InvalidAnswer,
    /// The item is not a tally.
    NotATally,
    /// The item is not a timer.
    NotATimer,
    /// The timer is not running.
    NotRunning,
    /// The timer has been running since the start of the visit.
    Running,
    /// There is no such mark, or it is assigned to an item already.
    NoMark,
    /// The mark was taken after the item was answered.
    MarkTooLate,
    /// The item has no answer to clear.
    NothingToClear,
    /// The fact is already so.
    SameFact,
    /// A visit that follows a scenario stays practice.
    StaysPractice,
    /// In a correction nothing is observed: no marks, pauses, or running timers.
    InCorrection,
    /// Only a visit that is over can be corrected, and only a correction can declare it void.
    NotInCorrection,
    /// There is nothing to undo.
    NothingToUndo,
    /// There is nothing to redo.
    NothingToRedo,
    /// The visit is already paused.
    Paused,
    /// The visit is not paused.
    NotPaused,
    /// The observed time is before the start of the visit.
    TooEarly,
    /// Its event cannot follow those before it.
    CannotFollow,
    /// The visit is finished or abandoned.
    Over,
}

impl Refusal {
    /// Returns the id of the message that explains the refusal.
    pub fn message(self) -> &'static str {
        match self {
            Self::NoItem => "refusal-no-item",
            Self::DoesNotApply => "refusal-not-here",
            Self::InvalidAnswer => "refusal-not-an-answer",
            Self::NotATally => "refusal-not-a-tally",
            Self::NotATimer => "refusal-not-a-timer",
            Self::NotRunning => "refusal-not-running",
            Self::Running => "refusal-running",
            Self::NoMark => "refusal-no-mark",
            Self::MarkTooLate => "refusal-mark-too-late",
            Self::NothingToClear => "refusal-nothing-to-clear",
            Self::SameFact => "refusal-same-fact",
            Self::StaysPractice => "refusal-stays-practice",
            Self::InCorrection => "refusal-in-correction",
            Self::NotInCorrection => "refusal-not-in-correction",
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
