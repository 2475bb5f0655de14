//! Reads a journal back from its segments, and checks every line of it.
//!
//! What was being written when the machine stopped is no damage: it was never reported as saved. Anything else that is not
//! valid is damage, and is reported with its place. Nothing here changes a file.

use super::document_error::DocumentError;
use super::error::{AtPath, StoreError};
use super::folders::Folders;
use super::io_error::IoCause;
use super::journal_error::{Damage, JournalError};
use super::json::{self, MOST};
use crate::visit::definition::Definition;
use crate::visit::digest;
use crate::visit::event::{Body, Event};
use crate::visit::state::State;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;
use std::path::PathBuf;
use std::sync::Arc;

/// The format that this version reads and writes.
pub const FORMAT: &str = "esprit.journal/1";

/// One file of a journal.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    /// From 1.
    pub number: u32,
    pub path: PathBuf,
}

/// Returns a segment's file name.
pub(super) fn segment_name(id: &str, number: u32) -> String {
    match number {
        1 => format!("{id}.journal"),
        _ => format!("{id}.{number}.journal"),
    }
}

/// Parses a segment's file name into the visit's id and the segment's number.
pub(super) fn parse_name(name: &str) -> Option<(&str, u32)> {
    let stem = name.strip_suffix(".journal")?;
    let (id, number) = match stem.split_once('.') {
        None => (stem, 1),
        Some((id, number)) => (id, number.parse().ok().filter(|number| *number > 1)?),
    };
    (check_id(id).is_ok() && segment_name(id, number) == name).then_some((id, number))
}

/// Checks that an id is a UUID with hyphens, in lower case, and so can be part of a file name.
pub(super) fn check_id(id: &str) -> Result<(), StoreError> {
    let plain = id.len() == 36 && !id.bytes().any(|b| b.is_ascii_uppercase());
    if plain && uuid::Uuid::try_parse(id).is_ok() {
        Ok(())
    } else {
        Err(JournalError::BadId { id: id.to_owned() }.into())
    }
}

/// The first line of a journal.
#[derive(Serialize)]
pub(super) struct Header<'a> {
    /// Always [`FORMAT`].
    pub format: &'static str,
    /// The checklist, whole.
    pub definition: &'a Value,
    /// For a correction of a visit whose file is not where the program puts it: the folder of that file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beside: Option<&'a str>,
}

/// The first line of a later segment.
#[derive(Serialize, Deserialize)]
pub(super) struct SegmentHeader {
    /// Always [`FORMAT`].
    pub format: String,
    /// The name of the file before.
    pub previous: String,
}

/// The last line, which was being written when the machine stopped: it was never reported as saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The journal, or its last segment.
    pub path: PathBuf,
    /// The line, from 1.
    pub line: usize,
    /// The number of bytes that are no event.
    pub bytes: u64,
    /// The number of bytes before them, which are whole lines.
    pub(super) keep: u64,
    /// Whether a line in it has its end but a hole of zeros: a copy of it is kept.
    pub(super) holed: bool,
}

/// Returns the segments of a visit in their order, at least one.
pub(super) fn existing_segments(folders: &Folders, id: &str) -> Result<Vec<Segment>, StoreError> {
    check_id(id)?;
    let folder = folders.unfinished();
    let mut found = Vec::new();
    for entry in folder.read_dir().at(&folder)? {
        let entry = entry.at(&folder)?;
        if let Some((owner, number)) = entry.file_name().to_str().and_then(parse_name)
            && owner == id
        {
            found.push(Segment { number, path: entry.path() });
        }
    }
    if found.is_empty() {
        return Err(IoCause::Missing.at(folder.join(segment_name(id, 1))));
    }
    found.sort_by_key(|segment| segment.number);
    Ok(found)
}

