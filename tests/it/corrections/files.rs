//! The files of a corrected visit: the first one stays, the new one continues it, and a crash loses nothing.

use super::{DAY, answer, correct, later, percent, reopen, site, why};
use crate::support::{Place, SESSION, program, saved_session};
use esprit::app::loaded_data::JournalRepair;
use esprit::app::{Message, Write};
use esprit::recorder::{self, Recorder};
use esprit::store::unfinished::list_unfinished;
use esprit::store::verify::{Problem, Relationship, verify_paths, verify_text};
use esprit::store::{DocumentError, Journal, JournalError, Settings, StoreError, session::Ending, sessions};
use esprit::visit::{Action, Authorship, Visit};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

fn recorder(place: &Place) -> Recorder {
    Recorder::new(place.folders(), program(), Settings::default())
}

fn relationships(paths: &[PathBuf]) -> Vec<Relationship> {
    verify_paths(paths, &mut |finding| assert!(finding.result.is_ok(), "{finding:?}"))
}

fn names(related: &[Relationship]) -> Vec<(bool, String, String)> {
    let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    let names = related.iter().map(|one| match one {
        Relationship::Continues(a, b) => (true, name(&a.path), name(&b.path)),
        Relationship::Conflict(_, a, b) => (false, name(&a.path), name(&b.path)),
    });
    names.collect()
}

#[test]
fn the_new_file_stands_beside_the_first_one_which_is_not_touched() {
    let place = Place::new();
    let first = saved_session(&place);
    let before = fs::read(&first).unwrap();
    let second = correct(&place, &first, 3, &[answer(2, "yes"), site("evry-1")]);
    let third = correct(&place, &first, 4, &[answer(2, "no")]);
    assert_eq!(fs::read(&first).unwrap(), before);
    let stem = "2026-03-01T1000_lyon-3_o12_00000001";
    assert_eq!(first.file_name().unwrap().to_str().unwrap(), format!("{stem}.json"));
    assert_eq!(second, first.with_file_name("2026-03-01T1000_evry-1_o12_00000001_2.json"));
    assert_eq!(
        third,
        first.with_file_name("2026-03-01T1000_evry-1_o12_00000001_3.json"),
        "it goes on from the last one"
    );
    assert_eq!(fs::read_dir(place.folders().unfinished()).unwrap().count(), 0);

    let original = sessions::read_session(&first).unwrap().session;
    let read = sessions::read_session(&third).unwrap();
    let corrections = read.session.corrections.clone().unwrap();
    assert_eq!((corrections.number, corrections.by.as_str()), (2, "Chloé"));
    assert_eq!(corrections.at, later(4).wall);
    assert_eq!(read.session.site.id, "evry-1");
    assert_eq!((read.session.ended_at, read.session.duration_ms), (original.ended_at, original.duration_ms));
    assert_eq!(read.session.duration_ms, 60_000);
    assert!(read.events.last().unwrap().elapsed_ms > 4 * DAY);
    assert!(verify_text(&fs::read_to_string(&third).unwrap()).is_ok());
    assert_eq!(original.corrections, None);
}

#[test]
fn verify_says_which_file_continues_which_also_beside_the_one_that_is_named() {
    let place = Place::new();
    let first = saved_session(&place);
    let second = correct(&place, &first, 3, &[answer(2, "no")]);
    let third = correct(&place, &first, 4, &[answer(2, "yes")]);
    let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    let line = [(true, name(&third), name(&second)), (true, name(&second), name(&first))];
    let folder = first.parent().unwrap().to_owned();
    for given in [vec![folder.clone()], vec![third.clone()], vec![first.clone(), third.clone()]] {
        assert_eq!(names(&relationships(&given)), line, "{given:?}");
    }
    // A second correction of the first file, made elsewhere, does not continue the others.
    let elsewhere = Place::new();
    let copy = elsewhere.folders().sessions().join(name(&first));
    fs::copy(&first, &copy).unwrap();
    let other = correct(&elsewhere, &copy, 5, &[answer(2, "partly")]);
    let foreign = folder.join("from-elsewhere.json");
    fs::copy(other, &foreign).unwrap();
    let related = names(&relationships(&[folder]));
    assert!(
        related.iter().any(|(continues, one, other)| !continues && [one, other].contains(&&name(&foreign))),
        "{related:?}"
    );
}

