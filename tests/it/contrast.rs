//! Every role is readable: contrast by the WCAG formula, on the palettes that terminals ship with.

use esprit::store::settings::{self, Glyphs};
use esprit::ui::Theme;
use esprit::ui::theme::{ColorDepth, Role};
use ratatui::style::{Color, Modifier, Style};

type Rgb = (u8, u8, u8);

/// A terminal's palette: default text, background, and the sixteen colours in order.
struct Terminal {
    name: &'static str,
    text: u32,
    ground: u32,
    colors: [u32; 16],
}

const SOLARIZED: [u32; 16] = [
    0x0007_3642,
    0x00dc_322f,
    0x0085_9900,
    0x00b5_8900,
    0x0026_8bd2,
    0x00d3_3682,
    0x002a_a198,
    0x00ee_e8d5,
    0x0000_2b36,
    0x00cb_4b16,
    0x0058_6e75,
    0x0065_7b83,
    0x0083_9496,
    0x006c_71c4,
    0x0093_a1a1,
    0x00fd_f6e3,
];

const XTERM: [u32; 16] = [
    0x0000_0000,
    0x00cd_0000,
    0x0000_cd00,
    0x00cd_cd00,
    0x0000_00ee,
    0x00cd_00cd,
    0x0000_cdcd,
    0x00e5_e5e5,
    0x007f_7f7f,
    0x00ff_0000,
    0x0000_ff00,
    0x00ff_ff00,
    0x005c_5cff,
    0x00ff_00ff,
    0x0000_ffff,
    0x00ff_ffff,
];

const TERMINALS: [Terminal; 6] = [
    Terminal {
        name: "Windows Terminal, Campbell",
        text: 0x00cc_cccc,
        ground: 0x000c_0c0c,
        colors: [
            0x000c_0c0c,
            0x00c5_0f1f,
            0x0013_a10e,
            0x00c1_9c00,
            0x0000_37da,
            0x0088_1798,
            0x003a_96dd,
            0x00cc_cccc,
            0x0076_7676,
            0x00e7_4856,
            0x0016_c60c,
            0x00f9_f1a5,
            0x003b_78ff,
            0x00b4_009e,
            0x0061_d6d6,
            0x00f2_f2f2,
        ],
    },
    Terminal { name: "xterm, black on white", text: 0x0000_0000, ground: 0x00ff_ffff, colors: XTERM },
    Terminal { name: "xterm, white on black", text: 0x00e5_e5e5, ground: 0x0000_0000, colors: XTERM },
    Terminal {
        name: "macOS Terminal, light",
        text: 0x0000_0000,
        ground: 0x00ff_ffff,
        colors: [
            0x0000_0000,
            0x0099_0000,
            0x0000_a600,
            0x0099_9900,
            0x0000_00b2,
            0x00b2_00b2,
            0x0000_a6b2,
            0x00bf_bfbf,
            0x0066_6666,
            0x00e5_0000,
            0x0000_d900,
            0x00e5_e500,
            0x0000_00ff,
            0x00e5_00e5,
            0x0000_e5e5,
            0x00e5_e5e5,
        ],
    },
    Terminal { name: "solarized dark", text: 0x0083_9496, ground: 0x0000_2b36, colors: SOLARIZED },
    Terminal { name: "solarized light", text: 0x0065_7b83, ground: 0x00fd_f6e3, colors: SOLARIZED },
];

const ROLES: [Role; 11] = [
    Role::Text,
    Role::Quiet,
    Role::Title,
    Role::Cursor,
    Role::Yes,
    Role::Partly,
    Role::No,
    Role::SetAside,
    Role::Warning,
    Role::Saved,
    Role::Key,
];

/// The share of its colour that dim text keeps; terminals differ between a half and three quarters.
const DIM: f64 = 2.0 / 3.0;

fn parts(color: u32) -> Rgb {
    let [_, red, green, blue] = color.to_be_bytes();
    (red, green, blue)
}

/// Returns the colour that a terminal shows for a style's colour; `own` is its default.
fn shown(terminal: &Terminal, color: Option<Color>, own: u32) -> Rgb {
    let ansi = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    match color {
        None | Some(Color::Reset) => parts(own),
        Some(Color::Rgb(red, green, blue)) => (red, green, blue),
        Some(color) => parts(terminal.colors[ansi.iter().position(|one| *one == color).unwrap()]),
    }
}

fn luminance((red, green, blue): Rgb) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.03928 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/// Returns the contrast of a style on a terminal, from 1 to 21.
fn contrast(terminal: &Terminal, style: Style) -> f64 {
    let (mut text, mut ground) = (shown(terminal, style.fg, terminal.text), shown(terminal, style.bg, terminal.ground));
    if style.add_modifier.contains(Modifier::REVERSED) {
        std::mem::swap(&mut text, &mut ground);
    }
    if style.add_modifier.contains(Modifier::DIM) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between two bytes")]
        let blend = |text: u8, ground: u8| (f64::from(text) * DIM + f64::from(ground) * (1.0 - DIM)).round() as u8;
        text = (blend(text.0, ground.0), blend(text.1, ground.1), blend(text.2, ground.2));
    }
    let (a, b) = (luminance(text), luminance(ground));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn every_role_of_the_default_theme_is_readable_on_every_palette() {
    let mut faults = Vec::new();
    for terminal in &TERMINALS {
        let own = contrast(terminal, Style::new());
        for role in ROLES {
            let style = Theme::new(settings::Theme::Default, Glyphs::Unicode).style(role);
            let contrast = contrast(terminal, style);
            // Solarized light gives its own text no more than 4.1, and its dimmest accent 2.9.
            let least = match role {
                Role::Quiet | Role::SetAside => (own * 0.3).max(2.3),
                Role::Yes | Role::Partly | Role::No | Role::Warning => 2.9,
                _ => own,
            };
            if contrast < least {
                faults.push(format!("{role:?} on {}: {contrast:.2} of {least:.2}", terminal.name));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn themes_that_paint_their_background_are_readable_in_both_color_depths() {
    let mut faults = Vec::new();
    for colors in [settings::Theme::Dark, settings::Theme::Light, settings::Theme::HighContrast] {
        for (depth, least) in [(ColorDepth::TrueColor, 4.5), (ColorDepth::Sixteen, 2.7)] {
            for terminal in &TERMINALS {
                for role in ROLES {
                    let style = Theme { colors, glyphs: Glyphs::Unicode, depth }.style(role);
                    let contrast = contrast(terminal, style);
                    if contrast < least {
                        faults.push(format!("{colors:?} {depth:?} {role:?} on {}: {contrast:.2}", terminal.name));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn true_color_is_used_only_where_the_terminal_has_it() {
    for colors in settings::Theme::ALL {
        for role in ROLES {
            let style = Theme::new(colors, Glyphs::Unicode).style(role);
            for color in [style.fg, style.bg].into_iter().flatten() {
                assert!(!matches!(color, Color::Rgb(..) | Color::Indexed(_)), "{colors:?} {role:?}: {color}");
            }
        }
    }
}
