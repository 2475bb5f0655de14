//! The screens of the checklists and of their editor: by keys, as they are rendered, with the disk behind them.

use crate::support::{Flow, Place, bundled, frame, moment, program};
use esprit::app::editor_start::EditorStart;
use esprit::app::{Destination, Effect, Message, Read, Screen, Target};
use esprit::recorder::{self, Recorder};
use esprit::store::checklist_drafts::DraftStart;
use esprit::store::checklist_versions::ListedVersion;
use esprit::store::{ListedChecklist, Settings, Source, checklists};
use esprit::text::{Lang, Texts};
use esprit::visit::draft::{Difference, FieldKey};
use esprit::visit::{Checklist, Definition, Response};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The keys from the first screen to the checklists.
const OPEN: &str = "Down Down Down Enter";

/// The application with the disk behind it: what it asks for is carried out at once.
struct Disk {
    flow: Flow,
    recorder: Recorder,
    place: Place,
}

impl Disk {
    fn new(lang: Lang) -> Self {
        let place = Place::new();
        let recorder = Recorder::new(place.folders(), program(), Settings::default());
        let mut disk = Self { flow: Flow::new(lang), recorder, place };
        disk.keys(OPEN);
        disk
    }

    fn keys(&mut self, keys: &str) -> &mut Self {
        for key in keys.split(' ') {
            self.flow.keys(key);
            self.carry_out();
        }
        self
    }

    fn typed(&mut self, text: &str) -> &mut Self {
        self.flow.typed(text);
        self.carry_out();
        self
    }

    fn carry_out(&mut self) {
        while !self.flow.effects.is_empty() {
            for effect in std::mem::take(&mut self.flow.effects) {
                match effect {
                    Effect::Write(write) => {
                        let message = self.recorder.carry_out(write, &moment(0));
                        if let Some(message) = message {
                            self.flow.send(message);
                        }
                    }
                    Effect::Read(read) => {
                        recorder::read(&self.place.folders(), &read, &mut |message| _ = self.flow.send(message));
                    }
                    _ => {}
                }
            }
        }
    }

    fn screen(&self) -> String {
        self.flow.screen(80, 24)
    }

    fn saved(&self, id: &str) -> Checklist {
        checklists::find(&self.place.folders(), id).unwrap().checklist().clone()
    }
}

/// Returns the screen of the checklists after keys.
fn list(lang: Lang, keys: &str) -> Flow {
    let mut flow = Flow::new(lang);
    flow.keys(OPEN);
    if !keys.is_empty() {
        flow.keys(keys);
    }
    flow
}

/// Returns the editor on a checklist after keys.
fn editor(lang: Lang, base: Option<Checklist>, keys: &str) -> Flow {
    let mut flow = Flow::new(lang);
    let start = base.as_ref().map_or(EditorStart::Empty, |base| EditorStart::Edit(base.id.clone()));
    flow.send(Message::Start(Destination::ChecklistEditor(start)));
    flow.send(Message::DraftOpened(Box::new(DraftStart { base, ..DraftStart::default() })));
    if !keys.is_empty() {
        flow.keys(keys);
    }
    flow
}

fn customer() -> Checklist {
    bundled("customer").checklist().clone()
}

/// Returns a checklist with digits in place of its texts and ids, with every type of answer, and a condition.
fn silent() -> Checklist {
    let text = include_str!("../../src/store/new_checklist.json");
    let muted = crate::screens::mute(&serde_json::from_str(text).unwrap(), "");
    let mut ids = Vec::new();
    collect_ids(&muted, &mut ids);
    let numbered = ids
        .iter()
        .enumerate()
        .fold(muted.to_string(), |text, (number, id)| text.replace(&format!("\"{id}\""), &format!("\"{number}\"")));
    Definition::new(serde_json::from_str(&numbered).unwrap()).unwrap().checklist().clone()
}

