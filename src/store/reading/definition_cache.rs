//! The checklists of the visits read: labels, bands and promises come from them.

use crate::visit::definition::Definition;
use crate::visit::definitions::Definitions;
use serde_json::Value;
use std::sync::{PoisonError, RwLock};

/// The checklists met so far.
#[derive(Debug, Default)]
pub(super) struct DefinitionCache(RwLock<Definitions>);

impl DefinitionCache {
    /// Adds the checklist that `text` begins with, where its digest is the one that the session names and is not known
    /// yet. Returns whether other checklists with this digest need not be offered.
    pub(super) fn offer(&self, digest: &str, text: &[u8]) -> bool {
        if self.0.read().unwrap_or_else(PoisonError::into_inner).is_known(digest) {
            return true;
        }
        let value = serde_json::Deserializer::from_slice(text).into_iter::<Value>().next();
        let definition = value.and_then(Result::ok).and_then(|value| Definition::parse_valid(value).ok());
        let Some(definition) = definition.filter(|definition| definition.digest() == digest) else { return false };
        let mut definitions = self.0.write().unwrap_or_else(PoisonError::into_inner);
        definitions.insert(digest.to_owned(), definition);
        true
    }

    pub(super) fn into_definitions(self) -> Definitions {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}
