//! How a correction ends: without a change, dropped, or as a void visit.

use super::{answer, correct, why};
use crate::support::{Place, SESSION, saved_session};
use esprit::visit::Action;
use esprit::visit::event::{HeaderFact, Observer};
use std::fs;

const AMEND: [&str; 7] = ["amend", SESSION, "--plain", "--by", "Chloé", "--reason", "to look"];

#[test]
fn a_correction_that_changes_nothing_writes_no_file() {
    let place = Place::new();
    let first = saved_session(&place);
    let before = fs::read(&first).unwrap();
    // Also where a change was taken back.
    for (lang, lines, said) in [
        ("en", "finish\nfinish\n", "Nothing was changed: no new file"),
        ("fr", "goto 2\nn\ngoto 2\ny\nfinish\nfinish\n", "aucun nouveau fichier"),
    ] {
        let (code, out, err) = place.run(lang, &AMEND, lines);
        assert!(code == 0 && err.contains(said), "{out}{err}");
        assert_eq!(out.lines().last(), first.to_str(), "{out}");
        assert_eq!(first.parent().unwrap().read_dir().unwrap().count(), 1);
        assert_eq!(place.folders().unfinished().read_dir().unwrap().count(), 0);
    }
    assert_eq!(fs::read(&first).unwrap(), before);
    // A void visit that counts again is changed.
    let void = correct(&place, &first, 1, &[Action::Void(why())]);
    let again = correct(&place, &void, 2, &[]);
    assert!(again.to_str().unwrap().ends_with("_3.json"), "{}", again.display());
    // So is one with a change of the header; without one, the last file stays.
    let observer = Observer { id: "bea".to_owned(), name: None };
    let path = correct(&place, &again, 3, &[Action::ChangeHeader(HeaderFact::Observer(observer))]);
    assert_ne!(path, again);
    assert_eq!(correct(&place, &path, 4, &[]), path);
    assert_ne!(correct(&place, &path, 5, &[answer(1, "no")]), path);
}

#[test]
fn a_void_visit_is_not_declared_void_again_and_is_said_what_it_means() {
    let place = Place::new();
    saved_session(&place);
    let void = ["void", SESSION, "--by", "Paul", "--reason", "wrong shop"];
    let (code, out, err) = place.run("en", &void, "");
    assert!(code == 0 && out.lines().count() == 1 && out.trim_end().ends_with("_2.json"), "{out}");
    for part in
        ["Declared void: Agence Lyon 3, 1 March 2026", "counts in no figure", &format!("esprit amend {SESSION}")]
    {
        assert!(err.contains(part), "{part}: {err}");
    }
    for (lang, said) in [("en", "is void already"), ("fr", "est déjà nulle")] {
        let (code, out, err) = place.run(lang, &void, "");
        assert!(code == 1 && out.is_empty() && err.contains(said), "{out}{err}");
    }
}

#[test]
fn a_correction_under_way_is_dropped_by_a_command_which_its_refusal_names() {
    let place = Place::new();
    let first = saved_session(&place);
    let drop = ["amend", SESSION, "--drop"];
    let (code, _, err) = place.run("en", &drop, "");
    assert!(code == 1 && err.contains("there is nothing to drop"), "{err}");
    let (code, _, err) = place.run("en", &AMEND, "goto 2\nn\nquit\n");
    assert_eq!(code, 0, "{err}");
    for (lang, args) in [("en", &AMEND[..]), ("fr", &["void", SESSION, "--by", "x", "--reason", "y"])] {
        let (code, _, err) = place.run(lang, args, "");
        for command in [format!("esprit resume {SESSION}"), format!("esprit amend {SESSION} --drop")] {
            assert!(code == 1 && err.contains(&command), "{command}: {err}");
        }
    }
    let (code, _, err) = place.run("en", &["amend", first.to_str().unwrap(), "--drop", "--by", "x"], "");
    assert_eq!(code, 2, "{err}");
    let (code, out, err) = place.run("en", &drop, "");
    assert!(code == 0 && out.is_empty() && err.contains("The correction was dropped"), "{out}{err}");
    assert_eq!(place.folders().unfinished().read_dir().unwrap().count(), 0);
    assert_eq!(place.sessions(), [first]);
}
