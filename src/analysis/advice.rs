//! The opening of a report: at most five sentences, the largest finding first, and the score of all visits last.
//!
//! A finding is certain among everything that the report claims (see [`super::claims`]), or a count. Findings are
//! compared by their size in points of percent. Where there are few, sentences that say what cannot be told follow.

use super::dimension::{Dimension, Key};
use super::figures::{Advice, ChecklistUsed, MirrorRow, QualityRow, Report, Says, ScoreChange, Warning};
use super::ranking::RELIABLE;
use super::{CONFIDENCE, FEW_VISITS};
use crate::stats::{Count, float_u64, wilson};

/// The most sentences.
const MOST: usize = 5;
/// The fewest sentences, where there is anything to say.
const FEWEST: usize = 3;
/// The most sites that a sentence names.
const MOST_SITES: usize = 3;
/// Below this reliability, nothing is said of the order of sites.
const UNRELIABLE: f64 = 0.5;

/// A sentence with the size of its finding, in points of percent.
type Finding = (f64, Advice);

/// Chooses the sentences, as figures; the formats put them into words.
pub fn choose_advice(report: &Report) -> Vec<Advice> {
    let Some(main) = report.checklists.first() else {
        return vec![Advice { says: Says::TooFew, ..Advice::default() }];
    };
    let overall = overall(report, main);
    if main.visits < FEW_VISITS {
        let visits_needed = report.ranking.visits_needed;
        let too_few = Advice { visits_needed, ..about_all_visits(Says::TooFew, main) };
        return critical(report).map(|(_, advice)| advice).into_iter().chain(overall).chain([too_few]).collect();
    }
    let mut findings: Vec<Finding> = [
        critical(report),
        change(report),
        mirror(report),
        blind_spot(report),
        observer(report),
        waits(report),
        priority(report),
    ]
    .into_iter()
    .flatten()
    .chain(extreme_sites(report))
    .collect();
    // The order above decides between equals.
    findings.sort_by(|one, other| other.0.total_cmp(&one.0));
    let mut advice: Vec<Advice> = findings.into_iter().take(MOST - 1).map(|(_, advice)| advice).collect();
    let others = [no_change(report, main), order_of_sites(report)].into_iter().flatten();
    let fewest = FEWEST - usize::from(overall.is_some());
    let missing = fewest.saturating_sub(advice.len());
    let says_change = |known: &Advice| matches!(known.says, Says::Better | Says::Worse);
    let has_change = advice.iter().any(says_change);
    advice.extend(others.filter(|other| other.says != Says::Noise || !has_change).take(missing));
    advice.into_iter().chain(overall).collect()
}

fn about_all_visits(says: Says, main: &ChecklistUsed) -> Advice {
    Advice { says, checklist: main.name.clone(), n: main.visits, ..Advice::default() }
}

/// Returns the largest finding, the first of equals.
fn largest(findings: impl Iterator<Item = Finding>) -> Option<Finding> {
    findings.reduce(|one, other| if other.0 > one.0 { other } else { one })
}

fn overall(report: &Report, checklist: &ChecklistUsed) -> Option<Advice> {
    let row = report.network.iter().find(|row| row.checklist == checklist.name)?;
    let advice = Advice { checklist: row.checklist.clone(), n: row.visits, ..Advice::default() };
    row.percent_mean.map(|percent| Advice { value: Some(percent), lower: row.lower, upper: row.upper, ..advice })
}

/// Returns the critical item that failed most often, with its sites.
fn critical(report: &Report) -> Option<Finding> {
    let row = report.critical.first()?;
    let share = wilson(Count { successes: float_u64(row.failed), n: row.visits.max(row.failed) }, CONFIDENCE).ok()?;
    let sites: Vec<String> = row.sites.iter().map(|count| count.site.clone()).collect();
    let advice = Advice { key: row.key.clone(), checklist: row.checklist.clone(), n: row.visits, ..Advice::default() };
    let advice = Advice {
        says: Says::Critical,
        value: Some(share.share),
        lower: Some(share.interval.lower),
        upper: Some(share.interval.upper),
        more_sites: sites.len().saturating_sub(MOST_SITES) as u64,
        sites: sites.into_iter().take(MOST_SITES).collect(),
        ..advice
    };
    Some((100.0 * share.share, advice))
}

