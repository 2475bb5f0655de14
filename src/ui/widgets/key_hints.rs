//! The keys at the foot of a screen: as many as fit in two lines, the first ones first, the help always.

use crate::ui::widget_prelude::*;
use ratatui::layout::Flex;

/// A key worth naming at the foot of a screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KeyHint {
    context: Context,
    command: Command,
    /// The message that names it here, where that is not the usual one.
    word: Option<&'static str>,
}

impl KeyHint {
    /// Names a command by its usual word.
    pub fn new(context: Context, command: Command) -> Self {
        Self { context, command, word: None }
    }

    /// Names a command by another message than the usual one.
    pub fn named(context: Context, command: Command, word: &'static str) -> Self {
        Self { context, command, word: Some(word) }
    }

    /// Returns the command that it names.
    pub fn command(self) -> Command {
        self.command
    }

    /// Names several commands of one context by their usual words.
    pub fn all(context: Context, commands: &[Command]) -> Vec<Self> {
        commands.iter().map(|&command| Self::new(context, command)).collect()
    }

    /// Names the keys of a list that can be filtered, or is.
    pub fn filtered_list(is_open: bool) -> Vec<Self> {
        let filter = Self::new(Context::AnyList, Command::Filter);
        let mut hints = Self::all(Context::List, &[Command::Open, Command::Up, Command::Down, Command::Back]);
        if !is_open {
            hints.insert(3, filter);
        }
        hints
    }

    /// Names the keys of what is only scrolled.
    pub fn scrolling() -> Vec<Self> {
        let scroll = Self::named(Context::List, Command::Down, "app-key-scroll");
        vec![Self::new(Context::List, Command::Up), scroll, Self::new(Context::List, Command::Back)]
    }
}

/// A key as it is shown.
struct Entry {
    key: String,
    word: String,
    command: Command,
}

impl Entry {
    fn width(&self) -> u16 {
        width(&self.key).saturating_add(1).saturating_add(width(&self.word))
    }
}

/// The columns between two keys.
const GAP: u16 = 2;

/// Two commands of opposite arrows that are named together, with the message that names both.
const PAIRS: [(Command, Command, &str); 2] =
    [(Command::Up, Command::Down, "app-key-up-down"), (Command::Left, Command::Right, "app-key-left-right")];

/// Key hints laid out for a width; a click on one means its command.
pub struct KeyHints<'a> {
    ctx: &'a RenderContext<'a>,
    rows: Vec<Vec<Entry>>,
}

impl<'a> KeyHints<'a> {
    /// Lays hints out, the most important first.
    pub fn new(ctx: &'a RenderContext<'a>, hints: &[KeyHint], columns: u16) -> Self {
        let entries = entries(ctx, hints);
        let help = entry(ctx, KeyHint::new(Context::Anywhere, Command::Help));
        Self { ctx, rows: rows(entries, help, columns.saturating_sub(2)) }
    }

    /// Returns the rows that they take.
    pub fn height(&self) -> u16 {
        cells(self.rows.len())
    }

    /// Renders them.
    pub fn render(self, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        for (entries, row) in self.rows.into_iter().zip(area.rows()) {
            let widths = entries.iter().map(|entry| Length(entry.width()));
            let places = Layout::horizontal(widths).flex(Flex::Start).spacing(GAP).split(padded(row));
            for (entry, place) in entries.into_iter().zip(places.iter()) {
                out.clicks.add(*place, Target::Command(entry.command));
                let (key, word) = (self.ctx.span(entry.key, Role::Key), self.ctx.span(entry.word, Role::Quiet));
                Line::from(vec![key, Span::raw(" "), word]).render(*place, buf);
            }
        }
    }
}

fn entry(ctx: &RenderContext<'_>, hint: KeyHint) -> Option<Entry> {
    let shown = ctx.model.shared.keymap.shown(hint.context, hint.command)?;
    let word = ctx.texts.get(hint.word.unwrap_or(&shown.word)).to_owned();
    Some(Entry { key: format::key(ctx.texts, shown.press), word, command: hint.command })
}

