//! Why a session, a checklist, a scenario, the settings or the list of sites cannot be used.

use super::located_fault::LocatedFault;
use super::message::{Message, fmt_message};
use std::fmt;
use std::path::{Path, PathBuf};

/// Why the contents of a file cannot be used, or no file is found for an id.
#[derive(Clone, Debug, PartialEq)]
pub enum DocumentError {
    /// A file of another version of its format.
    NewerFormat {
        /// Where.
        path: PathBuf,
        /// What the file says.
        found: String,
        /// What this version reads.
        read: &'static str,
    },
    /// The file is not a session.
    NotASession {
        /// Where.
        path: PathBuf,
        /// The parser's message.
        reason: String,
    },
    /// The settings could not be read; they were put aside, and the defaults hold.
    SettingsBroken {
        /// Where.
        path: PathBuf,
        /// Where the broken file is now.
        kept: PathBuf,
    },
    /// The list of sites could not be read; it was left as it is.
    SitesBroken {
        /// Where.
        path: PathBuf,
        /// From 1.
        line: usize,
    },
    /// Neither the id of a checklist nor a file.
    UnknownChecklist {
        /// What was asked for.
        asked: String,
    },
    /// An item that the checklist in the library has no longer.
    NoSuchItem {
        /// The checklist's id.
        checklist: String,
        /// The item's id.
        item: String,
    },
    /// A checklist with faults.
    FaultyChecklist {
        /// Where.
        path: PathBuf,
        /// Every one.
        faults: Vec<LocatedFault>,
    },
    /// Neither the id of a scenario nor a file.
    UnknownScenario {
        /// What was asked for.
        asked: String,
    },
    /// A scenario with faults.
    FaultyScenario {
        /// Where.
        path: PathBuf,
        /// Every one.
        faults: Vec<LocatedFault>,
    },
    /// A checklist or a scenario whose id another file has already.
    SameId {
        /// The file that is left out.
        path: PathBuf,
        /// The file that is used.
        other: PathBuf,
    },
}

impl DocumentError {
    /// Returns the faults of a checklist or a scenario; none for any other error.
    pub fn faults(&self) -> &[LocatedFault] {
        match self {
            Self::FaultyChecklist { faults, .. } | Self::FaultyScenario { faults, .. } => faults,
            _ => &[],
        }
    }

    /// Returns the id of its message and the arguments.
    pub fn message(&self) -> Message {
        let at = |path: &Path| ("path", path.display().to_string());
        let count = |faults: &[LocatedFault]| ("count", faults.len().to_string());
        let plural = |faults: &[LocatedFault]| ("plural", if faults.len() == 1 { "one" } else { "other" }.to_owned());
        match self {
            Self::NewerFormat { path, found, read } => {
                ("store-newer-format", vec![at(path), ("found", found.clone()), ("read", (*read).to_owned())])
            }
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
                ("store-faulty-checklist", vec![at(path), count(faults), plural(faults)])
            }
            Self::UnknownScenario { asked } => ("store-unknown-scenario", vec![("asked", asked.clone())]),
            Self::FaultyScenario { path, faults } => {
                ("store-faulty-scenario", vec![at(path), count(faults), plural(faults)])
            }
            Self::SameId { path, other } => ("store-same-id", vec![at(path), ("other", other.display().to_string())]),
        }
    }
}

impl fmt::Display for DocumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt_message(&self.message(), f)
    }
}

impl std::error::Error for DocumentError {}
