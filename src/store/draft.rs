//! The drafts of a visit: what is typed and not an event yet, kept so that a program that ends takes no word with it.

use super::atomic;
use super::error::StoreError;
use super::folders::{Folders, remove};
use super::json::{self, MOST};
use super::segments::check_id;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// What is typed in a visit, before it becomes a note.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The text on the neutral page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// The note of an item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<ItemDraft>,
}

/// The note of an item, before it is recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemDraft {
    /// The item's id.
    pub item: String,
    /// The text so far.
    pub text: String,
}

impl Draft {
    /// Makes a draft of the neutral page alone; an empty text is none.
    #[must_use]
    pub fn page(text: &str) -> Self {
        Self { page: (!text.is_empty()).then(|| text.to_owned()), note: None }
    }

    /// Tells whether there is nothing to keep.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.page.as_ref().is_none_or(String::is_empty) && self.note.as_ref().is_none_or(|note| note.text.is_empty())
    }
}

/// Keeps what is typed in a visit, until it becomes a note; an empty draft keeps nothing.
///
/// # Errors
/// Where the id is no visit's, or the system refuses; the draft before then stands.
pub fn write_draft(folders: &Folders, id: &str, draft: &Draft) -> Result<(), StoreError> {
    let path = draft_path(folders, id)?;
    if draft.is_empty() {
        return remove(&path);
    }
    let text = serde_json::to_string(draft)
        .map_err(|error| StoreError::System { path: path.clone(), reason: error.to_string() })?;
    atomic::write(&path, text.as_bytes())
}

/// Reads the draft of a visit. Text that is no such document is the page's: earlier builds kept it bare.
///
/// # Errors
/// Where the id is no visit's, or the system refuses.
pub fn read_draft(folders: &Folders, id: &str) -> Result<Option<Draft>, StoreError> {
    let bytes = match json::read_bytes(&draft_path(folders, id)?, MOST) {
        Ok(bytes) => bytes,
        Err(StoreError::Missing { .. }) => return Ok(None),
        Err(error) => return Err(error),
    };
    // A broken letter must not keep anybody from the visit.
    let text = String::from_utf8_lossy(&bytes);
    let document = serde_json::from_str(&text).ok().filter(|draft: &Draft| !draft.is_empty());
    Ok(Some(document.unwrap_or_else(|| Draft::page(&text))).filter(|draft| !draft.is_empty()))
}

pub(super) fn draft_path(folders: &Folders, id: &str) -> Result<PathBuf, StoreError> {
    check_id(id)?;
    Ok(folders.unfinished().join(format!("{id}.draft")))
}
