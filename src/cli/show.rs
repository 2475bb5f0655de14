//! `esprit show`: one visit, with its answers, its timeline and its score explained.

use super::output::Output;
use super::practise;
use super::sessions::{head_line, open_line};
use super::setup::Setup;
use super::{Done, FAILED, Stop};
use crate::analysis::reveal::reveal;
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
use std::path::{Path, PathBuf};
use unicode_width::UnicodeWidthStr;

/// As many visits are named where the beginning of an id fits several.
const NAMED: usize = 20;

/// How wide the column of answers is; a longer answer stands under its item.
const ANSWER: usize = 12;

/// What stands before a line under an item.
const UNDER: &str = "                          ";

/// Shows one visit; exit code 1 where its file cannot be trusted.
pub fn run(setup: &Setup, matches: &ArgMatches, output: &mut Output) -> Done {
    let asked = matches.get_one::<PathBuf>("session").cloned().unwrap_or_default();
    let record = find(setup, &asked)?;
    let visit = &record.visit;
    let rows = score::answer_rows(visit.definition(), visit.state());
    let score = score::score(visit.definition(), &rows);
    let doubt = record.doubt.as_ref().map(|(id, args)| format::message(&setup.texts, id, args));
    if matches.get_flag("json") {
        output.json(&document(&record, &rows, &score, doubt.as_deref()))?;
    } else {
        facts(setup, visit, &score, output)?;
        answers(setup, visit, output)?;
        timeline(setup, visit, output)?;
        explained(setup, visit, &rows, output)?;
        practise::compared(setup, &record, output)?;
        if let Some(doubt) = &doubt {
            output.say(doubt)?;
        }
    }
    Ok(if doubt.is_some() { FAILED } else { 0 })
}

/// Finds the one visit that was asked for.
pub fn find(setup: &Setup, asked: &Path) -> Result<LoadedVisit, Stop> {
    let name = asked.to_string_lossy();
    let unknown = || Stop::Failed(setup.texts.with("cli-no-session", &[("asked", name.as_ref().into())]));
    let found = if asked.is_file() {
        vec![Found::Saved(asked.to_owned())]
    } else {
        setup.look()?;
        sessions::find(&setup.folders, &name).map_err(|error| setup.failed(&error))?
    };
    let wanted = match found.as_slice() {
        [Found::Saved(path)] => Read::LoadSession(path.clone()),
        [Found::Unfinished(id)] => Read::LoadUnfinishedVisit(id.clone()),
        [] => return Err(unknown()),
        several => return Err(which(setup, &name, several)),
    };
    let mut answer = None;
    recorder::read(&setup.folders, &wanted, &mut |message| answer = Some(message));
    match answer {
        Some(Message::VisitLoaded(record)) => Ok(*record),
        Some(Message::Failed(error)) => Err(setup.failed(&error)),
        _ => Err(unknown()),
    }
}

/// Names the visits that the beginning of an id may mean.
fn which(setup: &Setup, asked: &str, found: &[Found]) -> Stop {
    let args = [("asked", asked.into()), ("count", found.len().into())];
    let mut lines = vec![setup.texts.with("cli-several-sessions", &args)];
    let open = list_unfinished(&setup.folders).unwrap_or_default();
    for one in found.iter().take(NAMED) {
        let line = match one {
            Found::Saved(path) => match sessions::head(path) {
                Ok(head) => head_line(setup, &head),
                Err(error) => setup.say(&error),
            },
            Found::Unfinished(id) => {
                open.iter().find(|one| one.id == *id).map_or_else(|| id.clone(), |one| open_line(setup, one))
            }
        };
        lines.push(clean(&line).into_owned());
    }
    if found.len() > NAMED {
        lines.push("…".to_owned());
    }
    Stop::Failed(lines.join("\n"))
}

/// Says which visit it is.
pub fn heading(setup: &Setup, visit: &Visit, output: &mut Output) -> std::io::Result<()> {
    let texts = &setup.texts;
    let Some((started, at)) = visit.state().started() else { return Ok(()) };
    let kind = texts.get(format::kind_id(started.kind));
    let title = visit.definition().checklist().title.get(texts.lang());
    output.heading(&format!("{} · {} · {kind} · {title}", started.site.label(), texts.day_time(at.civil())))
}

