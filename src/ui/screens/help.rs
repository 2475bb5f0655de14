//! All the keys, from the keymap.

use crate::app::keymap::{Command, Context, TABLE};
use crate::app::screens::help::Help;
use crate::ui::canvas::Canvas;
use crate::ui::format;
use crate::ui::theme::Role;
use crate::ui::widgets::key_hints::KeyHint as Named;

/// Draws the list of keys.
pub fn draw(canvas: &mut Canvas<'_>, help: &Help) {
    let keys = [
        (Context::List, Command::Up).into(),
        Named::named(Context::List, Command::Down, "app-key-scroll"),
        (Context::List, Command::Back).into(),
    ];
    let title = canvas.say("app-help");
    let area = canvas.framed(title, &keys);
    let texts = canvas.view.texts;
    // Of each context its title, then of each of its bindings the keys and what they do.
    let mut entries: Vec<(String, Option<String>)> = Vec::new();
    for context in Context::ALL {
        entries.push((texts.get(context.title()).to_uppercase(), None));
        for binding in TABLE.iter().filter(|binding| binding.context == context) {
            let keys = canvas.view.model.shared.keymap.keys(binding);
            let keys: Vec<String> = keys.iter().map(|press| format::key(texts, *press)).collect();
            entries.push((keys.join(", "), Some(texts.get(&binding.long()).to_owned())));
        }
    }
    let longest = entries.iter().filter(|(_, does)| does.is_some()).map(|(keys, _)| format::columns(keys)).max();
    let sentences = longest.unwrap_or(0).saturating_add(3).min(area.width * 2 / 5);
    let room = area.width.saturating_sub(sentences + 1);
    let mut rows: Vec<(&str, &str, Role)> = Vec::new();
    let mut top = 0;
    for (index, (keys, does)) in entries.iter().enumerate() {
        if index == help.cursor.selected {
            top = rows.len();
        }
        let Some(does) = does else {
            rows.push((keys, "", Role::Quiet));
            continue;
        };
        let mut keys = format::lines(keys, sentences.saturating_sub(2));
        let mut does = format::lines(does, room);
        rows.extend(std::iter::from_fn(|| match (keys.next(), does.next()) {
            (None, None) => None,
            (keys, does) => Some((keys.unwrap_or_default(), does.unwrap_or_default(), Role::Key)),
        }));
    }
    // The first row moves, so that the arrows always show something new; the end of the list stays at the foot.
    let last = rows.len().saturating_sub(usize::from(area.height));
    for ((keys, sentence, role), y) in rows.into_iter().skip(top.min(last)).zip(area.y..area.bottom()) {
        canvas.text(area.x + 1, y, area.width.saturating_sub(2), keys, role);
        canvas.text(area.x + sentences, y, room, sentence, Role::Text);
    }
    canvas.park(area.x + 1, area.y);
}
