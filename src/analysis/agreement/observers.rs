//! Agreement, leniency and readiness of each observer.

use super::CONFIDENCE;
use super::clusters::{Answers, Clusters};
use super::figures::{Clustering, Figure, Leniency, ObserverRow, Verdict};
use super::items::{behaviours, common};
use super::ratings::Ratings;
use super::{coverage, drift, timing};
use crate::stats::{Confidence, KappaEstimate, Undefined, Weights, cohen_kappa_from_pairs};
use rayon::prelude::*;

/// The least share of agreement, at the lower limit, of an observer who is ready.
pub const READY: f64 = 0.7;
/// The fewest meetings of an observer who is ready, since one meeting says little about others.
pub const MEETINGS: u64 = 3;
/// The fewest answers for a verdict.
const FEWEST: u64 = 10;
/// An observer whose share of agreement and kappa are both certainly below [`READY`] and this answers as if by chance.
const CHANCE: f64 = 0.4;

/// Computes a row for each observer, in order of id, and the design effects.
pub(super) fn rate_observers(ratings: &Ratings, tolerance_s: f64) -> (Vec<ObserverRow>, Clustering) {
    // Among many observers some seem lenient by chance, hence a Bonferroni correction.
    let observers = super::float(ratings.observers.len().max(1));
    let careful = Confidence::new(1.0 - (1.0 - CONFIDENCE.level()) / observers).unwrap_or(CONFIDENCE);
    let answers = Answers::by_observer(ratings);
    let clusters = Clusters::estimate(&answers);
    let row = |(observer, answers)| observer_row(ratings, (observer, answers), &clusters, (tolerance_s, careful));
    (answers.par_iter().enumerate().map(row).collect(), clusters.to_rows(&answers))
}

fn observer_row(
    ratings: &Ratings,
    (observer, answers): (usize, &Answers),
    clusters: &Clusters,
    (tolerance_s, careful): (f64, Confidence),
) -> ObserverRow {
    let ((agreed, n), differences) = (answers.counts(), answers.differences());
    let (agreed, kappa) = (clusters.share(agreed, n), kappa(ratings, observer, clusters));
    let certain = leniency(&differences, clusters, careful);
    let meetings = ratings.seen.get(observer).map_or(0, Vec::len) as u64;
    ObserverRow {
        observer: ratings.observers.get(observer).cloned().unwrap_or_default(),
        meetings,
        n,
        verdict: verdict(meetings, n, &agreed, &kappa),
        agreed,
        kappa,
        leniency_n: differences.len() as u64,
        lenient: match (certain.lower, certain.upper) {
            (Some(lower), _) if lower > 0.0 => Some(Leniency::Lenient),
            (_, Some(upper)) if upper < 0.0 => Some(Leniency::Severe),
            _ => None,
        },
        leniency: leniency(&differences, clusters, CONFIDENCE),
        coverage: coverage::observer_coverage(ratings, observer),
        unmet: coverage::unmet_items(ratings, observer),
        timing: timing::observer_timing(ratings, observer, tolerance_s),
        drift: drift::observer_drift(ratings, observer, careful),
    }
}

fn verdict(meetings: u64, n: u64, agreed: &Figure, kappa: &Figure) -> Verdict {
    match (agreed.lower, agreed.upper, kappa.lower, kappa.upper) {
        (None, ..) => Verdict::Unknown,
        _ if n < FEWEST => Verdict::NotYet,
        // Kappa alone is low for everybody if nearly all answers are the same.
        (_, Some(upper), _, Some(kappa)) if upper < READY && kappa < CHANCE => Verdict::ByChance,
        (_, Some(upper), ..) if upper < READY => Verdict::Again,
        // Agreement over few meetings, or without failing items, is not yet proof.
        (Some(lower), _, kappa_lower, _) if lower >= READY => {
            let proved = kappa_lower.is_some_and(|kappa| kappa > 0.0) || kappa.undefined == Some(Undefined::NoPairs);
            if proved && meetings >= MEETINGS { Verdict::Ready } else { Verdict::NotYet }
        }
        _ => Verdict::NotYet,
    }
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
    let weights = Weights::Identity.by_rank(5);
    let found = cohen_kappa_from_pairs(&own, &other, &weights, CONFIDENCE).and_then(|kappa| kappa.estimate);
    let interval =
        |found: KappaEstimate| Ok((found.kappa, clusters.widen_kappa(found.kappa, found.precision.interval)?));
    match found.and_then(interval) {
        Ok((kappa, interval)) => Figure::between(kappa, interval),
        Err(why) => Figure { undefined: Some(why), ..Figure::default() },
    }
}

fn leniency(differences: &[f64], clusters: &Clusters, confidence: Confidence) -> Figure {
    match clusters.mean(differences, confidence) {
        Ok(found) => {
            let interval = found.precision.as_ref().ok().map(|precision| precision.interval);
            Figure {
                value: Some(found.mean),
                lower: interval.map(|interval| interval.lower),
                upper: interval.map(|interval| interval.upper),
                undefined: found.precision.err(),
            }
        }
        Err(why) => Figure { undefined: Some(why), ..Figure::default() },
    }
}
