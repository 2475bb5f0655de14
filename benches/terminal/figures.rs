//! Times taken, and what is said of them.

use crate::ground::ITEMS;
use esprit::stats::{Confidence, Interval, Resampling, SEED, Statistic, Undefined, bca};
use std::time::Duration;

/// Times of one kind.
#[derive(Clone, Debug, Default)]
pub struct Times(Vec<Duration>);

impl Times {
    pub fn add(&mut self, time: Duration) {
        self.0.push(time);
    }

    pub fn n(&self) -> usize {
        self.0.len()
    }

    /// Gives the median in milliseconds.
    pub fn median(&self) -> f64 {
        self.rank(50)
    }

    /// Gives the time, in milliseconds, that 99 of 100 stay under or reach.
    pub fn p99(&self) -> f64 {
        self.rank(99)
    }

    /// Gives the longest time in milliseconds.
    pub fn most(&self) -> f64 {
        self.rank(100)
    }

    /// Gives a percentile in milliseconds.
    fn rank(&self, percent: usize) -> f64 {
        rank(self.0.clone(), percent)
    }
}

/// Gives a percentile of times by nearest rank, in milliseconds.
fn rank(mut times: Vec<Duration>, percent: usize) -> f64 {
    times.sort_unstable();
    let at = (times.len() * percent).div_ceil(100).saturating_sub(1);
    times.get(at).map_or(f64::NAN, |time| time.as_secs_f64() * 1000.0)
}

/// How many samples an interval is taken from.
const RESAMPLES: u32 = 1_999;

/// The 99th percentile of one program's keys over that of another's. Sampled are rounds, with the keys of both: the machine's
/// busy moments are longer than a key.
struct P99<'a> {
    own: Vec<&'a [Duration]>,
    rival: Vec<&'a [Duration]>,
}

impl Statistic for P99<'_> {
    fn size(&self) -> usize {
        self.own.len().min(self.rival.len())
    }

    fn of(&mut self, drawn: &[usize]) -> Result<f64, Undefined> {
        let p99 = |rounds: &[&[Duration]]| {
            let drawn: Vec<&[Duration]> = drawn.iter().filter_map(|round| rounds.get(*round).copied()).collect();
            rank(drawn.concat(), 99)
        };
        Ok(p99(&self.own) / p99(&self.rival))
    }
}

/// Gives the limits between which the ratio of two 99th percentiles lies, with 95 % confidence.
pub fn p99_limits(own: &Times, rival: &Times) -> Interval {
    let mut ratio = P99 { own: own.0.chunks(ITEMS).collect(), rival: rival.0.chunks(ITEMS).collect() };
    let resampling = Resampling::Seeded { seed: SEED, resamples: RESAMPLES };
    bca(&mut ratio, Confidence::NINETY_FIVE, resampling).unwrap().interval.unwrap()
}

/// The most memory held, in KiB, over several runs.
#[derive(Clone, Copy, Debug, Default)]
pub struct Peak(pub Option<u64>);

impl Peak {
    pub fn add(&mut self, kib: Option<u64>) {
        self.0 = self.0.max(kib);
    }

    #[expect(clippy::cast_precision_loss, reason = "memory is far below 2^53 KiB")]
    pub fn mib(self) -> Option<f64> {
        self.0.map(|kib| kib as f64 / 1024.0)
    }
}
