//! Critical items that failed, with their sites and visits.

use super::by_site;
use crate::records::{add_row, answer_row, judged_visit, key_text};
use esprit::analysis::figures::{CriticalRow, Says};
use esprit::visit::Kind;
use esprit::visit::record::{Record, RecordedValue};

/// Returns a visit in which `greeting.smile` and `greeting.rise` are critical, and fail by `no`.
fn visited(site: &'static str, date: &str, smile: &'static str, rise: &'static str) -> Record<'static> {
    let mut record = judged_visit(site, date, &[("greeting.smile", smile), ("greeting.rise", rise)]);
    record.rows.iter_mut().for_each(|row| row.critical = true);
    let failed = record.rows.iter().filter(|row| row.value.as_text() == Some("no"));
    record.failed_critical = failed.map(|row| row.item.clone()).collect();
    record
}

fn sites(row: &CriticalRow) -> Vec<(&str, u64)> {
    row.sites.iter().map(|count| (&*count.site, count.visits)).collect()
}

fn visits() -> Vec<Record<'static>> {
    let mut own = visited("a", "2026-03-09", "no", "no");
    own.kind = Kind::SelfAudit;
    vec![
        visited("a", "2026-03-01", "yes", "no"),
        visited("b", "2026-03-02", "no", "yes"),
        visited("b", "2026-03-03", "no", "not_applicable"),
        visited("c", "2026-03-04", "no", "yes"),
        visited("c", "2026-03-05", "not_observed", "not_observed"),
        visited("c", "2026-03-06", "partly", "yes"),
        own,
    ]
}

#[test]
fn failures_are_counted_by_item_and_site_with_the_newest_visits() {
    let report = by_site(&visits());
    let [smile, rise] = &report.critical[..] else { panic!("{:?}", report.critical) };
    assert_eq!(
        (key_text(&smile.key), key_text(&rise.key)),
        ("item=greeting.smile".into(), "item=greeting.rise".into())
    );
    // Where it could not be judged, it is not counted; nor are self-audits.
    assert_eq!((smile.failed, smile.visits, sites(smile)), (3, 5, vec![("b", 2), ("c", 1)]));
    assert_eq!((rise.failed, rise.visits, sites(rise)), (1, 4, vec![("a", 1)]));
    let newest: Vec<_> = smile.newest.iter().map(|visit| (&*visit.visit, &*visit.site, &*visit.date)).collect();
    assert_eq!(
        newest,
        [("c 2026-03-04", "c", "2026-03-04"), ("b 2026-03-03", "b", "2026-03-03"), ("b 2026-03-02", "b", "2026-03-02")]
    );
    let said = report.advice.iter().find(|said| said.says == Says::Critical).unwrap();
    assert_eq!((key_text(&said.key), said.n, said.value), ("item=greeting.smile".to_owned(), 5, Some(0.6)));
    assert_eq!((said.sites.join(" "), said.more_sites), ("b c".to_owned(), 0));
}

#[test]
fn an_item_that_is_no_judgement_is_counted_among_all_visits() {
    let mut records = visits();
    for record in records.iter_mut().take(2) {
        let mut row = answer_row("greeting.clean", "scale", RecordedValue::Number(0.0), 0.0, 10.0);
        row.critical = true;
        add_row(record, row);
        record.failed_critical = vec!["greeting.clean".into()];
    }
    let report = by_site(&records);
    let clean = report.critical.iter().find(|row| key_text(&row.key) == "item=greeting.clean").unwrap();
    assert_eq!((clean.failed, clean.visits, sites(clean)), (2, 6, vec![("a", 1), ("b", 1)]));
}

#[test]
fn a_hundred_visits_are_named_and_all_are_counted() {
    let dates = (0..250).map(|day| jiff::civil::date(2025, 1, 1) + jiff::Span::new().days(day));
    let records: Vec<_> = dates.map(|date| visited("a", &date.to_string(), "no", "yes")).collect();
    let report = by_site(&records);
    let row = &report.critical[0];
    assert_eq!((row.failed, row.newest.len()), (250, 100));
    assert_eq!((&*row.newest[0].date, &*row.newest[99].date), ("2025-09-07", "2025-05-31"));
}

#[test]
fn without_failures_there_are_no_rows_and_no_sentence() {
    let records = vec![visited("a", "2026-03-01", "yes", "partly"); 6];
    let report = by_site(&records);
    assert_eq!(report.critical, []);
    assert!(report.advice.iter().all(|said| said.says != Says::Critical));
}
