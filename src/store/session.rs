//! `esprit.session/1`: a visit that is over, as one line of JSON, its derived fields first and its proof last.
//!
//! Only the format and its derivation; the files are in [`super::sessions`].

use super::journal::EventLine;
use crate::visit::Corrections;
use crate::visit::checklist::{Checklist, Relation};
use crate::visit::definition::Definition;
use crate::visit::digest;
use crate::visit::event::{ChecklistRef, Event, Kind, Observer, ScenarioRef, Site};
use crate::visit::score::{AnswerRow, Score, answer_rows, score};
use crate::visit::state::{FoldError, State, Status};
use crate::visit::time::Stamp;
use crate::visit::value::Value;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use thiserror::Error;

/// The format that this version reads and writes.
pub const FORMAT: &str = "esprit.session/1";

/// Returns whether a format is that of a session, of any version.
pub(super) fn is_session(format: &str) -> bool {
    format.starts_with("esprit.session/")
}

/// A visit that is over.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Session {
    /// Always `esprit.session/1`.
    pub format: String,
    /// A UUID of version 7.
    pub id: String,
    /// What the visit was for.
    pub kind: Kind,
    /// How it ended.
    pub status: Ending,
    /// Between whom the service passed.
    pub relation: Relation,
    /// Where.
    pub site: Site,
    /// Who observed.
    pub observer: Observer,
    /// When the clock started.
    pub started_at: Stamp,
    /// When the visit was finished or abandoned, whatever was corrected later.
    pub ended_at: Stamp,
    /// The zone's IANA name.
    pub time_zone: String,
    /// From the start to that end, pauses included, in milliseconds.
    pub duration_ms: u64,
    /// The sum of the pauses, in milliseconds.
    pub paused_ms: u64,
    /// How often the wall clock was found shifted.
    pub clock_shifts: u64,
    /// Channel or remark, made before the visit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
    /// By which checklist.
    pub checklist: ChecklistRef,
    /// The scenario that was watched, in practice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scenario: Option<ScenarioRef>,
    /// The score.
    pub score: Score,
    /// The corrections made after the end, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrections: Option<Corrections>,
    /// A row for every item that applied, in checklist order.
    pub answers: Vec<AnswerRow>,
    /// The visit's page of notes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The result that behaviours should lead to; null where the checklist has no such item.
    pub outcome: Option<OutcomeRow>,
    /// The checklist, whole.
    #[schemars(with = "Checklist")]
    pub definition: serde_json::Value,
    /// The journal's events, whole.
    #[schemars(with = "Vec<EventLine>")]
    pub events: Vec<Box<RawValue>>,
    /// `sha256:` and the digest of the RFC 8785 form of the session without this field.
    pub seal: String,
}

/// How a visit ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// It was brought to its end.
    Complete,
    /// It was given up.
    Abandoned,
    /// It was declared void after its end.
    Void,
}

impl Ending {
    /// Returns its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Complete => "complete",
            Self::Abandoned => "abandoned",
            Self::Void => "void",
        }
    }
}

/// The answer to the outcome item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OutcomeRow {
    /// The item's id.
    pub item: String,
    /// The answer; null where there is none.
    pub value: Option<Value>,
}

/// Why no session can be derived from events.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DeriveError {
    /// They are no visit.
    #[error(transparent)]
    Fold(#[from] FoldError),
    /// The visit is not over.
    #[error("the visit is not over")]
    NotOver,
    /// A number that has no canonical form, or a score that is none.
    #[error("{0}")]
    Number(String),
}

impl Session {
    /// Derives the session of a visit that is over; `raw_events` are the journal's lines of the same events.
    ///
    /// # Errors
    /// Where the events are not a visit by this checklist, it is not over, or its score is no number.
    pub fn derive(
        definition: &Definition,
        events: &[Event],
        raw_events: Vec<Box<RawValue>>,
    ) -> Result<Self, DeriveError> {
        let mut session = Self::derive_fields(definition, &State::fold(definition, events)?)?;
        session.definition = definition.raw().clone();
        session.events = raw_events;
        session.seal = session.make_seal().map_err(|error| DeriveError::Number(error.to_string()))?;
        Ok(session)
    }

    /// Derives the fields of a session from the state of a visit that is over; its definition, events and seal are empty.
    ///
    /// # Errors
    /// Where the visit is not over, or its score is no number.
    pub fn derive_fields(definition: &Definition, state: &State) -> Result<Self, DeriveError> {
        let status = match state.status() {
            Status::Complete => Ending::Complete,
            Status::Abandoned => Ending::Abandoned,
            Status::Void => Ending::Void,
            Status::NotStarted | Status::Open => return Err(DeriveError::NotOver),
        };
        let (started, started_at) = state.started().cloned().ok_or(DeriveError::NotOver)?;
        let (ended_at, duration_ms) = state.observed_until().ok_or(DeriveError::NotOver)?;
        let answers = answer_rows(definition, state);
        let session = Self {
            format: FORMAT.to_owned(),
            id: started.session,
            kind: started.kind,
            status,
            relation: definition.checklist().relation,
            site: started.site,
            observer: started.observer,
            started_at,
            ended_at,
            time_zone: started.time_zone,
            duration_ms,
            paused_ms: state.paused_ms(),
            clock_shifts: state.clock_shifts(),
            remark: started.remark,
            checklist: started.checklist,
            scenario: started.scenario,
            score: score(definition, &answers),
            corrections: state.corrections().cloned(),
            outcome: outcome(definition, &answers),
            answers,
            note: state.note().map(str::to_owned),
            definition: serde_json::Value::Null,
            events: Vec::new(),
            seal: String::new(),
        };
        if !session.score.is_finite() {
            return Err(DeriveError::Number("the score is beyond all numbers".to_owned()));
        }
        Ok(session)
    }

    fn make_seal(&self) -> Result<String, serde_json::Error> {
        // Through the text, because the seal must fit what a reader of the file decodes.
        let mut value = serde_json::from_str(&serde_json::to_string(self)?)?;
        seal_of(&mut value)
    }

    /// Returns the whole file: one line of JSON and its end.
    ///
    /// # Errors
    /// Never fails for a session that was read or derived.
    pub fn to_line(&self) -> Result<String, serde_json::Error> {
        let mut text = serde_json::to_string(self)?;
        text.push('\n');
        Ok(text)
    }
}

/// Returns the seal that fits a session, and removes the one that is there.
pub(super) fn seal_of(session: &mut serde_json::Value) -> Result<String, serde_json::Error> {
    if let Some(object) = session.as_object_mut() {
        object.shift_remove("seal");
    }
    digest::digest(session)
}

/// Returns the chain value of an event as a session file holds it.
pub(super) fn link_of(raw: &RawValue) -> serde_json::Result<String> {
    #[derive(Deserialize)]
    struct Link {
        chain: String,
    }
    serde_json::from_str(raw.get()).map(|Link { chain }| chain)
}

fn outcome(definition: &Definition, answers: &[AnswerRow]) -> Option<OutcomeRow> {
    let (_, item) = definition.items().find(|(_, item)| item.is_outcome())?;
    let row = answers.iter().find(|row| row.item == item.id);
    Some(OutcomeRow { item: item.id.clone(), value: row.and_then(|row| row.value.clone()) })
}
