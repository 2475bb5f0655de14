//! Several windows at once: no file overwrites another.

use crate::support::{Place, definition, moment, setup};
use esprit::store::{Folders, Journal, Settings, checklists, sessions, settings};
use esprit::visit::{Action, Definition, Visit, VisitSetup};
use std::collections::HashSet;
use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Barrier};

const WINDOWS: usize = 24;

/// Does the same in several windows at the same moment; returns each result.
fn at_once<T: Send>(act: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let start = Barrier::new(WINDOWS);
    std::thread::scope(|scope| {
        let window = |n: usize| {
            let (start, act) = (&start, &act);
            scope.spawn(move || {
                start.wait();
                act(n)
            })
        };
        let windows: Vec<_> = (0..WINDOWS).map(window).collect();
        windows.into_iter().map(|window| window.join().unwrap()).collect()
    })
}

fn session(n: usize) -> String {
    format!("0195c0de-0000-7000-8000-{n:012x}")
}

/// Creates the journal of a whole visit, each at the same site in the same minute.
fn journal(folders: &Folders, definition: &Arc<Definition>, n: usize) -> Journal {
    let setup = VisitSetup { session: session(n), ..setup() };
    let mut visit = Visit::begin(Arc::clone(definition), setup, &moment(0)).unwrap();
    visit.act(&Action::Finish, &moment(1000)).unwrap();
    let mut journal = Journal::create(folders, definition, &session(n)).unwrap();
    journal.append(visit.events()).unwrap();
    journal
}

fn different(paths: &[PathBuf]) {
    let names: HashSet<_> = paths.iter().collect();
    assert_eq!(names.len(), WINDOWS, "{paths:?}");
    assert!(paths.iter().all(|path| path.exists()), "{paths:?}");
}

#[test]
fn visits_finished_at_once_get_separate_files() {
    let place = Place::new();
    let folders = place.folders();
    let definition = definition(r#"{"id": "a", "label": "a", "response": {"type": "text"}}"#);
    let paths = at_once(|n| journal(&folders, &definition, n).complete().unwrap().path);
    different(&paths);
    for (n, path) in paths.iter().enumerate() {
        assert_eq!(sessions::read_session(path).unwrap().session.id, session(n), "{}", path.display());
    }
    let folder = paths[0].parent().unwrap();
    assert_eq!(fs::read_dir(folder).unwrap().count(), WINDOWS, "nothing else is left there");
    // The file is found again, whatever its number.
    let mut again = journal(&folders, &definition, 7);
    assert_eq!(again.complete().unwrap().path, paths[7]);
}

#[test]
fn a_file_half_written_by_a_crash_is_ignored() {
    let place = Place::new();
    let folders = place.folders();
    let definition = definition(r#"{"id": "a", "label": "a", "response": {"type": "text"}}"#);
    let path = journal(&folders, &definition, 0).complete().unwrap().path;
    let folder = path.parent().unwrap();
    fs::write(folder.join(format!(".esprit-{}-0.new", std::process::id())), "{\"format\"").unwrap();
    fs::write(folder.join(".2026-03-01T1000_lyon-3_0195c0de_2.json.claim"), "").unwrap();
    let second = journal(&folders, &definition, 1).complete().unwrap().path;
    assert_eq!(place.sessions().len(), 2);
    assert_eq!(journal(&folders, &definition, 1).complete().unwrap().path, second);
}

#[test]
fn new_checklists_and_kept_files_of_several_windows_get_separate_names() {
    let place = Place::new();
    let folders = place.folders();
    different(&at_once(|_| checklists::create_from_template(&folders).unwrap()));
    let ids: HashSet<_> = checklists::load_all(&folders).into_iter().map(|listed| listed.id).collect();
    assert_eq!(ids.len(), 4 + WINDOWS, "each has its own id");
    // The same visit is damaged again and again, by the names of the files.
    let kept = |_| {
        let path = folders.unfinished().join(format!("{}.journal", session(0)));
        fs::write(&path, "[]\n").unwrap();
        Journal::salvage(&folders, &session(0)).unwrap().kept
    };
    let paths: Vec<PathBuf> = (0..WINDOWS).map(kept).collect();
    different(&paths);
}

#[test]
fn broken_settings_moved_aside_by_several_windows_are_kept() {
    let place = Place::new();
    let folders = place.folders();
    fs::create_dir_all(place.config()).unwrap();
    fs::write(folders.settings(), "{").unwrap();
    let told = at_once(|_| settings::load(&folders).1).into_iter().flatten().count();
    assert!(told >= 1);
    assert_eq!(broken_settings(&place), ["{"]);
}

/// Returns the contents of the settings that were moved aside.
fn broken_settings(place: &Place) -> Vec<String> {
    let paths = fs::read_dir(place.config()).unwrap().map(|entry| entry.unwrap().path());
    let broken = paths.filter(|path| path.to_string_lossy().contains(".broken"));
    broken.map(|path| fs::read_to_string(path).unwrap()).collect()
}

#[test]
fn settings_that_another_window_is_replacing_are_not_moved_aside() {
    let place = Place::new();
    let folders = place.folders();
    fs::create_dir_all(place.config()).unwrap();
    fs::write(folders.settings(), "{").unwrap();
    let lock = fs::File::create(place.config().join(".settings.json.lock")).unwrap();
    lock.lock().unwrap();
    let loaded = std::thread::scope(|scope| {
        let loading = scope.spawn(|| settings::load(&folders));
        // Long enough to read the broken file and to wait for the lock.
        std::thread::sleep(std::time::Duration::from_millis(100));
        fs::write(folders.settings(), r#"{"mouse": true}"#).unwrap();
        lock.unlock().unwrap();
        loading.join().unwrap()
    });
    assert_eq!(loaded, (Settings { mouse: true, ..Settings::default() }, None));
    assert_eq!(broken_settings(&place), [""; 0]);
}
