//! Foreign input: names, journals in any condition, hostile text.

use super::left_visit;
use crate::support::{Place, SESSION, definition_text, moment, saved_session};
use esprit::text::clean::is_hostile;
use esprit::visit::{Action, Value};
use std::fs;
use unicode_width::UnicodeWidthStr;

#[cfg(unix)]
#[test]
fn a_path_may_have_any_name() {
    use crate::support::bundled;
    use std::os::unix::ffi::OsStrExt;
    let place = Place::new();
    let path = saved_session(&place);
    let odd = place.dir.path().join(std::ffi::OsStr::from_bytes(b"caf\xe9 \x1b[31m.json"));
    fs::copy(&path, &odd).unwrap();
    for command in ["show", "verify"] {
        let output = place.esprit("en", &[command]).arg(&odd).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{command}");
        assert!(!output.stdout.contains(&0x1b), "{command}");
    }
    let list = place.dir.path().join(std::ffi::OsStr::from_bytes(b"list\xff.json"));
    fs::write(&list, bundled("customer").raw().to_string()).unwrap();
    for command in [&["checklist", "show"][..], &["checklist", "check"]] {
        assert_eq!(place.esprit("en", command).arg(&list).output().unwrap().status.code(), Some(0), "{command:?}");
    }
    let mut visit = place.esprit("en", &["visit", "--site", "s", "--observer", "o", "--plain"]);
    assert_eq!(visit.arg(&list).write_stdin("quit\n").output().unwrap().status.code(), Some(0));
    let output = place.esprit("fr", &["visit"]).arg("--site").arg(&odd).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("pas en UTF-8"));
}

#[test]
fn foreign_names_cannot_name_another_file() {
    let place = Place::new();
    let long = "x".repeat(300);
    saved_session(&place);
    for asked in ["../x", "CON", long.as_str(), "."] {
        for args in [["show", asked].as_slice(), &["resume", asked, "--plain"], &["checklist", "show", asked]] {
            let (code, out, err) = place.run("en", args, "");
            assert_eq!((code, out.as_str()), (1, ""), "{args:?}");
            assert!(!err.is_empty() && !err.contains("panicked"), "{args:?}: {err}");
        }
        let input = format!("goto {asked}\nquit\n");
        let args = ["visit", "customer", "--site", "s", "--observer", "o", "--plain"];
        let (code, _, err) = place.run("en", &args, &input);
        assert_eq!(code, 0, "{asked}: {err}");
    }
    let before = fs::read_dir(place.dir.path()).unwrap().count();
    for (site, name) in
        [("../x", "_x_x_"), ("CON", "_con_con_"), (long.as_str(), &format!("_{0}_{0}_", "x".repeat(40)))]
    {
        let args = ["visit", "practice", "--site", site, "--observer", site, "--plain"];
        let (code, out, err) = place.run("en", &args, "finish\n");
        assert_eq!(code, 0, "{site}: {err}");
        let path = std::path::PathBuf::from(out.lines().last().unwrap());
        assert!(path.starts_with(place.data().join("sessions")), "{}", path.display());
        assert!(path.file_name().unwrap().to_str().unwrap().contains(name), "{}", path.display());
    }
    assert_eq!(fs::read_dir(place.dir.path()).unwrap().count(), before);
}

#[test]
fn journals_in_every_condition_are_reported_in_both_languages() {
    type Change = fn(&str) -> String;
    let newer: Change = |text| text.replacen("esprit.journal/1", "esprit.journal/2", 1);
    let torn: Change = |text| text[..text.len() - 10].to_owned();
    let other: Change = |text| text.replacen("Sourit en vous", "Rit en vous", 1);
    let chain: Change = |text| text.replacen("\"value\":\"yes\"", "\"value\":\"no\"", 1);
    let nothing: Change = |_| String::new();
    let zeros: Change = |text| "\0".repeat(text.len());
    // The exit codes of `sessions`, `resume --plain` and `show`, and the message.
    let cases: [(&str, Change, [i32; 3], &str, &str); 6] = [
        ("newer", newer, [1, 1, 1], "est au format esprit.journal/2", "has the format esprit.journal/2"),
        ("torn", torn, [0, 0, 0], "a été retirée", "was incomplete and was removed"),
        ("other", other, [1, 1, 1], "il contient une autre grille", "it holds another checklist"),
        ("chain", chain, [1, 1, 1], "l’empreinte ne correspond pas", "the fingerprint does not match"),
        ("empty", nothing, [0, 1, 1], "Aucune visite", "No visit"),
        ("zeros", zeros, [0, 1, 1], "déplacé, complet, dans", "moved, complete, to"),
    ];
    for (name, change, codes, fr, en) in cases {
        for (lang, words) in [("fr", fr), ("en", en)] {
            let place = Place::new();
            let journal = left_visit(&place);
            let text = change(&fs::read_to_string(&journal).unwrap());
            fs::write(&journal, &text).unwrap();
            let id = journal.file_stem().unwrap().to_str().unwrap().to_owned();
            let runs = [
                place.run(lang, &["sessions"], ""),
                place.run(lang, &["show", &id], ""),
                place.run(lang, &["resume", "--plain"], "quit\n"),
            ];
            let found = [runs[0].0, runs[2].0, runs[1].0];
            assert_eq!(found, codes, "{name}: {runs:?}");
            let said = runs.iter().any(|(_, out, err)| out.contains(words) || err.contains(words));
            assert!(said, "{name}: {words}: {runs:?}");
            if codes[0] == 1 {
                assert_eq!(fs::read_to_string(&journal).unwrap(), text, "{name}: left as it was");
            }
        }
    }
}

