//! XmR control charts of monthly scores, which separate signals from noise (Wheeler 1993, Understanding Variation).

use super::comparable_checklists::{ChecklistFamily, ComparableChecklists};
use super::dimension::{Dimension, Key, sort_rows};
use super::figures::{SignalPoint, SignalRow};
use super::score_distribution::ScoreDistribution;
use super::{CONFIDENCE, month};
use crate::stats::{Factors, Limits, StudentTest, Undefined, float, mean_interval, welch, xmr_chart};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// A month with fewer visits is not judged: one visit moves its mean too much.
const FEWEST_VISITS: u64 = 3;
/// With fewer months a chart has no limits: a few moving ranges do not estimate the noise.
const FEWEST_MONTHS: usize = 6;
/// This many months in a row on one side of the centre are a signal (Wheeler 1993, detection rule 2).
const RUN: usize = 8;
/// The fewest months on either side of a lasting change.
const LASTING: usize = 3;
/// The probability of reporting a lasting change where there is none.
const FALSE_ALARMS: f64 = 0.05;
/// Over a longer span, months without visits are not listed: some clock must have been wrong.
const MOST_MONTHS: i32 = 1200;

/// Charts the monthly scores of each site, and of all sites together.
pub fn monthly_charts(checklists: &ComparableChecklists<'_>) -> Vec<SignalRow> {
    let mut rows = Vec::new();
    for family in &checklists.families {
        let mut sites: BTreeMap<Key, BTreeMap<i32, ScoreDistribution>> = BTreeMap::new();
        for ((site, month), percents) in family.scores_by(|key| Some((key.site, key.month))) {
            let key = Key::all().and(Dimension::Site, checklists.site(site));
            sites.entry(key).or_default().insert(month, percents);
        }
        rows.push(control_chart(Key::all(), family, &family.scores_by(|key| Some(key.month))));
        rows.extend(sites.into_iter().map(|(key, months)| control_chart(key, family, &months)));
    }
    sort_rows(&mut rows, |row| (&row.key, &row.checklist, None));
    rows
}

fn control_chart(key: Key, family: &ChecklistFamily<'_>, months: &BTreeMap<i32, ScoreDistribution>) -> SignalRow {
    let ends = months.keys().next().zip(months.keys().next_back());
    let numbers: Vec<i32> = match ends {
        Some((first, last)) if last - first < MOST_MONTHS => (*first..=*last).collect(),
        _ => months.keys().copied().collect(),
    };
    let distributions: Vec<Option<&ScoreDistribution>> = numbers.iter().map(|number| months.get(number)).collect();
    let means: Vec<Option<f64>> = distributions.iter().map(|scores| scores.and_then(mean_percent)).collect();
    let judged = |scores: Option<&ScoreDistribution>| scores.is_some_and(|scores| scores.visits() >= FEWEST_VISITS);
    let values: Vec<Option<f64>> =
        means.iter().zip(&distributions).map(|(mean, scores)| mean.filter(|_| judged(*scores))).collect();
    let chart = xmr_chart(&values, Factors::WHEELER);
    let enough = values.iter().flatten().count() >= FEWEST_MONTHS;
    let limits = if enough { chart.limits } else { Err(Undefined::TooFewPoints) };
    let signals =
        limits.as_ref().map_or_else(|_| vec![false; values.len()], |limits| find_signals(&values, chart.mean, limits));
    let shift = signals.contains(&true).then(|| lasting_shift(&values)).flatten();
    let points = numbers.iter().zip(&distributions).zip(means.iter().zip(values.iter().zip(&signals)));
    SignalRow {
        key,
        checklist: family.name.clone(),
        points: points
            .map(|((number, scores), (mean, (value, signal)))| SignalPoint {
                month: month::name(*number),
                visits: scores.map_or(0, ScoreDistribution::visits),
                percent: *mean,
                judged: value.is_some(),
                signal: *signal,
            })
            .collect(),
        centre: chart.mean,
        lower: limits.as_ref().ok().map(|limits| limits.natural.lower),
        upper: limits.as_ref().ok().map(|limits| limits.natural.upper),
        range_upper: limits.as_ref().ok().map(|limits| limits.range_upper),
        shift: shift.and_then(|index| numbers.get(index)).map(|number| month::name(*number)),
        false_signals: limits.is_ok().then(|| expected_false_signals(values.iter().flatten().count())),
        undefined: limits.err(),
    }
}

/// Returns how many of the months of a chart would be signals by chance, if nothing but noise moved them.
///
/// Interpolates a simulation of normal noise with the three rules of [`find_signals`] (20,000 charts of each length).
fn expected_false_signals(months: usize) -> f64 {
    const RATES: [(f64, f64); 9] = [
        (6.0, 0.0033),
        (8.0, 0.0040),
        (10.0, 0.0052),
        (12.0, 0.0071),
        (15.0, 0.0108),
        (18.0, 0.0145),
        (24.0, 0.0201),
        (36.0, 0.0273),
        (60.0, 0.0335),
    ];
    let months = float(months);
    let after = RATES.iter().position(|(length, _)| *length >= months).unwrap_or(RATES.len() - 1).max(1);
    let rate = match (RATES.get(after - 1), RATES.get(after)) {
        (Some((from, low)), Some((to, high))) => low + (high - low) * ((months - from) / (to - from)).clamp(0.0, 1.0),
        _ => 0.0,
    };
    rate * months
}

fn mean_percent(scores: &ScoreDistribution) -> Option<f64> {
    mean_interval(&scores.percents(), CONFIDENCE).ok().map(|got| got.mean)
}

/// Marks the values that are signals: beyond a limit, after too large a moving range, or in a run on one side of the
/// centre. Missing values neither break nor lengthen a run; a value on the centre breaks it.
fn find_signals(values: &[Option<f64>], centre: Option<f64>, limits: &Limits) -> Vec<bool> {
    let present: Vec<(usize, f64)> =
        values.iter().enumerate().filter_map(|(index, value)| value.map(|value| (index, value))).collect();
    let steps = limits.range_signals.iter().filter_map(|range| present.get(range + 1)).map(|(index, _)| *index);
    let side = |value: f64| centre.and_then(|centre| value.partial_cmp(&centre));
    let runs = present
        .chunk_by(|(_, one), (_, next)| side(*one) == side(*next))
        .filter(|run| run.len() >= RUN && run.first().is_some_and(|(_, value)| side(*value) != Some(Ordering::Equal)))
        .flatten()
        .map(|(index, _)| *index);
    let mut signals = vec![false; values.len()];
    for index in limits.signals.iter().copied().chain(steps).chain(runs) {
        if let Some(signal) = signals.get_mut(index) {
            *signal = true;
        }
    }
    signals
}

/// Returns the index at which a lasting change most likely began: the split with the largest variance between its two
/// sides (least squares for one change of the mean; Hawkins 1977, J Am Stat Assoc 72:180-186), the earliest of equals.
/// `None` if Welch's test, Bonferroni-corrected for the number of splits tried, does not separate the two sides.
fn lasting_shift(values: &[Option<f64>]) -> Option<usize> {
    let (indices, values): (Vec<usize>, Vec<f64>) =
        values.iter().enumerate().filter_map(|(index, value)| value.map(|value| (index, value))).unzip();
    let mut best: Option<(f64, usize, Result<StudentTest, Undefined>)> = None;
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
    // Two different levels without variation are certain, though the test is undefined.
    let certain = test.map_or_else(|reason| reason == Undefined::NoVariation, |test| test.p * tried < FALSE_ALARMS);
    if certain { indices.get(split).copied() } else { None }
}
