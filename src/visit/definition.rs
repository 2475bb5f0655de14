//! A checklist ready for use: what its author wrote, kept to the letter, beside an index for quick questions.

use super::checklist::{Checklist, Item, Section};
use super::{digest, validate};
use hashbrown::HashMap;

/// A checklist with its whole original and its index.
#[derive(Clone, Debug)]
pub struct Definition {
    raw: serde_json::Value,
    checklist: Checklist,
    digest: String,
    /// Section and place in it, for each item.
    places: Vec<(usize, usize)>,
    by_id: HashMap<String, usize>,
    /// For each item, those after it whose conditions ask for it, in order.
    dependents: Vec<Vec<usize>>,
}

impl Definition {
    /// Reads a definition; unknown fields stay in [`Definition::raw`].
    ///
    /// # Errors
    /// Fails where the value is not of the checklist's shape. Nothing beyond the shape is checked.
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

    /// Reads a definition that any program may have written, and that a visit goes by: see [`validate::is_sound`].
    ///
    /// # Errors
    /// As [`Definition::new`], and where no visit can go by it.
    pub fn of_visit(raw: serde_json::Value) -> Result<Self, serde_json::Error> {
        let definition = Self::new(raw)?;
        let sound = validate::is_sound(&definition.checklist);
        if sound { Ok(definition) } else { Err(serde::de::Error::custom("no visit can go by its checklist")) }
    }

    /// Gives the author's own document, unknown fields and all.
    #[must_use]
    pub fn raw(&self) -> &serde_json::Value {
        &self.raw
    }

    /// Gives the checklist.
    #[must_use]
    pub fn checklist(&self) -> &Checklist {
        &self.checklist
    }

    /// Gives `sha256:` and the hex digest of its canonical form.
    #[must_use]
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// Gives the number of items.
    #[must_use]
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Tells whether it has no item at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Gives the item at a position, counted over the whole checklist.
    ///
    /// # Panics
    /// Where the position is not below [`Definition::len`].
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "positions come from this index; a wrong one is a defect")]
    pub fn item(&self, index: usize) -> &Item {
        let (s, i) = self.places[index];
        &self.checklist.sections[s].items[i]
    }

    /// Gives the items with their positions.
    pub fn items(&self) -> impl Iterator<Item = (usize, &Item)> {
        self.checklist.items().enumerate().map(|(index, (_, item))| (index, item))
    }

    /// Gives the position, among the sections, of an item's section.
    ///
    /// # Panics
    /// As [`Definition::item`].
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "as `item`")]
    pub fn section_index(&self, index: usize) -> usize {
        self.places[index].0
    }

    /// Gives the section of an item.
    ///
    /// # Panics
    /// As [`Definition::item`].
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "as `item`")]
    pub fn section(&self, index: usize) -> &Section {
        &self.checklist.sections[self.places[index].0]
    }

    /// Gives the position of the item with an id.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// Gives the items after one whose conditions ask for its answer, in order.
    #[must_use]
    pub fn dependents(&self, index: usize) -> &[usize] {
        self.dependents.get(index).map_or(&[], Vec::as_slice)
    }
}

/// Finds, for each item, those after it whose conditions name it. A condition looks only backwards.
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
