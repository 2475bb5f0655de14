//! A visit under way: turns actions into events. The only place where events are created.

mod body;
#[cfg(test)]
mod tests;

use super::action::{Action, Refusal};
use super::definition::Definition;
use super::entry::{clean_action, clean_observer, clean_site, tidy};
use super::event::{Body, ChecklistRef, Clock, Event, Kind, Observer, ScenarioRef, Site, Started};
use super::score::lacks_note;
use super::state::{FoldError, State, Status};
use super::time::{Moment, Stamp};
use std::sync::Arc;

pub use super::accepts::accepts;

/// A wall clock that departs from the monotonic clock by more than this is recorded as shifted, in milliseconds.
const SHIFT_MS: u64 = 2_000;

/// A visit: its checklist, its events, and the state they fold into.
#[derive(Clone, Debug)]
pub struct Visit {
    definition: Arc<Definition>,
    events: Vec<Event>,
    state: State,
}

/// What is known before a visit starts; the fields are those of [`Started`].
#[derive(Clone, Debug)]
pub struct VisitSetup {
    pub session: String,
    pub kind: Kind,
    pub site: Site,
    pub observer: Observer,
    pub time_zone: String,
    /// The channel of the visit, or a remark made before it.
    pub remark: Option<String>,
    pub scenario: Option<ScenarioRef>,
    pub program: Program,
}

/// The version of the running program, and the id of the boot of the machine it runs on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Program {
    pub boot: String,
    pub app: String,
}

impl Program {
    pub(super) fn clock(&self, now: &Moment) -> Clock {
        Clock { boot: self.boot.clone(), clock_ms: Some(now.clock_ms), app: self.app.clone() }
    }
}

impl Visit {
    /// Starts a visit; its first event is in [`Visit::events`].
    ///
    /// # Errors
    /// Fails if the setup names a scenario that no visit can have.
    pub fn begin(definition: Arc<Definition>, setup: VisitSetup, now: &Moment) -> Result<Self, FoldError> {
        let list = definition.checklist();
        let started = Started {
            session: setup.session,
            kind: setup.kind,
            site: clean_site(setup.site),
            observer: clean_observer(setup.observer),
            time_zone: setup.time_zone,
            remark: tidy(setup.remark),
            clock: setup.program.clock(now),
            checklist: ChecklistRef {
                id: list.id.clone(),
                version: list.version.clone(),
                digest: definition.digest().to_owned(),
            },
            scenario: setup.scenario,
        };
        let mut visit = Self { definition, events: Vec::new(), state: State::default() };
        visit.reserve();
        visit.push(Body::Started(Box::new(started)), now.wall, 0, None)?;
        Ok(visit)
    }

    /// Restores a visit from its events.
    ///
    /// # Errors
    /// Fails if the events are not a visit by this checklist.
    pub fn from_events(definition: Arc<Definition>, events: Vec<Event>) -> Result<Self, FoldError> {
        let state = State::fold(&definition, &events)?;
        if state.status() == Status::NotStarted {
            return Err(FoldError::MisplacedStart { seq: 0 });
        }
        Ok(Self { definition, events, state })
    }

    /// Creates a visit from some of its events and the state they fold into.
    pub(super) fn from_parts(definition: Arc<Definition>, events: Vec<Event>, state: State) -> Self {
        Self { definition, events, state }
    }

    /// Records that the program was started again; returns the new events, none where the visit is over.
    ///
    /// # Errors
    /// Fails if that event cannot follow those before it; nothing has changed then.
    pub fn resume(&mut self, program: &Program, now: &Moment) -> Result<&[Event], FoldError> {
        if self.is_over() {
            return Ok(&[]);
        }
        self.reserve();
        let elapsed = match self.state.clock() {
            Some((clock, _)) if clock.boot == program.boot && clock.clock_ms.is_some() => self.elapsed_ms(now),
            _ => self.elapsed_by_wall_ms(now),
        };
        self.record(Body::Resumed(program.clock(now)), now.wall, elapsed, None)
    }

    /// Reserves space for the usual number of events, so that no key press waits for a reallocation.
    fn reserve(&mut self) {
        let usual = 3 * self.definition.len();
        self.events.reserve(usual);
        self.state.reserve(usual);
    }

    /// Applies an action. Returns the new events; the last one is the action's own.
    ///
    /// # Errors
    /// Returns why the action is refused; the visit is unchanged then.
    pub fn act(&mut self, action: &Action, now: &Moment) -> Result<&[Event], Refusal> {
        if self.is_over() {
            return Err(Refusal::Over);
        }
        if self.state.is_correction() && action.is_observation() {
            return Err(Refusal::InCorrection);
        }
        let (body, observed_at) = self.body(&clean_action(action), now)?;
        self.record(body, now.wall, self.elapsed_ms(now), observed_at).map_err(|_| Refusal::CannotFollow)
    }

