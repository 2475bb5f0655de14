//! Do managers see what shoppers see? Self-audits against mystery visits of the same checklist.

use super::CONFIDENCE;
use super::dimension::{Dimension, Key};
use super::family::{Counted, Family};
use super::figures::BlindSpotRow;
use super::sheet::Judgements;
use crate::stats::{newcombe, wilson};
use crate::visit::Kind;
use std::collections::BTreeMap;

/// The judgements of a behaviour in both kinds of visit.
#[derive(Clone, Copy, Default)]
struct Seen {
    by_managers: Judgements,
    by_shoppers: Judgements,
}

/// How many visits of both kinds there are.
#[derive(Clone, Copy, Default)]
struct Visits {
    of_managers: u64,
    of_shoppers: u64,
}

impl Visits {
    fn both(self) -> bool {
        self.of_managers > 0 && self.of_shoppers > 0
    }
}

/// Gives a row for each behaviour over all sites, then one for each site and behaviour, where both kinds of visit were
/// made; each time blind spots first, then by size.
pub fn figures(counted: &Counted<'_>) -> Vec<BlindSpotRow> {
    let mut rows: Vec<BlindSpotRow> = counted.families.iter().flat_map(|family| of_family(counted, family)).collect();
    rows.sort_by(|one, other| {
        let size = |row: &BlindSpotRow| row.difference.unwrap_or(f64::NEG_INFINITY);
        (one.key.get(Dimension::Site).is_some().cmp(&other.key.get(Dimension::Site).is_some()))
            .then(other.blind_spot.cmp(&one.blind_spot))
            .then(size(other).total_cmp(&size(one)))
            .then_with(|| (&one.key, &one.checklist).cmp(&(&other.key, &other.checklist)))
    });
    rows
}

fn of_family(counted: &Counted<'_>, family: &Family<'_>) -> Vec<BlindSpotRow> {
    let mut everywhere = (Visits::default(), BTreeMap::<&str, Seen>::new());
    let mut sites: BTreeMap<&str, (Visits, BTreeMap<&str, Seen>)> = BTreeMap::new();
    for ((site, kind), (made, of_items)) in family.judgements(|key| Some((key.site, key.kind))) {
        if !matches!(kind, Kind::SelfAudit | Kind::MysteryVisit) {
            continue;
        }
        for (visits, behaviours) in [&mut everywhere, sites.entry(counted.site(site)).or_default()] {
            match kind {
                Kind::SelfAudit => visits.of_managers += made,
                _ => visits.of_shoppers += made,
            }
            for (item, judgements) in family.sheet.items.iter().zip(&of_items).filter(|(item, _)| item.judged) {
                let seen = behaviours.entry(&item.behaviour).or_default();
                match kind {
                    Kind::SelfAudit => seen.by_managers.take(judgements),
                    _ => seen.by_shoppers.take(judgements),
                }
            }
        }
    }
    let keyed = sites.into_iter().map(|(site, of_site)| (Key::all().and(Dimension::Site, site), of_site));
    std::iter::once((Key::all(), everywhere))
        .chain(keyed)
        .filter(|(_, (visits, _))| visits.both())
        .flat_map(|(key, (_, behaviours))| behaviours.into_iter().map(move |(name, seen)| (key.clone(), name, seen)))
        .map(|(key, behaviour, seen)| row(family, key.and(Dimension::Behaviour, behaviour), seen))
        .collect()
}

fn row(family: &Family<'_>, key: Key, seen: Seen) -> BlindSpotRow {
    let share = |judgements: &Judgements| wilson(judgements.count(), CONFIDENCE).ok().map(|share| share.share);
    let difference = newcombe(seen.by_managers.count(), seen.by_shoppers.count(), CONFIDENCE);
    let limits = difference.map(|difference| difference.interval).ok();
    BlindSpotRow {
        key,
        checklist: family.name.clone(),
        n_self: seen.by_managers.n(),
        n_mystery: seen.by_shoppers.n(),
        self_share: share(&seen.by_managers),
        mystery_share: share(&seen.by_shoppers),
        difference: difference.map(|difference| difference.difference).ok(),
        lower: limits.map(|limits| limits.lower),
        upper: limits.map(|limits| limits.upper),
        blind_spot: limits.is_some_and(|limits| limits.lower > 0.0),
        undefined: difference.err(),
    }
}
