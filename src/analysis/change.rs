//! Changes between two periods: the later against the earlier, within the sites visited in both.

use super::checklist_counts::{Judgements, StratumKey};
use super::comparable_checklists::{ChecklistFamily, ComparableChecklists};
use super::dimension::{Dimension, Key, sort_rows};
use super::figures::{BehaviourChange, Change, ScoreChange};
use super::month;
use super::observed::{Compared, Observed, compare_at_site, compare_within_sites};
use super::score_distribution::ScoreDistribution;
use crate::stats::Undefined;
use std::collections::BTreeMap;

/// A quantity in both periods.
#[derive(Clone, Debug, Default)]
struct Periods<T> {
    before: T,
    after: T,
}

impl<T: Observed> Periods<T> {
    fn side_mut(&mut self, later: bool) -> &mut T {
        if later { &mut self.after } else { &mut self.before }
    }
}

/// Compares the two periods: the score of all sites together and of each site, and each behaviour over all sites.
///
/// The later period begins on the plan's `since`, or else with the later half of the months between the first and the
/// last visit; the middle month of an odd number belongs to the earlier period.
pub fn changes_between_periods(checklists: &ComparableChecklists<'_>) -> Change {
    let Some((since, split)) = later_period(checklists) else {
        return Change { undefined: Some(Undefined::TooFewPoints), ..Change::default() };
    };
    let later = |key: &StratumKey| split.map_or(key.later, |split| key.month >= split);
    let (mut scores, mut behaviours) = (Vec::new(), Vec::new());
    for family in &checklists.families {
        scores.extend(score_changes(checklists, family, |key| Some(later(key))));
        behaviours.extend(behaviour_changes(family, later));
    }
    sort_rows(&mut scores, |row| (&row.key, &row.checklist, None));
    sort_rows(&mut behaviours, |row| (&row.key, &row.checklist, None));
    Change { since: Some(since), scores, behaviours, undefined: None }
}

/// Returns the first day of the later period, and its first month if the plan does not name the day.
fn later_period(checklists: &ComparableChecklists<'_>) -> Option<(String, Option<i32>)> {
    if let Some(since) = checklists.plan.since {
        return Some((since.to_string(), None));
    }
    let (first, last) = months(checklists)?;
    let split = later_half(first, last);
    (first < last).then(|| (month::first_day(split), Some(split)))
}

/// Returns the first and the last month of the visits that count.
pub fn months(checklists: &ComparableChecklists<'_>) -> Option<(i32, i32)> {
    let counted = |family: &'_ ChecklistFamily<'_>| {
        let counted = family.counts.strata.keys().filter(|key| family.kinds.contains(key.kind));
        counted.map(|key| key.month).collect::<Vec<i32>>()
    };
    let months: Vec<i32> = checklists.families.iter().flat_map(counted).collect();
    Some((*months.iter().min()?, *months.iter().max()?))
}

/// Returns the month with which the later half of months begins.
pub const fn later_half(first: i32, last: i32) -> i32 {
    last + 1 - (last + 1 - first) / 2
}

/// Compares the score of a checklist between two periods, over all sites together and at each site. `is_later` is `None`
/// for visits in neither period.
pub fn score_changes(
    checklists: &ComparableChecklists<'_>,
    family: &ChecklistFamily<'_>,
    is_later: impl Fn(&StratumKey) -> Option<bool>,
) -> Vec<ScoreChange> {
    let mut sites: BTreeMap<u32, Periods<ScoreDistribution>> = BTreeMap::new();
    for ((site, later), percents) in family.scores_by(|key| Some((key.site, is_later(key)?))) {
        *sites.entry(site).or_default().side_mut(later) = percents;
    }
    sites.retain(|_, periods| periods.before.n() + periods.after.n() > 0);
    let all = compare_within_sites(sites.values().map(|periods| (&periods.after, &periods.before)), 1);
    let of_sites = sites.iter().map(|(site, periods)| {
        let key = Key::all().and(Dimension::Site, checklists.site(*site));
        score_change(key, family, &compare_at_site(&periods.after, &periods.before))
    });
    std::iter::once(score_change(Key::all(), family, &all)).chain(of_sites).collect()
}

fn score_change(key: Key, family: &ChecklistFamily<'_>, compared: &Compared) -> ScoreChange {
    ScoreChange {
        key,
        checklist: family.name.clone(),
        sites: compared.sites,
        sites_apart: compared.sites_apart,
        visits_before: compared.n_other,
        visits_after: compared.n_one,
        before: compared.other,
        after: compared.one,
        difference: compared.difference,
        lower: compared.lower,
        upper: compared.upper,
        p: compared.p,
        p_adjusted: None,
        certain: None,
        undefined: compared.undefined,
    }
}

fn behaviour_changes(family: &ChecklistFamily<'_>, later: impl Fn(&StratumKey) -> bool) -> Vec<BehaviourChange> {
    let mut behaviours: BTreeMap<&str, BTreeMap<u32, Periods<Judgements>>> = BTreeMap::new();
    for ((site, later), judgements) in family.judgements_by(family.kinds, |key| Some((key.site, later(key)))) {
        for (item, judged) in family.counts.items.iter().zip(&judgements).filter(|(item, _)| item.judged) {
            let sites = behaviours.entry(&item.behaviour).or_default();
            sites.entry(site).or_default().side_mut(later).merge(judged);
        }
    }
    let change = |(behaviour, sites): (&str, BTreeMap<u32, Periods<Judgements>>)| {
        let compared = compare_within_sites(sites.values().map(|periods| (&periods.after, &periods.before)), 1);
        behaviour_change(behaviour, family, &compared)
    };
    behaviours.into_iter().map(change).collect()
}

fn behaviour_change(behaviour: &str, family: &ChecklistFamily<'_>, compared: &Compared) -> BehaviourChange {
    BehaviourChange {
        key: Key::all().and(Dimension::Behaviour, behaviour),
        checklist: family.name.clone(),
        sites: compared.sites,
        sites_apart: compared.sites_apart,
        n_before: compared.n_other,
        n_after: compared.n_one,
        before: Compared::share(compared.other),
        after: Compared::share(compared.one),
        difference: Compared::share(compared.difference),
        lower: Compared::share(compared.lower),
        upper: Compared::share(compared.upper),
        p: compared.p,
        p_adjusted: None,
        certain: None,
        undefined: compared.undefined,
    }
}
