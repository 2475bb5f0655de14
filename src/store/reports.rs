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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_leaves_the_folder_and_no_file_is_replaced() {
        let place = tempfile::TempDir::new().unwrap();
        let folders = Folders::find(Some(place.path().join("data")), Some(place.path().join("config"))).unwrap();
        folders.ensure().unwrap();
        let day = jiff::civil::date(2026, 3, 1);
        let names = [
            ("lyon-3", "2026-03-01_results_lyon-3.json"),
            ("lyon-3", "2026-03-01_results_lyon-3_2.json"),
            ("../../x", "2026-03-01_results.json"),
            ("", "2026-03-01_results_2.json"),
        ];
        for (number, (of, name)) in names.into_iter().enumerate() {
            let path = save(&folders, (day, "results", of), "json", number.to_string().as_bytes()).unwrap();
            assert_eq!(path, place.path().join("data").join("reports").join(name));
            assert_eq!(std::fs::read_to_string(&path).unwrap(), number.to_string());
        }
        assert_eq!(folders.reports().read_dir().unwrap().count(), names.len());
    }
}
