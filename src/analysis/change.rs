//! Changes between two periods: the later against the earlier.

use super::checklist_counts::{Judgements, StratumKey};
use super::comparable_checklists::{ChecklistFamily, ComparableChecklists};
use super::dimension::{Dimension, Key};
use super::figures::{BehaviourChange, Change, ScoreChange};
use super::score_distribution::ScoreDistribution;
use super::{CONFIDENCE, month};
use crate::stats::{
    Interval, Resampling, Undefined, WelchTest, bca, benjamini_hochberg, difference_of_means, newcombe, score_test,
    welch,
};
use std::collections::BTreeMap;

/// The false discovery rate among changes reported as certain.
const FALSE_DISCOVERIES: f64 = 0.05;

/// A quantity in both periods.
#[derive(Clone, Debug, Default)]
struct Sides<T> {
    before: T,
    after: T,
}

impl<T> Sides<T> {
    fn side_mut(&mut self, later: bool) -> &mut T {
        if later { &mut self.after } else { &mut self.before }
    }
}

/// Compares the two periods: the score of all visits and of each site, and each behaviour over all sites.
///
/// The later period begins on the plan's `since`, or else with the later half of the months between the first and the
/// last visit; the middle month of an odd number belongs to the earlier period. All visits together are compared by
/// resampling sites, a single site by its visits.
pub fn changes_between_periods(checklists: &ComparableChecklists<'_>) -> Change {
    let Some((since, split)) = later_period(checklists) else {
        return Change { undefined: Some(Undefined::TooFewPoints), ..Change::default() };
    };
    let later = |key: &StratumKey| split.map_or(key.later, |split| key.month >= split);
    let (mut scores, mut behaviours) = (Vec::new(), Vec::new());
    for family in &checklists.families {
        scores.extend(score_changes(checklists, family, later));
        behaviours.extend(behaviour_changes(family, later));
    }
    scores.sort_by(|one, other| (&one.key, &one.checklist).cmp(&(&other.key, &other.checklist)));
    behaviours.sort_by(|one, other| (&one.key, &one.checklist).cmp(&(&other.key, &other.checklist)));
    Change { since: Some(since), scores, behaviours, undefined: None }
}

/// Returns the first day of the later period, and its first month if the plan does not name the day.
fn later_period(checklists: &ComparableChecklists<'_>) -> Option<(String, Option<i32>)> {
    if let Some(since) = checklists.plan.since {
        return Some((since.to_string(), None));
    }
    let months = || checklists.families.iter().flat_map(|family| family.counts.strata.keys()).map(|key| key.month);
    let (first, last) = (months().min()?, months().max()?);
    let split = last + 1 - (last + 1 - first) / 2;
    (first < last).then(|| (month::first_day(split), Some(split)))
}

fn score_changes(
    checklists: &ComparableChecklists<'_>,
    family: &ChecklistFamily<'_>,
    later: impl Fn(&StratumKey) -> bool,
) -> Vec<ScoreChange> {
    let mut sites: BTreeMap<u32, Sides<ScoreDistribution>> = BTreeMap::new();
    for ((site, later), percents) in family.scores_by(|key| Some((key.site, later(key)))) {
        *sites.entry(site).or_default().side_mut(later) = percents;
    }
    let sites: Vec<(u32, Sides<ScoreDistribution>)> =
        sites.into_iter().filter(|(_, sides)| sides.before.visits() + sides.after.visits() > 0).collect();
    let all: Vec<&Sides<ScoreDistribution>> = sites.iter().map(|(_, sides)| sides).collect();
    let mut changes = vec![overall_change(family, &all)];
    let mut p = Vec::new();
    for (site, sides) in &sites {
        let (change, test) = site_change(Key::all().and(Dimension::Site, checklists.site(*site)), family, sides);
        changes.push(change);
        p.push(test.map(|test| test.p));
    }
    let certain = benjamini_hochberg(&p, FALSE_DISCOVERIES).rejected;
    for (change, certain) in changes.iter_mut().skip(1).zip(certain) {
        change.certain = certain;
    }
    changes
}

