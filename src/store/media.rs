//! Media that are plugged in, as the system shows them: a USB stick with the visits of a class.

use std::path::{Path, PathBuf};

/// Where systems show media: the folder, and how many folders below it each of them is.
const PLACES: [(&str, usize); 4] = [("/run/media", 2), ("/media", 1), ("/media", 2), ("/Volumes", 1)];

/// Gives the folders of media that can be read, in order. On Windows these are the drives from D on.
#[must_use]
pub fn find() -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> =
        PLACES.iter().flat_map(|(folder, below)| folders(Path::new(folder), *below)).filter(|it| holds(it)).collect();
    if cfg!(windows) {
        found.extend(('D'..='Z').map(|letter| PathBuf::from(format!("{letter}:\\"))).filter(|drive| holds(drive)));
    }
    found.sort();
    found.dedup();
    // A user's folder that holds media is none itself.
    let all = found.clone();
    found.retain(|folder| !all.iter().any(|other| other != folder && other.starts_with(folder)));
    found
}

/// Gives the folders so many levels below one.
fn folders(folder: &Path, below: usize) -> Vec<PathBuf> {
    if below == 0 {
        return vec![folder.to_owned()];
    }
    let entries = folder.read_dir().into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path());
    entries.filter(|path| path.is_dir()).flat_map(|path| folders(&path, below - 1)).collect()
}

/// Tells whether something can be read there.
fn holds(folder: &Path) -> bool {
    folder.read_dir().is_ok_and(|mut entries| entries.next().is_some())
}