fn facts(setup: &Setup, visit: &Visit, score: &Score, output: &mut Output) -> std::io::Result<()> {
    let texts = &setup.texts;
    heading(setup, visit, output)?;
    let Some((started, _)) = visit.state().started() else { return Ok(()) };
    let lasted = visit.state().last_time().map_or(0, |(_, elapsed)| elapsed);
    let args = [
        ("percent", Arg::from(format::percent(texts, score.percent))),
        ("points", texts.decimal(score.points, 1).into()),
        ("possible", texts.decimal(score.possible, 1).into()),
        ("duration", texts.duration(lasted).into()),
        ("observer", started.observer.id.as_str().into()),
    ];
    output.line(&texts.with("app-session-facts", &args))?;
    if let Some(remark) = &started.remark {
        output.line(remark)?;
    }
    let items = visit.definition().items().filter(|(_, item)| score.failed_critical.contains(&item.id));
    let failed: Vec<&str> = items.map(|(_, item)| item.label.get(texts.lang())).collect();
    if !failed.is_empty() {
        output.line(&texts.with("app-session-failed", &[("items", failed.join(", ").into())]))?;
    }
    if !visit.is_over() {
        output.line(texts.get("status-open"))?;
    }
    Ok(())
}

/// Writes the answers, each under its section, and the page of notes.
pub fn answers(setup: &Setup, visit: &Visit, output: &mut Output) -> std::io::Result<()> {
    let texts = &setup.texts;
    let definition = visit.definition();
    let mut section = None;
    for (index, item) in definition.items().filter(|(index, _)| visit.state().applies(*index)) {
        if section.replace(definition.section_index(index)) != Some(definition.section_index(index)) {
            output.line("")?;
            output.heading(definition.section(index).title.get(texts.lang()))?;
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
        let fits = value.width() <= ANSWER;
        let (beside, pad) = if fits { (&*value, ANSWER - value.width()) } else { ("", ANSWER) };
        output.line(&format!("  {at:8}  {beside}{:pad$}  {label}", ""))?;
        if !fits {
            output.line(&format!("{UNDER}→ {value}"))?;
        }
        if let Some(note) = visit.state().item(index).and_then(|state| state.note.as_deref()) {
            for line in note.lines() {
                output.line(&format!("{UNDER}{line}"))?;
            }
        }
    }
    if let Some(page) = visit.state().note() {
        output.line("")?;
        output.heading(texts.get("app-note"))?;
        output.lines(page)?;
    }
    Ok(())
}

fn timeline(setup: &Setup, visit: &Visit, output: &mut Output) -> std::io::Result<()> {
    output.line("")?;
    output.heading(setup.texts.get("cli-show-timeline"))?;
    for event in visit.events() {
        let at = format::time_of_day(event.at);
        output.line(&format!("  {at}  {:>4}  {}", event.seq, format::event(&setup.texts, visit, event, true)))?;
    }
    Ok(())
}

fn explained(setup: &Setup, visit: &Visit, rows: &[AnswerRow], output: &mut Output) -> std::io::Result<()> {
    let texts = &setup.texts;
    output.line("")?;
    output.heading(texts.get("cli-show-score"))?;
    for row in rows {
        let Some(index) = visit.definition().position(&row.item) else { continue };
        let item = visit.definition().item(index);
        let points = format::points(texts, row);
        output.line(&format!(
            "  {points:>13}  {} ({})",
            item.label.get(texts.lang()),
            format::score_explanation(texts, item, row)
        ))?;
    }
    Ok(())
}

fn document(record: &LoadedVisit, rows: &[AnswerRow], score: &Score, doubt: Option<&str>) -> Value {
    let visit = &record.visit;
    let started = visit.state().started();
    json!({
        "path": record.path,
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
        "practice": record.play.as_ref().filter(|_| visit.is_over()).map(|play| practise::figures(&reveal(visit, play))),
    })
}
