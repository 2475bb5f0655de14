//! Time until an event, measured by timers. If the event had not happened when the visit ended, the time is
//! right-censored.
//!
//! Times stay whole milliseconds, so that ties are exact, and are converted to seconds in the rows.

use super::CONFIDENCE;
use super::checklist_counts::{Answers, Wait};
use super::comparable_checklists::{ChecklistFamily, ComparableChecklists};
use super::dimension::{Key, sort_rows};
use super::figures::{WaitingRow, WaitingStep, WaitingTest};
use crate::stats::{FollowUp, Interval, Survival, SurvivalStep, kaplan_meier, log_rank, score_log_rank_p};
use crate::visit::checklist::{Response, TimerBand};
use std::collections::BTreeMap;

/// The most steps of a survival curve in a row.
const MOST_STEPS: usize = 120;
/// The fewest events at a site that is compared with others.
const FEWEST_EVENTS: usize = 5;
/// The log-rank statistic costs the square of the number of sites at each distinct time. Up to this many steps take a
/// tenth of a second; beyond, it is left out: the probability does not depend on it.
const MOST_LOG_RANK_STEPS: usize = 100_000_000;
const MS: f64 = 1000.0;

/// Estimates the time to event of each key and timer (Kaplan-Meier).
pub fn waiting_times(checklists: &ComparableChecklists<'_>) -> Vec<WaitingRow> {
    let mut rows = Vec::new();
    for family in &checklists.families {
        let mut groups: BTreeMap<(Key, &str), Vec<&Answers<Wait>>> = BTreeMap::new();
        for (key, waits) in family.counts.waits.iter().filter(|(key, _)| checklists.kinds_by_key.contains(key.kind)) {
            groups.entry((checklists.key(key.by), item_id(family, key.item))).or_default().push(waits);
        }
        rows.extend(groups.into_iter().map(|((key, item), waits)| waiting_row(family, key, item, &waits)));
    }
    sort_rows(&mut rows, |row| (&row.key, &row.checklist, Some(&row.item)));
    rows
}

/// Compares the sites by each timer (log-rank), without the statistic if there are too many sites and times. Only sites
/// with at least five events are compared, by a permutation.
pub fn compare_sites(checklists: &ComparableChecklists<'_>) -> Vec<WaitingTest> {
    let mut tests = Vec::new();
    for family in &checklists.families {
        let mut timers: BTreeMap<&str, BTreeMap<&str, Vec<FollowUp>>> = BTreeMap::new();
        for (key, waits) in family.counts.waits.iter().filter(|(key, _)| family.kinds.contains(key.kind)) {
            let sites = timers.entry(item_id(family, key.item)).or_default();
            sites.entry(checklists.site(key.site)).or_default().extend(follow_ups(waits));
        }
        tests.extend(timers.into_iter().map(|(item, sites)| log_rank_test(family, item, sites)));
    }
    tests.sort_by(|one, other| (&one.checklist, &one.item).cmp(&(&other.checklist, &other.item)));
    tests
}

fn item_id<'c>(family: &'c ChecklistFamily<'_>, index: u32) -> &'c str {
    family.counts.items.get(index as usize).map_or("", |item| &item.id)
}

/// Returns a case for each visit.
fn follow_ups(waits: &Answers<Wait>) -> impl Iterator<Item = FollowUp> {
    waits.iter().flat_map(|(wait, _, visits)| {
        let case = match wait {
            Wait::Came(ms) => FollowUp { time: f64::from(ms), event: true },
            Wait::Never(ms) => FollowUp { time: f64::from(ms), event: false },
        };
        std::iter::repeat_n(case, usize::try_from(visits).unwrap_or(usize::MAX))
    })
}

fn waiting_row(family: &ChecklistFamily<'_>, key: Key, item: &str, waits: &[&Answers<Wait>]) -> WaitingRow {
    let cases: Vec<FollowUp> = waits.iter().flat_map(|waits| follow_ups(waits)).collect();
    let survival = kaplan_meier(&cases, CONFIDENCE);
    let promised = promised_ms(family, item);
    let within = promised.and_then(|ms| share_within(&survival, ms));
    let limits = within.and_then(|(_, limits)| limits);
    WaitingRow {
        key,
        checklist: family.name.clone(),
        item: item.to_owned(),
        n: to_u64(cases.len()),
        censored: to_u64(cases.iter().filter(|case| !case.event).count()),
        left_out: waits.iter().map(|waits| waits.left_out()).sum(),
        median_s: survival.median.ok().map(seconds),
        lower_s: survival.median_lower.map(seconds),
        upper_s: survival.median_upper.map(seconds),
        promised_s: promised.map(seconds),
        within: within.map(|(share, _)| share),
        within_lower: limits.map(|limits| limits.lower),
        within_upper: limits.map(|limits| limits.upper),
        curve: thin_steps(&survival.steps),
        undefined: survival.median.err(),
    }
}

