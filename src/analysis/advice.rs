//! The advice that opens every report: three to five sentences, chosen by importance.
//!
//! The reader is a store manager with five minutes: the current score comes first, then what to do, then what changed
//! and which sites are behind, then the rest. A sentence states only what is certain, or says that it is not. All are
//! about the checklist with the most visits, except where checklists are compared.

use super::checklist_counts::Judgements;
use super::dimension::{Dimension, Key};
use super::figures::{Advice, ChecklistUsed, RankedSite, Report, Says, ScoreRow};
use super::ranking::RELIABLE;
use super::{CONFIDENCE, FEW_VISITS};
use crate::stats::float_u64;
use crate::stats::{Confidence, Count, newcombe, wilson};
use std::collections::BTreeMap;

/// The most sentences.
const MOST: usize = 5;
/// The fewest sentences, given at least [`FEW_VISITS`] visits.
const FEWEST: usize = 3;

/// Chooses the sentences, as figures; the formats put them into words.
pub fn choose_advice(report: &Report) -> Vec<Advice> {
    let Some(main) = report.checklists.first() else {
        return vec![sentence(Says::TooFew, Key::all(), "", 0)];
    };
    if main.visits < FEW_VISITS {
        let too_few = Advice { visits_needed: report.ranking.visits_needed, ..about_all_visits(Says::TooFew, main) };
        return overall(report, main).into_iter().chain(critical(report, main, 1)).chain([too_few]).collect();
    }
    let changed = largest_change(report);
    let noise = noise(report, main).filter(|_| changed.is_none());
    let [site_comparison, rest @ ..] = compare_sites(report);
    let by_importance = [
        overall(report, main),
        critical(report, main, 1),
        first_to_improve(report, main),
        changed,
        site_comparison,
        largest_hidden_gap(report),
    ];
    let mut advice: Vec<Advice> = by_importance.into_iter().chain(rest).chain([noise]).flatten().take(MOST).collect();
    // Sentences that hold for any report, to reach the minimum.
    let others = report.checklists.iter().skip(1).map(|other| overall(report, other));
    let nothing = [Says::NotYet, Says::Noise].map(|says| Some(about_all_visits(says, main)));
    for more in others.chain([critical(report, main, 0)]).chain(nothing).flatten() {
        let new = advice.iter().all(|known| (known.says, &known.checklist) != (more.says, &more.checklist));
        if advice.len() < FEWEST && new {
            advice.push(more);
        }
    }
    advice
}

fn sentence(says: Says, key: Key, checklist: &str, n: u64) -> Advice {
    let (value, lower, upper) = (None, None, None);
    Advice { says, key, checklist: checklist.to_owned(), n, value, lower, upper, visits_needed: None }
}

fn about_all_visits(says: Says, main: &ChecklistUsed) -> Advice {
    sentence(says, Key::all(), &main.name, main.visits)
}

fn overall_row<'r>(report: &'r Report, checklist: &ChecklistUsed) -> Option<&'r ScoreRow> {
    report.network.iter().find(|row| row.checklist == checklist.name)
}

fn overall(report: &Report, checklist: &ChecklistUsed) -> Option<Advice> {
    let row = overall_row(report, checklist).filter(|row| row.percent_mean.is_some())?;
    let advice = sentence(Says::Overall, Key::all(), &row.checklist, row.visits);
    Some(Advice { value: row.percent_mean, lower: row.lower, upper: row.upper, ..advice })
}

/// Returns the share of visits with a critical failure, if at least `at_least` visits have one.
fn critical(report: &Report, main: &ChecklistUsed, at_least: u64) -> Option<Advice> {
    let row = overall_row(report, main)?;
    let (failed, n) = (row.failed_critical, row.visits.max(row.failed_critical));
    let share = wilson(Count { successes: float_u64(failed), n }, CONFIDENCE).ok()?;
    let advice = sentence(Says::Critical, Key::all(), &main.name, n);
    let (lower, upper) = (Some(share.interval.lower), Some(share.interval.upper));
    let advice = Advice { value: Some(share.share), lower, upper, ..advice };
    (failed >= at_least).then_some(advice)
}

/// Chooses the behaviour to work on first: the one with the largest product of room for improvement (above the upper
/// limit of its share) and certain association with the outcome. If none is associated, the one with the lowest upper
/// limit; `None` if all are always shown.
fn first_to_improve(report: &Report, main: &ChecklistUsed) -> Option<Advice> {
    let mut behaviours: BTreeMap<&str, Judgements> = BTreeMap::new();
    // Each judgement is in exactly one row, whatever `by` is.
    for row in report.behaviours.iter().filter(|row| row.checklist == main.name) {
        let judgements = Judgements { yes: row.yes, partly: row.partly, no: row.no, left_out: row.left_out };
        behaviours.entry(row.key.get(Dimension::Behaviour)?).or_default().merge(&judgements);
    }
    let drivers = report.drivers.iter().filter(|row| row.checklist == main.name && row.certain == Some(true));
    let gains: BTreeMap<&str, f64> =
        drivers.filter_map(|row| row.key.get(Dimension::Behaviour).zip(row.lower.filter(|gain| *gain > 0.0))).collect();
    let shown = behaviours.into_iter().filter(|(_, judgements)| judgements.n() >= FEW_VISITS);
    let (_, behaviour, judgements, share) = shown
        .filter_map(|(behaviour, judgements)| {
            let share = wilson(judgements.count(), CONFIDENCE).ok().filter(|share| share.share < 1.0)?;
            let room = 1.0 - share.interval.upper;
            Some(((gains.get(behaviour).map_or(0.0, |gain| gain * room), room), behaviour, judgements, share))
        })
        .reduce(|one, other| if other.0 > one.0 { other } else { one })?;
    let advice = sentence(Says::First, Key::all().and(Dimension::Behaviour, behaviour), &main.name, judgements.n());
    let (lower, upper) = (Some(share.interval.lower), Some(share.interval.upper));
    Some(Advice { value: Some(share.share), lower, upper, ..advice })
}

