//! Groups checklists that have the same items into families, whose visits are counted together.

use super::checklist_counts::{ChecklistCounts, ChecklistKey, Judgements, Stratum, StratumKey, get_or_grow};
use super::dimension::{Dimension, Key};
use super::interner::{Interner, KEY_SEPARATOR};
use super::plan::Plan;
use super::score_distribution::ScoreDistribution;
use super::tally::Tally;
use crate::visit::checklist::Relation;
use crate::visit::definition::Definition;
use crate::visit::definitions::Definitions;
use crate::visit::{digest, version};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The counts of all visits by family of comparable checklists, the input of every question.
#[derive(Clone, Debug)]
pub struct ComparableChecklists<'d> {
    /// The options of the report.
    pub plan: Arc<Plan>,
    /// The families, most visits first.
    pub families: Vec<ChecklistFamily<'d>>,
    by: Interner,
    sites: Interner,
}

/// Checklists with the same items, and the counts of their visits.
#[derive(Clone, Debug)]
pub struct ChecklistFamily<'d> {
    /// The name used in rows.
    pub name: String,
    /// The checklist's id; of several, the first in order.
    pub id: String,
    /// All ids counted together, in order.
    pub ids: Vec<String>,
    /// The versions counted together, in order.
    pub versions: Vec<String>,
    /// The counts of the visits.
    pub counts: ChecklistCounts,
    /// The last version of the checklist; `None` if no file contains it.
    pub definition: Option<&'d Definition>,
}

/// What the checklists of a family share: the digest of all that figures depend on, and the relation.
type Likeness = (String, Relation);

impl<'d> ComparableChecklists<'d> {
    /// Groups the counts of a tally by family; `definitions` maps digests to checklists.
    ///
    /// From here on, interned numbers and indices are in the order of the ids and items that they stand for.
    pub fn from_tally(tally: Tally, definitions: &'d Definitions) -> Self {
        let Tally { plan, by_checklist, by, sites, .. } = tally;
        let ((by, new_by), (sites, new_sites)) = (by.sorted(), sites.sorted());
        let mut alike: BTreeMap<Likeness, Vec<(ChecklistKey, ChecklistCounts)>> = BTreeMap::new();
        for (key, counts) in by_checklist {
            let likeness = definitions.likeness(&key.digest).map(str::to_owned);
            let likeness = likeness.unwrap_or_else(|| format!("{} {} {}", key.digest, key.checklist, key.version));
            alike.entry((likeness, key.relation)).or_default().push((key, counts));
        }
        let mut families: Vec<(String, ChecklistFamily)> = alike
            .into_iter()
            .map(|((likeness, relation), counts)| {
                let (keys, counts): (Vec<ChecklistKey>, Vec<ChecklistCounts>) = counts.into_iter().unzip();
                (
                    likeness,
                    new_family(&keys, definitions, ChecklistCounts::merge_all(relation, counts, &new_by, &new_sites)),
                )
            })
            .collect();
        name_families(&mut families);
        let mut families: Vec<ChecklistFamily> = families.into_iter().map(|(_, family)| family).collect();
        families.sort_by_cached_key(|family| (Reverse(family.counts.visits()), family.name.clone()));
        Self { plan, families, by, sites }
    }

    /// Returns a site's id.
    pub fn site(&self, number: u32) -> &str {
        self.sites.resolve(number)
    }

    /// Returns the key of the dimensions that group visits.
    pub fn key(&self, by: u32) -> Key {
        let dimensions = self.plan.by.iter().filter(|dimension| !dimension.groups_rows());
        let values = self.by.resolve(by).split(KEY_SEPARATOR);
        dimensions.zip(values).fold(Key::all(), |key, (dimension, value)| key.and(*dimension, value))
    }

    /// Returns the dimensions of `by` that group the rows of a visit, in their order.
    pub fn row_dimensions(&self) -> impl Iterator<Item = Dimension> {
        self.plan.by.iter().copied().filter(|dimension| dimension.groups_rows())
    }
}

