//! A class: several observers of one scenario or one visit, item by item.

use crate::records::{add_row, answer_row, visit};
use crate::support::{Flow, Place, bundled};
use esprit::analysis::class::{Class, ClassBuilder, Expected, Matching, Meeting};
use esprit::app::interactive::Interactive;
use esprit::app::loaded_data::FoundClasses;
use esprit::app::{Effect, Message, Read, Screen, Write};
use esprit::store::{DocumentError, IoCause, StoreError, checklists, rulings};
use esprit::text::Lang;
use esprit::visit::definitions::Definitions;
use esprit::visit::event::ScenarioRef;
use esprit::visit::record::{Record, RecordedValue};
use esprit::visit::{Definition, Value};

fn definitions() -> Definitions {
    let customer = bundled("customer");
    let mut ruled = customer.raw().clone();
    ruled["version"] = "1.0.2".into();
    ruled["sections"][0]["items"][1]["guide"]["ruling"] = "Hors de vue, c’est « non vu ».".into();
    let mut other = customer.raw().clone();
    other["sections"][0]["items"][1]["weight"] = 5.into();
    let definitions = [customer.raw().clone(), ruled, other].map(|raw| Definition::new(raw).unwrap());
    ["sha256:1", "sha256:2", "sha256:3"].map(str::to_owned).into_iter().zip(definitions).collect()
}

