//! The keys at the foot of a screen: as many as fit in two lines, the first ones first, the way to all of them last.

use crate::app::Target;
use crate::app::keymap::{Command, Context};
use crate::ui::canvas::Canvas;
use crate::ui::format;
use crate::ui::theme::Role;
use ratatui::layout::Rect;

struct Entry {
    key: String,
    word: String,
    command: Command,
}

impl Entry {
    fn width(&self) -> u16 {
        format::columns(&self.key).saturating_add(1).saturating_add(format::columns(&self.word))
    }
}

const GAP: u16 = 2;

/// Two commands of opposite arrows that are named together, with the message that names both.
const PAIRS: [(Command, Command, &str); 2] =
    [(Command::Up, Command::Down, "app-key-up-down"), (Command::Left, Command::Right, "app-key-left-right")];

/// Draws the footer; returns the first of its rows.
pub fn draw(canvas: &mut Canvas<'_>, keys: &[Named]) -> u16 {
    let (keymap, texts) = (&canvas.view.model.shared.keymap, canvas.view.texts);
    let width = canvas.area().width;
    let mut entries: Vec<Entry> = Vec::with_capacity(keys.len());
    for named in keys {
        let Some(shown) = keymap.shown(named.context, named.command) else { continue };
        let key = format::key(texts, shown.press);
        let pair = PAIRS.iter().find(|(first, second, _)| {
            named.command == *second && entries.last().is_some_and(|last| last.command == *first)
        });
        if let (Some((_, _, id)), Some(last)) = (pair, entries.last_mut())
            && format::columns(&last.key) == 1
        {
            last.key.push_str(&key);
            texts.get(named.word.unwrap_or(id)).clone_into(&mut last.word);
            continue;
        }
        let word = texts.get(named.word.unwrap_or(&shown.word)).to_owned();
        entries.push(Entry { key, word, command: named.command });
    }
    let help = keymap.shown(Context::Anywhere, Command::Help).map(|shown| Entry {
        key: format::key(texts, shown.press),
        word: texts.get(&shown.word).to_owned(),
        command: Command::Help,
    });
    let area = canvas.area();
    let rows = rows(entries, help, width.saturating_sub(2));
    let top = area.bottom().saturating_sub(u16::try_from(rows.len()).unwrap_or(0));
    for (entries, y) in rows.iter().zip(top..) {
        let mut x = area.x + 1;
        for Entry { key, word, command } in entries {
            let start = x;
            x = canvas.text(x, y, area.right().saturating_sub(x), key, Role::Key);
            x = canvas.text(x + 1, y, area.right().saturating_sub(x + 1), word, Role::Quiet);
            canvas.click(Rect { x: start, y, width: x.saturating_sub(start), height: 1 }, Target::Command(*command));
            x += GAP;
        }
    }
    top
}

/// A key that a footer names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Named {
    context: Context,
    command: Command,
    /// The message that names it here, where that is not the usual one.
    word: Option<&'static str>,
}

impl Named {
    /// Names a key by another word than the usual one.
    pub fn by(context: Context, command: Command, word: &'static str) -> Self {
        Self { context, command, word: Some(word) }
    }
}

impl From<(Context, Command)> for Named {
    fn from((context, command): (Context, Command)) -> Self {
        Self { context, command, word: None }
    }
}

/// Fills at most two rows; the help is always there.
fn rows(entries: Vec<Entry>, help: Option<Entry>, width: u16) -> Vec<Vec<Entry>> {
    let reserved = help.as_ref().map_or(0, |help| help.width() + GAP);
    let mut rows: Vec<Vec<Entry>> = vec![Vec::new()];
    let mut used = 0;
    for entry in entries {
        let last = rows.len() == 2;
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
    let full = rows.len() == 1 && used + help.as_ref().map_or(0, Entry::width) > width;
    if full {
        rows.push(Vec::new());
    }
    if let (Some(row), Some(help)) = (rows.last_mut(), help) {
        row.push(help);
    }
    rows
}
