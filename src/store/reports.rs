//! Saves reports in the folder of reports, each under a new name.

use super::atomic::{self, numbered};
use super::error::StoreError;
use super::folders::{Folders, make_folder};
use crate::visit::checklist::is_id;
use jiff::civil::Date;
use std::path::PathBuf;

/// Writes a report and returns its path. The file name consists of the day, `kind`, and `subject` if that is an id. No file
/// is ever replaced.
///
/// # Errors
/// Fails if the folder cannot be created or written; no partial file is left.
pub fn save(
    folders: &Folders,
    (day, kind, subject): (Date, &str, &str),
    extension: &str,
    bytes: &[u8],
) -> Result<PathBuf, StoreError> {
    let folder = folders.reports();
    make_folder(&folder)?;
    let subject = if is_id(subject) { format!("_{subject}") } else { String::new() };
    let stem = format!("{day}_{kind}{subject}");
    atomic::write_new(&folder, |n| format!("{}.{extension}", numbered(&stem, '_', n)), |_| bytes.to_vec())
}
