//! Messages of the catalogues: an id and its arguments.

use std::fmt;

/// A message's id in the catalogues, and its arguments by name.
pub type Message = (&'static str, Vec<(&'static str, String)>);

/// Formats a message for a log: its id, then each argument with its name.
pub(super) fn fmt_message((id, args): &Message, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(id)?;
    args.iter().try_for_each(|(name, value)| write!(f, " {name}={value:?}"))
}

/// Returns a number of bytes in mebibytes.
pub(super) fn mebibytes(bytes: u64) -> String {
    (bytes >> 20).to_string()
}
