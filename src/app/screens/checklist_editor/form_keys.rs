//! Keys in a form: moving among its fields, and what is done with the selected one.

use super::state::{ChecklistEditor, Pane};
use crate::app::prelude::*;
use crate::visit::draft::{Field, FieldKey, FieldValue, Form, Input};

impl ChecklistEditor {
    pub(super) fn update_form(&mut self, shared: &mut Shared, command: Command) -> Outcome {
        let field = self.field();
        match (command, field) {
            (Command::Open, Some(field)) => return self.open_field(shared, &field),
            (Command::Toggle, Some(field @ Field { value: FieldValue::Flag(_), .. })) => {
                return self.open_field(shared, &field);
            }
            (Command::Left, _) if self.column > 0 => self.column -= 1,
            (Command::Left | Command::Back, _) => return self.leave_form(),
            (Command::Right, Some(Field { value: FieldValue::Text(texts), .. })) => {
                self.column = (self.column + 1).min(texts.len().saturating_sub(1));
            }
            (Command::Right, Some(Field { value: FieldValue::Part(part), .. })) => {
                self.show_form(self.form.place.part(part));
            }
            (Command::Discard, Some(field)) => return self.remove(shared, &field),
            (Command::MoveUp | Command::MoveDown, Some(Field { value: FieldValue::Part(part), .. })) => {
                let moved = self.draft.move_part(self.form.place, part, command == Command::MoveDown);
                if moved.part == Some(part) {
                    return Outcome::default();
                }
                let outcome = self.changed();
                self.select_part(moved);
                return outcome;
            }
            (
                Command::Duplicate
                | Command::Cut
                | Command::Copy
                | Command::Paste
                | Command::MoveUp
                | Command::MoveDown,
                _,
            ) => {
                shared.notify("editor-in-outline");
            }
            (command, _) => {
                if self.fields.after(command, 1).is_some() {
                    self.draft.end_typing();
                    self.column = 0;
                }
                self.fields.go(command, self.form_fields().len());
            }
        }
        Outcome::default()
    }

    /// Goes back from a part to its item, or from a form to the outline.
    pub(super) fn leave_form(&mut self) -> Outcome {
        self.draft.end_typing();
        match self.form.part {
            Some(_) => {
                let part = self.form;
                self.show_form(self.form.place.into());
                self.select_part(part);
            }
            None => self.pane = Pane::Outline,
        }
        Outcome::default()
    }

    /// Selects the field that opens a part.
    fn select_part(&mut self, form: Form) {
        let opens = |field: &Field| matches!((&field.value, form.part), (FieldValue::Part(a), Some(b)) if *a == b);
        if let Some(at) = self.form_fields().iter().position(opens) {
            self.fields.selected = at;
        }
    }

    /// Does what Enter does in a field: turns a flag, opens a part, adds one, or begins to enter something.
    fn open_field(&mut self, shared: &mut Shared, field: &Field) -> Outcome {
        match &field.value {
            FieldValue::Flag(on) => self.set(shared, &field.key, &Input::Flag(!on)),
            FieldValue::Part(part) => {
                self.show_form(self.form.place.part(*part));
                // What is not written yet is written at once.
                let is_blank = self.field().is_some_and(|field| match field.value {
                    FieldValue::Text(texts) => texts.iter().all(|text| text.text.trim().is_empty()),
                    _ => false,
                });
                if is_blank {
                    self.begin_entry(shared.lang);
                }
                Outcome::default()
            }
            FieldValue::Add => {
                let Some(form) = self.draft.add_part(self.form.place, &field.key) else { return Outcome::default() };
                let outcome = self.changed();
                self.show_form(form);
                self.begin_entry(shared.lang);
                outcome
            }
            FieldValue::Condition(_) | FieldValue::Unknown(_) | FieldValue::None => {
                shared.notify("editor-only-removed");
                Outcome::default()
            }
            _ if field.is_fixed => {
                shared.notify("editor-id-fixed");
                Outcome::default()
            }
            _ => {
                self.begin_entry(shared.lang);
                Outcome::default()
            }
        }
    }

    /// Removes a part, a condition or an unknown field; blanks a text in one language.
    fn remove(&mut self, shared: &mut Shared, field: &Field) -> Outcome {
        match &field.value {
            FieldValue::Part(part) => {
                self.draft.remove_part(self.form.place, *part);
                self.changed()
            }
            FieldValue::Condition(_) | FieldValue::Unknown(_) => self.set(shared, &field.key, &Input::Remove),
            FieldValue::Text(texts) => {
                let language = texts.get(self.column).and_then(|text| text.language.clone());
                let outcome = self.set(shared, &field.key, &Input::Text { language: language.as_deref(), text: "" });
                self.draft.end_typing();
                outcome
            }
            FieldValue::Number(_) | FieldValue::Line(_) => {
                let outcome = self.set(shared, &field.key, &Input::Typed(""));
                self.draft.end_typing();
                outcome
            }
            _ => Outcome::default(),
        }
    }

    /// Enters something in a field of the form; a refusal becomes the notice.
    pub(super) fn set(&mut self, shared: &mut Shared, key: &FieldKey, input: &Input<'_>) -> Outcome {
        match self.draft.set(self.form, key, input, shared.lang) {
            Ok(()) => self.changed(),
            Err(problem) => {
                shared.notice = Some(Notice::With(super::entry::problem_message(&problem)));
                Outcome::default()
            }
        }
    }
}
