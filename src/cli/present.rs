//! `esprit present`: presents a checklist to a class.

use super::setup::Setup;
use super::{CommandResult, checklist, path, visit};
use crate::app::Destination;
use clap::ArgMatches;

/// Opens the application on the presentation of a checklist.
pub fn run(setup: &Setup, matches: &ArgMatches) -> CommandResult {
    let definition = checklist::find(setup, &path(matches, "checklist")).map_err(|error| setup.failed(&error))?;
    visit::open_at(setup, Destination::Present(Some(definition)))
}
