//! The program is killed at random moments.

use crate::campaign::{Campaign, each};
use crate::program::{Place, Tally, run};
use crate::running_program::{Output, RunningProgram};
use crate::script::Script;
use std::path::Path;
use std::time::{Duration, Instant};

/// A moment of a visit, relative to an acknowledgement, so that it does not depend on the speed of the machine.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// The last event acknowledged by then; 0 is the start of the program.
    acknowledged: u64,
    /// The time after that.
    then: Duration,
}

impl Moment {
    /// Selects moments of a visit with this duration: its start, every event, and its end.
    pub fn some(script: &Script, whole: Duration, count: usize, seed: u64) -> Vec<Self> {
        let mut random = fastrand::Rng::with_seed(seed);
        // Start and end take longer than one event.
        let ends = script.last_seq() / 8;
        let one = |_| {
            let acknowledged = random.u64(0..script.last_seq() + 2 * ends).saturating_sub(ends).min(script.last_seq());
            let inside = (2..script.last_seq()).contains(&acknowledged);
            let room = if inside { whole.mul_f64(2.0 / script.last_seq() as f64) } else { whole };
            Self { acknowledged, then: room.mul_f64(random.f64()) }
        };
        (0..count).map(one).collect()
    }

    /// Enters the lines before the moment, then the rest of the script, and waits for the moment.
    pub fn wait(self, live: &mut RunningProgram, script: &Script) {
        // The first line creates the second event.
        let lines = usize::try_from(self.acknowledged.saturating_sub(1)).unwrap_or(0);
        let input = script.input();
        let split = input.match_indices('\n').map(|(at, _)| at + 1).take(lines).last().unwrap_or(0);
        live.enter(&input[..split]);
        live.wait(|heard: &Output| lines == 0 || heard.acknowledged() >= self.acknowledged);
        live.enter(&input[split..]);
        std::thread::sleep(self.then);
    }
}

/// Kills the program this many times on a file system, each at another moment between start and end.
pub fn killed(campaign: &Campaign, under: &Path, seed: u64) -> Tally {
    let script = Script::varied(40);
    let moments = Moment::some(&script, duration(under, &script), campaign.kills, seed);
    each(campaign.threads, &moments, |moment| {
        let place = Place::new(under, &script);
        let mut live = RunningProgram::start(place.visit(&[]));
        moment.wait(&mut live, &script);
        live.kill();
        Tally::judge(
            &place,
            &script,
            &live.end(),
            &format!("killed {:?} after event {}", moment.then, moment.acknowledged),
        )
    })
}

/// Returns the duration of the visit without disturbance.
pub fn duration(under: &Path, script: &Script) -> Duration {
    let one = || {
        let place = Place::new(under, script);
        let start = Instant::now();
        let run = run(place.visit(&[]), &script.input());
        assert!(run.status.success(), "{}", run.err);
        start.elapsed()
    };
    (0..5).map(|_| one()).min().unwrap_or_default()
}
