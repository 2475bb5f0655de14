//! The checklists: their list, and one of them open to be read.

use crate::app::effect::ExportSubject;
use crate::app::prelude::*;
use crate::app::text_filter::ListFilter;
use crate::store::ListedChecklist;
use crate::visit::Definition;
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
    /// The id of the checklist that is selected once the library was read again.
    pub wanted: Option<String>,
}

impl Checklists {
    /// Selects the checklist that was just added.
    pub fn select_wanted(&mut self, library: &[ListedChecklist]) {
        let wanted = self.wanted.take().and_then(|id| library.iter().position(|listed| listed.id == id));
        if let Some(at) = wanted {
            self.cursor = ListCursor::at(at);
        }
    }
}

impl Interactive for Checklists {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, _now: &Moment) -> Outcome {
        let shown = shared.shown_checklists(&self.filter);
        if self.open.is_none() && self.filter.update(&shared.keymap, press, &mut self.cursor, &shown) {
            return Outcome::default();
        }
        let own = shared.keymap.command(Context::Checklists, press).filter(|_| !self.filter.is_open());
        let Some(command) = own.or_else(|| shared.keymap.command(Context::List, press)) else {
            return Outcome::default();
        };
        let library = shared.library.as_deref().unwrap_or_default();
        match (command, &mut self.open) {
            (Command::Import, _) => return Go::Push(Destination::ImportChecklist).into(),
            (Command::Export, _) => {
                let selected = if self.open.is_some() {
                    Some(self.cursor.selected)
                } else {
                    shown.get(self.cursor.selected).copied()
                };
                let definition =
                    library.get(selected.unwrap_or(usize::MAX)).and_then(|listed| listed.definition.as_ref().ok());
                let export = |definition: &Arc<Definition>| ExportSubject::Checklist(Arc::clone(definition));
                return definition
                    .map(|definition| Go::Push(Destination::Export(export(definition))).into())
                    .unwrap_or_default();
            }
            (Command::Back, Some(_)) => self.open = None,
            (command, Some(open)) => {
                let rows = library.get(self.cursor.selected).map_or(0, |listed| match &listed.definition {
                    Ok(definition) => definition.len(),
                    Err(error) => error.faults().len().max(1),
                });
                open.go(command, rows);
            }
            (Command::Back, None) => return Go::Pop.into(),
            (Command::Open, None) if !shown.is_empty() => {
                self.filter.close(&mut self.cursor, &shown);
                self.open = Some(ListCursor::default());
            }
            (command, None) => self.cursor.go(command, shown.len()),
        }
        Outcome::default()
    }

    fn list(&mut self) -> Option<&mut ListCursor> {
        if self.open.is_none() { Some(&mut self.cursor) } else { None }
    }

    fn context(&self) -> Context {
        Context::Checklists
    }

    fn line(&mut self) -> Option<&mut TextInput> {
        self.filter.input.as_mut()
    }

    fn is_typing(&self) -> bool {
        self.filter.is_open()
    }
}
