//! Labels of the ids in keys, and notes on how the figures were made.

use super::comparable_checklists::{ChecklistFamily, ComparableChecklists};
use super::dimension::NO_GROUP;
use super::figures::{Change, Coverage, Labels, Note, Source};
use super::kinds::Kinds;
use super::tally::SiteFacts;
use super::uses::{Uses, most_used};
use crate::visit::Kind;
use crate::visit::checklist::Response;
use std::collections::BTreeMap;

/// Returns the names of sites and observers, as most visits use them, or else as the list of sites has them; and the
/// texts of checklists.
pub(super) fn labels(
    checklists: &ComparableChecklists<'_>,
    facts: &BTreeMap<Box<str>, SiteFacts>,
    observers: &BTreeMap<Box<str>, Uses>,
) -> Labels {
    let mut labels = Labels::default();
    for (observer, names) in observers {
        if let Some(name) = most_used(names.iter()) {
            labels.observers.insert(observer.to_string(), crate::text::clean(name).into_owned());
        }
    }
    for (site, facts) in facts {
        if let Some(name) = facts.name() {
            labels.sites.insert(site.to_string(), crate::text::clean(name).into_owned());
        }
    }
    for site in checklists.plan.matching_sites() {
        if let Some(name) = &site.name {
            labels.sites.entry(site.id.clone()).or_insert_with(|| crate::text::clean(name).into_owned());
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
                if let Response::Choice { options, .. } = &item.response {
                    let own = labels.options.entry(item.id.clone()).or_default();
                    for option in options {
                        own.entry(option.id.clone()).or_insert_with(|| option.label.clone());
                    }
                }
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
pub(super) fn notes(
    checklists: &ComparableChecklists<'_>,
    facts: &BTreeMap<Box<str>, SiteFacts>,
    source: &Source,
    change: &Change,
    coverage: &Coverage,
) -> Vec<Note> {
    let mut notes = Vec::new();
    match checklists.kinds {
        Kinds::Only(Kind::MysteryVisit) if source.self_audits > 0 => {
            notes.push(Note { code: "self_audits_apart", subject: vec![source.self_audits.to_string()] });
        }
        Kinds::Only(Kind::SelfAudit) if source.sessions > 0 => {
            notes.push(Note { code: "self_audits_only", subject: Vec::new() });
        }
        _ => {}
    }
    if coverage.known_sites > 0 && coverage.not_visited > 0 {
        let subject = vec![coverage.not_visited.to_string(), coverage.sites.to_string()];
        notes.push(Note { code: "sites_not_visited", subject });
    }
    if let Some(weights) = &checklists.plan.weights {
        let without: Vec<String> =
            facts.keys().filter(|site| !weights.contains_key(&***site)).map(ToString::to_string).collect();
        let unknown: Vec<String> = weights.keys().filter(|site| !facts.contains_key(site.as_str())).cloned().collect();
        let some = |code, subject: Vec<String>| (!subject.is_empty()).then_some(Note { code, subject });
        notes.extend(some("sites_without_weight", without));
        notes.extend(some("weights_without_site", unknown));
    }
    notes.extend(checklists.families.iter().flat_map(|family| version_notes(family, checklists)));
    for row in change.scores.iter().filter(|row| row.key.is_all() && row.sites_apart > 0) {
        let subject = vec![row.checklist.clone(), row.sites_apart.to_string()];
        notes.push(Note { code: "sites_in_one_period", subject });
    }
    if checklists.families.len() > 1 {
        let subject = checklists.families.iter().map(|family| family.name.clone()).collect();
        notes.push(Note { code: "checklists_apart", subject });
    }
    for family in checklists.families.iter().filter(|family| family.ids.len() > 1) {
        notes.push(Note { code: "checklists_together", subject: family.ids.clone() });
    }
    for (site, facts) in facts {
        let groups: Vec<String> =
            facts.groups.keys().filter(|group| &***group != NO_GROUP).map(ToString::to_string).collect();
        if groups.len() > 1 {
            notes.push(Note { code: "site_in_two_groups", subject: [vec![site.to_string()], groups].concat() });
        }
    }
    if facts.len() == 1 {
        notes.push(Note { code: "one_site", subject: facts.keys().map(ToString::to_string).collect() });
    }
    notes
}

/// Returns the notes on the versions of a checklist: counted together, with texts that changed, or kept apart because
/// they have the id and version of another.
fn version_notes(family: &ChecklistFamily<'_>, checklists: &ComparableChecklists<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    if family.versions.len() > 1 {
        notes.push(Note { code: "versions_together", subject: vec![family.name.clone(), family.versions.join(", ")] });
    }
    if !family.changed_items.is_empty() {
        let subject = [vec![family.name.clone()], family.changed_items.clone()].concat();
        notes.push(Note { code: "texts_changed", subject });
    }
    let same_version = |other: &&ChecklistFamily<'_>| {
        other.name != family.name
            && other.ids.iter().any(|id| family.ids.contains(id))
            && other.versions.iter().any(|version| family.versions.contains(version))
    };
    // Told once, by the checklist with the most visits.
    let others: Vec<&ChecklistFamily<'_>> = checklists.families.iter().filter(same_version).collect();
    if others.iter().any(|other| (other.visits(), &family.name) < (family.visits(), &other.name)) {
        let names = others.iter().map(|other| other.name.clone());
        notes.push(Note {
            code: "contents_apart",
            subject: std::iter::once(family.name.clone()).chain(names).collect(),
        });
    }
    notes
}
