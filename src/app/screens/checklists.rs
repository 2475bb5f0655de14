//! The checklists: their list, one of them open to be read, and what is done to the selected one.

mod history;

use crate::app::editor_start::EditorStart;
use crate::app::effect::ExportSubject;
use crate::app::prelude::*;
use crate::app::text_filter::ListFilter;
use crate::store::ListedChecklist;
use crate::store::checklist_versions::ListedVersion;
use crate::text::Lang;
use crate::visit::Definition;
pub use history::History;
use std::sync::Arc;

/// The checklists.
#[derive(Debug, Default)]
pub struct Checklists {
    /// The filter of the list of checklists.
    pub filter: ListFilter,
    /// The cursor in that list.
    pub cursor: ListCursor,
    /// The cursor in the open checklist: among its items, or the faults of an invalid file.
    pub open: Option<ListCursor>,
    /// What is being done.
    pub step: Option<ChecklistsStep>,
    /// The id of the checklist that is selected once the library was read again.
    pub wanted: Option<String>,
}

/// What is being done on the screen.
#[derive(Debug)]
pub enum ChecklistsStep {
    /// What a new checklist begins with is chosen: nothing, or one of the [`models`].
    New(ListCursor),
    /// The removal of the selected checklist is to be confirmed.
    ConfirmDelete,
    /// The versions of the selected checklist.
    History(History),
}

/// Returns the checklists that a new one may be a copy of.
pub fn models(shared: &Shared) -> impl Iterator<Item = &Arc<Definition>> {
    shared.library.iter().flatten().filter_map(|listed| listed.definition.as_ref().ok())
}

/// Opens the editor.
fn edit(start: EditorStart) -> Outcome {
    Go::Push(Destination::ChecklistEditor(start)).into()
}

/// Returns the title of a checklist, or its id if it cannot be read.
pub fn title(listed: &ListedChecklist, lang: Lang) -> &str {
    match &listed.definition {
        Ok(definition) => definition.checklist().title.get(lang),
        Err(_) => &listed.id,
    }
}

impl Checklists {
    /// Selects the checklist that was just added.
    pub fn select_wanted(&mut self, library: &[ListedChecklist]) {
        let wanted = self.wanted.take().and_then(|id| library.iter().position(|listed| listed.id == id));
        if let Some(at) = wanted {
            self.cursor = ListCursor::at(at);
        }
    }

    /// Begins what a key asks for.
    fn begin(&mut self, shared: &mut Shared, command: Command) -> Outcome {
        let Some(listed) = self.selected(shared) else { return Outcome::default() };
        let title = title(listed, shared.lang).to_owned();
        match (command, &listed.definition) {
            (Command::New, _) => self.step = Some(ChecklistsStep::New(ListCursor::default())),
            (Command::Import, _) => return Go::Push(Destination::ImportChecklist).into(),
            (Command::Export, Ok(definition)) => {
                let subject = ExportSubject::Checklist(Arc::clone(definition));
                return Go::Push(Destination::Export(subject)).into();
            }
            (Command::Edit, _) => return edit(EditorStart::Edit(listed.id.clone())),
            (Command::Duplicate, Ok(definition)) => return edit(EditorStart::Copy(Arc::clone(definition))),
            (Command::History, Ok(_)) => {
                let id = listed.id.clone();
                self.step = Some(ChecklistsStep::History(History::new(&id)));
                return Read::LoadHistory(id).into();
            }
            (Command::Duplicate | Command::History | Command::Export, Err(_)) => shared.notify("checklists-broken"),
            (Command::Discard, _) if listed.is_bundled() => {
                shared.notice = Some(Notice::With(("checklists-not-deleted", vec![("title", title)])));
            }
            (Command::Discard, _) if self.open.is_none() => self.step = Some(ChecklistsStep::ConfirmDelete),
            _ => {}
        }
        Outcome::default()
    }

