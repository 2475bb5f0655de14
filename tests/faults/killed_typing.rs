//! The program is killed while a note is being typed.

use crate::campaign::{Campaign, each};
use crate::file_evidence;
use crate::program::{Place, Tally, run};
use crate::script::Script;
use crate::window::Window;
use rustix::process::Signal;
use std::time::{Duration, Instant};

/// The most recent typing that may be lost.
const MAY_GO: Duration = Duration::from_secs(2);

/// The number of trials.
const TIMES: usize = 12;

/// The time between two keys.
const PACE: Duration = Duration::from_millis(8);

/// Kills the application during a note; the note in the visit afterwards is its beginning.
pub fn typed(campaign: &Campaign) -> Tally {
    let mut random = fastrand::Rng::with_seed(11);
    let keys: Vec<usize> = (0..TIMES).map(|_| random.usize(1..400)).collect();
    each(campaign.threads, &keys, |keys| try_one(campaign, *keys))
}

fn try_one(campaign: &Campaign, keys: usize) -> Tally {
    let what = format!("killed after {keys} keys of a note");
    let script = Script::answers(40);
    let place = Place::new(&campaign.disk, &script);
    let args = ["visit", "faults.json", "--site", "lyon-3", "--observer", "o12"];
    let mut window = Window::open(&place, |_| place.command(&[], &args));
    let mut tally = Tally { points: 1, ..Tally::default() };
    window.wait(|seen| seen.last.saved);
    window.press("c");
    if !window.wait(|seen| seen.screen.text().contains("Note:")) {
        tally.wrong.push(format!("{what}: no note was opened"));
        return tally;
    }
    let note: String = ('a'..='z').cycle().take(keys).collect();
    let mut pressed = Vec::new();
    for key in note.chars() {
        window.press(&key.to_string());
        pressed.push(Instant::now());
        std::thread::sleep(PACE);
    }
    window.signal(Signal::KILL);
    let killed = Instant::now();
    window.end();
    let must = pressed.iter().filter(|at| killed.duration_since(**at) > MAY_GO).count();
    drop(window);
    let again = run(place.command(&[], &["resume", "--plain"]), "finish\nfinish\n");
    tally.panics += u64::from(again.panicked());
    let found = file_evidence::read(&place.data()).unwrap_or_default();
    let noted = found.events.iter().find_map(|event| event["text"].as_str()).unwrap_or_default();
    tally.acknowledged += must as u64;
    tally.lost += must.saturating_sub(noted.len()) as u64;
    if !note.starts_with(noted) || found.session.is_none() {
        tally.wrong.push(format!("{what}: «{noted}» was kept of «{note}»\n{}", again.err));
    }
    tally
}
