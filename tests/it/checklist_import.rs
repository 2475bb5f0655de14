//! The import of a checklist on the screen: the choice of a file, what was understood, what is wrong; and on the disk.

use crate::support::{Flow, Place, bundled, definition, moment, program};
use esprit::app::checklist_import::{ImportFault, ReadChecklist, ReadFile};
use esprit::app::file_picker::PickerList;
use esprit::app::{Effect, Message, Read, Screen, Write};
use esprit::import::{Remark, RemarkKind};
use esprit::recorder::{self, Recorder};
use esprit::spreadsheet::CellPlace;
use esprit::store::checklists::Standing;
use esprit::store::file_choice::FolderContents;
use esprit::store::{IoCause, Settings, checklists};
use esprit::text::Lang;
use std::fs;
use std::path::{Path, PathBuf};

/// The keys from the first screen to this one.
const OPEN: &str = "Down Down Down Enter i";

fn contents(folder: &str, folders: &[&str], files: &[&str]) -> PickerList {
    let inside = |names: &[&str]| names.iter().map(|name| Path::new(folder).join(name)).collect();
    PickerList::Folder(FolderContents {
        folder: folder.into(),
        folders: inside(folders),
        files: inside(files),
        is_cut: false,
    })
}

/// Returns the choice of a file in a folder.
fn picker(lang: Lang) -> Flow {
    let mut flow = Flow::new(lang);
    flow.keys(OPEN).send(Message::Picker(contents("/1/2", &["3"], &["4.5", "6.7"])));
    flow
}

fn doubt() -> Remark {
    Remark { place: Some(CellPlace { sheet: "1".into(), row: 2, column: 2 }), kind: RemarkKind::NoQuestion }
}

fn read_as(standing: Standing) -> ReadChecklist {
    ReadChecklist { definition: bundled("practice"), doubts: vec![doubt(), doubt()], standing }
}

/// Returns what is shown of a file that was read.
fn shown(lang: Lang, read: Result<ReadChecklist, ImportFault>) -> Flow {
    let mut flow = picker(lang);
    flow.keys("Enter").send(Message::ChecklistRead(Box::new(ReadFile { path: "/1/2/4.5".into(), read })));
    flow
}

fn taken() -> Standing {
    Standing::Other { version: "1.0".into(), free: "1-2".into() }
}

/// Returns the screens of this module, with their names and without words in the data.
pub fn screens(lang: Lang) -> Vec<(&'static str, Flow)> {
    let with = |mut flow: Flow, keys: &str| {
        flow.keys(keys);
        flow
    };
    let mut unread = Flow::new(lang);
    unread.keys(OPEN);
    let mut places = Flow::new(lang);
    places.keys(OPEN).send(Message::Picker(PickerList::Places(vec!["/1".into(), "/2".into()])));
    let mut closed = Flow::new(lang);
    closed.keys(OPEN).send(Message::Picker(PickerList::Unreadable("/1".into(), IoCause::Denied.at("/1"))));
    let mut empty = Flow::new(lang);
    empty.keys(OPEN).send(Message::Picker(contents("/1", &[], &[])));
    vec![
        ("import", unread),
        ("import places", places),
        ("import folder", picker(lang)),
        ("import empty folder", empty),
        ("import closed folder", closed),
        ("import path", with(picker(lang), "End Enter")),
        ("import reading", with(picker(lang), "Enter")),
        ("import preview", shown(lang, Ok(read_as(Standing::New)))),
        ("import preview of an item", with(shown(lang, Ok(read_as(taken()))), "End")),
        ("import of the same", shown(lang, Ok(read_as(Standing::Same)))),
        ("import refused", shown(lang, Err(ImportFault::Refused(vec![doubt(), doubt()])))),
        ("export checklist", with(Flow::new(lang), "Down Down Down Enter e")),
    ]
}

fn last(flow: &Flow) -> &Effect {
    flow.effects.last().unwrap()
}

#[test]
fn folders_are_walked_through_by_arrows_enter_and_backspace() {
    let mut flow = picker(Lang::En);
    assert!(flow.screen(80, 24).contains("4.5"), "{}", flow.screen(80, 24));
    flow.keys("Down Down Enter");
    assert!(matches!(last(&flow), Effect::Read(Read::ChoosePlace(Some(folder))) if folder == Path::new("/1/2/3")));
    flow.send(Message::Picker(contents("/1/2/3", &[], &["8.9"]))).keys("Backspace");
    assert!(matches!(last(&flow), Effect::Read(Read::ChoosePlace(Some(folder))) if folder == Path::new("/1/2")));
    // Back above, the cursor is on the folder that was left.
    flow.send(Message::Picker(contents("/1/2", &["2", "3"], &["4.5"]))).keys("Enter");
    assert!(matches!(last(&flow), Effect::Read(Read::ChoosePlace(Some(folder))) if folder == Path::new("/1/2/3")));
    flow.send(Message::Picker(contents("/", &[], &[]))).keys("Left");
    assert!(matches!(last(&flow), Effect::Read(Read::FindPlaces)));
    flow.keys("Esc");
    assert!(matches!(flow.model.screen(), Screen::Checklists(_)));
}

