//! The pictures of the READMEs, taken from the running program: `ESPRIT_WRITE_PICTURES=1 cargo test pictures`.
#![cfg(unix)]

use crate::pty::Terminal;
use crate::support::Place;
use anstyle::{Color, Effects, RgbColor, Style};
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// The background of the dark theme, which the picture paints itself.
const GROUND: (u8, u8, u8) = (0x1c, 0x1c, 0x1c);

const PICTURES: [&str; 4] = ["visit.en.svg", "visit.fr.svg", "session.en.svg", "session.fr.svg"];

/// Returns a screen as text with its styles.
fn styled(screen: &vt100::Screen) -> String {
    let colour = |colour| match colour {
        vt100::Color::Rgb(red, green, blue) if (red, green, blue) != GROUND => {
            Some(Color::from(RgbColor(red, green, blue)))
        }
        _ => None,
    };
    let (rows, cols) = screen.size();
    let (mut out, mut before) = (String::new(), Style::new());
    for row in 0..rows.get() {
        for cell in (0..cols.get()).filter_map(|col| screen.cell(row, col)) {
            let effects = if cell.bold() { Effects::BOLD } else { Effects::new() };
            let style = Style::new().fg_color(colour(cell.fgcolor())).bg_color(colour(cell.bgcolor())).effects(effects);
            if style != before {
                write!(out, "{before:#}{style}").unwrap();
                before = style;
            }
            out.push_str(if cell.has_contents() { cell.contents() } else { " " });
        }
        out.push('\n');
    }
    out
}

/// Saves what a terminal shows, with the data folder of a home.
fn save(terminal: &Terminal, place: &Place, path: &Path) {
    let seen = terminal.seen.0.lock().unwrap();
    let ground = Color::from(RgbColor::from(GROUND));
    let data = place.data().display().to_string();
    let shown = styled(seen.parser.screen()).replace(&data, "/home/camille/esprit");
    assert!(!shown.contains(&std::env::temp_dir().display().to_string()), "{shown}");
    let picture = anstyle_svg::Term::new().bg_color(ground).render_svg(shown.trim_end());
    fs::write(path, picture).unwrap();
}

#[test]
fn the_pictures_match_the_program() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    if std::env::var_os("ESPRIT_WRITE_PICTURES").is_none() {
        for name in PICTURES {
            let picture = fs::read_to_string(folder.join(name)).unwrap();
            assert!(picture.starts_with("<svg") && picture.contains("Lyon") | picture.contains("Leeds"), "{name}");
        }
        return;
    }
    fs::create_dir_all(&folder).unwrap();
    for (lang, site, yes, words) in [
        (
            "fr",
            "Agence Lyon 3",
            "o",
            ["enregistré ■", "Relecture", "est enregistré", "poids", "pour terminer quand", "Fichier"],
        ),
        ("en", "Leeds, Briggate", "y", ["saved ■", "Review", "file is saved", "weight", "again to finish", "File:"]),
    ] {
        let place = Place::new();
        fs::create_dir_all(place.config()).unwrap();
        fs::write(place.config().join("settings.json"), r#"{"theme": "dark", "practised": true}"#).unwrap();
        let args = ["visit", "customer", "--site", site, "--observer", "o12"];
        let mut terminal = Terminal::open(&place, lang, (80, 24), &args);
        terminal.wait_for(words[0]);
        for (done, key) in (1..).zip(["t", yes, "n", "p"]) {
            terminal.press(key);
            terminal.wait_for(&format!(" {done}/"));
        }
        terminal.wait_for(words[0]);
        save(&terminal, &place, &folder.join(format!("visit.{lang}.svg")));
        terminal.press("f");
        terminal.wait_for(words[1]);
        terminal.press("f");
        terminal.wait_for(words[4]);
        terminal.press("f");
        terminal.wait_for(words[2]);
        terminal.press("v");
        terminal.wait_for(words[5]);
        terminal.press("s");
        terminal.wait_for(words[3]);
        save(&terminal, &place, &folder.join(format!("session.{lang}.svg")));
        terminal.press("\u{11}");
        assert_eq!(terminal.restored(), 0);
    }
}
