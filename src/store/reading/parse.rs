//! Parses one session: borrowed from its text where that is spelled as esprit spells it and looks whole, or else from
//! esprit's own spelling of it. So two copies of a visit that differ in spelling alone have the same content.

use super::damage::Reason;
use super::{Options, Seals, clean_record, fields, pauses_and_marks, validate_record};
use crate::store::derived_diff::decode;
use crate::store::json::{self, JsonFault};
use crate::store::session::{FORMAT, is_session};
use crate::store::verify::{Problem, verify_text};
use crate::visit::record::Record;
use jiff::Timestamp;
use memchr::memmem;
use serde_json::{Map, Value, json};
use xxhash_rust::xxh3::xxh3_64;

/// How every line begins that esprit writes.
const START: &str = r#"{"format":"esprit.session/1","#;

/// What separates the derived fields from the proof.
const PROOF: &str = r#","definition":"#;

/// The bit of a content's fingerprint for a sealed session.
const SEALED: u64 = 1 << 63;

/// The number of hex digits of a digest.
const HEX: usize = 64;

/// A session that counts, unless a copy of it does.
pub(super) struct Parsed<'a> {
    pub(super) record: Record<'a>,
    /// When the visit started.
    pub(super) started: Timestamp,
    /// A fingerprint of its derived fields, and of whether it is sealed.
    pub(super) content: u64,
    /// A text that begins with its checklist.
    pub(super) definition: &'a [u8],
    /// Whether it was not spelled as esprit spells it.
    pub(super) respelled: bool,
    /// Why it proves nothing, as far as that was checked.
    pub(super) unproven: Option<Reason>,
}

/// Parses a session: a line, or a whole file without its byte order mark. `room` holds its text where it is respelled.
/// Returns why it does not count otherwise.
pub(super) fn parse<'a>(text: &'a [u8], options: &Options, room: &'a mut String) -> Result<Parsed<'a>, Reason> {
    let text = text.trim_ascii();
    let mut parsed = match parse_canonical(text) {
        Some(parsed) => parsed,
        None => parse_any(text, room)?,
    };
    validate_record::validate(&parsed.record)?;
    clean_record::clean(&mut parsed.record);
    options.directory.apply(&mut parsed.record);
    parsed.unproven = match options.seals {
        Seals::Require => verify(text).map(|()| None)?,
        Seals::Skip | Seals::Check if !parsed.record.sealed => Some(Reason::Unsealed),
        Seals::Check => verify(text).err(),
        Seals::Skip => None,
    };
    if options.course || options.marks {
        parsed.record.pauses_and_marks = pauses_and_marks::read(text, &parsed.record, options.marks);
    }
    Ok(parsed)
}

/// Returns whether figures can be made of a session, whatever its proof says.
pub(in crate::store) fn is_usable(text: &str) -> bool {
    parse(text.as_bytes(), &Options::default(), &mut String::new()).is_ok()
}

/// Parses a session that begins as esprit writes it, is whole, and carries a seal; `None` for any other.
fn parse_canonical(text: &[u8]) -> Option<Parsed<'_>> {
    if !text.starts_with(START.as_bytes()) {
        return None;
    }
    let parsed = parse_fields(text, true).ok()?;
    let ends_at = (parsed.record.corrections == 0).then_some(parsed.record.duration_ms);
    has_end(text, ends_at).then_some(parsed)
}

/// Parses the derived fields, which end at [`PROOF`].
fn parse_fields(text: &[u8], sealed: bool) -> Result<Parsed<'_>, Reason> {
    let other = || Problem::NotASession(FORMAT.to_owned());
    let head = memmem::find(text, PROOF.as_bytes()).ok_or_else(other)?;
    let (fields, definition) = text.split_at_checked(head + PROOF.len()).ok_or_else(other)?;
    let fields = std::str::from_utf8(fields).map_err(|_| Reason::NotText)?;
    let (mut record, started) = fields::record(fields).map_err(|error| not_a_session(&error))?;
    record.sealed = sealed;
    let fingerprint = xxh3_64(fields.as_bytes().get(..head).unwrap_or_default()) >> 1;
    let content = fingerprint | if sealed { SEALED } else { 0 };
    Ok(Parsed { record, started, content, definition, respelled: false, unproven: None })
}

