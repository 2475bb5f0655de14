//! What running timers did while the program was closed: what they time went on, so they did too, and the observer is
//! told, because nobody saw it.

use crate::store::Message;
use crate::text::Lang;
use crate::visit::event::Event;
use crate::visit::time::format_clock;
use crate::visit::{State, Visit};

/// Less than this makes no difference to anybody, in milliseconds.
const LEAST_MS: u64 = 1_000;

/// Returns what there is to say of the timers of a visit that was just taken up; `before` is its last visit time before, and
/// `events` are those that taking it up made. None where no timer ran on: in a pause and in practice they stand still.
pub fn message(visit: &Visit, before: u64, events: &[Event], lang: Lang) -> Option<Message> {
    let state = visit.state();
    let after = state.last_time().map_or(before, |(_, elapsed)| elapsed);
    let names = names(visit, state, lang);
    if names.is_empty() || state.paused().is_some() || state.stops_while_closed() {
        return None;
    }
    let ran = after.saturating_sub(before);
    if ran >= LEAST_MS {
        return Some(("app-notice-timer-ran-on", vec![("names", names), ("time", format_clock(ran))]));
    }
    // The machine was started anew with an earlier time on its clock: see `Visit::resume`.
    (ran == 0 && events.len() > 1).then(|| ("app-notice-timer-unknown", vec![("names", names)]))
}

fn names(visit: &Visit, state: &State, lang: Lang) -> String {
    let runs =
        |index: &usize| state.applies(*index) && state.item(*index).is_some_and(|item| item.running_since_ms.is_some());
    let running = visit.definition().items().filter(|(index, _)| runs(index));
    running.map(|(_, item)| item.label.get(lang)).collect::<Vec<_>>().join(", ")
}
