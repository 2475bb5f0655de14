//! What a user can choose a file from: the folders where files usually are, and what is in a folder.

use super::error::{AtPath, StoreError};
use super::removable_media;
use crate::text::NameOrder;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// The most folders and files that are listed of a folder.
const MOST: usize = 5000;

/// What a folder holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FolderContents {
    /// The folder.
    pub folder: PathBuf,
    /// The folders in it, by name.
    pub folders: Vec<PathBuf>,
    /// The files in it that can be chosen, by name.
    pub files: Vec<PathBuf>,
    /// Whether it holds more than is listed.
    pub is_cut: bool,
}

/// Lists a folder: its folders, and the files with one of some extensions. What is hidden is left out, and so are the
/// files that spreadsheet programs put beside an open one.
///
/// # Errors
/// Fails if the folder cannot be read.
pub fn list(folder: &Path, extensions: &[&str]) -> Result<FolderContents, StoreError> {
    let mut contents = FolderContents { folder: folder.to_owned(), ..FolderContents::default() };
    for entry in folder.read_dir().at(folder)?.filter_map(Result::ok) {
        if is_hidden(&entry.file_name()) {
            continue;
        }
        let path = entry.path();
        let kept = match path.metadata() {
            Ok(there) if there.is_dir() => &mut contents.folders,
            Ok(there) if there.is_file() && has_extension(&path, extensions) => &mut contents.files,
            _ => continue,
        };
        kept.push(path);
        if contents.folders.len() + contents.files.len() == MOST {
            contents.is_cut = true;
            break;
        }
    }
    let name = |path: &PathBuf| NameOrder::new(&path.file_name().unwrap_or_default().to_string_lossy());
    contents.folders.sort_by_cached_key(name);
    contents.files.sort_by_cached_key(name);
    Ok(contents)
}

/// Returns the first of the usual folders that holds a file with one of some extensions.
pub fn first_with(extensions: &[&str]) -> Option<FolderContents> {
    let mut contents = usual_folders().into_iter().filter_map(|folder| list(&folder, extensions).ok());
    contents.find(|contents| !contents.files.is_empty())
}

/// Returns the folders to begin with: documents, downloads, desktop, the home folder, then drives and removable media.
pub fn places() -> Vec<PathBuf> {
    let home = directories::UserDirs::new().map(|dirs| dirs.home_dir().to_owned());
    usual_folders().into_iter().chain(home).chain(drives()).chain(removable_media::find()).collect()
}

fn usual_folders() -> Vec<PathBuf> {
    let Some(dirs) = directories::UserDirs::new() else { return Vec::new() };
    let folders = [dirs.document_dir(), dirs.download_dir(), dirs.desktop_dir()];
    folders.into_iter().flatten().filter(|folder| folder.is_dir()).map(Path::to_owned).collect()
}

/// Returns the top of the file system; on Windows, the drive of the system, since the other ones are among the media.
fn drives() -> Option<PathBuf> {
    let top = if cfg!(windows) { "C:\\" } else { "/" };
    Some(PathBuf::from(top)).filter(|top| top.is_dir())
}

fn is_hidden(name: &OsStr) -> bool {
    [b".".as_slice(), b"~$", b"$"].iter().any(|start| name.as_encoded_bytes().starts_with(start))
}

fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    path.extension().is_some_and(|own| extensions.iter().any(|extension| own.eq_ignore_ascii_case(extension)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_folder_shows_its_folders_and_the_files_that_can_be_chosen() {
        let place = tempfile::tempdir().unwrap();
        for folder in ["b", "é", ".hidden"] {
            fs::create_dir(place.path().join(folder)).unwrap();
        }
        for file in ["z.xlsx", "A.CSV", "~$z.xlsx", ".z.csv", "note.txt", "csv"] {
            fs::write(place.path().join(file), "").unwrap();
        }
        let contents = list(place.path(), &["xlsx", "csv"]).unwrap();
        let names = |paths: &[PathBuf]| -> Vec<String> {
            paths.iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect()
        };
        assert_eq!(
            (names(&contents.folders), names(&contents.files)),
            (vec!["b".into(), "é".into()], vec!["A.CSV".into(), "z.xlsx".into()])
        );
        assert!(!contents.is_cut);
        assert!(list(&place.path().join("z.xlsx"), &[]).is_err());
    }
}
