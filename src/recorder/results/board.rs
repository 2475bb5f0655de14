//! Where the threads of a reading leave what they have counted so far, for those who make figures of it meanwhile.

use crate::analysis::figures::Source;
use crate::analysis::{Plan, Report, Tally, report};
use crate::app::results_data::{Figures, FilterValues, Progress};
use crate::store::reading::Taker;
use crate::visit::definition::Definition;
use crate::visit::record::Record;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How long figures stand before those of what was read meanwhile take their place.
const OFTEN: Duration = Duration::from_millis(500);
/// How long the threads have to leave what they have counted.
const SOON: Duration = Duration::from_millis(50);

/// The checklists known, by their digests.
pub type Definitions = BTreeMap<String, Definition>;

/// Where the threads of a reading leave what they have counted so far.
#[derive(Default)]
pub struct Board {
    pub visits: AtomicU64,
    pub done: AtomicU64,
    pub whole: AtomicU64,
    /// How often counts were asked for: a thread that sees a new number leaves its own.
    wanted: AtomicU64,
    slots: Mutex<Slots>,
    over: Mutex<bool>,
    ended: Condvar,
}

#[derive(Default)]
struct Slots {
    next: u64,
    counts: BTreeMap<u64, Counts>,
    /// Whether anything was left there since counts were taken.
    fresh: bool,
}

impl Board {
    pub fn slot(&self) -> u64 {
        let mut slots = lock(&self.slots);
        slots.next += 1;
        slots.next
    }

    pub fn progress(&self, over: bool) -> Progress {
        Progress {
            visits: self.visits.load(Relaxed),
            done: self.done.load(Relaxed),
            whole: self.whole.load(Relaxed),
            over,
        }
    }

    /// Waits for a while, or until the reading ends; returns whether it goes on.
    pub fn pause(&self, time: Duration) -> bool {
        let over = lock(&self.over);
        let waited = self.ended.wait_timeout_while(over, time, |over| !*over);
        waited.is_ok_and(|(over, _)| !*over)
    }

    /// Returns whether the reading goes on.
    pub fn goes_on(&self) -> bool {
        !*lock(&self.over)
    }

    /// Waits for counts of what was read so far; `None` where the reading has ended.
    pub fn next(&self, plans: &(Arc<Plan>, Arc<Plan>)) -> Option<Counts> {
        while self.pause(OFTEN) {
            self.wanted.fetch_add(1, Relaxed);
            // A thread leaves its counts with the next visit that it takes.
            if !self.pause(SOON) {
                break;
            }
            if let Some(counts) = self.counts(plans) {
                return Some(counts);
            }
        }
        None
    }

    /// Returns what the threads have left; `None` where there is nothing new.
    fn counts(&self, plans: &(Arc<Plan>, Arc<Plan>)) -> Option<Counts> {
        let mut slots = lock(&self.slots);
        if !std::mem::take(&mut slots.fresh) {
            return None;
        }
        let left: Vec<Counts> = slots.counts.values().cloned().collect();
        drop(slots);
        let mut whole = Counts::new(plans);
        for one in left {
            whole.merge(one);
        }
        Some(whole)
    }
}

/// Ends the telling when the reading ends, however that comes.
pub struct End<'b>(pub &'b Board);

impl Drop for End<'_> {
    fn drop(&mut self) {
        *lock(&self.0.over) = true;
        self.0.ended.notify_all();
    }
}

/// Visits counted twice: all together, and told apart.
#[derive(Clone)]
pub struct Counts {
    all: Tally,
    by: Tally,
    met: FilterValues,
}

impl Counts {
    pub fn new(plans: &(Arc<Plan>, Arc<Plan>)) -> Self {
        Self { all: Tally::new(&plans.0), by: Tally::new(&plans.1), met: FilterValues::default() }
    }

    pub fn merge(&mut self, other: Self) {
        self.all.merge(other.all);
        self.by.merge(other.by);
        self.met.merge(other.met);
    }

    pub fn figures(self, definitions: &Definitions, source: &Source) -> Figures {
        let make = |tally| -> Arc<Report> { Arc::new(report(tally, definitions, source.clone())) };
        // Figures take longer than the reading: both at a time, where there are processors for it.
        let (all, by) = rayon::join(|| make(self.all), || make(self.by));
        Figures { all, by, met: Arc::new(self.met) }
    }
}

/// Counts visits, and leaves what it has counted where it is asked for.
pub struct Live<'b> {
    pub counts: Option<Counts>,
    pub slot: u64,
    pub given: u64,
    pub board: &'b Board,
}

impl Taker for Live<'_> {
    fn take(&mut self, record: &Record<'_>) {
        let Some(counts) = &mut self.counts else { return };
        counts.met.add(record);
        counts.all.take(record);
        counts.by.take(record);
        let wanted = self.board.wanted.load(Relaxed);
        if wanted != self.given {
            self.given = wanted;
            let mut slots = lock(&self.board.slots);
            slots.fresh = true;
            slots.counts.insert(self.slot, counts.clone());
        }
    }
}

impl Drop for Live<'_> {
    /// Where a reading begins anew, what was counted before goes.
    fn drop(&mut self) {
        lock(&self.board.slots).counts.remove(&self.slot);
    }
}

/// Takes what a thread that broke off may have left: it is replaced whole or not at all.
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
            relation: Relation::Customer,
            site: "lyon-3".into(),
            site_name: None,
            group: None,
            observer: "o12".into(),
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
            failed_critical: 0,
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
    fn threads_leave_what_they_have_counted_when_it_is_asked_for_and_take_it_along_when_they_go() {
        let (plans, board) = (plans(), Board::default());
        let live = || Live { counts: Some(Counts::new(&plans)), slot: board.slot(), given: 0, board: &board };
        let (mut one, mut other) = (live(), live());
        one.take(&record("a"));
        assert!(board.counts(&plans).is_none(), "nobody asked");
        board.wanted.fetch_add(1, Relaxed);
        one.take(&record("b"));
        other.take(&record("c"));
        other.take(&record("d"));
        let counts = board.counts(&plans).unwrap();
        assert_eq!((counts.all.sessions(), counts.by.sessions()), (3, 3), "what came after it was left waits");
        assert!(board.counts(&plans).is_none(), "nothing new");
        board.wanted.fetch_add(1, Relaxed);
        other.take(&record("e"));
        // A reading that begins anew lets its first takers go.
        drop(one);
        assert_eq!(board.counts(&plans).unwrap().all.sessions(), 3);
    }
}
