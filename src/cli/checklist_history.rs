//! `esprit checklist history`, `restore`, `delete` and `edit`: the versions of the user's checklists.

use super::output::Output;
use super::setup::Setup;
use super::{CommandResult, USAGE_ERROR, visit};
use crate::app::Destination;
use crate::app::editor_start::EditorStart;
use crate::store::checklist_versions::{self, ListedVersion};
use crate::store::{checklist_drafts, checklists, sessions};
use crate::visit::Stamp;
use crate::visit::draft::Difference;
use clap::ArgMatches;
use jiff::Timestamp;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The format of the versions as JSON.
const FORMAT: &str = "esprit.checklist_history/1";

/// Runs the subcommand of this name.
pub fn run(setup: &Setup, command: &str, matches: &ArgMatches, output: &mut Output) -> CommandResult {
    let text = |name: &str| matches.get_one::<String>(name).cloned().unwrap_or_default();
    let id = text("id");
    match command {
        "history" => history(setup, &id, matches.get_flag("json"), output),
        "restore" => restore(setup, &id, &text("version"), output),
        "delete" => delete(setup, &id, matches.get_flag("yes"), output),
        _ => edit(setup, &id),
    }
}

/// Lists the versions, the newest first, with the number of visits that followed each.
fn history(setup: &Setup, id: &str, is_json: bool, output: &mut Output) -> CommandResult {
    setup.check_data_folder()?;
    let versions = checklist_versions::history(&setup.folders, id).map_err(|error| setup.failed(&error))?;
    let visits = visits_by_version(setup, id);
    let count = |version: &ListedVersion| visits.get(version.version()).copied().unwrap_or(0);
    if is_json {
        let all: Vec<Value> = versions.iter().map(|version| version_json(version, count(version))).collect();
        output.write_json(&json!({"format": FORMAT, "id": id, "versions": all}))?;
        return Ok(0);
    }
    let texts = &setup.texts;
    for version in &versions {
        let saved = version.saved_at.map(|at| texts.day_time(local(setup, at).civil()));
        let saved = saved.unwrap_or_else(|| texts.get("app-checklists-bundled").to_owned());
        let changed = texts.get(difference_id(version.difference));
        let visits = texts.with("cli-history-visits", &[("count", count(version).into())]);
        let current = if version.is_current { texts.get("cli-history-current") } else { "" };
        let line = format!("{:<10}  {saved:<24}  {changed:<24}  {visits}  {current}", version.version());
        output.write_line(line.trim_end())?;
    }
    Ok(0)
}

/// Returns the message that says what changed in a version.
pub fn difference_id(difference: Option<Difference>) -> &'static str {
    match difference {
        None => "history-first",
        Some(Difference::None) => "history-same",
        Some(Difference::Texts) => "history-texts",
        Some(Difference::Score) => "history-score",
    }
}

fn version_json(version: &ListedVersion, visits: usize) -> Value {
    let changed = version.difference.map(|difference| match difference {
        Difference::None => "nothing",
        Difference::Texts => "texts",
        Difference::Score => "score",
    });
    json!({
        "version": version.version(),
        "saved_at": version.saved_at.map(|at| at.to_string()),
        "changed": changed,
        "current": version.is_current,
        "digest": version.definition.digest(),
        "visits": visits,
    })
}

/// Counts the saved visits by the version of the checklist that they followed.
fn visits_by_version(setup: &Setup, id: &str) -> BTreeMap<String, usize> {
    let mut visits = BTreeMap::new();
    for head in sessions::heads(&setup.folders).filter_map(Result::ok).filter(|head| head.checklist.id == id) {
        *visits.entry(head.checklist.version).or_default() += 1;
    }
    visits
}

fn local(setup: &Setup, at: Timestamp) -> Stamp {
    setup.clock.local(at)
}

fn restore(setup: &Setup, id: &str, version: &str, output: &mut Output) -> CommandResult {
    setup.create_data_folder()?;
    let restored = checklist_versions::restore(&setup.folders, id, version).map_err(|error| setup.failed(&error))?;
    output.write_line(&restored.path.display().to_string())?;
    let args = [("version", version.into()), ("new", restored.checklist.version.into())];
    output.message(&setup.texts.with("cli-history-restored", &args))?;
    Ok(0)
}

fn delete(setup: &Setup, id: &str, is_meant: bool, output: &mut Output) -> CommandResult {
    setup.check_data_folder()?;
    if !is_meant {
        output.message(&setup.texts.with("cli-delete-unconfirmed", &[("id", id.into())]))?;
        return Ok(USAGE_ERROR);
    }
    checklist_versions::delete(&setup.folders, id).map_err(|error| setup.failed(&error))?;
    output.message(&setup.texts.with("cli-deleted", &[("id", id.into())]))?;
    Ok(0)
}

/// Opens the application on the editor of a checklist.
fn edit(setup: &Setup, id: &str) -> CommandResult {
    setup.create_data_folder()?;
    checklists::for_editing(&setup.folders, id).map_err(|error| setup.failed(&error))?;
    visit::open_at(setup, Destination::ChecklistEditor(EditorStart::Edit(id.to_owned())))
}

/// Returns the drafts that were not saved as a version, for the doctor.
pub fn drafts(setup: &Setup) -> Option<String> {
    let drafts = checklist_drafts::list(&setup.folders);
    let name = |id: &Option<String>| id.clone().unwrap_or_else(|| setup.texts.get("cli-doctor-new-draft").to_owned());
    let names: Vec<String> = drafts.iter().map(name).collect();
    (!names.is_empty()).then(|| names.join(", "))
}