#[test]
fn a_path_is_typed_or_pasted_with_the_marks_of_a_dropped_file() {
    for typed in ["/a b/c.xlsx", " \"/a b/c.xlsx\" ", "'/a b/c.xlsx'"] {
        let mut flow = picker(Lang::Fr);
        flow.send(Message::Paste(typed.into())).keys("Enter");
        assert!(matches!(last(&flow), Effect::Read(Read::ImportChecklist(path)) if path == Path::new("/a b/c.xlsx")));
    }
    let mut flow = picker(Lang::Fr);
    flow.keys("End Enter").typed("/x.csv").keys("Enter");
    assert!(matches!(last(&flow), Effect::Read(Read::ImportChecklist(path)) if path == Path::new("/x.csv")));
    // The next import begins in the folder of the last one.
    flow.keys("Esc Esc i");
    assert!(matches!(last(&flow), Effect::Read(Read::ChoosePlace(Some(folder))) if folder == Path::new("/")));
}

#[test]
fn enter_imports_what_is_shown_and_a_taken_id_gives_way() {
    for (standing, id) in [(Standing::New, "practice"), (Standing::Same, "practice"), (taken(), "1-2")] {
        let mut flow = shown(Lang::En, Ok(read_as(standing)));
        flow.effects.clear();
        flow.keys("Down Enter");
        let Effect::Write(Write::AddChecklist(added)) = last(&flow) else { panic!("{:?}", flow.effects) };
        assert_eq!(added.checklist().id, id);
        assert!(matches!(flow.model.screen(), Screen::Checklists(_)));
    }
}

#[test]
fn where_a_row_is_wrong_nothing_can_be_written_and_enter_reads_again() {
    let mut flow = shown(Lang::En, Err(ImportFault::Refused(vec![doubt()])));
    let screen = flow.screen(80, 24);
    assert!(screen.contains("1, C2") && screen.contains("Nothing was written"), "{screen}");
    flow.effects.clear();
    flow.keys("Enter");
    assert!(matches!(&flow.effects[..], [Effect::Read(Read::ImportChecklist(path))] if path == Path::new("/1/2/4.5")));
    flow.keys("Esc");
    assert!(flow.screen(80, 24).contains("4.5"), "back in the choice of the file");
}

#[test]
fn a_file_that_comes_after_it_was_left_is_not_shown() {
    let mut flow = picker(Lang::En);
    flow.keys("Enter Esc");
    flow.send(Message::ChecklistRead(Box::new(ReadFile { path: "/1/2/4.5".into(), read: Ok(read_as(Standing::New)) })));
    assert!(flow.screen(80, 24).contains("4.5"));
}

