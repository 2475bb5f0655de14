//! The state of a visit: the fold of its events, one at a time.

use super::definition::Definition;
use super::event::{Body, Clock, Event, Started};
use super::time::Stamp;
use std::collections::BTreeSet;

pub use super::fold_error::FoldError;
pub use super::item_state::{Answer, ItemState, MarkTime};

/// A moment marked by the observer.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The `seq` of its event.
    pub seq: u64,
    /// The wall-clock time.
    pub at: Stamp,
    /// The time since the start, in milliseconds.
    pub elapsed_ms: u64,
    /// Its label.
    pub text: Option<String>,
    /// The position of the item that it is assigned to.
    pub item: Option<usize>,
}

/// The status of a visit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Not started yet.
    #[default]
    NotStarted,
    /// Under way, or paused.
    Open,
    /// Finished.
    Complete,
    /// Abandoned.
    Abandoned,
}

/// What an event changed, with the values from before it: swapping it in undoes the event, swapping again redoes it.
#[derive(Clone, Debug, PartialEq)]
struct Change {
    seq: u64,
    item: Option<(usize, ItemState)>,
    mark: Option<(usize, Option<Mark>)>,
    page: Option<Page>,
}

/// The note on the visit as it was before; `None` if there was none.
#[derive(Clone, Debug, PartialEq)]
struct Page(Option<String>);

/// The state that a visit's events make up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    started: Option<(Started, Stamp)>,
    status: Status,
    items: Vec<ItemState>,
    applies: Vec<bool>,
    marks: Vec<Mark>,
    page: Option<String>,
    undo: Vec<Change>,
    redo: Vec<Change>,
    last: Option<(u64, Stamp, u64)>,
    clock: Option<(Clock, u64)>,
    paused: Option<(u64, Option<String>)>,
    /// The pauses that are over, as visit times in milliseconds.
    pauses: Vec<(u64, u64)>,
    /// The stretches of a scenario visit in which the program was not running, so that the scene stood still.
    closed: Vec<(u64, u64)>,
    /// The visit time of the last event other than `clock_shifted`.
    last_active_ms: u64,
    shifts: u64,
}