/// Collects the ids of a document and the names of its behaviours.
fn collect_ids(value: &serde_json::Value, ids: &mut Vec<String>) {
    if let Some(map) = value.as_object() {
        for (key, value) in map {
            // The role of an item is called so too.
            let id = value.as_str().filter(|id| matches!(key.as_str(), "id" | "behaviour") && *id != "outcome");
            ids.extend(id.map(str::to_owned));
            collect_ids(value, ids);
        }
    }
    value.as_array().into_iter().flatten().for_each(|value| collect_ids(value, ids));
}

/// Returns a library of one such checklist.
fn silent_library() -> Vec<ListedChecklist> {
    let definition = Definition::new(serde_json::to_value(silent()).unwrap()).unwrap();
    vec![ListedChecklist { id: "1".to_owned(), source: Source::Bundled, definition: Ok(Arc::new(definition)) }]
}

fn versions() -> Vec<ListedVersion> {
    let version = |version: &str, difference| {
        let checklist = Checklist { version: version.to_owned(), ..silent() };
        let definition = Arc::new(Definition::new(serde_json::to_value(&checklist).unwrap()).unwrap());
        let saved_at = Some(moment(0).wall.instant());
        ListedVersion { definition, saved_at, is_current: difference == Some(Difference::Score), difference }
    };
    vec![version("3", Some(Difference::Score)), version("2", Some(Difference::Texts)), version("1", None)]
}

/// Returns the screens of this module, with their names and without words in the data.
pub fn screens(lang: Lang) -> Vec<(&'static str, Flow)> {
    let edit = "m";
    let mut all: Vec<(&'static str, Flow)> = vec![("editor waits", {
        let mut flow = list(lang, edit);
        flow.keys("Esc").keys(edit);
        flow
    })];
    let mut history = list(lang, "");
    history.model.shared.library = Some(silent_library());
    history.keys("h").send(Message::History(versions()));
    all.push(("editor history", history));
    all.push(("editor empty", editor(lang, None, "1")));
    for (name, keys) in [
        ("editor", ""),
        ("editor form", "Tab"),
        ("editor section", "Down"),
        ("editor item", "Down Down"),
        ("editor scale", "Down Down Down Down Tab"),
        ("editor choices", "Down Down Tab Down Enter"),
        ("editor answers", "Down Down Tab End Up Up Enter"),
        ("editor field help", "Down Down Tab F1"),
        ("editor insert", "i"),
        ("editor leave", "n 1 Enter 2 Esc Esc Esc"),
        ("editor save", "n 1 Esc Tab Delete n 1 Enter Esc s"),
        ("editor faults", "t Esc n Esc s"),
    ] {
        let mut flow = editor(lang, Some(silent()), "");
        flow.model.shared.library = Some(silent_library());
        if !keys.is_empty() {
            flow.keys(keys);
        }
        all.push((name, flow));
    }
    all
}

#[test]
fn the_list_the_models_and_the_confirmation() {
    for (lang, code) in [(Lang::En, "en"), (Lang::Fr, "fr")] {
        for (width, height) in [(80, 24), (40, 10)] {
            insta::assert_snapshot!(format!("list-{code}-{width}"), list(lang, "").screen(width, height));
            insta::assert_snapshot!(format!("new-{code}-{width}"), list(lang, "n").screen(width, height));
        }
        let mut history = list(lang, "h");
        history.send(Message::History(versions()));
        insta::assert_snapshot!(format!("history-{code}"), history.screen(80, 24));
    }
}

#[test]
fn the_editor_in_both_languages() {
    for (lang, code) in [(Lang::En, "en"), (Lang::Fr, "fr")] {
        for (width, height) in [(80, 24), (60, 16), (40, 10)] {
            let screen = |keys: &str| editor(lang, Some(customer()), keys).screen(width, height);
            insta::assert_snapshot!(format!("editor-{code}-{width}"), screen("Down Down Down"));
            insta::assert_snapshot!(format!("form-{code}-{width}"), screen("Down Down Down Tab"));
        }
        insta::assert_snapshot!(format!("insert-{code}"), editor(lang, Some(customer()), "i Enter").screen(80, 24));
        insta::assert_snapshot!(
            format!("help-{code}"),
            editor(lang, Some(customer()), "Down Down Tab F1").screen(80, 24)
        );
    }
}

