//! Spreadsheets to cells: XLSX, XLS, ODS, and delimited text of any encoding.
//!
//! It knows nothing of what the cells say. Files are hostile: their size, what they unpack to and the cells that they
//! claim are bounded before any memory is taken for them.

mod cells;
mod delimited;
mod encoding;
mod error;
mod ods;
mod place;
mod xls;
mod xlsx;

pub use cells::shown_number;
pub use encoding::decode;
pub use error::SpreadsheetError;
pub use place::{CellPlace, column_letters};

use cells::{Budget, Cells};
use std::collections::HashSet;

/// The largest file, in bytes.
pub const MOST_BYTES: u64 = 16 << 20;

/// The most characters of a cell, as in Excel.
pub const MOST_CELL_CHARS: usize = 32_767;

/// The longest cell that is read, in bytes: letters of up to four.
const LONGEST_CELL: usize = 4 * MOST_CELL_CHARS;

/// What a spreadsheet holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workbook {
    /// The sheets in their order, hidden ones too. Delimited text is one sheet without a name.
    pub sheets: Vec<Sheet>,
}

impl Workbook {
    /// Returns the first sheet that is not hidden.
    pub fn first_visible(&self) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| !sheet.hidden)
    }
}

/// A sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its name; empty for delimited text.
    pub name: String,
    /// Whether the program that made it hides it.
    pub hidden: bool,
    /// The rows that are not empty.
    pub rows: Vec<Row>,
    /// The cells, by the number of their row and their column, that repeat the text of a merged one above them.
    pub repeated: HashSet<(usize, usize)>,
    /// What is to be said of single cells, in the order of the file.
    pub remarks: Vec<CellRemark>,
}

impl Sheet {
    /// Returns the place of a cell.
    pub fn place(&self, row: usize, column: usize) -> CellPlace {
        CellPlace { sheet: self.name.clone(), row, column }
    }
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its number from 1, as a spreadsheet shows it; in delimited text, the line that it begins at.
    pub number: usize,
    /// Its cells. Rows are of different lengths.
    pub cells: Vec<String>,
}

impl Row {
    /// Returns a cell without spaces at its ends; empty if there is none.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.trim())
    }
}

/// What is to be said of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellRemark {
    /// The number of the row.
    pub row: usize,
    /// The column, from 0.
    pub column: usize,
    /// What is to be said.
    pub kind: CellRemarkKind,
}

/// What is to be said of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellRemarkKind {
    /// A quotation mark is not closed; the row was left out.
    OpenQuote,
    /// It is longer than a cell can be; it was left out.
    TooLong,
    /// A formula of it failed: `#DIV/0!`. The cell is empty.
    Error(String),
    /// It holds a date, which a spreadsheet may have made of something else: `1-3`.
    Date,
}

/// Reads a spreadsheet. What it is shows in its bytes, whatever its name.
///
/// # Errors
/// Fails if it is too large or broken, needs a password, or is no spreadsheet.
pub fn read(bytes: &[u8]) -> Result<Workbook, SpreadsheetError> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(SpreadsheetError::TooLarge { limit: MOST_BYTES });
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return if ods::is_ods(bytes) { ods::read(bytes) } else { xlsx::read(bytes) };
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return xls::read(bytes);
    }
    read_text(bytes)
}

fn read_text(bytes: &[u8]) -> Result<Workbook, SpreadsheetError> {
    let text = decode(bytes);
    let is_json =
        text.trim_start().starts_with(['{', '[']) && serde_json::from_str::<serde::de::IgnoredAny>(&text).is_ok();
    // Binary files, and the pages that some programs save as spreadsheets.
    let beginning = text.trim_start().get(..5).unwrap_or_default().to_ascii_lowercase();
    if is_json
        || text.contains('\0')
        || ["<html", "<!doc", "<?xml", "<tabl", "%pdf-", "{\\rtf"].contains(&beginning.as_str())
    {
        return Err(SpreadsheetError::NotASpreadsheet);
    }
    let mut budget = Budget::default();
    let mut cells = Cells::new("", false, &mut budget);
    for row in delimited::rows(&text) {
        match row.cells {
            Some(texts) => {
                for (column, text) in texts.into_iter().enumerate() {
                    cells.set(row.line, column, text)?;
                }
            }
            None => cells.remark(row.line, 0, CellRemarkKind::OpenQuote),
        }
    }
    Ok(Workbook { sheets: vec![cells.finish()] })
}
