//! DuckDB, from PyPI.

use crate::figures::from_rival;
use crate::measured::Measured;
use crate::python::{environment, run};
use serde_json::Value;
use std::path::PathBuf;
use std::process::Command;

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/report/rival.py");

/// A query.
#[derive(Clone, Copy)]
pub enum Query {
    /// All of the report that its SQL can compute.
    All,
    /// Scores and behaviours, by site and checklist.
    Two,
}

pub struct Rival {
    python: PathBuf,
    name: String,
}

impl Rival {
    /// Installs it if it is missing; returns `None` if that fails.
    pub fn install() -> Option<Self> {
        let version = "import duckdb; print(duckdb.__version__)";
        let python = environment("duckdb", &["duckdb"], version)?;
        let name = format!("DuckDB {}", run(Command::new(&python).args(["-c", version]))?.trim());
        Some(Self { python, name })
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    /// Measures it on the sessions that a pattern names.
    pub fn measure(&self, asked: Query, pattern: &str, measured: &mut Measured) {
        let asked = match asked {
            Query::All => "all",
            Query::Two => "two",
        };
        let text = run(Command::new(&self.python).arg(SCRIPT).args([pattern, asked])).unwrap();
        let found: Value = serde_json::from_str(&text).unwrap();
        measured.times.push(found["seconds"].as_f64().unwrap());
        measured.processor.push(found["processor"].as_f64().unwrap());
        measured.kib = measured.kib.max(found["kib"].as_u64().unwrap());
        measured.figures = from_rival(&found["figures"]);
    }
}
