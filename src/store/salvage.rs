//! What can be had from a damaged journal: its original is kept whole, and the visit goes on from the events
//! before the damage.

use super::atomic;
use super::error::StoreError;
use super::folders::{Folders, remove, sync_folder};
use super::journal::{Journal, Recovered};
use super::kept_copies::keep_copies;
use super::segments::{Reader, existing, segment_name};
use std::path::PathBuf;

/// A visit taken up again after damage.
#[derive(Debug)]
pub struct Salvaged {
    /// The folder that holds the original, as it was.
    pub kept: PathBuf,
    /// The visit with the events before the damage; none where not even the first can be trusted.
    pub visit: Option<(Journal, Recovered)>,
}

impl Journal {
    /// Keeps a damaged journal aside, whole, and makes a new one of the events before the damage.
    ///
    /// # Errors
    /// [`StoreError::Busy`], [`StoreError::NewerFormat`], or where the system refuses; a journal that is not
    /// damaged is left alone and gives [`StoreError::NotEmpty`].
    pub fn salvage(folders: &Folders, id: &str) -> Result<Salvaged, StoreError> {
        let journal = Self::locked(folders, id)?;
        let segments = existing(folders, id)?;
        let mut reader = Reader::default();
        match reader.read(id, &segments) {
            Err(StoreError::JournalDamaged { .. } | StoreError::JournalEmpty { .. }) => {}
            Err(error) => return Err(error),
            Ok(()) => return Err(StoreError::NotEmpty { id: id.to_owned() }),
        }
        let kept = keep_copies(folders, id)?;
        if !reader.events.is_empty() {
            let lines = reader.lines.iter().map(|line| line.get());
            let text: String =
                std::iter::once(reader.header.as_str()).chain(lines).flat_map(|line| [line, "\n"]).collect();
            atomic::write(&folders.unfinished().join(segment_name(id, 1)), text.as_bytes())?;
        }
        for segment in segments.iter().rev().filter(|segment| reader.events.is_empty() || segment.number > 1) {
            remove(&segment.path)?;
        }
        sync_folder(&folders.unfinished())?;
        drop(journal);
        let visit = if reader.events.is_empty() { None } else { Some(Self::open(folders, id)?) };
        Ok(Salvaged { kept, visit })
    }
}
