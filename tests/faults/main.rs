//! The fault campaign: what was acknowledged is on the disk, whatever happens.
//!
//! `cargo test --test faults` drives the real program through every fault below and prints a table;
//! `-- --kills N --cuts N` tries more, `-- --only WORD` only the faults whose name holds the word. Each trial ends with
//! a restart that must recover without a question, and with an independent reading of the files.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::naive_bytecount,
    reason = "a trial fails by panicking, and its files are its own"
)]

#[cfg(unix)]
mod calls;
#[cfg(unix)]
mod campaign;
#[cfg(unix)]
mod clocks;
#[cfg(unix)]
mod damage;
#[cfg(unix)]
mod day;
#[cfg(unix)]
mod evidence;
#[cfg(unix)]
mod full;
#[cfg(unix)]
mod live;
#[cfg(unix)]
mod mounts;
#[cfg(unix)]
mod nodes;
#[cfg(unix)]
mod notes;
#[cfg(unix)]
mod power;
#[cfg(unix)]
mod program;
#[cfg(unix)]
mod random;
#[cfg(unix)]
mod reports;
#[cfg(unix)]
mod script;
#[cfg(unix)]
mod slow;
#[cfg(unix)]
mod states;
#[cfg(unix)]
mod storage;
#[cfg(unix)]
mod sync;
#[cfg(unix)]
mod syscalls;
#[cfg(unix)]
mod terminal;
#[cfg(unix)]
mod together;
#[cfg(unix)]
mod tree;
#[cfg(unix)]
mod window;

#[cfg(not(unix))]
fn main() {}

#[cfg(unix)]
fn main() -> std::process::ExitCode {
    use std::path::{Path, PathBuf};

    let words: Vec<String> = std::env::args().skip(1).collect();
    let after = |name: &str| words.iter().position(|word| word == name).and_then(|at| words.get(at + 1));
    let number = |name: &str, usual: usize| after(name).and_then(|word| word.parse().ok()).unwrap_or(usual);
    let memory = Path::new("/dev/shm");
    let disk = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let campaign = campaign::Campaign {
        kills: number("--kills", 1_000),
        cuts: number("--cuts", 20),
        threads: std::thread::available_parallelism().map_or(1, usize::from),
        traced: syscalls::can_trace(&disk),
        disk,
        memory: memory.is_dir().then(|| memory.to_owned()),
    };
    let only = after("--only");
    let wanted = FAULTS.iter().filter(|(name, _)| only.is_none_or(|word| name.contains(word.as_str())));
    println!("{:<28} {:>8} {:>12} {:>6} {:>7} {:>8}", "fault", "points", "acknowledged", "lost", "panics", "seconds");
    let mut all_held = true;
    for (name, fault) in wanted {
        all_held &= report(name, || fault(&campaign));
    }
    if all_held { std::process::ExitCode::SUCCESS } else { std::process::ExitCode::FAILURE }
}

/// Tries a fault as often as the campaign wants.
#[cfg(unix)]
type Trial = fn(&campaign::Campaign) -> program::Tally;

/// Every fault by its name, in the order in which they are tried.
#[cfg(unix)]
const FAULTS: &[(&str, Trial)] = &[
    ("killed at every call", |it| it.with_tracer(syscalls::killed)),
    ("killed in the recovery", |it| it.with_tracer(syscalls::killed_again)),
    ("every call failing", |it| it.with_tracer(syscalls::failing)),
    ("every state after a crash", |it| it.with_tracer(states::recovered)),
    ("seeded: no file sync", |it| it.with_tracer(|it| states::seeded(it, storage::Bug::NoFileSync))),
    ("seeded: no folder sync", |it| it.with_tracer(|it| states::seeded(it, storage::Bug::NoFolderSync))),
    ("killed at random, disk", |it| random::killed(it, &it.disk, 1)),
    ("killed at random, memory", |it| it.in_memory(|it, folder| random::killed(it, folder, 2))),
    ("power cut, ext4", |it| power::cut(it, "ext4", 64)),
    ("power cut, xfs", |it| power::cut(it, "xfs", 320)),
    ("disk full", full::space),
    ("no more files", full::files),
    ("a report on a full disk", reports::full),
    ("every sync failing once", |it| it.with_tracer(sync::failing)),
    ("journal damaged", damage::tried),
    ("terminal gone", |it| it.with_tracer(terminal::gone)),
    ("nobody listens", terminal::unheard),
    ("clock set in a visit", clocks::stepped),
    ("sleep and new start", clocks::jumped),
    ("a note being typed", notes::typed),
    ("several on one visit", together::on_one_visit),
    ("several in one folder", together::in_one_folder),
    ("slow disk", |it| it.with_tracer(slow::disk)),
    ("a whole day", day::long),
];

/// Tries a fault and prints its line; tells whether everything held.
#[cfg(unix)]
fn report(name: &str, fault: impl Fn() -> program::Tally) -> bool {
    /// So many reasons are enough to see what is wrong.
    const REASONS: usize = 12;
    /// So much of each.
    const LINES: usize = 4;
    let start = std::time::Instant::now();
    let tally = fault();
    let seconds = start.elapsed().as_secs_f64();
    if let Some(why) = &tally.skipped {
        println!("{name:<28} skipped: {why}");
    } else {
        let program::Tally { points, acknowledged, lost, panics, .. } = tally;
        let caught = tally.caught.map_or(String::new(), |lost| format!("  caught: it loses {lost}"));
        println!("{name:<28} {points:>8} {acknowledged:>12} {lost:>6} {panics:>7} {seconds:>8.1}{caught}");
    }
    for reason in tally.wrong.iter().take(REASONS) {
        println!("    {}", reason.trim_end().lines().take(LINES).collect::<Vec<_>>().join("\n    "));
    }
    if tally.wrong.len() > REASONS {
        println!("    and {} more", tally.wrong.len() - REASONS);
    }
    tally.lost == 0 && tally.panics == 0 && tally.wrong.is_empty()
}
