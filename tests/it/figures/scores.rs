//! Expected figures: Wilson's limits with the quantile of t, for the number of trials that has the standard error of the
//! mean (of visits, or by the jackknife of sites), in numpy with scipy's t.

use crate::records::{
    add_row, answer_row, assert_near, judged_visit, key_text, plan_by, report_of, scored_visit, visit,
};
use esprit::analysis::Dimension::{Attitude, Checklist, Item, Month, Section, Site};
use esprit::analysis::figures::ScoreRow;
use esprit::stats::Undefined;
use esprit::visit::record::{Record, RecordedValue};

/// Ten visits to four sites, one of them without possible points, and one to a site that has no others.
fn visits() -> Vec<Record<'static>> {
    let mut visits = Vec::new();
    for (site, scores) in [
        ("lyon", &[(16.0, 20.0), (9.0, 10.0), (17.0, 20.0)][..]),
        ("metz", &[(6.0, 10.0), (15.0, 20.0)]),
        ("nice", &[(10.0, 10.0), (3.0, 4.0), (9.0, 9.0), (1.0, 2.0), (0.0, 0.0)]),
        ("oslo", &[(0.0, 0.0)]),
        ("paris", &[(1.0, 2.0)]),
    ] {
        visits.extend(scores.iter().map(|(points, possible)| scored_visit(site, "2026-03-02", *points, *possible)));
    }
    visits
}

fn assert_interval(row: &ScoreRow, mean: f64, lower: f64, upper: f64) {
    assert_near(row.percent_mean, mean);
    assert_near(row.lower, lower);
    assert_near(row.upper, upper);
    assert_eq!(row.undefined, None);
}

#[test]
fn the_interval_of_one_site_is_over_its_visits() {
    let lyon = [85.0, 70.0, 90.0, 80.0, 95.0, 88.0].map(|percent| scored_visit("lyon", "2026-03-02", percent, 100.0));
    let report = report_of(plan_by(&[Site]), &[&lyon[..], &visits()[3..]].concat());
    let [lyon, metz, nice, oslo, paris] = &report.scores[..] else { panic!("{:?}", report.scores) };
    assert_eq!((key_text(&lyon.key).as_str(), &*lyon.checklist), ("site=lyon", "customer"));
    assert_eq!((lyon.visits, lyon.sites, lyon.few_visits), (6, 1, false));
    assert_interval(lyon, 84.666_666_666_666_67, 73.397_660_849_961_88, 91.701_719_641_416_16);
    assert_near(lyon.percent_pooled, 84.666_666_666_666_67);
    assert_eq!((metz.visits, metz.percent_mean), (2, Some(67.5)));
    assert_near(metz.percent_pooled, 70.0);
    assert_eq!(nice.visits, 4, "one has no possible points");
    assert_eq!((nice.percent_mean, nice.percent_pooled), (Some(81.25), Some(92.0)));
    assert_eq!((paris.visits, paris.percent_mean), (1, Some(50.0)));
    for few in [metz, nice, paris] {
        assert_eq!((few.few_visits, few.lower, few.upper), (true, None, None));
        assert_eq!(few.undefined, Some(Undefined::FewVisits));
    }
    assert_eq!((oslo.visits, oslo.sites, oslo.percent_mean, oslo.percent_pooled), (0, 0, None, None));
    assert_eq!((oslo.lower, oslo.undefined), (None, Some(Undefined::ZeroDenominator)));
}

#[test]
fn the_interval_of_fewer_than_five_sites_is_over_their_visits() {
    let report = report_of(plan_by(&[Checklist]), &visits());
    for row in [&report.network[0], &report.scores[0]] {
        assert_eq!((row.visits, row.sites, row.few_visits), (10, 4, false));
        assert_interval(row, 76.5, 61.371_269_806_803_23, 86.962_363_565_486_94);
        assert_near(row.percent_pooled, 81.308_411_214_953_27);
    }
    assert!(report.network[0].key.is_all());
    assert_eq!((key_text(&report.scores[0].key).as_str(), report.scores.len()), ("checklist=customer", 1));
}

#[test]
fn the_interval_of_five_sites_is_over_sites() {
    let scores = [
        ("lyon", &[80.0, 90.0, 85.0][..]),
        ("metz", &[60.0, 75.0]),
        ("nice", &[100.0, 75.0, 100.0, 50.0]),
        ("paris", &[50.0]),
        ("rome", &[66.0, 90.0]),
    ];
    let visits = scores
        .iter()
        .flat_map(|(site, percents)| percents.iter().map(|percent| scored_visit(site, "2026-03-02", *percent, 100.0)));
    let row = report_of(plan_by(&[Checklist]), &visits.collect::<Vec<_>>()).scores.remove(0);
    assert_eq!((row.visits, row.sites), (12, 5));
    assert_interval(&row, 76.75, 63.526_752_361_157_02, 86.219_174_733_368_67);
}

#[test]
fn visits_that_all_score_alike_have_no_interval() {
    for sites in [&["lyon", "metz"][..], &["lyon", "metz", "nice", "oslo", "rome"]] {
        let alike = sites.iter().flat_map(|site| vec![scored_visit(site, "2026-03-02", 1.0, 3.0); 5]);
        let report = report_of(plan_by(&[Site]), &alike.collect::<Vec<_>>());
        for row in report.scores.iter().chain(&report.network) {
            assert_near(row.percent_mean, 100.0 / 3.0);
            assert_eq!((row.lower, row.upper, row.undefined), (None, None, Some(Undefined::NoVariation)));
        }
    }
}

