//! Why a spreadsheet cannot be read.

use crate::text::Message;
use crate::text::message::mebibytes;
use thiserror::Error;

/// Why a spreadsheet cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", self.message("").0)]
pub enum SpreadsheetError {
    /// It is larger than any can be, as a file or unpacked; the limit is in bytes.
    TooLarge { limit: u64 },
    /// It has, or claims, more cells or text than are read.
    TooManyCells { most: usize },
    /// It needs a password.
    Password,
    /// It is neither a spreadsheet nor delimited text.
    NotASpreadsheet,
    /// It is broken; the words are those of the library that reads it.
    Broken(String),
}

impl SpreadsheetError {
    /// Returns the id of its message and the arguments, among them the name of the file.
    pub fn message(&self, path: &str) -> Message {
        let mut args = vec![("path", path.to_owned())];
        let id = match self {
            Self::TooLarge { limit } => {
                args.push(("limit", mebibytes(*limit)));
                "spreadsheet-too-large"
            }
            Self::TooManyCells { most } => {
                args.push(("most", most.to_string()));
                "spreadsheet-too-many-cells"
            }
            Self::Password => "spreadsheet-password",
            Self::NotASpreadsheet => "spreadsheet-none",
            Self::Broken(words) => {
                args.push(("reason", words.clone()));
                "spreadsheet-broken"
            }
        };
        (id, args)
    }
}
