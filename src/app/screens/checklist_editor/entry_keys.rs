//! Keys while something is entered in a field.

use super::entry::{Entry, EntryKind, as_typed, problem_message};
use super::state::{ChecklistEditor, Pane};
use crate::app::prelude::*;
use crate::text::Lang;
use crate::visit::draft::{FieldKey, FieldValue, Input, LanguageText};

impl ChecklistEditor {
    /// Begins to enter something in the selected field.
    pub(super) fn begin_entry(&mut self, lang: Lang) {
        let Some(field) = self.field() else { return };
        self.draft.end_typing();
        let mut language = None;
        let kind = match field.value {
            FieldValue::Text(texts) => {
                let at = self.column.min(texts.len().saturating_sub(1));
                let text = texts.into_iter().nth(at);
                language = text.as_ref().and_then(|text| text.language.clone());
                EntryKind::Text(TextInput::page(&text.map(|text| text.text).unwrap_or_default()))
            }
            FieldValue::Line(text) => EntryKind::Line(TextInput::line(&text)),
            FieldValue::Number(number) => {
                EntryKind::Line(TextInput::selected(&number.map(|number| as_typed(number, lang)).unwrap_or_default()))
            }
            FieldValue::Choice { chosen, .. } => EntryKind::Choice(ListCursor::at(chosen.unwrap_or(0))),
            FieldValue::Answers(_) => EntryKind::Answers(ListCursor::default()),
            _ => return,
        };
        self.entry = Some(Entry { key: field.key, language, kind, problem: None, has_changed: false });
    }

    /// Handles a key while something is entered.
    pub(super) fn update_entry(&mut self, shared: &mut Shared, press: KeyPress) -> Outcome {
        let Some(entry) = &mut self.entry else { return Outcome::default() };
        let context = if entry.is_text() { Context::Typing } else { Context::Choosing };
        let command = shared.keymap.command(context, press);
        let Some(cursor) = entry.cursor_mut() else { return self.update_typed(shared, press, command) };
        match command {
            Some(Command::Left) => cursor.go(Command::Up, usize::MAX),
            Some(Command::Right) => {
                let at = cursor.selected + 1;
                let rows = self.rows();
                if let Some(cursor) = self.entry.as_mut().and_then(Entry::cursor_mut) {
                    cursor.selected = at.min(rows.saturating_sub(1));
                }
            }
            Some(Command::Toggle | Command::Keep) => return self.choose(shared, command == Some(Command::Keep)),
            Some(Command::Back) => self.entry = None,
            _ => {}
        }
        Outcome::default()
    }

    /// Returns the number of rows to choose from.
    fn rows(&self) -> usize {
        match self.field().map(|field| field.value) {
            Some(FieldValue::Choice { rows, .. }) => rows.len(),
            Some(FieldValue::Answers(answers)) => answers.len(),
            _ => 0,
        }
    }

    /// Takes the selected row of a choice, or turns the selected answer; Enter ends the choice of answers.
    fn choose(&mut self, shared: &mut Shared, is_enter: bool) -> Outcome {
        let Some(entry) = &self.entry else { return Outcome::default() };
        let key = entry.key.clone();
        match &entry.kind {
            EntryKind::Choice(cursor) if key == FieldKey::Attitude && cursor.selected + 1 == self.rows() => {
                // The last row is an attitude of the author's own, to be typed.
                let kind = EntryKind::Line(TextInput::line(""));
                self.entry = Some(Entry { key, language: None, kind, problem: None, has_changed: false });
                Outcome::default()
            }
            EntryKind::Choice(cursor) => {
                let at = cursor.selected;
                self.entry = None;
                let outcome = self.set(shared, &key, &Input::Choose(at));
                self.fields.clamp(self.form_fields().len());
                if key == FieldKey::TermItem {
                    self.enter_answers(shared.lang);
                }
                outcome
            }
            EntryKind::Answers(_) if is_enter => {
                self.entry = None;
                Outcome::default()
            }
            EntryKind::Answers(cursor) => {
                let at = cursor.selected;
                self.set(shared, &key, &Input::Toggle(at))
            }
            EntryKind::Text(_) | EntryKind::Line(_) => Outcome::default(),
        }
    }

