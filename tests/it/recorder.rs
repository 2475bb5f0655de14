//! The recorder: one visit at a time, and none is lost when another is opened.

use crate::support::{Place, SESSION, begin, bundled, moment, program};
use esprit::analysis::{Dimension, Filter};
use esprit::app::loaded_data::JournalRepair;
use esprit::app::message::Message;
use esprit::app::results_data::{ResultsQuery, ResultsUpdate};
use esprit::app::{Environment, Model, Read, Write, format, update};
use esprit::recorder::Recorder;
use esprit::recorder::results::ResultsReader;
use esprit::store::{Draft, ItemDraft, Journal, Settings, journal, sessions};
use esprit::text::{Lang, Texts};
use esprit::visit::{Action, Definition, Event, Value, Visit};
use std::sync::Arc;

const OTHER: &str = "0195c0de-0000-7000-8000-000000000002";

fn answer(visit: &mut Visit, item: usize) -> Vec<Event> {
    let action = Action::Answer { item, value: Value::text("yes"), seen: None };
    visit.act(&action, &moment(1000 * item as u64)).unwrap().to_vec()
}

fn started(place: &Place, definition: &Arc<Definition>) -> (Recorder, Visit) {
    let mut recorder = Recorder::new(place.folders(), program(), Settings::default());
    let visit = begin(definition);
    let events = visit.events().to_vec();
    let effect = Write::Begin { definition: Arc::clone(definition), session: SESSION.to_owned(), events };
    assert!(matches!(recorder.carry_out(effect, &moment(0)), Some(Message::Saved(1))));
    (recorder, visit)
}

#[test]
fn a_visit_that_cannot_be_opened_leaves_the_open_one_unchanged() {
    let place = Place::new();
    let definition = bundled("customer");
    let (mut recorder, mut visit) = started(&place, &definition);
    let _elsewhere = Journal::create(&place.folders(), &definition, OTHER).unwrap();
    for effect in [Write::Open(OTHER.to_owned()), Write::Salvage(OTHER.to_owned()), Write::Open("x".to_owned())] {
        assert!(matches!(recorder.carry_out(effect, &moment(0)), Some(Message::Failed(_))));
        let events = answer(&mut visit, 1);
        let saved = visit.state().last_seq();
        assert!(matches!(recorder.carry_out(Write::Append(events), &moment(0)), Some(Message::Saved(n)) if n == saved));
    }
    assert_eq!(journal::read(&place.folders(), SESSION).unwrap().events.len(), 4);
}

#[test]
fn an_abandoned_visit_keeps_the_draft_of_a_note_but_not_of_the_page() {
    let place = Place::new();
    let (mut recorder, _) = started(&place, &bundled("customer"));
    let note = ItemDraft { item: bundled("customer").item(1).id.clone(), text: "half".into() };
    let draft = Draft { page: Some("pain".into()), note: Some(note), pause: None };
    assert!(recorder.carry_out(Write::Draft(draft), &moment(0)).is_none());
    drop(recorder);
    let mut recorder = Recorder::new(place.folders(), program(), Settings::default());
    let message = recorder.carry_out(Write::Discard(SESSION.to_owned()), &moment(5000));
    let Some(Message::Settled(JournalRepair::Abandoned(path))) = message else { panic!("{message:?}") };
    let session = sessions::read_session(&path).unwrap().session;
    assert_eq!(session.note, None);
    assert!(session.answers.iter().any(|row| row.note.as_deref() == Some("half")));
}

#[test]
fn a_finished_visit_only_gets_its_session_file() {
    let place = Place::new();
    let (mut recorder, mut visit) = started(&place, &bundled("customer"));
    let events = visit.act(&Action::Finish, &moment(1000)).unwrap().to_vec();
    assert!(matches!(recorder.carry_out(Write::Append(events), &moment(0)), Some(Message::Saved(2))));
    drop(recorder);
    let mut recorder = Recorder::new(place.folders(), program(), Settings::default());
    let message = recorder.carry_out(Write::Open(SESSION.to_owned()), &moment(5000));
    let Some(Message::Settled(JournalRepair::Finished(path))) = message else { panic!("{message:?}") };
    assert_eq!(sessions::read_session(&path).unwrap().events.len(), 2, "nothing follows the end");
    assert_eq!(std::fs::read_dir(place.folders().unfinished()).unwrap().count(), 0);
}

#[test]
fn a_journal_that_could_not_be_created_is_created_with_the_next_event() {
    let place = Place::new();
    let folders = place.folders();
    let definition = bundled("customer");
    let mut recorder = Recorder::new(folders.clone(), program(), Settings::default());
    let mut visit = begin(&definition);
    std::fs::remove_dir(folders.unfinished()).unwrap();
    let events = visit.events().to_vec();
    let effect = Write::Begin { definition, session: SESSION.to_owned(), events };
    assert!(matches!(recorder.carry_out(effect, &moment(0)), Some(Message::NotSaved(_))));
    std::fs::create_dir(folders.unfinished()).unwrap();
    let events = answer(&mut visit, 1);
    assert!(matches!(recorder.carry_out(Write::Append(events), &moment(0)), Some(Message::Saved(2))));
    assert_eq!(journal::read(&folders, SESSION).unwrap().events.len(), 2);
}

