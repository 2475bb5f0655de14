//! The side effects that the application requests, as data; the front end carries them out.

use super::results_data::{Export, ResultsQuery};
use crate::report::visit_document::FORMATS;
use crate::report::{Format, checklist_document};
use crate::store::Draft;
use crate::store::Settings;
use crate::store::checklist_drafts::KeptDraft;
use crate::store::name_list::Change;
use crate::visit::{Authorship, Checklist, Definition, Event, Observer, Site};
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
    /// Open and lock the draft of a checklist, or of a new one.
    OpenDraft(Option<String>),
    /// Keep what the editor has.
    KeepDraft(Box<KeptDraft>),
    /// Release the draft, and remove it if it is not wanted.
    CloseDraft { discard: bool },
    /// Save a checklist as a new version.
    SaveChecklist(Box<ChecklistToSave>),
    /// Write an earlier version of a checklist as a new one.
    RestoreChecklist { id: String, version: String },
    /// Move a checklist of the user to its history.
    DeleteChecklist(String),
    /// Import a checklist: add it to the library, or make it the next version of the one with its id.
    AddChecklist(Arc<Definition>),
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

/// A checklist to save as a new version.
#[derive(Clone, Debug)]
pub struct ChecklistToSave {
    pub checklist: Checklist,
    /// The version that it changes; none for a new checklist.
    pub base: Option<Checklist>,
    /// Whether the author confirmed that the texts mean the same as before.
    pub is_same_meaning: bool,
}

/// An operation that only reads, except those that export, which write a new file.
#[derive(Clone, Debug)]
pub enum Read {
    /// Read the checklists and the sites.
    LoadLibrary,
    /// Read the versions of a checklist.
    LoadHistory(String),
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
    /// List a folder for the choice of a checklist's file; `None` is one where files usually are.
    ChoosePlace(Option<PathBuf>),
    /// List the folders to begin the choice of a file with.
    FindPlaces,
    /// Read a checklist from a file to be imported; a folder is listed instead.
    ImportChecklist(PathBuf),
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
    /// Write a checklist to a file.
    ExportChecklist(Box<ChecklistExport>),
}

/// What a new scenario is made of.
#[derive(Clone, Debug)]
pub enum ScenarioSource {
    /// A checklist: every row of the reference is to be filled in.
    Checklist(Arc<Definition>),
    /// The session file of a training visit.
    Visit(PathBuf),
}

/// A checklist to write to a new file.
#[derive(Clone, Debug)]
pub struct ChecklistExport {
    pub definition: Arc<Definition>,
    pub format: Format,
    /// The folder to write it to; `None` is the folder of reports.
    pub folder: Option<PathBuf>,
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

/// What is written to a new file.
#[derive(Clone, Debug)]
pub enum ExportSubject {
    /// A past visit, by its session file.
    Visit(PathBuf),
    /// A checklist.
    Checklist(Arc<Definition>),
}

impl ExportSubject {
    /// Returns the forms that it can have, from top to bottom.
    pub fn forms(&self) -> &'static [ExportForm] {
        match self {
            Self::Visit(_) => &ExportForm::OF_VISIT,
            Self::Checklist(_) => &ExportForm::OF_CHECKLIST,
        }
    }

    /// Returns the effect that writes it to a folder; `None` is the folder of reports.
    pub fn export(&self, form: ExportForm, folder: Option<PathBuf>) -> Option<Effect> {
        let read = match (self, form) {
            (Self::Visit(session), form) => {
                Read::ExportVisit(Box::new(VisitExport { session: session.clone(), form, folder }))
            }
            (Self::Checklist(definition), ExportForm::Document(format)) => {
                Read::ExportChecklist(Box::new(ChecklistExport { definition: Arc::clone(definition), format, folder }))
            }
            (Self::Checklist(_), ExportForm::Copy) => return None,
        };
        Some(read.into())
    }
}

/// What a visit or a checklist is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportForm {
    /// A document.
    Document(Format),
    /// A copy of its file.
    Copy,
}

impl ExportForm {
    /// The forms of a visit, from top to bottom.
    pub const OF_VISIT: [Self; 4] =
        [Self::Document(FORMATS[0]), Self::Document(FORMATS[1]), Self::Document(FORMATS[2]), Self::Copy];
    /// The forms of a checklist, from top to bottom.
    pub const OF_CHECKLIST: [Self; 3] = [
        Self::Document(checklist_document::FORMATS[0]),
        Self::Document(checklist_document::FORMATS[1]),
        Self::Document(checklist_document::FORMATS[2]),
    ];
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
