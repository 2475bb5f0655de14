//! The sheets of a form: which they are, where their headers are, and what each column holds.

use super::headers::{Column, Field};
use super::types::{RowType, row_type};
use crate::spreadsheet::{CellPlace, Row, Sheet, Workbook};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// How many rows may be above the headers.
const ABOVE_HEADERS: usize = 20;

/// The sheets of a form.
#[derive(Debug)]
pub(super) struct Sheets<'w> {
    pub(super) survey: Cow<'w, Sheet>,
    pub(super) choices: Option<Cow<'w, Sheet>>,
    pub(super) settings: Option<Cow<'w, Sheet>>,
    /// Those that are not part of it.
    pub(super) others: Vec<Cow<'w, Sheet>>,
}

impl<'w> Sheets<'w> {
    /// Finds the sheets of a form; `None` if a workbook is no form.
    pub(super) fn find(workbook: &'w Workbook) -> Option<Self> {
        let sheets = match workbook.sheets.as_slice() {
            [sheet] => sheets_in(sheet).unwrap_or_else(|| vec![Cow::Borrowed(sheet)]),
            sheets => sheets.iter().map(Cow::Borrowed).collect(),
        };
        let has_choices = sheets.iter().any(|sheet| is_named(sheet, "choices"));
        let is_survey =
            |sheet: &Sheet| is_named(sheet, "survey") && (has_choices || headers(sheet, &[Field::Type]).is_some());
        let looks_like_survey = |sheet: &Sheet| {
            headers(sheet, &[Field::Type, Field::Name, Field::Label]).is_some() && {
                let table = Table::new(sheet, Field::Type);
                table.rows.iter().any(|row| row_type(table.cell(row, Field::Type)) != RowType::Unknown)
            }
        };
        let survey = (sheets.iter().position(|sheet| is_survey(sheet)))
            .or_else(|| sheets.iter().position(|sheet| looks_like_survey(sheet)))?;
        let mut sheets = sheets;
        let survey = sheets.remove(survey);
        let mut take = |name: &str| {
            let found = sheets.iter().position(|sheet| is_named(sheet, name))?;
            Some(sheets.remove(found))
        };
        let (choices, settings) = (take("choices"), take("settings"));
        sheets.retain(|sheet| !sheet.rows.is_empty());
        Some(Self { survey, choices, settings, others: sheets })
    }
}

fn is_named(sheet: &Sheet, name: &str) -> bool {
    sheet.name.trim().eq_ignore_ascii_case(name)
}

/// Returns the row of headers that has these fields.
fn headers<'s>(sheet: &'s Sheet, fields: &[Field]) -> Option<&'s Row> {
    let is_header = |row: &&Row| {
        let has = |field: &Field| row.cells.iter().any(|cell| Column::parse(0, cell).field == *field);
        fields.iter().all(has)
    };
    sheet.rows.iter().take(ABOVE_HEADERS).find(is_header)
}

/// Splits a sheet that names others in its first column, as a form in delimited text does.
fn sheets_in<'w>(sheet: &Sheet) -> Option<Vec<Cow<'w, Sheet>>> {
    if !sheet.rows.iter().any(|row| row.cell(0).eq_ignore_ascii_case("survey")) {
        return None;
    }
    let mut sheets: Vec<Sheet> = Vec::new();
    for row in &sheet.rows {
        if !row.cell(0).is_empty() {
            sheets.push(Sheet { name: row.cell(0).to_lowercase(), ..Sheet::default() });
        }
        let mut row = row.clone();
        if let Some(first) = row.cells.first_mut() {
            first.clear();
        }
        if let Some(sheet) = sheets.last_mut()
            && row.cells.iter().any(|cell| !cell.trim().is_empty())
        {
            sheet.rows.push(row);
        }
    }
    Some(sheets.into_iter().map(Cow::Owned).collect())
}

