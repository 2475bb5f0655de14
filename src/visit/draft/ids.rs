//! Ids of what is new, made from their texts; ids that earlier visits refer to never change.

use super::ChecklistDraft;
use super::change::{At, Change};
use crate::visit::checklist::{Checklist, ChoiceOption, Condition, Item, LocalText, Response, free_id_from};
use crate::visit::value::Value;
use std::collections::HashMap;

/// The ids of things whose text is blank, before the number.
pub(super) const CHECKLIST: &str = "checklist";
pub(super) const SECTION: &str = "section";
pub(super) const ITEM: &str = "item";
pub(super) const OPTION: &str = "option";

/// Returns a free id for a name, or for something without a name.
pub(super) fn free_id(name: &str, blank: &str, is_taken: impl Fn(&str) -> bool) -> String {
    free_id_from(name, &is_taken).unwrap_or_else(|| {
        let numbered = (1..=u64::MAX).map(|n| format!("{blank}-{n}")).find(|id| !is_taken(id));
        numbered.unwrap_or_default()
    })
}

/// Returns whether an id may have been made from a name, and not by hand.
pub(super) fn is_made_from(id: &str, name: &str, blank: &str) -> bool {
    let number = id.strip_prefix(blank).and_then(|rest| rest.strip_prefix('-'));
    id.is_empty()
        || number.is_some_and(|number| number.parse::<u64>().is_ok())
        || free_id_from(name, |other| other != id).is_some()
}

impl ChecklistDraft {
    /// Returns whether the checklist's id can still change.
    pub(super) fn has_new_checklist_id(&self) -> bool {
        self.base.is_none()
    }

    /// Returns whether a section's id can still change.
    pub(super) fn is_new_section(&self, id: &str) -> bool {
        !self.base.iter().flat_map(|base| &base.sections).any(|section| section.id == id)
    }

    /// Returns whether an item's id can still change.
    pub(super) fn is_new_item(&self, id: &str) -> bool {
        !self.base.iter().flat_map(Checklist::items).any(|(_, item)| item.id == id)
    }

    /// Returns whether an option's id can still change.
    pub(super) fn is_new_option(&self, item: &str, option: &str) -> bool {
        let there = self.base.iter().flat_map(Checklist::items).filter(|(_, base)| base.id == item);
        !there.flat_map(|(_, base)| options(&base.response)).any(|base| base.id == option)
    }

    /// Returns whether an item's id is used by another item, or was used by an earlier version.
    pub(super) fn is_item_id_taken(&self, id: &str, except: Option<At>) -> bool {
        let there = |(at, item): (At, &Item)| item.id == id && Some(at) != except;
        self.reserved.contains(id) || self.items_at().any(there)
    }

    /// Returns whether a section's id is used by another section, or was used by the version that is changed.
    pub(super) fn is_section_id_taken(&self, id: &str, except: Option<usize>) -> bool {
        let sections = self.checklist.sections.iter().enumerate();
        !self.is_new_section(id) || sections.into_iter().any(|(at, other)| other.id == id && Some(at) != except)
    }

    /// Returns the items with their positions.
    pub(super) fn items_at(&self) -> impl Iterator<Item = (At, &Item)> {
        let sections = self.checklist.sections.iter().enumerate();
        sections.flat_map(|(s, section)| section.items.iter().enumerate().map(move |(i, item)| ((s, i), item)))
    }

    /// Returns the id that an item gets with a new label.
    pub(super) fn item_id(&self, at: At, before: &LocalText, item: &Item) -> String {
        if !(self.is_new_item(&item.id) && is_made_from(&item.id, self.name_of(before), ITEM)) {
            return item.id.clone();
        }
        free_id(self.name_of(&item.label), ITEM, |id| self.is_item_id_taken(id, Some(at)))
    }

    /// Returns the id that an option gets with a new label.
    pub(super) fn option_id(&self, item: &Item, k: usize, before: &LocalText, option: &ChoiceOption) -> String {
        let is_auto = is_made_from(&option.id, self.name_of(before), OPTION);
        if !(is_auto && self.is_new_option(&item.id, &option.id)) {
            return option.id.clone();
        }
        let others = || options(&item.response).iter().enumerate().filter(|(other, _)| *other != k);
        free_id(self.name_of(&option.label), OPTION, |id| {
            !self.is_new_option(&item.id, id) || others().any(|(_, other)| other.id == id)
        })
    }

    /// Assigns ids to what has none yet, in a new checklist.
    pub(super) fn name_blank_ids(&mut self) {
        let title = self.name_of(&self.checklist.title).to_owned();
        let id = free_id(&title, CHECKLIST, |id| self.taken.contains(id));
        self.checklist.id = id;
        for at in 0..self.checklist.sections.len() {
            let Some(section) = self.checklist.sections.get(at).filter(|section| section.id.is_empty()) else {
                continue;
            };
            let id = free_id(self.name_of(&section.title), SECTION, |id| self.is_section_id_taken(id, Some(at)));
            if let Some(section) = self.checklist.sections.get_mut(at) {
                section.id = id;
            }
        }
    }

    /// Returns the changes that make the conditions of other items follow a change of ids, given as a function that
    /// changes a condition and returns whether it did.
    pub(super) fn conditions_changed(&self, change: impl Fn(&mut Condition) -> bool) -> Vec<Change> {
        let changed = |(at, item): (At, &Item)| {
            let mut when = item.when.clone()?;
            change(&mut when).then(|| Change::ReplaceItem(at, Box::new(Item { when: Some(when), ..item.clone() })))
        };
        self.items_at().filter_map(changed).collect()
    }
}

/// Returns the options of a choice; none of another response.
pub(super) fn options(response: &Response) -> &[ChoiceOption] {
    match response {
        Response::Choice { options, .. } => options,
        _ => &[],
    }
}

/// Calls `change` with every test in a condition that names an item; returns whether any changed.
fn change_tests(when: &mut Condition, change: &impl Fn(&mut Condition) -> bool) -> bool {
    match when {
        Condition::Item { .. } | Condition::Number { .. } => change(when),
        Condition::All { all: several } | Condition::Any { any: several } => {
            several.iter_mut().filter_map(|one| change_tests(one, change).then_some(())).count() > 0
        }
        Condition::Not { not } => change_tests(not, change),
    }
}

/// Renames an item in a condition; returns whether it was named.
pub(super) fn rename_item(when: &mut Condition, from: &str, to: &str) -> bool {
    change_tests(when, &|test| match test {
        Condition::Item { item, .. } | Condition::Number { item, .. } if item == from => {
            to.clone_into(item);
            true
        }
        _ => false,
    })
}

/// Renames all items of a condition at once.
pub(super) fn rename_all(when: &mut Condition, renamed: &HashMap<String, String>) {
    change_tests(when, &|test| match test {
        Condition::Item { item, .. } | Condition::Number { item, .. } => {
            renamed.get(item).map(|new| new.clone_into(item)).is_some()
        }
        _ => false,
    });
}

/// Renames an option of an item in a condition; returns whether it was named.
pub(super) fn rename_option(when: &mut Condition, of: &str, from: &str, to: &str) -> bool {
    change_tests(when, &|test| match test {
        Condition::Item { item, is } if item == of => rename_answer(is, from, to),
        _ => false,
    })
}

/// Renames an option in a list of answers; returns whether it was named.
pub(super) fn rename_answer(answers: &mut [Value], from: &str, to: &str) -> bool {
    let named = answers.iter_mut().filter(|answer| answer.as_text() == Some(from));
    named.map(|answer| *answer = Value::text(to)).count() > 0
}
