//! The references of `esprit agreement --reference`: visits, and scenarios whose expected answers serve as reference.

use super::{MatchedOn, SessionData, stem};
use crate::analysis::class::Class;
use crate::cli::setup::Setup;
use crate::cli::{CliError, checklist, show};
use crate::store::file_kind::FileKind;
use crate::store::reading;
use crate::store::scenarios::{self, Staged};
use crate::store::sessions;
use crate::store::{DocumentError, IoCause, IoError, StoreError};
use crate::text::clean;
use crate::visit::record::Record;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// The most visits listed if the beginning of an id is ambiguous.
const MAX_LISTED: usize = 20;

/// The references from the command line.
#[derive(Default)]
pub struct References {
    /// The ids of visits.
    sessions: Vec<String>,
    scenarios: Vec<Staged>,
}

enum Resolved {
    /// One of the visits that were read, by its id.
    Read(String),
    Session(PathBuf),
    Scenario(Staged),
}

/// Resolves the references. Visits that were not read yet are read, and every reference visit is set aside.
pub fn find(setup: &Setup, on: MatchedOn, asked: &[PathBuf], found: &mut SessionData) -> Result<References, CliError> {
    let mut references = References::default();
    for asked in asked {
        let id = match resolve(setup, asked, found)? {
            Resolved::Scenario(staged) => {
                references.scenarios.retain(|other| other.digest != staged.digest);
                references.scenarios.push(staged);
                continue;
            }
            Resolved::Session(path) => read_session(setup, on, &path, found)?,
            Resolved::Read(id) => id,
        };
        found.classes.add_reference(&id);
        references.sessions.retain(|other| *other != id);
        references.sessions.push(id);
    }
    Ok(references)
}

/// Resolves a reference: a file by its content, anything else as the id of a scenario or as the beginning of a visit's
/// id, among those read or saved.
fn resolve(setup: &Setup, asked: &Path, found: &SessionData) -> Result<Resolved, CliError> {
    let name = asked.to_string_lossy();
    let neither =
        || CliError::Failed(setup.texts.with("cli-agreement-no-reference", &[("asked", name.as_ref().into())]));
    let faulty = |error: StoreError| CliError::Failed(checklist::fault_report(setup, asked, &error));
    if asked.is_file() {
        return match FileKind::detect(asked).map_err(faulty)? {
            FileKind::Session => find_visit(setup, asked),
            FileKind::Scenario => scenarios::read_with_checklists(&setup.folders, asked, &found.definitions)
                .map(Resolved::Scenario)
                .map_err(faulty),
            FileKind::Other => Err(neither()),
        };
    }
    match scenarios::find(&setup.folders, &name) {
        Ok(staged) => return Ok(Resolved::Scenario(staged)),
        Err(
            StoreError::Document(DocumentError::UnknownScenario { .. })
            | StoreError::Io(IoError { cause: IoCause::Missing | IoCause::NotAFile, .. }),
        ) => {}
        Err(error) => return Err(faulty(error)),
    }
    match found.classes.ids_with_prefix(&name).as_slice() {
        [id] => return Ok(Resolved::Read((*id).to_owned())),
        [] => setup.check_data_folder()?,
        several => {
            let args = [("asked", name.as_ref().into()), ("count", several.len().into())];
            let mut lines = vec![setup.texts.with("cli-several-sessions", &args)];
            lines.extend(several.iter().take(MAX_LISTED).map(|id| clean(id).into_owned()));
            return Err(CliError::Failed(lines.join("\n")));
        }
    }
    match sessions::find(&setup.folders, &name).map_err(faulty)?.as_slice() {
        [] => Err(neither()),
        _ => find_visit(setup, asked),
    }
}

fn find_visit(setup: &Setup, asked: &Path) -> Result<Resolved, CliError> {
    Ok(Resolved::Session(show::find(setup, asked)?.path.ok_or_else(|| unused(setup, &asked.to_string_lossy()))?))
}

fn unused(setup: &Setup, reference: &str) -> CliError {
    CliError::Failed(setup.texts.with("cli-agreement-reference-unused", &[("reference", reference.into())]))
}

/// Reads a visit unless it was read already. Returns its id.
fn read_session(setup: &Setup, on: MatchedOn, path: &Path, found: &mut SessionData) -> Result<String, CliError> {
    let name = stem(path);
    let mut id = None;
    let classes = &mut found.classes;
    let take = &mut |record: &Record<'_>| {
        if !classes.contains(&record.id) {
            classes.add_session(record, (on == MatchedOn::FileName).then_some(name.as_str()));
        }
        id = Some(record.id.clone().into_owned());
    };
    let watch = |_| ControlFlow::Continue(());
    let read = reading::in_order(&[path.to_owned()], &found.options, &watch, take);
    found.definitions.extend(read.map_err(|error| setup.failed(&error))?.definitions);
    id.ok_or_else(|| unused(setup, &path.to_string_lossy()))
}

impl References {
    /// Sets the expected answers of the scenarios for the classes that watched them: the same version, or else the
    /// first one with the same id. Fails if a reference is not used, or if a class has two references.
    pub fn apply(&self, setup: &Setup, classes: &mut [Class]) -> Result<(), CliError> {
        let mut unused_ones = self.names();
        for class in classes.iter_mut() {
            unused_ones.retain(|name| !class.aside.contains(name));
            let scenario = class.scenario.clone().and_then(|(id, digest)| Some((self.scenario(&id, &digest)?, digest)));
            if let Some((staged, digest)) = &scenario {
                unused_ones.retain(|one| *one != name(staged));
                class.set_scenario_reference(&staged.scenario, staged.digest == *digest);
            }
            let mut names = class.aside.clone();
            names.extend(scenario.map(|(staged, _)| name(staged)));
            if names.len() > 1 {
                let args = [("names", names.join(", ").into())];
                return Err(CliError::Failed(setup.texts.with("cli-agreement-references", &args)));
            }
        }
        unused_ones.first().map_or(Ok(()), |one| Err(unused(setup, one)))
    }

    /// Returns the scenario to use for a class that watched the given one.
    fn scenario(&self, id: &str, digest: &str) -> Option<&Staged> {
        let same = self.scenarios.iter().find(|staged| staged.digest == digest);
        same.or_else(|| self.scenarios.iter().find(|staged| staged.scenario.id == id))
    }

    /// Returns the names of the references: visits by id, scenarios by id and version.
    pub fn names(&self) -> Vec<String> {
        self.sessions.iter().cloned().chain(self.scenarios.iter().map(name)).collect()
    }
}

fn name(staged: &Staged) -> String {
    format!("{} {}", staged.scenario.id, staged.scenario.version)
}
