//! What can be had from a damaged journal: its original is kept whole, and the visit goes on from the events
//! before the damage.

use super::atomic;
use super::error::StoreError;
use super::folders::{Folders, make_folder, make_new_folder, remove, sync_folder};
use super::journal::{Journal, Recovered, existing};
use super::segments::{Reader, segment_name};
use std::fs;
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

/// Copies a visit's segments to a new folder among the kept ones, safe on the disk.
pub(super) fn keep_copies(folders: &Folders, id: &str) -> Result<PathBuf, StoreError> {
    let name = |n: u32| folders.kept().join(if n == 1 { id.to_owned() } else { format!("{id}-{n}") });
    make_folder(&folders.kept())?;
    let kept = make_new_folder(name)?;
    for segment in existing(folders, id)? {
        let bytes = fs::read(&segment.path).map_err(|error| StoreError::system(&segment.path, &error))?;
        atomic::write(&kept.join(segment_name(id, segment.number)), &bytes)?;
    }
    Ok(kept)
}

/// Puts a visit's segments among the kept files, and gives their folder; only where none has a single byte do they just go.
pub(super) fn keep(folders: &Folders, id: &str) -> Result<Option<PathBuf>, StoreError> {
    let segments = existing(folders, id)?;
    let mut any = false;
    for segment in &segments {
        any |= fs::metadata(&segment.path).map_err(|error| StoreError::system(&segment.path, &error))?.len() > 0;
    }
    let kept = if any { Some(keep_copies(folders, id)?) } else { None };
    segments.iter().rev().try_for_each(|segment| remove(&segment.path))?;
    Ok(kept)
}
