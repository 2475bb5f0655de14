//! Reports of visits by very many versions of one checklist.

use crate::support::{Place, moment, setup};
use esprit::store::session::Session;
use esprit::visit::{Action, Definition, Value, Visit, VisitSetup};
use serde_json::value::to_raw_value;
use std::fs;
use std::sync::Arc;

/// Returns a version of a checklist that differs from the others in its texts only.
fn definition(version: u32) -> Arc<Definition> {
    let text = format!(
        r#"{{"format": "esprit.checklist/1", "id": "versions", "version": "1.{version}.0", "relation": "customer",
        "title": "Version {version}", "sections": [{{"id": "greeting", "attitude": "greeting", "title": "Greeting",
        "items": [{{"id": "greeting.smile", "label": "Smiles {version}", "response": {{"type": "behaviour"}}}},
        {{"id": "greeting.extra", "label": "Extra", "critical": true, "weight": 0,
        "response": {{"type": "scale", "min": 0, "max": 10}}}}]}}]}}"#
    );
    Arc::new(Definition::new(serde_json::from_str(&text).unwrap()).unwrap())
}

/// Returns the session file of a visit that was answered with yes and with 0.
fn session(number: u32) -> String {
    let definition = definition(number);
    let setup = VisitSetup { session: format!("0195c0de-0000-7000-8000-{number:012x}"), ..setup() };
    let mut visit = Visit::begin(Arc::clone(&definition), setup, &moment(0)).unwrap();
    for (item, value) in [(0, Value::text(Value::YES)), (1, Value::Integer(0))] {
        visit.act(&Action::Answer { item, value, seen: None }, &moment(5_000)).unwrap();
    }
    visit.act(&Action::Finish, &moment(60_000)).unwrap();
    let raw = visit.events().iter().map(|event| to_raw_value(event).unwrap()).collect();
    Session::derive(&definition, visit.events(), raw).unwrap().to_line().unwrap()
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
        assert_eq!(report["labels"]["items"]["greeting.smile"], "Smiles 149", "{}", report["labels"]["items"]);
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
