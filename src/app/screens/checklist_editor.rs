//! The editor of a checklist: its outline, the form of what is selected there, and what is being entered.
//!
//! Every change goes to the draft at once, and from there to the disk.

mod dialog;
mod entry;
mod form_keys;
mod next_entry;
mod outline_keys;
mod save;
mod trial;

pub use dialog::{Dialog, DialogKind, DialogRow};
pub use entry::{Entry, EntryKind};

use crate::app::prelude::*;
use crate::store::checklist_drafts::{DraftStart, KeptDraft};
use crate::text::{Lang, Texts};
use crate::visit::Definition;
use crate::visit::checklist::{Checklist, LocalText};
use crate::visit::draft::{ChecklistDraft, Clip, Field, Form, Place, PlacedFault};
use std::sync::Arc;

/// What the editor opens with.
#[derive(Clone, Debug)]
pub enum EditorStart {
    /// A new, empty checklist.
    Empty,
    /// A new checklist that begins as a copy.
    Copy(Arc<Definition>),
    /// The checklist of the library with this id.
    Edit(String),
}

impl EditorStart {
    /// Returns the id of the checklist that is edited; `None` for a new one.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Edit(id) => Some(id),
            Self::Empty | Self::Copy(_) => None,
        }
    }
}

/// Which part of the screen keys go to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    #[default]
    Outline,
    Form,
}

/// The editor of a checklist.
#[derive(Debug)]
pub struct ChecklistEditor {
    pub start: EditorStart,
    /// Whether the draft was opened and can be changed.
    pub is_open: bool,
    pub draft: ChecklistDraft,
    /// The faults of the draft.
    pub faults: Vec<PlacedFault>,
    pub pane: Pane,
    /// The cursor among the places of the draft.
    pub outline: ListCursor,
    /// The form that is shown.
    pub form: Form,
    /// The cursor among its fields.
    pub fields: ListCursor,
    /// The selected language of a text, by its position.
    pub column: usize,
    /// What is being entered in the selected field.
    pub entry: Option<Entry>,
    pub clipboard: Option<Clip>,
    /// The question that is open over the editor.
    pub dialog: Option<Dialog>,
    /// Whether the draft has changes that were not saved as a version.
    pub is_dirty: bool,
    /// Whether the editor closes once the checklist is saved.
    leaves_after_save: bool,
}

impl ChecklistEditor {
    /// Creates the editor; it waits for [`on_opened`](Self::on_opened).
    pub fn new(start: EditorStart) -> Self {
        Self {
            start,
            is_open: false,
            draft: ChecklistDraft::default(),
            faults: Vec::new(),
            pane: Pane::Outline,
            outline: ListCursor::default(),
            form: Form::default(),
            fields: ListCursor::default(),
            column: 0,
            entry: None,
            clipboard: None,
            dialog: None,
            is_dirty: false,
            leaves_after_save: false,
        }
    }

    /// Handles the opening of the draft: an earlier one is offered first.
    pub fn on_opened(&mut self, shared: &mut Shared, mut start: DraftStart) {
        if let Some(path) = start.unreadable.take() {
            let message = ("editor-draft-unreadable", vec![("path", path.display().to_string())]);
            shared.notice = Some(Notice::With(message));
        }
        if start.kept.is_some() {
            self.dialog = Some(Dialog::new(DialogKind::Resume(Box::new(start))));
        } else {
            self.begin(shared, start);
        }
    }

    /// Begins with the checklist of the library, a copy, or an empty one.
    fn begin(&mut self, shared: &Shared, start: DraftStart) {
        self.draft = match (&self.start, start.base) {
            (EditorStart::Copy(definition), _) => {
                let copy = copy_of(definition.checklist(), shared.lang);
                ChecklistDraft::copy_of(copy, start.taken)
            }
            (_, Some(base)) => ChecklistDraft::edit(base, start.reserved),
            (_, None) => ChecklistDraft::empty(&[shared.lang.code()], start.taken),
        };
        self.show();
        if matches!(self.start, EditorStart::Empty) {
            // The title comes first, then the first section and the first question.
            self.pane = Pane::Form;
            self.begin_entry(shared.lang);
        }
    }

    /// Continues a draft that was kept.
    fn resume(&mut self, start: DraftStart) {
        let Some(kept) = start.kept else { return };
        self.draft = match kept.base {
            Some(base) => ChecklistDraft::edit(base, start.reserved),
            None => ChecklistDraft::empty(&[], start.taken),
        }
        .with_checklist(kept.checklist);
        self.is_dirty = true;
        self.show();
    }

    fn show(&mut self) {
        self.is_open = true;
        self.faults = self.draft.faults();
        self.select(Place::Header);
    }

