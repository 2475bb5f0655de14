//! Writes headings, paragraphs and tables in lines of a width. A table that does not fit becomes lines.

use crate::report::names::Words;
use crate::report::tables::written::{between, written};
use crate::report::tables::{Cell, Column, Table, Unit};
use std::borrow::Cow;
use std::fmt::Write as _;
use std::iter;
use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};
use unicode_width::UnicodeWidthStr;

/// The columns between two cells.
const GAP: usize = 2;
/// The least width at which a head is wrapped.
const HEAD: usize = 9;
/// The least and the greatest width of a column of names.
const NAME: (usize, usize) = (12, 40);

/// A text that is written line by line.
pub struct TextWriter {
    width: usize,
    colour: bool,
    text: String,
}

/// How a piece is shown where there is colour.
#[derive(Clone, Copy)]
enum Style {
    Plain,
    Bold,
    Dim,
}

impl TextWriter {
    pub fn new(width: usize, colour: bool) -> Self {
        Self { width: width.max(20), colour, text: String::new() }
    }

    pub fn finish(self) -> String {
        self.text
    }

    /// Writes a heading, with a line before it.
    pub fn heading(&mut self, text: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.wrapped(text, ["", ""], Style::Bold);
    }

    /// Writes a heading below a heading.
    pub fn subheading(&mut self, text: &str) {
        self.wrapped(text, ["", ""], Style::Plain);
    }

    pub fn paragraph(&mut self, text: &str) {
        self.wrapped(text, ["  ", "  "], Style::Plain);
    }

    /// Writes a remark.
    pub fn quiet(&mut self, text: &str) {
        self.wrapped(text, ["  ", "  "], Style::Dim);
    }

    /// Writes an item of a list.
    pub fn item(&mut self, text: &str) {
        self.wrapped(text, ["  - ", "    "], Style::Plain);
    }

    /// Writes a text in lines, the first one and the others behind what starts them.
    fn wrapped(&mut self, text: &str, starts: [&str; 2], style: Style) {
        let [first, rest] = starts;
        let starts = iter::once(first).chain(iter::repeat(rest));
        for (start, line) in starts.zip(wrap(text, self.width.saturating_sub(rest.len()))) {
            self.line(&[(start, Style::Plain), (&line, style)]);
        }
    }

    fn line(&mut self, pieces: &[(&str, Style)]) {
        let start = self.text.len();
        for (text, style) in pieces {
            let code = match style {
                Style::Bold => "1",
                Style::Dim => "2",
                Style::Plain => "",
            };
            if self.colour && !code.is_empty() && !text.trim().is_empty() {
                let _ = write!(self.text, "\u{1b}[{code}m{text}\u{1b}[0m");
            } else {
                self.text.push_str(text);
            }
        }
        let kept = self.text.get(start..).map_or(0, |line| line.trim_end_matches(' ').len());
        self.text.truncate(start + kept);
        self.text.push('\n');
    }

    /// Writes some columns of a table: those that name a row, and of the others those at the places wanted. A remark may
    /// follow so many rows.
    pub fn table(&mut self, names: &Words<'_>, table: &Table, wanted: &[usize], gap: Option<(usize, &str)>) {
        let mut columns = columns(names, table, wanted);
        // An empty column is left out; a column of intervals stays where a figure is undefined and it says why.
        let is_filled = |row: &[Cell], place: usize| !matches!(row.get(place), None | Some(Cell::Empty));
        columns.retain(|column| {
            let place = if column.limits.is_some() { column.place.saturating_sub(1) } else { column.place };
            table.rows.iter().any(|row| is_filled(row, column.place) || is_filled(row, place))
        });
        let rows: Vec<Vec<Shown>> = table.rows.iter().map(|row| shown(names, &columns, row)).collect();
        let (least, mut widths): (Vec<usize>, Vec<usize>) = columns
            .iter()
            .enumerate()
            .map(|(place, column)| column.room(rows.iter().filter_map(|row| row.get(place))))
            .unzip();
        let fits = self.squeeze(&least, &mut widths);
        if fits {
            self.heads(&columns, &widths);
        }
        for (place, row) in rows.iter().enumerate() {
            if let Some((_, text)) = gap.filter(|(after, _)| *after == place) {
                self.quiet(text);
            }
            if fits { self.row(&columns, row, &widths) } else { self.lines(&columns, row) }
        }
    }

