//! What observers wrote, by behaviour and site: the newest notes, the same in whatever order visits are read.

use crate::records::{add_row, answer_row, judged_visit, key_text, plan_by, report_of, tally, visit};
use esprit::analysis::figures::{Source, VerbatimRow};
use esprit::analysis::{Condition, Dimension, Plan, report};
use esprit::visit::Kind;
use esprit::visit::definitions::Definitions;
use esprit::visit::record::{Record, RecordedValue};
use std::sync::Arc;

fn noted(site: &'static str, date: &str, note: &str) -> Record<'static> {
    let mut record = judged_visit(site, date, &[("greeting.smile", "no")]);
    record.rows[0].note = Some(note.to_owned().into());
    record
}

fn found(rows: &[VerbatimRow]) -> Vec<(String, u64, Vec<&str>)> {
    let texts = |row: &VerbatimRow| row.newest.iter().map(|note| note.text.clone()).collect::<Vec<_>>();
    rows.iter()
        .map(|row| (key_text(&row.key), row.notes, texts(row)))
        .map(|(key, notes, texts)| (key, notes, texts.into_iter().map(|text| &*text.leak()).collect()))
        .collect()
}

#[test]
fn the_newest_five_of_each_behaviour_and_site_are_held_in_any_order() {
    let mut visits: Vec<Record<'_>> =
        (1..=9).map(|day| noted("lyon", &format!("2026-03-{day:02}"), &format!("note {day}"))).collect();
    visits.push(noted("brest", "2026-01-01", "alone"));
    // Two visits of one day are told apart by their ids, the later one first.
    visits.push(Record { id: "lyon b".into(), ..noted("lyon", "2026-03-09", "the same day") });
    let expected = [
        ("site=brest behaviour=smile".to_owned(), 1, vec!["alone"]),
        ("site=lyon behaviour=smile".to_owned(), 10, vec!["the same day", "note 9", "note 8", "note 7", "note 6"]),
    ];
    let plan = Arc::new(plan_by(&[Dimension::Site]));
    let mut random = fastrand::Rng::with_seed(7);
    for parts in 1..=4 {
        random.shuffle(&mut visits);
        let mut tallies = visits.chunks(visits.len().div_ceil(parts)).map(|part| tally(&plan, part));
        let mut all = tallies.next().unwrap();
        tallies.for_each(|more| all.merge(more));
        assert_eq!(found(&report(all, &Definitions::default(), Source::default()).verbatims), expected, "{parts}");
    }
}

#[test]
fn notes_follow_the_keys_filters_dates_and_kinds_of_the_figures() {
    let mut visits = vec![
        noted("lyon", "2026-03-01", "first"),
        noted("brest", "2026-03-02", "second"),
        Record { kind: Kind::SelfAudit, ..noted("lyon", "2026-03-03", "of a self-audit") },
        Record { kind: Kind::Training, ..noted("lyon", "2026-03-04", "of training") },
        Record { complete: false, ..noted("lyon", "2026-03-05", "of an abandoned visit") },
    ];
    visits[0].note = Some("the whole visit".into());
    visits[1].observer = "o2".into();
    let texts = |plan: Plan| -> Vec<String> {
        let rows = report_of(plan, &visits).verbatims;
        rows.iter().flat_map(|row| row.newest.iter().map(|note| note.text.clone())).collect()
    };
    let with = |condition: &str, by: Dimension| {
        let mut plan = plan_by(&[by]);
        plan.filter.conditions.extend(Condition::parse(condition));
        plan
    };
    assert_eq!(texts(plan_by(&[Dimension::Site])), ["second", "the whole visit", "first"]);
    assert_eq!(texts(with("site=lyon", Dimension::Site)), ["the whole visit", "first"]);
    assert_eq!(texts(with("item=greeting.smile", Dimension::Site)), ["second", "first"]);
    assert_eq!(texts(with("item=greeting.other", Dimension::Site)), Vec::<String>::new());
    assert_eq!(texts(with("kind=self_audit", Dimension::Site)), ["of a self-audit"]);
    assert_eq!(texts(with("kind=training", Dimension::Site)), Vec::<String>::new(), "training never");
    let mut late = plan_by(&[Dimension::Site]);
    late.filter.from = Some("2026-03-02".parse().unwrap());
    assert_eq!(texts(late), ["second"]);
    let by_observer = report_of(plan_by(&[Dimension::Observer]), &visits).verbatims;
    let keys: Vec<String> = by_observer.iter().map(|row| key_text(&row.key)).collect();
    assert_eq!(keys, ["observer=o1", "observer=o1 behaviour=smile", "observer=o2 behaviour=smile"]);
}

#[test]
fn answers_that_are_text_are_notes_and_a_long_one_is_cut() {
    let long = "é".repeat(3_000);
    let mut record = visit("lyon", "2026-03-01");
    let text = |text: &str| RecordedValue::Text(text.to_owned().into());
    add_row(&mut record, answer_row("outcome.words", "text", text("Je reviendrai."), 0.0, 0.0));
    add_row(&mut record, answer_row("outcome.more", "text", text("not_observed"), 0.0, 0.0));
    add_row(&mut record, answer_row("outcome.long", "text", text(&long), 0.0, 0.0));
    record.rows[2].note = Some("   ".into());
    let rows = report_of(plan_by(&[Dimension::Site]), &[record]).verbatims;
    let lengths: Vec<usize> = rows.iter().map(|row| row.newest[0].text.chars().count()).collect();
    assert_eq!((rows.len(), lengths), (2, vec![1_000, 14]), "{rows:?}");
    assert_eq!((&*rows[1].newest[0].site, &*rows[1].newest[0].date), ("lyon", "2026-03-01"));
}
