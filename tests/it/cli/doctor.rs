//! `esprit doctor`, and how commands report broken settings.

use crate::support::Place;
use std::fs;

#[test]
fn doctor_reports_what_works() {
    let place = Place::new();
    let (code, out, _) = place.run("fr", &["doctor"], "");
    assert_eq!(code, 0, "{out}");
    assert!(!out.contains("à voir"), "a pipe is no fault: {out}");
    for part in [
        "Place libre",
        "Europe/Paris",
        "lecture et écriture",
        "Horloge de la visite",
        "Symboles",
        "Couleurs",
        "Langue du système",
    ] {
        assert!(out.contains(part), "{part}: {out}");
    }
}

#[test]
fn doctor_writes_aligned_columns() {
    for (lang, words) in [
        ("fr", ["avance aussi pendant la veille", "\u{a0}Go", "lus"]),
        ("en", ["runs on during sleep", "\u{a0}GB", "read"]),
    ] {
        let place = Place::new();
        for broken in [false, true] {
            if broken {
                fs::create_dir_all(place.config()).unwrap();
                fs::write(place.config().join("settings.json"), "{").unwrap();
            }
            let (_, out, _) = place.run(lang, &["doctor"], "");
            let starts: Vec<_> = out.lines().map(|line| column(line, 2)).collect();
            assert!(starts.iter().all(|start| *start == starts[0]), "{starts:?}\n{out}");
            for word in words.iter().take(if broken { 1 } else { 3 }) {
                assert!(out.contains(word) || (out.contains("\u{a0}M") && word.contains('G')), "{word}: {out}");
            }
            // Temporary folders have random names.
            let out = out.replace(&place.dir.path().display().to_string(), "");
            let dates = out.as_bytes().windows(3).any(|part| matches!(part, [b'0'..=b'9', b'T', b'0'..=b'9']));
            assert!(!dates && !out.contains(".000"), "{out}");
        }
    }
}

/// Returns where a column of a table begins, in characters; columns are at least two spaces apart.
fn column(line: &str, wanted: usize) -> usize {
    let letters: Vec<char> = line.chars().collect();
    let begins = |at: &usize| *at == 0 || (letters[*at] != ' ' && letters[..*at].ends_with(&[' ', ' ']));
    (0..letters.len()).filter(begins).nth(wanted).unwrap_or_else(|| panic!("{line}"))
}

#[test]
fn doctor_reports_broken_settings_and_keeps_them() {
    let place = Place::new();
    fs::create_dir_all(place.config()).unwrap();
    fs::write(place.config().join("settings.json"), "{").unwrap();
    let (_, out, _) = place.run("en", &["doctor"], "");
    assert!(out.contains("settings.json.broken"), "{out}");
    assert_eq!(fs::read_to_string(place.config().join("settings.json.broken")).unwrap(), "{");
}

#[test]
fn broken_settings_are_reported_once_by_any_command() {
    let commands: [&[&str]; 7] = [
        &["sessions"],
        &["show", "0195"],
        &["verify"],
        &["checklist", "list"],
        &["checklist", "show", "customer"],
        &["man"],
        &["visit", "customer", "--site", "s", "--observer", "o", "--plain"],
    ];
    for args in commands {
        let place = Place::new();
        fs::create_dir_all(place.config()).unwrap();
        fs::write(place.config().join("settings.json"), "{").unwrap();
        let (_, _, err) = place.run("en", args, "");
        assert_eq!(err.matches("the default settings are in use").count(), 1, "{args:?}: {err}");
    }
}
