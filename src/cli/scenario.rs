//! `esprit scenario`: lists scenarios, shows one, checks files.

use super::output::Output;
use super::setup::Setup;
use super::{CommandResult, FAILED, checklist};
use crate::app::format;
use crate::app::practice_format;
use crate::store::StoreError;
use crate::store::checklists::Source;
use crate::store::scenarios::{self, ListedScenario, Staged};
use clap::ArgMatches;
use serde_json::{Value, json};
use std::io;
use std::path::Path;

/// Runs the subcommand.
pub fn run(setup: &Setup, matches: &ArgMatches, output: &mut Output) -> CommandResult {
    setup.check_data_folder()?;
    let code = match matches.subcommand() {
        Some(("show", matches)) => show(setup, &super::path(matches, "scenario"), output)?,
        Some(("check", matches)) => checklist::check_files(setup, matches, output, |path| {
            scenarios::check(&setup.folders, path).map(|staged| check_lines(setup, path, &staged))
        })?,
        Some((_, matches)) => list(setup, matches.get_flag("json"), output)?,
        None => list(setup, false, output)?,
    };
    Ok(code)
}

fn list(setup: &Setup, as_json: bool, output: &mut Output) -> io::Result<u8> {
    let texts = &setup.texts;
    let all = scenarios::load_all(&setup.folders);
    let code = if all.iter().any(|listed| listed.staged.is_err()) { FAILED } else { 0 };
    if as_json {
        let documents: Vec<Value> = all.iter().map(|listed| scenario_json(setup, listed)).collect();
        output.write_json(&json!({"scenarios": documents}))?;
        return Ok(code);
    }
    if all.is_empty() {
        output.message(texts.get("practise-empty"))?;
    }
    for listed in &all {
        match &listed.staged {
            Ok(staged) => {
                let scenario = &staged.scenario;
                let lasts = practice_format::moment(scenario.end_s());
                let source = checklist::source_label(setup, &listed.source);
                let title = scenario.title.get(texts.lang());
                let checklist = checklist_label(staged);
                let version = &scenario.version;
                output.write_line(&format!(
                    "{:<24}  {version:<8}  {lasts}  {checklist:<16}  {title}  ({source})",
                    listed.id
                ))?;
                passed_over_line(setup, staged).iter().try_for_each(|line| output.write_line(line))?;
            }
            Err(error) => checklist::print_faults(setup, path(listed), error, output)?,
        }
    }
    Ok(code)
}

/// Returns the checklist that a scenario is practised with.
fn checklist_label(staged: &Staged) -> String {
    let checklist = staged.definition.checklist();
    format!("{} {}", checklist.id, checklist.version)
}

/// Returns a line that says which copy of the checklist is not used, if there is one.
fn passed_over_line(setup: &Setup, staged: &Staged) -> Option<String> {
    staged.passed_over().map(|message| format!("  {}", setup.message_text(&message)))
}

fn path(listed: &ListedScenario) -> &Path {
    match &listed.source {
        Source::Bundled => Path::new(&listed.id),
        Source::File(path) => path,
    }
}

fn scenario_json(setup: &Setup, listed: &ListedScenario) -> Value {
    let (texts, path) = (&setup.texts, path(listed).display().to_string());
    match &listed.staged {
        Ok(staged @ Staged { scenario, digest, definition, .. }) => json!({
            "practised_by": {"version": definition.checklist().version, "digest": definition.digest()},
            "passed_over": staged.passed_over().map(|(id, args)| format::message(texts, id, &args)),
            "id": scenario.id, "version": scenario.version, "digest": digest, "checklist": scenario.checklist,
            "title": scenario.title.get(texts.lang()), "bundled": listed.is_bundled(), "path": path,
            "lines": scenario.script.len(), "lasts_s": scenario.end_s(), "references": scenario.reference.len(),
        }),
        Err(error) => {
            let fault = |fault: &crate::store::LocatedFault| {
                let say = |(id, args): crate::store::Message| format::message(texts, id, &args);
                let details: Vec<String> = fault.details().into_iter().map(say).collect();
                json!({"line": fault.line, "column": fault.column, "path": fault.path,
                       "fault": say(fault.message()), "mend": say(fault.mend()), "details": details})
            };
            let faults: Vec<Value> = error.faults().iter().map(fault).collect();
            json!({"id": listed.id, "path": path, "problem": setup.error_text(error), "faults": faults})
        }
    }
}

/// Returns a scenario by its id, or else from the file at that path.
pub fn find(setup: &Setup, asked: &Path) -> Result<Staged, StoreError> {
    match asked.to_str() {
        Some(asked) => scenarios::find(&setup.folders, asked),
        None => scenarios::read(&setup.folders, asked),
    }
}

fn show(setup: &Setup, asked: &Path, output: &mut Output) -> io::Result<u8> {
    match find(setup, asked) {
        Ok(staged) => print_scenario(setup, &staged, output).map(|()| 0),
        Err(error) => checklist::print_faults(setup, asked, &error, output).map(|()| FAILED),
    }
}

/// Prints a complete scenario, for trainers rather than trainees.
fn print_scenario(setup: &Setup, staged: &Staged, output: &mut Output) -> io::Result<()> {
    let texts = &setup.texts;
    let (scenario, definition) = (&staged.scenario, &staged.definition);
    output.write_heading(scenario.title.get(texts.lang()))?;
    let checklist = definition.checklist();
    let title = checklist.title.get(texts.lang());
    let lasts = practice_format::moment(scenario.end_s());
    output.write_line(&format!("{} {} · {lasts} · {title} {}", scenario.id, scenario.version, checklist.version))?;
    passed_over_line(setup, staged).iter().try_for_each(|line| output.write_line(line))?;
    output.write_line(scenario.summary.get(texts.lang()))?;
    output.write_line("")?;
    output.write_heading(texts.get("practise-script"))?;
    for line in &scenario.script {
        output.write_line(&format!(
            "  {}  {}",
            practice_format::moment(line.at_s),
            practice_format::line(texts, line)
        ))?;
    }
    output.write_line("")?;
    output.write_heading(texts.get("practise-references"))?;
    for row in &scenario.reference {
        let Some(item) = definition.position(&row.item).map(|place| definition.item(place)) else { continue };
        let at = row.seen_at_s.map_or_else(|| "–".to_owned(), practice_format::moment);
        let value = format::value(texts, item, &row.value);
        output.write_line(&format!("  {at:>8}  {} · {value}", item.label.get(texts.lang())))?;
        output.write_line(&format!("            {}", row.reason.get(texts.lang())))?;
    }
    Ok(())
}

/// Returns the lines on a file without faults.
fn check_lines(setup: &Setup, path: &Path, staged: &Staged) -> Vec<String> {
    let args = [
        ("checklist", checklist_label(staged).into()),
        ("path", path.display().to_string().into()),
        ("lines", staged.scenario.script.len().into()),
        ("references", staged.scenario.reference.len().into()),
    ];
    let good = setup.texts.with("practise-check-good", &args);
    [Some(good), passed_over_line(setup, staged)].into_iter().flatten().collect()
}