#[test]
fn every_derived_field_of_a_correction_is_verified() {
    let place = Place::new();
    let first = saved_session(&place);
    let second = correct(&place, &first, 3, &[answer(2, "no")]);
    let text = fs::read_to_string(second).unwrap();
    let changes: [(&str, Value); 5] = [
        ("corrections", json!({"number": 2, "at": "2026-03-04T10:00:00.000+01:00", "by": "Chloé", "reason": "x"})),
        ("corrections", Value::Null),
        ("status", json!("void")),
        ("ended_at", json!("2026-03-04T10:00:00.000+01:00")),
        ("duration_ms", json!(3 * DAY)),
    ];
    for (field, value) in changes {
        let mut document: Value = serde_json::from_str(&text).unwrap();
        document[field] = value;
        let problems = verify_text(&document.to_string()).unwrap_err();
        assert!(problems.contains(&Problem::Derived { field: field.to_owned(), item: None }), "{field}: {problems:?}");
    }
}

#[test]
fn a_visit_outside_the_data_folder_is_corrected_where_it_lies() {
    let place = Place::new();
    let office = tempfile::TempDir::new().unwrap();
    let path = office.path().join("visit of march.json");
    fs::rename(saved_session(&place), &path).unwrap();
    let second = correct(&place, &path, 3, &[answer(2, "yes")]);
    assert_eq!(second.parent().unwrap().canonicalize().unwrap(), office.path().canonicalize().unwrap());
    // Where the folder is gone meanwhile, nothing is lost.
    let gone = office.path().join("gone");
    fs::create_dir(&gone).unwrap();
    let path = gone.join("v.json");
    fs::rename(&second, &path).unwrap();
    let (mut visit, mut journal) = reopen(&place, &path, 4);
    fs::remove_dir_all(&gone).unwrap();
    journal.append(visit.act(&Action::Finish, &later(5)).unwrap()).unwrap();
    assert!(journal.complete().unwrap().path.starts_with(place.folders().sessions()));
}

#[test]
fn a_file_that_proves_nothing_or_is_in_conflict_is_not_corrected() {
    let place = Place::new();
    let first = saved_session(&place);
    let text = fs::read_to_string(&first).unwrap();
    let folders = place.folders();
    fs::write(&first, text.replace("\"yes\"", "\"no\"")).unwrap();
    let error = Journal::read_to_correct(&folders, &first).unwrap_err();
    assert_eq!(error, StoreError::Document(DocumentError::NotProven { path: first.clone() }));
    fs::write(&first, &text).unwrap();
    fs::write(first.with_file_name("2026-03-01T1000_lyon-3_o12_00000001_2.json"), text.replace("Lyon", "Paris"))
        .unwrap();
    let error = Journal::read_to_correct(&folders, &first).unwrap_err();
    assert!(matches!(error, StoreError::Document(DocumentError::InConflict { .. })), "{error:?}");
    let head = sessions::heads(&folders).next().unwrap().unwrap();
    assert_eq!((head.in_conflict, head.other_files, sessions::heads(&folders).count()), (true, 1, 1));
}