    /// Handles a key press while something is being done.
    fn go_on(&mut self, shared: &mut Shared, step: ChecklistsStep, press: KeyPress) -> Outcome {
        match step {
            ChecklistsStep::New(cursor) => self.choose_model(shared, cursor, press),
            ChecklistsStep::ConfirmDelete => match shared.keymap.command(Context::Confirm, press) {
                Some(Command::Accept) => {
                    let id = self.selected(shared).map(|listed| listed.id.clone());
                    id.map(|id| Write::DeleteChecklist(id).into()).unwrap_or_default()
                }
                Some(Command::Refuse) => Outcome::default(),
                _ => self.stay(ChecklistsStep::ConfirmDelete),
            },
            ChecklistsStep::History(mut history) => match history.update(shared, press) {
                Some(outcome) => {
                    self.step = Some(ChecklistsStep::History(history));
                    outcome
                }
                None => Outcome::default(),
            },
        }
    }

    fn stay(&mut self, step: ChecklistsStep) -> Outcome {
        self.step = Some(step);
        Outcome::default()
    }

    fn choose_model(&mut self, shared: &mut Shared, mut cursor: ListCursor, press: KeyPress) -> Outcome {
        match shared.keymap.command(Context::List, press) {
            Some(Command::Back) => return Outcome::default(),
            Some(Command::Open) => {
                let model = cursor.selected.checked_sub(1).and_then(|at| models(shared).nth(at).cloned());
                return edit(model.map_or(EditorStart::Empty, EditorStart::Copy));
            }
            Some(command) => cursor.go(command, models(shared).count() + 1),
            None => {}
        }
        self.stay(ChecklistsStep::New(cursor))
    }

    /// Shows the versions that were read, if they are still asked for.
    pub fn set_history(&mut self, versions: Vec<ListedVersion>) {
        if let Some(ChecklistsStep::History(history)) = &mut self.step {
            history.cursor.clamp(versions.len());
            history.versions = Some(versions);
        }
    }

    /// Returns the selected checklist.
    pub fn selected<'a>(&self, shared: &'a Shared) -> Option<&'a ListedChecklist> {
        let at = *shared.shown_checklists(&self.filter).get(self.cursor.selected)?;
        shared.library.as_ref()?.get(at)
    }
}

impl Interactive for Checklists {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, _now: &Moment) -> Outcome {
        if let Some(step) = self.step.take() {
            return self.go_on(shared, step, press);
        }
        let shown = shared.shown_checklists(&self.filter);
        if self.open.is_none() && self.filter.update(&shared.keymap, press, &mut self.cursor, &shown) {
            return Outcome::default();
        }
        let list = shared.keymap.command(Context::List, press);
        let own = shared.keymap.command(Context::Checklists, press).filter(|_| !self.filter.is_open());
        match (own.or(list), &mut self.open) {
            (Some(Command::Back), Some(_)) => self.open = None,
            (Some(command), Some(open)) if open.after(command, 1).is_some() => {
                let rows = shared.library.iter().flatten().nth(self.cursor.selected).map_or(0, rows);
                open.go(command, rows);
            }
            (Some(Command::Back), None) => return Go::Pop.into(),
            (Some(Command::Open), None) if !shown.is_empty() => {
                self.filter.close(&mut self.cursor, &shown);
                self.open = Some(ListCursor::default());
            }
            (Some(command), None) if self.cursor.after(command, 1).is_some() => self.cursor.go(command, shown.len()),
            (Some(command), _) => return self.begin(shared, command),
            (None, _) => {}
        }
        Outcome::default()
    }

    fn list(&mut self) -> Option<&mut ListCursor> {
        match (&mut self.step, &mut self.open) {
            (Some(ChecklistsStep::New(cursor)), _) => Some(cursor),
            (Some(ChecklistsStep::History(history)), _) => history.list(),
            (Some(ChecklistsStep::ConfirmDelete), _) | (None, Some(_)) => None,
            (None, None) => Some(&mut self.cursor),
        }
    }

    fn line(&mut self) -> Option<&mut TextInput> {
        self.filter.input.as_mut()
    }

    fn context(&self) -> Context {
        match &self.step {
            Some(ChecklistsStep::New(_)) => Context::List,
            Some(ChecklistsStep::ConfirmDelete) => Context::Confirm,
            Some(ChecklistsStep::History(_)) | None => Context::Checklists,
        }
    }

    fn is_typing(&self) -> bool {
        self.filter.is_open()
    }
}

/// Returns the rows of an open checklist: its items, or the faults of an invalid file.
fn rows(listed: &ListedChecklist) -> usize {
    match &listed.definition {
        Ok(definition) => definition.len(),
        Err(error) => error.faults().len().max(1),
    }
}