/// Returns the delay that the checklist promises, in milliseconds: the limit of a timer's first band, unless a later
/// band earns more.
pub(super) fn promised_ms(family: &ChecklistFamily<'_>, id: &str) -> Option<f64> {
    let definition = family.definition?;
    let Response::Timer { bands, .. } = &definition.item(definition.position(id)?).response else { return None };
    let first: &TimerBand = bands.first()?;
    let best = bands.iter().all(|band| band.points <= first.points);
    first.up_to_s.filter(|_| best).map(|limit| (limit * MS).round())
}

/// Returns the share of events that happened by a time, with its interval; `None` if nobody was observed for that long.
fn share_within(survival: &Survival, ms: f64) -> Option<(f64, Option<Interval>)> {
    let step = survival.at(ms);
    let all_came = step.is_some_and(|step| step.survival <= 0.0);
    if !all_came && survival.followed_until? < ms {
        return None;
    }
    let turned = |limits: Interval| Interval { lower: 1.0 - limits.upper, upper: 1.0 - limits.lower };
    Some(step.map_or((0.0, None), |step| (1.0 - step.survival, step.interval.map(turned))))
}

/// Keeps at most [`MOST_STEPS`] steps: the first, the last, and evenly spaced ones between.
fn thin_steps(steps: &[SurvivalStep]) -> Vec<WaitingStep> {
    let kept = steps.len().min(MOST_STEPS);
    let index = |kept_index: usize| kept_index * (steps.len() - 1) / (kept - 1).max(1);
    let step = |step: &SurvivalStep| WaitingStep {
        time_s: seconds(step.time),
        waiting: step.survival,
        lower: step.interval.map(|limits| limits.lower),
        upper: step.interval.map(|limits| limits.upper),
    };
    (0..kept).filter_map(|kept_index| steps.get(index(kept_index))).map(step).collect()
}

fn log_rank_test(family: &ChecklistFamily<'_>, item: &str, mut sites: BTreeMap<&str, Vec<FollowUp>>) -> WaitingTest {
    sites.retain(|_, cases| cases.iter().filter(|case| case.event).count() >= FEWEST_EVENTS);
    let mut groups: Vec<Vec<FollowUp>> = sites.into_values().collect();
    // The order of visits must not change what a seed draws.
    for cases in &mut groups {
        cases.sort_by(|one, other| one.time.total_cmp(&other.time).then(one.event.cmp(&other.event)));
    }
    let is_affordable = log_rank_steps(&groups) <= MOST_LOG_RANK_STEPS;
    let test = is_affordable.then(|| log_rank(&groups).and_then(|compared| compared.test)).transpose();
    let statistic = test.ok().flatten();
    let p = score_log_rank_p(&groups);
    WaitingTest {
        checklist: family.name.clone(),
        item: item.to_owned(),
        sites: to_u64(groups.len()),
        n: to_u64(groups.iter().map(Vec::len).sum()),
        chi_square: statistic.map(|test| test.chi_square),
        freedom: statistic.map(|test| to_u64(test.freedom)),
        p: p.ok(),
        p_adjusted: None,
        certain: None,
        undefined: p.err().or(test.err()),
    }
}

/// Returns the cost of the log-rank test: sites squared times distinct event times.
fn log_rank_steps(groups: &[Vec<FollowUp>]) -> usize {
    let events = groups.iter().flatten().filter(|case| case.event);
    let mut times: Vec<u64> = events.map(|case| case.time.to_bits()).collect();
    times.sort_unstable();
    times.dedup();
    groups.len().saturating_mul(groups.len()).saturating_mul(times.len())
}

fn seconds(ms: f64) -> f64 {
    ms / MS
}

fn to_u64(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}
