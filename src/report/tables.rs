//! The figures of each question as a table of typed cells: what the page, the spreadsheet and the text all show.
//!
//! A table knows its labels and what its numbers mean; how they are written is up to each format.

mod differences;
mod mirror;
mod months;
mod quality;
mod scores;
mod waiting;

pub use differences::{behaviour_changes, blind_spots, drivers, score_changes};
pub use mirror::mirror;
pub use months::{months, signals};
pub use quality::{damaged, quality};
pub use scores::{behaviours, ranking, scores};
pub use waiting::{waiting, waiting_tests};

use super::labels::Labels;
use super::number_format::{NumberFormat, Unit, float};
use crate::analysis::{Dimension, Key};
use crate::stats::Undefined;

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// The name of what a row is about.
    Head,
    /// The checklist that a row is about.
    Checklist,
    /// Text.
    Text,
    /// A month, `2026-03`.
    Month,
    /// A number.
    Number(Unit),
    /// The count behind the figure of the column before.
    CountBehind,
    /// The interval of the figure of the column before.
    Interval(Unit),
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its id within the table; an interval has its figure's.
    pub id: &'static str,
    /// The text above it.
    pub head: String,
    /// What its cells hold.
    pub content: Content,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Text without control characters, not escaped.
    Text(String),
    /// A number in the column's unit.
    Number(f64),
    /// The limits of an interval; one that does not exist is open.
    Interval(Option<f64>, Option<f64>),
    /// A figure that is not defined: the text for it, and why.
    Undefined(String, String),
    /// Nothing.
    Empty,
}

/// Figures in rows and columns; every row has a cell for each column.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Its id within the document.
    pub id: &'static str,
    /// What it shows.
    pub caption: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// Creates a table without columns.
    pub fn new(id: &'static str, caption: &str) -> Self {
        Self { id, caption: caption.to_owned(), columns: Vec::new(), rows: Vec::new() }
    }

    /// Returns the table with another caption.
    pub fn with_caption(self, caption: &str) -> Self {
        Self { caption: caption.to_owned(), ..self }
    }

    /// Adds columns. The id of each is the message of its head.
    pub fn columns<const N: usize>(mut self, format: &NumberFormat<'_>, columns: [(&'static str, Content); N]) -> Self {
        self.columns.extend(columns.map(|(id, content)| {
            let head = if matches!(content, Content::Interval(_)) { "page-interval-head" } else { id };
            Column { id, head: format.texts.get(head).to_owned(), content }
        }));
        self
    }

    /// Removes columns by their id.
    pub fn without_column(mut self, id: &str) -> Self {
        let keeps: Vec<bool> = self.columns.iter().map(|column| column.id != id).collect();
        let mut keep = keeps.iter();
        self.columns.retain(|_| keep.next().is_none_or(|keep| *keep));
        for row in &mut self.rows {
            let mut keep = keeps.iter();
            row.retain(|_| keep.next().is_none_or(|keep| *keep));
        }
        self
    }
}

/// Whether the rows of a table are about one checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// They are about one, named elsewhere.
    OneChecklist,
    /// They are about all; each says which.
    All,
}

/// Returns a table of rows that have a key, a checklist and the cells of `columns`. The dimensions of the keys come
/// first, a column each.
fn keyed_table<R, const N: usize>(
    labels: &Labels<'_>,
    (id, caption, scope): (&'static str, &'static str, Scope),
    columns: [(&'static str, Content); N],
    rows: impl IntoIterator<Item = R>,
    cells: impl Fn(&R) -> (Key, &str, [Cell; N]),
) -> Table {
    let rows: Vec<R> = rows.into_iter().collect();
    let mut dimensions: Vec<Dimension> =
        rows.iter().flat_map(|row| cells(row).0.iter().map(|(dimension, _)| dimension).collect::<Vec<_>>()).collect();
    dimensions.sort_unstable();
    dimensions.dedup();
    let mut table = Table::new(id, labels.get(caption));
    let head = |head: &str| Column { id: "key", head: head.to_owned(), content: Content::Head };
    table.columns.extend(dimensions.iter().map(|dimension| head(labels.dimension(*dimension))));
    if dimensions.is_empty() {
        table.columns.push(head(labels.get("page-of")));
    }
    let has_checklist = scope == Scope::All && labels.several_checklists();
    if has_checklist {
        table = table.columns(labels, [("page-checklist", Content::Checklist)]);
    }
    table = table.columns(labels, columns);
    for row in &rows {
        let (key, checklist, figures) = cells(row);
        let mut cells = key_cells(labels, &dimensions, &key, checklist);
        if has_checklist {
            cells.push(Cell::Text(labels.checklist(checklist)));
        }
        cells.extend(figures);
        table.rows.push(cells);
    }
    table
}

/// Returns the cells of a key, one for each dimension of the table.
fn key_cells(labels: &Labels<'_>, dimensions: &[Dimension], key: &Key, checklist: &str) -> Vec<Cell> {
    if key.is_all() {
        let rest = dimensions.iter().skip(1).map(|_| Cell::Empty);
        return std::iter::once(text(labels.get("page-all-visits"))).chain(rest).collect();
    }
    let cell = |dimension: &Dimension| match (key.get(*dimension), dimension) {
        (Some(value), _) => Cell::Text(labels.value_in(checklist, *dimension, value)),
        (None, Dimension::Site) => text(labels.get("page-all-sites")),
        (None, _) => Cell::Empty,
    };
    dimensions.iter().map(cell).collect()
}

/// Returns a cell of text.
pub fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

/// Returns a cell of a count.
pub fn count(count: u64) -> Cell {
    Cell::Number(float(count))
}

/// Returns a cell of a number; without one it is empty.
pub fn number(number: Option<f64>) -> Cell {
    number.map_or(Cell::Empty, Cell::Number)
}

/// Returns a cell of a message; without one it is empty.
fn message(labels: &Labels<'_>, id: Option<&str>) -> Cell {
    id.map_or(Cell::Empty, |id| text(labels.texts.get(id)))
}

/// Returns a cell of a figure, or of why it is not defined.
pub fn figure(format: &NumberFormat<'_>, value: Option<f64>, n: u64, undefined: Option<Undefined>) -> Cell {
    match value {
        Some(value) => Cell::Number(value),
        None => Cell::Undefined(format.undefined(n), format.reason(undefined).to_owned()),
    }
}

/// Returns whether a difference is certain.
fn certainty(labels: &Labels<'_>, is_certain: Option<bool>) -> Cell {
    message(labels, is_certain.map(|is_certain| if is_certain { "page-certain" } else { "page-noise" }))
}
