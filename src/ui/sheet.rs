//! A frame as what is written on each of its rows, in order, before it becomes cells.
//!
//! From one frame to the next most rows stay as they were: they are known by what is written on them, and only the
//! others become cells at all.

use super::line::{Line, Looks};
use super::widgets::footer::Footer;
use crate::text::clean;
use crate::text::clean::is_plain;
use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::ops::Range;
use std::sync::Arc;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A frame: rows from the top, all as wide as the window.
#[derive(Debug)]
pub struct Sheet {
    area: Rect,
    /// How a column looks on which nothing is written.
    ground: Style,
    rows: Vec<Row>,
    /// Those of all rows, one after the other as they were made: a frame is one piece of memory.
    strokes: Vec<Stroke>,
    /// The text of all strokes, likewise.
    text: String,
    /// The keys at its foot, or those of the frame before as long as none are drawn.
    footer: Option<Arc<Footer>>,
    /// The row where they begin, once they are.
    foot: Option<u16>,
}

/// The places of a row's first and last strokes.
#[derive(Clone, Copy, Debug)]
struct Row {
    first: u32,
    last: u32,
}

/// Something written on a row.
#[derive(Debug)]
struct Stroke {
    mark: Mark,
    /// Where its text begins.
    at: u32,
    /// The place of the row's next one.
    next: u32,
}

/// Something over so many columns, from a column on.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Mark {
    x: u16,
    width: u16,
    style: Style,
    what: What,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum What {
    /// So many bytes of text; whether they are one plain letter a column.
    Text { length: u32, plain: bool },
    /// A sign in every column.
    Fill(char),
    /// Nothing but the style, over what is there.
    Style,
    /// Nothing of what was there.
    Blank,
}

/// No stroke's place.
const NONE: u32 = u32::MAX;

impl Row {
    const EMPTY: Self = Self { first: NONE, last: NONE };
}

impl Sheet {
    /// Starts one of so many columns and rows, with nothing on it.
    #[must_use]
    pub fn new((width, height): (u16, u16)) -> Self {
        Self {
            area: Rect { x: 0, y: 0, width, height },
            ground: Style::new(),
            rows: vec![Row::EMPTY; usize::from(height)],
            strokes: Vec::new(),
            text: String::new(),
            footer: None,
            foot: None,
        }
    }

    /// Takes everything off it, for the frame that follows another one.
    pub fn follow(&mut self, before: &Self) {
        self.clear();
        self.footer.clone_from(&before.footer);
    }

    /// Takes everything off it, for the frame that follows its own.
    pub fn clear(&mut self) {
        self.foot = None;
        self.ground = Style::new();
        self.rows.fill(Row::EMPTY);
        self.strokes.clear();
        self.text.clear();
    }

    /// Gives where its columns and rows are.
    #[must_use]
    pub fn area(&self) -> Rect {
        self.area
    }

    /// Gives the columns between which a row is not as it is on another sheet of the same size; none where it is.
    #[must_use]
    pub fn difference(&self, other: &Self, y: u16) -> Range<u16> {
        if self.ground != other.ground {
            return 0..self.area.width;
        }
        let both = self.under(y).zip(other.under(y));
        // Most footers are that of the frame before.
        if both.is_some_and(|((one, row), (two, at))| Arc::ptr_eq(one, two) && row == at) {
            difference(self.own(y), other.own(y))
        } else {
            difference(self.row(y), other.row(y))
        }
    }

    /// Turns some columns of a row into cells, one stroke after the other.
    pub fn paint(&self, y: u16, columns: Range<u16>, line: &mut Line, looks: &mut Looks) {
        line.clear(columns.clone(), self.ground, looks);
        for (&Mark { x, width, style, what }, text) in self.row(y) {
            if x >= columns.end || x + width <= columns.start {
                continue;
            }
            match what {
                // To look for the bounds of letters would take longer than all the rest.
                What::Text { plain: true, .. } => line.plain(x, text.chars(), style, looks),
                What::Text { plain: false, .. } => line.clusters(x, text, style, looks),
                What::Fill(sign) => line.plain(x, std::iter::repeat_n(sign, usize::from(width)), style, looks),
                What::Style => line.style(x, width, style, looks),
                What::Blank => {
                    line.blank(x, width);
                    line.style(x, width, style, looks);
                }
            }
        }
    }

