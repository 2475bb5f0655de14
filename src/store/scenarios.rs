//! The scenarios: those compiled in, and the user's own in the data folder, which may replace them.

use super::document_error::DocumentError;
use super::error::{AtPath, StoreError};
use super::folders::Folders;
use super::json;
use super::library::{Entry, Library, MAX_BYTES, Source, json_files};
use super::located_fault::LocatedFault;
use super::message::Message;
use super::scenario_checklist::CandidateChecklists;
use super::scenario_faults::{self, Parsed};
use crate::visit::definition::Definition;
use crate::visit::definitions::Definitions;
use crate::visit::digest::digest;
use crate::visit::event::ScenarioRef;
use crate::visit::scenario::Scenario;
use crate::visit::{Playback, Visit};
use serde::Deserialize;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use super::scenario_checklist::PassedOver;

/// A scenario that can be practised.
#[derive(Clone, Debug)]
pub struct Staged {
    pub scenario: Arc<Scenario>,
    /// `sha256:` and the hex digest of the scenario's canonical form.
    pub digest: String,
    /// The checklist to observe it with.
    pub definition: Arc<Definition>,
    /// The user's copy of the checklist, if the scenario does not fit it.
    pub passed_over: Option<PassedOver>,
}

impl Staged {
    /// Returns the message on the user's copy of the checklist that was passed over, if one was.
    pub fn passed_over(&self) -> Option<Message> {
        self.passed_over.as_ref().map(|passed_over| passed_over.message(&self.definition))
    }

    /// Returns the reference by which a session names the scenario and the speed at which it was played.
    pub fn reference(&self, speed: f64) -> ScenarioRef {
        ScenarioRef {
            id: self.scenario.id.clone(),
            version: self.scenario.version.clone(),
            digest: self.digest.clone(),
            speed,
        }
    }
}

/// A scenario of the library.
#[derive(Clone, Debug)]
pub struct ListedScenario {
    /// Its id, or the stem of its file's name if it cannot be read.
    pub id: String,
    pub source: Source,
    /// The scenario, or why it cannot be used.
    pub staged: Result<Staged, StoreError>,
}

impl ListedScenario {
    /// Returns whether it is compiled in.
    pub fn is_bundled(&self) -> bool {
        self.source == Source::Bundled
    }
}

/// The scenarios, with the checklists that they may be observed with.
struct Scenarios {
    checklists: CandidateChecklists,
}

impl Library for Scenarios {
    type Document = Staged;

    const BUNDLED: &'static [(&'static str, &'static str)] = &[
        ("kettle", include_str!("../../scenarios/kettle.json")),
        ("shift-idea", include_str!("../../scenarios/shift-idea.json")),
        ("spare-part", include_str!("../../scenarios/spare-part.json")),
    ];

    fn id(staged: &Staged) -> &str {
        &staged.scenario.id
    }

    fn parse(&self, path: &Path, text: &str) -> Result<Staged, StoreError> {
        let faulty = |faults| Self::faulty(path.to_owned(), faults);
        staged(path, scenario_faults::read(text, &self.checklists).map_err(faulty)?)
    }

    fn faulty(path: PathBuf, faults: Vec<LocatedFault>) -> StoreError {
        StoreError::Document(DocumentError::FaultyScenario { path, faults })
    }

    fn unknown(id_or_path: &str) -> StoreError {
        StoreError::Document(DocumentError::UnknownScenario { asked: id_or_path.to_owned() })
    }
}

/// Returns the scenarios with the checklists of the library.
fn scenarios(folders: &Folders) -> Scenarios {
    Scenarios { checklists: CandidateChecklists::read(folders) }
}

/// Returns the scenarios compiled in, each replaced by the user's file that has its id, then the user's others by name.
pub fn load_all(folders: &Folders) -> Vec<ListedScenario> {
    let entries = scenarios(folders).load_all(&folders.scenarios()).into_iter();
    entries.map(|Entry { id, source, document }| ListedScenario { id, source, staged: document }).collect()
}

/// Returns the scenario with an id, or else that of the file with a path.
///
/// # Errors
/// [`DocumentError::UnknownScenario`] if there is neither, and the errors of [`read`].
pub fn find(folders: &Folders, id_or_path: &str) -> Result<Staged, StoreError> {
    scenarios(folders).find(&folders.scenarios(), id_or_path)
}

/// Reads a scenario from a file.
///
/// # Errors
/// [`DocumentError::FaultyScenario`] with every fault, and errors of reading the file.
pub fn read(folders: &Folders, path: &Path) -> Result<Staged, StoreError> {
    scenarios(folders).read(path)
}

/// Reads a scenario from a file for its author: unknown fields are faults too.
///
/// # Errors
/// The errors of [`read`].
pub fn check(folders: &Folders, path: &Path) -> Result<Staged, StoreError> {
    let parsed = scenario_faults::check(&Scenarios::text(path)?, &CandidateChecklists::read(folders));
    staged(path, parsed.map_err(|faults| Scenarios::faulty(path.to_owned(), faults))?)
}

fn staged(path: &Path, (raw, scenario, definition, passed_over): Parsed) -> Result<Staged, StoreError> {
    let digest = digest(&raw).at(path)?;
    Ok(Staged { scenario: Arc::new(scenario), digest, definition, passed_over })
}

/// Reads a scenario from a file, which may also be observed with one of the checklists of sessions, by their digests.
///
/// # Errors
/// The errors of [`read`].
pub fn read_with_checklists(folders: &Folders, path: &Path, of_sessions: &Definitions) -> Result<Staged, StoreError> {
    Scenarios { checklists: CandidateChecklists::read(folders).with(of_sessions) }.read(path)
}

/// Returns the scenario with a digest, whatever its id. Its checklist is not read.
pub fn find_by_digest(folders: &Folders, wanted: &str) -> Option<Arc<Scenario>> {
    let bundled = Scenarios::BUNDLED.iter().map(|(_, text)| (*text).to_owned());
    let own = json_files(&folders.scenarios()).into_iter();
    let mut texts = bundled.chain(own.filter_map(|path| json::read_text(&path, MAX_BYTES).ok()));
    texts.find_map(|text| {
        let raw: Value = serde_json::from_str(&text).ok()?;
        let is_wanted = digest(&raw).is_ok_and(|digest| digest == wanted);
        if is_wanted { Scenario::deserialize(&raw).ok().map(Arc::new) } else { None }
    })
}

/// Returns the scenario that a visit practised, with its speed; `None` if there was none or it no longer exists.
pub fn play_of(folders: &Folders, visit: &Visit) -> Option<Playback> {
    let practised = visit.state().started()?.0.scenario.as_ref()?;
    Some(Playback { scenario: find_by_digest(folders, &practised.digest)?, speed: practised.speed })
}