    /// Narrows the widest columns as far as they can be wrapped until all fit, and returns whether they do.
    fn squeeze(&self, least: &[usize], widths: &mut [usize]) -> bool {
        while widths.iter().sum::<usize>() + GAP * widths.len() > self.width {
            let wide = widths.iter_mut().zip(least).filter(|(width, least)| **width > **least);
            match wide.map(|(width, _)| width).max() {
                Some(widest) => *widest -= 1,
                None => return false,
            }
        }
        true
    }

    fn heads(&mut self, columns: &[Wanted], widths: &[usize]) {
        let heads: Vec<Vec<_>> = columns.iter().zip(widths).map(|(column, width)| wrap(&column.head, *width)).collect();
        let height = heads.iter().map(Vec::len).max().unwrap_or(0);
        for line in 0..height {
            let pieces = heads.iter().zip(columns).zip(widths).map(|((head, column), width)| {
                // Heads are aligned at the bottom.
                let text = (line + head.len()).checked_sub(height).and_then(|line| head.get(line));
                (padded(text.map_or("", |text| &**text), *width, column.is_right()), Style::Dim)
            });
            self.pieces(pieces);
        }
    }

    /// Writes a row, whose words are wrapped.
    fn row(&mut self, columns: &[Wanted], row: &[Shown], widths: &[usize]) {
        let cells: Vec<Vec<_>> = row.iter().zip(widths).map(|(cell, width)| wrap(&cell.text, *width)).collect();
        for line in 0..cells.iter().map(Vec::len).max().unwrap_or(0) {
            self.pieces(cells.iter().zip(row).zip(columns).zip(widths).map(|(((lines, cell), column), width)| {
                let text = lines.get(line).map_or("", |line| &**line);
                let style = if column.main { Style::Bold } else { Style::Plain };
                (padded(text, *width, column.is_right() && !cell.words), style)
            }));
        }
    }

    fn pieces(&mut self, pieces: impl Iterator<Item = (String, Style)>) {
        let pieces: Vec<(String, Style)> = pieces.collect();
        let gap = " ".repeat(GAP);
        let line: Vec<(&str, Style)> =
            pieces.iter().flat_map(|(text, style)| [(gap.as_str(), Style::Plain), (text.as_str(), *style)]).collect();
        self.line(&line);
    }

    /// Writes a row as lines: its names, then its figures, each behind its head.
    fn lines(&mut self, columns: &[Wanted], row: &[Shown]) {
        let of = |names: bool| {
            columns.iter().zip(row).filter(move |(column, cell)| column.names == names && !cell.text.is_empty())
        };
        let name: Vec<&str> = of(true).map(|(_, cell)| cell.text.as_str()).collect();
        self.wrapped(&name.join(" · "), ["  ", "  "], Style::Bold);
        let figures: Vec<String> = of(false).map(|(column, cell)| format!("{} {}", column.head, cell.text)).collect();
        self.wrapped(&figures.join(" · "), ["    ", "    "], Style::Plain);
    }
}

/// A column as it is shown.
struct Wanted {
    /// Its place in the table.
    place: usize,
    head: String,
    unit: Unit,
    /// The unit of its limits, where it shows an interval.
    limits: Option<Unit>,
    names: bool,
    /// The unit of the next column of the table.
    next: Option<Unit>,
    /// The figure that a row is about.
    main: bool,
}

