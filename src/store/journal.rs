//! The journal of a visit under way: the only thing written during it, and safe on the disk before an answer
//! shows as saved.
//!
//! One process at a time has a visit open. A file that failed once is never written again: what it owes goes to
//! the next segment. The journal knows no rules of a visit; its events come from [`crate::visit::engine`].

use super::error::StoreError;
use super::folders::{Folders, flush_folder, private, remove};
use super::lock::{Lock, is_locked};
use super::promise::patiently;
use super::salvage::keep_copies;
use super::segments::{FORMAT, Header, Reader, Segment, SegmentHeader, check_id, segment_name, segments};
use crate::visit::definition::Definition;
use crate::visit::digest;
use crate::visit::event::Event;
use serde::{Deserialize, Serialize};
use std::fmt::Debug;
use std::fs::File;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

pub use super::segments::Cut;

/// How often a lock is tried: a list that looks whether a visit is open holds it for a moment, and is no other window.
const LOCK_TRIES: u32 = 8;

/// A visit's journal, open for writing and closed to every other window.
#[derive(Debug)]
pub struct Journal {
    pub(super) folders: Folders,
    pub(super) id: String,
    /// Held as long as the journal is open.
    pub(super) lock: Option<Lock>,
    /// The segment that is written; none once it has failed.
    sink: Option<Box<dyn Sink>>,
    /// The number of the last segment that exists.
    segment: u32,
    /// The last link, those of pending lines included.
    chain: String,
    saved: u64,
    pending: Vec<Pending>,
}

/// A line that is not on the disk yet.
#[derive(Debug)]
struct Pending {
    seq: u64,
    line: String,
}

/// What a journal needs of a file.
trait Sink: Debug + Send {
    /// Writes bytes at the end and returns when they are on the disk.
    fn put(&mut self, bytes: &[u8]) -> io::Result<()>;
}

impl Sink for File {
    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
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

/// What a journal gave back.
#[derive(Clone, Debug)]
pub struct Recovered {
    /// The checklist that the visit was started with.
    pub definition: Arc<Definition>,
    /// Every event that was saved; at least one.
    pub events: Vec<Event>,
    /// A last line that was never said to be saved, and was left out.
    pub cut: Option<Cut>,
}

impl Journal {
    /// Makes the journal of a new visit, and locks it; returns when its first line is on the disk.
    ///
    /// # Errors
    /// Where the id is no visit's, or the system refuses; nothing is left behind then.
    pub fn create(folders: &Folders, definition: &Definition, session: &str) -> Result<Self, StoreError> {
        check_id(session)?;
        folders.sync_names(&folders.unfinished())?;
        let lock = lock(folders, session)?;
        let mut journal = Self::new(folders, session, lock);
        digest::first_link(definition.digest()).clone_into(&mut journal.chain);
        let header = line(&Header { format: FORMAT, definition: definition.raw() });
        let made = header.and_then(|header| journal.make_segment(1, header.as_bytes()));
        match made {
            Ok(file) => {
                journal.sink = Some(Box::new(file));
                Ok(journal)
            }
            Err(error) => {
                let path = journal.path(1);
                // The first failure is the one to tell; a lock that stays behind locks nothing.
                let _ = remove(&journal.lock_path());
                Err(StoreError::system(&path, &error))
            }
        }
    }

    /// Opens the journal of an unfinished visit, and locks it; a torn last line is cut off.
    ///
    /// # Errors
    /// [`StoreError::Busy`] where another window has it; [`StoreError::JournalEmpty`],
    /// [`StoreError::JournalDamaged`] and [`StoreError::NewerFormat`] with nothing modified.
    pub fn open(folders: &Folders, id: &str) -> Result<(Self, Recovered), StoreError> {
        let mut journal = Self::locked(folders, id)?;
        let (reader, found) = journal.reread()?;
        let last = found.last().map_or(1, |segment| segment.number);
        reader.last_link().unwrap_or_default().clone_into(&mut journal.chain);
        journal.saved = reader.state.last_seq();
        journal.segment = last;
        if reader.cut.as_ref().is_some_and(|cut| cut.holed) {
            keep_copies(folders, id)?;
        }
        // Of a segment that does not even have its first line nothing can be kept, and the one before it has failed:
        // what comes next goes to a segment of its own.
        let is_void = reader.cut.as_ref().is_some_and(|cut| cut.keep == 0);
        if !is_void {
            journal.sink = Some(Box::new(journal.last_segment(reader.cut.as_ref())?));
        }
        Ok((journal, recovered(reader)?))
    }

    /// Locks a visit that exists, without reading it.
    pub(super) fn locked(folders: &Folders, id: &str) -> Result<Self, StoreError> {
        existing(folders, id)?;
        let journal = Self::new(folders, id, lock(folders, id)?);
        // Another window may have finished the visit a moment ago.
        if let Err(error) = existing(folders, id) {
            let _ = remove(&journal.lock_path());
            return Err(error);
        }
        Ok(journal)
    }

    fn new(folders: &Folders, id: &str, lock: Lock) -> Self {
        Self {
            folders: folders.clone(),
            id: id.to_owned(),
            lock: Some(lock),
            sink: None,
            segment: 1,
            chain: String::new(),
            saved: 0,
            pending: Vec::new(),
        }
    }

    /// Gives the visit's id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Gives how many events are not on the disk yet, because writing them failed.
    #[must_use]
    pub fn pending(&self) -> usize {
        self.pending.len()
    }

