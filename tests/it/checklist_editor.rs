//! The editor of checklists, by keys, with its draft and its versions on the disk.

use crate::support::{Flow, Place, moment, program};
use esprit::app::editor_start::EditorStart;
use esprit::app::screens::ChecklistEditor;
use esprit::app::screens::checklist_editor::DialogKind;
use esprit::app::{Destination, Effect, Message, Screen};
use esprit::recorder::{self, Recorder};
#[cfg(unix)]
use esprit::store::checklist_drafts::LockedDraft;
use esprit::store::{Folders, Settings, StoreError, checklist_versions, checklists};
use esprit::text::Lang;
use esprit::visit::Definition;
use esprit::visit::draft::FieldKey;
use std::fs;
use std::sync::Arc;

/// The application with a disk.
struct Desk {
    flow: Flow,
    recorder: Recorder,
    folders: Folders,
}

impl Desk {
    fn open(place: &Place, lang: Lang, start: EditorStart) -> Self {
        let folders = place.folders();
        let recorder = Recorder::new(folders.clone(), program(), Settings::default());
        let mut desk = Self { flow: Flow::new(lang), recorder, folders };
        desk.send(Message::Start(Destination::ChecklistEditor(start)));
        desk
    }

    fn send(&mut self, message: Message) {
        self.flow.send(message);
        self.settle();
    }

    fn keys(&mut self, keys: &str) -> &mut Self {
        for key in keys.split(' ') {
            self.flow.keys(key);
            self.settle();
        }
        self
    }

    fn typed(&mut self, text: &str) -> &mut Self {
        self.flow.typed(text);
        self.settle();
        self
    }

    /// Carries out what is asked of the disk, until nothing is.
    fn settle(&mut self) {
        while !self.flow.effects.is_empty() {
            let mut messages = Vec::new();
            for effect in std::mem::take(&mut self.flow.effects) {
                match effect {
                    Effect::Write(write) => messages.extend(self.recorder.carry_out(write, &moment(self.flow.ms))),
                    Effect::Read(read) => recorder::read(&self.folders, &read, &mut |message| messages.push(message)),
                    _ => {}
                }
            }
            for message in messages {
                self.flow.send(message);
            }
        }
    }

    fn editor(&self) -> &ChecklistEditor {
        match self.flow.model.screen() {
            Screen::ChecklistEditor(editor) => editor,
            other => panic!("{other:?}"),
        }
    }

    /// Selects a field of the form.
    fn to(&mut self, key: &FieldKey) -> &mut Self {
        self.keys("Home");
        for _ in 0..40 {
            if self.editor().field().is_some_and(|field| field.key == *key) {
                return self;
            }
            self.keys("Down");
        }
        panic!("no {key:?} among {:?}", self.editor().form_fields());
    }

    fn notice(&self) -> String {
        let shared = &self.flow.model.shared;
        shared.notice.as_ref().map(|notice| notice.text(&self.flow.texts, shared)).unwrap_or_default()
    }

    fn answers(&mut self, yes: char, count: usize) {
        for _ in 0..count {
            self.flow.ms += 1000;
            self.flow.typed(&yes.to_string());
        }
        self.settle();
    }
}

/// Writes twenty questions by keys: Enter goes on to the next text.
fn twenty_questions(desk: &mut Desk) {
    desk.typed("Shop").keys("Enter").typed("Greeting").keys("Enter");
    for number in 1..=10 {
        desk.typed(&format!("Question {number}")).keys("Enter");
    }
    desk.keys("Enter t").typed("Service").keys("Enter");
    for number in 11..=20 {
        desk.typed(&format!("Question {number}")).keys("Enter");
    }
    desk.keys("Enter Tab");
}

