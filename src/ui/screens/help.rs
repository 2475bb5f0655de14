//! All the keys, from the keymap.

use crate::app::keymap::{Command, Context, TABLE};
use crate::app::screens::help::Help;
use crate::ui::canvas::Canvas;
use crate::ui::theme::Role;
use crate::ui::widgets::footer::Named;
use crate::ui::words;

/// Draws the list of keys.
pub fn draw(canvas: &mut Canvas<'_>, help: &Help) {
    let keys = [
        (Context::List, Command::Up).into(),
        Named::by(Context::List, Command::Down, "app-key-scroll"),
        (Context::List, Command::Back).into(),
    ];
    let title = canvas.say("app-help");
    let area = canvas.framed(title, &keys);
    let mut rows: Vec<(String, String, Role)> = Vec::new();
    for context in Context::ALL {
        rows.push((canvas.say(context.title()).to_uppercase(), String::new(), Role::Quiet));
        for binding in TABLE.iter().filter(|binding| binding.context == context) {
            let keys = canvas.view.model.keymap.keys(binding);
            let keys: Vec<String> = keys.iter().map(|press| words::key(canvas.view.texts, *press)).collect();
            rows.push((keys.join(", "), canvas.view.texts.get(&binding.long()).to_owned(), Role::Key));
        }
    }
    // The first row moves, so that the arrows always show something new; the end of the list stays at the foot.
    let last = rows.len().saturating_sub(usize::from(area.height));
    let top = help.cursor.at.min(last);
    let longest =
        rows.iter().filter(|(_, sentence, _)| !sentence.is_empty()).map(|(keys, ..)| words::columns(keys)).max();
    let sentences = longest.unwrap_or(0).saturating_add(3).min(area.width / 2);
    for ((key, sentence, role), y) in rows.iter().skip(top).zip(area.y..area.bottom()) {
        let width = if sentence.is_empty() { area.width.saturating_sub(2) } else { sentences - 2 };
        canvas.text(area.x + 1, y, width, key, *role);
        canvas.text(area.x + sentences, y, area.width.saturating_sub(sentences + 1), sentence, Role::Text);
    }
    canvas.park(area.x + 1, area.y);
}
