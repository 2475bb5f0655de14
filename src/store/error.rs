//! What can go wrong with files, as values. The words for people are in the catalogues, under the ids given here.

use super::located_fault::LocatedFault;
use super::message::mebibytes;

pub use super::message::Message;
use crate::visit::state::FoldError;
use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why the disk could not do what was asked. Nothing that was saved before is lost by any of these.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum StoreError {
    /// The system names no folder for a user's data.
    #[error("no home folder")]
    NoHome,
    /// A file stands where a folder should be.
    #[error("{} is not a folder", path.display())]
    NotAFolder {
        /// Where.
        path: PathBuf,
    },
    /// A folder, a pipe or a device stands where a file should be.
    #[error("{} is not an ordinary file", path.display())]
    NotAFile {
        /// Where.
        path: PathBuf,
    },
    /// The folder above the data folder does not exist.
    #[error("{}: its parent folder does not exist", path.display())]
    NoParent {
        /// What was asked for.
        path: PathBuf,
    },
    /// The system refuses access.
    #[error("{}: permission denied", path.display())]
    Denied {
        /// Where.
        path: PathBuf,
    },
    /// The disk can only be read.
    #[error("{}: read-only", path.display())]
    ReadOnly {
        /// Where.
        path: PathBuf,
    },
    /// The disk is full.
    #[error("{}: no space left", path.display())]
    Full {
        /// Where.
        path: PathBuf,
    },
    /// The disk itself reports a fault.
    #[error("{}: disk error", path.display())]
    Disk {
        /// Where.
        path: PathBuf,
    },
    /// Too many files are open, in this program or in all.
    #[error("{}: too many open files", path.display())]
    TooManyOpen {
        /// Where.
        path: PathBuf,
    },
    /// There is no such file.
    #[error("{}: not found", path.display())]
    Missing {
        /// Where.
        path: PathBuf,
    },
    /// Anything else that the system reports.
    #[error("{}: {reason}", path.display())]
    System {
        /// Where.
        path: PathBuf,
        /// The system's own words.
        reason: String,
    },
    /// The file is larger than any of its kind can be.
    #[error("{}: larger than {limit} bytes", path.display())]
    TooLarge {
        /// Where.
        path: PathBuf,
        /// The limit in bytes.
        limit: u64,
    },
    /// The file is not UTF-8 text.
    #[error("{}: not UTF-8", path.display())]
    NotText {
        /// Where.
        path: PathBuf,
    },
    /// The id of a visit is not one.
    #[error("`{id}` is not the id of a visit")]
    BadId {
        /// What was given.
        id: String,
    },
    /// Another window has the visit open.
    #[error("visit {id} is open elsewhere")]
    Busy {
        /// The visit.
        id: String,
    },
    /// Another window is still changing the file.
    #[error("{}: in use", path.display())]
    InUse {
        /// Where.
        path: PathBuf,
    },
    /// A journal that never came to hold an event.
    #[error("{}: holds no visit", path.display())]
    JournalEmpty {
        /// The journal.
        path: PathBuf,
    },
    /// A journal that cannot be trusted from some line on; nothing was changed.
    #[error("{}: line {line}: {reason}", path.display())]
    JournalDamaged {
        /// The journal, or its segment.
        path: PathBuf,
        /// From 1.
        line: usize,
        /// What is wrong there.
        reason: Damage,
    },
    /// A file of another version of its format.
    #[error("{}: format `{found}`, this version reads `{read}`", path.display())]
    NewerFormat {
        /// Where.
        path: PathBuf,
        /// What the file says.
        found: String,
        /// What this version reads.
        read: &'static str,
    },
    /// A visit that was neither finished nor given up has no session file.
    #[error("visit {id} is not over")]
    NotOver {
        /// The visit.
        id: String,
    },
    /// A journal that holds events is not thrown away.
    #[error("visit {id} holds events")]
    NotEmpty {
        /// The visit.
        id: String,
    },
    /// The file is not a session.
    #[error("{}: not a session: {reason}", path.display())]
    NotASession {
        /// Where.
        path: PathBuf,
        /// The reader's own words.
        reason: String,
    },
    /// The settings could not be read; they were put aside, and the defaults hold.
    #[error("{}: broken, kept as {}", path.display(), kept.display())]
    SettingsBroken {
        /// Where.
        path: PathBuf,
        /// Where the broken file is now.
        kept: PathBuf,
    },
    /// The list of sites could not be read; it was left as it is.
    #[error("{}: line {line}: not a list of sites", path.display())]
    SitesBroken {
        /// Where.
        path: PathBuf,
        /// From 1.
        line: usize,
    },
    /// Neither the id of a checklist nor a file.
    #[error("no checklist `{asked}`")]
    UnknownChecklist {
        /// What was asked for.
        asked: String,
    },
    /// An item that the checklist in the library has no longer.
    #[error("checklist `{checklist}` has no item `{item}`")]
    NoSuchItem {
        /// The checklist's id.
        checklist: String,
        /// The item's id.
        item: String,
    },
    /// A checklist with faults.
    #[error("{}: {} faults", path.display(), faults.len())]
    FaultyChecklist {
        /// Where.
        path: PathBuf,
        /// Every one.
        faults: Vec<LocatedFault>,
    },
    /// Neither the id of a scenario nor a file.
    #[error("no scenario `{asked}`")]
    UnknownScenario {
        /// What was asked for.
        asked: String,
    },
    /// A scenario with faults.
    #[error("{}: {} faults", path.display(), faults.len())]
    FaultyScenario {
        /// Where.
        path: PathBuf,
        /// Every one.
        faults: Vec<LocatedFault>,
    },
    /// A checklist or a scenario whose id another file has already.
    #[error("{}: has the id of {}", path.display(), other.display())]
    SameId {
        /// The file that is left out.
        path: PathBuf,
        /// The file that is used.
        other: PathBuf,
    },
}

