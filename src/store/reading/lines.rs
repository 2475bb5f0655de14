//! Lines of a file: of a small one at once, of a large one block by block, so that several threads can share it.
//!
//! It knows nothing of what is in a line.

use crate::store::json::MOST;
use std::fs::File;
use std::io::{self, ErrorKind};

/// How much of a file is read at a time, in bytes. A file that is smaller is read at once.
pub(super) const BLOCK: usize = 256 << 10;

/// How much is read at a time beyond a block, to come to the end of its last line.
const STEP: usize = 16 << 10;

/// Reads into a page's beginning cost the system a third of those that do not begin there.
const PAGE: usize = 4096;

const BOM: &[u8] = b"\xef\xbb\xbf";

/// A line that is not blank, without the space around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    pub(super) text: &'t [u8],
    /// Its number from 0, blank lines counted, from where the reading began.
    pub(super) number: usize,
    /// Where it begins in the file, in bytes, with the space before it.
    pub(super) at: u64,
    /// How long it is in the file, with the space around it.
    pub(super) len: usize,
}

/// Room for what is read, used again and again.
#[derive(Debug, Default)]
pub(super) struct Buffer {
    bytes: Vec<u8>,
    /// Where a page begins in it.
    from: usize,
}

impl Buffer {
    /// Gives the first `len` bytes; what is in them stays when they become more.
    fn room(&mut self, len: usize) -> &mut [u8] {
        if self.bytes.len() < self.from + len {
            let mut bytes = vec![0; (len + len / 4).next_multiple_of(PAGE) + PAGE];
            let from = bytes.as_ptr().align_offset(PAGE).min(PAGE);
            let old = self.bytes.get(self.from..).unwrap_or_default();
            let new = bytes.get_mut(from..).unwrap_or_default();
            new.iter_mut().zip(old).for_each(|(to, byte)| *to = *byte);
            *self = Self { bytes, from };
        }
        self.bytes.get_mut(self.from..self.from + len).unwrap_or_default()
    }

    fn bytes(&self, len: usize) -> &[u8] {
        self.bytes.get(self.from..self.from + len).unwrap_or_default()
    }

    /// Reads from a place in a file into `from..to`; gives how far it came, which is short of `to` at the file's end.
    fn fill(&mut self, file: &File, place: u64, from: usize, to: usize) -> io::Result<usize> {
        let mut have = from;
        while have < to {
            let room = self.room(to).get_mut(have..).unwrap_or_default();
            match read_at(file, place + (have - from) as u64, room) {
                Ok(0) => break,
                Ok(read) => have += read,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(have)
    }

    /// Reads the beginning of a file: all of it, where that is less than [`BLOCK`] bytes.
    pub(super) fn beginning(&mut self, file: &File) -> io::Result<&[u8]> {
        let have = self.fill(file, 0, 0, BLOCK)?;
        Ok(self.bytes(have))
    }

    /// Reads some bytes of a file.
    pub(super) fn piece(&mut self, file: &File, at: u64, len: usize) -> io::Result<&[u8]> {
        let have = self.fill(file, at, 0, len)?;
        Ok(self.bytes(have))
    }
}

#[cfg(unix)]
fn read_at(file: &File, at: u64, room: &mut [u8]) -> io::Result<usize> {
    std::os::unix::fs::FileExt::read_at(file, room, at)
}

#[cfg(windows)]
fn read_at(file: &File, at: u64, room: &mut [u8]) -> io::Result<usize> {
    std::os::windows::fs::FileExt::seek_read(file, room, at)
}

/// What takes lines as they come; a line that is longer than any session comes as an error, with its number.
pub(super) type Take<'t> = dyn FnMut(Result<Line<'_>, usize>) + 't;

/// Gives the lines of a whole text.
pub(super) fn lines(text: &[u8], take: &mut Take<'_>) {
    let mut start = 0;
    for (number, end) in memchr::memchr_iter(b'\n', text).chain([text.len()]).enumerate() {
        give(text.get(start..end).unwrap_or_default(), number, start as u64, take);
        start = end + 1;
    }
}

fn give(line: &[u8], number: usize, at: u64, take: &mut Take<'_>) {
    let text = if at == 0 { without_mark(line) } else { line }.trim_ascii();
    if !text.is_empty() {
        take(Ok(Line { text, number, at, len: line.len() }));
    }
}

/// Gives the lines of a block of a file: those before which a line ends within it, and in the first the file's first
/// too. Gives their number, blank lines counted.
///
/// # Errors
/// What the system reports.
pub(super) fn block(file: &File, block: u64, buffer: &mut Buffer, take: &mut Take<'_>) -> io::Result<usize> {
    let place = block * BLOCK as u64;
    let mut have = buffer.fill(file, place, 0, BLOCK)?;
    let mut at_end = have < BLOCK;
    let mut start = 0;
    if block > 0 {
        match memchr::memchr(b'\n', buffer.bytes(have)) {
            Some(end) => start = end + 1,
            None => return Ok(0),
        }
    }
    let mut number = 0;
    while start <= BLOCK {
        let mut searched = start;
        let end = loop {
            let found = buffer.bytes(have).get(searched..).and_then(|rest| memchr::memchr(b'\n', rest));
            if let Some(found) = found {
                break searched + found;
            }
            if at_end {
                break have;
            }
            if (have - start) as u64 > MOST {
                take(Err(number));
                return Ok(number + 1);
            }
            searched = have;
            // A long line takes steps as long as itself.
            let to = have + STEP.max(have - start);
            have = buffer.fill(file, place + have as u64, have, to)?;
            at_end = have < to;
        };
        let line = buffer.bytes(have).get(start..end).unwrap_or_default();
        if end == have && line.is_empty() {
            break;
        }
        give(line, number, place + start as u64, take);
        number += 1;
        start = end + 1;
    }
    Ok(number)
}

/// Tells whether a file's text is lines of sessions, and not one document over several lines: its first line ends where
/// an object does, or it has no other, or some other begins as a session's.
pub(super) fn are_sessions(text: &[u8]) -> bool {
    let text = without_mark(text).trim_ascii();
    let Some(end) = memchr::memchr(b'\n', text) else { return true };
    let (first, others) = text.split_at(end);
    first.trim_ascii_end().ends_with(b"}") || memchr::memmem::find(others, b"\n{\"").is_some()
}

/// Tells whether a text has more than one line that is not blank.
pub(super) fn are_several(text: &[u8]) -> bool {
    memchr::memchr(b'\n', text.trim_ascii()).is_some()
}

/// Gives a text without its byte order mark.
pub(super) fn without_mark(text: &[u8]) -> &[u8] {
    text.strip_prefix(BOM).unwrap_or(text)
}
