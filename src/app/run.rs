//! The visit under way, and how much of it is on the disk.

use crate::store::StoreError;
use crate::visit::{Action, Event, Moment, Refusal, Visit};

/// A visit under way.
#[derive(Clone, Debug)]
pub struct Run {
    /// The visit.
    pub visit: Visit,
    /// The number of the last event that is on the disk.
    pub saved: u64,
    /// Why the last events are not on the disk; they are kept in memory meanwhile.
    pub trouble: Option<StoreError>,
}

impl Run {
    /// Takes a visit none of whose events is on the disk yet.
    #[must_use]
    pub fn new(visit: Visit) -> Self {
        Self { visit, saved: 0, trouble: None }
    }

    /// Does what the observer did; gives the events to be written.
    ///
    /// # Errors
    /// As [`Visit::act`].
    pub fn act(&mut self, action: &Action, now: &Moment) -> Result<Vec<Event>, Refusal> {
        self.visit.act(action, now).map(<[Event]>::to_vec)
    }

    /// Tells whether everything so far is on the disk.
    #[must_use]
    pub fn is_saved(&self) -> bool {
        self.saved >= self.visit.state().last_seq()
    }

    /// Gives the session's id.
    #[must_use]
    pub fn session(&self) -> &str {
        self.visit.state().started().map_or("", |(started, _)| started.session.as_str())
    }
}
