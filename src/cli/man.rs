//! `esprit man`: the manual page, or with `--out` a page for each command as well.

use super::output::Output;
use super::setup::Setup;
use super::{CliError, CommandResult, arguments};
use crate::store::export_file;
use clap::{ArgMatches, Command};
use clap_mangen::Man;
use std::io::{self, Write};
use std::path::PathBuf;

/// Prints the manual page, or writes the pages of all commands to a folder and prints their paths.
pub fn run(setup: &Setup, matches: &ArgMatches, output: &mut Output) -> CommandResult {
    let mut root = arguments::command(&setup.texts);
    // Sets the name of each command to that on its page: `esprit-checklist-show`.
    root.build();
    let Some(folder) = matches.get_one::<PathBuf>("out") else {
        output.write_bytes(&page(root)?)?;
        return Ok(0);
    };
    export_file::create_folder(folder).map_err(|error| setup.failed(&error))?;
    for command in with_subcommands(&root) {
        let name = command.get_display_name().unwrap_or_else(|| command.get_name()).to_owned();
        let path = folder.join(format!("{name}.1"));
        let page = page(command.clone())?;
        let mut file = export_file::begin(&path).map_err(|error| setup.failed(&error))?;
        let written = file.write_all(&page).map_err(|error| file.failed(&error));
        written.and_then(|()| file.finish()).map_err(|error| setup.failed(&error))?;
        output.write_line(&path.display().to_string())?;
    }
    Ok(0)
}

/// Returns a command and all commands below it.
fn with_subcommands(command: &Command) -> Vec<&Command> {
    std::iter::once(command).chain(command.get_subcommands().flat_map(with_subcommands)).collect()
}

fn page(command: Command) -> Result<Vec<u8>, CliError> {
    let mut bytes = Vec::new();
    Man::new(command).render(&mut bytes).map_err(|error: io::Error| CliError::OutputFailed(error))?;
    Ok(bytes)
}
