//! Reads the first sheet of an XLSX workbook cell by cell.

use super::rows::Collector;
use crate::store::error::StoreError;
use crate::store::io_error::IoCause;
use calamine::{DataRef, Reader, SheetVisible, Xlsx, XlsxError};
use std::io::Cursor;
use std::path::Path;
use zip::ZipArchive;

/// The most that a workbook may take unpacked, in bytes.
const MOST_UNPACKED: u64 = 256 << 20;
/// The columns that are read.
const COLUMNS: usize = 100;

/// Adds the rows of the first visible sheet.
pub(super) fn read(path: &Path, bytes: &[u8], rows: &mut Collector<'_>) -> Result<(), StoreError> {
    let broken = |error: XlsxError| IoCause::System(error.to_string()).at(path);
    check_unpacked(path, bytes)?;
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let sheets = workbook.sheets_metadata().iter();
    let Some(sheet) =
        sheets.filter(|sheet| sheet.visible == SheetVisible::Visible).map(|sheet| sheet.name.clone()).next()
    else {
        return Ok(());
    };
    let mut reader = workbook.worksheet_cells_reader(&sheet).map_err(broken)?;
    let (mut row, mut cells) = (0, Vec::new());
    while let Some(cell) = reader.next_cell().map_err(broken)? {
        let (at, column) = cell.get_position();
        if at != row {
            rows.add_row(row as usize + 1, &cells);
            cells.clear();
            row = at;
        }
        let column = column as usize;
        if column < COLUMNS {
            cells.resize(cells.len().max(column + 1), String::new());
            cells.iter_mut().skip(column).take(1).for_each(|known| *known = text(cell.get_value()));
        }
    }
    rows.add_row(row as usize + 1, &cells);
    Ok(())
}

/// Fails if a workbook says that it is far larger unpacked than a list of sites can be.
fn check_unpacked(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let broken = |error: zip::result::ZipError| IoCause::System(error.to_string()).at(path);
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let mut unpacked = 0_u64;
    for index in 0..archive.len() {
        unpacked = unpacked.saturating_add(archive.by_index_raw(index).map_err(broken)?.size());
    }
    if unpacked > MOST_UNPACKED { Err(IoCause::TooLarge { limit: MOST_UNPACKED }.at(path)) } else { Ok(()) }
}

/// Returns the text of a cell; that of an error is empty.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(truth) => truth.to_string(),
        DataRef::DateTime(date) => date.to_string(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}