/// Returns the largest certain change, of a score or of a behaviour.
fn largest_change(report: &Report) -> Option<Advice> {
    let says = |difference: f64| if difference < 0.0 { Says::Worse } else { Says::Better };
    let scores = report.change.scores.iter().filter(|row| row.certain == Some(true)).filter_map(|row| {
        let difference = row.difference?;
        let n = row.visits_before + row.visits_after;
        let advice = sentence(says(difference), row.key.clone(), &row.checklist, n);
        Some((difference.abs(), Advice { value: row.difference, lower: row.lower, upper: row.upper, ..advice }))
    });
    let behaviours = report.change.behaviours.iter().filter(|row| row.certain == Some(true)).filter_map(|row| {
        let difference = row.difference?;
        let advice = sentence(says(difference), row.key.clone(), &row.checklist, row.n_before + row.n_after);
        let advice = Advice { value: row.difference, lower: row.lower, upper: row.upper, ..advice };
        Some((100.0 * difference.abs(), advice))
    });
    largest(scores.chain(behaviours))
}

/// Returns the first of the largest.
fn largest(sized: impl Iterator<Item = (f64, Advice)>) -> Option<Advice> {
    let larger = |one: (f64, Advice), other: (f64, Advice)| if other.0 > one.0 { other } else { one };
    sized.reduce(larger).map(|(_, advice)| advice)
}

/// Returns the overall change, for the sentence that it is only noise.
fn noise(report: &Report, main: &ChecklistUsed) -> Option<Advice> {
    let row = report.change.scores.iter().find(|row| row.key.is_all() && row.checklist == main.name)?;
    let advice = sentence(Says::Noise, Key::all(), &main.name, row.visits_before + row.visits_after);
    let advice = Advice { value: row.difference, lower: row.lower, upper: row.upper, ..advice };
    row.difference.is_some().then_some(advice)
}

/// Compares the sites: that they cannot be told apart yet, then the worst and the best if they lie in different bands.
fn compare_sites(report: &Report) -> [Option<Advice>; 3] {
    let ranking = &report.ranking;
    let several = report.network.first().is_some_and(|row| row.sites > 1);
    let reliable = ranking.undefined.is_none() && ranking.g_now.is_some_and(|g| g >= RELIABLE);
    let not_yet = sentence(Says::NotYet, Key::all(), &ranking.checklist, ranking.visits);
    let not_yet = Advice { value: ranking.g_now, visits_needed: ranking.visits_needed, ..not_yet };
    let apart = ranking.sites.first().zip(ranking.sites.last()).filter(|(best, worst)| best.band != worst.band);
    let site = |says: Says, site: &RankedSite| {
        let advice = sentence(says, Key::all().and(Dimension::Site, &site.site), &ranking.checklist, site.visits);
        Advice { value: Some(site.shrunk), lower: Some(site.lower), upper: Some(site.upper), ..advice }
    };
    let (best, worst) = apart.map(|(best, worst)| (site(Says::Best, best), site(Says::Worst, worst))).unzip();
    if several && !reliable { [Some(not_yet), worst, best] } else { [worst, best, None] }
}

/// Returns the larger of the gap in the mirror and the blind spot.
fn largest_hidden_gap(report: &Report) -> Option<Advice> {
    largest(blind_spot(report).into_iter().chain(mirror(report)))
}

/// Returns the attitude with the largest certain gap between customers and management.
fn mirror(report: &Report) -> Option<(f64, Advice)> {
    let over_sites = report.mirror.iter().filter(|row| {
        row.key.get(Dimension::Site).is_none()
            && row.key.get(Dimension::Behaviour).is_none()
            && (row.lower.is_some_and(|lower| lower > 0.0) || row.upper.is_some_and(|upper| upper < 0.0))
    });
    let gaps = over_sites.filter_map(|row| {
        let advice = sentence(Says::Mirror, row.key.clone(), "", row.n_customer + row.n_management);
        Some((
            row.gap_management?.abs(),
            Advice { value: row.gap_management, lower: row.lower, upper: row.upper, ..advice },
        ))
    });
    let advice = largest(gaps)?;
    Some((advice.value?.abs(), advice))
}

/// Returns the largest blind spot over all sites that remains certain after a Bonferroni correction for the behaviours
/// compared.
fn blind_spot(report: &Report) -> Option<(f64, Advice)> {
    let over_sites = || report.blind_spots.iter().filter(|row| row.key.get(Dimension::Site).is_none());
    let compared = over_sites().filter(|row| row.difference.is_some()).count();
    let strict = Confidence::new(1.0 - (1.0 - CONFIDENCE.level()) / float_u64(compared as u64)).ok()?;
    // Successes are multiples of one half, because `partly` counts as half.
    let count = |share: Option<f64>, n: u64| Some(Count { successes: (2.0 * share? * float_u64(n)).round() / 2.0, n });
    let row = over_sites().filter(|row| row.blind_spot).find(|row| {
        let counts = count(row.self_share, row.n_self).zip(count(row.mystery_share, row.n_mystery));
        counts.is_some_and(|(own, seen)| newcombe(own, seen, strict).is_ok_and(|gap| gap.interval.lower > 0.0))
    })?;
    let advice = sentence(Says::BlindSpot, row.key.clone(), &row.checklist, row.n_self + row.n_mystery);
    let advice = Advice { value: row.difference, lower: row.lower, upper: row.upper, ..advice };
    Some((100.0 * row.difference?, advice))
}

#[cfg(test)]
mod tests;
