//! How good is a site, a section, an attitude?

use super::dimension::Key;
use super::family::{Counted, Family};
use super::figures::ScoreRow;
use super::sheet::{Cell, Part};
use super::spread::Spread;
use super::{CONFIDENCE, FEW_VISITS};
use crate::stats::{Interval, Resampling, Undefined, bca, mean_interval, ratio_of_sums};
use rayon::prelude::*;

/// What one row is made of.
struct Scored<'c> {
    key: Key,
    checklist: &'c str,
    /// The visits with possible points, by site, in order of site; none is empty.
    sites: Vec<&'c Spread>,
    failed_critical: u64,
}

/// Gives the score of all visits, one row for each checklist.
pub fn network(counted: &Counted<'_>) -> Vec<ScoreRow> {
    let of_family = |family: &Family<'_>| {
        let cells = family.cells(|key| Some(key.site));
        row(&whole(Key::all(), family, &cells.values().collect::<Vec<_>>()))
    };
    counted.families.iter().map(of_family).collect()
}

/// Gives a score for each key: of whole visits, or of the parts that `by` asks for.
///
/// A key without possible points has a row without a mean. A part has no rows where it has no possible points in any
/// visit, and no judgements either: nothing in it is meant to be scored.
pub fn figures(counted: &Counted<'_>) -> Vec<ScoreRow> {
    let families = counted.families.iter();
    let cells: Vec<_> = families.map(|family| (family, family.cells(|key| Some((key.by, key.site))))).collect();
    let mut scored = Vec::new();
    for (family, cells) in &cells {
        let parts = parts(counted, family);
        let cells: Vec<_> = cells.iter().collect();
        for of_key in cells.chunk_by(|((one, _), _), ((other, _), _)| one == other) {
            let key = of_key.first().map(|((by, _), _)| counted.key(*by)).unwrap_or_default();
            let cells: Vec<&Cell> = of_key.iter().map(|(_, cell)| *cell).collect();
            if counted.row_dimensions().next().is_none() {
                scored.push(whole(key, family, &cells));
            } else {
                scored.extend(parts.iter().map(|(place, part)| {
                    let key = part.iter().fold(key.clone(), |key, (dimension, value)| key.and(dimension, value));
                    part_of(key, family, &cells, *place)
                }));
            }
        }
    }
    // Samples cost time where sites are many.
    let mut rows: Vec<ScoreRow> = scored.par_iter().map(row).collect();
    rows.sort_by(|one, other| (&one.key, &one.checklist).cmp(&(&other.key, &other.checklist)));
    rows
}

/// Gives the places of the parts asked for in which something is scored, and what they are.
fn parts(counted: &Counted<'_>, family: &Family<'_>) -> Vec<(usize, Key)> {
    let sheet = &family.sheet;
    let judged = |place: usize| {
        let items = sheet.items.iter().enumerate().filter(|(_, item)| item.judged);
        items.into_iter().any(|(item, _)| sheet.parts_of(item).contains(&place))
    };
    let possible =
        |place: usize| sheet.cells.values().any(|cell| cell.parts.get(place).is_some_and(|part| part.visits() > 0));
    let asked = sheet.parts.iter().enumerate().filter_map(|(place, part)| match part {
        Part::Asked(values) if judged(place) || possible(place) => {
            let dimensions = counted.row_dimensions().zip(values);
            Some((place, dimensions.fold(Key::all(), |key, (dimension, value)| key.and(dimension, value))))
        }
        _ => None,
    });
    asked.collect()
}

fn whole<'c>(key: Key, family: &'c Family<'_>, cells: &[&'c Cell]) -> Scored<'c> {
    let sites = cells.iter().map(|cell| &cell.percents).filter(|spread| spread.visits() > 0).collect();
    Scored { key, checklist: &family.name, sites, failed_critical: cells.iter().map(|cell| cell.failed_critical).sum() }
}

fn part_of<'c>(key: Key, family: &'c Family<'_>, cells: &[&'c Cell], place: usize) -> Scored<'c> {
    let sites = cells.iter().filter_map(|cell| cell.parts.get(place)).filter(|spread| spread.visits() > 0).collect();
    let failed_critical = cells.iter().filter_map(|cell| cell.failed_parts.get(place)).sum();
    Scored { key, checklist: &family.name, sites, failed_critical }
}

fn row(scored: &Scored<'_>) -> ScoreRow {
    let visits = scored.sites.iter().map(|site| site.visits()).sum();
    let sums = scored.sites.iter().map(|site| site.sums());
    let (points, possible) = sums.fold((0.0, 0.0), |(all, most), (points, possible)| (all + points, most + possible));
    let pooled = 100.0 * (points / possible);
    let (mean, interval, undefined) = match estimate(&scored.sites) {
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

/// A mean, and its interval where it has one.
type Estimate = Result<(f64, Result<Interval, Undefined>), Undefined>;

/// Gives the mean of visits' percents: with the t interval within one site, with that of resampled sites otherwise.
fn estimate(sites: &[&Spread]) -> Estimate {
    match sites {
        [] => Err(Undefined::ZeroDenominator),
        [site] => {
            let got = mean_interval(&site.percents(), CONFIDENCE)?;
            Ok((got.mean, got.precision.map(|precision| precision.interval)))
        }
        _ => {
            #[expect(clippy::cast_precision_loss, reason = "visits are fewer than 2^53")]
            let units: Vec<(f64, f64)> = sites.iter().map(|site| (site.percent_sum(), site.visits() as f64)).collect();
            let got = bca(&mut ratio_of_sums(&units), CONFIDENCE, Resampling::default())?;
            let reason = got.correction.err().unwrap_or(Undefined::TooFewPoints);
            Ok((got.estimate, got.interval.ok_or(reason)))
        }
    }
}
