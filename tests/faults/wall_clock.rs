//! The wall clock is set during a visit, the laptop sleeps, the machine restarts.

use crate::campaign::Campaign;
use crate::file_evidence::{self, Evidence};
use crate::mounts;
use crate::program::{Place, Tally, run};
use crate::running_program::RunningProgram;
use crate::script::Script;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Departures of the wall clock up to this are not recorded, in milliseconds.
const SHIFT: i64 = 2_000;

/// The tolerance of a recorded shift, in milliseconds.
const EXACT: i64 = 500;

/// Sets the wall clock between the answers of a run, by seconds forwards and backwards.
pub fn stepped(campaign: &Campaign) -> Tally {
    let Some(library) = library() else { return Tally::skipped("faketime is not installed") };
    let _cleaner = Cleaner::new();
    let mut tally = Tally::default();
    let steps = [1, -1, 3, -3, 60, -60, 3_600, -3_600, 90_000, -90_000, 31_536_000, -31_536_000];
    for step in steps {
        tally.add(one_step(campaign, &library, step));
    }
    tally
}

fn one_step(campaign: &Campaign, library: &str, seconds: i64) -> Tally {
    let what = format!("the clock set by {seconds} s");
    let script = Script::answers(8);
    let place = Place::new(&campaign.disk, &script);
    let clock = place.root().join("clock");
    fs::write(&clock, "+0").unwrap();
    let mut live = RunningProgram::start(faked(place.visit(&[]), library, &clock));
    for (line, seq) in script.lines.iter().zip(2..) {
        if seq == 6 {
            // A partly written number must not be read as one.
            let next = place.root().join("next");
            fs::write(&next, format!("{seconds:+}")).unwrap();
            fs::rename(next, &clock).unwrap();
        }
        live.enter(&format!("{line}\n"));
        live.wait(|heard| heard.acknowledged() >= seq);
    }
    live.enter("finish\n");
    let run = live.end();
    let expected: Vec<i64> = if (seconds * 1000).abs() > SHIFT { vec![seconds * 1000] } else { vec![] };
    judge(&place, &script, run.panicked(), &what, &expected)
}

/// Ends a visit half way, and resumes it after what may have happened to the machine meanwhile.
pub fn jumped(campaign: &Campaign) -> Tally {
    let Some(library) = library() else { return Tally::skipped("faketime is not installed") };
    if let Err(why) = mounts::command("unshare", &["--time", "--mount", "--boottime", "100", "true"]) {
        return Tally::skipped(&why);
    }
    let _cleaner = Cleaner::new();
    let mut tally = Tally::default();
    // How far each clock went on, in seconds, whether the machine was restarted, and the shift to be recorded.
    let cases = [
        ("a sleep of eight hours", 28_800, 28_800, false, None),
        ("a sleep, and the wall clock late", 28_800, 25_200, false, Some(-3_600_000)),
        ("the wall clock set, no sleep", 0, 7_200, false, Some(7_200_000)),
        ("the machine started again", -50, 3_600, true, None),
        ("the machine started again, its clock behind", -50, -3_600, true, Some(-3_600_000)),
    ];
    for (what, clock, wall, restarted, step) in cases {
        tally.add(one_jump(campaign, &library, what, (clock, wall), restarted, step));
    }
    tally
}

fn one_jump(
    campaign: &Campaign,
    library: &str,
    what: &str,
    (clock, wall): (i64, i64),
    restarted: bool,
    step: Option<i64>,
) -> Tally {
    let script = Script::answers(8);
    let place = Place::new(&campaign.disk, &script);
    let (first, second) = script.lines.split_at(4);
    run(place.visit(&[]), &(first.join("\n") + "\n"));
    let offset = place.root().join("clock");
    fs::write(&offset, format!("{wall:+}")).unwrap();
    let boot = place.root().join("boot");
    fs::write(&boot, "00000000-1111-2222-3333-444444444444\n").unwrap();
    // Another boot has another id, in a file that only the system can change.
    let mount = format!("mount --bind {} /proc/sys/kernel/random/boot_id && ", boot.display());
    let script_of_shell = format!("{}exec \"$0\" \"$@\"", if restarted { &mount } else { "" });
    let words = ["unshare", "--time", "--mount", "--boottime", &clock.to_string(), "sh", "-c", &script_of_shell];
    let again = place.command(&words.map(str::to_owned), &["resume", "--plain"]);
    let input = format!("goto 5\n{}\nfinish\n", second.join("\n"));
    let again = run(faked(again, library, &offset), &input);
    let mut tally = judge(&place, &script, again.panicked(), what, step.as_slice());
    if again.status.code() != Some(0) {
        tally.wrong.push(format!("{what}: {} «{}»", again.status, again.err.trim()));
    }
    if let Ok(evidence) = file_evidence::read(&place.data()) {
        let between = elapsed_in_between(&evidence);
        // After a restart only the wall clock knows the duration; visit time never goes back.
        let expected = if restarted { wall.max(0) } else { clock } * 1000;
        if (between - expected).abs() > 60_000 {
            tally.wrong.push(format!("{what}: {between} ms went by, not {expected}"));
        }
    }
    tally
}

