//! The notes of visits, as they are counted: of each item, how many there are and the newest ones.
//!
//! A report of many visits holds a bounded number of them, the same ones in whatever order the visits were read.

use super::answers::AnswerKey;
use super::newest::Newest;
use crate::visit::record::{Record, RecordedAnswer};
use crate::visit::{Kind, Value};
use hashbrown::HashMap;
use jiff::civil::Date;
use std::cmp::Reverse;

/// The most notes that are held of a behaviour by key; [`super::figures::VerbatimRow::newest`] says so.
pub const MAX_NOTES: usize = 5;
/// The most characters that are held of a note.
const MAX_CHARS: usize = 1_000;
/// The item of notes on a whole visit.
const WHOLE_VISIT: u32 = u32::MAX;

/// The notes on an item.
pub type Notes = Newest<Note, MAX_NOTES>;

/// A note; the newest one comes first, by the visit's date and id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    pub date: Reverse<Date>,
    pub visit: Reverse<Box<str>>,
    pub text: Box<str>,
}

/// Adds the note on an answer, and the answer where it is text. Those of training are practice, and never count.
pub fn add_row(all: &mut HashMap<AnswerKey, Notes>, record: &Record<'_>, row: &RecordedAnswer<'_>, key: AnswerKey) {
    let is_text = |text: &&str| ![Value::NOT_APPLICABLE, Value::NOT_OBSERVED].contains(text);
    let answer = row.value.as_text().filter(|_| row.response == "text").filter(is_text);
    for text in row.note.as_deref().into_iter().chain(answer) {
        add_text(all, record, text, key);
    }
}

/// Adds the note on a visit.
pub fn add_page(all: &mut HashMap<AnswerKey, Notes>, record: &Record<'_>, key: AnswerKey) {
    if let Some(note) = record.note.as_deref() {
        add_text(all, record, note, AnswerKey { item: WHOLE_VISIT, ..key });
    }
}

fn add_text(all: &mut HashMap<AnswerKey, Notes>, record: &Record<'_>, text: &str, key: AnswerKey) {
    if record.kind != Kind::Training && !text.trim().is_empty() {
        // Most texts need not be copied: they are older than those held.
        let is_older = |last: &Note| (record.date, &*record.id) < (last.date.0, &*last.visit.0);
        all.entry(key).or_default().add(is_older, || Note {
            date: Reverse(record.date),
            visit: Reverse((&*record.id).into()),
            text: text.trim().chars().take(MAX_CHARS).collect(),
        });
    }
}
