//! The import of a checklist on the screen: the choice of a file, what was understood, what is wrong; and on the disk.

use crate::support::{Flow, Place, bundled, definition, moment, program};
use esprit::app::checklist_import::{Doubt, ImportFault, ReadChecklist, ReadFile};
use esprit::app::file_picker::PickerList;
use esprit::app::{Effect, Message, Read, Screen, Write};
use esprit::import::{Remark, RemarkKind};
use esprit::recorder::{self, Recorder};
use esprit::spreadsheet::CellPlace;
use esprit::store::checklist_imports::Standing;
use esprit::store::checklist_versions::{self, ListedVersion};
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
    ReadChecklist {
        definition: bundled("practice"),
        doubts: vec![Doubt::Sheet(doubt()), Doubt::Sheet(doubt())],
        standing,
    }
}

/// Returns what is shown of a file that was read.
fn shown(lang: Lang, read: Result<ReadChecklist, ImportFault>) -> Flow {
    let mut flow = picker(lang);
    flow.keys("Enter").send(Message::ChecklistRead(Box::new(ReadFile { path: "/1/2/4.5".into(), read })));
    flow
}

fn taken() -> Standing {
    Standing::NextVersion { version: "1.2".into(), free: "1-2".into() }
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
fn enter_imports_what_is_shown_and_a_second_key_keeps_it_beside_the_one_that_is_here() {
    for (standing, key, id) in [
        (Standing::New, "Enter", "practice"),
        (Standing::Same, "Enter", "practice"),
        (taken(), "Enter", "practice"),
        (taken(), "b", "1-2"),
    ] {
        let mut flow = shown(Lang::En, Ok(read_as(standing)));
        flow.effects.clear();
        flow.keys("Down").keys(key);
        let Effect::Write(Write::AddChecklist(added)) = last(&flow) else { panic!("{:?}", flow.effects) };
        assert_eq!(added.checklist().id, id);
        assert!(matches!(flow.model.screen(), Screen::Checklists(_)));
    }
}

#[test]
fn it_says_what_will_become_of_it_and_offers_the_second_key_only_then() {
    for lang in [Lang::En, Lang::Fr] {
        for (width, height) in [(80, 24), (60, 16)] {
            let next = shown(lang, Ok(read_as(taken()))).screen(width, height);
            assert!(next.contains("version 1.2") && next.contains("(practice)"), "{next}");
            let both = if lang == Lang::En { "keep both" } else { "garder les deux" };
            assert!(next.contains(both), "{next}");
            for other in [Standing::New, Standing::Same] {
                let mut flow = shown(lang, Ok(read_as(other)));
                assert!(!flow.screen(width, height).contains(both));
                flow.effects.clear();
                flow.keys(if lang == Lang::En { "b" } else { "d" });
                assert!(flow.effects.is_empty(), "the second key does nothing without a checklist that is here");
            }
        }
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
fn a_json_checklist_is_added_once() {
    let place = Place::new();
    place.folders().ensure().unwrap();
    let file = place.dir.path().join("mine.JSON");
    let text = fs::read_to_string("checklists/practice.json").unwrap().replacen("\"practice\"", "\"mine\"", 1);
    fs::write(&file, &text).unwrap();
    let first = read_file(&place, &file).unwrap();
    assert_eq!(first.standing, Standing::New);
    let Some(Message::ChecklistAdded { imported: Some(imported), .. }) = add(&place, &first) else { panic!() };
    assert_eq!(
        (imported.version.as_str(), imported.has_earlier),
        (first.definition.checklist().version.as_str(), false)
    );
    assert_eq!(checklists::find(&place.folders(), "mine").unwrap().digest(), first.definition.digest());
    let again = read_file(&place, &file).unwrap();
    assert_eq!(again.standing, Standing::Same);
    assert!(matches!(add(&place, &again), Some(Message::ChecklistAdded { imported: None, .. })));
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

/// Imports a sheet in a terminal, and returns what it printed.
fn import(place: &Place, lang: &str, file: &Path, args: &[&str]) -> String {
    let args = [&["checklist", "import", file.to_str().unwrap()], args].concat();
    let (code, out, err) = place.run(lang, &args, "");
    assert_eq!(code, 0, "{out}{err}");
    out + &err
}

#[test]
fn a_changed_sheet_becomes_a_new_version_and_the_earlier_one_stays_in_the_history() {
    for (lang, becomes) in
        [("en", "It becomes version 1.1.0 of “shop” (shop)"), ("fr", "la version 1.1.0 de «\u{a0}shop\u{a0}» (shop)")]
    {
        let place = Place::new();
        let file = place.dir.path().join("shop.csv");
        fs::write(&file, "N°;Question\n1;Bonjour ?\n2;Sourire ?\n").unwrap();
        import(&place, lang, &file, &[]);
        let first = checklists::find(&place.folders(), "shop").unwrap();
        assert_eq!(first.checklist().version, "1.0.0");
        fs::write(&file, "N°;Question\n1;Vitrine ?\n2;Bonjour ?\n3;Sourire ?\n").unwrap();
        let read = read_file(&place, &file).unwrap();
        assert_eq!(read.standing, Standing::NextVersion { version: "1.1.0".into(), free: "shop-2".into() });
        let said = import(&place, lang, &file, &[]);
        assert!(said.contains(becomes) && said.contains("--id shop-2"), "{said}");
        let second = checklists::find(&place.folders(), "shop").unwrap();
        assert_eq!(second.checklist().version, "1.1.0");
        let ids = |definition: &esprit::visit::Definition| -> Vec<String> {
            definition.items().map(|(_, item)| item.id.clone()).collect()
        };
        assert_eq!(ids(&second)[1..], ids(&first));
        let history = checklist_versions::history(&place.folders(), "shop").unwrap();
        assert_eq!(history.iter().map(ListedVersion::version).collect::<Vec<_>>(), ["1.1.0", "1.0.0"]);
        assert_eq!(history[1].definition.digest(), first.digest());
        // The same sheet once more changes nothing, whatever version it was made from.
        assert_eq!(read_file(&place, &file).unwrap().standing, Standing::Same);
        import(&place, lang, &file, &[]);
        assert_eq!(checklist_versions::history(&place.folders(), "shop").unwrap().len(), 2);
        // Kept beside, it is a checklist of its own.
        fs::write(&file, "Question\nAutre ?\n").unwrap();
        let said = import(&place, lang, &file, &["--id", "shop-2"]);
        assert!(!said.contains("shop-3"), "{said}");
        assert_eq!(checklists::find(&place.folders(), "shop").unwrap().digest(), second.digest());
        assert!(checklists::find(&place.folders(), "shop-2").is_ok());
    }
}

#[test]
fn a_later_version_of_a_file_is_kept_and_an_earlier_one_gets_the_next() {
    let place = Place::new();
    place.folders().ensure().unwrap();
    let file = place.dir.path().join("mine.json");
    let text = fs::read_to_string("checklists/practice.json").unwrap().replacen("\"practice\"", "\"mine\"", 1);
    let with = |version: &str, title: &str| {
        let mut document: serde_json::Value = serde_json::from_str(&text).unwrap();
        document["version"] = version.into();
        document["title"] = title.into();
        document["x_author"] = "a".into();
        fs::write(&file, document.to_string()).unwrap();
        let read = read_file(&place, &file).unwrap();
        let Some(Message::ChecklistAdded { imported, .. }) = add(&place, &read) else { panic!("not added") };
        imported.map(|imported| imported.version)
    };
    assert_eq!(with("1.0.0", "A").as_deref(), Some("1.0.0"));
    let digest = checklists::read(&file).unwrap().digest().to_owned();
    assert_eq!(checklists::find(&place.folders(), "mine").unwrap().digest(), digest, "as its author wrote it");
    assert_eq!(with("3.0", "B").as_deref(), Some("3.0"));
    assert_eq!(with("1.0.0", "C").as_deref(), Some("3.1.0"));
    assert_eq!(with("1.0.0", "C"), None, "the same as the version that it became");
    assert_eq!(with("3.0", "D").as_deref(), Some("3.2.0"));
    // A deleted checklist is not forgotten.
    checklist_versions::delete(&place.folders(), "mine").unwrap();
    assert_eq!(with("1.0.0", "E").as_deref(), Some("3.3.0"));
}

#[test]
fn remarks_on_a_json_checklist_are_shown_before_it_is_imported() {
    let place = Place::new();
    place.folders().ensure().unwrap();
    let file = place.dir.path().join("mine.json");
    let document = serde_json::json!({
        "format": "esprit.checklist/1", "id": "mine", "version": "1", "relation": "customer", "title": "T",
        "sections": [{"id": "s", "title": "S", "items": [{"id": "a", "label": "A",
            "response": {"type": "choice", "options": [{"id": "x", "label": "X", "points": 1},
                {"id": "y", "label": "Y", "points": 0}, {"id": "z", "label": "Z", "points": 1, "scored": false}]}}]}]
    });
    fs::write(&file, serde_json::to_string_pretty(&document).unwrap()).unwrap();
    let remarks = checklists::check(&file).unwrap().remarks;
    assert!(!remarks.is_empty());
    let read = read_file(&place, &file).unwrap();
    let sentences: Vec<String> =
        read.doubts.iter().map(|doubt| doubt.sentence(&esprit::text::Texts::new(Lang::En)).1).collect();
    assert_eq!(sentences.len(), remarks.len());
    let said = import(&place, "en", &file, &[]);
    assert!(said.contains(&sentences[0]) && said.contains(&remarks[0].path), "{said}");
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
