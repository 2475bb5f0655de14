//! Roles and how they look: the only place that knows colours and glyphs.

use crate::store::settings::{self, Glyphs};
use ratatui::style::{Color, Modifier, Style};

/// What a piece of text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// To be read.
    Text,
    /// To be found when looked for.
    Quiet,
    /// A heading.
    Title,
    /// The row in front.
    Cursor,
    /// A yes.
    Yes,
    /// A partly.
    Partly,
    /// A no.
    No,
    /// Not applicable, or not observed.
    SetAside,
    /// Something wrong, or easily overlooked.
    Warning,
    /// On the disk.
    Saved,
    /// A key that does something.
    Key,
}

/// Colours and glyphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// The colours that the user chose.
    pub colors: settings::Theme,
    /// The glyphs that the user chose.
    pub glyphs: Glyphs,
    /// The colours that the terminal has.
    pub depth: ColorDepth,
}

/// The colours that a terminal has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColorDepth {
    /// The sixteen of every terminal.
    #[default]
    Sixteen,
    /// All of them, as 24 bits.
    TrueColor,
}

impl Theme {
    /// Creates a theme for a terminal of sixteen colours.
    #[must_use]
    pub fn new(colors: settings::Theme, glyphs: Glyphs) -> Self {
        Self { colors, glyphs, depth: ColorDepth::Sixteen }
    }

    /// Returns the style of a role.
    #[must_use]
    pub fn style(self, role: Role) -> Style {
        let is_true_color = self.depth == ColorDepth::TrueColor;
        match self.colors {
            settings::Theme::Mono => mono(role),
            settings::Theme::Default => terminal_colors(role),
            settings::Theme::Dark => painted(role, if is_true_color { DARK } else { DARK_SIXTEEN }),
            settings::Theme::Light => painted(role, if is_true_color { LIGHT } else { LIGHT_SIXTEEN }),
            settings::Theme::HighContrast => painted(role, if is_true_color { HIGH } else { HIGH_SIXTEEN }),
        }
    }

    /// Returns a glyph as this theme shows it.
    #[must_use]
    pub fn glyph(self, glyph: Glyph) -> &'static str {
        let safe = self.glyphs == Glyphs::Safe;
        match glyph {
            Glyph::Yes if safe => "√",
            Glyph::Yes => "✓",
            Glyph::No if safe => "×",
            Glyph::No => "✗",
            Glyph::Partly => "½",
            Glyph::Open => "·",
            Glyph::Aside => "–",
            Glyph::Value | Glyph::Full => "■",
            Glyph::Empty => "□",
            Glyph::Cursor => "►",
            Glyph::Rule => "─",
            Glyph::Bar => "│",
            Glyph::Late => "←",
            Glyph::Dot => "●",
            Glyph::Shade => "░",
            Glyph::Medium => "▒",
            Glyph::Dark => "▓",
            Glyph::Block => "█",
        }
    }
}

/// A glyph, one cell wide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Glyph {
    Yes,
    No,
    Partly,
    Open,
    Aside,
    Value,
    Full,
    Empty,
    Cursor,
    Rule,
    Bar,
    Late,
    Dot,
    Shade,
    Medium,
    Dark,
    Block,
}

/// The style that every selected row has: one look over the whole row, whatever its parts look like.
fn selected(style: Style) -> Style {
    style.remove_modifier(Modifier::DIM.union(Modifier::UNDERLINED))
}

/// The terminal's own colours on its own background. Only those of the sixteen are used that can be read on dark, light
/// and solarized palettes alike, and quiet text is dim rather than grey: grey is the background of some palettes.
fn terminal_colors(role: Role) -> Style {
    match role {
        Role::Text | Role::Saved => Style::new(),
        Role::Quiet | Role::SetAside => Style::new().dim(),
        Role::Title | Role::Key => Style::new().bold(),
        Role::Cursor => selected(Style::new().fg(Color::Reset).bg(Color::Reset).bold().reversed()),
        Role::Yes => Style::new().fg(Color::LightBlue).bold(),
        Role::Partly => Style::new().fg(Color::LightMagenta),
        Role::No => Style::new().fg(Color::LightRed),
        Role::Warning => Style::new().fg(Color::LightRed).bold(),
    }
}

