//! Trying the draft: a visit that follows it and is not kept.

use super::state::ChecklistEditor;
use crate::app::begin_visit::begin_trial;
use crate::app::prelude::*;
use crate::visit::Definition;
use std::sync::Arc;

impl ChecklistEditor {
    /// Begins a visit with the draft as it is; one that no visit can follow shows its first fault instead.
    pub(super) fn begin_trial(&mut self, shared: &mut Shared, now: &Moment) -> Outcome {
        let definition = serde_json::to_value(self.draft.checklist()).and_then(Definition::parse_valid);
        if let Ok(definition) = definition {
            return begin_trial(shared, Arc::new(definition), now);
        }
        let fault = self.faults.iter().find(|fault| !fault.kind.is_text_only() && !fault.kind.is_for_author());
        if let Some(fault) = fault.cloned() {
            self.go_to(&fault);
        }
        shared.notify("editor-cannot-try");
        Outcome::default()
    }
}
