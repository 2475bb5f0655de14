//! The wall between the modules that the compiler does not give, and the order of the house.

use std::fs;
use std::path::{Path, PathBuf};

/// What each module may name, beside itself. Everything points down.
const ALLOWED: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("stats", &[]),
    ("visit", &["text"]),
    ("clock", &["visit"]),
    ("store", &["text", "visit"]),
    ("analysis", &["text", "visit", "stats"]),
    ("report", &["text", "visit", "analysis"]),
    ("app", &["text", "visit", "store", "analysis", "report"]),
    ("recorder", &["analysis", "app", "store", "visit"]),
    ("plain", &["text", "visit", "analysis", "app", "recorder"]),
    ("ui", &["text", "visit", "store", "analysis", "app", "report"]),
    ("term", &["text", "visit", "store", "clock", "analysis", "report", "app", "recorder", "ui"]),
    ("cli", &["text", "visit", "store", "clock", "analysis", "report", "app", "recorder", "plain", "ui", "term"]),
    ("main.rs", &["cli"]),
    ("lib.rs", &[]),
];

/// What only some modules may name: a piece of source, and who may.
const RESERVED: &[(&str, &[&str])] = &[
    ("crossterm::", &["term"]),
    ("std::fs", &["store", "clock"]),
    ("File::", &["store"]),
    ("std::env", &["clock", "term", "cli", "main.rs"]),
    ("Timestamp::now", &["clock"]),
    ("Instant::now", &["clock"]),
    ("process::exit", &[]),
    ("println!", &[]),
    ("todo!", &[]),
    ("unimplemented!", &[]),
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Gives the lines of a source without its comments and its tests.
fn code(path: &Path) -> Vec<(usize, String)> {
    let text = fs::read_to_string(path).unwrap();
    let lines = text.lines().take_while(|line| !line.starts_with("#[cfg(test)]"));
    (1..)
        .zip(lines)
        .map(|(number, line)| (number, line.split("//").next().unwrap().to_owned()))
        .filter(|(_, line)| !line.trim().is_empty())
        .collect()
}

fn module(path: &Path) -> String {
    let inside = path.strip_prefix(root()).unwrap();
    let first = inside.components().next().unwrap().as_os_str().to_str().unwrap().to_owned();
    if matches!(first.as_str(), "main.rs" | "lib.rs") { first } else { first.trim_end_matches(".rs").to_owned() }
}

#[test]
fn dependencies_point_down_only() {
    let mut wrong = Vec::new();
    for path in sources(&root()) {
        let own = module(&path);
        let (_, allowed) =
            ALLOWED.iter().find(|(name, _)| *name == own).unwrap_or_else(|| panic!("{own} has no place"));
        for (number, line) in code(&path) {
            for start in ["crate::", "esprit::"] {
                for rest in line.split(start).skip(1) {
                    let named: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                    let is_module = ALLOWED.iter().any(|(name, _)| *name == named);
                    if is_module && named != own && !allowed.contains(&named.as_str()) {
                        wrong.push(format!("{}:{number}: {own} names {named}", path.display()));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn clocks_disk_terminal_and_environment_have_their_own_modules() {
    let mut wrong = Vec::new();
    for path in sources(&root()) {
        let own = module(&path);
        for (number, line) in code(&path) {
            for (piece, allowed) in RESERVED {
                if line.contains(piece) && !allowed.contains(&own.as_str()) {
                    wrong.push(format!("{}:{number}: {piece} in {own}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_open_with_their_purpose_and_stay_readable() {
    for path in sources(&root()) {
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//! "), "{} does not say what it is for", path.display());
        let lines = text.lines().count();
        assert!(lines <= 640, "{}: {lines} lines", path.display());
    }
}
