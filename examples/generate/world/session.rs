//! From a visit that is over to its session file: the journal's chain, the derived fields, the seal, and the name.

use super::course::Made;
use super::{GenerateError, World};
use esprit::store::Session;
use esprit::store::journal::EventLine;
use esprit::visit::{Definition, Event, digest};
use serde_json::value::{RawValue, to_raw_value};

/// A session, ready to be written.
#[derive(Clone, Debug)]
pub struct Line {
    /// The folder below the sessions', `2026/03`.
    pub folder: String,
    /// The name that the program gives, without its ending.
    pub name: String,
    /// The whole file.
    pub text: String,
}

impl World {
    /// Makes the session of a visit.
    ///
    /// # Errors
    /// As [`World::visit`], and where the events make no session.
    pub fn session(&self, number: u64) -> Result<Line, GenerateError> {
        let made = self.visit(number)?;
        line(&made)
    }
}

/// Makes the session of a visit that was made.
///
/// # Errors
/// Where the events make no session.
pub fn line(made: &Made<'_>) -> Result<Line, GenerateError> {
    let definition = &made.list.definition;
    let events = made.visit.events();
    let session = Session::derive(definition, events, chained(definition, events)?)?;
    let begun = session.started_at.civil();
    let short = session.id.get(..8).unwrap_or_default();
    Ok(Line {
        folder: begun.strftime("%Y/%m").to_string(),
        name: format!("{}_{}_{short}", begun.strftime("%Y-%m-%dT%H%M"), session.site.id),
        text: session.to_line()?,
    })
}

/// Gives events as the journal's lines hold them, each with its link.
fn chained(definition: &Definition, events: &[Event]) -> Result<Vec<Box<RawValue>>, serde_json::Error> {
    let mut chain = digest::first_link(definition.digest()).to_owned();
    let link = |event: &Event| {
        chain = digest::link(&chain, event)?;
        to_raw_value(&EventLine { event: event.clone(), chain: chain.clone() })
    };
    events.iter().map(link).collect()
}
