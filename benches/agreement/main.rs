//! Measures how long `esprit agreement` takes for a large class: 200 observers, 50 items, 20 scenarios, with all
//! intervals.
//!
//! ```text
//! cargo bench --bench agreement
//! ```
//! `examples/generate` writes the class to a folder beside the build, which is removed at the end. The time is that of
//! the whole command, from 4,020 cached files to JSON; the median of several runs. In turn with it, irrCAC and
//! krippendorff compute AC1 and alpha of the same items, without intervals; they must find the same values, or the
//! benchmark fails.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a failed measurement has no figures"
)]

#[path = "../rivals/machine_info.rs"]
#[allow(dead_code, reason = "the other rivals are used by the terminal benchmark")]
mod machine_info;
#[path = "../rivals/python.rs"]
mod python;

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;
use tempfile::TempDir;

/// The number of runs each.
const TURNS: usize = 9;

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/agreement/rival.py");

fn main() {
    let ground = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let folder = ground.path().join("class");
    generate(&folder);
    println!("{}\n", machine_info::describe(ground.path()));
    let rival = python::environment("agreement", &["irrCAC", "krippendorff"], "import irrCAC.raw, krippendorff");
    let (mut own, mut other, mut name) = (Vec::new(), Vec::new(), None);
    for _ in 0..TURNS {
        let (seconds, figures) = esprit(&folder);
        own.push(seconds);
        if let Some(python) = &rival {
            let found = by_rival(python, &folder);
            compare(&figures, &found["figures"]);
            other.push(found["seconds"].as_f64().unwrap());
            name = found["name"].as_str().map(str::to_owned);
        }
    }
    println!("| 200 observers, 50 items, 20 scenarios | median | slowest | |");
    println!("|---|---:|---:|---|");
    let (median, slowest) = times(&mut own);
    let held = if median < 1.0 { "held" } else { "**missed**" };
    println!("| esprit agreement, every figure and interval | {median:.2} s | {slowest:.2} s | under 1 s: {held} |");
    let Some(name) = name else { return println!("\nWithout its rivals: they could not be installed.") };
    let (rivals, slowest) = times(&mut other);
    println!("| {name}, AC1 and alpha alone | {rivals:.2} s | {slowest:.2} s | esprit: {:.1}x |", rivals / median);
}

fn generate(folder: &Path) {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let made = Command::new(cargo)
        .args(["run", "--quiet", "--release", "--example", "generate", "--"])
        .args(["--class", "200", "--scenarios", "20", "--items", "50"])
        .arg(folder)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdout(Stdio::null())
        .status();
    assert!(made.unwrap().success());
}

/// Returns the seconds of the whole command, and its figures.
fn esprit(folder: &Path) -> (f64, Value) {
    let start = Instant::now();
    let mut command = Command::new(env!("CARGO_BIN_EXE_esprit"));
    let text = python::run(command.args(["agreement", "--format", "json"]).arg(folder)).unwrap();
    (start.elapsed().as_secs_f64(), serde_json::from_str(&text).unwrap())
}

/// Returns the results of the rivals; their time begins once they are loaded.
fn by_rival(python: &PathBuf, folder: &Path) -> Value {
    serde_json::from_str(&python::run(Command::new(python).arg(SCRIPT).arg(folder)).unwrap()).unwrap()
}

fn compare(own: &Value, other: &Value) {
    let items = own["comparisons"][0]["items"].as_array().unwrap();
    let behaviours = other.as_object().unwrap();
    assert_eq!(behaviours.len(), 50);
    for (item, figures) in behaviours {
        let agreement = &items.iter().find(|row| row["item"] == **item).unwrap()["agreement"];
        for (name, figure) in ["ac", "alpha"].into_iter().zip(figures.as_array().unwrap()) {
            let (found, expected) = (agreement[name]["value"].as_f64().unwrap(), figure.as_f64().unwrap());
            assert!((found - expected).abs() < 1e-9, "{item} {name}: {found} and {expected}");
        }
    }
}

/// Returns the median and the longest.
fn times(seconds: &mut [f64]) -> (f64, f64) {
    seconds.sort_by(f64::total_cmp);
    (seconds[seconds.len() / 2], seconds[seconds.len() - 1])
}