#[test]
fn a_correction_under_way_is_listed_as_one_and_can_be_resumed_or_dropped() {
    let place = Place::new();
    let first = saved_session(&place);
    let before = fs::read(&first).unwrap();
    let (mut visit, mut journal) = reopen(&place, &first, 3);
    journal.append(visit.act(&answer(2, "yes"), &later(3)).unwrap()).unwrap();
    let again = Journal::read_to_correct(&place.folders(), &first).unwrap();
    let busy = Journal::reopen(&place.folders(), &again, &[]).unwrap_err();
    assert!(matches!(busy, StoreError::Journal(JournalError::Busy { .. })), "{busy:?}");
    drop(journal);
    let under_way = Journal::reopen(&place.folders(), &again, &[]).unwrap_err();
    assert_eq!(under_way, StoreError::Journal(JournalError::UnderWay { id: SESSION.to_owned() }));

    let mut repairs = Vec::new();
    let open = recorder::list_unfinished(&place.folders(), &mut repairs).unwrap();
    let summary = open[0].visit.as_ref().unwrap();
    assert!(summary.is_correction && !summary.over && repairs.is_empty(), "{repairs:?}");
    let mut recorder = recorder(&place);
    let Some(Message::Resumed(resumed)) = recorder.carry_out(Write::Open(SESSION.to_owned()), &later(4)) else {
        panic!()
    };
    assert!(resumed.visit.state().is_correction() && !resumed.is_reopened);
    assert_eq!(resumed.visit.state().answer(2), visit.state().answer(2));
    // Dropping it works in the window that has it open, and leaves the visit as it was.
    let dropped = recorder.carry_out(Write::Discard(SESSION.to_owned()), &later(4));
    assert!(matches!(dropped, Some(Message::Settled(JournalRepair::CorrectionDropped))), "{dropped:?}");
    assert_eq!(fs::read_dir(place.folders().unfinished()).unwrap().count(), 0);
    assert_eq!((fs::read(&first).unwrap(), place.sessions()), (before, vec![first]));
}

#[test]
fn after_a_crash_at_any_byte_of_its_beginning_the_visit_is_as_it_was() {
    let place = Place::new();
    let first = saved_session(&place);
    let original = fs::read(&first).unwrap();
    let (_, journal) = reopen(&place, &first, 3);
    drop(journal);
    let path = place.folders().unfinished().join(format!("{SESSION}.journal"));
    let whole = fs::read(&path).unwrap();
    let line_ends: Vec<usize> = (1..whole.len()).filter(|&at| whole[at - 1] == b'\n').collect();
    let cuts = line_ends.iter().flat_map(|&end| [end - 7, end]).chain([0, 5]);
    for cut in cuts.filter(|&cut| cut < whole.len()) {
        fs::write(&path, &whole[..cut]).unwrap();
        let mut repairs = Vec::new();
        let open = recorder::list_unfinished(&place.folders(), &mut repairs).unwrap();
        assert!(repairs.iter().all(Result::is_ok), "{cut}: {repairs:?}");
        let is_open = open.iter().any(|one| one.visit.as_ref().is_ok_and(|summary| summary.is_correction));
        let has_reopened = whole[..cut].windows(10).any(|part| part == b"\"reopened\"") && line_ends.contains(&cut)
            || cut >= line_ends[line_ends.len() - 1];
        assert_eq!(is_open, has_reopened, "{cut} {open:?}");
        assert_eq!(fs::read(&first).unwrap(), original, "{cut}");
        assert_eq!(place.sessions(), std::slice::from_ref(&first), "{cut}");
        for leftover in fs::read_dir(place.folders().unfinished()).unwrap() {
            fs::remove_file(leftover.unwrap().path()).unwrap();
        }
    }
}

#[test]
fn a_correction_whose_file_was_written_is_not_written_again() {
    let place = Place::new();
    let first = saved_session(&place);
    let (mut visit, mut journal) = reopen(&place, &first, 3);
    for action in [answer(2, "no"), Action::Finish] {
        journal.append(visit.act(&action, &later(3)).unwrap()).unwrap();
    }
    let path = place.folders().unfinished().join(format!("{SESSION}.journal"));
    let whole = fs::read(&path).unwrap();
    let second = journal.complete().unwrap().path;
    // The machine stopped before the journal was removed, or while its last segment was.
    let before_end = whole[..whole.len() - 1].iter().rposition(|byte| *byte == b'\n').unwrap() + 1;
    for left in [&whole[..], &whole[..before_end]] {
        fs::write(&path, left).unwrap();
        let mut repairs = Vec::new();
        let open = recorder::list_unfinished(&place.folders(), &mut repairs).unwrap();
        assert!(open.is_empty(), "{open:?}");
        assert_eq!(repairs, [Ok(JournalRepair::Finished(second.clone()))]);
        assert!(!path.exists() && list_unfinished(&place.folders()).unwrap().is_empty());
    }
    assert_eq!(fs::read_dir(first.parent().unwrap()).unwrap().count(), 2);
}