#[test]
fn from_an_empty_checklist_to_twenty_questions_and_a_visit() {
    for (lang, yes) in [(Lang::En, 'y'), (Lang::Fr, 'o')] {
        let place = Place::new();
        let mut desk = Desk::open(&place, lang, EditorStart::Empty);
        twenty_questions(&mut desk);
        assert_eq!(desk.editor().faults, [], "{lang:?}");
        // The last one is a choice of two, and asked only if the first one is answered with no.
        desk.to(&FieldKey::Type).keys("Enter Right Right Enter");
        desk.to(&FieldKey::Option(0)).keys("Enter").typed("At once").keys("Enter").typed("1").keys("Enter");
        desk.keys("Enter").typed("Never").keys("Enter").typed("0").keys("Enter");
        let ups = ["Up"; 20].join(" ");
        // From the question to its answers it goes on by itself.
        desk.to(&FieldKey::AddTerm).keys(&format!("Enter {ups} Enter Right Right Space Enter Esc Esc"));
        assert_eq!(desk.editor().faults, [], "{lang:?}");
        let last = desk.editor().draft.checklist().items().last().unwrap().1.clone();
        let expected = serde_json::json!({"item": "question-1", "is": ["no"]});
        assert_eq!(serde_json::to_value(&last.when).unwrap(), expected);

        // A trial leaves nothing behind.
        desk.keys("e");
        assert!(matches!(desk.flow.model.screen(), Screen::Visit(_)));
        desk.answers(yes, 19);
        desk.keys("f f");
        assert!(desk.notice().contains("100"), "{}", desk.notice());
        desk.keys("e Esc");
        assert!(desk.flow.model.shared.active_visit.is_none());
        let is_empty = |folder: std::path::PathBuf| fs::read_dir(folder).unwrap().next().is_none();
        assert!(is_empty(place.folders().unfinished()) && is_empty(place.folders().sessions()));

        desk.keys("s Enter");
        assert!(desk.notice().contains("1.0.0"), "{}", desk.notice());
        let path = place.folders().checklists().join("shop.json");
        let checked = checklists::check(&path).unwrap();
        assert_eq!(checked.definition.len(), 20);
        desk.keys("Esc");
        assert!(matches!(desk.flow.model.screen(), Screen::Checklists(_)));
        assert!(esprit::store::checklist_drafts::list(&place.folders()).is_empty(), "the draft is not needed any more");

        // And a visit by it.
        let mut flow = Flow::visit(lang, &checklists::find(&place.folders(), "shop").unwrap());
        for _ in 0..19 {
            flow.ms += 1000;
            flow.typed(&yes.to_string());
        }
        flow.keys("f f");
        assert!(flow.visit_ref().is_over());
        let rows = esprit::visit::score::answer_rows(flow.visit_ref().definition(), flow.visit_ref().state());
        assert_eq!(esprit::visit::score::score(flow.visit_ref().definition(), &rows).percent, Some(100.0));
    }
}

#[test]
fn texts_are_a_patch_once_their_meaning_is_confirmed_and_points_a_minor_version() {
    let place = Place::new();
    let mut desk = Desk::open(&place, Lang::En, EditorStart::Edit("customer".to_owned()));
    let before = desk.editor().draft.checklist().version.clone();
    let rename = |desk: &mut Desk, more: &str| {
        desk.keys("Home Down Down Tab");
        desk.to(&FieldKey::Label).keys("Right Enter").typed(more).keys("Enter Esc");
    };
    rename(&mut desk, " A");
    desk.keys("s");
    assert!(matches!(desk.editor().dialog.as_ref().unwrap().kind, DialogKind::Meaning));
    desk.keys("Enter");
    rename(&mut desk, " B");
    desk.keys("s Down Enter");
    desk.keys("Home Down Down Tab").to(&FieldKey::Weight).keys("Enter").typed("7").keys("Enter Esc s Enter s");
    assert!(desk.notice() == desk.flow.texts.get("editor-nothing-to-save"), "{}", desk.notice());
    let versions = checklist_versions::history(&place.folders(), "customer").unwrap();
    let names: Vec<&str> = versions.iter().rev().map(checklist_versions::ListedVersion::version).collect();
    let (head, _) = before.rsplit_once('.').unwrap();
    let (major, minor) = head.split_once('.').unwrap();
    let minor: u32 = minor.parse().unwrap();
    let patch: u32 = before.rsplit_once('.').unwrap().1.parse().unwrap();
    let expected = [
        before.clone(),
        format!("{head}.{}", patch + 1),
        format!("{major}.{}.0", minor + 1),
        format!("{major}.{}.0", minor + 2),
    ];
    assert_eq!(names, expected);
    assert!(versions[0].is_current);
    // Undo goes on behind a saved version, and keeps its number.
    desk.keys("u u u");
    assert_eq!(desk.editor().draft.checklist().version, expected[3]);
}

