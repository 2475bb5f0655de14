//! Every reader takes the longest of a line of corrections; what does not continue the other is a conflict.

use super::{answer, correct, percent, why};
use crate::support::{Place, saved_session};
use esprit::store::reading::{self, Found, Options, Taker};
use esprit::store::{Folders, sessions};
use esprit::visit::Action;
use esprit::visit::digest::{digest, first_link, link};
use esprit::visit::record::Record;
use serde_json::{Value, json};
use std::fs;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// Collects what is read of each visit: its score, how often it was corrected, and whether it is void.
#[derive(Default)]
struct Seen(Vec<(Option<f64>, u32, bool)>);

impl Taker for Seen {
    fn take(&mut self, record: &Record<'_>) {
        self.0.push((record.percent, record.corrections, record.void));
    }
}

type Read = (Vec<(Option<f64>, u32, bool)>, Found);

fn read(path: &Path, threads: usize) -> Read {
    let options = Options { threads: NonZeroUsize::new(threads), ..Options::default() };
    let read = reading::read(&[path.to_owned()], &options, &|_| ControlFlow::Continue(()), &Seen::default).unwrap();
    (read.takers.into_iter().flat_map(|seen| seen.0).collect(), read.found)
}

/// Reads a folder in every way, and expects the same each time.
fn read_all(path: &Path) -> Read {
    let first = read(path, 1);
    for threads in [1, 2, 4] {
        let (seen, found) = read(path, threads);
        assert_eq!((&seen, &found.damaged), (&first.0, &first.1.damaged));
        let counts = |found: &Found| (found.sessions, found.superseded, found.duplicates, found.corrected);
        assert_eq!(counts(&found), counts(&first.1));
    }
    let mut ordered = Vec::new();
    let watch = |_| ControlFlow::Continue(());
    let take = &mut |record: &Record<'_>| ordered.push((record.percent, record.corrections, record.void));
    reading::in_order(&[path.to_owned()], &Options::default(), &watch, take).unwrap();
    assert_eq!(ordered, first.0);
    first
}

/// A corrected visit: its three files, and a folder to put them in under other names.
struct Corrected {
    place: Place,
    files: Vec<PathBuf>,
    target: tempfile::TempDir,
}

impl Corrected {
    fn new() -> Self {
        let place = Place::new();
        let first = saved_session(&place);
        let second = correct(&place, &first, 3, &[answer(2, "no")]);
        let third = correct(&place, &first, 4, &[answer(2, "yes"), answer(3, "yes")]);
        Self { place, files: vec![first, second, third], target: tempfile::TempDir::new().unwrap() }
    }

    fn folders(&self) -> Folders {
        self.place.folders()
    }

    fn put(&self, file: usize, name: &str) -> &Self {
        fs::copy(&self.files[file], self.target.path().join(name)).unwrap();
        self
    }

    fn write(&self, name: &str, text: &str) -> &Self {
        fs::write(self.target.path().join(name), text).unwrap();
        self
    }

    fn line(&self, file: usize) -> String {
        fs::read_to_string(&self.files[file]).unwrap()
    }
}

#[test]
fn the_longest_counts_whatever_the_files_are_called_and_in_whatever_order_they_come() {
    let corrected = Corrected::new();
    let expected = [(percent(&corrected.files[2]), 2, false)];
    assert_ne!(percent(&corrected.files[0]), percent(&corrected.files[2]));
    for names in [["a.json", "b.json", "c.json"], ["c.json", "b.json", "a.json"], ["v_9.json", "v_2.json", "v.json"]] {
        let corrected = Corrected { target: tempfile::TempDir::new().unwrap(), ..Corrected::new() };
        for (file, name) in names.into_iter().enumerate() {
            corrected.put(file, name);
        }
        let (seen, found) = read_all(corrected.target.path());
        assert_eq!(seen, expected, "{names:?}");
        assert_eq!((found.sessions, found.superseded, found.duplicates, found.corrected), (1, 2, 0, 1), "{names:?}");
        assert!(found.damaged.is_empty(), "{:?}", found.damaged);
    }
    let (seen, found) = read_all(&corrected.folders().sessions());
    assert_eq!((seen.as_slice(), found.superseded), (&expected[..], 2), "under their own names");
    // Lines of one file, with another copy of two of them.
    let lines: String = [0, 2, 1, 2, 0].map(|file| corrected.line(file)).concat();
    corrected.write("all.ndjson", &lines);
    let (seen, found) = read_all(corrected.target.path());
    assert_eq!((seen.as_slice(), found.superseded, found.duplicates), (&expected[..], 3, 1));
}

#[test]
fn a_file_that_was_only_spelled_otherwise_is_still_continued() {
    let corrected = Corrected::new();
    let pretty =
        |file| serde_json::to_string_pretty(&serde_json::from_str::<Value>(&corrected.line(file)).unwrap()).unwrap();
    corrected.write("a.json", &pretty(0)).write("b.json", &pretty(2)).put(1, "c.json");
    let (seen, found) = read_all(corrected.target.path());
    assert_eq!((seen.len(), found.superseded, found.corrected, found.damaged.len()), (1, 2, 1, 0));
}

