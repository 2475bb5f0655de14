//! The kind of a file, by the format that it names, whatever else is wrong with it.

use super::error::{AtPath, StoreError};
use super::json;
use std::io::Read;
use std::path::Path;

/// How much of a file is read, in bytes; a format is named long before.
const MOST: u64 = 8 << 20;

/// The kind of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// One visit or more.
    Session,
    /// A scenario.
    Scenario,
    /// Something else, or nothing.
    Other,
}

impl FileKind {
    /// Detects the kind of a file, of whatever version.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn detect(path: &Path) -> Result<Self, StoreError> {
        let mut bytes = Vec::new();
        json::open(path)?.take(MOST).read_to_end(&mut bytes).at(path)?;
        Ok(Self::of(&String::from_utf8_lossy(&bytes)))
    }

    /// Returns the kind of the first format in a text that is a session's or a scenario's. Inside a string, the field's
    /// name would end in `\"`.
    fn of(text: &str) -> Self {
        let mut formats = text.split("\"format\"").skip(1).filter_map(|rest| {
            let value = rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
            let is = |kind: &str| value.strip_prefix(kind).is_some_and(|rest| rest.starts_with('/'));
            match () {
                () if is("esprit.session") => Some(Self::Session),
                () if is("esprit.scenario") => Some(Self::Scenario),
                () => None,
            }
        });
        formats.next().unwrap_or(Self::Other)
    }
}