    /// Handles a key while text is typed.
    fn update_typed(&mut self, shared: &mut Shared, press: KeyPress, command: Option<Command>) -> Outcome {
        match (command, press.key) {
            (Some(Command::Back), _) => return self.drop_typed(),
            (Some(Command::Keep), _) => return self.end_typed(shared, false),
            (_, Key::Tab) => return self.end_typed(shared, true),
            (Some(Command::NewLine), _) => return Outcome::default(),
            _ => {}
        }
        let has_changed = self.entry.as_mut().and_then(Entry::input).is_some_and(|input| input.press(press));
        if has_changed { self.enter_typed(shared) } else { Outcome::default() }
    }

    /// Enters what is typed in the draft; what is not valid yet is said at the field.
    pub(super) fn enter_typed(&mut self, shared: &Shared) -> Outcome {
        let Some(entry) = &mut self.entry else { return Outcome::default() };
        let set = match &entry.kind {
            EntryKind::Text(input) => {
                let text = input.text();
                let input = Input::Text { language: entry.language.as_deref(), text: &text };
                self.draft.set(self.form, &entry.key, &input, shared.lang)
            }
            EntryKind::Line(input) => self.draft.set(self.form, &entry.key, &Input::Typed(&input.text()), shared.lang),
            EntryKind::Choice(_) | EntryKind::Answers(_) => Ok(()),
        };
        entry.problem = set.err();
        if entry.problem.is_some() {
            return Outcome::default();
        }
        entry.has_changed = true;
        self.changed()
    }

    /// Ends typing; what is not valid stays open, with the reason. A text that is still to be written in another language
    /// is next; Tab goes on to the next field.
    fn end_typed(&mut self, shared: &mut Shared, is_tab: bool) -> Outcome {
        let Some(entry) = &self.entry else { return Outcome::default() };
        if let Some(problem) = &entry.problem {
            shared.notice = Some(Notice::With(problem_message(problem)));
            return Outcome::default();
        }
        let (key, adds_next) = (entry.key.clone(), self.adds_next());
        self.draft.end_typing();
        self.entry = None;
        let texts = match self.field().map(|field| field.value) {
            Some(FieldValue::Text(texts)) => texts,
            _ => Vec::new(),
        };
        if let Some(next) = self.next_language(&texts, is_tab) {
            self.column = next;
            self.begin_entry(shared.lang);
        } else if is_tab {
            self.column = 0;
            self.fields.go(Command::Down, self.form_fields().len());
        } else {
            self.column = 0;
            return self.go_on(shared, &key, adds_next);
        }
        Outcome::default()
    }

    /// Returns the text in another language to go on with: the next one with Tab, else one that is still to be written,
    /// unless this one was left blank too.
    fn next_language(&self, texts: &[LanguageText], is_tab: bool) -> Option<usize> {
        let next = self.column + 1;
        if is_tab {
            return (next < texts.len()).then_some(next);
        }
        let is_blank = texts.get(self.column).is_none_or(|text| text.text.trim().is_empty());
        let mut others = (next..texts.len()).chain(0..self.column.min(texts.len()));
        others.find(|at| !is_blank && texts.get(*at).is_some_and(|text| text.is_missing))
    }

    /// Ends typing; the field is as it was before. A question without a text is removed.
    fn drop_typed(&mut self) -> Outcome {
        let has_changed = self.entry.take().is_some_and(|entry| entry.has_changed);
        self.draft.end_typing();
        if !has_changed {
            return self.drop_blank_item();
        }
        self.draft.undo();
        self.pane = Pane::Form;
        let kept = self.changed();
        let dropped = self.drop_blank_item();
        if dropped.effects.is_empty() { kept } else { dropped }
    }
}
