//! Which checklist a scenario is practised with: a ruling of a class applies to the next practice.

use super::{FROZEN, install, library};
use crate::support::{Flow, Place, bundled};
use esprit::app::{Message, Notice};
use esprit::store::scenarios::{self, Staged};
use esprit::store::{DocumentError, StoreError, rulings};
use esprit::text::Lang;
use serde_json::Value;

/// The ruling of a class about the first item.
const RULING: &str = "Un sourire de dos ne se voit pas.";

/// Installs a changed copy of the practice checklist as the user's own.
fn copy(place: &Place, change: impl FnOnce(&mut Value)) {
    let mut raw = bundled("practice").raw().clone();
    change(&mut raw);
    std::fs::write(place.folders().checklists().join("practice.json"), raw.to_string()).unwrap();
}

fn install_ruling(place: &Place) {
    library(place);
    rulings::add(&place.folders(), &bundled("practice"), "greeting.smile", RULING).unwrap();
}

fn staged(place: &Place) -> Staged {
    let staged = scenarios::find(&place.folders(), "bakery").unwrap();
    let listed = library(place).pop().unwrap().staged.unwrap();
    assert_eq!((listed.definition.digest(), &listed.passed_over), (staged.definition.digest(), &staged.passed_over));
    staged
}

/// Returns the version that the frozen scenario is practised with, and the message about the user's copy.
fn chosen(place: &Place) -> (String, Option<&'static str>) {
    let staged = staged(place);
    (staged.definition.checklist().version.clone(), staged.passed_over().map(|(id, _)| id))
}

fn begun(staged: &Staged, lang: Lang) -> Flow {
    let mut flow = Flow::new(lang);
    let staged = Box::new(staged.clone());
    flow.send(Message::BeginPractice {
        staged,
        speed: 1.0,
        observer: esprit::visit::Observer { id: "o12".to_owned(), name: None },
    });
    flow
}

#[test]
fn the_next_practice_uses_the_ruled_checklist_version() {
    let place = Place::new();
    assert_eq!(library(&place).pop().unwrap().staged.unwrap().definition.checklist().version, "1.0.0");
    install_ruling(&place);
    assert_eq!(chosen(&place), ("1.0.1".to_owned(), None));
    let flow = begun(&staged(&place), Lang::Fr);
    assert_eq!(flow.model.shared.notice, None);
    let screen = flow.screen(120, 40);
    assert!(screen.contains("Un sourire de dos"), "{screen}");
    let args = ["practise", "bakery", "--plain", "--observer", "o12", "--speed", "1000"];
    let (code, out, err) = place.run("fr", &args, "y\nfinish\n");
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    let path = out.lines().last().unwrap();
    let session: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    assert_eq!(session["checklist"]["version"], "1.0.1");
    assert_eq!(session["definition"]["sections"][0]["items"][0]["guide"]["ruling"], RULING);
    assert_eq!(place.run("fr", &["verify", path], "").0, 0);
    // Every bundled scenario uses the ruling about its own checklist too.
    rulings::add(&place.folders(), &bundled("customer"), "greeting.smile", RULING).unwrap();
    for listed in scenarios::load_all(&place.folders()) {
        let staged = listed.staged.unwrap();
        let checklist = staged.definition.checklist();
        let expected = match checklist.id.as_str() {
            "customer" => "1.1.1",
            "practice" => "1.0.1",
            _ => "1.1.0",
        };
        assert_eq!((checklist.version.as_str(), staged.passed_over), (expected, None), "{}", listed.id);
    }
}

#[test]
fn a_copy_that_no_longer_fits_is_replaced_by_the_named_version() {
    let place = Place::new();
    place.folders().ensure().unwrap();
    library(&place);
    let item = |raw: &mut Value, change: Value| {
        raw["version"] = "1.0.1".into();
        raw["sections"][0]["items"][0].as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
    };
    let unfit = ("1.0.0".to_owned(), Some("practise-copy-unfit"));
    let choice =
        serde_json::json!({"response": {"type": "choice", "options": [{"id": "a", "label": "a", "points": 1}]}});
    copy(&place, |raw| item(raw, choice));
    assert_eq!(chosen(&place), unfit, "an answer that the item no longer has");
    copy(&place, |raw| item(raw, serde_json::json!({"id": "greeting.nod", "note_required_on": []})));
    assert_eq!(chosen(&place), unfit, "an item that is gone, and one without a reference");
    copy(&place, |raw| {
        raw["version"] = "1.0.1".into();
        raw["sections"][0]["items"][1]["when"] = serde_json::json!({"item": "greeting.smile", "is": ["no"]});
    });
    assert_eq!(chosen(&place), unfit, "an item that is not asked any more");
    let args = staged(&place).passed_over().unwrap().1;
    assert_eq!(args[2], ("item", "greeting.wait".to_owned()));
    copy(&place, |raw| raw["version"] = "1.1.0".into());
    assert_eq!(chosen(&place), ("1.0.0".to_owned(), Some("practise-copy-other")), "more than a patch");
    copy(&place, |raw| raw["version"] = "0.9".into());
    assert_eq!(chosen(&place), ("1.0.0".to_owned(), Some("practise-copy-other")), "an older one");
    copy(&place, |raw| raw["title"] = "".into());
    assert_eq!(chosen(&place), ("1.0.0".to_owned(), Some("practise-copy-broken")));
    copy(&place, |raw| item(raw, serde_json::json!({"weight": 3})));
    assert_eq!(chosen(&place), ("1.0.1".to_owned(), None));
}

