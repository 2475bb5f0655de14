//! `esprit present`: a checklist in front of a class.

use super::setup::Setup;
use super::{Done, checklist, visit};
use crate::app::{Destination, Message, update};
use clap::ArgMatches;
use std::path::PathBuf;

/// Opens the application on a checklist to present.
pub fn run(setup: &Setup, matches: &ArgMatches) -> Done {
    let asked = matches.get_one::<PathBuf>("checklist").cloned().unwrap_or_default();
    let definition = checklist::get(setup, &asked).map_err(|error| setup.failed(&error))?;
    let mut model = setup.model();
    let start = Message::Start(Destination::Present(Some(definition)));
    let effects = update(&mut model, start, &setup.clock.now());
    visit::open(setup, model, effects)
}
