//! Agreement per item and over all items, and the items that are unclear.

use super::CONFIDENCE;
use super::coefficients::{self, Units};
use super::figures::{Against, Coefficients, FEWEST, Figure, ItemRow, ObserverRow, Verdict};
use super::observed_by_one;
use super::ratings::{Rated, Ratings};
use crate::stats::{Count, MeasurementLevel, Weights, benjamini_hochberg, design_effect, score_test, wilson};
use crate::visit::{Response, Value};
use rayon::prelude::*;
use std::collections::BTreeSet;

/// The false discovery rate among items reported as unclear.
const FALSE_DISCOVERIES: f64 = 0.05;

/// Computes a row for each item, in checklist order.
pub fn agreement_by_item(ratings: &Ratings, observers: &[ObserverRow]) -> Vec<ItemRow> {
    let by_chance: BTreeSet<usize> =
        observers.iter().enumerate().filter(|(_, row)| row.verdict == Verdict::ByChance).map(|(at, _)| at).collect();
    let counts: Vec<(u64, u64)> = ratings.items.iter().map(|rated| agreed(ratings, rated, &by_chance)).collect();
    let unclear = unclear(&counts);
    let rows: Vec<Coefficients> = ratings.items.par_iter().map(|rated| coefficients::estimate(units(rated))).collect();
    ratings
        .items
        .iter()
        .zip(rows)
        .zip(counts.iter().zip(unclear))
        .map(|((rated, agreement), ((yes, n), unclear))| {
            let item = ratings.item(rated);
            ItemRow {
                item: item.id.clone(),
                label: item.label.clone(),
                agreement,
                observed_by_one: observed_by_one::of_item(ratings, rated),
                compared: *n,
                agreed: share(*yes, *n),
                unclear,
            }
        })
        .collect()
}

/// Counts the answers to an item that agree with the expected one, and all compared, without the observers in
/// `without`. Two answers that are compared with each other count once.
fn agreed(ratings: &Ratings, rated: &Rated, without: &BTreeSet<usize>) -> (u64, u64) {
    let (mut yes, mut n) = (0, 0);
    if !ratings.is_categorical(rated) {
        return (yes, n);
    }
    for meeting in 0..ratings.meetings {
        let observers = (0..ratings.observers.len()).filter(|observer| !without.contains(observer));
        let pairs = observers
            .filter_map(|observer| rated.given(meeting, observer).zip(ratings.expected(rated, meeting, observer)));
        let is_mirrored = ratings.against == Against::Others && rated.observed(meeting) == 2;
        for (given, expected) in pairs.take(if is_mirrored { 1 } else { usize::MAX }) {
            n += 1;
            yes += u64::from(given == expected);
        }
    }
    (yes, n)
}

/// Returns, for each item, whether observers agree less on it than on all other items together (Benjamini-Hochberg).
/// Items with too few answers for an interval are not tested.
fn unclear(counts: &[(u64, u64)]) -> Vec<bool> {
    let (all_yes, all) = counts.iter().fold((0, 0), |(yes, n), (one, of)| (yes + one, n + of));
    let tested: Vec<(bool, Option<f64>)> = counts
        .iter()
        .map(|(yes, n)| {
            let (rest_yes, rest) = (all_yes - yes, all - n);
            // a/b < c/d, without dividing by 0.
            let less = u128::from(*yes) * u128::from(rest) < u128::from(rest_yes) * u128::from(*n);
            (less, score_test(count(*yes, *n), count(rest_yes, rest)).ok().filter(|_| *n >= FEWEST))
        })
        .collect();
    let p: Vec<Option<f64>> = tested.iter().map(|(_, p)| *p).collect();
    let found = benjamini_hochberg(&p, FALSE_DISCOVERIES);
    tested.iter().zip(found.rejected).map(|((less, _), rejected)| *less && rejected == Some(true)).collect()
}

fn units(rated: &Rated) -> Units {
    Units {
        pairs: rated
            .given
            .iter()
            .zip(&rated.expected)
            .map(|(row, expected)| {
                let expected = expected.as_ref().map(|(category, _)| *category);
                row.iter().filter_map(|given| (*given).zip(expected)).collect()
            })
            .collect(),
        given: rated.given.clone(),
        weights: rated.weights(),
        weighted: rated.weighted,
        level: rated.level(),
        numbers: (0..rated.categories.len()).map(|category| rated.number(category)).collect(),
    }
}

/// Estimates the agreement on all items with yes, partly and no together. A unit is an item of a meeting; since units of
/// one meeting are correlated, the intervals are widened by the design effect of the meetings, if there are several.
pub fn overall_agreement(ratings: &Ratings) -> Coefficients {
    let behaviours: Vec<&Rated> = behaviours(ratings).collect();
    let found: BTreeSet<usize> = behaviours.iter().flat_map(|rated| common(rated)).flatten().collect();
    let names: Vec<usize> = found.into_iter().collect();
    let common_category = |rated: &Rated, category: usize| {
        let common = common(rated).get(category).copied().flatten()?;
        names.iter().position(|name| *name == common)
    };
    let weights = Weights::Identity.by_rank(names.len());
    let (mut given, mut pairs, mut by_meeting) = (Vec::new(), Vec::new(), vec![Vec::new(); ratings.meetings]);
    for rated in behaviours {
        for ((row, expected), meeting) in rated.given.iter().zip(&rated.expected).zip(&mut by_meeting) {
            let row: Vec<Option<usize>> = row.iter().map(|category| common_category(rated, (*category)?)).collect();
            let expected = expected.as_ref().and_then(|(category, _)| common_category(rated, *category));
            pairs.push(row.iter().filter_map(|given| (*given).zip(expected)).collect());
            meeting.extend(coefficients::unit_agreement(&row, &weights));
            given.push(row);
        }
    }
    let numbers = names.iter().map(|name| super::float(*name)).collect();
    let level = MeasurementLevel::Nominal;
    let mut found = coefficients::estimate(Units { given, pairs, weights, weighted: false, level, numbers });
    if let Ok(effect) = design_effect(&[by_meeting]) {
        coefficients::widen(&mut found, effect);
    }
    found
}

/// Returns the items answered with yes, partly and no.
pub fn behaviours(ratings: &Ratings) -> impl Iterator<Item = &Rated> {
    ratings.items.iter().filter(|rated| matches!(ratings.item(rated).response, Response::Behaviour { .. }))
}

/// The answers to a behaviour.
pub const ANSWERS: [&str; 3] = [Value::YES, Value::PARTLY, Value::NO];

/// Maps the categories of an item to those common to all such items.
pub fn common(rated: &Rated) -> Vec<Option<usize>> {
    let common_category = |value: &Value| ANSWERS.iter().position(|name| Some(*name) == value.as_text());
    rated.categories.iter().map(common_category).collect()
}

/// Returns a share with Wilson's interval.
pub fn share(successes: u64, n: u64) -> Figure {
    match wilson(count(successes, n), CONFIDENCE) {
        Ok(found) => Figure::new(found.share, Ok(found.interval), n),
        Err(why) => Figure::undefined(why),
    }
}

pub fn count(successes: u64, n: u64) -> Count {
    Count { successes: super::float_u64(successes), n }
}