#[test]
fn a_section_has_the_percentage_of_its_rows() {
    let mut visits = vec![
        judged_visit(
            "lyon",
            "2026-03-02",
            &[("greeting.smile", "yes"), ("greeting.wait", "no"), ("listening.ask", "yes")],
        ),
        judged_visit("lyon", "2026-03-03", &[("greeting.smile", "partly"), ("listening.ask", "not_applicable")]),
    ];
    add_row(&mut visits[1], answer_row("listening.remark", "text", RecordedValue::Text("slow".into()), 0.0, 0.0));
    let report = report_of(plan_by(&[Month, Attitude]), &visits);
    let [greeting, listening] = &report.scores[..] else { panic!("{:?}", report.scores) };
    assert_eq!(key_text(&greeting.key), "month=2026-03 attitude=greeting");
    assert_eq!((greeting.visits, greeting.percent_mean), (2, Some(50.0)));
    assert_eq!((listening.visits, listening.percent_mean), (1, Some(100.0)));
    let report = report_of(plan_by(&[Item]), &visits);
    let keys: Vec<String> = report.scores.iter().map(|row| key_text(&row.key)).collect();
    assert_eq!(keys, ["item=greeting.smile", "item=greeting.wait", "item=listening.ask"], "no score of a remark");
    assert_near(report.scores[0].percent_mean, 75.0);
}

#[test]
fn a_section_where_nothing_applied_is_undefined() {
    let visits = [
        judged_visit("lyon", "2026-03-02", &[("greeting.smile", "yes"), ("listening.ask", "not_applicable")]),
        judged_visit("metz", "2026-03-02", &[("greeting.smile", "not_observed"), ("listening.ask", "not_applicable")]),
    ];
    let report = report_of(plan_by(&[Section, Site]), &visits);
    let rows: Vec<_> =
        report.scores.iter().map(|row| (key_text(&row.key), row.visits, row.percent_mean, row.undefined)).collect();
    let nothing = Some(Undefined::ZeroDenominator);
    let key = |text: &str| text.to_owned();
    assert_eq!(
        rows,
        [
            (key("site=lyon section=greeting"), 1, Some(100.0), Some(Undefined::FewVisits)),
            (key("site=lyon section=listening"), 0, None, nothing),
            (key("site=metz section=greeting"), 0, None, nothing),
            (key("site=metz section=listening"), 0, None, nothing),
        ]
    );
}

#[test]
fn critical_failures_are_reported_with_the_score_and_their_section() {
    let mut visits = vec![
        judged_visit(
            "lyon",
            "2026-03-02",
            &[("greeting.smile", "no"), ("greeting.wait", "no"), ("listening.ask", "yes")],
        ),
        judged_visit(
            "lyon",
            "2026-03-03",
            &[("greeting.smile", "yes"), ("greeting.wait", "no"), ("listening.ask", "no")],
        ),
        judged_visit("lyon", "2026-03-04", &[("greeting.smile", "not_applicable"), ("listening.ask", "yes")]),
    ];
    for visit in &mut visits {
        visit.rows.iter_mut().for_each(|row| row.critical = row.item != "greeting.wait");
        let failed = visit.rows.iter().filter(|row| row.critical && row.value.as_text() == Some("no"));
        visit.failed_critical = failed.map(|row| row.item.clone()).collect();
    }
    let failed = |dimension| -> Vec<u64> {
        report_of(plan_by(&[dimension]), &visits).scores.iter().map(|row| row.failed_critical).collect()
    };
    assert_eq!(failed(Site), [2]);
    assert_eq!(failed(Section), [1, 1]);
    assert_eq!(failed(Item), [1, 0, 1]);
}

#[test]
fn without_visits_there_are_no_rows() {
    let report = report_of(plan_by(&[Site]), &[]);
    assert!(report.scores.is_empty() && report.network.is_empty() && report.behaviours.is_empty());
    let report = report_of(plan_by(&[Site]), &[visit("lyon", "2026-03-02")]);
    assert_eq!((report.scores[0].visits, report.scores[0].undefined), (0, Some(Undefined::ZeroDenominator)));
    assert_eq!((report.network[0].visits, report.network[0].undefined), (0, Some(Undefined::ZeroDenominator)));
}

#[test]
fn invalid_numbers_give_no_figure() {
    for (points, possible) in [(f64::MAX, 1.0), (f64::NAN, 1.0), (1.0, f64::NAN), (1.0, -1.0), (1.0, f64::INFINITY)] {
        let report = report_of(
            plan_by(&[Site]),
            &[scored_visit("lyon", "2026-03-02", points, possible), scored_visit("lyon", "2026-03-02", 1.0, 2.0)],
        );
        assert_eq!((report.scores[0].visits, report.scores[0].percent_mean), (1, Some(50.0)), "{points} of {possible}");
    }
    let huge = [scored_visit("lyon", "2026-03-02", 1e305, 1e305), scored_visit("metz", "2026-03-02", 1e306, 1e306)];
    let row = &report_of(plan_by(&[Checklist]), &huge).scores[0];
    assert_eq!((row.visits, row.percent_mean), (2, Some(100.0)));
}
