//! What the corrections of a visit changed: by whom, when, why, and what stood before and after.

use super::engine::Visit;
use super::event::{Body, Event, HeaderFact};
use super::state::State;
use super::time::Stamp;
use super::value::Value;
use serde::Serialize;

/// One correction.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Correction {
    /// Who made it.
    pub by: String,
    /// Why.
    pub reason: String,
    /// When it began.
    pub at: Stamp,
    /// Whether it declared the visit void.
    pub void: bool,
    /// What it changed, in the order in which each was first changed.
    pub changes: Vec<Change>,
}

/// Something that a correction changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// When it was last changed.
    pub at: Stamp,
    /// What.
    #[serde(flatten)]
    pub subject: Subject,
    /// What stood before the correction.
    pub before: Content,
    /// What stands after it.
    pub after: Content,
}

/// What can be corrected; items are given by their ids.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "changed", rename_all = "snake_case")]
pub enum Subject {
    Answer {
        item: String,
    },
    /// When an answer was observed.
    Observed {
        item: String,
    },
    Note {
        item: String,
    },
    /// The note on the visit.
    VisitNote,
    Site,
    Observer,
    Kind,
    Remark,
}

/// What stands in one place of a visit.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Content {
    Nothing,
    Answer(Value),
    Text(String),
    Time(Stamp),
    Fact(HeaderFact),
}

impl Content {
    fn text(text: Option<&str>) -> Self {
        text.map_or(Self::Nothing, |text| Self::Text(text.to_owned()))
    }
}

/// Returns the corrections of a visit, the first one first.
pub fn corrections(visit: &Visit) -> Vec<Correction> {
    let definition = visit.definition();
    let mut state = State::default();
    let mut found: Vec<Correction> = Vec::new();
    for event in visit.events() {
        let subjects = if state.corrections().is_some() { subjects(visit, event) } else { Vec::new() };
        let before: Vec<Content> = subjects.iter().map(|subject| content(visit, &state, subject)).collect();
        // The visit was restored from these events, so they follow each other.
        let _ = state.apply_partial(definition, event);
        match (&event.body, found.last_mut()) {
            (Body::Reopened { by, reason }, _) => {
                let (by, reason) = (by.clone(), reason.clone());
                found.push(Correction { by, reason, at: event.at, void: false, changes: Vec::new() });
            }
            (Body::Voided { .. }, Some(correction)) => correction.void = true,
            (_, Some(correction)) => {
                for (subject, before) in subjects.into_iter().zip(before) {
                    let after = content(visit, &state, &subject);
                    correction.add(Change { at: event.at, subject, before, after });
                }
            }
            _ => {}
        }
    }
    for correction in &mut found {
        correction.changes.retain(|change| change.before != change.after);
    }
    found
}

/// Returns whether the last correction of a finished visit left everything as it was.
pub fn is_unchanged(visit: &Visit) -> bool {
    let events = visit.events();
    let reopened = events.iter().rposition(|event| matches!(event.body, Body::Reopened { .. }));
    let Some((before, of_correction)) = reopened.and_then(|index| events.split_at_checked(index)) else { return false };
    let ends_finished = |events: &[Event]| events.last().is_some_and(|event| event.body == Body::Finished);
    // A mark that is given to an item without an answer changes nothing that is listed.
    let binds = of_correction.iter().any(|event| matches!(event.body, Body::MarkBound { .. }));
    let is_empty = || corrections(visit).last().is_some_and(|correction| correction.changes.is_empty());
    ends_finished(before) && ends_finished(of_correction) && !binds && is_empty()
}

impl Correction {
    /// Adds a change, to the one of the same subject if there is one.
    fn add(&mut self, change: Change) {
        if change.before == change.after {
            return;
        }
        match self.changes.iter_mut().find(|known| known.subject == change.subject) {
            Some(known) => (known.at, known.after) = (change.at, change.after),
            None => self.changes.push(change),
        }
    }
}

/// Returns what an event can change.
fn subjects(visit: &Visit, event: &Event) -> Vec<Subject> {
    let of_event = |seq: u64| visit.event(seq).filter(|other| other.seq < event.seq);
    match &event.body {
        Body::Undone { undoes: seq } | Body::Redone { redoes: seq } => {
            of_event(*seq).map(|other| subjects(visit, other)).unwrap_or_default()
        }
        Body::Noted { item: Some(item), .. } => vec![Subject::Note { item: item.clone() }],
        Body::Noted { item: None, .. } => vec![Subject::VisitNote],
        Body::HeaderChanged(fact) => vec![match fact {
            HeaderFact::Site(_) => Subject::Site,
            HeaderFact::Observer(_) => Subject::Observer,
            HeaderFact::Kind(_) => Subject::Kind,
            HeaderFact::Remark(_) => Subject::Remark,
        }],
        body => body.item().map_or_else(Vec::new, |item| {
            let item = || item.to_owned();
            vec![Subject::Answer { item: item() }, Subject::Observed { item: item() }]
        }),
    }
}

/// Returns what stands in a state.
fn content(visit: &Visit, state: &State, subject: &Subject) -> Content {
    let item = |id: &str| visit.definition().position(id).and_then(|index| state.item(index));
    let fact = |fact: fn(&super::event::Started) -> HeaderFact| {
        state.started().map_or(Content::Nothing, |(started, _)| Content::Fact(fact(started)))
    };
    match subject {
        Subject::Answer { item: id } => {
            let answer = item(id).and_then(|state| state.answer.as_ref());
            answer.map_or(Content::Nothing, |answer| Content::Answer(answer.value.clone()))
        }
        Subject::Observed { item: id } => {
            let answer = item(id).and_then(|state| state.answer.as_ref());
            answer.and_then(|answer| answer.observed_at).map_or(Content::Nothing, Content::Time)
        }
        Subject::Note { item: id } => Content::text(item(id).and_then(|state| state.note.as_deref())),
        Subject::VisitNote => Content::text(state.note()),
        Subject::Site => fact(|started| HeaderFact::Site(started.site.clone())),
        Subject::Observer => fact(|started| HeaderFact::Observer(started.observer.clone())),
        Subject::Kind => fact(|started| HeaderFact::Kind(started.kind)),
        Subject::Remark => match state.started().and_then(|(started, _)| started.remark.clone()) {
            Some(remark) => Content::Fact(HeaderFact::Remark(remark)),
            None => Content::Nothing,
        },
    }
}
