//! Copying items and sections, within a checklist and from another one.

use super::ChecklistDraft;
use super::change::Change;
use super::ids::{ITEM, SECTION, free_id, rename_all};
use super::place::Place;
use crate::visit::checklist::{Item, LocalText, Section};
use std::collections::HashMap;

/// Items or a section that were copied.
#[derive(Clone, Debug, PartialEq)]
pub struct Clip {
    content: Content,
    /// Whether it was taken from this checklist, so that ids may stay as they were.
    is_own: bool,
}

#[derive(Clone, Debug, PartialEq)]
enum Content {
    Section(Box<Section>),
    Items(Vec<Item>),
}

/// What a paste did.
#[derive(Clone, Debug, PartialEq)]
pub struct Pasted {
    /// The first place of what was pasted.
    pub place: Place,
    /// The labels of items whose condition was dropped, because it refers to an item that is not there.
    pub dropped: Vec<LocalText>,
}

impl Clip {
    /// Returns items of another checklist.
    pub fn of_items(items: Vec<Item>) -> Self {
        Self { content: Content::Items(items), is_own: false }
    }

    /// Returns a section of another checklist.
    pub fn of_section(section: Section) -> Self {
        Self { content: Content::Section(Box::new(section)), is_own: false }
    }

    /// Returns the number of items in it.
    pub fn len(&self) -> usize {
        self.items().len()
    }

    /// Returns whether there are no items in it.
    pub fn is_empty(&self) -> bool {
        self.items().is_empty()
    }

    fn items(&self) -> &[Item] {
        match &self.content {
            Content::Section(section) => &section.items,
            Content::Items(items) => items,
        }
    }
}

impl ChecklistDraft {
    /// Returns a copy of an item, or of a section with its items.
    pub fn clip(&self, place: Place) -> Option<Clip> {
        let content = match place {
            Place::Header => return None,
            Place::Section(at) => Content::Section(Box::new(self.section(at)?.clone())),
            Place::Item(..) => Content::Items(vec![self.item(place)?.clone()]),
        };
        Some(Clip { content, is_own: true })
    }

    /// Puts a copy of a section or an item after it.
    pub fn duplicate(&mut self, place: Place) -> Option<Pasted> {
        let clip = self.clip(place)?;
        self.paste(place, &clip)
    }

    /// Inserts what was copied after a place. Ids that are taken are made anew, and conditions follow them; a condition on
    /// an item that is not there is dropped.
    pub fn paste(&mut self, after: Place, clip: &Clip) -> Option<Pasted> {
        let (items, dropped) = self.fitted(clip);
        let (place, changes) = match &clip.content {
            Content::Section(section) => {
                let at = after.section().map_or(0, |section| section + 1).min(self.checklist.sections.len());
                let is_there = |id: &str| self.checklist.sections.iter().any(|section| section.id == id);
                let is_taken = |id: &str| self.is_section_id_taken(id, None);
                // What was cut from this checklist keeps the id that it had.
                let is_free = !if clip.is_own { is_there(&section.id) } else { is_taken(&section.id) };
                let id =
                    if is_free { section.id.clone() } else { free_id(self.name_of(&section.title), SECTION, is_taken) };
                let section = Section { id, items, ..(**section).clone() };
                (Place::Section(at), vec![Change::InsertSection(at, Box::new(section))])
            }
            Content::Items(_) if items.is_empty() => return None,
            Content::Items(_) => {
                let (section, first) = self.place_after(after);
                let mut changes = Vec::new();
                if self.checklist.sections.is_empty() {
                    let id = free_id("", SECTION, |id| self.is_section_id_taken(id, None));
                    changes.push(Change::InsertSection(0, Box::new(Section { id, ..Section::default() })));
                }
                let items = items.into_iter().enumerate();
                changes.extend(items.map(|(i, item)| Change::InsertItem((section, first + i), Box::new(item))));
                (Place::Item(section, first), changes)
            }
        };
        self.perform(place, changes);
        Some(Pasted { place, dropped })
    }

    /// Returns the items of a clip with ids and conditions that fit here, and the labels of those whose condition is dropped.
    fn fitted(&self, clip: &Clip) -> (Vec<Item>, Vec<LocalText>) {
        let mut renamed: HashMap<String, String> = HashMap::new();
        let mut items: Vec<Item> = Vec::new();
        for item in clip.items() {
            let is_new_here = |id: &str| renamed.values().any(|new| new == id);
            let is_there = |id: &str| is_new_here(id) || self.items_at().any(|(_, there)| there.id == id);
            let is_taken = |id: &str| is_new_here(id) || self.is_item_id_taken(id, None);
            let is_free = !if clip.is_own { is_there(&item.id) } else { is_taken(&item.id) };
            let id = if is_free { item.id.clone() } else { free_id(self.name_of(&item.label), ITEM, is_taken) };
            renamed.insert(item.id.clone(), id.clone());
            items.push(Item { id, ..item.clone() });
        }
        let mut dropped = Vec::new();
        for item in &mut items {
            let Some(when) = &mut item.when else { continue };
            let mut named = Vec::new();
            when.for_each_item(&mut |id| named.push(id.to_owned()));
            let is_here = |id: &String| renamed.contains_key(id) || self.items_at().any(|(_, there)| there.id == *id);
            if named.iter().all(is_here) {
                rename_all(when, &renamed);
            } else {
                item.when = None;
                dropped.push(item.label.clone());
            }
        }
        (items, dropped)
    }
}
