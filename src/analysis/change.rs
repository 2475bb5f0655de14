//! Better than before? The later of two periods against the earlier one.

use super::dimension::{Dimension, Key};
use super::family::{Counted, Family};
use super::figures::{BehaviourChange, Change, ScoreChange};
use super::sheet::{CellKey, Judgements};
use super::spread::Spread;
use super::{CONFIDENCE, month};
use crate::stats::{
    Interval, Resampling, Undefined, WelchTest, bca, benjamini_hochberg, difference_of_means, newcombe, score_test,
    welch,
};
use std::collections::BTreeMap;

/// The share of changes called certain that may be none.
const FALSE_DISCOVERIES: f64 = 0.05;

/// What one figure was before and is after.
#[derive(Clone, Debug, Default)]
struct Sides<T> {
    before: T,
    after: T,
}

impl<T> Sides<T> {
    fn of(&mut self, later: bool) -> &mut T {
        if later { &mut self.after } else { &mut self.before }
    }
}

/// Gives what changed in the score, for all visits and for each site, and in each behaviour over all sites.
///
/// The later period begins on the day asked for, or else with the later half of the months from the first visit's to
/// the last's; of an odd number the middle one is before. All visits together are compared over resampled sites, one
/// site by its visits.
pub fn figures(counted: &Counted<'_>) -> Change {
    let Some((since, split)) = later_period(counted) else {
        return Change { undefined: Some(Undefined::TooFewPoints), ..Change::default() };
    };
    let later = |key: &CellKey| split.map_or(key.later, |split| key.month >= split);
    let (mut scores, mut behaviours) = (Vec::new(), Vec::new());
    for family in &counted.families {
        scores.extend(score_changes(counted, family, later));
        behaviours.extend(behaviour_changes(family, later));
    }
    scores.sort_by(|one, other| (&one.key, &one.checklist).cmp(&(&other.key, &other.checklist)));
    behaviours.sort_by(|one, other| (&one.key, &one.checklist).cmp(&(&other.key, &other.checklist)));
    Change { since: Some(since), scores, behaviours, undefined: None }
}

/// Gives the first day of the later period, and its first month where none was asked for.
fn later_period(counted: &Counted<'_>) -> Option<(String, Option<i32>)> {
    if let Some(since) = counted.plan.since {
        return Some((since.to_string(), None));
    }
    let months = || counted.families.iter().flat_map(|family| family.sheet.cells.keys()).map(|key| key.month);
    let (first, last) = (months().min()?, months().max()?);
    let split = last + 1 - (last + 1 - first) / 2;
    (first < last).then(|| (month::first_day(split), Some(split)))
}

fn score_changes(counted: &Counted<'_>, family: &Family<'_>, later: impl Fn(&CellKey) -> bool) -> Vec<ScoreChange> {
    let mut sites: BTreeMap<u32, Sides<Spread>> = BTreeMap::new();
    for ((site, later), percents) in family.percents(|key| Some((key.site, later(key)))) {
        *sites.entry(site).or_default().of(later) = percents;
    }
    let sites: Vec<(u32, Sides<Spread>)> =
        sites.into_iter().filter(|(_, sides)| sides.before.visits() + sides.after.visits() > 0).collect();
    let all: Vec<&Sides<Spread>> = sites.iter().map(|(_, sides)| sides).collect();
    let mut changes = vec![of_all(family, &all)];
    let mut p = Vec::new();
    for (site, sides) in &sites {
        let (change, test) = of_site(Key::all().and(Dimension::Site, counted.site(*site)), family, sides);
        changes.push(change);
        p.push(test.map(|test| test.p));
    }
    let certain = benjamini_hochberg(&p, FALSE_DISCOVERIES).rejected;
    for (change, certain) in changes.iter_mut().skip(1).zip(certain) {
        change.certain = certain;
    }
    changes
}

/// Gives the change of all visits together; it is certain where its interval does not hold 0.
fn of_all(family: &Family<'_>, sites: &[&Sides<Spread>]) -> ScoreChange {
    if let [site] = sites {
        let (mut change, _) = of_site(Key::all(), family, site);
        change.certain = change.lower.zip(change.upper).map(|(lower, upper)| lower > 0.0 || upper < 0.0);
        return change;
    }
    #[expect(clippy::cast_precision_loss, reason = "visits are fewer than 2^53")]
    let of = |spread: &Spread| [spread.percent_sum(), spread.visits() as f64];
    let units: Vec<[f64; 4]> = sites
        .iter()
        .map(|sides| {
            let ([after, of_after], [before, of_before]) = (of(&sides.after), of(&sides.before));
            [after, of_after, before, of_before]
        })
        .collect();
    let mut sums = [0.0; 4];
    for unit in &units {
        sums.iter_mut().zip(unit).for_each(|(sum, value)| *sum += value);
    }
    let [after, of_after, before, of_before] = sums;
    let got = bca(&mut difference_of_means(&units), CONFIDENCE, Resampling::default());
    let interval = got.and_then(|got| {
        got.correction?;
        got.interval.ok_or(Undefined::TooFewPoints)
    });
    let mean = |sum: f64, visits: f64| Some(sum / visits).filter(|mean| mean.is_finite());
    let visits = |of: fn(&Sides<Spread>) -> &Spread| sites.iter().map(|sides| of(sides).visits()).sum();
    ScoreChange {
        key: Key::all(),
        checklist: family.name.clone(),
        visits_before: visits(|sides| &sides.before),
        visits_after: visits(|sides| &sides.after),
        before: mean(before, of_before),
        after: mean(after, of_after),
        difference: got.ok().map(|got| got.estimate),
        lower: interval.ok().map(|interval| interval.lower),
        upper: interval.ok().map(|interval| interval.upper),
        certain: interval.ok().map(|Interval { lower, upper }| lower > 0.0 || upper < 0.0),
        undefined: interval.err(),
    }
}

/// Gives the change of one site by its visits, and the test of it; whether it is certain depends on the other sites.
fn of_site(key: Key, family: &Family<'_>, sides: &Sides<Spread>) -> (ScoreChange, Option<WelchTest>) {
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

fn behaviour_changes(family: &Family<'_>, later: impl Fn(&CellKey) -> bool) -> Vec<BehaviourChange> {
    let mut behaviours: BTreeMap<&str, Sides<Judgements>> = BTreeMap::new();
    for (later, (_, judgements)) in family.judgements(|key| Some(later(key))) {
        let items = family.sheet.items.iter().zip(&judgements).filter(|(item, _)| item.judged);
        for (item, judged) in items {
            behaviours.entry(&item.behaviour).or_default().of(later).take(judged);
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

fn behaviour_change(behaviour: &str, family: &Family<'_>, sides: &Sides<Judgements>) -> BehaviourChange {
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
