//! Which sheets count and which is the reference, on hand-made cases; and what `--reference` accepts.

use super::{checklist, sheet};
use crate::practise::lines::practised;
use crate::practise::{FROZEN, library};
use crate::support::Place;
use esprit::analysis::class::{Class, ClassBuilder, Matching, Reference};
use esprit::visit::definitions::Definitions;
use esprit::visit::record::Record;
use jiff::SignedDuration;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// A visit of one site: its id, whose first letter is its observer's, and its answer to the only item. The second
/// letter is the order in which they began.
type Sheet = (&'static str, &'static str);

fn record((id, answer): Sheet) -> Record<'static> {
    let mut record = sheet("x", &id[..1], &[("a", answer)]);
    record.id = id.into();
    record.started_at = format!("2026-03-02T10:0{}:00+01:00", &id[1..2]).into();
    record
}

fn put_together(sheets: &[Sheet], references: &[&str], least: usize) -> Vec<Class> {
    let mut classes = ClassBuilder::default();
    for sheet in sheets {
        classes.add_session(&record(*sheet), None);
    }
    for session in references {
        classes.add_reference(session);
    }
    let definitions = Definitions::from([("sha256:1".to_owned(), checklist(&["a"], ""))]);
    let matching = Matching { scenarios: true, sites: true, window: SignedDuration::from_mins(30), least };
    classes.build(&definitions, matching)
}

/// The result for a class: the sessions that count, observers with several, those set aside, and the expected answers.
type Outcome = (&'static [&'static str], &'static [&'static str], &'static [&'static str], Option<&'static str>);

