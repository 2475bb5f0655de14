//! What observers wrote: the newest notes of each behaviour, by key, and how many there are.

use super::comparable_checklists::{ChecklistFamily, ComparableChecklists};
use super::dimension::{Dimension, Key, sort_rows};
use super::figures::{Verbatim, VerbatimRow};
use super::notes::MAX_NOTES;
use std::collections::BTreeMap;

/// Returns the newest notes by key, checklist and behaviour; those on whole visits have no behaviour.
pub fn verbatims(checklists: &ComparableChecklists<'_>) -> Vec<VerbatimRow> {
    let mut rows: Vec<VerbatimRow> =
        checklists.families.iter().flat_map(|family| family_rows(checklists, family)).collect();
    sort_rows(&mut rows, |row| (&row.key, &row.checklist, None));
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
