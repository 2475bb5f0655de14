//! A frame as what is written on each of its rows, in order, before it becomes cells.
//!
//! From one frame to the next most rows stay as they were: they are known by what is written on them, and only the
//! others become cells at all.

use super::line::Line;
use super::widgets::footer::Footer;
use crate::text::clean;
use crate::text::clean::is_plain;
use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A frame: rows from the top, all as wide as the window.
#[derive(Debug)]
pub struct Sheet {
    area: Rect,
    rows: Vec<Row>,
    /// That of the frame before that stood here.
    pub(super) footer: Option<Footer>,
}

/// What is written on one row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    strokes: Vec<Stroke>,
    /// The text of all strokes, one after the other.
    text: String,
}

/// Something written over so many columns, from a column on.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Stroke {
    x: u16,
    width: u16,
    style: Style,
    what: What,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum What {
    /// So many bytes more of the row's text; whether they are one plain letter a column.
    Text { length: u32, plain: bool },
    /// A sign in every column.
    Fill(char),
    /// Nothing but the style, over what is there.
    Style,
    /// Nothing of what was there.
    Blank,
}

impl Sheet {
    /// Starts one of so many columns and rows, with nothing on it.
    #[must_use]
    pub fn new((width, height): (u16, u16)) -> Self {
        let area = Rect { x: 0, y: 0, width, height };
        Self { area, rows: vec![Row::default(); usize::from(height)], footer: None }
    }

    /// Takes everything off it.
    pub fn clear(&mut self) {
        for row in &mut self.rows {
            row.strokes.clear();
            row.text.clear();
        }
    }

    /// Gives where its columns and rows are.
    #[must_use]
    pub fn area(&self) -> Rect {
        self.area
    }

    /// Tells whether a row is not as it is on another sheet of the same size.
    #[must_use]
    pub fn differs(&self, other: &Self, y: u16) -> bool {
        self.rows.get(usize::from(y)) != other.rows.get(usize::from(y))
    }

    /// Turns a row into cells.
    pub fn paint(&self, y: u16, line: &mut Line) {
        if let Some(row) = self.rows.get(usize::from(y)) {
            row.paint(line);
        }
    }

    /// Gives all rows as cells of the terminal library.
    #[must_use]
    pub fn buffer(&self) -> Buffer {
        let mut whole = Buffer::empty(self.area);
        let mut line = Line::new(self.area.width);
        for (y, row) in (0..).zip(whole.content.chunks_mut(usize::from(self.area.width.max(1)))) {
            self.paint(y, &mut line);
            (0..).zip(row).for_each(|(x, cell)| line.cell(x, cell));
        }
        whole
    }

    /// Writes one line, cut with an ellipsis where it does not fit; gives the column after it.
    pub fn text(&mut self, x: u16, y: u16, width: u16, text: &str, style: Style) -> u16 {
        let width = width.min(self.area.right().saturating_sub(x));
        self.rows.get_mut(usize::from(y)).map_or(x, |row| row.text(x, width, text, style))
    }

    /// Writes what was written on a row of its own, over what is there.
    pub fn append(&mut self, y: u16, written: &Row) {
        if let Some(row) = self.rows.get_mut(usize::from(y)) {
            row.strokes.extend_from_slice(&written.strokes);
            row.text.push_str(&written.text);
        }
    }

    /// Writes a sign into every cell of an area.
    pub fn fill(&mut self, area: Rect, sign: char, style: Style) {
        self.over(area, style, What::Fill(sign));
    }

    /// Gives an area another style.
    pub fn style(&mut self, area: Rect, style: Style) {
        self.over(area, style, What::Style);
    }

    /// Empties an area.
    pub fn blank(&mut self, area: Rect, style: Style) {
        self.over(area, style, What::Blank);
    }

