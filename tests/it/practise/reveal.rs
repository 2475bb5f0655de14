//! How an answer compares with its reference answer: hand-made cases.

use super::{bakery, begin, frozen};
use crate::support::{moment, program};
use esprit::analysis::practice_debrief::{Verdict, debrief};
use esprit::visit::scenario::{ReferenceAnswer, Scenario, scale_ms};
use esprit::visit::{Action, ObservedTime, TimerPress, Value};
use std::sync::Arc;

/// Every response type; `b` applies only if `a` is no or partly.
const ITEMS: &str = r#"
{"id": "a", "label": "a", "response": {"type": "behaviour"}},
{"id": "b", "label": "b", "response": {"type": "behaviour"}, "when": {"item": "a", "is": ["no", "partly"]}},
{"id": "scale", "label": "s", "response": {"type": "scale", "min": 0, "max": 10}},
{"id": "one", "label": "o", "response": {"type": "choice", "options": [{"id": "u", "label": "u", "points": 1}, {"id": "v", "label": "v"}, {"id": "w", "label": "w"}]}},
{"id": "many", "label": "m", "response": {"type": "choice", "multiple": true, "options": [{"id": "u", "label": "u", "points": 0.5}, {"id": "v", "label": "v"}]}},
{"id": "count", "label": "c", "response": {"type": "count", "bands": [{"up_to": 1, "points": 0}, {"points": 1}]}},
{"id": "timer", "label": "t", "response": {"type": "timer", "bands": [{"up_to_s": 30, "points": 1}, {"points": 0}]}},
{"id": "number", "label": "n", "response": {"type": "number"}},
{"id": "text", "label": "x", "response": {"type": "text"}}"#;

fn many(ids: &[&str]) -> Value {
    Value::Many(ids.iter().map(|id| (*id).to_owned()).collect())
}

fn scenario(rows: &[(&str, Value, Option<f64>)]) -> Arc<Scenario> {
    let mut scenario = (*frozen()).clone();
    let reason = scenario.title.clone();
    let row = |(item, value, seen_at_s): &(&str, Value, Option<f64>)| ReferenceAnswer {
        item: (*item).to_owned(),
        value: value.clone(),
        seen_at_s: *seen_at_s,
        reason: reason.clone(),
    };
    scenario.reference = rows.iter().map(row).collect();
    Arc::new(scenario)
}

/// Returns the verdict on an answer to an item, in practice at normal speed.
fn verdict(item: &str, own: Option<&Value>, right: &Value) -> Verdict {
    let definition = crate::support::definition(ITEMS);
    let (mut visit, play) =
        begin(&definition, &scenario(&[("a", Value::text("no"), None), (item, right.clone(), None)]), 1.0);
    let index = definition.position(item).unwrap();
    let answers = [Some((0, Value::text("no"))), own.map(|value| (index, value.clone()))];
    for (item, value) in answers.into_iter().flatten() {
        visit.act(&Action::Answer { item, value, seen: None }, &moment(1000)).unwrap();
    }
    let found = debrief(&visit, &play);
    found.rows.iter().find(|row| row.item == index).unwrap().verdict
}

#[test]
fn each_type_of_answer_is_compared() {
    let text = Value::text;
    let (yes, partly, no, aside) = (text("yes"), text("partly"), text("no"), text("not_observed"));
    let cases = [
        ("b", Some(&yes), &yes, Verdict::Same),
        ("b", Some(&yes), &partly, Verdict::Lenient),
        ("b", Some(&no), &partly, Verdict::Severe),
        ("b", Some(&yes), &aside, Verdict::Other),
        ("b", Some(&aside), &aside, Verdict::Same),
        ("b", Some(&aside), &text("not_applicable"), Verdict::Other),
        ("b", None, &yes, Verdict::Unanswered),
        ("scale", Some(&Value::Integer(8)), &Value::Integer(8), Verdict::Same),
        ("scale", Some(&Value::Integer(9)), &Value::Integer(8), Verdict::Lenient),
        ("one", Some(&text("v")), &text("u"), Verdict::Severe),
        ("one", Some(&text("v")), &text("w"), Verdict::Other),
        ("many", Some(&many(&["u", "v"])), &many(&["v", "u"]), Verdict::Same),
        ("many", Some(&many(&["u"])), &many(&["v"]), Verdict::Lenient),
        ("many", Some(&many(&["v"])), &many(&["u", "v"]), Verdict::Severe),
        // Counts are compared exactly, whatever points they earn.
        ("count", Some(&Value::Integer(2)), &Value::Integer(2), Verdict::Same),
        ("count", Some(&Value::Integer(3)), &Value::Integer(2), Verdict::Other),
        ("count", Some(&Value::Integer(1)), &Value::Integer(2), Verdict::Severe),
        // Times within five seconds are the same, also across the border of a band.
        ("timer", Some(&Value::Integer(33_000)), &Value::Integer(28_000), Verdict::Same),
        ("timer", Some(&Value::Integer(33_001)), &Value::Integer(28_000), Verdict::Severe),
        ("timer", Some(&Value::Integer(10_000)), &Value::Integer(28_000), Verdict::Other),
        ("timer", Some(&Value::Integer(20_000)), &text("never"), Verdict::Lenient),
        ("timer", Some(&text("never")), &text("never"), Verdict::Same),
        ("number", Some(&Value::Number(2.5)), &Value::Number(2.5), Verdict::Same),
        ("number", Some(&Value::Integer(2)), &Value::Number(2.5), Verdict::Other),
        ("text", Some(&text("hello")), &text("Hello!"), Verdict::Words),
        ("text", Some(&text("hello")), &aside, Verdict::Other),
    ];
    crate::support::assert_table(cases.map(|(item, own, right, expected)| {
        (format!("{item}: {own:?} beside {right:?}"), verdict(item, own, right), expected)
    }));
}