#[test]
fn what_a_crash_left_is_repaired_and_reported() {
    let place = Place::new();
    let folders = place.folders();
    std::fs::write(folders.unfinished().join(format!("{SESSION}.journal")), "no journal").unwrap();
    std::fs::write(folders.unfinished().join(format!("{OTHER}.journal")), "").unwrap();
    let mut messages = Vec::new();
    esprit::recorder::read(&folders, &Read::LoadUnfinished, &mut |message| messages.push(message));
    let [Message::Unfinished(open), Message::JournalRepair(Ok(JournalRepair::Kept(kept)))] = &messages[..] else {
        panic!("{messages:?}")
    };
    assert!(open.is_empty());
    assert_eq!(std::fs::read_to_string(kept.join(format!("{SESSION}.journal"))).unwrap(), "no journal");
}

#[test]
fn a_repair_that_fails_is_reported_and_its_visit_stays_listed() {
    let place = Place::new();
    let folders = place.folders();
    let (mut recorder, mut visit) = started(&place, &bundled("customer"));
    let events = visit.act(&Action::Finish, &moment(1000)).unwrap().to_vec();
    assert!(matches!(recorder.carry_out(Write::Append(events), &moment(1000)), Some(Message::Saved(_))));
    drop(recorder);
    // A file stands where the folder of the session file should be.
    std::fs::remove_dir_all(folders.sessions()).unwrap();
    std::fs::write(folders.sessions(), "").unwrap();
    let mut messages = Vec::new();
    esprit::recorder::read(&folders, &Read::LoadUnfinished, &mut |message| messages.push(message));
    let [Message::Unfinished(open), Message::JournalRepair(Err(error))] = &messages[..] else { panic!("{messages:?}") };
    assert_eq!(open.len(), 1);
    let texts = Texts::new(Lang::En);
    let reason = format::error_text(&texts, error);
    let mut model = Model::new(Lang::En, Settings::default(), Environment::default(), Vec::new());
    update(&mut model, messages.pop().unwrap(), &moment(0));
    assert_eq!(model.shared.notice.as_ref().unwrap().text(&texts, &model.shared), reason);
    let (code, _, messages) = place.run("en", &["sessions"], "");
    assert!(code == 1 && messages.contains(&reason), "{code} {messages}");
}

#[test]
fn a_change_of_the_settings_that_could_not_be_saved_is_saved_with_the_next_one() {
    use esprit::store::settings;
    let place = Place::new();
    let folders = place.folders();
    let mut recorder = Recorder::new(folders.clone(), program(), Settings::default());
    let mut save =
        |settings: &Settings| recorder.carry_out(Write::SaveSettings(Box::new(settings.clone())), &moment(0));
    // Something else stands where the file should be.
    std::fs::create_dir_all(folders.settings()).unwrap();
    let one = Settings { mouse: true, ..Settings::default() };
    assert!(matches!(save(&one), Some(Message::Failed(_))));
    std::fs::remove_dir(folders.settings()).unwrap();
    // Meanwhile another window has written the file.
    let other = Settings { observer: Some("zoe".to_owned()), ..Settings::default() };
    settings::save(&folders, &Settings::default(), &other).unwrap();
    let both = Settings { show_score: true, ..one };
    assert!(save(&both).is_none());
    assert_eq!(settings::load(&folders), (Settings { observer: other.observer, ..both }, None));
}

#[test]
fn a_stopped_reading_sends_no_more_messages() {
    let place = Place::new();
    let (send, incoming) = std::sync::mpsc::channel();
    let mut reader = ResultsReader::new(place.folders(), Arc::new(move |message| drop(send.send(message))));
    let question = || ResultsQuery::Figures { filter: Filter::default(), by: Dimension::Site };
    reader.read(1, question());
    reader.read(2, question());
    let mut last = 0;
    let over = |incoming: &Message, last: &mut u64| match incoming {
        Message::Results(number, ResultsUpdate::Figures(_, progress)) => {
            assert!(*number >= *last, "the first one was stopped");
            *last = *number;
            *number == 2 && progress.over
        }
        _ => false,
    };
    while !over(&incoming.recv().unwrap(), &mut last) {}
    reader.read(3, ResultsQuery::Figures { filter: Filter::default(), by: Dimension::Section });
    reader.stop();
    reader.finish();
    drop(reader);
    // The channel closes with the last thread, so no thread is left and the older readings have sent nothing more.
    assert!(!incoming.iter().any(|one| matches!(&one, Message::Results(1 | 2, _))));
}
