//! The command line in both languages: help, errors, exit codes, and output to the terminal.

mod checklist_history;
mod doctor;
mod foreign_input;
mod help;
#[cfg(unix)]
mod special_files;
mod system_errors;

use crate::support::{Place, saved_session};
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
    "report", "verify", "checklist", "doctor", "completions", "man", "help",
];

#[test]
fn help_lists_all_commands_and_nothing_else() {
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
fn usage_errors_are_localized_with_exit_code_2() {
    let place = Place::new();
    let cases: [(&[&str], &str, &str); 11] = [
        (&["nonsense"], "Commande inconnue : nonsense", "Unknown command: nonsense"),
        (&["reprot"], "Vouliez-vous dire report ?", "Did you mean report?"),
        (&["sessions", "--nonsense"], "inconnu : --nonsense", "Unknown option or argument: --nonsense"),
        (&["show"], "Il manque", "Missing: <SESSION>"),
        (
            &["visit", "--kind", "spy"],
            "--kind : « spy » inconnu ; choix possibles : mystery_visit",
            "--kind: “spy” is unknown; choose from: mystery_visit",
        ),
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
            "« !!! » ne convient pas. Le nom d’un site doit contenir une lettre ou un chiffre.",
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
fn sessions_show_and_verify_are_consistent() {
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
    fs::write(place.data().join("sites.json"), "[]").unwrap();
    let (code, out, err) = place.run("en", &["verify", place.data().to_str().unwrap()], "");
    assert_eq!(code, 0, "the list of sites is no visit: {out}{err}");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("\"yes\"", "\"no\"", 1)).unwrap();
    let (code, out, _) = place.run("en", &["verify", path.to_str().unwrap()], "");
    assert_eq!(code, 1);
    assert!(out.contains("does not match the events") && out.contains("the seal does not match"), "{out}");
    let (code, _, err) = place.run("fr", &["show", "0195"], "");
    assert_eq!(code, 1);
    assert!(err.contains("ne correspond pas aux événements"), "{err}");
}

#[test]
fn checklists_are_listed_shown_checked_and_created() {
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
    for part in ["my-checklist.json:39:21:", "sections[0].items[1].weight -2 is not allowed.", "2 errors in "] {
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
fn verify_is_localized_and_reports_each_problem_once() {
    let place = Place::new();
    let plain = |text: String| text.replace(['\u{a0}', '\u{202f}'], " ");
    for (lang, words) in [("fr", "Aucune visite à vérifier.\n"), ("en", "No visit to verify.\n")] {
        assert_eq!(place.run(lang, &["verify"], ""), (0, String::new(), words.to_owned()), "{lang}");
    }
    let empty = place.dir.path().join("empty");
    fs::create_dir(&empty).unwrap();
    assert_eq!(place.run("en", &["verify", empty.to_str().unwrap()], "").0, 0);
    let (code, out, err) = place.run("fr", &["verify", "/nope"], "");
    assert_eq!((code, plain(out).as_str()), (1, "Introuvable : /nope.\n"));
    assert_eq!(plain(err), "0 visite vérifiée, 1 en échec\n");
    let path = saved_session(&place);
    let (code, out, err) = place.run("fr", &["verify", path.to_str().unwrap()], "");
    assert_eq!((code, plain(err).as_str()), (0, "1 visite vérifiée, 0 en échec\n"));
    let out = plain(out);
    assert!(out.contains(".json : vérifiée (") && out.ends_with(" événements)\n"), "{out}");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("\"yes\"", "\"no\"", 1)).unwrap();
    let (code, out, _) = place.run("fr", &["verify", path.to_str().unwrap()], "");
    let out = plain(out);
    assert_eq!(code, 1);
    for part in [".json : « answers » ne correspond pas aux événements, à partir de", ": le sceau ne correspond pas :"]
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
fn an_ambiguous_id_lists_the_visits() {
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
fn the_timeline_shows_what_was_undone() {
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
fn a_long_answer_is_printed_below_its_item() {
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
    let answers = out.lines().skip_while(|line| !line.is_empty()).skip(2);
    let shape: Vec<String> = answers.take(3).map(|line| line.chars().skip(10).collect()).collect();
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
fn unreadable_files_fail_in_text_and_in_json() {
    let place = Place::new();
    let path = saved_session(&place);
    fs::write(path.with_file_name("torn.json"), "{\"format\": \"esprit.session/1\"").unwrap();
    for args in [&["sessions"][..], &["sessions", "--json"]] {
        assert_eq!(place.run("en", args, "").0, 1, "{args:?}");
    }
}

#[test]
fn completions_and_the_manual_are_generated() {
    let place = Place::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let (code, out, _) = place.run("en", &["completions", shell], "");
        assert!(code == 0 && out.contains("sessions"), "{shell}");
    }
    assert!(place.run("en", &["man"], "").1.starts_with(".ie"));
}

/// Begins a visit and leaves it; returns its journal.
fn left_visit(place: &Place) -> std::path::PathBuf {
    let args = ["visit", "practice", "--site", "lyon-3", "--observer", "o", "--plain"];
    assert_eq!(place.run("en", &args, "y\nnever\n3\nquit\n").0, 0);
    let entries = fs::read_dir(place.folders().unfinished()).unwrap();
    entries.map(|entry| entry.unwrap().path()).find(|path| path.extension().is_some_and(|e| e == "journal")).unwrap()
}
