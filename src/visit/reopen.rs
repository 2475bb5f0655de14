//! Opens a visit that is over for a correction.

use super::action::Refusal;
use super::corrections::Authorship;
use super::engine::{Program, Visit};
use super::event::{Body, Event};
use super::time::Moment;

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