#[test]
fn hostile_text_is_one_harmless_line_wherever_it_is_shown() {
    let tower = "\u{301}".repeat(500);
    let hostile = format!("ok 99\nok 98\u{1b}[2J\u{202e}e{tower}\u{9b}31m");
    let json = serde_json::to_string(&hostile).unwrap();
    let list = format!(
        r#"{{"format": "esprit.checklist/1", "id": "hostile", "version": "1", "relation": "customer", "title": {json},
        "sections": [{{"id": "s", "title": {json}, "items": [
         {{"id": "ok", "label": {json}, "guide": {{"how": {json}}}, "response": {{"type": "choice", "options": [
            {{"id": "ok", "label": {json}}}, {{"id": "b", "label": {json}}}]}}}},
         {{"id": "t", "label": {json}, "response": {{"type": "text"}}}}]}}]}}"#
    );
    let place = Place::new();
    let folders = place.folders();
    fs::write(folders.checklists().join("hostile.json"), list).unwrap();
    let definition = esprit::store::checklists::find(&folders, "hostile").unwrap();
    let mut setup = crate::support::setup();
    // The program cleans what is typed, but another may have written these events.
    let foreign = || "FOREIGN".to_owned();
    let hostile_events = |events: &[esprit::visit::Event]| -> Vec<esprit::visit::Event> {
        serde_json::from_str(&serde_json::to_string(events).unwrap().replace("\"FOREIGN\"", &json)).unwrap()
    };
    setup.site.name = Some(foreign());
    setup.remark = Some(foreign());
    let mut visit = esprit::visit::Visit::begin(std::sync::Arc::clone(&definition), setup, &moment(0)).unwrap();
    let mut journal = esprit::store::Journal::create(&folders, &definition, SESSION).unwrap();
    journal.append(&hostile_events(visit.events())).unwrap();
    let actions = [
        Action::Mark(Some(foreign())),
        Action::Answer { item: 0, value: Value::text("ok"), seen: None },
        Action::Answer { item: 1, value: Value::Text(foreign()), seen: None },
        Action::Note { item: Some(1), text: foreign() },
        Action::Note { item: None, text: foreign() },
    ];
    for (at, action) in (1..).zip(&actions) {
        journal.append(&hostile_events(visit.act(action, &moment(at * 1000)).unwrap())).unwrap();
    }
    drop(journal);
    let harmless = |what: &str, text: &str| {
        assert!(!text.contains(['\u{1b}', '\u{202e}', '\u{9b}']), "{what}: {text:?}");
        assert!(!text.contains("\u{301}\u{301}\u{301}\u{301}"), "{what}: {text:?}");
    };
    let run = |args: &[&str], input: &str| {
        let (code, out, err) = place.run("en", args, input);
        assert_eq!(code, 0, "{args:?}: {err}");
        harmless(&format!("{args:?}"), &out);
        harmless(&format!("{args:?}"), &err);
        out
    };
    let shown = run(&["show", "0195"], "");
    assert!(shown.starts_with("ok 99 ok 98[2Je"), "{shown}");
    assert_eq!(run(&["sessions"], "").lines().count(), 1);
    run(&["checklist", "list"], "");
    let list = run(&["checklist", "show", "hostile"], "");
    assert!(list.lines().any(|line| line.starts_with("  ok 99 ok 98")), "{list}");
    let out = run(&["resume", "--plain"], "list\nhelp\ngoto 1\ngoto 2\nbind\nquit\n");
    let ok: Vec<_> = out.lines().filter(|line| line.starts_with("ok ")).collect();
    assert_eq!(ok, ["ok 8"], "{out}");
    let json = place.run("en", &["show", "0195", "--json"], "").1;
    assert!(!json.contains(['\u{1b}', '\u{202e}', '\u{9b}']));
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["answers"][1]["value"], hostile.as_str(), "JSON is what is on the disk");
    let asked = place.run("en", &["visit", "--plain"], "nobody\nhostile\n!!!\ns\n..\no\nfinish\nfinish\n");
    assert_eq!(asked.0, 0, "{asked:?}");
    harmless("visit", &asked.1);
    assert_eq!(asked.1.lines().filter(|line| line.starts_with("ok ")).count(), 1, "{asked:?}");
    for words in ["There is no such checklist", "A site’s name needs a letter", "An observer’s name needs a letter"]
    {
        assert!(asked.2.contains(words), "{words}: {asked:?}");
    }
}

