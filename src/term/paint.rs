//! From one frame to the next: only the rows that are others, and of them the cells that changed, in one write.

use crate::ui::{self, Change, Drawn, Line, Sheet, Symbol, View};
use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::style::{Attribute, SetAttribute, SetStyle};
use crossterm::terminal::{Clear, ClearType};
use ratatui::layout::Position;
use ratatui::prelude::IntoCrossterm;
use ratatui::style::Style;
use std::io::{self, Write};

/// What is on the terminal, and what will be.
pub struct Screen {
    shown: Sheet,
    next: Sheet,
    rows: Vec<Row>,
    bytes: Vec<u8>,
    cursor: Option<Position>,
    /// Nothing was shown yet.
    blank: bool,
}

/// A row as cells: those shown, and where it is to be another one, those that will be.
struct Row {
    shown: Line,
    next: Line,
}

impl Screen {
    /// Starts on a terminal of so many columns and rows.
    pub fn new(size: (u16, u16)) -> Self {
        let (width, height) = size;
        let row = |_| Row { shown: Line::new(width), next: Line::new(width) };
        Self {
            shown: Sheet::new(size),
            next: Sheet::new(size),
            rows: (0..height).map(row).collect(),
            bytes: Vec::with_capacity(16 << 10),
            cursor: None,
            blank: true,
        }
    }

    /// Goes on with another number of columns and rows.
    pub fn resize(&mut self, size: (u16, u16)) {
        let bytes = std::mem::take(&mut self.bytes);
        *self = Self { bytes, ..Self::new(size) };
    }

    /// Gives what is written before the next frame.
    pub fn bytes(&mut self) -> &mut Vec<u8> {
        &mut self.bytes
    }

    /// Draws the next frame, and makes the bytes that bring the terminal to it; they wait for [`Screen::show`].
    pub fn draw(&mut self, view: &View<'_>) -> io::Result<Drawn> {
        self.next.clear();
        let drawn = ui::draw(view, &mut self.next);
        if std::mem::take(&mut self.blank) {
            queue!(self.bytes, Hide, Clear(ClearType::All))?;
        }
        let mut pen = Pen::default();
        for (y, row) in (0..).zip(&mut self.rows) {
            if self.next.differs(&self.shown, y) {
                self.next.paint(y, &mut row.next);
                for change in row.next.changes(&row.shown) {
                    pen.write(y, change, &mut self.bytes)?;
                }
                std::mem::swap(&mut row.shown, &mut row.next);
            }
        }
        pen.lift(&mut self.bytes)?;
        if !self.bytes.is_empty() || drawn.cursor != self.cursor {
            match drawn.cursor {
                Some(Position { x, y }) => queue!(self.bytes, MoveTo(x, y), Show)?,
                None => queue!(self.bytes, Hide)?,
            }
            self.cursor = drawn.cursor;
        }
        std::mem::swap(&mut self.shown, &mut self.next);
        Ok(drawn)
    }

    /// Writes what was drawn, in one write.
    pub fn show(&mut self) -> io::Result<()> {
        if self.bytes.is_empty() {
            return Ok(());
        }
        let mut out = io::stdout().lock();
        out.write_all(&self.bytes)?;
        out.flush()?;
        self.bytes.clear();
        Ok(())
    }
}

/// Where the next letter goes without more ado, and how it looks.
#[derive(Default)]
struct Pen {
    at: Option<(u16, u16)>,
    style: Style,
}

impl Pen {
    fn write(&mut self, y: u16, change: Change<'_>, bytes: &mut Vec<u8>) -> io::Result<()> {
        let Change { x, symbol, style } = change;
        if self.at != Some((x, y)) {
            queue!(bytes, MoveTo(x, y))?;
        }
        if style != self.style {
            queue!(bytes, SetAttribute(Attribute::Reset), SetStyle(style.into_crossterm()))?;
            self.style = style;
        }
        match symbol {
            Symbol::Plain(letter) => {
                bytes.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
                self.at = Some((x + 1, y));
            }
            Symbol::Cluster(cluster) => {
                bytes.extend_from_slice(cluster.as_bytes());
                // Terminals do not agree on how many columns it takes.
                self.at = None;
            }
        }
        Ok(())
    }

