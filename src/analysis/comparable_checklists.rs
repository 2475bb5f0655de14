//! Groups checklists that have the same items into families, whose visits are counted together.

use super::checklist_counts::{ChecklistCounts, ChecklistKey, Judgements, Stratum, StratumKey, get_or_grow};
use super::checklist_versions;
use super::dimension::{Dimension, Key};
use super::interner::{Interner, KEY_SEPARATOR};
use super::kinds::Kinds;
use super::plan::Plan;
use super::score_distribution::ScoreDistribution;
use super::tally::Tally;
use crate::visit::definition::Definition;
use crate::visit::definitions::Definitions;
use crate::visit::{Item, Kind, digest, version};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

/// The counts of all visits by family of comparable checklists, the input of every question.
#[derive(Clone, Debug)]
pub struct ComparableChecklists<'d> {
    /// The options of the report.
    pub plan: Arc<Plan>,
    /// The kinds of visits that count together.
    pub kinds: Kinds,
    /// The kinds of visits that figures by key count: all if one of the dimensions is the kind.
    pub kinds_by_key: Kinds,
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
    /// The digests counted together, in order of version.
    pub digests: Vec<String>,
    /// The kinds of visits that count.
    pub kinds: Kinds,
    /// The counts of the visits, of every kind.
    pub counts: ChecklistCounts,
    /// The counts by site of the kinds that count, once they were needed.
    sites: OnceLock<BTreeMap<u32, Stratum>>,
    /// The items whose text differs between versions.
    pub changed_items: Vec<String>,
    /// The last version of the checklist; `None` if no file contains it.
    pub definition: Option<&'d Definition>,
}

