//! New scenarios: one to be filled in for a checklist, or one whose reference is a training visit.
//!
//! Each row of the reference names its item and the answers that it takes in fields of its own, `x_label` and `x_answers`.

use super::atomic::{self, numbered};
use super::document_error::DocumentError;
use super::error::StoreError;
use super::folders::{Folders, file_stem, make_folder};
use super::json_file;
use super::located_fault::LocatedFault;
use super::no_scenario::NoScenario;
use super::scenario_checklist::CandidateChecklists;
use super::scenarios;
use crate::text::{Arg, Texts, clean};
use crate::visit::checklist::LocalText;
use crate::visit::scenario::from_visit::{ObservedAnswer, SceneClock};
use crate::visit::scenario::validate::{NoChecklist, faults};
use crate::visit::scenario::{ChecklistVersion, FORMAT, Scenario, ScriptLine};
use crate::visit::valid_answers::answers;
use crate::visit::validate::FaultKind;
use crate::visit::{Definition, Playback, Value, Visit};
use serde::Deserialize;
use serde_json::{Map, json};
use std::path::PathBuf;

/// Stands for the id until a file name is found.
const UNNAMED: &str = "x";
/// The most characters of the part of an id that comes from elsewhere.
const LONGEST_STEM: usize = 40;

/// A scenario that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewScenario {
    pub id: String,
    pub path: PathBuf,
}

/// Writes a scenario for a checklist, with every row of the reference to be filled in.
///
/// # Errors
/// Fails if the file cannot be written. No file is ever replaced.
pub fn create_for(folders: &Folders, definition: &Definition, texts: &Texts) -> Result<NewScenario, StoreError> {
    let checklist = definition.checklist();
    let text = |id| LocalText::Same(texts.get(id).to_owned());
    let title = texts.with("scenario-new-title", &[("title", checklist.title.get(texts.lang()).into())]);
    let line = |at_s, speaker, id| ScriptLine { at_s, speaker, text: text(id) };
    let script =
        [line(0.0, None, "scenario-new-seen"), line(10.0, Some(text("scenario-new-speaker")), "scenario-new-said")];
    let rows = definition.items().map(|(place, _)| row(definition, place, texts, &Value::text(""), None, ""));
    let raw = json!({
        "format": FORMAT, "id": UNNAMED, "version": "1.0.0",
        "checklist": {"id": checklist.id, "version": checklist.version},
        "title": title, "summary": texts.get("scenario-new-summary"), "script": script,
        "reference": rows.collect::<Vec<_>>(),
    });
    write(folders, &format!("{}-scenario", shortened(&checklist.id)), &raw)
}

/// Writes a scenario whose reference is a training visit: its answers with their times, and its notes as the reasons. Its
/// marks are lines of the script, beside those of the scenario that it followed.
///
/// # Errors
/// [`DocumentError::NoScenario`] if nobody could practise it, and errors of writing the file. No file is ever replaced.
pub fn create_from(
    folders: &Folders,
    visit: &Visit,
    play: Option<&Playback>,
    texts: &Texts,
) -> Result<NewScenario, StoreError> {
    let refused = |why| Err(StoreError::Document(DocumentError::NoScenario(why)));
    if let Some(why) = NoScenario::of(visit) {
        return refused(why);
    }
    let Some((started, at)) = visit.state().started() else { return refused(NoScenario::NotFinished) };
    let clock = SceneClock::new(visit);
    let script = script(&clock, visit, play, texts);
    let ends_at_s = script.iter().map(|line| line.at_s).fold(clock.end_s(), f64::max);
    let facts = [("date", Arg::from(texts.date(at.civil()))), ("site", started.site.label().into())];
    let rows = clock.answers().into_iter().map(|answer| observed_row(visit.definition(), &answer, texts));
    let checklist = ChecklistVersion { id: started.checklist.id.clone(), version: started.checklist.version.clone() };
    let raw = json!({
        "format": FORMAT, "id": UNNAMED, "version": "1.0.0", "checklist": checklist,
        "title": texts.with("scenario-visit-title", &facts), "summary": texts.with("scenario-visit-summary", &facts),
        "script": script, "ends_at_s": ends_at_s, "reference": rows.collect::<Vec<_>>(),
    });
    if let Some(why) = why_not(folders, &raw)? {
        return refused(why);
    }
    write(folders, &shortened(&format!("{}-{}", at.civil().date(), started.site.id)), &raw)
}

