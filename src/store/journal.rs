//! The journal of an unfinished visit, to which every event is appended before it shows as saved.
//!
//! One process at a time has a visit open. A file whose write failed is never written again: pending events go to a new
//! file, the next segment. The journal has no rules of a visit; its events come from [`crate::visit::engine`].

use super::durability::retry_while_locked;
use super::error::{AtPath, StoreError};
use super::folders::{Folders, flush_folder, private, remove};
use super::io_error::{IoCause, IoError};
use super::journal_error::JournalError;
use super::journal_reader::{
    FORMAT, Header, Reader, Segment, SegmentHeader, check_id, existing_segments, segment_name,
};
use super::kept_copies::keep_copies;
use super::lock::{Lock, is_locked};
use crate::visit::definition::Definition;
use crate::visit::digest;
use crate::visit::event::Event;
use serde::{Deserialize, Serialize};
use std::fmt::Debug;
use std::fs::File;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

pub use super::journal_reader::Cut;

/// The number of attempts to lock a visit: [`is_busy`] in another process holds the lock for a moment.
const LOCK_TRIES: u32 = 8;

/// A visit's journal, open for writing and locked against other windows.
#[derive(Debug)]
pub struct Journal {
    pub(super) folders: Folders,
    pub(super) id: String,
    /// Held as long as the journal is open.
    pub(super) lock: Option<Lock>,
    /// The segment that is written; `None` once a write has failed.
    pub(super) file: Option<Box<dyn DurableFile>>,
    /// The number of the last existing segment.
    segment: u32,
    /// The last link of the hash chain, with pending lines.
    pub(super) chain: String,
    /// The number of the last event on the disk.
    pub(super) saved: u64,
    pending: Vec<PendingLine>,
}

/// A line that is not on the disk yet.
#[derive(Debug)]
struct PendingLine {
    seq: u64,
    text: String,
}

/// A file to which a journal appends; tests replace it by one that fails.
pub(super) trait DurableFile: Debug + Send {
    /// Appends bytes and syncs them to the disk.
    fn append_and_sync(&mut self, bytes: &[u8]) -> io::Result<()>;
}

impl DurableFile for File {
    fn append_and_sync(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.write_all(bytes)?;
        self.sync_data()
    }
}

/// An event as the journal holds it: with the link that chains it to those before.
#[derive(Serialize, Deserialize, schemars::JsonSchema)]
pub struct EventLine {
    /// The event.
    #[serde(flatten)]
    pub event: Event,
    /// SHA-256, in hex, of the link before and the canonical form of the event.
    pub chain: String,
}

/// The contents of a journal.
#[derive(Clone, Debug)]
pub struct Recovered {
    /// The checklist of the visit.
    pub definition: Arc<Definition>,
    /// The saved events, at least one.
    pub events: Vec<Event>,
    /// An incomplete last line, which was never confirmed as saved and is left out.
    pub cut: Option<Cut>,
}

impl Journal {
    /// Creates and locks the journal of a new visit, and writes its first line.
    ///
    /// # Errors
    /// Fails if the id is invalid or the file cannot be written; no journal is left then.
    pub fn create(folders: &Folders, definition: &Definition, session: &str) -> Result<Self, StoreError> {
        check_id(session)?;
        folders.sync_names(&folders.unfinished())?;
        let lock = lock(folders, session)?;
        let mut journal = Self::new(folders, session, lock);
        digest::first_link(definition.digest()).clone_into(&mut journal.chain);
        let header = to_line(&Header { format: FORMAT, definition: definition.raw(), beside: None });
        match header.and_then(|header| journal.create_segment(1, header.as_bytes())) {
            Ok(file) => {
                journal.file = Some(Box::new(file));
                Ok(journal)
            }
            Err(error) => {
                let path = journal.path(1);
                // Report the first error; a lock file that remains locks nothing.
                let _ = remove(&journal.lock_path());
                Err(error).at(path)
            }
        }
    }

