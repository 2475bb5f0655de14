//! The checklists of the visits read: labels, bands and promises come from them.

use crate::visit::definition::Definition;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::{PoisonError, RwLock};

/// The most checklists that are kept. Of more, those with the lowest digests are, so that it is always the same ones.
pub const MOST_DEFINITIONS: usize = 64;

/// The checklists kept so far, by their digests.
#[derive(Debug, Default)]
pub(super) struct DefinitionCache {
    definitions: RwLock<BTreeMap<String, Definition>>,
}

impl DefinitionCache {
    /// Keeps the checklist that `text` begins with, where its digest is the one that the session names and is not kept
    /// yet. Returns whether other checklists with this digest need not be offered.
    pub(super) fn offer(&self, digest: &str, text: &[u8]) -> bool {
        if !self.wants(digest) {
            return true;
        }
        let value = serde_json::Deserializer::from_slice(text).into_iter::<Value>().next();
        let definition = value.and_then(Result::ok).and_then(|value| Definition::parse_valid(value).ok());
        let Some(definition) = definition.filter(|definition| definition.digest() == digest) else { return false };
        let mut kept = self.definitions.write().unwrap_or_else(PoisonError::into_inner);
        kept.insert(digest.to_owned(), definition);
        if kept.len() > MOST_DEFINITIONS {
            kept.pop_last();
        }
        true
    }

    fn wants(&self, digest: &str) -> bool {
        let kept = self.definitions.read().unwrap_or_else(PoisonError::into_inner);
        let is_low =
            kept.len() < MOST_DEFINITIONS || kept.last_key_value().is_some_and(|(last, _)| digest < last.as_str());
        is_low && !kept.contains_key(digest)
    }

    pub(super) fn into_definitions(self) -> BTreeMap<String, Definition> {
        self.definitions.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}
