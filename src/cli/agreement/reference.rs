//! What `esprit agreement --reference` names: visits, and scenarios whose own answers others are held against.

use super::{COURSE, Found, On, stem};
use crate::analysis::class::Class;
use crate::cli::setup::Setup;
use crate::cli::{Stop, checklist, show};
use crate::store::StoreError;
use crate::store::file_kind::FileKind;
use crate::store::reading;
use crate::store::scenarios::{self, Staged};
use crate::store::sessions;
use crate::text::clean;
use crate::visit::record::Record;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// As many visits are named where the beginning of an id fits several.
const NAMED: usize = 20;

/// What was asked for.
#[derive(Default)]
pub struct References {
    /// Visits, by their ids.
    sessions: Vec<String>,
    scenarios: Vec<Staged>,
}

enum Asked {
    /// One of the visits that were read, by its id.
    Read(String),
    Session(PathBuf),
    Scenario(Staged),
}

/// Finds what was asked for. Visits that are not among those read are read too, and each is set aside.
pub fn find<'a>(
    setup: &Setup,
    on: On,
    asked: impl Iterator<Item = &'a PathBuf>,
    found: &mut Found,
) -> Result<References, Stop> {
    let mut references = References::default();
    for asked in asked {
        let id = match one(setup, asked, found)? {
            Asked::Scenario(staged) => {
                references.scenarios.retain(|other| other.digest != staged.digest);
                references.scenarios.push(staged);
                continue;
            }
            Asked::Session(path) => session(setup, on, &path, found)?,
            Asked::Read(id) => id,
        };
        found.classes.set_aside(&id);
        references.sessions.retain(|other| *other != id);
        references.sessions.push(id);
    }
    Ok(references)
}

/// Tells what something that was asked for is: a file by what it says of itself, anything else a scenario's id or else
/// the beginning of a visit's, of those read or of those saved.
fn one(setup: &Setup, asked: &Path, found: &Found) -> Result<Asked, Stop> {
    let name = asked.to_string_lossy();
    let neither = || Stop::Failed(setup.texts.with("cli-agreement-no-reference", &[("asked", name.as_ref().into())]));
    let faulty = |error: StoreError| Stop::Failed(checklist::told(setup, asked, &error));
    if asked.is_file() {
        return match FileKind::detect(asked).map_err(faulty)? {
            FileKind::Session => visit(setup, asked),
            FileKind::Scenario => scenarios::read_with_checklists(&setup.folders, asked, &found.definitions)
                .map(Asked::Scenario)
                .map_err(faulty),
            FileKind::Other => Err(neither()),
        };
    }
    match scenarios::find(&setup.folders, &name) {
        Ok(staged) => return Ok(Asked::Scenario(staged)),
        Err(StoreError::UnknownScenario { .. } | StoreError::Missing { .. } | StoreError::NotAFile { .. }) => {}
        Err(error) => return Err(faulty(error)),
    }
    match found.classes.beginning_with(&name).as_slice() {
        [id] => return Ok(Asked::Read((*id).to_owned())),
        [] => setup.look()?,
        several => {
            let args = [("asked", name.as_ref().into()), ("count", several.len().into())];
            let mut lines = vec![setup.texts.with("cli-several-sessions", &args)];
            lines.extend(several.iter().take(NAMED).map(|id| clean(id).into_owned()));
            return Err(Stop::Failed(lines.join("\n")));
        }
    }
    match sessions::find(&setup.folders, &name).map_err(faulty)?.as_slice() {
        [] => Err(neither()),
        _ => visit(setup, asked),
    }
}

fn visit(setup: &Setup, asked: &Path) -> Result<Asked, Stop> {
    Ok(Asked::Session(show::find(setup, asked)?.path.ok_or_else(|| unused(setup, &asked.to_string_lossy()))?))
}

fn unused(setup: &Setup, reference: &str) -> Stop {
    Stop::Failed(setup.texts.with("cli-agreement-reference-unused", &[("reference", reference.into())]))
}

/// Reads a visit, where it is not among those read; gives its id.
fn session(setup: &Setup, on: On, path: &Path, found: &mut Found) -> Result<String, Stop> {
    let name = stem(path);
    let mut id = None;
    let classes = &mut found.classes;
    let take = &mut |record: &Record<'_>| {
        if !classes.has(&record.id) {
            classes.take(record, (on == On::FileName).then_some(name.as_str()));
        }
        id = Some(record.id.clone().into_owned());
    };
    let watch = |_| ControlFlow::Continue(());
    let read = reading::in_order(&[path.to_owned()], &COURSE, &watch, take);
    found.definitions.extend(read.map_err(|error| setup.failed(&error))?.definitions);
    id.ok_or_else(|| unused(setup, &path.to_string_lossy()))
}

impl References {
    /// Holds classes against the answers of the scenarios, where they watched one: the very one, or else the first of
    /// its id. Everything that was asked for must be of use, and no class has two references.
    pub fn hold(&self, setup: &Setup, classes: &mut [Class]) -> Result<(), Stop> {
        let mut unused_ones = self.names();
        for class in classes.iter_mut() {
            unused_ones.retain(|name| !class.aside.contains(name));
            let scenario = class.scenario.clone().and_then(|(id, digest)| Some((self.scenario(&id, &digest)?, digest)));
            if let Some((staged, digest)) = &scenario {
                unused_ones.retain(|one| *one != name(staged));
                class.expect(&staged.scenario, staged.digest == *digest);
            }
            let mut names = class.aside.clone();
            names.extend(scenario.map(|(staged, _)| name(staged)));
            if names.len() > 1 {
                let args = [("names", names.join(", ").into())];
                return Err(Stop::Failed(setup.texts.with("cli-agreement-references", &args)));
            }
        }
        unused_ones.first().map_or(Ok(()), |one| Err(unused(setup, one)))
    }

    /// Gives the scenario to hold those against who watched one.
    fn scenario(&self, id: &str, digest: &str) -> Option<&Staged> {
        let same = self.scenarios.iter().find(|staged| staged.digest == digest);
        same.or_else(|| self.scenarios.iter().find(|staged| staged.scenario.id == id))
    }

    /// Gives what was asked for: visits by their ids, scenarios by their ids and versions.
    pub fn names(&self) -> Vec<String> {
        self.sessions.iter().cloned().chain(self.scenarios.iter().map(name)).collect()
    }
}

fn name(staged: &Staged) -> String {
    format!("{} {}", staged.scenario.id, staged.scenario.version)
}
