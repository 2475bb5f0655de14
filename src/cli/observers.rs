//! `esprit observers`: lists the known observers, and changes their list.

use super::CommandResult;
use super::names;
use super::output::Output;
use super::setup::Setup;
use crate::store::observers;
use crate::visit::Observer;
use clap::ArgMatches;
use serde_json::{Value, json};

/// The format of the list as JSON.
const FORMAT: &str = "esprit.observers/1";

/// Runs the subcommand.
pub fn run(setup: &Setup, matches: &ArgMatches, output: &mut Output) -> CommandResult {
    match matches.subcommand() {
        Some(("list", matches)) => list(setup, matches.get_flag("json"), output),
        Some((command, matches)) => names::run::<Observer>(setup, command, matches, output),
        None => list(setup, false, output),
    }
}

/// Lists the known observers.
fn list(setup: &Setup, is_json: bool, output: &mut Output) -> CommandResult {
    setup.check_data_folder()?;
    let known = observers::load(&setup.folders).map_err(|error| setup.failed(&error))?;
    let is_by_hand = |observer: &Observer| known.by_hand.contains(observer);
    if is_json {
        let json =
            |observer: &Observer| json!({"id": observer.id, "name": observer.name, "by_hand": is_by_hand(observer)});
        let all: Vec<Value> = known.all.entries.iter().map(json).collect();
        output.write_json(&json!({"format": FORMAT, "observers": all, "merged": names::merged_json(&known.all)}))?;
    } else if known.all.entries.is_empty() {
        output.message(setup.texts.get("names-no-observers"))?;
    } else {
        for observer in &known.all.entries {
            let origin = if is_by_hand(observer) { "names-by-hand" } else { "cli-sites-remembered" };
            names::write_line(observer, setup.texts.get(origin), output)?;
        }
        names::write_merged(setup, &known.all, output)?;
    }
    Ok(0)
}
