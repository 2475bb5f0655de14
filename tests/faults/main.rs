//! The fault campaign: acknowledged events are on the disk, whatever happens.
//!
//! `cargo test --test faults` drives the real program through every fault below and prints a table; `-- --kills N
//! --cuts N` tries more, `-- --only WORD` only the faults whose name contains the word. Each trial ends with a restart
//! that must recover without a question, and with an independent reading of the files.
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
mod concurrent_processes;
#[cfg(unix)]
mod corrections;
#[cfg(unix)]
mod crash_states;
#[cfg(unix)]
mod disk_model;
#[cfg(unix)]
mod disk_nodes;
#[cfg(unix)]
mod failing_sync;
#[cfg(unix)]
mod file_evidence;
#[cfg(unix)]
mod full_disk;
#[cfg(unix)]
mod journal_damage;
#[cfg(unix)]
mod killed_typing;
#[cfg(unix)]
mod long_day;
#[cfg(unix)]
mod mounts;
#[cfg(unix)]
mod power_cuts;
#[cfg(unix)]
mod program;
#[cfg(unix)]
mod random_kills;
#[cfg(unix)]
mod report_full_disk;
#[cfg(unix)]
mod running_program;
#[cfg(unix)]
mod script;
#[cfg(unix)]
mod slow_disk;
#[cfg(unix)]
mod syscalls;
#[cfg(unix)]
mod terminal;
#[cfg(unix)]
mod tree;
#[cfg(unix)]
mod wall_clock;
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

/// Tries a fault as often as the campaign requires.
#[cfg(unix)]
type Trial = fn(&campaign::Campaign) -> program::Tally;

/// All faults by name, in order.
#[cfg(unix)]
const FAULTS: &[(&str, Trial)] = &[
    ("killed at every call", |it| it.with_tracer(syscalls::killed)),
    ("killed in the recovery", |it| it.with_tracer(syscalls::killed_again)),
    ("every call failing", |it| it.with_tracer(syscalls::failing)),
    ("every state after a crash", |it| it.with_tracer(crash_states::recovered)),
    ("seeded: no file sync", |it| it.with_tracer(|it| crash_states::seeded(it, disk_model::Bug::NoFileSync))),
    ("seeded: no folder sync", |it| it.with_tracer(|it| crash_states::seeded(it, disk_model::Bug::NoFolderSync))),
    ("a correction killed", |it| it.with_tracer(corrections::killed)),
    ("a correction, every state", |it| it.with_tracer(corrections::crashed)),
    ("killed at random, disk", |it| random_kills::killed(it, &it.disk, 1)),
    ("killed at random, memory", |it| it.in_memory(|it, folder| random_kills::killed(it, folder, 2))),
    ("power cut, ext4", |it| power_cuts::cut(it, "ext4", 64)),
    ("power cut, xfs", |it| power_cuts::cut(it, "xfs", 320)),
    ("disk full", full_disk::space),
    ("no more files", full_disk::files),
    ("a report on a full disk", report_full_disk::full),
    ("every sync failing once", |it| it.with_tracer(failing_sync::failing)),
    ("journal damaged", journal_damage::tried),
    ("terminal gone", |it| it.with_tracer(terminal::gone)),
    ("nobody listens", terminal::unheard),
    ("clock set in a visit", wall_clock::stepped),
    ("sleep and new start", wall_clock::jumped),
    ("a note being typed", killed_typing::typed),
    ("several on one visit", concurrent_processes::on_one_visit),
    ("several in one folder", concurrent_processes::in_one_folder),
    ("slow disk", |it| it.with_tracer(slow_disk::disk)),
    ("a whole day", long_day::long),
];

/// Tries a fault and prints its line. Returns whether it passed.
#[cfg(unix)]
fn report(name: &str, fault: impl Fn() -> program::Tally) -> bool {
    /// The most reasons printed.
    const REASONS: usize = 12;
    /// The most lines of a reason.
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
