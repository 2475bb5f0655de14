//! The command line: arguments in, calls below, text or JSON out, an exit code back.
//!
//! One file per command. Results go to standard output, messages to standard error, both through `output`.

mod agreement;
mod arguments;
mod checklist;
mod class;
mod doctor;
mod output;
mod practise;
mod present;
mod replay;
mod report;
mod scenario;
mod sessions;
mod setup;
mod show;
mod speed;
mod usage;
mod verify;
mod visit;

pub use arguments::command;

use clap::ArgMatches;
use output::Output;
use setup::Setup;
use std::any::Any;
use std::ffi::OsString;
use std::io;
use std::process::ExitCode;
use std::sync::Arc;

/// What was asked for does not hold, or failed.
const FAILED: u8 = 1;
/// The command line means nothing.
const WRONG: u8 = 2;

/// Why a command ended early.
#[derive(Debug)]
enum Stop {
    /// It failed, in words.
    Failed(String),
    /// It was called in a way that means nothing, in words.
    Wrong(String),
    /// What it found could not be written.
    Unheard(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Unheard(error)
    }
}

type Done = Result<u8, Stop>;

/// Does what a command line says.
#[must_use]
pub fn run(args: &[OsString]) -> ExitCode {
    let lang = setup::language(args);
    let texts = Arc::new(crate::text::Texts::new(lang));
    let mut output = Output::standard();
    // Without a word there is nothing to take apart: the application opens at once.
    let parsed = match args {
        [] | [_] => Ok(ArgMatches::default()),
        _ => arguments::command(&texts).try_get_matches_from(args),
    };
    let done = match parsed {
        Ok(matches) => {
            output.colour(given(&matches, "color").map(String::as_str));
            match Setup::new(&matches, Arc::clone(&texts)) {
                Ok(setup) => {
                    let done = dispatch(&setup, &matches, &mut output);
                    setup.tell_trouble(&mut output).and(output.end(done))
                }
                Err(stop) => Err(stop),
            }
        }
        Err(error) => usage::answer(&error, &texts, &mut output),
    };
    ExitCode::from(done.unwrap_or_else(|stop| output.stop(&stop, &texts)))
}

/// Gives the value of an option that every command has, where it was given.
fn given<'a, T: Any + Clone + Send + Sync>(matches: &'a ArgMatches, name: &str) -> Option<&'a T> {
    matches.try_get_one(name).ok().flatten()
}

fn dispatch(setup: &Setup, matches: &ArgMatches, output: &mut Output) -> Done {
    match matches.subcommand() {
        None => visit::application(setup),
        Some(("visit", matches)) => visit::visit(setup, matches, output),
        Some(("resume", matches)) => visit::resume(setup, matches, output),
        Some(("sessions", matches)) => sessions::run(setup, matches, output),
        Some(("show", matches)) => show::run(setup, matches, output),
        Some(("replay", matches)) => replay::run(setup, matches, output),
        Some(("verify", matches)) => verify::run(setup, matches, output),
        Some(("report", matches)) => report::run(setup, matches, output),
        Some(("agreement", matches)) => agreement::run(setup, matches, output),
        Some(("present", matches)) => present::run(setup, matches),
        Some(("practise", matches)) => practise::run(setup, matches, output),
        Some(("scenario", matches)) => scenario::run(setup, matches, output),
        Some(("class", matches)) => class::run(setup, matches),
        Some(("checklist", matches)) => checklist::run(setup, matches, output),
        Some(("doctor", _)) => doctor::run(setup, output),
        Some(("completions", matches)) => {
            let shell = matches.get_one::<clap_complete::Shell>("shell").copied();
            let mut command = arguments::command(&setup.texts);
            let mut bytes = Vec::new();
            if let Some(shell) = shell {
                clap_complete::generate(shell, &mut command, "esprit", &mut bytes);
            }
            output.raw(&bytes)?;
            Ok(0)
        }
        Some(_) => {
            let mut bytes = Vec::new();
            clap_mangen::Man::new(arguments::command(&setup.texts)).render(&mut bytes)?;
            output.raw(&bytes)?;
            Ok(0)
        }
    }
}