    /// Records an event, preceded by `clock_shifted` if the wall clock departs from the monotonic one. Returns the new events.
    ///
    /// # Errors
    /// Fails if the event cannot follow those before it; nothing has changed then.
    pub(super) fn record(
        &mut self,
        body: Body,
        wall: Stamp,
        elapsed: u64,
        observed_at: Option<Stamp>,
    ) -> Result<&[Event], FoldError> {
        let from = self.events.len();
        let mut before_shift = None;
        if let Some((last_wall, last_elapsed)) = self.state.last_time() {
            let by_wall = wall.ms_since(&last_wall);
            let by_ms = by_wall.saturating_sub_unsigned(elapsed.saturating_sub(last_elapsed));
            if by_ms.unsigned_abs() > SHIFT_MS {
                let state = self.state.clone();
                self.push(Body::ClockShifted { by_ms }, wall, elapsed, None)?;
                before_shift = Some(state);
            }
        }
        if let Err(error) = self.push(body, wall, elapsed, observed_at) {
            if let Some(state) = before_shift {
                self.events.truncate(from);
                self.state = state;
            }
            return Err(error);
        }
        Ok(self.events.get(from..).unwrap_or_default())
    }

    pub(super) fn push(
        &mut self,
        body: Body,
        at: Stamp,
        elapsed_ms: u64,
        observed_at: Option<Stamp>,
    ) -> Result<(), FoldError> {
        let event = Event { seq: self.state.last_seq() + 1, at, elapsed_ms, body, observed_at };
        self.state.apply(&self.definition, &event)?;
        self.events.push(event);
        Ok(())
    }

    /// Returns the time since the start, in milliseconds; never less than that of the last event.
    pub fn elapsed_ms(&self, now: &Moment) -> u64 {
        let last = self.state.last_time().map_or(0, |(_, elapsed)| elapsed);
        let since_clock = self
            .state
            .clock()
            .and_then(|(clock, elapsed)| Some(elapsed.saturating_add(now.clock_ms.saturating_sub(clock.clock_ms?))));
        since_clock.unwrap_or(last).max(last)
    }

    /// Returns the time since the start by the wall clock since the last event, in milliseconds.
    pub(super) fn elapsed_by_wall_ms(&self, now: &Moment) -> u64 {
        let since = |at: Stamp| u64::try_from(now.wall.ms_since(&at)).unwrap_or(0);
        self.state.last_time().map_or(0, |(at, elapsed)| elapsed.saturating_add(since(at)))
    }

    /// Returns the checklist's definition.
    pub fn definition(&self) -> &Arc<Definition> {
        &self.definition
    }

    /// Returns the events so far.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// Returns the event with this `seq`.
    pub fn event(&self, seq: u64) -> Option<&Event> {
        self.events.get(usize::try_from(seq).ok()?.checked_sub(1)?)
    }

    /// Returns the kind of the visit.
    pub fn kind(&self) -> Option<Kind> {
        self.state.started().map(|(started, _)| started.kind)
    }

    /// Returns the current state.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Returns whether the visit is finished, abandoned or void.
    pub fn is_over(&self) -> bool {
        self.state.is_over()
    }

    /// Returns whether an item's answer requires a note that is missing.
    pub fn misses_note(&self, index: usize) -> bool {
        let state = self.state.item(index).filter(|_| self.state.applies(index));
        state.is_some_and(|state| {
            let value = state.answer.as_ref().map(|answer| &answer.value);
            lacks_note(self.definition.item(index), value, state.note.as_deref())
        })
    }

    /// Returns the positions of the items that apply.
    pub fn applicable_items(&self) -> impl Iterator<Item = usize> {
        (0..self.definition.len()).filter(|&index| self.state.applies(index))
    }

    /// Returns the positions of the items whose answer requires a note that is missing.
    pub fn missing_notes(&self) -> impl Iterator<Item = usize> {
        (0..self.definition.len()).filter(|&index| self.misses_note(index))
    }

    /// Returns the first item after `item`, wrapping around, that applies and has no answer.
    pub fn next_open(&self, item: usize) -> Option<usize> {
        let open = |index: &usize| self.state.applies(*index) && self.state.answer(*index).is_none();
        (item + 1..self.definition.len()).find(open).or_else(|| (0..item).find(open))
    }
}