/// A reader of one journal, and what it has read so far.
#[derive(Debug, Default)]
pub(super) struct Reader {
    id: String,
    /// The first segment.
    path: PathBuf,
    /// The first line, unchanged.
    pub header: String,
    /// The folder of the file that is corrected, where that is not the usual one.
    pub beside: Option<PathBuf>,
    pub definition: Option<Arc<Definition>>,
    pub events: Vec<Event>,
    /// The events' lines, unchanged, with unknown fields.
    pub lines: Vec<Box<RawValue>>,
    /// The link of every event.
    chain: Vec<String>,
    pub state: State,
    pub cut: Option<Cut>,
    /// Whether neither the events nor their lines are kept.
    state_only: bool,
}

/// A line that is not valid.
struct Fault {
    line: usize,
    /// The offset of the line, in bytes.
    from: u64,
    /// The number of bytes from there on.
    bytes: u64,
    damage: Damage,
    /// Whether it is the half-written end of its file: see [`is_torn`].
    torn: bool,
    /// As [`Cut::holed`].
    holed: bool,
}

impl Reader {
    /// Returns a reader that keeps only the state of a visit, for lists.
    pub fn of_state() -> Self {
        Self { state_only: true, ..Self::default() }
    }

    /// Reads a visit's segments to the end or to the first damage; what was read before it is kept.
    pub fn read(&mut self, id: &str, segments: &[Segment]) -> Result<(), StoreError> {
        id.clone_into(&mut self.id);
        // What ended a segment too early: the next one may repeat it, and then nothing is missing.
        let mut gap: Option<(&Segment, Fault)> = None;
        let mut before = None;
        for segment in segments {
            let bytes = json::read_bytes(&segment.path, MOST)?;
            let known = self.chain.len();
            let fault = self.segment(segment, before, &bytes);
            let grew = self.chain.len() > known;
            gap = match (gap, fault) {
                (Some(open), _) if !grew && !open.1.torn => Some(open),
                (_, Some(fault)) => Some((segment, fault)),
                (open, None) => open.filter(|_| !grew),
            };
            before = Some(segment);
        }
        if let Some(first) = segments.first() {
            self.path.clone_from(&first.path);
        }
        match gap {
            Some((segment, fault)) if !fault.torn => return Err(damaged(segment, fault)),
            _ if self.chain.is_empty() => return Err(self.empty()),
            Some((segment, fault)) if segments.last().is_some_and(|last| last.number == segment.number) => {
                let Fault { line, bytes, from: keep, holed, .. } = fault;
                self.cut = Some(Cut { path: segment.path.clone(), line, bytes, keep, holed });
            }
            _ => {}
        }
        Ok(())
    }

    /// Returns the link of an event, by its position.
    pub fn link(&self, index: usize) -> Option<&str> {
        self.chain.get(index).map(String::as_str)
    }

    /// Returns the error of a journal without an event.
    pub fn empty(&self) -> StoreError {
        StoreError::Journal(JournalError::Empty { path: self.path.clone() })
    }