#[test]
fn copies_count_once_and_references_are_found_among_other_visits() {
    let cases: [(&str, &[Sheet], &[&str], Outcome); 10] = [
        ("two observers", &[("a1", "yes"), ("b1", "no")], &[], (&["a1", "b1"], &[], &[], None)),
        ("a copy", &[("a1", "yes"), ("a1", "yes"), ("b1", "no")], &[], (&["a1", "b1"], &[], &[], None)),
        ("a second visit", &[("a1", "yes"), ("a2", "no"), ("b1", "no")], &[], (&["a2", "b1"], &["a"], &[], None)),
        (
            "a copy of the first of two",
            &[("a1", "yes"), ("a2", "no"), ("a1", "yes"), ("b1", "no")],
            &[],
            (&["a2", "b1"], &["a"], &[], None),
        ),
        ("a reference", &[("a1", "yes"), ("b1", "no")], &["a1"], (&["b1"], &[], &["a1"], Some("yes"))),
        (
            "a reference with a later visit of its observer",
            &[("a1", "yes"), ("a2", "no"), ("b1", "no")],
            &["a1"],
            (&["a2", "b1"], &[], &["a1"], Some("yes")),
        ),
        (
            "a reference with an earlier one",
            &[("a1", "yes"), ("a2", "no"), ("b1", "no")],
            &["a2"],
            (&["a1", "b1"], &[], &["a2"], Some("no")),
        ),
        (
            "a reference among three of its observer",
            &[("a1", "yes"), ("a2", "partly"), ("a3", "no"), ("b1", "no")],
            &["a2"],
            (&["a3", "b1"], &["a"], &["a2"], Some("partly")),
        ),
        (
            "a reference with a copy",
            &[("a1", "yes"), ("b1", "no"), ("a1", "yes")],
            &["a1"],
            (&["b1"], &[], &["a1"], Some("yes")),
        ),
        (
            "two references",
            &[("a1", "yes"), ("b1", "no"), ("c1", "no")],
            &["a1", "b1"],
            (&["c1"], &[], &["a1", "b1"], Some("no")),
        ),
    ];
    for (name, sheets, references, (counted, again, aside, expected)) in cases {
        let mut reversed = sheets.to_vec();
        reversed.reverse();
        for sheets in [sheets, reversed.as_slice()] {
            let found = put_together(sheets, references, 1);
            let [class] = found.as_slice() else { panic!("{name}: {found:?}") };
            let sessions: Vec<&str> = class.sheets.iter().map(|sheet| &*sheet.session).collect();
            assert_eq!(
                (sessions.as_slice(), &*class.again, &*class.aside),
                (counted, &*owned(again), &*owned(aside)),
                "{name}"
            );
            let says = class.expected.get("a").map(|expected| expected.value.to_string());
            assert_eq!(says.as_deref(), expected, "{name}");
            let reference = aside.last().map(|session| Reference::Session((*session).to_owned()));
            assert_eq!(class.reference, reference, "{name}");
        }
    }
    assert!(put_together(&[("a1", "yes")], &["a1"], 1).is_empty(), "nobody is held against it");
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// Creates a place where three observers practised on the frozen scenario.
fn three() -> (Place, String) {
    let place = Place::new();
    library(&place);
    for (observer, smile) in [("ana", "p"), ("ben", "p"), ("cid", "y")] {
        practised(&place, observer, "4", smile);
    }
    let sessions = place.folders().sessions().to_str().unwrap().to_owned();
    (place, sessions)
}

fn run(place: &Place, lang: &str, sessions: &str, more: &[&str]) -> (i32, String, String) {
    place.run(lang, &[&["agreement", sessions], more].concat(), "")
}

fn agreement_json(place: &Place, sessions: &str, more: &[&str]) -> Value {
    let (code, out, err) = run(place, "en", sessions, &[more, &["--format", "json"]].concat());
    assert_eq!(code, 0, "{err}");
    crate::schemas::check("agreement", &out);
    serde_json::from_str(&out).unwrap()
}

/// Writes a changed copy of the frozen scenario to another place.
fn elsewhere(place: &Place, name: &str, from: &str, to: &str) -> String {
    let path = place.dir.path().join(name);
    assert!(FROZEN.contains(from));
    fs::write(&path, FROZEN.replacen(from, to, 1)).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn a_scenario_is_a_reference_by_id_or_file_in_any_version() {
    let (place, sessions) = three();
    let later = elsewhere(
        &place,
        "later.json",
        "\"version\": \"1.0.0\",\n  \"checklist\"",
        "\"version\": \"1.1.0\",\n  \"checklist\"",
    );
    let by_id = agreement_json(&place, &sessions, &["--reference", "bakery"]);
    let reference = &by_id["comparisons"][0]["meetings"][0]["reference"];
    assert_eq!(
        *reference,
        serde_json::json!({"kind": "scenario", "id": "bakery", "version": "1.0.0", "watched": true})
    );
    // It is no longer in the library, but its file can be anywhere.
    fs::remove_file(place.folders().scenarios().join("bakery.json")).unwrap();
    let without = agreement_json(&place, &sessions, &[]);
    assert_eq!(
        (&without["comparisons"][0]["against"], &without["comparisons"][0]["meetings"][0]["reference"]),
        (&"others".into(), &Value::Null)
    );
    let same = elsewhere(&place, "same.json", "1.0.0", "1.0.0");
    let by_file = agreement_json(&place, &sessions, &["--reference", &same]);
    assert_eq!(by_file, by_id);
    assert_eq!(by_file["source"]["references"], serde_json::json!(["bakery 1.0.0"]));
    let by_later = agreement_json(&place, &sessions, &["--reference", &later]);
    assert_eq!(by_later["comparisons"][0]["observers"], by_id["comparisons"][0]["observers"]);
    assert_eq!(by_later["comparisons"][0]["meetings"][0]["reference"]["watched"], false);
    for (lang, held, version) in [
        (
            "en",
            "Compared with the answers of the scenario bakery 1.1.0.",
            "the version of the scenario that was watched is not the one",
        ),
        ("fr", "Comparées aux réponses du scénario bakery 1.1.0.", "la version du scénario qui a été suivie n’est pas"),
    ] {
        let (_, out, _) = run(&place, lang, &sessions, &["--reference", &later]);
        let out = on_one_line(&out);
        assert!(out.contains(held) && out.contains(version), "{out}");
    }
    // Some watched the later version: each meeting is compared with its own version if both are given.
    crate::practise::install(&place, "bakery.json", &fs::read_to_string(&later).unwrap());
    for observer in ["dan", "eve"] {
        practised(&place, observer, "4", "p");
    }
    let versions = |asked: &[&str]| -> Vec<(Value, Value)> {
        let more: Vec<&str> = asked.iter().flat_map(|one| ["--reference", one]).collect();
        let found = agreement_json(&place, &sessions, &more);
        let meetings = found["comparisons"][0]["meetings"].as_array().unwrap().iter();
        meetings.map(|one| (one["reference"]["version"].clone(), one["reference"]["watched"].clone())).collect()
    };
    let both = vec![("1.0.0".into(), true.into()), ("1.1.0".into(), true.into())];
    for asked in [[&*later, &*same], [&*same, "bakery"]] {
        let mut found = versions(&asked);
        found.sort_by_key(|(version, _)| version.to_string());
        assert_eq!(found, both);
    }
    let mut found = versions(&["bakery", &later]);
    found.sort_by_key(|(_, watched)| watched.to_string());
    assert_eq!(found, [("1.1.0".into(), false.into()), ("1.1.0".into(), true.into())], "one of them, asked for twice");
}

fn on_one_line(text: &str) -> String {
    text.split([' ', '\n']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[test]
fn invalid_references_and_two_for_one_meeting_are_reported() {
    let (place, sessions) = three();
    let broken = elsewhere(&place, "broken.json", "\"partly\"", "\"sometimes\"");
    let checklist = place.dir.path().join("checklist.json");
    fs::write(&checklist, r#"{"format": "esprit.checklist/1"}"#).unwrap();
    let nothing = place.dir.path().join("nothing.txt");
    fs::write(&nothing, "bakery").unwrap();
    let session = path_of(&place, "ana");
    let (checklist, nothing, session) = (text(&checklist), text(&nothing), text(&session));
    for (lang, neither, fault, unused, several) in [
        (
            "en",
            "is neither a visit nor a scenario",
            "reference[0].value",
            "The reference kettle 1.1.0 matches none of the visits",
            "One meeting has several references",
        ),
        (
            "fr",
            "n’est ni une visite ni un scénario",
            "reference[0].value",
            "La référence kettle 1.1.0 ne correspond à aucune des visites",
            "Une même situation a plusieurs références",
        ),
    ] {
        let cases: [(&[&str], &str); 9] = [
            (&["/nowhere/x.json"], neither),
            (&["nowhere"], neither),
            (&["ffffffff"], neither),
            (&[checklist], neither),
            (&[nothing], neither),
            (&[place.dir.path().to_str().unwrap()], neither),
            (&[&broken], fault),
            (&["kettle"], unused),
            (&["bakery", session], several),
        ];
        for (asked, said) in cases {
            let more: Vec<&str> = asked.iter().flat_map(|one| ["--reference", one]).collect();
            let (code, out, err) = run(&place, lang, &sessions, &more);
            assert_eq!((code, out.as_str()), (1, ""), "{asked:?}");
            assert!(on_one_line(&err).contains(said), "{asked:?}: {err}");
        }
    }
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Returns the file of an observer's visit.
fn path_of(place: &Place, observer: &str) -> PathBuf {
    let of =
        |path: &PathBuf| fs::read_to_string(path).unwrap().contains(&format!("\"observer\":{{\"id\":\"{observer}\""));
    place.sessions().into_iter().find(of).unwrap()
}

#[test]
fn a_session_file_is_a_reference_despite_later_practice() {
    let (place, sessions) = three();
    let first = path_of(&place, "ana");
    practised(&place, "ana", "4", "n");
    let found = agreement_json(&place, &sessions, &["--reference", text(&first)]);
    // A copy of it in another place is the same.
    let copy = place.dir.path().join("copy.json");
    fs::copy(&first, &copy).unwrap();
    assert_eq!(agreement_json(&place, &sessions, &["--reference", text(&copy), "--reference", text(&first)]), found);
    let comparison = &found["comparisons"][0];
    let names: Vec<&str> =
        comparison["observers"].as_array().unwrap().iter().map(|row| row["observer"].as_str().unwrap()).collect();
    assert_eq!((names, &comparison["meetings"][0]["again"]), (vec!["ana", "ben", "cid"], &serde_json::json!([])));
    assert_eq!(comparison["meetings"][0]["reference"]["kind"], "session");
    let agreed: Vec<u64> = comparison["confusion"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["item"] == "greeting.smile")
        .map(|row| row["n"].as_u64().unwrap())
        .collect();
    assert_eq!(agreed.iter().sum::<u64>(), 3, "all three are held against what ana said at first");
}

#[test]
fn a_reference_is_found_by_the_beginning_of_its_id() {
    let (place, _) = three();
    // All in one file, and none of them in the data folder.
    let lines: String = place.sessions().iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    let first = place.sessions()[0].clone();
    let id =
        serde_json::from_str::<Value>(&fs::read_to_string(first).unwrap()).unwrap()["id"].as_str().unwrap().to_owned();
    let all = place.dir.path().join("all.ndjson");
    fs::write(&all, lines).unwrap();
    fs::remove_dir_all(place.folders().sessions()).unwrap();
    let found = agreement_json(&place, text(&all), &["--reference", &id[..id.len() - 2].to_uppercase()]);
    assert_eq!(found["source"]["references"], serde_json::json!([id]));
    assert_eq!(found["comparisons"][0]["visits"], 2);
    for (lang, words) in [("en", "3 visits"), ("fr", "3 visites")] {
        let (code, _, err) = run(&place, lang, text(&all), &["--reference", &id[..2]]);
        assert!(code == 1 && err.contains(words), "{err}");
    }
}

#[test]
fn copies_of_a_visit_count_once_and_are_reported() {
    let (place, _) = three();
    let folder = place.dir.path().join("usb");
    for (observer, file) in [
        ("ana", "bakery.json"),
        ("ben", "bakery.json"),
        ("cid", "bakery.json"),
        ("ana", "Copie de bakery.json"),
        ("ben", "bakery 2.json"),
    ] {
        let to = folder.join(format!("{observer} {file}")).join(file);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(path_of(&place, observer), to).unwrap();
    }
    let again = folder.join("again/bakery.json");
    fs::create_dir_all(again.parent().unwrap()).unwrap();
    fs::copy(path_of(&place, "cid"), again).unwrap();
    for on in ["file-name", "scenario", "site+window"] {
        let found = agreement_json(&place, text(&folder), &["--on", on]);
        let meetings = found["comparisons"][0]["meetings"].as_array().unwrap();
        assert_eq!(
            (meetings.len(), &meetings[0]["observers"], &meetings[0]["again"]),
            (1, &3.into(), &serde_json::json!([])),
            "{on}"
        );
        assert_eq!((&found["source"]["sessions"], &found["source"]["duplicates"]), (&3.into(), &3.into()), "{on}");
        for (lang, words) in [
            ("en", "3 copies of visits were counted once"),
            ("fr", "3 copies de visites n’ont été comptées qu’une fois"),
        ] {
            let (_, out, _) = run(&place, lang, text(&folder), &["--on", on]);
            assert!(out.contains(words), "{out}");
        }
    }
}
