//! A trainee's record: all practice visits on scenarios, with their results.
//!
//! It is read from the saved visits each time and stored nowhere else, so it cannot be lost or inconsistent.

use crate::analysis::class::Class;
use crate::analysis::practice_debrief::debrief;
use crate::app::loaded_data::PastPractice;
use crate::store::session::Ending;
use crate::store::{Folders, StoreError, scenarios, sessions};
use crate::visit::Kind;

/// Returns all finished practice visits, newest first. Files that cannot be read are skipped here;
/// [`crate::app::Read::LoadPast`] reports them.
pub fn practice_record(folders: &Folders) -> Vec<PastPractice> {
    let practised = |head: &sessions::SessionHead| head.kind == Kind::Training && head.status == Ending::Complete;
    let heads = sessions::heads(folders).filter_map(Result::ok).filter(practised);
    heads.filter_map(|head| read_practice(folders, &head).ok().flatten()).collect()
}

/// Adds the expected answers of the scenario that a class watched, if the scenario is installed and the class has no
/// other reference.
pub fn add_expected_answers(folders: &Folders, classes: &mut [Class]) {
    for class in classes.iter_mut().filter(|class| class.reference.is_none()) {
        if let Some(scenario) =
            class.scenario.as_ref().and_then(|(_, digest)| scenarios::find_by_digest(folders, digest))
        {
            class.set_scenario_reference(&scenario, true);
        }
    }
}

/// Returns how many answers of a practice visit agree with the reference, and how many are compared, as the reveal does;
/// `None` for any other visit, and where the scenario is no longer installed in that version.
pub fn practice_score(folders: &Folders, head: &sessions::SessionHead) -> Option<(usize, usize)> {
    head.scenario.as_ref().filter(|_| head.status == Ending::Complete)?;
    let debrief = read_practice(folders, head).ok()??.debrief?;
    Some((debrief.agreed, debrief.compared))
}

/// Reads one practice visit; `None` if it followed no scenario.
fn read_practice(folders: &Folders, head: &sessions::SessionHead) -> Result<Option<PastPractice>, StoreError> {
    let read = sessions::read_session(&head.path)?;
    let Some(scenario) = read.session.scenario.clone() else { return Ok(None) };
    let visit = super::restore_session(&head.path, read.definition, read.events)?;
    let play = scenarios::play_of(folders, &visit);
    Ok(Some(PastPractice {
        session: head.id.clone(),
        path: head.path.clone(),
        at: head.started_at,
        observer: head.observer.clone(),
        scenario,
        debrief: play.map(|play| debrief(&visit, &play)),
    }))
}
