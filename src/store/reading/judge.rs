//! Judges one session: quickly where it is spelled as esprit spells it and looks whole, else the complete way.
//!
//! The complete way reads the whole document, spells it as esprit does, and goes on with that: so two copies of a visit
//! that differ in spelling alone have the same content.

use super::Options;
use super::course;
use super::damage::Reason;
use super::fields::{self, Fields, PROOF, START};
use super::known::Known;
use super::sound;
use crate::store::compare::whole;
use crate::store::json::{self, JsonFault};
use crate::store::session::{FORMAT, Session};
use crate::store::verify::{Problem, verify_text};
use serde_json::{Map, Value, json};
use xxhash_rust::xxh3::xxh3_64;

/// The bit of a content's fingerprint that says that the session is sealed: a sealed one comes before any other.
const SEALED: u64 = 1 << 63;

/// How many hex digits a digest has.
const HEX: usize = 64;

/// A session that counts, unless a copy of it does.
pub(super) struct Judged<'a> {
    /// What it says.
    pub(super) fields: Fields<'a>,
    /// A fingerprint of what it says, the higher the more it is to be preferred.
    pub(super) content: u64,
    /// Its checklist.
    pub(super) definition: Proof<'a>,
    /// Whether it had to be read the complete way.
    pub(super) respelled: bool,
}

/// Where the checklist of a session stands.
pub(super) enum Proof<'a> {
    /// At the beginning of this text.
    Text(&'a [u8]),
    /// Here.
    Value(&'a Value),
    /// Nowhere.
    Nowhere,
}

/// What the complete way makes of a session, for a record to borrow from.
#[derive(Default)]
pub(super) struct Respelled {
    head: String,
    definition: Option<Value>,
}

/// Judges a session: a line without its end, or a whole file.
///
/// # Errors
/// Why it does not count.
pub(super) fn judge<'a>(
    text: &'a [u8],
    options: Options,
    known: &mut Known,
    room: &'a mut Respelled,
) -> Result<Judged<'a>, Reason> {
    let mut judged = match quickly(text, known) {
        Some(judged) => judged,
        None => completely(text, known, room)?,
    };
    sound::check(&judged.fields)?;
    if options.verify {
        prove(text)?;
    }
    if options.course {
        judged.fields.record.pauses_and_marks = course::read(text, &judged.fields.record);
    }
    Ok(judged)
}

/// Reads a session that is spelled as esprit spells it, is whole, and carries a seal; `None` for any other.
fn quickly<'a>(text: &'a [u8], known: &mut Known) -> Option<Judged<'a>> {
    if !text.starts_with(START.as_bytes()) {
        return None;
    }
    let (head, proof) = text.split_at_checked(memchr::memmem::find(text, PROOF.as_bytes())?)?;
    let mut fields = fields::read(std::str::from_utf8(head).ok()?, known).ok()?;
    fields.record.sealed = true;
    let is_whole = ends_well(proof, fields.record.duration_ms);
    let definition = Proof::Text(proof.get(PROOF.len()..)?);
    let content = (xxh3_64(head) >> 1) | SEALED;
    is_whole.then_some(Judged { fields, content, definition, respelled: false })
}

