//! The state of the editor: the draft, what of it is shown, and what is open over it.

use super::dialog::Dialog;
use super::entry::Entry;
use crate::app::editor_start::EditorStart;
use crate::app::prelude::*;
use crate::store::checklist_drafts::KeptDraft;
use crate::visit::draft::{ChecklistDraft, Clip, Field, Form, Place, PlacedFault};

/// Which part of the screen keys go to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    #[default]
    Outline,
    Form,
}

/// The editor of a checklist.
#[derive(Debug)]
pub struct ChecklistEditor {
    pub start: EditorStart,
    /// Whether the draft was opened and can be changed.
    pub is_open: bool,
    pub draft: ChecklistDraft,
    /// The versions that the checklist has had; the next one is later than all of them.
    pub versions: Vec<String>,
    /// The faults of the draft.
    pub faults: Vec<PlacedFault>,
    pub pane: Pane,
    /// The cursor among the places of the draft.
    pub outline: ListCursor,
    /// The form that is shown.
    pub form: Form,
    /// The cursor among its fields.
    pub fields: ListCursor,
    /// The selected language of a text, by its position.
    pub column: usize,
    /// What is being entered in the selected field.
    pub entry: Option<Entry>,
    pub clipboard: Option<Clip>,
    /// The question that is open over the editor.
    pub dialog: Option<Dialog>,
    /// Whether the draft has changes that were not saved as a version.
    pub is_dirty: bool,
    /// Whether the editor closes once the checklist is saved.
    pub(super) leaves_after_save: bool,
}

impl ChecklistEditor {
    /// Creates the editor; it waits for [`on_opened`](Self::on_opened).
    pub fn new(start: EditorStart) -> Self {
        Self {
            start,
            is_open: false,
            draft: ChecklistDraft::default(),
            versions: Vec::new(),
            faults: Vec::new(),
            pane: Pane::Outline,
            outline: ListCursor::default(),
            form: Form::default(),
            fields: ListCursor::default(),
            column: 0,
            entry: None,
            clipboard: None,
            dialog: None,
            is_dirty: false,
            leaves_after_save: false,
        }
    }

    /// Returns the selected place.
    pub fn place(&self) -> Place {
        self.form.place
    }

    /// Returns the fields of the form that is shown.
    pub fn form_fields(&self) -> Vec<Field> {
        self.draft.fields(self.form, &self.faults)
    }

    /// Returns the selected field.
    pub fn field(&self) -> Option<Field> {
        let mut fields = self.form_fields();
        let at = self.fields.within(fields.len());
        (at < fields.len()).then(|| fields.swap_remove(at))
    }

    /// Selects a place in the outline and shows its form.
    pub(super) fn select(&mut self, place: Place) {
        let places = self.draft.places();
        self.outline.selected = places.iter().position(|other| *other == place).unwrap_or(0);
        self.show_form(place.into());
    }

    /// Shows a form from its first field on.
    pub(super) fn show_form(&mut self, form: Form) {
        self.draft.end_typing();
        self.entry = None;
        self.form = form;
        self.fields = ListCursor::default();
        self.column = 0;
    }

    /// Finds the faults anew after a change; returns the effect that keeps the draft.
    pub(super) fn changed(&mut self) -> Outcome {
        self.faults = self.draft.faults();
        self.is_dirty = true;
        Write::KeepDraft(Box::new(KeptDraft::from(&self.draft))).into()
    }
}
