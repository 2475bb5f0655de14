//! Is this month a signal or noise?

use super::dimension::{Dimension, Key};
use super::family::{Counted, Family};
use super::figures::{SignalPoint, SignalRow};
use super::spread::Spread;
use super::{CONFIDENCE, month};
use crate::stats::{Factors, Limits, Undefined, WelchTest, mean_interval, welch, xmr_chart};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Below so many months with a score a chart has no limits: two or three ranges say little about noise.
const FEWEST_MONTHS: usize = 6;
/// So many months in a row on one side of the centre are a signal (Wheeler 1993, detection rule 2).
const RUN: usize = 8;
/// A change that lasts has so many months before it and after it.
const LASTING: usize = 3;
/// How often a chart may show a change that lasts where there is none.
const FALSE_ALARMS: f64 = 0.05;
/// Over more months than this, those without visits are not listed: some clock was wrong.
const MOST_MONTHS: i32 = 1200;

/// Gives the months of each site, and of all sites together, as charts.
pub fn figures(counted: &Counted<'_>) -> Vec<SignalRow> {
    let mut rows = Vec::new();
    for family in &counted.families {
        let mut of_sites: BTreeMap<Key, BTreeMap<i32, Spread>> = BTreeMap::new();
        for ((site, month), percents) in family.percents(|key| Some((key.site, key.month))) {
            let key = Key::all().and(Dimension::Site, counted.site(site));
            of_sites.entry(key).or_default().insert(month, percents);
        }
        rows.push(row(Key::all(), family, &family.percents(|key| Some(key.month))));
        rows.extend(of_sites.into_iter().map(|(key, months)| row(key, family, &months)));
    }
    rows.sort_by(|one, other| (&one.key, &one.checklist).cmp(&(&other.key, &other.checklist)));
    rows
}

fn row(key: Key, family: &Family<'_>, months: &BTreeMap<i32, Spread>) -> SignalRow {
    let ends = months.keys().next().zip(months.keys().next_back());
    let numbers: Vec<i32> = match ends {
        Some((first, last)) if last - first < MOST_MONTHS => (*first..=*last).collect(),
        _ => months.keys().copied().collect(),
    };
    let spreads: Vec<Option<&Spread>> = numbers.iter().map(|number| months.get(number)).collect();
    let values: Vec<Option<f64>> = spreads.iter().map(|spread| spread.and_then(mean)).collect();
    let chart = xmr_chart(&values, Factors::WHEELER);
    let enough = values.iter().flatten().count() >= FEWEST_MONTHS;
    let limits = if enough { chart.limits } else { Err(Undefined::TooFewPoints) };
    let signals =
        limits.as_ref().map_or_else(|_| vec![false; values.len()], |limits| signals(&values, chart.mean, limits));
    let shift = signals.contains(&true).then(|| shift(&values)).flatten();
    let points = numbers.iter().zip(&spreads).zip(values.iter().zip(&signals));
    SignalRow {
        key,
        checklist: family.name.clone(),
        points: points
            .map(|((number, spread), (value, signal))| SignalPoint {
                month: month::name(*number),
                visits: spread.map_or(0, Spread::visits),
                percent: *value,
                signal: *signal,
            })
            .collect(),
        centre: chart.mean,
        lower: limits.as_ref().ok().map(|limits| limits.natural.lower),
        upper: limits.as_ref().ok().map(|limits| limits.natural.upper),
        range_upper: limits.as_ref().ok().map(|limits| limits.range_upper),
        shift: shift.and_then(|place| numbers.get(place)).map(|number| month::name(*number)),
        undefined: limits.err(),
    }
}

fn mean(spread: &Spread) -> Option<f64> {
    mean_interval(&spread.percents(), CONFIDENCE).ok().map(|got| got.mean)
}

/// Tells of each place whether it is a signal: beyond a limit, after too long a step, or in a run on one side of the
/// centre. Holes neither break nor lengthen a run; a value on the centre breaks it.
fn signals(values: &[Option<f64>], centre: Option<f64>, limits: &Limits) -> Vec<bool> {
    let there: Vec<(usize, f64)> =
        values.iter().enumerate().filter_map(|(place, value)| value.map(|value| (place, value))).collect();
    let steps = limits.range_signals.iter().filter_map(|range| there.get(range + 1)).map(|(place, _)| *place);
    let side = |value: f64| centre.and_then(|centre| value.partial_cmp(&centre));
    let runs = there
        .chunk_by(|(_, one), (_, next)| side(*one) == side(*next))
        .filter(|run| run.len() >= RUN && run.first().is_some_and(|(_, value)| side(*value) != Some(Ordering::Equal)))
        .flatten()
        .map(|(place, _)| *place);
    let mut signals = vec![false; values.len()];
    for place in limits.signals.iter().copied().chain(steps).chain(runs) {
        if let Some(signal) = signals.get_mut(place) {
            *signal = true;
        }
    }
    signals
}

/// Gives the place where a change that lasts most likely began: the one that parts the months into two with the
/// largest variance between them (least squares for one change of the mean; Hawkins 1977, J Am Stat Assoc 72:180-186),
/// the earliest of equals. `None` where Welch's test cannot tell the two parts from each other, at as many places as
/// were tried (Bonferroni): the most telling of many places tells a change where there is none.
fn shift(values: &[Option<f64>]) -> Option<usize> {
    let (places, values): (Vec<usize>, Vec<f64>) =
        values.iter().enumerate().filter_map(|(place, value)| value.map(|value| (place, value))).unzip();
    let mut best: Option<(f64, usize, Result<WelchTest, Undefined>)> = None;
    let mut tried = 0.0;
    for split in LASTING..(values.len() + 1).saturating_sub(LASTING) {
        let (before, after) = values.split_at_checked(split)?;
        let got = welch(after, before, CONFIDENCE).ok()?;
        #[expect(clippy::cast_precision_loss, reason = "months are few")]
        let between = (before.len() as f64 * after.len() as f64) * got.difference * got.difference;
        if best.is_none_or(|(most, ..)| between > most) {
            best = Some((between, split, got.test));
        }
        tried += 1.0;
    }
    let (_, split, test) = best?;
    // Two levels without any noise are two levels.
    let certain = test.map_or_else(|reason| reason == Undefined::NoVariation, |test| test.p * tried < FALSE_ALARMS);
    if certain { places.get(split).copied() } else { None }
}