    /// Writes the cells of a widget of the terminal library where they belong.
    pub fn put(&mut self, cells: &Buffer) {
        let Rect { x: left, y, width, .. } = cells.area;
        for (line, y) in cells.content.chunks(usize::from(width.max(1))).zip(y..) {
            let mut cells = line.iter();
            let (mut x, mut text, mut columns, mut style) = (left, String::new(), 0, Style::new());
            while let Some(cell) = cells.next() {
                if cell.style() != style {
                    self.text(x, y, columns, &text, style);
                    (x, columns, style) = (x + columns, 0, cell.style());
                    text.clear();
                }
                // What is left out keeps its column, or all that follows would move.
                let symbol = clean(cell.symbol());
                text.push_str(if symbol.is_empty() { " " } else { &symbol });
                columns += 1;
                // Behind a letter of two columns stands an empty cell, of no style.
                for _ in 1..cell.cell_width() {
                    columns += u16::from(cells.next().is_some());
                }
            }
            self.text(x, y, columns, &text, style);
        }
    }

    fn over(&mut self, area: Rect, style: Style, what: What) {
        let Rect { x, y, width, height } = area.intersection(self.area);
        for row in self.rows.iter_mut().skip(usize::from(y)).take(usize::from(height)) {
            row.strokes.push(Stroke { x, width, style, what });
        }
    }
}

impl Row {
    /// As [`Sheet::text`], where the row is so wide.
    pub fn text(&mut self, x: u16, width: u16, text: &str, style: Style) -> u16 {
        if width == 0 {
            return x;
        }
        let before = self.text.len();
        let (used, plain) = self.write(text, usize::from(width));
        let used = u16::try_from(used).unwrap_or(width);
        let length = u32::try_from(self.text.len() - before).unwrap_or(u32::MAX);
        self.strokes.push(Stroke { x, width: used, style, what: What::Text { length, plain } });
        x + used
    }

    /// Adds text, cut to a width; gives the columns that it takes, and whether it is one plain letter a column.
    fn write(&mut self, text: &str, width: usize) -> (usize, bool) {
        // Most texts fit, and are of the simplest letters.
        if text.len() <= width && text.bytes().all(|letter| matches!(letter, b' '..=b'~')) {
            self.text.push_str(text);
            return (text.len(), true);
        }
        let mut columns = 0;
        let mut last = 0;
        for (at, letter) in text.char_indices() {
            if !is_plain(letter) {
                return (self.write_graphemes(&clean(text), width), false);
            }
            columns += 1;
            if columns == width {
                last = at;
            }
        }
        if columns <= width {
            self.text.push_str(text);
            return (columns, true);
        }
        self.text.push_str(text.get(..last).unwrap_or_default());
        self.text.push('…');
        (width, true)
    }

    /// As [`Row::write`], for letters that take two columns or carry marks.
    fn write_graphemes(&mut self, text: &str, width: usize) -> usize {
        let cut = text.width() > width;
        let room = if cut { width - 1 } else { width };
        let mut used = 0;
        for grapheme in text.graphemes(true) {
            let columns = usize::from(grapheme.cell_width());
            if used + columns > room {
                break;
            }
            used += columns;
            self.text.push_str(grapheme);
        }
        if cut {
            self.text.push('…');
            used += 1;
        }
        used
    }

