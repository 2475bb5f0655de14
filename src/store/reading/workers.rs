//! Reads files, and blocks of large files, on several threads.

use super::contested::{self, Copies, Copy, verified};
use super::damage::{self, Damaged, Reason};
use super::dedup::{Dedup, Key, Occurrence, key};
use super::definition_cache::DefinitionCache;
use super::parse::parse;
use super::sink::{Place, Sink};
use super::{Found, Options, Progress};
use crate::store::session_files::SessionFiles;
use crate::store::session_lines::{self, SessionText};
use crate::store::verify::{Problem, Verified};
use hashbrown::{HashMap, HashSet};
use rayon::prelude::*;
use std::cell::{RefCell, RefMut};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::sync::{Mutex, MutexGuard, PoisonError};
use thread_local::ThreadLocal;

/// The number of parts after which the progress is reported.
const PARTS: u64 = 64;

/// What is called with the progress, and may stop the reading.
pub(super) type Watch<'r> = &'r (dyn Fn(Progress) -> ControlFlow<()> + Sync);

/// What a reading found.
pub(super) struct Outcome<S> {
    pub(super) sinks: Vec<S>,
    pub(super) found: Found,
    /// The visits whose copies have different contents.
    pub(super) contested: HashSet<Key>,
}

/// One reading of all files, shared by the threads.
struct Reading<'r, S: Send> {
    files: &'r SessionFiles,
    options: Options,
    watch: Watch<'r>,
    make: &'r (dyn Fn() -> S + Sync),
    workers: ThreadLocal<RefCell<Worker<S>>>,
    dedup: Dedup,
    /// Whether it is known which visits have copies with different contents.
    is_second: bool,
    /// The corrections passed on so far, in the first reading.
    corrections: Mutex<HashMap<Key, Verified>>,
    definitions: DefinitionCache,
    tally: Mutex<Tally>,
    done: AtomicU64,
    whole: AtomicU64,
    stopped: AtomicBool,
}

/// Why a session does not count, or why it does and proves nothing.
type SessionResult = Result<Option<Reason>, Reason>;

/// What all threads found so far.
#[derive(Default)]
struct Tally {
    found: Found,
    /// The visits whose copies have different contents.
    contested: HashSet<Key>,
    /// Their copies, in the second reading.
    copies: Copies,
}

/// What one thread has for itself.
struct Worker<S> {
    sink: S,
    text: Vec<u8>,
    respelled: String,
    /// The checklist of the last session, which need not be offered again.
    digest: String,
}

/// Reads all files, corrections first as far as their names tell. Of visits in `contested`, the session counts that
/// continues all others; if there is none, each is named as damaged.
pub(super) fn run<S: Sink>(
    files: &SessionFiles,
    options: &Options,
    contested: HashSet<Key>,
    watch: Watch<'_>,
    make: &(dyn Fn() -> S + Sync),
) -> Outcome<S> {
    let reading = Reading {
        files,
        options: options.clone(),
        watch,
        make,
        workers: ThreadLocal::new(),
        is_second: !contested.is_empty(),
        corrections: Mutex::default(),
        dedup: Dedup::new(contested),
        definitions: DefinitionCache::default(),
        tally: Mutex::default(),
        done: AtomicU64::new(0),
        whole: AtomicU64::new(files.len() as u64),
        stopped: AtomicBool::new(false),
    };
    let read = || {
        let corrections = files.corrections();
        for numbered in corrections.values().rev() {
            numbered.into_par_iter().for_each(|file| reading.file(*file));
        }
        let is_other = |file: &usize| corrections.is_empty() || files.correction(*file).is_none();
        (0..files.len()).into_par_iter().filter(is_other).for_each(|file| reading.file(file));
    };
    let pool = options.threads.map(|threads| rayon::ThreadPoolBuilder::new().num_threads(threads.get()).build());
    match pool {
        Some(Ok(pool)) => pool.install(read),
        _ => read(),
    }
    reading.report();
    reading.finish()
}

