//! What surrounds every screen: title, rules, notice.

use crate::ui::widget_prelude::*;
use ratatui::widgets::{Block, Borders, Clear, Paragraph};

/// Renders a title and the rule under it; returns the area of the body.
pub fn render_title(ctx: &RenderContext<'_>, title: &str, area: Rect, buf: &mut Buffer) -> Rect {
    render_title_ends(ctx, [(title, Role::Title), ("", Role::Quiet)], area, buf)
}

/// Renders a title with a short text at its right, and the rule under them; returns the area of the body.
pub fn render_title_ends(ctx: &RenderContext<'_>, ends: [(&str, Role); 2], area: Rect, buf: &mut Buffer) -> Rect {
    let [title, end] = ends;
    let [row, rule, body] = Layout::vertical([Length(1), Length(1), Fill(1)]).areas(area);
    let row = padded(row);
    Line::from(ctx.columns().ends(row.width, title, end)).render(row, buf);
    render_rule(ctx, rule, buf);
    body
}

/// Returns the area of a menu that is all there is under a title: a line of air above it, a column at each side.
pub fn menu_area(body: Rect) -> Rect {
    let [_, menu] = Layout::vertical([Length(1), Fill(1)]).areas(body);
    padded(menu)
}

/// Renders a line along the first row of an area, or down one that is one column wide.
pub fn render_rule(ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer) {
    let side = if area.width == 1 { Borders::LEFT } else { Borders::TOP };
    Block::new().borders(side).border_style(ctx.style(Role::Quiet)).render(area, buf);
}

/// The lines that a notice takes at the most.
const NOTICE_HEIGHT: u16 = 3;

/// Renders a sentence in up to three lines that end on the last row of an area, over whatever is there.
pub fn render_notice(ctx: &RenderContext<'_>, text: &str, area: Rect, buf: &mut Buffer) {
    let width = area.inner(Margin::new(2, 0)).width;
    let lines = wrap_limited(text, width, NOTICE_HEIGHT.min(area.height));
    let [_, rows] = Layout::vertical([Fill(1), Length(cells(lines.len()))]).areas(area);
    Clear.render(rows, buf);
    buf.set_style(rows, ctx.style(Role::Text));
    Paragraph::new(Text::from_iter(lines).style(ctx.style(Role::Warning))).render(rows.inner(Margin::new(2, 0)), buf);
}
