//! `esprit amend`, `esprit void`: corrects a visit that is over, or declares it void; its file stays as it is.

use super::output::Output;
use super::setup::Setup;
use super::show;
use super::visit::{Prompter, open_application, prompt, require_terminal, run_dialogue};
use super::{CliError, CommandResult, FAILED};
use crate::app::loaded_data::JournalRepair;
use crate::app::outcome::{CorrectionPurpose, Destination};
use crate::app::{Message, Write, update};
use crate::store::{Unfinished, sessions, unfinished};
use crate::text::clean;
use crate::visit::Authorship;
use clap::ArgMatches;
use std::io;
use std::path::PathBuf;

/// Opens a visit for a correction.
pub fn amend(setup: &Setup, matches: &ArgMatches, output: &mut Output) -> CommandResult {
    if matches.get_flag("drop") {
        return drop_correction(setup, matches, output);
    }
    let plain = matches.get_flag("plain");
    if !plain {
        require_terminal(setup)?;
    }
    let path = session_file(setup, matches)?;
    let why = given(matches);
    if plain {
        let why = match why {
            Some(why) => why,
            None => prompt(setup, output, |prompter| asked(prompter, matches))?,
        };
        setup.create_data_folder()?;
        let effects = vec![Write::Reopen { path, why }.into()];
        return run_dialogue(setup, setup.model(), effects, &mut io::stdin().lock(), output);
    }
    let mut model = setup.model();
    let effects = if let Some(why) = why {
        vec![Write::Reopen { path, why }.into()]
    } else {
        if let Some(by) = matches.get_one::<String>("by") {
            model.shared.settings.observer = Some(by.clone());
        }
        let form = Destination::Correction { path, purpose: CorrectionPurpose::Correct };
        update(&mut model, Message::Start(form), &setup.clock.now())
    };
    open_application(setup, model, effects)
}

/// Drops the correction of a visit that is under way.
fn drop_correction(setup: &Setup, matches: &ArgMatches, output: &mut Output) -> CommandResult {
    let path = session_file(setup, matches)?;
    let id = sessions::head(&path).map_err(|error| setup.failed(&error))?.id;
    let all = unfinished::list_unfinished(&setup.folders).map_err(|error| setup.failed(&error))?;
    let is_it =
        |one: &Unfinished| one.id == id && (one.busy || one.visit.as_ref().is_ok_and(|visit| visit.is_correction));
    if !all.iter().any(is_it) {
        return Err(CliError::Failed(setup.texts.get("correction-none-under-way").to_owned()));
    }
    match setup.recorder(&setup.model()).carry_out(Write::Discard(id), &setup.clock.now()) {
        Some(Message::Settled(done @ JournalRepair::CorrectionDropped)) => {
            output.message(&setup.message_text(&done.message()))?;
            Ok(0)
        }
        Some(Message::Failed(error)) => Err(setup.failed(&error)),
        _ => Ok(FAILED),
    }
}

/// Declares a visit void, and prints the path of its new file.
pub fn void(setup: &Setup, matches: &ArgMatches, output: &mut Output) -> CommandResult {
    let path = session_file(setup, matches)?;
    let incomplete = || CliError::Usage(setup.texts.get("cli-void-who-and-why").to_owned());
    let why = given(matches).ok_or_else(incomplete)?;
    setup.create_data_folder()?;
    let mut recorder = setup.recorder(&setup.model());
    match recorder.carry_out(Write::DeclareVoid { path, why }, &setup.clock.now()) {
        Some(Message::Settled(JournalRepair::DeclaredVoid(path))) => {
            let visit = sessions::head(&path).map_err(|error| setup.failed(&error))?;
            let args = [
                ("site", visit.site.label().into()),
                ("at", setup.texts.day_time(visit.started_at.civil()).into()),
                ("id", visit.id.as_str().into()),
            ];
            output.message(&clean(&setup.texts.with("cli-void-done", &args)))?;
            output.write_line(&path.display().to_string())?;
            Ok(0)
        }
        Some(Message::Failed(error)) => Err(setup.failed(&error)),
        _ => Ok(FAILED),
    }
}

/// Returns the file of the visit that is named on the command line.
fn session_file(setup: &Setup, matches: &ArgMatches) -> Result<PathBuf, CliError> {
    let record = show::find(setup, &super::path(matches, "session"))?;
    let not_over = || CliError::Failed(setup.texts.get("refusal-not-in-correction").to_owned());
    record.path.filter(|_| record.visit.is_over()).ok_or_else(not_over)
}

/// Returns who and why as given on the command line; `None` if one of them is missing.
fn given(matches: &ArgMatches) -> Option<Authorship> {
    let text = |name: &str| matches.get_one::<String>(name).map_or("", String::as_str);
    Authorship::new(text("by"), text("reason"))
}

/// Asks for what is not on the command line.
fn asked(prompter: &mut Prompter<'_, '_>, matches: &ArgMatches) -> Result<Authorship, CliError> {
    let by = prompter.text(matches.get_one::<String>("by"), "correction-ask-by")?;
    let reason = prompter.text(matches.get_one::<String>("reason"), "correction-ask-reason")?;
    Authorship::new(&by, &reason).ok_or_else(|| prompter.end_of_input())
}
