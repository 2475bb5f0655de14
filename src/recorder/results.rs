//! Reads for the results screen in the background: figures arrive while files are read, and no key press waits for
//! them.
//!
//! There is one reading at a time; starting another one, or closing the screen, stops it. Nothing is read before the
//! screen opens.

mod partial_results;

use super::OnMessage;
use crate::analysis::figures::{DamagedFile, Source};
use crate::analysis::{Condition, Dimension, Filter, Plan};
use crate::app::Message;
use crate::app::effect::{ChecklistExport, ScenarioSource, VisitExport};
use crate::app::results_data::{Export, ItemSelector, Progress, ResultsQuery, ResultsUpdate, VisitRow};
use crate::store::reading::{self, Damaged, Directory, Found, Options, Taker};
use crate::store::{Folders, StoreError, checklists, settings, sites};
use crate::text::Texts;
use crate::visit::Moment;
use crate::visit::definitions::Definitions;
use crate::visit::record::Record;
use partial_results::{CountingCollector, EndGuard, PartialResults, VisitCounts, lock};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// Reads for the results screen in the background.
pub struct ResultsReader {
    folders: Folders,
    send: OnMessage,
    /// Stops the current reading.
    stop: Arc<AtomicBool>,
    /// The threads of the exports in progress.
    exports: Vec<JoinHandle<()>>,
    /// The checklists found so far, so that the next reading has names from its first figures on.
    known: Arc<Mutex<Definitions>>,
}

impl ResultsReader {
    /// Creates a reader that is not reading yet.
    pub fn new(folders: Folders, send: OnMessage) -> Self {
        Self { folders, send, stop: Arc::default(), known: Arc::default(), exports: Vec::new() }
    }

    /// Stops the current reading.
    pub fn stop(&mut self) {
        self.stop.store(true, Relaxed);
    }

    /// Exports figures to a file, on its own thread.
    pub fn export(&mut self, export: Export, texts: Arc<Texts>, now: Moment) {
        let folders = self.folders.clone();
        self.start_export(move || super::export::export(&folders, &export, &texts, &now));
    }

    /// Writes a past visit to a new file, on a thread of its own.
    pub fn export_visit(&mut self, export: VisitExport, texts: Arc<Texts>) {
        let folders = self.folders.clone();
        self.start_export(move || super::export::export_visit(&folders, &export, &texts));
    }

    /// Writes a new scenario, on a thread of its own.
    pub fn make_scenario(&mut self, source: ScenarioSource, texts: Arc<Texts>) {
        let folders = self.folders.clone();
        self.start_export(move || super::new_scenario::make_scenario(&folders, &source, &texts));
    }

    /// Writes a checklist to a new file, on a thread of its own.
    pub fn export_checklist(&mut self, export: ChecklistExport, texts: Arc<Texts>, now: Moment) {
        let folders = self.folders.clone();
        self.start_export(move || super::export::export_checklist(&folders, &export, &texts, &now));
    }

    fn start_export(&mut self, export: impl FnOnce() -> Message + Send + 'static) {
        let send = Arc::clone(&self.send);
        self.exports.retain(|thread| !thread.is_finished());
        // The file is written even if nobody receives the message.
        self.exports.push(thread::spawn(move || send(export())));
    }

    /// Stops reading, and waits until all exports are written.
    pub fn finish(&mut self) {
        self.stop();
        for thread in self.exports.drain(..) {
            let _ = thread.join();
        }
    }

    /// Reads the data for a numbered question on its own threads; the reading before is stopped.
    pub fn read(&mut self, number: u64, question: ResultsQuery) {
        self.stop();
        self.stop = Arc::default();
        let stop = Arc::clone(&self.stop);
        let (folders, send, known) = (self.folders.clone(), Arc::clone(&self.send), Arc::clone(&self.known));
        thread::spawn(move || {
            let tell = |coming| {
                if !stop.load(Relaxed) {
                    // Sending fails only if the program has ended.
                    send(Message::Results(number, coming));
                }
            };
            let reading = Reading { folders: &folders, stop: &stop, known: &known, tell: &tell };
            let done = match question {
                ResultsQuery::Figures { filter, by } => reading.figures(&filter, by),
                ResultsQuery::Visits { filter, point } => reading.visits(&filter, &point),
            };
            if let Err(error) = done {
                tell(ResultsUpdate::Failed(error));
            }
        });
    }
}

/// A reading in progress.
struct Reading<'r> {
    folders: &'r Folders,
    stop: &'r AtomicBool,
    known: &'r Mutex<Definitions>,
    tell: &'r (dyn Fn(ResultsUpdate) + Sync),
}

