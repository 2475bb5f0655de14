//! Behaviours associated with the outcome: visits with a behaviour against visits without it. An association, not a
//! cause. Only mystery visits carry an outcome here, because self-audits do not speak for customers.

use super::CONFIDENCE;
use super::comparable_checklists::{ChecklistFamily, ComparableChecklists};
use super::dimension::{Dimension, Key};
use super::figures::DriverRow;
use crate::stats::float_u64;
use crate::stats::{
    Bca, Interval, Resampling, Undefined, bca, benjamini_hochberg, difference_of_means, jackknife, welch,
};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// The false discovery rate among the behaviours of a checklist.
const FALSE_DISCOVERIES: f64 = 0.05;
/// The most visits of a single site that are resampled; beyond, Student's interval is as good and much cheaper.
const MOST_RESAMPLED: usize = 1000;

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
    interval: Result<Interval, Undefined>,
    p: Result<f64, Undefined>,
}

/// Computes a row for each behaviour that was judged in visits with an outcome.
pub fn outcome_drivers(checklists: &ComparableChecklists<'_>) -> Vec<DriverRow> {
    let mut rows = Vec::new();
    for family in &checklists.families {
        let behaviours = outcomes_by_behaviour(checklists, family);
        let mut family_rows: Vec<DriverRow> = behaviours
            .par_iter()
            .map(|(behaviour, sites)| driver_row(behaviour, &family.name, &sites.values().collect::<Vec<_>>()))
            .collect();
        adjust_p_values(&mut family_rows);
        rows.extend(family_rows);
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
    for (key, judgements) in &family.counts.outcomes {
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
    let units: Vec<[f64; 4]> = sites
        .iter()
        .map(|site| {
            [
                outcome_sum(&site.with),
                float_u64(visit_count(&site.with)),
                outcome_sum(&site.without),
                float_u64(visit_count(&site.without)),
            ]
        })
        .filter(|[_, with, _, without]| with + without > 0.0)
        .collect();
    let total = |of: fn(&Outcomes) -> u64| sites.iter().map(|site| of(site)).sum::<u64>();
    let mean = |sum_at: fn(&[f64; 4]) -> f64, n: u64| {
        let mean = units.iter().map(sum_at).sum::<f64>() / float_u64(n);
        (n > 0 && mean.is_finite()).then_some(mean)
    };
    let (n_with, n_without) = (total(|site| visit_count(&site.with)), total(|site| visit_count(&site.without)));
    let compared = if units.len() == 1 { compare_within_site(sites) } else { compare_over_sites(&units) };
    let known = compared.as_ref().ok();
    let interval = known.and_then(|compared| compared.interval.ok());
    let reason = match &compared {
        Ok(compared) => compared.interval.err().or(compared.p.err()),
        Err(reason) => Some(*reason),
    };
    DriverRow {
        key: Key::all().and(Dimension::Behaviour, behaviour),
        checklist: checklist.to_owned(),
        n_with,
        n_without,
        n_partly: total(|site| site.partly),
        with: mean(|[with, ..]| *with, n_with),
        without: mean(|[_, _, without, _]| *without, n_without),
        difference: known.map(|compared| compared.difference),
        lower: interval.map(|interval| interval.lower),
        upper: interval.map(|interval| interval.upper),
        p: known.and_then(|compared| compared.p.ok()),
        p_adjusted: None,
        certain: None,
        undefined: reason,
    }
}

/// Compares over sites: BCa interval, and the jackknife test over the same sites.
fn compare_over_sites(units: &[[f64; 4]]) -> Result<Compared, Undefined> {
    let bootstrap = bca(&mut difference_of_means(units), CONFIDENCE, Resampling::default())?;
    let jackknife_estimate = jackknife(&mut difference_of_means(units), CONFIDENCE)?;
    Ok(Compared {
        difference: bootstrap.estimate,
        interval: interval(&bootstrap),
        p: jackknife_estimate.test.map(|test| test.p),
    })
}

/// Compares the visits of a single site: BCa interval over visits, and Welch's test.
fn compare_within_site(sites: &[&Outcomes]) -> Result<Compared, Undefined> {
    let values = |of: fn(&Outcomes) -> &[(f64, u64)]| -> Vec<f64> {
        let times = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
        let all = sites.iter().flat_map(|site| of(site));
        all.flat_map(|(outcome, n)| std::iter::repeat_n(*outcome, times(*n))).collect()
    };
    let (with, without) = (values(|site| &site.with), values(|site| &site.without));
    let compared = welch(&with, &without, CONFIDENCE)?;
    let interval = if with.len() + without.len() > MOST_RESAMPLED {
        compared.test.map(|test| test.precision.interval)
    } else {
        let units = with.iter().map(|outcome| [*outcome, 1.0, 0.0, 0.0]);
        let units: Vec<_> = units.chain(without.iter().map(|outcome| [0.0, 0.0, *outcome, 1.0])).collect();
        let bootstrap = bca(&mut difference_of_means(&units), CONFIDENCE, Resampling::default())?;
        interval(&bootstrap)
    };
    Ok(Compared { difference: compared.difference, interval, p: compared.test.map(|test| test.p) })
}

/// Returns the interval, unless all samples are equal, which leaves the variability unknown.
fn interval(bootstrap: &Bca) -> Result<Interval, Undefined> {
    bootstrap.correction.and_then(|_| bootstrap.interval.ok_or(Undefined::TooFewPoints))
}

/// Adjusts the p-values of one checklist's behaviours (Benjamini-Hochberg).
fn adjust_p_values(rows: &mut [DriverRow]) {
    let p: Vec<Option<f64>> = rows.iter().map(|row| row.p).collect();
    let found = benjamini_hochberg(&p, FALSE_DISCOVERIES);
    for ((row, adjusted), rejected) in rows.iter_mut().zip(found.adjusted).zip(found.rejected) {
        (row.p_adjusted, row.certain) = (adjusted, rejected);
    }
}

fn visit_count(outcomes: &[(f64, u64)]) -> u64 {
    outcomes.iter().map(|(_, visits)| visits).sum()
}

fn outcome_sum(outcomes: &[(f64, u64)]) -> f64 {
    outcomes.iter().map(|(outcome, visits)| outcome * float_u64(*visits)).sum()
}
