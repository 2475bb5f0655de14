//! Reads a workbook of Excel since 2007, cell by cell.

use super::cells::{Budget, Cells, is_percent, number_text};
use super::{CellRemarkKind, SpreadsheetError, Workbook};
use calamine::{DataRef, ExcelDateTime, Reader, Sheet, SheetType, SheetVisible, Xlsx, XlsxError};
use std::io::{Cursor, Read, copy, sink};
use zip::ZipArchive;

/// The most that a workbook may take unpacked, in bytes.
const MOST_UNPACKED: u64 = 256 << 20;

/// Reads every sheet of cells.
pub(super) fn read(bytes: &[u8]) -> Result<Workbook, SpreadsheetError> {
    check_unpacked(bytes)?;
    let mut file = Xlsx::new(Cursor::new(bytes)).map_err(error)?;
    let sheets: Vec<Sheet> = file.sheets_metadata().to_vec();
    let mut budget = Budget::default();
    let mut workbook = Workbook::default();
    for sheet in sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        let mut cells = Cells::new(&sheet.name, sheet.visible != SheetVisible::Visible, &mut budget);
        read_cells(&mut file, &sheet.name, &mut cells)?;
        for region in file.merge_cells_by_sheet_name(&sheet.name).map_err(error)? {
            let row = |row: u32| row as usize + 1;
            cells.merge(region.start.1 as usize, row(region.start.0), row(region.end.0))?;
        }
        workbook.sheets.push(cells.finish());
    }
    Ok(workbook)
}

fn read_cells(file: &mut Xlsx<Cursor<&[u8]>>, name: &str, cells: &mut Cells<'_>) -> Result<(), SpreadsheetError> {
    let mut reader = file.worksheet_cells_reader(name).map_err(error)?;
    let in_percent: Vec<bool> = reader
        .styles()
        .iter()
        .map(|style| style.number_format.as_ref().is_some_and(|format| is_percent(&format.format_code)))
        .collect();
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(error)? {
        let (row, column) = cell.get_position();
        let (row, column) = (row as usize + 1, column as usize);
        let percent = in_percent.get(style).copied().unwrap_or_default();
        let text = match cell.get_value() {
            DataRef::Int(number) => number.to_string(),
            DataRef::Float(number) => number_text(*number, percent),
            DataRef::String(text) => text.clone(),
            DataRef::SharedString(text) => (*text).to_owned(),
            DataRef::Bool(truth) => truth.to_string(),
            DataRef::DateTime(date) => {
                cells.remark(row, column, CellRemarkKind::Date);
                date_text(*date)
            }
            DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
                cells.remark(row, column, CellRemarkKind::Date);
                text.clone()
            }
            DataRef::Error(error) => {
                cells.remark(row, column, CellRemarkKind::Error(error.to_string()));
                continue;
            }
            DataRef::Empty => continue,
        };
        cells.set(row, column, text)?;
    }
    Ok(())
}

/// Fails if a workbook is far larger unpacked than a list can be.
pub(super) fn check_unpacked(bytes: &[u8]) -> Result<(), SpreadsheetError> {
    unpack(bytes, MOST_UNPACKED)
}

/// Unpacks an archive that claims no more than a number of bytes, and fails if it has more all the same.
fn unpack(bytes: &[u8], most: u64) -> Result<(), SpreadsheetError> {
    let broken = |words: &dyn std::fmt::Display| SpreadsheetError::Broken(words.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let mut claimed = 0_u64;
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).map_err(|error| broken(&error))?;
        claimed = claimed.saturating_add(entry.size());
    }
    if claimed > most {
        return Err(SpreadsheetError::TooLarge { limit: most });
    }
    let mut left = most;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|error| broken(&error))?;
        let unpacked = copy(&mut entry.take(left + 1), &mut sink()).map_err(|error| broken(&error))?;
        left = left.checked_sub(unpacked).ok_or(SpreadsheetError::TooLarge { limit: most })?;
    }
    Ok(())
}

fn error(error: XlsxError) -> SpreadsheetError {
    match error {
        XlsxError::Password => SpreadsheetError::Password,
        // An archive of another program, such as a document or a sheet of Numbers.
        XlsxError::FileNotFound(part) if part.contains(".rels") => SpreadsheetError::NotASpreadsheet,
        other => SpreadsheetError::Broken(other.to_string()),
    }
}

/// Returns a date, with its time if it has one.
pub(super) fn date_text(date: ExcelDateTime) -> String {
    let (year, month, day, hour, minute, ..) = date.to_ymd_hms_milli();
    let time = if (hour, minute) == (0, 0) { String::new() } else { format!(" {hour:02}:{minute:02}") };
    format!("{year:04}-{month:02}-{day:02}{time}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    #[test]
    fn what_an_archive_claims_is_not_believed() {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        archive.start_file("a", SimpleFileOptions::default()).unwrap();
        archive.write_all(&vec![0; 100_000]).unwrap();
        let mut bytes = archive.finish().unwrap().into_inner();
        let too_large = Err(SpreadsheetError::TooLarge { limit: 1_000 });
        assert_eq!(unpack(&bytes, 1_000), too_large);
        assert_eq!(unpack(&bytes, 100_000), Ok(()));
        let size = 100_000_u32.to_le_bytes();
        while let Some(at) = bytes.windows(4).position(|bytes| bytes == size) {
            bytes[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
        }
        assert!(unpack(&bytes, 1_000).is_err());
    }
}
