//! The editor of a checklist: its outline, the form of what is selected there, and what is being entered.
//!
//! Every change goes to the draft at once, and from there to the disk.

mod commands;
mod dialog;
mod dialog_keys;
mod entry;
mod entry_keys;
mod form_keys;
mod next_entry;
mod opening;
mod outline_keys;
mod save;
mod state;
mod trial;

pub use dialog::{Dialog, DialogKind, DialogRow};
pub use entry::{Entry, EntryKind};
pub use state::{ChecklistEditor, Pane};

use crate::app::prelude::*;
use save::close;

impl Interactive for ChecklistEditor {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, now: &Moment) -> Outcome {
        if self.dialog.is_some() {
            return self.update_dialog(shared, press);
        }
        if !self.is_open {
            let leaves = shared.keymap.command(Context::List, press) == Some(Command::Back);
            return if leaves { close(false) } else { Outcome::default() };
        }
        if self.entry.is_some() {
            return self.update_entry(shared, press);
        }
        let own = shared.keymap.command(Context::Editor, press);
        let Some(command) = own.or_else(|| shared.keymap.command(Context::List, press)) else {
            return Outcome::default();
        };
        if let Some(outcome) = self.common(shared, command, now) {
            return outcome;
        }
        match self.pane {
            Pane::Outline => self.update_outline(shared, command),
            Pane::Form => self.update_form(shared, command),
        }
    }

    fn click(&mut self, shared: &mut Shared, target: Target, now: &Moment) -> Outcome {
        match target {
            Target::Row(row) => self.click_row(shared, row),
            Target::Field(row) if self.dialog.is_none() && self.entry.is_none() => {
                let was_selected = self.pane == Pane::Form && self.fields.selected == row;
                self.pane = Pane::Form;
                self.fields.selected = row;
                if was_selected { self.update(shared, Key::Enter.into(), now) } else { Outcome::default() }
            }
            _ => Outcome::default(),
        }
    }

    fn explanation(&self) -> Option<String> {
        let key = match (&self.entry, &self.dialog) {
            (Some(entry), None) => entry.key.clone(),
            (None, None) if self.pane == Pane::Form => self.field()?.key,
            _ => return None,
        };
        Some(format!("editor-explain-{}", key.name()))
    }

    fn line(&mut self) -> Option<&mut TextInput> {
        self.entry.as_mut().and_then(Entry::input)
    }

    fn paste(&mut self, shared: &mut Shared, text: &str) -> Outcome {
        match self.line() {
            Some(line) => {
                line.paste(&crate::text::clean(text));
                self.enter_typed(shared)
            }
            None => Outcome::default(),
        }
    }

    fn context(&self) -> Context {
        match (&self.dialog, &self.entry) {
            (Some(_), _) => Context::List,
            (None, Some(entry)) if entry.is_text() => Context::Typing,
            (None, Some(_)) => Context::Choosing,
            (None, None) => Context::Editor,
        }
    }
}
