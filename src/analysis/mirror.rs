//! The mirror: scores and behaviours in the three relations side by side.
//!
//! All checklists of a relation count together, and every kind of visit that passes the filters. Behaviours are paired
//! by the name that checklists give them. Items without a behaviour and sections without an attitude are left out.

use super::CONFIDENCE;
use super::checklist_counts::{Item, Judgements, VisitPart};
use super::comparable_checklists::{ChecklistFamily, ComparableChecklists};
use super::dimension::{Dimension, Key, NO_ATTITUDE};
use super::figures::MirrorRow;
use super::score_distribution::ScoreDistribution;
use crate::stats::float_u64;
use crate::stats::{Interval, Resampling, Undefined, bca, difference_of_means, newcombe, welch};
use crate::visit::checklist::Relation;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// One value per relation: towards customers, between managers and employees, and between departments.
type Relations<T> = [T; 3];
const CUSTOMER: usize = 0;
const MANAGEMENT: usize = 1;
const INTERNAL: usize = 2;

/// The three relations at each site.
type Sites<'c, T> = BTreeMap<&'c str, Relations<T>>;

/// The counts of the three relations.
#[derive(Default)]
struct RelationCounts<'c> {
    /// The visits' scores, by attitude.
    attitudes: BTreeMap<&'c str, Sites<'c, ScoreDistribution>>,
    /// Judgements, by behaviour.
    behaviours: BTreeMap<&'c str, Sites<'c, Judgements>>,
    /// The attitude of each behaviour, with the relation that it was taken from: the first that has the behaviour.
    attitude_of: BTreeMap<&'c str, (usize, &'c str)>,
}

/// Compares the three relations by attitude and by behaviour, over all sites and then at each site.
///
/// Rows with a certain gap come first, by its size. Empty if visits observe only one relation.
pub fn compare_relations(checklists: &ComparableChecklists<'_>) -> Vec<MirrorRow> {
    let mut counts = RelationCounts::default();
    for (relation_index, (relation, _)) in Relation::ALL.into_iter().enumerate() {
        for family in checklists.families.iter().filter(|family| family.counts.relation == relation) {
            counts.add_family(checklists, family, relation_index);
        }
    }
    // Resampling is slow with many sites.
    let attitudes = counts
        .attitudes
        .par_iter()
        .flat_map_iter(|(attitude, sites)| gap_rows(sites, |key| key.and(Dimension::Attitude, attitude)));
    let behaviours = counts.behaviours.par_iter().flat_map_iter(|(behaviour, sites)| {
        let attitude = counts.attitude_of.get(behaviour).map_or(NO_ATTITUDE, |(_, attitude)| attitude);
        gap_rows(sites, |key| key.and(Dimension::Attitude, attitude).and(Dimension::Behaviour, behaviour))
    });
    sort_and_rank(attitudes.chain(behaviours).collect())
}

