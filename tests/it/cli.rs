//! The command line in both languages: help, errors, exit codes, and what reaches the terminal.

use crate::support::{Place, SESSION, definition_text, moment, saved_session};
use esprit::visit::{Action, Value};
use std::fs;

/// The commands.
#[rustfmt::skip]
const COMMANDS: &[&str] = &[
    "visit", "resume", "sessions", "show",
    "replay",
    "agreement",
    "present",
    "class",
    "practise", "scenario",
    "report", "verify", "checklist", "doctor", "completions", "man",
];

#[test]
fn help_lists_what_there_is_and_nothing_else() {
    let place = Place::new();
    for (lang, words) in [("fr", ["Utilisation :", "Commandes :"]), ("en", ["Usage:", "Commands:"])] {
        let (code, out, _) = place.run(lang, &["--help"], "");
        assert!(lang == "en" || (out.contains("Options\u{a0}:") && out.contains("Commandes\u{a0}:")), "{out}");
        let out = out.replace('\u{a0}', " ");
        assert_eq!(code, 0);
        for word in words.iter().chain(COMMANDS) {
            assert!(out.contains(word), "{lang}: {word}\n{out}");
        }
        for later in ["import", "edit"] {
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
    let cases: [(&[&str], &str, &str); 11] = [
        (&["nonsense"], "Commande inconnue : nonsense", "Unknown command: nonsense"),
        (&["reprot"], "Vouliez-vous dire report ?", "Did you mean report?"),
        (&["sessions", "--nonsense"], "inconnu : --nonsense", "Unknown option or argument: --nonsense"),
        (&["show"], "Il manque", "Missing: <SESSION>"),
        (&["visit", "--kind", "spy"], "« spy » ne convient pas", "“spy” will not do"),
        (&["visit", "--site"], "Il manque la valeur", "is missing"),
        (&["checklist"], "Il manque la commande", "The command is missing"),
        (&["visit", "customer"], "besoin d’un terminal", "needs a terminal"),
        (
            &["sessions", "--color", "never", "--color", "never"],
            "Option donnée deux fois : --color\n",
            "Option given twice: --color\n",
        ),
        (
            &["visit", "customer", "--site", "!!!", "--observer", "o", "--plain"],
            "« !!! » ne convient pas. Le nom d’un lieu doit contenir une lettre ou un chiffre.",
            "A site’s name needs a letter or a digit.",
        ),
        (
            &["visit", "customer", "--site", "s", "--observer", "..", "--plain"],
            "Le nom de l’observateur doit contenir",
            "An observer’s name needs a letter or a digit.",
        ),
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
    assert!(out.contains("does not follow from the events") && out.contains("the seal does not match"), "{out}");
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
    assert!(!out.contains("à voir"), "a pipe is no fault: {out}");
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
fn the_doctor_writes_in_columns_and_in_words() {
    for (lang, words) in [
        ("fr", ["avance aussi pendant la veille", "\u{a0}Go", "lus"]),
        ("en", ["goes on during sleep", "\u{a0}GB", "read"]),
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
            // Folders of a test have names by chance.
            let out = out.replace(&place.dir.path().display().to_string(), "");
            let dates = out.as_bytes().windows(3).any(|part| matches!(part, [b'0'..=b'9', b'T', b'0'..=b'9']));
            assert!(!dates && !out.contains(".000"), "{out}");
        }
    }
}

/// Gives where a column of a table begins, in characters; columns stand at least two spaces apart.
fn column(line: &str, wanted: usize) -> usize {
    let letters: Vec<char> = line.chars().collect();
    let begins = |at: &usize| *at == 0 || (letters[*at] != ' ' && letters[..*at].ends_with(&[' ', ' ']));
    (0..letters.len()).filter(begins).nth(wanted).unwrap_or_else(|| panic!("{line}"))
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
fn broken_settings_are_told_once_whatever_the_command() {
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

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_does_not_make_a_failure_good() {
    let place = Place::new();
    let path = saved_session(&place);
    let bad = fs::read_to_string(&path).unwrap().replacen("\"yes\"", "\"no\"", 1);
    let folder = path.parent().unwrap();
    for number in 0..40 {
        fs::write(folder.join(format!("bad-{number}.json")), &bad).unwrap();
    }
    let bad = folder.join("bad-0.json");
    for (args, code) in [
        (vec!["verify"], 1),
        (vec!["verify", path.to_str().unwrap()], 0),
        (vec!["show", bad.to_str().unwrap()], 1),
        (vec!["show", path.to_str().unwrap()], 0),
        (vec!["sessions"], 0),
        (vec!["visit", "customer", "--site", "s", "--observer", "o", "--plain"], 1),
    ] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let (found, err) = place.run_into("en", &args, writer, "never\ny\n");
        assert_eq!(found, code, "{args:?}: {err}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_result_that_cannot_be_written_is_a_failure_and_is_told() {
    let place = Place::new();
    let path = saved_session(&place);
    let path = path.to_str().unwrap();
    let commands: [&[&str]; 8] = [
        &["verify"],
        &["sessions"],
        &["sessions", "--json"],
        &["show", path],
        &["checklist", "list"],
        &["doctor"],
        &["--help"],
        &["visit", "customer", "--site", "s", "--observer", "o", "--plain"],
    ];
    for args in commands {
        for (lang, words) in [("fr", "n’a pas pu être écrit"), ("en", "could not be written")] {
            let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
            let (code, err) = place.run_into(lang, args, full, "");
            assert_eq!(code, 1, "{args:?}: {err}");
            assert!(err.contains(words) && !err.contains("os error"), "{args:?}: {err}");
        }
    }
}

#[test]
fn verify_speaks_french_and_says_each_thing_once() {
    let place = Place::new();
    let plain = |text: String| text.replace(['\u{a0}', '\u{202f}'], " ");
    for (lang, words) in [("fr", "Aucune visite à vérifier.\n"), ("en", "No visit to verify.\n")] {
        assert_eq!(place.run(lang, &["verify"], ""), (0, String::new(), words.to_owned()));
    }
    let empty = place.dir.path().join("empty");
    fs::create_dir(&empty).unwrap();
    assert_eq!(place.run("en", &["verify", empty.to_str().unwrap()], "").0, 0);
    let (code, out, err) = place.run("fr", &["verify", "/nope"], "");
    assert_eq!((code, plain(out).as_str()), (1, "Introuvable : /nope.\n"));
    assert_eq!(plain(err), "aucune visite intacte, 1 en défaut\n");
    let path = saved_session(&place);
    let (code, out, err) = place.run("fr", &["verify", path.to_str().unwrap()], "");
    assert_eq!((code, plain(err).as_str()), (0, "1 visite intacte, aucune en défaut\n"));
    let out = plain(out);
    assert!(out.contains(".json : intact (") && out.ends_with(" événements)\n"), "{out}");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("\"yes\"", "\"no\"", 1)).unwrap();
    let (code, out, _) = place.run("fr", &["verify", path.to_str().unwrap()], "");
    let out = plain(out);
    assert_eq!(code, 1);
    for part in [".json : « answers » ne découle pas des événements, à partir de", ": le sceau ne correspond pas :"]
    {
        assert!(out.contains(part), "{part}: {out}");
    }
    fs::write(&path, &text[..text.len() / 2]).unwrap();
    let (code, out, _) = place.run("fr", &["verify", path.to_str().unwrap()], "");
    assert_eq!(code, 1);
    assert!(plain(out).ends_with(".json : ce n’est pas une fiche de visite.\n"));
    fs::write(&path, text.replacen("session/1", "session/2", 1)).unwrap();
    let (code, out, _) = place.run("fr", &["verify", path.to_str().unwrap()], "");
    assert_eq!(code, 1);
    assert!(out.contains("esprit.session/2"), "{out}");
}

#[test]
fn a_beginning_that_fits_several_visits_names_them() {
    let place = Place::new();
    let path = saved_session(&place);
    let text = fs::read_to_string(&path).unwrap();
    let second = path.with_file_name("2026-03-02T0900_metz_0195c0de.json");
    fs::write(&second, text.replacen("000000000001", "000000000002", 1).replacen("Agence Lyon 3", "Metz", 1)).unwrap();
    for (lang, words) in [("fr", "2 visites commencent par"), ("en", "2 visits begin with")] {
        let (code, out, err) = place.run(lang, &["show", "0195c0de"], "");
        assert_eq!((code, out.as_str()), (1, ""));
        for part in
            [words, "-000000000001  2026-03-01 10:00", "Agence Lyon 3", "-000000000002  2026-03-01 10:00", "Metz"]
        {
            assert!(err.contains(part), "{part}: {err}");
        }
    }
}

#[test]
fn the_timeline_says_what_was_undone() {
    let place = Place::new();
    let input = "never\ny\nundo\nredo\nquit\n";
    let args = ["visit", "practice", "--site", "s", "--observer", "o", "--plain"];
    assert_eq!(place.run("en", &args, &format!("goto 1\n{input}")).0, 0);
    let (id, _) =
        place.run("en", &["sessions"], "").1.split_once(' ').map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    let (code, out, _) = place.run("fr", &["show", &id], "");
    assert_eq!(code, 0);
    assert!(out.contains("annulation · réponse · oui · Sourit en vous accueillant"), "{out}");
    assert!(out.contains("rétablissement · réponse · oui · Sourit en vous accueillant"), "{out}");
}

#[test]
fn a_long_answer_stands_under_its_item() {
    let place = Place::new();
    let definition = crate::support::definition(
        r#"{"id": "a", "label": "Which way?", "response": {"type": "choice", "options": [
            {"id": "l", "label": "Along the river, then over the old bridge"}, {"id": "s", "label": "straight"}]}},
        {"id": "b", "label": "And then?", "response": {"type": "choice", "options": [
            {"id": "l", "label": "Along the river, then over the old bridge"}, {"id": "s", "label": "straight"}]}}"#,
    );
    let path = place.dir.path().join("ways.json");
    fs::write(&path, definition.raw().to_string()).unwrap();
    let args = ["visit", path.to_str().unwrap(), "--site", "s", "--observer", "o", "--plain"];
    let (code, out, err) = place.run("en", &args, "l\ns\nfinish\n");
    assert_eq!(code, 0, "{err}");
    let (_, out, _) = place.run("en", &["show", out.lines().last().unwrap()], "");
    let shape: Vec<String> = out.lines().skip(4).take(3).map(|line| line.chars().skip(10).collect()).collect();
    assert_eq!(
        shape,
        [
            "                Which way?",
            "                → Along the river, then over the old bridge",
            "  straight      And then?"
        ]
    );
}

#[test]
fn unreadable_files_are_a_failure_in_text_and_in_json() {
    let place = Place::new();
    let path = saved_session(&place);
    fs::write(path.with_file_name("torn.json"), "{\"format\": \"esprit.session/1\"").unwrap();
    for args in [&["sessions"][..], &["sessions", "--json"]] {
        assert_eq!(place.run("en", args, "").0, 1, "{args:?}");
    }
}

#[test]
fn a_named_folder_without_its_parent_is_a_slip_everywhere() {
    let place = Place::new();
    let missing = place.dir.path().join("no/such");
    let commands: [&[&str]; 8] = [
        &["sessions"],
        &["sessions", "--json"],
        &["show", "0195"],
        &["verify"],
        &["checklist", "list"],
        &["checklist", "show", "customer"],
        &["resume", "--plain"],
        &["visit", "customer", "--site", "s", "--observer", "o", "--plain"],
    ];
    for args in commands {
        for (lang, words) in [("fr", "n’existe pas. Vérifiez"), ("en", "does not exist. Check")] {
            let args = [args, &["--data-dir", missing.to_str().unwrap()]].concat();
            let (code, _, err) = place.run(lang, &args, "");
            assert_eq!(code, 1, "{args:?}: {err}");
            assert!(err.contains(words), "{args:?}: {err}");
        }
    }
    let absent = place.dir.path().join("absent");
    let (code, out, err) = place.run("en", &["sessions", "--data-dir", absent.to_str().unwrap()], "");
    assert_eq!((code, out.as_str()), (0, ""));
    assert!(err.starts_with("No visit yet."), "{err}");
    assert!(!absent.exists(), "looking makes nothing");
}

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
fn names_from_outside_name_no_file_of_another() {
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
    for (site, name) in [("../x", "_x_"), ("CON", "_con_"), (long.as_str(), &format!("_{}_", "x".repeat(64)))] {
        let args = ["visit", "practice", "--site", site, "--observer", site, "--plain"];
        let (code, out, err) = place.run("en", &args, "finish\n");
        assert_eq!(code, 0, "{site}: {err}");
        let path = std::path::PathBuf::from(out.lines().last().unwrap());
        assert!(path.starts_with(place.data().join("sessions")), "{}", path.display());
        assert!(path.file_name().unwrap().to_str().unwrap().contains(name), "{}", path.display());
    }
    assert_eq!(fs::read_dir(place.dir.path()).unwrap().count(), before);
}

/// Begins a visit that is left, and gives its journal.
fn left_visit(place: &Place) -> std::path::PathBuf {
    let args = ["visit", "practice", "--site", "lyon-3", "--observer", "o", "--plain"];
    assert_eq!(place.run("en", &args, "y\nnever\n3\nquit\n").0, 0);
    let entries = fs::read_dir(place.folders().unfinished()).unwrap();
    entries.map(|entry| entry.unwrap().path()).find(|path| path.extension().is_some_and(|e| e == "journal")).unwrap()
}

#[test]
fn journals_of_every_condition_are_told_in_both_languages() {
    type Change = fn(&str) -> String;
    let newer: Change = |text| text.replacen("esprit.journal/1", "esprit.journal/2", 1);
    let torn: Change = |text| text[..text.len() - 10].to_owned();
    let other: Change = |text| text.replacen("Sourit en vous", "Rit en vous", 1);
    let chain: Change = |text| text.replacen("\"value\":\"yes\"", "\"value\":\"no\"", 1);
    let nothing: Change = |_| String::new();
    // What `sessions`, `resume --plain` and `show` give, and what is said.
    let cases: [(&str, Change, [i32; 3], &str, &str); 5] = [
        ("newer", newer, [1, 1, 1], "est au format esprit.journal/2", "has the format esprit.journal/2"),
        ("torn", torn, [0, 0, 0], "a été retirée", "was cut off"),
        ("other", other, [1, 1, 1], "il contient une autre grille", "it holds another checklist"),
        ("chain", chain, [1, 1, 1], "l’empreinte ne correspond pas", "the fingerprint does not match"),
        ("empty", nothing, [0, 1, 1], "Aucune visite", "No visit"),
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
    let definition = esprit::store::checklists::get(&folders, "hostile").unwrap();
    let mut opening = crate::support::opening();
    opening.site.name = Some(hostile.clone());
    opening.remark = Some(hostile.clone());
    let mut visit = esprit::visit::Visit::begin(std::sync::Arc::clone(&definition), opening, &moment(0));
    let mut journal = esprit::store::Journal::create(&folders, &definition, SESSION).unwrap();
    journal.append(visit.events()).unwrap();
    let actions = [
        Action::Mark(Some(hostile.clone())),
        Action::Answer { item: 0, value: Value::text("ok"), seen: None },
        Action::Answer { item: 1, value: Value::Text(hostile.clone()), seen: None },
        Action::Note { item: Some(1), text: hostile.clone() },
        Action::Note { item: None, text: hostile.clone() },
    ];
    for (at, action) in (1..).zip(&actions) {
        journal.append(visit.act(action, &moment(at * 1000)).unwrap()).unwrap();
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
fn a_check_that_gives_up_says_so_and_french_has_no_english_in_it() {
    let place = Place::new();
    let path = place.dir.path().join("broken.json");
    let items: Vec<_> =
        (0..150).map(|n| format!(r#"{{"id": "i{n}", "label": 7, "response": {{"type": "text"}}}}"#)).collect();
    let list = definition_text(&items.join(","));
    fs::write(&path, &list).unwrap();
    for (lang, words) in [("fr", "100 fautes, et peut-être d’autres"), ("en", "100 faults, and there may be more")] {
        let (code, _, err) = place.run(lang, &["checklist", "check", path.to_str().unwrap()], "");
        assert_eq!(code, 1);
        assert!(err.ends_with(&format!("{words}\n")), "{err}");
    }
    fs::write(&path, "{\n \"id\": }").unwrap();
    let (_, _, err) = place.run("en", &["checklist", "check", path.to_str().unwrap()], "");
    assert!(err.contains("broken.json:2:8: the file is not JSON from here on (expected value)."), "{err}");
    let (_, _, err) = place.run("fr", &["checklist", "check", path.to_str().unwrap()], "");
    assert!(err.contains("broken.json:2:8: le fichier n’est pas du JSON à partir d’ici."), "{err}");
    assert!(!err.contains("expected"), "{err}");
    let odd = r#"{"id": "a", "label": 7, "weight": "heavy", "critical": 1, "role": 2, "when": 3, "note_required_on": 4,
        "response": {"type": "nonsense"}},
        {"id": "b", "label": "b", "guide": 5, "response": {"type": "timer", "starts": "never", "bands": {}}}, 6"#;
    fs::write(&path, definition_text(odd)).unwrap();
    let (_, _, err) = place.run("fr", &["checklist", "check", path.to_str().unwrap()], "");
    for english in ["expected", "invalid", "unknown", "struct", "enum", " or ", "variant"] {
        assert!(!err.contains(english), "{english}: {err}");
    }
    assert!(err.matches("attendu").count() >= 8, "{err}");
}

#[cfg(unix)]
#[test]
fn folders_that_may_not_be_written_are_told() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    place.folders();
    let set = |mode| fs::set_permissions(place.data(), fs::Permissions::from_mode(mode)).unwrap();
    set(0o500);
    // The superuser may write everywhere.
    if fs::File::create(place.data().join("probe")).is_ok() {
        return;
    }
    for (lang, words) in [("fr", "pas le droit"), ("en", "not allowed")] {
        let args = ["visit", "customer", "--site", "s", "--observer", "o", "--plain"];
        let (code, _, err) = place.run(lang, &args, "y\n");
        assert!(code == 1 && err.contains(words), "{err}");
        let (code, out, _) = place.run(lang, &["doctor"], "");
        assert!(code == 1 && out.contains(words), "{out}");
    }
    set(0o700);
}

#[test]
fn the_application_needs_a_terminal_at_both_ends() {
    let place = Place::new();
    left_visit(&place);
    for args in [&[][..], &["resume"], &["visit", "customer"], &["visit"]] {
        for (lang, words) in [("fr", "besoin d’un terminal"), ("en", "needs a terminal")] {
            let (code, out, err) = place.run(lang, args, "");
            assert_eq!((code, out.as_str()), (2, ""), "{args:?}");
            assert!(err.contains(words) && err.contains("--plain"), "{args:?}: {err}");
        }
    }
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

/// A folder in memory, where the system has one.
#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_cannot_keep_the_promise_is_told() {
    let memory = std::path::Path::new("/dev/shm");
    if esprit::store::promise::doubt(memory).is_none() {
        return;
    }
    let folder = tempfile::TempDir::new_in(memory).unwrap();
    let data = folder.path().join("data");
    let place = Place::new();
    for (lang, words) in [("fr", "est en mémoire"), ("en", "is in memory")] {
        let (code, out, _) = place.run(lang, &["doctor", "--data-dir", data.to_str().unwrap()], "");
        assert_eq!(code, 0);
        assert!(out.contains(words), "{out}");
        let visit = ["visit", "practice", "--site", "s", "--observer", "o", "--plain", "--data-dir"];
        let args: Vec<&str> = visit.into_iter().chain([data.to_str().unwrap()]).collect();
        assert!(place.run(lang, &args, "finish\nfinish\n").2.contains(words));
    }
}
