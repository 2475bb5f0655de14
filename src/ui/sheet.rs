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
mod tests;
