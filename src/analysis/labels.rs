//! Labels of the ids in keys, and notes on how the figures were made.

use super::comparable_checklists::ComparableChecklists;
use super::dimension::NO_GROUP;
use super::figures::{Labels, Note};
use super::tally::SiteFacts;
use std::collections::BTreeMap;

/// Returns the names of sites, as most visits use them, and the texts of checklists.
pub(super) fn labels(checklists: &ComparableChecklists<'_>, facts: &BTreeMap<Box<str>, SiteFacts>) -> Labels {
    let mut labels = Labels::default();
    for (site, facts) in facts {
        // Of equally frequent names, the first in order.
        let name = facts.names.iter().max_by(|one, other| one.1.cmp(other.1).then(other.0.cmp(one.0)));
        if let Some((name, _)) = name {
            labels.sites.insert(site.to_string(), crate::text::clean(name).into_owned());
        }
    }
    // The family with the most visits comes first, and its label wins.
    for family in &checklists.families {
        let Some(checklist) = family.definition.map(crate::visit::Definition::checklist) else { continue };
        labels.checklists.entry(family.name.clone()).or_insert_with(|| checklist.title.clone());
        for section in &checklist.sections {
            labels.sections.entry(section.id.clone()).or_insert_with(|| section.title.clone());
            for item in &section.items {
                labels.items.entry(item.id.clone()).or_insert_with(|| item.label.clone());
                let behaviour = item.behaviour.as_ref().unwrap_or(&item.id);
                labels.behaviours.entry(behaviour.clone()).or_insert_with(|| item.label.clone());
                let own = labels.behaviours_of.entry(family.name.clone()).or_default();
                own.entry(behaviour.clone()).or_insert_with(|| item.label.clone());
            }
        }
    }
    labels
}

/// Returns the notes that a reader of the whole report needs.
pub(super) fn notes(checklists: &ComparableChecklists<'_>, facts: &BTreeMap<Box<str>, SiteFacts>) -> Vec<Note> {
    let mut notes = Vec::new();
    if checklists.families.len() > 1 {
        let subject = checklists.families.iter().map(|family| family.name.clone()).collect();
        notes.push(Note { code: "checklists_apart", subject });
    }
    for family in checklists.families.iter().filter(|family| family.ids.len() > 1) {
        notes.push(Note { code: "checklists_together", subject: family.ids.clone() });
    }
    for family in checklists.families.iter().filter(|family| family.versions.len() > 1) {
        notes.push(Note { code: "versions_together", subject: vec![family.name.clone(), family.versions.join(", ")] });
    }
    for (site, facts) in facts {
        let groups: Vec<String> =
            facts.groups.iter().filter(|group| &***group != NO_GROUP).map(ToString::to_string).collect();
        if groups.len() > 1 {
            notes.push(Note { code: "site_in_two_groups", subject: [vec![site.to_string()], groups].concat() });
        }
    }
    if facts.len() == 1 {
        notes.push(Note { code: "one_site", subject: facts.keys().map(ToString::to_string).collect() });
    }
    notes
}
