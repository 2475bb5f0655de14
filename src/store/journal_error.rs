//! Why a journal cannot be used.

use super::message::{Message, log_text};
use crate::visit::state::FoldError;
use std::path::PathBuf;
use thiserror::Error;

/// Why a journal cannot be opened, finished or removed. Nothing is changed. `id` is that of a visit.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", log_text(self.message()))]
pub enum JournalError {
    /// The id is none.
    BadId { id: String },
    /// Another window has the visit open.
    Busy { id: String },
    /// A journal that never came to hold an event.
    Empty { path: PathBuf },
    /// A journal, or a segment of one, that cannot be trusted from a line on; the line counts from 1.
    Damaged { path: PathBuf, line: usize, reason: Damage },
    /// A visit that was neither finished nor given up has no session file.
    NotOver { id: String },
    /// A correction of the visit is under way already.
    UnderWay { id: String },
    /// A journal that holds events is not thrown away.
    NotEmpty { id: String },
}

impl JournalError {
    /// Returns the id of its message and the arguments.
    pub fn message(&self) -> Message {
        match self {
            Self::BadId { id } => ("store-bad-id", vec![("id", id.clone())]),
            Self::Busy { id } => ("store-busy", vec![("id", id.clone())]),
            Self::Empty { path } => ("store-journal-empty", vec![("path", path.display().to_string())]),
            Self::Damaged { path, line, reason } => (
                "store-journal-damaged",
                vec![
                    ("path", path.display().to_string()),
                    ("line", line.to_string()),
                    ("reason", reason.name().to_owned()),
                ],
            ),
            Self::NotOver { id } => ("store-not-over", vec![("id", id.clone())]),
            Self::UnderWay { id } => ("store-under-way", vec![("id", id.clone())]),
            Self::NotEmpty { id } => ("store-not-empty", vec![("id", id.clone())]),
        }
    }
}

/// What is wrong with a line of a journal.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", self.name())]
pub enum Damage {
    /// The line is not JSON.
    NotJson,
    /// The first line is not a journal's.
    Header,
    /// Another version of the format.
    Newer(String),
    /// A segment that does not follow the one before it.
    Segment,
    /// The checklist inside cannot be read.
    Definition,
    /// The checklist inside is not the one that the visit was started with.
    OtherChecklist,
    /// The events are of another visit.
    OtherVisit,
    /// Not an event that this version knows.
    Event,
    /// The chain of fingerprints does not hold.
    Chain,
    /// An event that cannot follow those before it.
    Order(#[from] FoldError),
}

impl Damage {
    /// Returns its name, by which the catalogues choose their words.
    pub fn name(&self) -> &'static str {
        match self {
            Self::NotJson => "not-json",
            Self::Header => "header",
            Self::Newer(_) => "newer",
            Self::Segment => "segment",
            Self::Definition => "definition",
            Self::OtherChecklist => "other-checklist",
            Self::OtherVisit => "other-visit",
            Self::Event => "event",
            Self::Chain => "chain",
            Self::Order(_) => "order",
        }
    }
}
