//! What the system reports about a file or a folder.

use super::message::{Message, log_text, mebibytes};
use crate::spreadsheet::SpreadsheetError;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use thiserror::Error;

/// CRC, sector, device, seek and general faults of Windows; `EIO` elsewhere.
const DISK_FAULTS: &[i32] = if cfg!(windows) { &[23, 25, 27, 29, 30, 31, 1117] } else { &[5] };
/// Too many open files, in this program or in all: `EMFILE` and `ENFILE` but on Windows.
const TOO_MANY_OPEN: &[i32] = if cfg!(windows) { &[4] } else { &[23, 24] };

/// Why a file or a folder could not be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", log_text(self.message()))]
pub struct IoError {
    pub path: PathBuf,
    pub cause: IoCause,
}

/// The reasons that have a message of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IoCause {
    /// A file stands where a folder should be.
    NotAFolder,
    /// A folder, a pipe or a device stands where a file should be.
    NotAFile,
    /// The folder above it does not exist.
    NoParent,
    /// The system refuses access.
    Denied,
    /// The disk can only be read.
    ReadOnly,
    /// The disk is full.
    Full,
    /// The disk itself reports a fault.
    Disk,
    /// Too many files are open, in this program or in all.
    TooManyOpen,
    /// There is no such file.
    Missing,
    /// Another window is still changing the file.
    InUse,
    /// The file is larger than any of its kind can be; the limit is in bytes.
    TooLarge { limit: u64 },
    /// The file is not UTF-8 text.
    NotText,
    /// The file is no spreadsheet that can be read.
    Spreadsheet(SpreadsheetError),
    /// Anything else that the system reports, in its own words.
    System(String),
}

impl IoError {
    /// Creates the error from what the system reported about a path.
    pub fn new(path: &Path, error: &io::Error) -> Self {
        Self { path: path.to_owned(), cause: IoCause::from(error) }
    }

    /// Returns the id of its message and the arguments.
    pub fn message(&self) -> Message {
        let mut args = vec![("path", self.path.display().to_string())];
        match &self.cause {
            IoCause::Spreadsheet(error) => return error.message(&self.path.display().to_string()),
            IoCause::TooLarge { limit } => args.push(("limit", mebibytes(*limit))),
            IoCause::System(words) => args.push(("reason", words.clone())),
            _ => {}
        }
        (self.cause.message_id(), args)
    }
}

impl IoCause {
    fn message_id(&self) -> &'static str {
        match self {
            Self::NotAFolder => "store-not-a-folder",
            Self::NotAFile => "store-not-a-file",
            Self::NoParent => "store-no-parent",
            Self::Denied => "store-denied",
            Self::ReadOnly => "store-read-only",
            Self::Full => "store-full",
            Self::Disk => "store-disk",
            Self::TooManyOpen => "store-too-many-open",
            Self::Missing => "store-missing",
            Self::InUse => "store-in-use",
            Self::TooLarge { .. } => "store-too-large",
            Self::NotText => "store-not-text",
            Self::Spreadsheet(_) | Self::System(_) => "store-system",
        }
    }
}

impl From<&io::Error> for IoCause {
    fn from(error: &io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound => Self::Missing,
            ErrorKind::PermissionDenied => Self::Denied,
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full,
            ErrorKind::NotADirectory => Self::NotAFolder,
            _ => match error.raw_os_error() {
                Some(number) if DISK_FAULTS.contains(&number) => Self::Disk,
                Some(number) if TOO_MANY_OPEN.contains(&number) => Self::TooManyOpen,
                _ => Self::System(system_words(error)),
            },
        }
    }
}

/// Returns the system's own words for an error, without its number.
pub fn system_words(error: &io::Error) -> String {
    let text = error.to_string();
    text.split_once(" (os error ").map(|(words, _)| words.to_owned()).unwrap_or(text)
}
