//! What is being written in the editor of checklists, kept so that it survives the end of the program.
//!
//! A draft is locked while an editor is open on it: a second window is refused.

use super::atomic::{self, move_new, numbered};
use super::checklist_versions;
use super::checklists;
use super::error::{AtPath, StoreError};
use super::folders::{Folders, file_stem, make_folder, remove};
use super::json_file::read_if_exists;
use super::lock::Lock;
use crate::visit::checklist::Checklist;
use crate::visit::draft::ChecklistDraft;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The format of a kept draft.
pub const FORMAT: &str = "esprit.draft/1";

/// The stem of the draft of a new checklist; no id begins so.
const NEW: &str = "_new";

/// A draft as it is kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeptDraft {
    format: String,
    pub checklist: Checklist,
    /// The saved checklist that it changes; none for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<Checklist>,
}

impl From<&ChecklistDraft> for KeptDraft {
    fn from(draft: &ChecklistDraft) -> Self {
        let (checklist, base) = (draft.checklist().clone(), draft.base().cloned());
        Self { format: FORMAT.to_owned(), checklist, base }
    }
}

/// What the editor begins with.
#[derive(Clone, Debug, Default)]
pub struct DraftStart {
    /// The checklist as the library has it; none for a new one.
    pub base: Option<Checklist>,
    /// What was kept of an earlier draft.
    pub kept: Option<KeptDraft>,
    /// The fields of the checklist that saving it anew does not keep: they are in no form.
    pub lost: Vec<String>,
    /// Where a draft that cannot be read was put.
    pub unreadable: Option<PathBuf>,
    /// The versions that the checklist has had; the next one is later than all of them.
    pub versions: Vec<String>,
    /// The ids of the other checklists.
    pub taken: BTreeSet<String>,
    /// The ids of items that earlier versions had.
    pub reserved: BTreeSet<String>,
}

/// The file of a draft, locked.
#[derive(Debug)]
pub struct LockedDraft {
    path: PathBuf,
    _lock: Lock,
}

impl LockedDraft {
    /// Opens the draft of a checklist by its id, or of a new one.
    ///
    /// # Errors
    /// [`IoCause::InUse`](super::IoCause::InUse) if another window has it open; fails if the checklist is unknown or no
    /// JSON of its shape, and if files cannot be read.
    pub fn open(folders: &Folders, id: Option<&str>) -> Result<(Self, DraftStart), StoreError> {
        make_folder(&folders.drafts())?;
        let path = folders.drafts().join(format!("{}.json", id.map_or_else(|| NEW.to_owned(), file_stem)));
        let lock = Lock::acquire(&lock_path(&path), 1)?;
        let base = id.map(|id| checklists::for_editing(folders, id)).transpose()?;
        let lost = id.map_or_else(Vec::new, |id| checklists::lost_in_editing(folders, id));
        let (kept, unreadable) = read(&path)?;
        let reserved = id.map_or_else(BTreeSet::new, |id| checklist_versions::item_ids(folders, id));
        let versions = id.map_or_else(Vec::new, |id| checklist_versions::kept_versions(folders, id));
        let taken = checklists::load_all(folders).into_iter().map(|listed| listed.id);
        let taken = taken.filter(|other| Some(other.as_str()) != id).collect();
        Ok((Self { path, _lock: lock }, DraftStart { base, kept, lost, unreadable, versions, taken, reserved }))
    }

    /// Writes the draft.
    ///
    /// # Errors
    /// Fails if it cannot be written; what was kept before is unchanged then.
    pub fn keep(&self, draft: &KeptDraft) -> Result<(), StoreError> {
        atomic::write(&self.path, serde_json::to_string(draft).at(&self.path)?.as_bytes())
    }

    /// Removes the draft: it was saved, or is not wanted.
    ///
    /// # Errors
    /// Fails if the file cannot be removed.
    pub fn discard(&self) -> Result<(), StoreError> {
        remove(&self.path)
    }
}

fn lock_path(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.lock"))
}

/// Reads a draft. One that is not a draft is put aside, and its new path returned.
fn read(path: &Path) -> Result<(Option<KeptDraft>, Option<PathBuf>), StoreError> {
    let Some(text) = read_if_exists(path)? else { return Ok((None, None)) };
    match serde_json::from_str(&text) {
        Ok(draft @ KeptDraft { .. }) if draft.format == FORMAT => Ok((Some(draft), None)),
        _ => {
            let aside = |n: u32| path.with_extension(numbered("unreadable", '-', n));
            Ok((None, Some(move_new(path, aside)?)))
        }
    }
}

/// Returns the ids of the checklists that have a draft; `None` is that of a new one.
pub fn list(folders: &Folders) -> Vec<Option<String>> {
    let stems = super::library::json_files(&folders.drafts()).into_iter();
    let stems = stems.filter_map(|path| Some(path.file_stem()?.to_string_lossy().into_owned()));
    stems.map(|stem| Some(stem).filter(|stem| stem != NEW)).collect()
}
