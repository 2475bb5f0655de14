//! `esprit present`: a checklist in front of a class.

use super::setup::Setup;
use super::{Done, checklist, visit};
use crate::app::screens::present;
use clap::ArgMatches;
use std::path::PathBuf;

/// Opens the application on a checklist to present.
pub fn run(setup: &Setup, matches: &ArgMatches) -> Done {
    let asked = matches.get_one::<PathBuf>("checklist").cloned().unwrap_or_default();
    let definition = checklist::get(setup, &asked).map_err(|error| setup.failed(&error))?;
    let mut model = setup.model();
    present::open_on(&mut model, definition);
    visit::open(setup, model, Vec::new())
}
