//! Practice on a scenario: the format and its faults, the unfolding script, the comparison at the end, in every front
//! end.

mod checklist;
pub mod flow;
pub mod lines;
mod new_scenario;
mod pty;
mod reveal;
mod scenarios;

use crate::support::{Place, SESSION, bundled, moment, program};
use esprit::app::{Model, Screen};
use esprit::store::scenarios::{ListedScenario, load_all};
use esprit::visit::event::{Observer, ScenarioRef};
use esprit::visit::scenario::Scenario;
use esprit::visit::{Definition, Kind, Playback, Site, Visit, VisitSetup};
use std::path::Path;
use std::sync::Arc;

/// A file of the first version of the format, never changed.
pub const FROZEN: &str = include_str!("../../fixtures/bakery.scenario.json");

/// Installs the frozen scenario as the user's own, and returns the library.
pub fn library(place: &Place) -> Vec<ListedScenario> {
    install(place, "bakery.json", FROZEN);
    load_all(&place.folders())
}

/// Writes a file to the user's scenarios.
pub fn install(place: &Place, name: &str, text: &str) {
    let folder = place.folders().scenarios();
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(name), text).unwrap();
}

pub fn frozen() -> Arc<Scenario> {
    Arc::new(serde_json::from_str(FROZEN).unwrap())
}

pub fn fixture() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/bakery.scenario.json")
}

/// Begins practice with a checklist at a speed.
pub fn begin(definition: &Arc<Definition>, scenario: &Arc<Scenario>, speed: f64) -> (Visit, Playback) {
    let reference = ScenarioRef { id: scenario.id.clone(), version: "1.0.0".into(), digest: "sha256:1".into(), speed };
    let setup = VisitSetup {
        session: SESSION.to_owned(),
        kind: Kind::Training,
        site: Site { id: "practice".to_owned(), name: None, group: None },
        observer: Observer { id: "o12".to_owned(), name: None },
        time_zone: "Europe/Paris".to_owned(),
        remark: None,
        scenario: Some(reference),
        program: program(),
    };
    (
        Visit::begin(Arc::clone(definition), setup, &moment(0)).unwrap(),
        Playback { scenario: Arc::clone(scenario), speed },
    )
}

/// Begins practice on the frozen scenario at a speed.
pub fn bakery(speed: f64) -> (Visit, Playback) {
    begin(&bundled("practice"), &frozen(), speed)
}

/// Removes the texts of a scenario's author from a model.
pub fn silence(model: &mut Model) {
    let quiet = |scenario: &mut Arc<Scenario>| {
        let raw = crate::screens::mute(&serde_json::to_value(&**scenario).unwrap(), "");
        *scenario = Arc::new(serde_json::from_value(raw).unwrap());
    };
    if let Some(play) = model.shared.active_visit.as_mut().and_then(|run| run.play.as_mut()) {
        quiet(&mut play.scenario);
    }
    match model.screen_mut() {
        Screen::Scenarios(screen) => {
            for staged in screen.scenarios.iter_mut().flatten().filter_map(|listed| listed.staged.as_mut().ok()) {
                quiet(&mut staged.scenario);
                let raw = crate::screens::mute(staged.definition.raw(), "");
                staged.definition = Arc::new(Definition::new(raw).unwrap());
            }
        }
        Screen::Debrief(screen) => {
            quiet(&mut screen.play.scenario);
            screen.visit = crate::screens::silent(&screen.visit);
        }
        _ => {}
    }
}
