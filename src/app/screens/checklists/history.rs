//! The versions of a checklist.

use crate::app::prelude::*;

/// The versions of a checklist, one of them open or none.
#[derive(Debug, Default)]
pub struct History {
    pub cursor: ListCursor,
}

impl History {
    pub fn list(&mut self) -> Option<&mut ListCursor> {
        Some(&mut self.cursor)
    }
}
