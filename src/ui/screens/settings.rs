//! The settings: a row each, changed with the arrows.

use crate::app::Target;
use crate::app::keymap::{Command, Context};
use crate::app::screens::settings::{Row, SettingsScreen, Typing, rows};
use crate::store::settings::{Glyphs, Theme};
use crate::text::Lang;
use crate::ui::canvas::Canvas;
use crate::ui::format;
use crate::ui::theme::{Glyph, Role};
use crate::ui::widgets::list::window;
use ratatui::layout::Rect;

/// Draws the settings.
pub fn draw(canvas: &mut Canvas<'_>, screen: &SettingsScreen) {
    let keys = match screen.typing {
        Some(_) => vec![(Context::Typing, Command::Keep), (Context::Typing, Command::Back)],
        None => vec![
            (Context::List, Command::Up),
            (Context::List, Command::Down),
            (Context::List, Command::Left),
            (Context::List, Command::Right),
            (Context::List, Command::Open),
            (Context::List, Command::Back),
        ],
    };
    let title = canvas.say("app-settings");
    let area = canvas.frame(title, &keys);
    let rows = rows();
    let first_letter = rows.iter().position(|row| matches!(row, Row::Letter(_)));
    let height = |index: usize| if Some(index) == first_letter { 3 } else { 1 };
    let top = window(screen.cursor.offset.get(), screen.cursor.selected, rows.len(), area.height, height);
    screen.cursor.offset.set(top);
    let mut y = area.y;
    for (index, row) in rows.iter().enumerate().skip(top) {
        if Some(index) == first_letter {
            let heading = canvas.say("app-settings-letters");
            canvas.text(area.x + 1, y + 1, area.width.saturating_sub(2), heading, Role::Quiet);
            y += 2;
        }
        if y >= area.bottom() {
            break;
        }
        let line = Rect { x: area.x + 1, y, width: area.width.saturating_sub(2), height: 1 };
        let front = index == screen.cursor.selected;
        draw_row(canvas, *row, line);
        if front {
            canvas.restyle(line, Role::Cursor);
            let sign = canvas.glyph(Glyph::Cursor);
            canvas.text(line.x, y, 1, sign, Role::Cursor);
            canvas.park(line.x, y);
            if let Some(Typing::Observer(field)) = &screen.typing {
                let value = Rect { x: line.x + VALUES, width: line.width.saturating_sub(VALUES), ..line };
                canvas.blank(value, Role::Text);
                canvas.field(value, field);
            }
        }
        canvas.click(line, Target::Row(index));
        y += 1;
    }
}

/// Where the values begin.
const VALUES: u16 = 34;

fn draw_row(canvas: &mut Canvas<'_>, row: Row, line: Rect) {
    let settings = &canvas.view.model.shared.settings;
    let switch = |on: bool| canvas.say(if on { "app-on" } else { "app-off" }).to_owned();
    let (name, value) = match row {
        Row::Language => {
            let name = match canvas.view.model.shared.lang {
                Lang::Fr => "app-language-fr",
                Lang::En => "app-language-en",
            };
            ("app-settings-language".to_owned(), canvas.say(name).to_owned())
        }
        Row::Theme => {
            let name = match settings.theme {
                Theme::Default => "app-theme-default",
                Theme::Dark => "app-theme-dark",
                Theme::Light => "app-theme-light",
                Theme::HighContrast => "app-theme-high-contrast",
                Theme::Mono => "app-theme-mono",
            };
            ("app-settings-theme".to_owned(), canvas.say(name).to_owned())
        }
        Row::Glyphs => {
            let name = match settings.glyphs {
                Glyphs::Unicode => "app-glyphs-unicode",
                Glyphs::Safe => "app-glyphs-safe",
            };
            let signs = [Glyph::Yes, Glyph::No, Glyph::Partly].map(|sign| canvas.glyph(sign)).join(" ");
            ("app-settings-glyphs".to_owned(), format!("{} {signs}", canvas.say(name)))
        }
        Row::Score => ("app-settings-score".to_owned(), switch(settings.show_score)),
        Row::Mouse => ("app-settings-mouse".to_owned(), switch(settings.mouse)),
        Row::Observer => ("app-settings-observer".to_owned(), settings.observer.clone().unwrap_or_default()),
        Row::Letter(binding) => {
            let keys = canvas.view.model.shared.keymap.keys(binding);
            let keys: Vec<String> = keys.iter().map(|press| format::key(canvas.view.texts, *press)).collect();
            (binding.short(), keys.join(", "))
        }
    };
    let name = canvas.view.texts.get(&name).to_owned();
    canvas.text(line.x + 2, line.y, VALUES - 3, &name, Role::Text);
    canvas.text(line.x + VALUES, line.y, line.width.saturating_sub(VALUES), &value, Role::Title);
}
