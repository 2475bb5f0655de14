//! Finds the header of a sheet, and says what of the sheet is not read.

use super::answer_columns::AnswerColumns;
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
    /// The columns that are headed by answers.
    pub(super) answers: AnswerColumns,
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

    /// Decides by the cells what headers that mean several things mean here.
    fn settle(&mut self, sheet: &Sheet) {
        let is_number = |cell: &str| cell.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-'));
        let cells = |at: usize| {
            let rows = sheet.rows.iter().filter(|row| row.number > self.header);
            rows.map(|row| row.cell(at)).filter(|cell| !cell.is_empty()).collect::<Vec<_>>()
        };
        let alone = |column: Column| {
            let mut all = self.of(column).map(|placed| placed.at);
            all.next().filter(|_| all.next().is_none())
        };
        let mut moves = Vec::new();
        // `Item | Description`: a number and its question.
        if let (Some(question), Some(how), None) = (alone(Column::Question), alone(Column::How), alone(Column::Number))
            && cells(question).iter().all(|cell| is_number(cell))
            && !cells(how).is_empty()
        {
            moves.extend([(question, Column::Number), (how, Column::Question)]);
        }
        // `Barème` with the points of each answer.
        if let (Some(weight), None) = (alone(Column::Weight), alone(Column::Answers))
            && !cells(weight).is_empty()
            && cells(weight).iter().all(|cell| cell.chars().filter(|c| c.is_alphabetic()).count() > 2)
        {
            moves.push((weight, Column::Answers));
        }
        for (at, column) in moves {
            self.columns.iter_mut().filter(|placed| placed.at == at).for_each(|placed| placed.column = column);
        }
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
            known.iter().any(|header| header.column == Column::Question) && (alone || known.len() > 1 || filled == 1);
        is_header.then_some(known.len())
    };
    let scores: Vec<Option<usize>> = looked_at().map(score).collect();
    let most = scores.iter().flatten().max();
    let header = looked_at().zip(&scores).find(|(_, score)| most.is_some() && score.as_ref() == most);
    let Some((header, _)) = header else {
        return if alone { without_header(sheet) } else { None };
    };
    let mut layout = read_header(sheet, header, remarks);
    rows_above(sheet, header.number, &mut layout, remarks);
    cells_beside(sheet, header, &layout, remarks);
    layout.settle(sheet);
    Some(layout)
}

/// A sheet that fills a single column has a question in each row.
fn without_header(sheet: &Sheet) -> Option<Layout> {
    let filled = |row: &Row| {
        let mut filled = (0..row.cells.len()).filter(|column| !row.cell(*column).is_empty());
        filled.next().filter(|_| filled.next().is_none())
    };
    if let Some(numbered) = numbered_without_header(sheet) {
        return Some(numbered);
    }
    let at = filled(sheet.rows.first()?)?;
    let question = Placed { column: Column::Question, language: None, at, exact: true };
    let alone = sheet.rows.iter().all(|row| filled(row) == Some(at));
    alone.then(|| Layout { columns: vec![question], language: "fr".to_owned(), ..Layout::default() })
}

/// A sheet that fills two columns, the first with numbers, has a question in each row too.
fn numbered_without_header(sheet: &Sheet) -> Option<Layout> {
    let filled = |row: &Row| (0..row.cells.len()).filter(|column| !row.cell(*column).is_empty()).collect::<Vec<_>>();
    let first = filled(sheet.rows.first()?);
    let [number, question] = first.as_slice() else { return None };
    let is_number = |cell: &str| cell.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ')' | '°' | '-'));
    let is_worded = |cell: &str| cell.chars().any(char::is_alphabetic);
    let is_line = |row: &Row| filled(row) == first && is_number(row.cell(*number)) && is_worded(row.cell(*question));
    let placed = |column, at: usize| Placed { column, language: None, at, exact: true };
    let columns = vec![placed(Column::Number, *number), placed(Column::Question, *question)];
    let layout = || Layout { columns, language: "fr".to_owned(), ..Layout::default() };
    sheet.rows.iter().all(is_line).then(layout)
}

/// Returns the answers that the second row of a header names, which has nothing else.
fn answers_below(sheet: &Sheet, header: &Row) -> Option<(usize, AnswerColumns)> {
    let below = sheet.rows.iter().find(|row| row.number > header.number)?;
    let answers = AnswerColumns::find(below);
    let is_answer = |at: usize| below.cell(at).is_empty() || answers.at.contains(&at);
    ((0..below.cells.len()).all(is_answer) && answers.at.len() > 1).then_some((below.number, answers))
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
    layout.answers = AnswerColumns::find(row);
    if layout.answers.is_empty()
        && let Some((number, answers)) = answers_below(sheet, row)
    {
        (layout.header, layout.answers) = (number, answers);
    }
    let of_answers = layout.answers.at.clone();
    let mut words = Vec::new();
    // The names of this program come before those of others.
    let by_rank =
        |exact: bool| found.iter().filter(move |(_, header)| header.as_ref().is_some_and(|h| h.exact == exact));
    let mut placed: Vec<usize> = Vec::new();
    for (at, header) in by_rank(true).chain(by_rank(false)) {
        let Some(header) = header.as_ref().filter(|_| !of_answers.contains(at)) else { continue };
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
        } else if !cell.is_empty() && !placed.contains(&at) && !of_answers.contains(&at) {
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
fn cells_beside(sheet: &Sheet, header: &Row, layout: &Layout, remarks: &mut Remarks) {
    let width = sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    for at in (0..width).filter(|at| header.cell(*at).is_empty() && !layout.answers.at.contains(at)) {
        let rows = sheet.rows.iter().filter(|row| row.number > layout.header);
        let mut filled = rows.filter(|row| !row.cell(at).is_empty());
        let Some(first) = filled.next() else { continue };
        let place = CellPlace { sheet: sheet.name.clone(), row: first.number, column: at };
        remarks.doubt(place, RemarkKind::ColumnWithoutHeader { cells: 1 + filled.count() });
    }
}
