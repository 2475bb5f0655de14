//! The moment of a visit that a time of day means.

use super::action::ObservedTime;
use super::engine::Visit;
use super::time::Moment;
use crate::text::typed_duration::TimeOfDay;
use jiff::ToSpan;

/// Why a time of day is no moment of the visit so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutsideVisit {
    /// It is before the start.
    BeforeStart,
    /// It is still to come.
    InFuture,
}

impl Visit {
    /// Returns the moment of the visit at this time of day, of the day before where the visit has passed midnight. The
    /// minute in which the visit started means its start.
    ///
    /// # Errors
    /// Fails if the visit had no such moment yet.
    pub fn moment_at(&self, time: TimeOfDay, now: &Moment) -> Result<ObservedTime, OutsideVisit> {
        let here = now.wall.civil();
        let ms_since = |date: jiff::civil::Date| {
            let then = date.at(time.hour, time.minute, time.second.unwrap_or(0), 0);
            u64::try_from(here.duration_since(then).as_millis()).ok()
        };
        let elapsed = self.elapsed_ms(now);
        let slack = if time.second.is_none() { 59_999 } else { 0 };
        let is_in_visit = |ms: &u64| *ms <= elapsed.saturating_add(slack);
        let today = ms_since(here.date());
        let yesterday = || here.date().checked_sub(1.day()).ok().and_then(ms_since).filter(is_in_visit);
        let ago = today.or_else(yesterday).ok_or(OutsideVisit::InFuture)?;
        let ago = Some(ago).filter(is_in_visit).ok_or(OutsideVisit::BeforeStart)?.min(elapsed);
        now.wall.before(ago).map(ObservedTime::At).ok_or(OutsideVisit::BeforeStart)
    }
}
