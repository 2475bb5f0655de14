//! How often is this behaviour shown?

use super::CONFIDENCE;
use super::dimension::{Dimension, Key};
use super::family::{Counted, Family};
use super::figures::BehaviourRow;
use super::sheet::{Item, Judgements};
use crate::stats::wilson;
use std::collections::BTreeMap;

/// Gives the share of each behaviour in all visits together, for each checklist.
pub fn network(counted: &Counted<'_>) -> Vec<BehaviourRow> {
    let rows = counted.families.iter().flat_map(|family| of_family(family, &[], |_| Key::all()));
    in_order(rows.collect())
}

/// Gives the share of each key, row dimension asked for, and behaviour; of judgements only.
///
/// Items of one behaviour count together. A behaviour that never came up under a key has no row there.
pub fn figures(counted: &Counted<'_>) -> Vec<BehaviourRow> {
    let asked: Vec<Dimension> = counted.row_dimensions().collect();
    let rows = counted.families.iter().flat_map(|family| of_family(family, &asked, |by| counted.key(by)));
    in_order(rows.collect())
}

fn in_order(mut rows: Vec<BehaviourRow>) -> Vec<BehaviourRow> {
    rows.sort_by(|one, other| (&one.key, &one.checklist).cmp(&(&other.key, &other.checklist)));
    rows
}

/// Gives the rows of one checklist: by the keys of its visits, and by the row dimensions asked for.
fn of_family(family: &Family<'_>, asked: &[Dimension], key_of: impl Fn(u32) -> Key) -> Vec<BehaviourRow> {
    let mut judgements: BTreeMap<Key, Judgements> = BTreeMap::new();
    for (by, (_, of_items)) in family.judgements(|key| Some(key.by)) {
        let key = key_of(by);
        for (item, judged) in family.sheet.items.iter().zip(&of_items) {
            if item.judged && judged.n() + judged.left_out > 0 {
                let key = asked.iter().fold(key.clone(), |key, by| key.and(*by, value(item, *by)));
                judgements.entry(key.and(Dimension::Behaviour, &item.behaviour)).or_default().take(judged);
            }
        }
    }
    judgements.into_iter().map(|(key, judgements)| row(key, &family.name, judgements)).collect()
}

fn value(item: &Item, dimension: Dimension) -> &str {
    match dimension {
        Dimension::Section => &item.section,
        Dimension::Attitude => &item.attitude,
        Dimension::Item => &item.id,
        _ => &item.behaviour,
    }
}

fn row(key: Key, checklist: &str, judgements: Judgements) -> BehaviourRow {
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
