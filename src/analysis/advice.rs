//! Where to act first: the opening of every report, three to five sentences made from its figures.
//!
//! The reader is a store manager with five minutes: what the figures stand at comes first, then what to do, then what
//! moved and who is behind, then what is nice to know. Whatever is not certain is said to be so, or not said. The
//! sentences speak of the checklist with most visits, except where one sets several side by side.

use super::dimension::{Dimension, Key};
use super::figures::{Advice, ChecklistUsed, RankedSite, Report, Says, ScoreRow};
use super::ranking::RELIABLE;
use super::sheet::Judgements;
use super::{CONFIDENCE, FEW_VISITS};
use crate::stats::{Confidence, Count, newcombe, wilson};
use std::collections::BTreeMap;

/// The most sentences.
const MOST: usize = 5;
/// The fewest, where there are visits enough to conclude anything.
const FEWEST: usize = 3;

/// Gives the sentences, as figures; formats put them into words.
pub fn figures(report: &Report) -> Vec<Advice> {
    let Some(main) = report.checklists.first() else {
        return vec![advice(Says::TooFew, Key::all(), "", 0)];
    };
    if main.visits < FEW_VISITS {
        let too_few = Advice { visits_needed: report.ranking.visits_needed, ..of_all(Says::TooFew, main) };
        return overall(report, main).into_iter().chain(critical(report, main, 1)).chain([too_few]).collect();
    }
    let changed = changed(report);
    let noise = noise(report, main).filter(|_| changed.is_none());
    let [standing, rest @ ..] = standing(report);
    let by_importance =
        [overall(report, main), critical(report, main, 1), first(report, main), changed, standing, inside(report)];
    let mut said: Vec<Advice> = by_importance.into_iter().chain(rest).chain([noise]).flatten().take(MOST).collect();
    // What can always be said.
    let others = report.checklists.iter().skip(1).map(|other| overall(report, other));
    let nothing = [Says::NotYet, Says::Noise].map(|says| Some(of_all(says, main)));
    for more in others.chain([critical(report, main, 0)]).chain(nothing).flatten() {
        let new = said.iter().all(|known| (known.says, &known.checklist) != (more.says, &more.checklist));
        if said.len() < FEWEST && new {
            said.push(more);
        }
    }
    said
}

fn advice(says: Says, key: Key, checklist: &str, n: u64) -> Advice {
    let (value, lower, upper) = (None, None, None);
    Advice { says, key, checklist: checklist.to_owned(), n, value, lower, upper, visits_needed: None }
}

fn of_all(says: Says, main: &ChecklistUsed) -> Advice {
    advice(says, Key::all(), &main.name, main.visits)
}

fn whole<'r>(report: &'r Report, checklist: &ChecklistUsed) -> Option<&'r ScoreRow> {
    report.network.iter().find(|row| row.checklist == checklist.name)
}

fn overall(report: &Report, checklist: &ChecklistUsed) -> Option<Advice> {
    let row = whole(report, checklist).filter(|row| row.percent_mean.is_some())?;
    let said = advice(Says::Overall, Key::all(), &row.checklist, row.visits);
    Some(Advice { value: row.percent_mean, lower: row.lower, upper: row.upper, ..said })
}

/// Gives the share of visits with a critical failure, where there are at least so many.
fn critical(report: &Report, main: &ChecklistUsed, at_least: u64) -> Option<Advice> {
    let row = whole(report, main)?;
    let (failed, n) = (row.failed_critical, row.visits.max(row.failed_critical));
    let share = wilson(Count { successes: float(failed), n }, CONFIDENCE).ok()?;
    let said = advice(Says::Critical, Key::all(), &main.name, n);
    let (lower, upper) = (Some(share.interval.lower), Some(share.interval.upper));
    let said = Advice { value: Some(share.share), lower, upper, ..said };
    (failed >= at_least).then_some(said)
}

