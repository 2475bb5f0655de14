//! How far the reading is, for a person who watches.

use crate::clock::Clock;
use crate::store::reading::Progress;
use crate::text::Texts;
use std::io::{self, IsTerminal, Write};
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicU64, Ordering};

/// Nothing is said of what takes less, and nothing more often, in milliseconds.
const PATIENCE: u64 = 500;
const OFTEN: u64 = 100;

/// Tells the progress on standard error, where a person reads it.
pub struct Watch<'t> {
    texts: &'t Texts,
    clock: Clock,
    start: u64,
    /// When it was told last; 0 where it never was.
    told: AtomicU64,
    watched: bool,
}

impl<'t> Watch<'t> {
    pub fn begin(texts: &'t Texts, clock: &Clock) -> Self {
        let start = clock.now().clock_ms;
        Self { texts, clock: clock.clone(), start, told: AtomicU64::new(0), watched: io::stderr().is_terminal() }
    }

    /// Takes the progress; never stops the reading.
    pub fn take(&self, progress: Progress) -> ControlFlow<()> {
        if !self.watched {
            return ControlFlow::Continue(());
        }
        let now = self.clock.now().clock_ms;
        let told = self.told.load(Ordering::Relaxed);
        let due = now >= self.start + PATIENCE && now >= told + OFTEN;
        if due && self.told.compare_exchange(told, now, Ordering::Relaxed, Ordering::Relaxed).is_ok() {
            let percent = 100 * progress.done / progress.whole.max(1);
            let args = [("count", progress.sessions.into()), ("percent", percent.into())];
            let line = self.texts.with("cli-report-reading", &args);
            // Where nobody can hear it, nothing is lost.
            let _ = write!(io::stderr(), "\r\x1b[K{line}");
        }
        ControlFlow::Continue(())
    }

    /// Takes the line away again.
    pub fn end(&self) {
        if self.told.load(Ordering::Relaxed) > 0 {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}
