//! Media that are plugged in, as the system shows them: a USB stick with the visits of a class.

use std::path::{Path, PathBuf};

/// A folder in which a system shows media, and how many folders below it each of them is.
pub type Place = (PathBuf, usize);

/// Where systems show media; `/media` holds them itself, or a folder of them for each user.
const PLACES: [(&str, usize); 4] = [("/run/media", 2), ("/media", 1), ("/media", 2), ("/Volumes", 1)];

/// Returns the folders of media that can be read, in order. On Windows these are the drives from D on.
pub fn find() -> Vec<PathBuf> {
    let mut places: Vec<Place> = PLACES.iter().map(|(folder, below)| (PathBuf::from(folder), *below)).collect();
    if cfg!(windows) {
        places.extend(('D'..='Z').map(|letter| (PathBuf::from(format!("{letter}:\\")), 0)));
    }
    find_in(&places, is_mounted)
}

/// Returns the folders of media in some places that can be read and hold something, in order. A link is no medium: what it
/// leads to is one itself, or lies elsewhere. `is_mounted` tells whether a folder is the top of a file system.
pub fn find_in(places: &[Place], is_mounted: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> =
        places.iter().flat_map(|(folder, below)| folders(folder, *below)).filter(|it| holds(it)).collect();
    found.sort();
    found.dedup();
    let all = found.clone();
    let inside = |inner: &Path, outer: &Path| inner != outer && inner.starts_with(outer);
    // A folder of media is none itself, and a folder on a medium is no other medium.
    found.retain(|folder| {
        let in_medium = all.iter().any(|other| inside(folder, other) && is_mounted(other));
        let of_media = !is_mounted(folder) && all.iter().any(|other| inside(other, folder));
        !in_medium && !of_media
    });
    found
}

/// Returns the folders so many levels below one.
fn folders(folder: &Path, below: usize) -> Vec<PathBuf> {
    if below == 0 {
        return vec![folder.to_owned()];
    }
    // Where one place is a link to another, its media are the other's.
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let entries = folder.read_dir().into_iter().flatten().filter_map(Result::ok);
    let inner = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    inner.flat_map(|entry| folders(&entry.path(), below - 1)).collect()
}

/// Returns whether a folder can be read and is not empty.
fn holds(folder: &Path) -> bool {
    folder.read_dir().is_ok_and(|mut entries| entries.next().is_some())
}

#[cfg(unix)]
fn is_mounted(folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let device = |folder: &Path| folder.metadata().map(|metadata| metadata.dev()).ok();
    folder.parent().is_some_and(|above| device(folder) != device(above))
}

#[cfg(not(unix))]
fn is_mounted(_: &Path) -> bool {
    false
}
