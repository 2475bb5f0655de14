//! The files that figures are written into: made once, whole, under a name that is free.

use super::atomic;
use super::error::StoreError;
use super::folders::{Folders, make_folder};
use crate::visit::checklist::is_id;
use jiff::civil::Date;
use std::path::PathBuf;

/// Writes a report into the folder of reports; gives its path. The name says the day, what it is, and what it is of
/// where that is an id. No file is ever replaced.
///
/// # Errors
/// Where the folder cannot be made or written; no part of a file is left then.
pub fn save(
    folders: &Folders,
    (day, what, of): (Date, &str, &str),
    ending: &str,
    bytes: &[u8],
) -> Result<PathBuf, StoreError> {
    let folder = folders.reports();
    make_folder(&folder)?;
    let of = if is_id(of) { format!("_{of}") } else { String::new() };
    let name = |number: u32| match number {
        1 => format!("{day}_{what}{of}.{ending}"),
        _ => format!("{day}_{what}{of}_{number}.{ending}"),
    };
    atomic::write_new(&folder, name, |_| bytes.to_vec())
}
