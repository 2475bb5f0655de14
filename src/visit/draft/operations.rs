//! Operations on sections and items: add, delete, move.

use super::ChecklistDraft;
use super::change::Change;
use super::ids::{ITEM, SECTION, free_id};
use super::place::Place;
use crate::visit::checklist::{Item, Section};

impl ChecklistDraft {
    /// Returns the item at a place.
    pub fn item(&self, place: Place) -> Option<&Item> {
        let Place::Item(section, at) = place else { return None };
        self.section(section)?.items.get(at)
    }

    /// Returns a section.
    pub fn section(&self, at: usize) -> Option<&Section> {
        self.checklist.sections.get(at)
    }

    /// Returns the rows of the outline, from top to bottom.
    pub fn places(&self) -> Vec<Place> {
        let sections = self.checklist.sections.iter().enumerate().flat_map(|(s, section)| {
            std::iter::once(Place::Section(s)).chain((0..section.items.len()).map(move |i| Place::Item(s, i)))
        });
        std::iter::once(Place::Header).chain(sections).collect()
    }

    /// Returns a place, or the one nearest to it that exists.
    pub fn nearest(&self, place: Place) -> Place {
        let Some(last) = self.checklist.sections.len().checked_sub(1) else { return Place::Header };
        match place {
            Place::Header => Place::Header,
            Place::Section(s) => Place::Section(s.min(last)),
            Place::Item(s, _) if s > last => Place::Section(last),
            Place::Item(s, i) => match self.section(s).and_then(|section| section.items.len().checked_sub(1)) {
                None => Place::Section(s),
                Some(last) => Place::Item(s, i.min(last)),
            },
        }
    }

    /// Adds a section after the one of a place; returns its place.
    pub fn add_section(&mut self, after: Place) -> Place {
        let at = after.section().map_or(0, |section| section + 1).min(self.checklist.sections.len());
        let id = free_id("", SECTION, |id| self.is_section_id_taken(id, None));
        let section = Section { id, ..Section::default() };
        self.perform(Place::Section(at), vec![Change::InsertSection(at, Box::new(section))]);
        Place::Section(at)
    }

    /// Adds an item after a place, answered with yes, partly or no; returns its place. Without a section, one is added.
    pub fn add_item(&mut self, after: Place) -> Place {
        let at = self.place_after(after);
        let mut changes = Vec::new();
        if self.checklist.sections.is_empty() {
            let id = free_id("", SECTION, |id| self.is_section_id_taken(id, None));
            changes.push(Change::InsertSection(0, Box::new(Section { id, ..Section::default() })));
        }
        let id = free_id("", ITEM, |id| self.is_item_id_taken(id, None));
        changes.push(Change::InsertItem(at, Box::new(Item { id, ..Item::default() })));
        self.perform(Place::Item(at.0, at.1), changes);
        Place::Item(at.0, at.1)
    }

    /// Returns where an item comes after a place: as the first one after the heading of a section, or after the header.
    pub(super) fn place_after(&self, after: Place) -> (usize, usize) {
        match self.nearest(after) {
            Place::Header => (0, 0),
            Place::Section(s) => (s, 0),
            Place::Item(s, i) => (s, i + 1),
        }
    }

    /// Deletes a section with its items, or an item; returns the place that is nearest then.
    pub fn delete(&mut self, place: Place) -> Place {
        match place {
            Place::Header => {}
            Place::Section(at) => self.perform(place, vec![Change::RemoveSection(at)]),
            Place::Item(section, at) => self.perform(place, vec![Change::RemoveItem((section, at))]),
        }
        self.nearest(place)
    }

    /// Returns the items elsewhere that have a condition on an item, or on an item of a section.
    pub fn dependents(&self, place: Place) -> Vec<&Item> {
        let within = |at: Place| match place {
            Place::Header => false,
            Place::Section(section) => at.section() == Some(section),
            Place::Item(..) => at == place,
        };
        let all = || self.items_at().map(|((s, i), item)| (Place::Item(s, i), item));
        let ids: Vec<&str> = all().filter(|(at, _)| within(*at)).map(|(_, item)| item.id.as_str()).collect();
        let depends = |item: &Item| {
            let mut found = false;
            if let Some(when) = &item.when {
                when.for_each_item(&mut |id| found = found || ids.contains(&id));
            }
            found
        };
        all().filter(|(at, item)| !within(*at) && depends(item)).map(|(_, item)| item).collect()
    }

    /// Moves a section, or an item within its section and into the neighbouring one; returns its new place.
    pub fn move_by(&mut self, place: Place, down: bool) -> Place {
        let to = match place {
            Place::Header => None,
            Place::Section(at) => neighbour(at, down, self.checklist.sections.len()).map(Place::Section),
            Place::Item(section, at) => self.item_target(section, at, down),
        };
        match (place, to) {
            (Place::Section(from), Some(Place::Section(to))) => {
                self.perform(Place::Section(to), vec![Change::MoveSection(from, to)]);
            }
            (Place::Item(s, i), Some(Place::Item(to_s, to_i))) => {
                self.perform(Place::Item(to_s, to_i), vec![Change::MoveItem((s, i), (to_s, to_i))]);
            }
            _ => return place,
        }
        to.unwrap_or(place)
    }

    fn item_target(&self, section: usize, at: usize, down: bool) -> Option<Place> {
        let len = |section: usize| self.section(section).map(|section| section.items.len());
        if let Some(to) = neighbour(at, down, len(section)?) {
            return Some(Place::Item(section, to));
        }
        let next = neighbour(section, down, self.checklist.sections.len())?;
        Some(Place::Item(next, if down { 0 } else { len(next)? }))
    }
}

/// Returns the position before or after one in a list of `len`.
pub(super) fn neighbour(at: usize, down: bool, len: usize) -> Option<usize> {
    if down { Some(at + 1).filter(|to| *to < len) } else { at.checked_sub(1) }
}
