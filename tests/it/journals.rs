//! Journals: whatever happened to a file, what was reported as saved is recovered, and damage is reported.

use crate::support::{Place, SESSION, begin, bundled, definition, moment, program};
use esprit::app::loaded_data::JournalRepair;
use esprit::app::{Message, Write};
use esprit::recorder::Recorder;
use esprit::store::{
    Damage, DocumentError, Folders, IoCause, IoError, Journal, JournalError, StoreError, journal, salvage, unfinished,
};
use esprit::visit::event::Body;
use esprit::visit::state::FoldError;
use esprit::visit::{Action, Event, Value, Visit};
use std::fs;
use std::path::PathBuf;

/// Creates and closes a journal of a visit with this many answers; returns its file.
pub fn journal_of(folders: &Folders, answers: usize) -> (Visit, PathBuf) {
    let definition = bundled("customer");
    let mut visit = begin(&definition);
    let mut journal = Journal::create(folders, &definition, SESSION).unwrap();
    journal.append(visit.events()).unwrap();
    for item in 1..=answers {
        let action = Action::Note { item: Some(item), text: format!("note {item}") };
        journal.append(visit.act(&action, &moment(1000 * item as u64)).unwrap()).unwrap();
    }
    (visit, folders.unfinished().join(format!("{SESSION}.journal")))
}

#[test]
fn a_journal_returns_the_events_appended() {
    let place = Place::new();
    let folders = place.folders();
    let (visit, _) = journal_of(&folders, 5);
    let (_, found) = Journal::open(&folders, SESSION).unwrap();
    assert_eq!(found.events, visit.events());
    assert_eq!(found.definition.digest(), visit.definition().digest());
    assert!(found.cut.is_none());
}

#[test]
fn a_torn_last_line_loses_only_itself() {
    let place = Place::new();
    let folders = place.folders();
    let (visit, path) = journal_of(&folders, 3);
    let whole = fs::read(&path).unwrap();
    let last = whole[..whole.len() - 1].iter().rposition(|byte| *byte == b'\n').unwrap() + 1;
    for end in (last..whole.len()).step_by(7).chain([whole.len() - 1]) {
        fs::write(&path, &whole[..end]).unwrap();
        let (journal, found) = Journal::open(&folders, SESSION).unwrap();
        assert_eq!(found.events, visit.events()[..3], "cut at {end}");
        assert_eq!(found.cut.is_some(), end > last, "cut at {end}");
        drop(journal);
        assert_eq!(fs::read(&path).unwrap(), &whole[..last]);
    }
    for zeros in [1, 512, 4096] {
        let mut bytes = whole.clone();
        bytes.extend(std::iter::repeat_n(0, zeros));
        fs::write(&path, bytes).unwrap();
        assert_eq!(journal::read(&folders, SESSION).unwrap().events, visit.events());
    }
}

/// Returns the offset of each line of a file.
fn line_starts(bytes: &[u8]) -> Vec<usize> {
    (0..bytes.len()).filter(|at| *at == 0 || bytes[at - 1] == b'\n').collect()
}

#[test]
fn a_changed_last_line_is_damage_rather_than_torn() {
    let place = Place::new();
    let folders = place.folders();
    let (visit, path) = journal_of(&folders, 3);
    let whole = fs::read(&path).unwrap();
    let starts = line_starts(&whole);
    let last = *starts.last().unwrap();
    let changed = |at: usize, byte: u8| [&whole[..at], &[byte], &whole[at + 1..]].concat();
    let hole = [&whole[..starts[3] + 20], &[0; 40], &whole[starts[3] + 60..]].concat();
    let cases = [
        ("a changed letter", changed(whole.len() - 100, whole[whole.len() - 100] ^ 1), 5, Damage::Chain),
        ("a changed bracket", changed(last, b'x'), 5, Damage::NotJson),
        ("another line", [&whole[..last], b"nonsense\n"].concat(), 5, Damage::NotJson),
        // The data after it was written later, so the line with the hole had been safe.
        ("a hole with a good line behind it", hole, 4, Damage::NotJson),
    ];
    for (name, bytes, line, reason) in cases {
        fs::write(&path, &bytes).unwrap();
        let error = Journal::open(&folders, SESSION).unwrap_err();
        assert_eq!(error, StoreError::Journal(JournalError::Damaged { path: path.clone(), line, reason }), "{name}");
        assert_eq!(fs::read(&path).unwrap(), bytes, "{name}: nothing is changed");
        let salvage::Salvaged { kept, visit: rest } = Journal::salvage(&folders, SESSION).unwrap();
        assert_eq!(rest.unwrap().1.events, visit.events()[..line - 2], "{name}");
        assert_eq!(fs::read(kept.join(format!("{SESSION}.journal"))).unwrap(), bytes, "{name}: the original is kept");
    }
}