impl ChecklistFamily<'_> {
    /// Merges the strata by key; `None` leaves a stratum out.
    pub fn strata_by<K: Ord>(&self, group_key: impl Fn(&StratumKey) -> Option<K>) -> BTreeMap<K, Stratum> {
        let items: Vec<usize> = (0..self.counts.items.len()).collect();
        let parts: Vec<usize> = (0..self.counts.parts.len()).collect();
        let mut strata = self.group_by(group_key, |all: &mut Stratum, stratum| all.merge(stratum, &items, &parts));
        strata.values_mut().for_each(Stratum::compact);
        strata
    }

    /// Merges only the scores of the strata, by key; `None` leaves a stratum out.
    pub fn scores_by<K: Ord>(&self, group_key: impl Fn(&StratumKey) -> Option<K>) -> BTreeMap<K, ScoreDistribution> {
        let mut scores = self.group_by(group_key, |all: &mut ScoreDistribution, stratum| all.merge(&stratum.scores));
        scores.values_mut().for_each(ScoreDistribution::compact);
        scores
    }

    /// Merges only the numbers of visits and the judgements of the strata, by key; `None` leaves a stratum out.
    pub fn judgements_by<K: Ord>(
        &self,
        group_key: impl Fn(&StratumKey) -> Option<K>,
    ) -> BTreeMap<K, (u64, Vec<Judgements>)> {
        self.group_by(group_key, |(visits, items): &mut (u64, Vec<Judgements>), stratum| {
            *visits += stratum.visits;
            for (item, judgements) in stratum.items.iter().enumerate() {
                get_or_grow(items, item).merge(judgements);
            }
        })
    }

    fn group_by<K: Ord, V: Default>(
        &self,
        group_key: impl Fn(&StratumKey) -> Option<K>,
        merge: impl Fn(&mut V, &Stratum),
    ) -> BTreeMap<K, V> {
        let mut groups = BTreeMap::new();
        for (key, stratum) in &self.counts.strata {
            if let Some(key) = group_key(key) {
                merge(groups.entry(key).or_default(), stratum);
            }
        }
        groups
    }
}

fn new_family<'d>(keys: &[ChecklistKey], definitions: &'d Definitions, counts: ChecklistCounts) -> ChecklistFamily<'d> {
    let ids: BTreeSet<&str> = keys.iter().map(|key| &*key.checklist).collect();
    let ids: Vec<String> = ids.into_iter().map(str::to_owned).collect();
    let id = ids.first().cloned().unwrap_or_default();
    let last =
        keys.iter().max_by(|a, b| version::compare(&a.version, &b.version).then_with(|| a.digest.cmp(&b.digest)));
    ChecklistFamily {
        name: id.clone(),
        id,
        ids,
        versions: version::in_order(keys.iter().map(|key| &*key.version)),
        counts,
        definition: last.and_then(|key| definitions.get(&key.digest)),
    }
}

/// Names each family by its id, with its versions if several families have the id.
fn name_families(families: &mut [(String, ChecklistFamily<'_>)]) {
    let mut ids: BTreeMap<String, usize> = BTreeMap::new();
    for (_, family) in &*families {
        *ids.entry(family.id.clone()).or_default() += 1;
    }
    for (_, family) in &mut *families {
        if ids.get(&family.id).is_some_and(|count| *count > 1) {
            family.name = format!("{} {}", family.id, family.versions.join("+"));
        }
    }
    // Two contents of one version: a checklist was edited without a new version.
    let taken: Vec<String> = families.iter().map(|(_, family)| family.name.clone()).collect();
    for (likeness, family) in families {
        if taken.iter().filter(|name| **name == family.name).count() > 1 {
            let short: String = digest::first_link(likeness).chars().take(8).collect();
            family.name = format!("{} ({short})", family.name);
        }
    }
}
