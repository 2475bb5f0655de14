//! Past visits, narrowed by what is typed.

use super::home::past_row;
use crate::app::Target;
use crate::app::keymap::{Command, Context};
use crate::app::screens::past::Past;
use crate::ui::canvas::Canvas;
use crate::ui::theme::Role;
use crate::ui::widgets::list::window;
use ratatui::layout::Rect;

/// Draws past visits.
pub fn draw(canvas: &mut Canvas<'_>, past: &Past) {
    let keys = [
        (Context::List, Command::Open),
        (Context::List, Command::Up),
        (Context::List, Command::Down),
        (Context::List, Command::Back),
    ];
    let title = canvas.say(if past.replays { "replay-choose" } else { "app-past" });
    let area = canvas.frame(title, &keys);
    let count = canvas.with("app-past-count", &[("shown", past.shown.len().into()), ("all", past.visits.len().into())]);
    let count = if past.done { count } else { format!("{count} …") };
    canvas.right(area.right().saturating_sub(1), canvas.area().y, &count, Role::Quiet);
    let label = canvas.say("app-past-filter");
    let x = canvas.text(area.x + 1, area.y, area.width, label, Role::Quiet) + 1;
    let list = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    if past.done && past.shown.is_empty() {
        let id = match () {
            () if !past.visits.is_empty() => "app-past-no-match",
            () if past.replays => "replay-none",
            () => "app-past-empty",
        };
        let text = canvas.say(id);
        canvas.paragraph(Rect { x: list.x + 1, width: list.width.saturating_sub(2), ..list }, text, Role::Text);
    }
    let top = window(past.cursor.offset.get(), past.cursor.selected, past.shown.len(), list.height, |_| 1);
    past.cursor.offset.set(top);
    for ((index, visit), y) in past.shown.iter().enumerate().skip(top).zip(list.y..list.bottom()) {
        let Some(visit) = past.visits.get(*visit) else { continue };
        let line = Rect { x: list.x + 1, y, width: list.width.saturating_sub(2), height: 1 };
        past_row(canvas, visit, Rect { x: line.x + 1, width: line.width.saturating_sub(1), ..line });
        if index == past.cursor.selected {
            canvas.restyle(line, Role::Cursor);
        }
        canvas.click(line, Target::Row(index));
    }
    canvas.field(Rect { x, y: area.y, width: area.right().saturating_sub(x + 1), height: 1 }, &past.filter);
}
