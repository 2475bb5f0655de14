//! How quick and how small the program is, beside programs that are known for it, all in one run.
//!
//! ```text
//! cargo bench --bench terminal
//! ```
//! The release program runs in pseudo-terminals of 80 columns and 24 rows. Measured are: from a key to the answer it
//! paints and to `saved ■`, from the start to the first screen, the same with 20,000 saved visits and in a visit of
//! 5,000 events, such a visit played back, memory and size. Beside it, in turns: `htop` moving its bar, `vim -u NONE` moving its cursor, `cat`
//! giving a key back, and the disk's own append and `fdatasync`. A rival that is not installed is left out and named.
//!
//! A time ends with the read that made the screen show what was expected, see [`window`]. `BENCHMARKS.md` has the
//! figures of one machine. It takes about five minutes, and leaves nothing behind.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a measurement that fails has no figures to give, and what it finds goes to standard output"
)]

#[cfg(unix)]
mod figures;
#[cfg(unix)]
mod ground;
#[cfg(unix)]
mod keys;
#[cfg(unix)]
mod machine;
#[cfg(unix)]
mod replay;
#[cfg(unix)]
mod report;
#[cfg(unix)]
mod start;
#[cfg(unix)]
mod window;

#[cfg(unix)]
fn main() {
    window::alone();
    let ground = ground::Ground::new();
    let rivals = machine::Rivals::installed();
    println!("{}", machine::describe(ground.path()));
    println!("{}\n", rivals.describe());
    let keys = keys::measure(&ground, &rivals);
    let replays = replay::measure(&ground, &rivals);
    // Writing 20,000 files comes after everything that waits for the disk.
    let start = start::measure(&ground, &rivals);
    println!("{}", report::table(&keys, &replays, &start));
}

#[cfg(not(unix))]
fn main() {
    println!("The terminal is measured on Unix systems only.");
}
