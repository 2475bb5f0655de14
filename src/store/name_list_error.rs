//! Why a list of sites or observers is not changed as a person wants it.

use super::message::{Message, log_text};
use std::path::PathBuf;
use thiserror::Error;

/// Why a list is not changed. Nothing was written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", log_text(self.message()))]
pub enum NameListError {
    /// The name or the id is that of a known one.
    Taken { name: String, by: String, id: String },
    /// The one to be renamed stands in the user's own list: its name, the file and the line.
    RenameListed(String, PathBuf, usize),
    /// The one to be removed stands in the user's own list.
    RemoveListed(String, PathBuf, usize),
    /// One of the two to be merged is merged already.
    AlreadyMerged { name: String, into: String, id: String },
    /// Both to be merged are the same.
    SameOne(String),
    /// Others are merged into the one to be removed: their ids.
    HasMerged { name: String, merged: String },
    /// No list has the one to be removed.
    NotKept(String),
    /// A file is neither text nor a workbook that can be read.
    NotAList(PathBuf),
    /// No line of the file to import can be used.
    NothingToImport(PathBuf),
}

impl NameListError {
    /// Returns the id of its message and the arguments.
    pub fn message(&self) -> Message {
        let listed = |name: &String, path: &PathBuf, line: &usize| {
            vec![("name", name.clone()), ("path", path.display().to_string()), ("line", line.to_string())]
        };
        match self {
            Self::Taken { name, by, id } => {
                ("names-taken", vec![("name", name.clone()), ("by", by.clone()), ("id", id.clone())])
            }
            Self::RenameListed(name, path, line) => ("names-rename-listed", listed(name, path, line)),
            Self::RemoveListed(name, path, line) => ("names-remove-listed", listed(name, path, line)),
            Self::AlreadyMerged { name, into, id } => {
                ("names-already-merged", vec![("name", name.clone()), ("into", into.clone()), ("id", id.clone())])
            }
            Self::SameOne(name) => ("names-same-one", vec![("name", name.clone())]),
            Self::HasMerged { name, merged } => {
                ("names-has-merged", vec![("name", name.clone()), ("merged", merged.clone())])
            }
            Self::NotAList(path) => ("names-not-a-list", vec![("path", path.display().to_string())]),
            Self::NothingToImport(path) => ("names-nothing-to-import", vec![("path", path.display().to_string())]),
            Self::NotKept(name) => ("names-not-kept", vec![("name", name.clone())]),
        }
    }
}
