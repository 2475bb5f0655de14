//! When each event comes, in both orders.

use super::Step;
use crate::visit::engine::Visit;
use crate::visit::event::{Body, Event};
use crate::visit::state::State;
use crate::visit::time::Stamp;

/// What was seen less than this before it was recorded was recorded at once, in milliseconds.
const LATE_MS: u64 = 1_000;

/// When what an event says was seen: by the visit's clock, and by the wall where it was recorded later.
#[derive(Clone, Copy, Debug)]
pub(super) struct SeenAt {
    ms: u64,
    wall: Option<Stamp>,
}

impl SeenAt {
    fn new(event: &Event, ms: u64, wall: Option<Stamp>) -> Self {
        let ms = ms.min(event.elapsed_ms);
        Self { ms, wall: wall.filter(|_| event.elapsed_ms - ms >= LATE_MS) }
    }
}

/// Gives when each event was seen, as was known when it was recorded.
pub(super) fn seen(visit: &Visit) -> Vec<SeenAt> {
    let definition = visit.definition();
    let mut state = State::default();
    let first = visit.events().first().map_or(0, |event| event.elapsed_ms);
    let step = |event: &Event| {
        // The visit was made of these events: they follow each other.
        let _ = state.take(definition, event);
        let item = event.body.item().and_then(|id| definition.position(id)).and_then(|index| state.item(index));
        let (ms, wall) = match (&event.body, item) {
            (Body::MarkBound { mark, .. }, _) => {
                let mark = state.marks().iter().find(|one| one.seq == *mark);
                mark.map_or((event.elapsed_ms, None), |mark| (mark.elapsed_ms, Some(mark.at)))
            }
            (Body::TimerStarted { .. }, Some(item)) => {
                (item.running_since_ms.unwrap_or(event.elapsed_ms), event.observed_at)
            }
            (body, Some(item)) if answers(body) => {
                (item.answer.as_ref().map_or(event.elapsed_ms, |answer| answer.happened_ms), event.observed_at)
            }
            _ => (event.elapsed_ms, None),
        };
        SeenAt::new(event, ms.max(first), wall)
    };
    visit.events().iter().map(step).collect()
}

/// Tells whether an event gives its item an answer.
fn answers(body: &Body) -> bool {
    matches!(body, Body::Answered { .. } | Body::Counted { .. } | Body::TimerStopped { .. } | Body::TimerNever { .. })
}

/// Gives every event when it was recorded.
pub(super) fn recorded(visit: &Visit, seen: &[SeenAt]) -> Vec<Step> {
    let steps = visit.events().iter().zip(seen).enumerate();
    steps.map(|(event, (recorded, seen))| Step { event, at_ms: recorded.elapsed_ms, seen: seen.wall }).collect()
}

/// Gives the events that stand when what they say was seen; a mark placed later moves the answer that it was given to.
pub(super) fn happened(visit: &Visit, mut seen: Vec<SeenAt>) -> Vec<Step> {
    let events = visit.events();
    let stands = standing(events);
    let mut answered: Vec<Option<usize>> = vec![None; visit.definition().len()];
    for (index, event) in events.iter().enumerate().filter(|(index, _)| stands.get(*index) == Some(&true)) {
        let Some(item) = event.body.item().and_then(|id| visit.definition().position(id)) else { continue };
        let Some(slot) = answered.get_mut(item) else { continue };
        match &event.body {
            body if answers(body) => *slot = Some(index),
            Body::Cleared { .. } | Body::TimerStarted { .. } => *slot = None,
            Body::MarkBound { .. } => {
                let mark = seen.get(index).copied();
                let answer = slot.and_then(|answer| Some((events.get(answer)?, seen.get_mut(answer)?)));
                if let (Some(mark), Some((answer, slot))) = (mark, answer) {
                    *slot = SeenAt::new(answer, mark.ms, mark.wall);
                }
            }
            _ => {}
        }
    }
    let mut steps: Vec<Step> = (seen.iter().enumerate())
        .filter(|(index, _)| stands.get(*index) == Some(&true))
        .map(|(event, seen)| Step { event, at_ms: seen.ms, seen: seen.wall })
        .collect();
    steps.sort_by_key(|step| (step.at_ms, step.event));
    steps
}

/// Tells of every event whether it stands: it was not taken back, and is no taking back itself.
fn standing(events: &[Event]) -> Vec<bool> {
    let mut stands: Vec<bool> =
        events.iter().map(|event| !matches!(event.body, Body::Undone { .. } | Body::Redone { .. })).collect();
    for event in events {
        let (seq, back) = match event.body {
            Body::Undone { undoes } => (undoes, false),
            Body::Redone { redoes } => (redoes, true),
            _ => continue,
        };
        let at = usize::try_from(seq).ok().and_then(|seq| seq.checked_sub(1));
        if let Some(flag) = at.and_then(|at| stands.get_mut(at)) {
            *flag = back;
        }
    }
    stands
}