/// What is wrong with a line of a journal.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Damage {
    /// The line is not JSON.
    #[error("not JSON")]
    NotJson,
    /// The first line is not a journal's.
    #[error("not the first line of a journal")]
    Header,
    /// Another version of the format.
    #[error("format `{0}`")]
    Newer(String),
    /// A segment that does not follow the one before it.
    #[error("does not follow the segment before")]
    Segment,
    /// The checklist inside cannot be read.
    #[error("the checklist inside cannot be read")]
    Definition,
    /// The checklist inside is not the one that the visit was started with.
    #[error("the checklist inside is another one")]
    OtherChecklist,
    /// The events are of another visit.
    #[error("the events are of another visit")]
    OtherVisit,
    /// Not an event that this version knows.
    #[error("not an event")]
    Event,
    /// The chain of fingerprints does not hold.
    #[error("the chain of fingerprints does not hold")]
    Chain,
    /// An event that cannot follow those before it.
    #[error(transparent)]
    Order(#[from] FoldError),
}

impl Damage {
    /// Gives its name, by which the catalogues choose their words.
    pub fn name(&self) -> &'static str {
        match self {
            Self::NotJson => "not-json",
            Self::Header => "header",
            Self::Newer(_) => "newer",
            Self::Segment => "segment",
            Self::Definition => "definition",
            Self::OtherChecklist => "other-checklist",
            Self::OtherVisit => "other-visit",
            Self::Event => "event",
            Self::Chain => "chain",
            Self::Order(_) => "order",
        }
    }
}

impl StoreError {
    /// Makes an error of what the system reported about a path.
    #[must_use]
    pub fn system(path: &Path, error: &Error) -> Self {
        let path = path.to_owned();
        match error.kind() {
            ErrorKind::NotFound => Self::Missing { path },
            ErrorKind::PermissionDenied => Self::Denied { path },
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnly { path },
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full { path },
            ErrorKind::NotADirectory => Self::NotAFolder { path },
            _ if is_disk_fault(error) => Self::Disk { path },
            _ if is_too_many_open(error) => Self::TooManyOpen { path },
            _ => Self::System { path, reason: Self::words(error) },
        }
    }

    /// Gives the system's own words for an error, without its number.
    pub fn words(error: &Error) -> String {
        let text = error.to_string();
        text.split_once(" (os error ").map(|(words, _)| words.to_owned()).unwrap_or(text)
    }

    /// Gives the faults of the document that could not be used; none where that is not why.
    pub fn faults(&self) -> &[LocatedFault] {
        match self {
            Self::FaultyChecklist { faults, .. } | Self::FaultyScenario { faults, .. } => faults,
            _ => &[],
        }
    }

