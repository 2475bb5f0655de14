//! The checklists of many visits, by digest.
//!
//! Checklists that differ only in their texts, id and version are alike. The likeness and the wording of every checklist
//! are known; only some definitions are kept, for their texts.

use super::checklist::{Checklist, Item, LocalText, Response};
use super::definition::Definition;
use super::{digest, version};
use std::collections::BTreeMap;

/// The most definitions that are kept.
const MAX_KEPT: usize = 64;

/// Checklists by digest.
#[derive(Clone, Debug, Default)]
pub struct Definitions {
    kept: BTreeMap<String, Definition>,
    /// The likeness of every checklist that was added, kept or not.
    likenesses: BTreeMap<String, String>,
    /// The wording of every checklist that was added, kept or not.
    wordings: BTreeMap<String, String>,
}

impl Definitions {
    /// Adds a checklist by the digest that visits name. Of too many, the last version of those that are alike is kept
    /// first, then those with the lowest likeness; the order in which they are added does not matter.
    pub fn insert(&mut self, digest: String, definition: Definition) {
        self.insert_within(digest, definition, MAX_KEPT);
    }

    fn insert_within(&mut self, digest: String, definition: Definition, max: usize) {
        let likeness = likeness(definition.checklist()).unwrap_or_else(|| digest.clone());
        self.likenesses.insert(digest.clone(), likeness);
        self.wordings.insert(digest.clone(), wording(definition.checklist()).unwrap_or_else(|| digest.clone()));
        self.kept.insert(digest, definition);
        self.trim(max);
    }

    fn trim(&mut self, max: usize) {
        while self.kept.len() > max {
            let is_outdated = |digest: &str| self.last_like(digest).is_none_or(|(last, _)| last != digest);
            let least = self.kept.keys().max_by_key(|digest| (is_outdated(digest), self.likeness(digest), *digest));
            let Some(least) = least.cloned() else { return };
            self.kept.remove(&least);
        }
    }

    /// Returns the last version of the kept checklists that are like one.
    fn last_like(&self, digest: &str) -> Option<(&String, &Definition)> {
        let likeness = self.likenesses.get(digest)?;
        let alike = self.kept.iter().filter(|(digest, _)| self.likenesses.get(*digest) == Some(likeness));
        alike.max_by(|(_, a), (_, b)| version::compare(&a.checklist().version, &b.checklist().version))
    }

    /// Returns whether a checklist was added, kept or not.
    pub fn is_known(&self, digest: &str) -> bool {
        self.likenesses.contains_key(digest)
    }

    /// Returns what a checklist has in common with those that differ only in their texts, id and version.
    pub fn likeness(&self, digest: &str) -> Option<&str> {
        self.likenesses.get(digest).map(String::as_str)
    }

    /// Returns the digest of the texts that observers answer: questions, options, ends of scales and units.
    pub fn wording(&self, digest: &str) -> Option<&str> {
        self.wordings.get(digest).map(String::as_str)
    }

    /// Returns a checklist; where it is not kept, the last version of those that are like it.
    pub fn get(&self, digest: &str) -> Option<&Definition> {
        self.kept.get(digest).or_else(|| Some(self.last_like(digest)?.1))
    }

    /// Returns the checklists that are kept, by their digests.
    pub fn kept(&self) -> impl ExactSizeIterator<Item = (&String, &Definition)> {
        self.kept.iter()
    }

    /// Adds all checklists of another collection.
    pub fn extend(&mut self, other: Self) {
        self.kept.extend(other.kept);
        self.likenesses.extend(other.likenesses);
        self.wordings.extend(other.wordings);
        self.trim(MAX_KEPT);
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
        definitions.into_iter().for_each(|(digest, definition)| all.insert(digest, definition));
        all
    }
}

/// Returns the digest of everything in a checklist that figures depend on: all but its texts, its id and its version.
pub(super) fn likeness(checklist: &Checklist) -> Option<String> {
    let mut bare = checklist.clone();
    bare.id.clear();
    bare.version.clear();
    bare.languages = None;
    bare.title = LocalText::default();
    bare.own.clear();
    for section in &mut bare.sections {
        section.title = LocalText::default();
        section.own.clear();
        for item in &mut section.items {
            item.label = LocalText::default();
            item.guide.clear();
            item.own.clear();
            item.note_required_on.clear();
            match &mut item.response {
                Response::Choice { options, .. } => {
                    for option in options {
                        option.label = LocalText::default();
                        option.own.clear();
                        // It guards what is chosen.
                        option.exclusive = false;
                    }
                }
                Response::Scale { min_label, max_label, .. } => (*min_label, *max_label) = (None, None),
                // The limits guard what is typed.
                number @ Response::Number { .. } => {
                    *number = Response::Number { unit: None, min: None, max: None, message: None };
                }
                _ => {}
            }
        }
    }
    digest::digest(&bare).ok()
}

/// Returns the digest of the texts that observers answer.
fn wording(checklist: &Checklist) -> Option<String> {
    let texts = |(_, item): (_, &Item)| {
        let options: Vec<Option<&LocalText>> = match &item.response {
            Response::Choice { options, .. } => options.iter().map(|option| Some(&option.label)).collect(),
            Response::Scale { min_label, max_label, .. } => vec![min_label.as_ref(), max_label.as_ref()],
            Response::Number { unit, .. } => vec![unit.as_ref()],
            _ => Vec::new(),
        };
        serde_json::to_value((&item.id, &item.label, options)).ok()
    };
    digest::digest(&checklist.items().map(texts).collect::<Option<Vec<_>>>()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn definition(name: &str, version: &str) -> Definition {
        // Families differ in the weight of their item.
        let weight = name.len();
        let text = format!(
            r#"{{"format": "esprit.checklist/1", "id": "{name}", "version": "{version}", "relation": "customer",
            "title": "T", "sections": [{{"id": "s", "title": "S", "items": [{{"id": "a", "label": "A",
            "weight": {weight}, "response": {{"type": "behaviour"}}}}]}}]}}"#
        );
        Definition::new(serde_json::from_str(&text).unwrap()).unwrap()
    }

    fn orders<T: Clone>(of: &[T]) -> Vec<Vec<T>> {
        if of.is_empty() {
            return vec![Vec::new()];
        }
        let with_first = |index: usize| {
            let mut rest = of.to_vec();
            let first = rest.remove(index);
            orders(&rest).into_iter().map(move |order| [vec![first.clone()], order].concat())
        };
        (0..of.len()).flat_map(with_first).collect()
    }

    #[test]
    fn the_kept_checklists_do_not_depend_on_the_order_of_arrival() {
        let all = [("x", "1.9"), ("x", "1.10"), ("yy", "1"), ("yy", "2"), ("zzz", "1")];
        for max in 1..=5 {
            let kept = |order: Vec<(&str, &str)>| -> Vec<String> {
                let mut definitions = Definitions::default();
                for (name, version) in order {
                    definitions.insert_within(format!("{name} {version}"), definition(name, version), max);
                }
                assert!(all.iter().all(|(name, version)| definitions.is_known(&format!("{name} {version}"))));
                definitions.kept().map(|(digest, _)| digest.clone()).collect()
            };
            let first = kept(all.to_vec());
            assert_eq!(first.len(), max);
            for order in orders(&all) {
                assert_eq!(kept(order.clone()), first, "{max} of {order:?}");
            }
        }
    }
}
