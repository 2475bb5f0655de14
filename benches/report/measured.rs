//! One run of a program, and the figures that it found.

use serde_json::Value;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::time::Instant;

/// Of so many runs the quickest counts.
const RUNS: usize = 5;

/// Figures by question, and by what they are of.
pub type Figures = BTreeMap<String, BTreeMap<String, Vec<f64>>>;

/// The quickest run, the largest peak, the figures.
#[derive(Debug, Default)]
pub struct Measured {
    pub seconds: f64,
    pub kib: u64,
    pub figures: Figures,
}

/// Makes sessions by the generator.
pub fn generate(sessions: u64, to: &[&str]) {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let mut command = Command::new(cargo);
    command.args(["run", "--quiet", "--release", "--example", "generate", "--", "--sites", "40", "--visits"]);
    command.arg(sessions.to_string()).args(to).current_dir(env!("CARGO_MANIFEST_DIR"));
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Measures the whole command, as a user runs it: every question of the report.
pub fn esprit(path: &Path) -> Measured {
    let out = TempOut::new();
    let mut best = Measured { seconds: f64::INFINITY, ..Measured::default() };
    for _ in 0..RUNS {
        let mut command = Command::new("/usr/bin/env");
        command.args(["python3", "-c", CHILD, env!("CARGO_BIN_EXE_esprit"), "report"]).arg(path);
        command.args(["--format", "json", "-o"]).arg(&out.0);
        let started = Instant::now();
        let mut own = Command::new(env!("CARGO_BIN_EXE_esprit"));
        own.arg("report").arg(path).args(["--format", "json", "-o"]).arg(&out.0);
        let run = own.output().unwrap();
        let seconds = started.elapsed().as_secs_f64();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        best.seconds = best.seconds.min(seconds);
        // The peak of a child is known to whoever waits for it: a run of its own, not timed.
        if let Ok(peak) = command.output() {
            let kib = String::from_utf8_lossy(&peak.stdout).trim().parse().unwrap_or(0);
            best.kib = best.kib.max(kib);
        }
    }
    let report: Value = serde_json::from_reader(File::open(&out.0).unwrap()).unwrap();
    best.figures = figures(&report);
    best
}

/// Runs a program and prints its peak in KiB.
const CHILD: &str = "import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, capture_output=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)";

/// Gives of a report what the rival computes too, under the same keys.
fn figures(report: &Value) -> Figures {
    let score = ["visits", "percent_mean", "percent_pooled", "failed_critical"];
    let mut figures = Figures::new();
    for (question, keys, names) in [
        ("network", &["checklist"][..], &score[..]),
        ("scores", &["site", "checklist"], &score),
        ("behaviours", &["site", "behaviour", "checklist"], &["yes", "partly", "no"]),
        ("blind_spots", &["site", "behaviour", "checklist"], &["n_self", "n_mystery"]),
        ("waiting", &["site", "checklist", "item"], &["n", "censored"]),
        ("drivers", &["behaviour", "checklist"], &["with", "without"]),
    ] {
        let of_site = |row: &&Value| !keys.contains(&"site") || row["key"]["site"].is_string();
        // One kind alone is nothing to compare.
        let of_both = |row: &&Value| question != "blind_spots" || (row["n_self"] != 0 && row["n_mystery"] != 0);
        let rows = report[question].as_array().unwrap().iter().filter(of_site).filter(of_both);
        figures.insert(question.to_owned(), rows.map(|row| (key(row, keys), numbers(row, names))).collect());
    }
    let signals = report["signals"].as_array().unwrap().iter().filter(|row| row["key"]["site"].is_string());
    let months = signals.flat_map(|row| {
        let points = row["points"].as_array().unwrap().iter().filter(|point| point["percent"].is_number());
        let start = key(row, &["site", "checklist"]);
        points.map(move |point| {
            (format!("{start} {}", point["month"].as_str().unwrap()), numbers(point, &["visits", "percent"]))
        })
    });
    figures.insert("signals".to_owned(), months.collect());
    let of_attitude = |row: &&Value| row["key"]["site"].is_string() && row["key"]["behaviour"].is_null();
    let mirror = report["mirror"].as_array().unwrap().iter().filter(of_attitude).flat_map(|row| {
        let relations = ["customer", "management", "internal"].into_iter().filter(|name| row[*name].is_number());
        relations.map(move |name| (format!("{} {name}", key(row, &["site", "attitude"])), numbers(row, &[name])))
    });
    figures.insert("mirror".to_owned(), mirror.collect());
    figures
}

fn key(row: &Value, names: &[&str]) -> String {
    let of = |name: &&str| row["key"][*name].as_str().or_else(|| row[*name].as_str()).unwrap_or_default().to_owned();
    names.iter().map(of).collect::<Vec<_>>().join(" ")
}

fn numbers(row: &Value, names: &[&str]) -> Vec<f64> {
    names.iter().filter_map(|name| row[*name].as_f64()).collect()
}

/// A file for results, gone at the end.
struct TempOut(PathBuf);

impl TempOut {
    fn new() -> Self {
        Self(Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("report-{}.json", std::process::id())))
    }
}

impl Drop for TempOut {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// Gives the least time of reading the bytes at all, in pieces that all threads share.
pub fn floor(path: &Path) -> f64 {
    const PIECE: u64 = 1 << 18;
    let mut files = Vec::new();
    collect(path, &mut files);
    let pieces: Vec<(PathBuf, u64)> = files
        .iter()
        .flat_map(|file| {
            let length = file.metadata().unwrap().len();
            (0..length.div_ceil(PIECE)).map(move |piece| (file.clone(), piece * PIECE))
        })
        .collect();
    let once = || {
        let next = Mutex::new(pieces.iter());
        let started = Instant::now();
        std::thread::scope(|scope| {
            for _ in 0..std::thread::available_parallelism().map_or(1, std::num::NonZero::get) {
                scope.spawn(|| {
                    let mut buffer = vec![0; usize::try_from(PIECE).unwrap()];
                    loop {
                        let Some((path, at)) = next.lock().unwrap().next() else { return };
                        let mut file = File::open(path).unwrap();
                        std::io::Seek::seek(&mut file, std::io::SeekFrom::Start(*at)).unwrap();
                        let mut filled = 0;
                        while let Ok(read @ 1..) = file.read(&mut buffer[filled..]) {
                            filled += read;
                        }
                    }
                });
            }
        });
        started.elapsed().as_secs_f64()
    };
    (0..RUNS).map(|_| once()).fold(f64::INFINITY, f64::min)
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) {
    if path.is_dir() {
        for entry in path.read_dir().unwrap() {
            collect(&entry.unwrap().path(), files);
        }
    } else {
        files.push(path.to_owned());
    }
}
