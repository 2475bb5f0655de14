//! `esprit scenario`: the scenarios there are, one of them, the faults of a file.

use super::output::Output;
use super::setup::Setup;
use super::{Done, FAILED, checklist};
use crate::app::format;
use crate::app::practice_format;
use crate::store::checklists::Source;
use crate::store::scenarios::{self, Listed, Staged};
use clap::ArgMatches;
use serde_json::{Value, json};
use std::io;
use std::path::{Path, PathBuf};

/// Does what the inner command says.
pub fn run(setup: &Setup, matches: &ArgMatches, output: &mut Output) -> Done {
    setup.look()?;
    let code = match matches.subcommand() {
        Some(("show", matches)) => {
            let asked = matches.get_one::<PathBuf>("scenario").cloned().unwrap_or_default();
            show(setup, &asked, output)?
        }
        Some(("check", matches)) => {
            let files: Vec<PathBuf> = matches.get_many("file").into_iter().flatten().cloned().collect();
            check(setup, &files, output)?
        }
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
        let documents: Vec<Value> = all.iter().map(|listed| document(setup, listed)).collect();
        output.json(&json!({"scenarios": documents}))?;
        return Ok(code);
    }
    if all.is_empty() {
        output.say(texts.get("practise-empty"))?;
    }
    for listed in &all {
        match &listed.staged {
            Ok(staged) => {
                let scenario = &staged.scenario;
                let lasts = practice_format::moment(scenario.end_s());
                let source = source(setup, listed);
                let title = scenario.title.get(texts.lang());
                let checklist = named(staged);
                let version = &scenario.version;
                output
                    .line(&format!("{:<24}  {version:<8}  {lasts}  {checklist:<16}  {title}  ({source})", listed.id))?;
                passed_over(setup, staged, output)?;
            }
            Err(error) => checklist::fail(setup, path(listed), error, output)?,
        }
    }
    Ok(code)
}

/// Gives the checklist that a scenario is practised by.
fn named(staged: &Staged) -> String {
    let checklist = staged.definition.checklist();
    format!("{} {}", checklist.id, checklist.version)
}

/// Says which copy of the checklist is not used, where there is one.
fn passed_over(setup: &Setup, staged: &Staged, output: &mut Output) -> io::Result<()> {
    let Some((id, args)) = staged.passed_over() else { return Ok(()) };
    output.line(&format!("  {}", format::message(&setup.texts, id, &args)))
}

fn source(setup: &Setup, listed: &Listed) -> String {
    match &listed.source {
        Source::Bundled => setup.texts.get("app-checklists-bundled").to_owned(),
        Source::File(path) => path.display().to_string(),
    }
}

fn path(listed: &Listed) -> &Path {
    match &listed.source {
        Source::Bundled => Path::new(&listed.id),
        Source::File(path) => path,
    }
}

fn document(setup: &Setup, listed: &Listed) -> Value {
    let (texts, path) = (&setup.texts, path(listed));
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
                json!({"line": fault.line, "column": fault.column, "path": fault.path,
                       "fault": say(fault.message()), "mend": say(fault.mend())})
            };
            let faults: Vec<Value> = error.faults().iter().map(fault).collect();
            json!({"id": listed.id, "path": path, "problem": setup.say(error), "faults": faults})
        }
    }
}

fn show(setup: &Setup, asked: &Path, output: &mut Output) -> io::Result<u8> {
    let found = match asked.to_str() {
        Some(asked) => scenarios::get(&setup.folders, asked),
        None => scenarios::read(&setup.folders, asked),
    };
    match found {
        Ok(staged) => write(setup, &staged, output).map(|()| 0),
        Err(error) => checklist::fail(setup, asked, &error, output).map(|()| FAILED),
    }
}

/// Writes a scenario whole: for those who train, not for those who practise.
fn write(setup: &Setup, staged: &Staged, output: &mut Output) -> io::Result<()> {
    let texts = &setup.texts;
    let (scenario, definition) = (&staged.scenario, &staged.definition);
    output.heading(scenario.title.get(texts.lang()))?;
    let checklist = definition.checklist();
    let title = checklist.title.get(texts.lang());
    let lasts = practice_format::moment(scenario.end_s());
    output.line(&format!("{} {} · {lasts} · {title} {}", scenario.id, scenario.version, checklist.version))?;
    passed_over(setup, staged, output)?;
    output.line(scenario.summary.get(texts.lang()))?;
    output.line("")?;
    output.heading(texts.get("practise-script"))?;
    for line in &scenario.script {
        output.line(&format!("  {}  {}", practice_format::moment(line.at_s), practice_format::line(texts, line)))?;
    }
    output.line("")?;
    output.heading(texts.get("practise-references"))?;
    for row in &scenario.reference {
        let Some(item) = definition.position(&row.item).map(|place| definition.item(place)) else { continue };
        let at = row.seen_at_s.map_or_else(|| "–".to_owned(), practice_format::moment);
        let value = format::value(texts, item, &row.value);
        output.line(&format!("  {at:>8}  {} · {value}", item.label.get(texts.lang())))?;
        output.line(&format!("            {}", row.reason.get(texts.lang())))?;
    }
    Ok(())
}

fn check(setup: &Setup, files: &[PathBuf], output: &mut Output) -> io::Result<u8> {
    let mut code = 0;
    for path in files {
        match scenarios::read(&setup.folders, path) {
            Ok(staged) => {
                let scenario = &staged.scenario;
                let args = [
                    ("checklist", named(&staged).into()),
                    ("path", path.display().to_string().into()),
                    ("lines", scenario.script.len().into()),
                    ("references", scenario.reference.len().into()),
                ];
                output.line(&setup.texts.with("practise-check-good", &args))?;
                passed_over(setup, &staged, output)?;
            }
            Err(error) => {
                checklist::fail(setup, path, &error, output)?;
                code = FAILED;
            }
        }
    }
    Ok(code)
}
