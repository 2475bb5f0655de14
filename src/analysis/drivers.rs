//! What is associated with the outcome: visits with a behaviour, or at a level of another answer, against the others,
//! within sites. An association, not a cause.

use super::comparable_checklists::{ChecklistFamily, ComparableChecklists};
use super::dimension::{Dimension, Key, sort_rows};
use super::figures::{DriverRow, Level};
use super::levels::{self, Comparison, Outcomes};
use super::{CONFIDENCE, FEW_SITES};
use crate::stats::{
    SampleSummary, StudentTest, Undefined, float_u64, jackknife, ratio_of_sums, stratified_permutation_p,
};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The fewest visits on each side.
const FEWEST_VISITS: u64 = 10;

/// What is compared.
enum Subject<'c> {
    Behaviour(&'c str),
    /// The index of an item whose answers are no judgements.
    Item(u32),
}

/// A difference of mean outcomes.
struct Compared {
    difference: f64,
    test: Result<StudentTest, Undefined>,
    p: Result<f64, Undefined>,
}

/// Computes a row for each behaviour, and for each level of the other answers, in visits with an outcome.
pub fn outcome_drivers(checklists: &ComparableChecklists<'_>) -> Vec<DriverRow> {
    let mut rows = Vec::new();
    for family in &checklists.families {
        let mut subjects: Vec<Subject<'_>> = behaviours(family).into_iter().map(Subject::Behaviour).collect();
        subjects.extend(levels::items(family).into_iter().map(Subject::Item));
        // Permutations are slow, and the outcomes of all subjects together are large.
        rows.par_extend(subjects.into_par_iter().flat_map_iter(|subject| {
            let comparisons = match subject {
                Subject::Behaviour(behaviour) => vec![with_and_without(family, behaviour)],
                Subject::Item(item) => levels::levels(family, item),
            };
            comparisons.into_iter().map(|comparison| driver_row(&family.name, comparison))
        }));
    }
    sort_rows(&mut rows, |row| (&row.key, &row.checklist, row.item.as_deref()));
    rows
}

/// Returns the behaviours that were judged in visits with an outcome.
fn behaviours<'f>(family: &'f ChecklistFamily<'_>) -> BTreeSet<&'f str> {
    let judged = family.counts.outcomes.iter().filter(|(key, _)| family.kinds.contains(key.kind));
    let items = judged.flat_map(|(_, judgements)| family.counts.items.iter().zip(judgements));
    items.filter(|(_, judged)| judged.n() > 0).map(|(item, _)| &*item.behaviour).collect()
}

/// Collects the outcomes with and without a behaviour.
fn with_and_without<'f>(family: &ChecklistFamily<'_>, behaviour: &'f str) -> Comparison<'f> {
    let items = family.counts.items.iter().enumerate().filter(|(_, item)| *item.behaviour == *behaviour);
    let items: Vec<usize> = items.map(|(index, _)| index).collect();
    let mut sites: BTreeMap<u32, Outcomes> = BTreeMap::new();
    for (key, judgements) in family.counts.outcomes.iter().filter(|(key, _)| family.kinds.contains(key.kind)) {
        let outcome = f64::from_bits(key.outcome);
        for judged in items.iter().filter_map(|index| judgements.get(*index)).filter(|judged| judged.n() > 0) {
            let outcomes = sites.entry(key.site).or_default();
            outcomes.with.extend((judged.yes > 0).then_some((outcome, judged.yes.into())));
            outcomes.without.extend((judged.no > 0).then_some((outcome, judged.no.into())));
            outcomes.partly += u64::from(judged.partly);
        }
    }
    Comparison { behaviour, item: None, level: Level::Shown, sites }
}

