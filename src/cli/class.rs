//! `esprit class`: visits of one thing by several observers, item by item, for a projector.

use super::CommandResult;
use super::setup::Setup;
use super::visit;
use crate::app::{Destination, Message, update};
use clap::ArgMatches;
use std::path::PathBuf;

/// Opens the application with the classes of files and folders.
pub fn run(setup: &Setup, matches: &ArgMatches) -> CommandResult {
    let paths: Vec<PathBuf> = matches.get_many("path").into_iter().flatten().cloned().collect();
    let mut model = setup.model();
    let effects = update(&mut model, Message::Start(Destination::Class(Some(paths))), &setup.clock.now());
    visit::open_application(setup, model, effects)
}
