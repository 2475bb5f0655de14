//! Questions over the editor: a draft that was left, how to leave, whether the meaning changed, what to insert.

use super::ChecklistEditor;
use crate::app::prelude::*;
use crate::store::checklist_drafts::DraftStart;
use crate::visit::Definition;
use crate::visit::draft::{Clip, Place};

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

impl ChecklistEditor {
    /// Handles a key while a question is open.
    pub(super) fn update_dialog(&mut self, shared: &mut Shared, press: KeyPress) -> Outcome {
        let Some(dialog) = &mut self.dialog else { return Outcome::default() };
        let rows = dialog.rows(shared);
        match shared.keymap.command(Context::List, press) {
            Some(Command::Back) => self.drop_dialog(),
            Some(Command::Open) => match rows.get(dialog.cursor.within(rows.len())).cloned() {
                Some(row) => self.answer(shared, &row),
                None => Outcome::default(),
            },
            Some(command) => {
                dialog.cursor.go(command, rows.len());
                Outcome::default()
            }
            None => Outcome::default(),
        }
    }

    /// Closes the question; without an answer to the first one, the editor closes.
    fn drop_dialog(&mut self) -> Outcome {
        match self.dialog.take().map(|dialog| dialog.kind) {
            Some(DialogKind::Resume(_)) => self.close(false),
            Some(DialogKind::Insert(Some(_))) => {
                self.dialog = Some(Dialog::new(DialogKind::Insert(None)));
                Outcome::default()
            }
            _ => Outcome::default(),
        }
    }

    fn answer(&mut self, shared: &mut Shared, row: &DialogRow) -> Outcome {
        let Some(Dialog { kind, .. }) = self.dialog.take() else { return Outcome::default() };
        match (kind, row) {
            (DialogKind::Resume(start), DialogRow::Continue) => self.resume(*start),
            (DialogKind::Resume(start), _) => self.begin(shared, *start),
            (DialogKind::Leave, DialogRow::KeepDraft) => return self.close(false),
            (DialogKind::Leave, DialogRow::DropChanges) => return self.close(true),
            (DialogKind::Leave, _) => return self.save_and_leave(shared),
            (DialogKind::Meaning | DialogKind::Version, row) => return self.save_as(*row == DialogRow::SameMeaning),
            (DialogKind::Insert(_), DialogRow::Checklist(at)) => {
                let listed = shared.library.as_ref().and_then(|library| library.get(*at));
                let definition = listed.and_then(|listed| listed.definition.clone().ok());
                self.dialog = Some(Dialog::new(DialogKind::Insert(definition)));
            }
            (DialogKind::Insert(Some(definition)), DialogRow::Place(place)) => {
                return self.insert_from(shared, &definition, *place);
            }
            (DialogKind::Insert(_), _) => {}
        }
        Outcome::default()
    }

    pub(super) fn open_insert(&mut self, shared: &mut Shared) -> Outcome {
        let dialog = Dialog::new(DialogKind::Insert(None));
        if dialog.rows(shared).is_empty() {
            shared.notify("app-notice-no-checklist");
        } else {
            self.dialog = Some(dialog);
        }
        Outcome::default()
    }

    /// Inserts a section or an item of another checklist after the selected place.
    fn insert_from(&mut self, shared: &mut Shared, definition: &Definition, place: Place) -> Outcome {
        let list = definition.checklist();
        let section = place.section().and_then(|section| list.sections.get(section));
        let clip = match (place, section) {
            (Place::Item(_, at), Some(section)) => {
                section.items.get(at).cloned().map(|item| Clip::of_items(vec![item]))
            }
            (_, Some(section)) => Some(Clip::of_section(section.clone())),
            (_, None) => None,
        };
        let pasted = clip.and_then(|clip| self.draft.paste(self.place(), &clip));
        self.on_pasted(shared, pasted)
    }
}