    /// Gives the id of its message and the arguments.
    pub fn message(&self) -> Message {
        let at = |path: &Path| ("path", path.display().to_string());
        match self {
            Self::NoHome => ("store-no-home", vec![]),
            Self::NotAFolder { path } => ("store-not-a-folder", vec![at(path)]),
            Self::NotAFile { path } => ("store-not-a-file", vec![at(path)]),
            Self::NoParent { path } => ("store-no-parent", vec![at(path)]),
            Self::Denied { path } => ("store-denied", vec![at(path)]),
            Self::ReadOnly { path } => ("store-read-only", vec![at(path)]),
            Self::Full { path } => ("store-full", vec![at(path)]),
            Self::Disk { path } => ("store-disk", vec![at(path)]),
            Self::TooManyOpen { path } => ("store-too-many-open", vec![at(path)]),
            Self::Missing { path } => ("store-missing", vec![at(path)]),
            Self::System { path, reason } => ("store-system", vec![at(path), ("reason", reason.clone())]),
            Self::TooLarge { path, limit } => ("store-too-large", vec![at(path), ("limit", mebibytes(*limit))]),
            Self::NotText { path } => ("store-not-text", vec![at(path)]),
            Self::BadId { id } => ("store-bad-id", vec![("id", id.clone())]),
            Self::Busy { id } => ("store-busy", vec![("id", id.clone())]),
            Self::InUse { path } => ("store-in-use", vec![at(path)]),
            Self::JournalEmpty { path } => ("store-journal-empty", vec![at(path)]),
            Self::JournalDamaged { path, line, reason } => (
                "store-journal-damaged",
                vec![at(path), ("line", line.to_string()), ("reason", reason.name().to_owned())],
            ),
            Self::NewerFormat { path, found, read } => {
                ("store-newer-format", vec![at(path), ("found", found.clone()), ("read", (*read).to_owned())])
            }
            Self::NotOver { id } => ("store-not-over", vec![("id", id.clone())]),
            Self::NotEmpty { id } => ("store-not-empty", vec![("id", id.clone())]),
            Self::NotASession { path, reason } => ("store-not-a-session", vec![at(path), ("reason", reason.clone())]),
            Self::SettingsBroken { path, kept } => {
                ("store-settings-broken", vec![at(path), ("kept", kept.display().to_string())])
            }
            Self::SitesBroken { path, line } => ("store-sites-broken", vec![at(path), ("line", line.to_string())]),
            Self::UnknownChecklist { asked } => ("store-unknown-checklist", vec![("asked", asked.clone())]),
            Self::NoSuchItem { checklist, item } => {
                ("store-no-such-item", vec![("checklist", checklist.clone()), ("item", item.clone())])
            }
            Self::FaultyChecklist { path, faults } => {
                ("store-faulty-checklist", vec![at(path), ("count", faults.len().to_string())])
            }
            Self::UnknownScenario { asked } => ("store-unknown-scenario", vec![("asked", asked.clone())]),
            Self::FaultyScenario { path, faults } => {
                ("store-faulty-scenario", vec![at(path), ("count", faults.len().to_string())])
            }
            Self::SameId { path, other } => ("store-same-id", vec![at(path), ("other", other.display().to_string())]),
        }
    }
}

#[cfg(unix)]
fn is_disk_fault(error: &Error) -> bool {
    rustix::io::Errno::from_io_error(error) == Some(rustix::io::Errno::IO)
}

#[cfg(unix)]
fn is_too_many_open(error: &Error) -> bool {
    use rustix::io::Errno;
    matches!(Errno::from_io_error(error), Some(Errno::MFILE | Errno::NFILE))
}

/// CRC, sector, device, seek and general faults, by Windows' numbers.
#[cfg(not(unix))]
fn is_disk_fault(error: &Error) -> bool {
    matches!(error.raw_os_error(), Some(23 | 25 | 27 | 29 | 30 | 31 | 1117))
}

#[cfg(not(unix))]
fn is_too_many_open(error: &Error) -> bool {
    error.raw_os_error() == Some(4)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn data_that_the_system_calls_invalid_is_not_said_to_be_no_text() {
        let error = StoreError::system(Path::new("x"), &Error::new(ErrorKind::InvalidData, "bad archive"));
        assert_eq!(error, StoreError::System { path: "x".into(), reason: "bad archive".to_owned() });
    }

    #[test]
    fn faults_of_the_disk_and_too_many_files_had_no_words_of_their_own() {
        use rustix::io::Errno;
        let of = |errno: Errno| StoreError::system(Path::new("x"), &Error::from(errno));
        assert_eq!(of(Errno::IO), StoreError::Disk { path: "x".into() });
        assert_eq!(of(Errno::MFILE), StoreError::TooManyOpen { path: "x".into() });
    }

    #[cfg(unix)]
    #[test]
    fn an_unusual_error_came_with_its_number() {
        let error = StoreError::system(Path::new("x"), &Error::from_raw_os_error(6));
        let StoreError::System { reason, .. } = error else { panic!("{error}") };
        assert!(!reason.is_empty() && !reason.contains("os error"), "{reason}");
    }
}