#[test]
fn inapplicable_items_and_missing_references_are_listed_but_not_counted() {
    let definition = crate::support::definition(ITEMS);
    let rows = [("a", Value::text("no"), None), ("b", Value::text("yes"), None), ("scale", Value::Integer(1), None)];
    let (mut visit, play) = begin(&definition, &scenario(&rows), 1.0);
    for (item, value) in [(0, Value::text("yes")), (2, Value::Integer(1)), (5, Value::Integer(1))] {
        visit.act(&Action::Answer { item, value, seen: None }, &moment(1000)).unwrap();
    }
    let found = debrief(&visit, &play);
    let rows: Vec<_> = found.rows.iter().map(|row| (row.item, row.verdict)).collect();
    let none = Verdict::NoReference;
    let expected = [
        (0, Verdict::Lenient),
        (1, Verdict::NotAsked),
        (3, none),
        (4, none),
        (5, none),
        (6, none),
        (7, none),
        (8, none),
        (2, Verdict::Same),
    ];
    assert_eq!(rows, expected, "those that differ come first");
    assert_eq!((found.agreed, found.compared), (1, 2));
    let share = found.share.unwrap();
    // Wilson's limits of 1 in 2.
    assert!((share.interval.lower - 0.0945).abs() < 5e-5 && (share.interval.upper - 0.9055).abs() < 5e-5, "{share:?}");
}

#[test]
fn without_answers_the_share_is_undefined() {
    let (visit, play) = bakery(1.0);
    let found = debrief(&visit, &play);
    assert_eq!((found.agreed, found.compared, found.median_late_s), (0, 0, None));
    assert_eq!(found.share.unwrap_err().code(), "zero_denominator");
    assert!(found.rows.iter().all(|row| row.verdict == Verdict::Unanswered));
}

#[test]
fn delays_are_script_times_without_pauses() {
    for speed in [1.0, 2.0, 4.0, 0.5] {
        let real = |script: u64| scale_ms(script, 1.0 / speed);
        let (mut visit, play) = bakery(speed);
        let mut act = |action: Action, ms: u64| visit.act(&action, &moment(ms)).map(|_| ()).unwrap();
        let answer = |item, value, seen| Action::Answer { item, value, seen };
        // The smile, seen at 14: three seconds late.
        act(answer(0, Value::text("partly"), None), real(17_000));
        act(
            Action::Timer { item: 1, press: TimerPress::Stop, seen: Some(ObservedTime::Ago(real(4_000))) },
            real(18_000),
        );
        // A minute of pause, in which the script stands still.
        act(Action::Pause(None), real(20_000));
        act(Action::Continue(None), real(20_000) + 60_000);
        let after = |script: u64| real(script) + 60_000;
        // The second question is at 31.
        act(Action::Count { item: 2, seen: None }, after(21_000));
        act(Action::Count { item: 2, seen: None }, after(31_000));
        // Seen at 44, answered at 40: too early.
        act(answer(3, Value::text("yes"), None), after(40_000));
        // Answered long after, with the observed time given.
        act(answer(4, Value::Integer(8), Some(ObservedTime::Ago(real(50_000) - real(3_000)))), after(105_000));
        let found = debrief(&visit, &play);
        let late = |item: usize| found.rows.iter().find(|row| row.item == item).unwrap().late_s.unwrap();
        let close = |one: f64, other: f64| (one - other).abs() < 0.01;
        assert!(close(late(0), 3.0), "{speed}: {}", late(0));
        assert!(close(late(1), 1.5), "{speed}: {}", late(1));
        assert!(close(late(2), 0.0), "{speed}: {}", late(2));
        assert!(close(late(3), -4.0), "{speed}: {}", late(3));
        assert!(close(late(4), 3.0), "{speed}: {}", late(4));
        assert_eq!((found.agreed, found.early()), (5, 1), "{speed}: a time of 14 s is one of 12.5 s: {found:?}");
        assert!(close(found.median_late_s.unwrap(), 1.5), "{speed}");
        let lines: Vec<_> = (0..5).map(|item| found.rows.iter().find(|row| row.item == item).unwrap().line).collect();
        assert_eq!(lines, [Some(2), Some(1), Some(4), Some(5), Some(6)]);
    }
}

#[test]
fn a_script_stands_still_while_the_program_is_not_running() {
    let (mut visit, play) = bakery(2.0);
    visit.act(&Action::Mark(None), &moment(5_000)).unwrap();
    assert_eq!(play.now_ms(&visit, &moment(7_000)), 14_000);
    // It ended without a word, and was started again an hour later.
    visit.resume(&program(), &moment(3_600_000)).unwrap();
    assert_eq!(play.now_ms(&visit, &moment(3_600_000)), 10_000);
    assert_eq!(play.now_ms(&visit, &moment(3_601_000)), 12_000);
    visit.act(&Action::Pause(None), &moment(3_602_000)).unwrap();
    visit.resume(&program(), &moment(7_200_000)).unwrap();
    assert_eq!(play.now_ms(&visit, &moment(7_300_000)), 14_000);
    visit.act(&Action::Continue(None), &moment(7_300_000)).unwrap();
    assert_eq!(play.now_ms(&visit, &moment(7_301_000)), 16_000);
    assert!(!play.is_over(&visit, &moment(7_322_900)) && play.is_over(&visit, &moment(7_323_000)));
}
