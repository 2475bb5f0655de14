//! Files other than journals: sessions, settings, sites, drafts, and reading them back.

use crate::support::{Place, SESSION, begin, bundled, moment, saved_session};
use esprit::store::file_kind::FileKind;
use esprit::store::{
    DocumentError, Draft, Folders, IoCause, ItemDraft, Journal, Settings, StoreError, reports, rulings, sessions,
    settings, sites, unfinished,
};
use esprit::visit::{Action, State, Value};
use proptest::prelude::*;
use std::fs;
use std::path::PathBuf;

#[test]
fn a_session_without_items_is_rejected() {
    let place = Place::new();
    let path = saved_session(&place);
    let mut session: serde_json::Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    session["definition"]["sections"] = serde_json::json!([]);
    fs::write(&path, session.to_string()).unwrap();
    assert!(matches!(sessions::read_session(&path), Err(StoreError::Document(DocumentError::NotASession { .. }))));
    assert!(esprit::store::verify::verify_text(&session.to_string()).is_err());
}

#[cfg(unix)]
#[test]
fn a_pipe_among_the_sessions_does_not_block_the_program() {
    use esprit::store::verify;
    let place = Place::new();
    let good = saved_session(&place);
    let folder = good.parent().unwrap();
    let pipe = |name: &str| {
        let path = folder.join(name);
        assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
        path
    };
    let (json, lines) = (pipe("2026-03-02T1000_x_0195c0de.json"), pipe("lines.ndjson"));
    let device = folder.join("null.json");
    std::os::unix::fs::symlink("/dev/null", &device).unwrap();
    let not_a_file = |path: &PathBuf| IoCause::NotAFile.at(path.clone());
    let heads: Vec<_> = sessions::heads(&place.folders()).collect();
    assert_eq!(heads.iter().filter(|head| head.is_ok()).count(), 1);
    assert_eq!(heads.len(), 3);
    for path in [&json, &lines, &device, &folder.to_owned()] {
        assert_eq!(sessions::head(path).unwrap_err(), not_a_file(path));
        assert_eq!(sessions::read_session(path).unwrap_err(), not_a_file(path));
    }
    let mut found = Vec::new();
    verify::verify_paths(&[folder.to_owned(), lines.clone()], &mut |finding| found.push(finding));
    let unreadable = |path: &PathBuf| Err(vec![verify::Problem::Unreadable(not_a_file(path))]);
    let wrong: Vec<_> = found.into_iter().filter(|finding| finding.result.is_err()).collect();
    assert_eq!(wrong.len(), 3);
    for (finding, path) in wrong.iter().zip([&json, &lines, &device]) {
        assert_eq!((&finding.path, &finding.result), (path, &unreadable(path)));
    }
    let journal = place.folders().unfinished().join(format!("{SESSION}.journal"));
    fs::rename(&json, &journal).unwrap();
    assert_eq!(Journal::open(&place.folders(), SESSION).unwrap_err(), not_a_file(&journal));
}

