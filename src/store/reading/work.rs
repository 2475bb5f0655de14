//! The reading itself: threads that take files, then blocks of large files, and judge each session.

use super::damage::{Damaged, Reason};
use super::fields::Fields;
use super::files::{Files, is_lines};
use super::judge::{Judged, Respelled, judge};
use super::kept::Kept;
use super::known::Known;
use super::lines::{self, BLOCK, Buffer, Line};
use super::seen::{Key, Seen, Standing, key};
use super::{Options, Progress};
use crate::store::error::StoreError;
use crate::store::json::{self, MOST};
use std::collections::BTreeMap;
use std::fs::File;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering::Relaxed};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// After how many files the progress is told.
const OFTEN: u64 = 64;

/// Where a session stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) file: usize,
    /// From where, in bytes.
    pub(super) at: u64,
    /// How many bytes.
    pub(super) len: usize,
}

/// What takes the sessions that count.
pub(super) trait Sink: Send {
    fn take(&mut self, fields: &Fields<'_>, key: Key, place: Place);
}

/// What was found by one thread, or by all.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub(super) sessions: u64,
    pub(super) duplicates: u64,
    pub(super) unsealed: u64,
    pub(super) respelled: u64,
    /// The ids of visits whose copies say different things.
    pub(super) clashes: BTreeMap<String, Key>,
    faults: Vec<Fault>,
}

/// What gives no visit, by its file's number.
#[derive(Debug)]
struct Fault {
    file: usize,
    /// The block and the line in it; both from 0.
    line: Option<(u64, usize)>,
    reason: Reason,
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.sessions += other.sessions;
        self.duplicates += other.duplicates;
        self.unsealed += other.unsealed;
        self.respelled += other.respelled;
        self.clashes.extend(other.clashes);
        self.faults.extend(other.faults);
    }
}

/// A file that is read in blocks.
#[derive(Debug)]
struct Large {
    file: usize,
    blocks: u64,
    /// The block whose turn it is.
    next: AtomicU64,
    /// How many lines each block has, once it was read.
    lines: Mutex<BTreeMap<u64, usize>>,
}

/// What the threads share.
pub(super) struct Shared<'r> {
    pub(super) files: &'r Files,
    pub(super) options: Options,
    pub(super) seen: Seen,
    pub(super) kept: Kept,
    watch: &'r (dyn Fn(Progress) -> ControlFlow<()> + Sync),
    next: AtomicUsize,
    large: Mutex<Vec<Large>>,
    sessions: AtomicU64,
    done: AtomicU64,
    whole: AtomicU64,
    stopped: AtomicBool,
}

/// What a reading gave.
pub(super) struct Outcome<S> {
    pub(super) sinks: Vec<S>,
    pub(super) tally: Tally,
    pub(super) damaged: Vec<Damaged>,
    pub(super) stopped: bool,
}

impl<'r> Shared<'r> {
    pub(super) fn new(
        files: &'r Files,
        options: &Options,
        seen: Seen,
        watch: &'r (dyn Fn(Progress) -> ControlFlow<()> + Sync),
    ) -> Self {
        Self {
            files,
            options: *options,
            seen,
            kept: Kept::default(),
            watch,
            next: AtomicUsize::new(0),
            large: Mutex::default(),
            sessions: AtomicU64::new(0),
            done: AtomicU64::new(0),
            whole: AtomicU64::new(files.len() as u64),
            stopped: AtomicBool::new(false),
        }
    }

    /// Reads everything.
    pub(super) fn run<S: Sink>(&self, threads: usize, make: &(dyn Fn() -> S + Sync)) -> Outcome<S> {
        let mut workers: Vec<Worker<S>> = (0..threads).map(|_| Worker::new(make())).collect();
        together(&mut workers, &|worker| worker.files(self));
        let large = std::mem::take(&mut *self.large.lock().unwrap_or_else(PoisonError::into_inner));
        if !large.is_empty() {
            together(&mut workers, &|worker| large.iter().for_each(|one| worker.large(self, one)));
        }
        let mut tally = Tally::default();
        let mut sinks = Vec::with_capacity(workers.len());
        for worker in workers {
            tally.add(worker.tally);
            sinks.push(worker.sink);
        }
        let mut damaged = self.files.damaged.clone();
        damaged.extend(tally.faults.drain(..).filter_map(|fault| fault.resolve(self.files, &large)));
        damaged.sort_by(|a, b| (&a.path, a.line, a.reason.code()).cmp(&(&b.path, b.line, b.reason.code())));
        self.tell(0);
        Outcome { sinks, tally, damaged, stopped: self.stopped.load(Relaxed) }
    }

