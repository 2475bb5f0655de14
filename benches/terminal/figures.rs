//! Times taken, and what is said of them.

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

    /// Gives a percentile by nearest rank.
    fn rank(&self, percent: usize) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let at = (sorted.len() * percent).div_ceil(100).saturating_sub(1);
        sorted.get(at).map_or(f64::NAN, |time| time.as_secs_f64() * 1000.0)
    }
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
