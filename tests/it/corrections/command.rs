//! `esprit amend`, `esprit void`, and what `show`, `sessions`, `verify`, `report` and `agreement` say of corrections.

use super::{answer, correct, json};
use crate::support::{Place, SESSION, saved_session};
use std::fs;

const AMEND: [&str; 7] = ["amend", SESSION, "--plain", "--by", "Chloé", "--reason", "typed at the wrong line"];

#[test]
fn a_visit_is_amended_line_by_line_and_its_changes_are_shown() {
    let place = Place::new();
    let first = saved_session(&place);
    let before = fs::read(&first).unwrap();
    let (code, out, err) = place.run("en", &AMEND, "goto 2\nn\nnote seen from the door\nfinish\nfinish\n");
    assert_eq!(code, 0, "{err}");
    assert!(err.contains("You correct a visit that was finished"), "{err}");
    let path = out.lines().last().unwrap();
    assert!(path.ends_with("_2.json"), "{path}");
    assert_eq!(fs::read(&first).unwrap(), before);

    let (code, out, err) = place.run("en", &["show", SESSION], "");
    assert_eq!(code, 0, "{err}");
    for part in ["Corrected by Chloé", "typed at the wrong line", "yes → no", "(nothing) → seen from the door"] {
        assert!(out.contains(part), "{part}: {out}");
    }
    let shown = json(&place, &["show", "--json", SESSION]);
    assert_eq!(shown["corrections"][0]["by"], "Chloé");
    let change = &shown["corrections"][0]["changes"][0];
    assert_eq!(
        (&change["changed"], &change["before"], &change["after"]),
        (&"answer".into(), &"yes".into(), &"no".into())
    );
    assert_eq!(shown["duration_ms"], 60_000);

    let listed = json(&place, &["sessions", "--json"]);
    let sessions = listed["sessions"].as_array().unwrap();
    assert_eq!(
        (sessions.len(), &sessions[0]["other_files"], &sessions[0]["in_conflict"]),
        (1, &1.into(), &false.into())
    );
    assert_eq!(sessions[0]["corrections"]["number"], 1);
    let (_, out, _) = place.run("fr", &["sessions"], "");
    assert!(out.contains("corrigée") && out.lines().count() == 1, "{out}");
    let (code, out, _) = place.run("en", &["verify"], "");
    assert_eq!(code, 0);
    assert!(out.contains("_2.json: continues ") && out.lines().count() == 3, "{out}");
}

#[test]
fn who_and_why_are_asked_where_they_are_not_given_and_required() {
    let place = Place::new();
    saved_session(&place);
    let (code, out, err) = place.run("fr", &["amend", SESSION, "--plain"], "\nChloé\nfaute de frappe\nquit\n");
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("Qui corrige la visite") && out.contains("Pourquoi"), "{out}");
    assert!(err.contains("Indiquez qui corrige la visite, et pourquoi."), "{err}");
    let (_, out, _) = place.run("fr", &["sessions"], "");
    assert!(out.contains("correction en cours"), "{out}");
    let (code, _, err) = place.run("fr", &["amend", SESSION, "--plain", "--by", "x", "--reason", "y"], "");
    assert_eq!(code, 1, "{err}");
    assert!(err.contains("est en cours"), "{err}");
    let (code, out, err) = place.run("fr", &["resume", "--plain"], "goto 2\nn\nfinish\nfinish\n");
    assert_eq!(code, 0, "{err}");
    assert!(out.lines().last().unwrap().ends_with("_2.json"), "{out}");
    for args in
        [&["void", SESSION][..], &["void", SESSION, "--by", "x"], &["void", SESSION, "--by", " ", "--reason", "y"]]
    {
        let (code, _, err) = place.run("en", args, "");
        assert_eq!(code, 2, "{args:?}: {err}");
        assert!(err.contains("Say who declares the visit void, and why"), "{err}");
    }
    let (code, _, err) = place.run("en", &["amend", "ffff", "--plain"], "");
    assert_eq!(code, 1, "{err}");
}

