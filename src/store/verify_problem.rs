//! Why the proof of a session does not hold.

use super::error::StoreError;
use super::message::Message;
use super::session::FORMAT;

/// Why a session's proof fails.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// The file cannot be read.
    Unreadable(StoreError),
    /// It is not JSON, or not a session; with the parser's message.
    NotASession(String),
    /// An object has a key twice, the second time on a line, from 1.
    DuplicateKey { key: String, line: usize },
    /// Another version of the format.
    Format(String),
    /// The checklist is not the one that the visit was started with.
    Digest,
    /// The chain breaks at an event.
    Chain { seq: u64 },
    /// An event is not valid, or not after those before it.
    Event { seq: u64 },
    /// The events do not end the visit.
    NotOver,
    /// A field, or the row of an item in it, differs from the one derived from the events.
    Derived { field: String, item: Option<String> },
    /// The seal does not fit.
    Seal,
}

impl Problem {
    /// Returns the message for it.
    pub fn message(&self) -> Message {
        match self {
            Self::Unreadable(error) => error.message(),
            Self::NotASession(reason) => ("verify-not-a-session", vec![("reason", reason.clone())]),
            Self::DuplicateKey { key, line } => {
                ("verify-duplicate-key", vec![("key", key.clone()), ("line", line.to_string())])
            }
            Self::Format(found) => ("verify-format", vec![("found", found.clone()), ("read", FORMAT.to_owned())]),
            Self::Digest => ("verify-digest", vec![]),
            Self::Chain { seq } => ("verify-chain", vec![("seq", seq.to_string())]),
            Self::Event { seq } => ("verify-event", vec![("seq", seq.to_string())]),
            Self::NotOver => ("verify-not-over", vec![]),
            Self::Derived { field, item: None } => ("verify-derived", vec![("field", field.clone())]),
            Self::Derived { field, item: Some(item) } => {
                ("verify-derived-row", vec![("field", field.clone()), ("item", item.clone())])
            }
            Self::Seal => ("verify-seal", vec![]),
        }
    }
}
