//! Writes headings, paragraphs and tables in lines of a width. A table that does not fit becomes lines.

use crate::report::number_format::{NumberFormat, Unit};
use crate::report::tables::{Cell, Column, Content, Table, count_behind};
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

    /// Writes the columns of a table that have the ids wanted, after those that head the rows; `id ±` is the interval of
    /// a figure. A line may stand after so many rows.
    pub fn table(&mut self, format: &NumberFormat<'_>, table: &Table, wanted: &[&str], gap: Option<(usize, &str)>) {
        let mut columns = columns(table, wanted);
        // An empty column takes no room; where there is no interval, its column says why.
        let is_filled = |row: &[Cell], place: usize| {
            !matches!(row.get(place), None | Some(Cell::Empty | Cell::Interval(None, None)))
        };
        columns.retain(|column| {
            let is_interval = matches!(column.content, Content::Interval(_));
            let figure = if is_interval { column.index.saturating_sub(1) } else { column.index };
            table.rows.iter().any(|row| is_filled(row, column.index) || is_filled(row, figure))
        });
        let rows: Vec<Vec<ShownCell>> = table.rows.iter().map(|row| shown(format, table, &columns, row)).collect();
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

    fn heads(&mut self, columns: &[ShownColumn], widths: &[usize]) {
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
    fn row(&mut self, columns: &[ShownColumn], row: &[ShownCell], widths: &[usize]) {
        let cells: Vec<Vec<_>> = row.iter().zip(widths).map(|(cell, width)| wrap(&cell.text, *width)).collect();
        for line in 0..cells.iter().map(Vec::len).max().unwrap_or(0) {
            self.pieces(cells.iter().zip(row).zip(columns).zip(widths).map(|(((lines, cell), column), width)| {
                let text = lines.get(line).map_or("", |line| &**line);
                let style = if column.is_main { Style::Bold } else { Style::Plain };
                (padded(text, *width, column.is_right() && !cell.is_text), style)
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
    fn lines(&mut self, columns: &[ShownColumn], row: &[ShownCell]) {
        let of = |names: bool| {
            columns.iter().zip(row).filter(move |(column, cell)| column.is_head == names && !cell.text.is_empty())
        };
        let name: Vec<&str> = of(true).map(|(_, cell)| cell.text.as_str()).collect();
        self.wrapped(&name.join(" · "), ["  ", "  "], Style::Bold);
        let figures: Vec<String> = of(false).map(|(column, cell)| format!("{} {}", column.head, cell.text)).collect();
        self.wrapped(&figures.join(" · "), ["    ", "    "], Style::Plain);
    }
}

/// A column as it is shown.
struct ShownColumn {
    /// Its index in the table.
    index: usize,
    head: String,
    content: Content,
    /// Whether it heads the rows.
    is_head: bool,
    /// Whether it is the figure that a row is about.
    is_main: bool,
}

impl ShownColumn {
    /// Returns the least and the most columns that its cells can use: text is wrapped, figures are not.
    fn room<'s>(&self, cells: impl Iterator<Item = &'s ShownCell>) -> (usize, usize) {
        let longest = |text: &str| text.split(' ').map(UnicodeWidthStr::width).max().unwrap_or(0);
        let head = longest(&self.head);
        let (mut least, mut most) = (head, head.max(HEAD.min(self.head.width())));
        for cell in cells {
            most = most.max(cell.text.width());
            least = least.max(if cell.is_text { longest(&cell.text) } else { cell.text.width() });
        }
        if self.is_head { (NAME.0.min(most), NAME.1.min(most)) } else { (least.min(most), most) }
    }

    fn is_right(&self) -> bool {
        matches!(self.content, Content::Number(_) | Content::Interval(_) | Content::CountBehind)
    }
}

/// A cell as it is shown.
struct ShownCell {
    text: String,
    is_text: bool,
}

/// Returns the columns to show: those that head the rows, and those with the ids wanted. The interval of a figure is
/// wanted as `id ±`.
fn columns(table: &Table, wanted: &[&str]) -> Vec<ShownColumn> {
    let is_head = |column: &Column| matches!(column.content, Content::Head | Content::Checklist);
    let is_wanted = |column: &Column| match column.content {
        Content::Interval(_) => wanted.iter().any(|id| id.strip_suffix(" ±") == Some(column.id)),
        _ => is_head(column) || wanted.contains(&column.id),
    };
    let shown = table.columns.iter().enumerate().filter(|(_, column)| is_wanted(column));
    let mut columns: Vec<ShownColumn> = shown
        .map(|(index, column)| ShownColumn {
            index,
            head: column.head.clone(),
            content: column.content,
            is_head: is_head(column),
            is_main: false,
        })
        .collect();
    let is_figure = |column: &&mut ShownColumn| matches!(column.content, Content::Number(unit) if unit != Unit::Count);
    if let Some(main) = columns.iter_mut().find(is_figure) {
        main.is_main = true;
    }
    columns
}

fn shown(format: &NumberFormat<'_>, table: &Table, columns: &[ShownColumn], row: &[Cell]) -> Vec<ShownCell> {
    let text = |text: String| ShownCell { text, is_text: true };
    let figure = |text: String| ShownCell { text, is_text: false };
    let show = |column: &ShownColumn| {
        let Some(cell) = row.get(column.index) else { return text(String::new()) };
        let before = column.index.checked_sub(1).and_then(|index| row.get(index));
        let next = table.columns.get(column.index + 1).map(|next| next.content);
        match (cell, before) {
            // There is room for the text of an undefined figure where its interval would be.
            (Cell::Interval(..), Some(Cell::Undefined(instead, _))) => text(instead.clone()),
            (Cell::Undefined(..), _) if matches!(next, Some(Content::Interval(_))) => figure("–".to_owned()),
            (Cell::Interval(None, None), Some(Cell::Number(_))) => figure("–".to_owned()),
            (Cell::Text(_) | Cell::Empty, _) => text(cell.text_in(format, column.content)),
            _ => {
                let count = count_behind(&table.columns, row, column.index);
                let count = count.map(|n| format!(" ({})", format.number(n, 0))).unwrap_or_default();
                figure(cell.text_in(format, column.content) + &count)
            }
        }
    };
    columns.iter().map(show).collect()
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
