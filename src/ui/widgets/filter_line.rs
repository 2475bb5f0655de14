//! The line of a filter above a list.

use super::text_field::render_text_field;
use crate::app::text_input::TextInput;
use crate::ui::widget_prelude::*;

/// Splits an area into the line of a filter, where one is open, and the list below it.
pub fn filter_layout(is_open: bool, area: Rect) -> [Rect; 2] {
    let line = u16::from(is_open);
    Layout::vertical([Length(line), Fill(1)]).spacing(line).areas(area)
}

/// Renders a filter with its label and the terminal's cursor; after the list, which has a cursor too.
pub fn render_filter(
    ctx: &RenderContext<'_>,
    filter: Option<&TextInput>,
    row: Rect,
    buf: &mut Buffer,
    out: &mut Interaction,
) {
    let Some(filter) = filter else { return };
    let name = ctx.text("app-past-filter");
    let [label, field] = Layout::horizontal([Length(width(name)), Fill(1)]).spacing(1).areas(row);
    ctx.span(name, Role::Quiet).render(label, buf);
    render_text_field(filter, field, buf, out);
}
