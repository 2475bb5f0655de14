//! Generates realistic session files of a network whose truth is known, with the real engine: `esprit verify` accepts
//! each.
//!
//! ```text
//! cargo run --release --example generate -- --sites 40 --visits 4000 DIR
//! ```
//! `--class 12 --scenarios 3 DIR` generates a class of observers instead. The same arguments give the same bytes,
//! whatever the number of threads. `--help` lists all options.

mod arguments;

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;
use world::class::{Class, ClassSettings};
use world::truth::Truth;
use world::write::{Folder, Lines, write};
use world::written_counts::Counts;
use world::{GenerateError, World};

/// The number of visits simulated for the truth, over all sites.
const SIMULATED: u64 = 240_000;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), GenerateError> {
    let arguments = arguments::read();
    if let Some(settings) = arguments.class {
        return class(settings, arguments.folder.as_deref(), arguments.truth.as_deref());
    }
    // The pool can be set once, and is not in use yet.
    let _ = rayon::ThreadPoolBuilder::new().num_threads(arguments.threads.unwrap_or_default()).build_global();
    let world = World::new(arguments.settings)?;
    let counts = match (&arguments.ndjson, &arguments.folder) {
        (Some(path), _) => write(&world, &mut Lines::create(path)?)?,
        (None, Some(folder)) => write(&world, &mut Folder::new(folder))?,
        (None, None) => Counts::new(&world),
    };
    let truth = Truth::compute(&world, (SIMULATED / world.sites.len() as u64).clamp(500, 20_000));
    if let Some(path) = arguments.truth {
        let text = serde_json::to_string_pretty(&truth.json(&world, &counts))? + "\n";
        std::fs::write(&path, text).map_err(|error| GenerateError::System(path, error))?;
    }
    // A closed pipe is no error.
    let _ = print_summary(&world, &truth, &counts);
    Ok(())
}

/// Writes a class: a folder for each observer, a file for each scenario.
fn class(settings: ClassSettings, folder: Option<&Path>, truth: Option<&Path>) -> Result<(), GenerateError> {
    let write = |path: &Path, text: &str| -> Result<(), GenerateError> {
        let failed = |error| GenerateError::System(path.to_owned(), error);
        std::fs::create_dir_all(path.parent().unwrap_or(Path::new(""))).map_err(failed)?;
        std::fs::write(path, text).map_err(failed)
    };
    let class = Class::new(settings)?;
    for (path, text) in class.files()? {
        if let Some(folder) = folder {
            write(&folder.join(path), &text)?;
        }
    }
    let told = serde_json::to_string_pretty(&class.json())? + "\n";
    truth.map_or(Ok(()), |path| write(path, &told))?;
    // A closed pipe is no error.
    let _ = io::stdout().write_all(told.as_bytes());
    Ok(())
}

/// Prints a summary of the truth.
fn print_summary(world: &World, truth: &Truth, counts: &Counts) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let (from, to) = world.calendar.ends();
    let (sites, seed) = (world.sites.len(), world.settings.seed);
    writeln!(out, "{} visits to {sites} sites from {from} to {to}, seed {seed}", counts.visits)?;
    writeln!(
        out,
        "abandoned {}, copies {}, damaged {} (readable all the same {})",
        counts.abandoned,
        counts.copies,
        counts.all_damaged(),
        counts.damaged_readable
    )?;
    let ranking = truth.ranking();
    if let (Some(best), Some(worst)) = (ranking.first(), ranking.last()) {
        writeln!(out, "best {} {:.1} %, worst {} {:.1} %", best.id, best.percent, worst.id, worst.percent)?;
    }
    let needed = truth.visits_needed().map_or_else(|| "no number of".to_owned(), |visits| visits.to_string());
    writeln!(out, "reliability of one visit {:.2}; {needed} visits a site for 0.80", truth.reliability(1.0))?;
    for place in &world.sites {
        if let Some(change) = place.change {
            let month = world.calendar.month_name(change.month);
            writeln!(out, "{} changes by {} points in {month}", place.site.id, change.points)?;
        }
    }
    Ok(())
}
