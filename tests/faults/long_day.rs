//! A whole day in one window: thousands of answers, a sleeping laptop, a window that keeps changing.

use crate::campaign::Campaign;
use crate::file_evidence;
use crate::program::{Place, Tally, run};
use crate::script::Script;
use crate::window::Window;
use rustix::process::Signal;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// The number of keys pressed that create an event.
const KEYS: usize = 5_000;

/// After this many, the program's memory is measured for the first time.
const WARM: usize = 500;

/// How often the machine sleeps, and how often the window changes.
const SLEEPS: usize = 20;
const RESIZES: usize = 500;

/// The most that memory may grow afterwards, in KiB.
const GROWTH: u64 = 5 << 10;

/// The most keys in flight at once.
const AHEAD: usize = 10;

/// Simulates a day.
pub fn long(campaign: &Campaign) -> Tally {
    let script = Script::answers(24);
    let place = Place::new(&campaign.disk, &script);
    let args = ["visit", "faults.json", "--site", "lyon-3", "--observer", "o12"];
    let mut window = Window::open(&place, |_| place.command(&[], &args));
    let mut tally = Tally { points: KEYS as u64, ..Tally::default() };
    let saved = window.wait(|seen| seen.screen.text().contains("saved ■"));
    let journal = file_evidence::files(&place.data().join("unfinished"))
        .into_iter()
        .find(|path| path.extension().is_some_and(|it| it == "journal"));
    let (true, Some(journal)) = (saved, journal) else {
        tally.wrong.push("did not begin".to_owned());
        return tally;
    };
    let mut before = (0, 0);
    let mut random = fastrand::Rng::with_seed(10);
    for number in 0..KEYS {
        window.press(key(number));
        if number % (KEYS / RESIZES) == 0 {
            window.resize(random.u16(60..140), random.u16(16..50));
        }
        if number % (KEYS / SLEEPS) == KEYS / SLEEPS / 2 {
            window.signal(Signal::STOP);
            std::thread::sleep(Duration::from_millis(20));
            window.signal(Signal::CONT);
        }
        if number % AHEAD == 0 && !written(&journal, number + 2) {
            tally.wrong.push(format!("key {number} was not taken:\n{}", window.seen(|seen| seen.screen.text())));
            return tally;
        }
        if number == WARM {
            before = measured(&window);
        }
    }
    window.resize(80, 24);
    let all = written(&journal, KEYS + 1) && window.wait(|seen| seen.screen.text().contains("saved ■"));
    let after = measured(&window);
    if !all {
        tally.wrong.push("not every key was taken".to_owned());
    }
    if after.0 > before.0 + GROWTH {
        tally.wrong.push(format!("memory grew from {} to {} KiB", before.0, after.0));
    }
    if after.1 != before.1 {
        tally.wrong.push(format!("{} files were open, then {}", before.1, after.1));
    }
    finish(&mut window, &place, &mut tally);
    tally
}

/// Finishes the visit, and checks its file.
fn finish(window: &mut Window, place: &Place, tally: &mut Tally) {
    window.press("f");
    window.wait(|seen| seen.screen.text().contains("Review before the end"));
    window.press("f");
    // The review asks once more.
    window.wait(|seen| ["again to finish", "file is saved"].iter().any(|word| seen.screen.text().contains(word)));
    if !window.seen(|seen| seen.screen.text().contains("file is saved")) {
        window.press("f");
        window.wait(|seen| seen.screen.text().contains("file is saved"));
    }
    window.press("\u{11}");
    let code = window.end();
    tally.panics += u64::from(code == Some(101));
    if code != Some(0) || !window.restored() {
        tally.wrong.push(format!("ended with {code:?}"));
    }
    tally.acknowledged = KEYS as u64 + 1;
    match file_evidence::read(&place.data()) {
        Ok(found) if found.session.is_some() => {
            tally.lost = tally.acknowledged.saturating_sub(found.events.len() as u64 - 1);
        }
        Ok(_) => tally.wrong.push("there is no session".to_owned()),
        Err(reason) => tally.wrong.push(reason),
    }
    let verified = run(place.command(&[], &["verify"]), "");
    if verified.status.code() != Some(0) {
        tally.wrong.push(format!("verify: {}{}", verified.out, verified.err));
    }
}

/// Returns the nth key: neighbours differ, and each creates one event.
fn key(number: usize) -> &'static str {
    ["y", "n", "p", "u", "r", "x", "v", "m"][number % 8]
}

/// Waits until the journal contains this many events.
fn written(journal: &PathBuf, events: usize) -> bool {
    let start = Instant::now();
    while start.elapsed() < crate::running_program::PATIENCE {
        let lines = fs::read(journal).unwrap_or_default().iter().filter(|byte| **byte == b'\n').count();
        if lines > events {
            return true;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    false
}

/// Returns the program's memory in KiB, and its number of open files.
fn measured(window: &Window) -> (u64, usize) {
    let process = PathBuf::from(format!("/proc/{}", window.id()));
    let status = fs::read_to_string(process.join("status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    let memory = line.trim().trim_end_matches(" kB").parse().unwrap_or(0);
    (memory, fs::read_dir(process.join("fd")).map_or(0, Iterator::count))
}
