//! The files of one visit: copies of each other, corrections that continue each other, or a conflict.
//!
//! A session continues another one when its events begin with all events of the other, chain values included. As every
//! link of the chain covers all events before it, it suffices that the last link of one is in the other.

use super::json::{self, MOST};
use super::proof::{longest, verify_text};
use super::reading::is_usable;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The files of one visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilesOfVisit {
    /// The file that counts, or of a conflict the first one whose proof holds.
    pub path: PathBuf,
    /// The other files.
    pub others: Vec<PathBuf>,
    /// Whether they have different contents and none continues all others.
    pub in_conflict: bool,
}

impl FilesOfVisit {
    /// Compares files that hold one visit each, all of the same id; `None` without files.
    ///
    /// A file that no figures can be made of does not contest the others, as in reports.
    pub(super) fn compare(paths: Vec<PathBuf>) -> Option<Self> {
        let (mut paths, mut others) = if paths.len() > 1 { split_usable(paths) } else { (paths, Vec::new()) };
        let counting = if paths.len() > 1 { counting_file(&paths) } else { Some(0) };
        let index = counting.or_else(|| paths.iter().position(|path| is_proven(path))).unwrap_or(0);
        let path = if index < paths.len() { paths.remove(index) } else { return None };
        paths.append(&mut others);
        Some(Self { path, others: paths, in_conflict: counting.is_none() })
    }
}

/// Splits files into those that can be used and the others; all can if none can.
fn split_usable(paths: Vec<PathBuf>) -> (Vec<PathBuf>, Vec<PathBuf>) {
    let usable = |path: &PathBuf| json::read_text(path, MOST).is_ok_and(|text| is_usable(&text));
    let (usable, others): (Vec<PathBuf>, Vec<PathBuf>) = paths.into_iter().partition(usable);
    if usable.is_empty() { (others, usable) } else { (usable, others) }
}

fn is_proven(path: &Path) -> bool {
    json::read_text(path, MOST).is_ok_and(|text| verify_text(&text).is_ok())
}

/// Returns the position of the file that counts; `None` for a conflict.
fn counting_file(paths: &[PathBuf]) -> Option<usize> {
    let texts: Vec<Option<String>> = paths.iter().map(|path| json::read_text(path, MOST).ok()).collect();
    let content = |text: &Option<String>| text.as_ref().and_then(|text| serde_json::from_str::<Value>(text).ok());
    let first = texts.first().and_then(content);
    if first.is_some() && texts.iter().all(|text| content(text) == first) {
        return Some(0);
    }
    let verified = |text: &Option<String>| text.as_ref().and_then(|text| verify_text(text).ok());
    longest(&texts.iter().map(verified).collect::<Vec<_>>())
}
