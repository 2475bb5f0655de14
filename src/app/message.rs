//! What comes into the application, and what it wants done: all of it data.

use super::key::KeyPress;
use super::keymap::Command;
use super::screens::class::FoundClasses;
use super::screens::past::PastVisit;
use super::screens::practise::Practised;
use super::screens::results::asked::{Export, Question, ResultsUpdate};
use super::screens::results::tab::Tab;
use crate::store::rulings::Ruled;
use crate::store::scenarios;
use crate::store::{self, Draft, Listed, Settings, StoreError, Unfinished};
use crate::visit::{Action, Definition, Event, Play, Site, Visit};
use std::path::PathBuf;
use std::sync::Arc;

/// Something that happened outside.
#[derive(Debug)]
pub enum Message {
    /// A key was pressed.
    Key(KeyPress),
    /// Text was pasted.
    Paste(String),
    /// Something on the screen was clicked.
    Clicked(Target),
    /// The mouse wheel turned, downwards or not.
    Wheel {
        /// Whether downwards.
        down: bool,
    },
    /// A second went by.
    Tick,
    /// A moment went by in which something plays.
    Frame,
    /// A visit's action, without a key.
    Act(Action),
    /// The disk has every event up to this number.
    Saved(u64),
    /// The disk refused. The events are kept and will be tried again.
    NotSaved(StoreError),
    /// The session file is written.
    Completed(PathBuf),
    /// The journal of an unfinished visit is open again.
    Opened(Box<Opened>),
    /// The unfinished visits, as they are now.
    Unfinished(Vec<Unfinished>),
    /// The newest past visits.
    Recent(Vec<PastVisit>),
    /// Past visits, the newest first.
    Past {
        /// Their heads, a batch.
        visits: Vec<PastVisit>,
        /// Whether these are all.
        done: bool,
    },
    /// A visit was read, to look at.
    Record(Box<Record>),
    /// The checklists were read.
    Library(Vec<Listed>, Vec<Site>),
    /// An unfinished visit was given up, or a damaged one put aside.
    Settled(JournalRepair),
    /// What a crash had left undone is done.
    JournalRepair(JournalRepair),
    /// What has come of a reading for the results, by its number.
    Results(u64, ResultsUpdate),
    /// Figures were written into this file.
    Exported(PathBuf),
    /// The scenarios, and the practices so far, the newest first.
    Practice(Vec<scenarios::Listed>, Vec<Practised>),
    /// Folders of media that are plugged in.
    Media(Vec<PathBuf>),
    /// The classes in a folder.
    Classes(Box<FoundClasses>),
    /// A ruling is in the user's copy of the checklist.
    Ruled(Ruled),
    /// A visit that counts has no file of its own to be opened.
    NotAlone,
    /// Something asked for did not work.
    Failed(StoreError),
}

/// An unfinished visit that was taken up again.
#[derive(Debug)]
pub struct Opened {
    /// The visit, up to its last event on the disk.
    pub visit: Visit,
    /// What was typed and had not become an event.
    pub draft: Draft,
    /// What had to be mended.
    pub mended: Option<JournalRepair>,
    /// The scenario that it is practised on, where that is still there.
    pub play: Option<Play>,
}

/// What was done about a journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JournalRepair {
    /// A last line that was never said to be saved was cut off.
    Cut,
    /// The damaged original is kept in this folder; what stood before the damage goes on, if anything did.
    Salvaged(PathBuf),
    /// The visit was given up, and its file kept here.
    Abandoned(PathBuf),
    /// A journal in which nothing can be read was put into this folder.
    Kept(PathBuf),
    /// The visit was over already; only its session file was still to be written.
    Finished(PathBuf),
}

impl JournalRepair {
    /// Returns the message that says so.
    #[must_use]
    pub fn message(&self) -> store::Message {
        let at = |path: &std::path::Path| vec![("path", path.display().to_string())];
        match self {
            Self::Cut => ("app-notice-cut", vec![]),
            Self::Salvaged(kept) => ("app-notice-salvaged", at(kept)),
            Self::Abandoned(path) => ("app-notice-abandoned", at(path)),
            Self::Kept(path) => ("app-notice-kept", at(path)),
            Self::Finished(path) => ("app-notice-finished", at(path)),
        }
    }
}

/// A visit to look at, over or not.
#[derive(Debug)]
pub struct Record {
    /// The visit.
    pub visit: Visit,
    /// Its session file, where it has one.
    pub path: Option<PathBuf>,
    /// Why the file cannot be trusted.
    pub doubt: Option<store::Message>,
    /// The scenario that was practised on, where that is still there.
    pub play: Option<Play>,
}

/// What a click can point at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A row of the list on the screen.
    Row(usize),
    /// A key named in the footer.
    Command(Command),
    /// A tab of the results.
    Tab(Tab),
    /// A moment of a visit that is played back, in milliseconds of its clock.
    Time(u64),
}

/// Something to be done outside.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Make a journal and write its first events.
    Begin {
        /// The checklist.
        definition: Arc<Definition>,
        /// The session's id.
        session: String,
        /// The first events.
        events: Vec<Event>,
    },
    /// Write events behind those before.
    Append(Vec<Event>),
    /// Try again to write what the disk refused.
    Retry,
    /// Keep what is being typed and is not yet an event.
    Draft(Draft),
    /// Turn the journal, which has its end, into a session file.
    Complete,
    /// Open the journal of an unfinished visit.
    Open(String),
    /// Read an unfinished visit without taking it up.
    Look(String),
    /// Give an unfinished visit up: its file is kept, marked abandoned.
    Discard(String),
    /// Put a damaged journal aside, and open what it still holds.
    Salvage(String),
    /// Read the checklists and the sites.
    LoadLibrary,
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
    /// Read for the results, under a number; whatever is read for them so far is read no further.
    ReadResults(u64, Box<Question>),
    /// Read no further for the results.
    StopReading,
    /// Write figures into a file.
    Export(Box<Export>),
    /// Read the scenarios and the practices so far.
    LoadPractice,
    /// Look for media that are plugged in.
    FindMedia,
    /// Read classes from files and folders; without any, those of the training visits in the data folder.
    LoadClasses(Vec<PathBuf>),
    /// Put a ruling into the user's copy of a checklist.
    Rule {
        /// The checklist of the class.
        definition: Arc<Definition>,
        /// The item's id.
        item: String,
        /// What was agreed on.
        text: String,
    },
    /// Keep the settings.
    SaveSettings(Box<Settings>),
    /// Keep a site for the next time.
    RememberSite(Site),
    /// Leave the program.
    Quit,
}
