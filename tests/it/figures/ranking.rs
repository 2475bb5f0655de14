//! Expected figures: the analysis of variance by Searle's formulae in numpy 1.26.

use crate::records::{assert_near, plan_by, report_of, scored_visit};
use esprit::analysis::Dimension::Month;
use esprit::analysis::figures::Ranking;
use esprit::stats::Undefined;

fn ranking(sites: &[(&'static str, &[f64])]) -> Ranking {
    let visits: Vec<_> = sites
        .iter()
        .flat_map(|(site, percents)| percents.iter().map(|percent| scored_visit(site, "2026-03-02", *percent, 100.0)))
        .collect();
    report_of(plan_by(&[Month]), &visits).ranking
}

#[test]
fn sites_with_five_visits_are_ranked_by_their_shrunken_means() {
    let ranking = ranking(&[
        ("a", &[80.0, 85.0, 90.0, 75.0, 82.0]),
        ("b", &[70.0, 65.0, 72.0, 60.0, 71.0, 68.0]),
        ("c", &[90.0, 95.0, 88.0, 92.0, 99.0, 91.0, 85.0]),
        ("d", &[78.0, 60.0]),
        ("e", &[81.0, 79.0, 84.0, 83.0, 80.0]),
    ]);
    assert_eq!((ranking.checklist.as_str(), ranking.visits), ("customer", 25));
    assert_near(ranking.variance_sites, 102.927_101_704_879_48);
    assert_near(ranking.variance_visits, 26.572_380_952_380_957);
    assert_near(ranking.g_one_visit, 0.794_807_049_363_210_9);
    assert_near(ranking.g_now, 0.949_558_699_637_341_9);
    assert_eq!((ranking.visits_needed, ranking.negative, ranking.undefined), (Some(2), false, None));
    let sites: Vec<_> = ranking.sites.iter().map(|site| (&*site.site, site.band, site.visits)).collect();
    assert_eq!(sites, [("c", 1, 7), ("a", 2, 5), ("e", 2, 5), ("b", 3, 6)]);
    let best = &ranking.sites[0];
    assert_near(best.percent_mean, 91.428_571_428_571_43);
    assert_near(best.shrunk, 91.026_334_893_096_66);
    assert_near(best.lower, 87.276_174_456_124_14);
    assert_near(best.upper, 94.776_495_330_069_18);
    assert_near(best.reliability, 0.964_430_826_827_648);
}

#[test]
fn sites_that_differ_no_more_than_chance_are_not_ranked() {
    let ranking = ranking(&[
        ("a", &[1.0, 9.0, 5.0, 5.0, 5.0]),
        ("b", &[2.0, 8.0, 5.0, 5.0, 5.0]),
        ("c", &[9.0, 1.0, 5.5, 5.0, 5.0]),
    ]);
    assert_eq!((ranking.variance_sites, ranking.negative), (Some(0.0), true));
    assert_eq!((ranking.g_one_visit, ranking.g_now, ranking.visits_needed), (Some(0.0), Some(0.0), None));
    assert_eq!((ranking.undefined, ranking.sites.len()), (Some(Undefined::NoObjectVariance), 0));
}

#[test]
fn too_little_data_to_compare_is_reported() {
    for (sites, reason) in [
        (&[("a", &[80.0, 70.0, 60.0, 50.0, 40.0][..])][..], Undefined::TooFewLevels),
        (&[("a", &[80.0]), ("b", &[70.0])], Undefined::TooFewLevels),
        (&[], Undefined::NoObservations),
    ] {
        let ranking = ranking(sites);
        assert_eq!((ranking.undefined, ranking.g_one_visit, ranking.sites.len()), (Some(reason), None, 0));
    }
}

#[test]
fn constant_visits_of_a_site_rank_it_with_certainty() {
    let ranking = ranking(&[("a", &[50.0; 5]), ("b", &[60.0; 5])]);
    assert_eq!((ranking.g_one_visit, ranking.visits_needed), (Some(1.0), Some(1)));
    let limits: Vec<_> = ranking.sites.iter().map(|site| (&*site.site, site.band, site.lower, site.upper)).collect();
    assert_eq!(limits, [("b", 1, 60.0, 60.0), ("a", 2, 50.0, 50.0)]);
}
