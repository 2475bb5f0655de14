//! Full disks of every size; there is space again while the program waits.

use crate::campaign::{Campaign, each};
use crate::mounts::Mount;
use crate::program::{Place, Tally};
use crate::running_program::RunningProgram;
use crate::script::Script;
use std::sync::atomic::{AtomicU64, Ordering};

/// The smallest disk, in KiB.
const SMALLEST: usize = 16;

/// The allocation unit of such a file system, in KiB.
const PAGE: usize = 4;

/// The number of disks that are tried in parallel.
const BLOCK: usize = 32;

/// Tries every disk from 16 KiB up in steps of 1 KiB, until the visit fits.
pub fn space(campaign: &Campaign) -> Tally {
    // Space is allocated in pages; padding of the checklist moves what follows it in the journal between two of them.
    up(campaign, |step| {
        let kib = SMALLEST + step;
        let script = Script::varied(40).padded((PAGE - 1 - kib % PAGE) << 10);
        (script, format!("size={}k", kib / PAGE * PAGE), "size=8m")
    })
}

/// Tries every number of files, from only the folder's own until the visit fits.
pub fn files(campaign: &Campaign) -> Tally {
    up(campaign, |step| (Script::varied(40), format!("size=8m,nr_inodes={}", step + 1), "nr_inodes=1000"))
}

fn up(campaign: &Campaign, disk: impl Fn(usize) -> (Script, String, &'static str) + Sync) -> Tally {
    let mut tally = Tally::default();
    for block in 0.. {
        let steps: Vec<usize> = (block * BLOCK..(block + 1) * BLOCK).collect();
        let tried = each(campaign.threads, &steps, |step| {
            let (script, limits, room) = disk(*step);
            try_one(campaign, &script, &limits, room)
        });
        let all_fit = tried.blunt == tried.points;
        tally.add(tried);
        if all_fit || tally.skipped.is_some() {
            return tally;
        }
    }
    tally
}

/// Conducts a visit on a disk that may be too small, makes space once it is full, and goes on.
fn try_one(campaign: &Campaign, script: &Script, limits: &str, room: &str) -> Tally {
    /// The number of lines entered while the disk is full.
    const WITHOUT_ROOM: usize = 3;
    let place = Place::new(&campaign.disk, script);
    let mount = match Mount::in_memory(&place.data(), limits) {
        Ok(mount) => mount,
        Err(why) => return Tally::skipped(&why),
    };
    let mut live = RunningProgram::start(place.visit(&[]));
    let mut wrong = Vec::new();
    let (mut refused, mut has_room) = (0, false);
    for (line, seq) in script.lines.iter().map(String::as_str).chain(["finish"]).zip(2..) {
        match enter_line(&mut live, line) {
            LineOutcome::Ended => break,
            LineOutcome::Refused if has_room => wrong.push(format!("refused at event {seq} though there is room")),
            LineOutcome::Refused => refused += 1,
            LineOutcome::Accepted if !live.wait(|heard| heard.acknowledged() >= seq) => {
                wrong.push(format!("event {seq} was neither acknowledged nor refused"));
            }
            LineOutcome::Accepted => {}
        }
        if !has_room && (refused == WITHOUT_ROOM || (refused > 0 && line == "finish")) {
            mount.limit(room);
            has_room = true;
            // Any line triggers a retry, and this one changes nothing.
            if let LineOutcome::Refused = enter_line(&mut live, "help") {
                wrong.push(format!("refused after event {seq} though there is room again"));
            }
        }
    }
    let run = live.end();
    let mut tally = Tally::judge(&place, script, &run, limits);
    let says_why = run.err.contains("disk is full");
    tally.blunt = u64::from(refused == 0 && run.status.success());
    let whole = run.status.success() && run.acknowledged == script.last_seq() + 1;
    // If not even the folders could be created, there was no visit to keep.
    let never_began = run.out.is_empty() && run.status.code() == Some(1);
    if !(whole || never_began) || (tally.blunt == 0 && !says_why) {
        let last = run.err.trim().lines().last().unwrap_or_default();
        wrong.push(format!("{}, {} acknowledged, «{last}»", run.status, run.acknowledged));
    }
    tally.wrong.extend(wrong.into_iter().map(|reason| format!("{limits}: {reason}")));
    drop(mount);
    tally
}

/// The outcome of a line.
enum LineOutcome {
    Accepted,
    Refused,
    /// The program has ended.
    Ended,
}

/// Enters a line, and waits until it is handled.
fn enter_line(program: &mut RunningProgram, line: &str) -> LineOutcome {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    // An invalid line is echoed after the messages of those before it.
    let nonsense = format!("nonsense-{}-", NEXT.fetch_add(1, Ordering::Relaxed));
    let known = program.heard(|heard| heard.err.len());
    program.enter(&format!("{line}\n{nonsense}\n"));
    if !program.wait(|heard| heard.err[known..].contains(&nonsense)) {
        return LineOutcome::Ended;
    }
    let refused = program.heard(|heard| {
        let said = &heard.err[known..];
        said[..said.find(&nonsense).unwrap_or(0)].contains("Not saved:")
    });
    if refused { LineOutcome::Refused } else { LineOutcome::Accepted }
}
