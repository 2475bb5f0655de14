//! The visits in the order in which they started: read once to learn where each stands, and once more to hand it on.

use super::fields::Fields;
use super::files::Files;
use super::judge::{Respelled, judge};
use super::known::Known;
use super::lines::{Buffer, without_mark};
use super::seen::{Key, key};
use super::work::{Place, Sink};
use super::{Damaged, Found, Options, Progress, Reason, read_files};
use crate::store::error::StoreError;
use crate::visit::record::Record;
use jiff::Timestamp;
use std::fs::File;
use std::ops::ControlFlow;
use std::path::PathBuf;

/// After how many visits the progress is told.
const OFTEN: u64 = 1024;

/// Where a visit stands, among the others and in the files.
struct Entry {
    started: Timestamp,
    key: Key,
    place: Place,
}

#[derive(Default)]
struct Entries(Vec<Entry>);

impl Sink for Entries {
    fn take(&mut self, fields: &Fields<'_>, key: Key, place: Place) {
        self.0.push(Entry { started: fields.started, key, place });
    }
}

/// Reads the sessions of files and folders, and hands each visit on in the order of their starts, then of their ids.
/// Each visit takes some tens of bytes meanwhile.
///
/// # Errors
/// As [`super::read`].
pub fn in_order(
    paths: &[PathBuf],
    options: &Options,
    watch: &(dyn Fn(Progress) -> ControlFlow<()> + Sync),
    take: &mut dyn FnMut(&Record<'_>),
) -> Result<Found, StoreError> {
    let files = Files::find(paths)?;
    let (sinks, mut found) = read_files(&files, options, watch, &Entries::default);
    if found.stopped {
        return Ok(found);
    }
    let mut entries: Vec<Entry> = sinks.into_iter().flat_map(|sink| sink.0).collect();
    entries.sort_unstable_by_key(|entry| (entry.started, entry.key));
    let mut again = Again {
        files: &files,
        // What was proved before is the same, or else has another id.
        options: Options { verify: false, ..*options },
        open: None,
        buffer: Buffer::default(),
        known: Known::default(),
        room: Respelled::default(),
    };
    let whole = entries.len() as u64;
    for (done, entry) in (1..).zip(&entries) {
        if let Err(damaged) = again.hand_on(entry, take) {
            found.sessions -= 1;
            found.damaged.extend(damaged.map(|damaged| *damaged));
        }
        if done % OFTEN == 0 && watch(Progress { sessions: done, done, whole }).is_break() {
            found.stopped = true;
            break;
        }
    }
    found.damaged.sort_by(|a, b| (&a.path, a.line, a.reason.code()).cmp(&(&b.path, b.line, b.reason.code())));
    Ok(found)
}

/// Reads sessions again, by their places.
struct Again<'f> {
    files: &'f Files,
    options: Options,
    /// The file of the last one.
    open: Option<(usize, File)>,
    buffer: Buffer,
    known: Known,
    room: Respelled,
}

impl Again<'_> {
    /// Reads a session again and hands it on; a file that was changed meanwhile is named.
    fn hand_on(&mut self, entry: &Entry, take: &mut dyn FnMut(&Record<'_>)) -> Result<(), Option<Box<Damaged>>> {
        let Place { file, at, len } = entry.place;
        let damaged = |reason| self.files.path(file).map(|path| Box::new(Damaged { path, line: None, reason }));
        let unreadable = |error: std::io::Error| {
            let path = self.files.path(file).unwrap_or_default();
            damaged(Reason::Unreadable(StoreError::system(&path, &error)))
        };
        if self.open.as_ref().is_none_or(|(open, _)| *open != file) {
            let path = self.files.path(file).unwrap_or_default();
            self.open = Some((file, File::open(path).map_err(unreadable)?));
        }
        let Some((_, open)) = &self.open else { return Err(damaged(Reason::Changed)) };
        let text = self.buffer.piece(open, at, len).map_err(unreadable)?;
        let text = if at == 0 { without_mark(text) } else { text };
        match judge(text.trim_ascii(), self.options, &mut self.known, &mut self.room) {
            Ok(judged) if key(&judged.fields.record.id) == entry.key => {
                take(&judged.fields.record);
                Ok(())
            }
            _ => Err(damaged(Reason::Changed)),
        }
    }
}
