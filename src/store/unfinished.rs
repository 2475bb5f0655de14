//! Lists the unfinished visits.

use super::error::StoreError;
use super::folders::Folders;
use super::journal::is_busy;
use super::journal_reader::Reader;
use super::journal_reader::existing_segments;
use super::sessions;
use crate::visit::checklist::LocalText;
use crate::visit::event::{Kind, Observer, Site};
use crate::visit::time::Stamp;

/// A visit that has a journal.
#[derive(Clone, Debug)]
pub struct Unfinished {
    pub id: String,
    /// Whether a window has it open, this one included.
    pub busy: bool,
    /// Its summary, or why it cannot be read.
    pub visit: Result<Summary, StoreError>,
}

/// The summary of an unfinished visit.
#[derive(Clone, Debug)]
pub struct Summary {
    pub site: Site,
    pub kind: Kind,
    pub observer: Observer,
    /// The checklist's id.
    pub checklist: String,
    /// The checklist's title.
    pub title: LocalText,
    /// When the clock started.
    pub started_at: Stamp,
    /// When the last event was recorded.
    pub last_at: Stamp,
    /// The number of applicable items with an answer.
    pub answers: usize,
    /// Whether it is the correction of a visit that has its session file.
    pub is_correction: bool,
    /// Whether the visit has ended, so that only its session file must be completed, see [`complete`].
    pub over: bool,
}

pub use super::draft::{read_draft, write_draft};
pub use super::finish_visit::{complete, remove_empty};

/// Returns the unfinished visits, the newest first. A visit that cannot be read is listed with the reason.
///
/// # Errors
/// Fails if the folder cannot be read; a missing folder has no visits.
pub fn list_unfinished(folders: &Folders) -> Result<Vec<Unfinished>, StoreError> {
    let ids = sessions::unfinished_ids(folders)?;
    Ok(ids.into_iter().map(|id| unfinished(folders, id)).collect())
}

fn unfinished(folders: &Folders, id: String) -> Unfinished {
    Unfinished { busy: is_busy(folders, &id), visit: summary(folders, &id), id }
}

fn summary(folders: &Folders, id: &str) -> Result<Summary, StoreError> {
    let segments = existing_segments(folders, id)?;
    let mut reader = Reader::of_state();
    reader.read(id, &segments)?;
    let definition = reader.definition.clone().ok_or_else(|| reader.empty())?;
    let state = &reader.state;
    let (started, started_at) = state.started().cloned().ok_or_else(|| reader.empty())?;
    let (last_at, _) = state.last_time().ok_or_else(|| reader.empty())?;
    let answered = |index: &usize| state.applies(*index) && state.answer(*index).is_some();
    let over = state.is_over() || sessions::saved_beyond(folders, &reader).is_some();
    Ok(Summary {
        answers: (0..definition.len()).filter(answered).count(),
        site: started.site,
        kind: started.kind,
        observer: started.observer,
        checklist: started.checklist.id,
        is_correction: state.is_correction(),
        title: definition.checklist().title.clone(),
        started_at,
        last_at,
        over,
    })
}
