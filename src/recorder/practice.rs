//! A trainee's record: every practice on a scenario, and how it went.
//!
//! It is read from the saved visits each time, and kept nowhere else: nothing can go astray, and nothing contradict them.

use crate::analysis::class::Class;
use crate::analysis::reveal::reveal;
use crate::app::payload::Practised;
use crate::store::session::Ending;
use crate::store::{Folders, StoreError, scenarios, sessions};
use crate::visit::{Kind, Visit};

/// Returns every practice that was brought to its end, the newest first. Files that cannot be read are told elsewhere:
/// see [`crate::app::Read::LoadPast`].
#[must_use]
pub fn record(folders: &Folders) -> Vec<Practised> {
    let practised = |head: &sessions::SessionHead| head.kind == Kind::Training && head.status == Ending::Complete;
    let heads = sessions::heads(folders).filter_map(Result::ok).filter(practised);
    heads.filter_map(|head| one(folders, &head).ok().flatten()).collect()
}

/// Puts into classes what the scenario that they watched expects, where that is here and they have no other reference.
pub fn expect(folders: &Folders, classes: &mut [Class]) {
    for class in classes.iter_mut().filter(|class| class.reference.is_none()) {
        if let Some(scenario) =
            class.scenario.as_ref().and_then(|(_, digest)| scenarios::find_by_digest(folders, digest))
        {
            class.expect(&scenario, true);
        }
    }
}

/// Reads one; none where it followed no scenario.
fn one(folders: &Folders, head: &sessions::SessionHead) -> Result<Option<Practised>, StoreError> {
    let read = sessions::read_session(&head.path)?;
    let Some(scenario) = read.session.scenario.clone() else { return Ok(None) };
    let visit = Visit::from_events(read.definition, read.events)
        .map_err(|error| StoreError::NotASession { path: head.path.clone(), reason: error.to_string() })?;
    let play = scenarios::play_of(folders, &visit);
    Ok(Some(Practised {
        session: head.id.clone(),
        path: head.path.clone(),
        at: head.started_at,
        observer: head.observer.id.clone(),
        scenario,
        reveal: play.map(|play| reveal(&visit, &play)),
    }))
}
