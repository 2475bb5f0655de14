//! Roles and the looks that they have; the only place that knows colours and signs.

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

/// Colours and signs together.
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

const fn fg(color: Color) -> Style {
    Style::new().fg(color)
}

impl Theme {
    /// Creates a theme for a terminal of sixteen colours.
    #[must_use]
    pub fn new(colors: settings::Theme, glyphs: Glyphs) -> Self {
        Self { colors, glyphs, depth: ColorDepth::Sixteen }
    }

    /// Returns how a role looks.
    #[must_use]
    pub fn style(self, role: Role) -> Style {
        match self.colors {
            settings::Theme::Mono => mono(role),
            settings::Theme::Default => plain(role),
            settings::Theme::Dark => painted(role, DARK),
            settings::Theme::Light => painted(role, LIGHT),
            settings::Theme::HighContrast => painted(role, HIGH),
        }
    }

    /// Returns the sign of something.
    #[must_use]
    pub fn glyph(self, sign: Glyph) -> &'static str {
        let safe = self.glyphs == Glyphs::Safe;
        match sign {
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

/// A sign, one cell wide.
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

/// The terminal's own sixteen colours on its own ground.
fn plain(role: Role) -> Style {
    match role {
        Role::Text => Style::new(),
        Role::Quiet => fg(Color::DarkGray),
        Role::SetAside => Style::new().add_modifier(Modifier::DIM),
        Role::Title | Role::Key => Style::new().add_modifier(Modifier::BOLD),
        Role::Cursor => Style::new().add_modifier(Modifier::BOLD.union(Modifier::REVERSED)),
        Role::Yes => fg(Color::Blue).add_modifier(Modifier::BOLD),
        Role::Partly => fg(Color::Magenta),
        Role::No => fg(Color::Yellow).add_modifier(Modifier::BOLD),
        Role::Warning => fg(Color::Red).add_modifier(Modifier::BOLD),
        Role::Saved => fg(Color::Green),
    }
}

/// No colour at all: with `NO_COLOR` a coloured cell would lose its weight too.
fn mono(role: Role) -> Style {
    match role {
        Role::Text | Role::Partly | Role::Saved | Role::Quiet | Role::SetAside => Style::new(),
        Role::Title | Role::Yes | Role::No | Role::Key => Style::new().add_modifier(Modifier::BOLD),
        Role::Cursor => Style::new().add_modifier(Modifier::REVERSED),
        Role::Warning => Style::new().add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED)),
    }
}

/// The colours of a theme that paints its own ground, as numbers of the palette of 256.
#[derive(Clone, Copy)]
struct Palette {
    ground: u8,
    text: u8,
    quiet: u8,
    title: u8,
    cursor: (u8, u8),
    yes: u8,
    partly: u8,
    no: u8,
    warning: u8,
    saved: u8,
}

const DARK: Palette = Palette {
    ground: 234,
    text: 252,
    quiet: 246,
    title: 255,
    cursor: (255, 24),
    yes: 75,
    partly: 183,
    no: 214,
    warning: 210,
    saved: 114,
};
const LIGHT: Palette = Palette {
    ground: 255,
    text: 235,
    quiet: 241,
    title: 16,
    cursor: (255, 24),
    yes: 25,
    partly: 90,
    no: 130,
    warning: 124,
    saved: 22,
};
const HIGH: Palette = Palette {
    ground: 16,
    text: 231,
    quiet: 231,
    title: 226,
    cursor: (16, 226),
    yes: 51,
    partly: 231,
    no: 214,
    warning: 226,
    saved: 231,
};

fn painted(role: Role, palette: Palette) -> Style {
    let on = |color: u8| fg(Color::Indexed(color)).bg(Color::Indexed(palette.ground));
    match role {
        Role::Text => on(palette.text),
        Role::Quiet | Role::SetAside => on(palette.quiet),
        Role::Title | Role::Key => on(palette.title).add_modifier(Modifier::BOLD),
        Role::Cursor => {
            let (text, ground) = palette.cursor;
            fg(Color::Indexed(text)).bg(Color::Indexed(ground)).add_modifier(Modifier::BOLD)
        }
        Role::Yes => on(palette.yes).add_modifier(Modifier::BOLD),
        Role::Partly => on(palette.partly),
        Role::No => on(palette.no).add_modifier(Modifier::BOLD),
        Role::Warning => on(palette.warning).add_modifier(Modifier::BOLD),
        Role::Saved => on(palette.saved),
    }
}
