//! `esprit verify`: does each session prove what it says?

use super::output::Output;
use super::setup::Setup;
use super::{Done, FAILED};
use crate::app::format;
use crate::store::verify::{Finding, Problem, verify_paths};
use clap::ArgMatches;
use std::io;
use std::path::PathBuf;

/// Verifies files and folders; a line for each session, exit code 1 where one does not hold. Every one is looked at,
/// even where nobody reads the lines any more.
pub fn run(setup: &Setup, matches: &ArgMatches, output: &mut Output) -> Done {
    let mut paths: Vec<PathBuf> = matches.get_many("path").into_iter().flatten().cloned().collect();
    if paths.is_empty() {
        setup.look()?;
        paths.extend(Some(setup.folders.sessions()).filter(|folder| folder.exists()));
    }
    let (mut held, mut failed) = (0usize, 0usize);
    let mut said: io::Result<()> = Ok(());
    verify_paths(&paths, &mut |finding| {
        if finding.result.is_ok() {
            held += 1;
        } else {
            failed += 1;
        }
        if said.is_ok() {
            said = tell(setup, &finding, output);
        }
    });
    said?;
    if held + failed == 0 {
        output.say(setup.texts.get("cli-verify-none"))?;
        return Ok(0);
    }
    let args = [("held", held.into()), ("failed", failed.into())];
    output.say(&setup.texts.with("cli-verify-sum", &args))?;
    Ok(if failed > 0 { FAILED } else { 0 })
}

fn tell(setup: &Setup, finding: &Finding, output: &mut Output) -> io::Result<()> {
    let texts = &setup.texts;
    let line = finding.line.map(|line| format!(":{line}")).unwrap_or_default();
    let place = format!("{}{line}", finding.path.display());
    match &finding.result {
        Ok(verified) => {
            let args = [("place", place.into()), ("events", verified.events.into())];
            output.line(&texts.with("cli-verify-holds", &args))
        }
        Err(problems) => {
            for problem in problems {
                let (id, args) = problem.message();
                let why = format::message(texts, id, &args);
                // What the disk says names the file itself.
                output.line(&match problem {
                    Problem::Unreadable(_) => why,
                    _ => texts.with("cli-verify-fails", &[("place", place.as_str().into()), ("why", why.into())]),
                })?;
            }
            Ok(())
        }
    }
}
