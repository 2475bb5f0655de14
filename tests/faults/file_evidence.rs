//! An independent reader of the files, by the documented formats and without the program's code.

use data_encoding::HEXLOWER;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The content of a data folder.
#[derive(Debug, Default)]
pub struct Evidence {
    /// The events, from 1 without gaps.
    pub events: Vec<Value>,
    /// The session file, if there is one.
    pub session: Option<PathBuf>,
    /// The files of the journal.
    pub journal: Vec<PathBuf>,
    /// The number of events in the journal.
    pub written: usize,
}

/// Reads a data folder with at most one visit; returns the reason if something is wrong.
pub fn read(data: &Path) -> Result<Evidence, String> {
    let mut evidence = Evidence::default();
    let sessions: Vec<PathBuf> = files(&data.join("sessions")).into_iter().filter(|path| !is_hidden(path)).collect();
    if let Some(second) = sessions.get(1) {
        return Err(format!("a second session: {}", second.display()));
    }
    evidence.journal = files(&data.join("unfinished")).into_iter().filter(|path| ends(path, "journal")).collect();
    evidence.journal.sort_by_key(|path| segment(path));
    let written = journal(&evidence.journal)?;
    evidence.written = written.len();
    if let Some(path) = sessions.into_iter().next() {
        evidence.events = session(&path)?;
        if !written.iter().zip(&evidence.events).all(|(one, other)| one == other) {
            return Err("journal and session differ".to_owned());
        }
        evidence.session = Some(path);
    } else {
        evidence.events = written;
    }
    Ok(evidence)
}

/// Checks a session file to the last byte, and returns its events.
pub fn session(path: &Path) -> Result<Vec<Value>, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let line = text.strip_suffix('\n').filter(|line| !line.contains('\n')).ok_or("the session is not one line")?;
    let mut session: Value = serde_json::from_str(line).map_err(|error| format!("session: {error}"))?;
    let seal = session.as_object_mut().and_then(|session| session.shift_remove("seal"));
    if seal != Some(Value::from(format!("sha256:{}", hash(&[&canonical(&session)])))) {
        return Err("the session's seal does not hold".to_owned());
    }
    let events = session["events"].as_array().cloned().unwrap_or_default();
    chained(&session["definition"], &events)?;
    Ok(events)
}

/// Reads the segments of a journal; a last line without an end was never finished.
fn journal(segments: &[PathBuf]) -> Result<Vec<Value>, String> {
    let mut events: BTreeMap<u64, Value> = BTreeMap::new();
    let mut definition = Value::Null;
    for (index, path) in segments.iter().enumerate() {
        let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let whole = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |last| last + 1);
        let mut lines = bytes[..whole].split_inclusive(|byte| *byte == b'\n').enumerate().peekable();
        while let Some((number, line)) = lines.next() {
            let value: Value = match serde_json::from_slice(line) {
                Ok(value) => value,
                // Blocks that never reached the disk read as zeros.
                Err(_) if lines.peek().is_none() => break,
                Err(error) => return Err(format!("{}:{}: {error}", path.display(), number + 1)),
            };
            if number == 0 {
                if index == 0 {
                    definition = value["definition"].clone();
                }
            } else if let Some(known) = events.get(&value["seq"].as_u64().unwrap_or_default()) {
                if *known != value {
                    return Err(format!("event {} stands twice, and differs", value["seq"]));
                }
            } else {
                events.insert(value["seq"].as_u64().unwrap_or_default(), value);
            }
        }
    }
    let events: Vec<Value> = events.into_values().collect();
    chained(&definition, &events)?;
    Ok(events)
}

/// Checks that events are numbered without gaps and chained from the definition on.
fn chained(definition: &Value, events: &[Value]) -> Result<(), String> {
    let mut chain = hash(&[&canonical(definition)]);
    for (event, number) in events.iter().zip(1u64..) {
        if event["seq"].as_u64() != Some(number) {
            return Err(format!("event {} stands where event {number} should", event["seq"]));
        }
        let mut bare = event.clone();
        let link = bare.as_object_mut().and_then(|event| event.shift_remove("chain"));
        chain = hash(&[chain.as_bytes(), &canonical(&bare)]);
        if link.as_ref().and_then(Value::as_str) != Some(&chain) {
            return Err(format!("the chain breaks at event {number}"));
        }
    }
    Ok(())
}

fn canonical(value: &Value) -> Vec<u8> {
    serde_json_canonicalizer::to_vec(value).unwrap_or_default()
}

fn hash(parts: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    HEXLOWER.encode(&hasher.finalize())
}

/// Returns every file below a folder; none if there is no such folder.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<PathBuf> = Vec::new();
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

fn ends(path: &Path, extension: &str) -> bool {
    path.extension().is_some_and(|it| it == extension)
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

fn segment(path: &Path) -> u32 {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    name.split('.').nth(1).and_then(|number| number.parse().ok()).unwrap_or(1)
}
