//! The versions of a checklist: their list, one of them open to be read, and an earlier one restored.

use crate::app::prelude::*;
use crate::store::checklist_versions::ListedVersion;

/// The versions of a checklist.
#[derive(Debug)]
pub struct History {
    /// The checklist's id.
    pub id: String,
    /// The versions, the newest first; `None` until they are read.
    pub versions: Option<Vec<ListedVersion>>,
    /// The cursor among them.
    pub cursor: ListCursor,
    /// The cursor among the items of the version that is open.
    pub open: Option<ListCursor>,
}

impl History {
    /// Opens the versions of a checklist, which are still to be read.
    pub fn new(id: &str) -> Self {
        Self { id: id.to_owned(), versions: None, cursor: ListCursor::default(), open: None }
    }

    /// Returns the selected version.
    pub fn selected(&self) -> Option<&ListedVersion> {
        self.versions.as_ref()?.get(self.cursor.selected)
    }

    pub(super) fn list(&mut self) -> Option<&mut ListCursor> {
        if self.open.is_none() { Some(&mut self.cursor) } else { None }
    }

    /// Handles a key press; returns `None` if it closes the history.
    pub(super) fn update(&mut self, shared: &mut Shared, press: KeyPress) -> Option<Outcome> {
        let own = shared.keymap.command(Context::Checklists, press);
        let command = own.filter(|command| *command == Command::Restore);
        let Some(command) = command.or_else(|| shared.keymap.command(Context::List, press)) else {
            return Some(Outcome::default());
        };
        let items = self.selected().map(|version| version.definition.len());
        match (command, &mut self.open) {
            (Command::Back, Some(_)) => self.open = None,
            (Command::Back, None) => return None,
            (Command::Restore, _) => return Some(self.restore(shared)),
            (Command::Open, None) => self.open = items.map(|_| ListCursor::default()),
            (command, None) => self.cursor.go(command, self.versions.as_ref().map_or(0, Vec::len)),
            (command, Some(open)) => open.go(command, items.unwrap_or(0)),
        }
        Some(Outcome::default())
    }

    fn restore(&self, shared: &mut Shared) -> Outcome {
        let Some(version) = self.selected() else { return Outcome::default() };
        if version.is_current {
            shared.notify("checklists-is-current");
            return Outcome::default();
        }
        Write::RestoreChecklist { id: self.id.clone(), version: version.version().to_owned() }.into()
    }
}
