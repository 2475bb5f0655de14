//! Starting a visit: a prepared one, one for training, or practice on a scenario.

use super::active_visit::ActiveVisit;
use super::effect::Write;
use super::outcome::{Destination, Go, Outcome};
use super::shared::{Notice, Shared};
use crate::store::checklists;
use crate::store::scenarios::Staged;
use crate::text::Texts;
use crate::visit::{Definition, Kind, Moment, Observer, Playback, Refusal, Site, Visit, VisitSetup};
use std::sync::Arc;

/// The id of the bundled checklist that teaches the keys; also that of its site, and of an observer without a name.
pub const PRACTICE: &str = "practice";

/// Begins a prepared visit.
pub fn begin_visit(
    shared: &mut Shared,
    definition: Arc<Definition>,
    setup: VisitSetup,
    play: Option<Playback>,
    now: &Moment,
) -> Outcome {
    let session = setup.session.clone();
    let Ok(visit) = Visit::begin(Arc::clone(&definition), setup, now) else {
        shared.notify(Refusal::CannotFollow.message());
        return Outcome::default();
    };
    let events = visit.events().to_vec();
    shared.active_visit = Some(ActiveVisit { play, ..ActiveVisit::new(visit) });
    Outcome::from(Write::Begin { definition, session, events }).and_go(Go::Replace(Destination::Visit(None)))
}

/// Begins a visit that tries a checklist being written; nothing of it is kept. The visit under way is set aside.
pub fn begin_trial(shared: &mut Shared, definition: Arc<Definition>, now: &Moment) -> Outcome {
    let setup = training_setup(shared, PRACTICE, Texts::new(shared.lang).get("editor-trial-site"));
    let Ok(visit) = Visit::begin(definition, setup, now) else {
        shared.notify(Refusal::CannotFollow.message());
        return Outcome::default();
    };
    shared.set_aside = shared.active_visit.take();
    shared.active_visit = Some(ActiveVisit { is_trial: true, ..ActiveVisit::new(visit) });
    Go::Push(Destination::Visit(None)).into()
}

/// Returns whether the open visit has unsaved events, so that no other may replace it; notifies the user then.
pub fn notify_if_unsaved(shared: &mut Shared) -> bool {
    let unsaved = shared.active_visit.as_ref().is_some_and(|active| !active.is_saved());
    if unsaved {
        shared.notify("app-notice-unsaved-first");
    }
    unsaved
}

/// Begins a training visit at a site used for nothing else, given by its id and the message id of its name.
pub fn begin_training(
    shared: &mut Shared,
    definition: Arc<Definition>,
    (site, name): (&str, &str),
    now: &Moment,
) -> Outcome {
    if notify_if_unsaved(shared) {
        return Outcome::default();
    }
    let setup = training_setup(shared, site, Texts::new(shared.lang).get(name));
    begin_visit(shared, definition, setup, None, now)
}

/// Begins the guided visit that teaches the keys.
pub fn begin_guided(shared: &mut Shared, now: &Moment) -> Outcome {
    if notify_if_unsaved(shared) {
        return Outcome::default();
    }
    let library = shared.library.get_or_insert_with(checklists::bundled);
    let listed = library.iter().find(|listed| listed.id == PRACTICE);
    let Some(definition) = listed.and_then(|listed| listed.definition.clone().ok()) else {
        shared.notify("app-notice-no-checklist");
        return Outcome::default();
    };
    begin_training(shared, definition, (PRACTICE, "app-practice-site"), now)
}

/// Begins a practice visit on a scenario, at a speed.
pub fn begin_scenario(shared: &mut Shared, staged: &Staged, speed: f64, observer: Observer, now: &Moment) -> Outcome {
    let setup = VisitSetup {
        observer,
        scenario: Some(staged.reference(speed)),
        ..training_setup(shared, PRACTICE, staged.scenario.title.get(shared.lang))
    };
    let play = Playback { scenario: staged.scenario.clone(), speed };
    shared.notice = staged.passed_over().map(Notice::With);
    begin_visit(shared, staged.definition.clone(), setup, Some(play), now)
}

/// Returns the setup of a training visit at a site, given by its id and name.
fn training_setup(shared: &Shared, site: &str, name: &str) -> VisitSetup {
    let site = Site { id: site.to_owned(), name: Some(name.to_owned()), group: None };
    let observer = shared.trainee().unwrap_or_else(|| Observer { id: PRACTICE.to_owned(), name: None });
    shared.environment.setup(Kind::Training, site, observer)
}