impl Wanted {
    /// Returns the least and the greatest width that its cells can use: words can be wrapped, figures cannot.
    fn room<'s>(&self, cells: impl Iterator<Item = &'s Shown>) -> (usize, usize) {
        let longest = |text: &str| text.split(' ').map(UnicodeWidthStr::width).max().unwrap_or(0);
        let head = longest(&self.head);
        let (mut least, mut most) = (head, head.max(HEAD.min(self.head.width())));
        for cell in cells {
            most = most.max(cell.text.width());
            least = least.max(if cell.words { longest(&cell.text) } else { cell.text.width() });
        }
        if self.names { (NAME.0.min(most), NAME.1.min(most)) } else { (least.min(most), most) }
    }

    fn is_right(&self) -> bool {
        !matches!(self.unit, Unit::Head | Unit::Text | Unit::Month)
    }
}

/// A cell as it is shown.
struct Shown {
    text: String,
    words: bool,
}

fn columns(names: &Words<'_>, table: &Table, wanted: &[usize]) -> Vec<Wanted> {
    let checklist = names.get("page-checklist");
    let heads = |column: &&Column| column.unit == Unit::Head || column.head == checklist;
    let first = table.columns.iter().take_while(heads).count();
    let mut unit = Unit::Text;
    let mut columns = Vec::new();
    let mut figures = 0;
    for (place, column) in table.columns.iter().enumerate() {
        let is_limit = column.unit == Unit::Lower;
        let limits = is_limit.then_some(unit);
        if !matches!(column.unit, Unit::Lower | Unit::Upper | Unit::Behind) {
            unit = column.unit;
        }
        let is_name = place < first;
        if !is_name && !wanted.contains(&(place - first)) {
            continue;
        }
        let is_figure = !is_name && !is_limit && !matches!(column.unit, Unit::Count | Unit::Text | Unit::Month);
        figures += usize::from(is_figure);
        columns.push(Wanted {
            place,
            head: if is_limit { names.get("page-interval-head").to_owned() } else { column.head.clone() },
            unit: column.unit,
            limits,
            names: is_name,
            next: table.columns.get(place + 1).map(|next| next.unit),
            main: is_figure && figures == 1,
        });
    }
    columns
}

fn shown(names: &Words<'_>, columns: &[Wanted], row: &[Cell]) -> Vec<Shown> {
    let number = |place: usize| match row.get(place) {
        Some(Cell::Number(number)) => Some(*number),
        _ => None,
    };
    let cell = |column: &Wanted| {
        if let Some(unit) = column.limits {
            // There is room for words where the interval would be.
            if let Some(Cell::Undefined(words, _)) = column.place.checked_sub(1).and_then(|place| row.get(place)) {
                return Shown { text: words.clone(), words: true };
            }
            let mut text = between(names, unit, number(column.place), number(column.place + 1));
            if text.is_empty() && column.place.checked_sub(1).and_then(number).is_some() {
                text.push('–');
            }
            return Shown { text, words: false };
        }
        match row.get(column.place) {
            Some(Cell::Text(text)) if column.unit == Unit::Month => Shown { text: names.month(text), words: true },
            Some(Cell::Text(text)) => Shown { text: text.clone(), words: true },
            Some(Cell::Number(figure)) => {
                let behind = number(column.place + 1).filter(|_| column.next == Some(Unit::Behind));
                let behind = behind.map(|n| format!(" ({})", names.number(n, 0))).unwrap_or_default();
                Shown { text: written(names, column.unit, *figure) + &behind, words: false }
            }
            Some(Cell::Undefined(..)) if column.next == Some(Unit::Lower) => {
                Shown { text: "–".to_owned(), words: false }
            }
            Some(Cell::Undefined(words, _)) => Shown { text: words.clone(), words: false },
            Some(Cell::Empty) | None => Shown { text: String::new(), words: true },
        }
    };
    columns.iter().map(cell).collect()
}

fn padded(text: &str, width: usize, right: bool) -> String {
    let room = " ".repeat(width.saturating_sub(text.width()));
    if right { room + text } else { format!("{text}{room}") }
}

/// Wraps a text at its spaces; a word that is too long for a line is broken.
fn wrap(text: &str, width: usize) -> Vec<Cow<'_, str>> {
    let options = Options::new(width.max(1))
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    let mut lines = textwrap::wrap(text, options);
    lines.retain(|line| !line.is_empty());
    lines
}
