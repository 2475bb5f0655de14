//! Reading sessions for figures: files, lines and folders, on several threads, each session no further than needed.
//!
//! It hands each visit on once, as a [`Record`]; what is made of it is the taker's affair. Nothing is dropped silently:
//! what gives no visit is named in [`Found`]. What comes out never depends on the order of files, nor on the threads.

mod course;
mod cursor;
mod damage;
mod fields;
mod files;
mod judge;
mod kept;
mod known;
mod lines;
mod order;
mod seen;
mod sound;
mod work;

pub use damage::{Damaged, Reason};
pub use kept::MOST_DEFINITIONS;
pub use order::in_order;

use super::error::StoreError;
use crate::visit::definition::Definition;
use crate::visit::record::Record;
use fields::Fields;
use files::Files;
use hashbrown::HashMap;
use seen::{Key, Seen};
use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::thread;
use work::{Outcome, Place, Shared, Sink};

/// Takes visits as they are read, in no order; several takers share them, and what they make is put together later.
pub trait Taker: Send {
    /// Takes a visit.
    fn take(&mut self, record: &Record<'_>);
}

/// How to read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// On how many threads; without it, as many as the machine offers.
    pub threads: Option<NonZeroUsize>,
    /// Whether each session must prove what it says: see [`super::verify`]. Those that do not are left out.
    pub verify: bool,
    /// Whether the course of each visit is asked for: see [`crate::visit::record::PausesAndMarks`].
    pub course: bool,
}

impl Options {
    fn threads(&self) -> usize {
        self.threads.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get)
    }
}

/// How far the reading is. Where copies of visits clash, it begins anew.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Visits that counted so far.
    pub sessions: u64,
    /// Parts done: a file, or a block of a large one.
    pub done: u64,
    /// Parts known so far; they become more when a file turns out to be large.
    pub whole: u64,
}

/// What was read.
#[derive(Debug)]
pub struct Read<T> {
    /// The takers, which share the visits among them.
    pub takers: Vec<T>,
    /// What was found.
    pub found: Found,
}

/// What was found beside the visits themselves.
#[derive(Debug, Default)]
pub struct Found {
    /// How many visits count.
    pub sessions: u64,
    /// How many files were read.
    pub files: u64,
    /// How many sessions were one more of a visit that counts already.
    pub duplicates: u64,
    /// The ids of the visits whose copies say different things, in their order. Which copy counts depends on what they
    /// say alone; one that is sealed comes before one that is not.
    pub clashes: Vec<String>,
    /// How many of the visits that count carry no seal.
    pub unsealed: u64,
    /// How many of the visits that count were not spelled as esprit spells them.
    pub respelled: u64,
    /// What gives no visit, by path and line: damaged, of another kind, or of a later version.
    pub damaged: Vec<Damaged>,
    /// The checklists, by their digests; at most [`MOST_DEFINITIONS`].
    pub definitions: BTreeMap<String, Definition>,
    /// Whether whoever watched had the reading stopped before its end.
    pub stopped: bool,
}

/// Reads the sessions of files and folders. `make` gives one taker for each thread; `watch` is told the progress now
/// and then, by any of them, and may stop the reading.
///
/// # Errors
/// Where a path does not exist, or is neither a file nor a folder. Nothing else is one: see [`Found`].
pub fn read<T: Taker>(
    paths: &[PathBuf],
    options: &Options,
    watch: &(dyn Fn(Progress) -> ControlFlow<()> + Sync),
    make: &(dyn Fn() -> T + Sync),
) -> Result<Read<T>, StoreError> {
    let files = Files::find(paths)?;
    let (takers, found) = read_files(&files, options, watch, &|| Plain(make()));
    Ok(Read { takers: takers.into_iter().map(|plain| plain.0).collect(), found })
}

/// Finds the files that would be read, in their order.
///
/// # Errors
/// As [`read`].
pub fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, StoreError> {
    let files = Files::find(paths)?;
    let mut found: Vec<PathBuf> = (0..files.len()).filter_map(|index| files.path(index)).collect();
    found.sort();
    Ok(found)
}

/// A taker that does not care where a visit stands.
struct Plain<T>(T);

impl<T: Taker> Sink for Plain<T> {
    fn take(&mut self, fields: &Fields<'_>, _: Key, _: Place) {
        self.0.take(&fields.record);
    }
}

/// Reads files once, and once more where copies of visits clash: the second time it is known which ones count.
fn read_files<S: Sink>(
    files: &Files,
    options: &Options,
    watch: &(dyn Fn(Progress) -> ControlFlow<()> + Sync),
    make: &(dyn Fn() -> S + Sync),
) -> (Vec<S>, Found) {
    let shared = Shared::new(files, options, Seen::new(HashMap::new()), watch);
    let outcome = shared.run(options.threads(), make);
    if outcome.tally.clashes.is_empty() || outcome.stopped {
        return finish(files, shared, outcome, BTreeMap::new());
    }
    let clashes = outcome.tally.clashes;
    let decided = clashes.values().filter_map(|&key| Some((key, shared.seen.content(key)?))).collect();
    // What was made of the first reading, and what was seen in it, goes before the second.
    drop((outcome.sinks, shared));
    let shared = Shared::new(files, options, Seen::new(decided), watch);
    let outcome = shared.run(options.threads(), make);
    finish(files, shared, outcome, clashes)
}

fn finish<S>(
    files: &Files,
    shared: Shared<'_>,
    outcome: Outcome<S>,
    clashes: BTreeMap<String, Key>,
) -> (Vec<S>, Found) {
    let tally = outcome.tally;
    let found = Found {
        sessions: tally.sessions,
        files: files.len() as u64,
        duplicates: tally.duplicates,
        clashes: clashes.into_keys().collect(),
        unsealed: tally.unsealed,
        respelled: tally.respelled,
        damaged: outcome.damaged,
        definitions: shared.kept.into_definitions(),
        stopped: outcome.stopped,
    };
    (outcome.sinks, found)
}
