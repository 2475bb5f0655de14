//! The contents of a scenario file, and every fault of one in one run, with its location.

use super::{FROZEN, fixture, frozen, install, library};
use crate::support::{Place, bundled};
use esprit::store::{DocumentError, StoreError, scenarios};
use esprit::text::Lang;
use esprit::visit::Value;
use esprit::visit::scenario::validate::{applicable_items, faults};
use esprit::visit::version::Version;

#[test]
fn a_file_of_the_first_version_is_still_read() {
    let scenario = frozen();
    assert_eq!((scenario.id.as_str(), scenario.version.as_str()), ("bakery", "1.0.0"));
    assert_eq!((scenario.script.len(), scenario.reference.len(), scenario.end_s()), (7, 5, 60.0));
    let line = &scenario.script[1];
    assert_eq!((line.at_s, line.text.get(Lang::Fr)), (12.5, "Bonjour madame."));
    assert_eq!(line.speaker.as_ref().unwrap().get(Lang::En), "Shop assistant");
    assert_eq!(scenario.reference("greeting.wait").unwrap().value, Value::Integer(12_500));
    crate::schemas::check("scenario", FROZEN);
    let staged = scenarios::read(&Place::new().folders(), &fixture()).unwrap();
    assert_eq!(staged.digest, "sha256:ed8591f07eb1de19bea1846d2f588be3e1c673811586331a64b05c33e4e3856f");
}

#[test]
fn every_bundled_scenario_fits_its_bundled_checklist() {
    let place = Place::new();
    let mut relations = Vec::new();
    for listed in scenarios::load_all(&place.folders()) {
        assert!(listed.is_bundled(), "{}", listed.id);
        let staged = listed.staged.unwrap();
        let (scenario, definition) = (&staged.scenario, &staged.definition);
        let checklist = bundled(&scenario.checklist.id);
        // A patch changes words only, so that a scenario goes on fitting.
        let [bundled, wanted] =
            [&checklist.checklist().version, &scenario.checklist.version].map(|v| Version::parse(v));
        assert!(bundled.is_patch_of(&wanted), "{}", listed.id);
        assert_eq!(faults(scenario, Ok(&checklist)), [], "{}", listed.id);
        let asked = applicable_items(scenario, definition);
        for (place, item) in definition.items().filter(|(place, _)| asked[*place]) {
            let row = scenario.reference(&item.id).unwrap_or_else(|| panic!("{}: {place} {}", listed.id, item.id));
            assert!(esprit::visit::engine::accepts(&item.response, &row.value), "{}: {}", listed.id, item.id);
            assert!(row.seen_at_s.is_none_or(|s| s <= scenario.end_s()), "{}: {}", listed.id, item.id);
        }
        let count = |value: &str| scenario.reference.iter().filter(|row| row.value.as_text() == Some(value)).count();
        assert!(count("partly") >= 2 && count("not_observed") >= 2 && count("not_applicable") >= 1, "{}", listed.id);
        relations.push(definition.checklist().relation.name());
        let minutes = scenario.end_s() / 60.0;
        assert!((5.0..=8.0).contains(&minutes), "{}: {minutes} minutes", listed.id);
        for text in [&scenario.title, &scenario.summary] {
            assert_eq!(text.languages(), ["en", "fr"], "{}", listed.id);
        }
        crate::schemas::check("scenario", &serde_json::to_string(&**scenario).unwrap());
    }
    assert_eq!(relations, ["customer", "management", "internal"]);
}

/// Checks the faults reported for an invalid file: line, column, path and message, in order.
fn check(text: &str, expected: &[(usize, usize, &str, &str)]) {
    let place = Place::new();
    let path = place.dir.path().join("broken.json");
    std::fs::write(&path, text).unwrap();
    let StoreError::Document(DocumentError::FaultyScenario { faults, .. }) =
        scenarios::read(&place.folders(), &path).unwrap_err()
    else {
        panic!("{text}")
    };
    let found: Vec<_> = faults.iter().map(|f| (f.line, f.column, f.path.as_str(), f.message().0)).collect();
    assert_eq!(found, expected, "{text}");
}

/// Returns a scenario of the practice checklist: head, script and reference as JSON.
fn scenario(head: &str, script: &str, reference: &str) -> String {
    format!(
        r#"{{"format": "esprit.scenario/1", "id": "a", "version": "1", {head}, "title": "t", "summary": "s",
"script": [{script}],
"reference": [{reference}]}}"#
    )
}

const PRACTICE: &str = r#""checklist": {"id": "practice", "version": "1.0.0"}"#;
const LINES: &str = r#"{"at_s": 0, "text": "a"}, {"at_s": 20, "text": "b"}"#;
const ROWS: &str = r#"{"item": "greeting.smile", "value": "no", "seen_at_s": 1, "reason": "r"},
 {"item": "greeting.wait", "value": "never", "reason": "r"}, {"item": "listening.open_questions", "value": 0, "reason": "r"},
 {"item": "listening.reformulate", "value": "not_observed", "reason": "r"}, {"item": "outcome.come_back", "value": 0, "reason": "r"}"#;

