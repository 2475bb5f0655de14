//! A visit played back: its events as steps in time, in the order in which they were recorded or in which they
//! happened, and the visit as it was after each step.
//!
//! In order of recording, a moment is the fold of the events so far. In order of happening, it is the fold of the
//! events that had happened by then, whenever they were recorded, without those that were undone. Both end in the same
//! answers. Nothing here knows a clock or a screen.

mod gaps_and_pace;
mod steps;

pub(super) use gaps_and_pace::gaps;
pub use gaps_and_pace::{Gap, GapReason};

use super::engine::Visit;
use super::state::State;
use super::time::Stamp;

/// The order in which a visit is played.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As recorded: a late entry appears when it was made.
    #[default]
    Recorded,
    /// As it happened: a late entry appears when its content was observed.
    Happened,
}

impl Order {
    /// Both orders.
    pub const ALL: [Self; 2] = [Self::Recorded, Self::Happened];

    /// Returns its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Recorded => "recorded",
            Self::Happened => "happened",
        }
    }

    /// Returns the opposite order.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Recorded => Self::Happened,
            Self::Happened => Self::Recorded,
        }
    }
}

/// An event with its time in a replay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReplayStep {
    /// The event's position among those of the visit.
    pub event: usize,
    /// When it appears, in milliseconds of visit time.
    pub at_ms: u64,
    /// The wall-clock time at which it was observed, if at least a second before it was recorded.
    pub seen: Option<Stamp>,
}

/// A visit prepared for playback.
#[derive(Clone, Debug, PartialEq)]
pub struct Replay {
    recorded: Vec<ReplayStep>,
    happened: Vec<ReplayStep>,
    gaps: Vec<Gap>,
    axis: Vec<gaps_and_pace::AxisPoint>,
    start_ms: u64,
    end_ms: u64,
}

impl Replay {
    /// Prepares a visit for playback.
    pub fn from_visit(visit: &Visit) -> Self {
        let seen = steps::observed_times(visit);
        let start_ms = visit.events().first().map_or(0, |event| event.elapsed_ms);
        let end_ms = visit.state().observed_until().map_or(start_ms, |(_, elapsed)| elapsed);
        let gaps = gaps_and_pace::gaps(visit.events());
        Self {
            recorded: steps::in_recorded_order(visit, &seen, end_ms),
            happened: steps::in_observed_order(visit, seen),
            axis: gaps_and_pace::time_axis(start_ms, end_ms, &gaps),
            gaps,
            start_ms,
            end_ms,
        }
    }

    /// Returns the steps in an order; the first one is the start of the visit.
    pub fn steps(&self, order: Order) -> &[ReplayStep] {
        match order {
            Order::Recorded => &self.recorded,
            Order::Happened => &self.happened,
        }
    }

    /// Returns the number of steps played at a visit time in milliseconds, those at that time included.
    pub fn steps_played(&self, order: Order, ms: u64) -> usize {
        self.steps(order).partition_point(|step| step.at_ms <= ms)
    }

    /// Returns the visit as it was after this many steps; `whole` is the visit that this replay was made from.
    ///
    /// The visit is folded again each time: five thousand events take a few milliseconds, so nothing is cached.
    pub fn visit(&self, whole: &Visit, order: Order, played: usize) -> Visit {
        let mut chosen: Vec<usize> = self.steps(order).iter().take(played).map(|step| step.event).collect();
        chosen.sort_unstable();
        let mut state = State::default();
        let mut events = Vec::with_capacity(chosen.len());
        for event in chosen.into_iter().filter_map(|at| whole.events().get(at)) {
            // Skip events that depend on something that had not happened yet.
            if state.apply_partial(whole.definition(), event).is_ok() {
                events.push(event.clone());
            }
        }
        Visit::from_parts(whole.definition().clone(), events, state)
    }

    /// Returns the visit time at which the replay begins, in milliseconds.
    pub fn start_ms(&self) -> u64 {
        self.start_ms
    }

    /// Returns the visit time of the last event before any correction, in milliseconds; corrections play there.
    pub fn end_ms(&self) -> u64 {
        self.end_ms
    }

    /// Returns the stretches in which nobody observed, in order and without overlaps.
    pub fn gaps(&self) -> &[Gap] {
        &self.gaps
    }
}