    /// Reads one segment; returns the fault that ended it before its end.
    fn segment(&mut self, segment: &Segment, before: Option<&Segment>, bytes: &[u8]) -> Option<Fault> {
        // Zero bytes at the end are space that the system had reserved for lines that were not written.
        let (content, zeros) = bytes.split_at(bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1));
        let (mut from, mut line) = (0, 0);
        let fault = |line, from: usize, damage| {
            let (_, rest) = content.split_at(from);
            let (torn, holed) = (is_torn(rest), rest.contains(&b'\n'));
            Some(Fault { line, from: from as u64, bytes: (bytes.len() - from) as u64, damage, torn, holed })
        };
        for piece in content.split_inclusive(|byte| *byte == b'\n') {
            line += 1;
            let end = from + piece.len();
            let judged = match piece.strip_suffix(b"\n") {
                None => Err(Damage::NotJson),
                Some(text) if line == 1 => self.first_line(segment, before, text),
                Some(text) => self.event(text, before.is_some()),
            };
            if let Err(damage) = judged {
                return fault(line, from, damage);
            }
            from = end;
        }
        if line == 0 || !zeros.is_empty() { fault(line + 1, from, Damage::NotJson) } else { None }
    }

    fn first_line(&mut self, segment: &Segment, before: Option<&Segment>, text: &[u8]) -> Result<(), Damage> {
        let header: Value = serde_json::from_slice(text).map_err(|_| Damage::NotJson)?;
        let found = header.get("format").and_then(Value::as_str).unwrap_or_default();
        if found != FORMAT {
            let newer = found.starts_with("esprit.journal/");
            return Err(if newer { Damage::Newer(found.to_owned()) } else { Damage::Header });
        }
        match before {
            None if segment.number == 1 => self.definition(text, header),
            None => Err(Damage::Segment),
            Some(before) => {
                let name = before.path.file_name().and_then(|name| name.to_str());
                let previous = header.get("previous").and_then(Value::as_str);
                if previous.is_some() && previous == name { Ok(()) } else { Err(Damage::Segment) }
            }
        }
    }

    fn definition(&mut self, text: &[u8], mut header: Value) -> Result<(), Damage> {
        let raw = header.get_mut("definition").map(Value::take).ok_or(Damage::Definition)?;
        let definition = Definition::parse_valid(raw).map_err(|_| Damage::Definition)?;
        self.header = String::from_utf8_lossy(text).into_owned();
        self.beside = header.get("beside").and_then(Value::as_str).map(PathBuf::from);
        self.definition = Some(Arc::new(definition));
        Ok(())
    }

    /// Applies the event of one line; an equal one of an earlier segment is skipped.
    fn event(&mut self, text: &[u8], later_segment: bool) -> Result<(), Damage> {
        let mut value: Value = serde_json::from_slice(text).map_err(|_| Damage::NotJson)?;
        let definition = self.definition.clone().ok_or(Damage::Definition)?;
        let object = value.as_object_mut().ok_or(Damage::Event)?;
        let Some(Value::String(chain)) = object.shift_remove("chain") else { return Err(Damage::Chain) };
        let seq = object.get("seq").and_then(Value::as_u64).ok_or(Damage::Event)?;
        if later_segment && let Some(known) = seq.checked_sub(1).and_then(|i| self.chain.get(usize::try_from(i).ok()?))
        {
            return if *known == chain { Ok(()) } else { Err(Damage::Chain) };
        }
        if let Some(other) = value.pointer("/checklist/digest").and_then(Value::as_str)
            && other != definition.digest()
        {
            return Err(Damage::OtherChecklist);
        }
        let previous = self.chain.last().map_or_else(|| digest::first_link(definition.digest()), String::as_str);
        if digest::link(previous, &value).map_err(|_| Damage::Event)? != chain {
            return Err(Damage::Chain);
        }
        let event: Event = serde_json::from_value(value).map_err(|_| Damage::Event)?;
        if let Body::Started(started) = &event.body
            && started.session != self.id
        {
            return Err(Damage::OtherVisit);
        }
        self.state.apply(&definition, &event)?;
        if !self.state_only {
            self.lines.push(serde_json::from_slice(text).map_err(|_| Damage::NotJson)?);
            self.events.push(event);
        }
        self.chain.push(chain);
        Ok(())
    }

    /// Returns the last link, which the next event follows; `None` before the first line was read.
    pub fn last_link(&self) -> Option<&str> {
        let first = || self.definition.as_ref().map(|definition| digest::first_link(definition.digest()));
        self.chain.last().map(String::as_str).or_else(first)
    }
}

/// Returns whether nothing from here to the end of a file was ever reported as saved: a line without its end, or lines
/// with a hole of zeros in them, because the parts of one write reach the disk in any order. A whole line that is not
/// valid is damage, even the last one.
fn is_torn(rest: &[u8]) -> bool {
    rest.split_inclusive(|byte| *byte == b'\n').all(|piece| !piece.ends_with(b"\n") || piece.contains(&0))
}

fn damaged(segment: &Segment, fault: Fault) -> StoreError {
    let path = segment.path.clone();
    match fault.damage {
        Damage::Newer(found) => StoreError::Document(DocumentError::NewerFormat { path, found, read: FORMAT }),
        reason => StoreError::Journal(JournalError::Damaged { path, line: fault.line, reason }),
    }
}
