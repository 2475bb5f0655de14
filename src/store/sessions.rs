//! The session files on the disk: written once, found by id, listed newest first without reading them whole.

use super::atomic;
use super::error::StoreError;
use super::folders::{Folders, make_folder, sync_parent};
use super::json::{self, MOST};
use super::segments::{check_id, parse_name};
use super::session::{Ending, FORMAT, Session};
use crate::visit::checklist::{Relation, is_id};
use crate::visit::definition::Definition;
use crate::visit::event::{ChecklistRef, Event, Kind, Observer, Site};
use crate::visit::score::Score;
use crate::visit::time::Stamp;
use serde::de::{Deserializer as _, IgnoredAny, MapAccess, Visitor};
use std::fmt;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How much of an id is in the file's name.
const ID_IN_NAME: usize = 8;

/// The first fields of a session, enough for a list.
#[derive(Clone, Debug)]
pub struct SessionHead {
    /// The file.
    pub path: PathBuf,
    /// The visit's id.
    pub id: String,
    /// What the visit was for.
    pub kind: Kind,
    /// How it ended.
    pub status: Ending,
    /// Between whom the service passed.
    pub relation: Relation,
    /// Where.
    pub site: Site,
    /// Who observed.
    pub observer: Observer,
    /// When the clock started.
    pub started_at: Stamp,
    /// When the last event was recorded.
    pub ended_at: Stamp,
    /// From the first event to the last, in milliseconds.
    pub duration_ms: u64,
    /// By which checklist.
    pub checklist: ChecklistRef,
    /// The score.
    pub score: Score,
}

/// A session read whole.
#[derive(Clone, Debug)]
pub struct ReadSession {
    /// The file.
    pub path: PathBuf,
    /// What it says.
    pub session: Session,
    /// Its checklist.
    pub definition: Arc<Definition>,
    /// Its events.
    pub events: Vec<Event>,
}

/// What the beginning of an id may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A saved visit, by its file.
    Saved(PathBuf),
    /// An unfinished visit, by its id.
    Unfinished(String),
}

/// Writes a session to its place; gives the path. A session that is there already is not written again, and no other
/// one is ever replaced.
pub(super) fn save(folders: &Folders, session: &Session) -> Result<PathBuf, StoreError> {
    if let Some(path) = saved(folders, &session.id, &session.started_at, &session.site.id, Some(&session.seal)) {
        // Its name may have come to stand there a moment before the machine stopped, or the folder failed.
        return sync_parent(&path).map(|()| path);
    }
    let (folder, name) = place(folders, &session.id, &session.started_at, &session.site.id);
    make_folder(&folder)?;
    folders.sync_names(&folder)?;
    let text =
        session.to_line().map_err(|error| StoreError::System { path: folder.clone(), reason: error.to_string() })?;
    atomic::write_new(&folder, |n| numbered(&name, n), |_| text.clone())
}

/// Tells whether a visit has its session file.
#[must_use]
pub fn is_saved(folders: &Folders, id: &str, started_at: &Stamp, site: &str) -> bool {
    saved(folders, id, started_at, site, None).is_some()
}

/// Gives the file of a session, where there is one; with a seal, only the file that has it.
pub(super) fn saved(
    folders: &Folders,
    id: &str,
    started_at: &Stamp,
    site: &str,
    seal: Option<&str>,
) -> Option<PathBuf> {
    let (folder, name) = place(folders, id, started_at, site);
    let present = (1..=u32::MAX).map(|n| folder.join(numbered(&name, n))).take_while(|path| atomic::is_taken(path));
    for path in present {
        // A file that cannot be read is some other's: it is left alone, and the next name is tried.
        if head(&path).is_ok_and(|head| head.id == id) {
            let same = seal.is_none_or(|seal| read_session(&path).is_ok_and(|there| there.session.seal == seal));
            if same {
                return Some(path);
            }
        }
    }
    None
}

/// Gives the folder of a session and its file's name without the ending.
fn place(folders: &Folders, id: &str, started_at: &Stamp, site: &str) -> (PathBuf, String) {
    let civil = started_at.civil();
    let folder = folders.sessions().join(civil.strftime("%Y").to_string()).join(civil.strftime("%m").to_string());
    // Journals of other programs may name a site in any way; a file name may not.
    let site = if is_id(site) { site } else { "site" };
    let id = id.get(..ID_IN_NAME).unwrap_or("visit");
    // The date before it keeps the site's id from being a device's name.
    (folder, format!("{}_{site}_{id}", civil.strftime("%Y-%m-%dT%H%M")))
}