    /// Gives all rows as cells of the terminal library.
    #[must_use]
    pub fn buffer(&self) -> Buffer {
        let mut whole = Buffer::empty(self.area);
        let (mut line, mut looks) = (Line::new(self.area.width), Looks::default());
        for (y, row) in (0..).zip(whole.content.chunks_mut(usize::from(self.area.width.max(1)))) {
            self.paint(y, 0..self.area.width, &mut line, &mut looks);
            (0..).zip(row).for_each(|(x, cell)| line.cell(x, cell, &looks));
        }
        whole
    }

    /// Gives all columns another ground, under what is written on them.
    pub fn ground(&mut self, style: Style) {
        self.ground = style;
    }

    /// Writes one line, cut with an ellipsis where it does not fit; gives the column after it.
    pub fn text(&mut self, x: u16, y: u16, width: u16, text: &str, style: Style) -> u16 {
        let width = width.min(self.area.right().saturating_sub(x));
        if width == 0 || y >= self.area.bottom() {
            return x;
        }
        let at = self.text.len();
        let (used, plain) = self.write(text, usize::from(width));
        let used = u16::try_from(used).unwrap_or(width);
        let length = place(self.text.len() - at);
        self.add(y, Mark { x, width: used, style, what: What::Text { length, plain } }, at);
        x + used
    }

    /// Gives the keys of the frame before, to be drawn again if they are still the same.
    pub(super) fn last_footer(&mut self) -> Option<Arc<Footer>> {
        self.footer.take()
    }

    /// Puts keys at its foot, from a row on, under all that is written there.
    pub(super) fn put_footer(&mut self, y: u16, footer: Arc<Footer>) {
        (self.footer, self.foot) = (Some(footer), Some(y));
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
        for y in y..y + height {
            self.add(y, Mark { x, width, style, what }, self.text.len());
        }
    }

    /// Adds something to a row, its text, if it has any, from a place on.
    fn add(&mut self, y: u16, mark: Mark, at: usize) {
        let Some(row) = self.rows.get_mut(usize::from(y)) else { return };
        let here = place(self.strokes.len());
        let before = std::mem::replace(&mut row.last, here);
        match self.strokes.get_mut(index(before)) {
            Some(before) => before.next = here,
            None => row.first = here,
        }
        self.strokes.push(Stroke { mark, at: place(at), next: NONE });
    }

    /// Gives what is written on a row, in order, each with its text.
    fn row(&self, y: u16) -> impl Iterator<Item = (&Mark, &str)> {
        let under = self.under(y).map(|(footer, row)| footer.sheet().own(row));
        under.into_iter().flatten().chain(self.own(y))
    }

    /// Gives the footer that is under a row, and which of its rows that is.
    fn under(&self, y: u16) -> Option<(&Arc<Footer>, u16)> {
        self.footer.as_ref().zip(y.checked_sub(self.foot?))
    }

    /// As [`Sheet::row`], without the footer.
    fn own(&self, y: u16) -> impl Iterator<Item = (&Mark, &str)> {
        let stroke = |place| self.strokes.get(index(place));
        let first = self.rows.get(usize::from(y)).and_then(|row| stroke(row.first));
        std::iter::successors(first, move |before| stroke(before.next)).map(|stroke| {
            let text = match stroke.mark.what {
                What::Text { length, .. } => self.text.get(index(stroke.at)..index(stroke.at) + index(length)),
                _ => None,
            };
            (&stroke.mark, text.unwrap_or_default())
        })
    }

