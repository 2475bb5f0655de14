//! Rulings: what a class agreed on about an item goes into the user's own copy of the checklist, as a new version.
//!
//! Sessions carry their checklist whole, so older ones keep the one they went by.

use super::atomic;
use super::checklists::{self, Source};
use super::error::StoreError;
use super::folders::{Folders, file_stem, make_folder};
use super::lock::Lock;
use crate::visit::definition::Definition;
use crate::visit::version::Version;
use serde_json::{Value, json};
use std::path::PathBuf;

/// The key, in an item's guide, under which rulings are kept, the latest last.
pub const KEY: &str = "ruling";

/// Where a ruling went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruled {
    /// The user's copy of the checklist.
    pub path: PathBuf,
    /// Its new version.
    pub version: String,
}

/// Adds a ruling to an item's guide, in the user's copy of the checklist. There is one from now on where there was
/// none: of the checklist in the library, or else of the one that a class went by.
///
/// # Errors
/// Where the checklist in the library is broken or no longer has the item, or the system refuses.
pub fn add(folders: &Folders, class: &Definition, item: &str, text: &str) -> Result<Ruled, StoreError> {
    let id = class.checklist().id.as_str();
    make_folder(&folders.checklists())?;
    let _lock = Lock::for_update(&folders.checklists().join("rulings"))?;
    let listed = checklists::load_all(folders).into_iter().find(|listed| listed.id == id);
    let (source, current) = match listed {
        Some(listed) => (listed.source, listed.definition?.raw().clone()),
        None => (Source::Bundled, class.raw().clone()),
    };
    let (raw, version) = ruled(current, item, text)
        .ok_or_else(|| StoreError::NoSuchItem { checklist: id.to_owned(), item: item.to_owned() })?;
    let mut document = serde_json::to_string_pretty(&raw)
        .map_err(|error| StoreError::System { path: folders.checklists(), reason: error.to_string() })?;
    document.push('\n');
    let path = match source {
        Source::File(path) => {
            atomic::write(&path, document.as_bytes())?;
            path
        }
        Source::Bundled => {
            let folder = folders.checklists();
            let stem = file_stem(id);
            let name = |n: u32| if n == 1 { format!("{stem}.json") } else { format!("{stem}-{n}.json") };
            atomic::write_new(&folder, name, |_| document.clone())?
        }
    };
    Ok(Ruled { path, version })
}

/// Gives the checklist with the ruling and a new version, and that version; `None` where there is no such item.
fn ruled(mut raw: Value, item: &str, text: &str) -> Option<(Value, String)> {
    let version = Version::parse(raw.get("version")?.as_str()?).next_patch();
    let sections = raw.get_mut("sections")?.as_array_mut()?;
    let items = sections.iter_mut().filter_map(|section| section.get_mut("items")?.as_array_mut()).flatten();
    let item = items.into_iter().find(|one| one.get("id").and_then(Value::as_str) == Some(item))?.as_object_mut()?;
    let guide = item.entry("guide").or_insert_with(|| json!({})).as_object_mut()?;
    match guide.get_mut(KEY) {
        Some(Value::String(before)) => append(before, text),
        Some(Value::Object(each)) => each.values_mut().for_each(|before| {
            if let Value::String(before) = before {
                append(before, text);
            }
        }),
        _ => drop(guide.insert(KEY.to_owned(), json!(text))),
    }
    raw.as_object_mut()?.insert("version".to_owned(), json!(version));
    Some((raw, version))
}

fn append(before: &mut String, text: &str) {
    // A guide is one paragraph.
    before.push_str(" · ");
    before.push_str(text);
}
