//! Which files are read: those named, and those in folders named, each once however often it is named.
//!
//! In folders it is `*.json`, `*.ndjson` and `*.jsonl`, at any depth. Hidden names, links to folders
//! and the list of sites of a data folder are passed over.

use super::damage::{Damaged, Reason};
use crate::store::error::StoreError;
use crate::store::folders::is_list_of_sites;
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs::{DirEntry, FileType};
use std::path::{Component, Path, PathBuf};

/// The files to read.
#[derive(Debug, Default)]
pub(super) struct Files {
    /// The folders that they are in.
    folders: Vec<PathBuf>,
    /// Each file, by its folder and its name: paths of a million files would take too much memory.
    names: Vec<(usize, Box<OsStr>)>,
    /// What could not be looked at.
    pub(super) damaged: Vec<Damaged>,
}

/// What somebody named.
struct Named {
    /// As the system knows it.
    real: PathBuf,
    /// As it was named.
    path: PathBuf,
    is_folder: bool,
}

impl Files {
    /// Finds the files of paths.
    ///
    /// # Errors
    /// Where a path named does not exist, or is neither a file nor a folder.
    pub(super) fn find(paths: &[PathBuf]) -> Result<Self, StoreError> {
        let mut named = paths.iter().map(|path| Named::new(path)).collect::<Result<Vec<_>, _>>()?;
        named.sort_by(|a, b| (&a.real, &a.path).cmp(&(&b.real, &b.path)));
        named.dedup_by(|a, b| a.real == b.real);
        let mut files = Self::default();
        let mut linked = BTreeSet::new();
        for one in named.iter().filter(|one| !is_found(&named, &one.real, one.is_folder)) {
            if one.is_folder {
                files.search(&one.path, &named, &mut linked);
            } else {
                files.add(&one.path);
            }
        }
        Ok(files)
    }

    /// Gives the number of files.
    pub(super) fn len(&self) -> usize {
        self.names.len()
    }

    /// Gives the path of a file.
    pub(super) fn path(&self, index: usize) -> Option<PathBuf> {
        let (folder, name) = self.names.get(index)?;
        self.folders.get(*folder).map(|folder| folder.join(&**name))
    }

    /// Adds a file by its path.
    fn add(&mut self, path: &Path) {
        let name = path.file_name().unwrap_or(path.as_os_str());
        self.folders.push(path.parent().unwrap_or(Path::new("")).to_owned());
        self.names.push((self.folders.len() - 1, name.into()));
    }

    fn trouble(&mut self, path: PathBuf, error: StoreError) {
        self.damaged.push(Damaged { path, line: None, reason: Reason::Unreadable(error) });
    }

    /// Adds the files of a folder and of those in it; links to files that are not found otherwise are followed once.
    fn search(&mut self, folder: &Path, named: &[Named], linked: &mut BTreeSet<PathBuf>) {
        let mut todo = vec![folder.to_owned()];
        while let Some(folder) = todo.pop() {
            let entries = match folder.read_dir() {
                Ok(entries) => entries,
                Err(error) => {
                    let error = StoreError::system(&folder, &error);
                    self.trouble(folder, error);
                    continue;
                }
            };
            let index = self.folders.len();
            self.folders.push(folder.clone());
            for entry in entries {
                let kind = entry.and_then(|entry| entry.file_type().map(|kind| (entry, kind)));
                let (entry, kind) = match kind {
                    Ok(both) => both,
                    Err(error) => {
                        self.trouble(folder.clone(), StoreError::system(&folder, &error));
                        continue;
                    }
                };
                let name = entry.file_name();
                if is_hidden(&name) || is_list_of_sites(&folder, &name) {
                } else if kind.is_dir() {
                    todo.push(entry.path());
                } else if is_looked_at(&name) && kind.is_file() {
                    self.names.push((index, name.into_boxed_os_str()));
                } else if is_looked_at(&name) {
                    self.other(&entry, kind, named, linked);
                }
            }
        }
    }

    /// Follows a link to a file; names what is no file.
    fn other(&mut self, entry: &DirEntry, kind: FileType, named: &[Named], linked: &mut BTreeSet<PathBuf>) {
        let path = entry.path();
        if !kind.is_symlink() {
            return self.trouble(path.clone(), StoreError::NotAFile { path });
        }
        match Named::new(&path) {
            Ok(link) if link.is_folder || is_found(named, &link.real, false) => {}
            Ok(link) if named.iter().any(|one| one.real == link.real) => {}
            Ok(link) => {
                if linked.insert(link.real.clone()) {
                    self.add(&link.real);
                }
            }
            Err(error) => self.trouble(path, error),
        }
    }
}

impl Named {
    fn new(path: &Path) -> Result<Self, StoreError> {
        let failed = |error: std::io::Error| StoreError::system(path, &error);
        let kind = path.metadata().map_err(failed)?;
        if !kind.is_dir() && !kind.is_file() {
            return Err(StoreError::NotAFile { path: path.to_owned() });
        }
        let real = path.canonicalize().map_err(failed)?;
        Ok(Self { real, path: path.to_owned(), is_folder: kind.is_dir() })
    }
}

/// Tells whether searching the folders named finds a file or a folder that is in one of them.
fn is_found(named: &[Named], real: &Path, is_folder: bool) -> bool {
    let finds = |folder: &Named| {
        let Ok(below) = real.strip_prefix(&folder.real) else { return false };
        let mut parts = below.components().filter_map(|part| match part {
            Component::Normal(name) => Some(name),
            _ => None,
        });
        let is_looked_at = is_folder || below.file_name().is_some_and(is_looked_at);
        below != Path::new("") && is_looked_at && !parts.any(is_hidden)
    };
    named.iter().any(|one| one.is_folder && finds(one))
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

/// Tells whether a file of a folder is looked at, by its name.
fn is_looked_at(name: &OsStr) -> bool {
    is_lines(name) || Path::new(name).extension().is_some_and(|extension| extension == "json")
}

/// Tells whether a file's name says that each line is a session.
pub(super) fn is_lines(name: &OsStr) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension == "ndjson" || extension == "jsonl")
}
