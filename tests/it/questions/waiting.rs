//! Waiting times: how long until somebody greets.

use super::{by_site, order_independent_report, seconds};
use crate::records::{add_row, answer_row, assert_near, key_text, plan_by, tally, visit};
use esprit::analysis::figures::{Source, WaitingRow};
use esprit::analysis::{Plan, report};
use esprit::stats::Undefined;
use esprit::visit::Definition;
use esprit::visit::definitions::Definitions;
use esprit::visit::record::{Record, RecordedValue};
use serde_json::json;
use std::sync::Arc;

fn waited(site: &'static str, time: Option<f64>, duration_s: u64) -> Record<'static> {
    let mut record = visit(site, "2026-03-02");
    record.duration_ms = duration_s * 1000;
    add_row(&mut record, answer_row("greeting.wait", "timer", seconds(time), 0.0, 0.0));
    record
}

/// Two sites; one of `a`'s seven customers and one of `b`'s six left before anybody greeted.
fn two_sites() -> Vec<Record<'static>> {
    let a = [10.0, 15.5, 20.0, 24.0, 30.0, 45.0].map(|time| waited("a", Some(time), 900));
    let b = [40.0, 60.0, 75.25, 90.0, 31.0].map(|time| waited("b", Some(time), 900));
    a.into_iter().chain([waited("a", None, 300)]).chain(b).chain([waited("b", None, 120)]).collect()
}

fn promising(bands: &serde_json::Value) -> Definitions {
    let raw = json!({
        "format": "esprit.checklist/1", "id": "customer", "version": "1.0.0", "relation": "customer", "title": "",
        "sections": [{"id": "greeting", "title": "", "items": [
            {"id": "greeting.wait", "label": "", "response": {"type": "timer", "bands": bands}}]}]
    });
    Definitions::from([("sha256:1".to_owned(), Definition::new(raw).unwrap())])
}

fn limits(row: &WaitingRow) -> [Option<f64>; 3] {
    [row.median_s, row.lower_s, row.upper_s]
}

#[test]
fn medians_and_promises_match_another_program() {
    // lifelines 0.30: KaplanMeierFitter, median_survival_times of its limits, predict(30).
    let definitions = promising(&json!([{"up_to_s": 30, "points": 1}, {"points": 0}]));
    let report = order_independent_report(plan_by(&[esprit::analysis::Dimension::Site]), &two_sites(), &definitions);
    let [a, b] = &report.waiting[..] else { panic!("{:?}", report.waiting) };
    assert_eq!((key_text(&a.key), a.item.as_str(), a.n, a.censored), ("site=a".to_owned(), "greeting.wait", 7, 1));
    assert_eq!(limits(a), [Some(24.0), Some(10.0), Some(45.0)]);
    assert_eq!(a.promised_s, Some(30.0));
    assert_near(a.within, 0.714_285_714_285_714_3);
    assert_near(a.within_lower, 0.388_493_167_350_411);
    assert_near(a.within_upper, 0.958_868_296_585_242_2);
    // At 60 s exactly half remain at `b`, which is enough (lifelines is slightly above half from rounding, and goes
    // on).
    assert_eq!(limits(b), [Some(60.0), Some(31.0), None]);
    // Nobody at `b` had been greeted by 30 s, and the curve has no limits before its first step.
    assert_eq!((b.within, b.within_lower, b.within_upper), (Some(0.0), None, None));

    let all = order_independent_report(plan_by(&[]), &two_sites(), &definitions);
    let [all] = &all.waiting[..] else { panic!() };
    assert!(all.key.is_all());
    assert_eq!(limits(all), [Some(40.0), Some(20.0), Some(75.25)]);
    assert_near(all.within, 0.384_615_384_615_384_7);
    assert_near(all.within_lower, 0.181_551_288_159_137_68);
    assert_near(all.within_upper, 0.691_663_111_800_040_9);
    let times: Vec<f64> = all.curve.iter().map(|step| step.time_s).collect();
    assert_eq!(times, [10.0, 15.5, 20.0, 24.0, 30.0, 31.0, 40.0, 45.0, 60.0, 75.25, 90.0]);
}

#[test]
fn the_comparison_of_sites_matches_another_program() {
    // lifelines 0.30: multivariate_logrank_test. The probability is that of all 1716 divisions of thirteen cases, by
    // draws that end with twenty as large.
    let report = by_site(&two_sites());
    let [test] = &report.waiting_tests[..] else { panic!() };
    assert_eq!((test.sites, test.n, test.freedom, test.undefined), (2, 13, Some(1), None));
    assert_near(test.chi_square, 1.881_037_526_225_211_3);
    assert!((test.p.unwrap() - 346.0 / 1716.0).abs() < 0.09, "{test:?}");
    // Sites with fewer than five events are not compared.
    let records: Vec<_> = two_sites().into_iter().skip(2).collect();
    let [test] = &by_site(&records).waiting_tests[..] else { panic!() };
    assert_eq!((test.sites, test.p, test.undefined), (1, None, Some(Undefined::SingleGroup)));
}

