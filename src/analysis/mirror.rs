//! The mirror: scores and behaviours in the three relations side by side.
//!
//! All checklists of a relation count together. Behaviours are paired by the name that checklists give them. Items
//! without a behaviour and sections without an attitude are left out.

use super::FEW_SITES;
use super::checklist_counts::{Item, Judgements, VisitPart};
use super::comparable_checklists::{ChecklistFamily, ComparableChecklists};
use super::dimension::{Dimension, Key, NO_ATTITUDE};
use super::figures::MirrorRow;
use super::observed::{Compared, Observed, compare_at_site, compare_within_sites};
use super::score_distribution::ScoreDistribution;
use crate::stats::Undefined;
use crate::visit::checklist::Relation;
use std::collections::BTreeMap;

/// One value per relation: towards customers, between managers and employees, and between departments.
type Relations<T> = [T; 3];

/// The three relations at each site.
type Sites<'c, T> = BTreeMap<&'c str, Relations<T>>;

/// The counts of the three relations.
#[derive(Default)]
struct RelationCounts<'c> {
    /// The visits' scores.
    visits: Sites<'c, ScoreDistribution>,
    /// The visits' scores, by attitude.
    attitudes: BTreeMap<&'c str, Sites<'c, ScoreDistribution>>,
    /// Judgements, by behaviour.
    behaviours: BTreeMap<&'c str, Sites<'c, Judgements>>,
    /// The attitude of each behaviour, with the relation that it was taken from: the first that has the behaviour.
    attitude_of: BTreeMap<&'c str, (usize, &'c str)>,
}

/// Compares the three relations by whole visit, attitude and behaviour: within the sites that have two relations, and
/// then at each of them.
///
/// Empty if visits observe only one relation. Which gaps are certain is told from the claims of the whole report.
pub fn compare_relations(checklists: &ComparableChecklists<'_>) -> Vec<MirrorRow> {
    let mut counts = RelationCounts::default();
    for (relation_index, (relation, _)) in Relation::ALL.into_iter().enumerate() {
        for family in checklists.families.iter().filter(|family| family.counts.relation == relation) {
            counts.add_family(checklists, family, relation_index);
        }
    }
    let mut rows = gap_rows(&counts.visits, |key| key);
    for (attitude, sites) in &counts.attitudes {
        rows.extend(gap_rows(sites, |key| key.and(Dimension::Attitude, attitude)));
    }
    for (behaviour, sites) in &counts.behaviours {
        let attitude = counts.attitude_of.get(behaviour).map_or(NO_ATTITUDE, |(_, attitude)| attitude);
        let key = |key: Key| key.and(Dimension::Attitude, attitude).and(Dimension::Behaviour, behaviour);
        rows.extend(gap_rows(sites, key));
    }
    rows
}

impl<'c> RelationCounts<'c> {
    fn add_family(
        &mut self,
        checklists: &'c ComparableChecklists<'_>,
        family: &'c ChecklistFamily<'_>,
        relation: usize,
    ) {
        for (site, stratum) in family.sites() {
            let site = checklists.site(*site);
            add(&mut self.visits, site, relation, &stratum.scores);
            for (part, scores) in family.counts.parts.iter().zip(&stratum.parts) {
                let VisitPart::Attitude(attitude) = part else { continue };
                if &**attitude != NO_ATTITUDE {
                    let sites = self.attitudes.entry(attitude).or_default();
                    add(sites, site, relation, scores);
                }
            }
            for (item, judgements) in family.counts.items.iter().zip(&stratum.items) {
                if item.judged && is_named(family, item) {
                    add(self.behaviours.entry(&item.behaviour).or_default(), site, relation, judgements);
                    let here = (relation, &*item.attitude);
                    let first = self.attitude_of.entry(&item.behaviour).or_insert(here);
                    *first = here.min(*first);
                }
            }
        }
    }
}

fn add<'c, T: Observed>(sites: &mut Sites<'c, T>, site: &'c str, relation: usize, more: &T) {
    let relations = sites.entry(site).or_default();
    if let Some(own) = relations.get_mut(relation) {
        own.add(more);
    }
}