fn sheet(observer: &'static str, answers: &[(&'static str, RecordedValue<'static>)]) -> Record<'static> {
    let mut record = visit("lyon-3", "2026-03-02");
    record.observer = observer.into();
    record.id = format!("{observer} 1").into();
    for (item, value) in answers {
        add_row(&mut record, answer_row(item, "behaviour", value.clone(), 0.0, 0.0));
    }
    record
}

fn text(text: &'static str) -> RecordedValue<'static> {
    RecordedValue::Text(text.into())
}

fn classes(records: &[Record<'_>]) -> Vec<Class> {
    let mut classes = ClassBuilder::default();
    for record in records {
        classes.add_session(record, None);
    }
    classes.build(&definitions(), Matching::CLASS)
}

fn bars(class: &Class, item: &str) -> Vec<(String, Vec<String>)> {
    let index = class.definition.position(item).unwrap();
    let name = |place: &usize| class.sheets[*place].observer.clone();
    let value = |value: Option<Value>| value.map_or("-".to_owned(), |value| value.to_string());
    let bars = class.bars(class.definition.item(index), None).into_iter();
    bars.map(|bar| (value(bar.value), bar.sheets.iter().map(name).collect())).collect()
}

#[test]
fn observers_of_the_same_visit_and_checklist_form_a_class_despite_a_ruling() {
    let scenario = |record: Record<'static>| {
        let watched = ScenarioRef { id: "counter".into(), version: "1".into(), digest: "d".into(), speed: 1.0 };
        Record { scenario: Some(Box::new(watched)), ..record }
    };
    let records = [
        sheet("ana", &[]),
        Record { digest: "sha256:2".into(), version: "1.0.1".into(), ..sheet("ben", &[]) },
        Record { digest: "sha256:3".into(), ..sheet("cid", &[]) },
        Record { digest: "sha256:9".into(), ..sheet("dan", &[]) },
        Record { started_at: "2026-03-03T10:00:00+01:00".into(), ..sheet("eve", &[]) },
        Record { complete: false, ..sheet("fay", &[]) },
        scenario(sheet("gil", &[])),
        scenario(Record { site: "elsewhere".into(), ..sheet("hal", &[]) }),
        {
            let mut other = scenario(sheet("ida", &[]));
            other.scenario.as_mut().unwrap().digest = "later".into();
            other
        },
    ];
    let found = classes(&records);
    let names: Vec<(Meeting, Vec<&str>)> = found
        .iter()
        .map(|class| (class.meeting.clone(), class.sheets.iter().map(|sheet| &*sheet.observer).collect()))
        .collect();
    let day = Meeting::Visit("lyon-3".into(), "2026-03-02T10:00".parse().unwrap());
    let mut expected = vec![(Meeting::Scenario("counter".into()), vec!["gil", "hal"]), (day, vec!["ana", "ben"])];
    expected.sort();
    let mut sorted = names;
    sorted.sort();
    assert_eq!(
        sorted, expected,
        "another weight, an unknown checklist, another day, no end and another version are no part of it"
    );
}

#[test]
fn the_latest_sheet_of_an_observer_counts_and_repeats_are_reported() {
    let first = sheet("ana", &[("greeting.smile", text("no"))]);
    let mut second = sheet("ana", &[("greeting.smile", text("yes"))]);
    (second.id, second.started_at) = ("ana 2".into(), "2026-03-02T11:00:00+01:00".into());
    for records in [[first.clone(), second.clone()], [second.clone(), first.clone()]] {
        let [a, b] = records;
        let found = classes(&[a, sheet("ben", &[]), b]);
        assert_eq!((found.len(), found[0].again.as_slice()), (1, ["ana".to_owned()].as_slice()));
        assert_eq!(found[0].sheets.len(), 2);
        assert_eq!(bars(&found[0], "greeting.smile")[0], ("yes".to_owned(), vec!["ana".to_owned()]));
    }
    assert!(classes(&[first, second]).is_empty(), "one observer is no class");
}

#[test]
fn answers_are_ordered_by_checklist_or_size() {
    let found = classes(&[
        sheet("ana", &[("greeting.smile", text("no")), ("greeting.wait", RecordedValue::Number(24_400.0))]),
        sheet("ben", &[("greeting.smile", text("not_observed")), ("greeting.wait", RecordedValue::Number(23_600.0))]),
        sheet("cid", &[("greeting.smile", text("no")), ("greeting.wait", text("never"))]),
        sheet("dan", &[("greeting.smile", RecordedValue::Nothing), ("greeting.wait", RecordedValue::Number(9_000.0))]),
        sheet("eve", &[("listening.open_questions", RecordedValue::Number(3.0))]),
    ]);
    let class = &found[0];
    let named = |bars: &[(&str, &[&str])]| -> Vec<(String, Vec<String>)> {
        bars.iter().map(|(v, n)| ((*v).to_owned(), n.iter().map(|n| (*n).to_owned()).collect())).collect()
    };
    let smile: &[(&str, &[&str])] =
        &[("yes", &[]), ("partly", &[]), ("no", &["ana", "cid"]), ("not_observed", &["ben"]), ("-", &["dan", "eve"])];
    assert_eq!(bars(class, "greeting.smile"), named(smile));
    let wait: &[(&str, &[&str])] =
        &[("9000", &["dan"]), ("24000", &["ana", "ben"]), ("never", &["cid"]), ("-", &["eve"])];
    assert_eq!(bars(class, "greeting.wait"), named(wait));
    let item = class.definition.item(class.definition.position("greeting.smile").unwrap());
    assert_eq!(class.most_common(item, None), (2, 2), "who did not observe it gave no answer");
    assert_eq!(class.most_common(item, Some(0)), (1, 1), "a reference is not counted among the others");
}

#[test]
fn each_ruling_is_a_new_version_of_the_users_copy() {
    let place = Place::new();
    let folders = place.folders();
    folders.ensure().unwrap();
    let class = bundled("customer");
    let first = rulings::add(&folders, &class, "greeting.smile", "Un sourire de dos ne se voit pas.").unwrap();
    assert_eq!((first.version.as_str(), first.path.clone()), ("1.1.1", folders.checklists().join("customer.json")));
    let second = rulings::add(&folders, &class, "greeting.smile", "Même bref, il compte.").unwrap();
    assert_eq!((second.version.as_str(), &second.path), ("1.1.2", &first.path));
    let now = checklists::find(&folders, "customer").unwrap();
    let item = now.item(now.position("greeting.smile").unwrap());
    assert_eq!(item.guide["ruling"].get(Lang::Fr), "Un sourire de dos ne se voit pas. · Même bref, il compte.");
    let before = class.item(class.position("greeting.smile").unwrap());
    assert_eq!(item.guide["yes"], before.guide["yes"], "the guidance stays");
    assert_eq!(place.run("fr", &["checklist", "check", first.path.to_str().unwrap()], "").0, 0);
    let (_, shown, _) = place.run("fr", &["checklist", "show", "customer"], "");
    assert!(shown.contains("Décision\u{a0}: Un sourire de dos ne se voit pas. · Même bref, il compte.\n"), "{shown}");
    let text = std::fs::read_to_string(&first.path).unwrap();
    let missing = rulings::add(&folders, &class, "greeting.nobody", "x").unwrap_err();
    assert!(matches!(missing, StoreError::Document(DocumentError::NoSuchItem { .. })), "{missing}");
    assert_eq!(std::fs::read_to_string(&first.path).unwrap(), text, "nothing was changed");
}

#[test]
fn a_checklist_missing_from_the_library_is_copied_from_the_class() {
    let place = Place::new();
    let folders = place.folders();
    folders.ensure().unwrap();
    let foreign = crate::support::definition(r#"{"id": "a", "label": "A", "response": {"type": "behaviour"}}"#);
    let ruled = rulings::add(&folders, &foreign, "a", "Nur wenn es zu sehen ist.").unwrap();
    let copy = checklists::read(&ruled.path).unwrap();
    assert_eq!(copy.item(0).guide["ruling"].get(Lang::En), "Nur wenn es zu sehen ist.");
    assert_ne!(copy.checklist().version, foreign.checklist().version);
}

/// Opens the screen on a class of four, optionally with a reference.
pub fn open_class(lang: Lang, with_reference: bool) -> Flow {
    let mut found = classes(&[
        sheet("ana", &[("greeting.wait", RecordedValue::Number(9_000.0)), ("greeting.notice", text("yes"))]),
        sheet("ben", &[("greeting.wait", RecordedValue::Number(14_000.0)), ("greeting.notice", text("partly"))]),
        sheet("cid", &[("greeting.wait", text("never")), ("greeting.notice", text("yes"))]),
        sheet("dan", &[("greeting.notice", text("not_observed"))]),
    ]);
    if with_reference {
        let reason =
            serde_json::from_str(r#"{"fr": "Il ne lève qu’un sourcil.", "en": "He lifts no more than a brow."}"#);
        let expected = Expected { value: Value::text("partly"), reason: reason.unwrap(), at_s: None };
        found[0].expected.insert("greeting.notice".to_owned(), expected);
    }
    let mut flow = Flow::new(lang);
    flow.keys("Down Down Down Down Enter Down Down Down Enter");
    assert!(matches!(flow.effects[..], [Effect::Read(Read::FindMedia)]), "{:?}", flow.effects);
    flow.send(Message::Media(vec!["/media/ana/STICK".into()]));
    flow.keys("Down Enter");
    assert!(
        matches!(&flow.effects[1], Effect::Read(Read::LoadClasses(paths)) if paths == &[std::path::PathBuf::from("/media/ana/STICK")])
    );
    flow.send(Message::Classes(Box::new(FoundClasses { classes: found, sessions: 4, damaged: 0 })));
    flow
}

#[test]
fn names_are_revealed_last_and_hidden_for_a_new_item() {
    let mut flow = open_class(Lang::En, true);
    insta::assert_snapshot!("items", flow.screen(80, 24));
    flow.keys("Down Enter");
    let answers = flow.screen(80, 24);
    assert!(!answers.contains("ben") && !answers.contains("Reference"), "{answers}");
    insta::assert_snapshot!("answers", answers);
    let reference = flow.keys("Space").screen(80, 24);
    assert!(!reference.contains("ben") && reference.contains("partly. He lifts"), "{reference}");
    flow.keys("Space");
    insta::assert_snapshot!("names", flow.screen(80, 24));
    flow.keys("Left");
    let other = flow.screen(80, 24);
    assert!(other.contains("9\u{a0}s") && !other.contains("ben"), "{other}");
    flow.keys("Right Space Space Space");
    assert_eq!(flow.screen(80, 24), answers, "the round begins anew");
}

#[test]
fn the_class_is_read_in_french_and_in_small_windows() {
    let mut flow = open_class(Lang::Fr, true);
    flow.keys("Down Enter Space Space");
    insta::assert_snapshot!("names-fr-60", flow.screen(60, 16));
    for (width, height) in [(120, 40), (60, 16), (40, 10), (41, 11), (1, 1)] {
        for keys in ["Esc", "r", "Esc", "Enter", "Space", "Space", "c", "Esc"] {
            flow.keys(keys).screen(width, height);
        }
    }
}

#[test]
fn an_observer_used_as_reference_is_not_counted() {
    let mut flow = open_class(Lang::En, false);
    assert!(flow.screen(80, 24).contains("No reference"));
    let names = flow.keys("Down Enter Space").screen(80, 24);
    assert!(names.contains("ana, cid") && !names.contains("eference"), "nothing is said of a reference: {names}");
    flow.keys("Esc Home r Down Enter");
    let items = flow.screen(80, 24);
    assert!(items.contains("Reference: ana") && items.contains("1 of 2 the same"), "{items}");
    flow.keys("Down Enter Space");
    let shown = flow.screen(80, 24);
    assert!(shown.contains("Reference: yes."), "{shown}");
    flow.keys("Space");
    let names = flow.screen(80, 24);
    assert!(
        names.contains("cid") && !names.lines().any(|line| line.contains("ana,") || line.trim() == "ana"),
        "{names}"
    );
}

#[test]
fn a_typed_ruling_is_saved_unless_it_is_empty() {
    let mut flow = open_class(Lang::Fr, true);
    flow.keys("Down Enter c").typed("un sourcil ne suffit pas").keys("Enter");
    let Some(Effect::Write(Write::AddRuling { item, text, .. })) = flow.effects.last() else {
        panic!("{:?}", flow.effects)
    };
    assert_eq!((item.as_str(), text.as_str()), ("greeting.notice", "un sourcil ne suffit pas"));
    let asked = flow.effects.len();
    flow.keys("c Enter c").typed("x").keys("Esc");
    assert_eq!(flow.effects.len(), asked);
    assert!(matches!(flow.model.screen(), Screen::Class(screen) if !screen.is_typing()));
}

#[test]
fn a_folder_without_a_class_and_a_missing_folder_are_reported() {
    let mut flow = Flow::new(Lang::En);
    flow.keys("Down Down Down Down Enter Down Down Down Enter").send(Message::Media(Vec::new()));
    flow.keys("Down Enter").typed("/nowhere").keys("Enter");
    assert!(
        matches!(flow.effects.last(), Some(Effect::Read(Read::LoadClasses(paths))) if paths[0].ends_with("nowhere"))
    );
    flow.send(Message::Failed(IoCause::Missing.at("/nowhere")));
    assert!(flow.screen(80, 24).contains("/nowhere"), "{}", flow.screen(80, 24));
    flow.keys("Up Enter").send(Message::Classes(Box::default()));
    assert!(flow.screen(80, 24).contains("Nothing to compare"), "{}", flow.screen(80, 24));
    flow.keys("Esc Esc");
    assert!(matches!(flow.model.screen(), Screen::Training(_)));
}