impl<'c> RelationCounts<'c> {
    fn add_family(
        &mut self,
        checklists: &'c ComparableChecklists<'_>,
        family: &'c ChecklistFamily<'_>,
        relation: usize,
    ) {
        for (site, stratum) in family.strata_by(|key| Some(key.site)) {
            let site = checklists.site(site);
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
    let named = |definition: &crate::visit::Definition| {
        definition.position(&item.id).is_some_and(|index| definition.item(index).behaviour.is_some())
    };
    item.behaviour != item.id || family.definition.is_some_and(named)
}

/// An observation that relations are compared by: scores of visits, or judgements.
trait Observed: Clone + Default + Sync {
    fn add(&mut self, other: &Self);
    fn n(&self) -> u64;
    /// Returns the sum, in percent, over the [`Observed::n`] observations.
    fn sum(&self) -> f64;
    /// Returns the difference from another observation at one site, in points of percent, with its interval.
    fn gap(&self, other: &Self) -> Result<(f64, Result<Interval, Undefined>), Undefined>;
}

impl Observed for ScoreDistribution {
    fn add(&mut self, other: &Self) {
        self.merge(other);
    }

    fn n(&self) -> u64 {
        self.visits()
    }

    fn sum(&self) -> f64 {
        self.percent_sum()
    }

    fn gap(&self, other: &Self) -> Result<(f64, Result<Interval, Undefined>), Undefined> {
        let gap = welch(&self.percents(), &other.percents(), CONFIDENCE)?;
        Ok((gap.difference, gap.test.map(|test| test.precision.interval)))
    }
}

impl Observed for Judgements {
    fn add(&mut self, other: &Self) {
        self.merge(other);
    }

    fn n(&self) -> u64 {
        Self::n(self)
    }

    fn sum(&self) -> f64 {
        100.0 * self.count().successes
    }

    fn gap(&self, other: &Self) -> Result<(f64, Result<Interval, Undefined>), Undefined> {
        let gap = newcombe(self.count(), other.count(), CONFIDENCE)?;
        let interval = Interval { lower: 100.0 * gap.interval.lower, upper: 100.0 * gap.interval.upper };
        Ok((100.0 * gap.difference, Ok(interval)))
    }
}

/// Customers less another side.
#[derive(Clone, Copy, Default)]
struct Gap {
    value: Option<f64>,
    interval: Option<Interval>,
    /// Why the gap or its interval is undefined although both relations were observed.
    undefined: Option<Undefined>,
}

/// Computes the row over all sites and those of each site, wherever at least two relations were observed.
fn gap_rows<T: Observed>(sites: &Sites<'_, T>, key: impl Fn(Key) -> Key) -> Vec<MirrorRow> {
    let mut everywhere = Relations::<T>::default();
    for relations in sites.values() {
        everywhere.iter_mut().zip(relations).for_each(|(all, own)| all.add(own));
    }
    let site_rows = sites.iter().map(|(site, relations)| {
        let gap = |other| gap_at(relations, other);
        (mirror_row(key(Key::all().and(Dimension::Site, site)), relations, gap(MANAGEMENT), gap(INTERNAL)), relations)
    });
    let gap = |other| gap_over(sites, &everywhere, other);
    std::iter::once((mirror_row(key(Key::all()), &everywhere, gap(MANAGEMENT), gap(INTERNAL)), &everywhere))
        .chain(site_rows)
        .filter(|(_, relations)| relations.iter().filter(|one| one.n() > 0).count() > 1)
        .map(|(row, _)| row)
        .collect()
}

fn mirror_row<T: Observed>(key: Key, relations: &Relations<T>, management: Gap, internal: Gap) -> MirrorRow {
    let [customer, managed, departments] = relations;
    let percent = |one: &T| (one.n() > 0).then(|| one.sum() / float_u64(one.n())).filter(|percent| percent.is_finite());
    let compared = management.value.is_some() || internal.value.is_some();
    let reason = management.undefined.or(internal.undefined).or((!compared).then_some(Undefined::NoPairs));
    MirrorRow {
        key,
        customer: percent(customer),
        management: percent(managed),
        internal: percent(departments),
        n_customer: customer.n(),
        n_management: managed.n(),
        n_internal: departments.n(),
        gap_management: management.value,
        lower: management.interval.map(|interval| interval.lower),
        upper: management.interval.map(|interval| interval.upper),
        gap_internal: internal.value,
        lower_internal: internal.interval.map(|interval| interval.lower),
        upper_internal: internal.interval.map(|interval| interval.upper),
        parts_company: None,
        undefined: reason,
    }
}

/// Computes the gap between customers and another relation at one site.
fn gap_at<T: Observed>(relations: &Relations<T>, other: usize) -> Gap {
    let (Some(customer), Some(other)) = (relations.get(CUSTOMER), relations.get(other)) else { return Gap::default() };
    if customer.n() == 0 || other.n() == 0 {
        return Gap::default();
    }
    match customer.gap(other) {
        Ok((value, Ok(interval))) => Gap { value: Some(value), interval: Some(interval), undefined: None },
        Ok((value, Err(reason))) => Gap { value: Some(value), interval: None, undefined: Some(reason) },
        Err(reason) => Gap { undefined: Some(reason), ..Gap::default() },
    }
}

/// Computes the gap over all sites, with an interval by resampling sites if there are several.
fn gap_over<T: Observed>(sites: &Sites<'_, T>, everywhere: &Relations<T>, other: usize) -> Gap {
    let units: Vec<[f64; 4]> = sites
        .values()
        .filter_map(|relations| Some((relations.get(CUSTOMER)?, relations.get(other)?)))
        .filter(|(customer, other)| customer.n() + other.n() > 0)
        .map(|(customer, other)| [customer.sum(), float_u64(customer.n()), other.sum(), float_u64(other.n())])
        .collect();
    let gap = gap_at(everywhere, other);
    if units.len() < 2 || gap.value.is_none() {
        return gap;
    }
    match bca(&mut difference_of_means(&units), CONFIDENCE, Resampling::default()) {
        // If all samples are equal, the variability is unknown.
        Ok(gap) => {
            let interval = gap.correction.ok().and(gap.interval);
            Gap { value: Some(gap.estimate), interval, undefined: gap.correction.err() }
        }
        Err(reason) => Gap { undefined: Some(reason), ..Gap::default() },
    }
}

/// Sorts the rows, over all sites first, and ranks those of each depth of key by their largest certain gap.
fn sort_and_rank(mut rows: Vec<MirrorRow>) -> Vec<MirrorRow> {
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
    for row in &mut rows {
        let depth = depth(row);
        if last.0 != depth {
            last = (depth, 0);
        }
        if certain_gap(row).is_some() {
            last.1 += 1;
            row.parts_company = Some(last.1);
        }
    }
    rows
}

/// Returns the size of the larger gap whose interval excludes 0.
fn certain_gap(row: &MirrorRow) -> Option<f64> {
    let certain = |gap: Option<f64>, lower: Option<f64>, upper: Option<f64>| {
        gap.filter(|_| lower.is_some_and(|lower| lower > 0.0) || upper.is_some_and(|upper| upper < 0.0)).map(f64::abs)
    };
    let management = certain(row.gap_management, row.lower, row.upper);
    let internal = certain(row.gap_internal, row.lower_internal, row.upper_internal);
    management.into_iter().chain(internal).max_by(f64::total_cmp)
}
