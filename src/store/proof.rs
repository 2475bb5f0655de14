//! Verifies the proof of one session: digest, chain, seal, and every derived field computed again from the events.
//!
//! Indentation and the order of keys never matter.

use super::derived_diff::differences;
use super::json::{self, JsonFault};
use super::session::{DeriveError, FORMAT, Session, is_session, seal_of};
use super::verify_problem::Problem;
use crate::visit::definition::Definition;
use crate::visit::digest;
use crate::visit::event::{Body, Event};
use crate::visit::state::State;
use serde_json::Value;

/// A session whose proof holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    pub id: String,
    /// The number of events in its chain.
    pub events: usize,
    /// The events at which the visit was over: its end, and that of every correction.
    ends: Vec<ChainEnd>,
}

/// An event at which a visit was over.
#[derive(Clone, Debug, PartialEq, Eq)]
struct ChainEnd {
    seq: u64,
    /// The first half of its link.
    link: u128,
}

impl Verified {
    /// Returns whether its events begin with all events of the other.
    pub fn continues(&self, other: &Self) -> bool {
        other.ends.last().is_some_and(|end| self.ends.contains(end))
    }
}

/// Returns the position of the one that continues all others; of equals, the first. `None` if there is none: they are in
/// conflict. A session whose proof does not hold (`None`) neither continues another one nor is continued.
pub(super) fn longest(copies: &[Option<Verified>]) -> Option<usize> {
    let copies: Vec<&Verified> = copies.iter().map(Option::as_ref).collect::<Option<_>>()?;
    let (index, longest) = copies.iter().enumerate().rev().max_by_key(|(_, copy)| copy.events)?;
    copies.iter().all(|copy| longest.continues(copy)).then_some(index)
}

/// Verifies one session.
///
/// # Errors
/// Everything that is wrong; at least one problem.
pub fn verify_text(text: &str) -> Result<Verified, Vec<Problem>> {
    let document = json::strict(text).map_err(|fault| {
        vec![match fault {
            JsonFault::Duplicate { key, line } => Problem::DuplicateKey { key, line },
            JsonFault::Syntax { message, line, .. } => Problem::NotASession(format!("{message} ({line})")),
        }]
    })?;
    match document.get("format").and_then(Value::as_str) {
        Some(FORMAT) => {}
        Some(other) if is_session(other) => return Err(vec![Problem::Format(other.to_owned())]),
        other => return Err(vec![Problem::NotASession(format!("format: {}", other.unwrap_or("–")))]),
    }
    let mut problems = Vec::new();
    let content = content(&document, &mut problems);
    // A forger can make a seal anew; against accidents it covers unknown fields, which are not derived.
    let sealed = document.get("seal").and_then(Value::as_str).map(str::to_owned);
    let mut unsealed = document;
    let id = unsealed.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    if seal_of(&mut unsealed).ok() != sealed {
        problems.push(Problem::Seal);
    }
    let Content { events, ends } = content;
    if problems.is_empty() { Ok(Verified { id, events, ends }) } else { Err(problems) }
}

/// The number of events of a session, and those at which it was over.
#[derive(Default)]
struct Content {
    events: usize,
    ends: Vec<ChainEnd>,
}

/// Checks definition, events and derived fields.
fn content(document: &Value, problems: &mut Vec<Problem>) -> Content {
    let definition = document.get("definition").cloned().map(Definition::parse_valid);
    let (Some(Ok(definition)), Some(raw)) = (definition, document.get("events").and_then(Value::as_array)) else {
        problems.push(Problem::NotASession("definition, events".to_owned()));
        return Content::default();
    };
    if document.pointer("/checklist/digest").and_then(Value::as_str) != Some(definition.digest()) {
        problems.push(Problem::Digest);
    }
    let mut ends = Vec::new();
    if let Some(events) = chained(&definition, raw, &mut ends, problems) {
        let derived = State::fold(&definition, &events).map_err(DeriveError::from);
        match derived.and_then(|state| Session::derive_fields(&definition, &state)) {
            Ok(session) => problems.extend(differences(document, session)),
            Err(DeriveError::Fold(error)) => problems.push(Problem::Event { seq: error.seq() }),
            Err(DeriveError::NotOver) => problems.push(Problem::NotOver),
            Err(DeriveError::Number(_)) => problems.push(Problem::Derived { field: "score".to_owned(), item: None }),
        }
    }
    Content { events: raw.len(), ends }
}

/// Returns the first half of a link in hex.
fn half_of(link: &str) -> Option<u128> {
    link.get(..32).and_then(|half| u128::from_str_radix(half, 16).ok())
}

/// Checks the chain and collects the ends of the visit; returns the events where all of them can be decoded.
fn chained(
    definition: &Definition,
    raw: &[Value],
    ends: &mut Vec<ChainEnd>,
    problems: &mut Vec<Problem>,
) -> Option<Vec<Event>> {
    let mut previous = digest::first_link(definition.digest()).to_owned();
    let mut events = Vec::with_capacity(raw.len());
    for (expected, value) in (1..).zip(raw) {
        let mut value = value.clone();
        let seq = value.get("seq").and_then(Value::as_u64).unwrap_or(expected);
        let chain = value.as_object_mut().and_then(|object| object.shift_remove("chain"));
        let link = digest::link(&previous, &value).ok();
        let Some(link) = link.filter(|link| chain.as_ref().and_then(Value::as_str) == Some(link)) else {
            problems.push(Problem::Chain { seq });
            return None;
        };
        previous = link;
        if let Ok(event) = serde_json::from_value::<Event>(value) {
            if matches!(event.body, Body::Finished | Body::Abandoned | Body::Voided { .. }) {
                ends.extend(half_of(&previous).map(|link| ChainEnd { seq, link }));
            }
            events.push(event);
        } else {
            problems.push(Problem::Event { seq });
            return None;
        }
    }
    Some(events)
}
