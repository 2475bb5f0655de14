//! The versions of the user's checklists: each new one is written beside those before it, which are kept.
//!
//! Before a version is replaced it is copied to `checklists/history/ID/`, so that a crash at any moment leaves the old
//! one in its place, or the new one with the old one in the history.

use super::atomic::{self, numbered};
use super::checklists::{self, ListedChecklist, Source};
use super::document_error::DocumentError;
use super::error::{AtPath, StoreError};
use super::folders::{Folders, file_stem, make_folder, remove, sync_parent};
use super::json_file;
use super::library::json_files;
use super::lock::Lock;
use crate::visit::checklist::{Checklist, id_from};
use crate::visit::definition::Definition;
use crate::visit::draft::{Difference, difference, next_version};
use crate::visit::version;
use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeSet;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

/// The folder of the versions that were replaced, in that of the checklists.
const HISTORY: &str = "history";

/// A version of a checklist.
#[derive(Clone, Debug)]
pub struct ListedVersion {
    pub definition: Arc<Definition>,
    /// When it was saved; none for one that is compiled in.
    pub saved_at: Option<Timestamp>,
    /// Whether visits follow it now.
    pub is_current: bool,
    /// What changed since the version before it; none for the first.
    pub difference: Option<Difference>,
}

impl ListedVersion {
    /// Returns the version.
    pub fn version(&self) -> &str {
        &self.definition.checklist().version
    }
}

/// A version that was saved.
#[derive(Clone, Debug)]
pub struct SavedChecklist {
    pub path: PathBuf,
    pub checklist: Checklist,
}

/// Returns the versions of a checklist, the newest first: that of the library, and those before it.
///
/// # Errors
/// Fails if neither the library nor the history has the id.
pub fn history(folders: &Folders, id: &str) -> Result<Vec<ListedVersion>, StoreError> {
    let mut versions: Vec<ListedVersion> =
        json_files(&history_folder(folders, id)).iter().filter_map(|path| kept(path)).collect();
    if let Some(current) = listed(folders, id) {
        let definition = current.definition?;
        let saved_at = if let Source::File(path) = &current.source { timestamp(path) } else { None };
        versions.retain(|version| version.definition.digest() != definition.digest());
        versions.push(ListedVersion { definition, saved_at, is_current: true, difference: None });
    }
    if versions.is_empty() {
        return Err(StoreError::Document(DocumentError::UnknownChecklist { asked: id.to_owned() }));
    }
    versions.sort_by(|a, b| version::compare(a.version(), b.version()).then(a.saved_at.cmp(&b.saved_at)));
    let before: Vec<Arc<Definition>> = versions.iter().map(|version| Arc::clone(&version.definition)).collect();
    for (version, before) in versions.iter_mut().skip(1).zip(before) {
        version.difference = Some(difference(before.checklist(), version.definition.checklist()));
    }
    versions.reverse();
    Ok(versions)
}

/// Saves a checklist under its id. A new one, without `base`, gets the version that it has, and the id must be free; any
/// other gets the next version, a patch if only the texts changed and their meaning is the same.
///
/// # Errors
/// Fails if a new checklist has an id of the library, or if files cannot be read or written.
pub fn save(
    folders: &Folders,
    checklist: &Checklist,
    base: Option<&Checklist>,
    is_same_meaning: bool,
) -> Result<SavedChecklist, StoreError> {
    let _lock = lock(folders)?;
    let id = checklist.id.as_str();
    let current = listed(folders, id);
    if base.is_none() && current.is_some() {
        return Err(StoreError::Document(DocumentError::ChecklistExists { id: id.to_owned() }));
    }
    let kept = versions(folders, id, current.as_ref());
    let version = match base {
        Some(base) => next_version(&base.version, &kept, difference(base, checklist), is_same_meaning),
        // A deleted checklist may have had the id.
        None if kept.is_empty() => checklist.version.clone(),
        None => next_version(&checklist.version, &kept, Difference::Score, false),
    };
    write_version(folders, current, Checklist { version, ..checklist.clone() })
}

/// Writes what a version of a checklist says as a new version.
///
/// # Errors
/// [`DocumentError::UnknownVersion`] if there is no such version; fails if files cannot be read or written.
pub fn restore(folders: &Folders, id: &str, version: &str) -> Result<SavedChecklist, StoreError> {
    let _lock = lock(folders)?;
    let versions = history(folders, id)?;
    let Some(wanted) = versions.iter().find(|listed| listed.version() == version) else {
        let (id, version) = (id.to_owned(), version.to_owned());
        return Err(StoreError::Document(DocumentError::UnknownVersion { id, version }));
    };
    let kept: Vec<String> = versions.iter().map(|listed| listed.version().to_owned()).collect();
    let checklist = wanted.definition.checklist();
    let version = next_version(&checklist.version, &kept, Difference::Score, false);
    write_version(folders, listed(folders, id), Checklist { version, ..checklist.clone() })
}

/// Moves a checklist of the user to the history, from where [`restore`] brings it back. A compiled-in one that it
/// replaced is in its place then.
///
/// # Errors
/// [`DocumentError::OnlyBundled`] if there is no file of the user with this id; fails if files cannot be written.
pub fn delete(folders: &Folders, id: &str) -> Result<(), StoreError> {
    let _lock = lock(folders)?;
    match listed(folders, id) {
        None => Err(StoreError::Document(DocumentError::UnknownChecklist { asked: id.to_owned() })),
        Some(ListedChecklist { source: Source::Bundled, .. }) => {
            Err(StoreError::Document(DocumentError::OnlyBundled { id: id.to_owned() }))
        }
        Some(ListedChecklist { source: Source::File(path), definition, .. }) => {
            match definition {
                Ok(definition) => keep(folders, &definition, modified(&path))?,
                // What cannot be read is kept byte for byte.
                Err(_) => drop(keep_unreadable(folders, id, &path)?),
            }
            remove(&path)?;
            sync_parent(&path)
        }
    }
}

