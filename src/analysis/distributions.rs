//! How often each answer to a scale, a count or a choice was given; of a number, where its answers lie.

use super::behaviours::share_of_sites;
use super::checklist_counts::{AnswerKey, Answers, Number, Options};
use super::comparable_checklists::{ChecklistFamily, ComparableChecklists};
use super::dimension::{Key, sort_rows};
use super::estimate::{Figure, mean_of_visits};
use super::figures::{AnswerShare, DistributionRow, ValueUnit};
use super::kinds::Kinds;
use super::outcomes::{summary, whole};
use super::scores::quartiles;
use crate::stats::{Count, Interval, SampleSummary, Undefined, float_u64};
use crate::visit::checklist::Response;
use hashbrown::HashMap;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The longest scale whose answers are counted one by one: from 0 to 100.
const LONGEST_SCALE: i64 = 100;
/// The most different answers that are counted one by one.
const MAX_ANSWERS: usize = 101;

/// The answers to an item under one key.
struct Collected<T> {
    /// The number of visits by answer, at each site.
    sites: BTreeMap<u32, BTreeMap<T, u64>>,
    left_out: u64,
}

impl<T> Default for Collected<T> {
    fn default() -> Self {
        Self { sites: BTreeMap::new(), left_out: 0 }
    }
}

/// Computes the distributions of all visits, for each checklist and item.
pub fn network_distributions(checklists: &ComparableChecklists<'_>) -> Vec<DistributionRow> {
    sorted(checklists.families.iter().flat_map(|family| family_rows(family, family.kinds, |_| Key::all())).collect())
}

/// Computes the distributions by key, checklist and item. Dimensions that group rows have no part in it.
pub fn distributions_by_key(checklists: &ComparableChecklists<'_>) -> Vec<DistributionRow> {
    let rows = |family| family_rows(family, checklists.kinds_by_key, |by| checklists.key(by));
    sorted(checklists.families.iter().flat_map(rows).collect())
}

fn sorted(mut rows: Vec<DistributionRow>) -> Vec<DistributionRow> {
    sort_rows(&mut rows, |row| (&row.key, &row.checklist, Some(&row.item)));
    rows
}

fn family_rows(family: &ChecklistFamily<'_>, kinds: Kinds, key_of: impl Fn(u32) -> Key) -> Vec<DistributionRow> {
    let numbers = collect(family, &family.counts.numbers, kinds, &key_of);
    let choices = collect(family, &family.counts.choices, kinds, &key_of);
    let mut rows: Vec<DistributionRow> = Vec::new();
    rows.par_extend(numbers.into_par_iter().map(|((key, item), answers)| number_row(family, key, item, &answers)));
    rows.par_extend(choices.into_par_iter().map(|((key, item), answers)| choice_row(family, key, item, &answers)));
    rows
}

fn collect<'f, T: Copy + Ord>(
    family: &'f ChecklistFamily<'_>,
    all: &HashMap<AnswerKey, Answers<T>>,
    kinds: Kinds,
    key_of: impl Fn(u32) -> Key,
) -> BTreeMap<(Key, &'f str), Collected<T>> {
    let mut collected: BTreeMap<(Key, &str), Collected<T>> = BTreeMap::new();
    for (key, answers) in all.iter().filter(|(key, _)| kinds.contains(key.kind)) {
        let item = family.counts.items.get(key.item as usize).map_or("", |item| &item.id);
        let own = collected.entry((key_of(key.by), item)).or_default();
        own.left_out += answers.left_out();
        for (answer, _, visits) in answers.iter() {
            *own.sites.entry(key.site).or_default().entry(answer).or_default() += visits;
        }
    }
    collected
}

/// Returns the row of a scale, a count or a number.
fn number_row(family: &ChecklistFamily<'_>, key: Key, item: &str, answers: &Collected<Number>) -> DistributionRow {
    let response = family.item(item).map(|item| &item.response);
    let sites: Vec<Vec<(f64, u64)>> = answers.sites.values().map(in_order).collect();
    let mut all: Vec<(f64, u64)> = sites.concat();
    all.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
    let summaries: Vec<SampleSummary> = sites.iter().map(|site| summary(site, |value| value)).collect();
    let mean = mean_of_visits(&summaries);
    let mean = match response {
        Some(Response::Scale { min, max, .. }) => {
            Figure::within(mean, Interval { lower: whole(*min), upper: whole(*max) })
        }
        Some(Response::Count { .. }) => {
            let mean = Figure::unbounded(mean);
            Figure { lower: mean.lower.map(|lower| lower.max(0.0)), ..mean }
        }
        _ => Figure::unbounded(mean),
    };
    let unit = match response {
        Some(Response::Number { unit: Some(unit), .. }) => ValueUnit::Named(unit.clone()),
        _ => ValueUnit::Number,
    };
    let repeated: Vec<f64> = all.iter().flat_map(|(value, visits)| repeat(*value, *visits)).collect();
    DistributionRow {
        key,
        checklist: family.name.clone(),
        item: item.to_owned(),
        n: repeated.len() as u64,
        sites: sites.len() as u64,
        left_out: answers.left_out,
        unit: Some(unit),
        mean: mean.value,
        lower: mean.lower,
        upper: mean.upper,
        quartiles: quartiles(&repeated),
        least: repeated.first().copied(),
        greatest: repeated.last().copied(),
        answers: value_shares(&offered_values(response, &repeated), &sites),
        undefined: mean.undefined,
    }
}

