//! Adds checklists from elsewhere to the library: one that it has already becomes the next version of that.

use super::checklist_versions::{self, listed, lock, versions, write};
use super::checklists::{self, ListedChecklist};
use super::error::StoreError;
use super::folders::Folders;
use crate::visit::checklist::is_id;
use crate::visit::definition::Definition;
use crate::visit::draft::{Difference, difference, next_version};
use crate::visit::version;
use std::cmp::Ordering;
use std::path::PathBuf;
use std::sync::Arc;

/// The longest id.
const MOST_ID: usize = 64;

/// What becomes of a checklist from elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The library has none with its id: it is added as it is.
    New,
    /// The library has the same checklist: nothing changes.
    Same,
    /// It becomes this version of the one that the library has or had; `free` is an id that is not taken.
    NextVersion { version: String, free: String },
}

/// A checklist that was imported.
#[derive(Clone, Debug)]
pub struct ImportedChecklist {
    pub id: String,
    pub version: String,
    /// Its file.
    pub path: PathBuf,
    /// Whether earlier versions of it are in the history.
    pub has_earlier: bool,
}

/// Returns what becomes of a checklist.
pub fn standing(folders: &Folders, definition: &Definition) -> Standing {
    standing_beside(folders, definition, listed(folders, &definition.checklist().id).as_ref())
}

/// Imports a checklist; `None` if the library has the same one already. Earlier versions stay in the history.
///
/// # Errors
/// Fails if files cannot be read or written.
pub fn import(folders: &Folders, definition: &Definition) -> Result<Option<ImportedChecklist>, StoreError> {
    let _lock = lock(folders)?;
    let id = definition.checklist().id.clone();
    let current = listed(folders, &id);
    let (version, has_earlier) = match standing_beside(folders, definition, current.as_ref()) {
        Standing::Same => return Ok(None),
        Standing::New => (definition.checklist().version.clone(), false),
        Standing::NextVersion { version, .. } => (version, true),
    };
    let path = write(folders, current, &id, &definition.raw_with_version(&version))?;
    Ok(Some(ImportedChecklist { id, version, path, has_earlier }))
}

fn standing_beside(folders: &Folders, definition: &Definition, current: Option<&ListedChecklist>) -> Standing {
    let checklist = definition.checklist();
    let kept = versions(folders, &checklist.id, current);
    if current.is_none() && kept.is_empty() {
        return Standing::New;
    }
    let own = checklist.version.as_str();
    let is_later = kept.iter().all(|kept| version::compare(own, kept) == Ordering::Greater);
    let known = current.and_then(|listed| listed.definition.as_ref().ok());
    // A file may name the version that it was made from.
    if known.is_some_and(|known| !is_later && difference(known.checklist(), checklist) == Difference::None) {
        return Standing::Same;
    }
    let version = match known {
        _ if is_later => own.to_owned(),
        Some(known) => next_version(&known.checklist().version, &kept, Difference::Score, false),
        None => next_version(own, &kept, Difference::Score, false),
    };
    Standing::NextVersion { version, free: free_id(folders, &checklist.id) }
}

/// Returns an id that no checklist has or had.
fn free_id(folders: &Folders, id: &str) -> String {
    let library = checklists::load_all(folders);
    let is_free = |id: &String| {
        is_id(id) && !library.iter().any(|listed| listed.id == *id) && versions(folders, id, None).is_empty()
    };
    let short: String = id.chars().take(MOST_ID - 5).collect();
    (2..10_000).map(|number| format!("{short}-{number}")).find(is_free).unwrap_or_default()
}

/// Returns the versions of a checklist that the library has and had, the newest first.
pub fn earlier_versions(folders: &Folders, id: &str) -> Vec<Arc<Definition>> {
    let history = checklist_versions::history(folders, id).unwrap_or_default();
    history.into_iter().map(|version| version.definition).collect()
}