#[test]
fn faults_of_a_scenario_are_reported_in_one_run_with_their_location() {
    let version = |id: &str, version: &str| format!(r#""checklist": {{"id": "{id}", "version": "{version}"}}"#);
    let of = |script: &str, reference: &str| scenario(PRACTICE, script, reference);
    let row = |from: &str, to: &str| of(LINES, &ROWS.replacen(from, to, 1));
    check("", &[(1, 1, "", "fault-syntax")]);
    check(r#"{"format": "esprit.scenario/2", "script": 7}"#, &[(1, 12, "format", "fault-format")]);
    check(r#"{"format": "esprit.checklist/1"}"#, &[(1, 12, "format", "fault-format")]);
    check(&scenario(&version("nobody", "1"), LINES, ROWS), &[(1, 80, "checklist.id", "fault-unknown-checklist")]);
    check(
        &scenario(&version("practice", "2.0.0"), LINES, ROWS),
        &[(1, 103, "checklist.version", "fault-other-version")],
    );
    check(&of("", ROWS), &[(2, 11, "script", "fault-empty")]);
    check(
        &of(r#"{"at_s": 5, "text": "a"}, {"at_s": 4, "text": "b"}"#, ROWS),
        &[(2, 47, "script[1].at_s", "fault-backwards")],
    );
    check(&of(r#"{"at_s": -1, "text": "a"}"#, ROWS), &[(2, 21, "script[0].at_s", "fault-range")]);
    check(&of(r#"{"at_s": 1e9, "text": "a"}"#, ROWS), &[(2, 21, "script[0].at_s", "fault-too-much")]);
    check(
        &of(r#"{"at_s": 0, "text": " ", "speaker": 7}"#, ROWS),
        &[(2, 32, "script[0].text", "fault-blank"), (2, 48, "script[0].speaker", "fault-type")],
    );
    let ends = format!(r#"{PRACTICE}, "ends_at_s": 10"#);
    check(
        &scenario(&ends, LINES, &ROWS.replacen("1,", "10.5,", 1)),
        &[(2, 47, "script[1].at_s", "fault-beyond-end"), (3, 70, "reference[0].seen_at_s", "fault-beyond-end")],
    );
    check(&row("\"seen_at_s\": 1", "\"seen_at_s\": 31"), &[(3, 70, "reference[0].seen_at_s", "fault-beyond-end")]);
    check(&row("\"value\": \"never\"", "\"value\": -5"), &[(4, 37, "reference[1].value", "fault-unknown-answer")]);
    check(
        &of(
            LINES,
            r#"{"item": "greeting.smile", "value": "no", "reason": "r"}, {"item": "greeting.smile", "value": "no", "reason": ""},
 {"item": "nobody", "value": 1, "reason": "r"}, {"item": "greeting.wait", "value": 1, "reason": "r"}, {"item": "outcome.come_back", "value": 1, "reason": "r"}"#,
        ),
        &[
            (3, 14, "reference", "fault-no-reference"),
            (3, 14, "reference", "fault-no-reference"),
            (3, 82, "reference[1].item", "fault-second-reference"),
            (3, 125, "reference[1].reason", "fault-blank"),
            (4, 11, "reference[2].item", "fault-unknown-item"),
        ],
    );
    // A row that cannot be parsed does not affect the others.
    check(
        &row("\"value\": \"never\"", "\"value\": {}").replacen("\"item\": \"outcome.come_back\", ", "", 1),
        &[(4, 37, "reference[1].value", "fault-type"), (5, 77, "reference[4]", "fault-missing")],
    );
    let soon = format!(r#"{}, "ends_at_s": "soon""#, version("../x", "1.0.0"));
    check(
        &scenario(&soon, LINES, "7"),
        &[
            (1, 80, "checklist.id", "fault-unknown-checklist"),
            (1, 122, "ends_at_s", "fault-type"),
            (3, 15, "reference[0]", "fault-type"),
        ],
    );
}

#[test]
fn references_must_match_the_applicable_items() {
    let definition = crate::support::definition(
        r#"{"id": "a", "label": "a", "response": {"type": "behaviour"}},
        {"id": "b", "label": "b", "response": {"type": "behaviour"}, "when": {"item": "a", "is": ["no"]}},
        {"id": "c", "label": "c", "response": {"type": "behaviour"}, "when": {"not": {"item": "b", "is": ["yes"]}}}"#,
    );
    for (rows, expected, asked) in [
        (&[("a", "yes"), ("c", "no")][..], vec![], [true, false, true]),
        (&[("a", "yes"), ("b", "yes"), ("c", "no")], vec!["fault-not-asked"], [true, false, true]),
        (&[("a", "no"), ("c", "no")], vec!["fault-no-reference"], [true, true, true]),
        (&[("a", "no"), ("b", "yes"), ("c", "no")], vec!["fault-not-asked"], [true, true, false]),
        (&[], vec!["fault-no-reference", "fault-no-reference"], [true, false, true]),
    ] {
        let mut scenario = (*frozen()).clone();
        scenario.reference = rows
            .iter()
            .map(|(item, value)| esprit::visit::scenario::ReferenceAnswer {
                item: (*item).to_owned(),
                value: Value::text(value),
                seen_at_s: None,
                reason: scenario.title.clone(),
            })
            .collect();
        let found = faults(&scenario, Ok(&definition));
        let ids: Vec<_> =
            found.iter().map(|fault| esprit::store::LocatedFault::at_start(fault.kind.clone()).message().0).collect();
        assert_eq!(ids, expected, "{rows:?}");
        assert_eq!(applicable_items(&scenario, &definition), asked, "{rows:?}");
    }
}

#[test]
fn user_scenarios_are_listed_and_broken_ones_reported() {
    let place = Place::new();
    let own = library(&place).len();
    install(&place, "broken.json", &FROZEN.replacen("\"partly\"", "\"perhaps\"", 1));
    install(&place, "twin.json", FROZEN);
    install(&place, ".hidden.json", "{");
    let all = scenarios::load_all(&place.folders());
    assert_eq!(all.len(), own + 2);
    let of = |id: &str| all.iter().filter(|listed| listed.id == id).collect::<Vec<_>>();
    assert!(of("bakery")[0].staged.is_ok());
    assert!(matches!(of("bakery")[1].staged, Err(StoreError::Document(DocumentError::SameId { .. }))));
    let error = of("broken")[0].staged.as_ref().unwrap_err();
    let fault = &error.faults()[0];
    assert_eq!((fault.line, fault.path.as_str()), (19, "reference[0].value"));
    let unknown = scenarios::find(&place.folders(), "nobody").unwrap_err();
    assert_eq!(unknown, StoreError::Document(DocumentError::UnknownScenario { asked: "nobody".to_owned() }));
    for asked in ["../x", "CON", &"x".repeat(300)] {
        assert!(scenarios::find(&place.folders(), asked).is_err(), "{asked}");
    }
}

#[test]
fn the_scenario_of_a_visit_is_found_by_its_digest() {
    let place = Place::new();
    let staged = library(&place).pop().unwrap().staged.unwrap();
    let find = || scenarios::find_by_digest(&place.folders(), &staged.digest);
    assert_eq!(*find().unwrap(), *staged.scenario);
    // Spelled differently it is the same; with another word it is not.
    let raw: serde_json::Value = serde_json::from_str(FROZEN).unwrap();
    install(&place, "bakery.json", &raw.to_string());
    assert!(find().is_some());
    install(&place, "bakery.json", &FROZEN.replacen("Bonjour", "Bonsoir", 1));
    assert!(find().is_none());
}

#[test]
fn hostile_texts_of_a_scenario_are_cleaned_when_read() {
    let text = FROZEN.replacen("Bonjour madame.", "a\\u001b[2J\\u202eb\\nc", 1);
    let scenario: esprit::visit::Scenario = serde_json::from_str(&text).unwrap();
    assert_eq!(scenario.script[1].text.get(Lang::Fr), "a[2Jb c");
}

#[test]
fn an_unknown_field_is_a_fault_for_the_author_of_a_scenario_alone() {
    let place = Place::new();
    let path = place.dir.path().join("mine.json");
    let text = scenario(
        PRACTICE,
        r#"{"at_s": 0, "text": "a", "speeker": "b", "x_take": 2}, {"at_s": 20, "text": "b"}"#,
        &ROWS.replacen(
            r#""value": "no","#,
            r#""value": "no", "x_answers": ["yes", "no"], "x_label": "Smile", "seen_s": 1,"#,
            1,
        ),
    );
    std::fs::write(&path, text.replacen(r#""title""#, r#""x_author": {"team": 1}, "titel": "t", "title""#, 1)).unwrap();
    assert!(scenarios::read(&place.folders(), &path).is_ok(), "a scenario in use is read as before");
    let StoreError::Document(DocumentError::FaultyScenario { faults, .. }) =
        scenarios::check(&place.folders(), &path).unwrap_err()
    else {
        panic!()
    };
    let found: Vec<_> = faults.iter().map(|fault| (fault.line, fault.path.as_str(), fault.message().0)).collect();
    let unknown = "fault-unknown-field-near";
    let expected = [(1, "titel"), (2, "script[0].speeker"), (3, "reference[0].seen_s")];
    assert_eq!(found.iter().map(|(line, path, _)| (*line, *path)).collect::<Vec<_>>(), expected);
    assert!(found.iter().all(|(.., message)| unknown.starts_with(message)), "{found:?}");
    let (code, out, err) = place.run("en", &["scenario", "check", path.to_str().unwrap()], "");
    assert_eq!(code, 1);
    assert!((out.clone() + &err).contains("speaker"), "what was meant is named: {out}{err}");
    std::fs::write(&path, scenario(PRACTICE, LINES, ROWS).replacen(r#""title""#, r#""x_a": 1, "title""#, 1)).unwrap();
    assert!(scenarios::check(&place.folders(), &path).is_ok());
}
