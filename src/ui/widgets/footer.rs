//! The keys at the foot of a screen: as many as fit in two lines, the first ones first, the way to all of them last.

use crate::app::Target;
use crate::app::keymap::{Command, Context};
use crate::text::Lang;
use crate::ui::canvas::Canvas;
use crate::ui::sheet::Sheet;
use crate::ui::theme::{Look, Role};
use crate::ui::words;
use ratatui::layout::Rect;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A footer and what it was made from: from one key to the next it is seldom another one.
#[derive(Debug)]
pub struct Footer {
    keys: Vec<Named>,
    letters: BTreeMap<String, char>,
    lang: Lang,
    look: Look,
    width: u16,
    sheet: Sheet,
    /// Where each command stands on it.
    places: Vec<(Rect, Command)>,
}

struct Entry {
    key: String,
    word: String,
    command: Command,
}

impl Entry {
    fn width(&self) -> u16 {
        words::columns(&self.key).saturating_add(1).saturating_add(words::columns(&self.word))
    }
}

const GAP: u16 = 2;

/// Two commands of opposite arrows that are named together, with the message that names both.
const PAIRS: [(Command, Command, &str); 2] =
    [(Command::Up, Command::Down, "app-key-up-down"), (Command::Left, Command::Right, "app-key-left-right")];

impl Footer {
    /// Lays the keys out.
    fn new(canvas: &Canvas<'_>, keys: &[Named]) -> Self {
        let (keymap, texts) = (&canvas.view.model.keymap, canvas.view.texts);
        let width = canvas.area().width;
        let mut entries: Vec<Entry> = Vec::with_capacity(keys.len());
        for named in keys {
            let Some(shown) = keymap.shown(named.context, named.command) else { continue };
            let key = words::key(texts, shown.press);
            let pair = PAIRS.iter().find(|(first, second, _)| {
                named.command == *second && entries.last().is_some_and(|last| last.command == *first)
            });
            if let (Some((_, _, id)), Some(last)) = (pair, entries.last_mut())
                && words::columns(&last.key) == 1
            {
                last.key.push_str(&key);
                texts.get(named.word.unwrap_or(id)).clone_into(&mut last.word);
                continue;
            }
            let word = texts.get(named.word.unwrap_or(&shown.word)).to_owned();
            entries.push(Entry { key, word, command: named.command });
        }
        let help = keymap.shown(Context::Anywhere, Command::Help).map(|shown| Entry {
            key: words::key(texts, shown.press),
            word: texts.get(&shown.word).to_owned(),
            command: Command::Help,
        });
        let (keys, letters, lang, look) = (keys.to_vec(), keymap.letters().clone(), texts.lang(), canvas.view.look);
        let rows = rows(entries, help, width.saturating_sub(2));
        let sheet = Sheet::new((width, u16::try_from(rows.len()).unwrap_or(0)));
        let mut footer = Self { keys, letters, lang, look, width, sheet, places: Vec::new() };
        for (entries, y) in rows.iter().zip(0..) {
            footer.write(entries, y);
        }
        footer
    }

    /// Gives what is written on its rows.
    pub fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    /// Writes one of its rows.
    fn write(&mut self, entries: &[Entry], y: u16) {
        let mut x = 1;
        for Entry { key, word, command } in entries {
            let start = x;
            x = self.sheet.text(x, y, self.width.saturating_sub(x), key, self.look.style(Role::Key));
            x = self.sheet.text(x + 1, y, self.width.saturating_sub(x + 1), word, self.look.style(Role::Quiet));
            self.places.push((Rect { x: start, y, width: x.saturating_sub(start), height: 1 }, *command));
            x += GAP;
        }
    }

    /// Tells whether it would be the same one again.
    fn is_for(&self, canvas: &Canvas<'_>, keys: &[Named]) -> bool {
        self.width == canvas.area().width
            && self.look == canvas.view.look
            && self.lang == canvas.view.texts.lang()
            && self.keys == keys
            && self.letters == *canvas.view.model.keymap.letters()
    }
}

/// Draws the footer; gives the first of its rows.
pub fn draw(canvas: &mut Canvas<'_>, keys: &[Named]) -> u16 {
    let area = canvas.area();
    let last = canvas.last_footer().filter(|footer| footer.is_for(canvas, keys));
    let footer = last.unwrap_or_else(|| Arc::new(Footer::new(canvas, keys)));
    let top = area.bottom().saturating_sub(footer.sheet.area().height);
    for &(at, command) in &footer.places {
        canvas.click(Rect { y: top + at.y, ..at }, Target::Command(command));
    }
    canvas.put_footer(top, footer);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keymap::Keymap;
    use crate::app::{Machine, Model};
    use crate::store::Settings;
    use crate::store::settings::{Glyphs, Theme};
    use crate::text::Texts;
    use crate::ui::{Look, Sheet, View};
    use crate::visit::{Moment, Stamp};

    /// Draws a footer; gives its words.
    fn drawn(sheet: &mut Sheet, lang: Lang, letters: &[(&str, &str)], keys: &[Named]) -> String {
        let texts = Texts::new(lang);
        let mut model = Model::new(lang, Settings::default(), Machine::default(), Vec::new());
        let own = letters.iter().map(|(name, letter)| ((*name).to_owned(), (*letter).to_owned())).collect();
        model.keymap = Keymap::new(lang, &own);
        let now = Moment { wall: Stamp::parse("2026-03-01T10:00:00.000+01:00").unwrap(), clock_ms: 0 };
        let look = Look { theme: Theme::Mono, glyphs: Glyphs::Unicode };
        let view = View { model: &model, texts: &texts, look, now };
        sheet.clear();
        draw(&mut Canvas::new(&view, sheet), keys);
        sheet.buffer().content.iter().map(ratatui::buffer::Cell::symbol).collect::<String>().trim().to_owned()
    }

    #[test]
    fn a_footer_is_another_one_in_another_language_with_other_letters_or_other_keys() {
        let hide: Named = (Context::Visit, Command::Hide).into();
        let note: Named = (Context::Visit, Command::Note).into();
        let mut sheet = Sheet::new((40, 1));
        for (lang, letters, keys, words) in [
            (Lang::En, &[][..], &[hide, note][..], "H hide  C note  F1 help"),
            (Lang::En, &[], &[hide, note], "H hide  C note  F1 help"),
            (Lang::Fr, &[], &[hide, note], "H masquer  C note  F1 aide"),
            (Lang::Fr, &[("hide", "k")], &[hide, note], "K masquer  C note  F1 aide"),
            (Lang::Fr, &[("hide", "k")], &[note], "C note  F1 aide"),
            (Lang::En, &[], &[Named::by(Context::Visit, Command::Hide, "app-key-note")], "H note  F1 help"),
        ] {
            assert_eq!(drawn(&mut sheet, lang, letters, keys), words);
        }
        let mut narrow = Sheet::new((14, 2));
        narrow.follow(&sheet);
        assert_eq!(drawn(&mut narrow, Lang::En, &[], &[hide, note]), "H hide        F1 help");
    }
}
