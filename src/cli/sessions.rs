//! `esprit sessions`: lists the visits under way and the saved ones, newest first.

use super::output::Output;
use super::setup::Setup;
use super::{CommandResult, FAILED};
use crate::app::loaded_data::JournalRepair;
use crate::app::{format, practice_format};
use crate::recorder;
use crate::store::reading::Directory;
use crate::store::session::Ending;
use crate::store::{SessionHead, StoreError, Unfinished, sessions};
use crate::text::Arg;
use clap::ArgMatches;
use serde_json::{Value, json};

/// Lists the visits.
pub fn run(setup: &Setup, matches: &ArgMatches, output: &mut Output) -> CommandResult {
    setup.check_data_folder()?;
    let mut repairs = Vec::new();
    let open = recorder::list_unfinished(&setup.folders, &mut repairs).map_err(|error| setup.failed(&error))?;
    for repair in &repairs {
        let message = repair.as_ref().map_or_else(StoreError::message, JournalRepair::message);
        output.message(&setup.message_text(&message))?;
    }
    let has_error = open.iter().any(|one| one.visit.is_err()) || repairs.iter().any(Result::is_err);
    let mut code = if has_error { FAILED } else { 0 };
    if matches.get_flag("json") {
        let mut saved = Vec::new();
        let mut unreadable = Vec::new();
        for head in sessions::heads(&setup.folders) {
            match head {
                Ok(head) => saved.push(head_json(setup, &head)),
                Err(error) => unreadable.push(Value::from(setup.error_text(&error))),
            }
        }
        let open: Vec<Value> = open.iter().map(|one| open_json(setup, one)).collect();
        if !unreadable.is_empty() {
            code = FAILED;
        }
        output.write_json(&json!({"unfinished": open, "sessions": saved, "unreadable": unreadable}))?;
        return Ok(code);
    }
    for one in &open {
        output.write_line(&open_line(setup, one))?;
    }
    let mut any = !open.is_empty();
    let directory = Directory::load(&setup.folders);
    for head in sessions::heads(&setup.folders) {
        if output.is_closed() {
            break;
        }
        match head {
            Ok(head) => output.write_line(&head_line(setup, &directory, &head))?,
            Err(error) => {
                output.message(&setup.error_text(&error))?;
                code = FAILED;
            }
        }
        any = true;
    }
    if !any {
        output.message(setup.texts.get("cli-sessions-none"))?;
    }
    Ok(code)
}

/// Formats a visit under way as a line.
pub fn open_line(setup: &Setup, one: &Unfinished) -> String {
    let texts = &setup.texts;
    match &one.visit {
        Ok(summary) => {
            let id = match one.busy {
                true => "cli-sessions-busy",
                false if summary.is_correction => "cli-sessions-correction",
                false => "cli-sessions-open",
            };
            let at = texts.day_time(summary.last_at.civil());
            let args = [
                ("id", Arg::from(one.id.as_str())),
                ("site", summary.site.label().into()),
                ("answers", summary.answers.into()),
                ("at", at.into()),
            ];
            texts.with(id, &args)
        }
        Err(error) => format!("{}  {}", one.id, setup.error_text(error)),
    }
}

/// Formats a saved visit as a line.
pub fn head_line(setup: &Setup, directory: &Directory, head: &SessionHead) -> String {
    let texts = &setup.texts;
    let at = head.started_at.civil().strftime("%Y-%m-%d %H:%M");
    let practice = recorder::practice_score(&setup.folders, head);
    let failed = if head.score.failed_critical.is_empty() || practice.is_some() { "" } else { " !" };
    let status = match head.status {
        _ if head.in_conflict => "status-in-conflict",
        Ending::Void => "status-void",
        Ending::Abandoned => "status-abandoned",
        Ending::Complete if head.corrections.is_some() => "status-corrected",
        Ending::Complete => "",
    };
    let status = if status.is_empty() { String::new() } else { format!("  {}", texts.get(status)) };
    let score = match practice {
        Some(score) => practice_format::score(texts, score),
        None => format::percent(texts, head.score.percent),
    };
    let (site, observer) = (directory.site(&head.site), directory.observer(&head.observer));
    format!("{}  {at}  {score:>8}{failed}  {}  {}{status}", head.id, site.label(), observer.label())
}

fn open_json(setup: &Setup, one: &Unfinished) -> Value {
    match &one.visit {
        Ok(summary) => json!({
            "id": one.id, "busy": one.busy, "kind": summary.kind, "site": summary.site, "observer": summary.observer,
            "checklist": summary.checklist, "started_at": summary.started_at, "last_recorded_at": summary.last_at,
            "answers": summary.answers, "correction": summary.is_correction,
        }),
        Err(error) => json!({"id": one.id, "busy": one.busy, "problem": setup.error_text(error)}),
    }
}

fn head_json(setup: &Setup, head: &SessionHead) -> Value {
    let practice = recorder::practice_score(&setup.folders, head);
    json!({
        "id": head.id, "path": head.path.display().to_string(), "kind": head.kind, "status": head.status, "relation": head.relation,
        "site": head.site, "observer": head.observer, "started_at": head.started_at, "ended_at": head.ended_at,
        "duration_ms": head.duration_ms, "checklist": head.checklist, "score": head.score,
        "practice": practice.map(|(agreed, compared)| json!({"agreed": agreed, "compared": compared})),
        "corrections": head.corrections, "other_files": head.other_files, "in_conflict": head.in_conflict,
    })
}
