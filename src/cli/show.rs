//! `esprit show`: shows a visit with its answers, its timeline and its score explained.

use super::output::Output;
use super::practise;
use super::sessions::{head_line, open_line};
use super::setup::Setup;
use super::suggestions;
use super::{CliError, CommandResult, FAILED};
use crate::analysis::practice_debrief::debrief;
use crate::app::format;
use crate::app::loaded_data::LoadedVisit;
use crate::app::{Message, Read};
use crate::recorder;
use crate::store::sessions::{self, Found};
use crate::store::unfinished::list_unfinished;
use crate::text::{Arg, clean};
use crate::visit::Visit;
use crate::visit::score::{self, AnswerRow, Score};
use clap::ArgMatches;
use serde_json::{Value, json};
use std::path::Path;
use unicode_width::UnicodeWidthStr;

/// The most visits listed if the beginning of an id is ambiguous.
const MAX_LISTED: usize = 20;

/// The width of the column of answers; longer answers are printed below their item.
const ANSWER_WIDTH: usize = 12;

/// The indent of lines below an item.
const INDENT: &str = "                          ";

/// Shows a visit; exit code 1 if its file cannot be trusted.
pub fn run(setup: &Setup, matches: &ArgMatches, output: &mut Output) -> CommandResult {
    let record = find(setup, &super::path(matches, "session"))?;
    let visit = &record.visit;
    let rows = score::answer_rows(visit.definition(), visit.state());
    let score = score::score(visit.definition(), &rows);
    let doubt = record.doubt.as_ref().map(|(id, args)| format::message(&setup.texts, id, args));
    if matches.get_flag("json") {
        output.write_json(&visit_json(&record, &rows, &score, doubt.as_deref()))?;
    } else {
        print_facts(setup, visit, &score, output)?;
        print_answers(setup, visit, output)?;
        print_timeline(setup, visit, output)?;
        print_score(setup, visit, &rows, output)?;
        practise::print_comparison(setup, &record, output)?;
        if let Some(doubt) = &doubt {
            output.message(doubt)?;
        }
    }
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
    for one in found.iter().take(MAX_LISTED) {
        let line = match one {
            Found::Saved(path) => match sessions::head(path) {
                Ok(head) => head_line(setup, &head),
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

/// Prints which visit it is.
pub fn print_heading(setup: &Setup, visit: &Visit, output: &mut Output) -> std::io::Result<()> {
    let texts = &setup.texts;
    let Some((started, at)) = visit.state().started() else { return Ok(()) };
    let kind = texts.get(format::kind_id(started.kind));
    let title = visit.definition().checklist().title.get(texts.lang());
    output.write_heading(&format!("{} · {} · {kind} · {title}", started.site.label(), texts.day_time(at.civil())))
}

fn print_facts(setup: &Setup, visit: &Visit, score: &Score, output: &mut Output) -> std::io::Result<()> {
    let texts = &setup.texts;
    print_heading(setup, visit, output)?;
    let Some((started, _)) = visit.state().started() else { return Ok(()) };
    let lasted = visit.state().last_time().map_or(0, |(_, elapsed)| elapsed);
    let args = [
        ("percent", Arg::from(format::percent(texts, score.percent))),
        ("points", texts.decimal(score.points, 1).into()),
        ("possible", texts.decimal(score.possible, 1).into()),
        ("duration", texts.duration(lasted).into()),
        ("observer", started.observer.id.as_str().into()),
    ];
    let id = if score.percent.is_some() { "app-session-facts" } else { "app-session-no-score" };
    output.write_line(&texts.with(id, &args))?;
    if let Some(remark) = &started.remark {
        output.write_line(remark)?;
    }
    let items = visit.definition().items().filter(|(_, item)| score.failed_critical.contains(&item.id));
    let failed: Vec<&str> = items.map(|(_, item)| item.label.get(texts.lang())).collect();
    if !failed.is_empty() {
        output.write_line(&texts.with("app-session-failed", &[("items", failed.join(", ").into())]))?;
    }
    if !visit.is_over() {
        output.write_line(texts.get("status-open"))?;
    }
    Ok(())
}

/// Prints the answers by section, and the note on the visit.
pub fn print_answers(setup: &Setup, visit: &Visit, output: &mut Output) -> std::io::Result<()> {
    let texts = &setup.texts;
    let definition = visit.definition();
    let mut section = None;
    for (index, item) in definition.items().filter(|(index, _)| visit.state().applies(*index)) {
        if section.replace(definition.section_index(index)) != Some(definition.section_index(index)) {
            output.write_line("")?;
            output.write_heading(definition.section(index).title.get(texts.lang()))?;
        }
        let answer = visit.state().answer(index);
        let value = answer.map_or_else(
            || texts.get("value-unanswered").to_owned(),
            |answer| format::value(texts, item, &answer.value),
        );
        let seen_at = answer.map(|answer| answer.observed_at.unwrap_or(answer.recorded_at));
        let at = seen_at.map(format::time_of_day).unwrap_or_default();
        let value = clean(&value);
        let label = item.label.get(texts.lang());
        let fits = value.width() <= ANSWER_WIDTH;
        let (beside, pad) = if fits { (&*value, ANSWER_WIDTH - value.width()) } else { ("", ANSWER_WIDTH) };
        output.write_line(&format!("  {at:8}  {beside}{:pad$}  {label}", ""))?;
        if !fits {
            output.write_line(&format!("{INDENT}→ {value}"))?;
        }
        if let Some(note) = visit.state().item(index).and_then(|state| state.note.as_deref()) {
            for line in note.lines() {
                output.write_line(&format!("{INDENT}{line}"))?;
            }
        }
    }
    if let Some(page) = visit.state().note() {
        output.write_line("")?;
        output.write_heading(texts.get("app-note"))?;
        output.write_lines(page)?;
    }
    Ok(())
}

fn print_timeline(setup: &Setup, visit: &Visit, output: &mut Output) -> std::io::Result<()> {
    output.write_line("")?;
    output.write_heading(setup.texts.get("cli-show-timeline"))?;
    for event in visit.events() {
        let at = format::time_of_day(event.at);
        output.write_line(&format!("  {at}  {:>4}  {}", event.seq, format::event(&setup.texts, visit, event, true)))?;
    }
    Ok(())
}

fn print_score(setup: &Setup, visit: &Visit, rows: &[AnswerRow], output: &mut Output) -> std::io::Result<()> {
    let texts = &setup.texts;
    output.write_line("")?;
    output.write_heading(texts.get("cli-show-score"))?;
    for row in rows {
        let Some(index) = visit.definition().position(&row.item) else { continue };
        let item = visit.definition().item(index);
        let points = format::points(texts, row);
        output.write_line(&format!(
            "  {points:>13}  {} ({})",
            item.label.get(texts.lang()),
            format::score_explanation(texts, item, row)
        ))?;
    }
    Ok(())
}

fn visit_json(record: &LoadedVisit, rows: &[AnswerRow], score: &Score, doubt: Option<&str>) -> Value {
    let visit = &record.visit;
    let started = visit.state().started();
    json!({
        "path": record.path.as_ref().map(|path| path.display().to_string()),
        "verified": record.path.is_some() && doubt.is_none(),
        "problem": doubt,
        "over": visit.is_over(),
        "started": started.map(|(started, _)| started),
        "started_at": started.map(|(_, at)| at),
        "duration_ms": visit.state().last_time().map(|(_, elapsed)| elapsed),
        "score": score,
        "answers": rows,
        "note": visit.state().note(),
        "events": visit.events(),
        "practice": record.play.as_ref().filter(|_| visit.is_over()).map(|play| practise::comparison_json(&debrief(visit, play))),
    })
}