/// Returns whether the checklist gives the item a behaviour; otherwise the item's id takes its place in the counts.
fn is_named(family: &ChecklistFamily<'_>, item: &Item) -> bool {
    item.behaviour != item.id || family.item(&item.id).is_some_and(|item| item.behaviour.is_some())
}

/// Computes the row within all sites and those of each site, wherever at least two relations were observed.
fn gap_rows<T: Observed>(sites: &Sites<'_, T>, key: impl Fn(Key) -> Key) -> Vec<MirrorRow> {
    let mut everywhere = Relations::<T>::default();
    for relations in sites.values() {
        everywhere.iter_mut().zip(relations).for_each(|(all, own)| all.add(own));
    }
    let over_sites = |other: fn(&Relations<T>) -> &T| {
        compare_within_sites(sites.values().map(|relations| (&relations[0], other(relations))), FEW_SITES)
    };
    let all = (key(Key::all()), &everywhere, over_sites(|[_, other, _]| other), over_sites(|[.., other]| other));
    let of_sites = sites.iter().map(|(site, relations)| {
        let [customer, management, internal] = relations;
        let (management, internal) = (compare_at_site(customer, management), compare_at_site(customer, internal));
        (key(Key::all().and(Dimension::Site, site)), relations, management, internal)
    });
    std::iter::once(all)
        .chain(of_sites)
        .filter(|(_, relations, ..)| relations.iter().filter(|one| one.n() > 0).count() > 1)
        .map(|(key, relations, management, internal)| mirror_row(key, relations, &management, &internal))
        .collect()
}

fn mirror_row<T: Observed>(
    key: Key,
    relations: &Relations<T>,
    management: &Compared,
    internal: &Compared,
) -> MirrorRow {
    let [customer, managed, departments] = relations;
    let percent = |one: &T| (one.n() > 0).then(|| one.summary().mean);
    let has = |one: &T| customer.n() > 0 && one.n() > 0;
    // A gap with a relation that was not observed is not missing.
    let missing = |gap: &Compared, one: &T| gap.undefined.filter(|_| has(one));
    let reason = missing(management, managed).or(missing(internal, departments));
    MirrorRow {
        key,
        customer: percent(customer),
        management: percent(managed),
        internal: percent(departments),
        n_customer: customer.n(),
        n_management: managed.n(),
        n_internal: departments.n(),
        sites: management.sites,
        gap_management: management.difference,
        lower: management.lower,
        upper: management.upper,
        p: management.p,
        p_adjusted: None,
        certain: None,
        sites_internal: internal.sites,
        gap_internal: internal.difference,
        lower_internal: internal.lower,
        upper_internal: internal.upper,
        p_internal: internal.p,
        p_adjusted_internal: None,
        certain_internal: None,
        parts_company: None,
        undefined: reason.or_else(|| (!has(managed) && !has(departments)).then_some(Undefined::NoPairs)),
    }
}

/// Sorts the rows, over all sites first, and ranks those of each depth of key by their largest certain gap.
pub fn sort_and_rank(rows: &mut [MirrorRow]) {
    let depth = |row: &MirrorRow| row.key.iter().map(|(dimension, _)| dimension).collect::<Vec<_>>();
    let site_then_depth = |row: &MirrorRow| (row.key.get(Dimension::Site).is_some(), depth(row));
    rows.sort_by(|one, other| {
        let size = |row: &MirrorRow| certain_gap(row).unwrap_or(-1.0);
        site_then_depth(one)
            .cmp(&site_then_depth(other))
            .then(size(other).total_cmp(&size(one)))
            .then_with(|| one.key.cmp(&other.key))
    });
    let mut last = (Vec::new(), 0);
    for row in rows {
        let depth = depth(row);
        if last.0 != depth {
            last = (depth, 0);
        }
        if certain_gap(row).is_some() {
            last.1 += 1;
            row.parts_company = Some(last.1);
        }
    }
}

/// Returns the size of the larger certain gap.
fn certain_gap(row: &MirrorRow) -> Option<f64> {
    let management = row.gap_management.filter(|_| row.certain == Some(true));
    let internal = row.gap_internal.filter(|_| row.certain_internal == Some(true));
    management.into_iter().chain(internal).map(f64::abs).max_by(f64::total_cmp)
}
