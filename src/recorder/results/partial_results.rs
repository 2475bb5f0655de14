//! Where the threads of a reading publish their counts, so that partial figures can be computed meanwhile.

use crate::analysis::figures::Source;
use crate::analysis::{Plan, Report, Tally, report};
use crate::app::results_data::{Figures, FilterValues, Progress};
use crate::store::reading::Taker;
use crate::visit::definitions::Definitions;
use crate::visit::record::Record;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// The interval between partial figures.
const PARTIAL_INTERVAL: Duration = Duration::from_millis(500);
/// How long the threads have to publish their counts.
const PUBLISH_DELAY: Duration = Duration::from_millis(50);

/// The shared state of a reading: its progress, and the counts that its threads have published.
#[derive(Default)]
pub struct PartialResults {
    progress: Mutex<Progress>,
    /// Incremented to request counts: a thread that sees a new number publishes its own.
    requested: AtomicU64,
    slots: Mutex<Slots>,
    over: Mutex<bool>,
    ended: Condvar,
}

#[derive(Default)]
struct Slots {
    next: u64,
    counts: BTreeMap<u64, VisitCounts>,
    /// Whether anything was published since counts were last collected.
    fresh: bool,
}

impl PartialResults {
    pub fn set_progress(&self, progress: Progress) {
        *lock(&self.progress) = progress;
    }

    pub fn progress(&self, over: bool) -> Progress {
        Progress { over, ..*lock(&self.progress) }
    }

    /// Waits for a time, or until the reading ends. Returns whether it is still running.
    pub fn pause(&self, time: Duration) -> bool {
        let over = lock(&self.over);
        let waited = self.ended.wait_timeout_while(over, time, |over| !*over);
        waited.is_ok_and(|(over, _)| !*over)
    }

    /// Returns whether the reading is still running.
    pub fn is_running(&self) -> bool {
        !*lock(&self.over)
    }

    /// Waits for counts of what was read so far; returns `None` once the reading has ended.
    pub fn next(&self, plans: &(Arc<Plan>, Arc<Plan>)) -> Option<VisitCounts> {
        while self.pause(PARTIAL_INTERVAL) {
            self.requested.fetch_add(1, Relaxed);
            // A thread publishes its counts with its next visit.
            if !self.pause(PUBLISH_DELAY) {
                break;
            }
            if let Some(counts) = self.counts(plans) {
                return Some(counts);
            }
        }
        None
    }

    /// Returns the published counts; `None` if nothing new was published.
    fn counts(&self, plans: &(Arc<Plan>, Arc<Plan>)) -> Option<VisitCounts> {
        let mut slots = lock(&self.slots);
        if !std::mem::take(&mut slots.fresh) {
            return None;
        }
        let left: Vec<VisitCounts> = slots.counts.values().cloned().collect();
        drop(slots);
        let mut whole = VisitCounts::new(plans);
        for one in left {
            whole.merge(one);
        }
        Some(whole)
    }
}

/// Marks the reading as ended when dropped.
pub struct EndGuard<'b>(pub &'b PartialResults);

impl Drop for EndGuard<'_> {
    fn drop(&mut self) {
        *lock(&self.0.over) = true;
        self.0.ended.notify_all();
    }
}

/// Two tallies of the same visits: all together, and by dimension.
#[derive(Clone)]
pub struct VisitCounts {
    all: Tally,
    by: Tally,
    values: FilterValues,
}

impl VisitCounts {
    pub fn new(plans: &(Arc<Plan>, Arc<Plan>)) -> Self {
        Self { all: Tally::new(&plans.0), by: Tally::new(&plans.1), values: FilterValues::default() }
    }

    pub fn merge(&mut self, other: Self) {
        self.all.merge(other.all);
        self.by.merge(other.by);
        self.values.merge(other.values);
    }

    pub fn figures(self, definitions: &Definitions, source: &Source) -> Figures {
        let make = |tally| -> Arc<Report> { Arc::new(report(tally, definitions, source.clone())) };
        // Computing figures takes longer than reading, so both are computed in parallel.
        let (all, by) = rayon::join(|| make(self.all), || make(self.by));
        Figures { all, by, values: Arc::new(self.values) }
    }
}

