//! What the application wants done outside: data, carried out by the front.

use super::results_data::{Export, Question};
use crate::store::Draft;
use crate::store::settings::SettingsChange;
use crate::visit::{Definition, Event, Site};
use std::path::PathBuf;
use std::sync::Arc;

/// Something to be done outside.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Write to the disk; writes are carried out one by one, in order.
    Write(Write),
    /// Read from the disk; reads wait for nothing and nothing waits for them.
    Read(Read),
    /// Leave the program.
    Quit,
}

/// Something that changes the disk.
#[derive(Clone, Debug)]
pub enum Write {
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
    /// Give an unfinished visit up: its file is kept, marked abandoned.
    Discard(String),
    /// Put a damaged journal aside, and open what it still holds.
    Salvage(String),
    /// Put a ruling into the user's copy of a checklist.
    Rule {
        /// The checklist of the class.
        definition: Arc<Definition>,
        /// The item's id.
        item: String,
        /// What was agreed on.
        text: String,
    },
    /// Save a change of the settings.
    SaveSettings(Box<SettingsChange>),
    /// Keep a site for the next time.
    RememberSite(Site),
}

/// Something that only reads, apart from [`Read::Export`], which writes a file that nothing else touches.
#[derive(Clone, Debug)]
pub enum Read {
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
    /// Read the scenarios and the practices so far.
    LoadPractice,
    /// Look for media that are plugged in.
    FindMedia,
    /// Read classes from files and folders; without any, those of the training visits in the data folder.
    LoadClasses(Vec<PathBuf>),
    /// Read an unfinished visit without taking it up.
    Look(String),
    /// Read for the results, under a number; whatever is read for them so far is read no further.
    ReadResults(u64, Box<Question>),
    /// Read no further for the results.
    StopReading,
    /// Write figures into a file.
    Export(Box<Export>),
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