#[test]
fn a_check_shows_the_line_of_a_fault_with_a_caret_and_harms_no_terminal() {
    let place = Place::new();
    let path = place.dir.path().join("broken.json");
    let long = "é".repeat(200);
    fs::write(&path, format!("{{\n \"id\": }}\n \"title\": \"{long}\u{1b}[2J\u{202e}\"")).unwrap();
    let (_, _, err) = place.run("en", &["checklist", "check", path.to_str().unwrap()], "");
    assert!(err.contains("\n2 |  \"id\": }\n  |        ^\n    Check"), "{err}");
    let hostile = format!(r#"{{"id": "{long}{}{}", "label": 7}}"#, '\u{202e}', '\u{9b}');
    fs::write(&path, definition_text(&hostile)).unwrap();
    let (_, _, err) = place.run("en", &["checklist", "check", path.to_str().unwrap()], "");
    assert!(!err.chars().any(|c| c != '\n' && is_hostile(c)), "{err:?}");
    let shown: Vec<&str> = err.lines().filter(|line| line.contains(" | ")).collect();
    assert!(shown.len() >= 2 && shown.iter().all(|line| line.width() <= 84), "{err}");
}

#[test]
fn an_incomplete_check_says_so_without_english_in_french() {
    let place = Place::new();
    let path = place.dir.path().join("broken.json");
    let items: Vec<_> =
        (0..150).map(|n| format!(r#"{{"id": "i{n}", "label": 7, "response": {{"type": "text"}}}}"#)).collect();
    let list = definition_text(&items.join(","));
    fs::write(&path, &list).unwrap();
    for (lang, words) in [
        ("fr", "100 erreurs dans PATH\u{202f}; peut-être d’autres encore"),
        ("en", "100 errors in PATH; there may be more"),
    ] {
        let (code, _, err) = place.run(lang, &["checklist", "check", path.to_str().unwrap()], "");
        assert_eq!(code, 1);
        let words = words.replace("PATH", path.to_str().unwrap());
        assert!(err.ends_with(&format!("{words}\n")), "{err}");
    }
    fs::write(&path, "{\n \"id\": }").unwrap();
    let (_, _, err) = place.run("en", &["checklist", "check", path.to_str().unwrap()], "");
    assert!(err.contains("broken.json:2:8: not valid JSON from here on (expected value)."), "{err}");
    let (_, _, err) = place.run("fr", &["checklist", "check", path.to_str().unwrap()], "");
    assert!(err.contains("broken.json:2:8: JSON non valide à partir d’ici."), "{err}");
    assert!(!err.contains("expected"), "{err}");
    let odd = r#"{"id": "a", "label": 7, "weight": "heavy", "critical": 1, "role": 2, "when": 3, "note_required_on": 4,
        "response": {"type": "nonsense"}},
        {"id": "b", "label": "b", "guide": 5, "response": {"type": "timer", "starts": "never", "bands": {}}}, 6"#;
    fs::write(&path, definition_text(odd)).unwrap();
    let (_, _, err) = place.run("fr", &["checklist", "check", path.to_str().unwrap()], "");
    for english in ["expected", "invalid", "unknown", "struct", "enum", " or ", "variant"] {
        assert!(!err.contains(english), "{english}: {err}");
    }
    assert!(err.matches("doit être").count() + err.matches("non valable").count() >= 8, "{err}");
}
