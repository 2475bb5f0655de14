//! Corrections of a visit that was over: how many there were, and the last one's time, author and reason.

use super::action::Refusal;
use super::engine::{Program, Visit};
use super::event::{Body, Event};
use super::time::{Moment, Stamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The corrections of a visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Corrections {
    /// How often the visit was opened again.
    pub number: u32,
    /// When it was last opened again, or declared void.
    pub at: Stamp,
    /// Who did so.
    pub by: String,
    /// Why.
    pub reason: String,
}

/// Who corrects a visit or declares it void, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Authorship {
    pub by: String,
    pub reason: String,
}

impl Authorship {
    /// Returns it without space around its texts; `None` if one of them is empty.
    pub fn new(by: &str, reason: &str) -> Option<Self> {
        let (by, reason) = (by.trim(), reason.trim());
        (!by.is_empty() && !reason.is_empty()).then(|| Self { by: by.to_owned(), reason: reason.to_owned() })
    }
}

impl Visit {
    /// Opens a visit that is over for a correction; returns the new events. The time goes on as after a restart of the
    /// machine.
    ///
    /// # Errors
    /// Returns why the visit cannot be corrected; it is unchanged then.
    pub fn reopen(&mut self, why: &Authorship, program: &Program, now: &Moment) -> Result<&[Event], Refusal> {
        if !self.is_over() {
            return Err(Refusal::NotInCorrection);
        }
        let from = self.events().len();
        let elapsed = self.elapsed_by_wall_ms(now);
        let body = Body::Reopened { by: why.by.clone(), reason: why.reason.clone() };
        self.push(body, now.wall, elapsed, None).map_err(|_| Refusal::CannotFollow)?;
        let resumed = Body::Resumed(program.clock(now));
        self.record(resumed, now.wall, elapsed, None).map_err(|_| Refusal::CannotFollow)?;
        Ok(self.events().get(from..).unwrap_or_default())
    }
}