/// Tells whether a session's proof ends as one does: with the event that ended the visit, at the time that the derived
/// fields tell, and with a seal.
fn ends_well(proof: &[u8], duration_ms: u64) -> bool {
    fn before<'t>(text: &'t [u8], piece: &[u8]) -> Option<&'t [u8]> {
        text.strip_suffix(piece)
    }
    fn before_hex(text: &[u8]) -> Option<&[u8]> {
        let (before, hex) = text.split_at_checked(text.len().checked_sub(HEX)?)?;
        hex.iter().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')).then_some(before)
    }
    let read = || {
        let rest = before_hex(before(proof, br#""}"#)?)?;
        let rest = before_hex(before(rest, br#""}],"seal":"sha256:"#)?)?;
        let rest = before(rest, br#","chain":""#)?;
        let rest = before(rest, br#""finished""#).or_else(|| before(rest, br#""abandoned""#))?;
        let rest = before(rest, br#","type":"#)?;
        before(before(rest, duration_ms.to_string().as_bytes())?, br#","elapsed_ms":"#)
    };
    read().is_some()
}

/// Reads a session however it is spelled.
fn completely<'a>(text: &'a [u8], known: &mut Known, room: &'a mut Respelled) -> Result<Judged<'a>, Reason> {
    let cut_short = |error: std::str::Utf8Error| error.error_len().is_none();
    let text = std::str::from_utf8(text)
        .map_err(|error| if cut_short(error) { Reason::Truncated } else { Reason::NotText })?;
    if text.trim().is_empty() {
        return Err(Reason::Empty);
    }
    let Value::Object(mut document) = json::strict(text).map_err(|fault| syntax(text, fault))? else {
        return Err(Reason::Foreign(None));
    };
    match document.get("format").and_then(Value::as_str) {
        Some(FORMAT) => {}
        Some(other) if other.starts_with("esprit.session/") => return Err(Reason::FutureVersion(other.to_owned())),
        other => return Err(Reason::Foreign(other.map(str::to_owned))),
    }
    let seal = document.shift_remove("seal");
    let events = document.shift_remove("events");
    room.definition = document.shift_remove("definition");
    let is_seal = |seal: &str| seal.strip_prefix("sha256:").is_some_and(|hex| hex.len() == HEX);
    let sealed = events.is_some_and(|events| events.is_array())
        && room.definition.is_some()
        && seal.as_ref().and_then(Value::as_str).is_some_and(is_seal);
    room.head = spell(document).map_err(|error| Reason::NotASession(error.to_string()))?;
    let mut fields = fields::read(&room.head, known).map_err(|_| Reason::NotASession(FORMAT.to_owned()))?;
    fields.record.sealed = sealed;
    let content = (xxh3_64(room.head.as_bytes()) >> 1) | if sealed { SEALED } else { 0 };
    let definition = room.definition.as_ref().map_or(Proof::Nowhere, Proof::Value);
    Ok(Judged { fields, content, definition, respelled: true })
}

/// Spells the derived fields as esprit does, but for a start in `Z`: it leaves to the zone what an offset would tell.
fn spell(fields: Map<String, Value>) -> Result<String, serde_json::Error> {
    let started = fields.get("started_at").cloned().filter(|at| at.as_str().is_some_and(|at| at.ends_with(['Z', 'z'])));
    let mut fields: Map<_, _> = fields.into_iter().map(|(field, value)| (field, whole(&value))).collect();
    fields.insert("definition".to_owned(), Value::Null);
    fields.insert("events".to_owned(), json!([]));
    fields.insert("seal".to_owned(), json!(""));
    let session: Session = serde_json::from_value(Value::Object(fields))?;
    let mut line = serde_json::to_string(&session)?;
    line.truncate(line.find(PROOF).unwrap_or(line.len()));
    if let Some(started) = started {
        let field = |value: &Value| format!("\"started_at\":{value}");
        line = line.replacen(&field(&json!(session.started_at)), &field(&started), 1);
    }
    Ok(line)
}

/// Says why a text is not JSON that can be trusted.
fn syntax(text: &str, fault: JsonFault) -> Reason {
    match fault {
        JsonFault::Duplicate { key, line } => Reason::Unproved(Problem::DuplicateKey { key, line }),
        JsonFault::Syntax { message, .. } => {
            let ends_early = serde_json::from_str::<Value>(text).is_err_and(|error| error.is_eof());
            if ends_early { Reason::Truncated } else { Reason::NotJson(message) }
        }
    }
}

fn prove(text: &[u8]) -> Result<(), Reason> {
    let text = std::str::from_utf8(text).map_err(|_| Reason::NotText)?;
    let first = |problems: Vec<Problem>| problems.into_iter().next().map_or(Reason::Changed, Reason::Unproved);
    verify_text(text).map(|_| ()).map_err(first)
}
