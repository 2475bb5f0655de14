//! Corrections of visits that are over: a journal that begins with the events of the session file.

use super::atomic;
use super::document_error::DocumentError;
use super::durability::retry_while_locked;
use super::error::{AtPath, StoreError};
use super::folders::{Folders, parent, remove};
use super::journal::{EventLine, Journal, lock, to_line};
use super::journal_error::JournalError;
use super::journal_reader::{FORMAT, Header, check_id, existing_segments};
use super::session::link_of;
use super::session_names;
use super::sessions::{self, ReadSession};
use crate::visit::digest;
use crate::visit::event::Event;
use serde_json::Value;
use serde_json::value::RawValue;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

impl Journal {
    /// Reads the session that a correction would continue: the last one among the files of the visit that `path` holds.
    ///
    /// # Errors
    /// Fails if the file cannot be read, its proof does not hold, or the files of the visit are in conflict.
    pub fn read_to_correct(folders: &Folders, path: &Path) -> Result<ReadSession, StoreError> {
        let id = sessions::head(path)?.id;
        let files = sessions::files_of_visit(folders, &id, path)?;
        if let Some(other) = files.others.first().filter(|_| files.in_conflict) {
            return Err(DocumentError::InConflict { path: files.path.clone(), other: other.clone() }.into());
        }
        match sessions::read_verified(&files.path)? {
            (read, None) => Ok(read),
            (_, Some(_)) => Err(DocumentError::NotProven { path: files.path }.into()),
        }
    }

    /// Creates and locks the journal of a correction: the events of the session, which stays as it is, and the new ones.
    ///
    /// # Errors
    /// [`JournalError::UnderWay`] if the visit has a journal already, [`DocumentError::CorrectedMeanwhile`] if the session
    /// is not the last one any more; fails if the id is invalid or the file cannot be
    /// written, and no journal is left then.
    pub fn reopen(folders: &Folders, read: &ReadSession, events: &[Event]) -> Result<Self, StoreError> {
        let id = &read.session.id;
        check_id(id)?;
        folders.sync_names(&folders.unfinished())?;
        let locked = lock(folders, id)?;
        if existing_segments(folders, id).is_ok() {
            return Err(JournalError::UnderWay { id: id.clone() }.into());
        }
        // Nobody else can begin a correction now, but one may have been saved since the session was read.
        let last = Self::read_to_correct(folders, &read.path)?;
        if last.session.seal != read.session.seal {
            return Err(DocumentError::CorrectedMeanwhile { path: last.path }.into());
        }
        let mut journal = Self::new(folders, id, locked);
        let written = journal.write_reopened(read, events);
        if written.is_err() {
            // Report the first error; a lock file that remains locks nothing.
            let _ = remove(&journal.path(1)).and_then(|()| remove(&journal.lock_path()));
        }
        written.map(|()| journal)
    }

    /// Writes the journal as a whole: it is longer than a disk writes at once.
    fn write_reopened(&mut self, read: &ReadSession, events: &[Event]) -> Result<(), StoreError> {
        let path = self.path(1);
        let text = self.reopened_text(read, events).at(&path)?;
        atomic::write(&path, text.as_bytes())?;
        let file = retry_while_locked(|| File::options().append(true).open(&path)).at(&path)?;
        self.file = Some(Box::new(file));
        Ok(())
    }

    /// Returns the text of the journal, and notes what its last event is.
    fn reopened_text(&mut self, read: &ReadSession, events: &[Event]) -> io::Result<String> {
        let folder = unusual_folder(&self.folders, read);
        let definition = read.definition.raw();
        let mut text =
            to_line(&Header { format: FORMAT, definition, beside: folder.as_deref().and_then(Path::to_str) })?;
        digest::first_link(read.definition.digest()).clone_into(&mut self.chain);
        for raw in &read.session.events {
            text.push_str(&one_line(raw)?);
            text.push('\n');
            self.chain = link_of(raw)?;
        }
        for event in events {
            let chain = digest::link(&self.chain, event)?;
            text.push_str(&to_line(&EventLine { event: event.clone(), chain: chain.clone() })?);
            self.chain = chain;
            self.saved = event.seq;
        }
        Ok(text)
    }

    /// Removes the journal of a correction; the session file that it would have continued stays as it is.
    ///
    /// # Errors
    /// [`JournalError::NotEmpty`] if it is the journal of a visit that has no session file yet.
    pub fn drop_correction(mut self) -> Result<(), StoreError> {
        let (reader, segments) = self.reread()?;
        if !reader.state.is_correction() {
            return Err(JournalError::NotEmpty { id: self.id.clone() }.into());
        }
        self.remove_files(&segments)
    }

    /// Returns whether a session file holds every event of the journal, so that the journal is only left over.
    pub fn is_left_over(&self) -> bool {
        let read = || {
            let (reader, _) = self.reread().ok()?;
            sessions::saved_beyond(&self.folders, &reader)
        };
        read().is_some()
    }
}

/// Returns the folder of a session file, unless it is the usual one.
fn unusual_folder(folders: &Folders, read: &ReadSession) -> Option<PathBuf> {
    let canonical = |path: &Path| path.canonicalize().ok();
    let folder = canonical(parent(&read.path).unwrap_or(Path::new(".")))?;
    let usual = canonical(&session_names::folder(&folders.sessions(), &read.session.started_at));
    Some(folder).filter(|folder| usual.as_ref() != Some(folder))
}

/// Returns an event as a session file holds it, on one line.
fn one_line(raw: &RawValue) -> serde_json::Result<String> {
    match raw.get() {
        text if text.contains(['\n', '\r']) => serde_json::from_str::<Value>(text).map(|value| value.to_string()),
        text => Ok(text.to_owned()),
    }
}