/// Returns the certain change of the score of all visits; if there is none, that from the same months one year before,
/// or else the largest of a site, or else of a behaviour.
fn change(report: &Report) -> Option<Finding> {
    let says = |difference: f64| if difference < 0.0 { Says::Worse } else { Says::Better };
    let scores = report.change.scores.iter().filter_map(|row| score_change(report, row, says));
    let than_last_year =
        |difference: f64| if difference < 0.0 { Says::WorseThanLastYear } else { Says::BetterThanLastYear };
    let all_last_year = report.last_year.scores.iter().filter(|row| row.key.is_all());
    let last_year = all_last_year.filter_map(|row| score_change(report, row, than_last_year));
    let behaviours = report.change.behaviours.iter().filter(|row| row.certain == Some(true)).filter_map(|row| {
        let difference = row.difference?;
        let advice = Advice {
            says: says(difference),
            key: row.key.clone(),
            checklist: row.checklist.clone(),
            n: row.n_before + row.n_after,
            value: row.difference,
            lower: row.lower,
            upper: row.upper,
            sites_apart: row.sites_apart,
            ..Advice::default()
        };
        Some((100.0 * difference.abs(), advice))
    });
    let (all, sites): (Vec<Finding>, Vec<Finding>) = scores.partition(|(_, advice)| advice.key.is_all());
    largest(all.into_iter())
        .or_else(|| largest(last_year))
        .or_else(|| largest(sites.into_iter()))
        .or_else(|| largest(behaviours))
}

/// Returns the change of a score, if it is certain.
fn score_change(report: &Report, row: &ScoreChange, says: impl Fn(f64) -> Says) -> Option<Finding> {
    let difference = row.difference.filter(|_| row.certain == Some(true))?;
    let advice = Advice {
        says: says(difference),
        key: row.key.clone(),
        checklist: row.checklist.clone(),
        n: row.visits_before + row.visits_after,
        value: row.difference,
        lower: row.lower,
        upper: row.upper,
        sites_apart: if row.key.is_all() { row.sites_apart } else { 0 },
        warning: row.key.get(Dimension::Site).and_then(|site| warning(report, site)),
        ..Advice::default()
    };
    Some((difference.abs(), advice))
}

/// Returns the largest certain gap between customers and another relation over all sites: of whole visits or an attitude,
/// or else of a behaviour.
fn mirror(report: &Report) -> Option<Finding> {
    let over_sites = report.mirror.iter().filter(|row| row.key.get(Dimension::Site).is_none());
    let gaps = over_sites.flat_map(|row: &MirrorRow| {
        let management = (Says::Mirror, row.gap_management, row.lower, row.upper, row.certain, row.n_management);
        let internal = (
            Says::MirrorInternal,
            row.gap_internal,
            row.lower_internal,
            row.upper_internal,
            row.certain_internal,
            row.n_internal,
        );
        [management, internal].into_iter().filter(|(.., certain, _)| *certain == Some(true)).filter_map(
            |(says, gap, lower, upper, _, n)| {
                let n = row.n_customer + n;
                let advice = Advice { says, key: row.key.clone(), n, value: gap, lower, upper, ..Advice::default() };
                Some((gap?.abs(), advice))
            },
        )
    });
    let (behaviours, wider): (Vec<Finding>, Vec<Finding>) =
        gaps.partition(|(_, advice)| advice.key.get(Dimension::Behaviour).is_some());
    largest(wider.into_iter()).or_else(|| largest(behaviours.into_iter()))
}

/// Returns the largest blind spot over all sites.
fn blind_spot(report: &Report) -> Option<Finding> {
    let rows = report.blind_spots.iter().filter(|row| row.blind_spot && row.key.get(Dimension::Site).is_none());
    largest(rows.filter_map(|row| {
        let advice = Advice {
            says: Says::BlindSpot,
            key: row.key.clone(),
            checklist: row.checklist.clone(),
            n: row.n_self + row.n_mystery,
            value: row.difference,
            lower: row.lower,
            upper: row.upper,
            ..Advice::default()
        };
        Some((100.0 * row.difference?, advice))
    }))
}

/// Returns the observer who is furthest from the others for certain.
fn observer(report: &Report) -> Option<Finding> {
    let rows = report.quality.iter().filter(|row| row.certain == Some(true));
    largest(rows.filter_map(|row: &QualityRow| {
        let leniency = row.leniency?;
        let advice = Advice {
            says: if leniency < 0.0 { Says::Severe } else { Says::Lenient },
            key: row.key.clone(),
            n: row.visits,
            value: row.leniency,
            lower: row.leniency_lower,
            upper: row.leniency_upper,
            ..Advice::default()
        };
        Some((leniency.abs(), advice))
    }))
}

/// Returns the timer in which sites differ for certain, with the longest and the shortest median. Its size is half of
/// what part of the longest wait the shortest saves.
fn waits(report: &Report) -> Option<Finding> {
    let tests = report.waiting_tests.iter().filter(|test| test.certain == Some(true));
    largest(tests.map(|test| {
        let of_sites = report.waiting.iter().filter(|row| {
            let is_site = row.key.iter().map(|(dimension, _)| dimension).eq([Dimension::Site]);
            is_site && row.checklist == test.checklist && row.item == test.item && row.n >= FEW_VISITS
        });
        let mut medians: Vec<(f64, &str)> =
            of_sites.filter_map(|row| row.median_s.zip(row.key.get(Dimension::Site))).collect();
        medians.sort_by(|one, other| other.0.total_cmp(&one.0).then_with(|| one.1.cmp(other.1)));
        let advice = Advice {
            says: Says::Waits,
            key: Key::all().and(Dimension::Item, &test.item),
            checklist: test.checklist.clone(),
            n: test.n,
            ..Advice::default()
        };
        let Some((longest, shortest)) = medians.first().zip(medians.last()).filter(|(one, other)| one.0 > other.0)
        else {
            return (1.0, advice);
        };
        let sites = vec![longest.1.to_owned(), shortest.1.to_owned()];
        let saved = 50.0 * (1.0 - shortest.0 / longest.0);
        (saved, Advice { value: Some(longest.0), lower: Some(shortest.0), sites, ..advice })
    }))
}

