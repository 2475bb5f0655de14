//! How often is this behaviour shown?

use super::CONFIDENCE;
use super::checklist_counts::{Item, Judgements};
use super::comparable_checklists::{ChecklistFamily, ComparableChecklists};
use super::dimension::{Dimension, Key};
use super::figures::BehaviourRow;
use crate::stats::wilson;
use std::collections::BTreeMap;

/// Computes the share of each behaviour in all visits, one row per checklist and behaviour.
pub fn network_shares(checklists: &ComparableChecklists<'_>) -> Vec<BehaviourRow> {
    let rows = checklists.families.iter().flat_map(|family| family_rows(family, &[], |_| Key::all()));
    sorted_by_key(rows.collect())
}

/// Computes the share of each behaviour by key, including the row dimensions of `by`.
///
/// Only judgements count. Items of one behaviour count together. A behaviour without answers under a key has no row
/// there.
pub fn shares_by_key(checklists: &ComparableChecklists<'_>) -> Vec<BehaviourRow> {
    let asked: Vec<Dimension> = checklists.row_dimensions().collect();
    let rows = checklists.families.iter().flat_map(|family| family_rows(family, &asked, |by| checklists.key(by)));
    sorted_by_key(rows.collect())
}

fn sorted_by_key(mut rows: Vec<BehaviourRow>) -> Vec<BehaviourRow> {
    rows.sort_by(|one, other| (&one.key, &one.checklist).cmp(&(&other.key, &other.checklist)));
    rows
}

/// Computes the rows of one checklist, by the keys of its visits and by the row dimensions of `by`.
fn family_rows(family: &ChecklistFamily<'_>, asked: &[Dimension], key_of: impl Fn(u32) -> Key) -> Vec<BehaviourRow> {
    let mut judgements: BTreeMap<Key, Judgements> = BTreeMap::new();
    for (by, (_, judgements_by_item)) in family.judgements_by(|key| Some(key.by)) {
        let key = key_of(by);
        for (item, judged) in family.counts.items.iter().zip(&judgements_by_item) {
            if item.judged && judged.n() + judged.left_out > 0 {
                let key = asked.iter().fold(key.clone(), |key, by| key.and(*by, item_value(item, *by)));
                judgements.entry(key.and(Dimension::Behaviour, &item.behaviour)).or_default().merge(judged);
            }
        }
    }
    judgements.into_iter().map(|(key, judgements)| behaviour_row(key, &family.name, judgements)).collect()
}

fn item_value(item: &Item, dimension: Dimension) -> &str {
    match dimension {
        Dimension::Section => &item.section,
        Dimension::Attitude => &item.attitude,
        Dimension::Item => &item.id,
        _ => &item.behaviour,
    }
}

fn behaviour_row(key: Key, checklist: &str, judgements: Judgements) -> BehaviourRow {
    let share = wilson(judgements.count(), CONFIDENCE);
    let got = share.ok();
    BehaviourRow {
        key,
        checklist: checklist.to_owned(),
        n: judgements.n(),
        yes: judgements.yes,
        partly: judgements.partly,
        no: judgements.no,
        left_out: judgements.left_out,
        share: got.map(|got| got.share),
        lower: got.map(|got| got.interval.lower),
        upper: got.map(|got| got.interval.upper),
        undefined: share.err(),
    }
}
