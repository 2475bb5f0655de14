//! A sentence where there are no figures.

use crate::ui::prelude::*;

/// Renders a sentence where there are no figures; it has the terminal's cursor.
pub fn render_sentence(ctx: &RenderContext<'_>, text: &str, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
    let space = u16::from(area.height > 4);
    let [_, area] = Layout::vertical([Length(space), Fill(1)]).areas(padded(area));
    ctx.fitted(text, area, Role::Text).render(area, buf);
    out.set_cursor(area);
}