fn numbered(name: &str, number: u32) -> String {
    if number == 1 { format!("{name}.json") } else { format!("{name}_{number}.json") }
}

/// Reads a session whole, with its checklist and events. Nothing is verified: see [`super::verify`].
///
/// # Errors
/// Where the file cannot be read, is too large, or is not a session of this version.
pub fn read_session(path: &Path) -> Result<ReadSession, StoreError> {
    let text = json::read_text(path, MOST)?;
    let bad = |error: serde_json::Error| StoreError::NotASession { path: path.to_owned(), reason: error.to_string() };
    check_format(path, &text)?;
    let session: Session = serde_json::from_str(&text).map_err(bad)?;
    let definition = Definition::parse_valid(session.definition.clone()).map_err(bad)?;
    let events = session.events.iter().map(|raw| serde_json::from_str(raw.get()));
    let events = events.collect::<Result<_, _>>().map_err(bad)?;
    Ok(ReadSession { path: path.to_owned(), session, definition: Arc::new(definition), events })
}

fn check_format(path: &Path, text: &str) -> Result<(), StoreError> {
    #[derive(serde::Deserialize)]
    struct Format {
        #[serde(default)]
        format: String,
    }
    let found: Format = serde_json::from_str(text)
        .map_err(|error| StoreError::NotASession { path: path.to_owned(), reason: error.to_string() })?;
    newer_or_other(path, &found.format)
}

fn newer_or_other(path: &Path, found: &str) -> Result<(), StoreError> {
    let path = path.to_owned();
    match found {
        FORMAT => Ok(()),
        _ if found.starts_with("esprit.session/") => {
            Err(StoreError::NewerFormat { path, found: found.to_owned(), read: FORMAT })
        }
        _ => Err(StoreError::NotASession { path, reason: format!("format `{found}`") }),
    }
}

/// Reads the first fields of a session and no more of the file than they need.
///
/// # Errors
/// As [`read_session`].
pub fn head(path: &Path) -> Result<SessionHead, StoreError> {
    let file = json::open(path)?;
    let mut fields = Fields::default();
    let mut reader = serde_json::Deserializer::from_reader(BufReader::new(file.take(MOST)));
    let ended = reader.deserialize_map(HeadVisitor(&mut fields));
    let head = fields.head(path);
    match (head, ended) {
        // Having what it came for, the reader stops in the middle of the document; that is no error.
        (Some(head), _) => newer_or_other(path, &fields.format.unwrap_or_default()).map(|()| head),
        (None, Err(error)) if error.is_io() => Err(StoreError::system(path, &error.into())),
        (None, ended) => {
            newer_or_other(path, &fields.format.unwrap_or_default())?;
            let reason = ended.err().map_or_else(|| "fields are missing".to_owned(), |error| error.to_string());
            Err(StoreError::NotASession { path: path.to_owned(), reason })
        }
    }
}

/// The fields of a head as they come.
#[derive(Default)]
struct Fields {
    format: Option<String>,
    id: Option<String>,
    kind: Option<Kind>,
    status: Option<Ending>,
    relation: Option<Relation>,
    site: Option<Site>,
    observer: Option<Observer>,
    started_at: Option<Stamp>,
    ended_at: Option<Stamp>,
    duration_ms: Option<u64>,
    checklist: Option<ChecklistRef>,
    score: Option<Score>,
}

impl Fields {
    fn head(&self, path: &Path) -> Option<SessionHead> {
        Some(SessionHead {
            path: path.to_owned(),
            id: self.id.clone()?,
            kind: self.kind?,
            status: self.status?,
            relation: self.relation?,
            site: self.site.clone()?,
            observer: self.observer.clone()?,
            started_at: self.started_at?,
            ended_at: self.ended_at?,
            duration_ms: self.duration_ms?,
            checklist: self.checklist.clone()?,
            score: self.score.clone()?,
        })
    }
}

struct HeadVisitor<'a>(&'a mut Fields);

