//! A disk on which every sync takes half a second: keys are still handled at once, and nothing is shown as saved too
//! early.

use crate::calls::Call;
use crate::campaign::Campaign;
use crate::program::{Place, Tally};
use crate::script::Script;
use crate::window::{Frame, Screen, Window};
use std::collections::BTreeMap;
use std::fs;

/// The duration of every sync, in microseconds.
const DELAY: u32 = 500_000;

/// The number of answers, each given once the one before is shown.
const ANSWERS: usize = 12;

/// What happened, in the tracer's order.
#[derive(Debug)]
enum Step {
    /// An event was written to the journal.
    Written(u64),
    /// The data written is on the disk.
    Synced,
    /// A frame was written to the terminal.
    Shown(Frame),
}

/// Conducts a visit on a slow disk, and checks the order of events in the tracer's log.
pub fn disk(campaign: &Campaign) -> Tally {
    let script = Script::answers(40);
    let place = Place::new(&campaign.disk, &script);
    let log = campaign.disk.join(format!("calls-{}", place.name()));
    let delay = format!("inject=fdatasync:delay_enter={DELAY}");
    let words = ["strace", "-f", "-qq", "-xx", "-y", "-s", "1000000", "-e", "signal=none", "-e"];
    let more = ["trace=write,fdatasync", "-e", &delay, "-o", log.to_str().unwrap()];
    let tracer: Vec<String> = words.iter().chain(&more).map(|word| (*word).to_owned()).collect();
    let args = ["visit", "faults.json", "--site", "lyon-3", "--observer", "o12"];
    let mut window = Window::open(&place, |_| place.command(&tracer, &args));
    let mut tally = Tally { points: ANSWERS as u64, ..Tally::default() };
    let mut held = window.wait(|seen| seen.last.saved);
    for (key, answers) in script.lines.iter().take(ANSWERS).zip(1..) {
        window.press(key);
        held &= window.wait(|seen| seen.last.answers == answers);
    }
    held &= window.wait(|seen| seen.most_saved == ANSWERS as u64);
    window.press("\u{11}");
    window.press("\u{11}");
    held &= window.end().is_some();
    if !held {
        tally.wrong.push(format!("did not answer:\n{}", window.seen(|seen| seen.screen.text())));
    }
    let steps = steps(&fs::read_to_string(&log).unwrap_or_default());
    let _ = fs::remove_file(&log);
    let (saved, reason) = in_order(&steps);
    tally.acknowledged = saved;
    tally.wrong.extend(reason);
    tally.restart(&place, &script, saved, "slow disk");
    tally
}

/// Parses the log; a call interrupted by another thread ends where it is resumed.
fn steps(log: &str) -> Vec<Step> {
    let mut screen = Screen::new(80, 24);
    let mut begun: BTreeMap<&str, &str> = BTreeMap::new();
    let mut steps = Vec::new();
    for line in log.lines() {
        let (thread, rest) = line.split_once(' ').unwrap_or_default();
        let whole;
        if let Some(start) = line.strip_suffix(" <unfinished ...>") {
            begun.insert(thread, start);
            continue;
        } else if let Some((_, end)) = rest.split_once(" resumed>") {
            whole = format!("{}{end}", begun.remove(thread).unwrap_or_default());
        } else {
            whole = line.to_owned();
        }
        let Some(call) = Call::read(&whole).filter(|call| call.returned() >= 0) else { continue };
        let path = call.open_path(0);
        let is_journal = path.extension().is_some_and(|extension| extension == "journal");
        match call.name.as_str() {
            "fdatasync" if is_journal => steps.push(Step::Synced),
            "write" if is_journal => {
                let text = String::from_utf8_lossy(&call.bytes(1)).into_owned();
                let last = text.lines().last().and_then(|line| serde_json::from_str::<serde_json::Value>(line).ok());
                steps.extend(last.and_then(|event| event["seq"].as_u64()).map(Step::Written));
            }
            "write" if path.starts_with("/dev/pts") => {
                steps.extend(screen.feed(&call.bytes(1)).map(Step::Shown));
            }
            _ => {}
        }
    }
    steps
}

/// Returns the last event shown as saved, and what was too early or too late.
fn in_order(steps: &[Step]) -> (u64, Option<String>) {
    let (mut written, mut safe, mut shown, mut unsaved_frames) = (0, 0, 0, 0);
    for step in steps {
        match step {
            Step::Written(seq) => written = *seq,
            Step::Synced => safe = written,
            // The first event is the start, so there is one event more than answers.
            Step::Shown(Frame { answers, saved: true }) => {
                shown = answers + 1;
                if shown > safe {
                    return (shown, Some(format!("answer {answers} showed as saved when event {safe} was")));
                }
            }
            Step::Shown(Frame { answers, saved: false }) if answers + 1 > safe && *answers > 0 => unsaved_frames += 1,
            Step::Shown(_) => {}
        }
    }
    if unsaved_frames < ANSWERS {
        return (shown, Some(format!("only {unsaved_frames} answers showed before they were on the disk")));
    }
    (shown, None)
}