#[test]
fn a_checklist_with_errors_is_not_saved_and_the_error_is_shown() {
    let place = Place::new();
    let mut desk = Desk::open(&place, Lang::En, EditorStart::Edit("customer".to_owned()));
    desk.keys("Home Down Down Tab").to(&FieldKey::Weight).keys("Enter").typed("-1").keys("Enter Esc s");
    assert!(desk.notice().contains("saved as a version: 1"), "{}", desk.notice());
    assert_eq!(desk.editor().field().unwrap().key, FieldKey::Weight);
    assert!(!place.folders().checklists().join("customer.json").exists());
    // What is not a number is said, and the field stays open.
    desk.keys("Enter").typed("x").keys("Enter");
    assert!(desk.notice().contains("Type a number"), "{}", desk.notice());
    desk.keys("Esc u f");
    assert!(desk.editor().faults.is_empty() && desk.notice().contains("Nothing is to be mended"), "{}", desk.notice());
}

#[test]
fn a_draft_that_was_left_is_offered_and_a_second_window_is_refused() {
    let place = Place::new();
    let start = || EditorStart::Edit("customer".to_owned());
    let mut desk = Desk::open(&place, Lang::En, start());
    desk.keys("Enter Enter").typed(" of ours");
    let title = desk.editor().draft.checklist().title.clone();

    let second = Desk::open(&place, Lang::En, start());
    assert!(matches!(second.flow.model.screen(), Screen::Checklists(_)));
    assert!(second.notice().contains("customer.json"), "{}", second.notice());
    drop(second);

    // The program ends without any warning.
    drop(desk);
    let mut desk = Desk::open(&place, Lang::En, start());
    assert!(matches!(desk.editor().dialog.as_ref().unwrap().kind, DialogKind::Resume(_)));
    desk.keys("Enter");
    assert_eq!(desk.editor().draft.checklist().title, title);
    // Left once more, then the changes are dropped.
    desk.keys("Esc Enter");
    let mut desk = Desk::open(&place, Lang::En, start());
    desk.keys("Enter Esc Down Down Enter");
    let desk = Desk::open(&place, Lang::En, start());
    assert!(desk.editor().dialog.is_none() && !desk.editor().draft.is_changed());
}

#[test]
fn a_draft_that_cannot_be_read_is_put_aside() {
    let place = Place::new();
    let drafts = place.folders().drafts();
    fs::create_dir_all(&drafts).unwrap();
    fs::write(drafts.join("customer.json"), "{\"format\": 1").unwrap();
    let desk = Desk::open(&place, Lang::En, EditorStart::Edit("customer".to_owned()));
    assert!(desk.editor().is_open && desk.notice().contains("put aside"), "{}", desk.notice());
    assert_eq!(fs::read_to_string(drafts.join("customer.unreadable")).unwrap(), "{\"format\": 1");
}

#[test]
fn a_field_that_an_edited_checklist_cannot_hold_is_named() {
    let place = Place::new();
    let text = crate::support::definition_text(
        r#"{"id": "a", "label": "A", "response": {"type": "behaviour", "partialy": false}, "criticle": true}"#,
    );
    fs::write(place.folders().checklists().join("test.json"), text).unwrap();
    let desk = Desk::open(&place, Lang::En, EditorStart::Edit("test".to_owned()));
    assert!(desk.notice().contains("items[0].response.partialy"), "{}", desk.notice());
    // The other one is in the form, where it can be removed.
    assert!(!desk.notice().contains("criticle") && desk.editor().faults.len() == 1, "{:?}", desk.editor().faults);
}