    /// Counts parts that are done, and tells of them.
    fn tell(&self, parts: u64) {
        let done = self.done.fetch_add(parts, Relaxed) + parts;
        let progress = Progress { sessions: self.sessions.load(Relaxed), done, whole: self.whole.load(Relaxed) };
        if (self.watch)(progress).is_break() {
            self.stopped.store(true, Relaxed);
        }
    }
}

/// Has every worker do something, each on a thread of its own where there are several.
fn together<S: Sink>(workers: &mut [Worker<S>], work: &(dyn Fn(&mut Worker<S>) + Sync)) {
    let Some((first, others)) = workers.split_first_mut() else { return };
    thread::scope(|scope| {
        for worker in others {
            // Where the system gives no more threads, those that there are do the work.
            let _ = thread::Builder::new().spawn_scoped(scope, || work(worker));
        }
        work(first);
    });
}

impl Fault {
    fn resolve(self, files: &Files, large: &[Large]) -> Option<Damaged> {
        let before = |block: u64| {
            let blocks = large.iter().find(|one| one.file == self.file).map(|one| &one.lines);
            blocks.map_or(0, |lines| {
                lines.lock().unwrap_or_else(PoisonError::into_inner).range(..block).map(|(_, count)| count).sum()
            })
        };
        let line = self.line.map(|(block, line)| before(block) + line + 1);
        Some(Damaged { path: files.path(self.file)?, line, reason: self.reason })
    }
}

/// One thread's own things.
struct Worker<S> {
    sink: S,
    tally: Tally,
    buffer: Buffer,
    known: Known,
    room: Respelled,
    /// The checklist of the last session, which need not be offered again.
    digest: String,
}

impl<S: Sink> Worker<S> {
    fn new(sink: S) -> Self {
        Self {
            sink,
            tally: Tally::default(),
            buffer: Buffer::default(),
            known: Known::default(),
            room: Respelled::default(),
            digest: String::new(),
        }
    }

    /// Reads files as long as there are any; sets large ones aside.
    fn files(&mut self, shared: &Shared<'_>) {
        let mut parts = 0;
        loop {
            let index = shared.next.fetch_add(1, Relaxed);
            if index >= shared.files.len() || shared.stopped.load(Relaxed) {
                break;
            }
            let mut buffer = std::mem::take(&mut self.buffer);
            if let Some(path) = shared.files.path(index)
                && let Err(error) = self.file(shared, index, &path, &mut buffer)
            {
                self.fault(index, None, Reason::Unreadable(error));
            }
            self.buffer = buffer;
            parts += 1;
            if parts == OFTEN {
                shared.tell(std::mem::take(&mut parts));
            }
        }
        shared.done.fetch_add(parts, Relaxed);
    }

    fn file(&mut self, shared: &Shared<'_>, index: usize, path: &Path, buffer: &mut Buffer) -> Result<(), StoreError> {
        let failed = |error: std::io::Error| StoreError::system(path, &error);
        let file = File::open(path).map_err(failed)?;
        let text = buffer.beginning(&file).map_err(failed)?;
        let named_lines = path.file_name().is_some_and(is_lines);
        if text.len() < BLOCK {
            self.text(shared, index, text, named_lines);
            return Ok(());
        }
        let size = file.metadata().map_err(failed)?.len();
        // One document over several lines is read whole, as long as it can be a session.
        if !named_lines && size <= MOST && !lines::are_sessions(text) {
            let whole = json::read_bytes(path, MOST)?;
            if !lines::are_sessions(&whole) {
                self.text(shared, index, &whole, false);
                return Ok(());
            }
        }
        let blocks = size.div_ceil(BLOCK as u64);
        shared.whole.fetch_add(blocks, Relaxed);
        let large = Large { file: index, blocks, next: AtomicU64::new(0), lines: Mutex::default() };
        shared.large.lock().unwrap_or_else(PoisonError::into_inner).push(large);
        Ok(())
    }