    /// Writes events and returns when they are on the disk, with the number of the last one there.
    ///
    /// # Errors
    /// Where the system refuses; the events are then pending, and the next call or [`Journal::retry`] writes them
    /// to a new segment.
    pub fn append(&mut self, events: &[Event]) -> Result<u64, StoreError> {
        let mut lines = Vec::with_capacity(events.len());
        let mut chain = self.chain.clone();
        for event in events {
            let linked = digest::link(&chain, event).map_err(io::Error::from).and_then(|link| {
                line(&EventLine { event: event.clone(), chain: link.clone() }).map(|written| (link, written))
            });
            let (link, text) = linked.map_err(|error| StoreError::system(&self.path(self.segment), &error))?;
            chain = link;
            lines.push(Pending { seq: event.seq, line: text });
        }
        self.chain = chain;
        self.pending.extend(lines);
        self.retry()
    }

    /// Writes what is pending, as [`Journal::append`]; gives the number of the last event on the disk.
    ///
    /// # Errors
    /// As [`Journal::append`].
    pub fn retry(&mut self) -> Result<u64, StoreError> {
        let Some(last) = self.pending.last().map(|pending| pending.seq) else { return Ok(self.saved) };
        let text: String = self.pending.iter().map(|pending| pending.line.as_str()).collect();
        if let Some(mut sink) = self.sink.take() {
            sink.put(text.as_bytes()).map_err(|error| StoreError::system(&self.path(self.segment), &error))?;
            self.sink = Some(sink);
        } else {
            self.sink = Some(self.next_segment(&text)?);
        }
        self.pending.clear();
        self.saved = last;
        Ok(last)
    }

    /// Starts the next segment with what is pending.
    fn next_segment(&mut self, text: &str) -> Result<Box<dyn Sink>, StoreError> {
        loop {
            let number = self.segment + 1;
            let previous = segment_name(&self.id, self.segment);
            let header = line(&SegmentHeader { format: FORMAT.to_owned(), previous });
            let made = header.and_then(|header| self.make_segment(number, (header + text).as_bytes()));
            match made {
                Ok(file) => {
                    self.segment = number;
                    return Ok(Box::new(file));
                }
                Err(error) => {
                    let path = self.path(number);
                    // A segment that could not be removed stays in the line of files, and the next one names it.
                    if path.exists() {
                        self.segment = number;
                    }
                    if error.kind() != io::ErrorKind::AlreadyExists {
                        return Err(StoreError::system(&path, &error));
                    }
                }
            }
        }
    }

    /// Makes a file with its first bytes; where that fails there is none, as far as the system lets it be removed.
    fn make_segment(&self, number: u32, bytes: &[u8]) -> io::Result<File> {
        let path = self.path(number);
        let mut file = patiently(|| private().append(true).create_new(true).open(&path))?;
        let filled = file.put(bytes).and_then(|()| flush_folder(&self.folders.unfinished()));
        if filled.is_err() {
            let _ = remove(&path);
        }
        filled.map(|()| file)
    }

    /// Opens the last segment to write behind what stands there, once a torn end is cut off.
    fn last_segment(&self, cut: Option<&Cut>) -> Result<File, StoreError> {
        let path = self.path(self.segment);
        let open = || {
            if let Some(cut) = cut {
                // By a handle of its own: elsewhere one that only appends may not cut.
                let file = File::options().write(true).open(&path)?;
                file.set_len(cut.keep)?;
                file.sync_all()?;
            }
            File::options().append(true).open(&path)
        };
        patiently(open).map_err(|error| StoreError::system(&path, &error))
    }

    /// Reads the journal from the disk; gives the segments too.
    pub(super) fn reread(&self) -> Result<(Reader, Vec<Segment>), StoreError> {
        let found = existing(&self.folders, &self.id)?;
        let mut reader = Reader::default();
        reader.read(&self.id, &found)?;
        Ok((reader, found))
    }

    pub(super) fn lock_path(&self) -> PathBuf {
        lock_path(&self.folders, &self.id)
    }

    fn path(&self, number: u32) -> PathBuf {
        self.folders.unfinished().join(segment_name(&self.id, number))
    }
}

/// Reads a visit's journal without locking or changing anything.
///
/// # Errors
/// As [`Journal::open`], but never [`StoreError::Busy`].
pub fn read(folders: &Folders, id: &str) -> Result<Recovered, StoreError> {
    let mut reader = Reader::default();
    reader.read(id, &existing(folders, id)?)?;
    recovered(reader)
}

pub(super) fn recovered(reader: Reader) -> Result<Recovered, StoreError> {
    let definition = reader.definition.clone().ok_or_else(|| reader.empty())?;
    Ok(Recovered { definition, events: reader.events, cut: reader.cut })
}

/// Gives the segments of a visit that exists.
pub(super) fn existing(folders: &Folders, id: &str) -> Result<Vec<Segment>, StoreError> {
    check_id(id)?;
    let found = segments(&folders.unfinished(), id)?;
    if found.is_empty() {
        return Err(StoreError::Missing { path: folders.unfinished().join(segment_name(id, 1)) });
    }
    Ok(found)
}

fn lock_path(folders: &Folders, id: &str) -> PathBuf {
    folders.unfinished().join(format!("{id}.lock"))
}

/// Locks a visit.
fn lock(folders: &Folders, id: &str) -> Result<Lock, StoreError> {
    Lock::acquire(&lock_path(folders, id), LOCK_TRIES).map_err(|error| match error {
        StoreError::InUse { .. } => StoreError::Busy { id: id.to_owned() },
        error => error,
    })
}

/// Returns whether some window, this one included, has a visit open.
pub(super) fn is_busy(folders: &Folders, id: &str) -> bool {
    is_locked(&lock_path(folders, id))
}

/// Writes a value as one line.
fn line(value: &impl Serialize) -> io::Result<String> {
    let mut text = serde_json::to_string(value)?;
    text.push('\n');
    Ok(text)
}

#[cfg(test)]
mod tests;