impl<'de> Visitor<'de> for HeadVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a session")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let fields = self.0;
        let mut wanted = 12;
        while wanted > 0
            && let Some(key) = map.next_key::<String>()?
        {
            match key.as_str() {
                "format" => fields.format = Some(map.next_value()?),
                "id" => fields.id = Some(map.next_value()?),
                "kind" => fields.kind = Some(map.next_value()?),
                "status" => fields.status = Some(map.next_value()?),
                "relation" => fields.relation = Some(map.next_value()?),
                "site" => fields.site = Some(map.next_value()?),
                "observer" => fields.observer = Some(map.next_value()?),
                "started_at" => fields.started_at = Some(map.next_value()?),
                "ended_at" => fields.ended_at = Some(map.next_value()?),
                "duration_ms" => fields.duration_ms = Some(map.next_value()?),
                "checklist" => fields.checklist = Some(map.next_value()?),
                "score" => fields.score = Some(map.next_value()?),
                _ => {
                    map.next_value::<IgnoredAny>()?;
                    continue;
                }
            }
            wanted -= 1;
        }
        Ok(())
    }
}

/// Gives the heads of the saved visits, newest first. Each file is opened when its turn comes, so that the first
/// ones cost the same however many there are.
#[must_use]
pub fn heads(folders: &Folders) -> Heads {
    Heads { todo: vec![folders.sessions()] }
}

/// The saved visits, newest first: see [`heads`].
#[derive(Debug)]
pub struct Heads {
    /// What is still to be looked at; the newest is the last.
    todo: Vec<PathBuf>,
}

impl Iterator for Heads {
    type Item = Result<SessionHead, StoreError>;

    fn next(&mut self) -> Option<Self::Item> {
        next_file(&mut self.todo).map(|path| path.and_then(|path| head(&path)))
    }
}

/// Takes the next session file off a list of files and folders; folders are opened as they come.
fn next_file(todo: &mut Vec<PathBuf>) -> Option<Result<PathBuf, StoreError>> {
    while let Some(path) = todo.pop() {
        if path.extension().is_some_and(|extension| extension == "json") {
            return Some(Ok(path));
        }
        match entries(&path) {
            Ok(inner) => todo.extend(inner),
            Err(StoreError::Missing { .. }) => {}
            Err(error) => return Some(Err(error)),
        }
    }
    None
}

/// Gives the session files and the folders in a folder, by name. Links to folders are not followed.
pub(super) fn entries(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let failed = |error: std::io::Error| StoreError::system(folder, &error);
    let mut found = Vec::new();
    for entry in folder.read_dir().map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        let path = entry.path();
        let is_json = path.extension().is_some_and(|extension| extension == "json");
        if !hidden && is_folder != is_json {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Finds visits by a path or by the beginning of their id, saved ones first.
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
    let mut todo = vec![folders.sessions()];
    while let Some(path) = next_file(&mut todo) {
        let path = path?;
        if name_fits(&path, &prefix) && (prefix.len() <= ID_IN_NAME || id_fits(&path, &prefix)) {
            found.push(Found::Saved(path));
        }
    }
    found.extend(unfinished_ids(folders)?.into_iter().filter(|id| id.starts_with(&prefix)).map(Found::Unfinished));
    Ok(found)
}

/// Finds the file of a saved visit: its name says the beginning of the id, or else every file is asked.
#[must_use]
pub fn of_id(folders: &Folders, id: &str) -> Option<PathBuf> {
    let mut todo = vec![folders.sessions()];
    let mut paths = std::iter::from_fn(|| next_file(&mut todo)).flatten();
    let named = paths.find(|path| name_fits(path, id) && head(path).is_ok_and(|head| head.id == id));
    named.or_else(|| heads(folders).flatten().find(|head| head.id == id).map(|head| head.path))
}

/// Tells whether the part of the id that is in a file's name fits the beginning of an id.
fn name_fits(path: &Path, prefix: &str) -> bool {
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let short = |part: &&str| part.len() == ID_IN_NAME && part.bytes().all(|b| b.is_ascii_hexdigit());
    // A number may follow, where two visits would have had one name.
    let in_name = stem.rsplit('_').take(2).find(short);
    in_name.is_some_and(|id| id.starts_with(prefix) || prefix.starts_with(id))
}

fn id_fits(path: &Path, prefix: &str) -> bool {
    head(path).is_ok_and(|head| head.id.starts_with(prefix))
}

/// Gives the ids of the visits that have a journal, newest first.
pub(super) fn unfinished_ids(folders: &Folders) -> Result<Vec<String>, StoreError> {
    let folder = folders.unfinished();
    let entries = match folder.read_dir() {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(StoreError::system(&folder, &error)),
    };
    let mut ids: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().to_str().and_then(parse_name).map(|(id, _)| id.to_owned()))
        .filter(|id| check_id(id).is_ok())
        .collect();
    ids.sort_by(|a, b| b.cmp(a));
    ids.dedup();
    Ok(ids)
}
