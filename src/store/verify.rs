//! The proof of a session: digest, chain, seal, and every derived field computed again from its events.
//!
//! What is judged is the JSON document, not its spelling: indentation and the order of keys never matter.

use super::compare::differences;
use super::error::{Message, StoreError};
use super::folders::is_list_of_sites;
use super::json::{self, JsonFault, MOST};
use super::session::{DeriveError, FORMAT, Session, seal_of};
use crate::visit::definition::Definition;
use crate::visit::digest;
use crate::visit::event::Event;
use serde_json::Value;
use serde_json::value::RawValue;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

/// A session that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// The visit's id.
    pub id: String,
    /// How many events its chain has.
    pub events: usize,
}

/// Why a session does not hold.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// The file cannot be read.
    Unreadable(StoreError),
    /// It is not JSON, or not a session's; with the parser's words.
    NotASession(String),
    /// A key stands twice in one object.
    DuplicateKey {
        /// The key.
        key: String,
        /// From 1.
        line: usize,
    },
    /// Another version of the format.
    Format(String),
    /// The checklist inside is not the one that the visit was started with.
    Digest,
    /// The chain breaks at an event.
    Chain {
        /// The event's number.
        seq: u64,
    },
    /// An event that cannot be, or cannot follow those before it.
    Event {
        /// Its number.
        seq: u64,
    },
    /// The events do not come to an end.
    NotOver,
    /// A field does not follow from the events.
    Derived {
        /// The field.
        field: String,
        /// The item of the row concerned.
        item: Option<String>,
    },
    /// The seal does not fit.
    Seal,
}

impl Problem {
    /// Gives the message that says so.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Unreadable(error) => error.message(),
            Self::NotASession(reason) => ("verify-not-a-session", vec![("reason", reason.clone())]),
            Self::DuplicateKey { key, line } => {
                ("verify-duplicate-key", vec![("key", key.clone()), ("line", line.to_string())])
            }
            Self::Format(found) => ("verify-format", vec![("found", found.clone()), ("read", FORMAT.to_owned())]),
            Self::Digest => ("verify-digest", vec![]),
            Self::Chain { seq } => ("verify-chain", vec![("seq", seq.to_string())]),
            Self::Event { seq } => ("verify-event", vec![("seq", seq.to_string())]),
            Self::NotOver => ("verify-not-over", vec![]),
            Self::Derived { field, item: None } => ("verify-derived", vec![("field", field.clone())]),
            Self::Derived { field, item: Some(item) } => {
                ("verify-derived-row", vec![("field", field.clone()), ("item", item.clone())])
            }
            Self::Seal => ("verify-seal", vec![]),
        }
    }
}

/// What was found of one session.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The file.
    pub path: PathBuf,
    /// The line, in a file of several sessions; from 1.
    pub line: Option<usize>,
    /// Whether the session holds, or everything that is wrong.
    pub result: Result<Verified, Vec<Problem>>,
}

/// Verifies every session of files and folders, one after the other, each file by its name.
pub fn verify_paths(paths: &[PathBuf], report: &mut dyn FnMut(Finding)) {
    let mut todo: Vec<PathBuf> = paths.iter().rev().cloned().collect();
    while let Some(path) = todo.pop() {
        if !path.is_dir() {
            lines(&path, report);
            continue;
        }
        match super::sessions::entries(&path) {
            Ok(inner) => {
                let is_list = |inner: &PathBuf| is_list_of_sites(&path, inner.file_name().unwrap_or_default());
                todo.extend(inner.into_iter().rev().filter(|path| !is_list(path)));
            }
            Err(error) => report(Finding { path, line: None, result: Err(vec![Problem::Unreadable(error)]) }),
        }
    }
}

