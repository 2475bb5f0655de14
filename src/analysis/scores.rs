//! Scores of sites, sections, attitudes and other keys.

use super::checklist_counts::{Stratum, VisitPart};
use super::comparable_checklists::{ChecklistFamily, ComparableChecklists};
use super::dimension::Key;
use super::figures::ScoreRow;
use super::observed::are_units;
use super::score_distribution::ScoreDistribution;
use super::{CONFIDENCE, FEW_VISITS};
use crate::stats::{Interval, StudentTest, Undefined, float_u64, jackknife, mean_interval, ratio_of_sums};

/// The input of one row.
struct Scored<'c> {
    key: Key,
    checklist: &'c str,
    /// The visits with possible points, one non-empty distribution per site, in order of site.
    sites: Vec<&'c ScoreDistribution>,
    failed_critical: u64,
}

/// Computes the score of all visits, one row per checklist.
pub fn network_scores(checklists: &ComparableChecklists<'_>) -> Vec<ScoreRow> {
    let network_row = |family: &ChecklistFamily<'_>| {
        let strata = family.strata_by(family.kinds, |key| Some(key.site));
        score_row(&whole_visits(Key::all(), family, &strata.values().collect::<Vec<_>>()))
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
            let strata: Vec<&Stratum> = same_key.iter().map(|(_, stratum)| *stratum).collect();
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
    let mut rows: Vec<ScoreRow> = scored.iter().map(score_row).collect();
    rows.sort_by(|one, other| (&one.key, &one.checklist).cmp(&(&other.key, &other.checklist)));
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

fn whole_visits<'c>(key: Key, family: &'c ChecklistFamily<'_>, strata: &[&'c Stratum]) -> Scored<'c> {
    let sites = strata.iter().map(|stratum| &stratum.scores).filter(|scores| scores.visits() > 0).collect();
    Scored {
        key,
        checklist: &family.name,
        sites,
        failed_critical: strata.iter().map(|stratum| stratum.failed_critical).sum(),
    }
}

fn visit_part<'c>(key: Key, family: &'c ChecklistFamily<'_>, strata: &[&'c Stratum], index: usize) -> Scored<'c> {
    let sites =
        strata.iter().filter_map(|stratum| stratum.parts.get(index)).filter(|scores| scores.visits() > 0).collect();
    let failed_critical = strata.iter().filter_map(|stratum| stratum.failed_parts.get(index)).sum();
    Scored { key, checklist: &family.name, sites, failed_critical }
}

fn score_row(scored: &Scored<'_>) -> ScoreRow {
    let visits = scored.sites.iter().map(|site| site.visits()).sum();
    let sums = scored.sites.iter().map(|site| site.sums());
    let (points, possible) = sums.fold((0.0, 0.0), |(all, most), (points, possible)| (all + points, most + possible));
    let pooled = 100.0 * (points / possible);
    let (mean, interval, undefined) = match mean_with_interval(&scored.sites) {
        Ok((mean, Ok(interval))) => (Some(mean), Some(interval), None),
        Ok((mean, Err(reason))) => (Some(mean), None, Some(reason)),
        Err(reason) => (None, None, Some(reason)),
    };
    ScoreRow {
        key: scored.key.clone(),
        checklist: scored.checklist.to_owned(),
        visits,
        sites: scored.sites.len() as u64,
        percent_mean: mean,
        percent_pooled: (possible > 0.0 && pooled.is_finite()).then_some(pooled),
        lower: interval.map(|interval| interval.lower),
        upper: interval.map(|interval| interval.upper),
        failed_critical: scored.failed_critical,
        few_visits: visits < FEW_VISITS,
        undefined,
    }
}

/// A mean, and its interval or why it has none.
type Estimate = Result<(f64, Result<Interval, Undefined>), Undefined>;

/// What a percentage can be.
pub const PERCENT: Interval = Interval { lower: 0.0, upper: 100.0 };

/// Computes the mean of the visits' percentages. Its interval is the jackknife's over sites from five sites on, and
/// Student's over visits with fewer sites, of which alone it speaks. Fewer than five visits have none.
fn mean_with_interval(sites: &[&ScoreDistribution]) -> Estimate {
    if sites.is_empty() {
        return Err(Undefined::ZeroDenominator);
    }
    let percents = || sites.iter().flat_map(|site| site.percents()).collect::<Vec<f64>>();
    let (mean, test) = if are_units(sites.len()) {
        let units: Vec<(f64, f64)> = sites.iter().map(|site| (site.percent_sum(), float_u64(site.visits()))).collect();
        let found = jackknife(&mut ratio_of_sums(&units), CONFIDENCE)?;
        (found.estimate, found.test)
    } else {
        let found = mean_interval(&percents(), CONFIDENCE)?;
        (found.mean, found.precision.and_then(|precision| StudentTest::of_mean(&found, precision, CONFIDENCE)))
    };
    let few = sites.iter().map(|site| site.visits()).sum::<u64>() < FEW_VISITS;
    let interval = test.map(|test| test.interval_within(mean, PERCENT, CONFIDENCE));
    Ok((mean, if few { Err(Undefined::FewVisits) } else { interval }))
}