#[test]
fn finishing_twice_writes_one_file_and_removes_the_journal() {
    let place = Place::new();
    let folders = place.folders();
    let path = saved_session(&place);
    assert!(path.ends_with("sessions/2026/03/2026-03-01T1000_lyon-3_o12_00000001.json"), "{}", path.display());
    assert_eq!(fs::read_dir(folders.unfinished()).unwrap().count(), 0);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.ends_with('\n') && text.lines().count() == 1);
    assert!(text.starts_with(r#"{"format":"esprit.session/1","id":"#));
    // After a crash between writing the session file and removing the journal, completing again finds the same file.
    let read = sessions::read_session(&path).unwrap();
    let mut journal = Journal::create(&folders, &read.definition, SESSION).unwrap();
    journal.append(&read.events).unwrap();
    drop(journal);
    assert!(unfinished::list_unfinished(&folders).unwrap()[0].visit.as_ref().unwrap().over);
    assert_eq!(unfinished::complete(&folders, SESSION).unwrap().path, path);
    assert_eq!(place.sessions(), [path]);
}

#[cfg(unix)]
#[test]
fn files_are_readable_by_their_owner_only() {
    let place = Place::new();
    saved_session(&place);
    crate::journals::journal_of(&place.folders(), 1);
    settings::save(&place.folders(), &Settings::default(), &Settings::default()).unwrap();
    for folder in [place.data(), place.config()] {
        for (path, mode) in crate::support::modes(&folder) {
            assert_eq!(mode, if path.is_dir() { 0o700 } else { 0o600 }, "{}", path.display());
        }
    }
}

#[test]
fn broken_settings_are_moved_aside_and_defaults_apply() {
    let place = Place::new();
    let folders = place.folders();
    assert_eq!(settings::load(&folders), (Settings::default(), None));
    fs::create_dir_all(place.config()).unwrap();
    for (n, broken) in ["{\"theme\": 7}", "", "\0\0\0"].into_iter().enumerate() {
        fs::write(folders.settings(), broken).unwrap();
        let (found, trouble) = settings::load(&folders);
        assert_eq!(found, Settings::default());
        let Some(StoreError::Document(DocumentError::SettingsBroken { kept, .. })) = trouble else {
            panic!("{trouble:?}")
        };
        assert_eq!(fs::read_to_string(&kept).unwrap(), broken);
        let hidden = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().starts_with('.');
        let files = fs::read_dir(place.config()).unwrap().map(|entry| entry.unwrap().path());
        assert_eq!(files.filter(|path| !hidden(path)).count(), n + 1, "no broken file replaces another");
    }
    fs::write(folders.settings(), r#"{"mouse": true, "of_a_later_version": [1]}"#).unwrap();
    let (found, trouble) = settings::load(&folders);
    assert!(found.mouse && trouble.is_none());
    settings::save(&folders, &found, &found).unwrap();
    assert!(fs::read_to_string(folders.settings()).unwrap().contains("of_a_later_version"));
}

#[test]
fn windows_that_change_different_settings_keep_both_changes() {
    let place = Place::new();
    let folders = place.folders();
    let key = |command: &str, letter: &str| (command.to_owned(), letter.to_owned());
    let start = Settings { keys: [key("hide", "k"), key("note", "n")].into(), ..Settings::default() };
    settings::save(&folders, &Settings::default(), &start).unwrap();
    let one = Settings { mouse: true, keys: [key("hide", "j"), key("note", "n")].into(), ..start.clone() };
    let other = Settings { observer: Some("zoe".to_owned()), keys: [key("hide", "k")].into(), ..start.clone() };
    let both = Settings {
        mouse: true,
        observer: Some("zoe".to_owned()),
        keys: [key("hide", "j")].into(),
        ..Settings::default()
    };
    for windows in [[&one, &other], [&other, &one]] {
        fs::remove_file(folders.settings()).unwrap();
        settings::save(&folders, &Settings::default(), &start).unwrap();
        for window in windows {
            settings::save(&folders, &start, window).unwrap();
        }
        assert_eq!(settings::load(&folders), (both.clone(), None));
    }
    // Where the file is broken, it is put aside, and everything that this window knows is saved.
    fs::write(folders.settings(), "{").unwrap();
    let more = Settings { show_score: true, ..both.clone() };
    let error = settings::save(&folders, &both, &more).unwrap_err();
    let StoreError::Document(DocumentError::SettingsBroken { kept, .. }) = error else { panic!("{error:?}") };
    assert_eq!(fs::read_to_string(kept).unwrap(), "{");
    assert_eq!(settings::load(&folders), (more, None));
}

#[test]
fn visits_finished_at_once_are_all_remembered() {
    let place = Place::new();
    let sites: Vec<String> = (0..12).map(|n| format!("site-{n}")).collect();
    std::thread::scope(|scope| {
        for site in &sites {
            let args = ["visit", "practice", "--site", site, "--observer", "o", "--plain"];
            let place = &place;
            scope.spawn(move || assert_eq!(place.run("en", &args, "finish\n").0, 0, "{site}"));
        }
    });
    assert_eq!(place.sessions().len(), 12);
    let mut known: Vec<String> = sites::load(&place.folders()).all.entries.into_iter().map(|site| site.id).collect();
    known.sort();
    let mut expected = sites;
    expected.sort();
    assert_eq!(known, expected);
}

#[test]
fn rulings_made_at_once_are_all_kept() {
    let place = Place::new();
    let folders = place.folders();
    let definition = bundled("practice");
    let item = definition.item(0).id.clone();
    let texts: Vec<String> = (0..8).map(|n| format!("ruling {n}.")).collect();
    std::thread::scope(|scope| {
        for text in &texts {
            let (folders, definition, item) = (&folders, &definition, &item);
            scope.spawn(move || rulings::add(folders, definition, item, text).unwrap());
        }
    });
    let files: Vec<_> = fs::read_dir(folders.checklists()).unwrap().map(|entry| entry.unwrap().path()).collect();
    let files: Vec<_> = files.iter().filter(|path| path.extension().is_some_and(|end| end == "json")).collect();
    assert_eq!(files.len(), 1, "{files:?}");
    let text = fs::read_to_string(files[0]).unwrap();
    let lost: Vec<_> = texts.iter().filter(|ruling| !text.contains(*ruling)).collect();
    assert!(lost.is_empty(), "{lost:?}");
    assert!(text.contains(r#""version": "1.0.8""#));
}

#[test]
fn sites_are_found_by_id_and_name_and_new_ones_are_remembered() {
    let place = Place::new();
    let folders = place.folders();
    fs::write(folders.data().join("sites.csv"), "id;name;group\nevry-1;Agence Évry;ouest\n../x;bad;bad\n").unwrap();
    let known = sites::load(&folders);
    assert!(known.errors.is_empty() && known.all.entries.len() == 2);
    let one = |typed: &str| known.all.identify(typed).into_one();
    assert_eq!(one("agence évry").unwrap().id, "evry-1");
    assert_eq!(one("evry-1").unwrap().group.as_deref(), Some("ouest"));
    let fresh = one(" Saint-Étienne / Châteaucreux ").unwrap();
    assert_eq!((fresh.id.as_str(), fresh.label()), ("saint-etienne-chateaucreux", "Saint-Étienne / Châteaucreux"));
    for nothing in ["", "  ", "../", "€"] {
        assert_eq!(one(nothing), None, "{nothing}");
    }
    sites::remember(&folders, &fresh).unwrap();
    assert_eq!(sites::load(&folders).all.entries.len(), 3);
    fs::write(folders.sites(), "[{]").unwrap();
    let known = sites::load(&folders);
    let is_broken =
        |error: &StoreError| matches!(error, StoreError::Document(DocumentError::SitesBroken { line: 1, .. }));
    assert!(known.errors.iter().all(is_broken) && known.errors.len() == 1 && known.all.entries.len() == 2);
    assert!(sites::remember(&folders, &fresh).is_err());
    assert_eq!(fs::read_to_string(folders.sites()).unwrap(), "[{]", "a list that cannot be read is not replaced");
}

#[test]
fn a_plain_text_draft_is_read_as_the_page() {
    let place = Place::new();
    let folders = place.folders();
    let path = folders.unfinished().join(format!("{SESSION}.draft"));
    let note = ItemDraft { item: "greeting.approach".to_owned(), text: "sans un regard".to_owned() };
    let both = Draft { page: Some("pain\nlait".to_owned()), note: Some(note), pause: Some("phone".to_owned()) };
    for draft in [Draft { page: None, ..both.clone() }, Draft { note: None, ..both.clone() }, both] {
        unfinished::write_draft(&folders, SESSION, &draft).unwrap();
        assert_eq!(unfinished::read_draft(&folders, SESSION).unwrap(), Some(draft));
    }
    unfinished::write_draft(&folders, SESSION, &Draft::default()).unwrap();
    assert!(!path.exists());
    assert_eq!(unfinished::read_draft(&folders, SESSION).unwrap(), None);
    for text in ["pain, lait\nf o n", "{}", "{\"page\": 7}", "[1]", "\"x\""] {
        fs::write(&path, text).unwrap();
        assert_eq!(unfinished::read_draft(&folders, SESSION).unwrap(), Some(Draft::page(text)), "{text}");
    }
    fs::write(&path, b"caf\xe9").unwrap();
    assert!(unfinished::read_draft(&folders, SESSION).unwrap().is_some(), "a broken letter keeps nobody out");
}

#[test]
fn invalid_data_folders_get_a_clear_error() {
    let place = Place::new();
    let file = place.dir.path().join("file");
    fs::write(&file, "").unwrap();
    let ensure = |path: PathBuf| Folders::find(Some(path), Some(place.config())).unwrap().ensure();
    assert_eq!(ensure(file.clone()), Err(IoCause::NotAFolder.at(file.clone())));
    let missing = place.dir.path().join("no/such");
    assert_eq!(ensure(missing.clone()), Err(IoCause::NoParent.at(missing)));
}

proptest! {
    /// Reading back folds to the same state as what was written, whatever was done.
    #[test]
    fn events_read_back_fold_to_the_same_state(steps in prop::collection::vec((0usize..14, 0usize..36, 0u64..5000), 0..60)) {
        let definition = bundled("customer");
        let mut visit = begin(&definition);
        let mut ms = 0;
        for (kind, item, pause) in steps {
            ms += pause;
            let seen = (pause % 3 == 0).then_some(esprit::visit::ObservedTime::Ago(pause.min(ms)));
            let action = match kind {
                0 => Action::Answer { item, value: Value::text("yes"), seen },
                1 => Action::Answer { item, value: Value::text("no"), seen },
                2 => Action::Answer { item, value: Value::Integer(3), seen },
                3 => Action::Clear(item),
                4 => Action::Note { item: Some(item), text: format!("note {pause}") },
                5 => Action::Mark(None),
                6 => Action::Bind { mark: pause % 20, item },
                7 => Action::Count { item, seen },
                8 => Action::Timer { item: 0, press: esprit::visit::TimerPress::Stop, seen },
                9 => Action::Timer { item: 0, press: esprit::visit::TimerPress::Start, seen },
                10 => Action::Undo,
                11 => Action::Redo,
                12 => Action::Pause(None),
                _ => Action::Continue(None),
            };
            // A refusal changes nothing, which this test checks too.
            let before = visit.events().len();
            let done = visit.act(&action, &moment(ms)).is_ok();
            prop_assert_eq!(done, visit.events().len() > before);
        }
        let lines: Vec<String> = visit.events().iter().map(|event| serde_json::to_string(event).unwrap()).collect();
        let read: Vec<_> = lines.iter().map(|line| serde_json::from_str(line).unwrap()).collect();
        prop_assert_eq!(&read, visit.events());
        let state = State::fold(&definition, &read).unwrap();
        let rows = |state: &State| esprit::visit::score::answer_rows(&definition, state);
        prop_assert_eq!(rows(&state), rows(visit.state()));
        prop_assert_eq!(state.undoable(), visit.state().undoable());
        prop_assert_eq!(state.paused_ms(), visit.state().paused_ms());
    }
}

#[test]
fn a_saved_visit_is_found_by_its_id_whatever_its_file_is_called() {
    let place = Place::new();
    let path = saved_session(&place);
    let folders = place.folders();
    assert_eq!(sessions::of_id(&folders, SESSION).as_deref(), Some(&*path));
    let other = path.with_file_name("from-elsewhere.json");
    std::fs::rename(&path, &other).unwrap();
    assert_eq!(sessions::of_id(&folders, SESSION), Some(other));
    // An id that looks like a path is still only an id.
    for id in ["0195c0de", "/etc/passwd", "", "zz"] {
        assert_eq!(sessions::of_id(&folders, id), None, "{id}");
    }
}

#[test]
fn a_report_stays_in_its_folder_and_replaces_no_file() {
    let place = Place::new();
    let folders = place.folders();
    let day = jiff::civil::date(2026, 3, 1);
    let names = [
        ("lyon-3", "2026-03-01_results_lyon-3.json"),
        ("lyon-3", "2026-03-01_results_lyon-3_2.json"),
        ("../../x", "2026-03-01_results.json"),
        ("", "2026-03-01_results_2.json"),
    ];
    for (number, (subject, name)) in names.into_iter().enumerate() {
        let path = reports::save(&folders, (day, "results", subject), "json", number.to_string().as_bytes()).unwrap();
        assert_eq!(path, place.data().join("reports").join(name));
        assert_eq!(fs::read_to_string(&path).unwrap(), number.to_string());
    }
    assert_eq!(folders.reports().read_dir().unwrap().count(), names.len());
}

#[test]
fn a_file_is_known_by_its_format_wherever_that_stands_and_whatever_is_broken() {
    let cases = [
        (r#"{"format": "esprit.scenario/1", "id": "#, FileKind::Scenario),
        ("{\"id\": \"x\",\n  \"format\"\n:\t\"esprit.scenario/9\"}", FileKind::Scenario),
        (r#"{"checklist":{"format":"esprit.checklist/1"},"format":"esprit.session/1"}"#, FileKind::Session),
        (r#"{"format":"esprit.session/1","note":"{\"format\": \"esprit.scenario/1\"}"}"#, FileKind::Session),
        (r#"{"note":"\"format\": \"esprit.scenario/1\"","format":"esprit.session/1"}"#, FileKind::Session),
        (r#"{"format": "esprit.scenarios/1"}"#, FileKind::Other),
        (r#"{"format": "esprit.checklist/1"}"#, FileKind::Other),
        (r#"{"format": 1, "formats": "esprit.session/1"}"#, FileKind::Other),
        ("", FileKind::Other),
    ];
    let place = Place::new();
    let path = place.dir.path().join("file");
    for (text, expected) in cases {
        fs::write(&path, text).unwrap();
        assert_eq!(FileKind::detect(&path), Ok(expected), "{text}");
    }
}

#[cfg(unix)]
#[test]
fn errors_of_the_system_have_causes_of_their_own_or_its_words_without_the_number() {
    use rustix::io::Errno;
    use std::io::{Error, ErrorKind};
    let cause = |error: &Error| match StoreError::system(std::path::Path::new("x"), error) {
        StoreError::Io(error) => error.cause,
        error => panic!("{error}"),
    };
    assert_eq!(cause(&Error::from(Errno::IO)), IoCause::Disk);
    assert_eq!(cause(&Error::from(Errno::MFILE)), IoCause::TooManyOpen);
    // The system calls it invalid, which does not make it no text.
    assert_eq!(cause(&Error::new(ErrorKind::InvalidData, "bad archive")), IoCause::System("bad archive".to_owned()));
    let IoCause::System(words) = cause(&Error::from_raw_os_error(6)) else { panic!("a cause of its own") };
    assert!(!words.is_empty() && !words.contains("os error"), "{words}");
}
