//! `esprit show`: one visit as text, a page, a workbook or JSON.

use super::output::Output;
use super::practise;
use super::report::options::output_format;
use super::report::target::Target;
use super::sessions::{head_line, open_line};
use super::setup::Setup;
use super::suggestions;
use super::{CliError, CommandResult, FAILED};
use crate::analysis::practice_debrief::debrief;
use crate::app::loaded_data::LoadedVisit;
use crate::app::{Message, Read};
use crate::recorder;
use crate::report::Format;
use crate::report::json::escape;
use crate::store::reading::Directory;
use crate::store::sessions::{self, Found};
use crate::store::unfinished::list_unfinished;
use crate::text::clean;
use crate::visit::changes::corrections;
use crate::visit::{Status, score};
use clap::ArgMatches;
use serde_json::{Value, json};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// The most visits listed if the beginning of an id is ambiguous.
const MAX_LISTED: usize = 20;

/// The formats of one visit.
pub const FORMATS: [Format; 4] = [Format::Text, Format::Html, Format::Xlsx, Format::Json];

/// Writes a visit in a format; exit code 1 if its file cannot be trusted.
pub fn run(setup: &Setup, matches: &ArgMatches, output: &mut Output) -> CommandResult {
    let file = matches.get_one::<PathBuf>("output");
    let format = if matches.get_flag("json") {
        Format::Json
    } else {
        output_format(matches, file, (Format::Text, &FORMATS), &setup.texts)?
    };
    if format == Format::Xlsx && file.is_none() && io::stdout().is_terminal() {
        return Err(CliError::Usage(setup.texts.get("cli-report-needs-file").to_owned()));
    }
    let record = find(setup, &super::path(matches, "session"))?;
    let doubt = record.doubt.as_ref().map(|message| setup.message_text(message));
    let mut target = Target::begin(file.map(PathBuf::as_path), output).map_err(|error| setup.failed(&error))?;
    let bytes = if format == Format::Json {
        let json = serde_json::to_string_pretty(&visit_json(&record, doubt.as_deref())).map_err(io::Error::from)?;
        format!("{}\n", escape(&json)).into_bytes()
    } else {
        let document = record.document(&setup.texts, setup.settings.show_score);
        document.render(format, target.render_options().colour)?
    };
    target.write_all(&bytes).map_err(|error| target.failed(setup, error))?;
    let saved = target.finish(setup, None)?;
    if format == Format::Text && file.is_none() {
        practise::print_comparison(setup, &record, output)?;
    }
    saved.iter().chain(&doubt).try_for_each(|line| output.message(line))?;
    Ok(if doubt.is_some() { FAILED } else { 0 })
}

/// Finds the visit named on the command line.
pub fn find(setup: &Setup, asked: &Path) -> Result<LoadedVisit, CliError> {
    let name = asked.to_string_lossy();
    let unknown = || {
        let message = setup.texts.with("cli-no-session", &[("asked", name.as_ref().into())]);
        CliError::Failed(suggestions::with_nearest_visit(message, &setup.texts, &name, &setup.folders))
    };
    let found = if asked.is_file() {
        vec![Found::Saved(asked.to_owned())]
    } else {
        setup.check_data_folder()?;
        sessions::find(&setup.folders, &name).map_err(|error| setup.failed(&error))?
    };
    let wanted = match found.as_slice() {
        [Found::Saved(path)] => Read::LoadSession(path.clone()),
        [Found::Unfinished(id)] => Read::LoadUnfinishedVisit(id.clone()),
        [] => return Err(unknown()),
        several => return Err(ambiguous_id(setup, &name, several)),
    };
    let mut answer = None;
    recorder::read(&setup.folders, &wanted, &mut |message| answer = Some(message));
    match answer {
        Some(Message::VisitLoaded(record)) => Ok(*record),
        Some(Message::Failed(error)) => Err(setup.failed(&error)),
        _ => Err(unknown()),
    }
}

/// Returns an error that lists the visits an ambiguous id may refer to.
fn ambiguous_id(setup: &Setup, asked: &str, found: &[Found]) -> CliError {
    let args = [("asked", asked.into()), ("count", found.len().into())];
    let mut lines = vec![setup.texts.with("cli-several-sessions", &args)];
    let open = list_unfinished(&setup.folders).unwrap_or_default();
    let directory = Directory::load(&setup.folders);
    for one in found.iter().take(MAX_LISTED) {
        let line = match one {
            Found::Saved(path) => match sessions::head(path) {
                Ok(head) => head_line(setup, &directory, &head),
                Err(error) => setup.error_text(&error),
            },
            Found::Unfinished(id) => {
                open.iter().find(|one| one.id == *id).map_or_else(|| id.clone(), |one| open_line(setup, one))
            }
        };
        lines.push(clean(&line).into_owned());
    }
    if found.len() > MAX_LISTED {
        lines.push("…".to_owned());
    }
    CliError::Failed(lines.join("\n"))
}

fn visit_json(record: &LoadedVisit, doubt: Option<&str>) -> Value {
    let visit = &record.visit;
    let rows = score::answer_rows(visit.definition(), visit.state());
    let started = visit.state().started();
    json!({
        "path": record.path.as_ref().map(|path| path.display().to_string()),
        "verified": record.path.is_some() && doubt.is_none(),
        "problem": doubt,
        "over": visit.is_over(),
        "started": started.map(|(started, _)| started),
        "started_at": started.map(|(_, at)| at),
        "duration_ms": visit.state().observed_until().map(|(_, elapsed)| elapsed),
        "score": score::score(visit.definition(), &rows),
        "answers": rows,
        "note": visit.state().note(),
        "void": visit.state().status() == Status::Void,
        "corrections": corrections(visit),
        "events": visit.events(),
        "practice": record.play.as_ref().filter(|_| visit.is_over()).map(|play| practise::comparison_json(&debrief(visit, play))),
    })
}
