//! Commands that both panes have: undo, the next fault, saving, trying, adding.

use super::state::{ChecklistEditor, Pane};
use crate::app::prelude::*;
use crate::visit::draft::PlacedFault;

impl ChecklistEditor {
    /// Undoes a step, or repeats one; shows where it was.
    pub(super) fn undo_or_redo(&mut self, shared: &mut Shared, command: Command) -> Outcome {
        let place = if command == Command::Undo { self.draft.undo() } else { self.draft.redo() };
        let Some(place) = place else {
            shared.notify(if command == Command::Undo { "editor-nothing-to-undo" } else { "editor-nothing-to-redo" });
            return Outcome::default();
        };
        let is_same = self.form.place == place && self.draft.nearest(place) == place;
        let (form, fields) = (self.form, self.fields.clone());
        self.select(place);
        if is_same && !self.draft.fields(form, &[]).is_empty() {
            (self.form, self.fields) = (form, fields);
        }
        self.changed()
    }

    /// Handles a command that both panes have.
    pub(super) fn common(&mut self, shared: &mut Shared, command: Command, now: &Moment) -> Option<Outcome> {
        Some(match command {
            Command::Undo | Command::Redo => self.undo_or_redo(shared, command),
            Command::NextFault => self.select_next_fault(shared),
            Command::Save => self.save(shared),
            Command::Try => self.begin_trial(shared, now),
            Command::OtherPane => {
                self.pane = if self.pane == Pane::Outline { Pane::Form } else { Pane::Outline };
                Outcome::default()
            }
            Command::New | Command::NewSection => self.add(shared, command),
            Command::Insert => self.open_insert(shared),
            _ => return None,
        })
    }

    /// Selects the next field with a fault.
    pub(super) fn select_next_fault(&mut self, shared: &mut Shared) -> Outcome {
        let here = (self.form, self.field().map(|field| field.key));
        let at = self.faults.iter().position(|fault| (fault.form, Some(&fault.key)) == (here.0, here.1.as_ref()));
        let is_elsewhere = |fault: &&PlacedFault| (fault.form, Some(&fault.key)) != (here.0, here.1.as_ref());
        let after = self.faults.iter().skip(at.map_or(0, |at| at + 1));
        let next = after.chain(&self.faults).find(is_elsewhere).or(self.faults.first()).cloned();
        match next {
            Some(fault) => self.go_to(&fault),
            None => shared.notify("editor-no-faults"),
        }
        Outcome::default()
    }

    pub(super) fn go_to(&mut self, fault: &PlacedFault) {
        self.select(fault.form.place);
        self.show_form(fault.form);
        self.pane = Pane::Form;
        let at = self.form_fields().iter().position(|field| field.key == fault.key);
        self.fields.selected = at.unwrap_or(0);
    }
}
