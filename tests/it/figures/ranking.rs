//! Expected figures: the analysis of variance by Searle's formulae, the intervals by those of Morris 1983, in numpy.

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
    assert_eq!(sites, [("c", 1, 7), ("a", 1, 5), ("e", 2, 5), ("b", 3, 6)], "p of 0.062, 0.048 and 0.024");
    let best = &ranking.sites[0];
    assert_near(best.percent_mean, 91.428_571_428_571_43);
    assert_near(best.shrunk, 90.969_728_510_356_57);
    assert_near(best.lower, 83.947_913_490_021_16);
    assert_near(best.upper, 95.099_241_679_053_21);
    assert_near(best.reliability, 0.964_430_826_827_648);
    // Thomas and Hultquist 1978.
    assert_near(ranking.g_now_lower, 0.800_242_681_013_699_1);
    assert_near(ranking.g_now_upper, 0.993_578_208_988_366_2);
    assert_eq!((ranking.visits_needed_lower, ranking.visits_needed_upper), (Some(1), Some(5)));
    assert_near(ranking.best.p, 0.061_835_011_553_173_946);
    assert_near(ranking.weakest.p, 0.024_019_856_503_776_93);
    assert_near(ranking.weakest.p_adjusted, 2.0 * 0.024_019_856_503_776_93);
    assert_eq!((ranking.best.certain, ranking.weakest.certain), (Some(false), Some(true)));
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
fn what_cannot_be_ranked_has_a_reason() {
    let constant = ["a", "b", "c", "d", "e"].map(|site| (site, [50.0; 5]));
    let mut sites: Vec<(&str, &[f64])> = constant.iter().map(|(site, percents)| (*site, &percents[..])).collect();
    sites[4].1 = &[60.0; 5];
    let without_noise = ranking(&sites);
    assert_eq!((without_noise.g_one_visit, without_noise.visits_needed), (Some(1.0), Some(1)));
    assert_eq!((without_noise.sites.len(), without_noise.undefined), (0, Some(Undefined::NoVariation)));
    let four = ranking(&[
        ("a", &[80.0, 85.0, 90.0, 75.0, 82.0]),
        ("b", &[70.0, 65.0, 72.0, 60.0, 71.0]),
        ("c", &[90.0, 95.0, 88.0, 92.0, 99.0]),
        ("d", &[40.0, 45.0, 38.0, 42.0, 49.0]),
    ]);
    assert!(four.g_now.is_some_and(|g| g > 0.9), "{four:?}");
    assert_eq!((four.sites.len(), four.undefined, four.best.p), (0, Some(Undefined::TooFewLevels), None));
    let few = ranking(&[("a", &[80.0, 85.0]), ("b", &[70.0, 65.0]), ("c", &[90.0, 95.0]), ("d", &[40.0, 45.0])]);
    assert_eq!((few.sites.len(), few.undefined), (0, Some(Undefined::FewVisits)));
}

#[test]
fn the_best_and_the_weakest_need_a_reliable_ranking() {
    let noisy = |level: f64| [level - 20.0, level + 20.0, level - 15.0, level + 15.0, level];
    let levels = [("a", 50.0), ("b", 53.0), ("c", 56.0), ("d", 59.0), ("e", 80.0)];
    let percents: Vec<(&str, [f64; 5])> = levels.iter().map(|(site, level)| (*site, noisy(*level))).collect();
    let ranking = ranking(&percents.iter().map(|(site, percents)| (*site, &percents[..])).collect::<Vec<_>>());
    assert!(ranking.g_now.is_some_and(|g| g < 0.8) && ranking.sites.len() == 5, "{ranking:?}");
    assert_eq!((ranking.best.p, ranking.weakest.p, ranking.best.certain), (None, None, None));
}
