//! The keys at the foot of a screen: as many as fit in two lines, the first ones first, the way to all of them last.

use crate::app::Target;
use crate::app::keymap::{Command, Context};
use crate::ui::canvas::Canvas;
use crate::ui::theme::Role;
use crate::ui::words;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

struct Entry {
    key: String,
    word: String,
    command: Command,
}

impl Entry {
    fn width(&self) -> u16 {
        u16::try_from(self.key.width() + 1 + self.word.width()).unwrap_or(u16::MAX)
    }
}

const GAP: u16 = 2;

/// Draws the footer; gives the first of its rows.
pub fn draw(canvas: &mut Canvas<'_>, keys: &[(Context, Command)]) -> u16 {
    let area = canvas.area();
    let mut entries: Vec<Entry> = Vec::new();
    for &(context, command) in keys {
        let Some((press, binding)) = canvas.view.model.keymap.shown(context, command) else { continue };
        let key = words::key(canvas.view.texts, press);
        let word = canvas.view.texts.get(&binding.short()).to_owned();
        entries.push(Entry { key, word, command });
    }
    let help = canvas.view.model.keymap.shown(Context::Anywhere, Command::Help).map(|(press, binding)| Entry {
        key: words::key(canvas.view.texts, press),
        word: canvas.view.texts.get(&binding.short()).to_owned(),
        command: Command::Help,
    });
    let rows = rows(entries, help, area.width.saturating_sub(2));
    let top = area.bottom().saturating_sub(u16::try_from(rows.len()).unwrap_or(1).max(1));
    for (row, y) in rows.iter().zip(top..) {
        let mut x = area.x + 1;
        for entry in row {
            let start = x;
            x = canvas.text(x, y, area.right() - x, &entry.key, Role::Key);
            x = canvas.text(x + 1, y, area.right().saturating_sub(x + 1), &entry.word, Role::Quiet);
            canvas.click(Rect { x: start, y, width: x - start, height: 1 }, Target::Command(entry.command));
            x += GAP;
        }
    }
    top
}

/// Fills at most two rows; the help is always there.
fn rows(entries: Vec<Entry>, help: Option<Entry>, width: u16) -> Vec<Vec<Entry>> {
    let reserved = help.as_ref().map_or(0, |help| help.width() + GAP);
    let mut rows: Vec<Vec<Entry>> = vec![Vec::new()];
    let mut used = 0;
    let total: u16 = entries.iter().map(|entry| entry.width() + GAP).sum::<u16>();
    let one_row = total + reserved <= width + GAP;
    for entry in entries {
        let last = one_row || rows.len() == 2;
        let room = if last { width.saturating_sub(reserved) } else { width };
        if used + entry.width() > room {
            if last {
                continue;
            }
            rows.push(Vec::new());
            used = 0;
            if entry.width() > width.saturating_sub(reserved) {
                continue;
            }
        }
        used += entry.width() + GAP;
        if let Some(row) = rows.last_mut() {
            row.push(entry);
        }
    }
    if let (Some(row), Some(help)) = (rows.last_mut(), help) {
        row.push(help);
    }
    rows
}
