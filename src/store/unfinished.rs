//! The visits under way, as the home screen lists them, and the drafts of their neutral page.

use super::atomic;
use super::error::StoreError;
use super::folders::{Folders, remove};
use super::journal::{existing, is_busy};
use super::json::{self, MOST};
use super::segments::{Reader, check_id};
use super::sessions;
use crate::visit::checklist::LocalText;
use crate::visit::event::{Kind, Observer, Site};
use crate::visit::state::Status;
use crate::visit::time::Stamp;
use std::path::PathBuf;

/// A visit that has a journal.
#[derive(Clone, Debug)]
pub struct Unfinished {
    /// The visit's id.
    pub id: String,
    /// Whether some window has it open, this one included.
    pub busy: bool,
    /// What is known of it, or why it cannot be read.
    pub visit: Result<Summary, StoreError>,
}

/// What a list says of a visit under way.
#[derive(Clone, Debug)]
pub struct Summary {
    /// Where.
    pub site: Site,
    /// What the visit is for.
    pub kind: Kind,
    /// Who observes.
    pub observer: Observer,
    /// The checklist's id.
    pub checklist: String,
    /// The checklist's title.
    pub title: LocalText,
    /// When the clock started.
    pub started_at: Stamp,
    /// When the last event was recorded.
    pub last_at: Stamp,
    /// How many items that apply have an answer.
    pub answers: usize,
    /// Whether it is over, and only its session file is still to be completed: see [`complete`].
    pub over: bool,
}

pub use super::completion::{complete, remove_empty};

/// Lists the visits under way, newest first. A visit that cannot be read is listed with the reason.
///
/// # Errors
/// Where the folder itself cannot be read; a folder that is missing holds no visit.
pub fn list_unfinished(folders: &Folders) -> Result<Vec<Unfinished>, StoreError> {
    let ids = sessions::unfinished_ids(folders)?;
    Ok(ids.into_iter().map(|id| one(folders, id)).collect())
}

fn one(folders: &Folders, id: String) -> Unfinished {
    Unfinished { busy: is_busy(folders, &id), visit: summary(folders, &id), id }
}

fn summary(folders: &Folders, id: &str) -> Result<Summary, StoreError> {
    let segments = existing(folders, id)?;
    let mut reader = Reader::default();
    reader.read(id, &segments)?;
    let empty = || StoreError::JournalEmpty { path: folders.unfinished() };
    let definition = reader.definition.ok_or_else(empty)?;
    let state = reader.state;
    let (started, started_at) = state.started().cloned().ok_or_else(empty)?;
    let (last_at, _) = state.last_time().ok_or_else(empty)?;
    let answered = |index: &usize| state.applies(*index) && state.answer(*index).is_some();
    let over = match state.status() {
        Status::Complete | Status::Abandoned => true,
        Status::Ahead | Status::Open => sessions::saved(folders, id, &started_at, &started.site.id, None).is_some(),
    };
    Ok(Summary {
        answers: (0..definition.len()).filter(answered).count(),
        site: started.site,
        kind: started.kind,
        observer: started.observer,
        checklist: started.checklist.id,
        title: definition.checklist().title.clone(),
        started_at,
        last_at,
        over,
    })
}

/// Keeps what is typed on the neutral page of a visit, until it becomes a note; an empty text keeps nothing.
///
/// # Errors
/// Where the id is no visit's, or the system refuses; the draft before then stands.
pub fn write_draft(folders: &Folders, id: &str, text: &str) -> Result<(), StoreError> {
    let path = draft_path(folders, id)?;
    if text.is_empty() { remove(&path) } else { atomic::write(&path, text.as_bytes()) }
}

/// Reads the draft of a visit's neutral page.
///
/// # Errors
/// Where the id is no visit's, or the system refuses.
pub fn read_draft(folders: &Folders, id: &str) -> Result<Option<String>, StoreError> {
    match json::read_text(&draft_path(folders, id)?, MOST) {
        Ok(text) => Ok(Some(text)),
        Err(StoreError::Missing { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

pub(super) fn draft_path(folders: &Folders, id: &str) -> Result<PathBuf, StoreError> {
    check_id(id)?;
    Ok(folders.unfinished().join(format!("{id}.draft")))
}
