//! The disk is full, at every size, and there is room again while the program waits.

use crate::campaign::{Campaign, each};
use crate::live::Live;
use crate::mounts::Mount;
use crate::program::{Place, Tally};
use crate::script::Script;
use std::sync::atomic::{AtomicU64, Ordering};

/// The smallest disk that is tried, in KiB.
const SMALLEST: usize = 16;

/// What such a file system hands out at once, in KiB.
const PAGE: usize = 4;

/// How many disks are tried at once.
const STEPS: usize = 32;

/// Tries every disk from 16 KiB up in steps of 1 KiB, to where the visit fits.
pub fn space(campaign: &Campaign) -> Tally {
    // Room comes in pages: between two of them, the checklist at the head of the journal moves what stands behind it.
    up(campaign, |step| {
        let kib = SMALLEST + step;
        let script = Script::of(40).padded((PAGE - 1 - kib % PAGE) << 10);
        (script, format!("size={}k", kib / PAGE * PAGE), "size=8m")
    })
}

/// Tries every number of files, from none but the folder's own to where the visit fits.
pub fn files(campaign: &Campaign) -> Tally {
    up(campaign, |step| (Script::of(40), format!("size=8m,nr_inodes={}", step + 1), "nr_inodes=1000"))
}

fn up(campaign: &Campaign, disk: impl Fn(usize) -> (Script, String, &'static str) + Sync) -> Tally {
    let mut tally = Tally::default();
    for block in 0.. {
        let steps: Vec<usize> = (block * STEPS..(block + 1) * STEPS).collect();
        let tried = each(campaign.threads, &steps, |step| {
            let (script, limits, room) = disk(*step);
            one(campaign, &script, &limits, room)
        });
        let all_fit = tried.blunt == tried.points;
        tally.add(tried);
        if all_fit || tally.skipped.is_some() {
            return tally;
        }
    }
    tally
}

/// Goes through a visit on a disk that may be too small, makes room once it is full, and goes on.
fn one(campaign: &Campaign, script: &Script, limits: &str, room: &str) -> Tally {
    /// So many lines meet a full disk before there is room again.
    const WITHOUT_ROOM: usize = 3;
    let place = Place::new(&campaign.disk, script);
    let mount = match Mount::in_memory(&place.data(), limits) {
        Ok(mount) => mount,
        Err(why) => return Tally::skipped(&why),
    };
    let mut live = Live::start(place.visit(&[]));
    let mut wrong = Vec::new();
    let (mut refused, mut has_room) = (0, false);
    for (line, seq) in script.lines.iter().map(String::as_str).chain(["finish"]).zip(2..) {
        match tell(&mut live, line) {
            Told::Ended => break,
            Told::Refused if has_room => wrong.push(format!("refused at event {seq} though there is room")),
            Told::Refused => refused += 1,
            Told::Taken if !live.wait(|heard| heard.acknowledged() >= seq) => {
                wrong.push(format!("event {seq} was neither acknowledged nor refused"));
            }
            Told::Taken => {}
        }
        if !has_room && (refused == WITHOUT_ROOM || (refused > 0 && line == "finish")) {
            mount.limit(room);
            has_room = true;
            // Any line makes it try again, and this one changes nothing.
            if let Told::Refused = tell(&mut live, "help") {
                wrong.push(format!("refused after event {seq} though there is room again"));
            }
        }
    }
    let run = live.end();
    let mut tally = Tally::judge(&place, script, &run, limits);
    let says_why = run.err.contains("disk is full");
    tally.blunt = u64::from(refused == 0 && run.status.success());
    let whole = run.status.success() && run.acknowledged == script.last_seq() + 1;
    // Where not even the folders could be made, there was no visit to keep.
    let never_began = run.out.is_empty() && run.status.code() == Some(1);
    if !(whole || never_began) || (tally.blunt == 0 && !says_why) {
        let last = run.err.trim().lines().last().unwrap_or_default();
        wrong.push(format!("{}, {} acknowledged, «{last}»", run.status, run.acknowledged));
    }
    tally.wrong.extend(wrong.into_iter().map(|reason| format!("{limits}: {reason}")));
    drop(mount);
    tally
}

/// What became of a line.
enum Told {
    Taken,
    Refused,
    /// The program has ended.
    Ended,
}

/// Tells a line, and waits until everything that comes of it was done.
fn tell(program: &mut Live, line: &str) -> Told {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    // A line that means nothing is said back after whatever there was to say of those before it.
    let nonsense = format!("nonsense-{}-", NEXT.fetch_add(1, Ordering::Relaxed));
    let known = program.heard(|heard| heard.err.len());
    program.say(&format!("{line}\n{nonsense}\n"));
    if !program.wait(|heard| heard.err[known..].contains(&nonsense)) {
        return Told::Ended;
    }
    let refused = program.heard(|heard| {
        let said = &heard.err[known..];
        said[..said.find(&nonsense).unwrap_or(0)].contains("Not saved:")
    });
    if refused { Told::Refused } else { Told::Taken }
}