/// Counts visits, and publishes its counts on request.
pub struct CountingCollector<'b> {
    pub counts: VisitCounts,
    slot: Slot<'b>,
    /// The last request that was answered.
    published: u64,
}

impl<'b> CountingCollector<'b> {
    pub fn new(partial: &'b PartialResults, plans: &(Arc<Plan>, Arc<Plan>)) -> Self {
        let mut slots = lock(&partial.slots);
        slots.next += 1;
        Self { counts: VisitCounts::new(plans), slot: Slot { partial, number: slots.next }, published: 0 }
    }
}

impl Taker for CountingCollector<'_> {
    fn take(&mut self, record: &Record<'_>) {
        self.counts.values.add(record);
        self.counts.all.add_visit(record);
        self.counts.by.add_visit(record);
        let Slot { partial, number } = self.slot;
        let requested = partial.requested.load(Relaxed);
        if requested != self.published {
            self.published = requested;
            let mut slots = lock(&partial.slots);
            slots.fresh = true;
            slots.counts.insert(number, self.counts.clone());
        }
    }
}

/// The place where a collector publishes its counts; they are withdrawn when it is dropped.
struct Slot<'b> {
    partial: &'b PartialResults,
    number: u64,
}

impl Drop for Slot<'_> {
    /// A reading that starts over drops its first collectors, and their counts with them.
    fn drop(&mut self) {
        lock(&self.partial.slots).counts.remove(&self.number);
    }
}

/// Locks, ignoring poisoning: values are replaced atomically.
pub fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::visit::Kind;
    use crate::visit::checklist::Relation;

    fn record(id: &str) -> Record<'_> {
        Record {
            id: id.into(),
            kind: Kind::MysteryVisit,
            complete: true,
            void: false,
            corrections: 0,
            relation: Relation::Customer,
            site: "lyon-3".into(),
            site_name: None,
            group: None,
            observer: "o12".into(),
            observer_name: None,
            started_at: "2026-03-01T10:00:00+01:00".into(),
            date: jiff::civil::date(2026, 3, 1),
            hour: 10,
            ended_at: "2026-03-01T10:10:00+01:00".into(),
            time_zone: "Europe/Paris".into(),
            duration_ms: 600_000,
            paused_ms: 0,
            clock_shifts: 0,
            remark: None,
            checklist: "customer".into(),
            version: "1".into(),
            digest: "sha256:0".into(),
            scenario: None,
            percent: None,
            points: 0.0,
            possible: 0.0,
            section_shares: Vec::new(),
            failed_critical: Vec::new(),
            rows: Vec::new(),
            note: None,
            outcome: None,
            sealed: true,
            pauses_and_marks: None,
        }
    }

    fn plans() -> (Arc<Plan>, Arc<Plan>) {
        (Arc::new(Plan { by: Vec::new(), ..Plan::default() }), Arc::new(Plan::default()))
    }

    #[test]
    fn threads_publish_counts_on_request_and_withdraw_them_when_dropped() {
        let (plans, partial) = (plans(), PartialResults::default());
        let live = || CountingCollector::new(&partial, &plans);
        let (mut one, mut other) = (live(), live());
        one.take(&record("a"));
        assert!(partial.counts(&plans).is_none(), "nobody asked");
        partial.requested.fetch_add(1, Relaxed);
        one.take(&record("b"));
        other.take(&record("c"));
        other.take(&record("d"));
        let counts = partial.counts(&plans).unwrap();
        assert_eq!((counts.all.sessions(), counts.by.sessions()), (3, 3), "what came after it was left waits");
        assert!(partial.counts(&plans).is_none(), "nothing new");
        partial.requested.fetch_add(1, Relaxed);
        other.take(&record("e"));
        // A reading that starts over drops its first collectors.
        drop(one);
        assert_eq!(partial.counts(&plans).unwrap().all.sessions(), 3);
    }
}
