//! How long `esprit agreement` takes over a large class: 200 observers, 50 items, 20 scenarios, every interval included.
//!
//! ```text
//! cargo bench --bench agreement
//! ```
//! The class is made by `examples/generate` into a folder beside the build, which goes at the end. The time is that of
//! the whole command, from 4,020 files to JSON, the files having been read before; the median of several.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement that fails has no figures to give")]

#[path = "../terminal/machine.rs"]
#[allow(dead_code, reason = "the rivals in it are the terminal's")]
mod machine;

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// So many times.
const TURNS: usize = 9;

fn main() {
    let ground = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let folder = ground.path().join("class");
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let made = Command::new(cargo)
        .args(["run", "--quiet", "--release", "--example", "generate", "--"])
        .args(["--class", "200", "--scenarios", "20", "--items", "50"])
        .arg(&folder)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdout(Stdio::null())
        .status();
    assert!(made.unwrap().success());
    println!("{}\n", machine::describe(ground.path()));
    let mut times: Vec<Duration> = (0..TURNS).map(|_| once(&folder)).collect();
    times.sort_unstable();
    let seconds = |place: usize| times.get(place).map_or(0.0, Duration::as_secs_f64);
    println!("| class | median | slowest | target |");
    println!("|---|---:|---:|---|");
    let held = if seconds(TURNS / 2) < 1.0 { "held" } else { "**missed**" };
    let (median, slowest) = (seconds(TURNS / 2), seconds(TURNS - 1));
    println!("| 200 observers, 50 items, 20 scenarios | {median:.2} s | {slowest:.2} s | under 1 s: {held} |");
}

fn once(folder: &std::path::Path) -> Duration {
    let start = Instant::now();
    let command = Command::new(env!("CARGO_BIN_EXE_esprit"))
        .args(["agreement", "--format", "json"])
        .arg(folder)
        .stdout(Stdio::null())
        .status();
    assert!(command.unwrap().success());
    start.elapsed()
}
