//! A session proves what it says: spelling never matters, one changed byte does.

use crate::support::{Place, saved_session};
use esprit::store::verify::{Problem, verify_file, verify_paths, verify_text};
use serde_json::{Value, json};
use std::fs;

fn session() -> Value {
    let place = Place::new();
    serde_json::from_str(&fs::read_to_string(saved_session(&place)).unwrap()).unwrap()
}

/// Gives an object with its keys the other way round, and those of everything in it.
fn reversed(value: &Value) -> Value {
    match value {
        Value::Object(map) => Value::Object(map.iter().rev().map(|(k, v)| (k.clone(), reversed(v))).collect()),
        Value::Array(list) => Value::Array(list.iter().map(reversed).collect()),
        other => other.clone(),
    }
}

#[test]
fn a_session_holds_however_it_is_spelled() {
    let session = session();
    assert!(verify_text(&session.to_string()).is_ok());
    assert!(verify_text(&serde_json::to_string_pretty(&session).unwrap()).is_ok());
    assert!(verify_text(&reversed(&session).to_string()).is_ok());
    assert!(verify_text(&session.to_string().replace("Agence", "\\u0041gence")).is_ok());
    let verified = verify_text(&session.to_string()).unwrap();
    assert_eq!(verified.events, session["events"].as_array().unwrap().len());
}

type Change = fn(&mut Value);

#[test]
fn whatever_is_changed_is_told() {
    let derived = |field: &str| Problem::Derived { field: field.to_owned(), item: None };
    let cases: Vec<(&str, Change, Problem)> = vec![
        ("score", |s| s["score"]["percent"] = json!(100.0), derived("score")),
        (
            "points",
            |s| s["answers"][1]["points"] = json!(99.0),
            Problem::Derived { field: "answers".into(), item: Some("greeting.notice".into()) },
        ),
        ("outcome", |s| s["outcome"]["value"] = json!(10), derived("outcome")),
        ("site", |s| s["site"]["id"] = json!("paris-1"), derived("site")),
        ("kind", |s| s["kind"] = json!("training"), derived("kind")),
        ("time", |s| s["duration_ms"] = json!(1), derived("duration_ms")),
        ("status", |s| s["status"] = json!("abandoned"), derived("status")),
        ("note", |s| s["note"] = json!("added"), derived("note")),
        ("answer", |s| s["events"][2]["value"] = json!("partly"), Problem::Chain { seq: 3 }),
        ("moment", |s| s["events"][2]["at"] = json!("2026-03-01T10:00:09.000+01:00"), Problem::Chain { seq: 3 }),
        ("link", |s| s["events"][1]["chain"] = json!("00"), Problem::Chain { seq: 2 }),
        ("one gone", |s| drop(s["events"].as_array_mut().unwrap().remove(3)), Problem::Chain { seq: 5 }),
        ("two swapped", |s| s["events"].as_array_mut().unwrap().swap(2, 3), Problem::Chain { seq: 4 }),
        ("the end gone", |s| drop(s["events"].as_array_mut().unwrap().pop()), Problem::NotOver),
        ("checklist", |s| s["definition"]["sections"][0]["items"][1]["weight"] = json!(5), Problem::Digest),
        ("seal", |s| s["seal"] = json!("sha256:00"), Problem::Seal),
        ("unknown field", |s| s["added"] = json!(1), Problem::Seal),
    ];
    for (name, change, problem) in cases {
        let mut session = session();
        change(&mut session);
        let problems = verify_text(&session.to_string()).unwrap_err();
        assert!(problems.contains(&problem), "{name}: {problems:?}");
        assert!(name == "seal" || problems.contains(&Problem::Seal), "{name}: the seal covers it too");
    }
}

#[test]
fn what_is_no_session_is_told() {
    let text = session().to_string();
    let first = |text: &str| verify_text(text).unwrap_err().remove(0);
    assert!(matches!(first(""), Problem::NotASession(_)));
    assert!(matches!(first(&text[..text.len() / 2]), Problem::NotASession(_)));
    assert!(matches!(first("{\"format\": \"esprit.checklist/1\"}"), Problem::NotASession(_)));
    assert_eq!(first(&text.replacen("session/1", "session/2", 1)), Problem::Format("esprit.session/2".to_owned()));
    let twice = text.replacen("{\"format\"", "{\"id\": \"other\", \"format\"", 1);
    assert_eq!(first(&twice), Problem::DuplicateKey { key: "id".to_owned(), line: 1 });
}

#[test]
fn folders_and_lines_are_verified_each_with_its_place() {
    let place = Place::new();
    let path = saved_session(&place);
    let good = fs::read_to_string(&path).unwrap();
    let bad = good.replace("\"complete\"", "\"abandoned\"");
    let several = place.dir.path().join("several.ndjson");
    fs::write(&several, format!("{good}{bad}\n{good}")).unwrap();
    let mut found = Vec::new();
    verify_paths(
        &[place.data().join("sessions"), several.clone(), place.dir.path().join("missing.json")],
        &mut |finding| {
            found.push((finding.path, finding.line, finding.result.is_ok()));
        },
    );
    let missing = place.dir.path().join("missing.json");
    let expected = [
        (path.clone(), None, true),
        (several.clone(), Some(1), true),
        (several.clone(), Some(2), false),
        (several, Some(4), true),
        (missing, None, false),
    ];
    assert_eq!(found, expected);
    assert!(verify_file(&path).is_ok());
}
