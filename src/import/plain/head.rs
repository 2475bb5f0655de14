//! What a checklist has beside its sections.

use crate::import::Library;
use crate::import::own::Kept;
use crate::visit::checklist::{FORMAT, id_from};
use crate::visit::definition::Definition;
use serde_json::{Map, Value, json};
use std::sync::Arc;

/// The version of a checklist that has none.
const VERSION: &str = "1.0.0";

/// The fields of the checklist but for its sections.
pub(super) struct Head {
    pub(super) fields: Map<String, Value>,
    /// Whether the file comes from an export, which has kept the fields.
    pub(super) is_exported: bool,
    /// The versions of the checklist in the library, the newest first.
    pub(super) earlier: Vec<Arc<Definition>>,
}

impl Head {
    /// Returns the fields that an export has kept, or else those of the library's checklist; of a new one, the usual.
    pub(super) fn new<'k>(title: &str, kept: impl Iterator<Item = &'k Kept>, library: &Library<'_>) -> Self {
        let kept = kept.filter_map(|kept| kept.checklist.as_ref()).find_map(Value::as_object);
        let is_exported = kept.is_some();
        let mut fields = kept.cloned().unwrap_or_else(|| usual(title));
        let earlier = library.versions_of(fields.get("id").and_then(Value::as_str).unwrap_or_default());
        if let (false, Some(Value::Object(current))) = (is_exported, earlier.first().map(|current| current.raw())) {
            // The languages are those of the sheet.
            let lent = current.iter().filter(|(key, _)| !["sections", "languages"].contains(&key.as_str()));
            fields.extend(lent.map(|(key, value)| (key.clone(), value.clone())));
        }
        Self { fields, is_exported, earlier }
    }
}

fn usual(title: &str) -> Map<String, Value> {
    let id = id_from(title).unwrap_or_else(|| "checklist".to_owned());
    let head = json!({"format": FORMAT, "id": id, "version": VERSION, "relation": "customer", "title": title});
    head.as_object().cloned().unwrap_or_default()
}