#[test]
fn a_visit_is_declared_void_and_can_be_corrected_again() {
    let place = Place::new();
    let first = saved_session(&place);
    let write = Write::DeclareVoid { path: first.clone(), why: Authorship::new("Paul", "wrong shop").unwrap() };
    let done = recorder(&place).carry_out(write, &later(2));
    let Some(Message::Settled(JournalRepair::DeclaredVoid(path))) = done else { panic!("{done:?}") };
    let session = sessions::read_session(&path).unwrap().session;
    assert_eq!((session.status, session.corrections.unwrap().reason.as_str()), (Ending::Void, "wrong shop"));
    assert!(verify_text(&fs::read_to_string(&path).unwrap()).is_ok());
    let again = correct(&place, &first, 3, &[]);
    assert_eq!(sessions::head(&again).unwrap().status, Ending::Complete);
    assert_eq!(percent(&again), percent(&first));
    let head = sessions::heads(&place.folders()).next().unwrap().unwrap();
    assert_eq!((head.path, head.other_files, head.in_conflict), (again, 2, false));
    assert_eq!(why().by, "Chloé");
}

#[test]
fn a_correction_that_another_one_has_overtaken_is_refused() {
    let place = Place::new();
    let folders = place.folders();
    let first = saved_session(&place);
    // Read by one window, corrected in another one, and only then opened.
    let read = Journal::read_to_correct(&folders, &first).unwrap();
    let second = correct(&place, &first, 3, &[answer(2, "no")]);
    let overtaken = |error: StoreError| match error {
        StoreError::Document(DocumentError::CorrectedMeanwhile { path }) => path,
        error => panic!("{error}"),
    };
    let mut visit = Visit::from_events(read.definition.clone(), read.events.clone()).unwrap();
    let events = visit.reopen(&why(), &program(), &later(4)).unwrap().to_vec();
    assert_eq!(overtaken(Journal::reopen(&folders, &read, &events).unwrap_err()), second);
    // Under way, while the file of a colleague comes into the folder.
    let elsewhere = Place::new();
    let copy = elsewhere.folders().sessions().join(second.file_name().unwrap());
    fs::copy(&second, &copy).unwrap();
    let theirs = correct(&elsewhere, &copy, 5, &[answer(2, "partly")]);
    let (mut visit, mut journal) = reopen(&place, &first, 6);
    let arrived = second.with_file_name("from a colleague_o12_00000001_3.json");
    fs::copy(&theirs, &arrived).unwrap();
    for action in [answer(2, "yes"), Action::Finish] {
        journal.append(visit.act(&action, &later(6)).unwrap()).unwrap();
    }
    assert_eq!(overtaken(journal.complete().unwrap_err()), arrived);
    // Nothing is lost: without that file, the correction ends.
    fs::remove_file(&arrived).unwrap();
    assert!(journal.complete().unwrap().path.ends_with("2026-03-01T1000_lyon-3_o12_00000001_3.json"));
}

#[test]
fn a_changed_copy_under_any_name_is_listed_as_a_conflict_with_the_proven_file_in_front() {
    let place = Place::new();
    let first = saved_session(&place);
    let forged = fs::read_to_string(&first).unwrap().replacen("Agence Lyon 3", "Agence Lyon 4", 1);
    fs::write(first.with_file_name("edited.json"), forged).unwrap();
    let heads: Vec<_> = sessions::heads(&place.folders()).map(Result::unwrap).collect();
    let [head] = heads.as_slice() else { panic!("{heads:?}") };
    assert_eq!((&head.path, head.in_conflict, head.site.label()), (&first, true, "Agence Lyon 3"));
    let error = Journal::read_to_correct(&place.folders(), &first).unwrap_err();
    assert!(matches!(error, StoreError::Document(DocumentError::InConflict { .. })), "{error}");
}
