//! A journal damaged from outside: every bit, every length, every sector.

use crate::campaign::{Campaign, each};
use crate::file_evidence::{self, files};
use crate::program::{Place, Tally, run};
use crate::script::Script;
use esprit::store::journal::{self, Journal};
use esprit::store::{DocumentError, Folders, JournalError, StoreError};
use serde_json::Value;
use std::fmt;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// The smallest unit that a disk writes.
const SECTOR: usize = 512;

/// Every so many cases, the real program reads one too.
const SAMPLE: usize = 500;

/// Every so many cases, one is salvaged too.
const SALVAGED: usize = 40;

/// The damage done to the file.
#[derive(Clone, Copy)]
enum Damage {
    Flipped { byte: usize, bit: u8 },
    Cut(usize),
    Zeroed(usize),
}

impl Damage {
    fn apply(self, whole: &[u8]) -> Vec<u8> {
        let mut bytes = whole.to_vec();
        match self {
            Self::Flipped { byte, bit } => bytes[byte] ^= 1 << bit,
            Self::Cut(length) => bytes.truncate(length),
            Self::Zeroed(sector) => bytes[range(sector, whole.len())].fill(0),
        }
        bytes
    }
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flipped { byte, bit } => write!(f, "bit {bit} of byte {byte} flipped"),
            Self::Cut(length) => write!(f, "cut to {length} bytes"),
            Self::Zeroed(sector) => write!(f, "sector {sector} zeroed"),
        }
    }
}

fn range(sector: usize, length: usize) -> Range<usize> {
    sector * SECTOR..((sector + 1) * SECTOR).min(length)
}

/// A journal of 40 answers, and the positions in it.
struct Original {
    id: String,
    bytes: Vec<u8>,
    /// The end of each line, with its line break.
    ends: Vec<usize>,
    events: Vec<Value>,
}

/// Damages the journal in every way, reads it, and salvages some.
pub fn tried(campaign: &Campaign) -> Tally {
    let script = Script::answers(40);
    let under = campaign.memory.as_ref().unwrap_or(&campaign.disk);
    let original = original(under, &script);
    let length = original.bytes.len();
    let mut cases: Vec<Damage> = (0..length).map(Damage::Cut).collect();
    cases.extend((0..length.div_ceil(SECTOR)).map(Damage::Zeroed));
    cases.extend((0..length).flat_map(|byte| (0..8).map(move |bit| Damage::Flipped { byte, bit })));
    // Each thread has its own place, and every nth case.
    let shares: Vec<usize> = (0..campaign.threads).collect();
    each(campaign.threads, &shares, |share| {
        let place = Place::new(under, &script);
        let folders = Folders::find(Some(place.data()), Some(place.root().join("config"))).unwrap();
        folders.ensure().unwrap();
        let mut tally = Tally::default();
        for (number, damage) in cases.iter().enumerate().skip(*share).step_by(campaign.threads) {
            tally.points += 1;
            tally.acknowledged += original.events.len() as u64;
            if let Err(reason) = judge(&place, &folders, &original, *damage, number) {
                tally.wrong.push(format!("{damage}: {reason}"));
            }
        }
        tally
    })
}

fn original(under: &Path, script: &Script) -> Original {
    let place = Place::new(under, script);
    let lines: String = script.lines.iter().flat_map(|line| [line, "\n"]).collect();
    run(place.visit(&[]), &lines);
    let found = file_evidence::read(&place.data()).unwrap();
    let bytes = fs::read(&found.journal[0]).unwrap();
    let ends = bytes.iter().zip(1..).filter(|(byte, _)| **byte == b'\n').map(|(_, end)| end).collect();
    let id = found.journal[0].file_stem().unwrap().to_str().unwrap().to_owned();
    Original { id, bytes, ends, events: found.events }
}

/// Writes a damaged copy, and checks how it is read.
fn judge(place: &Place, folders: &Folders, original: &Original, damage: Damage, number: usize) -> Result<(), String> {
    let path = place.data().join("unfinished").join(format!("{}.journal", original.id));
    let bytes = damage.apply(&original.bytes);
    fs::write(&path, &bytes).unwrap();
    let read = journal::read(folders, &original.id);
    if fs::read(&path).unwrap() != bytes {
        return Err("reading changed the file".to_owned());
    }
    let is_damaged = match &read {
        Ok(found) => {
            let events: Vec<Value> = found.events.iter().map(|event| serde_json::to_value(event).unwrap()).collect();
            judge_kept(original, damage, &bytes, &events)?;
            false
        }
        Err(error) => judge_error(original, damage, error)?,
    };
    if is_damaged && number.is_multiple_of(SALVAGED) {
        salvage(place, folders, original, damage, &bytes)?;
        fs::write(&path, &bytes).unwrap();
    }
    if number.is_multiple_of(SAMPLE) {
        through_the_program(place, original, &read.map(drop))?;
    }
    Ok(())
}

