//! The checklists of many visits, by their digests.
//!
//! However many there are, it is known of each which others it is like: visits by checklists that differ only in their
//! texts, their id and their version are counted together. Only some are kept whole, for their texts.

use super::checklist::{Checklist, LocalText, Response};
use super::definition::Definition;
use super::{digest, version};
use std::collections::BTreeMap;
use std::ops::Deref;

/// Checklists by their digests. It derefs to those that are kept whole.
#[derive(Clone, Debug, Default)]
pub struct Definitions {
    kept: BTreeMap<String, Definition>,
    /// The likeness of every checklist that was added, kept or not.
    likenesses: BTreeMap<String, String>,
}

impl Definitions {
    /// Adds a checklist by the digest that visits name. At most `max` are kept whole: the last version of those that are
    /// alike first, then those with the lowest digests, so that the order in which they are added does not matter.
    pub fn insert(&mut self, digest: String, definition: Definition, max: usize) {
        let likeness = likeness(definition.checklist()).unwrap_or_else(|| digest.clone());
        self.likenesses.insert(digest.clone(), likeness);
        self.kept.insert(digest, definition);
        if self.kept.len() > max {
            let outdated = self.kept.keys().rev().find(|digest| !self.is_last_version(digest)).cloned();
            match outdated {
                Some(digest) => self.kept.remove(&digest).map(|definition| (digest, definition)),
                None => self.kept.pop_last(),
            };
        }
    }

    fn is_last_version(&self, digest: &str) -> bool {
        let last = self.likeness(digest).and_then(|likeness| self.last_version(likeness));
        last.is_some_and(|(last, _)| last == digest)
    }

    /// Returns the last version of the kept checklists that have a likeness.
    fn last_version(&self, likeness: &str) -> Option<(&String, &Definition)> {
        let alike = self.kept.iter().filter(|(digest, _)| self.likeness(digest) == Some(likeness));
        alike.max_by(|(_, a), (_, b)| version::compare(&a.checklist().version, &b.checklist().version))
    }

    /// Returns whether a checklist was added, kept or not.
    #[must_use]
    pub fn is_known(&self, digest: &str) -> bool {
        self.likenesses.contains_key(digest)
    }

    /// Returns what a checklist has in common with those that differ only in their texts, their id and their version.
    #[must_use]
    pub fn likeness(&self, digest: &str) -> Option<&str> {
        self.likenesses.get(digest).map(String::as_str)
    }

    /// Returns a checklist; where it is not kept, the last version of those that are like it.
    #[must_use]
    pub fn get_like(&self, digest: &str) -> Option<&Definition> {
        self.kept.get(digest).or_else(|| Some(self.last_version(self.likeness(digest)?)?.1))
    }

    /// Adds all checklists of another collection.
    pub fn extend(&mut self, other: Self) {
        self.kept.extend(other.kept);
        self.likenesses.extend(other.likenesses);
    }
}

impl Deref for Definitions {
    type Target = BTreeMap<String, Definition>;

    fn deref(&self) -> &Self::Target {
        &self.kept
    }
}

impl<const N: usize> From<[(String, Definition); N]> for Definitions {
    fn from(definitions: [(String, Definition); N]) -> Self {
        definitions.into_iter().collect()
    }
}

impl FromIterator<(String, Definition)> for Definitions {
    fn from_iter<T: IntoIterator<Item = (String, Definition)>>(definitions: T) -> Self {
        let mut all = Self::default();
        definitions.into_iter().for_each(|(digest, definition)| all.insert(digest, definition, usize::MAX));
        all
    }
}

/// Returns the digest of everything in a checklist that figures depend on: all but its texts, its id and its version.
fn likeness(checklist: &Checklist) -> Option<String> {
    let mut bare = checklist.clone();
    bare.id.clear();
    bare.version.clear();
    bare.languages = None;
    bare.title = LocalText::default();
    for section in &mut bare.sections {
        section.title = LocalText::default();
        for item in &mut section.items {
            item.label = LocalText::default();
            item.guide.clear();
            item.note_required_on.clear();
            match &mut item.response {
                Response::Choice { options, .. } => {
                    for option in options {
                        option.label = LocalText::default();
                    }
                }
                Response::Scale { min_label, max_label, .. } => (*min_label, *max_label) = (None, None),
                Response::Number { unit } => *unit = None,
                _ => {}
            }
        }
    }
    digest::digest(&bare).ok()
}