impl<'d> ComparableChecklists<'d> {
    /// Groups the counts of a tally by family; `definitions` maps digests to checklists.
    ///
    /// From here on, interned numbers and indices are in the order of the ids and items that they stand for. A family
    /// without visits of the kinds that count is left out, unless figures are grouped by kind.
    pub fn from_tally(tally: Tally, definitions: &'d Definitions) -> Self {
        let Tally { plan, by_checklist, by, sites, .. } = tally;
        let ((by, new_by), (sites, new_sites)) = (by.sorted(), sites.sorted());
        let is_mystery = |counts: &ChecklistCounts| counts.visits(Kinds::Only(Kind::MysteryVisit)) > 0;
        let kinds = Kinds::choose(&plan.filter, by_checklist.values().any(is_mystery));
        let kinds_by_key = if plan.by.contains(&Dimension::Kind) { Kinds::All } else { kinds };
        let mut families: Vec<ChecklistFamily> = checklist_versions::group(by_checklist, definitions)
            .into_iter()
            .map(|versions| {
                let (keys, counts): (Vec<ChecklistKey>, Vec<ChecklistCounts>) = versions.into_iter().unzip();
                new_family(&keys, definitions, kinds, ChecklistCounts::merge_all(counts, &new_by, &new_sites))
            })
            .filter(|family| family.counts.visits(kinds_by_key) > 0)
            .collect();
        name_families(&mut families);
        families.sort_by_cached_key(|family| (Reverse(family.visits()), family.name.clone()));
        Self { plan, kinds, kinds_by_key, families, by, sites }
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
    /// Returns the number of visits that count.
    pub fn visits(&self) -> u64 {
        self.counts.visits(self.kinds)
    }

    /// Returns the counts by site of the kinds that count. Several questions need them.
    pub fn sites(&self) -> &BTreeMap<u32, Stratum> {
        self.sites.get_or_init(|| self.strata_by(self.kinds, |key| Some(key.site)))
    }

    /// Merges the strata of these kinds by key; `None` leaves a stratum out.
    pub fn strata_by<K: Ord>(
        &self,
        kinds: Kinds,
        group_key: impl Fn(&StratumKey) -> Option<K>,
    ) -> BTreeMap<K, Stratum> {
        let items: Vec<usize> = (0..self.counts.items.len()).collect();
        let parts: Vec<usize> = (0..self.counts.parts.len()).collect();
        let mut strata =
            self.group_by(kinds, group_key, |all: &mut Stratum, stratum| all.merge(stratum, &items, &parts));
        strata.values_mut().for_each(Stratum::compact);
        strata
    }

    /// Merges only the scores of the strata that count, by key; `None` leaves a stratum out.
    pub fn scores_by<K: Ord>(&self, group_key: impl Fn(&StratumKey) -> Option<K>) -> BTreeMap<K, ScoreDistribution> {
        let merge = |all: &mut ScoreDistribution, stratum: &Stratum| all.merge(&stratum.scores);
        let mut scores = self.group_by(self.kinds, group_key, merge);
        scores.values_mut().for_each(ScoreDistribution::compact);
        scores
    }

    /// Merges only the judgements of the strata of these kinds, by key; `None` leaves a stratum out.
    pub fn judgements_by<K: Ord>(
        &self,
        kinds: Kinds,
        group_key: impl Fn(&StratumKey) -> Option<K>,
    ) -> BTreeMap<K, Vec<Judgements>> {
        self.group_by(kinds, group_key, |items: &mut Vec<Judgements>, stratum| {
            for (item, judgements) in stratum.items.iter().enumerate() {
                get_or_grow(items, item).merge(judgements);
            }
        })
    }

    fn group_by<K: Ord, V: Default>(
        &self,
        kinds: Kinds,
        group_key: impl Fn(&StratumKey) -> Option<K>,
        merge: impl Fn(&mut V, &Stratum),
    ) -> BTreeMap<K, V> {
        let mut groups = BTreeMap::new();
        for (key, stratum) in self.counts.strata.iter().filter(|(key, _)| kinds.contains(key.kind)) {
            if let Some(key) = group_key(key) {
                merge(groups.entry(key).or_default(), stratum);
            }
        }
        groups
    }

    /// Returns an item of the checklist by its id.
    pub fn item(&self, id: &str) -> Option<&Item> {
        let definition = self.definition?;
        Some(definition.item(definition.position(id)?))
    }
}

fn new_family<'d>(
    keys: &[ChecklistKey],
    definitions: &'d Definitions,
    kinds: Kinds,
    counts: ChecklistCounts,
) -> ChecklistFamily<'d> {
    let ids: BTreeSet<&str> = keys.iter().map(|key| &*key.checklist).collect();
    let ids: Vec<String> = ids.into_iter().map(str::to_owned).collect();
    let id = ids.first().cloned().unwrap_or_default();
    let mut keys: Vec<&ChecklistKey> = keys.iter().collect();
    keys.sort_by(|a, b| version::compare(&a.version, &b.version).then_with(|| a.digest.cmp(&b.digest)));
    let kept: Vec<&Definition> = keys.iter().filter_map(|key| definitions.get(&key.digest)).collect();
    ChecklistFamily {
        changed_items: changed_items(&kept),
        name: id.clone(),
        id,
        ids,
        versions: version::in_order(keys.iter().map(|key| &*key.version)),
        digests: keys.iter().map(|key| key.digest.to_string()).collect(),
        kinds,
        counts,
        sites: OnceLock::new(),
        definition: kept.last().copied(),
    }
}

/// Returns the items of the last version whose text differs from that of an earlier one.
fn changed_items(versions: &[&Definition]) -> Vec<String> {
    let Some((last, earlier)) = versions.split_last() else { return Vec::new() };
    let differs = |item: &Item| {
        let in_version = |version: &&&Definition| Some(version.item(version.position(&item.id)?).label != item.label);
        earlier.iter().any(|version| in_version(&version).unwrap_or(false))
    };
    last.items().filter(|(_, item)| differs(item)).map(|(_, item)| item.id.clone()).collect()
}

/// Names each family by its id, with its versions if several families have the id.
fn name_families(families: &mut [ChecklistFamily<'_>]) {
    let mut ids: BTreeMap<String, usize> = BTreeMap::new();
    for family in &*families {
        *ids.entry(family.id.clone()).or_default() += 1;
    }
    for family in &mut *families {
        if ids.get(&family.id).is_some_and(|count| *count > 1) {
            family.name = format!("{} {}", family.id, family.versions.join("+"));
        }
    }
    // Two contents of one version: a checklist was edited without a new version.
    let taken: Vec<String> = families.iter().map(|family| family.name.clone()).collect();
    for family in families {
        if taken.iter().filter(|name| **name == family.name).count() > 1 {
            let digest = family.digests.first().map_or("", |digest| digest::first_link(digest));
            let short: String = digest.chars().take(8).collect();
            family.name = format!("{} ({short})", family.name);
        }
    }
}
