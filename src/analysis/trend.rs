//! How scores move over time within sites, in points a year.

use super::comparable_checklists::{ChecklistFamily, ComparableChecklists};
use super::dimension::{Dimension, Key, sort_rows};
use super::figures::TrendRow;
use super::observed::Observed;
use super::{CONFIDENCE, FEW_VISITS, month};
use crate::stats::{SampleSummary, SlopeSums, Undefined, slope_within_places};
use std::collections::BTreeMap;

/// A site with visits in fewer months has no trend.
const FEWEST_MONTHS: usize = 3;
/// Over fewer months, from the first to the last, a slope for a year would be a guess.
const FEWEST_MONTHS_OVERALL: i32 = 6;

/// The scores of a site's months, by number.
type Months = BTreeMap<i32, SampleSummary>;

/// Computes the trend of all visits and of each site.
pub fn trends(checklists: &ComparableChecklists<'_>) -> Vec<TrendRow> {
    let families = checklists.families.iter();
    let mut rows: Vec<TrendRow> = families.flat_map(|family| family_rows(checklists, family)).collect();
    sort_rows(&mut rows, |row| (&row.key, &row.checklist, None));
    rows
}

fn family_rows(checklists: &ComparableChecklists<'_>, family: &ChecklistFamily<'_>) -> Vec<TrendRow> {
    let mut sites: BTreeMap<u32, Months> = BTreeMap::new();
    for ((site, month), scores) in family.scores_by(|key| Some((key.site, key.month))) {
        if scores.n() > 0 {
            sites.entry(site).or_default().insert(month, scores.summary());
        }
    }
    let all: Vec<&Months> = sites.values().collect();
    let of_sites = sites
        .iter()
        .map(|(site, months)| trend(Key::all().and(Dimension::Site, checklists.site(*site)), &family.name, &[months]));
    std::iter::once(trend(Key::all(), &family.name, &all)).chain(of_sites).collect()
}

fn trend(key: Key, checklist: &str, sites: &[&Months]) -> TrendRow {
    let counted: Vec<&Months> = sites.iter().copied().filter(|months| months.len() >= FEWEST_MONTHS).collect();
    let numbers = || counted.iter().flat_map(|months| months.keys().copied());
    let span = numbers().min().zip(numbers().max());
    let visits: usize = counted.iter().flat_map(|months| months.values()).map(|sample| sample.n).sum();
    let row = TrendRow {
        key,
        checklist: checklist.to_owned(),
        sites: counted.len() as u64,
        sites_apart: (sites.len() - counted.len()) as u64,
        visits: visits as u64,
        from: span.map(|(first, _)| month::name(first)),
        to: span.map(|(_, last)| month::name(last)),
        ..TrendRow::default()
    };
    let is_long = span.is_some_and(|(first, last)| last - first + 1 >= FEWEST_MONTHS_OVERALL);
    if !is_long || row.visits < FEW_VISITS {
        let reason = if is_long { Undefined::FewVisits } else { Undefined::TooFewPoints };
        return TrendRow { undefined: Some(reason), ..row };
    }
    let places: Vec<SlopeSums> = counted.into_iter().map(slope_sums).collect();
    match slope_within_places(&places, CONFIDENCE) {
        Err(reason) => TrendRow { undefined: Some(reason), ..row },
        Ok(found) => {
            let test = found.test.ok();
            TrendRow {
                per_year: Some(found.slope),
                lower: test.map(|test| test.precision.interval.lower),
                upper: test.map(|test| test.precision.interval.upper),
                p: test.map(|test| test.p),
                undefined: found.test.err(),
                ..row
            }
        }
    }
}

/// Summarizes a site's months, with times in years.
fn slope_sums(months: &Months) -> SlopeSums {
    let samples: Vec<(f64, SampleSummary)> =
        months.iter().map(|(month, sample)| (f64::from(*month) / 12.0, *sample)).collect();
    SlopeSums::from_samples(&samples)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the months of a site: the number of each from the first, and its percentages.
    fn months(months: &[(i32, &[f64])]) -> Months {
        let first = 12 * 2025 + 10;
        let month =
            |(number, percents): &(i32, &[f64])| (first + number, SampleSummary::from_values(percents).unwrap());
        months.iter().map(month).collect()
    }

    fn of(sites: &[Months]) -> TrendRow {
        trend(Key::all(), "customer", &sites.iter().collect::<Vec<_>>())
    }

    #[test]
    fn a_slope_is_in_points_a_year_and_within_sites() {
        // Each site gains about a point a month; the later site is far below.
        let site = |level: f64, first: i32| {
            months(&[
                (first, &[level, level + 1.0]),
                (first + 3, &[level + 3.0]),
                (first + 5, &[level + 5.0, level + 6.0]),
            ])
        };
        let got = of(&[site(80.0, 0), site(40.0, 4)]);
        assert!((got.per_year.unwrap() - 12.0).abs() < 0.5, "{got:?}");
        assert!(got.lower.unwrap() > 5.0 && got.p.unwrap() < 0.01);
        assert_eq!((got.sites, got.sites_apart, got.visits), (2, 0, 10));
        assert_eq!((got.from.as_deref(), got.to.as_deref()), (Some("2025-11"), Some("2026-08")));
    }

    #[test]
    fn sites_visited_in_two_months_are_left_out() {
        let steady = |level: f64| months(&[(0, &[level]), (3, &[level + 1.0]), (6, &[level + 3.0])]);
        let sites: Vec<Months> = (0..5).map(|site| steady(60.0 + f64::from(site))).collect();
        let got = of(&sites);
        // Five sites that move alike have no spread between them.
        assert_eq!(got.undefined, Some(Undefined::NoVariation));
        let more = [sites, vec![months(&[(0, &[90.0; 4]), (6, &[10.0; 4])])]].concat();
        let with_more = of(&more);
        assert_eq!((with_more.per_year, with_more.sites_apart), (got.per_year, 1));
    }

    #[test]
    fn a_short_time_or_few_visits_have_no_trend() {
        let undefined = |site: Months| {
            let row = of(&[site]);
            (row.per_year, row.undefined)
        };
        let short = months(&[(0, &[60.0, 61.0]), (2, &[63.0, 64.0]), (4, &[66.0, 67.0])]);
        assert_eq!(undefined(short), (None, Some(Undefined::TooFewPoints)));
        let few = months(&[(0, &[60.0]), (2, &[63.0]), (5, &[66.0, 67.0])]);
        assert_eq!(undefined(few), (None, Some(Undefined::FewVisits)));
        assert_eq!(undefined(Months::new()), (None, Some(Undefined::TooFewPoints)));
    }
}
