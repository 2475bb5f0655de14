//! Spreadsheets of other programs to checklists, a module per foreign format.
//!
//! Nothing is ignored silently: what is not understood, and what is dropped, is named with its cell. A row that is wrong
//! means that nothing is imported.

pub mod columns;
pub mod own;
mod plain;
pub mod remark;
pub mod words;

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

/// Reads a checklist: an `XLSForm`, or a sheet with a question in each line.
///
/// # Errors
/// Fails if the file is no spreadsheet, or if a row of it cannot be taken.
pub fn read(file_name: &str, bytes: &[u8]) -> Result<Imported, ImportError> {
    let workbook = spreadsheet::read(bytes).map_err(ImportError::Spreadsheet)?;
    plain::import(file_name, &workbook).map_err(ImportError::Refused)
}
