//! The checklists, to read: their list, and one of them open.

use crate::app::prelude::*;
use crate::app::text_filter::ListFilter;

/// The checklists.
#[derive(Debug, Default)]
pub struct Checklists {
    /// The filter of the list of checklists.
    pub filter: ListFilter,
    /// The cursor in that list.
    pub cursor: ListCursor,
    /// The cursor in the open checklist: among its items, or the faults of an invalid file.
    pub open: Option<ListCursor>,
}

impl Interactive for Checklists {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, _now: &Moment) -> Outcome {
        let shown = shared.shown_checklists(&self.filter);
        if self.open.is_none() && self.filter.update(&shared.keymap, press, &mut self.cursor, &shown) {
            return Outcome::default();
        }
        let Some(command) = shared.keymap.command(Context::List, press) else { return Outcome::default() };
        let library = shared.library.as_deref().unwrap_or_default();
        match (command, &mut self.open) {
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

    fn line(&mut self) -> Option<&mut TextInput> {
        self.filter.input.as_mut()
    }

    fn is_typing(&self) -> bool {
        self.filter.is_open()
    }
}
