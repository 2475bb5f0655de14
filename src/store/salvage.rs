//! Recovers the events before the damage from a damaged journal, and keeps the original.

use super::atomic;
use super::error::StoreError;
use super::folders::{Folders, remove, sync_folder};
use super::journal::{Journal, Recovered};
use super::journal_error::JournalError;
use super::journal_reader::{Reader, existing_segments, segment_name};
use super::kept_copies::keep_copies;
use std::path::PathBuf;

/// The result of a recovery.
#[derive(Debug)]
pub struct Salvaged {
    /// The folder with the original files.
    pub kept: PathBuf,
    /// The visit with the events before the damage; `None` if the first event is damaged.
    pub visit: Option<(Journal, Recovered)>,
}

impl Journal {
    /// Copies a damaged journal to the folder of kept files and replaces it by one of the events before the damage.
    ///
    /// # Errors
    /// [`JournalError::Busy`] if the visit is open elsewhere, [`NewerFormat`](super::DocumentError::NewerFormat), [`JournalError::NotEmpty`] if the
    /// journal is not damaged, and errors of the file system.
    pub fn salvage(folders: &Folders, id: &str) -> Result<Salvaged, StoreError> {
        let journal = Self::locked(folders, id)?;
        let segments = existing_segments(folders, id)?;
        let mut reader = Reader::default();
        match reader.read(id, &segments) {
            Err(StoreError::Journal(JournalError::Damaged { .. } | JournalError::Empty { .. })) => {}
            Err(error) => return Err(error),
            Ok(()) => return Err(JournalError::NotEmpty { id: id.to_owned() }.into()),
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