#[test]
fn a_void_visit_is_counted_apart_in_every_report() {
    let place = Place::new();
    let first = saved_session(&place);
    let other = fs::read_to_string(&first).unwrap();
    let (code, out, err) = place.run("en", &["void", SESSION, "--by", "Paul", "--reason", "wrong shop"], "");
    assert_eq!(code, 0, "{err}");
    assert!(out.trim_end().ends_with("_2.json"), "{out}");
    let (code, out, _) = place.run("en", &["show", SESSION], "");
    assert!(code == 0 && out.contains("Declared void by Paul") && out.contains("wrong shop"), "{out}");

    let (code, _, err) = place.run("en", &["report"], "");
    assert!(code == 1 && err.contains("1 declared void, counted only with --where status=void"), "{err}");
    let report = json(&place, &["report", "--format", "json", "--where", "status=void"]);
    assert_eq!((&report["source"]["sessions"], &report["source"]["void"]), (&1.into(), &0.into()));
    // With another visit, the void one is in the notes of each format.
    let id = "0195c0de-0000-7000-8000-000000000002";
    let (code, ..) = place.run(
        "en",
        &["visit", "customer", "--site", "lyon-3", "--observer", "o12", "--plain"],
        "goto 2\ny\nfinish\nfinish\n",
    );
    assert_eq!((code, id.len(), other.is_empty()), (0, 36, false));
    let report = json(&place, &["report", "--format", "json"]);
    assert_eq!((&report["source"]["sessions"], &report["source"]["void"]), (&1.into(), &1.into()));
    assert_eq!(report["source"]["superseded"], 1);
    for (lang, format, words) in
        [("en", "text", "Visits declared void, not counted"), ("fr", "html", "Visites déclarées nulles, non comptées")]
    {
        let (code, out, err) = place.run(lang, &["report", "--format", format], "");
        assert_eq!(code, 0, "{err}");
        assert!(out.contains(words), "{format}: {out}");
    }
    let (code, out, _) =
        place.run("en", &["report", "--format", "csv", "--table", "visits", "--where", "status=void"], "");
    assert!(code == 0 && out.contains(",void,"), "{out}");
}

#[test]
fn a_corrected_visit_counts_once_and_is_said_to_be_corrected() {
    let place = Place::new();
    let first = saved_session(&place);
    correct(&place, &first, 3, &[answer(2, "no")]);
    let report = json(&place, &["report", "--format", "json"]);
    let source = &report["source"];
    assert_eq!((&source["sessions"], &source["corrected"], &source["superseded"]), (&1.into(), &1.into(), &1.into()));
    let (_, out, _) = place.run("en", &["report"], "");
    assert!(out.contains("Of these, corrected after their end"), "{out}");
}

#[test]
fn an_agreement_takes_the_corrected_visit_and_leaves_out_the_void_one() {
    let place = Place::new();
    let mut ids = Vec::new();
    for observer in ["ana", "ben", "eva"] {
        let args = ["visit", "customer", "--site", "lyon-3", "--observer", observer, "--plain"];
        let (code, out, err) = place.run("en", &args, "goto 2\ny\ny\ny\nfinish\nfinish\n");
        assert_eq!(code, 0, "{err}");
        let session = json(&place, &["show", "--json", out.lines().last().unwrap()]);
        ids.push(session["started"]["session"].as_str().unwrap().to_owned());
    }
    let why = ["--by", "Chloé", "--reason", "typo"];
    let amend = [&["amend", &ids[0], "--plain"], &why[..]].concat();
    assert_eq!(place.run("en", &amend, "goto 2\nn\nfinish\nfinish\n").0, 0);
    assert_eq!(place.run("en", &[&["void", &ids[2]], &why[..]].concat(), "").0, 0);
    let sessions = place.folders().sessions();
    let (code, out, err) = place.run("en", &["agreement", sessions.to_str().unwrap()], "");
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("1 visit was corrected after its end"), "{out}");
    assert!(out.contains("1 visit that was declared void was left out"), "{out}");
    assert!(!out.contains("eva"), "{out}");
}

#[test]
fn files_that_differ_are_marked_and_shown_with_a_warning() {
    let place = Place::new();
    let first = saved_session(&place);
    let text = fs::read_to_string(&first).unwrap();
    fs::copy(&first, first.with_file_name("2026-03-01T1000_lyon-3_o12_00000001 (1).json")).unwrap();
    let (code, out, _) = place.run("en", &["sessions"], "");
    assert!(code == 0 && out.lines().count() == 1 && !out.contains("differ"), "{out}");
    assert_eq!(place.run("en", &["show", SESSION], "").0, 0, "a full id, whatever copies there are");
    fs::write(first.with_file_name("2026-03-01T1000_lyon-3_o12_00000001 (2).json"), text.replace("Lyon", "Metz"))
        .unwrap();
    let (_, out, _) = place.run("en", &["sessions"], "");
    assert!(out.lines().count() == 1 && out.contains("files differ"), "{out}");
    for asked in [SESSION, "0195c0de"] {
        let (code, _, err) = place.run("en", &["show", asked], "");
        assert!(code == 1 && err.contains("The files of this visit differ"), "{err}");
    }
    let (code, _, err) = place.run("en", &AMEND, "");
    assert!(code == 1 && err.contains("cannot be corrected"), "{err}");
}
