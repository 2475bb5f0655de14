//! The editor of checklists.
mod form_rows;
mod names;
mod outline;
mod preview;

use crate::app::screens::ChecklistEditor;
use crate::ui::prelude::*;

impl ScreenView for ChecklistEditor {
    fn key_hints(&self, _: &RenderContext<'_>) -> Vec<KeyHint> {
        KeyHint::all(Context::Editor, &[Command::New, Command::Open, Command::Save, Command::Back])
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, _: &mut Interaction) {
        render_title(ctx, self.draft.checklist().title.get(ctx.texts.lang()), area, buf);
    }
}
