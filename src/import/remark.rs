//! What is to be said of a cell that is imported, or is not.

use crate::spreadsheet::CellPlace;
use crate::text::Message;

/// What is to be said of a cell, a row, a column or the whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    /// The cell; `None` if it is the whole file.
    pub place: Option<CellPlace>,
    /// What is to be said.
    pub kind: RemarkKind,
}

impl Remark {
    /// Returns what is to be said of a cell.
    pub fn at(place: CellPlace, kind: RemarkKind) -> Self {
        Self { place: Some(place), kind }
    }

    /// Returns the message that says it, without the place.
    pub fn message(&self) -> Message {
        self.kind.message()
    }
}

/// What is to be said; the catalogues have a message for each. Texts of the spreadsheet are as they stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RemarkKind {
    /// The file has no question.
    NoQuestion,
}

impl RemarkKind {
    /// Returns the id of its message and the arguments.
    pub fn message(&self) -> Message {
        match self {
            Self::NoQuestion => ("import-no-question", vec![]),
        }
    }
}
