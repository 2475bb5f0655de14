//! A finished visit is corrected, and the program is killed or the machine stops: the first file stays as it is, and what
//! was acknowledged of the correction is in the file that continues it.

use crate::calls;
use crate::campaign::{Campaign, each};
use crate::disk_model::Storage;
use crate::file_evidence;
use crate::program::{Place, RunOutput, Tally, run};
use crate::script::Script;
use crate::syscalls::{CALLS, inject};
use crate::tree::{self, Tree};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The lines of the correction, without its end.
const LINES: &str = "goto 1\nn\nnote seen again\ngoto 3\ny\nundo\nredo\n";

/// A visit that is finished, and its file.
struct Finished {
    place: Place,
    path: PathBuf,
    text: String,
}

impl Finished {
    fn new(campaign: &Campaign) -> Self {
        let script = Script::varied(6);
        let place = Place::new(&campaign.disk, &script);
        let done = run(place.visit(&[]), &script.input());
        assert!(done.status.success(), "{}", done.err);
        let path = file_evidence::files(&place.data().join("sessions")).remove(0);
        let text = fs::read_to_string(&path).unwrap();
        Self { place, path, text }
    }

    fn amend(&self, wrapper: &[String]) -> Command {
        let path = self.path.to_str().unwrap();
        self.place.command(wrapper, &["amend", path, "--plain", "--by", "ana", "--reason", "wrong line"])
    }
}

fn input() -> String {
    format!("{LINES}finish\nfinish\n")
}

/// Kills the program as it enters the Nth call of a type, for every N until the correction completes.
pub fn killed(campaign: &Campaign) -> Tally {
    each(campaign.threads, &CALLS, |call| {
        let mut tally = Tally::default();
        for when in 1.. {
            let visit = Finished::new(campaign);
            let first = run(visit.amend(&inject(call, &format!("signal=KILL:when={when}"))), &input());
            let is_through = first.status.success();
            tally.add(judge(&visit.place, &visit.text, &first, &format!("corrected, killed at {call} {when}")));
            if is_through {
                break;
            }
        }
        tally
    })
}

/// Recovers every state in which a crash may leave the files of a correction.
pub fn crashed(campaign: &Campaign) -> Tally {
    let script = Script::varied(6);
    let visit = Finished::new(campaign);
    let before = tree::read(visit.place.root());
    let log = campaign.disk.join(format!("calls-{}", visit.place.name()));
    let (done, recorded) = calls::record(visit.amend(&calls::tracer(&log, None)), &log, &input());
    assert!(done.status.success(), "{}", done.err);
    let mut storage = Storage::new(visit.place.root(), &before, None);
    let mut states: BTreeMap<Tree, u64> = BTreeMap::new();
    for call in &recorded {
        if storage.apply(call) {
            for tree in storage.crashes() {
                let state = states.entry(tree).or_default();
                *state = (*state).max(storage.acknowledged());
            }
        }
    }
    let states: Vec<_> = states.into_iter().collect();
    let under = campaign.memory.as_ref().unwrap_or(&campaign.disk);
    each(campaign.threads, &states, |(tree, acknowledged)| {
        let place = Place::new(under, &script);
        tree::write(place.root(), tree);
        let stopped = RunOutput { acknowledged: *acknowledged, out: String::new(), err: String::new(), ..done.clone() };
        judge(&place, &visit.text, &stopped, &format!("corrected, crashed after event {acknowledged}"))
    })
}

/// Restarts the program, finishes the correction if there is one, and checks the files.
fn judge(place: &Place, original: &str, first: &RunOutput, what: &str) -> Tally {
    let mut tally = Tally { points: 1, acknowledged: first.acknowledged, ..Tally::default() };
    let again = run(place.command(&[], &["resume", "--plain"]), "finish\nfinish\n");
    tally.panics += u64::from(first.panicked()) + u64::from(again.panicked());
    match check(place, original, first.acknowledged) {
        Ok(lost) => tally.lost += lost,
        Err(reason) => tally.wrong.push(format!("{what}: {reason}\n{}", again.err)),
    }
    tally
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

/// Returns the number of acknowledged events that are in no file.
fn check(place: &Place, original: &str, acknowledged: u64) -> Result<u64, String> {
    let files = file_evidence::files(&place.data().join("sessions"));
    let files: Vec<_> = files.into_iter().filter(|path| !is_hidden(path)).collect();
    let (mut first, mut corrections): (Vec<_>, Vec<_>) =
        files.iter().partition(|path| fs::read_to_string(path).is_ok_and(|text| text == original));
    let (Some(first), true) = (first.pop(), first.is_empty()) else { return Err(format!("the first file: {files:?}")) };
    let events = file_evidence::session(first)?;
    let correction = corrections.pop();
    if !corrections.is_empty() {
        return Err(format!("too many files: {files:?}"));
    }
    let corrected = correction.map_or(Ok(events.clone()), |path| file_evidence::session(path))?;
    if corrected.get(..events.len()) != Some(&*events) {
        return Err("the correction does not begin with the visit".to_owned());
    }
    let added: Vec<&str> = corrected.iter().skip(events.len()).filter_map(|event| event["type"].as_str()).collect();
    if correction.is_some() && (added.first() != Some(&"reopened") || added.last() != Some(&"finished")) {
        return Err(format!("the correction: {added:?}"));
    }
    let mut left = file_evidence::files(&place.data().join("unfinished"));
    // A hidden file is one that was not whole when the machine stopped; nothing reads it.
    left.retain(|path| path.extension().is_none_or(|extension| extension != "lock") && !is_hidden(path));
    if !left.is_empty() {
        return Err(format!("the restart left {left:?}"));
    }
    let verified = run(place.command(&[], &["verify"]), "");
    if verified.status.code() != Some(0) {
        return Err(format!("verify: {}{}", verified.out, verified.err));
    }
    Ok(acknowledged.saturating_sub(corrected.len() as u64))
}
