//! Blind spots: behaviours that self-audits rate higher than mystery visits by the same checklist.

use super::CONFIDENCE;
use super::checklist_counts::Judgements;
use super::comparable_checklists::{ChecklistFamily, ComparableChecklists};
use super::dimension::{Dimension, Key};
use super::figures::BlindSpotRow;
use crate::stats::{newcombe, wilson};
use crate::visit::Kind;
use std::collections::BTreeMap;

/// The judgements of a behaviour, by kind of visit.
#[derive(Clone, Copy, Default)]
struct JudgementsByKind {
    self_audit: Judgements,
    mystery: Judgements,
}

/// The number of visits, by kind.
#[derive(Clone, Copy, Default)]
struct VisitsByKind {
    self_audits: u64,
    mystery: u64,
}

impl VisitsByKind {
    fn both(self) -> bool {
        self.self_audits > 0 && self.mystery > 0
    }
}

/// Compares each behaviour over all sites and then at each site, wherever both kinds of visit were made. Within both
/// groups, blind spots come first, then the largest differences.
pub fn find_blind_spots(checklists: &ComparableChecklists<'_>) -> Vec<BlindSpotRow> {
    let mut rows: Vec<BlindSpotRow> =
        checklists.families.iter().flat_map(|family| family_rows(checklists, family)).collect();
    rows.sort_by(|one, other| {
        let size = |row: &BlindSpotRow| row.difference.unwrap_or(f64::NEG_INFINITY);
        (one.key.get(Dimension::Site).is_some().cmp(&other.key.get(Dimension::Site).is_some()))
            .then(other.blind_spot.cmp(&one.blind_spot))
            .then(size(other).total_cmp(&size(one)))
            .then_with(|| (&one.key, &one.checklist).cmp(&(&other.key, &other.checklist)))
    });
    rows
}

fn family_rows(checklists: &ComparableChecklists<'_>, family: &ChecklistFamily<'_>) -> Vec<BlindSpotRow> {
    let mut everywhere = (VisitsByKind::default(), BTreeMap::<&str, JudgementsByKind>::new());
    let mut sites: BTreeMap<&str, (VisitsByKind, BTreeMap<&str, JudgementsByKind>)> = BTreeMap::new();
    for ((site, kind), (visit_count, judgements_by_item)) in family.judgements_by(|key| Some((key.site, key.kind))) {
        if !matches!(kind, Kind::SelfAudit | Kind::MysteryVisit) {
            continue;
        }
        for (visits, behaviours) in [&mut everywhere, sites.entry(checklists.site(site)).or_default()] {
            match kind {
                Kind::SelfAudit => visits.self_audits += visit_count,
                _ => visits.mystery += visit_count,
            }
            for (item, judgements) in
                family.counts.items.iter().zip(&judgements_by_item).filter(|(item, _)| item.judged)
            {
                let by_kind = behaviours.entry(&item.behaviour).or_default();
                match kind {
                    Kind::SelfAudit => by_kind.self_audit.merge(judgements),
                    _ => by_kind.mystery.merge(judgements),
                }
            }
        }
    }
    let keyed = sites.into_iter().map(|(site, counts)| (Key::all().and(Dimension::Site, site), counts));
    std::iter::once((Key::all(), everywhere))
        .chain(keyed)
        .filter(|(_, (visits, _))| visits.both())
        .flat_map(|(key, (_, behaviours))| {
            behaviours.into_iter().map(move |(name, judgements)| (key.clone(), name, judgements))
        })
        .map(|(key, behaviour, judgements)| {
            blind_spot_row(family, key.and(Dimension::Behaviour, behaviour), judgements)
        })
        .collect()
}

fn blind_spot_row(family: &ChecklistFamily<'_>, key: Key, judgements: JudgementsByKind) -> BlindSpotRow {
    let share = |judgements: &Judgements| wilson(judgements.count(), CONFIDENCE).ok().map(|share| share.share);
    let difference = newcombe(judgements.self_audit.count(), judgements.mystery.count(), CONFIDENCE);
    let limits = difference.map(|difference| difference.interval).ok();
    BlindSpotRow {
        key,
        checklist: family.name.clone(),
        n_self: judgements.self_audit.n(),
        n_mystery: judgements.mystery.n(),
        self_share: share(&judgements.self_audit),
        mystery_share: share(&judgements.mystery),
        difference: difference.map(|difference| difference.difference).ok(),
        lower: limits.map(|limits| limits.lower),
        upper: limits.map(|limits| limits.upper),
        blind_spot: limits.is_some_and(|limits| limits.lower > 0.0),
        undefined: difference.err(),
    }
}
