//! What can go wrong with files, as values. The words for people are in the catalogues, under the ids of the messages.

use super::document_error::DocumentError;
use super::io_error::{IoCause, IoError};
use super::journal_error::JournalError;
use super::located_fault::LocatedFault;
use super::message::Message;
use super::name_list_error::NameListError;
use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why files could not be read or written. Nothing that was saved before is lost by any of these.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum StoreError {
    /// The system names no folder for a user's data.
    #[error("{}", self.message().0)]
    NoHome,
    /// A file or a folder could not be used.
    #[error(transparent)]
    Io(#[from] IoError),
    /// A journal could not be used.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// Another document could not be used.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// A list of sites or observers was not changed.
    #[error(transparent)]
    Names(#[from] NameListError),
}

impl IoCause {
    /// Returns the error of a path.
    pub fn at(self, path: impl Into<PathBuf>) -> StoreError {
        StoreError::Io(IoError { path: path.into(), cause: self })
    }
}

/// Names the path in an error of the system.
pub(super) trait AtPath<T> {
    fn at(self, path: impl AsRef<Path>) -> Result<T, StoreError>;
}

impl<T, E: Into<io::Error>> AtPath<T> for Result<T, E> {
    fn at(self, path: impl AsRef<Path>) -> Result<T, StoreError> {
        self.map_err(|error| StoreError::system(path.as_ref(), &error.into()))
    }
}

impl StoreError {
    /// Creates an error from what the system reported about a path.
    #[must_use]
    pub fn system(path: &Path, error: &io::Error) -> Self {
        IoError::new(path, error).into()
    }

    /// Returns whether a file or a folder does not exist.
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Io(IoError { cause: IoCause::Missing, .. }))
    }

    /// Returns the faults of the document that could not be used; none for any other error.
    pub fn faults(&self) -> &[LocatedFault] {
        match self {
            Self::Document(error) => error.faults(),
            _ => &[],
        }
    }

    /// Returns the id of its message and the arguments.
    pub fn message(&self) -> Message {
        match self {
            Self::NoHome => ("store-no-home", vec![]),
            Self::Io(error) => error.message(),
            Self::Journal(error) => error.message(),
            Self::Document(error) => error.message(),
            Self::Names(error) => error.message(),
        }
    }
}
