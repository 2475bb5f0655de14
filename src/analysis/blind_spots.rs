//! Blind spots: behaviours that self-audits rate higher than mystery visits by the same checklist, at the same sites.

use super::FEW_SITES;
use super::checklist_counts::Judgements;
use super::comparable_checklists::{ChecklistFamily, ComparableChecklists};
use super::dimension::{Dimension, Key};
use super::figures::BlindSpotRow;
use super::kinds::Kinds;
use super::observed::{Compared, compare_at_site, compare_within_sites};
use crate::visit::Kind;
use std::collections::BTreeMap;

/// The judgements of a behaviour at a site, by kind of visit.
#[derive(Clone, Copy, Default)]
struct JudgementsByKind {
    self_audit: Judgements,
    mystery: Judgements,
}

/// Compares each behaviour within the sites that have both kinds of visit, and then at each of them. Blind spots are
/// told from the claims of the whole report, and sorted then.
pub fn find_blind_spots(checklists: &ComparableChecklists<'_>) -> Vec<BlindSpotRow> {
    checklists.families.iter().flat_map(|family| family_rows(checklists, family)).collect()
}

/// Sorts rows within both groups, all sites and single sites: blind spots first, then the largest differences.
pub fn sort(rows: &mut [BlindSpotRow]) {
    rows.sort_by(|one, other| {
        let size = |row: &BlindSpotRow| row.difference.unwrap_or(f64::NEG_INFINITY);
        (one.key.get(Dimension::Site).is_some().cmp(&other.key.get(Dimension::Site).is_some()))
            .then(other.blind_spot.cmp(&one.blind_spot))
            .then(size(other).total_cmp(&size(one)))
            .then_with(|| (&one.key, &one.checklist).cmp(&(&other.key, &other.checklist)))
    });
}

fn family_rows(checklists: &ComparableChecklists<'_>, family: &ChecklistFamily<'_>) -> Vec<BlindSpotRow> {
    let mut behaviours: BTreeMap<&str, BTreeMap<&str, JudgementsByKind>> = BTreeMap::new();
    for ((site, kind), judgements_by_item) in family.judgements_by(Kinds::All, |key| Some((key.site, key.kind))) {
        if kind == Kind::Training {
            continue;
        }
        for (item, judgements) in family.counts.items.iter().zip(&judgements_by_item).filter(|(item, _)| item.judged) {
            let sites = behaviours.entry(&item.behaviour).or_default();
            let by_kind = sites.entry(checklists.site(site)).or_default();
            match kind {
                Kind::SelfAudit => by_kind.self_audit.merge(judgements),
                _ => by_kind.mystery.merge(judgements),
            }
        }
    }
    let rows = behaviours.into_iter().flat_map(|(behaviour, mut sites)| {
        sites.retain(|_, by_kind| by_kind.self_audit.n().min(by_kind.mystery.n()) > 0);
        let pairs = sites.values().map(|by_kind| (&by_kind.self_audit, &by_kind.mystery));
        let all = (!sites.is_empty()).then(|| (Key::all(), compare_within_sites(pairs, FEW_SITES)));
        let of_sites = sites.iter().map(|(site, by_kind)| {
            (Key::all().and(Dimension::Site, site), compare_at_site(&by_kind.self_audit, &by_kind.mystery))
        });
        let rows: Vec<BlindSpotRow> = (all.into_iter().chain(of_sites))
            .map(|(key, compared)| blind_spot_row(family, key.and(Dimension::Behaviour, behaviour), &compared))
            .collect();
        rows
    });
    rows.collect()
}

fn blind_spot_row(family: &ChecklistFamily<'_>, key: Key, compared: &Compared) -> BlindSpotRow {
    BlindSpotRow {
        key,
        checklist: family.name.clone(),
        sites: compared.sites,
        n_self: compared.n_one,
        n_mystery: compared.n_other,
        self_share: Compared::share(compared.one),
        mystery_share: Compared::share(compared.other),
        difference: Compared::share(compared.difference),
        lower: Compared::share(compared.lower),
        upper: Compared::share(compared.upper),
        p: compared.p,
        p_adjusted: None,
        certain: None,
        blind_spot: false,
        undefined: compared.undefined,
    }
}
