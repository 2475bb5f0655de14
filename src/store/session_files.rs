//! Finds session files: those named, and those in folders named, each once however often it is named.
//!
//! In folders these are `*.json`, `*.ndjson` and `*.jsonl` at any depth. Hidden names, links to folders and the list of
//! sites of a data folder are skipped.

use super::error::{AtPath, StoreError};
use super::folders::is_list_of_names;
use super::io_error::IoCause;
use super::session_names;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// The files found.
#[derive(Debug, Default)]
pub(super) struct SessionFiles {
    /// The folders that they are in.
    folders: Vec<PathBuf>,
    /// The folder and the name of each file; whole paths of a million files would take too much memory.
    names: Vec<(usize, Box<OsStr>)>,
    /// What in the folders cannot be read.
    pub(super) unreadable: Vec<(PathBuf, StoreError)>,
}

/// A path that exists.
struct Named {
    /// The canonical path.
    real: PathBuf,
    /// The path as it was named.
    path: PathBuf,
    is_folder: bool,
}

impl SessionFiles {
    /// Finds the files of paths, in the paths' order, then by folder and name.
    ///
    /// # Errors
    /// Where a path does not exist, or is neither a file nor a folder.
    pub(super) fn find(paths: &[PathBuf]) -> Result<Self, StoreError> {
        let (files, missing) = Self::find_existing(paths);
        missing.into_iter().next().map_or(Ok(files), |(_, error)| Err(error))
    }

    /// As [`SessionFiles::find`], but returns the paths that cannot be used beside the files of the others.
    pub(super) fn find_existing(paths: &[PathBuf]) -> (Self, Vec<(PathBuf, StoreError)>) {
        let (mut named, mut missing) = (Vec::new(), Vec::new());
        for path in paths {
            match Named::new(path) {
                Ok(one) => named.push(one),
                Err(error) => missing.push((path.clone(), error)),
            }
        }
        let mut known = BTreeSet::new();
        named.retain(|one| known.insert(one.real.clone()));
        let folders: Vec<&Path> = named.iter().filter(|one| one.is_folder).map(|one| one.real.as_path()).collect();
        let mut files = Self::default();
        for one in named.iter().filter(|one| !is_walked(&folders, &one.real, one.is_folder)) {
            if one.is_folder {
                files.add_folder(&one.path, &folders, &mut known);
            } else {
                files.add(&one.path);
            }
        }
        (files, missing)
    }

    pub(super) fn len(&self) -> usize {
        self.names.len()
    }

    /// Returns the path of the file with an index, which is below [`SessionFiles::len`].
    #[expect(clippy::indexing_slicing, reason = "indexes come from this list, and it only grows")]
    pub(super) fn path(&self, index: usize) -> PathBuf {
        let (folder, name) = &self.names[index];
        self.folders[*folder].join(&**name)
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = PathBuf> {
        (0..self.len()).map(|index| self.path(index))
    }

    /// Returns the files whose names say that they are corrections, by the number of the correction.
    pub(super) fn corrections(&self) -> BTreeMap<u32, Vec<usize>> {
        let mut files: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for file in 0..self.len() {
            if let Some(number) = self.correction(file) {
                files.entry(number).or_default().push(file);
            }
        }
        files
    }

    /// Returns the number in the name of a file, if it says that the file is a correction.
    pub(super) fn correction(&self, file: usize) -> Option<u32> {
        let (_, name) = self.names.get(file)?;
        session_names::number(name.to_str()?)
    }

    fn add(&mut self, path: &Path) {
        let folder = path.parent().unwrap_or(Path::new(""));
        if self.folders.last().is_none_or(|last| last != folder) {
            self.folders.push(folder.to_owned());
        }
        self.names.push((self.folders.len() - 1, path.file_name().unwrap_or(path.as_os_str()).into()));
    }

    /// Adds the files of a folder and of those in it. A link is followed to a file that is not in `known` yet.
    fn add_folder(&mut self, folder: &Path, folders: &[&Path], known: &mut BTreeSet<PathBuf>) {
        let first = self.names.len();
        for entry in walk(WalkDir::new(folder)) {
            match entry {
                Ok(entry) if entry.file_type().is_file() => self.add(entry.path()),
                Ok(entry) => match Named::new(entry.path()) {
                    Ok(link) if link.is_folder || is_walked(folders, &link.real, false) => {}
                    Ok(link) if known.insert(link.real.clone()) => self.add(&link.real),
                    Ok(_) => {}
                    Err(error) => self.unreadable.push((entry.into_path(), error)),
                },
                Err(unreadable) => self.unreadable.push(unreadable),
            }
        }
        let Self { folders, names, .. } = self;
        let (_, added) = names.split_at_mut(first);
        added.sort_by(|a, b| (folders.get(a.0), &a.1).cmp(&(folders.get(b.0), &b.1)));
    }
}

impl Named {
    fn new(path: &Path) -> Result<Self, StoreError> {
        let kind = path.metadata().at(path)?;
        if !kind.is_dir() && !kind.is_file() {
            return Err(IoCause::NotAFile.at(path));
        }
        let real = path.canonicalize().at(path)?;
        Ok(Self { real, path: path.to_owned(), is_folder: kind.is_dir() })
    }
}

/// Walks the session files of a folder, and the links and special files named like one; `Err` holds what cannot be read.
pub(super) fn walk(folder: WalkDir) -> impl Iterator<Item = Result<DirEntry, (PathBuf, StoreError)>> {
    let is_of_interest = |entry: &DirEntry| {
        let folder = entry.path().parent().unwrap_or(Path::new(""));
        entry.depth() == 0 || !(is_hidden(entry.file_name()) || is_list_of_names(folder, entry.file_name()))
    };
    let entries = folder.into_iter().filter_entry(is_of_interest).map(|entry| {
        entry.map_err(|error| {
            let path = error.path().unwrap_or(Path::new("")).to_owned();
            let error = StoreError::system(&path, &error.into_io_error().unwrap_or_else(|| ErrorKind::Other.into()));
            (path, error)
        })
    });
    entries.filter(|entry| {
        entry.as_ref().map_or(true, |entry| !entry.file_type().is_dir() && has_session_name(entry.file_name()))
    })
}

/// Returns whether walking `folders` comes to a file or a folder inside one of them.
fn is_walked(folders: &[&Path], real: &Path, is_folder: bool) -> bool {
    folders.iter().any(|folder| {
        let Ok(below) = real.strip_prefix(folder) else { return false };
        let mut parts = below.components();
        let has_name = is_folder || below.file_name().is_some_and(has_session_name);
        below != Path::new("")
            && has_name
            && !parts.any(|part| matches!(part, Component::Normal(name) if is_hidden(name)))
    })
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

fn has_session_name(name: &OsStr) -> bool {
    let path = Path::new(name);
    has_lines(path) || path.extension().is_some_and(|extension| extension == "json")
}

/// Returns whether a file's name says that each of its lines is a session.
pub(super) fn has_lines(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "ndjson" || extension == "jsonl")
}
