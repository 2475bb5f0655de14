//! Reads for the results in the background: figures come in as files are read, and no key ever waits for them.
//!
//! One reading at a time; another one, or the end of the screen, stops it. Nothing is started before the screen opens.

mod board;

use super::OnMessage;
use crate::analysis::figures::{DamagedFile, Source};
use crate::analysis::{Condition, Dimension, Filter, Plan};
use crate::app::Message;
use crate::app::results_data::{Export, Point, Question, ResultsUpdate, VisitRow};
use crate::store::reading::{self, Found, Options, Taker};
use crate::store::{Folders, StoreError, checklists};
use crate::text::Texts;
use crate::visit::Moment;
use crate::visit::record::Record;
use board::{Board, Counts, Definitions, End, Live, lock};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// Reads for the results in the background.
pub struct ResultsReader {
    folders: Folders,
    send: OnMessage,
    /// Stops the reading under way.
    stop: Arc<AtomicBool>,
    /// Files being written.
    exports: Vec<JoinHandle<()>>,
    /// What files showed so far: the next reading has names from its first figures on.
    known: Arc<Mutex<Definitions>>,
}

impl ResultsReader {
    /// Creates one that does nothing yet.
    pub fn new(folders: Folders, send: OnMessage) -> Self {
        Self { folders, send, stop: Arc::default(), known: Arc::default(), exports: Vec::new() }
    }

    /// Stops what is read.
    pub fn stop(&mut self) {
        self.stop.store(true, Relaxed);
    }

    /// Writes figures into a file, on a thread of its own.
    pub fn export(&mut self, export: Export, texts: Arc<Texts>, now: Moment) {
        let (folders, send) = (self.folders.clone(), Arc::clone(&self.send));
        self.exports.retain(|thread| !thread.is_finished());
        self.exports.push(thread::spawn(move || {
            let message = super::export::export(&folders, &export, &texts, &now);
            // The file is there even where nobody is told any more.
            send(message);
        }));
    }

    /// Reads no further, and waits until every file is written.
    pub fn finish(&mut self) {
        self.stop();
        for thread in self.exports.drain(..) {
            let _ = thread.join();
        }
    }

    /// Reads for a question, under a number, on threads of its own; what was read before stops.
    pub fn read(&mut self, number: u64, question: Question) {
        self.stop();
        self.stop = Arc::default();
        let stop = Arc::clone(&self.stop);
        let (folders, send, known) = (self.folders.clone(), Arc::clone(&self.send), Arc::clone(&self.known));
        thread::spawn(move || {
            let tell = |coming| {
                if !stop.load(Relaxed) {
                    // Nobody waits for it any more where the program has ended.
                    send(Message::Results(number, coming));
                }
            };
            let reading = Reading { folders: &folders, stop: &stop, known: &known, tell: &tell };
            let done = match question {
                Question::Figures { filter, by } => reading.figures(&filter, by),
                Question::Visits { filter, point } => reading.visits(&filter, &point),
            };
            if let Err(error) = done {
                tell(ResultsUpdate::Failed(error));
            }
        });
    }
}

/// A reading under way.
struct Reading<'r> {
    folders: &'r Folders,
    stop: &'r AtomicBool,
    known: &'r Mutex<Definitions>,
    tell: &'r (dyn Fn(ResultsUpdate) + Sync),
}