/// No colour at all: with `NO_COLOR`, crossterm would take its weight from a coloured cell too.
fn mono(role: Role) -> Style {
    match role {
        Role::Text | Role::Partly | Role::Saved | Role::Quiet | Role::SetAside => Style::new(),
        Role::Title | Role::Yes | Role::No | Role::Key => Style::new().bold(),
        Role::Cursor => selected(Style::new().bold().reversed()),
        Role::Warning => Style::new().bold().underlined(),
    }
}

/// The colours of a theme that paints its own background.
#[derive(Clone, Copy)]
struct Palette {
    ground: Color,
    text: Color,
    quiet: Color,
    title: Color,
    cursor: (Color, Color),
    yes: Color,
    partly: Color,
    no: Color,
    warning: Color,
    saved: Color,
}

/// Returns the colour of six hexadecimal digits.
const fn rgb(digits: u32) -> Color {
    Color::from_u32(digits)
}

const DARK: Palette = Palette {
    ground: rgb(0x001c_1c1c),
    text: rgb(0x00d0_d0d0),
    quiet: rgb(0x0094_9494),
    title: rgb(0x00ee_eeee),
    cursor: (rgb(0x00ee_eeee), rgb(0x0000_5f87)),
    yes: rgb(0x005f_afff),
    partly: rgb(0x00d7_afff),
    no: rgb(0x00ff_af00),
    warning: rgb(0x00ff_8787),
    saved: rgb(0x0087_d787),
};
const DARK_SIXTEEN: Palette = Palette {
    ground: Color::Black,
    text: Color::Gray,
    quiet: Color::Gray,
    title: Color::White,
    cursor: (Color::White, Color::Blue),
    yes: Color::LightBlue,
    partly: Color::LightMagenta,
    no: Color::LightRed,
    warning: Color::LightRed,
    saved: Color::Gray,
};
const LIGHT: Palette = Palette {
    ground: rgb(0x00ee_eeee),
    text: rgb(0x0026_2626),
    quiet: rgb(0x0062_6262),
    title: rgb(0x0000_0000),
    cursor: (rgb(0x00ee_eeee), rgb(0x0000_5f87)),
    yes: rgb(0x0000_5faf),
    partly: rgb(0x0087_0087),
    no: rgb(0x0096_4b00),
    warning: rgb(0x00af_0000),
    saved: rgb(0x0000_5f00),
};
const LIGHT_SIXTEEN: Palette = Palette {
    ground: Color::White,
    text: Color::Black,
    quiet: Color::DarkGray,
    title: Color::Black,
    cursor: (Color::White, Color::Blue),
    yes: Color::Blue,
    partly: Color::Magenta,
    no: Color::Red,
    warning: Color::Red,
    saved: Color::Black,
};
const HIGH: Palette = Palette {
    ground: rgb(0x0000_0000),
    text: rgb(0x00ff_ffff),
    quiet: rgb(0x00ff_ffff),
    title: rgb(0x00ff_ff00),
    cursor: (rgb(0x0000_0000), rgb(0x00ff_ff00)),
    yes: rgb(0x0000_ffff),
    partly: rgb(0x00ff_ffff),
    no: rgb(0x00ff_af00),
    warning: rgb(0x00ff_ff00),
    saved: rgb(0x00ff_ffff),
};
const HIGH_SIXTEEN: Palette = Palette {
    ground: Color::Black,
    text: Color::White,
    quiet: Color::White,
    title: Color::White,
    cursor: (Color::Black, Color::White),
    yes: Color::LightCyan,
    partly: Color::White,
    no: Color::LightYellow,
    warning: Color::LightYellow,
    saved: Color::White,
};

fn painted(role: Role, palette: Palette) -> Style {
    let on_ground = |color: Color| Style::new().fg(color).bg(palette.ground);
    match role {
        Role::Text => on_ground(palette.text),
        Role::Quiet | Role::SetAside => on_ground(palette.quiet),
        Role::Title | Role::Key => on_ground(palette.title).bold(),
        Role::Cursor => {
            let (text, ground) = palette.cursor;
            selected(Style::new().fg(text).bg(ground).bold())
        }
        Role::Yes => on_ground(palette.yes).bold(),
        Role::Partly => on_ground(palette.partly),
        Role::No => on_ground(palette.no).bold(),
        Role::Warning => on_ground(palette.warning).bold(),
        Role::Saved => on_ground(palette.saved),
    }
}
