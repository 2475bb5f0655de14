//! The visits in the order in which they started: read once to learn where each is, and again to pass it on.

use super::damage::{self, Damaged, Reason};
use super::dedup::{Key, key};
use super::parse::{Parsed, parse};
use super::workers::{Place, Sink, Watch};
use super::{Found, Options, Progress, Seals, read_files};
use crate::store::error::{AtPath, StoreError};
use crate::store::session_files::SessionFiles;
use crate::store::session_lines::without_mark;
use crate::store::verify::Problem;
use crate::visit::record::Record;
use jiff::Timestamp;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
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
    // What was verified before is the same now, or has another id.
    let options = Options { seals: Seals::Skip, ..options.clone() };
    let mut again = Again { files: &files, options, open: None, text: Vec::new(), respelled: String::new() };
    let whole = entries.len() as u64;
    for (done, entry) in (1..).zip(&entries) {
        if let Err(reason) = again.pass_on(entry, take) {
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

/// Reads sessions again, by their places.
struct Again<'f> {
    files: &'f SessionFiles,
    options: Options,
    /// The file of the last session.
    open: Option<(usize, File)>,
    text: Vec<u8>,
    respelled: String,
}

impl Again<'_> {
    fn pass_on(&mut self, entry: &Entry, take: &mut dyn FnMut(&Record<'_>)) -> Result<(), Reason> {
        self.read(entry.place).at(self.files.path(entry.place.file)).map_err(Problem::Unreadable)?;
        let text = if entry.place.at == 0 { without_mark(&self.text) } else { &self.text };
        let parsed = parse(text, &self.options, &mut self.respelled).map_err(|_| Reason::Changed)?;
        if key(&parsed.record.id) != entry.key {
            return Err(Reason::Changed);
        }
        take(&parsed.record);
        Ok(())
    }

    fn read(&mut self, Place { file, at, len }: Place) -> io::Result<()> {
        let mut open = match self.open.take() {
            Some((last, open)) if last == file => open,
            _ => File::open(self.files.path(file))?,
        };
        open.seek(SeekFrom::Start(at))?;
        self.text.clear();
        open.by_ref().take(len as u64).read_to_end(&mut self.text)?;
        self.open = Some((file, open));
        Ok(())
    }
}