#[test]
fn untimed_visits_are_counted_separately_and_undefined_figures_have_a_reason() {
    let mut records = vec![waited("a", Some(12.0), 900), waited("a", None, 60), waited("a", None, 90)];
    for value in [RecordedValue::Nothing, RecordedValue::Text("not_applicable".into())] {
        let mut record = visit("a", "2026-03-02");
        add_row(&mut record, answer_row("greeting.wait", "timer", value, 0.0, 0.0));
        records.push(record);
    }
    let mut unanswered = visit("b", "2026-03-02");
    add_row(&mut unanswered, answer_row("greeting.wait", "timer", RecordedValue::Nothing, 0.0, 0.0));
    records.push(unanswered);
    let report = by_site(&records);
    let [a, b] = &report.waiting[..] else { panic!() };
    assert_eq!((a.n, a.censored, a.left_out, a.undefined), (3, 2, 2, Some(Undefined::MedianNotReached)));
    assert_eq!((a.median_s, a.promised_s, a.within), (None, None, None));
    assert_eq!((b.n, b.left_out, b.undefined), (0, 1, Some(Undefined::NoObservations)));
    // Nobody was timed at `b`: there is nothing to compare `a` with.
    let [test] = &report.waiting_tests[..] else { panic!() };
    assert_eq!((test.sites, test.undefined, test.p), (0, Some(Undefined::SingleGroup), None));
}

#[test]
fn a_promise_beyond_the_observation_time_is_undefined() {
    let records = [waited("a", Some(12.0), 900), waited("a", None, 60)];
    let within = |bands| {
        let report = order_independent_report(plan_by(&[]), &records, &promising(&bands));
        (report.waiting[0].promised_s, report.waiting[0].within)
    };
    assert_eq!(within(json!([{"up_to_s": 60, "points": 1}])), (Some(60.0), Some(0.5)));
    assert_eq!(within(json!([{"up_to_s": 61, "points": 1}])), (Some(61.0), None));
    // A time equal to the promise keeps it, whatever 1000 × 12.001 is as a float.
    let records = [waited("a", Some(12.001), 900)];
    let report =
        order_independent_report(plan_by(&[]), &records, &promising(&json!([{"up_to_s": 12.001, "points": 1}])));
    assert_eq!(report.waiting[0].within, Some(1.0));
    // A first band with fewer points than another is no promise; nor is one without a limit.
    let none = |bands| order_independent_report(plan_by(&[]), &records, &promising(&bands)).waiting[0].promised_s;
    assert_eq!(none(json!([{"up_to_s": 60, "points": 0}, {"points": 1}])), None);
    assert_eq!(none(json!([{"points": 1}])), None);
    assert_eq!(none(json!([])), None);
}

#[test]
fn a_long_curve_is_thinned_but_keeps_its_ends() {
    let records: Vec<_> = (1..=1000).map(|time| waited("a", Some(f64::from(time)), 2000)).collect();
    let report = by_site(&records);
    let curve = &report.waiting[0].curve;
    assert_eq!((curve.len(), curve[0].time_s, curve[119].time_s), (120, 1.0, 1000.0));
    assert!(curve.is_sorted_by(|one, next| one.time_s < next.time_s && one.waiting > next.waiting));
}

#[test]
fn the_statistic_of_many_sites_and_times_is_left_out_and_the_probability_is_not() {
    let waits = |sites: u32, times: u32, step: f64| -> Vec<Record<'static>> {
        let names = (0..sites).map(|site| &*format!("s{site:04}").leak());
        let at = |site| (0..times).map(move |time| waited(site, Some(1.0 + f64::from(time) * step), 900));
        names.flat_map(at).collect()
    };
    let test = |records: &[Record<'_>]| {
        let counted = tally(&Arc::new(Plan::default()), records);
        report(counted, &Definitions::default(), Source::default()).waiting_tests[0].clone()
    };
    // 120 identical sites.
    let alike = test(&waits(120, 5, 10.0));
    assert_eq!((alike.sites, alike.freedom, alike.undefined), (120, Some(119), None));
    assert!(alike.p.is_some_and(|p| p > 0.999));
    // 1001 sites at 1001 times and more, each site at times of its own.
    let mut many = waits(1001, 5, 0.0);
    for (record, site) in many.iter_mut().zip((0..1001).flat_map(|site| [site; 5])) {
        record.rows[0].value = seconds(Some(20.0 + f64::from(site) / 1000.0));
    }
    let apart = test(&many);
    assert_eq!((apart.sites, apart.chi_square, apart.freedom, apart.undefined), (1001, None, None, None));
    assert!(apart.p.is_some_and(|p| p <= 0.001), "{apart:?}");
    // The same times, in no order.
    for (record, visit) in many.iter_mut().zip(0..) {
        record.rows[0].value = seconds(Some(20.0 + f64::from(visit * 389 % 1001) / 1000.0));
    }
    assert!(test(&many).p.is_some_and(|p| p > 0.01), "{:?}", test(&many));
}

#[test]
fn text_names_the_timer_of_each_row_where_there_are_several() {
    let mut visits = two_sites();
    let page = |visits: &[Record<'_>]| {
        let report = order_independent_report(plan_by(&[]), visits, &Definitions::default());
        esprit::report::text::render(&report, &esprit::text::Texts::new(esprit::text::Lang::En), 100, false)
    };
    let names = |text: &str, timer: &str| text.lines().any(|line| line.contains("All visits") && line.contains(timer));
    assert!(!names(&page(&visits), "greeting.wait"));
    for visit in &mut visits {
        let answer = answer_row("efficiency.wait", "timer", seconds(Some(90.0)), 0.0, 0.0);
        add_row(visit, answer);
    }
    let text = page(&visits);
    for timer in ["greeting.wait", "efficiency.wait"] {
        assert!(names(&text, timer), "{text}");
    }
}
