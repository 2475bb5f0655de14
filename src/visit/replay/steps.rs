//! The time of each event in both orders of a replay.

use super::ReplayStep;
use crate::visit::engine::Visit;
use crate::visit::event::{Body, Event, LATE_MS};
use crate::visit::state::State;
use crate::visit::time::Stamp;

/// When the content of an event was observed: visit time in milliseconds, and wall-clock time if it was recorded later.
#[derive(Clone, Copy, Debug)]
pub(super) struct ObservedAt {
    ms: u64,
    wall: Option<Stamp>,
}

impl ObservedAt {
    fn new(event: &Event, ms: u64, wall: Option<Stamp>) -> Self {
        let ms = ms.min(event.elapsed_ms);
        Self { ms, wall: wall.filter(|_| event.elapsed_ms - ms >= LATE_MS) }
    }
}

/// Returns when each event was observed, as known when it was recorded; corrections count as observed at the end.
pub(super) fn observed_times(visit: &Visit) -> Vec<ObservedAt> {
    let definition = visit.definition();
    let mut state = State::default();
    let first = visit.events().first().map_or(0, |event| event.elapsed_ms);
    let step = |event: &Event| {
        // The visit was restored from these events, so they follow each other.
        let _ = state.apply_partial(definition, event);
        if let (Some(_), Some((_, end_ms))) = (state.corrections(), state.observed_until()) {
            return ObservedAt { ms: end_ms, wall: None };
        }
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
        ObservedAt::new(event, ms.max(first), wall)
    };
    visit.events().iter().map(step).collect()
}

/// Returns whether an event answers its item.
fn answers(body: &Body) -> bool {
    matches!(body, Body::Answered { .. } | Body::Counted { .. } | Body::TimerStopped { .. } | Body::TimerNever { .. })
}

/// Returns all events as steps at the times they were recorded, corrections at the end of the visit.
pub(super) fn in_recorded_order(visit: &Visit, seen: &[ObservedAt], end_ms: u64) -> Vec<ReplayStep> {
    let steps = visit.events().iter().zip(seen).enumerate();
    let at_ms = |recorded: &Event| recorded.elapsed_ms.min(end_ms);
    steps.map(|(event, (recorded, seen))| ReplayStep { event, at_ms: at_ms(recorded), seen: seen.wall }).collect()
}

/// Returns the events that were not undone, as steps at the times they were observed. A mark assigned later moves the
/// answer of its item.
pub(super) fn in_observed_order(visit: &Visit, mut seen: Vec<ObservedAt>) -> Vec<ReplayStep> {
    let events = visit.events();
    let in_effect = in_effect(events);
    let mut answered: Vec<Option<usize>> = vec![None; visit.definition().len()];
    for (index, event) in events.iter().enumerate().filter(|(index, _)| in_effect.get(*index) == Some(&true)) {
        let Some(item) = event.body.item().and_then(|id| visit.definition().position(id)) else { continue };
        let Some(slot) = answered.get_mut(item) else { continue };
        match &event.body {
            body if answers(body) => *slot = Some(index),
            Body::Cleared { .. } | Body::TimerStarted { .. } => *slot = None,
            Body::MarkBound { .. } => {
                let mark = seen.get(index).copied();
                let answer = slot.and_then(|answer| Some((events.get(answer)?, seen.get_mut(answer)?)));
                if let (Some(mark), Some((answer, slot))) = (mark, answer) {
                    *slot = ObservedAt::new(answer, mark.ms, mark.wall);
                }
            }
            _ => {}
        }
    }
    let mut steps: Vec<ReplayStep> = (seen.iter().enumerate())
        .filter(|(index, _)| in_effect.get(*index) == Some(&true))
        .map(|(event, seen)| ReplayStep { event, at_ms: seen.ms, seen: seen.wall })
        .collect();
    steps.sort_by_key(|step| (step.at_ms, step.event));
    steps
}

/// Returns, for every event, whether it is in effect: not undone, and not itself an undo or redo.
fn in_effect(events: &[Event]) -> Vec<bool> {
    let mut in_effect: Vec<bool> =
        events.iter().map(|event| !matches!(event.body, Body::Undone { .. } | Body::Redone { .. })).collect();
    for event in events {
        let (seq, back) = match event.body {
            Body::Undone { undoes } => (undoes, false),
            Body::Redone { redoes } => (redoes, true),
            _ => continue,
        };
        let at = usize::try_from(seq).ok().and_then(|seq| seq.checked_sub(1));
        if let Some(flag) = at.and_then(|at| in_effect.get_mut(at)) {
            *flag = back;
        }
    }
    in_effect
}
