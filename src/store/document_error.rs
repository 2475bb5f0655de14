//! Why a session, a checklist, a scenario, the settings or the list of sites cannot be used.

use super::located_fault::LocatedFault;
use super::message::{Message, log_text};
use super::no_scenario::NoScenario;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why the contents of a file cannot be used, or no file is found for an id.
#[derive(Clone, Debug, PartialEq, Error)]
#[error("{}", log_text(self.message()))]
pub enum DocumentError {
    /// A file of another version of its format than the one that is read.
    NewerFormat { path: PathBuf, found: String, read: &'static str },
    /// The file is not a session; with the parser's message.
    NotASession { path: PathBuf, reason: String },
    /// A session whose proof does not hold cannot be corrected.
    NotProven { path: PathBuf },
    /// A session that cannot be corrected, because the contents of its files differ: one of them, and another.
    InConflict { path: PathBuf, other: PathBuf },
    /// A correction cannot go on, because another one of the same session was saved meanwhile, in this file.
    CorrectedMeanwhile { path: PathBuf },
    /// A visit that is void already cannot be declared void again.
    AlreadyVoid,
    /// The settings could not be read; they were put aside at `kept`, and the defaults hold.
    SettingsBroken { path: PathBuf, kept: PathBuf },
    /// The list of sites could not be read at a line, from 1; it was left as it is.
    SitesBroken { path: PathBuf, line: usize },
    /// The list of observers could not be read at a line, from 1; it was left as it is.
    ObserversBroken { path: PathBuf, line: usize },
    /// Neither the id of a checklist nor a file.
    UnknownChecklist { asked: String },
    /// An item that the checklist in the library has no longer; both by their ids.
    NoSuchItem { checklist: String, item: String },
    /// A checklist with faults: every one.
    FaultyChecklist { path: PathBuf, faults: Vec<LocatedFault> },
    /// Neither the id of a scenario nor a file.
    UnknownScenario { asked: String },
    /// A scenario with faults: every one.
    FaultyScenario { path: PathBuf, faults: Vec<LocatedFault> },
    /// A visit that cannot become a scenario.
    NoScenario(NoScenario),
    /// A new checklist has the id of one that is there.
    ChecklistExists { id: String },
    /// A checklist has no version of this name.
    UnknownVersion { id: String, version: String },
    /// A checklist that is compiled in cannot be deleted.
    OnlyBundled { id: String },
    /// A checklist or a scenario that is left out, because the file `other` has its id already.
    SameId { path: PathBuf, other: PathBuf },
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
            Self::NotProven { path } => ("store-not-proven", vec![at(path)]),
            Self::AlreadyVoid => ("store-already-void", vec![]),
            Self::CorrectedMeanwhile { path } => ("store-corrected-meanwhile", vec![at(path)]),
            Self::InConflict { path, other } => {
                ("store-in-conflict", vec![at(path), ("other", other.display().to_string())])
            }
            Self::SettingsBroken { path, kept } => {
                ("store-settings-broken", vec![at(path), ("kept", kept.display().to_string())])
            }
            Self::SitesBroken { path, line } => ("store-sites-broken", vec![at(path), ("line", line.to_string())]),
            Self::ObserversBroken { path, line } => {
                ("store-observers-broken", vec![at(path), ("line", line.to_string())])
            }
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
            Self::NoScenario(why) => why.message(),
            Self::ChecklistExists { id } => ("store-checklist-exists", vec![("id", id.clone())]),
            Self::UnknownVersion { id, version } => {
                ("store-unknown-version", vec![("id", id.clone()), ("version", version.clone())])
            }
            Self::OnlyBundled { id } => ("store-only-bundled", vec![("id", id.clone())]),
            Self::SameId { path, other } => ("store-same-id", vec![at(path), ("other", other.display().to_string())]),
        }
    }
}
