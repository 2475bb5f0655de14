//! Lines of a width: headings, paragraphs, and tables that fit or become lines.

use crate::report::number_format::{NumberFormat, Unit};
use crate::report::tables::{Cell, Column, Content, Table};
use std::fmt::Write as _;
use unicode_width::UnicodeWidthStr;

/// Between columns.
const GAP: usize = 2;
/// No head is broken into shorter lines than that.
const HEAD: usize = 9;
/// A name gets at least so much room, and at most.
const NAME: (usize, usize) = (12, 40);

/// What is written, line by line.
pub struct Paper {
    width: usize,
    colour: bool,
    text: String,
}

/// How a piece is shown where there is colour.
#[derive(Clone, Copy)]
enum Ink {
    Plain,
    Bold,
    Quiet,
}

impl Paper {
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
        self.wrapped(text, "", Ink::Bold);
    }

    /// Writes a heading below a heading.
    pub fn subheading(&mut self, text: &str) {
        self.wrapped(text, "", Ink::Plain);
    }

    pub fn paragraph(&mut self, text: &str) {
        self.wrapped(text, "  ", Ink::Plain);
    }

    pub fn quiet(&mut self, text: &str) {
        self.wrapped(text, "  ", Ink::Quiet);
    }

    /// Writes one of several sentences.
    pub fn item(&mut self, text: &str) {
        let lines = wrap(text, self.width.saturating_sub(4));
        for (index, line) in lines.iter().enumerate() {
            let start = if index == 0 { "  - " } else { "    " };
            self.line(&[(start, Ink::Plain), (line, Ink::Plain)]);
        }
    }

    fn wrapped(&mut self, text: &str, indent: &str, ink: Ink) {
        for line in wrap(text, self.width.saturating_sub(indent.len())) {
            self.line(&[(indent, Ink::Plain), (&line, ink)]);
        }
    }

    fn line(&mut self, pieces: &[(&str, Ink)]) {
        let start = self.text.len();
        for (text, ink) in pieces {
            let code = match ink {
                Ink::Bold => "1",
                Ink::Quiet => "2",
                Ink::Plain => "",
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
            let figure = if is_interval { column.place.saturating_sub(1) } else { column.place };
            table.rows.iter().any(|row| is_filled(row, column.place) || is_filled(row, figure))
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

    /// Gives words less room where all does not fit, the widest first; tells whether it fits then.
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
        let heads: Vec<Vec<String>> =
            columns.iter().zip(widths).map(|(column, width)| wrap(&column.head, *width)).collect();
        let height = heads.iter().map(Vec::len).max().unwrap_or(0);
        for line in 0..height {
            let pieces = heads.iter().zip(columns).zip(widths).map(|((head, column), width)| {
                // Heads stand on the line of their figures.
                let text = (line + head.len()).checked_sub(height).and_then(|line| head.get(line));
                (padded(text.map_or("", String::as_str), *width, column.is_right()), Ink::Quiet)
            });
            self.pieces(pieces);
        }
    }

    /// Writes a row; words too long go on under themselves.
    fn row(&mut self, columns: &[ShownColumn], row: &[ShownCell], widths: &[usize]) {
        let cell = |((cell, column), width): ((&ShownCell, &ShownColumn), &usize)| {
            if column.is_head || cell.is_text { wrap(&cell.text, *width) } else { vec![cut(&cell.text, *width)] }
        };
        let cells: Vec<Vec<String>> = row.iter().zip(columns).zip(widths).map(cell).collect();
        for line in 0..cells.iter().map(Vec::len).max().unwrap_or(0) {
            self.pieces(cells.iter().zip(row).zip(columns).zip(widths).map(|(((lines, cell), column), width)| {
                let text = lines.get(line).map_or("", String::as_str);
                let ink = if column.is_main { Ink::Bold } else { Ink::Plain };
                (padded(text, *width, column.is_right() && !cell.is_text), ink)
            }));
        }
    }

    fn pieces(&mut self, pieces: impl Iterator<Item = (String, Ink)>) {
        let pieces: Vec<(String, Ink)> = pieces.collect();
        let gap = " ".repeat(GAP);
        let line: Vec<(&str, Ink)> =
            pieces.iter().flat_map(|(text, ink)| [(gap.as_str(), Ink::Plain), (text.as_str(), *ink)]).collect();
        self.line(&line);
    }

    /// Writes a row as lines: its names, then its figures, each with its head.
    fn lines(&mut self, columns: &[ShownColumn], row: &[ShownCell]) {
        let of = |names: bool| {
            columns.iter().zip(row).filter(move |(column, cell)| column.is_head == names && !cell.text.is_empty())
        };
        let name: Vec<&str> = of(true).map(|(_, cell)| cell.text.as_str()).collect();
        self.wrapped(&name.join(" · "), "  ", Ink::Bold);
        let figures: Vec<String> = of(false).map(|(column, cell)| format!("{} {}", column.head, cell.text)).collect();
        self.wrapped(&figures.join(" · "), "    ", Ink::Plain);
    }
}

/// A column as it is shown.
struct ShownColumn {
    /// Its place in the table.
    place: usize,
    head: String,
    content: Content,
    /// Whether it heads the rows.
    is_head: bool,
    /// Whether the next column of the table holds the count behind its figure.
    has_count: bool,
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
    let has_count =
        |place: usize| table.columns.get(place + 1).is_some_and(|next| next.content == Content::CountBehind);
    let shown = table.columns.iter().enumerate().filter(|(_, column)| is_wanted(column));
    let mut columns: Vec<ShownColumn> = shown
        .map(|(place, column)| ShownColumn {
            place,
            head: column.head.clone(),
            content: column.content,
            is_head: is_head(column),
            has_count: has_count(place),
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
    let cell = |column: &ShownColumn| match (row.get(column.place), column.content) {
        (Some(Cell::Text(month)), Content::Month) => text(format.month(month)),
        (Some(Cell::Text(content)), _) => text(content.clone()),
        (Some(Cell::Number(number)), Content::Number(unit)) => {
            let count = match row.get(column.place + 1) {
                Some(Cell::Number(n)) if column.has_count => format!(" ({})", format.number(*n, 0)),
                _ => String::new(),
            };
            figure(format.figure(unit, *number) + &count)
        }
        // There is room for the reason where the interval would be.
        (Some(Cell::Interval(lower, upper)), Content::Interval(unit)) => {
            match column.place.checked_sub(1).and_then(|place| row.get(place)) {
                Some(Cell::Undefined(words, _)) => text(words.clone()),
                Some(Cell::Number(_)) if lower.is_none() && upper.is_none() => figure("–".to_owned()),
                _ => figure(format.interval(unit, *lower, *upper)),
            }
        }
        (Some(Cell::Undefined(words, _)), _) => {
            let next = table.columns.get(column.place + 1).map(|next| next.content);
            figure(if matches!(next, Some(Content::Interval(_))) { "–".to_owned() } else { words.clone() })
        }
        _ => text(String::new()),
    };
    columns.iter().map(cell).collect()
}

fn padded(text: &str, width: usize, right: bool) -> String {
    let room = " ".repeat(width.saturating_sub(text.width()));
    if right { room + text } else { format!("{text}{room}") }
}

/// Cuts a text to a width, with a sign where something is missing.
fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    for c in text.chars() {
        if kept.width() + unicode_width::UnicodeWidthChar::width(c).unwrap_or(0) + 1 > width {
            break;
        }
        kept.push(c);
    }
    kept.trim_end().to_owned() + "…"
}

/// Breaks a text at its spaces into lines of a width; a longer word is broken behind its hyphens, or else cut.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if line.width() + 1 + word.width() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => broken(word, width.max(1), &mut lines),
        }
    }
    lines
}

/// Puts a word on lines of its own.
fn broken(word: &str, width: usize, lines: &mut Vec<String>) {
    let mut rest = word;
    while rest.width() > width {
        let mut breaks = rest.match_indices('-').filter_map(|(at, hyphen)| rest.split_at_checked(at + hyphen.len()));
        match breaks.rfind(|(start, end)| start.width() <= width && !end.is_empty()) {
            Some((start, end)) => {
                lines.push(start.to_owned());
                rest = end;
            }
            None => break,
        }
    }
    lines.push(cut(rest, width));
}