/// Gives the behaviour to work on first: the one with most room above its upper limit times what goes with it for
/// certain in wanting to come back. Where nothing does, the one whose upper limit is lowest; nothing where all are
/// always shown.
fn first(report: &Report, main: &ChecklistUsed) -> Option<Advice> {
    let mut behaviours: BTreeMap<&str, Judgements> = BTreeMap::new();
    // Whatever rows are told apart by, each judgement is in one of them.
    for row in report.behaviours.iter().filter(|row| row.checklist == main.name) {
        let judgements = Judgements { yes: row.yes, partly: row.partly, no: row.no, left_out: row.left_out };
        behaviours.entry(row.key.get(Dimension::Behaviour)?).or_default().take(&judgements);
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
    let said = advice(Says::First, Key::all().and(Dimension::Behaviour, behaviour), &main.name, judgements.n());
    let (lower, upper) = (Some(share.interval.lower), Some(share.interval.upper));
    Some(Advice { value: Some(share.share), lower, upper, ..said })
}

/// Gives the largest change that is certain, of a score or of a behaviour.
fn changed(report: &Report) -> Option<Advice> {
    let says = |difference: f64| if difference < 0.0 { Says::Worse } else { Says::Better };
    let scores = report.change.scores.iter().filter(|row| row.certain == Some(true)).filter_map(|row| {
        let difference = row.difference?;
        let n = row.visits_before + row.visits_after;
        let said = advice(says(difference), row.key.clone(), &row.checklist, n);
        Some((difference.abs(), Advice { value: row.difference, lower: row.lower, upper: row.upper, ..said }))
    });
    let behaviours = report.change.behaviours.iter().filter(|row| row.certain == Some(true)).filter_map(|row| {
        let difference = row.difference?;
        let said = advice(says(difference), row.key.clone(), &row.checklist, row.n_before + row.n_after);
        let said = Advice { value: row.difference, lower: row.lower, upper: row.upper, ..said };
        Some((100.0 * difference.abs(), said))
    });
    largest(scores.chain(behaviours))
}

/// Gives the first of the largest.
fn largest(sized: impl Iterator<Item = (f64, Advice)>) -> Option<Advice> {
    let larger = |one: (f64, Advice), other: (f64, Advice)| if other.0 > one.0 { other } else { one };
    sized.reduce(larger).map(|(_, said)| said)
}

/// Gives the change of all visits together, to say that it is none.
fn noise(report: &Report, main: &ChecklistUsed) -> Option<Advice> {
    let row = report.change.scores.iter().find(|row| row.key.is_all() && row.checklist == main.name)?;
    let said = advice(Says::Noise, Key::all(), &main.name, row.visits_before + row.visits_after);
    let said = Advice { value: row.difference, lower: row.lower, upper: row.upper, ..said };
    row.difference.is_some().then_some(said)
}

/// Gives what can be said of sites against each other: that they cannot be told apart yet, or the one furthest behind;
/// then whoever else stands apart.
fn standing(report: &Report) -> [Option<Advice>; 3] {
    let ranking = &report.ranking;
    let several = report.network.first().is_some_and(|row| row.sites > 1);
    let reliable = ranking.undefined.is_none() && ranking.g_now.is_some_and(|g| g >= RELIABLE);
    let not_yet = advice(Says::NotYet, Key::all(), &ranking.checklist, ranking.visits);
    let not_yet = Advice { value: ranking.g_now, visits_needed: ranking.visits_needed, ..not_yet };
    let apart = ranking.sites.first().zip(ranking.sites.last()).filter(|(best, worst)| best.band != worst.band);
    let site = |says: Says, site: &RankedSite| {
        let said = advice(says, Key::all().and(Dimension::Site, &site.site), &ranking.checklist, site.visits);
        Advice { value: Some(site.shrunk), lower: Some(site.lower), upper: Some(site.upper), ..said }
    };
    let (best, worst) = apart.map(|(best, worst)| (site(Says::Best, best), site(Says::Worst, worst))).unzip();
    if several && !reliable { [Some(not_yet), worst, best] } else { [worst, best, None] }
}

/// Gives what teams do not see of themselves: the larger of a gap in the mirror and a blind spot.
fn inside(report: &Report) -> Option<Advice> {
    largest(blind_spot(report).into_iter().chain(mirror(report)))
}

/// Gives the attitude in which management is treated most unlike customers.
fn mirror(report: &Report) -> Option<(f64, Advice)> {
    let over_sites = report.mirror.iter().filter(|row| {
        row.key.get(Dimension::Site).is_none()
            && row.key.get(Dimension::Behaviour).is_none()
            && (row.lower.is_some_and(|lower| lower > 0.0) || row.upper.is_some_and(|upper| upper < 0.0))
    });
    let gaps = over_sites.filter_map(|row| {
        let said = advice(Says::Mirror, row.key.clone(), "", row.n_customer + row.n_management);
        Some((
            row.gap_management?.abs(),
            Advice { value: row.gap_management, lower: row.lower, upper: row.upper, ..said },
        ))
    });
    let said = largest(gaps)?;
    Some((said.value?.abs(), said))
}

/// Gives the largest blind spot over all sites that is one even among as many behaviours as were compared.
fn blind_spot(report: &Report) -> Option<(f64, Advice)> {
    let over_sites = || report.blind_spots.iter().filter(|row| row.key.get(Dimension::Site).is_none());
    let compared = over_sites().filter(|row| row.difference.is_some()).count();
    let strict = Confidence::new(1.0 - (1.0 - CONFIDENCE.level()) / float(compared as u64)).ok()?;
    // Shares are of whole and half answers.
    let count = |share: Option<f64>, n: u64| Some(Count { successes: (2.0 * share? * float(n)).round() / 2.0, n });
    let row = over_sites().filter(|row| row.blind_spot).find(|row| {
        let counts = count(row.self_share, row.n_self).zip(count(row.mystery_share, row.n_mystery));
        counts.is_some_and(|(own, seen)| newcombe(own, seen, strict).is_ok_and(|gap| gap.interval.lower > 0.0))
    })?;
    let said = advice(Says::BlindSpot, row.key.clone(), &row.checklist, row.n_self + row.n_mystery);
    let said = Advice { value: row.difference, lower: row.lower, upper: row.upper, ..said };
    Some((100.0 * row.difference?, said))
}

#[expect(clippy::cast_precision_loss, reason = "answers are fewer than 2^53")]
fn float(n: u64) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests;
