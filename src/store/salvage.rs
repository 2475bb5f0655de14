//! Recovers the events before the damage from a damaged journal, and keeps the original.

use super::atomic;
use super::error::StoreError;
use super::folders::{Folders, make_folder, make_new_folder, remove, sync_folder};
use super::journal::{Journal, Recovered, existing_segments};
use super::segments::{Reader, segment_name};
use std::fs;
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
    /// [`StoreError::Busy`] if the visit is open elsewhere, [`StoreError::NewerFormat`], [`StoreError::NotEmpty`] if the
    /// journal is not damaged, and errors of the file system.
    pub fn salvage(folders: &Folders, id: &str) -> Result<Salvaged, StoreError> {
        let journal = Self::locked(folders, id)?;
        let segments = existing_segments(folders, id)?;
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

/// Copies a visit's segments to a new folder in the folder of kept files, and returns that folder.
pub(super) fn keep_copies(folders: &Folders, id: &str) -> Result<PathBuf, StoreError> {
    let name = |n: u32| folders.kept().join(if n == 1 { id.to_owned() } else { format!("{id}-{n}") });
    make_folder(&folders.kept())?;
    let kept = make_new_folder(name)?;
    for segment in existing_segments(folders, id)? {
        let bytes = fs::read(&segment.path).map_err(|error| StoreError::system(&segment.path, &error))?;
        atomic::write(&kept.join(segment_name(id, segment.number)), &bytes)?;
    }
    Ok(kept)
}

/// Moves a visit's segments to the folder of kept files, and returns their folder. If all are empty, they are removed.
pub(super) fn keep(folders: &Folders, id: &str) -> Result<Option<PathBuf>, StoreError> {
    let segments = existing_segments(folders, id)?;
    let mut has_bytes = false;
    for segment in &segments {
        has_bytes |= fs::metadata(&segment.path).map_err(|error| StoreError::system(&segment.path, &error))?.len() > 0;
    }
    let kept = if has_bytes { Some(keep_copies(folders, id)?) } else { None };
    segments.iter().rev().try_for_each(|segment| remove(&segment.path))?;
    Ok(kept)
}
