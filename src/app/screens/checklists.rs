//! The checklists: their list, one of them open to be read, and what is done to the selected one.

mod history;

use crate::app::prelude::*;
use crate::app::text_filter::ListFilter;
use crate::store::ListedChecklist;
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

impl Checklists {
    /// Begins what a key asks for.
    fn begin(&mut self, shared: &mut Shared, command: Command) -> Outcome {
        let _ = (shared, command);
        Outcome::default()
    }

    fn go_on(&mut self, shared: &mut Shared, step: ChecklistsStep, press: KeyPress) -> Outcome {
        let _ = (shared, step, press);
        Outcome::default()
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
