//! The state of a visit: the fold of its events, one at a time.

mod queries;

use super::corrections::Corrections;
use super::definition::Definition;
use super::event::{Body, Clock, Event, HeaderFact, Started};
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
    /// Declared void.
    Void,
}

/// What an event changed, with the values from before it: swapping it in undoes the event, swapping again redoes it.
#[derive(Clone, Debug, PartialEq)]
struct Change {
    seq: u64,
    item: Option<(usize, ItemState)>,
    mark: Option<(usize, Option<Mark>)>,
    page: Option<Page>,
    header: Option<HeaderFact>,
}

impl Change {
    /// Returns the change of an event that changed nothing yet.
    fn new(seq: u64) -> Self {
        Self { seq, item: None, mark: None, page: None, header: None }
    }
}

/// The note on the visit as it was before; `None` if there was none.
#[derive(Clone, Debug, PartialEq)]
struct Page(Option<String>);

/// The state that a visit's events make up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The content of the first event with the header facts that stand, and its time.
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
    /// When the visit was over for the first time: the wall-clock time and the visit time.
    ended: Option<(Stamp, u64)>,
    corrections: Option<Corrections>,
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
            (Body::Reopened { by, reason }, Status::Complete | Status::Abandoned | Status::Void) => {
                self.reopen(event, by, reason);
            }
            (_, Status::Complete | Status::Abandoned | Status::Void) => return Err(FoldError::AfterEnd { seq }),
            (body, Status::Open) if self.is_correction() && !body.is_correction() => {
                return Err(FoldError::AfterEnd { seq });
            }
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

    /// Opens a visit that was over for a correction, which can undo only its own changes.
    fn reopen(&mut self, event: &Event, by: &str, reason: &str) {
        let number = self.corrections.as_ref().map_or(0, |corrections| corrections.number).saturating_add(1);
        self.corrections = Some(Corrections { number, at: event.at, by: by.to_owned(), reason: reason.to_owned() });
        self.status = Status::Open;
        self.undo.clear();
        self.redo.clear();
        self.items.iter_mut().for_each(|item| item.running_since_ms = None);
    }

    fn apply_body(&mut self, definition: &Definition, event: &Event, body: &Body) -> Result<(), FoldError> {
        let dangling = FoldError::DanglingReference { seq: event.seq };
        match body {
            Body::Started(_) => return Err(FoldError::MisplacedStart { seq: event.seq }),
            Body::Reopened { .. } => return Err(dangling),
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
                self.push_undo(Change { page: Some(Page(before)), ..Change::new(event.seq) });
            }
            Body::Marked { text } => {
                self.push_undo(Change { mark: Some((self.marks.len(), None)), ..Change::new(event.seq) });
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
            Body::ClockShifted { .. } if self.is_correction() => {}
            Body::ClockShifted { .. } => self.shifts += 1,
            Body::HeaderChanged(fact) => {
                let started = self.started.as_mut().map(|(started, _)| started);
                let started = started.filter(|started| fact.is_possible_for(started)).ok_or(dangling)?;
                let before = fact.clone().replace_in(started);
                self.push_undo(Change { header: Some(before), ..Change::new(event.seq) });
            }
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
                self.ended.get_or_insert((event.at, event.elapsed_ms));
                self.status = if *body == Body::Finished { Status::Complete } else { Status::Abandoned };
            }
            Body::Voided { by, reason } => {
                let corrections = self.corrections.as_mut().ok_or(dangling)?;
                (corrections.at, corrections.by, corrections.reason) = (event.at, by.clone(), reason.clone());
                self.status = Status::Void;
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
        let after = match self.ended {
            Some((at, elapsed_ms)) => {
                // What a correction adds was observed by the end of the visit.
                let observed_at = item.bound.map(|mark| mark.at);
                let event = Event { at, elapsed_ms, observed_at, ..event.clone() };
                item.after(definition.item(index), &event, active_ms, loose_mark)?.corrected_from(item, &event.body)
            }
            None => item.after(definition.item(index), event, active_ms, loose_mark)?,
        };
        let before = self.items.get_mut(index).map(|slot| std::mem::replace(slot, after)).ok_or_else(unknown)?;
        let mark = if let Body::MarkBound { mark, .. } = &event.body { self.assign_mark(*mark, index) } else { None };
        self.push_undo(Change { item: Some((index, before)), mark, ..Change::new(seq) });
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
        let Change { seq, item, mark, page, header } = change;
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
        let header = header.and_then(|fact| Some(fact.replace_in(&mut self.started.as_mut()?.0)));
        if let Some((index, _)) = &item {
            self.reevaluate_dependents(definition, *index);
        }
        Change { seq, item, mark, page, header }
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
        let scenario = self.started.as_ref().and_then(|(started, _)| started.scenario.as_ref());
        let speed = scenario.map_or(1.0, |scenario| scenario.speed);
        let holds = definition.item(index).when.as_ref().is_none_or(|when| {
            when.holds(speed, &|id| {
                let earlier = definition.position(id).filter(|&earlier| earlier < index && self.applies(earlier))?;
                Some((&definition.item(earlier).response, &self.answer(earlier)?.value))
            })
        });
        self.applies.get_mut(index).is_some_and(|flag| std::mem::replace(flag, holds) != holds)
    }
}

fn non_empty(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}
