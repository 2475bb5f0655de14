//! Reports of visits by very many versions of one checklist.

use crate::support::{Place, moment, setup};
use esprit::store::session::Session;
use esprit::visit::{Action, Definition, Value, Visit, VisitSetup};
use serde_json::value::to_raw_value;
use std::fs;
use std::sync::Arc;

/// Returns a version of a checklist that asks the same as the others.
fn definition(version: &str, label: &str) -> Arc<Definition> {
    let text = format!(
        r#"{{"format": "esprit.checklist/1", "id": "versions", "version": "{version}", "relation": "customer",
        "title": "Version {version}", "sections": [{{"id": "greeting", "attitude": "greeting", "title": "Greeting",
        "items": [{{"id": "greeting.smile", "label": "{label}", "response": {{"type": "behaviour"}}}},
        {{"id": "greeting.extra", "label": "Extra", "critical": true, "weight": 0,
        "response": {{"type": "scale", "min": 0, "max": 10}}}}]}}]}}"#
    );
    Arc::new(Definition::new(serde_json::from_str(&text).unwrap()).unwrap())
}

/// Returns the session file of a visit by a minor version, that was answered with yes and with 0.
fn session(number: u32) -> String {
    session_by(number, &definition(&format!("1.{number}.0"), "Smiles"))
}

fn session_by(number: u32, definition: &Arc<Definition>) -> String {
    let setup = VisitSetup { session: format!("0195c0de-0000-7000-8000-{number:012x}"), ..setup() };
    let mut visit = Visit::begin(Arc::clone(definition), setup, &moment(0)).unwrap();
    for (item, value) in [(0, Value::text(Value::YES)), (1, Value::Integer(0))] {
        visit.act(&Action::Answer { item, value, seen: None }, &moment(5_000)).unwrap();
    }
    visit.act(&Action::Finish, &moment(60_000)).unwrap();
    let raw = visit.events().iter().map(|event| to_raw_value(event).unwrap()).collect();
    Session::derive(definition, visit.events(), raw).unwrap().to_line().unwrap()
}

#[test]
fn any_number_of_versions_that_ask_the_same_are_counted_together() {
    let place = Place::new();
    let file = place.dir.path().join("visits.ndjson");
    for order in [false, true] {
        let mut numbers: Vec<u32> = (0..150).collect();
        if order {
            numbers.reverse();
        }
        fs::write(&file, numbers.into_iter().map(session).collect::<String>()).unwrap();
        let (code, out, err) = place.run("en", &["report", file.to_str().unwrap(), "--format", "json"], "");
        assert_eq!(code, 0, "{err}");
        let report: serde_json::Value = serde_json::from_str(&out).unwrap();
        let checklists = report["checklists"].as_array().unwrap();
        assert_eq!(checklists.len(), 1);
        assert_eq!((&checklists[0]["visits"], checklists[0]["versions"].as_array().unwrap().len()), (&150.into(), 150));
        assert_eq!(checklists[0]["versions"][149], "1.149.0");
        assert_eq!(report["labels"]["checklists"]["versions"], "Version 1.149.0", "{}", report["labels"]);
    }
}

#[test]
fn a_critical_item_that_is_worth_nothing_fails_by_attitude_as_it_does_in_all() {
    let place = Place::new();
    let file = place.dir.path().join("visits.ndjson");
    fs::write(&file, (0..3).map(session).collect::<String>()).unwrap();
    let args = ["report", file.to_str().unwrap(), "--format", "json", "--by", "attitude"];
    let (code, out, err) = place.run("en", &args, "");
    assert_eq!(code, 0, "{err}");
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(report["network"][0]["failed_critical"], 3);
    assert_eq!(report["scores"][0]["failed_critical"], 3, "{}", report["scores"]);
}

/// Returns the report on two visits by each of these checklists, as JSON and as text.
fn report_on(checklists: &[Arc<Definition>]) -> (serde_json::Value, String) {
    let place = Place::new();
    let file = place.dir.path().join("visits.ndjson");
    let lines = (0..2).flat_map(|_| checklists).zip(0..).map(|(checklist, number)| session_by(number, checklist));
    fs::write(&file, lines.collect::<String>()).unwrap();
    let report = |format: &str| {
        let (code, out, err) = place.run("en", &["report", file.to_str().unwrap(), "--format", format], "");
        assert_eq!(code, 0, "{err}");
        out
    };
    let text = report("text").replace(['\u{a0}', '\u{202f}', '\n'], " ");
    (serde_json::from_str(&report("json")).unwrap(), text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn notes(report: &serde_json::Value) -> Vec<String> {
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let note = |note: &serde_json::Value| {
        let subject: Vec<String> = note["subject"].as_array().unwrap().iter().map(text).collect();
        format!("{}: {}", text(&note["code"]), subject.join(", "))
    };
    report["notes"].as_array().unwrap().iter().map(note).filter(|note| !note.starts_with("one_site")).collect()
}

#[test]
fn a_version_that_asks_the_opposite_is_apart_and_named() {
    let checklists = [definition("1.0.0", "Smiles at customers"), definition("2.0.0", "Ignores customers")];
    let (report, text) = report_on(&checklists);
    assert_eq!(notes(&report), ["checklists_apart: versions 1.0.0, versions 2.0.0"]);
    let visits: Vec<_> = report["checklists"].as_array().unwrap().iter().map(|used| used["visits"].clone()).collect();
    assert_eq!(visits, [2, 2]);
    assert_eq!(report["network"].as_array().unwrap().len(), 2);
    let labels = &report["labels"]["behaviours_of"];
    assert_eq!(labels["versions 1.0.0"]["greeting.smile"], "Smiles at customers", "{labels}");
    assert_eq!(labels["versions 2.0.0"]["greeting.smile"], "Ignores customers", "{labels}");
    assert!(text.contains("Version 1.0.0") && text.contains("Version 2.0.0"), "{text}");
    assert!(text.contains("Smiles at customers") && text.contains("Ignores customers"), "{text}");
}

#[test]
fn patch_versions_count_together_and_name_the_text_that_changed() {
    let (report, text) = report_on(&[definition("1.0.0", "Smiles"), definition("1.0.1", "Smiles at customers")]);
    assert_eq!(
        notes(&report),
        ["versions_together: versions, 1.0.0, 1.0.1", "texts_changed: versions, greeting.smile"]
    );
    assert_eq!(report["checklists"][0]["visits"], 4);
    assert_eq!(report["labels"]["items"]["greeting.smile"], "Smiles at customers");
    assert!(text.contains("Smiles at customers"), "{text}");
}

#[test]
fn two_contents_of_one_version_are_apart_and_named() {
    let (report, text) = report_on(&[definition("1.0.0", "Smiles"), definition("1.0.0", "Says nothing")]);
    let names: Vec<_> = report["checklists"].as_array().unwrap().iter().map(|used| used["name"].clone()).collect();
    assert_eq!(names.len(), 2);
    let [own, other] = [0, 1].map(|place| names[place].as_str().unwrap());
    assert_eq!(
        notes(&report),
        [format!("contents_apart: {own}, {other}"), format!("checklists_apart: {own}, {other}")]
    );
    assert!(text.contains(own) && text.contains(other), "{text}");
}
