//! A checklist ready for use: the author's unchanged document, with an index.

use super::checklist::{Checklist, Item, Section};
use super::{digest, validate};
use hashbrown::HashMap;

/// A checklist with its original document and an index of its items.
#[derive(Clone, Debug)]
pub struct Definition {
    raw: serde_json::Value,
    checklist: Checklist,
    digest: String,
    /// The section and the position in it, for each item.
    places: Vec<(usize, usize)>,
    by_id: HashMap<String, usize>,
    /// For each item, the later items whose conditions refer to it, in order.
    dependents: Vec<Vec<usize>>,
}

impl Definition {
    /// Parses a definition; unknown fields stay in [`Definition::raw`].
    ///
    /// # Errors
    /// Fails if the value does not have the shape of a checklist. Nothing beyond the shape is checked.
    pub fn new(raw: serde_json::Value) -> Result<Self, serde_json::Error> {
        let checklist: Checklist = serde::Deserialize::deserialize(&raw)?;
        let digest = digest::digest(&raw)?;
        let places: Vec<_> = (checklist.sections.iter().enumerate())
            .flat_map(|(s, section)| (0..section.items.len()).map(move |i| (s, i)))
            .collect();
        let by_id: HashMap<_, _> =
            checklist.items().enumerate().map(|(index, (_, item))| (item.id.clone(), index)).collect();
        let dependents = dependents(&checklist, places.len(), &by_id);
        Ok(Self { raw, checklist, digest, places, by_id, dependents })
    }

    /// Parses a definition from any program and checks that a visit can follow it: see [`validate::is_sound`].
    ///
    /// # Errors
    /// As [`Definition::new`], and if no visit can follow it.
    pub fn parse_valid(raw: serde_json::Value) -> Result<Self, serde_json::Error> {
        let definition = Self::new(raw)?;
        let sound = validate::is_sound(&definition.checklist);
        if sound { Ok(definition) } else { Err(serde::de::Error::custom("no visit can go by its checklist")) }
    }

    /// Returns the same checklist under another id.
    ///
    /// # Errors
    /// Never fails for a checklist.
    pub fn with_id(&self, id: &str) -> Result<Self, serde_json::Error> {
        let mut raw = self.raw.clone();
        raw.as_object_mut().into_iter().for_each(|raw| drop(raw.insert("id".to_owned(), id.into())));
        Self::new(raw)
    }

    /// Returns the author's document with another version.
    pub fn raw_with_version(&self, version: &str) -> serde_json::Value {
        let mut raw = self.raw.clone();
        raw.as_object_mut().into_iter().for_each(|raw| drop(raw.insert("version".to_owned(), version.into())));
        raw
    }

    /// Returns the author's document, with unknown fields.
    pub fn raw(&self) -> &serde_json::Value {
        &self.raw
    }

    /// Returns the checklist.
    pub fn checklist(&self) -> &Checklist {
        &self.checklist
    }

    /// Returns `sha256:` and the hex digest of its canonical form.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// Returns the number of items.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Returns whether it has no items.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Returns the item at a position, counted over the whole checklist.
    ///
    /// # Panics
    /// Panics if the position is not below [`Definition::len`].
    #[expect(clippy::indexing_slicing, reason = "positions come from this index; a wrong one is a bug")]
    pub fn item(&self, index: usize) -> &Item {
        let (s, i) = self.places[index];
        &self.checklist.sections[s].items[i]
    }

    /// Returns the items with their positions.
    pub fn items(&self) -> impl Iterator<Item = (usize, &Item)> {
        self.checklist.items().enumerate().map(|(index, (_, item))| (index, item))
    }

    /// Returns the position of an item's section among the sections.
    ///
    /// # Panics
    /// As [`Definition::item`].
    #[expect(clippy::indexing_slicing, reason = "as `item`")]
    pub fn section_index(&self, index: usize) -> usize {
        self.places[index].0
    }

    /// Returns the section of an item.
    ///
    /// # Panics
    /// As [`Definition::item`].
    #[expect(clippy::indexing_slicing, reason = "as `item`")]
    pub fn section(&self, index: usize) -> &Section {
        &self.checklist.sections[self.places[index].0]
    }

    /// Returns the position of the item with this id.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// Returns the later items whose conditions refer to this one, in order.
    pub fn dependents(&self, index: usize) -> &[usize] {
        self.dependents.get(index).map_or(&[], Vec::as_slice)
    }
}

/// Finds, for each item, the later items whose conditions refer to it. Conditions refer to earlier items only.
fn dependents(checklist: &Checklist, len: usize, by_id: &HashMap<String, usize>) -> Vec<Vec<usize>> {
    let mut dependents = vec![Vec::new(); len];
    for (index, (_, item)) in checklist.items().enumerate() {
        let Some(when) = &item.when else { continue };
        when.for_each_item(&mut |id| {
            let earlier = by_id.get(id).filter(|&&earlier| earlier < index);
            if let Some(of) = earlier.and_then(|&earlier| dependents.get_mut(earlier))
                && of.last() != Some(&index)
            {
                of.push(index);
            }
        });
    }
    dependents
}
