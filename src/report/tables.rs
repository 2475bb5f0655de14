//! The figures of each question as a table of typed cells, which every format but CSV and JSON renders.
//!
//! A table has the labels of its rows and columns and the units of its numbers; each format writes the numbers itself.

mod answers;
mod control_charts;
mod differences;
mod mirror;
mod outcomes;
mod programme;
mod quality;
mod scores;
mod sections;
mod verbatims;
mod waiting;

pub use answers::{given, given_answers, numbers};
pub use control_charts::{months, signals};
pub use differences::{behaviour_changes, blind_spots, drivers, score_changes};
pub use mirror::mirror;
pub use outcomes::{critical, distribution, outcomes, priorities, site_observers};
pub use programme::{coverage, covered_sites, last_year, standing, trend};
pub use quality::{damaged, quality};
pub use scores::{behaviours, ranked_sites, ranking, scores};
pub use sections::{TableSection, sections};
pub use verbatims::verbatims;
pub use waiting::{waiting, waiting_tests};

use super::labels::Labels;
use super::number_format::{NumberFormat, Unit, float};
use crate::analysis::figures::Undefined;
use crate::analysis::{Dimension, Key};

/// The type of a column's cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// The name of a row.
    Head,
    /// The checklist of a row.
    Checklist,
    /// Text.
    Text,
    /// A month such as `2026-03`.
    Month,
    /// A number.
    Number(Unit),
    /// The count behind the figure in the previous column.
    CountBehind,
    /// The interval of the figure in the previous column.
    Interval(Unit),
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The id within the table; an interval has the id of its figure.
    pub id: &'static str,
    /// The heading.
    pub head: String,
    /// The type of its cells.
    pub content: Content,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Text without control characters, not escaped.
    Text(String),
    /// A number in the column's unit.
    Number(f64),
    /// The lower and the upper limit; `None` is open.
    Interval(Option<f64>, Option<f64>),
    /// An undefined figure: the text that replaces it, and the reason.
    Undefined(String, String),
    /// No content.
    Empty,
}

impl Cell {
    /// Creates a cell of text.
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// Creates a cell of a count.
    pub fn count(count: u64) -> Self {
        Self::Number(float(count))
    }

    /// Creates a cell of a number; an empty one for `None`.
    pub fn number(number: Option<f64>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }

    /// Creates a cell of a figure, or of the reason why it is undefined.
    pub fn figure(format: &NumberFormat<'_>, value: Option<f64>, n: u64, undefined: Option<Undefined>) -> Self {
        match value {
            Some(value) => Self::Number(value),
            None => Self::Undefined(format.undefined(n), format.reason(undefined).to_owned()),
        }
    }

    /// Returns the content in words; of an undefined figure, the text that replaces it.
    pub fn text_in(&self, format: &NumberFormat<'_>, content: Content) -> String {
        match (self, content) {
            (Self::Text(text), Content::Month) => format.month(text),
            (Self::Text(text) | Self::Undefined(text, _), _) => text.clone(),
            (Self::Number(number), Content::Number(unit)) => format.figure(unit, *number),
            (Self::Number(number), _) => format.number(*number, 0),
            (Self::Interval(lower, upper), Content::Interval(unit)) => format.interval(unit, *lower, *upper),
            _ => String::new(),
        }
    }

    /// Creates a cell of a message; an empty one for `None`.
    fn message(labels: &Labels<'_>, id: Option<&str>) -> Self {
        id.map_or(Self::Empty, |id| Self::text(labels.texts.get(id)))
    }

    /// Creates a cell that states whether a difference is certain.
    fn certainty(labels: &Labels<'_>, is_certain: Option<bool>) -> Self {
        Self::message(labels, is_certain.map(|is_certain| if is_certain { "page-certain" } else { "page-noise" }))
    }
}

/// Rows of cells; every row has a cell for each column.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The id within the document.
    pub id: &'static str,
    pub caption: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// Creates a table without columns.
    pub fn new(id: &'static str, caption: &str) -> Self {
        Self { id, caption: caption.to_owned(), columns: Vec::new(), rows: Vec::new() }
    }

    /// Replaces the caption.
    pub fn with_caption(self, caption: &str) -> Self {
        Self { caption: caption.to_owned(), ..self }
    }

    /// Adds columns. The id of a column is the message id of its heading.
    pub fn columns<const N: usize>(mut self, format: &NumberFormat<'_>, columns: [(&'static str, Content); N]) -> Self {
        self.columns.extend(columns.map(|(id, content)| {
            let head = if matches!(content, Content::Interval(_)) { "page-interval-head" } else { id };
            Column { id, head: format.texts.get(head).to_owned(), content }
        }));
        self
    }

    /// Removes the columns with an id, and their cells.
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

/// Whether the rows of a table belong to one checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// They belong to one, which is named outside the table.
    OneChecklist,
    /// They belong to several, so that a column names the checklist.
    All,
}

/// Returns a table of rows that have a key, a checklist and the cells of `columns`. It begins with a column for each
/// dimension of the keys.
fn keyed_table<R, const N: usize>(
    labels: &Labels<'_>,
    (id, caption, scope): (&'static str, &'static str, Scope),
    columns: [(&'static str, Content); N],
    rows: impl IntoIterator<Item = R>,
    cells: impl Fn(&R) -> (Key, &str, [Cell; N]),
) -> Table {
    let rows: Vec<R> = rows.into_iter().collect();
    let rows: Vec<(Key, &str, [Cell; N])> = rows.iter().map(cells).collect();
    let mut dimensions: Vec<Dimension> =
        rows.iter().flat_map(|(key, ..)| key.iter().map(|(dimension, _)| dimension)).collect();
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
    for (key, checklist, own_cells) in rows {
        let mut row = key_cells(labels, &dimensions, &key, checklist);
        if has_checklist {
            row.push(Cell::Text(labels.checklist(checklist)));
        }
        row.extend(own_cells);
        table.rows.push(row);
    }
    table
}

/// Returns the count behind the figure of a column, where the next column holds such counts.
pub fn count_behind(columns: &[Column], row: &[Cell], index: usize) -> Option<f64> {
    match (columns.get(index + 1)?.content, row.get(index + 1)?) {
        (Content::CountBehind, Cell::Number(n)) => Some(*n),
        _ => None,
    }
}

/// Returns the name cells of a row, one for each dimension of the table.
fn key_cells(labels: &Labels<'_>, dimensions: &[Dimension], key: &Key, checklist: &str) -> Vec<Cell> {
    if key.is_all() {
        let rest = dimensions.iter().skip(1).map(|_| Cell::Empty);
        return std::iter::once(Cell::text(labels.get("page-all-visits"))).chain(rest).collect();
    }
    let cell = |dimension: &Dimension| match (key.get(*dimension), dimension) {
        (Some(value), _) => Cell::Text(labels.value_in(checklist, *dimension, value)),
        (None, Dimension::Site) => Cell::text(labels.get("page-all-sites")),
        (None, _) => Cell::Empty,
    };
    dimensions.iter().map(cell).collect()
}