#[test]
fn two_corrections_that_do_not_continue_each_other_are_a_conflict() {
    let corrected = Corrected::new();
    let elsewhere = Place::new();
    let copy = elsewhere.folders().sessions().join("copy.json");
    fs::copy(&corrected.files[0], &copy).unwrap();
    let other = correct(&elsewhere, &copy, 9, &[answer(4, "no")]);
    for (mine, theirs) in [("v_2.json", "w_2.json"), ("v.json", "w_2.json"), ("v_2.json", "w.json")] {
        let corrected = Corrected::new();
        corrected.put(0, "first.json").put(1, mine).write(theirs, &fs::read_to_string(&other).unwrap());
        let (seen, found) = read_all(corrected.target.path());
        assert_eq!((seen.len(), found.sessions, found.superseded), (0, 0, 0), "{mine} {theirs}");
        let codes: Vec<&str> = found.damaged.iter().map(|damaged| damaged.reason.code()).collect();
        assert_eq!(codes, ["conflict"; 3], "each of them is named");
    }
}

/// Chains and seals a session again, as a forger would.
fn forged(mut session: Value) -> String {
    let definition = esprit::visit::Definition::parse_valid(session["definition"].clone()).unwrap();
    let mut previous = first_link(definition.digest()).to_owned();
    for event in session["events"].as_array_mut().unwrap() {
        event.as_object_mut().unwrap().shift_remove("chain");
        previous = link(&previous, event).unwrap();
        event["chain"] = json!(previous);
    }
    session.as_object_mut().unwrap().shift_remove("seal");
    let seal = digest(&session).unwrap();
    session["seal"] = json!(seal);
    session.to_string() + "\n"
}

#[test]
fn a_forged_continuation_is_a_conflict() {
    let corrected = Corrected::new();
    let session = || serde_json::from_str::<Value>(&corrected.line(1)).unwrap();
    assert_eq!(forged(session()), corrected.line(1), "a forger’s chain and seal are as good as those of the program");
    // The events of the visit itself are rewritten, and everything after them is made to fit.
    let mut rewritten = session();
    rewritten["events"][1]["at"] = json!("2026-03-01T10:00:01.500+01:00");
    // The new chain is kept out: the old values stand over the rewritten event.
    let mut kept = session();
    kept["events"][1]["value"] = json!("no");
    // Only what is derived is changed.
    let mut derived = session();
    derived["corrections"]["reason"] = json!("another one");
    for (name, text) in [("rewritten", forged(rewritten)), ("kept", kept.to_string()), ("derived", derived.to_string())]
    {
        for (first, second) in [("a.json", "b.json"), ("b.json", "a.json"), ("v.json", "v_2.json")] {
            let target = tempfile::TempDir::new().unwrap();
            fs::copy(&corrected.files[0], target.path().join(first)).unwrap();
            fs::write(target.path().join(second), &text).unwrap();
            let (seen, found) = read_all(target.path());
            assert_eq!((seen.len(), found.sessions), (0, 0), "{name} {second}");
            assert!(
                found.damaged.iter().all(|damaged| damaged.reason.code() == "conflict"),
                "{name}: {:?}",
                found.damaged
            );
            assert_eq!(found.damaged.len(), 2, "{name} {second}");
        }
    }
}

#[test]
fn a_void_visit_is_read_as_one() {
    let place = Place::new();
    let first = saved_session(&place);
    correct(&place, &first, 3, &[answer(2, "no"), Action::Void(why())]);
    let (seen, found) = read_all(&place.folders().sessions());
    assert_eq!((seen.len(), seen[0].1, seen[0].2), (1, 1, true));
    assert_eq!((found.sessions, found.corrected, found.superseded), (1, 0, 1));
    let head = sessions::heads(&place.folders()).next().unwrap().unwrap();
    assert_eq!(head.corrections.unwrap().number, 1);
}

#[test]
fn known_cases_of_two_contents_under_one_id_are_named_and_not_counted() {
    for case in ["conflicting-copies", "forgery-beats-original"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/cases").join(case);
        let (seen, found) = read_all(&folder);
        assert_eq!(seen.len(), 0, "{case}");
        assert!(!found.damaged.is_empty(), "{case}");
        assert!(found.damaged.iter().all(|damaged| damaged.reason.code() == "conflict"), "{case}: {:?}", found.damaged);
    }
}

#[test]
fn a_copy_that_no_figures_can_be_made_of_contests_nothing_in_lists_and_reports() {
    let text = {
        let place = Place::new();
        fs::read_to_string(saved_session(&place)).unwrap()
    };
    let mut contradictory: Value = serde_json::from_str(&text).unwrap();
    contradictory["score"]["points"] = json!(1.0);
    let cut_off = text[..text.len() / 2].to_owned();
    for (name, copy) in [("contradictory", forged(contradictory)), ("cut off", cut_off)] {
        for copy_name in ["a.json", "z.json"] {
            let place = Place::new();
            let first = saved_session(&place);
            let path = first.with_file_name(copy_name);
            fs::write(&path, &copy).unwrap();
            let (seen, found) = read_all(&place.folders().sessions());
            assert_eq!((seen.len(), found.sessions, found.damaged.len()), (1, 1, 1), "{name}");
            assert_eq!(found.damaged[0].path, path, "{name}");
            let heads: Vec<_> = sessions::heads(&place.folders()).flatten().collect();
            assert_eq!(heads.len(), 1, "{name}");
            assert_eq!((&heads[0].path, heads[0].in_conflict), (&first, false), "{name} {copy_name}");
            let (code, out, err) = place.run("en", &["show", crate::support::SESSION], "");
            assert!(code == 0 && !err.contains("differ"), "{name}: {out}{err}");
            // The visit can be corrected, which continues the file that counts.
            let second = correct(&place, &first, 1, &[answer(2, "no")]);
            let (_, found) = read_all(&place.folders().sessions());
            assert_eq!((found.sessions, found.superseded, found.corrected), (1, 1, 1), "{name}");
            assert_eq!(sessions::heads(&place.folders()).flatten().next().unwrap().path, second, "{name}");
        }
    }
}
