//! The versions of a checklist.

use crate::app::screens::checklists::History;
use crate::ui::prelude::*;

impl History {
    pub(super) fn key_hints(&self) -> Vec<KeyHint> {
        Vec::new()
    }

    pub(super) fn render(&self, _: &RenderContext<'_>, _: Rect, _: &mut Buffer, _: &mut Interaction) {}
}
