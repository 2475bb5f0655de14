//! Keys in the questions over the editor, and what follows from the answers.

use super::dialog::{Dialog, DialogKind, DialogRow};
use super::save::close;
use super::state::ChecklistEditor;
use crate::app::prelude::*;
use crate::visit::Definition;
use crate::visit::draft::{Clip, Place};

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
            Some(DialogKind::Resume(_)) => close(false),
            Some(DialogKind::Insert(Some(_))) => {
                self.dialog = Some(Dialog::new(DialogKind::Insert(None)));
                Outcome::default()
            }
            _ => Outcome::default(),
        }
    }

    fn answer(&mut self, shared: &mut Shared, row: &DialogRow) -> Outcome {
        let Some(Dialog { kind, cursor }) = self.dialog.take() else { return Outcome::default() };
        match (kind, row) {
            (DialogKind::Resume(start), DialogRow::Continue) => self.resume(*start),
            (DialogKind::Resume(start), _) => self.begin(shared, *start),
            (DialogKind::Leave, DialogRow::KeepDraft) => return close(false),
            (DialogKind::Leave, DialogRow::DropChanges) => return close(true),
            (DialogKind::Leave, _) => return self.save_and_leave(shared),
            (DialogKind::Meaning | DialogKind::Version, row) => return self.save_as(*row == DialogRow::SameMeaning),
            (DialogKind::Insert(_), DialogRow::Checklist(at)) => {
                let listed = shared.library.as_ref().and_then(|library| library.get(*at));
                let definition = listed.and_then(|listed| listed.definition.clone().ok());
                self.dialog = Some(Dialog::new(DialogKind::Insert(definition)));
            }
            (DialogKind::Insert(Some(definition)), DialogRow::Place(place)) => {
                let outcome = self.insert_from(shared, &definition, *place);
                // Several are often wanted: the list stays until it is left.
                self.dialog = Some(Dialog { kind: DialogKind::Insert(Some(definition)), cursor });
                return outcome;
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
        let label = match (place, section) {
            (Place::Item(_, at), Some(section)) => section.items.get(at).map(|item| &item.label),
            (_, section) => section.map(|section| &section.title),
        };
        let label = label.map_or("", |label| label.get(shared.lang)).to_owned();
        shared.notice = Some(Notice::With(("editor-inserted", vec![("label", label)])));
        self.on_pasted(shared, pasted)
    }
}
