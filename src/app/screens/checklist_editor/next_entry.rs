//! What Enter goes on to after a text or a number, so that a checklist is written without any other key.

use super::state::{ChecklistEditor, Pane};
use crate::app::prelude::*;
use crate::text::Lang;
use crate::visit::Item;
use crate::visit::draft::{Field, FieldKey, FieldValue, Part, Place};

impl ChecklistEditor {
    /// Returns whether Enter adds a question after the text that is typed: it is that of the last one of its section, or
    /// the title of a section without questions.
    pub fn adds_next(&self) -> bool {
        let Some(entry) = &self.entry else { return false };
        let len = |section| self.draft.section(section).map_or(0, |section| section.items.len());
        match (&entry.key, self.form.place, self.form.part) {
            (FieldKey::Label, Place::Item(section, at), None) => at + 1 == len(section) && !self.is_blank_item(),
            (FieldKey::Title, Place::Section(section), None) => len(section) == 0,
            _ => false,
        }
    }

    /// Goes on after what was typed in a field was kept.
    pub(super) fn go_on(&mut self, shared: &Shared, key: &FieldKey, adds_next: bool) -> Outcome {
        match (key, self.form.place, self.form.part) {
            _ if adds_next => return self.add(shared, Command::New),
            // A question without a text ends the row of new ones.
            (FieldKey::Label, Place::Item(..), None) if self.is_blank_item() => return self.drop_blank_item(),
            (FieldKey::Title, Place::Header, _) if self.has_no_questions() => {
                self.select(Place::Section(0));
                self.pane = Pane::Form;
                self.begin_entry(shared.lang);
            }
            (FieldKey::Label, _, Some(Part::Option(_))) | (FieldKey::Limit, ..) => {
                self.fields.selected += 1;
                self.begin_entry(shared.lang);
            }
            // The next part is one key away.
            (FieldKey::Points, _, Some(_)) => {
                self.leave_form();
                self.fields.selected += 1;
            }
            _ => {}
        }
        Outcome::default()
    }

    /// Goes on from the item of a condition to its answers, if none is ticked yet.
    pub(super) fn enter_answers(&mut self, lang: Lang) {
        let is_open =
            |field: &Field| matches!(&field.value, FieldValue::Answers(all) if all.iter().all(|one| !one.is_chosen));
        if let Some(at) = self.form_fields().iter().position(is_open) {
            self.fields.selected = at;
            self.begin_entry(lang);
        }
    }

    /// Returns whether the checklist is as new: one section at most, and no question in it.
    fn has_no_questions(&self) -> bool {
        matches!(self.draft.places()[..], [_, Place::Section(_)])
    }

    /// Returns whether the selected item is one to which nothing was entered yet.
    fn is_blank_item(&self) -> bool {
        self.draft.item(self.form.place).is_some_and(|item| {
            let blank = Item { id: item.id.clone(), label: item.label.clone(), ..Item::default() };
            let field = self.field().map(|field| field.value);
            let has_text = match field {
                Some(FieldValue::Text(texts)) => texts.iter().any(|text| !text.text.trim().is_empty()),
                _ => true,
            };
            *item == blank && !has_text
        })
    }

    /// Removes the selected item if nothing was entered in it, and goes back to the outline.
    pub(super) fn drop_blank_item(&mut self) -> Outcome {
        if !self.is_blank_item() {
            return Outcome::default();
        }
        let place = self.form.place;
        let before = self.draft.places().into_iter().take_while(|other| *other != place).last();
        let next = self.draft.delete(place);
        self.select(before.unwrap_or(next));
        self.pane = Pane::Outline;
        self.changed()
    }
}
