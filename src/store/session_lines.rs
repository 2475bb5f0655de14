//! Splits files into the texts of their sessions: one document, or a session on each line. Small files are read at once,
//! large ones by blocks, so that several threads can share them.
//!
//! It does not know what is in a session.

use super::error::{AtPath, StoreError};
use super::json::{self, MOST};
use super::session_files::has_lines;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

/// The size of a block, in bytes. A file that is smaller is read at once.
const BLOCK: usize = 512 << 10;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The text of a session, without a byte order mark; of a line also without the space around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct SessionText<'t> {
    /// `None` where the text is longer than any session.
    pub(super) text: Option<&'t [u8]>,
    /// Its line, from 0, counted from the beginning of the file or block; `None` where it is the only one of its file.
    pub(super) line: Option<usize>,
    /// Its offset in the file, in bytes.
    pub(super) at: u64,
    /// Its length in the file, in bytes.
    pub(super) len: usize,
}

/// What is called with each session.
pub(super) type Visit<'v> = dyn FnMut(SessionText<'_>) + 'v;

/// Reads the text of a file to `text` where that can be split at once; returns the number of blocks otherwise.
pub(super) fn open(path: &Path, text: &mut Vec<u8>) -> Result<Option<u64>, StoreError> {
    let mut file = json::open(path)?;
    read_block(&mut file, text).at(path)?;
    if text.len() < BLOCK {
        return Ok(None);
    }
    let size = file.metadata().at(path)?.len();
    if !has_lines(path) && size <= MOST && !are_sessions(text) {
        file.take(MOST - BLOCK as u64).read_to_end(text).at(path)?;
        if !are_sessions(text) {
            return Ok(None);
        }
    }
    Ok(Some(size.div_ceil(BLOCK as u64)))
}

fn read_block(file: &mut File, text: &mut Vec<u8>) -> io::Result<()> {
    text.clear();
    // A line or a document may have been far longer than a block.
    text.shrink_to(2 * BLOCK);
    file.take(BLOCK as u64).read_to_end(text).map(|_| ())
}

/// Splits the whole text of a file.
pub(super) fn split(path: &Path, text: &[u8], visit: &mut Visit<'_>) {
    let one = without_mark(text);
    let is_one_line = !one.trim_ascii().contains(&b'\n');
    if one.trim_ascii().is_empty() || !has_lines(path) && (is_one_line || !are_sessions(text)) {
        return visit(SessionText { text: Some(one), line: None, at: 0, len: text.len() });
    }
    lines(text, 0, visit);
}

/// Reads and splits a block of a file: the lines that begin in it, but for its very beginning, and where the next block
/// begins. Returns the number of lines, blank ones included.
pub(super) fn split_block(
    path: &Path,
    block: u64,
    text: &mut Vec<u8>,
    visit: &mut Visit<'_>,
) -> Result<usize, StoreError> {
    let begin = block * BLOCK as u64;
    let mut file = json::open(path)?;
    file.seek(SeekFrom::Start(begin)).at(path)?;
    read_block(&mut file, text).at(path)?;
    let first = if block == 0 { Some(0) } else { memchr::memchr(b'\n', text).map(|end| end + 1) };
    let Some(first) = first else { return Ok(0) };
    BufReader::new(file.take(MOST + 1)).read_until(b'\n', text).at(path)?;
    Ok(lines(text.split_at(first).1, begin + first as u64, visit))
}

/// Splits a text into lines; `at` is its offset in the file. Returns their number.
fn lines(text: &[u8], at: u64, visit: &mut Visit<'_>) -> usize {
    let (mut number, mut begin) = (0, 0);
    while begin < text.len() {
        let (_, rest) = text.split_at(begin);
        let len = memchr::memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
        let at = at + begin as u64;
        let (line, _) = rest.split_at(len);
        let line = if at == 0 { without_mark(line) } else { line }.trim_ascii();
        if !line.is_empty() {
            let text = Some(line).filter(|_| len as u64 <= MOST);
            visit(SessionText { text, line: Some(number), at, len });
        }
        number += 1;
        begin += len;
    }
    number
}

/// Returns whether a text is lines of sessions, and not one document over several lines: its first line ends as an object
/// does, or there is no other line, or another line begins as a session.
fn are_sessions(text: &[u8]) -> bool {
    let text = without_mark(text).trim_ascii();
    let Some(end) = memchr::memchr(b'\n', text) else { return true };
    let (first, others) = text.split_at(end);
    first.trim_ascii_end().ends_with(b"}") || memchr::memmem::find(others, b"\n{\"").is_some()
}

/// Returns a text without its byte order mark.
pub(super) fn without_mark(text: &[u8]) -> &[u8] {
    text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text)
}
