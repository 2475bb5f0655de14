//! The state of the visit screen: the selected item, and what is open over the list of items.

use super::chooser::Chooser;
use super::line_entry::LineEntry;
use crate::app::active_visit::ActiveVisit;
use crate::app::debounce::KeyDebounce;
use crate::app::prelude::*;
use crate::visit::{ObservedTime, Visit};

/// The visit screen.
#[derive(Debug, Default)]
pub struct VisitScreen {
    /// The position of the selected item in the checklist.
    pub item: usize,
    /// The scroll position of the list of items.
    pub list: ListCursor,
    /// What is open over the list.
    pub mode: Mode,
    /// When the next answer was observed, if not now.
    pub seen: Option<ObservedTime>,
    /// The item answered last, until the user moves the cursor: a note is about this item.
    pub answered: Option<usize>,
    /// The item to return to after such a note.
    pub after_note: Option<usize>,
    /// A text that was typed as the answer to an item and left without an answer.
    pub unsent: Option<(usize, String)>,
    /// Whether it lies over the review, which it returns to after the selected item.
    pub from_review: bool,
    pub(super) debounce: KeyDebounce,
}

/// What is open over the list of items.
#[derive(Debug, Default)]
pub enum Mode {
    /// Nothing: keys answer the selected item.
    #[default]
    Items,
    /// A note on the selected item.
    Note(TextInput),
    /// A line of text.
    Entry(LineEntry),
    /// A choice of an answer.
    Choosing(Chooser),
    /// The unassigned marks, to assign one to the selected item.
    Marks(ListCursor),
    /// The choice of an item for the mark with this `seq`.
    Placing(u64),
    /// The script so far.
    Script(ListCursor),
}

impl VisitScreen {
    /// Opens the screen of a visit.
    pub fn new(active: &ActiveVisit, task: Option<ReviewTask>) -> Self {
        let visit = &active.visit;
        let (item, mode) = match task {
            None => first_open(active),
            Some(ReviewTask::Unanswered(item)) => (item, Mode::Items),
            Some(ReviewTask::NoteMissing(item)) => (item, Mode::Note(note_of(visit, item))),
            Some(ReviewTask::LooseMark(mark)) => (0, Mode::Placing(mark)),
        };
        Self { item, mode, from_review: task.is_some(), ..Self::default() }
    }

    /// Returns the step back to the review if the screen was opened from there.
    pub(super) fn back_to_review(&self) -> Option<Go> {
        self.from_review.then_some(Go::Pop)
    }
}

/// Returns the item whose note was being typed, with that note, or else the first item without an answer.
fn first_open(active: &ActiveVisit) -> (usize, Mode) {
    let visit = &active.visit;
    if let Some(note) = &active.draft.note
        && let Some(item) = visit.definition().position(&note.item)
    {
        return (item, Mode::Note(TextInput::page(&note.text)));
    }
    let open = visit.applicable_items().find(|&index| visit.state().answer(index).is_none());
    (open.unwrap_or(0), Mode::Items)
}

/// Returns the note of an item, for editing.
pub(super) fn note_of(visit: &Visit, item: usize) -> TextInput {
    TextInput::page(visit.state().item(item).and_then(|state| state.note.as_deref()).unwrap_or_default())
}
