//! Reads single sessions again, by their places.

use super::damage::Reason;
use super::dedup::{Key, key};
use super::parse::{Parsed, parse};
use super::sink::Place;
use super::{Options, Seals};
use crate::store::error::AtPath;
use crate::store::session_files::SessionFiles;
use crate::store::session_lines::without_mark;
use crate::store::verify::Problem;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};

/// Reads sessions again.
pub(super) struct Reread<'f> {
    files: &'f SessionFiles,
    options: Options,
    /// The file of the last session.
    open: Option<(usize, File)>,
    text: Vec<u8>,
    respelled: String,
}

impl<'f> Reread<'f> {
    pub(super) fn new(files: &'f SessionFiles, options: Options) -> Self {
        // What was verified before is the same now, or has another id.
        let options = Options { seals: Seals::Skip, ..options };
        Self { files, options, open: None, text: Vec::new(), respelled: String::new() }
    }

    /// Passes on the session at a place, if it is still that of the visit.
    pub(super) fn pass_on(
        &mut self,
        visit: Key,
        place: Place,
        take: &mut dyn FnMut(&Parsed<'_>),
    ) -> Result<(), Reason> {
        self.read(place).at(self.files.path(place.file)).map_err(Problem::Unreadable)?;
        let text = if place.at == 0 { without_mark(&self.text) } else { &self.text };
        let parsed = parse(text, &self.options, &mut self.respelled).map_err(|_| Reason::Changed)?;
        if key(&parsed.record.id) != visit {
            return Err(Reason::Changed);
        }
        take(&parsed);
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
