//! The versions of a checklist on the command line.

use crate::support::{Place, bundled, saved_session};
use esprit::store::{checklist_versions, checklists, rulings};
use std::fs;

#[test]
fn versions_are_listed_restored_and_survive_a_deletion() {
    let place = Place::new();
    saved_session(&place);
    let folders = place.folders();
    let first = bundled("customer").checklist().clone();
    let mut second = first.clone();
    second.sections[0].items[0].weight = 9.0;
    let saved = checklist_versions::save(&folders, &second, Some(&first), true).unwrap();
    let (code, out, _) = place.run("en", &["checklist", "history", "customer", "--json"], "");
    assert_eq!(code, 0);
    let history: serde_json::Value = serde_json::from_str(&out).unwrap();
    let versions = history["versions"].as_array().unwrap();
    assert_eq!(versions.len(), 2, "{out}");
    assert_eq!((&versions[0]["changed"], &versions[0]["current"]), (&"score".into(), &true.into()), "{out}");
    assert_eq!((&versions[1]["version"], &versions[1]["visits"]), (&first.version.clone().into(), &1.into()), "{out}");
    for (lang, words) in [("fr", ["points ou barème", "(en vigueur)"]), ("en", ["questions or points", "(current)"])] {
        let (code, out, _) = place.run(lang, &["checklist", "history", "customer"], "");
        assert!(code == 0 && words.iter().all(|word| out.contains(word)), "{out}");
    }

    // Restored, it is a new version; numbers never go back.
    let (code, path, err) = place.run("en", &["checklist", "restore", "customer", &first.version], "");
    assert!(code == 0 && path.trim() == saved.path.display().to_string(), "{path}{err}");
    let now = checklists::find(&folders, "customer").unwrap().checklist().clone();
    assert!(esprit::visit::version::compare(&now.version, &saved.checklist.version).is_gt(), "{}", now.version);
    assert_eq!(now.sections, first.sections);
    assert_eq!(checklist_versions::history(&folders, "customer").unwrap().len(), 3);

    let (code, _, err) = place.run("en", &["checklist", "restore", "customer", "0.0.7"], "");
    assert!(code == 1 && err.contains("no version 0.0.7"), "{err}");
    let (code, _, err) = place.run("en", &["checklist", "history", "nowhere"], "");
    assert!(code == 1 && err.contains("nowhere"), "{err}");

    // Nothing is deleted unless it is said.
    assert_eq!(place.run("en", &["checklist", "delete", "customer"], "").0, 2);
    assert!(saved.path.exists());
    assert_eq!(place.run("en", &["checklist", "delete", "customer", "--yes"], "").0, 0);
    assert!(!saved.path.exists());
    let (code, _, err) = place.run("fr", &["checklist", "delete", "customer", "--yes"], "");
    assert!(code == 1 && err.contains("fournie avec le programme"), "{err}");
    let (code, _, err) = place.run("en", &["checklist", "restore", "customer", &saved.checklist.version], "");
    assert_eq!(code, 0, "{err}");
    assert_eq!(checklists::find(&folders, "customer").unwrap().checklist().sections, second.sections);
}

#[test]
fn the_history_is_no_list_of_checklists_and_a_ruling_is_a_version_of_it() {
    let place = Place::new();
    let folders = place.folders();
    let class = bundled("customer");
    let item = class.item(0).id.clone();
    let count = checklists::load_all(&folders).len();
    let first = rulings::add(&folders, &class, &item, "A smile is enough").unwrap();
    let second = rulings::add(&folders, &class, &item, "With the eyes").unwrap();
    assert_ne!(first.version, second.version);
    let versions = checklist_versions::history(&folders, "customer").unwrap();
    assert_eq!(versions.len(), 3);
    assert_eq!(checklists::load_all(&folders).len(), count);
    let differences: Vec<_> = versions.iter().filter_map(|version| version.difference).collect();
    assert_eq!(differences, [esprit::visit::draft::Difference::Texts; 2]);
}

#[test]
fn a_checklist_that_cannot_be_read_is_kept_when_it_is_deleted() {
    let place = Place::new();
    let folders = place.folders();
    fs::write(folders.checklists().join("mine.json"), "{ no JSON").unwrap();
    assert_eq!(place.run("en", &["checklist", "delete", "mine", "--yes"], "").0, 0);
    let kept = folders.checklists().join("history").join("mine").join("unreadable.txt");
    assert_eq!(fs::read_to_string(kept).unwrap(), "{ no JSON");
}

#[test]
fn doctor_names_the_drafts() {
    let place = Place::new();
    let drafts = place.folders().drafts();
    fs::create_dir_all(&drafts).unwrap();
    for name in ["customer.json", "_new.json"] {
        fs::write(drafts.join(name), "{}").unwrap();
    }
    let (_, out, _) = place.run("en", &["doctor"], "");
    assert!(out.contains("a new one, customer"), "{out}");
}
