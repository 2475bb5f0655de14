//! What observers wrote: the newest notes of each behaviour, by key, and how many there are.
//!
//! A report of many visits holds a bounded number of them, the same ones in whatever order the visits were read.

use super::checklist_counts::{AnswerKey, ChecklistCounts};
use super::comparable_checklists::{ChecklistFamily, ComparableChecklists};
use super::dimension::{Dimension, Key};
use super::figures::{Verbatim, VerbatimRow};
use crate::visit::record::{Record, RecordedAnswer};
use crate::visit::{Kind, Value};
use jiff::civil::Date;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The most notes that are held of a behaviour by key; [`VerbatimRow::newest`] says so.
const MAX_NOTES: usize = 5;
/// The most characters that are held of a note.
const MAX_CHARS: usize = 1_000;
/// The item of notes on a whole visit.
const WHOLE_VISIT: u32 = u32::MAX;

/// The notes on an item.
#[derive(Clone, Debug, Default)]
pub struct Notes {
    count: u64,
    newest: BTreeSet<Note>,
}

/// A note; the newest one comes first, by the visit's date and id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Note {
    date: Reverse<Date>,
    visit: Reverse<Box<str>>,
    text: Box<str>,
}

impl Notes {
    fn add(&mut self, record: &Record<'_>, text: &str) {
        self.count += 1;
        // Most texts need not be copied: they are older than those held.
        let is_older = |last: &Note| (record.date, &*record.id) < (last.date.0, &*last.visit.0);
        if self.newest.len() == MAX_NOTES && self.newest.last().is_some_and(is_older) {
            return;
        }
        let text: String = text.trim().chars().take(MAX_CHARS).collect();
        let (date, visit) = (Reverse(record.date), Reverse((&*record.id).into()));
        self.newest.insert(Note { date, visit, text: text.into() });
        self.trim();
    }

    /// Adds other notes.
    pub fn merge(&mut self, other: Self) {
        self.count += other.count;
        self.newest.extend(other.newest);
        self.trim();
    }

    fn trim(&mut self) {
        while self.newest.len() > MAX_NOTES {
            self.newest.pop_last();
        }
    }
}

/// Adds the note on an answer, and the answer where it is text. Those of training are practice, and never count.
pub(super) fn add_row(counts: &mut ChecklistCounts, record: &Record<'_>, row: &RecordedAnswer<'_>, key: AnswerKey) {
    let is_text = |text: &&str| ![Value::NOT_APPLICABLE, Value::NOT_OBSERVED].contains(text);
    let answer = row.value.as_text().filter(|_| row.response == "text").filter(is_text);
    for text in row.note.as_deref().into_iter().chain(answer) {
        add_text(counts, record, text, key);
    }
}

/// Adds the note on a visit.
pub(super) fn add_page(counts: &mut ChecklistCounts, record: &Record<'_>, key: AnswerKey) {
    if let Some(note) = record.note.as_deref() {
        add_text(counts, record, note, AnswerKey { item: WHOLE_VISIT, ..key });
    }
}

fn add_text(counts: &mut ChecklistCounts, record: &Record<'_>, text: &str, key: AnswerKey) {
    if record.kind != Kind::Training && !text.trim().is_empty() {
        counts.notes.entry(key).or_default().add(record, text);
    }
}

/// Returns the newest notes by key, checklist and behaviour; those on whole visits have no behaviour.
pub fn verbatims(checklists: &ComparableChecklists<'_>) -> Vec<VerbatimRow> {
    let mut rows: Vec<VerbatimRow> =
        checklists.families.iter().flat_map(|family| family_rows(checklists, family)).collect();
    rows.sort_by(|one, other| (&one.key, &one.checklist).cmp(&(&other.key, &other.checklist)));
    rows
}

fn family_rows(checklists: &ComparableChecklists<'_>, family: &ChecklistFamily<'_>) -> Vec<VerbatimRow> {
    let mut by_key: BTreeMap<Key, (u64, Vec<Verbatim>)> = BTreeMap::new();
    for (key, notes) in family.counts.notes.iter().filter(|(key, _)| checklists.kinds_by_key.contains(key.kind)) {
        let item = family.counts.items.get(key.item as usize);
        let row_key = checklists.key(key.by);
        let row_key =
            item.map_or_else(|| row_key.clone(), |item| row_key.clone().and(Dimension::Behaviour, &item.behaviour));
        let (count, newest) = by_key.entry(row_key).or_default();
        *count += notes.count;
        newest.extend(notes.newest.iter().map(|note| Verbatim {
            date: note.date.0.to_string(),
            visit: note.visit.0.to_string(),
            site: checklists.site(key.site).to_owned(),
            text: note.text.to_string(),
        }));
    }
    let row = |(key, (notes, mut newest)): (Key, (u64, Vec<Verbatim>))| {
        newest.sort_by(|one, other| (&other.date, &other.visit, &one.text).cmp(&(&one.date, &one.visit, &other.text)));
        newest.truncate(MAX_NOTES);
        VerbatimRow { key, checklist: family.name.clone(), notes, newest }
    };
    by_key.into_iter().map(row).collect()
}