/// The way of a store manager: twenty questions, typed one after the other, and a visit with them.
#[test]
fn from_an_empty_checklist_to_twenty_questions_and_a_visit() {
    for (lang, yes) in [(Lang::En, "y"), (Lang::Fr, "o")] {
        let mut disk = Disk::new(lang);
        disk.keys("n Enter").typed("Store round").keys("Enter");
        for (section, title) in ["Welcome", "Sale"].into_iter().enumerate() {
            if section > 0 {
                disk.keys("t");
            }
            disk.typed(title).keys("Enter");
            for question in 1..=10 {
                disk.typed(&format!("{title} {question}")).keys("Enter");
            }
            // A question without a text ends the row.
            disk.keys("Enter");
            let screen = disk.screen();
            assert!(
                screen.contains(&format!("► {title} 10")) || screen.contains(&format!("►  {title} 10")),
                "{screen}"
            );
        }
        disk.keys("s");
        assert!(disk.screen().contains("1.0.0"), "{}", disk.screen());
        disk.keys("Enter");
        let saved = disk.saved("store-round");
        assert_eq!(saved.items().count(), 20);
        assert!(saved.items().all(|(_, item)| item.response.type_name() == "behaviour" && item.weight.to_bits() == 1.0_f64.to_bits()));
        assert_eq!((saved.version.as_str(), saved.sections.len()), ("1.0.0", 2));
        disk.keys("Esc");
        assert!(matches!(disk.flow.model.screen(), Screen::Checklists(_)), "{}", disk.screen());
        assert!(disk.screen().contains("Store round"), "{}", disk.screen());
        // The visit.
        let library = disk.flow.model.shared.library.as_ref().unwrap();
        let definition = library.iter().find(|listed| listed.id == "store-round").unwrap().definition.clone().unwrap();
        disk.flow.send(Message::Begin { definition, setup: Box::new(crate::support::setup()) });
        assert!(disk.screen().contains("Welcome 1"), "{}", disk.screen());
        disk.keys(&[yes; 20].join(" "));
        disk.keys("f f");
        assert!(disk.flow.visit_ref().is_over(), "{}", disk.screen());
    }
}

#[test]
fn a_fault_stands_at_its_field_and_does_not_hold_anybody_back() {
    let mut flow = editor(Lang::En, Some(customer()), "Down Down n");
    let screen = flow.screen(80, 24);
    assert!(screen.contains("! Write a text here.") && screen.contains("1 thing to mend"), "{screen}");
    flow.typed("H");
    // Another language still misses the text.
    assert!(flow.screen(80, 24).contains("The text is missing in French"), "{}", flow.screen(80, 24));
    flow.keys("Enter Enter Esc Up Up");
    assert!(flow.screen(80, 24).contains("thing to mend"), "{}", flow.screen(80, 24));
    flow.keys("f");
    assert!(flow.screen(80, 24).contains("The text is missing in French"), "{}", flow.screen(80, 24));
}

#[test]
fn a_draft_is_kept_offered_again_and_can_be_dropped() {
    let mut disk = Disk::new(Lang::En);
    disk.keys("m").keys("Down Down n").typed("Only here").keys("Esc Esc");
    // Typing was taken back, and the question with it.
    assert!(!disk.screen().contains("Only here"), "{}", disk.screen());
    let mut disk = Disk::new(Lang::En);
    disk.keys("n Enter").typed("Half").keys("Enter Esc Esc Esc");
    assert!(disk.screen().contains("Leave, keep the draft"), "{}", disk.screen());
    disk.keys("Enter n Enter");
    assert!(disk.screen().contains("Go on with the draft"), "{}", disk.screen());
    disk.keys("Enter");
    assert!(disk.screen().contains("Half"), "{}", disk.screen());
    disk.keys("Esc Down Down Enter");
    assert!(matches!(disk.flow.model.screen(), Screen::Checklists(_)), "{}", disk.screen());
    disk.keys("n Enter");
    assert!(!disk.screen().contains("Half"), "{}", disk.screen());
}

