//! The session files in the data folder: written once, found by id, listed newest first without reading them whole.

use super::atomic;
use super::copies::FilesOfVisit;
use super::document_error::DocumentError;
use super::error::{AtPath, StoreError};
use super::folders::{Folders, make_folder, parent, sync_parent};
use super::io_error::IoCause;
use super::journal_reader::{Reader, parse_name};
use super::json::{self, MOST};
use super::proof::verify_text;
use super::session::{Session, link_of};
use super::session_head::{decode, files_in, files_of_id, has_id, not_a_session, paths};
use super::session_names::{self, file_name};
use super::verify_problem::Problem;
use crate::visit::definition::Definition;
use crate::visit::event::{Body, Event};
use crate::visit::time::Stamp;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use super::session_head::{SessionHead, head};
pub use super::session_list::heads;

/// The length of a whole id, a UUID with hyphens.
const WHOLE_ID: usize = 36;

/// A session read whole, with its file, its checklist and its events.
#[derive(Clone, Debug)]
pub struct ReadSession {
    pub path: PathBuf,
    pub session: Session,
    pub definition: Arc<Definition>,
    pub events: Vec<Event>,
}

/// A visit that the beginning of an id fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A saved visit, by its file.
    Saved(PathBuf),
    /// An unfinished visit, by its id.
    Unfinished(String),
}

/// Writes a session to its place and returns its path: beside the file that it corrects, where `beside` names its folder.
/// One that is there already is not written again, and no other file is ever replaced.
pub(super) fn save(folders: &Folders, session: &Session, beside: Option<&Path>) -> Result<PathBuf, StoreError> {
    let is_same = |read: &ReadSession| read.session.seal == session.seal;
    if let Some(path) = saved(folders, &session.id, &session.started_at, beside, is_same) {
        // The machine may have stopped, or the folder failed, before its name was safe on the disk.
        return sync_parent(&path).map(|()| path);
    }
    let Session { id, started_at, site, observer, .. } = session;
    let folder = if let Some(folder) = beside.filter(|folder| has_file_of(folder, id)) {
        folder.to_owned()
    } else {
        let folder = session_names::folder(&folders.sessions(), started_at);
        make_folder(&folder)?;
        folders.sync_names(&folder)?;
        folder
    };
    let text = session.to_line().at(&folder)?;
    if session.corrections.is_some()
        && let Some(path) = not_continued(&text, &folder, id)
    {
        return Err(DocumentError::CorrectedMeanwhile { path }.into());
    }
    let corrections = session.corrections.as_ref().map_or(0, |corrections| corrections.number);
    let name = |n: u32| file_name(started_at, &site.id, &observer.id, id, n.saturating_add(corrections));
    atomic::write_new(&folder, name, |_| text.clone())
}

/// Returns the path of a visit's first file, which may not exist.
pub fn usual_path(folders: &Folders, started_at: &Stamp, site: &str, observer: &str, id: &str) -> PathBuf {
    session_names::folder(&folders.sessions(), started_at).join(file_name(started_at, site, observer, id, 1))
}

/// Returns the session file that holds every event of a journal, if there is one.
pub(super) fn saved_beyond(folders: &Folders, journal: &Reader) -> Option<PathBuf> {
    let (started, at) = journal.state.started()?;
    let (link, last) = (journal.last_link()?, usize::try_from(journal.state.last_seq()).ok()?.checked_sub(1)?);
    let holds = |read: &ReadSession| {
        read.session.events.get(last).and_then(|raw| link_of(raw).ok()).is_some_and(|found| found == link)
    };
    saved(folders, &started.session, at, journal.beside.as_deref(), holds)
}

/// Returns the session file that the last correction of a journal began with.
pub(super) fn saved_before_correction(folders: &Folders, journal: &Reader) -> Option<PathBuf> {
    let (started, at) = journal.state.started()?;
    let events = journal.events.iter().rposition(|event| matches!(event.body, Body::Reopened { .. }))?;
    let link = journal.link(events.checked_sub(1)?)?;
    let is_that = |read: &ReadSession| {
        let last = read.session.events.last().and_then(|raw| link_of(raw).ok());
        read.session.events.len() == events && last.as_deref() == Some(link)
    };
    saved(folders, &started.session, at, journal.beside.as_deref(), is_that)
}

/// Returns a file of a visit whose content is the right one.
fn saved(
    folders: &Folders,
    id: &str,
    started_at: &Stamp,
    beside: Option<&Path>,
    is_right: impl Fn(&ReadSession) -> bool,
) -> Option<PathBuf> {
    let own = session_names::folder(&folders.sessions(), started_at);
    let mut files = [Some(own.as_path()), beside].into_iter().flatten().flat_map(|folder| files_of_id(folder, id));
    files.find(|path| read_session(path).is_ok_and(|read| is_right(&read)))
}

/// Returns a file of a visit whose proof holds, and which a correction does not continue.
fn not_continued(correction: &str, folder: &Path, id: &str) -> Option<PathBuf> {
    let correction = verify_text(correction).ok()?;
    let proof = |path: &PathBuf| verify_text(&json::read_text(path, MOST).ok()?).ok();
    files_of_id(folder, id).find(|path| proof(path).is_some_and(|other| !correction.continues(&other)))
}

/// Returns whether a folder holds a file of a visit.
fn has_file_of(folder: &Path, id: &str) -> bool {
    let others = || folder.read_dir().into_iter().flatten().flatten().map(|entry| entry.path());
    files_of_id(folder, id).next().is_some() || others().any(|path| path.is_file() && has_id(&path, id))
}

