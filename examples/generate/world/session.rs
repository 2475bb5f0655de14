//! From a visit that is over to its session file: the journal's chain, the derived fields, the seal, and the name.
//!
//! The checklist is four fifths of the work and always the same. So the derived fields come from a checklist without
//! its words, which gives the same, and the whole one is put in where it belongs, in the file and in what is sealed.
//! A test holds every byte to what [`Session::derive`] makes of the whole checklist.

use super::course::Made;
use super::items::List;
use super::{GenerateError, World};
use esprit::store::Session;
use esprit::store::journal::EventLine;
use esprit::store::session::Ending;
use esprit::visit::checklist::Relation;
use esprit::visit::{Definition, Event, Kind, digest};
use serde::ser::Error;
use serde_json::Value;
use serde_json::value::{RawValue, to_raw_value};
use sha2::{Digest, Sha256};

/// A session, ready to be written.
#[derive(Clone, Debug)]
pub struct Line {
    /// The folder below the sessions', `2026/03`.
    pub folder: String,
    /// The name that the program gives, without its ending.
    pub name: String,
    /// The whole file.
    pub text: String,
    /// Whether the visit was brought to its end.
    pub complete: bool,
    /// What the visit was for.
    pub kind: Kind,
    /// Between whom the service passed.
    pub relation: Relation,
    /// The site's number.
    pub site: usize,
}

/// A checklist, ready to be put into sessions.
#[derive(Clone, Debug)]
pub struct Template {
    wordless: Definition,
    text: String,
    canonical: String,
}

/// What stands where the checklist belongs. No text can look like it: its quotes would be escaped.
const GAP: &str = "\"definition\":null";

impl Template {
    /// Makes the template of a checklist.
    ///
    /// # Errors
    /// Where the checklist has no canonical form.
    pub fn new(definition: &Definition) -> Result<Self, GenerateError> {
        let mut wordless = definition.raw().clone();
        without_words(&mut wordless);
        Ok(Self {
            wordless: Definition::new(wordless)?,
            text: format!("\"definition\":{}", definition.raw()),
            canonical: format!("\"definition\":{}", canonical(definition.raw())?),
        })
    }
}

/// Takes the words for people out of a checklist, which no derived field depends on.
fn without_words(value: &mut Value) {
    match value {
        Value::Object(object) => {
            object.shift_remove("guide");
            for (key, inner) in object.iter_mut() {
                if ["label", "title", "min_label", "max_label"].contains(&key.as_str()) {
                    *inner = Value::String("–".to_owned());
                } else {
                    without_words(inner);
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(without_words),
        _ => {}
    }
}

fn canonical(value: &Value) -> Result<String, serde_json::Error> {
    String::from_utf8(digest::canonical(value)?).map_err(serde_json::Error::custom)
}

impl World {
    /// Makes the session of a visit.
    ///
    /// # Errors
    /// As [`World::visit`], and where the events make no session.
    pub fn session(&self, number: u64) -> Result<Line, GenerateError> {
        line(&self.visit(number)?)
    }
}

/// Makes the session of a visit that was made.
///
/// # Errors
/// Where the events make no session.
pub fn line(made: &Made<'_>) -> Result<Line, GenerateError> {
    let List { template, definition, .. } = made.list;
    let events = made.visit.events();
    let mut session = Session::derive(&template.wordless, events, Vec::new())?;
    session.events = chained(definition, events)?;
    session.definition = Value::Null;
    let mut unsealed: Value = serde_json::from_str(&serde_json::to_string(&session)?)?;
    if let Some(object) = unsealed.as_object_mut() {
        object.shift_remove("seal");
    }
    let sealed = canonical(&unsealed)?.replacen(GAP, &template.canonical, 1);
    let hex: String = Sha256::digest(sealed).iter().map(|byte| format!("{byte:02x}")).collect();
    session.seal = format!("sha256:{hex}");
    let begun = session.started_at.civil();
    let short = session.id.get(..8).unwrap_or_default();
    Ok(Line {
        folder: begun.strftime("%Y/%m").to_string(),
        name: format!("{}_{}_{short}", begun.strftime("%Y-%m-%dT%H%M"), session.site.id),
        text: session.to_line()?.replacen(GAP, &template.text, 1),
        complete: session.status == Ending::Complete,
        kind: session.kind,
        relation: session.relation,
        site: made.occasion.site,
    })
}

/// Gives events as the journal's lines hold them, each with its link.
///
/// # Errors
/// None that events of the engine can have.
pub fn chained(definition: &Definition, events: &[Event]) -> Result<Vec<Box<RawValue>>, serde_json::Error> {
    let mut chain = digest::first_link(definition.digest()).to_owned();
    let link = |event: &Event| {
        chain = digest::link(&chain, event)?;
        to_raw_value(&EventLine { event: event.clone(), chain: chain.clone() })
    };
    events.iter().map(link).collect()
}
