//! Rulings of a class on how to judge an item, which make a new version of the user's copy of the checklist.
//!
//! Sessions contain their checklist, so that rulings do not change earlier ones.

use super::checklist_versions;
use super::checklists;
use super::document_error::DocumentError;
use super::error::StoreError;
use super::folders::Folders;
use crate::visit::Item;
use crate::visit::definition::Definition;
use serde_json::{Value, json};
use std::path::PathBuf;

/// Where a ruling was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedRuling {
    /// The user's copy of the checklist.
    pub path: PathBuf,
    /// The new version of the copy.
    pub version: String,
}

/// Adds a ruling to an item's guide in the user's copy of the checklist. If there is no copy, one is made of the checklist
/// in the library, or else of that of the class.
///
/// # Errors
/// Fails if the checklist in the library is broken or lacks the item, or if the copy cannot be written.
pub fn add(folders: &Folders, class: &Definition, item: &str, text: &str) -> Result<SavedRuling, StoreError> {
    let id = class.checklist().id.as_str();
    let _lock = checklist_versions::lock(folders)?;
    let listed = checklists::load_all(folders).into_iter().find(|listed| listed.id == id);
    let current = match &listed {
        Some(listed) => listed.definition.clone()?.raw().clone(),
        None => class.raw().clone(),
    };
    let version = |current: &str| checklist_versions::next_patch(folders, id, current);
    let (raw, version) = with_ruling(current, item, text, version).ok_or_else(|| {
        StoreError::Document(DocumentError::NoSuchItem { checklist: id.to_owned(), item: item.to_owned() })
    })?;
    let path = checklist_versions::write(folders, listed, id, &raw)?;
    Ok(SavedRuling { path, version })
}

/// Returns the checklist with the ruling and its new version; `None` if it lacks the item.
fn with_ruling(mut raw: Value, item: &str, text: &str, next: impl Fn(&str) -> String) -> Option<(Value, String)> {
    let version = next(raw.get("version")?.as_str()?);
    let sections = raw.get_mut("sections")?.as_array_mut()?;
    let items = sections.iter_mut().filter_map(|section| section.get_mut("items")?.as_array_mut()).flatten();
    let item = items.into_iter().find(|one| one.get("id").and_then(Value::as_str) == Some(item))?.as_object_mut()?;
    let guide = item.entry("guide").or_insert_with(|| json!({})).as_object_mut()?;
    match guide.get_mut(Item::RULING) {
        Some(Value::String(rulings)) => append(rulings, text),
        Some(Value::Object(by_language)) => by_language.values_mut().for_each(|rulings| {
            if let Value::String(rulings) = rulings {
                append(rulings, text);
            }
        }),
        _ => drop(guide.insert(Item::RULING.to_owned(), json!(text))),
    }
    raw.as_object_mut()?.insert("version".to_owned(), json!(version));
    Some((raw, version))
}

fn append(rulings: &mut String, text: &str) {
    // An entry of a guide must stay one paragraph.
    rulings.push_str(" · ");
    rulings.push_str(text);
}
