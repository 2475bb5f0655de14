//! The outcome of visits: its mean, the share of 9 and 10, and the net promoter score.

use super::behaviours::share_of_sites;
use super::checklist_counts::Number;
use super::comparable_checklists::{ChecklistFamily, ComparableChecklists};
use super::dimension::{Key, sort_rows};
use super::estimate::{DIFFERENCES, Figure, mean_of_visits};
use super::figures::OutcomeRow;
use super::kinds::Kinds;
use super::multiset::Multiset;
use crate::stats::{Count, Interval, SampleSummary, float_u64};
use crate::visit::checklist::Response;
use std::collections::BTreeMap;

/// The scale on which 9 and 10 are the top, and 0 to 6 are detractors (Reichheld 2003, Harvard Business Review 81:46-54).
const PROMOTER_SCALE: (i64, i64) = (0, 10);

/// The outcomes of visits at a site, with their numbers.
type Outcomes = Vec<(f64, u64)>;

/// Computes the outcome of all visits, one row per checklist that has one.
pub fn network_outcomes(checklists: &ComparableChecklists<'_>) -> Vec<OutcomeRow> {
    checklists.families.iter().flat_map(|family| family_rows(family, family.kinds, |_| Key::all())).collect()
}

/// Computes the outcome by key. Dimensions that group rows have no part in it.
pub fn outcomes_by_key(checklists: &ComparableChecklists<'_>) -> Vec<OutcomeRow> {
    let rows = |family| family_rows(family, checklists.kinds_by_key, |by| checklists.key(by));
    let mut rows: Vec<OutcomeRow> = checklists.families.iter().flat_map(rows).collect();
    sort_rows(&mut rows, |row| (&row.key, &row.checklist, None));
    rows
}

fn family_rows(family: &ChecklistFamily<'_>, kinds: Kinds, key_of: impl Fn(u32) -> Key) -> Vec<OutcomeRow> {
    let mut keys: BTreeMap<Key, Vec<Outcomes>> = BTreeMap::new();
    let mut strata: BTreeMap<(Key, u32), Multiset<Number>> = BTreeMap::new();
    for (key, stratum) in family.counts.strata.iter().filter(|(key, _)| kinds.contains(key.kind)) {
        strata.entry((key_of(key.by), key.site)).or_default().merge(&stratum.outcomes);
    }
    for ((key, _), outcomes) in strata.into_iter().filter(|(_, outcomes)| outcomes.n() > 0) {
        let outcomes = outcomes.compacted();
        let mut outcomes: Outcomes =
            outcomes.iter().map(|(outcome, visits)| (outcome.value(), u64::from(*visits))).collect();
        outcomes.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
        keys.entry(key).or_default().push(outcomes);
    }
    keys.into_iter().map(|(key, sites)| outcome_row(key, family, &sites)).collect()
}

fn outcome_row(key: Key, family: &ChecklistFamily<'_>, sites: &[Outcomes]) -> OutcomeRow {
    let scale = scale(family);
    let summaries: Vec<SampleSummary> = sites.iter().map(|site| summary(site, |outcome| outcome)).collect();
    let estimate = mean_of_visits(&summaries);
    let mean = match scale {
        Some((min, max)) => Figure::within(estimate, Interval { lower: whole(min), upper: whole(max) }),
        None => Figure::unbounded(estimate),
    };
    let promoters = scale == Some(PROMOTER_SCALE);
    let counts: Vec<Count> = sites.iter().map(|site| top(site)).collect();
    let top = if promoters { share_of_sites(&counts) } else { Figure::default() };
    let nps = if promoters { net_promoter_score(sites) } else { Figure::default() };
    OutcomeRow {
        key,
        checklist: family.name.clone(),
        n: sites.iter().flatten().map(|(_, visits)| visits).sum(),
        sites: sites.len() as u64,
        mean: mean.value,
        lower: mean.lower,
        upper: mean.upper,
        top: top.value,
        top_lower: top.lower,
        top_upper: top.upper,
        nps: nps.value,
        nps_lower: nps.lower,
        nps_upper: nps.upper,
        undefined: mean.undefined,
    }
}

/// Computes the net promoter score of visits, from -100 to 100: the mean of 100 for 9 and 10, and -100 for 0 to 6. The
/// outcomes are those of each site, with their numbers.
pub fn net_promoter_score(sites: &[Vec<(f64, u64)>]) -> Figure {
    let points = |outcome: f64| match outcome {
        outcome if outcome >= 9.0 => 100.0,
        outcome if outcome <= 6.0 => -100.0,
        _ => 0.0,
    };
    let recommended: Vec<SampleSummary> = sites.iter().map(|site| summary(site, points)).collect();
    Figure::within(mean_of_visits(&recommended), DIFFERENCES)
}

/// Returns the ends of the outcome's scale; `None` if the checklist is unknown or its outcome is no scale.
fn scale(family: &ChecklistFamily<'_>) -> Option<(i64, i64)> {
    let (_, item) = family.definition?.items().find(|(_, item)| item.is_outcome())?;
    if let Response::Scale { min, max, .. } = item.response { Some((min, max)) } else { None }
}

/// Returns the end of a scale as a float.
#[expect(clippy::cast_precision_loss, reason = "the ends of a scale are small")]
pub(super) fn whole(number: i64) -> f64 {
    number as f64
}

/// Summarizes numbers, each with how often it occurs, by a value of each.
pub(super) fn summary(outcomes: &[(f64, u64)], value: impl Fn(f64) -> f64) -> SampleSummary {
    let samples: Vec<SampleSummary> = outcomes
        .iter()
        .map(|(outcome, visits)| SampleSummary {
            n: usize::try_from(*visits).unwrap_or(usize::MAX),
            mean: value(*outcome),
            squares: 0.0,
        })
        .collect();
    SampleSummary::join(&samples)
}

/// Counts the outcomes of 9 and 10.
fn top(outcomes: &[(f64, u64)]) -> Count {
    let high = outcomes.iter().filter(|(outcome, _)| *outcome >= 9.0).map(|(_, visits)| visits).sum();
    Count { successes: float_u64(high), n: outcomes.iter().map(|(_, visits)| visits).sum() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_are_those_of_the_outcomes() {
        let got = summary(&[(4.0, 2), (10.0, 1)], |outcome| outcome);
        assert_eq!(got, SampleSummary { n: 3, mean: 6.0, squares: 24.0 });
        assert_eq!(top(&[(8.9, 4), (9.0, 2), (10.0, 1)]), Count { successes: 3.0, n: 7 });
    }
}
