//! How quick `esprit report` is beside DuckDB on the same sessions, in one run; both must find the same figures.
//!
//! ```text
//! cargo bench --bench report
//! ```
//! Sessions are made by `examples/generate` into a folder beside the build, which goes at the end: 100,000 as one NDJSON
//! file (3.4 GB) and 20,000 as separate files. `ESPRIT_BENCH_SESSIONS` and `ESPRIT_BENCH_FILES` change the numbers;
//! `ESPRIT_BENCH_MILLION=1` adds a file of ten times as many sessions, which takes 34 GB. Every time is the least of
//! several, the files having been read before; DuckDB's begins when Python has loaded it. It comes from PyPI into an
//! environment of its own beside the build; without Python and pip, esprit is measured alone.
//!
//! `DuckDB` computes what its SQL can of the report: scores, months, behaviours, self-audits beside mystery visits, waits,
//! the three relations and outcomes. esprit's time is that of the whole report, intervals, tests and rankings included.
//!
//! The floor is the time of reading the bytes at all, by as many threads as there are cores, into buffers used again.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    reason = "a measurement that fails has no figures to give, and what it finds goes to standard output"
)]

mod measured;
mod rival;

use measured::{Measured, esprit, floor, generate};
use rival::Rival;
use std::path::Path;
use tempfile::TempDir;

/// How far figures may differ, in the figures' own units.
const AGREE: f64 = 1e-9;

fn number(variable: &str, usual: u64) -> u64 {
    std::env::var(variable).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

fn main() {
    let ground = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let (sessions, files) = (number("ESPRIT_BENCH_SESSIONS", 100_000), number("ESPRIT_BENCH_FILES", 20_000));
    let rival = Rival::install();
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    println!("{cores} cores; rival: {}\n", rival.as_ref().map_or("none, Python or pip is not there", Rival::name));
    println!("| sessions | esprit report | DuckDB | ratio | reading alone | esprit's peak | DuckDB's peak |");
    println!("|---|---|---|---|---|---|---|");
    let one = ground.path().join("sessions.ndjson");
    generate(sessions, &["--ndjson", one.to_str().unwrap()]);
    compare(&format!("{sessions}, one file"), &one, one.to_str().unwrap(), rival.as_ref());
    std::fs::remove_file(&one).unwrap();
    let folder = ground.path().join("folder");
    generate(files, &[folder.to_str().unwrap()]);
    compare(&format!("{files}, a file each"), &folder, &format!("{}/**/*.json", folder.display()), rival.as_ref());
    if std::env::var_os("ESPRIT_BENCH_MILLION").is_some() {
        let many = 10 * sessions;
        generate(many, &["--ndjson", one.to_str().unwrap()]);
        compare(&format!("{many}, one file"), &one, "", None);
    }
}

/// Measures both on the same sessions, and writes a row.
fn compare(name: &str, path: &Path, pattern: &str, rival: Option<&Rival>) {
    let floor = floor(path);
    let own = esprit(path);
    let other = rival.map(|rival| rival.measure(pattern));
    let (mut seconds, mut ratio, mut peak) = ("–".to_owned(), "–".to_owned(), "–".to_owned());
    if let Some(other) = &other {
        agree(&own, other);
        seconds = format!("{:.2} s", other.seconds);
        ratio = format!("**{:.1}x**", other.seconds / own.seconds);
        peak = format!("{} MiB", other.kib / 1024);
    }
    let Measured { seconds: own_seconds, kib, .. } = own;
    println!("| {name} | {own_seconds:.2} s | {seconds} | {ratio} | {floor:.2} s | {} MiB | {peak} |", kib / 1024);
}

fn agree(own: &Measured, other: &Measured) {
    for (question, rows) in &other.figures {
        let own = &own.figures[question];
        assert_eq!(own.keys().collect::<Vec<_>>(), rows.keys().collect::<Vec<_>>(), "{question}");
        for (key, figures) in own {
            for (one, other) in figures.iter().zip(&rows[key]) {
                assert!((one - other).abs() <= AGREE * one.abs().max(1.0), "{question} {key}: {one} and {other}");
            }
        }
    }
}
