//! Compares `esprit report` with DuckDB on the same sessions, in one run; both must find the same figures.
//!
//! ```text
//! cargo bench --bench report
//! ```
//! `examples/generate` writes sessions to a folder beside the build, which is removed at the end: 100,000 as one NDJSON
//! file (3.4 GB), of 40 sites and of 400, and 20,000 as separate files. `ESPRIT_BENCH_SESSIONS` and `ESPRIT_BENCH_FILES` change the numbers.
//! `ESPRIT_BENCH_MILLION=1` adds ten times as many sessions in one file, without their proofs: see [`sessions`].
//!
//! The programs take turns, so that busy moments of the machine affect both; every time is the median of several runs
//! on cached files. The time of esprit is that of the whole command: every question, with intervals, tests and
//! rankings. `DuckDB` is measured twice: with all of the report that its SQL can compute (scores, months, behaviours,
//! self-audits beside mystery visits, waits, the three relations, outcomes), and with only scores and behaviours by
//! site. Its time begins when Python has loaded it. It is installed from PyPI into an environment beside the build;
//! without Python and pip, esprit is measured alone.
//!
//! The floor is the time of reading the bytes, by as many threads as there are cores, into reused buffers.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    reason = "a failed measurement has no figures, and results go to standard output"
)]

mod figures;
#[path = "../rivals/machine_info.rs"]
#[allow(dead_code, reason = "the other rivals are used by the terminal benchmark")]
mod machine_info;
mod measured;
#[path = "../rivals/python.rs"]
mod python;
mod rival;
mod sessions;
mod table;

use figures::assert_equal;
use measured::{Measured, Times, esprit, floor, inside};
use rival::{Query, Rival};
use sessions::SITES;
use std::path::Path;
use table::Table;
use tempfile::TempDir;

/// The number of runs.
const TURNS: usize = 5;
/// The number of sites of a large network.
const MANY_SITES: u64 = 400;

fn number(variable: &str, usual: u64) -> u64 {
    std::env::var(variable).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

fn main() {
    let ground = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let (count, files) = (number("ESPRIT_BENCH_SESSIONS", 100_000), number("ESPRIT_BENCH_FILES", 20_000));
    let rival = Rival::install();
    println!("{}", machine_info::describe(ground.path()));
    println!("Rival: {}.\n", rival.as_ref().map_or("none, Python or pip is not there", Rival::name));
    let one = ground.path().join("sessions.ndjson");
    let mut table = Table::default();
    for sites in [SITES, MANY_SITES] {
        sessions::generate(sites, count, &["--ndjson", one.to_str().unwrap()]);
        let head = format!("{count} of {sites} sites in one file");
        table.push(&head, &compare(&one, one.to_str().unwrap(), rival.as_ref()));
        std::fs::remove_file(&one).unwrap();
    }
    let folder = ground.path().join("folder");
    sessions::generate(SITES, files, &[folder.to_str().unwrap()]);
    let pattern = format!("{}/**/*.json", folder.display());
    table.push(&format!("{files} files"), &compare(&folder, &pattern, rival.as_ref()));
    std::fs::remove_dir_all(&folder).unwrap();
    if std::env::var_os("ESPRIT_BENCH_MILLION").is_some() {
        for many in [count, 10 * count] {
            sessions::generate_without_proofs(many, &one);
            table.push(&format!("{many} in one file, without proofs"), &compare(&one, "", None));
        }
    }
    println!("{table}");
}

/// The measurements on the same sessions.
struct Compared {
    esprit: Measured,
    /// The times of reading and counting, and of computing and writing the figures.
    inside: (Times, Times),
    floor: Times,
    /// Both queries of the rival; `None` without one.
    rival: Option<[Measured; 2]>,
}

/// Measures all programs in turns, and compares their figures.
fn compare(path: &Path, pattern: &str, rival: Option<&Rival>) -> Compared {
    floor(path);
    let mut compared = Compared {
        esprit: Measured::default(),
        inside: Default::default(),
        floor: Times::default(),
        rival: rival.map(|_| Default::default()),
    };
    for _ in 0..TURNS {
        compared.floor.push(floor(path));
        esprit(path, &mut compared.esprit);
        let (reading, answering) = inside(path);
        compared.inside.0.push(reading);
        compared.inside.1.push(answering);
        if let Some((rival, measured)) = rival.zip(compared.rival.as_mut()) {
            for (asked, measured) in [Query::All, Query::Two].into_iter().zip(measured) {
                rival.measure(asked, pattern, measured);
                assert_equal(&compared.esprit.figures, &measured.figures);
            }
        }
    }
    compared
}
