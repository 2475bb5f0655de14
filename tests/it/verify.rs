//! Verification: spelling of a session file does not matter, one changed byte does.

use crate::support::{Place, SESSION, begin, definition, moment, saved_session};
use esprit::store::verify::{Problem, verify_paths, verify_text};
use esprit::store::{Journal, reading};
use esprit::visit::digest::{digest, first_link, link};
use esprit::visit::record::Record;
use esprit::visit::{Action, Definition, Value as Answer};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;

fn session() -> Value {
    let place = Place::new();
    serde_json::from_str(&fs::read_to_string(saved_session(&place)).unwrap()).unwrap()
}

/// Returns an object with its keys in reverse order, at every level.
fn reversed(value: &Value) -> Value {
    match value {
        Value::Object(map) => Value::Object(map.iter().rev().map(|(k, v)| (k.clone(), reversed(v))).collect()),
        Value::Array(list) => Value::Array(list.iter().map(reversed).collect()),
        other => other.clone(),
    }
}

#[test]
fn a_session_verifies_however_it_is_spelled() {
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
fn every_change_is_detected() {
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

/// Seals a changed session again, as a forger would.
fn sealed(mut session: Value) -> String {
    session.as_object_mut().unwrap().shift_remove("seal");
    session["seal"] = json!(digest(&session).unwrap());
    session.to_string()
}

#[test]
fn known_fields_that_contradict_the_events_are_detected() {
    let derived = |field: &str| vec![Problem::Derived { field: field.to_owned(), item: None }];
    let row = |item: &str| vec![Problem::Derived { field: "answers".to_owned(), item: Some(item.to_owned()) }];
    let cases: Vec<(&str, Change, Vec<Problem>)> = vec![
        ("note", |s| s["answers"][1]["note"] = json!("added"), row("greeting.notice")),
        (
            "observed",
            |s| s["answers"][1]["observed_at"] = json!("2026-03-01T10:00:01.000+01:00"),
            row("greeting.notice"),
        ),
        ("no answer", |s| s["answers"][0]["elapsed_ms"] = json!(5), row("greeting.wait")),
        ("broken", |s| s["answers"][1]["elapsed_ms"] = json!("x"), row("greeting.notice")),
        ("group", |s| s["site"]["group"] = json!("sud-est"), derived("site")),
        ("null", |s| s["site"]["group"] = json!(7), derived("site")),
        ("name gone", |s| drop(s["site"].as_object_mut().unwrap().shift_remove("name")), derived("site")),
        ("remark", |s| s["remark"] = json!("added"), derived("remark")),
        ("page", |s| s["note"] = json!("added"), derived("note")),
        ("row", |s| s["answers"].as_array_mut().unwrap().push(json!({"item": "x"})), derived("answers")),
        (
            "two",
            |s| (s["note"], s["site"]["group"]) = (json!("a"), json!("b")),
            [derived("site"), derived("note")].concat(),
        ),
    ];
    for (name, change, problems) in cases {
        let mut session = session();
        change(&mut session);
        assert_eq!(verify_text(&sealed(session)).unwrap_err(), problems, "{name}");
    }
}

#[test]
fn fields_of_a_later_version_do_not_break_the_proof() {
    let mut session = session();
    session["later"] = json!({"a": 1});
    session["site"]["city"] = json!("Lyon");
    session["answers"][1]["confidence"] = json!(0.5);
    session["score"]["sections"][0]["rank"] = json!(3);
    session["duration_ms"] = json!(60000.0);
    assert_eq!(verify_text(&sealed(session)).map(|verified| verified.id).unwrap(), SESSION);
}

#[test]
fn every_changed_byte_is_detected_unless_equivalent() {
    let place = Place::new();
    let items = r#"{"id": "a", "label": "a", "response": {"type": "behaviour"}, "weight": 2.5},
        {"id": "b", "label": "é", "response": {"type": "text"}}"#;
    let session = short_session(&place, &definition(items));
    let text = fs::read_to_string(session).unwrap();
    let canonical = |text: &[u8]| serde_json::from_slice::<Value>(text).ok().map(|value| digest(&value).unwrap());
    let original = canonical(text.as_bytes());
    let mut told = 0;
    for at in 0..text.len() {
        let mut bytes = text.clone().into_bytes();
        bytes[at] ^= [0x01, 0x02, 0x20][at % 3];
        let Ok(changed) = std::str::from_utf8(&bytes) else { continue };
        if let Some(other) = canonical(changed.as_bytes()) {
            assert_eq!(verify_text(changed).is_ok(), Some(&other) == original.as_ref(), "byte {at}: {changed}");
            told += 1;
        } else {
            assert!(verify_text(changed).is_err(), "byte {at}: {changed}");
        }
    }
    assert!(2 * told > text.len(), "most changes leave JSON that has to be judged: {told} of {}", text.len());
}

/// Chains the events of a changed session again and seals it, as a forger would.
fn forged(mut session: Value) -> String {
    let mut previous = first_link(session["checklist"]["digest"].as_str().unwrap()).to_owned();
    for event in session["events"].as_array_mut().unwrap() {
        event.as_object_mut().unwrap().shift_remove("chain");
        previous = link(&previous, event).unwrap();
        event["chain"] = json!(previous);
    }
    sealed(session)
}

#[test]
fn impossible_events_fail_even_if_chained() {
    let place = Place::new();
    let items = r#"{"id": "a", "label": "a", "response": {"type": "behaviour"}},
        {"id": "b", "label": "b", "response": {"type": "text"}}"#;
    let path = short_session(&place, &definition(items));
    let session: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    assert!(verify_text(&forged(session.clone())).is_ok());
    let cases: [(&str, Change, u64); 4] = [
        ("an answer that is none", |s| s["events"][1]["value"] = json!("maybe"), 2),
        ("a number for a text", |s| s["events"][2]["value"] = json!(999), 3),
        ("a tally that is none", |s| s["events"][1]["type"] = json!("counted"), 2),
        ("a clock that goes back", |s| s["events"][2]["elapsed_ms"] = json!(1), 3),
    ];
    for (name, change, seq) in cases {
        let mut session = session.clone();
        change(&mut session);
        assert_eq!(verify_text(&forged(session)).unwrap_err(), [Problem::Event { seq }], "{name}");
    }
}

/// Saves a visit of a checklist whose first two items are a behaviour and a text.
fn short_session(place: &Place, definition: &Arc<Definition>) -> PathBuf {
    let mut visit = begin(definition);
    let actions = [
        Action::Answer { item: 0, value: Answer::text("yes"), seen: None },
        Action::Answer { item: 1, value: Answer::text("dit « oui »\u{7}"), seen: None },
        Action::Finish,
    ];
    for (n, action) in (1..).zip(&actions) {
        visit.act(action, &moment(1000 * n)).unwrap();
    }
    let mut journal = Journal::create(&place.folders(), definition, SESSION).unwrap();
    journal.append(visit.events()).unwrap();
    journal.complete().unwrap().path
}

#[test]
fn files_that_are_no_sessions_are_reported() {
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
fn folders_and_lines_are_verified_with_their_location() {
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
    assert!(verify_text(&fs::read_to_string(&path).unwrap()).is_ok());
}

/// Keeps the ids of the visits read.
#[derive(Default)]
struct Ids(Vec<String>);

impl reading::Taker for Ids {
    fn take(&mut self, record: &Record<'_>) {
        self.0.push(record.id.to_string());
    }
}

#[test]
fn verify_and_report_come_to_the_same_files_and_lines() {
    let place = Place::new();
    let good = fs::read_to_string(saved_session(&place)).unwrap();
    let folder = place.dir.path().join("of all sorts");
    fs::create_dir_all(folder.join("2026/03")).unwrap();
    fs::create_dir_all(folder.join("2026/.hidden")).unwrap();
    let numbered = |number: usize| good.replace(SESSION, &format!("0195c0de-0000-7000-8000-00000000000{number:x}"));
    let pretty = serde_json::to_string_pretty(&serde_json::from_str::<Value>(&numbered(7)).unwrap()).unwrap();
    for (name, text) in [
        ("2026/03/one.json", numbered(1)),
        ("2026/03/several.json", format!("\u{feff}{}\n{}{{\"torn\n", numbered(2), numbered(3))),
        ("2026/several.ndjson", format!("{}\r\n{}", numbered(4), numbered(5))),
        ("one.jsonl", numbered(6)),
        ("pretty.json", pretty),
        ("large.ndjson", format!("{}\n{}", numbered(8).repeat(40), numbered(9).trim_end())),
        ("empty.json", String::new()),
        ("2026/.hidden/one.json", numbered(10)),
        (".hidden.json", numbered(11)),
        ("one.txt", numbered(12)),
    ] {
        fs::write(folder.join(name), text).unwrap();
    }
    #[cfg(unix)]
    for (to, name) in
        [("2026/03/one.json", "again.json"), ("one.txt", "linked.json"), ("2026", "2027"), ("none", "gone.json")]
    {
        std::os::unix::fs::symlink(folder.join(to), folder.join(name)).unwrap();
    }
    let mut paths = vec![folder.join("2026"), folder.clone(), folder.join("one.jsonl")];
    for _ in 0..paths.len() {
        paths.rotate_left(1);
        let (mut held, mut failed) = (BTreeSet::new(), BTreeSet::new());
        verify_paths(&paths, &mut |finding| {
            let place = (finding.path, finding.line);
            // Where an id was changed, the file is a session whose proof fails.
            let is_session = finding.result.as_ref().map_or_else(|found| found.contains(&Problem::Seal), |_| true);
            _ = if is_session { held.insert(place) } else { failed.insert(place) };
        });
        let all = |_| ControlFlow::Continue(());
        let read = reading::read(&paths, &reading::Options::default(), &all, &Ids::default).unwrap();
        let damaged = read.found.damaged.into_iter().map(|damaged| (damaged.path, damaged.line)).collect();
        let counted = read.found.sessions + read.found.duplicates;
        assert_eq!((held.len() as u64, failed), (counted, damaged));
        assert_eq!(read.found.files, reading::files(&paths).unwrap().len() as u64);
        let mut ids: Vec<String> = read.takers.into_iter().flat_map(|ids| ids.0).collect();
        ids.sort();
        assert_eq!(ids.len(), if cfg!(unix) { 10 } else { 9 }, "{ids:?}");
    }
}
