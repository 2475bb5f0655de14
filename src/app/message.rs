//! What comes into the application: all of it data.

use super::key::KeyPress;
use super::keymap::Command;
use super::outcome::Destination;
use super::payload::{FoundClasses, JournalRepair, Opened, PastVisit, Practised, Record};
use super::results_data::{ResultsUpdate, Tab};
use super::shared::Notice;
use crate::store::rulings::Ruled;
use crate::store::scenarios::{self, Staged};
use crate::store::{Listed, StoreError, Unfinished};
use crate::visit::{Action, Definition, Site, VisitSetup};
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
    /// The command line opens a screen.
    Start(Destination),
    /// The command line begins a visit of which everything is known.
    Begin {
        /// The checklist.
        definition: Arc<Definition>,
        /// Who, where, when and what for.
        setup: Box<VisitSetup>,
    },
    /// The command line begins a practice of which everything is known.
    BeginPractice {
        /// The scenario.
        staged: Box<Staged>,
        /// How fast its script goes by.
        speed: f64,
        /// Who practises.
        observer: String,
    },
    /// The id that the next visit will have.
    NextSession(String),
    /// Something that the user should know, where there is nothing else to say.
    Notice(Notice),
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
    /// A read or a write failed.
    Failed(StoreError),
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
