//! The visits under way, as the home screen lists them.

use super::error::StoreError;
use super::folders::Folders;
use super::journal::{existing, is_busy};
use super::segments::Reader;
use super::sessions;
use crate::visit::checklist::LocalText;
use crate::visit::event::{Kind, Observer, Site};
use crate::visit::state::Status;
use crate::visit::time::Stamp;

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
pub use super::draft::{read_draft, write_draft};

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
    let mut reader = Reader::of_state();
    reader.read(id, &segments)?;
    let definition = reader.definition.clone().ok_or_else(|| reader.empty())?;
    let state = &reader.state;
    let (started, started_at) = state.started().cloned().ok_or_else(|| reader.empty())?;
    let (last_at, _) = state.last_time().ok_or_else(|| reader.empty())?;
    let answered = |index: &usize| state.applies(*index) && state.answer(*index).is_some();
    let over = match state.status() {
        Status::Complete | Status::Abandoned => true,
        Status::NotStarted | Status::Open => {
            sessions::saved(folders, id, &started_at, &started.site.id, None).is_some()
        }
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
