//! Killed at random moments.

use crate::campaign::{Campaign, each};
use crate::program::{Place, Tally, run};
use crate::script::Script;
use std::path::Path;
use std::time::{Duration, Instant};

/// Kills the program so many times on a file system, each at a moment of its own between start and end.
pub fn killed(campaign: &Campaign, under: &Path, seed: u64) -> Tally {
    let script = Script::of(40);
    let whole = duration(under, &script);
    let mut random = fastrand::Rng::with_seed(seed);
    let moments: Vec<Duration> = (0..campaign.kills).map(|_| whole.mul_f64(random.f64() * 1.1)).collect();
    each(campaign.threads, &moments, |after| {
        let place = Place::new(under, &script);
        let killed = run(place.visit(&[]), &script.input(), Some(*after));
        Tally::judge(&place, &script, &killed, &format!("killed after {after:?}"))
    })
}

/// Gives how long the visit takes when nothing disturbs it.
pub fn duration(under: &Path, script: &Script) -> Duration {
    let one = || {
        let place = Place::new(under, script);
        let start = Instant::now();
        let run = run(place.visit(&[]), &script.input(), None);
        assert!(run.status.success(), "{}", run.err);
        start.elapsed()
    };
    (0..5).map(|_| one()).min().unwrap_or_default()
}