    /// Reads the whole text of a file.
    fn text(&mut self, shared: &Shared<'_>, index: usize, text: &[u8], named_lines: bool) {
        if lines::without_mark(text).trim_ascii().is_empty() {
            return self.fault(index, None, Reason::Empty);
        }
        if !named_lines && !lines::are_sessions(text) {
            let place = Place { file: index, at: 0, len: text.len() };
            return self.session(shared, lines::without_mark(text).trim_ascii(), place, None);
        }
        let several = named_lines || lines::are_several(text);
        lines::lines(text, &mut |line| {
            if let Ok(line) = line {
                self.line(shared, index, &line, several.then_some((0, line.number)));
            }
        });
    }

    /// Reads blocks of a large file as long as there are any.
    fn large(&mut self, shared: &Shared<'_>, large: &Large) {
        let Some(path) = shared.files.path(large.file) else { return };
        let file = match File::open(&path) {
            Ok(file) => file,
            Err(error) => {
                return self.fault(large.file, None, Reason::Unreadable(StoreError::system(&path, &error)));
            }
        };
        let mut buffer = std::mem::take(&mut self.buffer);
        while !shared.stopped.load(Relaxed) {
            let block = large.next.fetch_add(1, Relaxed);
            if block >= large.blocks {
                break;
            }
            let count = lines::block(&file, block, &mut buffer, &mut |line| match line {
                Ok(line) => self.line(shared, large.file, &line, Some((block, line.number))),
                Err(number) => self.fault(large.file, Some((block, number)), Reason::TooLarge),
            });
            match count {
                Ok(count) => {
                    large.lines.lock().unwrap_or_else(PoisonError::into_inner).insert(block, count);
                }
                Err(error) => {
                    self.fault(large.file, None, Reason::Unreadable(StoreError::system(&path, &error)));
                }
            }
            shared.tell(1);
        }
        self.buffer = buffer;
    }

    fn line(&mut self, shared: &Shared<'_>, file: usize, line: &Line<'_>, number: Option<(u64, usize)>) {
        self.session(shared, line.text, Place { file, at: line.at, len: line.len }, number);
    }

    /// Judges a session, and hands it on where it counts.
    fn session(&mut self, shared: &Shared<'_>, text: &[u8], place: Place, line: Option<(u64, usize)>) {
        let mut room = std::mem::take(&mut self.room);
        match judge(text, shared.options, &mut self.known, &mut room) {
            Ok(judged) => self.count(shared, &judged, place),
            Err(reason) => self.fault(place.file, line, reason),
        }
        self.room = room;
    }

    fn count(&mut self, shared: &Shared<'_>, judged: &Judged<'_>, place: Place) {
        let record = &judged.fields.record;
        let key = key(&record.id);
        if *record.digest != self.digest && shared.kept.offer(&record.digest, &judged.definition) {
            self.digest.clear();
            self.digest.push_str(&record.digest);
        }
        match shared.seen.meet(key, judged.content) {
            Standing::First => {
                self.tally.sessions += 1;
                self.tally.unsealed += u64::from(!record.sealed);
                self.tally.respelled += u64::from(judged.respelled);
                shared.sessions.fetch_add(1, Relaxed);
                self.sink.take(&judged.fields, key, place);
            }
            Standing::Copy => self.tally.duplicates += 1,
            Standing::Clash => {
                self.tally.duplicates += 1;
                self.tally.clashes.insert(record.id.to_string(), key);
            }
        }
    }

    fn fault(&mut self, file: usize, line: Option<(u64, usize)>, reason: Reason) {
        self.tally.faults.push(Fault { file, line, reason });
    }
}
