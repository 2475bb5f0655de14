//! Scores of sites, sections, attitudes and other keys.

use super::FEW_VISITS;
use super::behaviours::share_of_sites;
use super::checklist_counts::{Stratum, VisitPart};
use super::comparable_checklists::{ChecklistFamily, ComparableChecklists};
use super::dimension::{Key, sort_rows};
use super::estimate::{Figure, PERCENT, mean_of_sites, mean_of_visits};
use super::figures::ScoreRow;
use super::observed::Observed;
use super::plan::Plan;
use super::score_distribution::{ScoreDistribution, pooled_percent};
use crate::stats::{Count, QuantileType, SampleSummary, Undefined, float_u64, quantiles};
use std::collections::BTreeMap;

/// The input of one row.
struct Scored<'c> {
    key: Key,
    checklist: &'c str,
    /// The visits with possible points, a non-empty distribution for each site, in order of site.
    sites: Vec<(&'c str, &'c ScoreDistribution)>,
    failed_critical: u64,
}

/// Computes the score of all visits, one row per checklist.
pub fn network_scores(checklists: &ComparableChecklists<'_>) -> Vec<ScoreRow> {
    let network_row = |family: &ChecklistFamily<'_>| {
        score_row(&whole_visits(Key::all(), family, &named(checklists, family.sites())), &checklists.plan)
    };
    checklists.families.iter().map(network_row).collect()
}

/// Computes a score for each key: of whole visits, or of the parts that the row dimensions of `by` select.
///
/// A key without possible points has a row without a mean. A part has no rows if it has neither possible points in any
/// visit nor judgements, since it is not meant to be scored.
pub fn scores_by_key(checklists: &ComparableChecklists<'_>) -> Vec<ScoreRow> {
    let families = checklists.families.iter();
    let strata: Vec<_> = families
        .map(|family| (family, family.strata_by(checklists.kinds_by_key, |key| Some((key.by, key.site)))))
        .collect();
    let mut scored = Vec::new();
    for (family, strata) in &strata {
        let parts = scored_parts(checklists, family);
        let strata: Vec<_> = strata.iter().collect();
        for same_key in strata.chunk_by(|((one, _), _), ((other, _), _)| one == other) {
            let key = same_key.first().map(|((by, _), _)| checklists.key(*by)).unwrap_or_default();
            let strata: Vec<(&str, &Stratum)> =
                same_key.iter().map(|((_, site), stratum)| (checklists.site(*site), *stratum)).collect();
            if checklists.row_dimensions().next().is_none() {
                scored.push(whole_visits(key, family, &strata));
            } else {
                scored.extend(parts.iter().map(|(index, part)| {
                    let key = part.iter().fold(key.clone(), |key, (dimension, value)| key.and(dimension, value));
                    visit_part(key, family, &strata, *index)
                }));
            }
        }
    }
    let mut rows: Vec<ScoreRow> = scored.iter().map(|scored| score_row(scored, &checklists.plan)).collect();
    sort_rows(&mut rows, |row| (&row.key, &row.checklist, None));
    rows
}

/// Returns the index and the key of each part that is selected by the row dimensions and can be scored.
fn scored_parts(checklists: &ComparableChecklists<'_>, family: &ChecklistFamily<'_>) -> Vec<(usize, Key)> {
    let counts = &family.counts;
    let judged = |index: usize| {
        let items = counts.items.iter().enumerate().filter(|(_, item)| item.judged);
        items.into_iter().any(|(item, _)| counts.parts_of(item).contains(&index))
    };
    let possible = |index: usize| {
        counts.strata.values().any(|stratum| stratum.parts.get(index).is_some_and(|part| part.visits() > 0))
    };
    let asked = counts.parts.iter().enumerate().filter_map(|(index, part)| match part {
        VisitPart::Rows(values) if judged(index) || possible(index) => {
            let dimensions = checklists.row_dimensions().zip(values);
            Some((index, dimensions.fold(Key::all(), |key, (dimension, value)| key.and(dimension, value))))
        }
        _ => None,
    });
    asked.collect()
}

/// Names the strata of sites.
fn named<'c>(
    checklists: &'c ComparableChecklists<'_>,
    strata: &'c BTreeMap<u32, Stratum>,
) -> Vec<(&'c str, &'c Stratum)> {
    strata.iter().map(|(site, stratum)| (checklists.site(*site), stratum)).collect()
}

