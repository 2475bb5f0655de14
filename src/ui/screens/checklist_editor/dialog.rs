//! What is open over the editor, in a frame: a list to choose from, or a text.

use crate::ui::prelude::*;
use ratatui::widgets::{Block, Clear, Padding};

/// The widest frame.
const WIDEST: u16 = 72;

/// Returns the columns of a text in a frame over an area.
pub(super) fn text_width(area: Rect) -> u16 {
    area.width.saturating_sub(4).min(WIDEST).saturating_sub(4)
}

/// Renders a frame in the middle of an area with room for so many rows under its title; returns the room in it.
pub(super) fn render_frame(ctx: &RenderContext<'_>, title: &str, rows: u16, area: Rect, buf: &mut Buffer) -> Rect {
    let columns = area.width.saturating_sub(4).min(WIDEST);
    let place = area.centered(Length(columns), Length(rows.saturating_add(2).min(area.height)));
    let title = format!(" {} ", truncate(title, columns.saturating_sub(6)));
    Clear.render(place, buf);
    let frame = Block::bordered()
        .padding(Padding::horizontal(1))
        .style(ctx.style(Role::Text))
        .title(Line::styled(title, ctx.style(Role::Title)));
    let inner = frame.inner(place);
    frame.render(place, buf);
    inner
}

/// Renders a list to choose from.
pub(super) fn render_choices(
    ctx: &RenderContext<'_>,
    (title, rows): (&str, Vec<Text<'_>>),
    cursor: &ListCursor,
    area: Rect,
    (buf, out): (&mut Buffer, &mut Interaction),
) {
    let wanted = rows.iter().map(|row| cells(row.height())).fold(0, u16::saturating_add);
    let inner = render_frame(ctx, title, wanted, area, buf);
    BlockList::new(rows, cursor, ctx.theme).marked().render(inner, buf, out);
}
