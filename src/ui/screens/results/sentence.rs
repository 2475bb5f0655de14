//! A sentence where there are no figures.

use crate::ui::prelude::*;
use crate::ui::wrap::wrap_limited;

/// Renders a sentence where there are no figures; it has the terminal's cursor.
pub fn render_sentence(ctx: &RenderContext<'_>, text: &str, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
    let space = Constraint::Length(u16::from(area.height > 4));
    let [_, area] = Layout::vertical([space, Constraint::Fill(1)]).areas(area.inner(Margin::new(1, 0)));
    Text::from_iter(wrap_limited(text, area.width, area.height)).style(ctx.style(Role::Text)).render(area, buf);
    out.set_cursor(area);
}
