//! The names of session files: no two visits of a class have the same.

use crate::support::{Place, bundled, moment, setup};
use esprit::store::{Journal, sessions};
use esprit::visit::event::Observer;
use esprit::visit::{Action, Kind, Site, Visit, VisitSetup};
use std::collections::BTreeSet;
use std::fs;

/// Finishes a practice visit and returns the name of its file.
fn practised(place: &Place, session: &str, site: &str, observer: &str) -> String {
    let definition = bundled("practice");
    let site = Site { id: site.to_owned(), name: None, group: None };
    let observer = Observer { id: observer.to_owned(), name: None };
    let setup = VisitSetup { session: session.to_owned(), kind: Kind::Training, site, observer, ..setup() };
    let mut visit = Visit::begin(definition.clone(), setup, &moment(0)).unwrap();
    visit.act(&Action::Finish, &moment(9_000)).unwrap();
    let mut journal = Journal::create(&place.folders(), &definition, session).unwrap();
    journal.append(visit.events()).unwrap();
    journal.complete().unwrap().path.file_name().unwrap().to_str().unwrap().to_owned()
}

#[test]
fn five_practices_of_one_minute_on_five_machines_are_five_files_in_one_folder() {
    let class = Place::new();
    let folder = class.folders().sessions();
    let mut names = BTreeSet::new();
    for trainee in 0..5 {
        let place = Place::new();
        // The ids of one minute begin alike; two trainees even gave one name.
        let id = format!("0195c0de-0000-7000-8000-00000{trainee}abcdef");
        let name = practised(&place, &id, "practice", if trainee < 2 { "practice" } else { "ana" });
        let path = &place.sessions()[0];
        let to = folder.join(&name);
        assert!(!to.exists(), "{name} would be replaced");
        fs::copy(path, to).unwrap();
        names.insert(name);
    }
    assert!(names.iter().all(|name| name.starts_with("2026-03-01T1000_practice_")), "{names:?}");
    assert_eq!((names.len(), class.sessions().len()), (5, 5), "{names:?}");
}

#[test]
fn a_file_has_site_and_observer_in_its_name_and_no_id_leads_out_of_the_folder() {
    let place = Place::new();
    let ids = |n: u32| format!("0195c0de-0000-7000-8000-0000000000{n:02}");
    let cases =
        [("lyon-3", "o12", "_lyon-3_o12_"), ("../../x", "con", "_..-..-x_con_"), ("a/b\\c", "é:", "_a-b-c_observer_")];
    for (n, (site, observer, expected)) in (10..).zip(cases) {
        let name = practised(&place, &ids(n), site, observer);
        assert_eq!(name, format!("2026-03-01T1000{expected}000000{n}.json"));
    }
    assert_eq!(place.sessions().len(), 3);
}

#[test]
fn files_with_names_of_earlier_versions_and_copies_are_found_by_their_id() {
    let place = Place::new();
    let id = "0195c0de-0000-7000-8000-000000000010";
    let folders = place.folders();
    let name = practised(&place, id, "lyon-3", "o12");
    let path = place.sessions()[0].clone();
    let found = |asked: &str| sessions::find(&folders, asked).unwrap();
    for other in ["2026-03-01T1000_lyon-3_0195c0de.json", "2026-03-01T1000_lyon-3_0195c0de_2.json", "a (1).json"] {
        let other = path.with_file_name(other);
        fs::rename(&path, &other).unwrap();
        for asked in [id, "0195c0de", "0195C0DE-0000-7000-8000-0000"] {
            assert_eq!(found(asked), [sessions::Found::Saved(other.clone())], "{asked} {}", other.display());
        }
        assert_eq!(sessions::of_id(&folders, id).as_ref(), Some(&other));
        fs::rename(&other, &path).unwrap();
    }
    fs::copy(&path, path.with_file_name(format!("{} (1).json", name.trim_end_matches(".json")))).unwrap();
    assert_eq!(found(id).len(), 1, "a copy is no other visit");
    assert_eq!(place.sessions().len(), 1);
}
