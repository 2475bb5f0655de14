//! Which verified sessions continue which: those of one visit, in one file or several.

use super::folders::parent;
use super::json;
use super::proof::{Verified, verify_text};
use super::session_files::SessionFiles;
use super::session_head::{files_of_id, head};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Where a session is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionPlace {
    /// The file.
    pub path: PathBuf,
    /// The line, in a file of several sessions; from 1.
    pub line: Option<usize>,
}

/// How two sessions of one visit relate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relationship {
    /// The first one continues the other.
    Continues(SessionPlace, SessionPlace),
    /// Neither continues the other; the visit has this id.
    Conflict(String, SessionPlace, SessionPlace),
}

/// The verified sessions so far.
#[derive(Debug, Default)]
pub(super) struct Lineage {
    known: Vec<(Verified, SessionPlace)>,
}

impl Lineage {
    pub(super) fn add(&mut self, verified: Verified, path: &Path, line: Option<usize>) {
        self.known.push((verified, SessionPlace { path: path.to_owned(), line }));
    }

    /// Adds the sessions that lie beside files which were named, and not in a folder that was.
    pub(super) fn add_beside(&mut self, paths: &[PathBuf], files: &SessionFiles) {
        let real = |path: &Path| path.canonicalize().ok();
        let named: Vec<&PathBuf> = paths.iter().filter(|path| path.is_file()).collect();
        let mut known: BTreeSet<PathBuf> =
            if named.is_empty() { BTreeSet::new() } else { files.paths().filter_map(|path| real(&path)).collect() };
        for path in named {
            let Ok(head) = head(path) else { continue };
            for other in files_of_id(parent(path).unwrap_or(Path::new(".")), &head.id) {
                let text = || json::read_text(&other, json::MOST).ok();
                if real(&other).is_some_and(|real| known.insert(real))
                    && let Some(verified) = text().and_then(|text| verify_text(&text).ok())
                {
                    self.add(verified, &other, None);
                }
            }
        }
    }

    /// Returns how the sessions of each visit relate, the longest one first.
    pub(super) fn relationships(mut self) -> Vec<Relationship> {
        let longest_first = |(verified, _): &(Verified, SessionPlace)| std::cmp::Reverse(verified.events);
        self.known.sort_by(|a, b| (&a.0.id, longest_first(a)).cmp(&(&b.0.id, longest_first(b))));
        let mut found = Vec::new();
        let pairs = self.known.iter().zip(self.known.iter().skip(1));
        for ((newer, at), (older, other)) in pairs.filter(|((newer, _), (older, _))| newer.id == older.id) {
            if newer.continues(older) && older.continues(newer) {
                continue;
            }
            found.push(if newer.continues(older) {
                Relationship::Continues(at.clone(), other.clone())
            } else {
                Relationship::Conflict(newer.id.clone(), at.clone(), other.clone())
            });
        }
        found
    }
}