    /// Opens and locks the journal of an unfinished visit, and removes an incomplete last line.
    ///
    /// # Errors
    /// [`JournalError::Busy`] if another window has it; [`JournalError::Empty`], [`JournalError::Damaged`] and
    /// [`NewerFormat`](super::DocumentError::NewerFormat), after which nothing is modified.
    pub fn open(folders: &Folders, id: &str) -> Result<(Self, Recovered), StoreError> {
        let mut journal = Self::locked(folders, id)?;
        let (reader, found) = journal.reread()?;
        let last = found.last().map_or(1, |segment| segment.number);
        reader.last_link().ok_or_else(|| reader.empty())?.clone_into(&mut journal.chain);
        journal.saved = reader.state.last_seq();
        journal.segment = last;
        if reader.cut.as_ref().is_some_and(|cut| cut.holed) {
            keep_copies(folders, id)?;
        }
        // Nothing remains of a segment without a complete first line, and a write to the one before it has failed: the next
        // events go to a new segment.
        let is_void = reader.cut.as_ref().is_some_and(|cut| cut.keep == 0);
        if !is_void {
            journal.file = Some(Box::new(journal.open_last_segment(reader.cut.as_ref())?));
        }
        Ok((journal, recovered(reader)?))
    }

    /// Locks an existing visit without reading its journal.
    pub(super) fn locked(folders: &Folders, id: &str) -> Result<Self, StoreError> {
        existing_segments(folders, id)?;
        let journal = Self::new(folders, id, lock(folders, id)?);
        // Another window may have finished the visit before the lock.
        if let Err(error) = existing_segments(folders, id) {
            let _ = remove(&journal.lock_path());
            return Err(error);
        }
        Ok(journal)
    }

    pub(super) fn new(folders: &Folders, id: &str, lock: Lock) -> Self {
        Self {
            folders: folders.clone(),
            id: id.to_owned(),
            lock: Some(lock),
            file: None,
            segment: 1,
            chain: String::new(),
            saved: 0,
            pending: Vec::new(),
        }
    }

    /// Returns the visit's id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Appends events and returns the number of the last event on the disk.
    ///
    /// # Errors
    /// Fails if the file cannot be written. The events are then pending, and the next call of this function or of
    /// [`Journal::retry`] writes them to a new segment.
    pub fn append(&mut self, events: &[Event]) -> Result<u64, StoreError> {
        let mut lines = Vec::with_capacity(events.len());
        let mut chain = self.chain.clone();
        for event in events {
            let linked = digest::link(&chain, event).map_err(io::Error::from).and_then(|link| {
                to_line(&EventLine { event: event.clone(), chain: link.clone() }).map(|text| (link, text))
            });
            let (link, text) = linked.at(self.path(self.segment))?;
            chain = link;
            lines.push(PendingLine { seq: event.seq, text });
        }
        self.chain = chain;
        self.pending.extend(lines);
        self.retry()
    }

    /// Writes the pending events and returns the number of the last event on the disk.
    ///
    /// # Errors
    /// Those of [`Journal::append`].
    pub fn retry(&mut self) -> Result<u64, StoreError> {
        let Some(last) = self.pending.last().map(|pending| pending.seq) else { return Ok(self.saved) };
        let text: String = self.pending.iter().map(|pending| pending.text.as_str()).collect();
        if let Some(mut file) = self.file.take() {
            file.append_and_sync(text.as_bytes()).at(self.path(self.segment))?;
            self.file = Some(file);
        } else {
            self.file = Some(self.start_next_segment(&text)?);
        }
        self.pending.clear();
        self.saved = last;
        Ok(last)
    }

