//! The settings: each row changes with the arrows, and is kept at once.

use crate::app::key::{Key, KeyPress};
use crate::app::keymap::{Binding, Command, Context, TABLE, is_letter_key};
use crate::app::list_cursor::ListCursor;
use crate::app::message::Effect;
use crate::app::model::{Model, Notice, Screen};
use crate::app::text_input::TextInput;
use crate::store::settings::{Glyphs, Theme};
use crate::text::Lang;

/// The settings' screen.
#[derive(Debug, Default)]
pub struct SettingsScreen {
    /// Where the cursor stands among [`rows`].
    pub cursor: ListCursor,
    /// What is being typed.
    pub typing: Option<Typing>,
}

/// What is being typed.
#[derive(Debug)]
pub enum Typing {
    /// The observer's name.
    Observer(Box<TextInput>),
    /// The letter for a command.
    Letter(&'static Binding),
}

/// A row of the settings.
#[derive(Clone, Copy, Debug)]
pub enum Row {
    /// The language of the interface.
    Language,
    /// The colours.
    Theme,
    /// The signs: all, or those that every font has.
    Glyphs,
    /// Whether the review shows the score.
    Score,
    /// Whether the mouse works.
    Mouse,
    /// The observer's name.
    Observer,
    /// The letter of a visit's command.
    Letter(&'static Binding),
}

/// Returns the rows, from top to bottom.
#[must_use]
pub fn rows() -> Vec<Row> {
    let letters = TABLE.iter().filter(|b| b.context == Context::Visit && is_letter_key(b)).map(Row::Letter);
    let first = [Row::Language, Row::Theme, Row::Glyphs, Row::Score, Row::Mouse, Row::Observer];
    first.into_iter().chain(letters).collect()
}

/// Handles a key press.
pub fn press(model: &mut Model, press: KeyPress) -> Vec<Effect> {
    let Screen::Settings(screen) = &mut model.screen else { return Vec::new() };
    if screen.typing.is_some() {
        return typed(model, press);
    }
    let rows = rows();
    let Some(command) = model.keymap.command(Context::List, press) else { return Vec::new() };
    let Some(&row) = rows.get(screen.cursor.selected) else { return Vec::new() };
    match (command, row) {
        (Command::Back, _) => super::home::open(model),
        (Command::Open, Row::Observer) => {
            let observer = model.settings.observer.as_deref().unwrap_or_default();
            screen.typing = Some(Typing::Observer(Box::new(TextInput::line(observer))));
            Vec::new()
        }
        (Command::Open, Row::Letter(binding)) => {
            screen.typing = Some(Typing::Letter(binding));
            model.notice = Some(Notice::Said("app-notice-press-letter"));
            Vec::new()
        }
        (Command::Open | Command::Right, row) => turn(model, row, 1),
        (Command::Left, row) => turn(model, row, -1),
        (command, _) => {
            screen.cursor.go(command, rows.len());
            Vec::new()
        }
    }
}

impl SettingsScreen {
    /// Returns whether keys are typed rather than obeyed.
    #[must_use]
    pub fn is_typing(&self) -> bool {
        self.typing.is_some()
    }
}

fn typed(model: &mut Model, press: KeyPress) -> Vec<Effect> {
    let Screen::Settings(screen) = &mut model.screen else { return Vec::new() };
    let Some(mut typing) = screen.typing.take() else { return Vec::new() };
    if press.key == Key::Esc {
        return Vec::new();
    }
    match &mut typing {
        Typing::Observer(field) if press.key == Key::Enter => {
            model.settings.observer = Some(field.text().trim().to_owned()).filter(|name| !name.is_empty());
        }
        Typing::Observer(field) => {
            field.press(press);
            screen.typing = Some(typing);
            return Vec::new();
        }
        Typing::Letter(binding) => {
            let Key::Char(letter) = press.key else {
                screen.typing = Some(typing);
                return Vec::new();
            };
            if let Err(taken) = model.keymap.rebind(binding.name, letter) {
                model.notice = Some(match taken {
                    Some(other) => Notice::About("app-notice-letter-taken", other.short()),
                    None => Notice::Said("app-notice-not-a-letter"),
                });
                screen.typing = Some(typing);
                return Vec::new();
            }
            model.settings.keys = model.keymap.own();
        }
    }
    keep(model)
}

/// Inserts pasted text.
pub fn paste(model: &mut Model, text: &str) {
    if let Screen::Settings(SettingsScreen { typing: Some(Typing::Observer(field)), .. }) = &mut model.screen {
        field.paste(text);
    }
}

fn turn(model: &mut Model, row: Row, by: isize) -> Vec<Effect> {
    match row {
        Row::Language => {
            let lang = next(&Lang::ALL, model.lang, by);
            model.settings.language = Some(lang);
            model.set_language(lang);
        }
        Row::Theme => model.settings.theme = next(&Theme::ALL, model.settings.theme, by),
        Row::Glyphs => model.settings.glyphs = next(&Glyphs::ALL, model.settings.glyphs, by),
        Row::Score => model.settings.show_score = !model.settings.show_score,
        Row::Mouse => model.settings.mouse = !model.settings.mouse,
        Row::Observer | Row::Letter(_) => return Vec::new(),
    }
    keep(model)
}

fn keep(model: &Model) -> Vec<Effect> {
    vec![Effect::SaveSettings(Box::new(model.settings.clone()))]
}

/// Returns the value beside one in a ring.
fn next<T: Copy + PartialEq>(all: &[T], now: T, by: isize) -> T {
    let at = all.iter().position(|value| *value == now).unwrap_or(0);
    let to = (at.saturating_add_signed(by) + if by < 0 && at == 0 { all.len() - 1 } else { 0 }) % all.len().max(1);
    all.get(to).copied().unwrap_or(now)
}