#[test]
fn a_zeroed_end_counts_as_torn() {
    let place = Place::new();
    let folders = place.folders();
    let (visit, path) = journal_of(&folders, 4);
    let whole = fs::read(&path).unwrap();
    let starts = line_starts(&whole);
    let last = *starts.last().unwrap();
    let cases = [
        ("inside the last line", last + 30..last + 100, 4),
        ("from the line before into the last one", last - 30..last + 50, 3),
        ("to the end but for its newline", last + 10..whole.len() - 1, 4),
    ];
    for (name, hole, kept) in cases {
        let mut bytes = whole.clone();
        bytes[hole].fill(0);
        fs::write(&path, &bytes).unwrap();
        let (journal, found) = Journal::open(&folders, SESSION).unwrap();
        assert_eq!(found.events, visit.events()[..kept], "{name}");
        assert!(found.cut.is_some(), "{name}");
        drop(journal);
        assert_eq!(fs::read(&path).unwrap(), whole[..starts[kept + 1]], "{name}");
        // It may have been saved, so a copy is kept.
        let copy = folders.kept().join(SESSION).join(format!("{SESSION}.journal"));
        assert_eq!(fs::read(copy).unwrap(), bytes, "{name}");
        fs::remove_dir_all(folders.kept()).unwrap();
    }
}

#[test]
fn damage_is_reported_and_files_stay_unchanged_until_salvaged() {
    let place = Place::new();
    let folders = place.folders();
    let (visit, path) = journal_of(&folders, 4);
    let text = fs::read_to_string(&path).unwrap();
    let broken = text.replace("note 2", "note X");
    fs::write(&path, &broken).unwrap();
    let error = Journal::open(&folders, SESSION).unwrap_err();
    assert_eq!(
        error,
        StoreError::Journal(JournalError::Damaged { path: path.clone(), line: 4, reason: Damage::Chain })
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), broken);
    let salvage::Salvaged { kept, visit: rest } = Journal::salvage(&folders, SESSION).unwrap();
    let (_, found) = rest.unwrap();
    assert_eq!(found.events, visit.events()[..2]);
    assert_eq!(fs::read_to_string(kept.join(format!("{SESSION}.journal"))).unwrap(), broken);
}

