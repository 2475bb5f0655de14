//! The session files in the data folder: written once, found by id, listed newest first without reading them whole.

use super::atomic::{self, numbered};
use super::derived_fields::decode_before;
use super::document_error::DocumentError;
use super::error::{AtPath, StoreError};
use super::folders::{Folders, make_folder, sync_parent};
use super::journal_reader::parse_name;
use super::json::{self, MOST};
use super::session::{Ending, FORMAT, Session, is_session};
use super::session_files::{has_lines, walk};
use super::verify::{Problem, verify_text};
use crate::visit::checklist::{Relation, is_id};
use crate::visit::definition::Definition;
use crate::visit::event::{ChecklistRef, Event, Kind, Observer, Site};
use crate::visit::score::Score;
use crate::visit::time::Stamp;
use serde::Deserialize;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use walkdir::WalkDir;

/// How much of an id is in the file's name.
const ID_IN_NAME: usize = 8;

/// The first fields of a [`Session`], enough for a list, and its file.
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
    pub score: Score,
}

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

/// Writes a session to its place and returns its path. One that is there already is not written again, and no other file
/// is ever replaced.
pub(super) fn save(folders: &Folders, session: &Session) -> Result<PathBuf, StoreError> {
    if let Some(path) = saved(folders, &session.id, &session.started_at, &session.site.id, Some(&session.seal)) {
        // The machine may have stopped, or the folder failed, before its name was safe on the disk.
        return sync_parent(&path).map(|()| path);
    }
    let (folder, name) = place(folders, &session.id, &session.started_at, &session.site.id);
    make_folder(&folder)?;
    folders.sync_names(&folder)?;
    let text = session.to_line().at(&folder)?;
    atomic::write_new(&folder, |n| file_name(&name, n), |_| text.clone())
}

/// Returns whether a visit has its session file.
pub fn is_saved(folders: &Folders, id: &str, started_at: &Stamp, site: &str) -> bool {
    saved(folders, id, started_at, site, None).is_some()
}

/// Returns the file of a session, where there is one; with a seal, only a file that has this seal.
pub(super) fn saved(
    folders: &Folders,
    id: &str,
    started_at: &Stamp,
    site: &str,
    seal: Option<&str>,
) -> Option<PathBuf> {
    let (folder, name) = place(folders, id, started_at, site);
    let present = (1..=u32::MAX).map(|n| folder.join(file_name(&name, n))).take_while(|path| atomic::is_taken(path));
    for path in present {
        // A file that cannot be read is not ours: try the next name.
        if head(&path).is_ok_and(|head| head.id == id) {
            let same = seal.is_none_or(|seal| read_session(&path).is_ok_and(|there| there.session.seal == seal));
            if same {
                return Some(path);
            }
        }
    }
    None
}

/// Returns the folder of a session and its file's name without the extension.
fn place(folders: &Folders, id: &str, started_at: &Stamp, site: &str) -> (PathBuf, String) {
    let civil = started_at.civil();
    let folder = folders.sessions().join(civil.strftime("%Y").to_string()).join(civil.strftime("%m").to_string());
    // Journals of other programs may have site ids that are no file names.
    let site = if is_id(site) { site } else { "site" };
    let id = id.get(..ID_IN_NAME).unwrap_or("visit");
    // Behind the date, a site's id cannot be the name of a device.
    (folder, format!("{}_{site}_{id}", civil.strftime("%Y-%m-%dT%H%M")))
}

fn file_name(name: &str, number: u32) -> String {
    numbered(name, '_', number) + ".json"
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

fn not_a_session(path: &Path, reason: &impl ToString) -> StoreError {
    DocumentError::NotASession { path: path.to_owned(), reason: reason.to_string() }.into()
}

fn whole(path: &Path, text: &str) -> Result<ReadSession, StoreError> {
    let bad = |error: serde_json::Error| not_a_session(path, &error);
    let session: Session = decode(path, text)?;
    let definition = Definition::parse_valid(session.definition.clone()).map_err(bad)?;
    let events = session.events.iter().map(|raw| serde_json::from_str(raw.get()));
    let events = events.collect::<Result<_, _>>().map_err(bad)?;
    Ok(ReadSession { path: path.to_owned(), session, definition: Arc::new(definition), events })
}

/// Decodes the text of a session of this version.
fn decode<'a, T: Deserialize<'a>>(path: &Path, text: &'a str) -> Result<T, StoreError> {
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

/// Reads the first fields of a session and no more of the file than they need.
///
/// # Errors
/// As [`read_session`].
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

/// Returns the heads of the saved visits, newest first. Each file is opened when its turn comes, so that the first ones
/// cost the same however many there are.
pub fn heads(folders: &Folders) -> impl Iterator<Item = Result<SessionHead, StoreError>> + use<> {
    paths(folders).map(|path| path.and_then(|path| head(&path)))
}

/// Returns the files of the saved visits, newest first; folders are opened when their turn comes.
fn paths(folders: &Folders) -> impl Iterator<Item = Result<PathBuf, StoreError>> + use<> {
    let newest_first = WalkDir::new(folders.sessions()).sort_by(|a, b| b.file_name().cmp(a.file_name()));
    walk(newest_first).filter_map(|entry| match entry {
        Ok(entry) if has_lines(entry.path()) => None,
        Ok(entry) => Some(Ok(entry.into_path())),
        Err((_, error)) if error.is_missing() => None,
        Err((_, error)) => Some(Err(error)),
    })
}

/// Finds visits by a path or the beginning of their id, saved ones first.
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
    let mut found = Vec::new();
    for path in paths(folders) {
        let path = path?;
        if name_fits(&path, &prefix) && (prefix.len() <= ID_IN_NAME || id_fits(&path, &prefix)) {
            found.push(Found::Saved(path));
        }
    }
    found.extend(unfinished_ids(folders)?.into_iter().filter(|id| id.starts_with(&prefix)).map(Found::Unfinished));
    Ok(found)
}

/// Finds the file of a saved visit: by the beginning of the id in its name, or else by reading every head.
pub fn of_id(folders: &Folders, id: &str) -> Option<PathBuf> {
    let named = paths(folders).flatten().find(|path| name_fits(path, id) && head(path).is_ok_and(|head| head.id == id));
    named.or_else(|| heads(folders).flatten().find(|head| head.id == id).map(|head| head.path))
}

/// Returns whether the part of the id in a file's name fits the beginning of an id.
fn name_fits(path: &Path, prefix: &str) -> bool {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let short = |part: &&str| part.len() == ID_IN_NAME && part.bytes().all(|b| b.is_ascii_hexdigit());
    // A number follows where two visits would have the same name.
    let in_name = stem.rsplit('_').take(2).find(short);
    in_name.is_some_and(|id| id.starts_with(prefix) || prefix.starts_with(id))
}

fn id_fits(path: &Path, prefix: &str) -> bool {
    head(path).is_ok_and(|head| head.id.starts_with(prefix))
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