/// Returns the number of complete lines before the damage.
fn untouched(original: &Original, damage: Damage) -> usize {
    let from = match damage {
        Damage::Flipped { byte, .. } => byte,
        Damage::Cut(length) => length,
        Damage::Zeroed(sector) => {
            let zeroed = range(sector, original.bytes.len());
            zeroed.start + original.bytes[zeroed.clone()].iter().position(|byte| *byte != 0).unwrap_or(0)
        }
    };
    original.ends.iter().take_while(|end| **end <= from).count()
}

/// Checks that what was read without an error is the original, up to a last line that was never finished.
fn judge_kept(original: &Original, damage: Damage, bytes: &[u8], events: &[Value]) -> Result<(), String> {
    let bare = |event: &Value| {
        let mut event = event.clone();
        event.as_object_mut().unwrap().shift_remove("chain");
        event
    };
    if !events.iter().zip(&original.events).all(|(read, written)| *read == bare(written)) {
        return Err("was read as something else".to_owned());
    }
    let lines = untouched(original, damage);
    if events.len() + 1 < lines {
        return Err(format!("{} events were read of {}", events.len(), lines - 1));
    }
    if let Damage::Flipped { byte, .. } = damage {
        let last = original.ends[original.ends.len() - 2];
        let may_be_torn = byte >= last && (byte + 1 == bytes.len() || bytes[last..].contains(&0));
        if !may_be_torn {
            return Err("was not noticed".to_owned());
        }
    }
    Ok(())
}

/// Checks that an error names the line. Returns whether the error is about damage.
fn judge_error(original: &Original, damage: Damage, error: &StoreError) -> Result<bool, String> {
    let lines = untouched(original, damage);
    match error {
        StoreError::Journal(JournalError::Damaged { line, .. }) if (lines + 1..=lines + 2).contains(line) => Ok(true),
        StoreError::Journal(JournalError::Damaged { line, .. }) => {
            Err(format!("line {line} is blamed, not line {}", lines + 1))
        }
        // Another format number is not damage; a journal without its first event is empty.
        StoreError::Document(DocumentError::NewerFormat { .. }) if lines == 0 => Ok(false),
        StoreError::Journal(JournalError::Empty { .. }) if lines <= 1 && !matches!(damage, Damage::Flipped { .. }) => {
            Ok(false)
        }
        other => Err(format!("said {other}")),
    }
}

/// Checks that the original is kept unchanged, and the part before the damage is recovered.
fn salvage(place: &Place, folders: &Folders, original: &Original, damage: Damage, bytes: &[u8]) -> Result<(), String> {
    let salvaged = Journal::salvage(folders, &original.id).map_err(|error| format!("salvage: {error}"))?;
    let kept: Vec<PathBuf> = files(&salvaged.kept);
    if kept.len() != 1 || fs::read(&kept[0]).unwrap() != bytes {
        return Err("the original was not kept as it was".to_owned());
    }
    let lines = untouched(original, damage);
    match salvaged.visit {
        Some((_, found)) if found.events.len() + 1 >= lines => {
            let after = file_evidence::read(&place.data())?;
            if !after.events.iter().zip(&original.events).all(|(one, other)| one == other) {
                return Err("what was salvaged differs".to_owned());
            }
        }
        None if lines < 2 => {}
        found => return Err(format!("{:?} events salvaged of {lines} lines", found.map(|it| it.1.events.len()))),
    }
    fs::remove_dir_all(salvaged.kept).unwrap();
    Ok(())
}

/// Checks that the real program reports the same as the library.
fn through_the_program(place: &Place, original: &Original, read: &Result<(), StoreError>) -> Result<(), String> {
    let told = run(place.command(&[], &["resume", &original.id, "--plain"]), "quit\n");
    if told.panicked() {
        return Err("panicked".to_owned());
    }
    let expected = match read {
        Ok(()) => told.status.code() == Some(0),
        Err(StoreError::Journal(JournalError::Damaged { line, .. })) => {
            told.status.code() == Some(1) && told.err.contains(&format!("damaged at line {line}"))
        }
        Err(_) => told.status.code() == Some(1) && !told.err.trim().is_empty(),
    };
    if expected { Ok(()) } else { Err(format!("the program: {} «{}»", told.status, told.err.trim())) }
}
