//! Rivals from PyPI, each in an environment of its own beside the build.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Makes an environment with packages where it is not there; gives its Python, or `None` where that cannot be done.
/// `check` is Python that works once the packages are there.
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

/// Gives what a command writes; `None` where it fails.
pub fn run(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
