//! The figures of each question as a table of typed cells: what the page and the spreadsheet both show.
//!
//! A table knows its words and what its numbers mean; how they are written is left to the format.

mod comparisons;
mod levels;
mod quality;
mod together;
pub mod written;

pub use comparisons::{behaviour_changes, blind_spots, drivers, score_changes};
pub use levels::{behaviours, ranking, scores};
pub use quality::{damaged, quality};
pub use together::{mirror, months, signals, waiting, waiting_tests};

use super::names::{Names, Words};
use crate::analysis::{Dimension, Key};

/// What the numbers of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Words.
    Text,
    /// A name of something in the rows: heads the row.
    Head,
    /// How many.
    Count,
    /// From 0 to 100.
    Percent,
    /// From 0 to 1, shown in percent.
    Share,
    /// A difference of percents.
    Points,
    /// A difference of shares, shown in points of percent.
    SharePoints,
    /// A number with one decimal.
    Decimal,
    /// A difference of such numbers.
    Difference,
    /// From 0 to 1, with two decimals.
    Coefficient,
    /// A probability.
    Probability,
    /// Seconds.
    Seconds,
    /// A month, `2026-03`.
    Month,
    /// How many are behind the figure of the column before.
    Behind,
    /// A limit of what the column before gives, its lower one; the upper follows in the next.
    Lower,
    /// See `Lower`.
    Upper,
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// What stands above it.
    pub head: String,
    /// What its numbers are.
    pub unit: Unit,
}

/// What stands in one place of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words, harmless to the eye but not escaped.
    Text(String),
    /// A number in the column's unit.
    Number(f64),
    /// No figure: the words for it, and why.
    Undefined(String, String),
    /// Nothing to say.
    Empty,
}

/// Figures in rows and columns; every row has a cell for each column.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Its name within the document.
    pub id: &'static str,
    /// What it shows.
    pub caption: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// Begins a table.
    pub fn new(id: &'static str, caption: &str) -> Self {
        Self { id, caption: caption.to_owned(), columns: Vec::new(), rows: Vec::new() }
    }

    /// Gives the table under another caption.
    pub fn titled(self, caption: &str) -> Self {
        Self { caption: caption.to_owned(), ..self }
    }

    /// Adds columns: the message above each, and what its numbers are.
    pub fn columns<const N: usize>(mut self, names: &Words<'_>, columns: [(&str, Unit); N]) -> Self {
        let columns = columns.map(|(id, unit)| Column { head: names.texts.get(id).to_owned(), unit });
        self.columns.extend(columns);
        self
    }

    /// Adds a column for each dimension of the rows' keys, in the order of dimensions.
    fn keys<'k>(mut self, names: &Names<'_>, keys: impl Iterator<Item = &'k Key>) -> (Self, Vec<Dimension>) {
        let mut found: Vec<Dimension> = keys.flat_map(|key| key.iter().map(|(dimension, _)| dimension)).collect();
        found.sort_unstable();
        found.dedup();
        let head = |dimension: &Dimension| Column { head: names.dimension(*dimension).to_owned(), unit: Unit::Head };
        self.columns.extend(found.iter().map(head));
        if found.is_empty() {
            self.columns.push(Column { head: names.get("page-of").to_owned(), unit: Unit::Head });
        }
        (self, found)
    }

    /// Adds the checklist's column, where rows are of several.
    fn checklist(mut self, names: &Names<'_>, with: bool) -> Self {
        if with {
            self.columns.push(Column { head: names.get("page-checklist").to_owned(), unit: Unit::Text });
        }
        self
    }
}

/// Of how many checklists the rows of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Of one, named elsewhere.
    OneChecklist,
    /// Of all; each row says of which.
    All,
}

impl Scope {
    /// Tells whether rows must say their checklist.
    fn says(self, names: &Names<'_>) -> bool {
        self == Self::All && names.several_checklists()
    }
}

/// Gives the cells of a key, in the order of the dimensions that the table's rows have, as a checklist calls them.
fn key_cells(names: &Names<'_>, dimensions: &[Dimension], key: &Key, checklist: &str) -> Vec<Cell> {
    if key.is_all() {
        let rest = dimensions.iter().skip(1).map(|_| Cell::Empty);
        return std::iter::once(text(names.get("page-all-visits"))).chain(rest).collect();
    }
    let cell = |dimension: &Dimension| {
        key.get(*dimension)
            .map_or_else(|| all_of(names, *dimension), |value| text(&names.value_in(checklist, *dimension, value)))
    };
    dimensions.iter().map(cell).collect()
}

fn all_of(names: &Names<'_>, dimension: Dimension) -> Cell {
    match dimension {
        Dimension::Site => text(names.get("page-all-sites")),
        _ => Cell::Empty,
    }
}

fn checklist_cell(names: &Names<'_>, with: bool, checklist: &str) -> Vec<Cell> {
    if with { vec![text(&names.checklist(checklist))] } else { Vec::new() }
}

pub fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

pub fn count(count: u64) -> Cell {
    Cell::Number(super::names::float(count))
}

pub fn number(number: Option<f64>) -> Cell {
    number.map_or(Cell::Empty, Cell::Number)
}

fn flag(names: &Names<'_>, id: &str, holds: bool) -> Cell {
    if holds { text(names.texts.get(id)) } else { Cell::Empty }
}

/// Gives a figure, or the words for there being none.
fn figure(names: &Names<'_>, value: Option<f64>, n: u64, undefined: Option<&str>) -> Cell {
    match value {
        Some(value) => Cell::Number(value),
        None => Cell::Undefined(names.undefined(n), names.reason(undefined.unwrap_or_default()).to_owned()),
    }
}

/// Says whether a difference is certain.
fn certain(names: &Names<'_>, certain: Option<bool>) -> Cell {
    match certain {
        Some(true) => text(names.get("page-certain")),
        Some(false) => text(names.get("page-noise")),
        None => Cell::Empty,
    }
}
