//! The settings: a row each, changed with the arrows.

use crate::app::screens::settings::{SettingRow, SettingsScreen, Typing, rows};
use crate::store::settings::{Glyphs, Theme};
use crate::text::Lang;
use crate::ui::prelude::*;
use crate::ui::widgets::select_list::{MARKER_WIDTH, marked_row};
use crate::ui::widgets::text_field::TextField;
use ratatui::widgets::Clear;
use std::borrow::Cow;

/// The columns of a setting's name, with the gap after it.
const NAME_WIDTH: u16 = 32;

impl ScreenView for SettingsScreen {
    fn key_hints(&self, _: &RenderContext<'_>) -> Vec<KeyHint> {
        use Command::{Back, Down, Keep, Left, Open, Right, Up};
        match self.typing {
            Some(_) => KeyHint::all(Context::Typing, &[Keep, Back]),
            None => KeyHint::all(Context::List, &[Up, Down, Left, Right, Open, Back]),
        }
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        let list = render_title(ctx, ctx.text("app-settings"), area, buf).inner(Margin::new(1, 0));
        let rows = rows();
        let first_letter = rows.iter().position(|row| matches!(row, SettingRow::Letter(_)));
        let letters = || vec![Line::default(), Line::styled(ctx.text("app-settings-letters"), ctx.style(Role::Quiet))];
        let block = |(index, row): (usize, &SettingRow)| Block {
            heading: if Some(index) == first_letter { letters() } else { Vec::new() },
            text: setting(ctx, *row, index == self.cursor.selected, list.width).into(),
            row: index,
        };
        let blocks: Vec<_> = rows.iter().enumerate().map(block).collect();
        BlockList::new(blocks, &self.cursor, ctx.theme).render(list, buf, out);
        if let (Some(Typing::Observer(field)), Some(selected)) = (&self.typing, out.cursor) {
            let row = Rect { y: selected.y, height: 1, ..list };
            let name = Constraint::Length(MARKER_WIDTH + NAME_WIDTH);
            let [_, value] = Layout::horizontal([name, Constraint::Fill(1)]).areas(row);
            Clear.render(value, buf);
            buf.set_style(value, ctx.style(Role::Text));
            TextField(field).render(value, buf, out);
        }
    }
}

/// Returns the row of a setting: marker, name, value.
fn setting<'a>(ctx: &RenderContext<'a>, row: SettingRow, is_selected: bool, end: u16) -> Line<'a> {
    let (name, value) = match row {
        SettingRow::Language => {
            ("app-settings-language".to_owned(), ctx.text(language_id(ctx.model.shared.lang)).into())
        }
        SettingRow::Theme => {
            ("app-settings-theme".to_owned(), ctx.text(theme_id(ctx.model.shared.settings.theme)).into())
        }
        SettingRow::Glyphs => ("app-settings-glyphs".to_owned(), glyphs_value(ctx).into()),
        SettingRow::Score => ("app-settings-score".to_owned(), switch(ctx, ctx.model.shared.settings.show_score)),
        SettingRow::Mouse => ("app-settings-mouse".to_owned(), switch(ctx, ctx.model.shared.settings.mouse)),
        SettingRow::Observer => (
            "app-settings-observer".to_owned(),
            ctx.model.shared.settings.observer.as_deref().unwrap_or_default().into(),
        ),
        SettingRow::Letter(binding) => {
            let keys = ctx.model.shared.keymap.keys(binding);
            let keys: Vec<String> = keys.iter().map(|press| format::key(ctx.texts, *press)).collect();
            (binding.short(), keys.join(", ").into())
        }
    };
    marked_row(ctx.theme, is_selected)
        .left(NAME_WIDTH - 1, ctx.texts.get(&name).to_owned(), ctx.style(Role::Text))
        .gap(1)
        .fill(end, value, ctx.style(Role::Title))
        .into()
}

fn switch<'a>(ctx: &RenderContext<'a>, is_on: bool) -> Cow<'a, str> {
    ctx.text(if is_on { "app-on" } else { "app-off" }).into()
}

fn language_id(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "app-language-fr",
        Lang::En => "app-language-en",
    }
}

fn theme_id(theme: Theme) -> &'static str {
    match theme {
        Theme::Default => "app-theme-default",
        Theme::Dark => "app-theme-dark",
        Theme::Light => "app-theme-light",
        Theme::HighContrast => "app-theme-high-contrast",
        Theme::Mono => "app-theme-mono",
    }
}

fn glyphs_value(ctx: &RenderContext<'_>) -> String {
    let name = match ctx.model.shared.settings.glyphs {
        Glyphs::Unicode => "app-glyphs-unicode",
        Glyphs::Safe => "app-glyphs-safe",
    };
    let glyphs = [Glyph::Yes, Glyph::No, Glyph::Partly].map(|glyph| ctx.glyph(glyph)).join(" ");
    format!("{} {glyphs}", ctx.text(name))
}
