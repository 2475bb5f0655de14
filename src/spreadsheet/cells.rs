//! Collects the cells of a sheet within bounds.

use super::{CellRemark, CellRemarkKind, LONGEST_CELL, Row, Sheet, SpreadsheetError};
use std::collections::BTreeMap;

/// The cells that are kept of a workbook, with the empty ones before others in a row.
const MOST_CELLS: usize = 2_000_000;
/// The text that is kept of a workbook, in bytes.
const MOST_TEXT: usize = 64 << 20;

/// What is left of the bounds of a workbook.
#[derive(Debug)]
pub(super) struct Budget {
    cells: usize,
    text: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self { cells: MOST_CELLS, text: MOST_TEXT }
    }
}

impl Budget {
    fn spend(&mut self, cells: usize, text: usize) -> Result<(), SpreadsheetError> {
        let left = self.cells.checked_sub(cells).zip(self.text.checked_sub(text));
        (self.cells, self.text) = left.ok_or(SpreadsheetError::TooManyCells { most: MOST_CELLS })?;
        Ok(())
    }
}

/// The cells of a sheet. A sheet that claims many costs nothing for those that are empty.
#[derive(Debug)]
pub(super) struct Cells<'b> {
    budget: &'b mut Budget,
    rows: BTreeMap<usize, Vec<String>>,
    sheet: Sheet,
}

impl<'b> Cells<'b> {
    pub(super) fn new(name: &str, hidden: bool, budget: &'b mut Budget) -> Self {
        Self { budget, rows: BTreeMap::new(), sheet: Sheet { name: name.to_owned(), hidden, ..Sheet::default() } }
    }

    /// Sets a cell; the row is numbered from 1, the column from 0. An empty one is nothing, one that is too long is named.
    pub(super) fn set(&mut self, row: usize, column: usize, text: String) -> Result<(), SpreadsheetError> {
        if text.trim().is_empty() {
            return Ok(());
        }
        if text.len() > LONGEST_CELL {
            self.remark(row, column, CellRemarkKind::TooLong);
            return Ok(());
        }
        let cells = self.rows.entry(row).or_default();
        self.budget.spend((column + 1).saturating_sub(cells.len()).max(1), text.len())?;
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        if let Some(cell) = cells.get_mut(column) {
            *cell = text;
        }
        Ok(())
    }

    pub(super) fn remark(&mut self, row: usize, column: usize, kind: CellRemarkKind) {
        self.sheet.remarks.push(CellRemark { row, column, kind });
    }

    /// Copies the text of merged cells to each of their rows that has other cells.
    pub(super) fn merge(&mut self, column: usize, first: usize, last: usize) -> Result<(), SpreadsheetError> {
        self.budget.spend(1, 0)?;
        let text = self.rows.get(&first).and_then(|cells| cells.get(column)).cloned();
        let Some(text) = text.filter(|text| !text.is_empty() && first < last) else { return Ok(()) };
        let rows: Vec<usize> = self.rows.range(first + 1..=last).map(|(row, _)| *row).collect();
        for row in rows {
            self.set(row, column, text.clone())?;
            self.sheet.repeated.insert((row, column));
        }
        Ok(())
    }

    pub(super) fn finish(self) -> Sheet {
        let rows = self.rows.into_iter().map(|(number, cells)| Row { number, cells }).collect();
        Sheet { rows, ..self.sheet }
    }
}

/// Returns a number as a spreadsheet shows it: whole ones without decimals, others with up to 15 digits.
pub(super) fn number_text(number: f64, percent: bool) -> String {
    let (number, sign) = if percent { (number * 100.0, "%") } else { (number, "") };
    format!("{}{sign}", shown_number(number))
}

/// Returns a number as a spreadsheet shows it, without what binary fractions add beyond 15 digits.
pub fn shown_number(number: f64) -> f64 {
    format!("{number:.14e}").parse().unwrap_or(number)
}

/// Returns whether a format code of numbers shows them in percent.
pub(super) fn is_percent(format: &str) -> bool {
    format.replace("\\%", "").split('"').step_by(2).any(|outside| outside.contains('%'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_as_people_read_them() {
        for (number, percent, text) in [
            (1.0, false, "1"),
            (0.1 + 0.2, false, "0.3"),
            (0.25, true, "25%"),
            (0.07, true, "7%"),
            (-2.5, false, "-2.5"),
        ] {
            assert_eq!(number_text(number, percent), text);
        }
        for (format, percent) in [("0%", true), ("0.00%", true), ("0\"%\"", false), ("0\\%", false), ("General", false)]
        {
            assert_eq!(is_percent(format), percent, "{format}");
        }
    }
}
