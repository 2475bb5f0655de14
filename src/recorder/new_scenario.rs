//! Writes a new scenario, for a checklist or from a training visit.

use super::read_effects::load_session;
use crate::app::Message;
use crate::app::effect::ScenarioSource;
use crate::store::Folders;
use crate::store::scenario_draft::{self, NewScenario};
use crate::text::Texts;

/// Writes a new scenario and reports where.
pub fn make_scenario(folders: &Folders, source: &ScenarioSource, texts: &Texts) -> Message {
    let (made, message) = match source {
        ScenarioSource::Checklist(definition) => {
            (scenario_draft::create_for(folders, definition, texts), "scenario-made-draft")
        }
        ScenarioSource::Visit(path) => {
            let made = load_session(folders, path)
                .and_then(|loaded| scenario_draft::create_from(folders, &loaded.visit, loaded.play.as_ref(), texts));
            (made, "scenario-made")
        }
    };
    let told = |made: NewScenario| Message::ScenarioMade((message, vec![("path", made.path.display().to_string())]));
    made.map_or_else(Message::Failed, told)
}
