//! Small JSON files of the program that people may also edit.

use super::atomic;
use super::error::{AtPath, StoreError};
use super::json::{self, MOST};
use serde::Serialize;
use std::path::Path;

/// Reads a text file; `None` if it does not exist.
pub(super) fn read_if_exists(path: &Path) -> Result<Option<String>, StoreError> {
    match json::read_text(path, MOST) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.is_missing() => Ok(None),
        Err(error) => Err(error),
    }
}

/// Returns a value as indented JSON with a line break at its end; `path` is for errors.
pub(super) fn to_text(path: &Path, value: &impl Serialize) -> Result<String, StoreError> {
    Ok(serde_json::to_string_pretty(value).at(path)? + "\n")
}

/// Writes a value as indented JSON.
pub(super) fn write(path: &Path, value: &impl Serialize) -> Result<(), StoreError> {
    atomic::write(path, to_text(path, value)?.as_bytes())
}
