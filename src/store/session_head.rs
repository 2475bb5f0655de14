//! The first fields of session files, for lists: a file is read no further than they need.

use super::derived_fields::decode_before;
use super::document_error::DocumentError;
use super::error::{AtPath, StoreError};
use super::folders::Folders;
use super::json::{self, MOST};
use super::session::{Ending, FORMAT, is_session};
use super::session_files::{has_lines, walk};
use super::session_names;
use crate::visit::Corrections;
use crate::visit::checklist::Relation;
use crate::visit::event::{ChecklistRef, Kind, Observer, ScenarioRef, Site};
use crate::visit::score::Score;
use crate::visit::time::Stamp;
use serde::Deserialize;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// The first fields of a [`Session`](super::session::Session), enough for a list, and its file.
#[derive(Clone, Debug, Deserialize)]
pub struct SessionHead {
    #[serde(skip)]
    pub path: PathBuf,
    format: String,
    pub id: String,
    pub kind: Kind,
    pub status: Ending,
    pub relation: Relation,
    pub site: Site,
    pub observer: Observer,
    pub started_at: Stamp,
    pub ended_at: Stamp,
    /// From the first event to the last, in milliseconds.
    pub duration_ms: u64,
    pub checklist: ChecklistRef,
    /// The scenario that was watched, in practice.
    #[serde(default)]
    pub scenario: Option<ScenarioRef>,
    pub score: Score,
    /// The corrections made after the end, if any.
    pub corrections: Option<Corrections>,
    /// The number of other files of the visit.
    #[serde(skip)]
    pub other_files: usize,
    /// Whether the contents of its files differ and none continues all others, so that none counts.
    #[serde(skip)]
    pub in_conflict: bool,
}

/// Reads the first fields of a session and no more of the file than they need.
///
/// # Errors
/// As [`super::sessions::read_session`].
pub fn head(path: &Path) -> Result<SessionHead, StoreError> {
    let file = BufReader::new(json::open(path)?.take(MOST));
    let first: Result<SessionHead, _> = decode_before(&mut serde_json::Deserializer::from_reader(file), "answers");
    let head = match first {
        Err(error) if error.is_io() => return Err(error).at(path),
        Ok(head) if head.format == FORMAT => head,
        // The fields are in another order, or there is a reason why they are no session's.
        _ => decode(path, &json::read_text(path, MOST)?)?,
    };
    Ok(SessionHead { path: path.to_owned(), ..head })
}

/// Returns the files of the saved visits, newest first; folders are opened when their turn comes.
pub(super) fn paths(folders: &Folders) -> impl Iterator<Item = Result<PathBuf, StoreError>> + use<> {
    let newest_first = WalkDir::new(folders.sessions()).sort_by(|a, b| b.file_name().cmp(a.file_name()));
    walk(newest_first).filter_map(|entry| match entry {
        Ok(entry) if has_lines(entry.path()) => None,
        Ok(entry) => Some(Ok(entry.into_path())),
        Err((_, error)) if error.is_missing() => None,
        Err((_, error)) => Some(Err(error)),
    })
}

/// Decodes the text of a session of this version.
pub(super) fn decode<'a, T: Deserialize<'a>>(path: &Path, text: &'a str) -> Result<T, StoreError> {
    #[derive(Deserialize)]
    struct Format {
        #[serde(default)]
        format: String,
    }
    let bad = |error: serde_json::Error| not_a_session(path, &error);
    let Format { format } = serde_json::from_str(text).map_err(bad)?;
    match format.as_str() {
        FORMAT => serde_json::from_str(text).map_err(bad),
        _ if is_session(&format) => {
            Err(DocumentError::NewerFormat { path: path.to_owned(), found: format, read: FORMAT }.into())
        }
        _ => Err(not_a_session(path, &format!("format `{format}`"))),
    }
}

pub(super) fn not_a_session(path: &Path, reason: &impl ToString) -> StoreError {
    DocumentError::NotASession { path: path.to_owned(), reason: reason.to_string() }.into()
}

/// Returns the files of a visit in one folder, by their names and ids. What cannot be read is none.
pub(super) fn files_of_id(folder: &Path, id: &str) -> impl Iterator<Item = PathBuf> {
    files_in(folder).filter(move |path| session_names::fits(path, id) && has_id(path, id))
}

/// Returns the files of a folder that may hold one session each.
pub(super) fn files_in(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = folder.read_dir().into_iter().flatten().flatten();
    let files = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()) && !has_lines(&entry.path()));
    files.map(|entry| entry.path())
}

pub(super) fn has_id(path: &Path, id: &str) -> bool {
    head(path).is_ok_and(|head| head.id == id)
}
