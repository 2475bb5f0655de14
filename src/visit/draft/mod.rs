//! A checklist being written: changes that can be undone without end, and its fields as forms.
//!
//! [`ChecklistDraft`] is what an editor shows and changes. Every change keeps its inverse, not a copy of the checklist.

mod change;
mod condition_terms;
mod fault_place;
mod fields;
mod form;
mod ids;
mod next_version;
mod operations;
mod parts;
mod paste;
mod place;
mod retype;
mod set;
mod set_parts;
mod texts;
mod typed;
mod unknown_fields;

pub use condition_terms::{Term, Terms};
pub use fault_place::PlacedFault;
pub use form::{Answer, ChoiceRow, Field, FieldKey, FieldProblem, FieldValue, Input, LanguageText};
pub use next_version::{Difference, difference, next_version};
pub use paste::{Clip, Pasted};
pub use place::{Form, Part, Place};

use super::checklist::{Checklist, FORMAT, LocalText, Section};
use change::{Change, apply_all};
use std::collections::BTreeSet;

/// The version of a new checklist.
const FIRST_VERSION: &str = "1.0.0";

/// A checklist being written.
#[derive(Clone, Debug, Default)]
pub struct ChecklistDraft {
    checklist: Checklist,
    /// The saved checklist that it changes; `None` for a new one.
    base: Option<Checklist>,
    /// Ids of items that other versions have or had, which a new item must not get.
    reserved: BTreeSet<String>,
    /// Ids of other checklists.
    taken: BTreeSet<String>,
    done: Vec<Step>,
    undone: Vec<Step>,
    /// Whether the next change of the field that was changed last belongs to the same step.
    is_typing: bool,
}

/// A step that can be undone, or redone.
#[derive(Clone, Debug)]
struct Step {
    /// The changes that take it back, in order.
    inverse: Vec<Change>,
    /// Where it happened.
    place: Place,
    /// The field that was typed in.
    field: Option<(Form, FieldKey)>,
}

impl ChecklistDraft {
    /// Creates an empty checklist in these languages, with one section; `taken` are the ids of the other checklists.
    pub fn empty(languages: &[&str], taken: BTreeSet<String>) -> Self {
        let languages = Some(languages.iter().map(|&language| language.to_owned()).collect());
        let checklist = Checklist { languages, sections: vec![Section::default()], ..Checklist::default() };
        Self::copy_of(checklist, taken)
    }

    /// Creates a new checklist that begins as a copy of another one; `taken` are the ids of the other checklists.
    pub fn copy_of(mut checklist: Checklist, taken: BTreeSet<String>) -> Self {
        FORMAT.clone_into(&mut checklist.format);
        FIRST_VERSION.clone_into(&mut checklist.version);
        let mut draft = Self { checklist, taken, ..Self::default() };
        draft.name_blank_ids();
        draft
    }

    /// Creates the draft of the next version of a checklist; `reserved` are ids of items that earlier versions had.
    pub fn edit(base: Checklist, reserved: BTreeSet<String>) -> Self {
        let ids: Vec<String> = base.items().map(|(_, item)| item.id.clone()).collect();
        let reserved = reserved.into_iter().chain(ids).collect();
        Self { checklist: base.clone(), base: Some(base), reserved, ..Self::default() }
    }

    /// Continues a draft with a checklist that was kept.
    #[must_use]
    pub fn with_checklist(self, checklist: Checklist) -> Self {
        Self { checklist, ..self }
    }

    /// Takes note that the draft was saved as a version: from now on it changes that one.
    pub fn on_saved(&mut self, saved: Checklist) {
        self.reserved.extend(saved.items().map(|(_, item)| item.id.clone()));
        self.taken.clear();
        self.checklist.version.clone_from(&saved.version);
        self.base = Some(saved);
        self.is_typing = false;
    }

    /// Returns the checklist as it is now; it may have faults.
    pub fn checklist(&self) -> &Checklist {
        &self.checklist
    }

    /// Returns the saved checklist that it changes; `None` for a new one.
    pub fn base(&self) -> Option<&Checklist> {
        self.base.as_ref()
    }

    /// Returns whether it differs from what it began from.
    pub fn is_changed(&self) -> bool {
        self.base.as_ref().is_none_or(|base| *base != self.checklist)
    }

    /// Returns whether there is a step to undo.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Returns whether there is a step to redo.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Takes the last step back; returns where it was.
    pub fn undo(&mut self) -> Option<Place> {
        let step = self.done.pop()?;
        let (place, step) = self.take_back(step);
        self.undone.push(step);
        Some(place)
    }

    /// Repeats the last step that was taken back; returns where it was.
    pub fn redo(&mut self) -> Option<Place> {
        let step = self.undone.pop()?;
        let (place, step) = self.take_back(step);
        self.done.push(step);
        Some(place)
    }

    /// Ends a step of typing: what is typed next in the same field is a step of its own.
    pub fn end_typing(&mut self) {
        self.is_typing = false;
    }

    /// Takes a step back; returns the nearest place that exists, and the step that takes this back.
    fn take_back(&mut self, step: Step) -> (Place, Step) {
        self.is_typing = false;
        let inverse = apply_all(&mut self.checklist, step.inverse);
        // A saved version stays the one that is changed.
        if let Some(base) = &self.base {
            self.checklist.version.clone_from(&base.version);
        }
        (self.nearest(step.place), Step { inverse, ..step })
    }

    /// Makes changes as one step.
    fn perform(&mut self, place: Place, changes: Vec<Change>) {
        self.step(place, None, changes);
    }

    /// Makes changes as one step, or as a part of the last one where the same field is being typed in.
    fn step(&mut self, place: Place, field: Option<(Form, &FieldKey)>, changes: Vec<Change>) {
        let field = field.map(|(form, key)| (form, key.clone()));
        let is_typed = field.is_some();
        let inverse = apply_all(&mut self.checklist, changes);
        if inverse.is_empty() {
            return;
        }
        self.undone.clear();
        let same = self.done.last_mut().filter(|last| self.is_typing && is_typed && last.field == field);
        match same {
            // Typing replaces things where they are, and what stood there first is kept.
            Some(last) => {
                for change in inverse {
                    if !last.inverse.iter().any(|earlier| earlier.is_at_place_of(&change)) {
                        last.inverse.push(change);
                    }
                }
            }
            None => self.done.push(Step { inverse, place, field }),
        }
        self.is_typing = is_typed;
    }

    /// Returns the languages that every text must have.
    pub fn languages(&self) -> Vec<&str> {
        self.checklist.declared_languages()
    }

    /// Returns the text that ids are made from: in the first declared language that has one.
    fn name_of<'t>(&self, text: &'t LocalText) -> &'t str {
        match text {
            LocalText::Same(text) => text,
            LocalText::Each(texts) => {
                let declared = self.checklist.declared_languages().into_iter().filter_map(|lang| texts.get(lang));
                declared.chain(texts.values()).find(|text| !text.trim().is_empty()).map_or("", String::as_str)
            }
        }
    }
}

#[cfg(test)]
mod tests;
