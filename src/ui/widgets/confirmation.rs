//! A question that is to be answered before anything happens, in a frame over the screen.

use crate::ui::widget_prelude::*;
use ratatui::widgets::{Block, Clear, Padding, Paragraph};

/// The widest lines of a question.
const QUESTION_WIDTH: u16 = 64;

/// Renders a question in a frame in the middle of an area, with the terminal's cursor in it.
pub fn render_confirmation(ctx: &RenderContext<'_>, text: &str, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
    let text = Text::from_iter(wrap(text, QUESTION_WIDTH.min(area.inner(Margin::new(4, 0)).width)));
    let place = area.centered(Length(cells(text.width() + 4)), Length(cells(text.height() + 2)));
    Clear.render(place, buf);
    let frame = Block::bordered().padding(Padding::horizontal(1)).style(ctx.style(Role::Text));
    out.set_cursor(frame.inner(place));
    Paragraph::new(text).style(ctx.style(Role::Title)).block(frame).render(place, buf);
}
