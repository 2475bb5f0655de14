//! `esprit verify`: checks whether session files prove what they contain.

use super::output::Output;
use super::setup::Setup;
use super::{CommandResult, FAILED};
use crate::app::format;
use crate::store::verify::{Finding, Problem, Relationship, verify_paths};
use clap::ArgMatches;
use std::io;
use std::path::Path;

/// Verifies files and folders, printing a line for each session; exit code 1 if one fails. All of them are checked,
/// even if the output is closed.
pub fn run(setup: &Setup, matches: &ArgMatches, output: &mut Output) -> CommandResult {
    let mut paths = super::paths(matches, "path");
    if paths.is_empty() {
        setup.check_data_folder()?;
        paths.extend(Some(setup.folders.sessions()).filter(|folder| folder.exists()));
    }
    let (mut held, mut failed) = (0usize, 0usize);
    let mut written: io::Result<()> = Ok(());
    let related = verify_paths(&paths, &mut |finding| {
        if finding.result.is_ok() {
            held += 1;
        } else {
            failed += 1;
        }
        if written.is_ok() {
            written = print_finding(setup, &finding, output);
        }
    });
    written?;
    for relationship in &related {
        failed += usize::from(matches!(relationship, Relationship::Conflict(..)));
        print_relationship(setup, relationship, output)?;
    }
    if held + failed == 0 {
        output.message(setup.texts.get("cli-verify-none"))?;
        return Ok(0);
    }
    let args = [("held", held.into()), ("failed", failed.into())];
    output.message(&setup.texts.with("cli-verify-sum", &args))?;
    Ok(if failed > 0 { FAILED } else { 0 })
}

fn print_relationship(setup: &Setup, relationship: &Relationship, output: &mut Output) -> io::Result<()> {
    let texts = &setup.texts;
    let line = match relationship {
        Relationship::Continues(newer, older) => {
            let args =
                [("place", place(&newer.path, newer.line).into()), ("other", place(&older.path, older.line).into())];
            texts.with("cli-verify-continues", &args)
        }
        Relationship::Conflict(id, one, other) => {
            let args = [("id", id.as_str().into()), ("other", place(&other.path, other.line).into())];
            let why = texts.with("verify-conflict", &args);
            texts.with("cli-verify-fails", &[("place", place(&one.path, one.line).into()), ("why", why.into())])
        }
    };
    output.write_line(&line)
}

fn place(path: &Path, line: Option<usize>) -> String {
    let line = line.map(|line| format!(":{line}")).unwrap_or_default();
    format!("{}{line}", path.display())
}

fn print_finding(setup: &Setup, finding: &Finding, output: &mut Output) -> io::Result<()> {
    let texts = &setup.texts;
    let place = place(&finding.path, finding.line);
    match &finding.result {
        Ok(verified) => {
            let args = [("place", place.into()), ("events", verified.events.into())];
            output.write_line(&texts.with("cli-verify-holds", &args))
        }
        Err(problems) => {
            for problem in problems {
                let (id, args) = problem.message();
                let why = format::message(texts, id, &args);
                // An error of the file system names the file itself.
                output.write_line(&match problem {
                    Problem::Unreadable(_) => why,
                    _ => texts.with("cli-verify-fails", &[("place", place.as_str().into()), ("why", why.into())]),
                })?;
            }
            Ok(())
        }
    }
}
