//! What a checklist can ask beyond the plain answers: conditions on numbers, limits, options that exclude others or do not
//! count, guidance for self-audits. On the screens, line by line, and in what is said of it.

use crate::support::{Flow, Place, assert_table, begin, definition, moment, setup};
use esprit::app::format;
use esprit::store::verify::verify_text;
use esprit::text::{Lang, Texts};
use esprit::visit::engine::accepts;
use esprit::visit::event::ScenarioRef;
use esprit::visit::score::fails_critical;
use esprit::visit::{Action, Definition, Item, Kind, Response, Value, Visit, VisitSetup};
use serde_json::{Value as Json, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A number of each type, and an item that depends on it.
fn conditions() -> Arc<Definition> {
    let behaviour = r#""response": {"type": "behaviour"}"#;
    definition(&format!(
        r#"{{"id": "wait", "label": "Wait", "response": {{"type": "timer"}}}},
        {{"id": "queue", "label": "Queue", "response": {{"type": "count"}}}},
        {{"id": "rate", "label": "Rate", "response": {{"type": "scale", "min": 0, "max": 10}}}},
        {{"id": "price", "label": "Price", "response": {{"type": "number"}}}},
        {{"id": "above", "label": "L", {behaviour}, "when": {{"item": "wait", "above": 90}}}},
        {{"id": "at_least", "label": "L", {behaviour}, "when": {{"item": "queue", "at_least": 2}}}},
        {{"id": "below", "label": "L", {behaviour}, "when": {{"item": "rate", "below": 5}}}},
        {{"id": "between", "label": "L", {behaviour}, "when": {{"item": "price", "above": 1.5, "at_most": 10}}}},
        {{"id": "nested", "label": "L", {behaviour}, "when": {{"all": [{{"item": "queue", "at_least": 1}},
            {{"not": {{"any": [{{"item": "rate", "at_least": 9}}, {{"item": "wait", "above": 90}}]}}}}]}}}}"#
    ))
}

#[test]
fn items_apply_by_the_numbers_answered_before_them() {
    let definition = conditions();
    let applying = |answers: &[(usize, Json)]| -> Vec<String> {
        let mut visit = begin(&definition);
        for (item, answer) in answers {
            let value = serde_json::from_value(answer.clone()).unwrap();
            visit.act(&Action::Answer { item: *item, value, seen: None }, &moment(1000)).unwrap();
        }
        visit.applicable_items().skip(4).map(|index| definition.item(index).id.clone()).collect()
    };
    let cases = [
        (vec![], vec![]),
        // Seconds of a time in milliseconds; what never came took longer than any.
        (vec![(0, json!(90_000))], vec![]),
        (vec![(0, json!(90_001))], vec!["above"]),
        (vec![(0, json!("never"))], vec!["above"]),
        (vec![(0, json!("not_applicable"))], vec![]),
        (vec![(1, json!(1))], vec!["nested"]),
        (vec![(1, json!(2))], vec!["at_least", "nested"]),
        (vec![(1, json!(2)), (0, json!(100_000))], vec!["above", "at_least"]),
        (vec![(1, json!(1)), (2, json!(9))], vec![]),
        (vec![(2, json!(5))], vec![]),
        (vec![(2, json!(4))], vec!["below"]),
        (vec![(2, json!("not_observed"))], vec![]),
        (vec![(3, json!(1.5))], vec![]),
        (vec![(3, json!(1.75))], vec!["between"]),
        (vec![(3, json!(10))], vec!["between"]),
        (vec![(3, json!(10.5))], vec![]),
    ];
    assert_table(cases.map(|(answers, expected)| {
        (format!("{answers:?}"), applying(&answers), expected.into_iter().map(str::to_owned).collect())
    }));
}

#[test]
fn a_checklist_says_its_conditions_in_words() {
    let place = Place::new();
    let path = place.dir.path().join("conditions.json");
    fs::write(&path, conditions().raw().to_string()).unwrap();
    let shown = |lang: &str| place.run(lang, &["checklist", "show", path.to_str().unwrap()], "").1;
    let (english, french) = (shown("en"), shown("fr"));
    for line in [
        "Condition: “Wait” is above 90\u{a0}s",
        "Condition: “Price” is above 1.50 and at most 10",
        "Condition: “Queue” is at least 1 and not (“Rate” is at least 9 or “Wait” is above 90\u{a0}s)",
    ] {
        assert!(english.contains(line), "{line}: {english}");
    }
    let line = "Condition\u{a0}: «\u{a0}Price\u{a0}»\u{a0}: plus de 1,50 et au plus 10";
    assert!(french.contains(line), "{french}");
}

/// A choice of several with an option that excludes the others and one that does not count, and a number with limits.
const ITEMS: &str = r#"
    {"id": "seen", "label": "Seen", "response": {"type": "choice", "multiple": true, "options": [
        {"id": "screen", "label": "a screen", "points": 0.5}, {"id": "phone", "label": "a phone", "points": 0.25},
        {"id": "none", "label": "none of these", "points": 1, "exclusive": true},
        {"id": "nobody", "label": "nobody was there", "scored": false, "exclusive": true}]}},
    {"id": "price", "label": "Price", "response": {"type": "number", "unit": "€", "min": 0.5, "max": 100,
        "message": {"en": "The price of one article.", "fr": "Le prix d’un article."}}},
    {"id": "age", "label": "Age", "response": {"type": "number", "min": 16}},
    {"id": "hello", "label": "Hello", "response": {"type": "behaviour"},
        "guide": {"how": "From the door.", "self_audit": "From the till.", "yes": "says hello"}}"#;

#[test]
fn an_answer_that_breaks_a_rule_is_not_accepted() {
    let definition = definition(ITEMS);
    let cases = [
        (0, json!(["screen", "phone"]), true),
        (0, json!(["none"]), true),
        (0, json!(["screen", "none"]), false),
        (0, json!(["nobody", "none"]), false),
        (1, json!(0.5), true),
        (1, json!(0.49), false),
        (1, json!(100), true),
        (1, json!(101), false),
        (2, json!(15), false),
        (2, json!(1_000_000), true),
    ];
    let accepted = |item: usize, value: &Json| {
        accepts(&definition.item(item).response, &serde_json::from_value::<Value>(value.clone()).unwrap())
    };
    assert_table(cases.map(|(item, value, expected)| (value.to_string(), accepted(item, &value), expected)));
}

#[test]
fn on_the_screen_an_option_and_those_that_it_excludes_take_turns() {
    let definition = definition(ITEMS);
    let mut flow = Flow::visit(Lang::En, &definition);
    flow.keys("1 2 3 Enter");
    assert_eq!(flow.value(0), "none");
    flow.keys("Up Enter 1 2 Enter");
    assert_eq!(flow.value(0), "screen phone");
    flow.keys("Up Enter 4 Enter");
    assert_eq!(flow.value(0), "nobody");
    let lines = ["screen none", "none phone", "1 2 4"].map(|line| format!("goto seen\n{line}\n")).concat();
    let session = by_lines(&definition, &[], &lines);
    let values: Vec<&Json> =
        events(&session).filter(|event| event["item"] == "seen").map(|event| &event["value"]).collect();
    assert_eq!(values, [&json!(["none"]), &json!(["phone"]), &json!(["nobody"])]);
}

fn events(session: &Json) -> impl Iterator<Item = &Json> {
    session["events"].as_array().unwrap().iter()
}

/// Finishes a visit line by line; returns its session, with what was said.
fn by_lines(definition: &Arc<Definition>, args: &[&str], lines: &str) -> Json {
    let place = Place::new();
    let path = place.dir.path().join("checklist.json");
    fs::write(&path, definition.raw().to_string()).unwrap();
    let usual = ["visit", path.to_str().unwrap(), "--plain", "--site", "s", "--observer", "o"];
    let (code, out, err) = place.run("en", &[&usual, args].concat(), &format!("{lines}finish\nfinish\n"));
    assert_eq!(code, 0, "{out}{err}");
    let text = fs::read_to_string(out.lines().last().unwrap()).unwrap();
    verify_text(&text).unwrap();
    let mut session: Json = serde_json::from_str(&text).unwrap();
    session["said"] = json!(format!("{out}{err}"));
    session
}

#[test]
fn a_number_outside_its_limits_is_refused_with_the_authors_message() {
    let definition = definition(ITEMS);
    for (lang, message, limit) in [
        (Lang::En, "The price of one article.", "Type a number that is 16 or more."),
        (Lang::Fr, "Le prix d’un article.", "Écrivez un nombre d’au moins 16."),
    ] {
        let mut flow = Flow::visit(lang, &definition);
        flow.keys("Down 5 0 0 Enter");
        assert!(flow.screen(80, 24).contains(message), "{}", flow.screen(80, 24));
        assert_eq!(flow.value(1), "null");
        flow.keys("Backspace Enter");
        assert_eq!(flow.value(1), "50");
        flow.keys("1 5 Enter");
        assert!(flow.screen(80, 24).contains(limit), "{}", flow.screen(80, 24));
        assert_eq!(flow.value(2), "null");
    }
    let session = by_lines(&definition, &[], "goto price\n500\n50\n15\n16\n");
    let said = session["said"].as_str().unwrap();
    assert!(said.contains("The price of one article.") && said.contains("Type a number that is 16 or more."), "{said}");
    assert_eq!((&session["answers"][1]["value"], &session["answers"][2]["value"]), (&json!(50), &json!(16)));
    // With the limits only one reading is left.
    let session = by_lines(&definition, &[], "goto price\n1,500\n");
    assert_eq!(session["answers"][1]["value"], 1.5);
}

#[test]
fn limits_of_both_sides_are_said_together() {
    let texts = Texts::new(Lang::En);
    let limits = |response: &str| format::limits(&texts, &serde_json::from_str::<Response>(response).unwrap());
    assert_eq!(
        limits(r#"{"type": "number", "min": 1, "max": 2.5, "unit": "€"}"#).unwrap(),
        "Type a number from 1\u{a0}€ to 2.50\u{a0}€."
    );
    assert_eq!(limits(r#"{"type": "number", "max": 2}"#).unwrap(), "Type a number that is 2 or less.");
    assert_eq!(limits(r#"{"type": "number"}"#), None);
}

#[test]
fn in_a_self_audit_the_guide_says_how_to_judge_there() {
    let definition = definition(ITEMS);
    let guide = |kind: Kind| {
        let mut flow = Flow::visit_with(Lang::En, &definition, VisitSetup { kind, ..setup() });
        flow.keys("Down Down Down");
        flow.screen(120, 40)
    };
    let (mystery, audit) = (guide(Kind::MysteryVisit), guide(Kind::SelfAudit));
    assert!(mystery.contains("From the door.") && !mystery.contains("From the till."), "{mystery}");
    assert!(audit.contains("From the till.") && !audit.contains("From the door."), "{audit}");
    assert!(audit.contains("says hello"), "{audit}");
    let said = |kind: &str| {
        by_lines(&definition, &["--kind", kind], "goto hello\nhelp\n")["said"].as_str().unwrap().to_owned()
    };
    assert!(said("self_audit").contains("From the till.") && !said("self_audit").contains("From the door."));
    assert!(said("mystery_visit").contains("From the door.") && !said("mystery_visit").contains("From the till."));
    let place = Place::new();
    let path = place.dir.path().join("c.json");
    fs::write(&path, definition.raw().to_string()).unwrap();
    let shown = place.run("en", &["checklist", "show", path.to_str().unwrap()], "").1;
    for line in [
        "How to judge: From the door.",
        "How to judge in a self-audit: From the till.",
        "nobody was there · not scored · excludes the others",
    ] {
        assert!(shown.contains(line), "{line}: {shown}");
    }
}

#[test]
fn an_answer_that_does_not_count_is_shown_with_its_label() {
    let session = by_lines(&definition(ITEMS), &[], "nobody\n\n\ny\n");
    let row = &session["answers"][0];
    assert_eq!((&row["value"], &row["points"], &row["possible"]), (&json!(["nobody"]), &json!(0.0), &json!(0.0)));
    assert_eq!(session["score"]["percent"], 100.0);
    let place = Place::new();
    let path = place.dir.path().join("session.json");
    fs::write(&path, serde_json::to_string(&without_said(session)).unwrap()).unwrap();
    let run = |args: &[&str]| {
        let (code, out, err) = place.run("en", args, "");
        assert_eq!(code, 0, "{err}");
        out
    };
    let shown = run(&["show", path.to_str().unwrap()]);
    assert!(shown.contains("Seen (nobody was there · not counted)"), "{shown}");
    let report = run(&["report", path.to_str().unwrap(), "--format", "html"]);
    assert!(report.contains("nobody was there"), "{report}");
}

fn without_said(mut session: Json) -> Json {
    session.as_object_mut().unwrap().remove("said");
    session
}

/// The files of this version, which later ones read unchanged.
fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/0.2.0").join(name)
}

#[test]
fn the_extended_checklist_and_its_session_are_read_for_ever() {
    let place = Place::new();
    let path = fixture("checklist.json");
    let (code, out, err) = place.run("en", &["checklist", "check", path.to_str().unwrap()], "");
    assert_eq!((code, out.lines().count()), (0, 1), "{out}{err}");
    let checklist = esprit::store::checklists::read(&path).unwrap();
    let text = fs::read_to_string(fixture("session.json")).unwrap();
    verify_text(&text).unwrap();
    let session: Json = serde_json::from_str(&text).unwrap();
    assert_eq!(session["checklist"]["digest"], checklist.digest());
    crate::schemas::check("checklist", &fs::read_to_string(path).unwrap());
    crate::schemas::check("session", &text);
}

#[test]
fn a_timer_counts_in_the_time_of_the_script_in_practice() {
    let definition = definition(
        r#"{"id": "queue", "label": "queue", "response": {"type": "timer"}},
           {"id": "sorry", "label": "sorry", "response": {"type": "behaviour"}, "when": {"item": "queue", "above": 30}}"#,
    );
    for (speed, is_asked) in [(1.0, false), (2.0, true)] {
        let scenario = ScenarioRef { id: "s".into(), version: "1".into(), digest: "sha256:0".into(), speed };
        let setup = VisitSetup { kind: Kind::Training, scenario: Some(scenario), ..setup() };
        let mut visit = Visit::begin(Arc::clone(&definition), setup, &moment(0)).unwrap();
        let twenty_s = Action::Answer { item: 0, value: Value::Integer(20_000), seen: None };
        visit.act(&twenty_s, &moment(30_000)).unwrap();
        assert_eq!(visit.state().applies(1), is_asked, "{speed}");
    }
}

#[test]
fn the_guide_of_an_option_with_a_number_as_id_stands_once_under_its_label() {
    let definition = definition(
        r#"{"id": "a", "label": "a", "guide": {"1": "greets first", "how": "watch"}, "response": {"type": "choice",
            "options": [{"id": "1", "label": "always"}, {"id": "2", "label": "never"}]}}"#,
    );
    let texts = Texts::new(Lang::En);
    let guide = format::guide(&texts, definition.item(0), None);
    assert_eq!(guide, [("How to judge".to_owned(), "watch"), ("Always".to_owned(), "greets first")]);
}

#[test]
fn an_answer_outside_the_score_fails_no_visit() {
    let item = |scored: &str| -> Item {
        let options = format!(r#"[{{"id": "yes", "label": "y", "points": 1}}, {{"id": "no", "label": "n"{scored}}}]"#);
        serde_json::from_str(&format!(
            r#"{{"id": "a", "label": "a", "critical": true, "response": {{"type": "choice", "options": {options}}}}}"#
        ))
        .unwrap()
    };
    assert!(fails_critical(&item(r#", "points": 0"#), &Value::text("no")));
    assert!(!fails_critical(&item(r#", "scored": false"#), &Value::text("no")));
}
