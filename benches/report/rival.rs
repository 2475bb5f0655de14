//! DuckDB, from PyPI, in an environment of its own beside the build.

use crate::measured::{Figures, Measured};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

const RUNS: usize = 3;
const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/report/rival.py");

pub struct Rival {
    python: PathBuf,
    name: String,
}

impl Rival {
    /// Installs it where it is not there; `None` where that cannot be done.
    pub fn install() -> Option<Self> {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("duckdb");
        let python = folder.join("bin/python");
        if !python.exists() {
            run(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
        }
        let version = || run(Command::new(&python).args(["-c", "import duckdb; print(duckdb.__version__)"]));
        let version = version().or_else(|| {
            run(Command::new(&python).args(["-m", "pip", "install", "--quiet", "duckdb"]))?;
            version()
        })?;
        let name = format!("DuckDB {}", version.trim());
        Some(Self { python, name })
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    /// Measures it on the sessions that a pattern names.
    pub fn measure(&self, pattern: &str) -> Measured {
        let mut best = Measured { seconds: f64::INFINITY, ..Measured::default() };
        for _ in 0..RUNS {
            let text = run(Command::new(&self.python).arg(SCRIPT).arg(pattern)).unwrap();
            let found: Value = serde_json::from_str(&text).unwrap();
            best.seconds = best.seconds.min(found["seconds"].as_f64().unwrap());
            best.kib = best.kib.max(found["kib"].as_u64().unwrap());
            best.figures = figures(&found["figures"]);
        }
        best
    }
}

/// Reads the figures of each question; a row's key comes first.
fn figures(questions: &Value) -> Figures {
    let row = |row: &Value| {
        let figures = row.as_array().unwrap().iter().skip(1).filter_map(Value::as_f64).collect();
        (row[0].as_str().unwrap().to_owned(), figures)
    };
    let rows = |rows: &Value| rows.as_array().unwrap().iter().map(row).collect();
    questions.as_object().unwrap().iter().map(|(question, found)| (question.clone(), rows(found))).collect()
}

fn run(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