impl Reading<'_> {
    /// Reads for figures: partial figures at intervals, and those of all visits at the end.
    fn figures(&self, filter: &Filter, by: Dimension) -> Result<(), StoreError> {
        let sites = sites::load(self.folders);
        let (remembered_sites, known_sites) = (sites.remembered(), sites.all.entries);
        let target = settings::load_or_default(self.folders).target;
        let plan = |by| {
            let (filter, known_sites) = (filter.clone(), known_sites.clone());
            let remembered_sites = remembered_sites.clone();
            Arc::new(Plan { by, filter, target, known_sites, remembered_sites, ..Plan::default() })
        };
        let plans = (plan(Vec::new()), plan(vec![by]));
        let partial = PartialResults::default();
        // The built-in and the user's checklists have names before any file is read.
        if lock(self.known).kept().len() == 0 {
            let own = checklists::load_all(self.folders).into_iter().filter_map(|listed| listed.definition.ok());
            lock(self.known).extend(own.map(|own| (own.digest().to_owned(), (*own).clone())).collect());
        }
        let make = || CountingCollector::new(&partial, &plans);
        let tell_parts = || {
            while let Some(counts) = partial.next(&plans) {
                let definitions = lock(self.known).clone();
                let figures = counts.figures(&definitions, &Source::default());
                if partial.is_running() {
                    (self.tell)(ResultsUpdate::Figures(Box::new(figures), partial.progress(false)));
                }
            }
        };
        let whole = |takers: Vec<CountingCollector<'_>>, found: Found| {
            let mut whole = VisitCounts::new(&plans);
            for taker in takers {
                whole.merge(taker.counts);
            }
            let definitions = found.definitions.clone();
            lock(self.known).extend(definitions.clone());
            let figures = whole.figures(&definitions, &report_source(found));
            (self.tell)(ResultsUpdate::Figures(Box::new(figures), partial.progress(true)));
        };
        self.read(&partial, &make, &tell_parts, whole)
    }

    /// Reads for a list of visits.
    fn visits(&self, filter: &Filter, point: &ItemSelector) -> Result<(), StoreError> {
        let partial = PartialResults::default();
        // Conditions on rows are dropped: the point of the list selects the rows, and all its answers are needed.
        let of_visits = |condition: &Condition| condition.dimension.is_none_or(|dimension| !dimension.groups_rows());
        let conditions = filter.conditions.iter().filter(|condition| of_visits(condition)).cloned().collect();
        let filter = Filter { conditions, ..filter.clone() };
        let make = || VisitRowCollector { filter: &filter, point, found: Vec::new() };
        let whole = |takers: Vec<VisitRowCollector<'_>>, _| {
            let mut rows: Vec<VisitRow> = takers.into_iter().flat_map(|taker| taker.found).collect();
            rows.sort_by(|a, b| (b.started_at.instant(), &b.id).cmp(&(a.started_at.instant(), &a.id)));
            (self.tell)(ResultsUpdate::Visits(rows, partial.progress(true)));
        };
        self.read(&partial, &make, &|| {}, whole)
    }

    /// Reads everything, while one thread reports the progress and another runs `meanwhile`. Unless it is stopped,
    /// `whole` receives what was read without waiting for those threads.
    fn read<T: Taker>(
        &self,
        partial: &PartialResults,
        make: &(dyn Fn() -> T + Sync),
        meanwhile: &(dyn Fn() + Sync),
        whole: impl FnOnce(Vec<T>, Found),
    ) -> Result<(), StoreError> {
        let watch = |progress: reading::Progress| {
            let reading::Progress { sessions: visits, done, whole, .. } = progress;
            partial.set_progress(Progress { visits, done, whole, over: false });
            if self.stop.load(Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let paths: [PathBuf; 1] = [self.folders.sessions()];
        let directory = Arc::new(Directory::load(self.folders));
        let options = Options { directory, ..Options::default() };
        thread::scope(|scope| {
            scope.spawn(|| {
                while partial.pause(PROGRESS_INTERVAL) {
                    (self.tell)(ResultsUpdate::Progress(partial.progress(false)));
                }
            });
            scope.spawn(meanwhile);
            let end = EndGuard(partial);
            let read = reading::read(&paths, &options, &watch, make)?;
            drop(end);
            if !read.found.stopped && !self.stop.load(Relaxed) {
                whole(read.takers, read.found);
            }
            Ok(())
        })
    }
}

/// The interval between progress reports.
const PROGRESS_INTERVAL: Duration = Duration::from_millis(100);

/// Collects one row per visit.
struct VisitRowCollector<'f> {
    filter: &'f Filter,
    point: &'f ItemSelector,
    found: Vec<VisitRow>,
}

impl Taker for VisitRowCollector<'_> {
    fn take(&mut self, record: &Record<'_>) {
        if self.filter.check_visit(record).is_ok() {
            self.found.extend(VisitRow::from_record(record, self.point));
        }
    }
}

/// Converts the findings of a reading to the source information of a report.
fn report_source(found: Found) -> Source {
    let file = |damaged: Damaged| DamagedFile {
        path: match damaged.line {
            Some(line) => format!("{}:{line}", damaged.path.display()),
            None => damaged.path.display().to_string(),
        },
        reason: damaged.reason.code().to_owned(),
    };
    Source {
        duplicates: found.duplicates,
        superseded: found.superseded,
        unsealed: found.unsealed,
        damaged: found.damaged.into_iter().map(file).collect(),
        unproven: found.unproven.into_iter().map(file).collect(),
        ..Source::default()
    }
}
