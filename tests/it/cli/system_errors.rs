//! Errors of the system: folders, disks, pipes and terminals that do not work.

use super::left_visit;
use crate::support::Place;
use std::fs;

#[test]
fn unusable_data_folders_are_reported() {
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

#[cfg(unix)]
#[test]
fn a_closed_pipe_does_not_hide_a_failure() {
    let place = Place::new();
    let path = crate::support::saved_session(&place);
    let bad = fs::read_to_string(&path).unwrap().replacen("\"yes\"", "\"no\"", 1);
    // Beside the visit, they would make it a conflict.
    let folder = path.parent().unwrap().join("copies");
    fs::create_dir(&folder).unwrap();
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
fn a_result_that_cannot_be_written_is_a_reported_failure() {
    let place = Place::new();
    let path = crate::support::saved_session(&place);
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
fn a_given_folder_without_its_parent_is_an_error() {
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
fn read_only_folders_are_reported() {
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

/// A folder in memory, if the system has one.
#[cfg(target_os = "linux")]
#[test]
fn a_disk_without_durability_is_reported() {
    let memory = std::path::Path::new("/dev/shm");
    if esprit::store::durability::durability_risk(memory).is_none() {
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
