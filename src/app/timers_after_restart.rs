//! The notice that timers went on while the program was closed.

use crate::store::Message;
use crate::text::Lang;
use crate::visit::event::Event;
use crate::visit::time::format_clock;
use crate::visit::{State, Visit};

/// Shorter times are not reported, in milliseconds.
const MIN_REPORTED_MS: u64 = 1_000;

/// Returns the notice about the timers of a visit that was just resumed; `before` is its last visit time before, and
/// `events` are those that resuming recorded. `None` if no timer went on: in a pause and in practice they stand still.
pub fn notice(visit: &Visit, before: u64, events: &[Event], lang: Lang) -> Option<Message> {
    let state = visit.state();
    let after = state.last_time().map_or(before, |(_, elapsed)| elapsed);
    let names = running_timer_names(visit, state, lang);
    if names.is_empty() || state.paused().is_some() || state.stops_while_closed() {
        return None;
    }
    let ran = after.saturating_sub(before);
    if ran >= MIN_REPORTED_MS {
        return Some(("app-notice-timer-ran-on", vec![("names", names), ("time", format_clock(ran))]));
    }
    // The machine was restarted with an earlier clock, so the time is unknown: see `Visit::resume`.
    (ran == 0 && events.len() > 1).then(|| ("app-notice-timer-unknown", vec![("names", names)]))
}

fn running_timer_names(visit: &Visit, state: &State, lang: Lang) -> String {
    let runs =
        |index: &usize| state.applies(*index) && state.item(*index).is_some_and(|item| item.running_since_ms.is_some());
    let running = visit.definition().items().filter(|(index, _)| runs(index));
    running.map(|(_, item)| item.label.get(lang)).collect::<Vec<_>>().join(", ")
}
