//! Messages of the catalogues: an id and its arguments.

/// A message's id in the catalogues, and its arguments by name.
pub type Message = (&'static str, Vec<(&'static str, String)>);

/// Returns a number of bytes in mebibytes.
pub(crate) fn mebibytes(bytes: u64) -> String {
    (bytes >> 20).to_string()
}