    /// Adds text, cut to a width; gives the columns that it takes, and whether it is one plain letter a column.
    fn write(&mut self, text: &str, width: usize) -> (usize, bool) {
        // Most texts fit, and are of the simplest letters.
        let is_simple = || text.bytes().fold(true, |simple, letter| simple & matches!(letter, b' '..=b'~'));
        if text.len() <= width && is_simple() {
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

    /// As [`Sheet::write`], for letters that take two columns or carry marks.
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
}

/// Gives the columns that strokes cover which two rows do not have in common. Over all others lie the same ones in both,
/// in the same order.
fn difference<'a>(
    mut one: impl Iterator<Item = (&'a Mark, &'a str)>,
    mut other: impl Iterator<Item = (&'a Mark, &'a str)>,
) -> Range<u16> {
    let (mut start, mut end) = (u16::MAX, 0);
    loop {
        let (one, other) = (one.next(), other.next());
        if one.is_none() && other.is_none() {
            return start.min(end)..end;
        }
        if one != other {
            for (mark, _) in one.into_iter().chain(other) {
                (start, end) = (start.min(mark.x), end.max(mark.x + mark.width));
            }
        }
    }
}

fn place(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(NONE)
}

fn index(place: u32) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX)
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

    /// Every row of at most so many strokes.
    fn rows(most: usize) -> Vec<Sheet> {
        let strokes: [fn(&mut Sheet); 8] = [
            |sheet| _ = sheet.text(0, 0, 6, "abc", Style::new()),
            |sheet| _ = sheet.text(0, 0, 6, "abd", Style::new()),
            |sheet| _ = sheet.text(2, 0, 6, "xyz", Style::new().bold()),
            |sheet| _ = sheet.text(1, 0, 6, "界a界", Style::new()),
            |sheet| sheet.fill(Rect { x: 4, y: 0, width: 2, height: 1 }, '─', Style::new()),
            |sheet| sheet.style(Rect { x: 1, y: 0, width: 3, height: 1 }, Style::new().on_blue()),
            |sheet| sheet.style(Rect { x: 0, y: 0, width: 6, height: 1 }, Style::new().not_bold().red()),
            |sheet| sheet.blank(Rect { x: 2, y: 0, width: 2, height: 1 }, Style::new().on_red()),
        ];
        let mut all: Vec<Vec<fn(&mut Sheet)>> = vec![Vec::new()];
        for _ in 0..most {
            let longer = all.iter().flat_map(|row| strokes.map(|stroke| [row.as_slice(), &[stroke]].concat()));
            all = std::iter::once(Vec::new()).chain(longer).collect();
        }
        let row = |strokes: Vec<fn(&mut Sheet)>| {
            let mut sheet = Sheet::new((6, 1));
            for stroke in strokes {
                stroke(&mut sheet);
            }
            sheet
        };
        all.into_iter().map(row).collect()
    }

    #[test]
    fn only_columns_that_two_rows_do_not_share_are_looked_at_and_no_change_is_missed() {
        let rows = rows(2);
        assert_eq!(rows.len(), 1 + 8 + 64);
        let mut looks = Looks::default();
        let mut fewer = 0;
        for one in &rows {
            for other in &rows {
                let columns = other.difference(one, 0);
                fewer += usize::from(columns.len() < 6);
                let [all, some] = [0..6, columns].map(|columns| {
                    let (mut before, mut after) = (Line::new(6), Line::new(6));
                    one.paint(0, columns.clone(), &mut before, &mut looks);
                    other.paint(0, columns, &mut after, &mut looks);
                    after.changes(&before).map(|change| format!("{change:?}")).collect::<Vec<_>>()
                });
                assert_eq!(some, all, "{one:?} {other:?}");
            }
        }
        assert!(fewer > 1000, "{fewer}");
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
            let differ = [0, 1].map(|y| !first.difference(&other, y).is_empty());
            assert_eq!(differ, [differs, false], "{text} {style:?} {cell}");
        }
        let mut cleared = one_row("one", Style::new(), "c");
        cleared.clear();
        assert_eq!(cleared.difference(&first, 0), 0..3);
        assert_eq!(cleared.difference(&Sheet::new((6, 2)), 0), 0..0);
    }
}
