//! Help in groups with examples, pages for every command, and suggestions for what was mistyped.

use super::{COMMANDS, left_visit};
use crate::support::{Place, saved_session};
use esprit::cli::command;
use esprit::text::{Lang, Texts};
use std::fs;

#[test]
fn every_command_is_in_a_group_and_has_examples_that_it_understands() {
    let place = Place::new();
    for (lang, heading, examples) in
        [("fr", "\n Formation\n", "\nExemples\u{a0}:\n"), ("en", "\n Training\n", "\nExamples:\n")]
    {
        let (_, all, _) = place.run(lang, &["--help"], "");
        assert!(all.contains(heading), "{all}");
        for name in COMMANDS {
            assert_eq!(all.matches(&format!("\n  {name} ")).count(), 1, "{name}: {all}");
            let (code, help, _) = place.run(lang, &["help", name], "");
            assert_eq!(code, 0, "{name}");
            assert_eq!(help, place.run(lang, &[name, "--help"], "").1, "{name}");
            let (_, shown) = help.split_once(examples).unwrap_or_else(|| panic!("{name}: {help}"));
            for line in shown.lines().filter(|line| !line.trim().is_empty()) {
                let words: Vec<&str> = line.split_whitespace().collect();
                assert!(words[..2] == ["esprit", *name], "{name}: {line}");
                let texts = Texts::new(if lang == "fr" { Lang::Fr } else { Lang::En });
                let parsed = command(&texts).try_get_matches_from(words);
                assert!(parsed.is_ok(), "{name}: {line}: {}", parsed.unwrap_err());
            }
        }
        assert_eq!(place.run(lang, &["help"], "").1, all);
        let (code, help, _) = place.run(lang, &["help", "checklist", "check"], "");
        assert!(code == 0 && help.contains("esprit checklist check"), "{help}");
    }
}

#[test]
fn every_command_gets_its_page_in_the_users_language() {
    let place = Place::new();
    for (lang, words) in [("fr", "La grille"), ("en", "Checklist files")] {
        let folder = place.dir.path().join(lang);
        let (code, out, err) = place.run(lang, &["man", "--out", folder.to_str().unwrap()], "");
        assert_eq!(code, 0, "{err}");
        let texts = Texts::new(if lang == "fr" { Lang::Fr } else { Lang::En });
        let root = command(&texts);
        let inner = root.get_subcommands().flat_map(|one| {
            let name = one.get_name();
            let below = one.get_subcommands().map(move |below| format!("esprit-{name}-{}.1", below.get_name()));
            std::iter::once(format!("esprit-{name}.1")).chain(below)
        });
        let mut expected: Vec<String> = std::iter::once("esprit.1".to_owned()).chain(inner).collect();
        expected.sort();
        let mut found: Vec<String> =
            fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        found.sort();
        assert_eq!(found, expected);
        assert_eq!(out.lines().count(), found.len());
        let page = fs::read_to_string(folder.join("esprit-checklist-check.1")).unwrap();
        assert!(page.contains("esprit\\-checklist\\-check") && page.contains(".SH"), "{page}");
        assert!(lang == "fr" || page.contains(words), "{page}");
    }
    let missing = place.dir.path().join("no/such");
    assert_eq!(place.run("en", &["man", "--out", missing.to_str().unwrap()], "").0, 1);
}

#[test]
fn what_was_mistyped_gets_a_suggestion() {
    let place = Place::new();
    saved_session(&place);
    let journal = left_visit(&place);
    let open = journal.file_stem().unwrap().to_str().unwrap();
    let beginning = |id: &str| {
        let (one, other) = (&id[6..7], &id[7..8]);
        // The last two are swapped, or replaced where they are the same.
        if one == other { format!("{}g", &id[..7]) } else { format!("{}{other}{one}", &id[..6]) }
    };
    let (id, mistyped) = (open.to_owned(), beginning(open));
    let cases: [(&[&str], &str); 9] = [
        (&["help", "reprot"], "report"),
        (&["checklist", "chek"], "check"),
        (&["report", "--fromat", "json"], "--format"),
        (&["report", "--format", "xslx"], "xlsx"),
        (&["report", "--by", "stie"], "site"),
        (&["report", "--where", "kidn=training"], "kind"),
        (&["report", "--where", "kind=trainning"], "training"),
        (&["checklist", "show", "custmer"], "customer"),
        (&["scenario", "show", "kettel"], "kettle"),
    ];
    let resume: [&str; 3] = ["resume", &mistyped, "--plain"];
    for (args, expected) in cases.into_iter().chain([(&resume[..], id.as_str()), (&["show", &mistyped], &id)]) {
        for (lang, words) in [("fr", "Vouliez-vous dire"), ("en", "Did you mean")] {
            let (code, out, err) = place.run(lang, args, "");
            assert!(code != 0 && out.is_empty(), "{args:?}: {out}");
            assert!(err.contains(&format!("{words} {expected}")), "{args:?}: {err}");
        }
    }
    let (_, _, err) = place.run("en", &["checklist", "show", "zzz"], "");
    assert!(!err.contains("Did you mean"), "{err}");
}
