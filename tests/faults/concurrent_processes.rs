//! Several processes at once: on one visit, and in one data folder.

use crate::campaign::Campaign;
use crate::file_evidence;
use crate::program::{Place, Tally, run};
use crate::running_program::RunningProgram;
use crate::script::Script;
use std::time::{Duration, Instant};

/// The second process is refused within this time.
const AT_ONCE: Duration = Duration::from_millis(100);

/// One process has a visit open, others try to open it; then the first one is killed.
pub fn on_one_visit(campaign: &Campaign) -> Tally {
    let mut tally = Tally::default();
    for others in 1..=7 {
        tally.add(refused(campaign, others));
    }
    tally
}

fn refused(campaign: &Campaign, others: usize) -> Tally {
    let what = format!("{others} others on one visit");
    let script = Script::varied(6);
    let place = Place::new(&campaign.disk, &script);
    let mut owner = RunningProgram::start(place.visit(&[]));
    let (first, rest) = script.lines.split_at(3);
    owner.enter(&(first.join("\n") + "\n"));
    let mut wrong = Vec::new();
    if !owner.wait(|heard| heard.acknowledged() == 4) {
        wrong.push(format!("{what}: the first one did not begin"));
    }
    let resume = || place.command(&[], &["resume", "--plain"]);
    // Simultaneous processes share the processors, so the quickest of three counts.
    let alone = (0..3).map(|_| {
        let start = Instant::now();
        run(resume(), "y\n");
        start.elapsed()
    });
    if let Some(time) = alone.min().filter(|time| *time > AT_ONCE) {
        wrong.push(format!("{what}: refused after {time:?}"));
    }
    let second: Vec<RunningProgram> = (0..others).map(|_| RunningProgram::start(resume())).collect();
    for mut one in second {
        one.enter("y\n");
        let run = one.end();
        if run.status.code() != Some(1) || !run.err.contains("open in another window") || run.hung {
            wrong.push(format!("{what}: {} «{}»", run.status, run.err.trim()));
        }
    }
    owner.enter(&format!("{}\n", rest[0]));
    if !owner.wait(|heard| heard.acknowledged() == 5) {
        wrong.push(format!("{what}: the first one did not go on"));
    }
    owner.kill();
    let run = owner.end();
    let mut tally = Tally::judge(&place, &script, &run, &what);
    tally.wrong.extend(wrong);
    tally
}

/// Several processes conduct a visit each, in one data folder, and one of them is killed.
pub fn in_one_folder(campaign: &Campaign) -> Tally {
    let mut tally = Tally::default();
    for processes in 2..=8 {
        tally.add(side_by_side(campaign, processes));
    }
    tally
}

fn side_by_side(campaign: &Campaign, processes: usize) -> Tally {
    let what = format!("{processes} in one folder");
    let script = Script::varied(20);
    let place = Place::new(&campaign.disk, &script);
    let mut all: Vec<RunningProgram> = (0..processes).map(|_| RunningProgram::start(place.visit(&[]))).collect();
    for line in script.lines.iter().map(String::as_str).chain(["finish"]) {
        for one in &mut all {
            one.enter(&format!("{line}\n"));
        }
    }
    let mut tally = Tally { points: 1, ..Tally::default() };
    for one in all {
        let run = one.end();
        tally.acknowledged += run.acknowledged;
        tally.panics += u64::from(run.panicked());
        if run.status.code() != Some(0) {
            tally.wrong.push(format!("{what}: {} «{}»", run.status, run.err.trim()));
        }
    }
    let sessions = file_evidence::files(&place.data().join("sessions"));
    let mut kept = 0;
    for path in &sessions {
        match file_evidence::session(path) {
            Ok(events) => kept += events.iter().take_while(|event| script.made(event)).count() as u64,
            Err(reason) => tally.wrong.push(format!("{what}: {reason}")),
        }
    }
    tally.lost = tally.acknowledged.saturating_sub(kept);
    let verified = run(place.command(&[], &["verify"]), "");
    if sessions.len() != processes || verified.status.code() != Some(0) {
        tally.wrong.push(format!("{what}: {} sessions; {}{}", sessions.len(), verified.out, verified.err));
    }
    tally
}
