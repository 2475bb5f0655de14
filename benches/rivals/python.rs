//! Rivals from PyPI, each in its own environment beside the build.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Creates an environment with packages if it is missing; returns its Python, or `None` if that fails. `check` is
/// Python code that works once the packages are installed.
pub fn environment(name: &str, packages: &[&str], check: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let python = folder.join("bin/python");
    if !python.exists() {
        run(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
    }
    let works = || run(Command::new(&python).args(["-c", check]));
    if works().is_none() {
        run(Command::new(&python).args(["-m", "pip", "install", "--quiet"]).args(packages))?;
        works()?;
    }
    Some(python)
}

/// Returns the output of a command; `None` if it fails.
pub fn run(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
