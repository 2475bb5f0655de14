//! The messages that the application receives, as data.

use super::checklist_import::ReadFile;
use super::file_picker::PickerList;
use super::key::KeyPress;
use super::keymap::Command;
use super::loaded_data::{FoundClasses, JournalRepair, LoadedVisit, PastPractice, PastVisit, ResumedVisit};
use super::outcome::Destination;
use super::results_data::{ResultsUpdate, Tab};
use super::shared::Notice;
use crate::store::checklist_drafts::DraftStart;
use crate::store::checklist_imports::ImportedChecklist;
use crate::store::checklist_versions::{ListedVersion, SavedChecklist};
use crate::store::name_overview::NameOverview;
use crate::store::rulings::SavedRuling;
use crate::store::scenarios::{self, Staged};
use crate::store::{ListedChecklist, StoreError, Unfinished};
use crate::visit::{Action, Definition, Known, Observer, Site, VisitSetup};
use std::path::PathBuf;
use std::sync::Arc;

/// A message.
#[derive(Debug)]
pub enum Message {
    /// A key was pressed.
    Key(KeyPress),
    /// Keys came at once that look like a paste.
    Burst(Vec<KeyPress>),
    /// Text was pasted.
    Paste(String),
    /// Something on the screen was clicked.
    Clicked(Target),
    /// The mouse wheel turned, downwards or not.
    Wheel { down: bool },
    /// A second has passed.
    Tick,
    /// It is time to draw the next frame of a replay.
    Frame,
    /// An action in the visit, without a key.
    Act(Action),
    /// The command line opens a screen.
    Start(Destination),
    /// The command line begins a prepared visit.
    Begin { definition: Arc<Definition>, setup: Box<VisitSetup> },
    /// The command line begins a prepared practice visit.
    BeginPractice {
        staged: Box<Staged>,
        /// Seconds of the script per real second.
        speed: f64,
        /// The trainee.
        observer: Observer,
    },
    /// The id of the next visit.
    NextSession(String),
    /// A notice, shown unless there is another one.
    Notice(Notice),
    /// All events up to this `seq` are on the disk.
    Saved(u64),
    /// Writing failed. The events are kept in memory and written later.
    NotSaved(StoreError),
    /// The session file is written.
    Completed(PathBuf),
    /// An unfinished visit is resumed.
    Resumed(Box<ResumedVisit>),
    /// The unfinished visits.
    Unfinished(Vec<Unfinished>),
    /// The newest past visits.
    Recent(Vec<PastVisit>),
    /// Past visits, newest first, in batches.
    Past {
        /// The visits of this batch.
        visits: Vec<PastVisit>,
        /// Whether this is the last batch.
        done: bool,
    },
    /// A visit was loaded to be shown.
    VisitLoaded(Box<LoadedVisit>),
    /// The checklists, the known sites and the known observers.
    Library(Vec<ListedChecklist>, Known<Site>, Known<Observer>),
    /// The sites and observers, with the numbers of their visits once these are counted.
    Names(Box<NameOverview>),
    /// A list of sites or observers was changed; what is to be said.
    NamesChanged(Vec<crate::store::Message>),
    /// An unfinished visit was abandoned, finished, or moved aside.
    Settled(JournalRepair),
    /// What a crash had left undone is done, or cannot be done.
    JournalRepair(Result<JournalRepair, StoreError>),
    /// An update of the reading with this number, for the results.
    Results(u64, ResultsUpdate),
    /// Figures were written to this file.
    Exported(PathBuf),
    /// The scenarios, and the practice visits so far, newest first.
    Practice(Vec<scenarios::ListedScenario>, Vec<PastPractice>),
    /// A scenario was written; the message that says where.
    ScenarioMade(crate::store::Message),
    /// The folders of removable media.
    Media(Vec<PathBuf>),
    /// What there is to choose a file from.
    Picker(PickerList),
    /// A file was read to be imported.
    ChecklistRead(Box<ReadFile>),
    /// A checklist was imported; `imported` is `None` if the library had it already.
    ChecklistAdded { id: String, imported: Option<ImportedChecklist> },
    /// The classes found in files and folders.
    Classes(Box<FoundClasses>),
    /// A ruling was added to the user's copy of a checklist.
    RulingAdded(SavedRuling),
    /// The visit is stored with others in one file and cannot be opened.
    NotInOwnFile,
    /// The draft of a checklist is open and locked.
    DraftOpened(Box<DraftStart>),
    /// The draft cannot be opened.
    DraftRefused(StoreError),
    /// The checklist of the editor was saved.
    ChecklistSaved(Box<SavedChecklist>),
    /// The checklist of the editor could not be saved.
    ChecklistNotSaved(StoreError),
    /// An earlier version of a checklist was written as a new one.
    ChecklistRestored(Box<SavedChecklist>),
    /// A checklist, by its id, was moved to its history.
    ChecklistDeleted(String),
    /// The versions of a checklist, the newest first.
    History(Vec<ListedVersion>),
    /// A read or a write failed.
    Failed(StoreError),
}

/// The target of a click.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A row of the list on the screen.
    Row(usize),
    /// A key named in the footer.
    Command(Command),
    /// A row of the second list on the screen.
    Field(usize),
    /// A tab of the results.
    Tab(Tab),
    /// A visit time on the timeline of a replay, in milliseconds.
    Time(u64),
}
