//! Drafts: text typed in a visit that is no event yet, saved so that it survives the end of the program.

use super::atomic;
use super::error::{AtPath, StoreError};
use super::folders::{Folders, remove};
use super::journal_reader::check_id;
use super::json::{self, MOST};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// The text typed in a visit that is no note yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The text on the cover page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// The note of an item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<ItemDraft>,
    /// The reason for the pause under way, which the event that ends it will have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pause: Option<String>,
}

/// The unrecorded note of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemDraft {
    /// The item's id.
    pub item: String,
    pub text: String,
}

impl Draft {
    /// Creates a draft of the cover page; an empty text makes an empty draft.
    pub fn page(text: &str) -> Self {
        Self { page: (!text.is_empty()).then(|| text.to_owned()), ..Self::default() }
    }

    /// Returns whether the draft has no text.
    pub fn is_empty(&self) -> bool {
        let texts = [self.page.as_ref(), self.note.as_ref().map(|note| &note.text), self.pause.as_ref()];
        texts.into_iter().flatten().all(String::is_empty)
    }
}

/// Writes the draft of a visit; an empty draft removes the file.
///
/// # Errors
/// Fails if the id is invalid or the file cannot be written; the previous draft then remains.
pub fn write_draft(folders: &Folders, id: &str, draft: &Draft) -> Result<(), StoreError> {
    let path = draft_path(folders, id)?;
    if draft.is_empty() {
        return remove(&path);
    }
    let text = serde_json::to_string(draft).at(&path)?;
    atomic::write(&path, text.as_bytes())
}

/// Reads the draft of a visit. A file that is no JSON is the text of the cover page, as earlier versions wrote it.
///
/// # Errors
/// Fails if the id is invalid or the file cannot be read.
pub fn read_draft(folders: &Folders, id: &str) -> Result<Option<Draft>, StoreError> {
    let bytes = match json::read_bytes(&draft_path(folders, id)?, MOST) {
        Ok(bytes) => bytes,
        Err(error) if error.is_missing() => return Ok(None),
        Err(error) => return Err(error),
    };
    // Invalid UTF-8 must not make the visit unusable.
    let text = String::from_utf8_lossy(&bytes);
    let document = serde_json::from_str(&text).ok().filter(|draft: &Draft| !draft.is_empty());
    Ok(Some(document.unwrap_or_else(|| Draft::page(&text))).filter(|draft| !draft.is_empty()))
}

pub(super) fn draft_path(folders: &Folders, id: &str) -> Result<PathBuf, StoreError> {
    check_id(id)?;
    Ok(folders.unfinished().join(format!("{id}.draft")))
}
