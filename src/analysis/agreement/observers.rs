//! Agreement, leniency and readiness of each observer.

use super::CONFIDENCE;
use super::clusters::{Answers, Clusters};
use super::figures::{Clustering, Figure, Leniency, NotYet, ObserverRow, Verdict};
use super::items::{behaviours, common};
use super::ratings::{Rated, Ratings};
use super::{coverage, drift, items, timing};
use crate::stats::{
    Confidence, Interval, KappaEstimate, MeanEstimate, Undefined, Weights, bounded_interval, cohen_kappa_from_pairs,
};
use rayon::prelude::*;

/// The least share of agreement, at the lower limit, of an observer who is ready.
pub const READY: f64 = 0.7;
/// The fewest meetings, with answers by both sides, of an observer with a verdict: one meeting says little about others.
pub const MEETINGS: u64 = 3;
/// The fewest answers, given by both sides, of an observer with a verdict.
pub const ANSWERS: u64 = 20;
/// An observer whose share of agreement and kappa are both certainly below [`READY`] and this answers as if by chance.
const CHANCE: f64 = 0.4;

/// Computes a row for each observer, in order of id, and the design effects.
pub(super) fn rate_observers(ratings: &Ratings, tolerance_s: f64) -> (Vec<ObserverRow>, Clustering) {
    // Among many observers some seem lenient by chance, hence a Bonferroni correction.
    let observers = super::float(ratings.observers.len().max(1));
    let careful = Confidence::new(1.0 - (1.0 - CONFIDENCE.level()) / observers).unwrap_or(CONFIDENCE);
    let answers = Answers::by_observer(ratings);
    let distinct = Answers::distinct(&answers, ratings.against);
    let clusters = Clusters::estimate(distinct);
    let row = |(observer, answers)| observer_row(ratings, (observer, answers), &clusters, (tolerance_s, careful));
    (answers.par_iter().enumerate().map(row).collect(), clusters.to_rows(distinct))
}

fn observer_row(
    ratings: &Ratings,
    (observer, answers): (usize, &Answers),
    clusters: &Clusters,
    (tolerance_s, careful): (f64, Confidence),
) -> ObserverRow {
    let ((agreed, n), differences) = (answers.counts(), answers.differences());
    let (agreed, kappa) = (clusters.share(agreed, n), kappa(ratings, observer, clusters));
    let bound = ratings.items.iter().map(|rated| rated.points_range(ratings.item(rated))).fold(1.0, f64::max);
    let seen = ratings.seen.get(observer).map_or(&[][..], Vec::as_slice);
    let leniency = |confidence| leniency(&differences, clusters, bound, confidence);
    let certain = leniency(careful);
    let (verdict, not_yet) = match verdict((answers.meetings(), n), &agreed, &kappa) {
        Ok(verdict) => (verdict, None),
        Err(not_yet) => (Verdict::NotYet, Some(not_yet)),
    };
    ObserverRow {
        observer: ratings.observers.get(observer).cloned().unwrap_or_default(),
        meetings: seen.len() as u64,
        meetings_compared: answers.meetings(),
        n,
        left_out: left_out(ratings, observer),
        verdict,
        not_yet,
        agreed,
        kappa,
        leniency_n: differences.len() as u64,
        lenient: match (certain.lower, certain.upper) {
            (Some(lower), _) if lower > 0.0 => Some(Leniency::Lenient),
            (_, Some(upper)) if upper < 0.0 => Some(Leniency::Severe),
            _ => None,
        },
        leniency: leniency(CONFIDENCE),
        coverage: coverage::observer_coverage(ratings, observer),
        unmet: coverage::unmet_items(ratings, observer),
        timing: timing::observer_timing(ratings, observer, tolerance_s),
        drift: drift::observer_drift(seen, answers, careful),
    }
}

/// Returns the verdict of an observer with answers in so many meetings, or why there is none yet.
fn verdict((meetings, n): (u64, u64), agreed: &Figure, kappa: &Figure) -> Result<Verdict, NotYet> {
    let (lower, upper) = match (agreed.lower, agreed.upper) {
        _ if n == 0 => return Ok(Verdict::Unknown),
        _ if n < ANSWERS => return Err(NotYet::FewAnswers),
        _ if meetings < MEETINGS => return Err(NotYet::FewMeetings),
        (Some(lower), Some(upper)) => (lower, upper),
        _ => return Err(NotYet::Agreement),
    };
    // Kappa alone is low for everybody if nearly all answers are the same.
    let near_chance = kappa.upper.or(kappa.value).is_some_and(|kappa| kappa < CHANCE);
    // Complete agreement on different answers has a kappa of 1, which has no interval.
    let is_proved = kappa.lower.or(kappa.value.filter(|kappa| *kappa >= 1.0)).is_some_and(|kappa| kappa > 0.0);
    match () {
        () if upper < READY && near_chance => Ok(Verdict::ByChance),
        () if upper < READY => Ok(Verdict::Again),
        () if lower < READY => Err(NotYet::Agreement),
        // Agreement without failing items is not yet proof.
        () if is_proved || kappa.undefined == Some(Undefined::NoPairs) => Ok(Verdict::Ready),
        () => Err(NotYet::Chance),
    }
}

/// Counts the items of an observer's meetings that only one side observed.
fn left_out(ratings: &Ratings, observer: usize) -> u64 {
    let meetings = || ratings.seen.get(observer).into_iter().flatten();
    let is_left_out = |rated: &Rated, meeting: usize| {
        let given = rated.given(meeting, observer).is_some();
        ratings.other_side_observed(rated, meeting, observer).is_some_and(|other| other != given)
    };
    let items = ratings.items.iter().filter(|rated| ratings.is_categorical(rated));
    items.map(|rated| meetings().filter(|meeting| is_left_out(rated, **meeting)).count() as u64).sum()
}

/// Computes Cohen's kappa with the expected answers, over items with yes, partly and no.
fn kappa(ratings: &Ratings, observer: usize, clusters: &Clusters) -> Figure {
    let (mut own, mut other) = (Vec::new(), Vec::new());
    for rated in behaviours(ratings) {
        let names = common(rated);
        for meeting in 0..ratings.meetings {
            let pair = rated.given(meeting, observer).zip(ratings.expected(rated, meeting, observer));
            let pair = pair.map(|(given, expected)| (names.get(given), names.get(expected)));
            if let Some((Some(given), Some(expected))) = pair {
                own.push(*given);
                other.push(*expected);
            }
        }
    }
    let weights = Weights::Identity.by_rank(items::ANSWERS.len());
    let n = own.iter().zip(&other).filter(|(own, other)| own.is_some() && other.is_some()).count() as u64;
    let found = cohen_kappa_from_pairs(&own, &other, &weights, CONFIDENCE).and_then(|kappa| kappa.estimate);
    match found {
        Ok(KappaEstimate { kappa, precision, .. }) => {
            Figure::new(kappa, clusters.widen_kappa(kappa, precision.interval), n)
        }
        Err(why) => Figure::undefined(why),
    }
}

/// Computes the mean difference of points, which lies between `-bound` and `bound`.
fn leniency(differences: &[f64], clusters: &Clusters, bound: f64, confidence: Confidence) -> Figure {
    let bounds = Interval { lower: -bound, upper: bound };
    match clusters.mean(differences, confidence) {
        Ok(MeanEstimate { mean, precision, .. }) => {
            let interval = precision.and_then(|precision| bounded_interval(mean, precision.interval, bounds));
            Figure::new(mean, interval, differences.len() as u64)
        }
        Err(why) => Figure::undefined(why),
    }
}
