//! A fault of a document with its place in the file, and the messages that say what is wrong and how to mend it.

use super::message::{Message, mebibytes};
use crate::visit::validate::FaultKind;

/// More faults of shape than this are not looked for.
pub(super) const MOST: usize = 100;

/// A fault and its place in the file.
#[derive(Clone, Debug, PartialEq)]
pub struct LocatedFault {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// The path inside the document: `sections[0].items[3].weight`.
    pub path: String,
    /// What is wrong.
    pub kind: FaultKind,
}

impl LocatedFault {
    /// Returns a fault of the file as a whole.
    pub fn at_start(kind: FaultKind) -> Self {
        Self { line: 1, column: 1, path: String::new(), kind }
    }

    /// Returns the message that says what is wrong.
    pub fn message(&self) -> Message {
        let (what, _) = ids(&self.kind);
        (what, args(&self.kind))
    }

    /// Returns the message that says how to mend it.
    pub fn mend(&self) -> Message {
        let (_, mend) = ids(&self.kind);
        (mend, args(&self.kind))
    }
}

/// Returns whether the search for faults ended before the document did.
pub fn may_be_more(faults: &[LocatedFault]) -> bool {
    let of_shape = |fault: &&LocatedFault| matches!(fault.kind, FaultKind::Missing { .. } | FaultKind::Type { .. });
    faults.iter().filter(of_shape).count() >= MOST
}

fn ids(kind: &FaultKind) -> (&'static str, &'static str) {
    match kind {
        FaultKind::Syntax { .. } => ("fault-syntax", "mend-syntax"),
        FaultKind::TooLarge { .. } => ("fault-too-large", "mend-too-large"),
        FaultKind::Format { .. } => ("fault-format", "mend-format"),
        FaultKind::Missing { .. } => ("fault-missing", "mend-missing"),
        FaultKind::Type { .. } => ("fault-type", "mend-type"),
        FaultKind::DuplicateKey { .. } => ("fault-duplicate-key", "mend-duplicate-key"),
        FaultKind::Id { .. } => ("fault-id", "mend-id"),
        FaultKind::DuplicateId { .. } => ("fault-duplicate-id", "mend-duplicate-id"),
        FaultKind::Empty => ("fault-empty", "mend-empty"),
        FaultKind::MissingText { .. } => ("fault-missing-text", "mend-missing-text"),
        FaultKind::Range { .. } => ("fault-range", "mend-range"),
        FaultKind::AboveMaximum { .. } => ("fault-too-much", "mend-too-much"),
        FaultKind::Blank => ("fault-blank", "mend-blank"),
        FaultKind::Scale => ("fault-scale", "mend-scale"),
        FaultKind::Bands => ("fault-bands", "mend-bands"),
        FaultKind::UnknownItem { .. } => ("fault-unknown-item", "mend-unknown-item"),
        FaultKind::ForwardReference { .. } => ("fault-forward", "mend-forward"),
        FaultKind::UnknownAnswer { .. } => ("fault-unknown-answer", "mend-unknown-answer"),
        FaultKind::SecondOutcome => ("fault-second-outcome", "mend-second-outcome"),
        FaultKind::UnknownChecklist { .. } => ("fault-unknown-checklist", "mend-unknown-checklist"),
        FaultKind::OtherVersion { .. } => ("fault-other-version", "mend-other-version"),
        FaultKind::OutOfOrder => ("fault-backwards", "mend-backwards"),
        FaultKind::BeyondEnd { .. } => ("fault-beyond-end", "mend-beyond-end"),
        FaultKind::NotApplicable { .. } => ("fault-not-asked", "mend-not-asked"),
        FaultKind::SecondReference { .. } => ("fault-second-reference", "mend-second-reference"),
        FaultKind::NoReference { .. } => ("fault-no-reference", "mend-no-reference"),
    }
}

fn args(kind: &FaultKind) -> Vec<(&'static str, String)> {
    match kind {
        FaultKind::Syntax { message, .. } => vec![("message", message.clone())],
        FaultKind::TooLarge { limit } => vec![("limit", mebibytes(*limit))],
        FaultKind::Format { found, read } => vec![("found", found.clone()), ("read", (*read).to_owned())],
        FaultKind::Id { found } => vec![("found", found.clone())],
        FaultKind::Missing { field } => vec![("field", field.clone())],
        FaultKind::Type { expected } => vec![("expected", expected.clone())],
        FaultKind::DuplicateKey { key } => vec![("key", key.clone())],
        FaultKind::DuplicateId { id }
        | FaultKind::UnknownItem { id }
        | FaultKind::ForwardReference { id }
        | FaultKind::UnknownChecklist { id }
        | FaultKind::NotApplicable { id }
        | FaultKind::SecondReference { id }
        | FaultKind::NoReference { id } => vec![("id", id.clone())],
        FaultKind::OtherVersion { asked, installed } => {
            vec![("asked", asked.clone()), ("installed", installed.clone())]
        }
        FaultKind::BeyondEnd { found, end } => vec![("found", figure(*found)), ("end", figure(*end))],
        FaultKind::MissingText { language } => vec![("language", language.clone())],
        FaultKind::Range { found } => vec![("found", figure(*found))],
        FaultKind::AboveMaximum { found, most } => vec![("found", figure(*found)), ("most", figure(*most))],
        FaultKind::UnknownAnswer { value } => vec![("value", value.clone())],
        FaultKind::Empty
        | FaultKind::Blank
        | FaultKind::Scale
        | FaultKind::Bands
        | FaultKind::SecondOutcome
        | FaultKind::OutOfOrder => Vec::new(),
    }
}

/// Writes a number; a very large one not by all its figures.
fn figure(number: f64) -> String {
    if number.abs() < 1e15 { number.to_string() } else { format!("{number:e}") }
}
