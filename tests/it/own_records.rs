//! A visit that the program makes is one that its reports take, whatever was typed; and no file is refused because of
//! how its texts look.

use crate::support::{Place, definition, moment, setup};
use esprit::visit::{Action, Observer, Site, Value, Visit, VisitSetup};
use serde_json::Value as Json;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

fn case(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/cases/security").join(name)
}

fn report(place: &Place, args: &[&str]) -> Json {
    let (code, out, err) = place.run("en", &[&["report", "--format", "json"], args].concat(), "");
    assert_eq!(code, 0, "{err}");
    serde_json::from_str(&out).unwrap()
}

fn notes(report: &Json) -> Vec<(String, Vec<String>)> {
    let text = |value: &Json| value.as_str().unwrap().to_owned();
    let note = |note: &Json| (text(&note["code"]), note["subject"].as_array().unwrap().iter().map(text).collect());
    report["notes"].as_array().unwrap().iter().map(note).collect()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

#[test]
fn a_visit_with_texts_that_cannot_be_shown_counts() {
    let place = Place::new();
    let file = case("report-refuses-own/a.json");
    let file = file.to_str().unwrap();
    assert_eq!(place.run("en", &["verify", file], "").0, 0);
    let report = report(&place, &[file]);
    assert_eq!((&report["source"]["sessions"], &report["source"]["damaged"]), (&1.into(), &Json::Array(vec![])));
    for format in ["text", "csv", "html"] {
        let (code, out, err) = place.run("en", &["report", file, "--format", format, "--by", "site,group"], "");
        assert!(code == 0 && !out.contains(|c: char| c.is_control() && c != '\n' && c != '\r'), "{format}: {err}");
    }
}

#[test]
fn a_control_character_in_a_list_is_a_space() {
    let place = Place::new();
    let data = place.folders().data().to_owned();
    copy(&case("sites-csv-control"), &data);
    let groups = |args: &[&str]| {
        let report = report(&place, &[args, &["--by", "group"]].concat());
        assert_eq!(report["source"]["damaged"], Json::Array(vec![]));
        report["scores"].as_array().unwrap().iter().map(|row| row["key"]["group"].clone()).collect::<Vec<_>>()
    };
    // As it stands in the visit's file, without the list.
    assert_eq!(groups(&["--as-recorded"]), ["Nord Est"]);
    assert_eq!(groups(&[]), ["Nord Est"]);
    let args = ["visit", "customer", "--site", "agence s", "--observer", "o", "--plain"];
    assert_eq!(place.run("en", &args, "finish\nfinish\n").0, 0);
    let newest = place.sessions().into_iter().map(|path| fs::read_to_string(path).unwrap());
    let newest = newest.filter(|text| text.contains("\"id\":\"customer\"")).collect::<Vec<_>>();
    assert!(newest.len() == 1 && newest[0].contains(r#""group":"Nord Est""#), "{newest:?}");
    // Of each of the two checklists.
    assert_eq!(groups(&["--as-recorded"]), ["Nord Est"; 2]);
}

#[test]
fn what_is_typed_is_clean_in_the_events() {
    let dirty = "a\u{1b}[31m\u{202e}b\tc";
    let definition = definition(r#"{"id": "a", "label": "A", "response": {"type": "text"}}"#);
    let setup = VisitSetup {
        site: Site { id: "s".into(), name: Some(dirty.into()), group: Some("\t".into()) },
        observer: Observer { id: "o".into(), name: Some(dirty.into()) },
        remark: Some(dirty.into()),
        ..setup()
    };
    let mut visit = Visit::begin(definition, setup, &moment(0)).unwrap();
    let note = |item| Action::Note { item, text: "one\u{7}\ntwo\u{9b}\tthree".into() };
    let value = Value::text("answer\u{1b}\n\u{202e}two");
    visit.act(&Action::Answer { item: 0, value, seen: None }, &moment(1000)).unwrap();
    assert_eq!(visit.state().answer(0).unwrap().value, Value::text("answer\ntwo"));
    for action in [note(None), note(Some(0)), Action::Mark(Some(dirty.into())), Action::Pause(Some(dirty.into()))] {
        visit.act(&action, &moment(1000)).unwrap();
    }
    let text = serde_json::to_string(visit.events()).unwrap();
    for part in [r"\u00", "\u{202e}", r"\t", "\u{9b}"] {
        assert!(!text.contains(part), "{part:?}: {text}");
    }
    assert!(text.contains(r"one\ntwo three"), "{text}");
    let started = &visit.state().started().unwrap().0;
    assert_eq!((started.site.name.as_deref(), started.site.group.as_deref()), (Some("a [31mb c"), None));
}

#[test]
fn one_visit_with_other_questions_does_not_rename_those_of_the_others() {
    let place = Place::new();
    let mut lines = String::new();
    let packed = fs::File::open(case("stranger-renames-questions.ndjson.gz")).unwrap();
    flate2::read::GzDecoder::new(packed).read_to_string(&mut lines).unwrap();
    let file = place.dir.path().join("all.ndjson");
    fs::write(&file, &lines).unwrap();
    let report = report(&place, &[file.to_str().unwrap()]);
    // The wording of nineteen visits stands, and that of the twentieth is named.
    let first: Json = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
    let items = first["definition"]["sections"].as_array().unwrap().iter().flat_map(|s| s["items"].as_array().unwrap());
    for item in items {
        let id = item["id"].as_str().unwrap();
        assert_eq!(report["labels"]["items"][id], item["label"], "{id}");
    }
    let codes: Vec<String> = notes(&report).into_iter().map(|(code, _)| code).collect();
    assert!(codes.iter().any(|code| code == "texts_changed" || code == "contents_apart"), "{codes:?}");
}

#[test]
fn two_names_of_other_scripts_are_two_sites_and_two_observers() {
    let place = Place::new();
    let visits = [
        ("Магазин Ленина 5", "Иван 1"),
        ("Магазин Гагарина 5", "Пётр 1"),
        ("C#", "иван 1"),
        ("C++", "Œuvre 1"),
        ("東京駅前店", "Пётр 1"),
        ("Œuvre 1", "Пётр 1"),
        ("магазин  ленина 5", "ИВАН 1"),
    ];
    for (site, observer) in visits {
        let args = ["visit", "customer", "--site", site, "--observer", observer, "--plain"];
        assert_eq!(place.run("en", &args, "finish\nfinish\n").0, 0, "{site}");
    }
    let report = report(&place, &["--by", "site"]);
    let names = |labels: &str| {
        let mut names: Vec<String> = report["labels"][labels]
            .as_object()
            .unwrap()
            .values()
            .map(|name| name.as_str().unwrap().to_owned())
            .collect();
        names.sort();
        names
    };
    assert_eq!(names("sites"), ["C#", "C++", "Œuvre 1", "Магазин Гагарина 5", "Магазин Ленина 5", "東京駅前店"]);
    assert_eq!(names("observers"), ["Œuvre 1", "Иван 1", "Пётр 1"]);
    assert!(notes(&report).iter().all(|(code, _)| !code.contains("name")), "{report}");
    // The same ids on another machine.
    let other = Place::new();
    let args = ["visit", "customer", "--site", "c++", "--observer", "пётр 1", "--plain"];
    assert_eq!(other.run("en", &args, "finish\nfinish\n").0, 0);
    let read = |path: &PathBuf| -> Json { serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap() };
    let theirs = read(&other.sessions()[0]);
    let ours: Vec<Json> = place.sessions().iter().map(read).collect();
    let id = |visit: &Json, key: &str| visit[key]["id"].clone();
    assert!(ours.iter().any(|visit| id(visit, "site") == id(&theirs, "site")));
    assert!(ours.iter().any(|visit| id(visit, "observer") == id(&theirs, "observer")));
}

#[test]
fn a_report_says_where_names_and_ids_do_not_match() {
    let place = Place::new();
    let args = ["visit", "customer", "--site", "s1", "--observer", "o1", "--plain"];
    assert_eq!(place.run("en", &args, "finish\nfinish\n").0, 0);
    let text = fs::read_to_string(&place.sessions()[0]).unwrap();
    let visits = [
        ("s1", "Centre", "o1", "Anna"),
        ("s1", "Gare", "o1", "Ben"),
        ("s2", "centre", "o2", "ANNA"),
        ("s1", "GARE", "o1", "anna"),
    ];
    let mut lines = String::new();
    for (number, (site, name, observer, observer_name)) in (0..).zip(visits) {
        let mut visit: Json = serde_json::from_str(&text).unwrap();
        visit["id"] = format!("0195c0de-0000-7000-8000-00000000000{number}").into();
        visit["site"] = serde_json::json!({"id": site, "name": name});
        visit["observer"] = serde_json::json!({"id": observer, "name": observer_name});
        lines += &(visit.to_string() + "\n");
    }
    let file = place.dir.path().join("all.ndjson");
    fs::write(&file, &lines).unwrap();
    let path = file.to_str().unwrap();
    let found = notes(&report(&place, &[path]));
    let expected = [
        ("site_with_several_names", vec!["s1", "Centre", "GARE"]),
        ("sites_with_one_name", vec!["Centre", "s1", "s2"]),
        ("observer_with_several_names", vec!["o1", "Anna", "Ben"]),
        ("observers_with_one_name", vec!["Anna", "o1", "o2"]),
    ];
    for (code, subject) in expected {
        let subject: Vec<String> = subject.into_iter().map(str::to_owned).collect();
        assert!(found.contains(&(code.to_owned(), subject.clone())), "{code} {subject:?}: {found:?}");
    }
    let (_, out, _) = place.run("en", &["report", path], "");
    let (_, page, _) = place.run("fr", &["report", path, "--format", "html"], "");
    assert!(out.replace('\n', " ").contains("The site s1 has several names: Centre, GARE."), "{out}");
    assert!(page.contains("«\u{a0}Anna\u{a0}» est le nom de plusieurs observateurs\u{a0}: o1, o2."), "{page}");
}
