//! Rulings of a class on how to judge an item, which make a new version of the user's copy of the checklist.
//!
//! Sessions contain their checklist, so that rulings do not change earlier ones.

use super::atomic::{self, numbered};
use super::checklists::{self, Source};
use super::document_error::DocumentError;
use super::error::StoreError;
use super::folders::{Folders, file_stem, make_folder};
use super::json_file;
use super::lock::Lock;
use crate::visit::Item;
use crate::visit::definition::Definition;
use crate::visit::version::Version;
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
    make_folder(&folders.checklists())?;
    let _lock = Lock::for_update(&folders.checklists().join("rulings"))?;
    let listed = checklists::load_all(folders).into_iter().find(|listed| listed.id == id);
    let (source, current) = match listed {
        Some(listed) => (listed.source, listed.definition?.raw().clone()),
        None => (Source::Bundled, class.raw().clone()),
    };
    let (raw, version) = with_ruling(current, item, text).ok_or_else(|| {
        StoreError::Document(DocumentError::NoSuchItem { checklist: id.to_owned(), item: item.to_owned() })
    })?;
    let document = json_file::to_text(&folders.checklists(), &raw)?;
    let path = match source {
        Source::File(path) => {
            atomic::write(&path, document.as_bytes())?;
            path
        }
        Source::Bundled => {
            let folder = folders.checklists();
            let stem = file_stem(id);
            atomic::write_new(&folder, |n| numbered(&stem, '-', n) + ".json", |_| document.clone())?
        }
    };
    Ok(SavedRuling { path, version })
}

/// Returns the checklist with the ruling and its new version; `None` if it lacks the item.
fn with_ruling(mut raw: Value, item: &str, text: &str) -> Option<(Value, String)> {
    let version = Version::parse(raw.get("version")?.as_str()?).next_patch();
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
