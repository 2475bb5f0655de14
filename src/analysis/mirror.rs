//! Do we treat each other as we treat customers? The three relations side by side.
//!
//! All checklists of a relation count together, and every kind of visit that the filters leave: the mirror asks how
//! people are treated, whatever the list and whoever looked. Behaviours are paired by the name that checklists give
//! them; an item without one mirrors nothing, nor does a section without an attitude.

use super::CONFIDENCE;
use super::dimension::{Dimension, Key, NO_ATTITUDE};
use super::family::{Counted, Family};
use super::figures::MirrorRow;
use super::sheet::{Item, Judgements, Part};
use super::spread::Spread;
use crate::stats::{Interval, Resampling, Undefined, bca, difference_of_means, newcombe, welch};
use crate::visit::checklist::Relation;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// What was observed towards customers, between managers and employees, and between departments.
type Relations<T> = [T; 3];
const CUSTOMER: usize = 0;
const MANAGEMENT: usize = 1;
const INTERNAL: usize = 2;

/// What was observed at each site.
type Sites<'c, T> = BTreeMap<&'c str, Relations<T>>;

/// The visits of the three relations.
#[derive(Default)]
struct Seen<'c> {
    /// The visits' percents, by attitude.
    attitudes: BTreeMap<&'c str, Sites<'c, Spread>>,
    /// Judgements, by behaviour.
    behaviours: BTreeMap<&'c str, Sites<'c, Judgements>>,
    /// The attitude that each behaviour belongs to, and in which relation: the first that knows it.
    attitude_of: BTreeMap<&'c str, (usize, &'c str)>,
}

/// Gives the three relations side by side: by attitude and by behaviour over all sites, then of each site.
///
/// Those that part company for certain come first, by the size of the gap. Empty with visits of one relation alone.
pub fn figures(counted: &Counted<'_>) -> Vec<MirrorRow> {
    let mut seen = Seen::default();
    for (place, (relation, _)) in Relation::ALL.into_iter().enumerate() {
        for family in counted.families.iter().filter(|family| family.sheet.relation == relation) {
            seen.take(counted, family, place);
        }
    }
    // Samples cost time where sites are many.
    let attitudes = seen
        .attitudes
        .par_iter()
        .flat_map_iter(|(attitude, sites)| rows_of(sites, |key| key.and(Dimension::Attitude, attitude)));
    let behaviours = seen.behaviours.par_iter().flat_map_iter(|(behaviour, sites)| {
        let attitude = seen.attitude_of.get(behaviour).map_or(NO_ATTITUDE, |(_, attitude)| attitude);
        rows_of(sites, |key| key.and(Dimension::Attitude, attitude).and(Dimension::Behaviour, behaviour))
    });
    ordered(attitudes.chain(behaviours).collect())
}