#[test]
fn things_are_copied_moved_and_inserted_from_another_checklist() {
    let place = Place::new();
    let mut desk = Desk::open(&place, Lang::En, EditorStart::Edit("management".to_owned()));
    let start = desk.editor().draft.checklist().clone();
    let ids = |desk: &Desk| -> Vec<String> {
        desk.editor().draft.checklist().items().map(|(_, item)| item.id.clone()).collect()
    };
    let before = ids(&desk);
    // Cut and pasted, an item keeps its id; duplicated, it gets one of its own.
    desk.keys("Down Down x v");
    assert_eq!((ids(&desk).len(), ids(&desk)[1].clone()), (before.len(), before[0].clone()));
    desk.keys("d b h c v i Enter Down Enter Esc Esc");
    assert_eq!(ids(&desk).len(), before.len() + 3);
    let unique: std::collections::BTreeSet<String> = ids(&desk).into_iter().collect();
    assert_eq!(unique.len(), before.len() + 3);
    for _ in 0..10 {
        desk.keys("u");
    }
    assert_eq!(*desk.editor().draft.checklist(), start);
}

#[test]
fn a_visit_under_way_is_set_aside_for_a_trial() {
    let place = Place::new();
    let definition: Arc<Definition> = checklists::find(&place.folders(), "customer").unwrap();
    let mut desk = Desk::open(&place, Lang::En, EditorStart::Edit("customer".to_owned()));
    let visit = crate::support::begin(&definition);
    desk.flow.model.shared.active_visit = Some(esprit::app::active_visit::ActiveVisit::new(visit.clone()));
    desk.keys("e y n Esc");
    assert!(fs::read_dir(place.folders().unfinished()).unwrap().next().is_none());
    assert!(matches!(desk.flow.model.screen(), Screen::ChecklistEditor(_)));
    let active = desk.flow.model.shared.active_visit.as_ref().unwrap();
    assert!(!active.is_trial && active.visit.events().len() == visit.events().len());
}

#[test]
fn a_new_checklist_does_not_replace_another() {
    let place = Place::new();
    let mut desk = Desk::open(&place, Lang::En, EditorStart::Empty);
    desk.typed("Customer").keys("Enter");
    assert_ne!(desk.editor().draft.checklist().id, "customer");
    let copy = checklists::find(&place.folders(), "customer").unwrap().checklist().clone();
    let saved = checklist_versions::save(&place.folders(), &copy, None, true);
    assert!(matches!(saved, Err(StoreError::Document(_))), "{saved:?}");
}

#[cfg(unix)]
#[test]
fn what_was_typed_survives_a_kill() {
    use crate::pty::Terminal;
    use std::time::{Duration, Instant};
    let place = Place::new();
    place.folders();
    let mut terminal = Terminal::open(&place, "en", (80, 24), &["checklist", "edit", "customer"]);
    terminal.wait_for("36 questions");
    // Enter and text at once would be a paste.
    terminal.press("\r\r");
    terminal.wait_for("keep");
    terminal.press(" gardenia");
    let typed = Instant::now();
    let path = place.folders().drafts().join("customer.json");
    while !fs::read_to_string(&path).is_ok_and(|text| text.contains(" gardenia")) {
        assert!(typed.elapsed() < Duration::from_secs(60), "nothing was kept");
        std::thread::sleep(Duration::from_millis(5));
    }
    terminal.kill();
    let (_, start) = LockedDraft::open(&place.folders(), Some("customer")).unwrap();
    let kept = serde_json::to_string(&start.kept.unwrap().checklist.title).unwrap();
    assert!(kept.contains(" gardenia"), "{kept}");
}
