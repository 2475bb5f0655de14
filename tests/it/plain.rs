//! The visit as a dialogue in lines, through the real program.

use crate::support::Place;
use esprit::visit::Stamp;
use std::fs;

const VISIT: [&str; 7] = ["visit", "customer", "--site", "lyon-3", "--observer", "o12", "--plain"];

fn acknowledged(out: &str) -> Vec<u64> {
    out.lines().filter_map(|line| line.strip_prefix("ok ")).map(|seq| seq.parse().unwrap()).collect()
}

#[test]
fn every_response_type_is_answered_and_the_file_verifies() {
    let place = Place::new();
    let (code, path, _) = place.run("en", &["checklist", "new"], "");
    assert_eq!(code, 0);
    let input =
        "stop\ny\n+\n+\n\n2\nscreen phone\nn\nnote the exit was blocked\n12,5\nGoodbye, see you soon\n8\nfinish\n";
    let args = ["visit", path.trim(), "--site", "lyon-3", "--observer", "o12", "--plain"];
    let (code, out, err) = place.run("en", &args, input);
    assert_eq!(code, 0, "{out}\n{err}");
    assert_eq!(acknowledged(&out).len(), 12, "{out}\n{err}");
    let session = out.lines().last().unwrap();
    let value: serde_json::Value = serde_json::from_str(&fs::read_to_string(session).unwrap()).unwrap();
    let answers: Vec<_> = value["answers"].as_array().unwrap().iter().map(|row| row["value"].to_string()).collect();
    assert!(answers[0].parse::<u64>().is_ok());
    assert_eq!(
        answers[1..],
        ["\"yes\"", "2", "\"sideways\"", "[\"screen\",\"phone\"]", "\"no\"", "12.5", "\"Goodbye, see you soon\"", "8"]
    );
    assert_eq!(value["score"]["failed_critical"], serde_json::json!(["efficiency.safe"]));
    assert_eq!(value["outcome"]["value"], 8);
    assert_eq!(place.run("en", &["verify", session], "").0, 0);
}

#[test]
fn an_unfinished_visit_is_resumed_at_the_same_item() {
    let place = Place::new();
    let (code, out, err) = place.run("fr", &VISIT, "never\no\nmark vitrine\nquit\n");
    assert_eq!((code, acknowledged(&out)), (0, vec![2, 3, 4]), "{out}{err}");
    assert!(err.contains("esprit resume"), "{err}");
    let (code, out, _) = place.run("fr", &["sessions"], "");
    assert_eq!(code, 0);
    assert!(out.contains("en cours") && out.contains("lyon-3, 2 réponses"), "{out}");
    let (code, out, _) = place.run("fr", &["resume", "--plain"], "n\nago 0\nundo\nredo\nlist\nfinish\n");
    assert_eq!((code, acknowledged(&out)), (0, vec![6, 7, 8, 9]), "{out}");
    assert!(out.lines().any(|line| line.starts_with("[3/")) && !out.contains("\n[1/"), "{out}");
    assert!(out.lines().last().unwrap().ends_with(".json"));
    assert_eq!(place.run("fr", &["resume", "--plain"], "").0, 1);
}

#[test]
fn the_end_of_the_input_keeps_the_visit_resumable() {
    let place = Place::new();
    let (code, out, err) = place.run("en", &VISIT, "never\ny");
    assert_eq!((code, acknowledged(&out)), (1, vec![2, 3]), "{err}");
    let (code, out, _) = place.run("en", &["sessions", "--json"], "");
    assert_eq!(code, 0);
    let value: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(value["unfinished"][0]["answers"], 2);
}

#[test]
fn an_invalid_line_gets_a_message_and_the_question_again() {
    let place = Place::new();
    let (_, out, err) = place.run("en", &VISIT, "\nmaybe\n11\nok 5\n\u{1b}[2Jx\u{202e}\nquit\n");
    assert_eq!(acknowledged(&out), Vec::<u64>::new());
    assert_eq!(out.lines().filter(|line| line.starts_with("[2/35]")).count(), 5, "{out}");
    assert_eq!(err.lines().filter(|line| line.contains("is not understood")).count(), 4, "{err}");
    assert!(!err.contains(['\u{1b}', '\u{202e}']));
}