#[test]
fn a_bundled_checklist_becomes_the_users_own_with_its_history_and_can_be_deleted() {
    let mut disk = Disk::new(Lang::En);
    disk.keys("Delete");
    assert!(disk.screen().contains("Only your own checklists can."), "{}", disk.screen());
    disk.keys("m Down Down n").typed("One more").keys("Enter").typed("Une de plus").keys("Enter s Enter Esc Esc");
    let screen = disk.screen();
    assert!(screen.contains("yours"), "{screen}");
    disk.keys("h");
    let screen = disk.screen();
    assert!(screen.contains("1 question added") && screen.contains("in use"), "{screen}");
    disk.keys("r");
    assert!(disk.screen().contains("the one in use"), "{}", disk.screen());
    disk.keys("Down Enter");
    assert!(disk.screen().contains("1.1.0"), "{}", disk.screen());
    disk.keys("r");
    assert!(disk.screen().contains("says again"), "{}", disk.screen());
    disk.keys("Esc Esc Delete");
    assert!(disk.screen().contains("takes its place"), "{}", disk.screen());
    disk.keys("y");
    let screen = disk.screen();
    assert!(screen.contains("Deleted") && !screen.contains("yours"), "{screen}");
}

#[test]
fn trying_a_checklist_is_a_visit_that_is_not_kept() {
    let mut disk = Disk::new(Lang::En);
    disk.keys("m e");
    assert!(matches!(disk.flow.model.screen(), Screen::Visit(_)), "{}", disk.screen());
    assert!(disk.screen().contains("not kept"), "{}", disk.screen());
    disk.keys("Down y f f f");
    assert!(matches!(disk.flow.model.screen(), Screen::ChecklistEditor(_)), "{}", disk.screen());
    assert!(disk.screen().contains("nothing of it is kept"), "{}", disk.screen());
    assert!(disk.place.sessions().is_empty());
}

#[test]
fn a_click_selects_a_row_or_a_field_and_opens_it() {
    let mut flow = editor(Lang::En, Some(customer()), "");
    flow.model.shared.settings.mouse = true;
    let clicks = |flow: &Flow| {
        let (_, _, clicks) = frame(&flow.model, &flow.texts, 80, 24, 0);
        clicks.areas().map(|(_, target)| *target).collect::<Vec<_>>()
    };
    let there = clicks(&flow);
    assert!(there.contains(&Target::Row(2)) && there.contains(&Target::Field(1)), "{there:?}");
    flow.send(Message::Clicked(Target::Row(2)));
    assert!(flow.screen(80, 24).contains("Answered by"), "{}", flow.screen(80, 24));
    flow.send(Message::Clicked(Target::Field(1))).send(Message::Clicked(Target::Field(1)));
    assert!(flow.screen(80, 24).contains("a mark on a scale"), "{}", flow.screen(80, 24));
}

