//! The schemas in the repository are those of the types, and everything written fits them.

use crate::support::{Place, begin, bundled, saved_session};
use esprit::store::{Journal, checklists, schemas};
use esprit::visit::{Action, TimerPress, Value};
use std::fs;
use std::path::Path;

#[test]
fn the_schemas_in_the_repository_are_those_of_the_types() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas");
    for (name, schema) in schemas::all() {
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

fn check(name: &str, document: &str) {
    let (_, schema) = schemas::all().into_iter().find(|(file, _)| file.starts_with(name)).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let value: serde_json::Value = serde_json::from_str(document).unwrap();
    let faults: Vec<_> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
    assert!(faults.is_empty(), "{name}: {faults:?}\n{document}");
}

#[test]
fn what_the_program_writes_fits_its_schema() {
    let place = Place::new();
    check("session", &fs::read_to_string(saved_session(&place)).unwrap());
    for listed in checklists::bundled() {
        check("checklist", &listed.definition.unwrap().raw().to_string());
    }
    check("checklist", &fs::read_to_string(checklists::new_file(&place.folders()).unwrap()).unwrap());
    let definition = bundled("customer");
    let mut visit = begin(&definition);
    let tally = definition.items().find(|(_, item)| item.response.type_name() == "count").unwrap().0;
    let actions = [
        Action::Timer { item: 0, press: TimerPress::Never, seen: None },
        Action::Answer { item: 1, value: Value::text("yes"), seen: Some(esprit::visit::Seen::Ago(10)) },
        Action::Count { item: tally, seen: None },
        Action::Clear(1),
        Action::Undo,
        Action::Redo,
        Action::Note { item: None, text: "page".to_owned() },
        Action::Mark(None),
        Action::Pause(Some("telephone".to_owned())),
        Action::Continue,
        Action::Abandon,
    ];
    for (n, action) in (1..).zip(&actions) {
        // An hour later by the wall than by the other clock, once.
        let mut now = crate::support::moment(1000 * n);
        now.wall = if n > 5 { crate::support::moment(1000 * n + 3_600_000).wall } else { now.wall };
        visit.act(action, &now).unwrap();
    }
    let folders = place.folders();
    let mut journal = Journal::create(&folders, &definition, crate::support::SESSION).unwrap();
    journal.append(visit.events()).unwrap();
    let path = folders.unfinished().join(format!("{}.journal", crate::support::SESSION));
    for line in fs::read_to_string(path).unwrap().lines() {
        check("journal", line);
    }
}