#[test]
fn missing_notes_are_listed_before_finishing_once() {
    let place = Place::new();
    let (code, out, err) = place.run("en", &VISIT, "goto greeting.approach\nn\nfinish\nlist\nfinish\nfinish\n");
    assert_eq!(code, 0, "{out}{err}");
    assert_eq!(err.lines().filter(|line| line.starts_with("A note is needed for")).count(), 2, "{err}");
    assert_eq!(acknowledged(&out), [2, 3]);
}

#[test]
fn late_entries_marks_and_pauses_are_recorded() {
    let place = Place::new();
    let input = "never\nago 3600\nago 0\nmark\nbind\ny\npause phone\ncontinue\npause\npause\nfinish\n";
    let (code, out, err) = place.run("en", &VISIT, input);
    assert_eq!(code, 0, "{out}{err}");
    assert!(err.contains("before the start of the visit") && err.contains("already paused"), "{err}");
    let text = fs::read_to_string(out.lines().last().unwrap()).unwrap();
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let types: Vec<_> =
        value["events"].as_array().unwrap().iter().map(|event| event["type"].as_str().unwrap()).collect();
    assert_eq!(
        types,
        ["started", "timer_never", "marked", "mark_bound", "answered", "paused", "unpaused", "paused", "finished"]
    );
    assert_eq!(value["answers"][1]["observed_at"], value["events"][2]["at"]);
}

