//! What the editor of checklists opens with.

use crate::visit::Definition;
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
