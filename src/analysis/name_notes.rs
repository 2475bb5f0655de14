//! Notes on sites and observers whose names and ids do not match: two places may count as one, or one as two.

use super::dimension::Dimension;
use super::figures::Note;
use super::plan::{Condition, Filter};
use super::tally::SiteFacts;
use super::uses::Uses;
use crate::text::fold_name;
use std::collections::BTreeMap;

/// Returns the notes on sites, then those on observers. Uses are compared by [`fold_name`].
pub(super) fn name_notes(
    filter: &Filter,
    sites: &BTreeMap<Box<str>, SiteFacts>,
    observers: &BTreeMap<Box<str>, Uses>,
) -> Vec<Note> {
    let sites: Vec<(&str, &Uses)> = sites.iter().map(|(id, facts)| (&**id, &facts.names)).collect();
    let observers: Vec<(&str, &Uses)> = observers.iter().map(|(id, names)| (&**id, names)).collect();
    let mut notes = mixed_conditions("filter_mixes_sites", filter, Dimension::Site, &sites);
    notes.extend(mixed_conditions("filter_mixes_observers", filter, Dimension::Observer, &observers));
    notes.extend(several_names("site_with_several_names", &sites));
    notes.extend(several_ids("sites_with_one_name", &sites));
    notes.extend(several_names("observer_with_several_names", &observers));
    notes.extend(several_ids("observers_with_one_name", &observers));
    notes
}

/// Returns a note for each condition that is the id of one and the name of another, both of which are in the report: what
/// was written, then the ids.
fn mixed_conditions(code: &'static str, filter: &Filter, of: Dimension, all: &[(&str, &Uses)]) -> Vec<Note> {
    let note = |condition: &Condition| {
        let id = condition.value.to_lowercase();
        all.iter().find(|(other, _)| *other == id)?;
        let has_name = |names: &Uses| names.keys().any(|name| fold_name(name) == fold_name(&condition.value));
        let named = all.iter().filter(|(other, names)| *other != id && has_name(names)).map(|(other, _)| *other);
        let ids: Vec<String> = std::iter::once(&*id).chain(named).map(str::to_owned).collect();
        let subject = std::iter::once(condition.value.clone()).chain(ids.iter().cloned()).collect();
        (ids.len() > 1).then_some(Note { code, subject })
    };
    filter.conditions.iter().filter(|one| one.by_name && one.dimension == Some(of)).filter_map(note).collect()
}

/// Returns a note for each id that has several names: the id, then the names.
fn several_names(code: &'static str, all: &[(&str, &Uses)]) -> Vec<Note> {
    let note = |(id, names): &(&str, &Uses)| {
        // Of the spellings of one name, that of most visits.
        let mut spellings: BTreeMap<String, (u64, &str)> = BTreeMap::new();
        for (name, count) in *names {
            let spelling = spellings.entry(fold_name(name)).or_insert((*count, name));
            if *count > spelling.0 {
                *spelling = (*count, name);
            }
        }
        let names = spellings.into_values().map(|(_, name)| name.to_owned());
        let subject: Vec<String> = std::iter::once((*id).to_owned()).chain(names).collect();
        (subject.len() > 2).then_some(Note { code, subject })
    };
    all.iter().filter_map(note).collect()
}

/// Returns a note for each name that several ids have: the name, then the ids. An id without a name is its own.
fn several_ids(code: &'static str, all: &[(&str, &Uses)]) -> Vec<Note> {
    let mut ids: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (id, names) in all {
        let own = std::iter::once(*id).filter(|_| names.is_empty());
        for name in own.chain(names.keys().map(|name| &**name)) {
            let subject = ids.entry(fold_name(name)).or_insert_with(|| vec![name.to_owned()]);
            if subject.iter().skip(1).all(|known| known != id) {
                subject.push((*id).to_owned());
            }
        }
    }
    ids.into_values().filter(|subject| subject.len() > 2).map(|subject| Note { code, subject }).collect()
}