/// Returns whether a session ends as esprit writes it: with the event that ended the visit, at the time that the derived
/// fields say (`None` after a correction), and with a seal.
fn has_end(text: &[u8], ends_at: Option<u64>) -> bool {
    fn before_hex(text: &[u8]) -> Option<&[u8]> {
        let (before, hex) = text.split_at_checked(text.len().checked_sub(HEX)?)?;
        hex.iter().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')).then_some(before)
    }
    let read = || {
        let rest = before_hex(text.strip_suffix(br#""}"#)?)?;
        let rest = before_hex(rest.strip_suffix(br#""}],"seal":"sha256:"#)?)?;
        let rest = rest.strip_suffix(br#","chain":""#)?;
        let Some(duration_ms) = ends_at else { return Some(rest) };
        let rest = rest.strip_suffix(br#""finished""#).or_else(|| rest.strip_suffix(br#""abandoned""#))?;
        let rest = rest.strip_suffix(br#","type":"#)?;
        rest.strip_suffix(duration_ms.to_string().as_bytes())?.strip_suffix(br#","elapsed_ms":"#)
    };
    read().is_some()
}

/// Parses a session however it is spelled.
fn parse_any<'a>(text: &[u8], room: &'a mut String) -> Result<Parsed<'a>, Reason> {
    let is_cut = |error: std::str::Utf8Error| error.error_len().is_none();
    let text =
        std::str::from_utf8(text).map_err(|error| if is_cut(error) { Reason::Truncated } else { Reason::NotText })?;
    if text.trim().is_empty() {
        return Err(Reason::Empty);
    }
    let Value::Object(document) = json::strict(text).map_err(|fault| syntax(text, fault))? else {
        return Err(Reason::Foreign(None));
    };
    match document.get("format").and_then(Value::as_str) {
        Some(FORMAT) => {}
        Some(other) if is_session(other) => return Err(Problem::Format(other.to_owned()).into()),
        other => return Err(Reason::Foreign(other.map(str::to_owned))),
    }
    let is_seal = |seal: &str| seal.strip_prefix("sha256:").is_some_and(|hex| hex.len() == HEX);
    let sealed = document.get("events").is_some_and(Value::is_array)
        && document.contains_key("definition")
        && document.get("seal").and_then(Value::as_str).is_some_and(is_seal);
    *room = respell(document).map_err(|error| not_a_session(&error))?;
    Ok(Parsed { respelled: true, ..parse_fields(room.as_bytes(), sealed)? })
}

fn not_a_session(error: &serde_json::Error) -> Problem {
    Problem::NotASession(error.to_string())
}

/// Writes a session without its events as esprit does, but for a start in `Z`: it leaves to the zone what an offset would
/// say.
fn respell(mut fields: Map<String, Value>) -> Result<String, serde_json::Error> {
    let mut session = decode(&fields)?;
    session.definition = fields.shift_remove("definition").unwrap_or_default();
    let mut line = serde_json::to_string(&session)?;
    let started = fields.get("started_at").filter(|at| at.as_str().is_some_and(|at| at.ends_with(['Z', 'z'])));
    if let Some(started) = started {
        let field = |value: &Value| format!("\"started_at\":{value}");
        line = line.replacen(&field(&json!(session.started_at)), &field(started), 1);
    }
    Ok(line)
}

/// Returns why a text is not JSON that can be trusted.
fn syntax(text: &str, fault: JsonFault) -> Reason {
    match fault {
        JsonFault::Duplicate { key, line } => Problem::DuplicateKey { key, line }.into(),
        JsonFault::Syntax { message, .. } => {
            let ends_early = serde_json::from_str::<Value>(text).is_err_and(|error| error.is_eof());
            if ends_early { Reason::Truncated } else { Reason::NotJson(message) }
        }
    }
}

fn verify(text: &[u8]) -> Result<(), Reason> {
    let text = std::str::from_utf8(text).map_err(|_| Reason::NotText)?;
    let first = |problems: Vec<Problem>| problems.into_iter().next().map_or(Reason::Changed, Reason::Problem);
    verify_text(text).map(|_| ()).map_err(first)
}
