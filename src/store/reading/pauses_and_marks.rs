//! The pauses and marks of a visit, from the events of its session.

use crate::visit::event::Event;
use crate::visit::record::{PausesAndMarks, Record};
use memchr::memmem;
use serde::Deserialize;

#[derive(Deserialize)]
struct Session {
    events: Vec<Event>,
}

/// Reads the pauses and marks of a visit from its session's text; `None` where the events cannot be read, or unless all are
/// wanted, where the script never stopped and no clock was set.
pub(super) fn read(text: &[u8], record: &Record<'_>, all: bool) -> Option<Box<PausesAndMarks>> {
    let may_have_stopped =
        || record.scenario.is_some() && (record.paused_ms > 0 || memmem::find(text, br#""resumed""#).is_some());
    if !all && record.clock_shifts == 0 && !may_have_stopped() {
        return None;
    }
    let session: Session = serde_json::from_str(std::str::from_utf8(text).ok()?).ok()?;
    Some(Box::new(PausesAndMarks::from_events(&session.events)))
}
