//! Keys in the outline: moving, adding, and what is done with sections and items.

use super::state::{ChecklistEditor, Pane};
use crate::app::prelude::*;
use crate::text::Texts;
use crate::visit::draft::{Pasted, Place};

impl ChecklistEditor {
    pub(super) fn update_outline(&mut self, shared: &mut Shared, command: Command) -> Outcome {
        let place = self.place();
        match command {
            Command::Open | Command::Right | Command::Toggle => self.pane = Pane::Form,
            Command::Back => return self.leave(),
            Command::MoveUp | Command::MoveDown => {
                let to = self.draft.move_by(place, command == Command::MoveDown);
                if to == place {
                    return Outcome::default();
                }
                self.select(to);
                return self.changed();
            }
            Command::Cut | Command::Discard | Command::Copy | Command::Duplicate if place == Place::Header => {
                shared.notify("editor-select-a-part");
            }
            Command::Cut | Command::Discard => {
                if command == Command::Cut {
                    self.clipboard = self.draft.clip(place);
                }
                self.say_dependents(shared, place);
                let next = self.draft.delete(place);
                self.select(next);
                return self.changed();
            }
            Command::Duplicate => {
                let pasted = self.draft.duplicate(place);
                return self.on_pasted(shared, pasted);
            }
            Command::Copy => {
                self.clipboard = self.draft.clip(place).or(self.clipboard.take());
                shared.notify("editor-copied");
            }
            Command::Paste => {
                let Some(clip) = self.clipboard.clone() else {
                    shared.notify("editor-nothing-to-paste");
                    return Outcome::default();
                };
                let pasted = self.draft.paste(place, &clip);
                return self.on_pasted(shared, pasted);
            }
            command => self.move_in_outline(command),
        }
        Outcome::default()
    }

    fn move_in_outline(&mut self, command: Command) {
        let places = self.draft.places();
        self.outline.go(command, places.len());
        if let Some(place) = places.get(self.outline.selected).copied().filter(|place| *place != self.place()) {
            self.show_form(place.into());
        }
    }

    /// Adds an item or a section after the selected place, and begins to enter its text.
    pub(super) fn add(&mut self, shared: &Shared, command: Command) -> Outcome {
        let place = self.place();
        let added = if command == Command::New { self.draft.add_item(place) } else { self.draft.add_section(place) };
        self.select(added);
        let kept = self.changed();
        self.pane = Pane::Form;
        // The author writes in the language of the interface first.
        self.column = self.draft.languages().iter().position(|code| *code == shared.lang.code()).unwrap_or(0);
        self.begin_entry(shared.lang);
        kept
    }

    /// Shows what was inserted, and says which conditions were dropped.
    pub(super) fn on_pasted(&mut self, shared: &mut Shared, pasted: Option<Pasted>) -> Outcome {
        let Some(Pasted { place, dropped }) = pasted else { return Outcome::default() };
        if !dropped.is_empty() {
            let texts = Texts::new(shared.lang);
            let labels: Vec<String> = dropped
                .iter()
                .map(|label| texts.with("editor-quoted", &[("text", label.get(shared.lang).into())]))
                .collect();
            let args = vec![("labels", labels.join(", "))];
            shared.notice = Some(Notice::With(("editor-conditions-dropped", args)));
        }
        self.select(place);
        self.changed()
    }

    /// Says how many conditions lose the item that they are about.
    fn say_dependents(&self, shared: &mut Shared, place: Place) {
        let count = self.draft.dependents(place).len();
        if count > 0 {
            shared.notice = Some(Notice::With(("editor-dependents", vec![("count", count.to_string())])));
        }
    }

    /// Handles a click on a row of the outline, or of a dialog.
    pub(super) fn click_row(&mut self, shared: &mut Shared, row: usize) -> Outcome {
        if let Some(dialog) = &mut self.dialog {
            let was_selected = std::mem::replace(&mut dialog.cursor.selected, row) == row;
            return if was_selected { self.update_dialog(shared, Key::Enter.into()) } else { Outcome::default() };
        }
        if let Some(entry) = &mut self.entry {
            let was_selected =
                entry.cursor_mut().is_some_and(|cursor| std::mem::replace(&mut cursor.selected, row) == row);
            return if was_selected { self.update_entry(shared, Key::Enter.into()) } else { Outcome::default() };
        }
        if let Some(place) = self.draft.places().get(row).copied() {
            let was_selected = self.outline.selected == row;
            self.pane = if was_selected { Pane::Form } else { Pane::Outline };
            self.select(place);
        }
        Outcome::default()
    }
}