#[test]
fn every_front_end_reports_an_unused_copy() {
    let place = Place::new();
    library(&place);
    std::fs::create_dir_all(place.folders().checklists()).unwrap();
    copy(&place, |raw| raw["version"] = "1.1.0".into());
    for (lang, said) in [(Lang::En, "Your copy of the checklist is version 1.1.0"), (Lang::Fr, "est la version 1.1.0")]
    {
        let run = |args: &[&str], input: &str| place.run(lang.code(), args, input);
        let path = place.folders().scenarios().join("bakery.json");
        // A field that the format does not have is a fault for the author, and none for who practises.
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, text.replace("\"author\"", "\"x_author\"")).unwrap();
        let path = path.to_str().unwrap();
        for args in [&["scenario", "list"][..], &["scenario", "show", "bakery"], &["scenario", "check", path]] {
            let (code, out, err) = run(args, "");
            assert!(code == 0 && err.is_empty() && out.contains(said), "{args:?}: {out}{err}");
            assert!(out.contains("practice 1.0.0") || out.contains(" 1.0.0\n"), "{args:?}: {out}");
        }
        let (_, out, _) = run(&["scenario", "list", "--json"], "");
        let json: Value = serde_json::from_str(&out).unwrap();
        let listed = json["scenarios"].as_array().unwrap().iter().find(|one| one["id"] == "bakery").unwrap();
        assert_eq!(listed["practised_by"]["version"], "1.0.0");
        assert!(listed["passed_over"].as_str().unwrap().contains(said), "{listed}");
        let args = ["practise", "bakery", "--plain", "--observer", "o12", "--speed", "1000"];
        let (_, _, err) = run(&args, "quit\n");
        assert!(err.contains(said), "{err}");
        let flow = begun(&staged(&place), lang);
        assert!(matches!(flow.model.shared.notice, Some(Notice::With(("practise-copy-other", _)))));
        assert!(flow.screen(120, 40).contains(said), "{}", flow.screen(120, 40));
        let mut list = super::flow::listed(lang);
        list.send(esprit::app::Message::Practice(library(&place), Vec::new())).keys("Down Down Down");
        let words = list.screen(100, 30).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(said) && words.contains("1.0.0"), "{words}");
    }
}

#[test]
fn a_user_checklist_is_used_while_it_fits() {
    let place = Place::new();
    place.folders().ensure().unwrap();
    let own = |version: &str, smile: &str| {
        copy(&place, |raw| {
            (raw["id"], raw["version"]) = ("own".into(), version.into());
            raw["sections"][0]["items"][0]["id"] = smile.into();
        });
    };
    install(&place, "bakery.json", &FROZEN.replacen("\"id\": \"practice\"", "\"id\": \"own\"", 1));
    let get = || scenarios::find(&place.folders(), "bakery");
    own("1.0.3", "greeting.smile");
    assert_eq!(get().unwrap().definition.checklist().version, "1.0.3");
    assert_eq!(get().unwrap().passed_over, None);
    for (version, smile) in [("1.0.3", "greeting.nod"), ("1.1.0", "greeting.smile")] {
        own(version, smile);
        let StoreError::Document(DocumentError::FaultyScenario { faults, .. }) = get().unwrap_err() else {
            panic!("{version}")
        };
        assert_eq!(faults[0].message().0, "fault-other-version");
        assert_eq!(faults[0].message().1, [("asked", "1.0.0".to_owned()), ("installed", version.to_owned())]);
    }
    // The fault of the named version is reported for that version.
    own("1.0.0", "greeting.nod");
    let StoreError::Document(DocumentError::FaultyScenario { faults, .. }) = get().unwrap_err() else {
        panic!("a scenario that does not fit")
    };
    assert!(faults.iter().any(|fault| fault.message().0 == "fault-unknown-item"), "{faults:?}");
}
