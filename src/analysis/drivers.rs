//! Behaviours associated with the outcome: visits with a behaviour against visits without it, within sites. An
//! association, not a cause.

use super::comparable_checklists::{ChecklistFamily, ComparableChecklists};
use super::dimension::{Dimension, Key};
use super::figures::DriverRow;
use super::{CONFIDENCE, FEW_SITES};
use crate::stats::{
    SampleSummary, StudentTest, Undefined, float_u64, jackknife, ratio_of_sums, stratified_permutation_p,
};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// The fewest visits with and without the behaviour.
const FEWEST_VISITS: u64 = 10;

/// The outcomes at one site with and without a behaviour, as (outcome, number of visits).
#[derive(Default)]
struct Outcomes {
    with: Vec<(f64, u64)>,
    without: Vec<(f64, u64)>,
    partly: u64,
}

/// A difference of mean outcomes.
struct Compared {
    difference: f64,
    test: Result<StudentTest, Undefined>,
    p: Result<f64, Undefined>,
}

/// Computes a row for each behaviour that was judged in visits with an outcome.
pub fn outcome_drivers(checklists: &ComparableChecklists<'_>) -> Vec<DriverRow> {
    let mut rows = Vec::new();
    for family in &checklists.families {
        let behaviours = outcomes_by_behaviour(checklists, family);
        // Permutations are slow.
        rows.par_extend(
            behaviours
                .par_iter()
                .map(|(behaviour, sites)| driver_row(behaviour, &family.name, &sites.values().collect::<Vec<_>>())),
        );
    }
    rows.sort_by(|one, other| (&one.key, &one.checklist).cmp(&(&other.key, &other.checklist)));
    rows
}

/// Collects the outcomes by behaviour and site.
fn outcomes_by_behaviour<'c>(
    checklists: &'c ComparableChecklists<'_>,
    family: &'c ChecklistFamily<'_>,
) -> BTreeMap<&'c str, BTreeMap<&'c str, Outcomes>> {
    let mut behaviours: BTreeMap<&str, BTreeMap<&str, Outcomes>> = BTreeMap::new();
    for (key, judgements) in family.counts.outcomes.iter().filter(|(key, _)| family.kinds.contains(key.kind)) {
        let outcome = f64::from_bits(key.outcome);
        for (item, judged) in family.counts.items.iter().zip(judgements).filter(|(_, judged)| judged.n() > 0) {
            let sites = behaviours.entry(&item.behaviour).or_default();
            let outcomes = sites.entry(checklists.site(key.site)).or_default();
            outcomes.with.extend((judged.yes > 0).then_some((outcome, judged.yes)));
            outcomes.without.extend((judged.no > 0).then_some((outcome, judged.no)));
            outcomes.partly += judged.partly;
        }
    }
    for outcomes in behaviours.values_mut().flat_map(BTreeMap::values_mut) {
        // Items that share a behaviour may repeat an outcome, which changes no sum.
        for side in [&mut outcomes.with, &mut outcomes.without] {
            side.sort_unstable_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
        }
    }
    behaviours
}

fn driver_row(behaviour: &str, checklist: &str, sites: &[&Outcomes]) -> DriverRow {
    let total = |of: fn(&Outcomes) -> u64| sites.iter().map(|site| of(site)).sum::<u64>();
    let (n_with, n_without) = (total(|site| visit_count(&site.with)), total(|site| visit_count(&site.without)));
    let mean = |side: fn(&Outcomes) -> &[(f64, u64)], n: u64| {
        let mean = sites.iter().map(|site| outcome_sum(side(site))).sum::<f64>() / float_u64(n);
        (n > 0 && mean.is_finite()).then_some(mean)
    };
    let few = n_with.min(n_without) < FEWEST_VISITS;
    let compared = if few { Err(Undefined::FewVisits) } else { compare(sites) };
    let known = compared.as_ref().ok();
    let test = known.and_then(|compared| compared.test.ok());
    let interval = test.map(|test| test.precision.interval);
    DriverRow {
        key: Key::all().and(Dimension::Behaviour, behaviour),
        checklist: checklist.to_owned(),
        n_with,
        n_without,
        n_partly: total(|site| site.partly),
        with: mean(|site| &site.with, n_with),
        without: mean(|site| &site.without, n_without),
        difference: known.map(|compared| compared.difference),
        lower: interval.map(|interval| interval.lower),
        upper: interval.map(|interval| interval.upper),
        // Without an interval a difference is not known well enough to be claimed.
        p: known.and_then(|compared| compared.p.ok()).filter(|_| interval.is_some()),
        p_adjusted: None,
        certain: None,
        undefined: compared.map_or_else(Some, |compared| compared.test.err().or(compared.p.err())),
    }
}

/// Compares within sites: visits of one site are compared with each other alone. The interval is the jackknife's over
/// sites, and the probability that of a permutation within sites.
fn compare(sites: &[&Outcomes]) -> Result<Compared, Undefined> {
    let strata: Vec<(Vec<f64>, Vec<f64>)> =
        sites.iter().map(|site| (values(&site.with), values(&site.without))).collect();
    let units: Vec<(f64, f64)> = strata.iter().filter_map(weighted_difference).collect();
    if (units.len() as u64) < FEW_SITES {
        return Err(Undefined::FewSites);
    }
    let found = jackknife(&mut ratio_of_sums(&units), CONFIDENCE)?;
    Ok(Compared { difference: found.estimate, test: found.test, p: stratified_permutation_p(&strata) })
}

/// Returns a site's difference times its weight, and the weight, as in least squares with a level for each site.
fn weighted_difference((with, without): &(Vec<f64>, Vec<f64>)) -> Option<(f64, f64)> {
    let (with, without) = (SampleSummary::from_values(with).ok()?, SampleSummary::from_values(without).ok()?);
    let (n, m) = (float_u64(with.n as u64), float_u64(without.n as u64));
    let weight = n * m / (n + m);
    Some((weight * (with.mean - without.mean), weight))
}

fn values(outcomes: &[(f64, u64)]) -> Vec<f64> {
    let times = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
    outcomes.iter().flat_map(|(outcome, n)| std::iter::repeat_n(*outcome, times(*n))).collect()
}

fn visit_count(outcomes: &[(f64, u64)]) -> u64 {
    outcomes.iter().map(|(_, visits)| visits).sum()
}

fn outcome_sum(outcomes: &[(f64, u64)]) -> f64 {
    outcomes.iter().map(|(outcome, visits)| outcome * float_u64(*visits)).sum()
}
