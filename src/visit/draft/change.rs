//! Changes of a checklist, each with its inverse.

use crate::visit::checklist::{Checklist, Item, Section};
use std::mem::replace;

/// The position of an item: its section, and its place there.
pub(super) type At = (usize, usize);

/// A change. Positions of moves are those after the thing was taken out.
#[derive(Clone, Debug)]
pub(super) enum Change {
    InsertSection(usize, Box<Section>),
    RemoveSection(usize),
    MoveSection(usize, usize),
    /// Replaces a section but for its items; those of the new one are ignored.
    ReplaceSection(usize, Box<Section>),
    InsertItem(At, Box<Item>),
    RemoveItem(At),
    MoveItem(At, At),
    ReplaceItem(At, Box<Item>),
    /// Replaces all but the sections; those of the new one are ignored.
    ReplaceHeader(Box<Checklist>),
}

impl Change {
    /// Returns whether both replace the thing at one place.
    pub(super) fn is_at_place_of(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::ReplaceSection(a, _), Self::ReplaceSection(b, _)) => a == b,
            (Self::ReplaceItem(a, _), Self::ReplaceItem(b, _)) => a == b,
            (Self::ReplaceHeader(_), Self::ReplaceHeader(_)) => true,
            _ => false,
        }
    }
}

/// Makes changes in order; returns those that take them back, in order. A change of a place that does not exist is none.
pub(super) fn apply_all(checklist: &mut Checklist, changes: Vec<Change>) -> Vec<Change> {
    let mut inverse: Vec<Change> = changes.into_iter().filter_map(|change| apply(checklist, change)).collect();
    inverse.reverse();
    inverse
}

fn apply(checklist: &mut Checklist, change: Change) -> Option<Change> {
    let sections = &mut checklist.sections;
    match change {
        Change::InsertSection(at, section) => {
            (at <= sections.len()).then(|| sections.insert(at, *section))?;
            Some(Change::RemoveSection(at))
        }
        Change::RemoveSection(at) => {
            let removed = (at < sections.len()).then(|| sections.remove(at))?;
            Some(Change::InsertSection(at, Box::new(removed)))
        }
        Change::MoveSection(from, to) => {
            let moved = (from < sections.len() && to < sections.len()).then(|| sections.remove(from))?;
            sections.insert(to, moved);
            Some(Change::MoveSection(to, from))
        }
        Change::ReplaceSection(at, mut section) => {
            let there = sections.get_mut(at)?;
            section.items = std::mem::take(&mut there.items);
            let before = replace(there, *section);
            Some(Change::ReplaceSection(at, Box::new(before)))
        }
        Change::InsertItem((section, at), item) => {
            let items = &mut sections.get_mut(section)?.items;
            (at <= items.len()).then(|| items.insert(at, *item))?;
            Some(Change::RemoveItem((section, at)))
        }
        Change::RemoveItem((section, at)) => {
            let items = &mut sections.get_mut(section)?.items;
            let removed = (at < items.len()).then(|| items.remove(at))?;
            Some(Change::InsertItem((section, at), Box::new(removed)))
        }
        Change::MoveItem(from, to) => move_item(sections, from, to),
        Change::ReplaceItem((section, at), item) => {
            let there = sections.get_mut(section)?.items.get_mut(at)?;
            Some(Change::ReplaceItem((section, at), Box::new(replace(there, *item))))
        }
        Change::ReplaceHeader(mut header) => {
            header.sections = std::mem::take(sections);
            let before = replace(checklist, *header);
            Some(Change::ReplaceHeader(Box::new(before)))
        }
    }
}

fn move_item(sections: &mut [Section], from: At, to: At) -> Option<Change> {
    let target = sections.get(to.0)?.items.len() - usize::from(from.0 == to.0);
    let items = &mut sections.get_mut(from.0)?.items;
    let moved = (from.1 < items.len() && to.1 <= target).then(|| items.remove(from.1))?;
    sections.get_mut(to.0)?.items.insert(to.1, moved);
    Some(Change::MoveItem(to, from))
}
