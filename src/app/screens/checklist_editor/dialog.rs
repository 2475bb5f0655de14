//! Questions over the editor: a draft that was left, how to leave, whether the meaning changed, what to insert.

use crate::app::prelude::*;
use crate::store::checklist_drafts::DraftStart;
use crate::visit::Definition;
use crate::visit::draft::Place;

/// A question, with the rows to choose from.
#[derive(Debug)]
pub struct Dialog {
    pub kind: DialogKind,
    pub cursor: ListCursor,
}

/// What is asked.
#[derive(Debug)]
pub enum DialogKind {
    /// Whether to continue a draft that was kept.
    Resume(Box<DraftStart>),
    /// What becomes of the changes.
    Leave,
    /// Whether changed texts mean the same.
    Meaning,
    /// Whether to save the version that comes, because more than texts changed.
    Version,
    /// Which checklist something is inserted from; then what.
    Insert(Option<std::sync::Arc<Definition>>),
}

/// A row to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DialogRow {
    Continue,
    StartAgain,
    KeepDraft,
    SaveAndLeave,
    DropChanges,
    SameMeaning,
    OtherMeaning,
    SaveVersion,
    /// A checklist of the library, by its position.
    Checklist(usize),
    /// A section or an item of the checklist to insert from.
    Place(Place),
}

impl DialogRow {
    /// Returns the suffix of its message id, for a row that is no checklist and no place.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Continue => "continue",
            Self::StartAgain => "start-again",
            Self::KeepDraft => "keep-draft",
            Self::SaveAndLeave => "save-and-leave",
            Self::DropChanges => "drop-changes",
            Self::SameMeaning => "same-meaning",
            Self::OtherMeaning => "other-meaning",
            Self::SaveVersion => "save-version",
            Self::Checklist(_) | Self::Place(_) => "",
        }
    }
}

impl Dialog {
    pub(super) fn new(kind: DialogKind) -> Self {
        Self { kind, cursor: ListCursor::default() }
    }

    /// Returns the rows, from top to bottom.
    pub fn rows(&self, shared: &Shared) -> Vec<DialogRow> {
        match &self.kind {
            DialogKind::Resume(_) => vec![DialogRow::Continue, DialogRow::StartAgain],
            DialogKind::Leave => vec![DialogRow::KeepDraft, DialogRow::SaveAndLeave, DialogRow::DropChanges],
            DialogKind::Meaning => vec![DialogRow::SameMeaning, DialogRow::OtherMeaning],
            DialogKind::Version => vec![DialogRow::SaveVersion],
            DialogKind::Insert(None) => {
                let library = shared.library.iter().flatten().enumerate();
                library
                    .filter(|(_, listed)| listed.definition.is_ok())
                    .map(|(at, _)| DialogRow::Checklist(at))
                    .collect()
            }
            DialogKind::Insert(Some(definition)) => {
                let sections = definition.checklist().sections.iter().enumerate();
                let places = sections.flat_map(|(s, section)| {
                    std::iter::once(Place::Section(s)).chain((0..section.items.len()).map(move |i| Place::Item(s, i)))
                });
                places.map(DialogRow::Place).collect()
            }
        }
    }
}