    /// Creates the next segment with the pending lines.
    fn start_next_segment(&mut self, lines: &str) -> Result<Box<dyn DurableFile>, StoreError> {
        loop {
            let number = self.segment + 1;
            let previous = segment_name(&self.id, self.segment);
            let header = to_line(&SegmentHeader { format: FORMAT.to_owned(), previous });
            match header.and_then(|header| self.create_segment(number, (header + lines).as_bytes())) {
                Ok(file) => {
                    self.segment = number;
                    return Ok(Box::new(file));
                }
                Err(error) => {
                    let path = self.path(number);
                    // A segment that could not be removed is part of the journal, and the next one names it.
                    if path.exists() {
                        self.segment = number;
                    }
                    if error.kind() != io::ErrorKind::AlreadyExists {
                        return Err(error).at(path);
                    }
                }
            }
        }
    }

    /// Creates a segment with its first bytes. If writing fails, the file is removed again if possible.
    fn create_segment(&self, number: u32, bytes: &[u8]) -> io::Result<File> {
        let path = self.path(number);
        let mut file = retry_while_locked(|| private().append(true).create_new(true).open(&path))?;
        let written = file.append_and_sync(bytes).and_then(|()| flush_folder(&self.folders.unfinished()));
        if written.is_err() {
            let _ = remove(&path);
        }
        written.map(|()| file)
    }

    /// Opens the last segment for appending, after it removes an incomplete end.
    fn open_last_segment(&self, cut: Option<&Cut>) -> Result<File, StoreError> {
        let path = self.path(self.segment);
        let open = || {
            if let Some(cut) = cut {
                // A handle for appending may not truncate on every system.
                let file = File::options().write(true).open(&path)?;
                file.set_len(cut.keep)?;
                file.sync_all()?;
            }
            File::options().append(true).open(&path)
        };
        retry_while_locked(open).at(&path)
    }

    /// Reads the journal from the disk, and returns its segments too.
    pub(super) fn reread(&self) -> Result<(Reader, Vec<Segment>), StoreError> {
        let found = existing_segments(&self.folders, &self.id)?;
        let mut reader = Reader::default();
        reader.read(&self.id, &found)?;
        Ok((reader, found))
    }

    pub(super) fn lock_path(&self) -> PathBuf {
        lock_path(&self.folders, &self.id)
    }

    pub(super) fn path(&self, number: u32) -> PathBuf {
        self.folders.unfinished().join(segment_name(&self.id, number))
    }
}

/// Reads a visit's journal without locking or changing anything.
///
/// # Errors
/// Those of [`Journal::open`] except [`JournalError::Busy`].
pub fn read(folders: &Folders, id: &str) -> Result<Recovered, StoreError> {
    let mut reader = Reader::default();
    reader.read(id, &existing_segments(folders, id)?)?;
    recovered(reader)
}

pub(super) fn recovered(reader: Reader) -> Result<Recovered, StoreError> {
    let definition = reader.definition.clone().ok_or_else(|| reader.empty())?;
    Ok(Recovered { definition, events: reader.events, cut: reader.cut })
}

fn lock_path(folders: &Folders, id: &str) -> PathBuf {
    folders.unfinished().join(format!("{id}.lock"))
}

/// Locks a visit.
pub(super) fn lock(folders: &Folders, id: &str) -> Result<Lock, StoreError> {
    Lock::acquire(&lock_path(folders, id), LOCK_TRIES).map_err(|error| match error {
        StoreError::Io(IoError { cause: IoCause::InUse, .. }) => {
            StoreError::Journal(JournalError::Busy { id: id.to_owned() })
        }
        error => error,
    })
}

/// Returns whether a window has a visit open, this one included.
pub(super) fn is_busy(folders: &Folders, id: &str) -> bool {
    is_locked(&lock_path(folders, id))
}

/// Returns a value as one line of JSON.
pub(super) fn to_line(value: &impl Serialize) -> io::Result<String> {
    let mut text = serde_json::to_string(value)?;
    text.push('\n');
    Ok(text)
}

#[cfg(test)]
mod tests;
