//! The scenarios: those compiled in, and the user's own in the data folder, which may replace them.

use super::checklists::{self, Source};
use super::error::{Message, StoreError};
use super::folders::{Folders, file_stem};
use super::json;
use super::located_fault::LocatedFault;
use super::scenario_checklist::{PassedOver, Shelf};
use super::scenario_faults;
use crate::visit::checklist::is_id;
use crate::visit::definition::Definition;
use crate::visit::digest::digest;
use crate::visit::event::ScenarioRef;
use crate::visit::scenario::Scenario;
use crate::visit::validate::FaultKind;
use crate::visit::{Playback, Visit};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// No scenario comes near this size, in bytes.
const MOST: u64 = 8 << 20;

/// The scenarios compiled in: id and document, in the order in which they are offered.
const BUNDLED: &[(&str, &str)] = &[
    ("kettle", include_str!("../../scenarios/kettle.json")),
    ("shift-idea", include_str!("../../scenarios/shift-idea.json")),
    ("spare-part", include_str!("../../scenarios/spare-part.json")),
];

/// A scenario that can be practised: what it says, what identifies it, and its checklist.
#[derive(Clone, Debug)]
pub struct Staged {
    /// What it says.
    pub scenario: Arc<Scenario>,
    /// `sha256:` and the hex digest of its canonical form.
    pub digest: String,
    /// The checklist that it is observed by.
    pub definition: Arc<Definition>,
    /// The user's copy of that checklist, where the scenario does not fit it.
    pub passed_over: Option<PassedOver>,
}

impl Staged {
    /// Gives the sentence that says which copy of the checklist was passed over; none where none was.
    #[must_use]
    pub fn passed_over(&self) -> Option<Message> {
        self.passed_over.as_ref().map(|passed_over| passed_over.message(&self.definition))
    }

    /// Gives what a session says of the scenario when it unfolds at a speed.
    #[must_use]
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
pub struct Listed {
    /// Its id, or the file's name where it has none that can be read.
    pub id: String,
    /// Where it comes from.
    pub source: Source,
    /// The scenario, or why it cannot be used.
    pub staged: Result<Staged, StoreError>,
}

impl Listed {
    /// Tells whether it is compiled in.
    #[must_use]
    pub fn is_bundled(&self) -> bool {
        self.source == Source::Bundled
    }
}

/// Gives the library: those compiled in, each replaced by the user's file of its id, then the user's others by name.
#[must_use]
pub fn load_all(folders: &Folders) -> Vec<Listed> {
    load_all_by(&Shelf::read(folders), folders)
}

fn load_all_by(shelf: &Shelf, folders: &Folders) -> Vec<Listed> {
    let mut own: Vec<Listed> = Vec::new();
    for path in checklists::json_files(&folders.scenarios()) {
        let mut staged = read_by(shelf, &path);
        let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let id = staged.as_ref().map_or(name, |staged| staged.scenario.id.clone());
        let other = own.iter().find_map(|listed| match &listed.source {
            Source::File(other) if listed.staged.is_ok() && listed.id == id => Some(other.clone()),
            _ => None,
        });
        if let (Ok(_), Some(other)) = (&staged, other) {
            staged = Err(StoreError::SameId { path: path.clone(), other });
        }
        own.push(Listed { id, source: Source::File(path), staged });
    }
    let mut library = Vec::new();
    for (id, text) in BUNDLED {
        let at = own.iter().position(|listed| listed.id == *id && listed.staged.is_ok());
        library.push(at.map_or_else(|| compiled(shelf, id, text), |at| own.remove(at)));
    }
    library.extend(own);
    library
}

fn compiled(shelf: &Shelf, id: &str, text: &str) -> Listed {
    Listed { id: id.to_owned(), source: Source::Bundled, staged: parse(shelf, Path::new(id), text) }
}

/// Gives a scenario by its id, or else from the file of that path.
///
/// # Errors
/// [`StoreError::UnknownScenario`], or as [`read`].
pub fn get(folders: &Folders, asked: &str) -> Result<Staged, StoreError> {
    let shelf = Shelf::read(folders);
    if is_id(asked) {
        // A broken file of that name is told: the bundled scenario in its place would be another.
        match read_by(&shelf, &folders.scenarios().join(format!("{}.json", file_stem(asked)))) {
            Ok(staged) if staged.scenario.id == asked => return Ok(staged),
            Ok(_) | Err(StoreError::Missing { .. }) => {}
            Err(error) => return Err(error),
        }
        if let Some(listed) = load_all_by(&shelf, folders).into_iter().find(|listed| listed.id == asked) {
            return listed.staged;
        }
    }
    let path = Path::new(asked);
    if path.is_file() || asked.contains(['/', '\\']) || path.extension().is_some() {
        return read_by(&shelf, path);
    }
    Err(StoreError::UnknownScenario { asked: asked.to_owned() })
}

/// Finds the very scenario that a visit was made with, by its digest, whatever stands in the place of its id now. Its
/// checklist is not asked for: the visit has its own.
#[must_use]
pub fn find(folders: &Folders, wanted: &str) -> Option<Arc<Scenario>> {
    let compiled = BUNDLED.iter().map(|(_, text)| (*text).to_owned());
    let own = checklists::json_files(&folders.scenarios()).into_iter();
    let mut texts = compiled.chain(own.filter_map(|path| json::read_text(&path, MOST).ok()));
    texts.find_map(|text| {
        let raw: Value = serde_json::from_str(&text).ok()?;
        let same = digest(&raw).is_ok_and(|digest| digest == wanted);
        if same { Scenario::deserialize(&raw).ok().map(Arc::new) } else { None }
    })
}

/// Finds the scenario that a visit was made with, as it unfolded then; none where it was made with none, or with one that
/// is no longer here.
#[must_use]
pub fn play(folders: &Folders, visit: &Visit) -> Option<Playback> {
    let wanted = visit.state().started()?.0.scenario.as_ref()?;
    Some(Playback { scenario: find(folders, &wanted.digest)?, speed: wanted.speed })
}

/// Reads a scenario from a file.
///
/// # Errors
/// [`StoreError::FaultyScenario`] with every fault, or where the file cannot be read.
pub fn read(folders: &Folders, path: &Path) -> Result<Staged, StoreError> {
    read_by(&Shelf::read(folders), path)
}

/// Reads a scenario from a file, whose checklist may be one of those given, by their digests.
///
/// # Errors
/// As [`read`].
pub fn read_with(
    folders: &Folders,
    path: &Path,
    checklists: &BTreeMap<String, Definition>,
) -> Result<Staged, StoreError> {
    read_by(&Shelf::read(folders).with(checklists), path)
}

fn read_by(shelf: &Shelf, path: &Path) -> Result<Staged, StoreError> {
    match json::read_text(path, MOST) {
        Ok(text) => parse(shelf, path, &text),
        Err(StoreError::TooLarge { path, limit }) => {
            let faults = vec![LocatedFault::at_start(FaultKind::TooLarge { limit })];
            Err(StoreError::FaultyScenario { path, faults })
        }
        Err(error) => Err(error),
    }
}

fn parse(shelf: &Shelf, path: &Path, text: &str) -> Result<Staged, StoreError> {
    let faulty = |faults| StoreError::FaultyScenario { path: path.to_owned(), faults };
    let (raw, scenario, definition, passed_over) = scenario_faults::read(text, shelf).map_err(faulty)?;
    let digest =
        digest(&raw).map_err(|error| StoreError::System { path: path.to_owned(), reason: error.to_string() })?;
    Ok(Staged { scenario: Arc::new(scenario), digest, definition, passed_over })
}
