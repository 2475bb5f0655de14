//! MERGE(ui-a): delete when class, checklists and present render `Guide` themselves.

use crate::ui::canvas::Canvas;
use crate::ui::widgets::guide::Guide;
use crate::visit::Item;
use ratatui::layout::Rect;

/// Draws what counts as which answer; returns the row after it.
pub fn lines(canvas: &mut Canvas<'_>, item: &Item, area: Rect) -> u16 {
    let lines = Guide { ctx: canvas.view, item }.lines(area.width, area.height);
    let rows = u16::try_from(lines.len()).unwrap_or(area.height).min(area.height);
    canvas.widget(ratatui::text::Text::from(lines), Rect { height: rows, ..area });
    area.y + rows
}
