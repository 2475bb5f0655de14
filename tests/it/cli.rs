//! The command line in both languages: help, errors, exit codes, and what reaches the terminal.

use crate::support::{Place, saved_session};
use std::fs;

const COMMANDS: [&str; 9] =
    ["visit", "resume", "sessions", "show", "verify", "checklist", "doctor", "completions", "man"];

#[test]
fn help_lists_what_there_is_and_nothing_else() {
    let place = Place::new();
    for (lang, words) in [("fr", ["Utilisation :", "Commandes:"]), ("en", ["Usage:", "Commands:"])] {
        let (code, out, _) = place.run(lang, &["--help"], "");
        let out = out.replace('\u{a0}', " ");
        assert_eq!(code, 0);
        for word in words.iter().chain(&COMMANDS) {
            assert!(out.contains(word), "{lang}: {word}\n{out}");
        }
        for later in ["report", "agreement", "replay", "present", "import", "edit"] {
            assert!(!out.contains(&format!("\n  {later}")), "{later}");
        }
        for command in COMMANDS {
            let (code, out, _) = place.run(lang, &[command, "--help"], "");
            assert_eq!(code, 0, "{command}");
            assert_eq!(out.contains("Usage"), lang == "en", "{command}: {out}");
            for english in ["Print help", "Print version", "possible values", "default:"] {
                assert!(!out.contains(english), "{command}: {out}");
            }
        }
    }
}

#[test]
fn wrong_usage_is_told_in_the_users_language_with_exit_code_2() {
    let place = Place::new();
    let cases: [(&[&str], &str, &str); 8] = [
        (&["nonsense"], "Commande inconnue : nonsense", "Unknown command: nonsense"),
        (&["sesions"], "Vouliez-vous dire sessions ?", "Did you mean sessions?"),
        (&["sessions", "--nonsense"], "inconnu : --nonsense", "Unknown option or argument: --nonsense"),
        (&["show"], "Il manque", "Missing: <SESSION>"),
        (&["visit", "--kind", "spy"], "« spy » ne convient pas", "“spy” will not do"),
        (&["visit", "--site"], "Il manque la valeur", "is missing"),
        (&["checklist"], "Il manque la commande", "The command is missing"),
        (&["visit", "customer"], "besoin d’un terminal", "needs a terminal"),
    ];
    for (args, fr, en) in cases {
        for (lang, words) in [("fr", fr), ("en", en)] {
            let (code, out, err) = place.run(lang, args, "");
            let err = err.replace(['\u{a0}', '\u{202f}'], " ");
            assert_eq!((code, out.as_str()), (2, ""), "{args:?}: {err}");
            assert!(err.contains(words), "{args:?}: {err}");
        }
    }
    assert_eq!(place.run("en", &[], "").0, 2, "no terminal, no application");
}

#[test]
fn sessions_show_and_verify_tell_one_story() {
    let place = Place::new();
    assert!(place.run("en", &["sessions"], "").2.contains("No visit yet"));
    let path = saved_session(&place);
    let (code, out, _) = place.run("fr", &["sessions"], "");
    assert_eq!(code, 0);
    assert!(out.contains("2026-03-01 10:00") && out.contains("Agence Lyon 3") && out.contains("\u{202f}%"), "{out}");
    let list: serde_json::Value = serde_json::from_str(&place.run("fr", &["sessions", "--json"], "").1).unwrap();
    assert_eq!(list["sessions"][0]["site"]["id"], "lyon-3");
    for asked in ["0195", path.to_str().unwrap()] {
        let (code, out, err) = place.run("en", &["show", asked], "");
        assert_eq!(code, 0, "{err}");
        for part in ["Agence Lyon 3 · 1 March 2026, 10:00", "Timeline", "weight 2.0", "=cmd|' /C calc'!A1"] {
            assert!(out.contains(part), "{part}: {out}");
        }
        assert!(!out.contains('\u{1b}'), "{out}");
    }
    let shown: serde_json::Value = serde_json::from_str(&place.run("en", &["show", "0195", "--json"], "").1).unwrap();
    assert_eq!((shown["verified"].clone(), shown["over"].clone()), (true.into(), true.into()));
    assert_eq!(place.run("en", &["show", "ffff"], "").0, 1);
    assert_eq!(place.run("en", &["verify"], "").0, 0);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("\"yes\"", "\"no\"", 1)).unwrap();
    let (code, out, _) = place.run("en", &["verify", path.to_str().unwrap()], "");
    assert_eq!(code, 1);
    assert!(out.contains("does not follow from the events") && out.contains("the seal does not fit"), "{out}");
    let (code, _, err) = place.run("fr", &["show", "0195"], "");
    assert_eq!(code, 1);
    assert!(err.contains("ne découle pas"), "{err}");
}

