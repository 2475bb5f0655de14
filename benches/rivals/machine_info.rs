//! Describes the machine and the rivals.

use std::fs;
use std::path::Path;
use std::process::Command;

/// Returns whether a rival is installed, and prints its version.
pub fn has_rival(name: &str) -> bool {
    let version = version(name);
    match &version {
        Some(version) => println!("Rival: {name} {version}."),
        None => println!("Rival left out: {name} is not installed (apt-get install {name})."),
    }
    version.is_some()
}

/// Returns the first decimal number in the output of `program --version`.
fn version(program: &str) -> Option<String> {
    let output = Command::new(program).arg("--version").output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let is_version = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit()) && word.contains('.');
    text.split_whitespace().find(is_version).map(str::to_owned)
}

/// Describes the machine, and the disk that a folder is on.
pub fn describe(folder: &Path) -> String {
    let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
    let field = |text: &str, name: &str| {
        let line = text.lines().find(|line| line.starts_with(name))?.to_owned();
        line.split_once(':').map(|(_, value)| value.trim().to_owned())
    };
    let cores = std::thread::available_parallelism().map_or(0, std::num::NonZero::get);
    let processor = field(&read("/proc/cpuinfo"), "model name").unwrap_or_else(|| std::env::consts::ARCH.to_owned());
    let kib: Option<u64> = field(&read("/proc/meminfo"), "MemTotal").and_then(|kb| kb.split(' ').next()?.parse().ok());
    let memory = kib.map_or("unknown".to_owned(), |kib| format!("{} GiB", (kib + (1 << 19)) >> 20));
    // The text after the number names the builder of the kernel.
    let kernel = read("/proc/sys/kernel/osrelease");
    let kernel = kernel.trim().split('-').next().unwrap_or_default();
    let disk = file_system(folder, &read("/proc/self/mounts")).unwrap_or_else(|| "unknown".to_owned());
    let system = std::env::consts::OS;
    // Other running programs slow down every measurement, so their number is reported.
    let load = read("/proc/loadavg").split(' ').next().unwrap_or_default().to_owned();
    format!("{cores} cores ({processor}), memory {memory}, {system} {kernel}, file system {disk}, load {load}.")
}

/// Returns the type of the file system that a folder is on: of the mount with the longest path above it.
fn file_system(folder: &Path, mounts: &str) -> Option<String> {
    let mounts = mounts.lines().filter_map(|line| {
        let mut words = line.split(' ').skip(1);
        Some((words.next()?, words.next()?))
    });
    let above = mounts.filter(|(mount, _)| folder.starts_with(mount));
    above.max_by_key(|(mount, _)| mount.len()).map(|(_, kind)| kind.to_owned())
}
