//! Observers: who agrees with what they are held against, who leans which way, and who is ready.

use super::CONFIDENCE;
use super::figures::{Figure, Leniency, ObserverRow, Verdict};
use super::items::{behaviours, common, share};
use super::ratings::Ratings;
use super::{coverage, drift, timing};
use crate::stats::{Confidence, Undefined, Weights, cohen_kappa_of_pairs, mean_interval};
use rayon::prelude::*;

/// An observer is ready where the share that agrees is at least this, for certain.
pub const READY: f64 = 0.7;
/// Fewer answers decide nothing.
const FEWEST: u64 = 10;
/// Who agrees too little and whose kappa is below this, both for certain, answers as chance would.
const CHANCE: f64 = 0.4;

/// Gives a row for each observer, in order.
pub(super) fn figures(ratings: &Ratings, tolerance_s: f64) -> Vec<ObserverRow> {
    // Among many observers chance makes some seem to lean: all of them together share the risk (Bonferroni).
    let observers = super::float(ratings.observers.len().max(1));
    let careful = Confidence::new(1.0 - (1.0 - CONFIDENCE.level()) / observers).unwrap_or(CONFIDENCE);
    (0..ratings.observers.len()).into_par_iter().map(|observer| row(ratings, observer, tolerance_s, careful)).collect()
}

fn row(ratings: &Ratings, observer: usize, tolerance_s: f64, careful: Confidence) -> ObserverRow {
    let (mut agreed, mut n) = (0, 0);
    let mut differences = Vec::new();
    for (rated, _, given, expected) in ratings.compared(observer) {
        if ratings.is_exact(rated) {
            n += 1;
            agreed += u64::from(given == expected);
        }
        let item = ratings.item(rated);
        differences.extend(rated.points(item, given).zip(rated.points(item, expected)).map(|(own, other)| own - other));
    }
    let (agreed, kappa) = (share(agreed, n), kappa(ratings, observer));
    let certain = leniency(&differences, careful);
    ObserverRow {
        observer: ratings.observers.get(observer).cloned().unwrap_or_default(),
        meetings: ratings.seen.get(observer).map_or(0, Vec::len) as u64,
        n,
        verdict: verdict(n, &agreed, &kappa),
        agreed,
        kappa,
        leniency_n: differences.len() as u64,
        lenient: match (certain.lower, certain.upper) {
            (Some(lower), _) if lower > 0.0 => Some(Leniency::Lenient),
            (_, Some(upper)) if upper < 0.0 => Some(Leniency::Severe),
            _ => None,
        },
        leniency: leniency(&differences, CONFIDENCE),
        coverage: coverage::of_observer(ratings, observer),
        unmet: coverage::unmet(ratings, observer),
        timing: timing::of_observer(ratings, observer, tolerance_s),
        drift: drift::of_observer(ratings, observer, careful),
    }
}

fn verdict(n: u64, agreed: &Figure, kappa: &Figure) -> Verdict {
    match (agreed.lower, agreed.upper, kappa.lower, kappa.upper) {
        (None, ..) => Verdict::Unknown,
        _ if n < FEWEST => Verdict::NotYet,
        // Kappa alone would call everybody so where nearly all answers are one.
        (_, Some(upper), _, Some(kappa)) if upper < READY && kappa < CHANCE => Verdict::ByChance,
        (_, Some(upper), ..) if upper < READY => Verdict::Again,
        // Whoever has hardly met anything failing agrees without having proved it.
        (Some(lower), _, kappa_lower, _) if lower >= READY => {
            let proved = kappa_lower.is_some_and(|kappa| kappa > 0.0) || kappa.undefined == Some("no_pairs");
            if proved { Verdict::Ready } else { Verdict::NotYet }
        }
        _ => Verdict::NotYet,
    }
}

/// Gives kappa with what an observer is held against, over the items with yes, partly and no.
fn kappa(ratings: &Ratings, observer: usize) -> Figure {
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
    match cohen_kappa_of_pairs(&own, &other, &weights, CONFIDENCE).and_then(|kappa| kappa.estimate) {
        Ok(found) => Figure {
            value: Some(found.kappa),
            lower: Some(found.precision.interval.lower),
            upper: Some(found.precision.interval.upper),
            undefined: None,
        },
        Err(why) => Figure { undefined: Some(why.code()), ..Figure::default() },
    }
}

fn leniency(differences: &[f64], confidence: Confidence) -> Figure {
    match mean_interval(differences, confidence) {
        Ok(found) => {
            let interval = found.precision.as_ref().ok().map(|precision| precision.interval);
            Figure {
                value: Some(found.mean),
                lower: interval.map(|interval| interval.lower),
                upper: interval.map(|interval| interval.upper),
                undefined: found.precision.err().map(Undefined::code),
            }
        }
        Err(why) => Figure { undefined: Some(why.code()), ..Figure::default() },
    }
}