impl Reading<'_> {
    /// Reads for figures; those of what was read so far come now and then, those of everything last.
    fn figures(&self, filter: &Filter, by: Dimension) -> Result<(), StoreError> {
        let plan = |by| Arc::new(Plan { by, filter: filter.clone(), since: None });
        let plans = (plan(Vec::new()), plan(vec![by]));
        let board = Board::default();
        // The program's own checklists, and the user's, have names before any file has shown them.
        if lock(self.known).is_empty() {
            let own = checklists::load_all(self.folders).into_iter().filter_map(|listed| listed.definition.ok());
            lock(self.known).extend(own.map(|own| (own.digest().to_owned(), (*own).clone())));
        }
        let make = || Live { counts: Some(Counts::new(&plans)), slot: board.slot(), given: 0, board: &board };
        let tell_parts = || {
            while let Some(counts) = board.next(&plans) {
                let definitions = lock(self.known).clone();
                let figures = counts.figures(&definitions, &Source::default());
                if board.goes_on() {
                    (self.tell)(ResultsUpdate::Figures(Box::new(figures), board.progress(false)));
                }
            }
        };
        let whole = |takers: Vec<Live<'_>>, found: Found| {
            let mut whole = Counts::new(&plans);
            takers.into_iter().filter_map(|mut live| live.counts.take()).for_each(|counts| whole.merge(counts));
            let definitions = found.definitions.clone();
            lock(self.known).extend(definitions.clone());
            let figures = whole.figures(&definitions, &source(found));
            (self.tell)(ResultsUpdate::Figures(Box::new(figures), board.progress(true)));
        };
        self.read(&board, &make, &tell_parts, whole)
    }

    /// Reads for the visits of a list.
    fn visits(&self, filter: &Filter, point: &Point) -> Result<(), StoreError> {
        let board = Board::default();
        // Every answer to the point is wanted: what narrows rows has been said by the point.
        let of_visits = |condition: &Condition| condition.dimension.is_none_or(|dimension| !dimension.is_of_rows());
        let conditions = filter.conditions.iter().filter(|condition| of_visits(condition)).cloned().collect();
        let filter = Filter { conditions, ..filter.clone() };
        let make = || Rows { filter: &filter, point, found: Vec::new() };
        let whole = |takers: Vec<Rows<'_>>, _| {
            let mut rows: Vec<VisitRow> = takers.into_iter().flat_map(|taker| taker.found).collect();
            rows.sort_by(|a, b| (b.started_at.instant(), &b.id).cmp(&(a.started_at.instant(), &a.id)));
            (self.tell)(ResultsUpdate::Visits(rows, board.progress(true)));
        };
        self.read(&board, &make, &|| {}, whole)
    }

    /// Reads everything, while one thread tells now and then how far it is, and another does what is to be done
    /// meanwhile; where it is not stopped, `whole` takes what was read, without waiting for either.
    fn read<T: Taker>(
        &self,
        board: &Board,
        make: &(dyn Fn() -> T + Sync),
        meanwhile: &(dyn Fn() + Sync),
        whole: impl FnOnce(Vec<T>, Found),
    ) -> Result<(), StoreError> {
        let watch = |progress: reading::Progress| {
            board.visits.store(progress.sessions, Relaxed);
            board.done.store(progress.done, Relaxed);
            board.whole.store(progress.whole, Relaxed);
            if self.stop.load(Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let paths: [PathBuf; 1] = [self.folders.sessions()];
        let options = Options::default();
        thread::scope(|scope| {
            scope.spawn(|| {
                while board.pause(TELLING) {
                    (self.tell)(ResultsUpdate::Progress(board.progress(false)));
                }
            });
            scope.spawn(meanwhile);
            let end = End(board);
            let read = reading::read(&paths, &options, &watch, make)?;
            drop(end);
            if !read.found.stopped && !self.stop.load(Relaxed) {
                whole(read.takers, read.found);
            }
            Ok(())
        })
    }
}

/// How often it is told how far a reading is.
const TELLING: Duration = Duration::from_millis(100);

/// Keeps a line of each visit.
struct Rows<'f> {
    filter: &'f Filter,
    point: &'f Point,
    found: Vec<VisitRow>,
}

impl Taker for Rows<'_> {
    fn take(&mut self, record: &Record<'_>) {
        if self.filter.visit(record).is_ok() {
            self.found.extend(VisitRow::of(record, self.point));
        }
    }
}

/// Returns what reading found, as reports say it.
fn source(found: Found) -> Source {
    let damaged = found.damaged.into_iter().map(|damaged| DamagedFile {
        path: match damaged.line {
            Some(line) => format!("{}:{line}", damaged.path.display()),
            None => damaged.path.display().to_string(),
        },
        reason: damaged.reason.code().to_owned(),
    });
    Source { duplicates: found.duplicates, unsealed: found.unsealed, damaged: damaged.collect(), ..Source::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_that_was_stopped_says_no_more() {
        let place = tempfile::TempDir::new().unwrap();
        let config = place.path().join("config");
        let folders = Folders::find(Some(place.path().join("data")), Some(config)).unwrap();
        folders.ensure().unwrap();
        let (send, incoming) = std::sync::mpsc::channel();
        let mut reader = ResultsReader::new(folders, Arc::new(move |message| drop(send.send(message))));
        let question = || Question::Figures { filter: Filter::default(), by: Dimension::Site };
        reader.read(1, question());
        reader.read(2, question());
        let mut last = 0;
        let over = |incoming: &Message, last: &mut u64| match incoming {
            Message::Results(number, ResultsUpdate::Figures(_, progress)) => {
                assert!(*number >= *last, "the first one was stopped");
                *last = *number;
                *number == 2 && progress.over
            }
            _ => false,
        };
        while !over(&incoming.recv().unwrap(), &mut last) {}
        reader.read(3, Question::Figures { filter: Filter::default(), by: Dimension::Section });
        reader.stop();
        reader.finish();
        drop(reader);
        // The channel closes with the last thread: none lives on, and no older reading has anything more to say.
        assert!(!incoming.iter().any(|one| matches!(&one, Message::Results(1 | 2, _))));
    }
}
