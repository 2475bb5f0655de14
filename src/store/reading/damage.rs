//! Why a file, or a line of one, gives no visit.

use crate::store::error::{Message, StoreError};
use crate::store::session::FORMAT;
use crate::store::verify::Problem;
use std::path::PathBuf;

/// A file, or a line of one, that gives no visit.
#[derive(Clone, Debug, PartialEq)]
pub struct Damaged {
    /// The file or folder.
    pub path: PathBuf,
    /// The line, in a file of several sessions; from 1.
    pub line: Option<usize>,
    /// Why.
    pub reason: Reason,
}

/// Why something gives no visit.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// It cannot be read.
    Unreadable(StoreError),
    /// There is nothing in it.
    Empty,
    /// It ends before its JSON does.
    Truncated,
    /// It is not UTF-8.
    NotText,
    /// It is not JSON; with the parser's words.
    NotJson(String),
    /// It is larger than any session can be.
    TooLarge,
    /// It is JSON of another kind; with the format that it names.
    Foreign(Option<String>),
    /// It is a session of another version; with its format.
    FutureVersion(String),
    /// It lacks what a session has; with the parser's words.
    NotASession(String),
    /// A field holds what cannot be reckoned with.
    Field(&'static str),
    /// It is not what it was when it was looked at the first time.
    Changed,
    /// It does not prove what it says.
    Unproved(Problem),
}

impl Reason {
    /// Gives its name in files.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "unreadable",
            Self::Empty => "empty",
            Self::Truncated => "truncated",
            Self::NotText => "not_text",
            Self::NotJson(_) => "not_json",
            Self::TooLarge => "too_large",
            Self::Foreign(_) => "foreign",
            Self::FutureVersion(_) => "future_version",
            Self::NotASession(_) => "not_a_session",
            Self::Field(_) => "field",
            Self::Changed => "changed",
            Self::Unproved(problem) => match problem {
                Problem::Unreadable(_) => "unreadable",
                Problem::NotASession(_) => "not_a_session",
                Problem::DuplicateKey { .. } => "duplicate_key",
                Problem::Format(_) => "future_version",
                Problem::Digest => "digest",
                Problem::Chain { .. } => "chain",
                Problem::Event { .. } => "event",
                Problem::NotOver => "not_over",
                Problem::Derived { .. } => "derived",
                Problem::Seal => "seal",
            },
        }
    }

    /// Gives the message that says so; it does not name the file, but where the disk says why.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Unreadable(error) => error.message(),
            Self::Empty => ("reading-empty", vec![]),
            Self::Truncated => ("reading-truncated", vec![]),
            Self::NotText => ("reading-not-text", vec![]),
            Self::NotJson(reason) => ("reading-not-json", vec![("reason", reason.clone())]),
            Self::TooLarge => ("reading-too-large", vec![]),
            Self::Foreign(None) => ("reading-foreign", vec![]),
            Self::Foreign(Some(found)) => ("reading-foreign-format", vec![("found", found.clone())]),
            Self::FutureVersion(found) => {
                ("verify-format", vec![("found", found.clone()), ("read", FORMAT.to_owned())])
            }
            Self::NotASession(reason) => ("verify-not-a-session", vec![("reason", reason.clone())]),
            Self::Field(field) => ("reading-field", vec![("field", (*field).to_owned())]),
            Self::Changed => ("reading-changed", vec![]),
            Self::Unproved(problem) => problem.message(),
        }
    }
}
