//! The terminal disappears, or signals the program to end, at random moments of a visit.

use crate::campaign::{Campaign, each};
use crate::program::{Place, RunOutput, Tally, acknowledged};
use crate::script::Script;
use crate::window::Window;
use rustix::process::Signal;
use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;
use std::time::Duration;

/// The number of trials of each way.
const TIMES: usize = 12;

/// How a terminal disappears.
#[derive(Clone, Copy, Debug)]
enum Way {
    /// The program is asked to end.
    Signal(Signal),
    /// The window is closed.
    Closed,
    /// Every write to the terminal fails from the Nth on.
    Broken(usize),
}

/// Removes the terminal during a visit.
pub fn gone(campaign: &Campaign) -> Tally {
    let mut random = fastrand::Rng::with_seed(6);
    let mut jobs = Vec::new();
    for number in 0..TIMES {
        for way in [Signal::HUP, Signal::TERM, Signal::INT].map(Way::Signal).into_iter().chain([Way::Closed]) {
            jobs.push((way, random.u64(0..200)));
        }
        jobs.push((Way::Broken(number + 1), 1000));
    }
    each(campaign.threads, &jobs, |(way, ms)| try_one(campaign, *way, *ms))
}

fn try_one(campaign: &Campaign, way: Way, ms: u64) -> Tally {
    let what = format!("{way:?} after {ms} ms");
    let script = Script::answers(40);
    let place = Place::new(&campaign.disk, &script);
    let args = ["visit", "faults.json", "--site", "lyon-3", "--observer", "o12"];
    let mut window = Window::open(&place, |name| match way {
        Way::Broken(when) => place.command(&broken(name, when), &args),
        _ => place.command(&[], &args),
    });
    let mut tally = Tally { points: 1, ..Tally::default() };
    if matches!(way, Way::Broken(_)) || window.wait(|seen| seen.last.saved) {
        for key in script.lines.iter().take((ms / 5) as usize + 1) {
            window.press(key);
            std::thread::sleep(Duration::from_millis(5));
        }
    }
    match way {
        Way::Signal(signal) => window.signal(signal),
        Way::Closed => window.close(),
        Way::Broken(_) => {}
    }
    let code = window.end();
    match code {
        None => tally.wrong.push(format!("{what}: did not end")),
        Some(101) => tally.panics += 1,
        Some(_) => {}
    }
    if window.seen(|seen| String::from_utf8_lossy(&seen.bytes).contains("panicked")) {
        tally.panics += 1;
    }
    let is_there = matches!(way, Way::Signal(_));
    if is_there && (!window.restored() || window.modes() != window.modes_before) {
        tally.wrong.push(format!("{what}: the terminal was left as it should not be"));
    }
    // The first event is the start; the answers follow it.
    let saved = window.seen(|seen| seen.most_saved);
    let acknowledged = if saved > 0 { saved + 1 } else { 0 };
    tally.acknowledged += acknowledged;
    drop(window);
    tally.restart(&place, &script, acknowledged, &what);
    tally
}

/// Returns the tracer that makes writes to a terminal fail from one on.
fn broken(terminal: &str, when: usize) -> Vec<String> {
    let fault = format!("inject=write:error=EIO:when={when}+");
    let words = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "signal=none", "-e", "trace=write"];
    let more = ["-P", terminal, "-e", &fault];
    words.iter().chain(&more).map(|word| (*word).to_owned()).collect()
}

/// Closes the reading end of a dialogue's output during a visit.
pub fn unheard(campaign: &Campaign) -> Tally {
    let script = Script::varied(12);
    let jobs: Vec<usize> = (0..30).collect();
    each(campaign.threads, &jobs, |lines| {
        let place = Place::new(&campaign.disk, &script);
        let mut command = place.visit(&[]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let (mut input, told) = (child.stdin.take().unwrap(), script.input());
        let teller = std::thread::spawn(move || drop(input.write_all(told.as_bytes())));
        let mut out = String::new();
        let mut listener = BufReader::new(child.stdout.take().unwrap());
        for _ in 0..*lines {
            listener.read_line(&mut out).unwrap();
        }
        drop(listener);
        let ended = child.wait_with_output().unwrap();
        teller.join().unwrap();
        let err = String::from_utf8_lossy(&ended.stderr).into_owned();
        let run = RunOutput { status: ended.status, acknowledged: acknowledged(&out), out, err, hung: false };
        Tally::judge(&place, &script, &run, &format!("nobody listens after {lines} lines"))
    })
}
