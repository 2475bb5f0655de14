//! A fault of a document with its place in the file, and the messages that say what is wrong and how to mend it.

use super::message::{Message, mebibytes};
use super::valid_answers::answers;
use crate::visit::Response;
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
        let (what, _, args) = messages(&self.kind);
        (what, args)
    }

    /// Returns the message that says how to mend it.
    pub fn mend(&self) -> Message {
        let (_, mend, args) = messages(&self.kind);
        (mend, args)
    }

    /// Returns messages with more about it: of rows that are to be filled in, the answers that each item takes.
    pub fn details(&self) -> Vec<Message> {
        let FaultKind::Unfilled { items, .. } = &self.kind else { return Vec::new() };
        let mut groups: Vec<(&Response, Vec<&str>)> = Vec::new();
        for (item, response) in items {
            match groups.iter_mut().find(|(same, _)| answers(same) == answers(response)) {
                Some((_, group)) => group.push(item),
                None => groups.push((response, vec![item])),
            }
        }
        let message = |(response, items): (&Response, Vec<&str>)| {
            ("scenario-unfilled-items", [answers(response), vec![("items", items.join(", "))]].concat())
        };
        groups.into_iter().map(message).collect()
    }
}

/// Returns whether the search for faults ended before the document did.
pub fn may_be_more(faults: &[LocatedFault]) -> bool {
    let of_shape = |fault: &&LocatedFault| matches!(fault.kind, FaultKind::Missing { .. } | FaultKind::Type { .. });
    faults.iter().filter(of_shape).count() >= MOST
}

/// Returns the ids of both messages and their arguments.
fn messages(kind: &FaultKind) -> (&'static str, &'static str, Vec<(&'static str, String)>) {
    let id = |id: &str| vec![("id", id.to_owned())];
    match kind {
        FaultKind::Syntax { message, .. } => ("fault-syntax", "mend-syntax", vec![("message", message.clone())]),
        FaultKind::TooLarge { limit } => ("fault-too-large", "mend-too-large", vec![("limit", mebibytes(*limit))]),
        FaultKind::Format { found, read } => {
            ("fault-format", "mend-format", vec![("found", found.clone()), ("read", (*read).to_owned())])
        }
        FaultKind::Missing { field } => ("fault-missing", "mend-missing", vec![("field", field.clone())]),
        FaultKind::Type { expected } => ("fault-type", "mend-type", vec![("expected", expected.clone())]),
        FaultKind::DuplicateKey { key } => ("fault-duplicate-key", "mend-duplicate-key", vec![("key", key.clone())]),
        FaultKind::Id { found } => ("fault-id", "mend-id", vec![("found", found.clone())]),
        FaultKind::DuplicateId { id: found } => ("fault-duplicate-id", "mend-duplicate-id", id(found)),
        FaultKind::Empty => ("fault-empty", "mend-empty", vec![]),
        FaultKind::MissingText { language } => {
            ("fault-missing-text", "mend-missing-text", vec![("language", language.clone())])
        }
        FaultKind::Range { found } => ("fault-range", "mend-range", vec![("found", figure(*found))]),
        FaultKind::AboveMaximum { found, most } => {
            ("fault-too-much", "mend-too-much", vec![("found", figure(*found)), ("most", figure(*most))])
        }
        FaultKind::Blank => ("fault-blank", "mend-blank", vec![]),
        FaultKind::Scale => ("fault-scale", "mend-scale", vec![]),
        FaultKind::Bands => ("fault-bands", "mend-bands", vec![]),
        FaultKind::UnknownItem { id: item } => ("fault-unknown-item", "mend-unknown-item", id(item)),
        FaultKind::NotNumeric { id: item } => ("fault-not-numeric", "mend-not-numeric", id(item)),
        FaultKind::ForwardReference { id: item } => ("fault-forward", "mend-forward", id(item)),
        FaultKind::UnknownAnswer { value } => {
            ("fault-unknown-answer", "mend-unknown-answer", vec![("value", value.clone())])
        }
        FaultKind::SecondOutcome => ("fault-second-outcome", "mend-second-outcome", vec![]),
        FaultKind::UnknownChecklist { id: asked } => ("fault-unknown-checklist", "mend-unknown-checklist", id(asked)),
        FaultKind::OtherVersion { asked, installed } => (
            "fault-other-version",
            "mend-other-version",
            vec![("asked", asked.clone()), ("installed", installed.clone())],
        ),
        FaultKind::OutOfOrder => ("fault-backwards", "mend-backwards", vec![]),
        FaultKind::BeyondEnd { found, end } => {
            ("fault-beyond-end", "mend-beyond-end", vec![("found", figure(*found)), ("end", figure(*end))])
        }
        FaultKind::NotApplicable { id: item } => ("fault-not-asked", "mend-not-asked", id(item)),
        FaultKind::SecondReference { id: item } => ("fault-second-reference", "mend-second-reference", id(item)),
        FaultKind::NoReference { id: item } => ("fault-no-reference", "mend-no-reference", id(item)),
        FaultKind::NotAnAnswer { value, response } => (
            "fault-unknown-answer",
            "scenario-mend-answer",
            [vec![("value", value.clone())], answers(response)].concat(),
        ),
        FaultKind::Unfilled { rows, of, .. } => {
            ("scenario-unfilled", "scenario-mend-unfilled", vec![("rows", rows.to_string()), ("of", of.to_string())])
        }
    }
}

/// Writes a number; a very large one not by all its figures.
fn figure(number: f64) -> String {
    if number.abs() < 1e15 { number.to_string() } else { format!("{number:e}") }
}
