//! Decides which checklists are versions of one, whose visits count together.

use super::checklist_counts::{ChecklistCounts, ChecklistKey};
use super::kinds::Kinds;
use crate::visit::definitions::Definitions;
use crate::visit::version::Version;
use hashbrown::HashMap;
use std::cmp::Reverse;

/// The versions of one checklist, with the counts of each.
type Versions = Vec<(ChecklistKey, ChecklistCounts)>;

/// Groups checklists that ask the same.
///
/// Two count together if their items agree in everything that figures depend on, and in their texts; the texts may
/// differ between patches of one version (`1.2.0` and `1.2.1`). Of several contents under one id and version, only that
/// with the most visits counts with others: the rest are mistaken or foreign, whatever they say.
pub fn group(by_checklist: HashMap<ChecklistKey, ChecklistCounts>, definitions: &Definitions) -> Vec<Versions> {
    let mut checklists: Versions = by_checklist.into_iter().collect();
    checklists.sort_by(|(a, of_a), (b, of_b)| {
        (Reverse(of_a.visits(Kinds::All)), a).cmp(&(Reverse(of_b.visits(Kinds::All)), b))
    });
    let (mut groups, mut apart): (Vec<Versions>, Vec<Versions>) = (Vec::new(), Vec::new());
    let mut seen: Vec<ChecklistKey> = Vec::new();
    for (key, counts) in checklists {
        let conflicts = seen.iter().any(|known| is_other_content(known, &key));
        seen.push(key.clone());
        if conflicts {
            apart.push(vec![(key, counts)]);
            continue;
        }
        // A version may join groups that did not join each other.
        let joins = |group: &Versions| group.iter().any(|(other, _)| ask_the_same(&key, other, definitions));
        let (joined, mut rest): (Vec<Versions>, Vec<Versions>) = groups.into_iter().partition(joins);
        let mut own: Versions = joined.into_iter().flatten().collect();
        own.push((key, counts));
        rest.push(own);
        groups = rest;
    }
    groups.extend(apart);
    groups
}

/// Returns whether two checklists have one id and version, and different contents.
pub fn is_other_content(one: &ChecklistKey, other: &ChecklistKey) -> bool {
    (&one.checklist, &one.version) == (&other.checklist, &other.version) && one.digest != other.digest
}

fn ask_the_same(one: &ChecklistKey, other: &ChecklistKey, definitions: &Definitions) -> bool {
    let likeness = |key: &ChecklistKey| definitions.likeness(&key.digest);
    let wording = |key: &ChecklistKey| definitions.wording(&key.digest);
    let (a, b) = (Version::parse(&one.version), Version::parse(&other.version));
    let are_patches = one.checklist == other.checklist && (a.is_patch_of(&b) || b.is_patch_of(&a));
    one.relation == other.relation
        && !is_other_content(one, other)
        && likeness(one).is_some()
        && likeness(one) == likeness(other)
        && (wording(one) == wording(other) || are_patches)
}
