//! Reading sessions for figures: every visit in the folders counts once, and whatever cannot be used is reported.

use crate::support::{Place, bundled, moment, saved_session, setup};
use esprit::store::reading::{Found, Options, Progress, Reason, Seals, Taker, in_order, read};
use esprit::store::session::Session;
use esprit::store::verify::Problem;
use esprit::visit::event::{Observer, ScenarioRef};
use esprit::visit::record::Record;
use esprit::visit::{Action, Kind, Site, Visit, VisitSetup};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::value::to_raw_value;
use serde_json::{Value, json};
use std::fs;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// Keeps all that it receives.
#[derive(Default)]
struct Keeper(Vec<String>);

impl Taker for Keeper {
    fn take(&mut self, record: &Record<'_>) {
        self.0.push(format!("{record:?}"));
    }
}

fn options(threads: usize) -> Options {
    Options { threads: NonZeroUsize::new(threads), ..Options::default() }
}

fn keep_reading(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// Reads, and returns what was received, sorted.
fn read_with(paths: &[PathBuf], options: &Options) -> (Vec<String>, Found) {
    let done = read(paths, options, &keep_reading, &Keeper::default).unwrap();
    let mut records: Vec<String> = done.takers.into_iter().flat_map(|keeper| keeper.0).collect();
    records.sort();
    assert_eq!(records.len() as u64, done.found.sessions);
    (records, done.found)
}

fn read_ids(path: &Path) -> (Vec<String>, Found) {
    read_with(&[path.to_owned()], &options(2))
}

/// Returns what is damaged: name, line, reason.
fn damages(found: &Found) -> Vec<(String, Option<usize>, &'static str)> {
    let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    found.damaged.iter().map(|damaged| (name(&damaged.path), damaged.line, damaged.reason.code())).collect()
}

/// Returns the line of a visit, as the program writes it.
fn line(number: u32) -> String {
    let definition = bundled(["customer", "internal"][number as usize % 2]);
    let setup = VisitSetup {
        session: format!("0195c0de-0000-7000-8000-{number:012x}"),
        site: Site { id: format!("lyon-{}", number % 3), name: Some("Évry \"3\"".to_owned()), group: None },
        observer: Observer { id: "o12".to_owned(), name: None },
        ..setup()
    };
    let start = u64::from(number) * 90_000_000 % 1_000_000_007;
    let mut visit = Visit::begin(definition.clone(), setup, &moment(start)).unwrap();
    for (index, item) in definition.items() {
        let value = match item.response.type_name() {
            "behaviour" => ["yes", "no", "partly"][(index + number as usize) % 3],
            _ => continue,
        };
        if visit.state().applies(index) {
            let action = Action::Answer { item: index, value: esprit::visit::Value::text(value), seen: None };
            let _ = visit.act(&action, &moment(start + 1000 * (index as u64 + 1)));
        }
    }
    let note = Action::Note { item: Some(3), text: "=cmd|' « dit »\n\u{1b}[31m\"".to_owned() };
    visit.act(&note, &moment(start + 50_000)).unwrap();
    visit.act(&Action::Finish, &moment(start + 60_000)).unwrap();
    let raw: Vec<_> = visit.events().iter().map(|event| to_raw_value(event).unwrap()).collect();
    let session = Session::derive(&definition, visit.events(), raw).unwrap();
    // Figures need the last event's link, but not its content.
    let line = session.to_line().unwrap();
    line.replace("\"type\":\"finished\"}]", &format!("\"type\":\"finished\",\"chain\":\"{}\"}}]", "0".repeat(64)))
}

static LINES: LazyLock<Vec<String>> = LazyLock::new(|| (0..40).map(line).collect());

fn value(line: &str) -> Value {
    serde_json::from_str(line).unwrap()
}

fn pretty(line: &str) -> String {
    serde_json::to_string_pretty(&value(line)).unwrap()
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
fn a_saved_visit_is_read_as_it_was_written() {
    let place = Place::new();
    let path = saved_session(&place);
    let session = value(&fs::read_to_string(&path).unwrap());
    let mut seen = 0;
    let found = in_order(&[place.data()], &options(1), &keep_reading, &mut |record| {
        seen += 1;
        assert_eq!(record.id, session["id"].as_str().unwrap());
        assert_eq!((record.date.to_string().as_str(), record.hour), ("2026-03-01", 10));
        assert_eq!(record.percent, session["score"]["percent"].as_f64());
        assert_eq!(record.failed_critical.len(), session["score"]["failed_critical"].as_array().unwrap().len());
        assert!(record.sealed && record.complete);
        let answers = session["answers"].as_array().unwrap();
        assert_eq!(record.rows.len(), answers.len());
        for (row, answer) in record.rows.iter().zip(answers) {
            assert_eq!(row.item, answer["item"].as_str().unwrap());
            assert_eq!(row.value.as_text(), answer["value"].as_str());
            assert_eq!(row.note.as_deref(), answer.get("note").and_then(Value::as_str));
            assert_eq!(row.elapsed_ms, answer.get("elapsed_ms").and_then(Value::as_u64));
            assert_eq!(Some(row.points), answer["points"].as_f64());
        }
    })
    .unwrap();
    assert_eq!((seen, found.sessions, found.respelled, found.unsealed), (1, 1, 0, 0));
    assert_eq!(found.definitions.kept().next().unwrap().0, session["checklist"]["digest"].as_str().unwrap());
    assert!(found.damaged.is_empty(), "{:?}", found.damaged);
}

#[test]
fn the_scenario_is_read_however_it_is_spelled() {
    let definition = bundled("customer");
    let scenario = ScenarioRef { id: "counter".into(), version: "1.0.0".into(), digest: "sha256:5".into(), speed: 1.5 };
    let setup = VisitSetup { kind: Kind::Training, scenario: Some(scenario.clone()), ..setup() };
    let mut visit = Visit::begin(definition.clone(), setup, &moment(0)).unwrap();
    visit.act(&Action::Finish, &moment(60_000)).unwrap();
    let raw = visit.events().iter().map(|event| to_raw_value(event).unwrap()).collect();
    let line = Session::derive(&definition, visit.events(), raw).unwrap().to_line().unwrap();
    let place = Place::new();
    let file = place.dir.path().join("one.json");
    for text in [line.clone(), pretty(&line), reversed(&value(&line)).to_string()] {
        fs::write(&file, text).unwrap();
        let mut seen = None;
        in_order(std::slice::from_ref(&file), &options(1), &keep_reading, &mut |record| {
            seen = record.scenario.as_deref().cloned();
        })
        .unwrap();
        assert_eq!(seen.as_ref(), Some(&scenario));
    }
    fs::write(&file, line.replace("\"speed\":1.5", "\"speed\":0.0")).unwrap();
    let found = in_order(&[file], &options(1), &keep_reading, &mut |_| panic!("a script that stands still")).unwrap();
    assert_eq!(damages(&found), [("one.json".to_owned(), None, "field")]);
}

#[test]
fn the_spelling_of_a_session_does_not_matter() {
    let place = Place::new();
    let file = place.dir.path().join("one.json");
    let line = &LINES[1];
    fs::write(&file, line).unwrap();
    let (expected, found) = read_ids(&file);
    assert_eq!((found.sessions, found.respelled), (1, 0));
    let spellings = [
        pretty(line),
        pretty(line).replace('\n', "\r\n"),
        reversed(&value(line)).to_string(),
        format!("\u{feff}{line}"),
        format!("\n\n  {line}\n \n"),
        line.trim_end().to_owned(),
        line.replace("Évry", "\\u00c9vry"),
        line.replace("60000", "60000.0"),
    ];
    for spelling in spellings {
        fs::write(&file, &spelling).unwrap();
        let (records, found) = read_ids(&file);
        assert_eq!((records, damages(&found)), (expected.clone(), vec![]), "{spelling}");
        assert_eq!((found.unsealed, found.definitions.kept().len()), (0, 1));
    }
    let copies = place.dir.path().join("copies");
    fs::create_dir(&copies).unwrap();
    fs::write(copies.join("a.json"), line).unwrap();
    fs::write(copies.join("b.json"), pretty(line)).unwrap();
    let (records, found) = read_ids(&copies);
    assert_eq!((records, found.duplicates, found.damaged.len()), (expected, 1, 0), "the same but for the spelling");
}

/// Writes the visits to files of every kind, with names that begin with `word`.
fn lay_out(folder: &Path, word: &str, turn: usize) {
    fs::create_dir_all(folder.join("2026/03")).unwrap();
    fs::create_dir_all(folder.join(".hidden")).unwrap();
    let mut lines: Vec<&String> = LINES.iter().collect();
    lines.rotate_left(turn);
    let write = |name: &str, text: String| fs::write(folder.join(name), text).unwrap();
    for (number, line) in lines[..10].iter().enumerate() {
        write(&format!("2026/03/{word}{number}.json"), (*line).clone());
    }
    let several: String = lines[8..30].iter().map(|line| line.as_str()).collect();
    write(&format!("{word}.ndjson"), format!("\u{feff}\r\n{}", several.replace('\n', "\r\n\n")));
    let large: String = lines[10..].iter().rev().map(|line| line.as_str()).collect();
    write(&format!("{word}-large.json"), large.trim_end().to_owned());
    write(&format!("2026/{word}.json"), pretty(lines[39]));
    write(".hidden/no.json", "{".to_owned());
    write("no.txt", "{".to_owned());
}

#[test]
fn file_names_folders_order_and_threads_do_not_matter() {
    let place = Place::new();
    let mut results = Vec::new();
    for (number, (word, turn)) in [("a", 0), ("z", 17), ("m", 33)].into_iter().enumerate() {
        let folder = place.dir.path().join(number.to_string());
        lay_out(&folder, word, turn);
        for threads in [1, 2, 7] {
            let (records, found) = read_with(std::slice::from_ref(&folder), &options(threads));
            let definitions: Vec<String> = found.definitions.kept().map(|(digest, _)| digest.clone()).collect();
            results.push((records, found.sessions, found.duplicates, found.damaged, definitions));
        }
    }
    assert_eq!((results[0].1, results[0].2, results[0].4.len()), (40, 23, 2));
    assert!(results.iter().all(|result| *result == results[0]), "{results:#?}");
}

#[test]
fn a_file_given_twice_counts_once() {
    let place = Place::new();
    let folder = place.dir.path().join("sessions");
    fs::create_dir_all(folder.join("2026")).unwrap();
    let file = folder.join("2026/a.json");
    fs::write(&file, &LINES[0]).unwrap();
    let other = folder.join("other.txt");
    fs::write(&other, &LINES[1]).unwrap();
    let around = folder.join("2026/../2026/a.json");
    let mut paths = vec![folder.clone(), file.clone(), around, folder.join("2026"), other.clone(), folder.clone()];
    #[cfg(unix)]
    {
        let link = |to: &Path, name: &str| std::os::unix::fs::symlink(to, folder.join(name)).unwrap();
        link(&file, "link.json");
        link(&other, "other.json");
        link(&folder, "around");
        paths.push(folder.join("link.json"));
        fs::write(place.dir.path().join("outside"), &LINES[2]).unwrap();
        link(&place.dir.path().join("outside"), "out1.json");
        link(&place.dir.path().join("outside"), "out2.json");
        link(&place.dir.path().join("nowhere"), "gone.json");
    }
    for _ in 0..paths.len() {
        paths.rotate_left(1);
        let (_, found) = read_with(&paths, &options(2));
        if cfg!(unix) {
            assert_eq!((found.sessions, found.files, found.duplicates), (3, 3, 0));
            assert_eq!(damages(&found), [("gone.json".to_owned(), None, "unreadable")]);
        } else {
            assert_eq!((found.sessions, found.files, found.duplicates), (2, 2, 0));
        }
    }
}

#[test]
fn a_missing_path_is_reported() {
    let place = Place::new();
    let missing = place.dir.path().join("missing");
    let error = read(std::slice::from_ref(&missing), &options(1), &keep_reading, &Keeper::default).err().unwrap();
    assert!(error.to_string().contains(missing.to_str().unwrap()), "{error}");
    let (records, found) = read_ids(place.dir.path());
    assert_eq!((records.len(), found.files, found.damaged.len()), (0, 0, 0), "an empty folder is no error");
}

#[test]
fn whatever_is_no_visit_is_reported_with_its_location() {
    let place = Place::new();
    let write = |name: &str, text: &[u8]| fs::write(place.dir.path().join(name), text).unwrap();
    let good = LINES[0].as_str();
    let torn = &good[..good.len() / 2];
    write("01.json", b"");
    write("02.json", torn.as_bytes());
    write("03.json", b"not JSON\n");
    write("04.json", b"{\"format\": \"esprit.checklist/1\"}");
    write("05.json", b"[1, 2]");
    write("06.json", good.replacen("session/1", "session/2", 1).as_bytes());
    write("07.json", good.replacen("\"status\":\"complete\",", "", 1).as_bytes());
    write("08.json", &pretty(good).into_bytes()[..4000]);
    write("09.json", pretty(good).replacen("\"kind\":", "\"kind\"", 1).as_bytes());
    write("10.json", &[&good.as_bytes()[..300], b"\xff", &good.as_bytes()[300..]].concat());
    write("11.json", good.replacen("{\"format\"", "{\"id\":\"x\",\"format\"", 1).as_bytes());
    write("12.ndjson", format!("{torn}\n\n{good}{{}}\n{}", LINES[1].trim_end()).as_bytes());
    write("13.json", b" \n\n");
    write("14.json", format!("{torn}\n{}", LINES[2]).as_bytes());
    let (_, found) = read_ids(place.dir.path());
    let expected = [
        ("01.json", None, "empty"),
        ("02.json", None, "truncated"),
        ("03.json", None, "not_json"),
        ("04.json", None, "foreign"),
        ("05.json", None, "foreign"),
        ("06.json", None, "future_version"),
        ("07.json", None, "not_a_session"),
        ("08.json", None, "truncated"),
        ("09.json", None, "not_json"),
        ("10.json", None, "not_text"),
        ("11.json", None, "duplicate_key"),
        ("12.ndjson", Some(1), "truncated"),
        ("12.ndjson", Some(4), "foreign"),
        ("13.json", None, "empty"),
        ("14.json", Some(1), "truncated"),
    ];
    assert_eq!(damages(&found), expected.map(|(name, line, code)| (name.to_owned(), line, code)));
    assert_eq!((found.sessions, found.files), (3, 14));
    let texts = [esprit::text::Lang::Fr, esprit::text::Lang::En].map(esprit::text::Texts::new);
    for damaged in &found.damaged {
        let (id, args) = damaged.reason.message();
        assert!(texts.iter().all(|texts| !esprit::app::format::message(texts, id, &args).contains(id)), "{id}");
    }
}

type Change = fn(&mut Value);

#[test]
fn records_with_invalid_values_are_left_out() {
    let cases: Vec<(&str, Change)> = vec![
        ("field", |s| s["site"]["id"] = json!("")),
        ("field", |s| s["answers"][0]["item"] = json!("")),
        ("field", |s| s["answers"][0]["weight"] = json!(-1)),
        ("field", |s| s["answers"][1]["points"] = json!(-1.0)),
        ("field", |s| s["answers"][1]["points"] = json!(3.0)),
        ("field", |s| s["score"]["percent"] = json!(12.0)),
        ("field", |s| s["score"]["percent"] = json!(null)),
        ("field", |s| s["score"]["possible"] = json!(0.0)),
        ("not_a_session", |s| s["started_at"] = json!("2026-02-30T10:00:00.000+01:00")),
        ("not_a_session", |s| s["started_at"] = json!("2026-03-01T10:00:00.000")),
        ("not_a_session", |s| s["ended_at"] = json!("soon")),
        ("not_a_session", |s| s["duration_ms"] = json!(-1)),
        ("not_a_session", |s| s["answers"][1]["value"] = json!({"a": 1})),
        ("not_a_session", |s| s["kind"] = json!("holiday")),
    ];
    let place = Place::new();
    let file = place.dir.path().join("a.json");
    for (code, change) in cases {
        let mut session = value(&LINES[0]);
        change(&mut session);
        for text in [session.to_string(), pretty(&session.to_string())] {
            fs::write(&file, &text).unwrap();
            let (_, found) = read_ids(&file);
            assert_eq!(damages(&found), [("a.json".to_owned(), None, code)], "{}", &text[..900]);
        }
    }
    for number in ["1e999", "NaN", "-"] {
        fs::write(&file, LINES[0].replacen("\"weight\":2.0", &format!("\"weight\":{number}"), 1)).unwrap();
        assert_eq!(damages(&read_ids(&file).1), [("a.json".to_owned(), None, "not_json")], "{number}");
    }
}

#[test]
fn texts_that_cannot_be_shown_are_cleaned() {
    let place = Place::new();
    let file = place.dir.path().join("a.json");
    let mut session = value(&LINES[0]);
    session["site"] = json!({"id": "a\u{1b}[31m", "name": "b\r\nc", "group": "\u{85}"});
    session["observer"] = json!({"id": "a\nb", "name": "\u{7}Ana"});
    session["checklist"]["version"] = json!("\u{0}");
    session["answers"][0]["item"] = json!("a\tb");
    session["answers"][0]["behaviour"] = json!("\u{7f}");
    for text in [session.to_string(), pretty(&session.to_string())] {
        fs::write(&file, &text).unwrap();
        let mut seen = Vec::new();
        let found = in_order(std::slice::from_ref(&file), &options(1), &|_| ControlFlow::Continue(()), &mut |record| {
            let text = |text: &Option<std::borrow::Cow<'_, str>>| text.as_deref().map(str::to_owned);
            let row = &record.rows[0];
            seen.push((
                [&record.site, &record.observer, &record.version, &row.item].map(ToString::to_string),
                [&record.site_name, &record.group, &record.observer_name, &row.behaviour].map(text),
            ));
        });
        assert_eq!(damages(&found.unwrap()), []);
        let names = [Some("b c".to_owned()), None, Some("Ana".to_owned()), None];
        assert_eq!(seen, [(["a [31m", "a b", "?", "a b"].map(str::to_owned), names)]);
    }
}

#[test]
fn unsealed_visits_count_and_are_reported() {
    let place = Place::new();
    let file = place.dir.path().join("a.json");
    let without = |field: &str| {
        let mut session = value(&LINES[0]);
        session.as_object_mut().unwrap().shift_remove(field);
        session.to_string()
    };
    for text in [without("seal"), without("events"), without("definition")] {
        fs::write(&file, text).unwrap();
        let (records, found) = read_ids(&file);
        assert_eq!((records.len(), found.unsealed, found.damaged.len()), (1, 1, 0));
        assert!(records[0].contains("sealed: false"));
    }
}

#[test]
fn no_copy_counts_of_a_visit_whose_copies_differ() {
    let place = Place::new();
    let sealed = LINES[0].clone();
    let changed = |site: &str, seal: bool| {
        let mut session = value(&sealed);
        session["site"]["id"] = json!(site);
        if !seal {
            session.as_object_mut().unwrap().shift_remove("seal");
        }
        format!("{session}\n")
    };
    for (number, other) in [changed("other", false), changed("other", true)].into_iter().enumerate() {
        let mut texts = [sealed.clone(), other, sealed.clone()];
        for turn in 0..texts.len() {
            let folder = place.dir.path().join(format!("{number}-{turn}"));
            fs::create_dir(&folder).unwrap();
            for (name, text) in texts.iter().enumerate() {
                fs::write(folder.join(format!("{name}.json")), text).unwrap();
            }
            fs::write(folder.join("all.ndjson"), texts.concat() + &LINES[1]).unwrap();
            for threads in [1, 3] {
                let (records, found) = read_with(std::slice::from_ref(&folder), &options(threads));
                assert_eq!((records.len(), found.sessions, found.duplicates), (1, 1, 0));
                let expected = [("0.json", None), ("1.json", None), ("2.json", None)]
                    .into_iter()
                    .chain((1..=3).map(|line| ("all.ndjson", Some(line))));
                let expected: Vec<_> = expected.map(|(name, line)| (name.to_owned(), line, "conflict")).collect();
                assert_eq!(damages(&found), expected);
            }
            texts.rotate_left(1);
        }
    }
}

#[test]
fn verified_reading_rejects_changed_visits() {
    let place = Place::new();
    let good = fs::read_to_string(saved_session(&place)).unwrap();
    let file = place.dir.path().join("several.ndjson");
    let forged = good.replacen("\"at\":\"2026-03-01T10:00:02", "\"at\":\"2026-03-01T10:00:03", 1);
    assert_ne!(forged, good);
    let mut unsealed = value(&good);
    unsealed.as_object_mut().unwrap().shift_remove("seal");
    unsealed["id"] = json!("0195c0de-0000-7000-8000-00000000000f");
    fs::write(&file, format!("{forged}{good}{unsealed}\n")).unwrap();
    let verify = Options { seals: Seals::Require, ..options(2) };
    let (_, found) = read_with(std::slice::from_ref(&file), &verify);
    let expected = [(1, "chain"), (3, "derived")];
    assert_eq!(damages(&found), expected.map(|(line, code)| ("several.ndjson".to_owned(), Some(line), code)));
    assert_eq!((found.sessions, found.duplicates), (1, 0));
    let (_, found) = read_ids(&file);
    assert_eq!((found.sessions, found.duplicates, found.damaged.len()), (2, 1, 0), "not looked at otherwise");
    let check = Options { seals: Seals::Check, ..options(2) };
    let (records, found) = read_with(std::slice::from_ref(&file), &check);
    assert_eq!((records.len(), found.duplicates, found.unsealed, found.damaged), (2, 1, 1, vec![]));
    let unproven: Vec<_> = found.unproven.iter().map(|one| (one.line, one.reason.code())).collect();
    assert_eq!(unproven, [(Some(1), "chain"), (Some(3), "unsealed")], "each is named, whichever copy counts");
}

#[test]
fn the_checklist_kept_is_the_one_of_the_visit() {
    let place = Place::new();
    let broken = LINES[0].replacen(
        "\"definition\":{\"format\":\"esprit.checklist/1\",\"id\":\"customer\"",
        "\"definition\":{\"format\":\"esprit.checklist/1\",\"id\":\"other\"",
        1,
    );
    assert_ne!(broken, LINES[0]);
    let file = place.dir.path().join("a.json");
    fs::write(&file, &broken).unwrap();
    let (_, found) = read_ids(&file);
    assert_eq!((found.sessions, found.definitions.kept().len()), (1, 0));
    fs::write(&file, format!("{broken}{}{}", LINES[2], LINES[4])).unwrap();
    let (_, found) = read_ids(&file);
    let kept = found.definitions.kept().next().unwrap();
    assert_eq!((kept.0.as_str(), kept.1.checklist().id.as_str()), (bundled("customer").digest(), "customer"));
}

#[test]
fn lines_in_large_files_keep_their_numbers() {
    let place = Place::new();
    let file = place.dir.path().join("large.ndjson");
    let mut text = String::new();
    let mut wrong = Vec::new();
    for round in 0..12 {
        for (number, line) in LINES.iter().enumerate() {
            if (number + round) % 9 == 0 {
                wrong.push(text.lines().count() + 1);
                text += "{\"torn\n\n";
            }
            text += line;
        }
    }
    // A line of several blocks, between two others.
    let mut wide = value(&line(99));
    wide["note"] = json!("x".repeat(1 << 20));
    text += &[wide.to_string().as_str(), line(98).trim_end()].join("\n\n");
    fs::write(&file, &text).unwrap();
    for threads in [1, 4] {
        let (_, found) = read_with(std::slice::from_ref(&file), &options(threads));
        let lines: Vec<usize> = found.damaged.iter().map(|damaged| damaged.line.unwrap()).collect();
        assert_eq!((found.sessions, found.duplicates, lines), (42, 11 * 40, wrong.clone()));
    }
}

#[test]
fn visits_are_ordered_by_their_start() {
    let place = Place::new();
    let mut all = Vec::new();
    for (name, turn) in [("a", 0), ("b", 23)] {
        let folder = place.dir.path().join(name);
        lay_out(&folder, name, turn);
        let mut records = Vec::new();
        let found = in_order(&[folder], &options(3), &keep_reading, &mut |record| {
            records.push((record.started_at.to_string(), record.id.to_string(), format!("{record:?}")));
        });
        assert_eq!((found.unwrap().sessions, records.len()), (40, 40));
        assert!(records.is_sorted());
        all.push(records);
    }
    assert_eq!(all[0], all[1]);
}

#[test]
fn the_date_is_derived_from_the_zone() {
    let place = Place::new();
    let file = place.dir.path().join("a.json");
    let cases = [
        ("2026-03-28T23:30:00.000Z", "Europe/Paris", "2026-03-29", 0),
        ("2026-03-29T01:30:00.000Z", "Europe/Paris", "2026-03-29", 3),
        ("2026-03-28T23:30:00.000Z", "Nowhere/Town", "2026-03-28", 23),
        ("2026-03-28T23:30:00.000+00:00", "Europe/Paris", "2026-03-28", 23),
        ("2026-03-28T23:30:00.000-05:00", "Asia/Tokyo", "2026-03-28", 23),
    ];
    for (started, zone, date, hour) in cases {
        let text = LINES[1]
            .replacen(
                &format!("\"started_at\":{}", value(&LINES[1])["started_at"]),
                &format!("\"started_at\":\"{started}\""),
                1,
            )
            .replacen("\"time_zone\":\"Europe/Paris\"", &format!("\"time_zone\":\"{zone}\""), 1);
        for text in [pretty(&text), text] {
            // The full parser writes `Z` as an offset, but derives the local time from the zone.
            fs::write(&file, text).unwrap();
            let mut seen = None;
            in_order(std::slice::from_ref(&file), &options(1), &keep_reading, &mut |record| {
                seen = Some((record.date.to_string(), record.hour));
            })
            .unwrap();
            assert_eq!(seen, Some((date.to_owned(), hour)), "{started} {zone}");
        }
    }
}

#[test]
fn the_progress_callback_can_stop_reading() {
    let place = Place::new();
    let file = place.dir.path().join("large.ndjson");
    fs::write(&file, LINES.concat().repeat(3)).unwrap();
    let stop = |_: Progress| ControlFlow::Break(());
    let done = read(std::slice::from_ref(&file), &options(2), &stop, &Keeper::default).unwrap();
    assert!(done.found.stopped);
    let last = std::sync::Mutex::new(Progress::default());
    let keep = |progress: Progress| {
        *last.lock().unwrap() = progress;
        ControlFlow::Continue(())
    };
    assert!(!read(&[file], &options(1), &keep, &Keeper::default).unwrap().found.stopped);
    let last = last.into_inner().unwrap();
    assert_eq!((last.sessions, last.done), (40, last.whole));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_truncated_file_is_always_reported(cut: Index, spelled in 0..3) {
        let text = match spelled {
            0 => LINES[0].trim_end().to_owned(),
            1 => pretty(&LINES[0]),
            _ => reversed(&value(&LINES[0])).to_string(),
        };
        let at = cut.index(text.len());
        let place = tempfile::tempdir().unwrap();
        let file = place.path().join("a.json");
        fs::write(&file, &text.as_bytes()[..at]).unwrap();
        let (records, found) = read_ids(&file);
        prop_assert!(records.is_empty());
        let code = found.damaged[0].reason.code();
        prop_assert!(found.damaged.len() == 1 && matches!(code, "truncated" | "empty"), "{}: {:?}", at, found.damaged);
    }

    #[test]
    fn a_changed_byte_never_breaks_reading(at: Index, byte: u8, spelled in 0..2) {
        let text = if spelled == 0 { LINES[0].clone() } else { pretty(&LINES[0]) };
        let mut bytes = text.into_bytes();
        let index = at.index(bytes.len());
        bytes[index] = byte;
        let place = tempfile::tempdir().unwrap();
        let file = place.path().join("a.json");
        fs::write(&file, &bytes).unwrap();
        let (records, found) = read_ids(&file);
        let unreadable = found.damaged.iter().any(|damaged| matches!(damaged.reason, Reason::Problem(Problem::Unreadable(_))));
        prop_assert!(records.len() + found.damaged.len() >= 1 && records.len() <= 1 && !unreadable);
    }
}
