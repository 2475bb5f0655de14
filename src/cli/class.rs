//! `esprit class`: visits of one thing by several observers, item by item, for a projector.

use super::setup::Setup;
use super::{CommandResult, paths, visit};
use crate::app::Destination;
use clap::ArgMatches;

/// Opens the application with the classes of files and folders.
pub fn run(setup: &Setup, matches: &ArgMatches) -> CommandResult {
    visit::open_at(setup, Destination::Class(Some(paths(matches, "path"))))
}
