//! Files and folders on a simulated disk: what is safe, and the states a crash may leave.

use std::collections::BTreeMap;

/// The smallest unit that a disk writes.
const SECTOR: usize = 512;

/// A change to a file's content.
#[derive(Clone, Debug)]
pub enum Change {
    Write { at: usize, bytes: Vec<u8> },
    Cut(usize),
}

/// A change to a folder's entries.
#[derive(Clone, Debug)]
pub enum Entry {
    Link(String, usize),
    Unlink(String),
    Rename(String, String),
}

/// A file or a folder, with its unsafe changes in order.
#[derive(Clone, Debug)]
pub enum Node {
    File { safe: Vec<u8>, pending: Vec<Change> },
    Folder { safe: BTreeMap<String, usize>, pending: Vec<Entry> },
}

impl Node {
    /// Returns the number of states a crash may leave.
    pub fn variants(&self) -> usize {
        match self {
            Self::Folder { pending, .. } => pending.len() + 1,
            Self::File { pending, .. } if matches!(pending.last(), Some(Change::Write { .. })) => pending.len() + 4,
            Self::File { pending, .. } => pending.len() + 1,
        }
    }

    /// Returns the variant with all changes.
    pub fn whole(&self) -> usize {
        match self {
            Self::Folder { pending, .. } => pending.len(),
            Self::File { pending, .. } => pending.len(),
        }
    }
}

/// Returns a file after this many changes, or with the last one half written, zeroed, or with a sector missing.
pub fn variant(safe: &[u8], pending: &[Change], variant: usize) -> Vec<u8> {
    if variant <= pending.len() {
        return contents(safe, &pending[..variant]);
    }
    let Some((Change::Write { at, bytes }, before)) = pending.split_last() else { return safe.to_vec() };
    let mut torn = bytes.clone();
    match variant - pending.len() {
        1 => torn.truncate(bytes.len() / 2),
        2 => torn.fill(0),
        _ => {
            let sector = (at + bytes.len() / 2) / SECTOR * SECTOR;
            let (from, to) = (sector.max(*at) - at, (sector + SECTOR).min(at + bytes.len()) - at);
            torn[from..to].fill(0);
        }
    }
    let mut all = before.to_vec();
    all.push(Change::Write { at: *at, bytes: torn });
    contents(safe, &all)
}

/// Returns a file's bytes after changes.
pub fn contents(safe: &[u8], changes: &[Change]) -> Vec<u8> {
    let mut bytes = safe.to_vec();
    for change in changes {
        match change {
            Change::Write { at, bytes: new } => {
                bytes.resize(bytes.len().max(at + new.len()), 0);
                bytes[*at..at + new.len()].copy_from_slice(new);
            }
            Change::Cut(length) => bytes.resize(*length, 0),
        }
    }
    bytes
}

/// Returns a folder's entries after changes.
pub fn entries(safe: &BTreeMap<String, usize>, changes: &[Entry]) -> BTreeMap<String, usize> {
    let mut entries = safe.clone();
    for change in changes {
        match change {
            Entry::Link(name, node) => drop(entries.insert(name.clone(), *node)),
            Entry::Unlink(name) => drop(entries.remove(name)),
            Entry::Rename(from, to) => {
                if let Some(node) = entries.remove(from) {
                    entries.insert(to.clone(), node);
                }
            }
        }
    }
    entries
}
