//! `esprit scenario new`: writes a new scenario, for a checklist or from a training visit.

use super::output::Output;
use super::setup::Setup;
use super::{CliError, CommandResult, checklist, show};
use crate::store::scenario_draft;
use clap::ArgMatches;
use std::path::PathBuf;

/// Writes a scenario to be filled in, or one made of a visit, and prints its path.
pub fn run(setup: &Setup, matches: &ArgMatches, output: &mut Output) -> CommandResult {
    let (made, message) = if let Some(session) = matches.get_one::<PathBuf>("from") {
        let loaded = show::find(setup, session)?;
        let play = loaded.play.as_ref();
        (scenario_draft::create_from(&setup.folders, &loaded.visit, play, &setup.texts), "scenario-made-from")
    } else {
        let asked = super::path(matches, "checklist");
        let found = checklist::find(setup, &asked);
        let definition = found.map_err(|error| CliError::Failed(checklist::fault_report(setup, &asked, &error)))?;
        setup.create_data_folder()?;
        (scenario_draft::create_for(&setup.folders, &definition, &setup.texts), "scenario-made-for")
    };
    let made = made.map_err(|error| setup.failed(&error))?;
    output.write_line(&made.path.display().to_string())?;
    let args = [("id", made.id.into()), ("path", made.path.display().to_string().into())];
    output.message(&setup.texts.with(message, &args))?;
    Ok(0)
}
