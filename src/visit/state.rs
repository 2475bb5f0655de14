//! The state of a visit: the fold of its events, one step at a time.

use super::definition::Definition;
use super::event::{Body, Clock, Event, Started};
use super::time::Stamp;
use std::collections::BTreeSet;

pub use super::fold_error::FoldError;
pub use super::item_state::{Answer, ItemState, MarkTime};

/// A moment marked by the observer.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The number of its event.
    pub seq: u64,
    /// When, by the wall.
    pub at: Stamp,
    /// When, by the visit's clock, in milliseconds.
    pub elapsed_ms: u64,
    /// A word to know it by.
    pub text: Option<String>,
    /// The position of the item that it was given to.
    pub item: Option<usize>,
}

/// How far a visit has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// It has not begun.
    #[default]
    Ahead,
    /// It is going on, or interrupted.
    Open,
    /// It was brought to its end.
    Complete,
    /// It was given up.
    Abandoned,
}

/// What one event changed, as it was before: swapping it in undoes the event, swapping again redoes it.
#[derive(Clone, Debug, PartialEq)]
struct Change {
    seq: u64,
    item: Option<(usize, ItemState)>,
    mark: Option<(usize, Option<Mark>)>,
    page: Option<Page>,
}

/// The page of notes as it stood; none where nothing was on it.
#[derive(Clone, Debug, PartialEq)]
struct Page(Option<String>);

/// Everything that a visit's events say so far.
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
    /// The stretches in which the program was not running and no time of a scene went by.
    closed: Vec<(u64, u64)>,
    /// The visit time of the last event that the observer or the program made.
    awake: u64,
    shifts: u64,
}