    /// Leaves the terminal with its own look.
    fn lift(self, bytes: &mut Vec<u8>) -> io::Result<()> {
        if self.style != Style::new() {
            queue!(bytes, SetAttribute(Attribute::Reset))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Machine, Model, Notice};
    use crate::store::Settings;
    use crate::store::settings::{Glyphs, Theme};
    use crate::text::{Lang, Texts};
    use crate::ui::Look;
    use crate::visit::{Moment, Stamp};

    #[test]
    fn a_look_is_named_once_for_letters_side_by_side_and_after_a_wide_one_the_cursor_is_placed_anew() {
        let (none, bold) = (Style::new(), Style::new().bold());
        let plain = |x, letter, style| Change { x, symbol: Symbol::Plain(letter), style };
        let wide = |x, style| Change { x, symbol: Symbol::Cluster("界"), style };
        for (changes, expected) in [
            (vec![], ""),
            (vec![plain(0, 'a', none), plain(1, 'é', none)], "[2;1Haé"),
            (vec![plain(0, 'a', none), plain(2, 'b', none)], "[2;1Ha[2;3Hb"),
            (vec![wide(0, none), plain(2, 'b', none)], "[2;1H界[2;3Hb"),
            (vec![plain(0, 'a', bold), plain(1, 'b', bold)], "[2;1H[0m[1mab[0m"),
            (vec![plain(0, 'a', bold), plain(1, 'b', none)], "[2;1H[0m[1ma[0mb"),
        ] {
            let (mut pen, mut bytes) = (Pen::default(), Vec::new());
            for change in &changes {
                pen.write(1, *change, &mut bytes).unwrap();
            }
            pen.lift(&mut bytes).unwrap();
            assert_eq!(String::from_utf8(bytes).unwrap().replace('\u{1b}', ""), expected);
        }
    }

    const COLUMNS: u16 = 60;
    const ROWS: u16 = 16;

    /// Gives what a terminal shows: each cell's letter, colours and weight, and the cursor.
    fn contents(bytes: &[u8], parser: &mut vt100::Parser) -> String {
        parser.process(bytes);
        let screen = parser.screen();
        let places = (0..ROWS).flat_map(|row| (0..COLUMNS).map(move |column| (row, column)));
        let cell = |(row, column)| {
            let cell = screen.cell(row, column).unwrap();
            let letter = if cell.has_contents() { cell.contents() } else { " " };
            format!("{letter} {:?} {:?} {} {}", cell.fgcolor(), cell.bgcolor(), cell.bold(), cell.inverse())
        };
        let cells: Vec<String> = places.map(cell).collect();
        format!("{cells:?} {:?} {}", screen.cursor_position(), screen.hide_cursor())
    }

    #[test]
    fn a_frame_after_others_shows_as_it_would_alone_and_the_same_one_again_writes_nothing() {
        let now = Moment { wall: Stamp::parse("2026-03-01T10:00:00.000+01:00").unwrap(), clock_ms: 0 };
        let size = (COLUMNS, ROWS);
        let parser = || vt100::Parser::new(ROWS.try_into().unwrap(), COLUMNS.try_into().unwrap(), 0);
        let (mut screen, mut terminal) = (Screen::new(size), parser());
        let steps = [
            (Lang::Fr, None, Theme::Default),
            (Lang::Fr, Some("app-notice-marked"), Theme::Default),
            (Lang::Fr, Some("app-notice-marked"), Theme::Dark),
            (Lang::Fr, None, Theme::Dark),
            (Lang::En, None, Theme::Dark),
            (Lang::En, None, Theme::Default),
        ];
        for (lang, notice, theme) in steps {
            let texts = Texts::new(lang);
            let mut model = Model::new(lang, Settings::default(), Machine::default(), Vec::new());
            model.notice = notice.map(Notice::Said);
            let view = View { model: &model, texts: &texts, look: Look { theme, glyphs: Glyphs::Unicode }, now };
            screen.draw(&view).unwrap();
            assert!(!screen.bytes.is_empty());
            let shown = contents(&std::mem::take(&mut screen.bytes), &mut terminal);
            let mut alone = Screen::new(size);
            alone.draw(&view).unwrap();
            assert!(shown == contents(&alone.bytes, &mut parser()), "{lang:?} {notice:?} {theme:?}");
            screen.draw(&view).unwrap();
            assert!(screen.bytes.is_empty(), "{lang:?} {notice:?} {theme:?}");
        }
    }
}
