//! How each theme renders a visit: the styles of answers, the uniform selected row, the cursor.

use super::visit;
use crate::support::frame;
use esprit::store::settings::{Glyphs, Theme as Colors};
use esprit::text::Lang;
use esprit::ui::Theme;
use esprit::ui::theme::{Glyph, Role};
use ratatui::buffer::Cell;
use ratatui::layout::Position;
use ratatui::style::{Color, Style};

/// Returns a style as applied to a cell with the style of plain text.
fn on_ground(theme: Theme, role: Role) -> Style {
    let mut cell = Cell::default();
    cell.set_style(theme.style(Role::Text)).set_style(theme.style(role));
    cell.style()
}

fn check(colors: Colors) {
    let theme = Theme::new(colors, Glyphs::Unicode);
    let mut flow = visit(Lang::En, "t y n p");
    flow.model.shared.settings.theme = colors;
    let (buffer, cursor, clicks) = frame(&flow.model, &flow.texts, 80, 24, flow.ms);
    let rows: Vec<&[Cell]> = buffer.content.chunks(80).collect();
    let find = |glyph: Glyph| {
        let symbol = theme.glyph(glyph);
        let found = rows
            .iter()
            .skip(3)
            .enumerate()
            .find_map(|(y, row)| row.iter().position(|cell| cell.symbol() == symbol).map(|x| (x, y + 3)));
        found.unwrap_or_else(|| panic!("{colors:?}: no {symbol}"))
    };
    for (glyph, role) in [(Glyph::Yes, Role::Yes), (Glyph::No, Role::No), (Glyph::Partly, Role::Partly)] {
        let (x, y) = find(glyph);
        assert_eq!(rows[y][x].style(), on_ground(theme, role), "{colors:?} {role:?}");
    }
    let (x, y) = find(Glyph::Cursor);
    let selected = &rows[y][x..79];
    let style = on_ground(theme, Role::Cursor);
    assert!(selected.iter().all(|cell| cell.style() == style), "{colors:?}: the selected row is uniform");
    let cursor = cursor.unwrap();
    assert_eq!((usize::from(cursor.y), cursor.x < 4), (y, true), "{colors:?}: the cursor is on the selected row");
    // A click on the row below selects another item; without a mouse, clicks mean nothing.
    assert_eq!(clicks.target(Position { x: 30, y: cursor.y }), None, "{colors:?}");
    flow.model.shared.settings.mouse = true;
    let (_, _, clicks) = frame(&flow.model, &flow.texts, 80, 24, flow.ms);
    assert!(clicks.target(Position { x: 30, y: cursor.y }).is_some(), "{colors:?}");
    let plain = buffer.content.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset);
    assert_eq!(plain, colors == Colors::Mono, "{colors:?}: only mono has no colour");
}

#[test]
fn the_default_theme_styles_a_visit() {
    check(Colors::Default);
}

#[test]
fn the_dark_theme_styles_a_visit() {
    check(Colors::Dark);
}

#[test]
fn the_light_theme_styles_a_visit() {
    check(Colors::Light);
}

#[test]
fn the_high_contrast_theme_styles_a_visit() {
    check(Colors::HighContrast);
}

#[test]
fn the_mono_theme_styles_a_visit() {
    check(Colors::Mono);
}