impl State {
    /// Folds events from the first on.
    ///
    /// # Errors
    /// At the first event that cannot follow those before it.
    pub fn fold<'a>(definition: &Definition, events: impl IntoIterator<Item = &'a Event>) -> Result<Self, FoldError> {
        let mut state = Self::default();
        for event in events {
            state.apply(definition, event)?;
        }
        Ok(state)
    }

    /// Takes one more event; the cost does not grow with the number of those before.
    ///
    /// # Errors
    /// Where the event cannot follow those before it; the state is then as it was.
    pub fn apply(&mut self, definition: &Definition, event: &Event) -> Result<(), FoldError> {
        let seq = event.seq;
        let expected = self.last_seq() + 1;
        if seq != expected {
            return Err(FoldError::Sequence { expected, found: seq });
        }
        if self.last_time().is_some_and(|(_, elapsed)| event.elapsed_ms < elapsed) {
            return Err(FoldError::Time { seq });
        }
        if let Some(item) = event.body.item().filter(|_| self.status == Status::Open)
            && definition.position(item).is_some_and(|index| !self.applies(index))
        {
            return Err(FoldError::NotHere { seq, item: item.to_owned() });
        }
        self.take(definition, event)
    }

    /// Takes an event although some of those before it may be missing: a replay leaves out what is not known yet. An
    /// item that does not apply takes its answer all the same, and has it when it applies.
    ///
    /// # Errors
    /// As [`State::apply`], but for the order and the conditions.
    pub(super) fn take(&mut self, definition: &Definition, event: &Event) -> Result<(), FoldError> {
        let seq = event.seq;
        match (&event.body, self.status) {
            (Body::Started(started), Status::Ahead) if started.scenario.as_ref().is_some_and(|s| !s.is_sound()) => {
                return Err(FoldError::Reference { seq });
            }
            (Body::Started(started), Status::Ahead) => self.start(definition, started, event),
            (Body::Started(_), _) | (_, Status::Ahead) => return Err(FoldError::Start { seq }),
            (_, Status::Complete | Status::Abandoned) => return Err(FoldError::Over { seq }),
            (body, Status::Open) => self.follow(definition, event, body)?,
        }
        self.last = Some((seq, event.at, event.elapsed_ms));
        // A shifted clock is told just before what comes after it, at the same time.
        if !matches!(event.body, Body::ClockShifted { .. }) {
            self.awake = event.elapsed_ms;
        }
        Ok(())
    }

    fn start(&mut self, definition: &Definition, started: &Started, event: &Event) {
        self.started = Some((started.clone(), event.at));
        self.clock = Some((started.clock.clone(), event.elapsed_ms));
        self.status = Status::Open;
        self.items = definition.items().map(|(_, item)| ItemState::at_start(item, event.elapsed_ms)).collect();
        self.applies = vec![true; self.items.len()];
        for index in 0..self.applies.len() {
            self.settle_item(definition, index);
        }
    }

    fn follow(&mut self, definition: &Definition, event: &Event, body: &Body) -> Result<(), FoldError> {
        let dangling = FoldError::Reference { seq: event.seq };
        match body {
            Body::Started(_) => return Err(FoldError::Start { seq: event.seq }),
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
                self.remember(Change { seq: event.seq, item: None, mark: None, page: Some(Page(before)) });
            }
            Body::Marked { text } => {
                self.remember(Change { seq: event.seq, item: None, mark: Some((self.marks.len(), None)), page: None });
                let (seq, at, elapsed_ms) = (event.seq, event.at, event.elapsed_ms);
                self.marks.push(Mark { seq, at, elapsed_ms, text: text.clone(), item: None });
            }
            Body::Paused { reason } => {
                if self.paused.is_some() {
                    return Err(dangling);
                }
                self.paused = Some((event.elapsed_ms, reason.clone()));
            }
            Body::Unpaused => {
                let (since, _) = self.paused.take().ok_or(dangling)?;
                self.pauses.push((since, event.elapsed_ms.max(since)));
            }
            Body::Resumed(clock) => {
                if self.stands_still_when_closed() && self.paused.is_none() {
                    self.closed.push((self.awake.min(event.elapsed_ms), event.elapsed_ms));
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
        let id = event.body.item().unwrap_or_default();
        let unknown = || FoldError::Item { seq, item: id.to_owned() };
        let index = definition.position(id).ok_or_else(unknown)?;
        let active_ms = |from, to| self.active_ms(from, to);
        let loose_mark = |seq| self.loose_mark(seq).map(|mark| MarkTime { at: mark.at, elapsed_ms: mark.elapsed_ms });
        let item = self.items.get(index).ok_or_else(unknown)?;
        let after = item.after(definition.item(index), event, active_ms, loose_mark)?;
        let before = self.items.get_mut(index).map(|slot| std::mem::replace(slot, after)).ok_or_else(unknown)?;
        let mark = if let Body::MarkBound { mark, .. } = &event.body { self.place_mark(*mark, index) } else { None };
        self.remember(Change { seq, item: Some((index, before)), mark, page: None });
        self.settle(definition, index);
        Ok(())
    }

    /// Gives a mark to an item; gives its place among the marks and what it was before.
    fn place_mark(&mut self, seq: u64, item: usize) -> Option<(usize, Option<Mark>)> {
        let (place, mark) = self.marks.iter_mut().enumerate().find(|(_, mark)| mark.seq == seq)?;
        let before = mark.clone();
        mark.item = Some(item);
        Some((place, Some(before)))
    }

    /// Makes room for so many more events.
    pub(super) fn make_room(&mut self, events: usize) {
        self.undo.reserve(events);
    }

    fn remember(&mut self, change: Change) {
        self.undo.push(change);
        self.redo.clear();
    }

    /// Puts a change's contents in place and gives back what stood there.
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
            self.settle(definition, *index);
        }
        Change { seq, item, mark, page }
    }

    /// Evaluates anew the conditions that a changed item bears on, each once: they look only backwards, so that in the
    /// order of the items nothing that they ask for changes after them.
    fn settle(&mut self, definition: &Definition, changed: usize) {
        let mut due: BTreeSet<usize> = definition.dependents(changed).iter().copied().collect();
        while let Some(index) = due.pop_first() {
            if self.settle_item(definition, index) {
                due.extend(definition.dependents(index));
            }
        }
    }

    /// Evaluates an item's condition anew; tells whether that changed anything.
    fn settle_item(&mut self, definition: &Definition, index: usize) -> bool {
        let holds = definition.item(index).when.as_ref().is_none_or(|when| {
            when.holds(&|id, is| {
                let earlier = definition.position(id).filter(|&earlier| earlier < index && self.applies(earlier));
                let answer = earlier.and_then(|earlier| self.answer(earlier));
                answer.is_some_and(|answer| is.iter().any(|named| answer.value.fits(named)))
            })
        });
        self.applies.get_mut(index).is_some_and(|flag| std::mem::replace(flag, holds) != holds)
    }

    /// Tells whether nothing goes on while the program is closed: a scene stands still then, whereas what is observed in
    /// a real visit goes on, and its timers with it.
    #[must_use]
    pub fn stands_still_when_closed(&self) -> bool {
        self.started.as_ref().is_some_and(|(started, _)| started.scenario.is_some())
    }

    /// Gives how much of a stretch of visit time counts for a timer, in milliseconds: it was not paused, and in practice the
    /// scene did not stand still.
    #[must_use]
    pub fn active_ms(&self, from: u64, to: u64) -> u64 {
        let open = self.paused.as_ref().map(|(since, _)| (*since, u64::MAX));
        let paused: u64 = (self.pauses.iter().chain(&self.closed).copied().chain(open))
            .map(|(start, end)| end.min(to).saturating_sub(start.max(from)))
            .fold(0, u64::saturating_add);
        to.saturating_sub(from).saturating_sub(paused)
    }

    /// Gives what the first event said, and when.
    #[must_use]
    pub fn started(&self) -> Option<&(Started, Stamp)> {
        self.started.as_ref()
    }

    /// Gives how far the visit has come.
    #[must_use]
    pub fn status(&self) -> Status {
        self.status
    }

    /// Gives an item's state.
    #[must_use]
    pub fn item(&self, index: usize) -> Option<&ItemState> {
        self.items.get(index)
    }

    /// Gives the answer that stands for an item.
    #[must_use]
    pub fn answer(&self, index: usize) -> Option<&Answer> {
        self.items.get(index).and_then(|state| state.answer.as_ref())
    }

    /// Tells whether an item's condition holds.
    #[must_use]
    pub fn applies(&self, index: usize) -> bool {
        self.applies.get(index).copied().unwrap_or_default()
    }

    /// Gives the marks, in the order in which they were taken.
    #[must_use]
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// Returns the marks that have no item.
    pub fn loose_marks(&self) -> impl Iterator<Item = &Mark> {
        self.marks.iter().filter(|mark| mark.item.is_none())
    }

    /// Gives the mark of a number, where it has no item yet.
    #[must_use]
    pub fn loose_mark(&self, seq: u64) -> Option<&Mark> {
        // The newest are the likely ones, and the numbers rise.
        self.marks.iter().rev().find(|mark| mark.seq <= seq).filter(|mark| mark.seq == seq && mark.item.is_none())
    }

    /// Gives the visit's page of notes.
    #[must_use]
    pub fn page(&self) -> Option<&str> {
        self.page.as_deref()
    }

    /// Gives the last event's number; 0 before the first.
    #[must_use]
    pub fn last_seq(&self) -> u64 {
        self.last.map_or(0, |(seq, ..)| seq)
    }

    /// Gives when the last event was recorded: by the wall, and in milliseconds after the start.
    #[must_use]
    pub fn last_time(&self) -> Option<(Stamp, u64)> {
        self.last.map(|(_, at, elapsed)| (at, elapsed))
    }

    /// Gives the clock that `elapsed_ms` counts on, and the visit time at which that clock took over.
    #[must_use]
    pub fn clock(&self) -> Option<&(Clock, u64)> {
        self.clock.as_ref()
    }

    /// Gives since when, in visit time, the visit is paused, and why.
    #[must_use]
    pub fn paused(&self) -> Option<(u64, Option<&str>)> {
        self.paused.as_ref().map(|(since, reason)| (*since, reason.as_deref()))
    }

    /// Gives the sum of the pauses that are over, in milliseconds.
    #[must_use]
    pub fn paused_ms(&self) -> u64 {
        self.pauses.iter().map(|(start, end)| end.saturating_sub(*start)).fold(0, u64::saturating_add)
    }

    /// Gives how often the wall clock was found shifted.
    #[must_use]
    pub fn clock_shifts(&self) -> u64 {
        self.shifts
    }

    /// Gives the number of the event that an undo would take back.
    #[must_use]
    pub fn undoable(&self) -> Option<u64> {
        self.undo.last().map(|change| change.seq)
    }

    /// Gives the number of the event that a redo would bring back.
    #[must_use]
    pub fn redoable(&self) -> Option<u64> {
        self.redo.last().map(|change| change.seq)
    }
}

fn non_empty(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}