fn whole_visits<'c>(key: Key, family: &'c ChecklistFamily<'_>, strata: &[(&'c str, &'c Stratum)]) -> Scored<'c> {
    let scores = strata.iter().map(|(site, stratum)| (*site, &stratum.scores));
    Scored {
        key,
        checklist: &family.name,
        sites: scores.filter(|(_, scores)| scores.visits() > 0).collect(),
        failed_critical: strata.iter().map(|(_, stratum)| stratum.failed_critical).sum(),
    }
}

fn visit_part<'c>(
    key: Key,
    family: &'c ChecklistFamily<'_>,
    strata: &[(&'c str, &'c Stratum)],
    index: usize,
) -> Scored<'c> {
    let scores = strata.iter().filter_map(|(site, stratum)| Some((*site, stratum.parts.get(index)?)));
    let failed_critical = strata.iter().filter_map(|(_, stratum)| stratum.failed_parts.get(index)).sum();
    let sites = scores.filter(|(_, scores)| scores.visits() > 0).collect();
    Scored { key, checklist: &family.name, sites, failed_critical }
}

fn score_row(scored: &Scored<'_>, plan: &Plan) -> ScoreRow {
    let all: Vec<SampleSummary> = scored.sites.iter().map(|(_, site)| site.summary()).collect();
    let mean = Figure::within(mean_of_visits(&all).map_err(|_| Undefined::ZeroDenominator), PERCENT);
    let by_site = |weight: &dyn Fn(&str) -> f64| {
        let weighted: Vec<(SampleSummary, f64)> =
            scored.sites.iter().zip(&all).map(|((site, _), summary)| (*summary, weight(site))).collect();
        Figure::within(mean_of_sites(&weighted), PERCENT)
    };
    let equal = by_site(&|_| 1.0);
    let weighted = plan.weights.as_ref().map(|weights| by_site(&|site| weights.get(site).copied().unwrap_or_default()));
    let weighted = weighted.unwrap_or_default();
    let visits = scored.sites.iter().map(|(_, site)| site.visits()).sum();
    let mut percents: Vec<f64> = scored.sites.iter().flat_map(|(_, site)| site.percents()).collect();
    percents.sort_unstable_by(f64::total_cmp);
    let passed = plan.target.map(|target| pass_rate(scored, target));
    ScoreRow {
        key: scored.key.clone(),
        checklist: scored.checklist.to_owned(),
        visits,
        sites: scored.sites.len() as u64,
        percent_mean: mean.value,
        percent_pooled: pooled_percent(scored.sites.iter().map(|(_, site)| *site)),
        lower: mean.lower,
        upper: mean.upper,
        percent_by_site: equal.value,
        by_site_lower: equal.lower,
        by_site_upper: equal.upper,
        percent_weighted: weighted.value,
        weighted_lower: weighted.lower,
        weighted_upper: weighted.upper,
        pass_rate: passed.and_then(|passed| passed.value),
        pass_lower: passed.and_then(|passed| passed.lower),
        pass_upper: passed.and_then(|passed| passed.upper),
        quartiles: quartiles(&percents),
        distribution: distribution(&percents),
        failed_critical: scored.failed_critical,
        few_visits: visits < FEW_VISITS,
        undefined: mean.undefined,
    }
}

/// Computes the share of visits that reach a score.
fn pass_rate(scored: &Scored<'_>, target: f64) -> Figure {
    let counts =
        scored.sites.iter().map(|(_, site)| Count { successes: float_u64(site.at_least(target)), n: site.visits() });
    share_of_sites(&counts.collect::<Vec<_>>())
}

/// Returns the quartiles of sorted values; none below five.
pub fn quartiles(percents: &[f64]) -> Option<[f64; 3]> {
    if (percents.len() as u64) < FEW_VISITS {
        return None;
    }
    let values: Vec<Option<f64>> = percents.iter().copied().map(Some).collect();
    quantiles(&values, &[0.25, 0.5, 0.75], QuantileType::Seven).ok()?.try_into().ok()
}

/// Counts percentages in steps of ten; 100 and more belong to the last.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what fits")]
fn distribution(percents: &[f64]) -> [u64; 10] {
    let mut counts = [0; 10];
    for percent in percents {
        let step = (percent / 10.0 + 1e-9).floor().clamp(0.0, 9.0) as usize;
        counts.iter_mut().skip(step).take(1).for_each(|count| *count += 1);
    }
    counts
}