#[test]
fn files_that_are_no_journals_get_a_clear_error() {
    let place = Place::new();
    let folders = place.folders();
    let (_, path) = journal_of(&folders, 1);
    let text = fs::read_to_string(&path).unwrap();
    let damaged = |line, reason| StoreError::Journal(JournalError::Damaged { path: path.clone(), line, reason });
    let other = definition(r#"{"id": "a", "label": "a", "response": {"type": "text"}}"#);
    let first = format!("{{\"format\": \"esprit.journal/1\", \"definition\": {}}}", other.raw());
    let rest: String = text.lines().skip(1).flat_map(|line| [line, "\n"]).collect();
    let empty = StoreError::Journal(JournalError::Empty { path: path.clone() });
    let newer = StoreError::Document(DocumentError::NewerFormat {
        path: path.clone(),
        found: "esprit.journal/2".to_owned(),
        read: "esprit.journal/1",
    });
    let cases = [
        (String::new(), empty.clone()),
        ("\0".repeat(600), empty.clone()),
        (text.lines().next().unwrap().to_owned() + "\n", empty),
        (text.replacen("esprit.journal/1", "esprit.journal/2", 1), newer),
        (format!("{first}\n{rest}"), damaged(2, Damage::OtherChecklist)),
        ("[1, 2]\nnonsense\n".to_owned(), damaged(1, Damage::Header)),
    ];
    for (contents, error) in cases {
        fs::write(&path, &contents).unwrap();
        assert_eq!(Journal::open(&folders, SESSION).unwrap_err(), error);
        assert_eq!(fs::read_to_string(&path).unwrap(), contents, "a file that cannot be read is left alone");
        let listed = unfinished::list_unfinished(&folders).unwrap();
        assert_eq!(listed[0].visit.as_ref().unwrap_err(), &error);
    }
}

#[test]
fn a_journal_with_an_impossible_answer_is_damaged() {
    let place = Place::new();
    let folders = place.folders();
    let definition = bundled("customer");
    let visit = begin(&definition);
    let mut journal = Journal::create(&folders, &definition, SESSION).unwrap();
    let item = definition.item(1).id.clone();
    let body = Body::Answered { item: item.clone(), value: Value::text("maybe") };
    let maybe = Event { seq: 2, body, ..visit.events()[0].clone() };
    let finished = Event { seq: 3, body: Body::Finished, ..maybe.clone() };
    journal.append(&[visit.events()[0].clone(), maybe, finished]).unwrap();
    let reason = Damage::Order(FoldError::InvalidAnswer { seq: 2, item });
    let path = folders.unfinished().join(format!("{SESSION}.journal"));
    assert_eq!(journal.complete().unwrap_err(), StoreError::Journal(JournalError::Damaged { path, line: 3, reason }));
    assert!(place.sessions().is_empty());
}

#[test]
fn a_journal_without_items_is_an_error() {
    let place = Place::new();
    let folders = place.folders();
    let path = folders.unfinished().join(format!("{SESSION}.journal"));
    let faulty = [
        ("no item", definition("")),
        ("the same id twice", definition(&[r#"{"id": "a", "label": "a", "response": {"type": "text"}}"#; 2].join(","))),
        ("a scale without steps", {
            definition(r#"{"id": "a", "label": "a", "response": {"type": "scale", "min": 5, "max": 5}}"#)
        }),
        ("a weight beyond all scores", {
            definition(r#"{"id": "a", "label": "a", "weight": 1e308, "response": {"type": "behaviour"}}"#)
        }),
    ];
    for (name, definition) in faulty {
        let mut visit = begin(&definition);
        visit.act(&Action::Finish, &moment(1000)).unwrap();
        let mut journal = Journal::create(&folders, &definition, SESSION).unwrap();
        journal.append(visit.events()).unwrap();
        let damaged =
            StoreError::Journal(JournalError::Damaged { path: path.clone(), line: 1, reason: Damage::Definition });
        assert_eq!(journal.complete().unwrap_err(), damaged, "{name}");
        drop(journal);
        assert_eq!(journal::read(&folders, SESSION).unwrap_err(), damaged, "{name}");
        let listed = unfinished::list_unfinished(&folders).unwrap();
        assert_eq!(listed[0].visit.as_ref().unwrap_err(), &damaged, "{name}");
        assert!(Journal::salvage(&folders, SESSION).unwrap().visit.is_none(), "{name}");
    }
    // Missing texts do not prevent a visit from being resumed.
    let wordless = definition(r#"{"id": "a", "label": "", "response": {"type": "text"}}"#);
    let mut journal = Journal::create(&folders, &wordless, SESSION).unwrap();
    journal.append(begin(&wordless).events()).unwrap();
    drop(journal);
    assert!(Journal::open(&folders, SESSION).is_ok());
}

#[test]
fn a_second_window_is_refused_until_the_first_is_closed() {
    let place = Place::new();
    let folders = place.folders();
    journal_of(&folders, 1);
    let (first, _) = Journal::open(&folders, SESSION).unwrap();
    assert_eq!(
        Journal::open(&folders, SESSION).unwrap_err(),
        StoreError::Journal(JournalError::Busy { id: SESSION.to_owned() })
    );
    assert!(unfinished::list_unfinished(&folders).unwrap()[0].busy);
    drop(first);
    assert!(Journal::open(&folders, SESSION).is_ok());
}

#[test]
fn events_that_failed_to_write_go_to_the_next_segment() {
    let place = Place::new();
    let folders = place.folders();
    let definition = bundled("customer");
    let mut visit = begin(&definition);
    let mut journal = Journal::create(&folders, &definition, SESSION).unwrap();
    journal.append(visit.events()).unwrap();
    // The folder is missing for a moment, as on a removed stick.
    let aside = place.dir.path().join("aside");
    let events = visit.act(&Action::Mark(None), &moment(1000)).unwrap().to_vec();
    journal.append(&events).unwrap();
    fs::rename(folders.unfinished(), &aside).unwrap();
    drop(journal);
    assert!(matches!(
        Journal::open(&folders, SESSION).unwrap_err(),
        StoreError::Io(IoError { cause: IoCause::Missing, .. })
    ));
    fs::rename(&aside, folders.unfinished()).unwrap();
    assert_eq!(Journal::open(&folders, SESSION).unwrap().1.events, visit.events());
}

#[test]
fn listing_visits_does_not_block_opening_one() {
    let place = Place::new();
    let folders = place.folders();
    journal_of(&folders, 1);
    let over = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !over.load(std::sync::atomic::Ordering::Relaxed) {
                unfinished::list_unfinished(&folders).unwrap();
            }
        });
        let opened: Result<Vec<_>, _> = (0..300).map(|_| Journal::open(&folders, SESSION).map(drop)).collect();
        over.store(true, std::sync::atomic::Ordering::Relaxed);
        assert!(opened.is_ok(), "{opened:?}");
    });
}

#[test]
fn the_rest_of_a_finished_visits_journal_is_removed() {
    let place = Place::new();
    let folders = place.folders();
    let definition = bundled("customer");
    let mut visit = begin(&definition);
    let mut journal = Journal::create(&folders, &definition, SESSION).unwrap();
    journal.append(visit.events()).unwrap();
    let path = folders.unfinished().join(format!("{SESSION}.journal"));
    let beginning = fs::read(&path).unwrap();
    journal.append(visit.act(&Action::Finish, &moment(1000)).unwrap()).unwrap();
    let session = journal.complete().unwrap().path;
    fs::write(&path, beginning).unwrap();
    let mut recorder = Recorder::new(folders, program(), esprit::store::Settings::default());
    match recorder.carry_out(Write::Open(SESSION.to_owned()), &moment(2000)) {
        Some(Message::Settled(JournalRepair::Finished(finished))) => assert_eq!(finished, session),
        other => panic!("{other:?}"),
    }
    assert!(!path.exists());
}
