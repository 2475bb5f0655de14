//! From one frame to the next: only the rows that are others, and of them the cells that changed, in one write.

use crate::ui::{self, Change, Drawn, Line, Looks, Sheet, Symbol, View};
use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::style::{Attribute, SetAttribute, SetStyle};
use crossterm::terminal::{Clear, ClearType};
use ratatui::layout::Position;
use ratatui::prelude::IntoCrossterm;
use std::io::{self, Write};

/// What is on the terminal, and what will be.
pub struct Screen {
    shown: Sheet,
    next: Sheet,
    /// A row as cells: as it is shown, and as it will be.
    before: Line,
    after: Line,
    looks: Looks,
    names: Names,
    bytes: Vec<u8>,
    cursor: Option<Position>,
    /// Nothing was shown yet.
    blank: bool,
}

impl Screen {
    /// Starts on a terminal of so many columns and rows.
    pub fn new(size: (u16, u16)) -> Self {
        Self {
            shown: Sheet::new(size),
            next: Sheet::new(size),
            before: Line::new(size.0),
            after: Line::new(size.0),
            looks: Looks::default(),
            names: Names::default(),
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

    /// Gives the terminal's columns and rows.
    pub fn size(&self) -> (u16, u16) {
        let area = self.next.area();
        (area.width, area.height)
    }

    /// Gives what is written before the next frame.
    pub fn bytes(&mut self) -> &mut Vec<u8> {
        &mut self.bytes
    }

    /// Draws the next frame, and makes the bytes that bring the terminal to it; they wait for [`Screen::show`].
    pub fn draw(&mut self, view: &View<'_>) -> io::Result<Drawn> {
        self.next.follow(&self.shown);
        let drawn = ui::draw(view, &mut self.next);
        if std::mem::take(&mut self.blank) {
            queue!(self.bytes, Hide, Clear(ClearType::All))?;
        }
        let mut pen = Pen { names: &mut self.names, bytes: &mut self.bytes, at: None, look: 0 };
        for y in 0..self.next.area().height {
            let columns = self.next.difference(&self.shown, y);
            if columns.is_empty() {
                continue;
            }
            self.shown.paint(y, columns.clone(), &mut self.before, &mut self.looks);
            self.next.paint(y, columns, &mut self.after, &mut self.looks);
            for change in self.after.changes(&self.before) {
                pen.write(y, change, &self.looks)?;
            }
        }
        pen.lift()?;
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

/// Writes letters where they belong, as they look.
struct Pen<'a> {
    names: &'a mut Names,
    bytes: &'a mut Vec<u8>,
    /// Where the next letter goes without more ado.
    at: Option<(u16, u16)>,
    /// How it looks then.
    look: u16,
}

impl Pen<'_> {
    fn write(&mut self, y: u16, change: Change<'_>, looks: &Looks) -> io::Result<()> {
        let Change { x, symbol, look } = change;
        if self.at != Some((x, y)) {
            queue!(self.bytes, MoveTo(x, y))?;
        }
        if look != self.look {
            self.bytes.extend_from_slice(self.names.of(look, looks)?);
            self.look = look;
        }
        match symbol {
            Symbol::Plain(letter) => {
                self.bytes.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
                self.at = Some((x + 1, y));
            }
            Symbol::Cluster(cluster) => {
                self.bytes.extend_from_slice(cluster.as_bytes());
                // Terminals do not agree on how many columns it takes.
                self.at = None;
            }
        }
        Ok(())
    }

    /// Leaves the terminal with its own look.
    fn lift(self) -> io::Result<()> {
        if self.look != 0 {
            queue!(self.bytes, SetAttribute(Attribute::Reset))?;
        }
        Ok(())
    }
}

/// How a terminal is told of each look, in the order of their places.
#[derive(Default)]
struct Names(Vec<Vec<u8>>);

impl Names {
    fn of(&mut self, look: u16, looks: &Looks) -> io::Result<&[u8]> {
        while self.0.len() <= usize::from(look) {
            let next = u16::try_from(self.0.len()).unwrap_or(u16::MAX);
            let mut name = Vec::new();
            queue!(name, SetAttribute(Attribute::Reset), SetStyle(looks.style(next).into_crossterm()))?;
            self.0.push(name);
        }
        Ok(self.0.get(usize::from(look)).map_or(&[], Vec::as_slice))
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
    use ratatui::style::Style;

    #[test]
    fn a_look_is_named_once_for_letters_side_by_side_and_after_a_wide_one_the_cursor_is_placed_anew() {
        let (none, bold) = (Style::new(), Style::new().bold());
        for (texts, expected) in [
            (&[][..], ""),
            (&[(0, "a", none), (1, "é", none)], "[2;1Haé"),
            (&[(0, "a", none), (2, "b", none)], "[2;1Ha[2;3Hb"),
            (&[(0, "界", none), (2, "b", none)], "[2;1H界[2;3Hb"),
            (&[(0, "a", bold), (1, "b", bold)], "[2;1H[0m[1mab[0m"),
            (&[(0, "a", bold), (1, "b", none)], "[2;1H[0m[1ma[0mb"),
        ] {
            let (mut looks, mut names, mut bytes) = (Looks::default(), Names::default(), Vec::new());
            let mut pen = Pen { names: &mut names, bytes: &mut bytes, at: None, look: 0 };
            let (mut sheet, mut line) = (Sheet::new((4, 2)), Line::new(4));
            for (x, text, style) in texts {
                sheet.text(*x, 1, 4, text, *style);
            }
            sheet.paint(1, 0..4, &mut line, &mut looks);
            for change in line.changes(&Line::new(4)) {
                pen.write(1, change, &looks).unwrap();
            }
            pen.lift().unwrap();
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
