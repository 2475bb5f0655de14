//! Makes realistic session files of a network whose truth is known, by the real engine: `esprit verify` holds for each.
//!
//! ```text
//! cargo run --release --example generate -- --sites 40 --visits 4000 DIR
//! ```
//! The same arguments give the same bytes, whatever the number of threads. `--help` says what else can be asked.

mod arguments;
mod world;

use std::io::Write;
use std::process::ExitCode;
use world::write::{Folder, Ndjson, write};
use world::{GenerateError, World};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), GenerateError> {
    let arguments = arguments::read();
    // The pool can be set once, and nothing has asked for it yet.
    let _ = rayon::ThreadPoolBuilder::new().num_threads(arguments.threads.unwrap_or_default()).build_global();
    let world = World::new(arguments.settings)?;
    match (&arguments.ndjson, &arguments.folder) {
        (Some(path), _) => write(&world, &mut Ndjson::create(path)?)?,
        (None, Some(folder)) => write(&world, &mut Folder::new(folder))?,
        (None, None) => {}
    }
    Ok(())
}
