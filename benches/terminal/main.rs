//! Measures how fast and how small the program is in a terminal.
//!
//! ```text
//! cargo bench --bench terminal
//! ```
//! The release program runs in pseudo-terminals of 80 columns and 24 rows, in turns with `htop`, with `vim -u NONE` and
//! with the disk's own append and `fdatasync`. A rival that is not installed is left out and named. `BENCHMARKS.md` says
//! what is measured and has the figures of one machine.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a failed measurement has no figures, and results go to standard output"
)]

#[cfg(target_os = "linux")]
mod folders;
#[cfg(target_os = "linux")]
#[path = "../rivals/machine_info.rs"]
mod machine_info;
#[cfg(target_os = "linux")]
mod measure;
#[cfg(target_os = "linux")]
mod window;

#[cfg(target_os = "linux")]
fn main() {
    window::leave_terminal();
    let ground = tempfile::TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    println!("{}", machine_info::describe(ground.path()));
    let [htop, vim] = ["htop", "vim"].map(machine_info::has_rival);
    println!("\n| measure | program | n | median | p99 | bound of the median or size | result |");
    println!("|---|---|---:|---:|---:|---|---|");
    measure::keys(ground.path(), htop);
    // Writing 20,000 files comes after everything that waits for the disk.
    measure::starts(ground.path(), vim);
    measure::size("binary", "esprit", std::fs::metadata(folders::ESPRIT).unwrap().len() / 1024, 8);
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("The terminal is measured on Linux only.");
}
