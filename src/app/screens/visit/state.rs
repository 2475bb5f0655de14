//! The state of the visit's screen: the item in front, and what is open over the list of items.

use super::chooser::Chooser;
use super::entry::Entry;
use crate::app::active_visit::ActiveVisit;
use crate::app::debounce::KeyDebounce;
use crate::app::list_cursor::ListCursor;
use crate::app::outcome::{Destination, Go, VisitStart};
use crate::app::text_input::TextInput;
use crate::visit::{ObservedTime, Visit};

/// The visit's screen.
#[derive(Debug, Default)]
pub struct VisitScreen {
    /// The position, in the checklist, of the item in front.
    pub item: usize,
    /// The scroll position of the rows.
    pub list: ListCursor,
    /// What is open over it.
    pub mode: Mode,
    /// For the next answer: when it was seen.
    pub seen: Option<ObservedTime>,
    /// The item just answered, where its answer asks for a note: the next key may write it.
    pub wants_note: Option<usize>,
    /// The item to come back to after such a note.
    pub after_note: Option<usize>,
    /// Whether to go back to the review after the item in front.
    pub from_review: bool,
    pub(super) debounce: KeyDebounce,
}

/// What is open over the list of items.
#[derive(Debug, Default)]
pub enum Mode {
    /// Nothing: keys answer.
    #[default]
    Items,
    /// A note for the item in front.
    Note(TextInput),
    /// A line: a number, a text, how long ago, why a pause.
    Entry(Entry),
    /// A choice among the item's answers.
    Choosing(Chooser),
    /// The marks without an item, to give one to the item in front.
    Marks(ListCursor),
    /// A mark, by its event's number, to give to the item that comes in front.
    Placing(u64),
    /// The script so far, to be read again.
    Script(ListCursor),
}

impl VisitScreen {
    /// Opens on a visit.
    #[must_use]
    pub fn new(run: &ActiveVisit, start: VisitStart) -> Self {
        let visit = &run.visit;
        let (item, mode) = match start {
            VisitStart::FirstOpen => first_open(run),
            VisitStart::Item(item) => (item, Mode::Items),
            VisitStart::Note(item) => (item, Mode::Note(note_of(visit, item))),
            VisitStart::Mark(mark) => (0, Mode::Placing(mark)),
        };
        Self { item, mode, from_review: start != VisitStart::FirstOpen, ..Self::default() }
    }

    /// Returns the way to the review, where the screen was opened from there.
    pub(super) fn back_to_review(&self) -> Option<Go> {
        self.from_review.then_some(Go::Replace(Destination::Review))
    }
}

/// Returns the note that was being typed, with its item, or the first item without an answer.
fn first_open(run: &ActiveVisit) -> (usize, Mode) {
    let (visit, state) = (&run.visit, run.visit.state());
    if let Some(note) = &run.draft.note
        && let Some(item) = visit.definition().position(&note.item)
    {
        return (item, Mode::Note(TextInput::page(&note.text)));
    }
    let open = |&index: &usize| state.applies(index) && state.answer(index).is_none();
    ((0..visit.definition().len()).find(open).unwrap_or(0), Mode::Items)
}

/// Returns the note of an item, to be edited.
pub(super) fn note_of(visit: &Visit, item: usize) -> TextInput {
    TextInput::page(visit.state().item(item).and_then(|state| state.note.as_deref()).unwrap_or_default())
}
