//! Creates the session file of a finished visit: the journal's chain, the derived fields, the seal, and the name.
//!
//! The checklist makes up most of a file and is always the same, and the events are known in both of their forms. So
//! the fields between them are written once for the file and once for the seal, and checklist and events are inserted.
//! A test compares every byte with the journal's own lines and with [`Session::derive`].

use super::course::MadeVisit;
use super::items::ItemList;
use super::{GenerateError, World};
use data_encoding::HEXLOWER;
use esprit::store::Session;
use esprit::store::session::Ending;
use esprit::visit::checklist::Relation;
use esprit::visit::event::Body;
use esprit::visit::{Definition, Event, Kind, digest};
use serde::Serialize;
use serde::ser::Error;
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};

/// A session ready to be written.
#[derive(Clone, Debug)]
pub struct SessionFile {
    /// The folder below the sessions', `2026/03`.
    pub folder: String,
    /// The name that the program would use, without extension.
    pub name: String,
    /// The complete file.
    pub text: String,
    /// Whether the visit was finished.
    pub complete: bool,
    /// What the visit was for.
    pub kind: Kind,
    /// Whom the service connects.
    pub relation: Relation,
    /// The site's number.
    pub site: usize,
}

/// A checklist prepared for insertion into sessions.
#[derive(Clone, Debug)]
pub struct Template {
    text: String,
    canonical: String,
}

/// The placeholders of the checklist and the events. No text can equal them: its quotes would be escaped.
const DEFINITION: &str = "\"definition\":null";
const EVENTS: &str = "\"events\":[]";

impl Template {
    /// Creates the template of a checklist.
    ///
    /// # Errors
    /// Fails if the checklist has no canonical form.
    pub fn new(definition: &Definition) -> Result<Self, GenerateError> {
        Ok(Self {
            text: format!("\"definition\":{}", definition.raw()),
            canonical: format!("\"definition\":{}", canonical(definition.raw())?),
        })
    }
}

impl World {
    /// Creates the session of a visit.
    ///
    /// # Errors
    /// As [`World::visit`], and if the events do not form a session.
    pub fn session(&self, number: u64) -> Result<SessionFile, GenerateError> {
        line(&self.visit(number)?)
    }
}

/// Creates the session of a visit that was made.
///
/// # Errors
/// Fails if the events do not form a session.
pub fn line(made: &MadeVisit<'_>) -> Result<SessionFile, GenerateError> {
    let ItemList { template, definition, .. } = made.list;
    let events = chain_events(definition, made.visit.events())?;
    let mut session = Session::derive_fields(definition, made.visit.state())?;
    session.seal = seal(&session, template, &events)?;
    session.events = events.into_iter().map(|event| event.line).collect();
    let begun = session.started_at.civil();
    let short = session.id.get(session.id.len().saturating_sub(8)..).unwrap_or_default();
    Ok(SessionFile {
        folder: begun.strftime("%Y/%m").to_string(),
        name: format!("{}_{}_{}_{short}", begun.strftime("%Y-%m-%dT%H%M"), session.site.id, session.observer.id),
        text: session.to_line()?.replacen(DEFINITION, &template.text, 1),
        complete: session.status == Ending::Complete,
        kind: session.kind,
        relation: session.relation,
        site: made.occasion.site,
    })
}

/// Returns the seal of a session that lacks its checklist and its events.
fn seal(session: &Session, template: &Template, events: &[Chained]) -> Result<String, serde_json::Error> {
    let bare = canonical(session)?.replacen(",\"seal\":\"\"", "", 1);
    let mut hasher = Sha256::new();
    let mut rest = bare.as_str();
    // Keys are sorted in what is sealed: the checklist comes before the events.
    for (gap, filling) in [(DEFINITION, template.canonical.as_str()), (EVENTS, "\"events\":[")] {
        let (before, after) = rest.split_once(gap).unwrap_or((rest, ""));
        hasher.update(before);
        hasher.update(filling);
        rest = after;
    }
    for (number, event) in events.iter().enumerate() {
        hasher.update(if number == 0 { "" } else { "," });
        hasher.update(&event.canonical);
    }
    hasher.update("]");
    hasher.update(rest);
    Ok(format!("sha256:{}", HEXLOWER.encode(&hasher.finalize())))
}

/// An event with its link, as the journal's line and as what is sealed.
#[derive(Debug)]
pub struct Chained {
    /// The journal's line.
    pub line: Box<RawValue>,
    canonical: String,
}

/// Chains events.
///
/// # Errors
/// Never fails for events of the engine.
pub fn chain_events(definition: &Definition, events: &[Event]) -> Result<Vec<Chained>, serde_json::Error> {
    let mut chain = digest::first_link(definition.digest()).to_owned();
    let link = |event: &Event| {
        let canonical = canonical(event)?;
        chain = HEXLOWER.encode(&Sha256::new().chain_update(&chain).chain_update(&canonical).finalize());
        // The key that follows `chain` where keys are sorted.
        let next = if matches!(event.body, Body::Started(_)) { "\"checklist\":" } else { "\"elapsed_ms\":" };
        let canonical = canonical.replacen(next, &format!("\"chain\":\"{chain}\",{next}"), 1);
        let mut line = serde_json::to_string(event)?;
        // It is the last field of a line.
        line.pop();
        let line = RawValue::from_string(line + &format!(",\"chain\":\"{chain}\"}}"))?;
        Ok(Chained { line, canonical })
    };
    events.iter().map(link).collect()
}

fn canonical(value: &impl Serialize) -> Result<String, serde_json::Error> {
    String::from_utf8(digest::canonical(value)?).map_err(serde_json::Error::custom)
}