#[test]
fn every_field_has_a_name_and_an_explanation() {
    let keys = [
        FieldKey::Id,
        FieldKey::Title,
        FieldKey::Relation,
        FieldKey::Languages,
        FieldKey::Contents,
        FieldKey::Attitude,
        FieldKey::WeightPercent,
        FieldKey::Label,
        FieldKey::Type,
        FieldKey::Partly,
        FieldKey::PointsYes,
        FieldKey::PointsPartly,
        FieldKey::PointsNo,
        FieldKey::Min,
        FieldKey::Max,
        FieldKey::MinLabel,
        FieldKey::MaxLabel,
        FieldKey::Unit,
        FieldKey::Message,
        FieldKey::Multiple,
        FieldKey::Starts,
        FieldKey::Option(0),
        FieldKey::AddOption,
        FieldKey::Band(0),
        FieldKey::AddBand,
        FieldKey::Weight,
        FieldKey::Critical,
        FieldKey::Scored,
        FieldKey::Bonus,
        FieldKey::Outcome,
        FieldKey::NoteRequired,
        FieldKey::Guide(String::new()),
        FieldKey::Behaviour,
        FieldKey::Join,
        FieldKey::Term(0),
        FieldKey::AddTerm,
        FieldKey::When,
        FieldKey::Unknown(String::new()),
        FieldKey::Points,
        FieldKey::Exclusive,
        FieldKey::Limit,
        FieldKey::TermItem,
        FieldKey::Negated,
        FieldKey::Comparison,
        FieldKey::Number,
        FieldKey::Answers,
    ];
    let names: BTreeSet<&str> = keys.iter().map(FieldKey::name).collect();
    assert_eq!(names.len(), keys.len());
    for lang in Lang::ALL {
        let texts = Texts::new(lang);
        for name in &names {
            for kind in ["field", "explain"] {
                let id = format!("editor-{kind}-{name}");
                assert_ne!(texts.with(&id, &[]), id, "{lang:?}");
            }
        }
    }
}

#[test]
fn the_library_is_read_again_after_a_version_is_saved() {
    let mut flow = editor(Lang::En, Some(customer()), "");
    flow.effects.clear();
    let checklist = customer();
    let path = "/1.json".into();
    let saved = esprit::store::checklist_versions::SavedChecklist { path, checklist };
    flow.send(Message::ChecklistSaved(Box::new(saved)));
    assert!(flow.effects.iter().any(|effect| matches!(effect, Effect::Read(Read::LoadLibrary))));
}

#[test]
fn the_version_that_is_offered_is_the_version_that_is_saved() {
    let mut disk = Disk::new(Lang::En);
    disk.keys("m Down Down n").typed("One more").keys("Enter").typed("Une de plus").keys("Enter s Enter Esc Esc");
    let deleted = disk.saved("customer").version;
    // The bundled one is in its place again, older than what the history has.
    disk.keys("Delete y m Down Down n").typed("Another").keys("Enter").typed("Une autre").keys("Enter s");
    let screen = disk.screen();
    disk.keys("Enter");
    let saved = disk.saved("customer").version;
    assert_ne!(saved, deleted);
    assert!(screen.contains(&format!("Save as version {saved}")), "{saved}: {screen}");
    // The next one follows it.
    disk.keys("Esc d s");
    let screen = disk.screen();
    disk.keys("Enter");
    let saved = disk.saved("customer").version;
    assert!(screen.contains(&format!("Save as version {saved}")), "{saved}: {screen}");
}

#[test]
fn an_attitude_of_ones_own_can_be_typed() {
    let mut flow = editor(Lang::Fr, Some(customer()), "Down Tab");
    let field = |flow: &Flow, key: FieldKey| {
        let Screen::ChecklistEditor(editor) = flow.model.screen() else { panic!("{}", flow.screen(80, 24)) };
        editor.form_fields().iter().position(|field| field.key == key).unwrap()
    };
    for _ in 0..field(&flow, FieldKey::Attitude) {
        flow.keys("Down");
    }
    flow.keys("Enter Down Down Down Down Down");
    assert!(flow.screen(80, 24).contains("une autre, à écrire"), "{}", flow.screen(80, 24));
    flow.keys("Enter").typed("Prise de congé").keys("Enter");
    let Screen::ChecklistEditor(editor) = flow.model.screen() else { panic!() };
    assert_eq!(editor.draft.checklist().sections[0].attitude.as_deref(), Some("prise-de-conge"));
    assert!(flow.screen(80, 24).contains("prise-de-conge"), "{}", flow.screen(80, 24));
    flow.keys("u");
    let Screen::ChecklistEditor(editor) = flow.model.screen() else { panic!() };
    assert_eq!(editor.draft.checklist().sections[0].attitude.as_deref(), Some("greeting"));
}

