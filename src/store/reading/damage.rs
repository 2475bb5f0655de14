//! Why a file, or a line of one, is no visit, or proves nothing.

use crate::store::message::Message;
use crate::store::verify::Problem;
use std::path::PathBuf;

/// A file, or a line of one, that is no visit.
#[derive(Clone, Debug, PartialEq)]
pub struct Damaged {
    /// The file or folder.
    pub path: PathBuf,
    /// The line, in a file of several sessions; from 1.
    pub line: Option<usize>,
    /// Why.
    pub reason: Reason,
}

/// Why something is no visit.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// It is empty.
    Empty,
    /// It ends before its JSON does.
    Truncated,
    /// It is not UTF-8.
    NotText,
    /// It is not JSON; with the parser's message.
    NotJson(String),
    /// It is larger than any session can be.
    TooLarge,
    /// It is JSON of another kind; with its format.
    Foreign(Option<String>),
    /// A field holds what no figures can be made of.
    Field(&'static str),
    /// Copies of its visit, which has this id, have different contents.
    Conflict(String),
    /// It has no seal.
    Unsealed,
    /// It was changed since it was read the first time.
    Changed,
    /// It cannot be read, is no session of this version, or its proof fails.
    Problem(Problem),
}

impl From<Problem> for Reason {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl Reason {
    /// Returns its name in files.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Truncated => "truncated",
            Self::NotText => "not_text",
            Self::NotJson(_) => "not_json",
            Self::TooLarge => "too_large",
            Self::Foreign(_) => "foreign",
            Self::Field(_) => "field",
            Self::Conflict(_) => "conflict",
            Self::Unsealed => "unsealed",
            Self::Changed => "changed",
            Self::Problem(problem) => match problem {
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

    /// Returns the message for it, which names the file only if it cannot be read.
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => ("reading-empty", vec![]),
            Self::Truncated => ("reading-truncated", vec![]),
            Self::NotText => ("reading-not-text", vec![]),
            Self::NotJson(reason) => ("reading-not-json", vec![("reason", reason.clone())]),
            Self::TooLarge => ("reading-too-large", vec![]),
            Self::Foreign(None) => ("reading-foreign", vec![]),
            Self::Foreign(Some(found)) => ("reading-foreign-format", vec![("found", found.clone())]),
            Self::Field(field) => ("reading-field", vec![("field", (*field).to_owned())]),
            Self::Conflict(id) => ("reading-conflict", vec![("id", id.clone())]),
            Self::Unsealed => ("reading-unsealed", vec![]),
            Self::Changed => ("reading-changed", vec![]),
            Self::Problem(problem) => problem.message(),
        }
    }
}

/// Sorts what is damaged by path, line and reason.
pub(super) fn sort(damaged: &mut [Damaged]) {
    damaged.sort_by(|a, b| (&a.path, a.line, a.reason.code()).cmp(&(&b.path, b.line, b.reason.code())));
}
