//! The settings: a row each, changed with the arrows.

use crate::app::screens::settings::{SettingRow, SettingsScreen, Typing, rows};
use crate::store::settings::{Glyphs, Theme};
use crate::text::Lang;
use crate::ui::prelude::*;
use ratatui::widgets::Clear;

/// The columns of a setting's name, with the gap after it.
const NAME_WIDTH: u16 = 32;

impl ScreenView for SettingsScreen {
    fn key_hints(&self, _: &RenderContext<'_>) -> Vec<KeyHint> {
        use Command::{Back, Down, Keep, Left, NewLine, Open, Right, Up};
        match self.typing {
            Some(Typing::CoverText(_)) => KeyHint::all(Context::Typing, &[Keep, NewLine, Back]),
            Some(_) => KeyHint::all(Context::Typing, &[Keep, Back]),
            None => KeyHint::all(Context::List, &[Up, Down, Left, Right, Open, Back]),
        }
    }

    fn render(&self, ctx: &RenderContext<'_>, area: Rect, buf: &mut Buffer, out: &mut Interaction) {
        if let Some(Typing::CoverText(field)) = &self.typing {
            let page = padded(render_title(ctx, ctx.text("app-settings-cover-text"), area, buf));
            return render_text_field(field, page, buf, out);
        }
        let list = padded(render_title(ctx, ctx.text("app-settings"), area, buf));
        let rows = rows();
        let first_letter = rows.iter().position(|row| matches!(row, SettingRow::Letter(_)));
        let letters = || [Line::default(), Line::styled(ctx.text("app-settings-letters"), ctx.style(Role::Quiet))];
        let blocks = rows.iter().enumerate().map(|(index, row)| {
            let heading = (Some(index) == first_letter).then(letters);
            Block::under(heading.into_iter().flatten(), setting(ctx, *row, item_width(list)))
        });
        BlockList::new(blocks, &self.cursor, ctx.theme).marked().render(list, buf, out);
        if let (Some(Typing::Observer(field)), Some(selected)) = (&self.typing, out.cursor) {
            let row = Rect { y: selected.y, height: 1, ..list };
            let [_, value] = Layout::horizontal([Length(MARKER_WIDTH + NAME_WIDTH), Fill(1)]).areas(row);
            Clear.render(value, buf);
            buf.set_style(value, ctx.style(Role::Text));
            render_text_field(field, value, buf, out);
        }
    }
}

/// Returns the row of a setting: name, value.
fn setting<'a>(ctx: &RenderContext<'a>, row: SettingRow, columns: u16) -> Line<'a> {
    let settings = &ctx.model.shared.settings;
    let switch = |is_on: bool| Cow::from(ctx.text(if is_on { "app-on" } else { "app-off" }));
    let name = |id: &str| ctx.texts.get(id).to_owned();
    let language = if ctx.model.shared.lang == Lang::Fr { "app-language-fr" } else { "app-language-en" };
    let (name, value) = match row {
        SettingRow::Language => (name("app-settings-language"), ctx.text(language).into()),
        SettingRow::Theme => {
            let id = match settings.theme {
                Theme::Default => "app-theme-default",
                Theme::Dark => "app-theme-dark",
                Theme::Light => "app-theme-light",
                Theme::HighContrast => "app-theme-high-contrast",
                Theme::Mono => "app-theme-mono",
            };
            (name("app-settings-theme"), ctx.text(id).into())
        }
        SettingRow::Glyphs => {
            let id = if settings.glyphs == Glyphs::Safe { "app-glyphs-safe" } else { "app-glyphs-unicode" };
            let glyphs = [Glyph::Yes, Glyph::No, Glyph::Partly].map(|glyph| ctx.glyph(glyph)).join(" ");
            (name("app-settings-glyphs"), format!("{} {glyphs}", ctx.text(id)).into())
        }
        SettingRow::Score => (name("app-settings-score"), switch(settings.show_score)),
        SettingRow::Target => {
            let value = settings
                .target
                .map_or_else(|| ctx.text("app-target-none").into(), |target| ctx.texts.percent(target).into());
            (name("app-settings-target"), value)
        }
        SettingRow::Mouse => (name("app-settings-mouse"), switch(settings.mouse)),
        SettingRow::Observer => {
            (name("app-settings-observer"), ctx.model.shared.trainee_name().unwrap_or_default().into())
        }
        SettingRow::CoverText => {
            let text = ctx.model.shared.cover_text(ctx.texts);
            let first = text.lines().next().unwrap_or_default();
            (
                name("app-settings-cover-text"),
                if text.trim() == first { first.to_owned() } else { format!("{first} …") }.into(),
            )
        }
        SettingRow::Letter(binding) => (name(&binding.short()), ctx.keys(binding).into()),
    };
    ctx.columns().left(NAME_WIDTH - 1, name, Role::Text).gap(1).fill(columns, value, Role::Title).into()
}
