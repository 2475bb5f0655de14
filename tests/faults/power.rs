//! The power is cut at a random moment, on real file systems in a file; then they are mounted again.

use crate::campaign::{Campaign, each};
use crate::live::{Heard, Live};
use crate::mounts::{self, Mount};
use crate::program::{Place, Tally};
use crate::random;
use crate::script::Script;
use rustix::process::Signal;
use std::fs::{self, File};
use std::time::Duration;

/// Cuts the power so many times on a file system of a kind, made in a file of so many MiB.
pub fn cut(campaign: &Campaign, kind: &str, mib: u64) -> Tally {
    let script = Script::of(40);
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
    let whole = random::duration(mounts[0].folder(), &script);
    let jobs: Vec<(usize, &Mount)> = mounts.iter().enumerate().collect();
    let mut tally = each(campaign.threads, &jobs, |(thread, mount)| {
        let mut random = fastrand::Rng::with_seed(*thread as u64);
        let mut tally = Tally::default();
        for number in 0..campaign.cuts.div_ceil(campaign.threads) {
            let after = whole.mul_f64(random.f64() * 1.1);
            tally.add(one(mount, &script, after, number % 2 == 0, &format!("{kind}, cut {number}, after {after:?}")));
        }
        tally
    });
    // A cut after which everything is there, synced or not, has tried nothing.
    if tally.blunt == tally.points {
        tally.wrong.push("the power was not really cut: what was never synced is there all the same".to_owned());
    }
    tally
}

/// Cuts the power once, while the program goes on or is held.
fn one(mount: &Mount, script: &Script, after: Duration, held: bool, what: &str) -> Tally {
    let place = Place::new(mount.folder(), script);
    // The folder was there long before.
    rustix::fs::syncfs(File::open(mount.folder()).unwrap()).unwrap();
    let mut live = Live::start(place.visit(&[]));
    let canary = mount.folder().join("never-synced");
    fs::write(&canary, "x").unwrap();
    live.say(&script.input());
    std::thread::sleep(after);
    // Linux may call a sync done that the cut itself cancelled: what is said from here on counts no more. Of a program
    // that is held, everything it has said does.
    if held {
        live.signal(Signal::STOP);
    }
    let before = live.heard(Heard::acknowledged);
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
