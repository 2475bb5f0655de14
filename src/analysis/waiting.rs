//! How long until it happens? From timers; what had not happened when the visit ended is known to last longer.
//!
//! Times are counted in whole milliseconds, so that equal ones are equal, and become seconds at the very end.

use super::CONFIDENCE;
use super::dimension::Key;
use super::family::{Counted, Family};
use super::figures::{WaitingRow, WaitingStep, WaitingTest};
use super::sheet::Wait;
use crate::stats::{FollowUp, Interval, Survival, SurvivalStep, kaplan_meier, log_rank};
use crate::visit::checklist::{Response, TimerBand};
use std::collections::BTreeMap;

/// The most steps of a curve.
const MOST_STEPS: usize = 120;
/// The test takes the square of the number of sites at each time: so many steps take a tenth of a second or two.
const MOST_WORK: usize = 200_000_000;
/// With times in whole seconds, so many steps; beyond, sites are not compared.
const MOST_COARSE_WORK: usize = 1_000_000_000;
const MS: f64 = 1000.0;

/// Gives the waiting time of each key and timer.
pub fn figures(counted: &Counted<'_>) -> Vec<WaitingRow> {
    let mut rows = Vec::new();
    for family in &counted.families {
        let mut groups: BTreeMap<(Key, &str), Vec<&[Wait]>> = BTreeMap::new();
        for (key, waits) in &family.sheet.waits {
            groups.entry((counted.key(key.by), item(family, key.item))).or_default().push(waits);
        }
        rows.extend(groups.into_iter().map(|((key, item), waits)| row(family, key, item, &waits)));
    }
    rows.sort_by(|one, other| (&one.key, &one.checklist, &one.item).cmp(&(&other.key, &other.checklist, &other.item)));
    rows
}

/// Compares the sites by each timer; by whole seconds where there are many, and not at all where there are too many.
pub fn tests(counted: &Counted<'_>) -> Vec<WaitingTest> {
    let mut tests = Vec::new();
    for family in &counted.families {
        let mut timers: BTreeMap<&str, BTreeMap<&str, Vec<FollowUp>>> = BTreeMap::new();
        for (key, waits) in &family.sheet.waits {
            let sites = timers.entry(item(family, key.item)).or_default();
            let cases = waits.iter().copied().filter_map(case);
            sites.entry(counted.site(key.site)).or_default().extend(cases);
        }
        tests.extend(timers.into_iter().map(|(item, sites)| test(family, item, sites)));
    }
    tests.sort_by(|one, other| (&one.checklist, &one.item).cmp(&(&other.checklist, &other.item)));
    tests
}

fn item<'c>(family: &'c Family<'_>, place: u32) -> &'c str {
    family.sheet.items.get(place as usize).map_or("", |item| &item.id)
}

fn case(wait: Wait) -> Option<FollowUp> {
    match wait {
        Wait::Came(ms) => Some(FollowUp { time: f64::from(ms), event: true }),
        Wait::Never(ms) => Some(FollowUp { time: f64::from(ms), event: false }),
        Wait::LeftOut => None,
    }
}

fn row(family: &Family<'_>, key: Key, item: &str, waits: &[&[Wait]]) -> WaitingRow {
    let all = || waits.iter().flat_map(|waits| waits.iter().copied());
    let cases: Vec<FollowUp> = all().filter_map(case).collect();
    let survival = kaplan_meier(&cases, CONFIDENCE);
    let promised = promised_ms(family, item);
    let within = promised.and_then(|ms| within(&survival, ms));
    let limits = within.and_then(|(_, limits)| limits);
    WaitingRow {
        key,
        checklist: family.name.clone(),
        item: item.to_owned(),
        n: count(cases.len()),
        censored: count(cases.iter().filter(|case| !case.event).count()),
        left_out: count(all().filter(|wait| *wait == Wait::LeftOut).count()),
        median_s: survival.median.ok().map(seconds),
        lower_s: survival.median_lower.map(seconds),
        upper_s: survival.median_upper.map(seconds),
        promised_s: promised.map(seconds),
        within: within.map(|(share, _)| share),
        within_lower: limits.map(|limits| limits.lower),
        within_upper: limits.map(|limits| limits.upper),
        curve: thinned(&survival.steps),
        undefined: survival.median.err(),
    }
}

/// Gives the delay that the checklist promises: the limit of a timer's first band, where no other band is better.
fn promised_ms(family: &Family<'_>, id: &str) -> Option<f64> {
    let definition = family.definition?;
    let Response::Timer { bands, .. } = &definition.item(definition.position(id)?).response else { return None };
    let first: &TimerBand = bands.first()?;
    let best = bands.iter().all(|band| band.points <= first.points);
    first.up_to_s.filter(|_| best).map(|limit| (limit * MS).round())
}

/// Gives the share that it happened to by then, with its limits; nothing where nobody was watched for so long.
fn within(survival: &Survival, ms: f64) -> Option<(f64, Option<Interval>)> {
    let step = survival.at(ms);
    let all_came = step.is_some_and(|step| step.survival <= 0.0);
    if !all_came && survival.followed_until? < ms {
        return None;
    }
    let turned = |limits: Interval| Interval { lower: 1.0 - limits.upper, upper: 1.0 - limits.lower };
    Some(step.map_or((0.0, None), |step| (1.0 - step.survival, step.interval.map(turned))))
}

/// Takes the first step, the last, and others evenly between them.
fn thinned(steps: &[SurvivalStep]) -> Vec<WaitingStep> {
    let kept = steps.len().min(MOST_STEPS);
    let place = |kept_place: usize| kept_place * (steps.len() - 1) / (kept - 1).max(1);
    let step = |step: &SurvivalStep| WaitingStep {
        time_s: seconds(step.time),
        waiting: step.survival,
        lower: step.interval.map(|limits| limits.lower),
        upper: step.interval.map(|limits| limits.upper),
    };
    (0..kept).filter_map(|kept_place| steps.get(place(kept_place))).map(step).collect()
}

fn test(family: &Family<'_>, item: &str, mut sites: BTreeMap<&str, Vec<FollowUp>>) -> WaitingTest {
    sites.retain(|_, cases| !cases.is_empty());
    let mut groups: Vec<Vec<FollowUp>> = sites.into_values().collect();
    let coarse = work(&groups) > MOST_WORK;
    if coarse {
        groups.iter_mut().flatten().for_each(|case| case.time = (case.time / MS).round());
    }
    let test = if coarse && work(&groups) > MOST_COARSE_WORK {
        Err(crate::stats::Undefined::OutOfRange)
    } else {
        log_rank(&groups).and_then(|compared| compared.test)
    };
    WaitingTest {
        checklist: family.name.clone(),
        item: item.to_owned(),
        sites: count(groups.len()),
        n: count(groups.iter().map(Vec::len).sum()),
        chi_square: test.ok().map(|test| test.chi_square),
        freedom: test.ok().map(|test| count(test.freedom)),
        p: test.ok().map(|test| test.p),
        undefined: test.err(),
    }
}

/// Gives how many steps the test takes.
fn work(groups: &[Vec<FollowUp>]) -> usize {
    let events = groups.iter().flatten().filter(|case| case.event);
    let mut times: Vec<u64> = events.map(|case| case.time.to_bits()).collect();
    times.sort_unstable();
    times.dedup();
    groups.len().saturating_mul(groups.len()).saturating_mul(times.len())
}

fn seconds(ms: f64) -> f64 {
    ms / MS
}

fn count(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}
