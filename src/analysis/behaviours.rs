//! How often is this behaviour shown?

use super::checklist_counts::{Item, Judgements};
use super::comparable_checklists::{ChecklistFamily, ComparableChecklists};
use super::dimension::{Dimension, Key, sort_rows};
use super::estimate::{Figure, are_units};
use super::figures::BehaviourRow;
use super::kinds::Kinds;
use super::{CONFIDENCE, FEW_VISITS};
use crate::stats::{Count, Proportion, Undefined, design_effect_of_counts, wilson};
use std::collections::BTreeMap;

/// Computes the share of each behaviour in all visits, one row per checklist and behaviour.
pub fn network_shares(checklists: &ComparableChecklists<'_>) -> Vec<BehaviourRow> {
    let rows = checklists.families.iter().flat_map(|family| family_rows(family, family.kinds, &[], |_| Key::all()));
    sorted_by_key(rows.collect())
}

/// Computes the share of each behaviour by key, including the row dimensions of `by`.
///
/// Only judgements count. Items of one behaviour count together. A behaviour without answers under a key has no row
/// there. From five sites on, the interval is over sites, by their design effect.
pub fn shares_by_key(checklists: &ComparableChecklists<'_>) -> Vec<BehaviourRow> {
    let asked: Vec<Dimension> = checklists.row_dimensions().collect();
    let rows = checklists
        .families
        .iter()
        .flat_map(|family| family_rows(family, checklists.kinds_by_key, &asked, |by| checklists.key(by)));
    sorted_by_key(rows.collect())
}

fn sorted_by_key(mut rows: Vec<BehaviourRow>) -> Vec<BehaviourRow> {
    sort_rows(&mut rows, |row| (&row.key, &row.checklist, None));
    rows
}

/// Computes the rows of one checklist, by the keys of its visits and by the row dimensions of `by`.
fn family_rows(
    family: &ChecklistFamily<'_>,
    kinds: Kinds,
    asked: &[Dimension],
    key_of: impl Fn(u32) -> Key,
) -> Vec<BehaviourRow> {
    let mut judgements: BTreeMap<Key, BTreeMap<u32, Judgements>> = BTreeMap::new();
    for ((by, site), judgements_by_item) in family.judgements_by(kinds, |key| Some((key.by, key.site))) {
        let key = key_of(by);
        for (item, judged) in family.counts.items.iter().zip(&judgements_by_item) {
            if item.judged && judged.n() + u64::from(judged.left_out) > 0 {
                let key = asked.iter().fold(key.clone(), |key, by| key.and(*by, item_value(item, *by)));
                let sites = judgements.entry(key.and(Dimension::Behaviour, &item.behaviour)).or_default();
                sites.entry(site).or_default().merge(judged);
            }
        }
    }
    judgements.into_iter().map(|(key, sites)| behaviour_row(key, &family.name, &sites)).collect()
}

fn item_value(item: &Item, dimension: Dimension) -> &str {
    match dimension {
        Dimension::Section => &item.section,
        Dimension::Attitude => &item.attitude,
        Dimension::Item => &item.id,
        _ => &item.behaviour,
    }
}

fn behaviour_row(key: Key, checklist: &str, sites: &BTreeMap<u32, Judgements>) -> BehaviourRow {
    let mut all = Judgements::default();
    for judgements in sites.values() {
        all.merge(judgements);
    }
    let share = share_of_sites(&sites.values().map(Judgements::count).collect::<Vec<_>>());
    BehaviourRow {
        key,
        checklist: checklist.to_owned(),
        n: all.n(),
        yes: all.yes.into(),
        partly: all.partly.into(),
        no: all.no.into(),
        left_out: all.left_out.into(),
        share: share.value,
        lower: share.lower,
        upper: share.upper,
        undefined: share.undefined,
    }
}

/// Computes the share of all answers, given the count of each site. The interval is Wilson's: from five sites on, for as
/// many independent answers as carry the information of those that come from few sites. Fewer than five have none.
pub fn share_of_sites(sites: &[Count]) -> Figure {
    let sites: Vec<Count> = sites.iter().copied().filter(|count| count.n > 0).collect();
    let all = Count {
        successes: sites.iter().map(|count| count.successes).sum(),
        n: sites.iter().map(|count| count.n).sum(),
    };
    let effect = if are_units(sites.len()) { design_effect_of_counts(&sites) } else { Err(Undefined::FewSites) };
    let share = effect.map_or_else(|_| wilson(all, CONFIDENCE), |effect| effect.share(all, CONFIDENCE));
    match share {
        Err(reason) => Figure { undefined: Some(reason), ..Figure::default() },
        Ok(share) if all.n < FEW_VISITS => {
            Figure { value: Some(share.share), undefined: Some(Undefined::FewVisits), ..Figure::default() }
        }
        Ok(Proportion { share, interval }) => {
            Figure { value: Some(share), lower: Some(interval.lower), upper: Some(interval.upper), undefined: None }
        }
    }
}
