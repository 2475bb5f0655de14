//! A visit played back: its events as steps in time, in the order in which they were recorded or in which they
//! happened, and the visit as it stood after any of them.
//!
//! In the order of recording, a moment is the fold of the events so far. In the order of what happened, it is the fold
//! of those that had happened by then, whenever they were recorded; what the observer took back is left out. Both end
//! in the same answers. Nothing here knows a clock or a screen.

mod pace;
mod steps;

pub(super) use pace::gaps;
pub use pace::{Gap, Why};

use super::engine::Visit;
use super::state::State;
use super::time::Stamp;

/// The order in which a visit is played.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As it was recorded: a late entry comes when it was made.
    #[default]
    Recorded,
    /// As it happened: a late entry comes when what it says was seen.
    Happened,
}

impl Order {
    /// Both orders.
    pub const ALL: [Self; 2] = [Self::Recorded, Self::Happened];

    /// Gives its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Recorded => "recorded",
            Self::Happened => "happened",
        }
    }

    /// Gives the other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Recorded => Self::Happened,
            Self::Happened => Self::Recorded,
        }
    }
}

/// An event at its place in a replay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The event's position among those of the visit.
    pub event: usize,
    /// When it comes, in milliseconds of the visit's clock.
    pub at_ms: u64,
    /// When what it says was seen, by the wall, where that was at least a second before it was recorded.
    pub seen: Option<Stamp>,
}

/// A visit as it can be played.
#[derive(Clone, Debug, PartialEq)]
pub struct Replay {
    recorded: Vec<Step>,
    happened: Vec<Step>,
    gaps: Vec<Gap>,
    line: Vec<pace::Bend>,
    start_ms: u64,
    end_ms: u64,
}

impl Replay {
    /// Makes a visit ready to be played.
    #[must_use]
    pub fn of(visit: &Visit) -> Self {
        let seen = steps::seen(visit);
        let ms = |event: Option<&super::Event>| event.map_or(0, |event| event.elapsed_ms);
        let (start_ms, end_ms) = (ms(visit.events().first()), ms(visit.events().last()));
        let gaps = pace::gaps(visit.events());
        Self {
            recorded: steps::recorded(visit, &seen),
            happened: steps::happened(visit, seen),
            line: pace::line(start_ms, end_ms, &gaps),
            gaps,
            start_ms,
            end_ms,
        }
    }

    /// Gives the steps in an order; the first is the start of the visit.
    #[must_use]
    pub fn steps(&self, order: Order) -> &[Step] {
        match order {
            Order::Recorded => &self.recorded,
            Order::Happened => &self.happened,
        }
    }

    /// Gives how many steps have been played at a visit time, those of that millisecond included.
    #[must_use]
    pub fn played(&self, order: Order, ms: u64) -> usize {
        self.steps(order).partition_point(|step| step.at_ms <= ms)
    }

    /// Gives the visit as it stood after so many steps; `whole` is the visit that this replay was made of.
    ///
    /// It is folded anew each time. Five thousand events cost a few milliseconds, so that there is nothing to keep.
    #[must_use]
    pub fn visit(&self, whole: &Visit, order: Order, played: usize) -> Visit {
        let mut chosen: Vec<usize> = self.steps(order).iter().take(played).map(|step| step.event).collect();
        chosen.sort_unstable();
        let mut state = State::default();
        let mut events = Vec::with_capacity(chosen.len());
        for event in chosen.into_iter().filter_map(|at| whole.events().get(at)) {
            // What leans on something that had not happened yet waits until it has.
            if state.take(whole.definition(), event).is_ok() {
                events.push(event.clone());
            }
        }
        Visit::of_parts(whole.definition().clone(), events, state)
    }

    /// Gives the visit time at which the replay begins, in milliseconds.
    #[must_use]
    pub fn start_ms(&self) -> u64 {
        self.start_ms
    }

    /// Gives the visit time of the last event, in milliseconds.
    #[must_use]
    pub fn end_ms(&self) -> u64 {
        self.end_ms
    }

    /// Gives the stretches in which nobody observed, in order, apart from each other.
    #[must_use]
    pub fn gaps(&self) -> &[Gap] {
        &self.gaps
    }
}