#[test]
fn checklists_are_listed_shown_checked_and_made() {
    let place = Place::new();
    let (code, out, _) = place.run("fr", &["checklist", "list"], "");
    assert_eq!(code, 0);
    assert!(["customer", "management", "internal", "practice"].iter().all(|id| out.contains(id)), "{out}");
    let (code, out, _) = place.run("fr", &["checklist", "show", "customer"], "");
    assert_eq!(code, 0);
    assert!(out.contains("éliminatoire") && out.contains("selon le cas") && out.contains("En partie\u{a0}: "), "{out}");
    let (code, path, _) = place.run("en", &["checklist", "new"], "");
    assert_eq!(code, 0);
    assert_eq!(place.run("en", &["checklist", "check", path.trim()], "").0, 0);
    let text = fs::read_to_string(path.trim())
        .unwrap()
        .replace("\"weight\": 2", "\"weight\": -2")
        .replace("\"max\": 10", "\"max\": 0");
    fs::write(path.trim(), text).unwrap();
    let (code, _, err) = place.run("en", &["checklist", "check", path.trim()], "");
    assert_eq!(code, 1);
    for part in ["my-checklist.json:37:21:", "sections[0].items[1].weight -2 is not allowed here.", "2 faults"] {
        assert!(err.contains(part), "{part}: {err}");
    }
    for asked in ["nobody", "../nobody", "/no/such.json"] {
        let (code, _, err) = place.run("fr", &["checklist", "show", asked], "");
        assert_eq!(code, 1, "{asked}: {err}");
        let (code, _, _) = place.run("fr", &["visit", asked, "--site", "s", "--observer", "o", "--plain"], "");
        assert_eq!(code, 1, "{asked}");
    }
}

#[test]
fn data_folders_that_do_not_work_are_told() {
    let place = Place::new();
    let file = place.dir.path().join("file");
    fs::write(&file, "").unwrap();
    for (lang, words) in [("fr", "pas un dossier"), ("en", "not a folder")] {
        let args =
            ["visit", "customer", "--site", "s", "--observer", "o", "--plain", "--data-dir", file.to_str().unwrap()];
        let (code, _, err) = place.run(lang, &args, "y\n");
        assert_eq!(code, 1);
        assert!(err.contains(words), "{err}");
        let (code, out, _) = place.run(lang, &["doctor", "--data-dir", file.to_str().unwrap()], "");
        assert_eq!(code, 1);
        assert!(out.contains(words), "{out}");
    }
    let missing = place.dir.path().join("no/such");
    let (code, _, err) = place.run("en", &["checklist", "new", "--data-dir", missing.to_str().unwrap()], "");
    assert_eq!(code, 1);
    assert!(err.contains("does not exist"), "{err}");
}

#[test]
fn the_doctor_says_what_works() {
    let place = Place::new();
    let (code, out, _) = place.run("fr", &["doctor"], "");
    assert_eq!(code, 0, "{out}");
    for part in [
        "Place libre",
        "Europe/Paris",
        "lecture et écriture",
        "Horloge de la visite",
        "Signes",
        "Couleurs",
        "Langue du système",
    ] {
        assert!(out.contains(part), "{part}: {out}");
    }
}

#[test]
fn broken_settings_are_told_by_the_doctor_and_kept() {
    let place = Place::new();
    fs::create_dir_all(place.config()).unwrap();
    fs::write(place.config().join("settings.json"), "{").unwrap();
    let (_, out, _) = place.run("en", &["doctor"], "");
    assert!(out.contains("settings.json.broken"), "{out}");
    assert_eq!(fs::read_to_string(place.config().join("settings.json.broken")).unwrap(), "{");
}

#[test]
fn completions_and_the_manual_are_made() {
    let place = Place::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let (code, out, _) = place.run("en", &["completions", shell], "");
        assert!(code == 0 && out.contains("sessions"), "{shell}");
    }
    assert!(place.run("en", &["man"], "").1.starts_with(".ie"));
}
