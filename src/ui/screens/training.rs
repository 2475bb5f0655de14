//! The training menu: what there is, and what each is for.

use crate::app::Target;
use crate::app::keymap::{Command, Context};
use crate::app::screens::training::{Row, Training};
use crate::ui::canvas::Canvas;
use crate::ui::theme::{Glyph, Role};
use crate::ui::widgets::list::window;
use ratatui::layout::Rect;

/// Rows of the screen that an entry takes: its name, what it is for, a line of air.
const HEIGHT: u16 = 3;

/// Draws the menu.
pub fn draw(canvas: &mut Canvas<'_>, screen: &Training) {
    let keys = [Command::Up, Command::Down, Command::Open, Command::Back].map(|command| (Context::List, command));
    let title = canvas.say("training-title");
    let area = canvas.frame(title, &keys);
    let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let top = window(screen.cursor.offset.get(), screen.cursor.selected, Row::ALL.len(), area.height, |_| HEIGHT);
    screen.cursor.offset.set(top);
    let mut y = area.y;
    for (index, row) in Row::ALL.iter().enumerate().skip(top) {
        if y >= area.bottom() {
            break;
        }
        let line = Rect { x: area.x + 1, y, width: area.width.saturating_sub(2), height: 1 };
        let (name, what) = row.words();
        canvas.text(line.x + 3, y, line.width.saturating_sub(3), canvas.say(name), Role::Title);
        if index == screen.cursor.selected {
            canvas.restyle(line, Role::Cursor);
            let sign = canvas.glyph(Glyph::Cursor);
            canvas.text(line.x + 1, y, 1, sign, Role::Cursor);
            canvas.park(line.x + 1, y);
        }
        if y + 1 < area.bottom() {
            canvas.text(line.x + 3, y + 1, line.width.saturating_sub(3), canvas.say(what), Role::Quiet);
        }
        canvas.click(Rect { height: 2.min(area.bottom() - y), ..line }, Target::Row(index));
        y += HEIGHT;
    }
}
