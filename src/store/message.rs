//! Messages of the catalogues: an id and its arguments.

/// A message's id in the catalogues, and its arguments by name.
pub type Message = (&'static str, Vec<(&'static str, String)>);

/// Formats a message for a log: its id, then each argument with its name.
pub(super) fn log_text((id, args): Message) -> String {
    args.iter().fold(id.to_owned(), |text, (name, value)| format!("{text} {name}={value:?}"))
}

/// Returns a number of bytes in mebibytes.
pub(super) fn mebibytes(bytes: u64) -> String {
    (bytes >> 20).to_string()
}