fn in_order(site: &BTreeMap<Number, u64>) -> Vec<(f64, u64)> {
    let mut values: Vec<(f64, u64)> = site.iter().map(|(number, visits)| (number.value(), *visits)).collect();
    values.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
    values
}

fn repeat(value: f64, times: u64) -> impl Iterator<Item = f64> {
    std::iter::repeat_n(value, usize::try_from(times).unwrap_or(usize::MAX))
}

/// Returns the values that are counted one by one: those of the scale, and others that were given, which are in order.
fn offered_values(response: Option<&Response>, given: &[f64]) -> Vec<f64> {
    let mut values = given.to_vec();
    match response {
        Some(Response::Number { .. }) => return Vec::new(),
        Some(Response::Scale { min, max, .. }) if max.saturating_sub(*min) <= LONGEST_SCALE => {
            values.extend((*min..=*max).map(whole));
            values.sort_unstable_by(f64::total_cmp);
        }
        _ => {}
    }
    values.dedup_by_key(|value| value.to_bits());
    if values.len() > MAX_ANSWERS { Vec::new() } else { values }
}

fn value_shares(values: &[f64], sites: &[Vec<(f64, u64)>]) -> Vec<AnswerShare> {
    let n = |site: &[(f64, u64)]| site.iter().map(|(_, visits)| visits).sum::<u64>();
    let totals: Vec<u64> = sites.iter().map(|site| n(site)).collect();
    let share = |value: &f64| {
        let visits = |site: &Vec<(f64, u64)>| {
            let place = site.binary_search_by(|(own, _)| own.total_cmp(value)).ok()?;
            site.get(place).map(|(_, visits)| *visits)
        };
        let counts = sites.iter().zip(&totals).map(|(site, n)| (visits(site).unwrap_or_default(), *n));
        AnswerShare { value: Some(*value), ..answer_share(counts) }
    };
    values.iter().map(share).collect()
}

/// Returns how often an answer was given, from its visits and all visits with an answer at each site.
fn answer_share(sites: impl Iterator<Item = (u64, u64)>) -> AnswerShare {
    let counts: Vec<Count> = sites.map(|(visits, n)| Count { successes: float_u64(visits), n }).collect();
    let share = share_of_sites(&counts);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sums of counts, below 2^53")]
    let visits = counts.iter().map(|count| count.successes).sum::<f64>() as u64;
    AnswerShare { visits, share: share.value, lower: share.lower, upper: share.upper, ..AnswerShare::default() }
}

/// Returns the row of a choice.
fn choice_row(family: &ChecklistFamily<'_>, key: Key, item: &str, answers: &Collected<Options>) -> DistributionRow {
    let mut sites: Vec<(BTreeMap<&str, u64>, u64)> = Vec::new();
    for site in answers.sites.values() {
        let mut options: BTreeMap<&str, u64> = BTreeMap::new();
        for (chosen, visits) in site {
            family.counts.options_in(*chosen).for_each(|option| *options.entry(option).or_default() += visits);
        }
        sites.push((options, site.values().sum()));
    }
    let offered: Vec<&str> = match family.item(item).map(|item| &item.response) {
        Some(Response::Choice { options, .. }) => options.iter().map(|option| &*option.id).collect(),
        _ => Vec::new(),
    };
    let given: BTreeSet<&str> = sites.iter().flat_map(|(options, _)| options.keys().copied()).collect();
    let others = given.into_iter().filter(|option| !offered.contains(option));
    let share = |option: &str| {
        let counts = sites.iter().map(|(options, n)| (options.get(option).copied().unwrap_or_default(), *n));
        AnswerShare { option: Some(option.to_owned()), ..answer_share(counts) }
    };
    let all: Vec<&str> = offered.iter().copied().chain(others).collect();
    let n = sites.iter().map(|(_, n)| n).sum();
    DistributionRow {
        key,
        checklist: family.name.clone(),
        item: item.to_owned(),
        n,
        sites: sites.len() as u64,
        left_out: answers.left_out,
        answers: if all.len() > MAX_ANSWERS { Vec::new() } else { all.into_iter().map(share).collect() },
        undefined: match n {
            0 => Some(Undefined::NoObservations),
            n => (n < super::FEW_VISITS).then_some(Undefined::FewVisits),
        },
        ..DistributionRow::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_has_all_its_values_and_a_number_none() {
        let scale = Response::Scale { min: 1, max: 4, min_label: None, max_label: None };
        assert_eq!(offered_values(Some(&scale), &[2.0, 2.0, 9.0]), [1.0, 2.0, 3.0, 4.0, 9.0]);
        assert_eq!(offered_values(Some(&Response::Count { bands: Vec::new() }), &[0.0, 0.0, 5.0]), [0.0, 5.0]);
        assert_eq!(
            offered_values(Some(&Response::Number { unit: None, min: None, max: None, message: None }), &[1.5]),
            [] as [f64; 0]
        );
        let many: Vec<f64> = (0..102).map(f64::from).collect();
        assert_eq!(offered_values(None, &many), [] as [f64; 0]);
        assert_eq!(offered_values(None, &many[..101]).len(), 101);
    }

    #[test]
    fn shares_are_of_the_visits_with_an_answer() {
        let sites = [vec![(0.0, 3), (2.0, 1)], vec![(2.0, 4)]];
        let shares = value_shares(&[0.0, 1.0, 2.0], &sites);
        let got: Vec<(u64, Option<f64>)> = shares.iter().map(|share| (share.visits, share.share)).collect();
        assert_eq!(got, [(3, Some(0.375)), (0, Some(0.0)), (5, Some(0.625))]);
    }
}
