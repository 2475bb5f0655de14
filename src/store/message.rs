//! Writes messages of the catalogues for a log.

pub use crate::text::Message;
pub(super) use crate::text::message::mebibytes;

/// Formats a message for a log: its id, then each argument with its name.
pub(super) fn log_text((id, args): Message) -> String {
    args.iter().fold(id.to_owned(), |text, (name, value)| format!("{text} {name}={value:?}"))
}
