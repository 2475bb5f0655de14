//! Reads a workbook of Excel before 2007.

use super::cells::{Budget, Cells, number_text};
use super::{CellRemarkKind, SpreadsheetError, Workbook};
use calamine::{Data, Reader, Sheet, SheetType, SheetVisible, Xls, XlsError};
use std::io::Cursor;

/// Reads every sheet of cells.
pub(super) fn read(bytes: &[u8]) -> Result<Workbook, SpreadsheetError> {
    let mut file = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => SpreadsheetError::Password,
        other => SpreadsheetError::Broken(other.to_string()),
    })?;
    let sheets: Vec<Sheet> = file.sheets_metadata().to_vec();
    let mut budget = Budget::default();
    let mut workbook = Workbook::default();
    for sheet in sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        let mut cells = Cells::new(&sheet.name, sheet.visible != SheetVisible::Visible, &mut budget);
        let Ok(range) = file.worksheet_range(&sheet.name) else { continue };
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let (row, column) = (row + top as usize + 1, column + left as usize);
            let text = match value {
                Data::Int(number) => number.to_string(),
                Data::Float(number) => number_text(*number, false),
                Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
                Data::Bool(truth) => truth.to_string(),
                Data::DateTime(date) => date.to_string(),
                Data::Error(error) => {
                    cells.remark(row, column, CellRemarkKind::Error(error.to_string()));
                    continue;
                }
                _ => continue,
            };
            cells.set(row, column, text)?;
        }
        workbook.sheets.push(cells.finish());
    }
    Ok(workbook)
}
