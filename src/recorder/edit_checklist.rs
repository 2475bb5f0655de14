//! The draft that the editor of checklists has open, and its versions.

use super::Recorder;
use crate::app::{ChecklistToSave, Message};
use crate::store::checklist_drafts::LockedDraft;
use crate::store::{StoreError, checklist_versions};

impl Recorder {
    /// Opens the draft of a checklist, or of a new one; the one that was open is released first.
    pub(super) fn open_draft(&mut self, id: Option<&str>) -> Result<Message, StoreError> {
        self.draft_file = None;
        let (file, start) = LockedDraft::open(&self.folders, id)?;
        self.draft_file = Some(file);
        Ok(Message::DraftOpened(Box::new(start)))
    }

    /// Releases the draft, and removes it if it is not wanted.
    pub(super) fn close_draft(&mut self, discard: bool) -> Result<(), StoreError> {
        let file = self.draft_file.take();
        file.filter(|_| discard).map_or(Ok(()), |file| file.discard())
    }

    /// Saves a checklist as a new version; its draft is removed then.
    pub(super) fn save_checklist(&self, save: &ChecklistToSave) -> Message {
        let ChecklistToSave { checklist, base, is_same_meaning } = save;
        let saved = checklist_versions::save(&self.folders, checklist, base.as_ref(), *is_same_meaning);
        match saved {
            Ok(saved) => {
                // A draft that stays is offered again, and holds the same.
                let _ = self.draft_file.as_ref().map(LockedDraft::discard);
                Message::ChecklistSaved(Box::new(saved))
            }
            Err(error) => Message::ChecklistNotSaved(error),
        }
    }
}
