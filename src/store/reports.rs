//! Saves reports in the folder of reports, each under a new name.

use super::atomic;
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
    let name = |number: u32| match number {
        1 => format!("{day}_{kind}{subject}.{extension}"),
        _ => format!("{day}_{kind}{subject}_{number}.{extension}"),
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
        for (number, (subject, name)) in names.into_iter().enumerate() {
            let path = save(&folders, (day, "results", subject), "json", number.to_string().as_bytes()).unwrap();
            assert_eq!(path, place.path().join("data").join("reports").join(name));
            assert_eq!(std::fs::read_to_string(&path).unwrap(), number.to_string());
        }
        assert_eq!(folders.reports().read_dir().unwrap().count(), names.len());
    }
}