/// Returns why nobody could practise a scenario that is made of a visit.
fn why_not(folders: &Folders, raw: &serde_json::Value) -> Result<Option<NoScenario>, StoreError> {
    let scenario = Scenario::deserialize(raw).unwrap_or_default();
    let installed = match CandidateChecklists::read(folders).choose(&scenario) {
        Ok((definition, _)) => {
            let faults = faults(&scenario, Ok(&definition));
            if faults.iter().any(|fault| matches!(fault.kind, FaultKind::AboveMaximum { .. })) {
                return Ok(Some(NoScenario::TooLong));
            }
            if faults.is_empty() {
                return Ok(None);
            }
            let path = folders.scenarios();
            let faults = faults.into_iter().map(|fault| LocatedFault::at_start(fault.kind)).collect();
            return Err(StoreError::Document(DocumentError::FaultyScenario { path, faults }));
        }
        Err(NoChecklist::OtherVersion(installed)) => Some(installed),
        Err(NoChecklist::Missing) => None,
    };
    Ok(Some(NoScenario::NoChecklist { checklist: scenario.checklist, installed }))
}

/// Returns the lines of the scenario that a visit followed, and its marks; without any, one that says that it begins.
fn script(clock: &SceneClock<'_>, visit: &Visit, play: Option<&Playback>, texts: &Texts) -> Vec<ScriptLine> {
    let label = |item| visit.definition().item(item).label.get(texts.lang()).to_owned();
    let marks = clock.marks().map(|(at_s, mark)| {
        let text = mark.text.clone().filter(|text| !is_blank(text)).or_else(|| mark.item.map(label));
        let text = text.unwrap_or_else(|| texts.get("scenario-visit-mark").to_owned());
        ScriptLine { at_s, speaker: None, text: LocalText::Same(text) }
    });
    let followed = play.iter().flat_map(|play| play.scenario.script.iter().cloned());
    let mut lines: Vec<ScriptLine> = followed.chain(marks).collect();
    lines.sort_by(|a, b| a.at_s.total_cmp(&b.at_s));
    if lines.is_empty() {
        let text = LocalText::Same(texts.get("scenario-visit-begins").to_owned());
        lines.push(ScriptLine { at_s: 0.0, speaker: None, text });
    }
    lines
}

/// Returns the row of an answer of a visit. An item that it left unanswered could not be observed.
fn observed_row(definition: &Definition, answer: &ObservedAnswer<'_>, texts: &Texts) -> serde_json::Value {
    let not_observed = Value::text(Value::NOT_OBSERVED);
    let value = answer.value.as_ref().unwrap_or(&not_observed);
    let without = if answer.value.is_some() { "scenario-visit-no-note" } else { "scenario-visit-unanswered" };
    let note = answer.note.filter(|note| !is_blank(note));
    row(definition, answer.item, texts, value, answer.seen_at_s, note.unwrap_or_else(|| texts.get(without)))
}

/// Returns a row of the reference, with what helps to fill it in.
fn row(
    definition: &Definition,
    place: usize,
    texts: &Texts,
    value: &Value,
    seen_at_s: Option<f64>,
    reason: &str,
) -> serde_json::Value {
    let item = definition.item(place);
    let args = answers(&item.response);
    let args: Vec<(&str, Arg)> = args.iter().map(|(name, value)| (*name, Arg::from(value))).collect();
    let mut row = Map::new();
    row.insert("item".to_owned(), json!(item.id));
    row.insert("x_label".to_owned(), json!(item.label.get(texts.lang())));
    row.insert("x_answers".to_owned(), json!(texts.with("scenario-answers", &args)));
    row.insert("value".to_owned(), json!(value));
    if let Some(seen_at_s) = seen_at_s {
        row.insert("seen_at_s".to_owned(), json!(seen_at_s));
    }
    row.insert("reason".to_owned(), json!(reason));
    row.into()
}

fn is_blank(text: &str) -> bool {
    clean(text).trim().is_empty()
}

/// Returns the beginning of an id.
fn shortened(id: &str) -> String {
    id.chars().take(LONGEST_STEM).collect()
}

/// Writes a scenario under the first id and file name that are free.
fn write(folders: &Folders, stem: &str, raw: &serde_json::Value) -> Result<NewScenario, StoreError> {
    let folder = folders.scenarios();
    make_folder(&folder)?;
    let taken: Vec<String> = scenarios::load_all(folders).into_iter().map(|listed| listed.id).collect();
    let free = |n: u32| {
        let ids = (1..=u32::MAX).map(|n| file_stem(&numbered(stem, '-', n))).filter(|id| !taken.contains(id));
        ids.take(n as usize).last().unwrap_or_default() + ".json"
    };
    let text = json_file::to_text(&folder, raw)?;
    let id = |id: &str| format!("\"id\": \"{id}\"");
    let with_id = |name: &str| text.replacen(&id(UNNAMED), &id(name.trim_end_matches(".json")), 1);
    let path = atomic::write_new(&folder, free, with_id)?;
    let id = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(NewScenario { id, path })
}
