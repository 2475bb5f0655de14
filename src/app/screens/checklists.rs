//! The checklists, to read: the list of them, and one of them open.

use crate::app::key::KeyPress;
use crate::app::keymap::{Command, Context};
use crate::app::list_cursor::ListCursor;
use crate::app::message::Effect;
use crate::app::model::{Model, Screen};

/// The checklists.
#[derive(Debug, Default)]
pub struct Checklists {
    /// Where the cursor stands in the library.
    pub cursor: ListCursor,
    /// Where the cursor stands in the checklist that is open: among its items, or the faults of a file.
    pub open: Option<ListCursor>,
}

/// Handles a key press.
pub fn press(model: &mut Model, press: KeyPress) -> Vec<Effect> {
    let Screen::Checklists(screen) = &mut model.screen else { return Vec::new() };
    let Some(command) = model.keymap.command(Context::List, press) else { return Vec::new() };
    let library = model.library.as_deref().unwrap_or_default();
    if let Some(open) = &mut screen.open {
        let rows = library.get(screen.cursor.selected).map_or(0, |listed| match &listed.definition {
            Ok(definition) => definition.len(),
            Err(error) => error.faults().len().max(1),
        });
        if command == Command::Back {
            screen.open = None;
        } else {
            open.go(command, rows);
        }
        return Vec::new();
    }
    match command {
        Command::Back => return super::home::open(model),
        Command::Open if !library.is_empty() => screen.open = Some(ListCursor::default()),
        command => {
            screen.cursor.go(command, library.len());
        }
    }
    Vec::new()
}