/// Returns the entries of hints; opposite arrows become one.
fn entries(ctx: &RenderContext<'_>, hints: &[KeyHint]) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::with_capacity(hints.len());
    for hint in hints {
        let Some(next) = entry(ctx, *hint) else { continue };
        let last = entries.last().map(|last| last.command);
        let pair = PAIRS.iter().find(|(first, second, _)| last == Some(*first) && hint.command == *second);
        match (pair, entries.last_mut()) {
            (Some((_, _, id)), Some(last)) if width(&last.key) == 1 => {
                last.key.push_str(&next.key);
                ctx.texts.get(hint.word.unwrap_or(id)).clone_into(&mut last.word);
            }
            _ => entries.push(next),
        }
    }
    entries
}

/// Fills one row or two; the help is always there.
fn rows(entries: Vec<Entry>, help: Option<Entry>, columns: u16) -> Vec<Vec<Entry>> {
    let help_width = help.as_ref().map_or(0, Entry::width);
    let mut rows = Vec::new();
    let (mut row, mut used) = (Vec::new(), 0);
    for entry in entries {
        if rows.is_empty() && used + entry.width() > columns {
            rows.push(std::mem::take(&mut row));
            used = 0;
        }
        let room = if rows.is_empty() { columns } else { columns.saturating_sub(help_width + GAP) };
        if used + entry.width() <= room {
            used += entry.width() + GAP;
            row.push(entry);
        }
    }
    if rows.is_empty() && used + help_width > columns {
        rows.push(std::mem::take(&mut row));
    }
    row.extend(help);
    rows.push(row);
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keymap::Keymap;
    use crate::app::{Environment, Model};
    use crate::store::Settings;
    use crate::store::settings::{self, Glyphs};
    use crate::text::{Lang, Texts};
    use crate::visit::{Moment, Stamp};

    /// Returns the text of rendered hints.
    fn rendered(area: Rect, lang: Lang, letters: &[(&str, &str)], hints: &[KeyHint]) -> String {
        let texts = Texts::new(lang);
        let mut model = Model::new(lang, Settings::default(), Environment::default(), Vec::new());
        let own = letters.iter().map(|(name, letter)| ((*name).to_owned(), (*letter).to_owned())).collect();
        model.shared.keymap = Keymap::new(lang, &own);
        let now = Moment { wall: Stamp::parse("2026-03-01T10:00:00.000+01:00").unwrap(), clock_ms: 0 };
        let theme = Theme::new(settings::Theme::Mono, Glyphs::Unicode);
        let ctx = RenderContext { model: &model, texts: &texts, theme, now };
        let mut buffer = Buffer::empty(area);
        KeyHints::new(&ctx, hints, area.width).render(area, &mut buffer, &mut Interaction::default());
        buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect::<String>().trim().to_owned()
    }

    #[test]
    fn hints_follow_language_letters_and_words_and_the_help_stays_where_others_do_not_fit() {
        let hide = KeyHint::new(Context::Visit, Command::Hide);
        let note = KeyHint::new(Context::Visit, Command::Note);
        let (wide, small) = (Rect::new(0, 0, 40, 1), Rect::new(0, 0, 14, 2));
        for (area, lang, letters, hints, text) in [
            (wide, Lang::En, &[][..], &[hide, note][..], "H hide  C note  F1 help"),
            (wide, Lang::Fr, &[], &[hide, note], "H masquer  C note  F1 aide"),
            (wide, Lang::Fr, &[("hide", "k")], &[hide, note], "K masquer  C note  F1 aide"),
            (wide, Lang::Fr, &[("hide", "k")], &[note], "C note  F1 aide"),
            (wide, Lang::En, &[], &[KeyHint::named(Context::Visit, Command::Hide, "app-key-note")], "H note  F1 help"),
            (small, Lang::En, &[], &[hide, note], "H hide        F1 help"),
        ] {
            assert_eq!(rendered(area, lang, letters, hints), text);
        }
    }
}
