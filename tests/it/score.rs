//! The score: the points of each answer, and the sums of a visit.

use crate::support::{assert_table, begin, definition, moment};
use esprit::visit::score::{Score, answer_rows, earned_fraction, fails_critical, score, score_status};
use esprit::visit::{Action, Definition, Item, Value};
use serde_json::{Value as Json, json};
use std::sync::Arc;

/// Parses an item; `rest` is the JSON after its id and label.
fn item(rest: &str) -> Item {
    serde_json::from_str(&format!(r#"{{"id": "a", "label": "a", {rest}}}"#)).unwrap()
}

fn value(json: &Json) -> Value {
    serde_json::from_value(json.clone()).unwrap()
}

/// Answers the items in order, null for none; returns the rows and the score.
fn scored(definition: &Arc<Definition>, answers: &[Json]) -> (Vec<(f64, f64)>, Score) {
    let mut visit = begin(definition);
    for (item, answer) in answers.iter().enumerate().filter(|(_, answer)| !answer.is_null()) {
        let action = Action::Answer { item, value: value(answer), seen: None };
        visit.act(&action, &moment(1000)).unwrap();
    }
    let rows = answer_rows(definition, visit.state());
    let points = rows.iter().map(|row| (row.points, row.possible)).collect();
    (points, score(definition, &rows))
}

#[test]
fn every_answer_earns_the_points_of_its_response() {
    let scale = r#""response": {"type": "scale", "min": -2, "max": 2}"#;
    let own = r#""response": {"type": "behaviour", "points": {"yes": 2, "partly": 0.25}}"#;
    let one = r#""response": {"type": "choice", "options": [{"id": "x", "label": "x", "points": 0.4}, {"id": "y", "label": "y"}]}"#;
    let many = r#""response": {"type": "choice", "multiple": true, "options": [{"id": "x", "label": "x", "points": 0.75},
        {"id": "y", "label": "y", "points": 0.5}, {"id": "z", "label": "z"}]}"#;
    let none = r#""response": {"type": "choice", "options": [{"id": "x", "label": "x"}, {"id": "y", "label": "y"}]}"#;
    let unscored = r#""response": {"type": "choice", "multiple": true, "options": [{"id": "x", "label": "x", "points": 0.75},
        {"id": "y", "label": "y", "points": 0.5, "scored": false}, {"id": "z", "label": "z", "scored": false}]}"#;
    let all_unscored =
        r#""response": {"type": "choice", "options": [{"id": "x", "label": "x", "points": 1, "scored": false}]}"#;
    let count = r#""response": {"type": "count", "bands": [{"up_to": 0, "points": 0}, {"up_to": 2, "points": 0.5}, {"points": 1}]}"#;
    let closed = r#""response": {"type": "count", "bands": [{"up_to": 2, "points": 1}]}"#;
    let timer = r#""response": {"type": "timer", "bands": [{"up_to_s": 30, "points": 1}, {"up_to_s": 90, "points": 0.5}, {"points": 0.1}]}"#;
    let cases = [
        (r#""response": {"type": "behaviour"}"#, json!("yes"), Some(1.0)),
        (r#""response": {"type": "behaviour"}"#, json!("partly"), Some(0.5)),
        (r#""response": {"type": "behaviour"}"#, json!("no"), Some(0.0)),
        (r#""response": {"type": "behaviour"}"#, json!("not_applicable"), None),
        (r#""response": {"type": "behaviour"}"#, json!("not_observed"), None),
        (own, json!("yes"), Some(2.0)),
        (own, json!("partly"), Some(0.25)),
        (own, json!("no"), Some(0.0)),
        (scale, json!(-2), Some(0.0)),
        (scale, json!(1), Some(0.75)),
        (scale, json!(2), Some(1.0)),
        (scale, json!(9), Some(1.0)),
        (scale, json!("not_observed"), None),
        (r#""response": {"type": "scale", "min": 5, "max": 5}"#, json!(5), None),
        (one, json!("x"), Some(0.4)),
        (one, json!("y"), Some(0.0)),
        (many, json!(["y"]), Some(0.5)),
        (many, json!(["x", "y"]), Some(1.0)),
        (many, json!(["z"]), Some(0.0)),
        (none, json!("x"), None),
        (unscored, json!(["y"]), None),
        (unscored, json!(["z", "y"]), None),
        (unscored, json!(["y", "x"]), Some(0.75)),
        (all_unscored, json!("x"), None),
        (count, json!(0), Some(0.0)),
        (count, json!(2), Some(0.5)),
        (count, json!(3), Some(1.0)),
        (closed, json!(3), Some(0.0)),
        (r#""response": {"type": "count"}"#, json!(3), None),
        (timer, json!(30_000), Some(1.0)),
        (timer, json!(30_001), Some(0.5)),
        (timer, json!(90_001), Some(0.1)),
        (timer, json!("never"), Some(0.1)),
        (r#""response": {"type": "timer", "bands": [{"up_to_s": 30, "points": 1}]}"#, json!("never"), Some(0.0)),
        (r#""response": {"type": "number"}"#, json!(7), None),
        (r#""response": {"type": "text"}"#, json!("x"), None),
    ];
    assert_table(cases.map(|(rest, answer, expected)| {
        (format!("{rest}: {answer}"), earned_fraction(&item(rest).response, &value(&answer)), expected)
    }));
}

#[test]
fn partly_is_refused_if_the_response_excludes_it() {
    let definition = definition(r#"{"id": "a", "label": "a", "response": {"type": "behaviour", "partly": false}}"#);
    let mut visit = begin(&definition);
    let partly = Action::Answer { item: 0, value: Value::text("partly"), seen: None };
    assert_eq!(visit.act(&partly, &moment(1000)).unwrap_err(), esprit::visit::Refusal::InvalidAnswer);
}

#[test]
fn rows_count_in_the_score_by_their_properties() {
    use esprit::visit::score::ScoreStatus::{Bonus, Scored, SetAside, Unanswered, Unscored, UnscoredAnswer};
    let desk = r#""response": {"type": "choice", "options": [{"id": "x", "label": "x", "points": 0}, {"id": "no_desk", "label": "No desk", "scored": false}]}"#;
    let behaviour = r#""response": {"type": "behaviour"}"#;
    let cases = [
        (behaviour.to_owned(), json!("no"), Scored),
        (behaviour.to_owned(), Json::Null, Unanswered),
        (behaviour.to_owned(), json!("not_applicable"), SetAside),
        (format!(r#"{behaviour}, "bonus": true"#), json!("yes"), Bonus),
        (format!(r#"{behaviour}, "bonus": true"#), json!("not_observed"), SetAside),
        (format!(r#"{behaviour}, "scored": false"#), json!("yes"), Unscored),
        (format!(r#"{behaviour}, "scored": false"#), Json::Null, Unscored),
        (r#""response": {"type": "scale", "min": 0, "max": 10}, "role": "outcome""#.to_owned(), json!(9), Unscored),
        (r#""response": {"type": "count"}"#.to_owned(), json!(2), Unscored),
        (desk.to_owned(), json!("x"), Scored),
        (desk.to_owned(), json!("no_desk"), UnscoredAnswer),
        (format!(r#"{desk}, "bonus": true"#), json!("no_desk"), UnscoredAnswer),
        (format!(r#"{desk}, "scored": false"#), json!("no_desk"), Unscored),
        (r#""response": {"type": "timer"}"#.to_owned(), json!("never"), Unscored),
        (r#""response": {"type": "text"}"#.to_owned(), json!("x"), Unscored),
    ];
    assert_table(cases.map(|(rest, answer, expected)| {
        let answer = (!answer.is_null()).then(|| value(&answer));
        (format!("{rest}: {answer:?}"), score_status(&item(&rest), answer.as_ref()), expected)
    }));
}

#[test]
fn a_critical_item_fails_on_no_and_on_zero_points() {
    let scale = r#""critical": true, "response": {"type": "scale", "min": 0, "max": 4}"#;
    let kind = r#""critical": true, "response": {"type": "behaviour", "points": {"no": 0.5}}"#;
    let timer =
        r#""critical": true, "response": {"type": "timer", "bands": [{"up_to_s": 30, "points": 1}, {"points": 0}]}"#;
    let desk = r#""critical": true, "response": {"type": "choice", "options": [{"id": "x", "label": "x", "points": 0}, {"id": "no_desk", "label": "No desk", "scored": false}]}"#;
    let cases = [
        (desk, json!("x"), true),
        (desk, json!("no_desk"), false),
        (kind, json!("no"), true),
        (kind, json!("partly"), false),
        (kind, json!("not_observed"), false),
        (scale, json!(0), true),
        (scale, json!(1), false),
        (timer, json!("never"), true),
        (timer, json!(31_000), true),
        (timer, json!(30_000), false),
        (r#""response": {"type": "behaviour"}"#, json!("no"), false),
    ];
    assert_table(cases.map(|(rest, answer, expected)| {
        (format!("{rest}: {answer}"), fails_critical(&item(rest), &value(&answer)), expected)
    }));
}

/// Two sections: a heavy critical behaviour, a bonus, points above 1; then one behaviour and facts.
fn two_sections() -> Arc<Definition> {
    let text = r#"{"format": "esprit.checklist/1", "id": "t", "version": "1", "relation": "customer", "title": "T", "sections": [
        {"id": "one", "attitude": "greeting", "title": "One", "items": [
            {"id": "a", "label": "a", "response": {"type": "behaviour"}, "weight": 3, "critical": true},
            {"id": "b", "label": "b", "response": {"type": "behaviour"}, "weight": 2, "bonus": true},
            {"id": "c", "label": "c", "response": {"type": "behaviour", "points": {"yes": 2}}}]},
        {"id": "two", "title": "Two", "items": [
            {"id": "d", "label": "d", "response": {"type": "behaviour"}},
            {"id": "e", "label": "e", "response": {"type": "text"}}]}]}"#;
    Arc::new(Definition::new(serde_json::from_str(text).unwrap()).unwrap())
}

#[test]
fn sections_add_up_to_the_total_and_critical_failures_are_separate() {
    let definition = two_sections();
    let (rows, score) = scored(&definition, &[json!("no"), json!("yes"), json!("yes"), json!("partly"), json!("x")]);
    assert_eq!(rows, [(0.0, 3.0), (2.0, 0.0), (2.0, 2.0), (0.5, 1.0), (0.0, 0.0)]);
    assert_eq!((score.points, score.possible, score.percent), (4.5, 6.0, Some(75.0)));
    assert_eq!(score.failed_critical, ["a"]);
    let sections: Vec<_> = score.sections.iter().map(|s| (s.id.as_str(), s.points, s.possible, s.percent)).collect();
    assert_eq!(sections, [("one", 4.0, 5.0, Some(80.0)), ("two", 0.5, 1.0, Some(50.0))]);
}

#[test]
fn without_possible_points_there_is_no_percentage() {
    let definition = two_sections();
    for answers in [[Json::Null, Json::Null], [json!("not_applicable"), json!("yes")], [Json::Null, json!("yes")]] {
        let (_, score) = scored(&definition, &answers);
        assert_eq!((score.possible, score.percent), (0.0, None), "{answers:?}");
        assert!(score.sections.iter().all(|section| section.percent.is_none()));
        assert!(score.failed_critical.is_empty() && score.is_finite());
    }
}
