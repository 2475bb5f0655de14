//! Saving the draft as a version, and leaving the editor.

use super::dialog::{Dialog, DialogKind};
use super::state::ChecklistEditor;
use crate::app::effect::ChecklistToSave;
use crate::app::prelude::*;
use crate::store::checklist_versions::SavedChecklist;
use crate::visit::draft::Difference;

impl ChecklistEditor {
    /// Saves the draft as a version. Changed texts are asked about; a fault is shown instead.
    pub(super) fn save(&mut self, shared: &mut Shared) -> Outcome {
        if let Some(fault) = self.faults.first().cloned() {
            self.leaves_after_save = false;
            self.go_to(&fault);
            shared.notice = Some(Notice::With(("editor-faults-left", vec![("count", self.faults.len().to_string())])));
            return Outcome::default();
        }
        if !self.draft.is_changed() {
            shared.notify("editor-nothing-to-save");
            return if self.leaves_after_save { close(true) } else { Outcome::default() };
        }
        let has_new_score = self.draft.difference() == Difference::Score;
        self.dialog = Some(Dialog::new(if has_new_score { DialogKind::Version } else { DialogKind::Meaning }));
        Outcome::default()
    }

    pub(super) fn save_and_leave(&mut self, shared: &mut Shared) -> Outcome {
        self.leaves_after_save = true;
        self.save(shared)
    }

    pub(super) fn save_as(&self, is_same_meaning: bool) -> Outcome {
        let (checklist, base) = (self.draft.checklist().clone(), self.draft.base().cloned());
        Write::SaveChecklist(Box::new(ChecklistToSave { checklist, base, is_same_meaning })).into()
    }

    /// Handles the writing of the version.
    pub fn on_saved(&mut self, shared: &mut Shared, saved: SavedChecklist) -> Outcome {
        let SavedChecklist { path, checklist } = saved;
        let args = vec![("version", checklist.version.clone()), ("path", path.display().to_string())];
        shared.notice = Some(Notice::With(("editor-saved", args)));
        let is_unchanged = {
            let mut now = self.draft.checklist().clone();
            now.version.clone_from(&checklist.version);
            now == checklist
        };
        self.versions.push(checklist.version.clone());
        self.draft.on_saved(checklist);
        self.faults = self.draft.faults();
        self.is_dirty = !is_unchanged;
        let mut outcome = if self.leaves_after_save { close(true) } else { Outcome::default() };
        outcome.effects.push(Read::LoadLibrary.into());
        if !is_unchanged {
            // Something was typed meanwhile, and the draft on the disk is gone.
            outcome.effects.extend(self.changed().effects);
        }
        outcome
    }

    /// Handles a failure to write the version.
    pub fn on_not_saved(&mut self) {
        self.leaves_after_save = false;
    }

    /// Leaves the editor; what becomes of changes is asked.
    pub(super) fn leave(&mut self) -> Outcome {
        if self.is_dirty && self.draft.is_changed() {
            self.leaves_after_save = false;
            self.dialog = Some(Dialog::new(DialogKind::Leave));
            return Outcome::default();
        }
        close(true)
    }
}

/// Closes the editor, and removes the draft if it is not wanted.
pub(super) fn close(discard: bool) -> Outcome {
    Outcome::from(Write::CloseDraft { discard }).and_go(Go::Pop)
}
