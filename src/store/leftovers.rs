//! Finds what does not belong in the program's folders: what a crash left there, and what no program of ours can use.
//!
//! Nothing is changed or removed.

use super::folders::Folders;
use super::journal::is_busy;
use super::journal_reader::{check_id, parse_name};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// The length of the random end of a temporary name, as `atomic-write-file` makes it.
const RANDOM_END: usize = 6;

/// A file that does not belong where it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Leftover {
    pub kind: LeftoverKind,
    pub path: PathBuf,
}

/// What a leftover is, and so what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftoverKind {
    /// The journal of a visit that no window has open: the visit can be resumed.
    Journal,
    /// A lock file or a draft without a journal.
    WithoutJournal,
    /// A file that was being written.
    Temporary,
    /// A pipe, a socket or a device, which is never opened.
    Special,
    /// A name that is not Unicode: the file counts, but cannot be named exactly.
    Name,
}

impl LeftoverKind {
    /// Returns the message that names a file of this kind.
    pub fn message(self) -> &'static str {
        match self {
            Self::Journal => "leftover-journal",
            Self::WithoutJournal => "leftover-without-journal",
            Self::Temporary => "leftover-temporary",
            Self::Special => "leftover-special",
            Self::Name => "leftover-name",
        }
    }
}

/// Returns the leftovers of the data folder and the configuration folder, by kind and path. What cannot be read is passed
/// over.
pub fn find(folders: &Folders) -> Vec<Leftover> {
    let mut found: Vec<Leftover> = [folders.data(), folders.config()]
        .into_iter()
        .flat_map(|folder| WalkDir::new(folder).min_depth(1))
        .filter_map(Result::ok)
        .filter_map(|entry| kind(folders, &entry).map(|kind| Leftover { kind, path: entry.into_path() }))
        .collect();
    found.sort();
    // One folder may lie in the other.
    found.dedup();
    found
}

fn kind(folders: &Folders, entry: &DirEntry) -> Option<LeftoverKind> {
    let file_type = entry.file_type();
    if !(file_type.is_file() || file_type.is_dir() || file_type.is_symlink()) {
        return Some(LeftoverKind::Special);
    }
    let Some(name) = entry.file_name().to_str() else { return Some(LeftoverKind::Name) };
    if !file_type.is_file() {
        return None;
    }
    if is_temporary(name) {
        return Some(LeftoverKind::Temporary);
    }
    if entry.path().parent() != Some(&folders.unfinished()) {
        return None;
    }
    if let Some((id, number)) = parse_name(name) {
        return (number == 1 && !is_busy(folders, id)).then_some(LeftoverKind::Journal);
    }
    let id = name.strip_suffix(".lock").or_else(|| name.strip_suffix(".draft"))?;
    let has_journal = || folders.unfinished().join(format!("{id}.journal")).exists();
    (check_id(id).is_ok() && !has_journal() && !is_busy(folders, id)).then_some(LeftoverKind::WithoutJournal)
}

/// Returns whether a name is one under which files are written before they get their own.
fn is_temporary(name: &str) -> bool {
    let Some(name) = name.strip_prefix('.') else { return false };
    let has_random_end = |name: &str| {
        let (own, end) = name.rsplit_once('.')?;
        let is_random = end.len() == RANDOM_END && end.bytes().all(|byte| byte.is_ascii_alphanumeric());
        Some(is_random && Path::new(own).extension().and_then(OsStr::to_str).is_some())
    };
    let is_claim = name.strip_suffix(".claim").is_some();
    name.starts_with("esprit-") || is_claim || has_random_end(name).unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_files_being_written_are_temporary() {
        for (name, expected) in [
            (".esprit-812-0.new", true),
            (".2026-03-01T1002_lyon-3_1a2b3c4d.json.claim", true),
            (".settings.json.Ab3dE9", true),
            (".sites.json.lock", false),
            (".DS_Store", false),
            (".hidden.folder", false),
            ("settings.json.Ab3dE9", false),
        ] {
            assert_eq!(is_temporary(name), expected, "{name}");
        }
    }
}
