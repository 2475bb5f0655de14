//! The checklists, to read: their list, and one of them open.

use crate::app::prelude::*;

/// The checklists.
#[derive(Debug, Default)]
pub struct Checklists {
    /// The cursor in the list of checklists.
    pub cursor: ListCursor,
    /// The cursor in the open checklist: among its items, or the faults of an invalid file.
    pub open: Option<ListCursor>,
}

impl Interactive for Checklists {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, _now: &Moment) -> Outcome {
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
            (Command::Open, None) if !library.is_empty() => self.open = Some(ListCursor::default()),
            (command, None) => self.cursor.go(command, library.len()),
        }
        Outcome::default()
    }

    fn list(&mut self) -> Option<&mut ListCursor> {
        if self.open.is_none() { Some(&mut self.cursor) } else { None }
    }
}
