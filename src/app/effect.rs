//! The side effects that the application requests, as data; the front end carries them out.

use super::results_data::{Export, ResultsQuery};
use crate::report::Format;
use crate::report::visit_document::FORMATS;
use crate::store::Draft;
use crate::store::Settings;
use crate::store::name_list::Change;
use crate::visit::{Authorship, Definition, Event, Observer, Site};
use std::path::PathBuf;
use std::sync::Arc;

/// A side effect.
#[derive(Clone, Debug)]
pub enum Effect {
    /// A write to the disk; writes are carried out one by one, in order.
    Write(Write),
    /// A read from the disk; reads wait for nothing and nothing waits for them.
    Read(Read),
    /// Copy a text to the clipboard.
    Copy(String),
    /// Show a folder in the system's file manager.
    OpenFolder(PathBuf),
    /// End the program.
    Quit,
}

/// A change on the disk.
#[derive(Clone, Debug)]
pub enum Write {
    /// Create a journal and write its first events.
    Begin { definition: Arc<Definition>, session: String, events: Vec<Event> },
    /// Open a visit that is over for a correction.
    Reopen { path: PathBuf, why: Authorship },
    /// Declare a visit that is over void.
    DeclareVoid { path: PathBuf, why: Authorship },
    /// Append events to the journal.
    Append(Vec<Event>),
    /// Retry the events that could not be written.
    Retry,
    /// Save text that is being typed and is not an event yet.
    Draft(Draft),
    /// Turn the finished journal into a session file.
    Complete,
    /// Open the journal of an unfinished visit.
    Open(String),
    /// Abandon an unfinished visit: its file is kept, marked as abandoned. Drop an unfinished correction.
    Discard(String),
    /// Move a damaged journal aside and open the part that can be read.
    Salvage(String),
    /// Add a ruling to the user's copy of a checklist.
    AddRuling {
        /// The checklist of the class.
        definition: Arc<Definition>,
        item: String,
        text: String,
    },
    /// Save what changed in the settings.
    SaveSettings(Box<Settings>),
    /// Remember a site for the next time.
    RememberSite(Site),
    /// Remember an observer for the next time.
    RememberObserver(Observer),
    /// Change the list of sites.
    ChangeSites(Change<Site>),
    /// Change the list of observers.
    ChangeObservers(Change<Observer>),
    /// Add the sites of a file to their list.
    ImportSites(PathBuf),
    /// Add the observers of a file to their list.
    ImportObservers(PathBuf),
}

/// An operation that only reads, except [`Read::Export`], [`Read::ExportVisit`] and [`Read::MakeScenario`], which write a
/// new file.
#[derive(Clone, Debug)]
pub enum Read {
    /// Read the checklists and the sites.
    LoadLibrary,
    /// Read the sites and observers, with the numbers of their visits.
    LoadNames,
    /// List unfinished visits.
    LoadUnfinished,
    /// List the newest past visits, this many.
    LoadRecent(usize),
    /// List all past visits.
    LoadPast,
    /// Read a past visit.
    LoadSession(PathBuf),
    /// Read a past visit, by its id.
    LoadVisit(String),
    /// Read the scenarios and the practice visits so far.
    LoadPractice,
    /// Look for removable media.
    FindMedia,
    /// Read classes from files and folders; without paths, those of the training visits in the data folder.
    LoadClasses(Vec<PathBuf>),
    /// Read an unfinished visit without resuming it.
    LoadUnfinishedVisit(String),
    /// Read the data of a numbered question for the results; the reading before is stopped.
    LoadResults(u64, Box<ResultsQuery>),
    /// Stop reading for the results.
    StopReading,
    /// Write figures to a file.
    Export(Box<Export>),
    /// Write a past visit to a file.
    ExportVisit(Box<VisitExport>),
    /// Write a new scenario.
    MakeScenario(ScenarioSource),
}

/// What a new scenario is made of.
#[derive(Clone, Debug)]
pub enum ScenarioSource {
    /// A checklist: every row of the reference is to be filled in.
    Checklist(Arc<Definition>),
    /// The session file of a training visit.
    Visit(PathBuf),
}

/// A past visit to write to a new file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitExport {
    /// Its session file.
    pub session: PathBuf,
    pub form: ExportForm,
    /// The folder to write it to; `None` is the folder of reports.
    pub folder: Option<PathBuf>,
}

impl VisitExport {
    /// A page in the folder of reports.
    pub fn page(session: PathBuf) -> Self {
        Self { session, form: ExportForm::Document(Format::Html), folder: None }
    }
}

/// What a visit is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportForm {
    /// A document.
    Document(Format),
    /// A copy of its file.
    Copy,
}

impl ExportForm {
    /// All forms, from top to bottom.
    pub const ALL: [Self; 4] =
        [Self::Document(FORMATS[0]), Self::Document(FORMATS[1]), Self::Document(FORMATS[2]), Self::Copy];
}

impl From<Write> for Effect {
    fn from(write: Write) -> Self {
        Self::Write(write)
    }
}

impl From<Read> for Effect {
    fn from(read: Read) -> Self {
        Self::Read(read)
    }
}