/// A sheet with its columns.
#[derive(Debug)]
pub(super) struct Table<'s> {
    sheet: &'s Sheet,
    header_row: usize,
    pub(super) columns: Vec<Column>,
    /// The rows above the headers.
    pub(super) above: Vec<&'s Row>,
    /// The rows below them.
    pub(super) rows: Vec<&'s Row>,
}

impl<'s> Table<'s> {
    /// Finds the headers of a sheet: the first row that has one of these fields, or else the first row.
    pub(super) fn new(sheet: &'s Sheet, field: Field) -> Self {
        let header = headers(sheet, &[field]).or_else(|| sheet.rows.first());
        let header_row = header.map_or(1, |row| row.number);
        let cells = header.map_or(&[][..], |row| &row.cells);
        let mut columns: Vec<Column> = (cells.iter().enumerate())
            .filter(|(_, cell)| !cell.trim().is_empty())
            .map(|(index, cell)| Column::parse(index, cell))
            .collect();
        let rows: Vec<&Row> = sheet.rows.iter().filter(|row| row.number > header_row).collect();
        let widest = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
        let with_header: HashSet<usize> = columns.iter().map(|column| column.index).collect();
        for index in 0..widest {
            if !with_header.contains(&index) && rows.iter().any(|row| !row.cell(index).is_empty()) {
                columns.push(Column::parse(index, ""));
            }
        }
        let above = sheet.rows.iter().filter(|row| row.number < header_row).collect();
        Self { sheet, header_row, columns, above, rows }
    }

    pub(super) fn place(&self, row: usize, column: usize) -> CellPlace {
        self.sheet.place(row, column)
    }

    /// Returns the place of the header of a column.
    pub(super) fn header_place(&self, column: usize) -> CellPlace {
        self.place(self.header_row, column)
    }

    /// Returns the header of the column at a position.
    pub(super) fn header(&self, column: usize) -> &str {
        self.columns.iter().find(|known| known.index == column).map_or("", |known| &known.header)
    }

    /// Returns the columns of a field.
    pub(super) fn of(&self, field: Field) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(move |column| column.field == field)
    }

    /// Returns the cell of a field without languages; empty if there is no such column.
    pub(super) fn cell(&self, row: &'s Row, field: Field) -> &'s str {
        self.of(field).next().map_or("", |column| row.cell(column.index))
    }

    /// Returns the place of the cell of a field, or of the beginning of the row.
    pub(super) fn place_of(&self, row: usize, field: Field) -> CellPlace {
        let column = self.of(field).next().or_else(|| self.of(Field::Type).next());
        self.place(row, column.map_or(0, |column| column.index))
    }

    /// Returns the pairs of columns that hold the same.
    pub(super) fn duplicates(&self) -> Vec<(&Column, &Column)> {
        let mut seen: HashMap<(Field, Option<&str>), &Column> = HashMap::new();
        let mut pairs = Vec::new();
        for column in &self.columns {
            if matches!(column.field, Field::Unknown | Field::WithoutCounterpart) {
                continue;
            }
            let key = (column.field, column.language.as_deref());
            match seen.get(&key) {
                Some(first) => pairs.push((*first, column)),
                None => drop(seen.insert(key, column)),
            }
        }
        pairs
    }
}

/// Returns the numbers of rows as people write them: `2, 5–8, 12`.
pub(super) fn rows_text(rows: &[usize]) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for row in rows {
        match runs.last_mut() {
            Some((_, last)) if *last == *row => {}
            Some((_, last)) if *last + 1 == *row => *last = *row,
            _ => runs.push((*row, *row)),
        }
    }
    let text = |(first, last): &(usize, usize)| match last - first {
        0 => first.to_string(),
        1 => format!("{first}, {last}"),
        _ => format!("{first}–{last}"),
    };
    runs.iter().map(text).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_written_as_ranges() {
        for (rows, text) in
            [(&[][..], ""), (&[2], "2"), (&[2, 3], "2, 3"), (&[2, 3, 4, 7], "2–4, 7"), (&[1, 3, 3, 4, 5], "1, 3–5")]
        {
            assert_eq!(rows_text(rows), text);
        }
    }
}