/// Computes the change of all visits together. It is certain if its interval excludes 0.
fn overall_change(family: &ChecklistFamily<'_>, sites: &[&Sides<ScoreDistribution>]) -> ScoreChange {
    if let [site] = sites {
        let (mut change, _) = site_change(Key::all(), family, site);
        change.certain = change.lower.zip(change.upper).map(|(lower, upper)| lower > 0.0 || upper < 0.0);
        return change;
    }
    #[expect(clippy::cast_precision_loss, reason = "visits are fewer than 2^53")]
    let sum_and_visits = |scores: &ScoreDistribution| [scores.percent_sum(), scores.visits() as f64];
    let units: Vec<[f64; 4]> = sites
        .iter()
        .map(|sides| {
            let ([after, visits_after], [before, visits_before]) =
                (sum_and_visits(&sides.after), sum_and_visits(&sides.before));
            [after, visits_after, before, visits_before]
        })
        .collect();
    let mut sums = [0.0; 4];
    for unit in &units {
        sums.iter_mut().zip(unit).for_each(|(sum, value)| *sum += value);
    }
    let [after, visits_after, before, visits_before] = sums;
    let got = bca(&mut difference_of_means(&units), CONFIDENCE, Resampling::default());
    let interval = got.and_then(|got| {
        got.correction?;
        got.interval.ok_or(Undefined::TooFewPoints)
    });
    let mean = |sum: f64, visits: f64| Some(sum / visits).filter(|mean| mean.is_finite());
    let total_visits =
        |of: fn(&Sides<ScoreDistribution>) -> &ScoreDistribution| sites.iter().map(|sides| of(sides).visits()).sum();
    ScoreChange {
        key: Key::all(),
        checklist: family.name.clone(),
        visits_before: total_visits(|sides| &sides.before),
        visits_after: total_visits(|sides| &sides.after),
        before: mean(before, visits_before),
        after: mean(after, visits_after),
        difference: got.ok().map(|got| got.estimate),
        lower: interval.ok().map(|interval| interval.lower),
        upper: interval.ok().map(|interval| interval.upper),
        certain: interval.ok().map(|Interval { lower, upper }| lower > 0.0 || upper < 0.0),
        undefined: interval.err(),
    }
}

/// Computes the change of one site from its visits, with the test of it. Whether it is certain depends on the other
/// sites and is decided by the caller.
fn site_change(
    key: Key,
    family: &ChecklistFamily<'_>,
    sides: &Sides<ScoreDistribution>,
) -> (ScoreChange, Option<WelchTest>) {
    let (before, after) = (sides.before.percents(), sides.after.percents());
    let mean = |percents: &[f64]| crate::stats::mean_interval(percents, CONFIDENCE).ok().map(|got| got.mean);
    let got = welch(&after, &before, CONFIDENCE);
    let test = got.and_then(|got| got.test);
    let interval = test.map(|test| test.precision.interval);
    let change = ScoreChange {
        key,
        checklist: family.name.clone(),
        visits_before: sides.before.visits(),
        visits_after: sides.after.visits(),
        before: mean(&before),
        after: mean(&after),
        difference: got.ok().map(|got| got.difference),
        lower: interval.ok().map(|interval| interval.lower),
        upper: interval.ok().map(|interval| interval.upper),
        certain: None,
        undefined: interval.err(),
    };
    (change, test.ok())
}

fn behaviour_changes(family: &ChecklistFamily<'_>, later: impl Fn(&StratumKey) -> bool) -> Vec<BehaviourChange> {
    let mut behaviours: BTreeMap<&str, Sides<Judgements>> = BTreeMap::new();
    for (later, (_, judgements)) in family.judgements_by(|key| Some(later(key))) {
        let items = family.counts.items.iter().zip(&judgements).filter(|(item, _)| item.judged);
        for (item, judged) in items {
            behaviours.entry(&item.behaviour).or_default().side_mut(later).merge(judged);
        }
    }
    let mut changes: Vec<BehaviourChange> =
        behaviours.into_iter().map(|(behaviour, sides)| behaviour_change(behaviour, family, &sides)).collect();
    let p: Vec<Option<f64>> = changes.iter().map(|change| change.p).collect();
    let found = benjamini_hochberg(&p, FALSE_DISCOVERIES);
    for (change, (adjusted, certain)) in changes.iter_mut().zip(found.adjusted.into_iter().zip(found.rejected)) {
        (change.p_adjusted, change.certain) = (adjusted, certain);
    }
    changes
}

fn behaviour_change(behaviour: &str, family: &ChecklistFamily<'_>, sides: &Sides<Judgements>) -> BehaviourChange {
    let (before, after) = (sides.before.count(), sides.after.count());
    let got = newcombe(after, before, CONFIDENCE);
    let p = got.and_then(|_| score_test(after, before));
    let share = |count| crate::stats::wilson(count, CONFIDENCE).ok().map(|got| got.share);
    BehaviourChange {
        key: Key::all().and(Dimension::Behaviour, behaviour),
        checklist: family.name.clone(),
        n_before: before.n,
        n_after: after.n,
        before: share(before),
        after: share(after),
        difference: got.ok().map(|got| got.difference),
        lower: got.ok().map(|got| got.interval.lower),
        upper: got.ok().map(|got| got.interval.upper),
        p: p.ok(),
        p_adjusted: None,
        certain: None,
        undefined: p.err(),
    }
}