fn driver_row(checklist: &str, comparison: Comparison<'_>) -> DriverRow {
    let mut sites: Vec<Outcomes> = comparison.sites.into_values().collect();
    for side in sites.iter_mut().flat_map(|site| [&mut site.with, &mut site.without]) {
        // An outcome may be repeated, which changes no sum.
        side.sort_unstable_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    }
    let total = |of: fn(&Outcomes) -> u64| sites.iter().map(of).sum::<u64>();
    let (n_with, n_without) = (total(|site| visit_count(&site.with)), total(|site| visit_count(&site.without)));
    let mean = |side: fn(&Outcomes) -> &[(f64, u64)], n: u64| {
        let mean = sites.iter().map(|site| outcome_sum(side(site))).sum::<f64>() / float_u64(n);
        (n > 0 && mean.is_finite()).then_some(mean)
    };
    let few = n_with.min(n_without) < FEWEST_VISITS;
    let compared = if few { Err(Undefined::FewVisits) } else { compare(&sites) };
    let known = compared.as_ref().ok();
    let test = known.and_then(|compared| compared.test.ok());
    let interval = test.map(|test| test.precision.interval);
    DriverRow {
        key: Key::all().and(Dimension::Behaviour, comparison.behaviour),
        checklist: checklist.to_owned(),
        item: comparison.item.map(str::to_owned),
        level: comparison.level,
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
fn compare(sites: &[Outcomes]) -> Result<Compared, Undefined> {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// How many visits there are, and how many of them show the behaviour.
    #[derive(Clone, Copy)]
    struct Setting {
        sites: u32,
        visits_per_site: u32,
        shown: f64,
        /// What the behaviour adds to the outcome.
        effect: f64,
    }

    /// Simulates visits from 0 to 10 at sites of different levels, where most outcomes are good and a few are bad.
    fn simulate(setting: Setting, random: &mut fastrand::Rng) -> DriverRow {
        let mut sites: BTreeMap<u32, Outcomes> = BTreeMap::new();
        for site in 0..setting.sites {
            let level = 8.0 + 2.0 * random.f64();
            let outcomes = sites.entry(site).or_default();
            for _ in 0..setting.visits_per_site {
                let outcome = (level - 6.0 * random.f64().powi(3)).round();
                if random.f64() < setting.shown {
                    outcomes.with.push((outcome + setting.effect, 1));
                } else {
                    outcomes.without.push((outcome, 1));
                }
            }
        }
        driver_row("customer", Comparison { behaviour: "smile", item: None, level: Level::Shown, sites })
    }

    /// Returns the share of simulations with p below 5 %, and of those whose interval holds the truth, among those that
    /// have an interval.
    fn rates(setting: Setting, runs: usize) -> (f64, f64) {
        let mut random = fastrand::Rng::with_seed(7);
        let rows: Vec<DriverRow> = (0..runs)
            .map(|_| simulate(setting, &mut random))
            .filter(|row| row.lower.is_some() && row.p.is_some())
            .collect();
        assert!(2 * rows.len() > runs, "{} of {runs} have an interval", rows.len());
        let share = |holds: &dyn Fn(&DriverRow) -> bool| {
            float_u64(rows.iter().filter(|row| holds(row)).count() as u64) / float_u64(rows.len() as u64)
        };
        let holds_truth =
            |row: &DriverRow| row.lower.unwrap() <= setting.effect && setting.effect <= row.upper.unwrap();
        (share(&|row| row.p.unwrap() < 0.05), share(&holds_truth))
    }

    #[test]
    fn chance_alone_is_seldom_called_an_association() {
        // Of 1000 runs a share of 5 % lies within 1.8 % of it at three standard errors.
        let rare = Setting { sites: 20, visits_per_site: 40, shown: 0.98, effect: 0.0 };
        for setting in [rare, Setting { sites: 8, visits_per_site: 100, ..rare }, Setting { shown: 0.02, ..rare }] {
            let (false_alarms, coverage) = rates(setting, 1000);
            assert!(false_alarms <= 0.068, "{false_alarms}");
            assert!((0.93..=0.98).contains(&coverage), "{coverage}");
        }
    }

    #[test]
    fn the_few_visits_without_a_common_behaviour_show_what_it_adds() {
        let setting = Setting { sites: 40, visits_per_site: 100, shown: 0.98, effect: 2.0 };
        let row = simulate(setting, &mut fastrand::Rng::with_seed(7));
        assert!(row.n_with + row.n_without == 4000 && row.n_without < 120, "{row:?}");
        assert!(row.lower.unwrap() <= 2.0 && 2.0 <= row.upper.unwrap(), "{row:?}");
        assert!(row.p.unwrap() < 1e-3, "{row:?}");
    }
}