/// Returns the ids of the items of all versions.
pub fn item_ids(folders: &Folders, id: &str) -> BTreeSet<String> {
    let versions = history(folders, id).unwrap_or_default();
    versions.iter().flat_map(|version| version.definition.items()).map(|(_, item)| item.id.clone()).collect()
}

/// Returns the versions that a checklist has had and has, in no order.
pub fn kept_versions(folders: &Folders, id: &str) -> Vec<String> {
    versions(folders, id, listed(folders, id).as_ref())
}

/// Locks the checklists against other writers of this program.
pub(super) fn lock(folders: &Folders) -> Result<Lock, StoreError> {
    make_folder(&folders.checklists())?;
    Lock::for_update(&folders.checklists().join("rulings"))
}

/// Writes a checklist in its place, after the one that is there was copied to the history; returns its path.
pub(super) fn write(
    folders: &Folders,
    current: Option<ListedChecklist>,
    id: &str,
    document: &impl Serialize,
) -> Result<PathBuf, StoreError> {
    let document = json_file::to_text(&folders.checklists(), document)?;
    match current {
        Some(ListedChecklist { source: Source::File(path), definition, .. }) => {
            match definition {
                Ok(definition) => keep(folders, &definition, modified(&path))?,
                Err(_) => drop(keep_unreadable(folders, id, &path)?),
            }
            atomic::write(&path, document.as_bytes())?;
            Ok(path)
        }
        other => {
            // The compiled-in version is kept too: a later program may have another one.
            if let Some(Ok(definition)) = other.map(|listed| listed.definition) {
                keep(folders, &definition, None)?;
            }
            let name = |n: u32| numbered(&file_stem(id), '-', n) + ".json";
            atomic::write_new(&folders.checklists(), name, |_| document.clone())
        }
    }
}

fn write_version(
    folders: &Folders,
    current: Option<ListedChecklist>,
    checklist: Checklist,
) -> Result<SavedChecklist, StoreError> {
    let path = write(folders, current, &checklist.id, &checklist)?;
    Ok(SavedChecklist { path, checklist })
}

/// Returns the patch that follows a version of a checklist, later than all that are kept.
pub(super) fn next_patch(folders: &Folders, id: &str, current: &str) -> String {
    next_version(current, &versions(folders, id, None), Difference::Texts, true)
}

/// Copies a version to the history, unless it is there.
fn keep(folders: &Folders, definition: &Definition, saved_at: Option<SystemTime>) -> Result<(), StoreError> {
    let list = definition.checklist();
    let folder = history_folder(folders, &list.id);
    make_folder(&folder)?;
    let is_there = |path: &PathBuf| kept(path).is_some_and(|kept| kept.definition.digest() == definition.digest());
    if json_files(&folder).iter().any(is_there) {
        return Ok(());
    }
    let stem = file_stem(&id_from(&list.version).unwrap_or_else(|| "version".to_owned()));
    let document = json_file::to_text(&folder, definition.raw())?;
    let path = atomic::write_new(&folder, |n| numbered(&stem, '_', n) + ".json", |_| document.clone())?;
    if let Some(saved_at) = saved_at {
        // The time of the file is when the version was saved, not when it was replaced. It is only shown.
        let _ = File::options().write(true).open(&path).and_then(|file| file.set_modified(saved_at));
    }
    Ok(())
}

/// Copies a file that is no checklist to the history.
fn keep_unreadable(folders: &Folders, id: &str, path: &Path) -> Result<PathBuf, StoreError> {
    let folder = history_folder(folders, id);
    make_folder(&folder)?;
    let bytes = std::fs::read(path).at(path)?;
    atomic::write_new(&folder, |n| numbered("unreadable", '-', n) + ".txt", |_| bytes.clone())
}

/// Returns the checklist of the library with an id.
pub(super) fn listed(folders: &Folders, id: &str) -> Option<ListedChecklist> {
    checklists::load_all(folders).into_iter().find(|listed| listed.id == id)
}

/// Returns all versions that a checklist has and had.
pub(super) fn versions(folders: &Folders, id: &str, current: Option<&ListedChecklist>) -> Vec<String> {
    let current = current.and_then(|listed| listed.definition.as_ref().ok()).map(Arc::clone);
    let kept = json_files(&history_folder(folders, id)).into_iter().filter_map(|path| kept(&path));
    let all = kept.map(|kept| kept.definition).chain(current);
    all.map(|definition| definition.checklist().version.clone()).collect()
}

/// Reads a version of the history; what cannot be read is passed over.
fn kept(path: &Path) -> Option<ListedVersion> {
    let definition = checklists::read(path).ok()?;
    Some(ListedVersion { definition, saved_at: timestamp(path), is_current: false, difference: None })
}

fn history_folder(folders: &Folders, id: &str) -> PathBuf {
    // An id that is no id comes from the name of a file.
    let stem = if crate::visit::checklist::is_id(id) { file_stem(id) } else { "_".to_owned() };
    folders.checklists().join(HISTORY).join(stem)
}

fn modified(path: &Path) -> Option<SystemTime> {
    path.metadata().ok()?.modified().ok()
}

fn timestamp(path: &Path) -> Option<Timestamp> {
    Timestamp::try_from(modified(path)?).ok()
}