/// Verifies a file of one session, or of one on each line.
fn lines(path: &Path, report: &mut dyn FnMut(Finding)) {
    let several = path.extension().is_some_and(|extension| extension == "ndjson" || extension == "jsonl");
    if !several {
        return report(Finding { path: path.to_owned(), line: None, result: verify_file(path) });
    }
    let unreadable = |error: StoreError| Err(vec![Problem::Unreadable(error)]);
    let file = match json::open(path) {
        Ok(file) => file,
        Err(error) => return report(Finding { path: path.to_owned(), line: None, result: unreadable(error) }),
    };
    for (line, text) in (1..).zip(BufReader::new(file).lines()) {
        let result = match text {
            Ok(text) if text.trim().is_empty() => continue,
            Ok(text) => verify_text(&text),
            Err(error) => unreadable(StoreError::system(path, &error)),
        };
        let unreadable =
            matches!(result.as_ref().map_err(|problems| problems.first()), Err(Some(Problem::Unreadable(_))));
        report(Finding { path: path.to_owned(), line: Some(line), result });
        if unreadable {
            break;
        }
    }
}

/// Verifies a file of one session.
///
/// # Errors
/// Everything that is wrong; at least one problem.
pub fn verify_file(path: &Path) -> Result<Verified, Vec<Problem>> {
    let text = json::read_text(path, MOST).map_err(|error| vec![Problem::Unreadable(error)])?;
    verify_text(&text)
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
        Some(other) if other.starts_with("esprit.session/") => return Err(vec![Problem::Format(other.to_owned())]),
        other => return Err(vec![Problem::NotASession(format!("format: {}", other.unwrap_or("–")))]),
    }
    let mut problems = Vec::new();
    let events = content(&document, &mut problems);
    // Against a forger the seal proves nothing that the rest does not; against accidents it covers what is not derived.
    let sealed = document.get("seal").and_then(Value::as_str).map(str::to_owned);
    let mut unsealed = document;
    let id = unsealed.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    if seal_of(&mut unsealed).ok() != sealed {
        problems.push(Problem::Seal);
    }
    if problems.is_empty() { Ok(Verified { id, events }) } else { Err(problems) }
}

/// Judges definition, events and derived fields; gives the number of events.
fn content(document: &Value, problems: &mut Vec<Problem>) -> usize {
    let definition = document.get("definition").cloned().map(Definition::parse_valid);
    let (Some(Ok(definition)), Some(raw)) = (definition, document.get("events").and_then(Value::as_array)) else {
        problems.push(Problem::NotASession("definition, events".to_owned()));
        return 0;
    };
    if document.pointer("/checklist/digest").and_then(Value::as_str) != Some(definition.digest()) {
        problems.push(Problem::Digest);
    }
    let Some(events) = chained(&definition, raw, problems) else { return raw.len() };
    let lines = raw.iter().map(serde_json::value::to_raw_value).collect::<Result<Vec<Box<RawValue>>, _>>();
    let derived = match Session::derive(&definition, &events, lines.unwrap_or_default()) {
        Ok(session) => serde_json::to_value(session).unwrap_or_default(),
        Err(DeriveError::Fold(error)) => {
            problems.push(Problem::Event { seq: error.seq() });
            return raw.len();
        }
        Err(DeriveError::NotOver) => {
            problems.push(Problem::NotOver);
            return raw.len();
        }
        Err(DeriveError::Number(_)) => {
            problems.push(Problem::Derived { field: "score".to_owned(), item: None });
            return raw.len();
        }
    };
    problems.extend(differences(document, &derived));
    raw.len()
}

/// Follows the chain; gives the events where all of them can be read.
fn chained(definition: &Definition, raw: &[Value], problems: &mut Vec<Problem>) -> Option<Vec<Event>> {
    let mut previous = digest::first_link(definition.digest()).to_owned();
    let mut events = Vec::with_capacity(raw.len());
    for (expected, value) in (1..).zip(raw) {
        let mut value = value.clone();
        let seq = value.get("seq").and_then(Value::as_u64).unwrap_or(expected);
        let chain = value.as_object_mut().and_then(|object| object.shift_remove("chain"));
        let link = digest::link(&previous, &value).ok();
        if link.as_deref() != chain.as_ref().and_then(Value::as_str) {
            problems.push(Problem::Chain { seq });
            return None;
        }
        previous = link.unwrap_or_default();
        if let Ok(event) = serde_json::from_value(value) {
            events.push(event);
        } else {
            problems.push(Problem::Event { seq });
            return None;
        }
    }
    Some(events)
}