#[test]
fn hostile_names_of_files_are_cleaned() {
    let mut flow = picker(Lang::En);
    flow.send(Message::Picker(contents("/\u{1b}[31m\u{202e}", &["\u{1b}]0;x\u{7}"], &["a\u{202e}vsc.csv"])));
    let screen = flow.screen(80, 24);
    assert!(!screen.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{screen:?}");
    assert!(screen.contains("avsc.csv"), "{screen}");
}

#[test]
fn the_screens_in_both_languages() {
    let mut shown = String::new();
    for lang in [Lang::En, Lang::Fr] {
        for (name, flow) in screens(lang) {
            if ["import folder", "import preview", "import refused", "export checklist"].contains(&name) {
                shown += &[name, &flow.screen(80, 24), &flow.screen(40, 10), ""].join("\n");
            }
        }
    }
    insta::assert_snapshot!(shown);
}

/// Carries out a reading, and returns the messages.
fn read(place: &Place, effect: &Read) -> Vec<Message> {
    let mut messages = Vec::new();
    recorder::read(&place.folders(), effect, &mut |message| messages.push(message));
    messages
}

fn read_file(place: &Place, path: &Path) -> Result<ReadChecklist, ImportFault> {
    let messages = read(place, &Read::ImportChecklist(path.to_owned()));
    let Some(Message::ChecklistRead(file)) = messages.into_iter().next() else { panic!("nothing was read") };
    file.read
}

fn add(place: &Place, read: &ReadChecklist) -> Option<Message> {
    let mut recorder = Recorder::new(place.folders(), program(), Settings::default());
    recorder.carry_out(Write::AddChecklist(read.definition.clone()), &moment(0))
}

#[test]
fn a_json_checklist_is_added_once_and_never_over_another() {
    let place = Place::new();
    place.folders().ensure().unwrap();
    let file = place.dir.path().join("mine.JSON");
    let text = fs::read_to_string("checklists/practice.json").unwrap().replacen("\"practice\"", "\"mine\"", 1);
    fs::write(&file, &text).unwrap();
    let first = read_file(&place, &file).unwrap();
    assert_eq!(first.standing, Standing::New);
    let Some(Message::ChecklistAdded { path: Some(path), .. }) = add(&place, &first) else { panic!("not added") };
    let written = fs::read(&path).unwrap();
    assert_eq!(checklists::find(&place.folders(), "mine").unwrap().digest(), first.definition.digest());
    let again = read_file(&place, &file).unwrap();
    assert_eq!(again.standing, Standing::Same);
    assert!(matches!(add(&place, &again), Some(Message::ChecklistAdded { path: None, .. })));
    fs::write(&file, text.replacen("1.0", "1.1", 1)).unwrap();
    let other = read_file(&place, &file).unwrap();
    assert!(matches!(&other.standing, Standing::Other { free, .. } if free == "mine-2"), "{:?}", other.standing);
    assert!(matches!(add(&place, &other), Some(Message::Failed(_))));
    assert_eq!(fs::read(&path).unwrap(), written);
    fs::write(&file, "{").unwrap();
    assert!(matches!(read_file(&place, &file), Err(ImportFault::Store(error)) if error.faults().len() == 1));
}

#[test]
fn the_path_of_a_folder_lists_it_and_a_closed_one_says_so() {
    let place = Place::new();
    let folder = place.dir.path().to_owned();
    fs::write(folder.join("a.ods"), "").unwrap();
    let messages = read(&place, &Read::ImportChecklist(folder.clone()));
    assert!(
        matches!(&messages[..], [Message::Picker(PickerList::Folder(contents))] if contents.files == [folder.join("a.ods")])
    );
    let missing: PathBuf = folder.join("missing");
    let messages = read(&place, &Read::ChoosePlace(Some(missing.clone())));
    assert!(matches!(&messages[..], [Message::Picker(PickerList::Unreadable(path, _))] if *path == missing));
    assert!(
        matches!(&read(&place, &Read::FindPlaces)[..], [Message::Picker(PickerList::Places(places))] if !places.is_empty())
    );
}

#[test]
fn the_preview_says_what_each_answer_earns_and_when_a_question_is_asked() {
    let items = r#"
        {"id": "desk", "label": "Wait announced", "note_required_on": ["no"], "response": {"type": "choice", "options": [
            {"id": "yes", "label": "Announced", "points": 1}, {"id": "half", "label": "Half", "points": 0.5},
            {"id": "no", "label": "Not", "points": 0}, {"id": "none", "label": "No desk", "scored": false}]}},
        {"id": "first", "label": "First contact", "response": {"type": "timer", "bands": [{"up_to_s": 30, "points": 1}, {"points": 0}]}},
        {"id": "fit", "label": "Fits", "when": {"item": "desk", "is": ["yes", "half"]}, "response": {"type": "behaviour"}}"#;
    for (lang, answers, bands, when) in [
        (
            Lang::En,
            "Answers: Announced (1) · Half (0.5) · Not (0) · No desk (outside the score)",
            "Answers: up to 30\u{a0}s (1) · beyond (0)",
            "Only if: “Wait announced” is Announced or Half",
        ),
        (
            Lang::Fr,
            "Réponses\u{a0}: Announced (1) · Half (0,5) · Not (0) · No desk (hors note)",
            "Réponses\u{a0}: jusqu’à 30\u{a0}s (1) · au-delà (0)",
            "Seulement si\u{a0}: ",
        ),
    ] {
        let read = ReadChecklist { definition: definition(items), doubts: Vec::new(), standing: Standing::New };
        let mut flow = shown(lang, Ok(read.clone()));
        assert!(flow.screen(100, 24).contains(answers), "{}", flow.screen(100, 24));
        assert!(flow.keys("Down").screen(100, 24).contains(bands), "{}", flow.screen(100, 24));
        assert!(flow.keys("Down").screen(100, 24).contains(when), "{}", flow.screen(100, 24));
    }
}
