//! How people call what the keys name, and what a reader must know of the whole.

use super::dimension::NO_GROUP;
use super::family::Counted;
use super::figures::{Labels, Note};
use super::tally::SiteFacts;
use std::collections::BTreeMap;

/// Gives the names of sites, as most visits say them, and the texts of checklists.
pub(super) fn labels(counted: &Counted<'_>, facts: &BTreeMap<Box<str>, SiteFacts>) -> Labels {
    let mut labels = Labels::default();
    for (site, facts) in facts {
        // Of names given equally often, the first in order.
        let name = facts.names.iter().max_by(|one, other| one.1.cmp(other.1).then(other.0.cmp(one.0)));
        if let Some((name, _)) = name {
            labels.sites.insert(site.to_string(), crate::text::clean(name).into_owned());
        }
    }
    // The family with most visits comes first and has the word.
    for family in &counted.families {
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

/// Gives what a reader must know of the whole.
pub(super) fn notes(counted: &Counted<'_>, facts: &BTreeMap<Box<str>, SiteFacts>) -> Vec<Note> {
    let mut notes = Vec::new();
    if counted.families.len() > 1 {
        let subject = counted.families.iter().map(|family| family.name.clone()).collect();
        notes.push(Note { code: "checklists_apart", subject });
    }
    for family in counted.families.iter().filter(|family| family.ids.len() > 1) {
        notes.push(Note { code: "checklists_together", subject: family.ids.clone() });
    }
    for family in counted.families.iter().filter(|family| family.versions.len() > 1) {
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
