//! Saves reports and visits for people, each under a new name: no file is ever replaced.

use super::atomic::{self, numbered};
use super::error::{AtPath, StoreError};
use super::folders::{Folders, make_folder};
use super::io_error::IoCause;
use super::json;
use crate::visit::checklist::is_id;
use jiff::civil::Date;
use std::path::{Path, PathBuf};

/// Writes a report to the folder of reports, which is created if it is missing. As [`save_in`].
///
/// # Errors
/// Fails if the folder cannot be created or written; no partial file is left.
pub fn save(folders: &Folders, name: (Date, &str, &str), extension: &str, bytes: &[u8]) -> Result<PathBuf, StoreError> {
    save_in(&reports_folder(folders)?, name, extension, bytes)
}

/// Writes a report to a folder and returns its path. The file name consists of the day, `kind`, and `subject` if that is
/// an id.
///
/// # Errors
/// Fails if the folder does not exist or cannot be written; no partial file is left.
pub fn save_in(
    folder: &Path,
    (day, kind, subject): (Date, &str, &str),
    extension: &str,
    bytes: &[u8],
) -> Result<PathBuf, StoreError> {
    check_folder(folder)?;
    let subject = if is_id(subject) { format!("_{subject}") } else { String::new() };
    let stem = format!("{day}_{kind}{subject}");
    atomic::write_new(folder, |n| format!("{}.{extension}", numbered(&stem, '_', n)), |_| bytes.to_vec())
}

/// Copies a session file to a folder and returns the path of the copy: under its own name, or if another file has that,
/// with a number. A copy that is there already is left as it is.
///
/// # Errors
/// Fails if the file cannot be read, or if the folder does not exist or cannot be written.
pub fn copy(file: &Path, folder: &Path) -> Result<PathBuf, StoreError> {
    check_folder(folder)?;
    let bytes = json::read_bytes(file, json::MOST)?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let stem = name.strip_suffix(".json").unwrap_or(&name);
    let name = |number: u32| match number {
        1 => format!("{stem}.json"),
        // `_2` is how the name of a correction ends.
        _ => format!("{stem} ({number}).json"),
    };
    let same = |path: &PathBuf| json::read_bytes(path, json::MOST).is_ok_and(|there| there == bytes);
    match Some(folder.join(name(1))).filter(same) {
        Some(there) => Ok(there),
        None => atomic::write_new(folder, name, |_| bytes.clone()),
    }
}

/// Returns the folder of reports, which is created if it is missing.
///
/// # Errors
/// Fails if the folder cannot be created.
pub fn reports_folder(folders: &Folders) -> Result<PathBuf, StoreError> {
    let folder = folders.reports();
    make_folder(&folder)?;
    Ok(folder)
}

fn check_folder(folder: &Path) -> Result<(), StoreError> {
    match folder.metadata() {
        Ok(there) if there.is_dir() => Ok(()),
        Ok(_) => Err(IoCause::NotAFolder.at(folder)),
        Err(error) => Err(error).at(folder),
    }
}
