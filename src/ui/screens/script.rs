//! The script of a practice: its lines as they come, the newest in sight, or all of them to be read again.

use crate::app::Target;
use crate::app::keymap::{Command, Context};
use crate::app::list_cursor::ListCursor;
use crate::app::reveal;
use crate::ui::canvas::Canvas;
use crate::ui::format;
use crate::ui::theme::Role;
use crate::ui::widgets::list::window;
use crate::visit::scenario::{Line, seconds};
use crate::visit::{Play, Visit};
use ratatui::layout::Rect;
use std::cell::Cell;

/// The columns that the time of a line takes.
const TIME: u16 = 9;

/// Draws the lines that have come; with a cursor, those around it.
pub fn draw(canvas: &mut Canvas<'_>, visit: &Visit, play: &Play, cursor: Option<&ListCursor>, area: Rect) {
    let now = canvas.view.now;
    let lines = play.scenario.lines_by(seconds(play.now_ms(visit, &now)));
    let over = play.is_over(visit, &now);
    let texts = canvas.view.texts;
    let room = area.width.saturating_sub(TIME + 2).max(1);
    let text = |at: usize| match lines.get(at) {
        Some(line) => reveal::line(texts, line),
        None => String::new(),
    };
    let height = |at: usize| format::height(&text(at), room);
    let end = over.then(|| {
        let key = canvas.key(Context::Visit, Command::Finish);
        canvas.with("practise-over-finish", &[("key", key.into())])
    });
    let end_rows = u16::from(end.is_some());
    let rows = area.height.saturating_sub(end_rows);
    let last = lines.len().saturating_sub(1);
    let at = cursor.map_or(last, |cursor| cursor.selected.min(last));
    // While it unfolds, what is above is as much as fits over the newest line.
    let unfolding = Cell::new(0);
    let kept = cursor.map_or(&unfolding, |cursor| &cursor.offset);
    let top = window(kept.get(), at, lines.len(), rows, height);
    kept.set(top);
    let mut y = area.y;
    for (index, line) in lines.iter().enumerate().skip(top) {
        if y >= area.y + rows {
            break;
        }
        let room = Rect { y, height: (area.y + rows).saturating_sub(y), ..area };
        let role = if index == last { Role::Text } else { Role::Quiet };
        let below = one(canvas, line, room, role);
        let block = Rect { height: below.saturating_sub(y), ..room };
        if cursor.is_some() {
            if index == at {
                canvas.restyle(block, Role::Cursor);
                canvas.park(block.x, block.y);
            }
            canvas.click(block, Target::Row(index));
        }
        y = below;
    }
    if let Some(end) = end {
        canvas.text(
            area.x + 1,
            y.min(area.bottom().saturating_sub(1)),
            area.width.saturating_sub(1),
            &end,
            Role::Title,
        );
    }
}

/// Draws one line: its time, who speaks, and what; returns the row after it.
fn one(canvas: &mut Canvas<'_>, line: &Line, area: Rect, role: Role) -> u16 {
    let texts = canvas.view.texts;
    canvas.text(area.x + 1, area.y, TIME, &reveal::moment(line.at_s), Role::Quiet);
    let x = area.x + 1 + TIME;
    let room = Rect { x, width: area.right().saturating_sub(x + 1), ..area };
    let below = canvas.paragraph(room, &reveal::line(texts, line), role);
    if let Some(speaker) = &line.speaker {
        // The name is on the first line whatever follows it.
        canvas.text(x, area.y, room.width, speaker.get(texts.lang()), Role::Title);
    }
    below
}
