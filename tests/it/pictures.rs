//! The pictures of the READMEs, taken from the running program: `ESPRIT_WRITE_PICTURES=1 cargo test pictures`.
#![cfg(unix)]

use crate::pty::Terminal;
use crate::support::Place;
use std::fmt::Write;
use std::fs;
use std::path::Path;

const CELL: (usize, usize) = (9, 19);

/// Gives a colour of the terminal's palette.
fn colour(color: vt100::Color, other: &str) -> String {
    match color {
        vt100::Color::Default => other.to_owned(),
        vt100::Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
        vt100::Color::Idx(index) => {
            let level = |n: u8| if n == 0 { 0 } else { 55 + 40 * u16::from(n) };
            let (r, g, b) = match index {
                0..=15 => (128, 128, 128),
                16..=231 => (level((index - 16) / 36), level((index - 16) / 6 % 6), level((index - 16) % 6)),
                232.. => {
                    let grey = 8 + 10 * u16::from(index - 232);
                    (grey, grey, grey)
                }
            };
            format!("#{r:02x}{g:02x}{b:02x}")
        }
    }
}

/// Draws a terminal's screen as a picture, with what it says as its description.
fn picture(screen: &vt100::Screen, title: &str) -> String {
    let (rows, cols) = screen.size();
    let (rows, cols) = (rows.get(), cols.get());
    let (width, height) = (usize::from(cols) * CELL.0 + 20, usize::from(rows) * CELL.1 + 20);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\"><title>{title}</title>\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"#1c1c1c\"/>\n\
         <g font-family=\"Consolas, Menlo, 'DejaVu Sans Mono', monospace\" font-size=\"15\" xml:space=\"preserve\">\n"
    );
    for row in 0..rows {
        for col in 0..cols {
            let Some(cell) = screen.cell(row, col) else { continue };
            let (x, y) = (usize::from(col) * CELL.0 + 10, usize::from(row) * CELL.1 + 10);
            let (mut front, mut back) = (colour(cell.fgcolor(), "#d0d0d0"), colour(cell.bgcolor(), "#1c1c1c"));
            if cell.inverse() {
                std::mem::swap(&mut front, &mut back);
            }
            if back != "#1c1c1c" {
                writeln!(
                    out,
                    "<rect x=\"{x}\" y=\"{y}\" width=\"{}\" height=\"{}\" fill=\"{back}\"/>",
                    CELL.0 + 1,
                    CELL.1
                )
                .unwrap();
            }
            let text = cell.contents().replace('&', "&amp;").replace('<', "&lt;");
            if !text.trim().is_empty() {
                let weight = if cell.bold() { " font-weight=\"bold\"" } else { "" };
                writeln!(out, "<text x=\"{x}\" y=\"{}\" fill=\"{front}\"{weight}>{text}</text>", y + 15).unwrap();
            }
        }
    }
    out + "</g></svg>\n"
}

#[test]
fn the_pictures_are_of_the_program() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    if std::env::var_os("ESPRIT_WRITE_PICTURES").is_none() {
        for name in ["visit.en.svg", "visit.fr.svg", "session.en.svg", "session.fr.svg"] {
            let picture = fs::read_to_string(folder.join(name)).unwrap();
            assert!(picture.starts_with("<svg") && picture.contains("<text"), "{name}");
        }
        return;
    }
    fs::create_dir_all(&folder).unwrap();
    for (lang, site, keys, words) in [
        ("fr", "Agence Lyon 3", ["t", "o", "n", "p"], ["poids", "enregistré ■", "est enregistré"]),
        ("en", "Leeds, Briggate", ["t", "y", "n", "p"], ["weight", "saved ■", "file is saved"]),
    ] {
        let place = Place::new();
        fs::create_dir_all(place.config()).unwrap();
        fs::write(place.config().join("settings.json"), r#"{"theme": "dark", "practised": true}"#).unwrap();
        let args = ["visit", "customer", "--site", site, "--observer", "o12"];
        let mut terminal = Terminal::open(&place, lang, (80, 24), &args);
        terminal.wait_for(words[1]);
        for (done, key) in (1..).zip(keys) {
            terminal.press(key);
            terminal.wait_for(&format!(" {done}/9"));
        }
        terminal.wait_for(words[1]);
        let save = |terminal: &Terminal, name: &str| {
            let seen = terminal.seen.0.lock().unwrap();
            fs::write(folder.join(name), picture(seen.parser.screen(), "esprit")).unwrap();
        };
        save(&terminal, &format!("visit.{lang}.svg"));
        terminal.press("f");
        terminal.wait_for("F1");
        terminal.press("f");
        terminal.wait_for("F1");
        terminal.press("f");
        terminal.wait_for(".json");
        terminal.press("\u{1b}[B\u{1b}[B\r");
        terminal.wait_for(site);
        terminal.wait_for("/");
        terminal.press("s");
        terminal.wait("the score", |seen| seen.parser.screen().contents().contains(words[0]));
        save(&terminal, &format!("session.{lang}.svg"));
        terminal.press("\u{11}");
    }
}
