//! Finds the header of a sheet, and says what of the sheet is not read.

use crate::import::columns::{self, Column, Header};
use crate::import::own;
use crate::import::remark::{RemarkKind, Remarks};
use crate::spreadsheet::{CellPlace, Row, Sheet, column_letters};
use crate::text::{fold_name, tidy_name};

/// The rows that the header is looked for in.
const LOOKED_AT: usize = 30;

/// A column with a known header.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub(super) column: Column,
    /// The language of its texts, if the header names one.
    pub(super) language: Option<String>,
    pub(super) at: usize,
    /// Whether the header is the name that this program uses.
    pub(super) exact: bool,
}

/// What the columns of a sheet hold.
#[derive(Clone, Debug, Default)]
pub(super) struct Layout {
    /// The number of the row that names the columns; 0 without one.
    pub(super) header: usize,
    pub(super) columns: Vec<Placed>,
    /// The columns that an export adds, by their names.
    pub(super) own: Vec<(&'static str, usize)>,
    /// The language of the texts in columns that name none.
    pub(super) language: String,
    /// The only cell above the header.
    pub(super) heading: Option<String>,
}

impl Layout {
    /// Returns the columns of a kind.
    pub(super) fn of(&self, column: Column) -> impl Iterator<Item = &Placed> {
        self.columns.iter().filter(move |placed| placed.column == column)
    }

    /// Returns the languages of all texts.
    pub(super) fn languages(&self) -> Vec<&str> {
        let texts = self.columns.iter().filter(|placed| placed.column.has_languages());
        let mut all: Vec<&str> = texts.map(|placed| placed.language.as_deref().unwrap_or(&self.language)).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// Finds the layout of a sheet; `None` if it has no column of questions. A sheet alone may do without a header.
pub(super) fn find(sheet: &Sheet, alone: bool, remarks: &mut Remarks) -> Option<Layout> {
    let looked_at = || sheet.rows.iter().take(LOOKED_AT);
    let known = |row: &Row| row.cells.iter().filter_map(|cell| columns::header(cell)).collect::<Vec<_>>();
    let score = |row: &Row| {
        let known = known(row);
        let filled = row.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
        let is_header =
            known.iter().any(|header| header.column == Column::Question) && (known.len() > 1 || filled == 1);
        is_header.then_some(known.len())
    };
    let most = looked_at().filter_map(score).max();
    let Some(header) = looked_at().find(|row| most.is_some() && score(row) == most) else {
        return if alone { without_header(sheet) } else { None };
    };
    let mut layout = read_header(sheet, header, remarks);
    rows_above(sheet, header.number, &mut layout, remarks);
    cells_beside(sheet, header, remarks);
    Some(layout)
}

/// A sheet that fills a single column has a question in each row.
fn without_header(sheet: &Sheet) -> Option<Layout> {
    let filled = |row: &Row| {
        let mut filled = (0..row.cells.len()).filter(|column| !row.cell(*column).is_empty());
        filled.next().filter(|_| filled.next().is_none())
    };
    let at = filled(sheet.rows.first()?)?;
    let question = Placed { column: Column::Question, language: None, at, exact: true };
    let alone = sheet.rows.iter().all(|row| filled(row) == Some(at));
    alone.then(|| Layout { columns: vec![question], language: "fr".to_owned(), ..Layout::default() })
}

fn read_header(sheet: &Sheet, row: &Row, remarks: &mut Remarks) -> Layout {
    let mut layout = Layout { header: row.number, ..Layout::default() };
    let found: Vec<(usize, Option<Header>)> =
        row.cells.iter().enumerate().map(|(at, cell)| (at, columns::header(cell))).collect();
    let plain = |header: &&Header| !header.either && header.language.is_none();
    let has = |column: Column| {
        found.iter().filter_map(|(_, header)| header.as_ref()).filter(plain).any(|header| header.column == column)
    };
    let either = if has(Column::Question) { Column::Section } else { Column::Question };
    let mut words = Vec::new();
    // The names of this program come before those of others.
    let by_rank =
        |exact: bool| found.iter().filter(move |(_, header)| header.as_ref().is_some_and(|h| h.exact == exact));
    let mut placed: Vec<usize> = Vec::new();
    for (at, header) in by_rank(true).chain(by_rank(false)) {
        let Some(header) = header else { continue };
        let column = if header.either { either } else { header.column };
        let by_word = header.word.filter(|word| *word == "ar" && column.has_languages()).map(str::to_owned);
        let language = header.language.clone().or(by_word);
        let same = layout.of(column).find(|placed| placed.language == language);
        if let Some(first) = same {
            if fold_name(row.cell(*at)) == fold_name(row.cell(first.at)) {
                let first = column_letters(first.at);
                let header = tidy_name(row.cell(*at));
                remarks.error(sheet.place(row.number, *at), RemarkKind::SameColumn { header, first });
                placed.push(*at);
            }
            continue;
        }
        words.extend(header.word);
        placed.push(*at);
        layout.columns.push(Placed { column, language, at: *at, exact: header.exact });
    }
    for at in 0..row.cells.len() {
        let cell = row.cell(at);
        let lower = cell.to_lowercase();
        let own = lower.strip_prefix(own::PREFIX).and_then(|name| own::COLUMNS.iter().find(|own| **own == name));
        if let Some(own) = own {
            layout.own.push((own, at));
        } else if !cell.is_empty() && !placed.contains(&at) {
            remarks.doubt(sheet.place(row.number, at), RemarkKind::UnknownColumn { header: tidy_name(cell) });
        }
    }
    layout.language = language_of(&words, &layout);
    layout
}

/// Returns the language of texts whose columns name none: that of the headers, or else the one that no column names.
fn language_of(words: &[&str], layout: &Layout) -> String {
    let count = |language: &str| words.iter().filter(|word| **word == language).count();
    let named = |language: &str| layout.columns.iter().any(|placed| placed.language.as_deref() == Some(language));
    let french = match count("fr").cmp(&count("en")) {
        std::cmp::Ordering::Equal => !named("fr"),
        order => order.is_gt(),
    };
    if french { "fr" } else { "en" }.to_owned()
}

/// The only cell above the header is the title; other rows there are not read.
fn rows_above(sheet: &Sheet, header: usize, layout: &mut Layout, remarks: &mut Remarks) {
    for row in sheet.rows.iter().take_while(|row| row.number < header) {
        let filled: Vec<usize> = (0..row.cells.len()).filter(|at| !row.cell(*at).is_empty()).collect();
        let [only] = filled.as_slice() else {
            remarks.doubt(sheet.place(row.number, filled.first().copied().unwrap_or(0)), RemarkKind::RowNotRead);
            continue;
        };
        if layout.heading.is_none() {
            layout.heading = Some(tidy_name(row.cell(*only)));
        } else {
            remarks.doubt(sheet.place(row.number, *only), RemarkKind::RowNotRead);
        }
    }
}

/// Names the columns without a header that have cells.
fn cells_beside(sheet: &Sheet, header: &Row, remarks: &mut Remarks) {
    let width = sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    for at in (0..width).filter(|at| header.cell(*at).is_empty()) {
        let rows = sheet.rows.iter().filter(|row| row.number > header.number);
        let mut filled = rows.filter(|row| !row.cell(at).is_empty());
        let Some(first) = filled.next() else { continue };
        let place = CellPlace { sheet: sheet.name.clone(), row: first.number, column: at };
        remarks.doubt(place, RemarkKind::ColumnWithoutHeader { cells: 1 + filled.count() });
    }
}
