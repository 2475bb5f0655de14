//! The end of a visit: from its journal to its session file, in an order in which nothing can be lost.

use super::draft::draft_path;
use super::error::StoreError;
use super::folders::{Folders, remove, sync_folder};
use super::io_error::IoCause;
use super::journal::Journal;
use super::journal_error::JournalError;
use super::journal_reader::{Reader, Segment, existing_segments};
use super::kept_copies::keep_copies;
use super::session::{DeriveError, Session};
use super::sessions;
use crate::visit::Visit;
use crate::visit::changes::is_unchanged;
use std::path::PathBuf;
use std::sync::Arc;

/// A visit whose session file is safe.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// The session file; of a correction that changed nothing, the one that there was before.
    pub path: PathBuf,
}

impl Journal {
    /// Writes the session file of a visit that is over, then removes its journal.
    ///
    /// The session is derived from what is on the disk, not from memory. Doing it again, after a crash in the
    /// middle, gives the same file.
    ///
    /// # Errors
    /// Where pending events cannot be written, the visit is not over or the session cannot be written; the journal
    /// is then as it was.
    pub fn complete(&mut self) -> Result<Saved, StoreError> {
        let expected = self.retry()?;
        let (reader, segments) = self.reread()?;
        if reader.state.last_seq() < expected {
            let path = segments.last().map_or_else(|| self.folders.unfinished(), |segment| segment.path.clone());
            return Err(IoCause::Missing.at(path));
        }
        let path = self.save_session(reader)?;
        // A journal that stays beside the session file is removed at the next start.
        let _ = self.remove_files(&segments);
        Ok(Saved { path })
    }

    fn save_session(&self, reader: Reader) -> Result<PathBuf, StoreError> {
        let is_over = reader.state.is_over();
        let left_over = if is_over { None } else { sessions::saved_beyond(&self.folders, &reader) };
        if let Some(path) = is_over.then(|| self.unchanged(&reader)).flatten() {
            return Ok(path);
        }
        let Reader { definition, events, lines, beside, .. } = reader;
        let not_over = || StoreError::Journal(JournalError::NotOver { id: self.id.clone() });
        let definition = definition.ok_or_else(not_over)?;
        match Session::derive(&definition, &events, lines) {
            Ok(session) => sessions::save(&self.folders, &session, beside.as_deref()),
            // Of a journal that was being removed when the machine stopped, only its beginning may be left.
            Err(DeriveError::NotOver) => left_over.ok_or_else(not_over),
            Err(error) => {
                let path = self.folders.unfinished();
                Err(IoCause::System(error.to_string()).at(path))
            }
        }
    }

    /// Returns the file that a correction without a change would continue: nothing new is to be written.
    fn unchanged(&self, reader: &Reader) -> Option<PathBuf> {
        let definition = Arc::clone(reader.definition.as_ref()?);
        let visit = Visit::from_events(definition, reader.events.clone()).ok()?;
        is_unchanged(&visit).then(|| sessions::saved_before_correction(&self.folders, reader)).flatten()
    }

    /// Removes the visit's files, its first segment last but for the lock, so that what a crash leaves can still be read.
    pub(super) fn remove_files(&mut self, segments: &[Segment]) -> Result<(), StoreError> {
        remove(&draft_path(&self.folders, &self.id)?)?;
        for segment in segments.iter().rev() {
            remove(&segment.path)?;
        }
        remove(&self.lock_path())?;
        self.lock = None;
        sync_folder(&self.folders.unfinished())
    }
}

/// Completes a visit that was over when the program last ended: see [`Journal::complete`].
///
/// # Errors
/// As [`Journal::open`] and [`Journal::complete`].
pub fn complete(folders: &Folders, id: &str) -> Result<Saved, StoreError> {
    Journal::open(folders, id)?.0.complete()
}

/// Removes a journal that never came to hold an event.
///
/// A file that holds anything else is kept aside, in the folder that is given back.
///
/// # Errors
/// [`JournalError::NotEmpty`] where it does hold events; as [`Journal::open`] otherwise.
pub fn remove_empty(folders: &Folders, id: &str) -> Result<Option<PathBuf>, StoreError> {
    let mut journal = Journal::locked(folders, id)?;
    match journal.reread() {
        Err(StoreError::Journal(JournalError::Empty { .. })) => {
            let segments = existing_segments(folders, id)?;
            let is_void = |segment: &Segment| segment.path.metadata().is_ok_and(|file| file.len() == 0);
            let kept = if segments.iter().all(is_void) { None } else { Some(keep_copies(folders, id)?) };
            journal.remove_files(&segments)?;
            Ok(kept)
        }
        Err(error) => Err(error),
        Ok(_) => Err(JournalError::NotEmpty { id: id.to_owned() }.into()),
    }
}
