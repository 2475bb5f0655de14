//! What can be asked of a state.

use super::{Answer, ItemState, Mark, State, Status};
use crate::visit::corrections::Corrections;
use crate::visit::event::{Clock, Started};
use crate::visit::time::Stamp;

impl State {
    /// Returns whether time stops while the program is closed: the scene of a scenario does, a real visit and its
    /// timers go on.
    pub fn stops_while_closed(&self) -> bool {
        self.started.as_ref().is_some_and(|(started, _)| started.scenario.is_some())
    }

    /// Returns how much of a stretch of visit time counts for a timer, in milliseconds: without pauses, and in practice
    /// without the time the program was closed.
    pub fn active_ms(&self, from: u64, to: u64) -> u64 {
        let open = self.paused.as_ref().map(|(since, _)| (*since, u64::MAX));
        let paused: u64 = (self.pauses.iter().chain(&self.closed).copied().chain(open))
            .map(|(start, end)| end.min(to).saturating_sub(start.max(from)))
            .fold(0, u64::saturating_add);
        to.saturating_sub(from).saturating_sub(paused)
    }

    /// Returns the content of the first event, with the header facts that stand, and its time.
    pub fn started(&self) -> Option<&(Started, Stamp)> {
        self.started.as_ref()
    }

    /// Returns the status of the visit.
    pub fn status(&self) -> Status {
        self.status
    }

    /// Returns an item's state.
    pub fn item(&self, index: usize) -> Option<&ItemState> {
        self.items.get(index)
    }

    /// Returns an item's current answer.
    pub fn answer(&self, index: usize) -> Option<&Answer> {
        self.items.get(index).and_then(|state| state.answer.as_ref())
    }

    /// Returns whether an item's condition holds.
    pub fn applies(&self, index: usize) -> bool {
        self.applies.get(index).copied().unwrap_or_default()
    }

    /// Returns the marks, in the order in which they were taken.
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// Returns the marks that are not assigned to an item.
    pub fn loose_marks(&self) -> impl Iterator<Item = &Mark> {
        self.marks.iter().filter(|mark| mark.item.is_none())
    }

    /// Returns the mark with this `seq`, unless it is assigned to an item.
    pub fn loose_mark(&self, seq: u64) -> Option<&Mark> {
        // `seq` rises along the list, and recent marks are looked up most.
        self.marks.iter().rev().find(|mark| mark.seq <= seq).filter(|mark| mark.seq == seq && mark.item.is_none())
    }

    /// Returns the note on the visit.
    pub fn note(&self) -> Option<&str> {
        self.page.as_deref()
    }

    /// Returns the `seq` of the last event; 0 before the first.
    pub fn last_seq(&self) -> u64 {
        self.last.map_or(0, |(seq, ..)| seq)
    }

    /// Returns when the last event was recorded: the wall-clock time, and the milliseconds since the start.
    pub fn last_time(&self) -> Option<(Stamp, u64)> {
        self.last.map(|(_, at, elapsed)| (at, elapsed))
    }

    /// Returns when the visit was over for the first time, or else when the last event was recorded: the wall-clock time,
    /// and the milliseconds since the start. Corrections do not change it.
    pub fn observed_until(&self) -> Option<(Stamp, u64)> {
        self.ended.or_else(|| self.last_time())
    }

    /// Returns the corrections; `None` if there are none.
    pub fn corrections(&self) -> Option<&Corrections> {
        self.corrections.as_ref()
    }

    /// Returns whether the visit is finished, abandoned or void.
    pub fn is_over(&self) -> bool {
        matches!(self.status, Status::Complete | Status::Abandoned | Status::Void)
    }

    /// Returns whether the visit is open for a correction.
    pub fn is_correction(&self) -> bool {
        self.status == Status::Open && self.corrections.is_some()
    }

    /// Returns the clock that `elapsed_ms` counts on, and the visit time at which it came into use.
    pub fn clock(&self) -> Option<&(Clock, u64)> {
        self.clock.as_ref()
    }

    /// Returns the visit time at which the current pause began, and its reason.
    pub fn paused(&self) -> Option<(u64, Option<&str>)> {
        self.paused.as_ref().map(|(since, reason)| (*since, reason.as_deref()))
    }

    /// Returns the sum of the completed pauses, in milliseconds.
    pub fn paused_ms(&self) -> u64 {
        self.pauses.iter().map(|(start, end)| end.saturating_sub(*start)).fold(0, u64::saturating_add)
    }

    /// Returns how often the wall clock was found shifted.
    pub fn clock_shifts(&self) -> u64 {
        self.shifts
    }

    /// Returns the `seq` of the event that an undo would undo.
    pub fn undoable(&self) -> Option<u64> {
        self.undo.last().map(|change| change.seq)
    }

    /// Returns the `seq` of the event that a redo would redo.
    pub fn redoable(&self) -> Option<u64> {
        self.redo.last().map(|change| change.seq)
    }
}