/// Returns the time from the last event before the restart of the program to the first one after.
fn elapsed_in_between(evidence: &Evidence) -> i64 {
    let resumed = evidence.events.iter().position(|event| event["type"] == "resumed").unwrap_or(0);
    let elapsed = |index: usize| evidence.events.get(index).and_then(|event| event["elapsed_ms"].as_i64()).unwrap_or(0);
    let before = evidence.events[..resumed].iter().rposition(|event| event["type"] != "clock_shifted").unwrap_or(0);
    elapsed(resumed) - elapsed(before)
}

/// Checks that the visit is complete and in order, its time never goes back, and the recorded shifts are those that
/// were made.
fn judge(place: &Place, script: &Script, panicked: bool, what: &str, steps: &[i64]) -> Tally {
    let mut tally = Tally { points: 1, panics: u64::from(panicked), ..Tally::default() };
    tally.acknowledged = script.last_seq();
    let evidence = match file_evidence::read(&place.data()) {
        Ok(evidence) => evidence,
        Err(reason) => {
            tally.lost = script.last_seq();
            tally.wrong.push(format!("{what}: {reason}"));
            return tally;
        }
    };
    let answers: Vec<&Value> = evidence.events.iter().filter(|event| event["type"] == "answered").collect();
    let same = |(found, made): (&&Value, &Value)| found["item"] == made["item"] && found["value"] == made["value"];
    let kept = answers.iter().zip(&script.events).take_while(|pair| same(*pair)).count();
    tally.lost = (script.events.len() - kept) as u64;
    let elapsed: Vec<i64> = evidence.events.iter().filter_map(|event| event["elapsed_ms"].as_i64()).collect();
    if elapsed.len() != evidence.events.len() || !elapsed.is_sorted() || elapsed.first().is_some_and(|ms| *ms < 0) {
        tally.wrong.push(format!("{what}: time went back: {elapsed:?}"));
    }
    let shifts = evidence.events.iter().filter(|event| event["type"] == "clock_shifted");
    let shifts: Vec<i64> = shifts.filter_map(|event| event["by_ms"].as_i64()).collect();
    let right =
        shifts.len() == steps.len() && shifts.iter().zip(steps).all(|(one, other)| (one - other).abs() <= EXACT);
    if !right {
        tally.wrong.push(format!("{what}: recorded as {shifts:?}"));
    }
    let verified = run(place.command(&[], &["verify"]), "");
    if evidence.session.is_none() || verified.status.code() != Some(0) {
        tally.wrong.push(format!("{what}: verify: {}{}", verified.out, verified.err));
    }
    tally
}

/// Makes a command read a wall clock with the offset in a file.
fn faked(mut command: Command, library: &str, clock: &Path) -> Command {
    command.env("LD_PRELOAD", library).env("FAKETIME_TIMESTAMP_FILE", clock);
    command.env("FAKETIME_NO_CACHE", "1").env("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    command
}

/// Removes, when dropped, what the library leaves in shared memory.
struct Cleaner {
    before: Vec<PathBuf>,
}

impl Cleaner {
    fn new() -> Self {
        Self { before: left_in_memory() }
    }
}

impl Drop for Cleaner {
    fn drop(&mut self) {
        for path in left_in_memory().iter().filter(|path| !self.before.contains(path)) {
            let process = path.to_str().and_then(|path| path.rsplit('_').next()).unwrap_or_default();
            if !Path::new("/proc").join(process).exists() {
                let _ = fs::remove_file(path);
            }
        }
    }
}

fn left_in_memory() -> Vec<PathBuf> {
    let all = file_evidence::files(Path::new("/dev/shm"));
    all.into_iter().filter(|path| path.to_string_lossy().contains("faketime_")).collect()
}

/// Finds the library that fakes the wall clock.
fn library() -> Option<String> {
    let output = Command::new("faketime").args(["-f", "+0", "sh", "-c", "echo $LD_PRELOAD"]).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    text.split([':', ' ', '\n']).find(|path| path.contains("faketime")).map(str::to_owned)
}
