//! A sync fails once; what Linux had not written by then, it drops.

use crate::calls;
use crate::campaign::{Campaign, each};
use crate::disk_model::Storage;
use crate::file_evidence;
use crate::program::{Place, Tally};
use crate::script::Script;
use crate::tree;
use std::path::Path;

/// The calls that sync data to the disk.
const SYNCS: [&str; 2] = ["fdatasync", "fsync"];

/// Makes every sync of a visit fail once, with the visit finished or left, and drops what was not safe by then.
pub fn failing(campaign: &Campaign) -> Tally {
    let script = Script::varied(8);
    let left: String = script.lines.iter().flat_map(|line| [line, "\n"]).collect();
    let jobs: Vec<(&str, String)> =
        SYNCS.iter().flat_map(|call| [(*call, script.input()), (*call, left.clone())]).collect();
    each(campaign.threads, &jobs, |(call, input)| {
        let mut tally = Tally::default();
        for when in 1.. {
            let (one, failed) = try_one(&campaign.disk, &script, call, when, input);
            if !failed {
                break;
            }
            tally.add(one);
        }
        tally
    })
}

/// Makes one sync fail. Returns whether there was one.
fn try_one(disk: &Path, script: &Script, call: &str, when: u32, input: &str) -> (Tally, bool) {
    let what = format!("{call} {when} fails once");
    let place = Place::new(disk, script);
    let mut storage = Storage::new(place.root(), &tree::read(place.root()), None);
    let log = disk.join(format!("calls-{}", place.name()));
    let fault = format!("{call}:error=EIO:when={when}");
    let (run, calls) = calls::record(place.visit(&calls::tracer(&log, Some(&fault))), &log, input);
    for call in &calls {
        storage.apply(call);
    }
    let mut tally = Tally { points: 1, acknowledged: run.acknowledged, ..Tally::default() };
    tally.panics += u64::from(run.panicked());
    if storage.synced_again > 0 {
        tally.wrong.push(format!("{what}: a file was synced again after that"));
    }
    // A failure during a visit creates a second segment, as long as the journal exists.
    let segments = file_evidence::read(&place.data()).map_or(0, |evidence| evidence.journal.len());
    if call == "fdatasync"
        && run.status.code() == Some(1)
        && (2..script.last_seq()).contains(&u64::from(when))
        && segments != 2
    {
        tally.wrong.push(format!("{what}: {segments} segments"));
    }
    tree::write(place.root(), &storage.least());
    tally.restart(&place, script, run.acknowledged, &what);
    (tally, calls.iter().any(|one| one.name == call && one.returned() < 0))
}