impl<S: Sink> Reading<'_, S> {
    fn worker(&self) -> RefMut<'_, Worker<S>> {
        let make = || Worker { sink: (self.make)(), text: vec![], respelled: String::new(), digest: String::new() };
        self.workers.get_or(|| RefCell::new(make())).borrow_mut()
    }

    fn file(&self, file: usize) {
        if self.stopped.load(Relaxed) {
            return;
        }
        let path = self.files.path(file);
        let mut worker = self.worker();
        let mut text = std::mem::take(&mut worker.text);
        let opened = session_lines::open(&path, &mut text);
        if let Ok(None) = opened {
            session_lines::split(&path, &text, &mut |session| {
                let read = self.session(&mut worker, file, &session);
                self.name(&path, session.line.map(|line| line + 1), read);
            });
        }
        worker.text = text;
        // While this thread waits for the blocks, it may read other files.
        drop(worker);
        match opened {
            Ok(None) => {}
            Ok(Some(blocks)) => self.blocks(file, &path, blocks),
            Err(error) => self.damage(&path, None, Problem::Unreadable(error).into()),
        }
        self.done();
    }

    fn blocks(&self, file: usize, path: &Path, blocks: u64) {
        self.whole.fetch_add(blocks, Relaxed);
        let read: Vec<_> = (0..blocks).into_par_iter().map(|block| self.block(file, path, block)).collect();
        let mut before = 0;
        for (lines, named) in read {
            for (line, read) in named {
                self.name(path, Some(before + line + 1), read);
            }
            before += lines;
        }
    }

    /// Reads a block; returns its number of lines, and the lines to name.
    fn block(&self, file: usize, path: &Path, block: u64) -> (usize, Vec<(usize, SessionResult)>) {
        let mut named = Vec::new();
        if self.stopped.load(Relaxed) {
            return (0, named);
        }
        let mut worker = self.worker();
        let mut text = std::mem::take(&mut worker.text);
        let lines = session_lines::split_block(path, block, &mut text, &mut |session| {
            let read = self.session(&mut worker, file, &session);
            if read != Ok(None) {
                named.push((session.line.unwrap_or_default(), read));
            }
        });
        worker.text = text;
        let lines = lines.unwrap_or_else(|error| {
            self.damage(path, None, Problem::Unreadable(error).into());
            0
        });
        self.done();
        (lines, named)
    }

    /// Parses a session, and passes it on where it counts.
    fn session(&self, worker: &mut Worker<S>, file: usize, session: &SessionText<'_>) -> SessionResult {
        let Worker { sink, respelled, digest, .. } = worker;
        let text = session.text.ok_or(Reason::TooLarge)?;
        let parsed = parse(text, &self.options, respelled)?;
        let record = &parsed.record;
        if *record.digest != *digest && self.definitions.offer(&record.digest, parsed.definition) {
            digest.clear();
            digest.push_str(&record.digest);
        }
        let key = key(&record.id);
        let place = Place { file, at: session.at, len: session.len };
        match self.dedup.insert(key, parsed.content) {
            Occurrence::New => {
                if record.corrections > 0 && !self.is_second {
                    self.add_correction(key, text);
                }
                self.tally().found.count(&parsed);
                sink.take(&parsed, key, place);
                return Ok(parsed.unproven);
            }
            Occurrence::Duplicate => {
                self.tally().found.duplicates += 1;
                // Named too, so that the result does not depend on which copy is read first.
                return Ok(parsed.unproven);
            }
            Occurrence::Contested if self.is_second => {
                let copy = Copy { place, verified: verified(text) };
                self.tally().copies.entry(key).or_default().push(copy);
                return Err(Reason::Conflict(record.id.to_string()));
            }
            Occurrence::Contested if self.is_superseded(key, text) => self.tally().found.superseded += 1,
            Occurrence::Contested => _ = self.tally().contested.insert(key),
        }
        Ok(None)
    }

    /// Remembers a correction that was passed on.
    fn add_correction(&self, key: Key, text: &[u8]) {
        let Some(verified) = verified(text) else { return };
        self.corrections.lock().unwrap_or_else(PoisonError::into_inner).insert(key, verified);
    }

    /// Returns whether the correction of the visit that was passed on continues a session.
    fn is_superseded(&self, key: Key, text: &[u8]) -> bool {
        let Some(verified) = verified(text) else { return false };
        let corrections = self.corrections.lock().unwrap_or_else(PoisonError::into_inner);
        corrections.get(&key).is_some_and(|correction| correction.continues(&verified))
    }

    fn tally(&self) -> MutexGuard<'_, Tally> {
        self.tally.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn name(&self, path: &Path, line: Option<usize>, read: SessionResult) {
        match read {
            Ok(None) => {}
            Ok(Some(reason)) => self.tally().found.unproven.push(Damaged { path: path.to_owned(), line, reason }),
            Err(reason) => self.damage(path, line, reason),
        }
    }

    fn damage(&self, path: &Path, line: Option<usize>, reason: Reason) {
        self.tally().found.damaged.push(Damaged { path: path.to_owned(), line, reason });
    }

    fn done(&self) {
        if self.done.fetch_add(1, Relaxed).is_multiple_of(PARTS) {
            self.report();
        }
    }

    fn report(&self) {
        let sessions = self.tally().found.sessions;
        let progress = Progress { sessions, done: self.done.load(Relaxed), whole: self.whole.load(Relaxed) };
        if (self.watch)(progress).is_break() {
            self.stopped.store(true, Relaxed);
        }
    }

    fn finish(self) -> Outcome<S> {
        let Tally { mut found, contested, copies } = self.tally.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut sinks: Vec<S> = self.workers.into_iter().map(|worker| worker.into_inner().sink).collect();
        if let Some(sink) = sinks.first_mut() {
            contested::settle(self.files, self.options, copies, sink, &mut found);
        }
        let unreadable = self.files.unreadable.iter().cloned();
        found.damaged.extend(unreadable.map(|(path, error)| {
            let reason = Problem::Unreadable(error).into();
            Damaged { path, line: None, reason }
        }));
        damage::sort(&mut found.damaged);
        damage::sort(&mut found.unproven);
        found.files = self.files.len() as u64;
        found.definitions = self.definitions.into_definitions();
        found.stopped = self.stopped.into_inner();
        Outcome { sinks, found, contested }
    }
}
