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
        match (command.or_else(|| shared.keymap.command(Context::List, press)), &mut self.open) {
            (Some(Command::Back), Some(_)) => self.open = None,
            (Some(Command::Back), None) => return None,
            (Some(Command::Restore), _) => return Some(self.restore(shared)),
            (Some(Command::Open), None) if self.selected().is_some() => self.open = Some(ListCursor::default()),
            (Some(command), None) => self.cursor.go(command, self.versions.as_ref().map_or(0, Vec::len)),
            (Some(command), Some(_)) => {
                let items = self.selected().map_or(0, |version| version.definition.len());
                self.open.iter_mut().for_each(|open| open.go(command, items));
            }
            (None, _) => {}
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
