//! The schemas in the repository match the types, and everything that is written conforms to them.

use crate::support::{Place, begin, bundled, saved_session};
use esprit::report::json;
use esprit::store::{Journal, checklists, schemas};
use esprit::visit::event::HeaderFact;
use esprit::visit::{Action, Authorship, Kind, TimerPress, Value, Visit};
use std::collections::HashSet;
use std::fs;
use std::path::Path;

#[test]
fn the_schemas_in_the_repository_match_the_types() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas");
    for (name, schema) in all() {
        let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        let path = folder.join(name);
        if std::env::var_os("ESPRIT_WRITE_SCHEMAS").is_some() {
            fs::create_dir_all(&folder).unwrap();
            fs::write(&path, &text).unwrap();
        }
        let there = fs::read_to_string(&path).unwrap_or_default();
        assert!(there == text, "{name} has drifted; ESPRIT_WRITE_SCHEMAS=1 cargo test schemas writes it anew");
    }
}

/// Returns every schema: those of files, and that of the report.
fn all() -> Vec<(&'static str, serde_json::Value)> {
    schemas::generate().into_iter().chain(json::schemas()).collect()
}

/// Checks a document against the schema with that name.
pub fn check(name: &str, document: &str) {
    let (_, schema) = all().into_iter().find(|(file, _)| file.starts_with(name)).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let value: serde_json::Value = serde_json::from_str(document).unwrap();
    let faults: Vec<_> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
    assert!(faults.is_empty(), "{name}: {faults:?}\n{document}");
}

#[test]
fn written_files_conform_to_their_schema() {
    let place = Place::new();
    check("session", &fs::read_to_string(saved_session(&place)).unwrap());
    for listed in checklists::bundled() {
        check("checklist", &listed.definition.unwrap().raw().to_string());
    }
    check("checklist", &fs::read_to_string(checklists::create_from_template(&place.folders()).unwrap()).unwrap());
    let definition = bundled("customer");
    let mut visit = begin(&definition);
    let of_type = |name: &str| definition.items().find(|(_, item)| item.response.type_name() == name).unwrap().0;
    let tally = of_type("count");
    let actions = [
        Action::Timer { item: 0, press: TimerPress::Never, seen: None },
        Action::Answer { item: 1, value: Value::text("yes"), seen: Some(esprit::visit::ObservedTime::Ago(10)) },
        Action::Count { item: tally, seen: None },
        Action::Clear(1),
        Action::Undo,
        Action::Redo,
        Action::Note { item: None, text: "page".to_owned() },
        Action::Note { item: Some(2), text: "note".to_owned() },
        Action::ChangeHeader(HeaderFact::Kind(Kind::SelfAudit)),
        Action::ChangeHeader(HeaderFact::Remark("rain".to_owned())),
        Action::Mark(None),
        Action::Mark(Some("door".to_owned())),
        Action::Pause(Some("telephone".to_owned())),
        Action::Continue(None),
        Action::Pause(None),
        Action::Continue(Some("a customer asked".to_owned())),
    ];
    for (n, action) in (1..).zip(&actions) {
        // Once, the wall clock is ahead of the monotonic clock by an hour.
        let mut now = crate::support::moment(1000 * n);
        now.wall = if n > 5 { crate::support::moment(1000 * n + 3_600_000).wall } else { now.wall };
        visit.act(action, &now).unwrap();
    }
    let mark = visit.state().marks()[0].seq;
    let now = crate::support::moment(30_000);
    visit.resume(&crate::support::program(), &now).unwrap();
    visit.act(&Action::Bind { mark, item: 1 }, &now).unwrap();
    let mut journal = written(&place, &visit);
    for end in [Action::Finish, Action::Abandon] {
        let mut over = visit.clone();
        over.act(&end, &now).unwrap();
        journal.extend(written(&place, &over));
        let why = Authorship::new("Chloé", "wrong shop").unwrap();
        over.reopen(&why, &crate::support::program(), &now).unwrap();
        over.act(&Action::Void(why), &now).unwrap();
        journal.extend(written(&place, &over));
    }
    journal.extend(timed(&place));
    journal
        .push(r#"{"format":"esprit.journal/1","previous":"0195c0de-0000-7000-8000-000000000001.journal"}"#.to_owned());
    for line in &journal {
        check("journal", line);
    }
    let types: HashSet<_> = journal.iter().filter_map(|line| type_of(line)).collect();
    let mut missing: Vec<_> = event_types().into_iter().filter(|name| !types.contains(name)).collect();
    missing.sort();
    assert!(missing.is_empty(), "no line of type {missing:?} was checked");
}

/// Returns the journal lines of a timer that the observer starts; the bundled checklists have none.
fn timed(place: &Place) -> Vec<String> {
    let definition = crate::support::definition(r#"{"id": "t", "label": "t", "response": {"type": "timer"}}"#);
    let mut visit = begin(&definition);
    for press in [TimerPress::Start, TimerPress::Stop] {
        visit.act(&Action::Timer { item: 0, press, seen: None }, &crate::support::moment(1000)).unwrap();
    }
    written(place, &visit)
}

/// Writes a visit's journal and returns its lines.
fn written(place: &Place, visit: &Visit) -> Vec<String> {
    let folders = place.folders();
    let path = folders.unfinished().join(format!("{}.journal", crate::support::SESSION));
    let mut journal = Journal::create(&folders, visit.definition(), crate::support::SESSION).unwrap();
    journal.append(visit.events()).unwrap();
    let text = fs::read_to_string(&path).unwrap();
    fs::remove_file(path).unwrap();
    text.lines().map(str::to_owned).collect()
}

fn type_of(line: &str) -> Option<String> {
    let value: serde_json::Value = serde_json::from_str(line).unwrap();
    value.get("type").map(|name| name.as_str().unwrap().to_owned())
}

/// Returns the types of events in the schema.
fn event_types() -> Vec<String> {
    let (_, schema) = schemas::generate().into_iter().find(|(file, _)| file.starts_with("journal")).unwrap();
    let mut found = Vec::new();
    let mut todo = vec![&schema];
    while let Some(value) = todo.pop() {
        // Responses of a checklist have a type too, but no number.
        if let Some(kinds) = value.pointer("/properties/seq").and(value.get("oneOf")).and_then(|kinds| kinds.as_array())
        {
            found.extend(kinds.iter().map(|kind| kind["properties"]["type"]["const"].as_str().unwrap().to_owned()));
        }
        match value {
            serde_json::Value::Object(map) => todo.extend(map.values()),
            serde_json::Value::Array(list) => todo.extend(list),
            _ => {}
        }
    }
    assert!(found.len() > 15, "{found:?}");
    found
}
