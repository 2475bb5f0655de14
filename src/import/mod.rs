//! Spreadsheets of other programs to checklists, a module per foreign format.
//!
//! Nothing is ignored silently: what is not understood, and what is dropped, is named with its cell. A row that is wrong
//! means that nothing is imported.

pub mod columns;
mod earlier;
pub mod own;
mod plain;
pub mod remark;
pub mod words;
mod xlsform;

pub use earlier::Library;
pub use remark::{Remark, RemarkKind};

use crate::spreadsheet::{self, SpreadsheetError};
use crate::visit::checklist::Checklist;

/// The most questions of a checklist.
pub const MOST_QUESTIONS: usize = 2000;

/// A checklist that was understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// The checklist; it has no fault.
    pub checklist: Checklist,
    /// Its document, of which the digest is made: with the fields of an exported one as its author wrote them.
    pub document: serde_json::Value,
    /// What was not understood or was dropped, in the order of the spreadsheet.
    pub doubts: Vec<Remark>,
}

/// Why nothing is imported.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportError {
    /// The file is no spreadsheet that can be read.
    Spreadsheet(SpreadsheetError),
    /// What is wrong, each with its cell; at least one.
    Refused(Vec<Remark>),
}

/// Reads a checklist that no library has: an XLSForm, or a sheet with a question in each line.
///
/// # Errors
/// Fails if the file is no spreadsheet, or if a row of it cannot be taken.
#[cfg(feature = "testing")]
pub fn read(file_name: &str, bytes: &[u8]) -> Result<Imported, ImportError> {
    read_into(&Library::EMPTY, file_name, bytes)
}

/// Reads a checklist. If the library has one with its id, it is read as the next version of that: questions that are the
/// same keep their ids, and what a spreadsheet cannot say stays as it is.
///
/// # Errors
/// Fails if the file is no spreadsheet, or if a row of it cannot be taken.
pub fn read_into(library: &Library<'_>, file_name: &str, bytes: &[u8]) -> Result<Imported, ImportError> {
    let workbook = spreadsheet::read(bytes).map_err(ImportError::Spreadsheet)?;
    let form = xlsform::import(library, file_name, &workbook);
    form.unwrap_or_else(|| plain::import(library, file_name, &workbook)).map_err(ImportError::Refused)
}
