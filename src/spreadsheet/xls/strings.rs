//! The texts of a stream.

use super::records::{Bytes, Records};
use crate::spreadsheet::SpreadsheetError;
use encoding_rs::WINDOWS_1252;

/// The record that goes on with the one before.
const CONTINUE: u16 = 0x003c;
/// The shared texts that are kept, in bytes.
const MOST_TEXT: usize = 64 << 20;

/// Returns a text with its length in two bytes.
pub(super) fn text(record: &mut Bytes<'_>, unicode: bool) -> Option<String> {
    let length = usize::from(record.u16()?);
    characters(record, length, unicode)
}

/// Returns a text with its length in one byte.
pub(super) fn short_text(record: &mut Bytes<'_>, unicode: bool) -> Option<String> {
    let length = usize::from(record.u8()?);
    characters(record, length, unicode)
}

fn characters(record: &mut Bytes<'_>, length: usize, unicode: bool) -> Option<String> {
    if !unicode {
        return Some(WINDOWS_1252.decode(record.take(length)?).0.into_owned());
    }
    let wide = record.u8()? & 1 != 0;
    Some(utf16(&units(record, length, wide)?))
}

/// Returns so many characters, of one byte or of two.
fn units(bytes: &mut Bytes<'_>, count: usize, wide: bool) -> Option<Vec<u16>> {
    if wide {
        let pairs = bytes.take(count.checked_mul(2)?)?.chunks_exact(2);
        Some(pairs.filter_map(|pair| pair.try_into().ok().map(u16::from_le_bytes)).collect())
    } else {
        Some(bytes.take(count)?.iter().copied().map(u16::from).collect())
    }
}

fn utf16(units: &[u16]) -> String {
    String::from_utf16_lossy(units)
}

/// Reads the shared texts, whose record begins with this data. A text may go on in the next record, which says anew how
/// wide its characters are.
pub(super) fn shared_strings(data: &[u8], next: Records<'_>) -> Result<Vec<String>, SpreadsheetError> {
    let next = next.take_while(|(kind, _)| *kind == CONTINUE).map(|(_, data)| data);
    let mut reader = Parts { now: Bytes(data), rest: next };
    let broken = || SpreadsheetError::Broken("XLS".to_owned());
    reader.now.skip(8).ok_or_else(broken)?;
    let mut strings = Vec::new();
    let mut size = 0_usize;
    while let Some(text) = reader.string() {
        size += text.len() + size_of::<String>();
        if size > MOST_TEXT {
            return Err(SpreadsheetError::TooLarge { limit: MOST_TEXT as u64 });
        }
        strings.push(text);
    }
    Ok(strings)
}

/// The data of records that go on.
struct Parts<'b, I> {
    now: Bytes<'b>,
    rest: I,
}

impl<'b, I: Iterator<Item = &'b [u8]>> Parts<'b, I> {
    /// Goes on to the next record at the end of one; `None` at the end of all.
    fn advance(&mut self) -> Option<()> {
        while self.now.0.is_empty() {
            self.now = Bytes(self.rest.next()?);
        }
        Some(())
    }

    fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            self.advance()?;
            let here = count.min(self.now.0.len());
            self.now.skip(here)?;
            count -= here;
        }
        Some(())
    }

    fn string(&mut self) -> Option<String> {
        self.advance()?;
        let mut left = usize::from(self.now.u16()?);
        let flags = self.now.u8()?;
        let runs = if flags & 8 == 0 { 0 } else { usize::from(self.now.u16()?) * 4 };
        let extension = if flags & 4 == 0 { 0 } else { self.now.u32()? as usize };
        let mut wide = flags & 1 != 0;
        let mut all = Vec::new();
        while left > 0 {
            if self.now.0.is_empty() {
                self.advance()?;
                wide = self.now.u8()? & 1 != 0;
            }
            let here = left.min(self.now.0.len() / if wide { 2 } else { 1 });
            if here == 0 {
                // Half a character at the end of a record.
                self.now = Bytes(&[]);
                continue;
            }
            all.extend(units(&mut self.now, here, wide)?);
            left -= here;
        }
        self.skip(runs.saturating_add(extension))?;
        Some(utf16(&all))
    }
}
