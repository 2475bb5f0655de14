//! The power is cut at a random moment, on real file systems in a file; then they are mounted again.

use crate::campaign::{Campaign, each};
use crate::mounts::{self, Mount};
use crate::program::{Place, Tally};
use crate::random_kills::{self, Moment};
use crate::running_program::{Output, RunningProgram};
use crate::script::Script;
use rustix::process::Signal;
use std::fs::{self, File};

/// Cuts the power this many times on a file system of a type, in a file of this many MiB.
pub fn cut(campaign: &Campaign, kind: &str, mib: u64) -> Tally {
    let script = Script::varied(40);
    if let Err(why) = mounts::command("xfs_io", &["-V"]) {
        return Tally::skipped(&why);
    }
    let name = |thread: usize| format!("esprit-faults-{}-{kind}-{thread}", std::process::id());
    let mounts: Result<Vec<Mount>, String> =
        (0..campaign.threads).map(|thread| Mount::on_file(&campaign.disk, &name(thread), kind, mib)).collect();
    let mounts = match mounts {
        Ok(mounts) => mounts,
        Err(why) => return Tally::skipped(&why),
    };
    let whole = random_kills::duration(mounts[0].folder(), &script);
    let moments = Moment::some(&script, whole, campaign.cuts, 3);
    let shares: Vec<(&Mount, &[Moment])> =
        mounts.iter().zip(moments.chunks(campaign.cuts.div_ceil(mounts.len()).max(1))).collect();
    let mut tally = each(campaign.threads, &shares, |(mount, moments)| {
        let mut tally = Tally::default();
        for (number, moment) in moments.iter().enumerate() {
            tally.add(try_one(mount, &script, *moment, number % 2 == 0, &format!("{kind}, {moment:?}")));
        }
        tally
    });
    // A cut that loses nothing at all, synced or not, has tested nothing.
    if tally.blunt == tally.points && tally.points > 0 {
        tally.wrong.push("the power was not really cut: what was never synced is there all the same".to_owned());
    }
    tally
}

/// Cuts the power once, while the program runs or is stopped.
fn try_one(mount: &Mount, script: &Script, moment: Moment, held: bool, what: &str) -> Tally {
    let place = Place::new(mount.folder(), script);
    // The folder existed long before.
    rustix::fs::syncfs(File::open(mount.folder()).unwrap()).unwrap();
    let mut live = RunningProgram::start(place.visit(&[]));
    moment.wait(&mut live, script);
    // Linux may report success of a sync that the cut itself cancelled, so acknowledgements after the cut do not count.
    // For a stopped program, all of them count.
    if held {
        live.signal(Signal::STOP);
    }
    let before = live.heard(Output::acknowledged);
    // As late as possible: the program's own syncs may make other names safe.
    let canary = mount.folder().join("never-synced");
    fs::write(&canary, "x").unwrap();
    mount.cut();
    live.kill();
    let mut run = live.end();
    if !held {
        run.acknowledged = before;
    }
    if let Err(why) = mount.again() {
        return Tally { points: 1, wrong: vec![format!("{what}: {why}")], ..Tally::default() };
    }
    let mut tally = Tally::judge(&place, script, &run, what);
    tally.blunt = u64::from(canary.exists());
    let _ = fs::remove_file(&canary);
    tally
}
