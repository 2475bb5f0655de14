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
    Yes,
    Partly,
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
    pub fn new(colors: settings::Theme, glyphs: Glyphs) -> Self {
        Self { colors, glyphs, ..Self::default() }
    }

    /// Returns the style of a role.
    pub fn style(self, role: Role) -> Style {
        match self.colors {
            settings::Theme::Mono => mono(role),
            settings::Theme::Default => terminal_colors(role),
            colors => painted(role, colors, self.depth),
        }
    }

    /// Returns a glyph as this theme shows it.
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

/// A colour of the themes that paint their own background, which are dark, light and high contrast: in all colours, and
/// in the sixteen.
type Painted = ([u32; 3], [Color; 3]);

const GROUND: Painted = ([0x001c_1c1c, 0x00ee_eeee, 0x0000_0000], [Color::Black, Color::White, Color::Black]);
const CURSOR_GROUND: Painted = ([0x0000_5f87, 0x0000_5f87, 0x00ff_ff00], [Color::Blue, Color::Blue, Color::White]);

fn painted_text(role: Role) -> Painted {
    use Color::{Black, Blue, DarkGray, Gray, LightCyan, LightMagenta, LightRed, LightYellow, Magenta, Red, White};
    match role {
        Role::Text => ([0x00d0_d0d0, 0x0026_2626, 0x00ff_ffff], [Gray, Black, White]),
        Role::Quiet | Role::SetAside => ([0x0094_9494, 0x0062_6262, 0x00ff_ffff], [Gray, DarkGray, White]),
        Role::Title | Role::Key => ([0x00ee_eeee, 0x0000_0000, 0x00ff_ff00], [White, Black, White]),
        Role::Cursor => ([0x00ee_eeee, 0x00ee_eeee, 0x0000_0000], [White, White, Black]),
        Role::Yes => ([0x005f_afff, 0x0000_5faf, 0x0000_ffff], [LightCyan, Blue, LightCyan]),
        Role::Partly => ([0x00d7_afff, 0x0087_0087, 0x00ff_ffff], [LightMagenta, Magenta, White]),
        Role::No => ([0x00ff_af00, 0x0096_4b00, 0x00ff_af00], [LightRed, Red, LightYellow]),
        Role::Warning => ([0x00ff_8787, 0x00af_0000, 0x00ff_ff00], [LightRed, Red, LightYellow]),
        Role::Saved => ([0x0087_d787, 0x0000_5f00, 0x00ff_ffff], [Gray, Black, White]),
    }
}

/// Returns what the dark, the light or the high-contrast theme has.
fn of_theme<T>(colors: settings::Theme, [dark, light, high_contrast]: [T; 3]) -> T {
    match colors {
        settings::Theme::Light => light,
        settings::Theme::HighContrast => high_contrast,
        _ => dark,
    }
}

fn painted(role: Role, colors: settings::Theme, depth: ColorDepth) -> Style {
    let color = |(all, sixteen)| match depth {
        ColorDepth::TrueColor => Color::from_u32(of_theme(colors, all)),
        ColorDepth::Sixteen => of_theme(colors, sixteen),
    };
    let ground = if role == Role::Cursor { CURSOR_GROUND } else { GROUND };
    let style = Style::new().fg(color(painted_text(role))).bg(color(ground));
    match role {
        Role::Cursor => selected(style.bold()),
        Role::Title | Role::Key | Role::Yes | Role::No | Role::Warning => style.bold(),
        Role::Text | Role::Quiet | Role::SetAside | Role::Partly | Role::Saved => style,
    }
}