/// Returns the behaviour that would bring most, if that is certain.
fn priority(report: &Report) -> Option<Finding> {
    let row = report.priorities.iter().find(|row| row.certain == Some(true))?;
    let (key, checklist, n) = (row.key.clone(), row.checklist.clone(), row.n);
    Some((row.gain?, Advice { says: Says::First, key, checklist, n, value: row.gain, ..Advice::default() }))
}

/// Returns the best and the weakest site, where they stand out from all others and can be told apart from their
/// observers.
fn extreme_sites(report: &Report) -> Vec<Finding> {
    let ranking = &report.ranking;
    let Some((best, weakest)) = ranking.sites.first().zip(ranking.sites.last()) else { return Vec::new() };
    let centre = report.network.first().and_then(|row| row.percent_mean).unwrap_or_default();
    let extremes = [(Says::Best, best, ranking.best), (Says::Worst, weakest, ranking.weakest)];
    let certain = extremes.into_iter().filter(|(.., extreme)| extreme.certain == Some(true));
    certain
        .filter(|(_, site, _)| !is_inseparable(report, &site.site))
        .map(|(says, site, _)| {
            let advice = Advice {
                says,
                key: Key::all().and(Dimension::Site, &site.site),
                checklist: ranking.checklist.clone(),
                n: site.visits,
                value: Some(site.shrunk),
                lower: Some(site.lower),
                upper: Some(site.upper),
                warning: warning(report, &site.site),
                ..Advice::default()
            };
            ((site.shrunk - centre).abs(), advice)
        })
        .collect()
}

/// Returns what can be said of the order of sites without naming one: that they cannot be told apart from their
/// observers, which are among the best, or that they cannot be told apart yet.
fn order_of_sites(report: &Report) -> Option<Advice> {
    let ranking = &report.ranking;
    if report.network.first().is_none_or(|row| row.sites < 2) {
        return None;
    }
    let advice = Advice { checklist: ranking.checklist.clone(), n: ranking.visits, ..Advice::default() };
    let inseparable = report.site_observers.iter().filter(|row| row.inseparable).count();
    let reliability = ranking.g_now;
    let band: Vec<String> = ranking.sites.iter().filter(|site| site.band == 1).map(|site| site.site.clone()).collect();
    if reliability.is_some_and(|g| g >= UNRELIABLE) && 2 * inseparable > report.site_observers.len() {
        return Some(Advice { says: Says::SitesByObserver, n: inseparable as u64, ..advice });
    }
    let stands_out = band.len() < ranking.sites.len() && band.len() > 1;
    if reliability.is_some_and(|g| g >= UNRELIABLE) && stands_out {
        let more_sites = band.len().saturating_sub(MOST_SITES) as u64;
        let sites = band.into_iter().take(MOST_SITES).collect();
        return Some(Advice { says: Says::AmongBest, sites, more_sites, ..advice });
    }
    let visits_needed = ranking.visits_needed;
    (!reliability.is_some_and(|g| g >= RELIABLE)).then_some(Advice {
        says: Says::NotYet,
        value: ranking.g_now,
        visits_needed,
        ..advice
    })
}

/// Returns the change of all visits, for the sentence that nothing has clearly changed.
fn no_change(report: &Report, main: &ChecklistUsed) -> Option<Advice> {
    let row = report.change.scores.iter().find(|row| row.key.is_all() && row.checklist == main.name)?;
    row.difference?;
    Some(Advice {
        n: row.visits_before + row.visits_after,
        value: row.difference,
        lower: row.lower,
        upper: row.upper,
        sites_apart: row.sites_apart,
        ..about_all_visits(Says::Noise, main)
    })
}

fn is_inseparable(report: &Report, site: &str) -> bool {
    report.site_observers.iter().any(|row| row.inseparable && row.key.get(Dimension::Site) == Some(site))
}

/// Returns what must be known beside a sentence about a site.
fn warning(report: &Report, site: &str) -> Option<Warning> {
    let row = report.site_observers.iter().find(|row| row.key.get(Dimension::Site) == Some(site))?;
    let observer = row.main_observer.clone();
    if row.inseparable {
        return Some(Warning::OneObserver { observer });
    }
    let is_extreme = report
        .quality
        .iter()
        .any(|row| row.certain == Some(true) && row.key.get(Dimension::Observer) == Some(&*observer));
    (is_extreme && 2 * row.main_visits > row.visits).then_some(Warning::ExtremeObserver { observer })
}

#[cfg(test)]
mod tests;
