//! What is read from the disk for the screens, as data.

use crate::analysis::class::Class;
use crate::analysis::reveal::Reveal;
use crate::store::session::Ending;
use crate::store::{self, Draft, SessionHead};
use crate::visit::event::ScenarioRef;
use crate::visit::{Kind, Playback, Stamp, Visit};
use std::path::{Path, PathBuf};

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
    pub play: Option<Playback>,
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
    pub play: Option<Playback>,
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
        let at = |path: &Path| vec![("path", path.display().to_string())];
        match self {
            Self::Cut => ("app-notice-cut", vec![]),
            Self::Salvaged(kept) => ("app-notice-salvaged", at(kept)),
            Self::Abandoned(path) => ("app-notice-abandoned", at(path)),
            Self::Kept(path) => ("app-notice-kept", at(path)),
            Self::Finished(path) => ("app-notice-finished", at(path)),
        }
    }
}

/// A past visit on one line of a list: no more of it than is drawn and searched, for there are thousands.
#[derive(Debug)]
pub struct PastVisit {
    /// The file.
    pub path: Box<Path>,
    /// When the clock started.
    pub started_at: Stamp,
    /// What people call the place.
    pub site: Box<str>,
    /// What the visit was for.
    pub kind: Kind,
    /// How it ended.
    pub status: Ending,
    /// The score.
    pub percent: Option<f64>,
    /// Whether a critical item failed.
    pub failed: bool,
    /// The text that a filter searches.
    pub search_text: Box<str>,
}

impl From<SessionHead> for PastVisit {
    fn from(head: SessionHead) -> Self {
        let name = head.site.name.as_deref().unwrap_or_default();
        let day = head.started_at.civil().date();
        let search_text = format!("{} {name} {} {} {day}", head.site.id, head.observer.id, head.checklist.id);
        Self {
            site: head.site.label().into(),
            started_at: head.started_at,
            kind: head.kind,
            status: head.status,
            percent: head.score.percent,
            failed: !head.score.failed_critical.is_empty(),
            search_text: search_text.into(),
            path: head.path.into(),
        }
    }
}

/// One practice that is over: a line of the trainee's record.
#[derive(Clone, Debug)]
pub struct Practised {
    /// The session's id.
    pub session: String,
    /// Its file.
    pub path: PathBuf,
    /// When it started.
    pub at: Stamp,
    /// Who practised.
    pub observer: String,
    /// On which scenario, and how fast that unfolded.
    pub scenario: ScenarioRef,
    /// How it went; none where that scenario is no longer here as it was.
    pub reveal: Option<Reveal>,
}

/// The classes that files and folders hold.
#[derive(Clone, Debug, Default)]
pub struct FoundClasses {
    /// The classes, the latest first.
    pub classes: Vec<Class>,
    /// How many visits were read.
    pub sessions: u64,
    /// How many files or lines could not be used.
    pub damaged: usize,
}
