//! Copies of journals that could not be read, kept in a folder of their own.

use super::atomic::{self, numbered};
use super::error::{AtPath, StoreError};
use super::folders::{Folders, make_folder, make_new_folder};
use super::journal_reader::{existing_segments, segment_name};
use super::json;
use std::io::Read;
use std::path::PathBuf;

/// Copies a visit's segments to a new folder among the kept ones, safe on the disk.
pub(super) fn keep_copies(folders: &Folders, id: &str) -> Result<PathBuf, StoreError> {
    let name = |n: u32| folders.kept().join(numbered(id, '-', n));
    make_folder(&folders.kept())?;
    let kept = make_new_folder(name)?;
    for segment in existing_segments(folders, id)? {
        let mut bytes = Vec::new();
        json::open(&segment.path)?.read_to_end(&mut bytes).at(&segment.path)?;
        atomic::write(&kept.join(segment_name(id, segment.number)), &bytes)?;
    }
    Ok(kept)
}
