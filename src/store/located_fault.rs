//! A fault of a document with its place in the file, and the messages that say what is wrong and how to mend it.

use super::message::Message;
use crate::visit::Response;
use crate::visit::fault_message::answers;
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
        self.kind.message()
    }

    /// Returns the message that says how to mend it.
    pub fn mend(&self) -> Message {
        self.kind.mend()
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
