//! Every state in which a crash may leave the files, derived from the calls of one run, and recovered from.

use crate::calls::{self, Call};
use crate::campaign::{Campaign, each};
use crate::disk_model::{Bug, Storage};
use crate::program::{Place, Tally, run};
use crate::script::Script;
use crate::tree::{self, Tree};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The calls of a run, and the files before it.
struct Recording {
    what: String,
    root: PathBuf,
    before: Tree,
    calls: Vec<Call>,
    /// The acknowledgements of an earlier run; if 0, those of this run count.
    earlier: u64,
}

/// Recovers every state that a crash may leave: in a visit, in one whose syncs fail, and in a recovery.
pub fn recovered(campaign: &Campaign) -> Tally {
    let script = Script::varied(6);
    let mut recordings = vec![visit(campaign, &script, None)];
    for when in [1, 2, 5, 9] {
        recordings.push(visit(campaign, &script, Some(when)));
    }
    recordings.push(recovery(campaign, &script));
    let mut tally = Tally::default();
    for recording in &recordings {
        tally.add(judge(campaign, &script, recording, None));
    }
    tally
}

/// Leaves out an essential sync, which must be detected.
pub fn seeded(campaign: &Campaign, bug: Bug) -> Tally {
    let script = Script::varied(6);
    judge(campaign, &script, &visit(campaign, &script, None), Some(bug)).caught()
}

/// Records a visit; optionally the sync with this number fails.
fn visit(campaign: &Campaign, script: &Script, failing: Option<u32>) -> Recording {
    let place = Place::new(&campaign.disk, script);
    let before = tree::read(place.root());
    let log = campaign.disk.join(format!("calls-{}", place.name()));
    let fault = failing.map(|when| format!("fdatasync:error=EIO:when={when}"));
    let (run, calls) = calls::record(place.visit(&calls::tracer(&log, fault.as_deref())), &log, &script.input());
    assert!(run.status.success(), "{}", run.err);
    let what = failing.map_or_else(|| "visit".to_owned(), |when| format!("visit whose sync {when} fails"));
    Recording { what, root: place.root().to_owned(), before, calls, earlier: 0 }
}

/// Records the recovery of a visit whose last line was cut off.
fn recovery(campaign: &Campaign, script: &Script) -> Recording {
    let place = Place::new(&campaign.disk, script);
    let lines: String = script.lines.iter().flat_map(|line| [line, "\n"]).collect();
    let first = run(place.visit(&[]), &lines);
    let journal = crate::file_evidence::read(&place.data()).unwrap().journal.remove(0);
    let mut bytes = std::fs::read(&journal).unwrap();
    bytes.truncate(bytes.len() - 10);
    std::fs::write(&journal, bytes).unwrap();
    let before = tree::read(place.root());
    let log = campaign.disk.join(format!("calls-{}", place.name()));
    let again = place.command(&calls::tracer(&log, None), &["resume", "--plain"]);
    let (again, calls) = calls::record(again, &log, "finish\nfinish\n");
    assert!(again.status.success(), "{}", again.err);
    Recording {
        what: "recovery".to_owned(),
        root: place.root().to_owned(),
        before,
        calls,
        earlier: first.acknowledged - 1,
    }
}

/// Replays a recording, and recovers every state once, with the most that was acknowledged in it.
fn judge(campaign: &Campaign, script: &Script, recording: &Recording, bug: Option<Bug>) -> Tally {
    let mut storage = Storage::new(&recording.root, &recording.before, bug);
    let mut states: BTreeMap<Tree, (u64, usize)> = BTreeMap::new();
    for (index, call) in recording.calls.iter().enumerate() {
        if !storage.apply(call) {
            continue;
        }
        // The effects of missing syncs accumulate; the two extremes show them.
        let trees = if bug.is_some() { vec![storage.least(), storage.most()] } else { storage.crashes() };
        let acknowledged = if recording.earlier > 0 { recording.earlier } else { storage.acknowledged() };
        for tree in trees {
            let state = states.entry(tree).or_insert((acknowledged, index));
            *state = (*state).max((acknowledged, index));
        }
    }
    let states: Vec<_> = states.into_iter().collect();
    let under = campaign.memory.as_ref().unwrap_or(&campaign.disk);
    each(campaign.threads, &states, |(tree, (acknowledged, index))| {
        let place = Place::new(under, script);
        tree::write(place.root(), tree);
        let mut tally = Tally { points: 1, acknowledged: *acknowledged, ..Tally::default() };
        let what = format!("{}, after call {index}, {}", recording.what, recording.calls[*index].name);
        tally.restart(&place, script, *acknowledged, &what);
        tally
    })
}
