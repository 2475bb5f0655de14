//! The settings; each row is changed with the arrow keys and saved at once.

use crate::app::keymap::{Binding, TABLE, is_letter_key};
use crate::app::prelude::*;
use crate::app::wrapping::neighbour;
use crate::store::settings::{Glyphs, Theme};
use crate::text::{Lang, Texts};

/// The settings screen.
#[derive(Debug, Default)]
pub struct SettingsScreen {
    /// The cursor among [`rows`].
    pub cursor: ListCursor,
    /// The text or key being entered.
    pub typing: Option<Typing>,
}

/// A text or key being entered.
#[derive(Debug)]
pub enum Typing {
    /// The observer's name.
    Observer(Box<TextInput>),
    /// The text of the cover page.
    CoverText(Box<TextInput>),
    /// A new letter for a command.
    Letter(&'static Binding),
}

/// A row of the settings.
#[derive(Clone, Copy, Debug)]
pub enum SettingRow {
    Language,
    Theme,
    /// The glyphs: all of them, or those that every font has.
    Glyphs,
    /// Whether the review shows the score.
    Score,
    /// The score that visits should reach.
    Target,
    Mouse,
    /// The observer's name.
    Observer,
    /// The text that the cover page opens with.
    CoverText,
    /// The letter of a visit command.
    Letter(&'static Binding),
}

/// Returns the rows, from top to bottom.
pub fn rows() -> Vec<SettingRow> {
    let letters = TABLE.iter().filter(|b| b.context == Context::Visit && is_letter_key(b)).map(SettingRow::Letter);
    let first = [
        SettingRow::Language,
        SettingRow::Theme,
        SettingRow::Glyphs,
        SettingRow::Score,
        SettingRow::Mouse,
        SettingRow::Observer,
        SettingRow::Target,
        SettingRow::CoverText,
    ];
    first.into_iter().chain(letters).collect()
}

impl Interactive for SettingsScreen {
    fn update(&mut self, shared: &mut Shared, press: KeyPress, _now: &Moment) -> Outcome {
        if let Some(typing) = self.typing.take() {
            return self.edit(shared, typing, press);
        }
        let rows = rows();
        let Some(command) = shared.keymap.command(Context::List, press) else { return Outcome::default() };
        let Some(&row) = rows.get(self.cursor.selected) else { return Outcome::default() };
        match (command, row) {
            (Command::Back, _) => return Go::Pop.into(),
            (Command::Open, SettingRow::Observer) => {
                let observer = shared.trainee_name().unwrap_or_default();
                self.typing = Some(Typing::Observer(Box::new(TextInput::selected(&observer))));
            }
            (Command::Open, SettingRow::CoverText) => {
                self.typing =
                    Some(Typing::CoverText(Box::new(TextInput::page(shared.cover_text(&Texts::new(shared.lang))))));
            }
            (Command::Open, SettingRow::Letter(binding)) => {
                self.typing = Some(Typing::Letter(binding));
                shared.notify("app-notice-press-letter");
            }
            (Command::Open | Command::Right, row) => return turn(shared, row, 1),
            (Command::Left, row) => return turn(shared, row, -1),
            (command, _) => self.cursor.go(command, rows.len()),
        }
        Outcome::default()
    }

    fn line(&mut self) -> Option<&mut TextInput> {
        match &mut self.typing {
            Some(Typing::Observer(field) | Typing::CoverText(field)) => Some(field),
            _ => None,
        }
    }

    fn list(&mut self) -> Option<&mut ListCursor> {
        Some(&mut self.cursor)
    }

    fn context(&self) -> Context {
        if self.typing.is_some() { Context::Typing } else { Context::List }
    }
}

impl SettingsScreen {
    /// Handles a key press during text or key entry.
    fn edit(&mut self, shared: &mut Shared, mut typing: Typing, press: KeyPress) -> Outcome {
        match (&mut typing, press.key) {
            (_, Key::Esc) => return Outcome::default(),
            (Typing::Observer(field), Key::Enter) => {
                shared.settings.observer = Some(field.text().trim().to_owned()).filter(|name| !name.is_empty());
                return shared.save_settings().into();
            }
            (Typing::CoverText(field), _) => match shared.keymap.command(Context::Typing, press) {
                Some(Command::NewLine) => {
                    field.press(Key::Enter.into());
                }
                Some(Command::Keep) => {
                    let text = Some(field.text()).filter(|text| text != Texts::new(shared.lang).get("cover-text"));
                    shared.settings.cover_text = text;
                    return shared.save_settings().into();
                }
                _ => {
                    field.press(press);
                }
            },
            (Typing::Observer(field), _) => {
                field.press(press);
            }
            (Typing::Letter(binding), Key::Char(letter)) => match shared.keymap.rebind(binding.name, letter) {
                Ok(()) => {
                    shared.settings.keys = shared.keymap.own();
                    return shared.save_settings().into();
                }
                Err(Some(other)) => shared.notice = Some(Notice::About("app-notice-letter-taken", other.short())),
                Err(None) => shared.notify("app-notice-not-a-letter"),
            },
            (Typing::Letter(_), _) => {}
        }
        self.typing = Some(typing);
        Outcome::default()
    }
}

fn turn(shared: &mut Shared, row: SettingRow, by: isize) -> Outcome {
    let settings = &mut shared.settings;
    match row {
        SettingRow::Language => {
            let lang = neighbour(&Lang::ALL, shared.lang, by);
            settings.language = Some(lang);
            shared.set_language(lang);
        }
        SettingRow::Theme => settings.theme = neighbour(&Theme::ALL, settings.theme, by),
        SettingRow::Glyphs => settings.glyphs = neighbour(&Glyphs::ALL, settings.glyphs, by),
        SettingRow::Score => settings.show_score = !settings.show_score,
        SettingRow::Target => settings.target = next_target(settings.target, by),
        SettingRow::Mouse => settings.mouse = !settings.mouse,
        SettingRow::Observer | SettingRow::CoverText | SettingRow::Letter(_) => return Outcome::default(),
    }
    shared.save_settings().into()
}

/// Returns the next target in steps of five points; none precedes 50 %, and follows 100 %.
fn next_target(target: Option<f64>, by: isize) -> Option<f64> {
    const FEWEST: f64 = 50.0;
    const STEP: f64 = 5.0;
    let next = match (target, by > 0) {
        (None, true) => FEWEST,
        (None, false) => 100.0,
        (Some(target), true) => target + STEP,
        (Some(target), false) => target - STEP,
    };
    (FEWEST..=100.0).contains(&next).then_some(next)
}