/// Runs a command in a shell that lets no file grow, as on a full disk.
#[cfg(unix)]
fn on_a_full_disk(place: &Place, lang: &str, args: &[&str], input: &str) -> (i32, String, String) {
    place.folders();
    let program = assert_cmd::cargo::cargo_bin("esprit");
    let mut shell = assert_cmd::Command::new("bash");
    shell.args(["-c", "trap '' XFSZ; ulimit -f 0; exec \"$@\"", "bash"]).arg(program).args(args).args(["--lang", lang]);
    shell.env("ESPRIT_DATA_DIR", place.data()).env("ESPRIT_CONFIG_DIR", place.config());
    let output = shell.write_stdin(input).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

#[cfg(unix)]
#[test]
fn unsaved_events_are_reported_as_lost() {
    for (lang, would, lost, resume, last) in [
        (
            "fr",
            "3 événements ne sont pas enregistrés et seraient perdus.",
            "3 événements n’ont pas pu être",
            "reprendre",
            2,
        ),
        ("en", "3 events are not saved and would be lost.", "3 events could not be saved and are lost.", "resume", 2),
    ] {
        let place = Place::new();
        let (code, out, err) = on_a_full_disk(&place, lang, &VISIT, "never\no\nquit\nquit\n");
        assert_eq!((code, acknowledged(&out)), (1, vec![]), "{out}{err}");
        assert_eq!((err.matches(would).count(), err.matches(lost).count()), (1, 1), "{err}");
        assert!(!err.contains(resume), "{err}");
        assert_eq!(
            out.lines().filter(|line| line.starts_with("[3/32]")).count(),
            last,
            "asked again after the warning"
        );
        // Any line in between cancels the confirmation.
        let (_, _, err) = on_a_full_disk(&place, lang, &VISIT, "never\no\nquit\nlist\nquit\nquit\n");
        assert_eq!(err.matches(would).count(), 2, "{err}");
        let (code, _, err) = on_a_full_disk(&place, lang, &VISIT, "never\no\n");
        assert_eq!((code, err.matches(lost).count()), (1, 1), "{err}");
        assert!(!err.contains(resume), "{err}");
        let (_, out, _) = place.run(lang, &["sessions"], "");
        assert_eq!(out, "");
    }
}

#[test]
fn an_item_that_no_longer_applies_is_skipped() {
    let place = Place::new();
    let list = crate::support::definition(
        r#"{"id": "a", "label": "First", "response": {"type": "behaviour"}},
        {"id": "b", "label": "Only after no", "response": {"type": "behaviour"}, "when": {"item": "a", "is": ["no"]}},
        {"id": "c", "label": "Third", "response": {"type": "behaviour"}}"#,
    );
    let path = place.dir.path().join("list.json");
    fs::write(&path, list.raw().to_string()).unwrap();
    let args = ["visit", path.to_str().unwrap(), "--site", "s", "--observer", "o", "--plain"];
    let (code, out, err) = place.run("en", &args, "n\nundo\ny\nfinish\n");
    assert_eq!((code, acknowledged(&out)), (0, vec![2, 3, 4, 5]), "{out}{err}");
    let asked: Vec<_> = out.lines().filter(|line| line.starts_with('[')).collect();
    let third = "[2/2] Greeting — Third";
    assert_eq!(asked, ["[1/2] Greeting — First", "[2/3] Greeting — Only after no", third], "{out}");
    assert_eq!(out.lines().filter(|line| line.starts_with("End of the list")).count(), 1);
}

#[test]
fn a_required_note_is_requested_at_once() {
    let place = Place::new();
    for (lang, words) in
        [("fr", "Une note est obligatoire\u{a0}: note TEXTE.\n"), ("en", "A note is needed: note TEXT.\n")]
    {
        let input = "goto greeting.approach\nn\nnote at the till\nback\nn\nquit\n";
        let (code, out, err) = place.run(lang, &VISIT, input);
        assert_eq!((code, acknowledged(&out)), (0, vec![2, 3, 4]), "{err}");
        assert_eq!(err.matches(words).count(), 1, "{err}");
    }
}

#[test]
fn the_last_line_is_a_path_whatever_the_folder_is_called() {
    let place = Place::new();
    let mut command = place.esprit("en", &["visit", "practice", "--site", "s", "--observer", "o", "--plain"]);
    let output = command.args(["--data-dir", "ok 7"]).current_dir(place.dir.path()).write_stdin("finish\n").output();
    let out = String::from_utf8(output.unwrap().stdout).unwrap();
    assert_eq!(acknowledged(&out), [2]);
    assert!(place.dir.path().join(out.lines().last().unwrap()).is_file(), "{out}");
}

#[test]
fn options_are_stored_in_checklist_order() {
    let place = Place::new();
    let (_, path, _) = place.run("en", &["checklist", "new"], "");
    let args = ["visit", path.trim(), "--site", "s", "--observer", "o", "--plain"];
    let (code, out, _) = place.run("en", &args, "goto 4\n3\n3 screen\nfinish\nfinish\n");
    assert_eq!(code, 0);
    let text = fs::read_to_string(out.lines().last().unwrap()).unwrap();
    assert!(text.contains(r#""value":["screen","colleague"]"#));
}

#[test]
fn missing_values_are_asked_for() {
    let place = Place::new();
    let (code, out, err) = place.run("fr", &["visit", "--plain"], "4\n\nLyon 3\nMarie D.\nfinish\nfinish\n");
    assert_eq!(code, 0, "{out}{err}");
    let value: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(out.lines().last().unwrap()).unwrap()).unwrap();
    assert_eq!(value["checklist"]["id"], "practice");
    assert_eq!(value["site"], serde_json::json!({"id": "lyon-3", "name": "Lyon 3"}));
    assert_eq!(value["observer"], serde_json::json!({"id": "marie-d", "name": "Marie D."}));
}

#[test]
fn an_invalid_observer_in_the_settings_is_asked_for() {
    let place = Place::new();
    fs::create_dir_all(place.config()).unwrap();
    fs::write(place.folders().settings(), r#"{"observer": "?"}"#).unwrap();
    for args in [&["visit", "customer", "--site", "s", "--plain"][..], &["practise", "kettle", "--plain"]] {
        let (code, out, err) = place.run("en", args, "ana\nquit\n");
        assert_eq!(code, 0, "{args:?}: {out}{err}");
        assert!(out.contains("Who observes?") && !err.contains("needs a letter"), "{args:?}: {out}{err}");
    }
}

const THREE: &str = r#"{"id": "a", "label": "First", "response": {"type": "behaviour"}},
    {"id": "b", "label": "Second", "response": {"type": "count"}},
    {"id": "c", "label": "Third", "response": {"type": "timer", "starts": "visit_start"}},
    {"id": "d", "label": "Fourth", "response": {"type": "number", "unit": "€"}}"#;

/// Runs a visit of [`THREE`] to its end; returns both streams, and the session.
fn visit_of_three(lang: &str, lines: &str) -> (String, String, serde_json::Value) {
    let place = Place::new();
    let path = place.dir.path().join("list.json");
    fs::write(&path, crate::support::definition(THREE).raw().to_string()).unwrap();
    let args = ["visit", path.to_str().unwrap(), "--site", "s", "--observer", "o", "--plain"];
    let (code, out, err) = place.run(lang, &args, &format!("{lines}finish\n"));
    assert_eq!(code, 0, "{out}{err}");
    let session = serde_json::from_str(&fs::read_to_string(out.lines().last().unwrap()).unwrap()).unwrap();
    (out, err, session)
}

#[test]
fn a_note_after_an_answer_is_about_the_answered_item() {
    let labels = ["First", "Second", "Third", "Fourth"];
    for (lines, item) in [
        ("y\n", 0),
        ("y\nwhat\n", 0),
        ("y\nlist\nhelp\n", 0),
        ("y\nmark\npause\ncontinue\n", 0),
        ("y\n+\n", 1),
        ("y\n5\n", 1),
        ("\n", 1),
        ("y\nnext\n", 2),
        ("y\n\nback\n", 1),
        ("y\ngoto 3\n", 2),
        ("y\nback\n", 0),
        ("goto 4\n12\n", 3),
        ("y\nundo\n", 1),
    ] {
        let (out, _, session) = visit_of_three("en", &format!("{lines}note why\n"));
        let notes: Vec<_> = (0..4).map(|at| session["answers"][at]["note"] == "why").collect();
        assert_eq!(notes, [0, 1, 2, 3].map(|at| at == item), "{lines:?}: {out}");
        let seq = session["events"].as_array().unwrap().len() - 1;
        assert!(out.contains(&format!("\nok {seq}\nNote: {}\n", labels[item])), "{lines:?}: {out}");
    }
    let (out, _, _) = visit_of_three("fr", "o\nnote pourquoi\n");
    assert!(out.contains("\nNote\u{a0}: First\n"), "{out}");
}

#[test]
fn every_line_of_a_tally_counts() {
    let (_, _, session) = visit_of_three("en", "\n+\n+\n+\n+\n+\n");
    assert_eq!(session["answers"][1]["value"], 5);
}

#[test]
fn typed_times_and_numbers_are_read_by_language() {
    for (lang, lines, values) in [
        ("fr", "\n\n1:30\n1 234,5 €\n", serde_json::json!([90_000, 1234.5])),
        ("fr", "\n\n2,5 min\n1,234\n", serde_json::json!([150_000, 1.234])),
        ("en", "\n\n1 min 30\n€1,234.5\n", serde_json::json!([90_000, 1234.5])),
        ("en", "\n\n٩٠\n1,234\n1234\n", serde_json::json!([90_000, 1234])),
    ] {
        let (out, err, session) = visit_of_three(lang, lines);
        let got = serde_json::json!([session["answers"][2]["value"], session["answers"][3]["value"]]);
        assert_eq!(got, values, "{lines:?}: {out}{err}");
        assert_eq!(
            err.contains("“1,234” can mean two numbers: type 1234 or 1.234."),
            lines.contains("1234\n"),
            "{err}"
        );
    }
}

#[test]
fn a_time_of_day_before_an_answer_says_when_it_was_seen() {
    let (_, err, _) = visit_of_three("en", "ago 25:00\nago tomorrow\n");
    assert_eq!(err.matches("Type a time, for example 20 s, 4 min or 10:02.").count(), 2, "{err}");
    // The minute in which the visit started means its start.
    let place = Place::new();
    let (_, _, err) = place.run("en", &VISIT, "mark\nquit\n");
    assert!(err.contains("esprit resume"), "{err}");
    let (_, out, _) = place.run("en", &["sessions", "--json"], "");
    let listed: serde_json::Value = serde_json::from_str(&out).unwrap();
    let started = listed["unfinished"][0]["started_at"].as_str().unwrap().to_owned();
    let minute = &started[11..16];
    let lines = format!("\nago {minute}\ny\nfinish\n");
    let (_, out, err) = place.run("en", &["resume", "--plain"], &lines);
    assert!(err.contains(&format!("The next answer counts as seen at {minute}")), "{out}{err}");
    let text = fs::read_to_string(out.lines().last().unwrap()).unwrap();
    let session: serde_json::Value = serde_json::from_str(&text).unwrap();
    let seen = session["answers"][1]["observed_at"].as_str().and_then(Stamp::parse).unwrap();
    // The two clocks of a machine may differ by a little.
    assert!(seen.ms_since(&Stamp::parse(&started).unwrap()).abs() < 1_000, "{seen} {started}");
}
