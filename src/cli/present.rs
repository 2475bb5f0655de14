//! `esprit present`: presents a checklist to a class.

use super::setup::Setup;
use super::{CommandResult, checklist, visit};
use crate::app::{Destination, Message, update};
use clap::ArgMatches;
use std::path::PathBuf;

/// Opens the application on the presentation of a checklist.
pub fn run(setup: &Setup, matches: &ArgMatches) -> CommandResult {
    let asked = matches.get_one::<PathBuf>("checklist").cloned().unwrap_or_default();
    let definition = checklist::find(setup, &asked).map_err(|error| setup.failed(&error))?;
    let mut model = setup.model();
    let start = Message::Start(Destination::Present(Some(definition)));
    let effects = update(&mut model, start, &setup.clock.now());
    visit::open_application(setup, model, effects)
}
