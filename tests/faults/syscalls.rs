//! The program is killed at every system call, and every system call fails, once and permanently.

use crate::campaign::{Campaign, each};
use crate::program::{Place, Tally, run};
use crate::script::Script;
use std::fs;
use std::path::Path;

/// The calls that write to the disk.
pub const CALLS: [&str; 11] = [
    "openat",
    "write",
    "fdatasync",
    "fsync",
    "rename",
    "renameat",
    "renameat2",
    "linkat",
    "unlink",
    "unlinkat",
    "ftruncate",
];

/// The errors of failing calls.
const ERRORS: [&str; 6] = ["EIO", "ENOSPC", "EINTR", "EROFS", "EDQUOT", "EMFILE"];

/// Kills the program as it enters the Nth call of a type, for every N until the run completes.
pub fn killed(campaign: &Campaign) -> Tally {
    let script = Script::varied(6);
    each(campaign.threads, &CALLS, |call| {
        let mut tally = Tally::default();
        for when in 1.. {
            let what = format!("killed at {call} {when}");
            let place = Place::new(&campaign.disk, &script);
            let first = run(place.visit(&inject(call, &format!("signal=KILL:when={when}"))), &script.input());
            let through = first.status.success();
            tally.add(Tally::judge(&place, &script, &first, &what));
            if through {
                break;
            }
        }
        tally
    })
}

/// As [`killed`], while the program resumes a visit that was killed before.
pub fn killed_again(campaign: &Campaign) -> Tally {
    let script = Script::varied(6);
    each(campaign.threads, &CALLS, |call| {
        let mut tally = Tally::default();
        for when in 1.. {
            let what = format!("killed in the recovery at {call} {when}");
            let place = Place::new(&campaign.disk, &script);
            // A visit that was killed during its ninth event.
            let first = run(place.visit(&inject("write", "signal=KILL:when=22")), &script.input());
            let wrapper = inject(call, &format!("signal=KILL:when={when}"));
            let again = run(place.command(&wrapper, &["resume", "--plain"]), "finish\nfinish\n");
            tally.add(Tally { points: 1, acknowledged: first.acknowledged, ..Tally::default() });
            tally.panics += u64::from(again.panicked());
            tally.restart(&place, &script, first.acknowledged, &what);
            if again.status.success() {
                break;
            }
        }
        tally
    })
}

/// Makes the Nth call of a type fail, once or from then on, for every N from the first one that touches the folders.
pub fn failing(campaign: &Campaign) -> Tally {
    let script = Script::varied(6);
    let mut jobs = Vec::new();
    for call in CALLS {
        let (from, to) = range(campaign, &script, call);
        for error in ERRORS {
            for when in from..=to {
                jobs.push((call, error, when.to_string()));
                // A call interrupted for ever would block the program, so ten times count as permanent.
                let for_good = if error == "EINTR" { format!("{when}..{}", when + 9) } else { format!("{when}+") };
                jobs.push((call, error, for_good));
            }
        }
    }
    each(campaign.threads, &jobs, |(call, error, when)| {
        let what = format!("{call} {when} fails with {error}");
        let place = Place::new(&campaign.disk, &script);
        let first = run(place.visit(&inject(call, &format!("error={error}:when={when}"))), &script.input());
        let mut tally = Tally::judge(&place, &script, &first, &what);
        let code = first.status.code();
        if !matches!(code, Some(0..=2)) {
            tally.wrong.push(format!("{what}: ended with {}", first.status));
        }
        // If the program can still print, it reports the error, in the user's terms.
        let mute = *call == "write";
        if (code != Some(0) && first.err.trim().is_empty() && !mute) || first.err.contains("os error") {
            tally.wrong.push(format!("{what}: said «{}»", first.err.trim()));
        }
        tally
    })
}

/// Returns the numbers of the first call of a type that touches the visit's files, and of the last one.
fn range(campaign: &Campaign, script: &Script, call: &str) -> (usize, usize) {
    let place = Place::new(&campaign.disk, script);
    let log = place.root().join("calls");
    let wrapper = ["strace", "-f", "-qq", "-y", "-e", &format!("trace={call}"), "-o", &log.display().to_string()];
    let traced = run(place.visit(&wrapper.map(str::to_owned)), &script.input());
    assert!(traced.status.success(), "{}", traced.err);
    let calls = fs::read_to_string(&log).unwrap();
    let root = place.root().file_name().and_then(|name| name.to_str()).unwrap();
    let calls: Vec<&str> = calls.lines().filter(|line| line.contains(&format!("{call}("))).collect();
    let ours = |line: &&str| line.contains(&format!("{root}/data")) || line.contains("\"faults.json\"");
    let first = calls.iter().position(ours).map_or(1, |index| index + 1);
    (first, calls.len())
}

/// Returns the tracer that injects a fault into a call.
pub fn inject(call: &str, fault: &str) -> Vec<String> {
    let words = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", &format!("trace={call}"), "-e", "signal=none", "-e"];
    words.map(str::to_owned).into_iter().chain([format!("inject={call}:{fault}")]).collect()
}

/// Returns whether there is a working tracer.
pub fn can_trace(under: &Path) -> Result<(), String> {
    let script = Script::varied(1);
    let place = Place::new(under, &script);
    let wrapper = inject("fdatasync", "error=EIO:when=1000");
    let traced = std::panic::catch_unwind(|| run(place.visit(&wrapper), &script.input()));
    match traced {
        Ok(run) if run.status.success() => Ok(()),
        Ok(run) => Err(format!("strace may not trace here: {}", run.err.trim())),
        Err(_) => Err("strace is not installed".to_owned()),
    }
}
