//! The command line: parses arguments, runs a command, and returns an exit code.
//!
//! One file per command. Results go to standard output and messages to standard error, both through `output`.

mod agreement;
mod amend;
mod arguments;
mod checklist;
mod checklist_files;
mod checklist_history;
mod class;
mod doctor;
mod help;
mod man;
mod names;
mod new_scenario;
mod observers;
mod output;
mod practise;
mod present;
mod replay;
mod report;
mod scenario;
mod sessions;
mod setup;
mod show;
mod sites;
mod speed;
mod suggestions;
mod usage_errors;
mod verify;
mod visit;

#[cfg(feature = "testing")]
pub use arguments::command;

use clap::ArgMatches;
use output::Output;
use setup::Setup;
use std::any::Any;
use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

/// The exit code of a command that failed, or whose check did not hold.
const FAILED: u8 = 1;
/// The exit code of a usage error.
const USAGE_ERROR: u8 = 2;

/// Why a command ended early.
#[derive(Debug)]
enum CliError {
    /// It failed; with the message.
    Failed(String),
    /// A usage error; with the message.
    Usage(String),
    /// Its output could not be written.
    OutputFailed(io::Error),
}

impl From<io::Error> for CliError {
    fn from(error: io::Error) -> Self {
        Self::OutputFailed(error)
    }
}

type CommandResult = Result<u8, CliError>;

/// Runs a command line, which begins with the name of the program, and returns the exit code.
pub fn run(args: &[OsString]) -> ExitCode {
    let lang = setup::language(args);
    let texts = Arc::new(crate::text::Texts::new(lang));
    let mut output = Output::standard();
    // Without arguments there is nothing to parse: the application opens at once.
    let parsed = match args {
        [] | [_] => Ok(ArgMatches::default()),
        _ => arguments::command(&texts).try_get_matches_from(args),
    };
    let done = match parsed {
        Ok(matches) => match Setup::new(&matches, Arc::clone(&texts)) {
            Ok(setup) => {
                output.is_coloured = setup.colour.unwrap_or_else(|| io::stdout().is_terminal());
                let done = dispatch(&setup, &matches, &mut output);
                setup.report_settings_error(&mut output).and(output.finish(done))
            }
            Err(error) => Err(error),
        },
        Err(error) => usage_errors::print(&error, &texts, &mut output),
    };
    ExitCode::from(done.unwrap_or_else(|error| output.report_error(&error, &texts)))
}

/// Returns the value of a global option, if it was given.
fn global_option<'a, T: Any + Clone + Send + Sync>(matches: &'a ArgMatches, name: &str) -> Option<&'a T> {
    matches.try_get_one(name).ok().flatten()
}

/// Returns the paths given for an argument that may have several.
fn paths(matches: &ArgMatches, name: &str) -> Vec<PathBuf> {
    matches.get_many(name).unwrap_or_default().cloned().collect()
}

/// Returns the path given for a required argument.
fn path(matches: &ArgMatches, name: &str) -> PathBuf {
    matches.get_one(name).cloned().unwrap_or_default()
}

fn dispatch(setup: &Setup, matches: &ArgMatches, output: &mut Output) -> CommandResult {
    match matches.subcommand() {
        None => visit::open_home(setup),
        Some(("visit", matches)) => visit::visit(setup, matches, output),
        Some(("amend", matches)) => amend::amend(setup, matches, output),
        Some(("void", matches)) => amend::void(setup, matches, output),
        Some(("resume", matches)) => visit::resume(setup, matches, output),
        Some(("sessions", matches)) => sessions::run(setup, matches, output),
        Some(("show", matches)) => show::run(setup, matches, output),
        Some(("replay", matches)) => replay::run(setup, matches, output),
        Some(("verify", matches)) => verify::run(setup, matches, output),
        Some(("report", matches)) => report::run(setup, matches, output),
        Some(("agreement", matches)) => agreement::run(setup, matches, output),
        Some(("present", matches)) => present::run(setup, matches),
        Some(("practise", matches)) => practise::run(setup, matches, output),
        Some(("scenario", matches)) => match matches.subcommand() {
            Some(("new", matches)) => new_scenario::run(setup, matches, output),
            _ => scenario::run(setup, matches, output),
        },
        Some(("class", matches)) => class::run(setup, matches),
        Some(("checklist", matches)) => match matches.subcommand() {
            Some((command @ ("history" | "restore" | "delete" | "edit"), matches)) => {
                checklist_history::run(setup, command, matches, output)
            }
            Some(("import", matches)) => checklist_files::import(setup, matches, output),
            Some(("export", matches)) => checklist_files::export(setup, matches, output),
            _ => checklist::run(setup, matches, output),
        },
        Some(("sites", matches)) => sites::run(setup, matches, output),
        Some(("observers", matches)) => observers::run(setup, matches, output),
        Some(("doctor", _)) => doctor::run(setup, output),
        Some(("completions", matches)) => {
            let shell = matches.get_one::<clap_complete::Shell>("shell").copied();
            let mut command = arguments::command(&setup.texts);
            let mut bytes = Vec::new();
            if let Some(shell) = shell {
                clap_complete::generate(shell, &mut command, "esprit", &mut bytes);
            }
            output.write_bytes(&bytes)?;
            Ok(0)
        }
        Some(("help", matches)) => print_help(setup, matches, output),
        Some((_, matches)) => man::run(setup, matches, output),
    }
}

/// Prints the help of the named command, or of all.
fn print_help(setup: &Setup, matches: &ArgMatches, output: &mut Output) -> CommandResult {
    let named = matches.get_many::<String>("command").into_iter().flatten().map(String::as_str);
    let line = std::iter::once("esprit").chain(named).chain(["--help"]);
    match arguments::command(&setup.texts).try_get_matches_from(line) {
        Err(error) => usage_errors::print(&error, &setup.texts, output),
        // Never: --help always ends the parsing.
        Ok(_) => Ok(0),
    }
}
