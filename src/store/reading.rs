//! Reads the sessions of files, lines and folders on several threads, each no further than figures need it.
//!
//! Each visit is passed on once, as a [`Record`]. Nothing is dropped silently: what is no visit is in [`Found`]. The
//! result depends neither on the order of files nor on the threads.

mod clean_record;
mod contested;
mod damage;
mod dedup;
mod definition_cache;
mod directory;
mod fields;
mod order;
mod parse;
mod pauses_and_marks;
mod reread;
mod sink;
mod validate_record;
mod workers;

pub use damage::{Damaged, Reason};
pub use directory::Directory;
pub use order::in_order;
pub(super) use parse::is_usable;

use super::error::StoreError;
use super::session_files::SessionFiles;
use crate::visit::definitions::Definitions;
use crate::visit::record::Record;
use dedup::Key;
use hashbrown::HashSet;
use parse::Parsed;
use sink::{Place, Sink};
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use workers::Watch;

/// Receives visits as they are read, in any order. Several takers share them, and what they make is merged later.
pub trait Taker: Send {
    /// Receives a visit. It must not wait for tasks of rayon: its thread could read another visit meanwhile.
    fn take(&mut self, record: &Record<'_>);
}

/// How to read.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The number of threads; as many as the machine has without it.
    pub threads: Option<NonZeroUsize>,
    /// What is done about the proof of each session.
    pub seals: Seals,
    /// Whether the course of each visit is read: see [`crate::visit::record::PausesAndMarks`].
    pub course: bool,
    /// The names and groups that sites have whatever the visits say; empty for those that were recorded.
    pub directory: Arc<Directory>,
    /// Whether the marks of every visit are read, also where its course needs none.
    pub marks: bool,
}

/// What is done about the proof of each session, as [`super::verify`] checks it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Seals {
    /// It is not checked.
    #[default]
    Skip,
    /// It is checked; visits whose proof fails count, and are in [`Found::unproven`].
    Check,
    /// It is checked; visits whose proof fails do not count, and are in [`Found::damaged`].
    Require,
}

/// The progress of a reading. Where sessions of a visit differ, it starts again, unless their names say which one counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Visits that counted so far.
    pub sessions: u64,
    /// The parts done: a file, or a block of a large one.
    pub done: u64,
    /// The parts known so far; more when a file turns out to be large.
    pub whole: u64,
}

/// What was read.
#[derive(Debug)]
pub struct Read<T> {
    /// The takers, each with a share of the visits.
    pub takers: Vec<T>,
    /// Everything else.
    pub found: Found,
}

/// What was found beside the visits.
#[derive(Debug, Default)]
pub struct Found {
    /// The number of visits that count.
    pub sessions: u64,
    /// The number of files.
    pub files: u64,
    /// The number of sessions that were another copy of a visit that counts.
    pub duplicates: u64,
    /// The number of sessions that a correction of their visit continues.
    pub superseded: u64,
    /// The number of visits that count and were corrected after their end; those declared void are not among them.
    pub corrected: u64,
    /// The number of visits that count and have no seal.
    pub unsealed: u64,
    /// Copies of visits that count and prove nothing, by path and line: they have no seal, or their proof fails.
    pub unproven: Vec<Damaged>,
    /// The number of visits that count and were not spelled as esprit spells them.
    pub respelled: u64,
    /// What is no visit, by path and line: damaged, of another kind, or of a later version.
    pub damaged: Vec<Damaged>,
    /// The checklists, by their digests.
    pub definitions: Definitions,
    /// Whether `watch` stopped the reading before its end.
    pub stopped: bool,
}

/// Reads the sessions of files and folders. `make` returns a taker for each thread; `watch` is called with the progress
/// now and then, from any thread, and may stop the reading.
///
/// # Errors
/// Where a path does not exist, or is neither a file nor a folder. Everything else is in [`Found`].
pub fn read<T: Taker>(
    paths: &[PathBuf],
    options: &Options,
    watch: &(dyn Fn(Progress) -> ControlFlow<()> + Sync),
    make: &(dyn Fn() -> T + Sync),
) -> Result<Read<T>, StoreError> {
    let files = SessionFiles::find(paths)?;
    let (takers, found) = read_files(&files, options, watch, make);
    Ok(Read { takers, found })
}

/// Returns the files that would be read, sorted.
///
/// # Errors
/// As [`read`].
pub fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, StoreError> {
    let mut found: Vec<PathBuf> = SessionFiles::find(paths)?.paths().collect();
    found.sort();
    Ok(found)
}

impl Found {
    /// Counts a visit.
    fn count(&mut self, session: &Parsed<'_>) {
        let record = &session.record;
        self.sessions += 1;
        self.unsealed += u64::from(!record.sealed);
        self.respelled += u64::from(session.respelled);
        self.corrected += u64::from(record.corrections > 0 && !record.void);
    }
}

impl<T: Taker> Sink for T {
    fn take(&mut self, session: &Parsed<'_>, _: Key, _: Place) {
        Taker::take(self, &session.record);
    }
}

/// Reads files, and again where sessions of a visit differ: then it is known which visits those are.
fn read_files<S: Sink>(
    files: &SessionFiles,
    options: &Options,
    watch: Watch<'_>,
    make: &(dyn Fn() -> S + Sync),
) -> (Vec<S>, Found) {
    let first = workers::run(files, options, HashSet::new(), watch, make);
    if first.contested.is_empty() || first.found.stopped {
        return (first.sinks, first.found);
    }
    // The sinks of the first reading are dropped before the second.
    drop(first.sinks);
    let second = workers::run(files, options, first.contested, watch, make);
    (second.sinks, second.found)
}