/// Reads a session whole, with its checklist and events, without verifying it.
///
/// # Errors
/// Where the file cannot be read, is too large, or is not a session of this version.
pub fn read_session(path: &Path) -> Result<ReadSession, StoreError> {
    whole(path, &json::read_text(path, MOST)?)
}

/// As [`read_session`], and verifies the session; returns its first problem.
///
/// # Errors
/// As [`read_session`].
pub fn read_verified(path: &Path) -> Result<(ReadSession, Option<Problem>), StoreError> {
    let text = json::read_text(path, MOST)?;
    let problems = verify_text(&text).err().unwrap_or_default();
    Ok((whole(path, &text)?, problems.into_iter().next()))
}

fn whole(path: &Path, text: &str) -> Result<ReadSession, StoreError> {
    let bad = |error: serde_json::Error| not_a_session(path, &error);
    let session: Session = decode(path, text)?;
    let definition = Definition::parse_valid(session.definition.clone()).map_err(bad)?;
    let events = session.events.iter().map(|raw| serde_json::from_str(raw.get()));
    let events = events.collect::<Result<_, _>>().map_err(bad)?;
    Ok(ReadSession { path: path.to_owned(), session, definition: Arc::new(definition), events })
}

/// Finds visits by a path or the beginning of their id, saved ones first; each visit once.
///
/// # Errors
/// Where a folder cannot be read.
pub fn find(folders: &Folders, asked: &str) -> Result<Vec<Found>, StoreError> {
    let path = Path::new(asked);
    if path.is_file() {
        return Ok(vec![Found::Saved(path.to_owned())]);
    }
    let prefix = asked.to_ascii_lowercase();
    if prefix.is_empty() || !prefix.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-') {
        return Ok(Vec::new());
    }
    // The name tells a whole id; of the beginning of one, only the file does.
    let mut visits = Vec::new();
    if prefix.len() == WHOLE_ID {
        visits = visits_of(folders, &prefix, |path| session_names::fits(path, &prefix))?;
    }
    if visits.is_empty() {
        visits = visits_of(folders, &prefix, |_| true)?;
    }
    let is_other = |id: &String| id.starts_with(&prefix) && !visits.iter().any(|(saved, _)| saved == id);
    let unfinished: Vec<String> = unfinished_ids(folders)?.into_iter().filter(is_other).collect();
    let saved = visits.into_iter().filter_map(|(_, files)| FilesOfVisit::compare(files));
    Ok(saved.map(|files| Found::Saved(files.path)).chain(unfinished.into_iter().map(Found::Unfinished)).collect())
}

/// Returns the visits whose ids begin with a text, with their files, among those files whose names are wanted.
fn visits_of(
    folders: &Folders,
    prefix: &str,
    is_wanted: impl Fn(&Path) -> bool,
) -> Result<Vec<(String, Vec<PathBuf>)>, StoreError> {
    let mut visits: Vec<(String, Vec<PathBuf>)> = Vec::new();
    for path in paths(folders).filter(|path| path.as_ref().map_or(true, |path| is_wanted(path))) {
        let path = path?;
        let Some(head) = head(&path).ok().filter(|head| head.id.starts_with(prefix)) else { continue };
        match visits.iter_mut().find(|(id, _)| *id == head.id) {
            Some((_, files)) => files.push(path),
            None => visits.push((head.id, vec![path])),
        }
    }
    Ok(visits)
}

/// Finds the file of a saved visit that counts: by the id in its name, or else by reading every head.
pub fn of_id(folders: &Folders, id: &str) -> Option<PathBuf> {
    let all = || paths(folders).flatten();
    let mut files: Vec<PathBuf> = all().filter(|path| session_names::fits(path, id) && has_id(path, id)).collect();
    if files.is_empty() {
        files.extend(all().filter(|path| has_id(path, id)));
    }
    FilesOfVisit::compare(files).map(|files| files.path)
}

/// Returns the files of a visit, one of which is `path`: those beside it, and those in the data folder.
///
/// # Errors
/// Where a folder cannot be read.
pub fn files_of_visit(folders: &Folders, id: &str, path: &Path) -> Result<FilesOfVisit, StoreError> {
    let beside = files_in(parent(path).unwrap_or(Path::new("."))).filter(|path| has_id(path, id));
    let own = paths(folders).flatten().filter(|path| session_names::fits(path, id) && has_id(path, id));
    let mut known = BTreeSet::new();
    let files = [path.to_owned()].into_iter().chain(beside).chain(own);
    let files = files.filter(|path| path.canonicalize().is_ok_and(|real| known.insert(real))).collect();
    FilesOfVisit::compare(files).ok_or_else(|| IoCause::Missing.at(path))
}

/// Returns the ids of the visits that have a journal, newest first.
pub(super) fn unfinished_ids(folders: &Folders) -> Result<Vec<String>, StoreError> {
    let folder = folders.unfinished();
    let entries = match folder.read_dir() {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error).at(&folder),
    };
    let mut ids = Vec::new();
    for entry in entries {
        let name = entry.at(&folder)?.file_name();
        ids.extend(name.to_str().and_then(parse_name).map(|(id, _)| id.to_owned()));
    }
    ids.sort_by(|a: &String, b| b.cmp(a));
    ids.dedup();
    Ok(ids)
}
