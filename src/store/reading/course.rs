//! What a session's events tell of its time, where that is asked for and there is something to tell.

use crate::visit::record::{PausesAndMarks, Record};
use memchr::memmem;
use serde::Deserialize;
use serde_json::value::RawValue;

/// The events of a session, each as its text.
#[derive(Deserialize)]
struct Events<'a> {
    #[serde(borrow)]
    events: Vec<&'a RawValue>,
}

/// Reads the course of a visit from the text of its session; `None` where the script never stood still and no clock was
/// set, or the events cannot be read.
pub(super) fn read(text: &[u8], record: &Record<'_>) -> Option<Box<PausesAndMarks>> {
    let may_have_stood_still =
        || record.scenario.is_some() && (record.paused_ms > 0 || memmem::find(text, br#""resumed""#).is_some());
    if record.clock_shifts == 0 && !may_have_stood_still() {
        return None;
    }
    let session: Events<'_> = serde_json::from_str(std::str::from_utf8(text).ok()?).ok()?;
    let events: Result<Vec<_>, _> = session.events.iter().map(|raw| serde_json::from_str(raw.get())).collect();
    Some(Box::new(PausesAndMarks::from_events(&events.ok()?)))
}
