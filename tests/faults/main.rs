//! The fault campaign: what was acknowledged is on the disk, whatever happens.
//!
//! `cargo test --release --test faults` drives the real program through every fault below and prints a table;
//! `-- --kills N --cuts N` tries more, `-- --only WORD` only the faults whose name holds the word. Each trial ends with
//! a restart that must recover without a question, and with an independent reading of the files.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::cast_possible_truncation,
    reason = "a trial fails by panicking, and its files are its own"
)]

#[cfg(unix)]
mod calls;
#[cfg(unix)]
mod campaign;
#[cfg(unix)]
mod damage;
#[cfg(unix)]
mod evidence;
#[cfg(unix)]
mod full;
#[cfg(unix)]
mod live;
#[cfg(unix)]
mod mounts;
#[cfg(unix)]
mod power;
#[cfg(unix)]
mod program;
#[cfg(unix)]
mod random;
#[cfg(unix)]
mod script;
#[cfg(unix)]
mod states;
#[cfg(unix)]
mod storage;
#[cfg(unix)]
mod sync;
#[cfg(unix)]
mod syscalls;

#[cfg(not(unix))]
fn main() {}

#[cfg(unix)]
fn main() -> std::process::ExitCode {
    use campaign::Campaign;
    use program::Tally;
    use std::path::{Path, PathBuf};
    use storage::Bug;

    let words: Vec<String> = std::env::args().skip(1).collect();
    let after = |name: &str| words.iter().position(|word| word == name).and_then(|at| words.get(at + 1));
    let number = |name: &str, usual: usize| after(name).and_then(|word| word.parse().ok()).unwrap_or(usual);
    let memory = Path::new("/dev/shm");
    let campaign = Campaign {
        kills: number("--kills", 1_000),
        cuts: number("--cuts", 20),
        threads: std::thread::available_parallelism().map_or(1, usize::from),
        disk: PathBuf::from(env!("CARGO_TARGET_TMPDIR")),
        memory: memory.is_dir().then(|| memory.to_owned()),
    };
    let traced = syscalls::can_trace(&campaign.disk);
    let with_tracer = |fault: &dyn Fn(&Campaign) -> Tally| match &traced {
        Ok(()) => fault(&campaign),
        Err(why) => Tally::skipped(why),
    };
    let in_memory = |fault: &dyn Fn(&Path) -> Tally| match &campaign.memory {
        Some(folder) => fault(folder),
        None => Tally::skipped("no /dev/shm here"),
    };
    let faults: Vec<(&str, Box<dyn Fn() -> Tally>)> = vec![
        ("killed at every call", Box::new(|| with_tracer(&syscalls::killed))),
        ("killed in the recovery", Box::new(|| with_tracer(&syscalls::killed_again))),
        ("every call failing", Box::new(|| with_tracer(&syscalls::failing))),
        ("every state after a crash", Box::new(|| with_tracer(&states::recovered))),
        ("seeded: no file sync", Box::new(|| with_tracer(&|it| states::seeded(it, Bug::NoFileSync)))),
        ("seeded: no folder sync", Box::new(|| with_tracer(&|it| states::seeded(it, Bug::NoFolderSync)))),
        ("killed at random, disk", Box::new(|| random::killed(&campaign, &campaign.disk, 1))),
        ("killed at random, memory", Box::new(|| in_memory(&|folder| random::killed(&campaign, folder, 2)))),
        ("power cut, ext4", Box::new(|| power::cut(&campaign, "ext4", 64))),
        ("power cut, xfs", Box::new(|| power::cut(&campaign, "xfs", 320))),
        ("disk full", Box::new(|| full::space(&campaign))),
        ("no more files", Box::new(|| full::files(&campaign))),
        ("every sync failing once", Box::new(|| with_tracer(&sync::failing))),
        ("journal damaged", Box::new(|| damage::tried(&campaign))),
    ];
    let only = after("--only");
    let wanted = faults.iter().filter(|(name, _)| only.is_none_or(|word| name.contains(word.as_str())));
    println!("{:<28} {:>8} {:>12} {:>6} {:>7} {:>8}", "fault", "points", "acknowledged", "lost", "panics", "seconds");
    let mut all_held = true;
    for (name, fault) in wanted {
        all_held &= report(name, fault);
    }
    if all_held { std::process::ExitCode::SUCCESS } else { std::process::ExitCode::FAILURE }
}

/// Tries a fault and prints its line; tells whether everything held.
#[cfg(unix)]
fn report(name: &str, fault: &dyn Fn() -> program::Tally) -> bool {
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