impl<'c> Seen<'c> {
    fn take(&mut self, counted: &'c Counted<'_>, family: &'c Family<'_>, relation: usize) {
        for (site, cell) in family.cells(|key| Some(key.site)) {
            let site = counted.site(site);
            for (part, spread) in family.sheet.parts.iter().zip(&cell.parts) {
                let Part::Attitude(attitude) = part else { continue };
                if &**attitude != NO_ATTITUDE {
                    let sites = self.attitudes.entry(attitude).or_default();
                    add(sites, site, relation, spread);
                }
            }
            for (item, judgements) in family.sheet.items.iter().zip(&cell.items) {
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

/// Tells whether the checklist names the item's behaviour; otherwise its id stands there.
fn is_named(family: &Family<'_>, item: &Item) -> bool {
    let named = |definition: &crate::visit::Definition| {
        definition.position(&item.id).is_some_and(|place| definition.item(place).behaviour.is_some())
    };
    item.behaviour != item.id || family.definition.is_some_and(named)
}

/// What can be set side by side: percents of visits, or judgements.
trait Observed: Clone + Default + Sync {
    fn add(&mut self, other: &Self);
    fn n(&self) -> u64;
    /// Gives the sum, in percent, of what [`Observed::n`] counts.
    fn sum(&self) -> f64;
    /// Gives one less the other at one place, in points of percent, with the interval.
    fn gap(&self, other: &Self) -> Result<(f64, Result<Interval, Undefined>), Undefined>;
}

impl Observed for Spread {
    fn add(&mut self, other: &Self) {
        self.take(other);
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
        self.take(other);
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
    /// Why the gap, or its interval, is not there although both relations are.
    undefined: Option<Undefined>,
}

/// Gives the row over all sites, and those of each, wherever two relations were observed.
fn rows_of<T: Observed>(sites: &Sites<'_, T>, key: impl Fn(Key) -> Key) -> Vec<MirrorRow> {
    let mut everywhere = Relations::<T>::default();
    for relations in sites.values() {
        everywhere.iter_mut().zip(relations).for_each(|(all, own)| all.add(own));
    }
    let of_sites = sites.iter().map(|(site, relations)| {
        let gap = |other| gap_at(relations, other);
        (row(key(Key::all().and(Dimension::Site, site)), relations, gap(MANAGEMENT), gap(INTERNAL)), relations)
    });
    let gap = |other| gap_over(sites, &everywhere, other);
    std::iter::once((row(key(Key::all()), &everywhere, gap(MANAGEMENT), gap(INTERNAL)), &everywhere))
        .chain(of_sites)
        .filter(|(_, relations)| relations.iter().filter(|one| one.n() > 0).count() > 1)
        .map(|(row, _)| row)
        .collect()
}

fn row<T: Observed>(key: Key, relations: &Relations<T>, management: Gap, internal: Gap) -> MirrorRow {
    let [customer, managed, departments] = relations;
    let percent = |one: &T| (one.n() > 0).then(|| one.sum() / float(one.n())).filter(|percent| percent.is_finite());
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

/// Gives the gap at one site.
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

/// Gives the gap over all sites, its interval over the sites where there are several.
fn gap_over<T: Observed>(sites: &Sites<'_, T>, everywhere: &Relations<T>, other: usize) -> Gap {
    let units: Vec<[f64; 4]> = sites
        .values()
        .filter_map(|relations| Some((relations.get(CUSTOMER)?, relations.get(other)?)))
        .filter(|(customer, other)| customer.n() + other.n() > 0)
        .map(|(customer, other)| [customer.sum(), float(customer.n()), other.sum(), float(other.n())])
        .collect();
    let gap = gap_at(everywhere, other);
    if units.len() < 2 || gap.value.is_none() {
        return gap;
    }
    match bca(&mut difference_of_means(&units), CONFIDENCE, Resampling::default()) {
        // Where all samples are alike, nothing is known of how far they would spread.
        Ok(gap) => {
            let interval = gap.correction.ok().and(gap.interval);
            Gap { value: Some(gap.estimate), interval, undefined: gap.correction.err() }
        }
        Err(reason) => Gap { undefined: Some(reason), ..Gap::default() },
    }
}

/// Ranks the rows of each depth by their largest certain gap, and puts them in that order.
fn ordered(mut rows: Vec<MirrorRow>) -> Vec<MirrorRow> {
    let depth = |row: &MirrorRow| row.key.iter().map(|(dimension, _)| dimension).collect::<Vec<_>>();
    let place = |row: &MirrorRow| (row.key.get(Dimension::Site).is_some(), depth(row));
    rows.sort_by(|one, other| {
        let size = |row: &MirrorRow| certain_gap(row).unwrap_or(-1.0);
        place(one).cmp(&place(other)).then(size(other).total_cmp(&size(one))).then_with(|| one.key.cmp(&other.key))
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

/// Gives the size of the larger gap whose interval lies away from 0.
fn certain_gap(row: &MirrorRow) -> Option<f64> {
    let certain = |gap: Option<f64>, lower: Option<f64>, upper: Option<f64>| {
        gap.filter(|_| lower.is_some_and(|lower| lower > 0.0) || upper.is_some_and(|upper| upper < 0.0)).map(f64::abs)
    };
    let management = certain(row.gap_management, row.lower, row.upper);
    let internal = certain(row.gap_internal, row.lower_internal, row.upper_internal);
    management.into_iter().chain(internal).max_by(f64::total_cmp)
}

#[expect(clippy::cast_precision_loss, reason = "visits are fewer than 2^53")]
fn float(n: u64) -> f64 {
    n as f64
}
