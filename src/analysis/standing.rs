//! How each site stands beside the other sites, of the whole network and of its group.

use super::comparable_checklists::{ChecklistFamily, ComparableChecklists};
use super::dimension::{Dimension, Key, sort_rows};
use super::estimate::{DIFFERENCES, Estimate, Figure, are_units, mean_of_visits};
use super::figures::StandingRow;
use super::observed::Observed;
use super::tally::SiteFacts;
use super::{CONFIDENCE, FEW_VISITS};
use crate::stats::{SampleSummary, Undefined, difference_of_independent};
use std::collections::BTreeMap;

/// A site with a score.
struct Site<'c> {
    id: &'c str,
    group: Option<&'c str>,
    scores: SampleSummary,
}

/// A site's mean beside that of other sites.
#[derive(Default)]
struct Beside {
    sites: u64,
    visits: u64,
    mean: Option<f64>,
    difference: Figure,
}

/// Compares each site that has a score with the others. A site has no part in the mean that it is compared with.
pub(super) fn standings(
    checklists: &ComparableChecklists<'_>,
    facts: &BTreeMap<Box<str>, SiteFacts>,
) -> Vec<StandingRow> {
    let families = checklists.families.iter();
    let mut rows: Vec<StandingRow> = families.flat_map(|family| family_rows(checklists, facts, family)).collect();
    sort_rows(&mut rows, |row| (&row.key, &row.checklist, None));
    rows
}

fn family_rows(
    checklists: &ComparableChecklists<'_>,
    facts: &BTreeMap<Box<str>, SiteFacts>,
    family: &ChecklistFamily<'_>,
) -> Vec<StandingRow> {
    let sites: Vec<Site<'_>> = (family.sites().iter())
        .map(|(site, stratum)| (site, &stratum.scores))
        .filter(|(_, scores)| scores.n() > 0)
        .map(|(site, scores)| {
            let id = checklists.site(*site);
            Site { id, group: facts.get(id).and_then(SiteFacts::group), scores: scores.summary() }
        })
        .collect();
    let ranked: Vec<f64> = sites.iter().filter(|site| has_enough(site)).map(|site| site.scores.mean).collect();
    sites.iter().map(|site| standing(site, &sites, &ranked, family)).collect()
}

fn has_enough(site: &Site<'_>) -> bool {
    site.scores.n as u64 >= FEW_VISITS
}

fn standing(site: &Site<'_>, sites: &[Site<'_>], ranked: &[f64], family: &ChecklistFamily<'_>) -> StandingRow {
    let others = || sites.iter().filter(|other| other.id != site.id);
    let all = beside(site, others());
    let group = beside(site, others().filter(|other| site.group.is_some() && other.group == site.group));
    StandingRow {
        key: Key::all().and(Dimension::Site, site.id),
        checklist: family.name.clone(),
        group: site.group.map(|group| crate::text::clean(group).into_owned()),
        visits: site.scores.n as u64,
        percent_mean: Some(site.scores.mean),
        other_sites: all.sites,
        other_visits: all.visits,
        other_mean: all.mean,
        difference: all.difference.value,
        lower: all.difference.lower,
        upper: all.difference.upper,
        group_sites: group.sites,
        group_visits: group.visits,
        group_mean: group.mean,
        group_difference: group.difference.value,
        group_lower: group.difference.lower,
        group_upper: group.difference.upper,
        quartile: if has_enough(site) { quartile(site.scores.mean, ranked) } else { None },
        undefined: all.difference.undefined,
        group_undefined: group.difference.undefined,
    }
}

fn beside<'s>(site: &Site<'_>, others: impl Iterator<Item = &'s Site<'s>>) -> Beside {
    let others: Vec<SampleSummary> = others.map(|other| other.scores).collect();
    let mean = mean_of_visits(&others);
    Beside {
        sites: others.len() as u64,
        visits: others.iter().map(|other| other.n as u64).sum(),
        mean: mean.ok().map(|(mean, _)| mean),
        difference: Figure::within(difference(mean_of_visits(&[site.scores]), mean), DIFFERENCES),
    }
}

fn difference(own: Estimate, others: Estimate) -> Estimate {
    let (own, own_test) = own?;
    let (mean, test) = others.map_err(|_| Undefined::SingleGroup)?;
    let tested = || difference_of_independent((own, &own_test?), (mean, &test?), CONFIDENCE).map(|(_, test)| test);
    Ok((own - mean, tested()))
}

/// Returns the quarter of a mean among those of all sites, from 1 for the best. Equal means share the better quarter.
fn quartile(mean: f64, all: &[f64]) -> Option<u64> {
    // Means up to this are equal but for rounding.
    let better = all.iter().filter(|other| **other > mean + 1e-9).count();
    are_units(all.len()).then(|| (4 * better / all.len()) as u64 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site<'c>(id: &'c str, group: Option<&'c str>, percents: &[f64]) -> Site<'c> {
        Site { id, group, scores: SampleSummary::from_values(percents).unwrap() }
    }

    #[test]
    fn a_site_is_left_out_of_what_it_is_compared_with() {
        let sites = [
            site("a", Some("north"), &[90.0, 80.0, 85.0, 95.0, 100.0]),
            site("b", Some("north"), &[70.0, 60.0]),
            site("c", None, &[50.0, 40.0, 60.0]),
        ];
        let of = |index: usize| beside(&sites[index], sites.iter().filter(|other| other.id != sites[index].id));
        let first = of(0);
        assert_eq!((first.sites, first.visits, first.mean), (2, 5, Some(56.0)));
        assert_eq!(first.difference.value, Some(34.0));
        // With few sites it is Welch's test over visits, within what is possible.
        let expected =
            crate::stats::welch(&[90.0, 80.0, 85.0, 95.0, 100.0], &[70.0, 60.0, 50.0, 40.0, 60.0], CONFIDENCE);
        let expected = expected.unwrap().test.unwrap().interval_within(34.0, DIFFERENCES);
        assert!((first.difference.lower.unwrap() - expected.lower).abs() < 1e-9);
        assert!((first.difference.upper.unwrap() - expected.upper).abs() < 1e-9);
        // A site with fewer than five visits has a difference without an interval.
        let few = of(1);
        assert_eq!((few.difference.lower, few.difference.undefined), (None, Some(Undefined::FewVisits)));
        assert!(few.difference.value.is_some());
    }

    #[test]
    fn without_others_there_is_nothing_to_compare_with() {
        let alone = site("a", None, &[90.0, 80.0, 85.0, 95.0, 100.0]);
        let got = beside(&alone, std::iter::empty());
        assert_eq!((got.mean, got.difference.value), (None, None));
        assert_eq!(got.difference.undefined, Some(Undefined::SingleGroup));
    }

    #[test]
    fn quarters_are_of_equal_size_and_equal_means_share_one() {
        let means = [91.0, 88.0, 80.0, 80.0, 75.0, 60.0, 59.0, 40.0];
        let got: Vec<_> = means.iter().map(|mean| quartile(*mean, &means).unwrap()).collect();
        assert_eq!(got, [1, 1, 2, 2, 3, 3, 4, 4]);
        let equal = [70.0; 6];
        assert_eq!(quartile(70.0, &equal), Some(1));
        assert_eq!(quartile(70.0, &equal[..4]), None);
    }
}