impl State {
    /// Folds events from the first one on.
    ///
    /// # Errors
    /// Fails at the first event that cannot follow those before it.
    pub fn fold<'a>(definition: &Definition, events: impl IntoIterator<Item = &'a Event>) -> Result<Self, FoldError> {
        let mut state = Self::default();
        for event in events {
            state.apply(definition, event)?;
        }
        Ok(state)
    }

    /// Applies one more event; the cost does not depend on the number of events before it.
    ///
    /// # Errors
    /// Fails if the event cannot follow those before it; the state is unchanged then.
    pub fn apply(&mut self, definition: &Definition, event: &Event) -> Result<(), FoldError> {
        let seq = event.seq;
        let expected = self.last_seq() + 1;
        if seq != expected {
            return Err(FoldError::Sequence { expected, found: seq });
        }
        if self.last_time().is_some_and(|(_, elapsed)| event.elapsed_ms < elapsed) {
            return Err(FoldError::TimeWentBack { seq });
        }
        if let Some(item) = event.body.item().filter(|_| self.status == Status::Open)
            && definition.position(item).is_some_and(|index| !self.applies(index))
        {
            return Err(FoldError::DoesNotApply { seq, item: item.to_owned() });
        }
        self.apply_partial(definition, event)
    }

    /// Applies an event although some of those before it may be missing, as in a replay. An item that does not apply
    /// stores its answer all the same, for when it does.
    ///
    /// # Errors
    /// As [`State::apply`], except for the order and the conditions.
    pub(super) fn apply_partial(&mut self, definition: &Definition, event: &Event) -> Result<(), FoldError> {
        let seq = event.seq;
        match (&event.body, self.status) {
            (Body::Started(started), Status::NotStarted)
                if started.scenario.as_ref().is_some_and(|s| !s.has_valid_speed()) =>
            {
                return Err(FoldError::DanglingReference { seq });
            }
            (Body::Started(started), Status::NotStarted) => self.start(definition, started, event),
            (Body::Started(_), _) | (_, Status::NotStarted) => return Err(FoldError::MisplacedStart { seq }),
            (_, Status::Complete | Status::Abandoned) => return Err(FoldError::AfterEnd { seq }),
            (body, Status::Open) => self.apply_body(definition, event, body)?,
        }
        self.last = Some((seq, event.at, event.elapsed_ms));
        // `clock_shifted` is recorded just before the next event, at the same time.
        if !matches!(event.body, Body::ClockShifted { .. }) {
            self.last_active_ms = event.elapsed_ms;
        }
        Ok(())
    }

    fn start(&mut self, definition: &Definition, started: &Started, event: &Event) {
        self.started = Some((started.clone(), event.at));
        self.clock = Some((started.clock.clone(), event.elapsed_ms));
        self.status = Status::Open;
        self.items = definition.items().map(|(_, item)| ItemState::at_visit_start(item, event.elapsed_ms)).collect();
        self.applies = vec![true; self.items.len()];
        for index in 0..self.applies.len() {
            self.reevaluate_condition(definition, index);
        }
    }

    fn apply_body(&mut self, definition: &Definition, event: &Event, body: &Body) -> Result<(), FoldError> {
        let dangling = FoldError::DanglingReference { seq: event.seq };
        match body {
            Body::Started(_) => return Err(FoldError::MisplacedStart { seq: event.seq }),
            Body::Answered { .. }
            | Body::Cleared { .. }
            | Body::Counted { .. }
            | Body::TimerStarted { .. }
            | Body::TimerStopped { .. }
            | Body::TimerNever { .. }
            | Body::MarkBound { .. }
            | Body::Noted { item: Some(_), .. } => self.change_item(definition, event)?,
            Body::Noted { item: None, text } => {
                let before = std::mem::replace(&mut self.page, non_empty(text));
                self.push_undo(Change { seq: event.seq, item: None, mark: None, page: Some(Page(before)) });
            }
            Body::Marked { text } => {
                self.push_undo(Change { seq: event.seq, item: None, mark: Some((self.marks.len(), None)), page: None });
                let (seq, at, elapsed_ms) = (event.seq, event.at, event.elapsed_ms);
                self.marks.push(Mark { seq, at, elapsed_ms, text: text.clone(), item: None });
            }
            Body::Paused { reason } => {
                if self.paused.is_some() {
                    return Err(dangling);
                }
                self.paused = Some((event.elapsed_ms, reason.clone()));
            }
            Body::Unpaused { .. } => {
                let (since, _) = self.paused.take().ok_or(dangling)?;
                self.pauses.push((since, event.elapsed_ms.max(since)));
            }
            Body::Resumed(clock) => {
                if self.stops_while_closed() && self.paused.is_none() {
                    self.closed.push((self.last_active_ms.min(event.elapsed_ms), event.elapsed_ms));
                }
                self.clock = Some((clock.clone(), event.elapsed_ms));
            }
            Body::ClockShifted { .. } => self.shifts += 1,
            Body::Undone { undoes } => {
                let change = self.undo.pop_if(|change| change.seq == *undoes).ok_or(dangling)?;
                let inverse = self.swap(definition, change);
                self.redo.push(inverse);
            }
            Body::Redone { redoes } => {
                let change = self.redo.pop_if(|change| change.seq == *redoes).ok_or(dangling)?;
                let inverse = self.swap(definition, change);
                self.undo.push(inverse);
            }
            Body::Finished | Body::Abandoned => {
                if let Some((since, _)) = self.paused.take() {
                    self.pauses.push((since, event.elapsed_ms.max(since)));
                }
                self.status = if *body == Body::Finished { Status::Complete } else { Status::Abandoned };
            }
        }
        Ok(())
    }

    fn change_item(&mut self, definition: &Definition, event: &Event) -> Result<(), FoldError> {
        let seq = event.seq;
        let id = event.body.item().ok_or(FoldError::DanglingReference { seq })?;
        let unknown = || FoldError::UnknownItem { seq, item: id.to_owned() };
        let index = definition.position(id).ok_or_else(unknown)?;
        let active_ms = |from, to| self.active_ms(from, to);
        let loose_mark = |seq| self.loose_mark(seq).map(|mark| MarkTime { at: mark.at, elapsed_ms: mark.elapsed_ms });
        let item = self.items.get(index).ok_or_else(unknown)?;
        let after = item.after(definition.item(index), event, active_ms, loose_mark)?;
        let before = self.items.get_mut(index).map(|slot| std::mem::replace(slot, after)).ok_or_else(unknown)?;
        let mark = if let Body::MarkBound { mark, .. } = &event.body { self.assign_mark(*mark, index) } else { None };
        self.push_undo(Change { seq, item: Some((index, before)), mark, page: None });
        self.reevaluate_dependents(definition, index);
        Ok(())
    }

    /// Assigns a mark to an item. Returns its index among the marks and the mark as it was before.
    fn assign_mark(&mut self, seq: u64, item: usize) -> Option<(usize, Option<Mark>)> {
        let (place, mark) = self.marks.iter_mut().enumerate().find(|(_, mark)| mark.seq == seq)?;
        let before = mark.clone();
        mark.item = Some(item);
        Some((place, Some(before)))
    }

    /// Reserves space for this many more events.
    pub(super) fn reserve(&mut self, events: usize) {
        self.undo.reserve(events);
    }

    fn push_undo(&mut self, change: Change) {
        self.undo.push(change);
        self.redo.clear();
    }

    /// Applies the values of a change and returns those that they replace.
    fn swap(&mut self, definition: &Definition, change: Change) -> Change {
        let Change { seq, item, mark, page } = change;
        let item = item.and_then(|(index, state)| {
            let slot = self.items.get_mut(index)?;
            Some((index, std::mem::replace(slot, state)))
        });
        let mark = mark.map(|(place, mark)| {
            let now = self.marks.get(place).cloned();
            match mark {
                Some(mark) if place < self.marks.len() => {
                    if let Some(slot) = self.marks.get_mut(place) {
                        *slot = mark;
                    }
                }
                Some(mark) => self.marks.push(mark),
                None => self.marks.truncate(place),
            }
            (place, now)
        });
        let page = page.map(|Page(text)| Page(std::mem::replace(&mut self.page, text)));
        if let Some((index, _)) = &item {
            self.reevaluate_dependents(definition, *index);
        }
        Change { seq, item, mark, page }
    }

    /// Re-evaluates the conditions that depend on a changed item. Conditions refer to earlier items only, so one pass
    /// in item order suffices.
    fn reevaluate_dependents(&mut self, definition: &Definition, changed: usize) {
        let mut due: BTreeSet<usize> = definition.dependents(changed).iter().copied().collect();
        while let Some(index) = due.pop_first() {
            if self.reevaluate_condition(definition, index) {
                due.extend(definition.dependents(index));
            }
        }
    }

    /// Re-evaluates an item's condition. Returns whether the result changed.
    fn reevaluate_condition(&mut self, definition: &Definition, index: usize) -> bool {
        let holds = definition.item(index).when.as_ref().is_none_or(|when| {
            when.holds(&|id, is| {
                let earlier = definition.position(id).filter(|&earlier| earlier < index && self.applies(earlier));
                let answer = earlier.and_then(|earlier| self.answer(earlier));
                answer.is_some_and(|answer| is.iter().any(|named| answer.value.matches(named)))
            })
        });
        self.applies.get_mut(index).is_some_and(|flag| std::mem::replace(flag, holds) != holds)
    }

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

    /// Returns the content of the first event and its time.
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

fn non_empty(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}