#[test]
fn several_questions_are_inserted_from_one_list() {
    let mut flow = editor(Lang::En, Some(customer()), "Down Down");
    flow.model.shared.library = Some(checklists::bundled());
    let count = |flow: &Flow| match flow.model.screen() {
        Screen::ChecklistEditor(editor) => editor.draft.checklist().items().count(),
        _ => 0,
    };
    let before = count(&flow);
    flow.keys("i Down Enter Down Enter");
    assert!(flow.screen(80, 24).contains("Inserted: “"), "{}", flow.screen(80, 24));
    flow.keys("Down Enter Esc Esc");
    assert_eq!(count(&flow), before + 2, "{}", flow.screen(80, 24));
    flow.keys("u u");
    assert_eq!(count(&flow), before);
}

#[test]
fn a_key_that_has_nothing_to_do_here_says_so() {
    for key in ["d", "x", "c", "Delete"] {
        let flow = editor(Lang::En, Some(customer()), key);
        assert!(flow.screen(80, 24).contains("Choose a question or a section first"), "{key}: {}", flow.screen(80, 24));
    }
    for key in ["d", "x", "c", "v", "h", "b"] {
        let flow = editor(Lang::En, Some(customer()), &format!("Down Down Tab {key}"));
        assert!(flow.screen(80, 24).contains("This key works in the outline"), "{key}: {}", flow.screen(80, 24));
    }
}

#[test]
fn a_fault_is_said_in_the_words_of_the_form_and_not_in_those_of_files() {
    let mut checklist = customer();
    let at = checklist.items().position(|(_, item)| item.response.options().len() > 1).unwrap();
    let id = checklist.items().nth(at).unwrap().1.id.clone();
    for section in &mut checklist.sections {
        for item in section.items.iter_mut().filter(|item| item.id == id) {
            let Response::Choice { options, .. } = &mut item.response else { panic!("{id}") };
            options[0].points = None;
        }
    }
    checklist.sections[0].weight_percent = Some(40.0);
    for (lang, points, share) in [
        (Lang::En, "Give this answer points", "Give this section a share"),
        (Lang::Fr, "Donnez des points à cette", "Donnez une part à cette rubrique"),
    ] {
        let mut flow = editor(lang, Some(checklist.clone()), "");
        let mut seen = String::new();
        for _ in 0..9 {
            flow.keys("f");
            seen.push_str(&flow.screen(120, 30));
        }
        assert!(seen.contains(points) && seen.contains(share), "{seen}");
        assert!(!seen.contains('"') && !seen.contains("weight_percent"), "{seen}");
    }
}

#[test]
fn help_over_a_field_that_is_typed_in_goes_on_with_the_keys_of_the_editor() {
    let flow = editor(Lang::En, Some(customer()), "Down Down Tab Enter F1");
    let screen = flow.screen(80, 24);
    let at = |words: &str| screen.find(words).unwrap_or_else(|| panic!("{words}: {screen}"));
    assert!(at(" TYPING") < at("IN THE EDITOR OF CHECKLISTS"), "{screen}");
    assert!(!screen.contains("DURING THE VISIT"), "{screen}");
}

#[test]
fn a_new_visit_begins_with_the_users_own_checklist() {
    let mut disk = Disk::new(Lang::En);
    disk.keys("n Enter")
        .typed("Store round")
        .keys("Enter")
        .typed("Door")
        .keys("Enter")
        .typed("Clean")
        .keys("Enter Enter s Enter Esc");
    disk.keys("Esc Home Enter");
    let screen = disk.screen();
    assert!(screen.contains("Store round") && !screen.contains("Towards customers ("), "{screen}");
}
