//! The visits in the order in which they started: read once to learn where each is, and again to pass it on.

use super::damage::{self, Damaged};
use super::dedup::Key;
use super::parse::Parsed;
use super::reread::Reread;
use super::sink::{Place, Sink};
use super::workers::Watch;
use super::{Found, Options, Progress, read_files};
use crate::store::error::StoreError;
use crate::store::session_files::SessionFiles;
use crate::visit::record::Record;
use jiff::Timestamp;
use std::path::PathBuf;

/// The number of visits after which the progress is reported.
const OFTEN: u64 = 1024;

/// When a visit started, and where its session is.
struct Entry {
    started: Timestamp,
    key: Key,
    place: Place,
}

#[derive(Default)]
struct Entries(Vec<Entry>);

impl Sink for Entries {
    fn take(&mut self, session: &Parsed<'_>, key: Key, place: Place) {
        self.0.push(Entry { started: session.started, key, place });
    }
}

/// Reads the sessions of files and folders, and passes each visit on in the order of their starts, then of their ids.
/// Each visit needs some tens of bytes meanwhile.
///
/// # Errors
/// As [`super::read`].
pub fn in_order(
    paths: &[PathBuf],
    options: &Options,
    watch: Watch<'_>,
    take: &mut dyn FnMut(&Record<'_>),
) -> Result<Found, StoreError> {
    let files = SessionFiles::find(paths)?;
    let (sinks, mut found) = read_files(&files, options, watch, &Entries::default);
    if found.stopped {
        return Ok(found);
    }
    let mut entries: Vec<Entry> = sinks.into_iter().flat_map(|sink| sink.0).collect();
    entries.sort_unstable_by_key(|entry| (entry.started, entry.key));
    let mut again = Reread::new(&files, options.clone());
    let whole = entries.len() as u64;
    for (done, entry) in (1..).zip(&entries) {
        if let Err(reason) = again.pass_on(entry.key, entry.place, &mut |session| take(&session.record)) {
            let path = files.path(entry.place.file);
            found.sessions -= 1;
            found.damaged.push(Damaged { path, line: None, reason });
        }
        if done % OFTEN == 0 && watch(Progress { sessions: done, done, whole }).is_break() {
            found.stopped = true;
            break;
        }
    }
    damage::sort(&mut found.damaged);
    Ok(found)
}