    /// Turns the row into cells, one stroke after the other.
    fn paint(&self, line: &mut Line) {
        let mut text = self.text.as_str();
        let mut strokes = self.strokes.as_slice();
        let mut ground = Style::new();
        if let [Stroke { x: 0, width, style, what: What::Style }, rest @ ..] = strokes
            && *width == line.width()
        {
            (ground, strokes) = (*style, rest);
        }
        line.clear(ground);
        for &Stroke { x, width, style, what } in strokes {
            match what {
                What::Text { length, plain } => {
                    let length = usize::try_from(length).unwrap_or(usize::MAX);
                    let Some((here, rest)) = text.split_at_checked(length) else { return };
                    text = rest;
                    // To look for the bounds of letters would take longer than all the rest.
                    if plain { line.plain(x, here.chars(), style) } else { line.clusters(x, here, style) }
                }
                What::Fill(sign) => line.plain(x, std::iter::repeat_n(sign, usize::from(width)), style),
                What::Style => line.style(x, width, style),
                What::Blank => {
                    line.blank(x, width);
                    line.style(x, width, style);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::buffer::Cell;
    use ratatui::style::{Color, Modifier};

    fn line(sheet: &Sheet) -> String {
        sheet.buffer().content.iter().map(Cell::symbol).collect()
    }

    #[test]
    fn what_does_not_fit_ends_with_an_ellipsis_and_says_where_it_ends() {
        for (text, width, shown, end) in [
            ("seven l", 7, "seven l", 7),
            ("eight le", 7, "eight …", 7),
            ("été", 3, "été", 3),
            ("étés", 3, "ét…", 3),
            ("four", 1, "…", 1),
            ("four", 0, "", 0),
            ("界界", 4, "界 界 ", 4),
            ("界界", 3, "界 …", 3),
            ("a界界", 3, "a…", 2),
            ("e\u{301}te\u{301}", 3, "e\u{301}te\u{301}", 3),
            ("a\u{1b}\u{202e}b", 5, "ab", 2),
        ] {
            let mut sheet = Sheet::new((8, 1));
            assert_eq!(sheet.text(0, 0, width, text, Style::new()), end, "{text} in {width}");
            assert_eq!(line(&sheet).trim_end(), shown.trim_end(), "{text} in {width}");
        }
        let mut sheet = Sheet::new((8, 1));
        assert_eq!(sheet.text(6, 0, 80, "long", Style::new()), 8, "no further than the edge");
        assert_eq!(sheet.text(0, 1, 80, "below", Style::new()), 0, "nothing under the last row");
        assert_eq!(line(&sheet), "      l…");
    }

    #[test]
    fn what_is_written_later_lies_over_what_was_there() {
        let mut sheet = Sheet::new((6, 2));
        let whole = sheet.area();
        sheet.style(whole, Style::new().on_blue());
        sheet.text(0, 1, 6, "abcdef", Style::new().bold());
        sheet.blank(Rect { x: 1, y: 0, width: 2, height: 2 }, Style::new().on_red());
        sheet.fill(Rect { x: 3, y: 1, width: 1, height: 1 }, '─', Style::new());
        let mut widget = Buffer::empty(Rect { x: 4, y: 1, width: 1, height: 1 });
        widget.set_string(4, 1, "w", Style::new());
        sheet.put(&widget);
        let buffer = sheet.buffer();
        assert_eq!(line(&sheet), "      a  ─wf");
        let grounds: Vec<Color> = buffer.content.iter().skip(6).map(|cell| cell.bg).collect();
        assert_eq!(grounds, [Color::Blue, Color::Red, Color::Red, Color::Blue, Color::Reset, Color::Blue]);
    }

    #[test]
    fn a_widget_is_made_harmless_and_keeps_its_columns() {
        let mut widget = Buffer::empty(Rect { x: 1, y: 0, width: 7, height: 1 });
        widget.set_style(widget.area, Style::new().on_blue());
        widget.set_string(1, 0, "xb界c", Style::new().bold());
        widget.content[0].set_symbol("\u{ad}");
        widget.set_string(6, 0, "d", Style::new());
        widget.content[6].set_symbol("\u{202e}");
        let mut sheet = Sheet::new((8, 1));
        sheet.put(&widget);
        assert_eq!(line(&sheet), "  b界 cd ");
        let bold = sheet.buffer().content.iter().map(|cell| cell.modifier.contains(Modifier::BOLD)).collect::<Vec<_>>();
        assert_eq!(bold, [false, true, true, true, true, true, false, false]);
    }

    fn one_row(text: &str, style: Style, cell: &str) -> Sheet {
        let mut sheet = Sheet::new((6, 2));
        sheet.text(0, 0, 6, text, style);
        sheet.put(&Buffer::with_lines([cell]));
        sheet
    }

    #[test]
    fn rows_differ_by_words_looks_and_widgets() {
        let first = one_row("one", Style::new(), "c");
        for (text, style, cell, differs) in [
            ("one", Style::new(), "c", false),
            ("two", Style::new(), "c", true),
            ("one", Style::new().bold(), "c", true),
            ("one", Style::new(), "d", true),
        ] {
            let other = one_row(text, style, cell);
            assert_eq!([0, 1].map(|y| first.differs(&other, y)), [differs, false], "{text} {style:?} {cell}");
        }
        let mut cleared = one_row("one", Style::new(), "c");
        cleared.clear();
        assert!(cleared.differs(&first, 0) && !cleared.differs(&Sheet::new((6, 2)), 0));
    }
}