    /// Returns the selected place.
    pub fn place(&self) -> Place {
        self.form.place
    }

    /// Returns the fields of the form that is shown.
    pub fn form_fields(&self) -> Vec<Field> {
        self.draft.fields(self.form, &self.faults)
    }

    /// Returns the selected field.
    pub fn field(&self) -> Option<Field> {
        let mut fields = self.form_fields();
        let at = self.fields.within(fields.len());
        (at < fields.len()).then(|| fields.swap_remove(at))
    }

    /// Selects a place in the outline and shows its form.
    fn select(&mut self, place: Place) {
        let places = self.draft.places();
        self.outline.selected = places.iter().position(|other| *other == place).unwrap_or(0);
        self.show_form(place.into());
    }

    /// Shows a form from its first field on.
    fn show_form(&mut self, form: Form) {
        self.draft.end_typing();
        self.entry = None;
        self.form = form;
        self.fields = ListCursor::default();
        self.column = 0;
    }

    /// Finds the faults anew after a change; returns the effect that keeps the draft.
    fn changed(&mut self) -> Outcome {
        self.faults = self.draft.faults();
        self.is_dirty = true;
        Write::KeepDraft(Box::new(KeptDraft::from(&self.draft))).into()
    }

    /// Undoes a step, or repeats one; shows where it was.
    fn undo_or_redo(&mut self, shared: &mut Shared, command: Command) -> Outcome {
        let place = if command == Command::Undo { self.draft.undo() } else { self.draft.redo() };
        let Some(place) = place else {
            shared.notify(if command == Command::Undo { "editor-nothing-to-undo" } else { "editor-nothing-to-redo" });
            return Outcome::default();
        };
        let is_same = self.form.place == place && self.draft.nearest(place) == place;
        let (form, fields) = (self.form, self.fields.clone());
        self.select(place);
        if is_same && !self.draft.fields(form, &[]).is_empty() {
            (self.form, self.fields) = (form, fields);
        }
        self.changed()
    }

    /// Handles a command that both panes have.
    fn common(&mut self, shared: &mut Shared, command: Command, now: &Moment) -> Option<Outcome> {
        Some(match command {
            Command::Undo | Command::Redo => self.undo_or_redo(shared, command),
            Command::NextFault => self.to_next_fault(shared),
            Command::Save => self.save(shared),
            Command::Try => self.begin_trial(shared, now),
            Command::OtherPane => {
                self.pane = if self.pane == Pane::Outline { Pane::Form } else { Pane::Outline };
                Outcome::default()
            }
            Command::New | Command::NewSection => self.add(shared, command),
            Command::Insert => self.open_insert(shared),
            _ => return None,
        })
    }

    /// Selects the next field with a fault.
    fn to_next_fault(&mut self, shared: &mut Shared) -> Outcome {
        let here = (self.form, self.field().map(|field| field.key));
        let at = self.faults.iter().position(|fault| (fault.form, Some(&fault.key)) == (here.0, here.1.as_ref()));
        let is_elsewhere = |fault: &&PlacedFault| (fault.form, Some(&fault.key)) != (here.0, here.1.as_ref());
        let after = self.faults.iter().skip(at.map_or(0, |at| at + 1));
        let next = after.chain(&self.faults).find(is_elsewhere).or(self.faults.first()).cloned();
        match next {
            Some(fault) => self.go_to(&fault),
            None => shared.notify("editor-no-faults"),
        }
        Outcome::default()
    }

    fn go_to(&mut self, fault: &PlacedFault) {
        self.select(fault.form.place);
        self.show_form(fault.form);
        self.pane = Pane::Form;
        let at = self.form_fields().iter().position(|field| field.key == fault.key);
        self.fields.selected = at.unwrap_or(0);
    }
}

/// Returns a checklist with titles that say that it is a copy.
fn copy_of(checklist: &Checklist, lang: Lang) -> Checklist {
    let title = |lang: Lang, title: &str| Texts::new(lang).with("editor-copy-title", &[("title", title.into())]);
    let title = match &checklist.title {
        LocalText::Same(same) => LocalText::Same(title(lang, same)),
        LocalText::Each(texts) => {
            let of = |code: &str| Lang::ALL.into_iter().find(|lang| lang.code() == code).unwrap_or(lang);
            LocalText::Each(texts.iter().map(|(code, text)| (code.clone(), title(of(code), text))).collect())
        }
    };
    Checklist { title, ..checklist.clone() }
}

impl Interactive for ChecklistEditor {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, now: &Moment) -> Outcome {
        if self.dialog.is_some() {
            return self.update_dialog(shared, press);
        }
        if !self.is_open {
            let leaves = shared.keymap.command(Context::List, press) == Some(Command::Back);
            return if leaves { self.close(false) } else { Outcome::default() };
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
