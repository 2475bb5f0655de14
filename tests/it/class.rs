//! A class: several observers of one scenario or one visit, item by item.

use crate::records::{add, row, visit};
use crate::support::{Place, bundled};
use esprit::analysis::class::{Class, Classes, Meeting};
use esprit::store::{StoreError, checklists, rulings};
use esprit::text::Lang;
use esprit::visit::event::ScenarioRef;
use esprit::visit::record::{Given, Record};
use esprit::visit::{Definition, Value};
use std::collections::BTreeMap;

fn definitions() -> BTreeMap<String, Definition> {
    let customer = bundled("customer");
    let mut ruled = customer.raw().clone();
    ruled["version"] = "1.0.1".into();
    ruled["sections"][0]["items"][1]["guide"]["ruling"] = "Hors de vue, c’est « non vu ».".into();
    let mut other = customer.raw().clone();
    other["sections"][0]["items"][1]["weight"] = 5.into();
    let definitions = [customer.raw().clone(), ruled, other].map(|raw| Definition::new(raw).unwrap());
    ["sha256:1", "sha256:2", "sha256:3"].map(str::to_owned).into_iter().zip(definitions).collect()
}

fn sheet(observer: &'static str, answers: &[(&'static str, Given<'static>)]) -> Record<'static> {
    let mut record = visit("lyon-3", "2026-03-02");
    record.observer = observer.into();
    record.id = format!("{observer} 1").into();
    for (item, value) in answers {
        add(&mut record, row(item, "behaviour", value.clone(), 0.0, 0.0));
    }
    record
}

fn text(text: &'static str) -> Given<'static> {
    Given::Text(text.into())
}

fn classes(records: &[Record<'_>]) -> Vec<Class> {
    let mut classes = Classes::default();
    records.iter().for_each(|record| classes.take(record));
    classes.classes(&definitions())
}

fn bars(class: &Class, item: &str) -> Vec<(String, Vec<String>)> {
    let index = class.definition.position(item).unwrap();
    let name = |place: &usize| class.sheets[*place].observer.clone();
    let value = |value: Option<Value>| value.map_or("-".to_owned(), |value| value.to_string());
    let bars = class.bars(class.definition.item(index), None).into_iter();
    bars.map(|bar| (value(bar.value), bar.sheets.iter().map(name).collect())).collect()
}

#[test]
fn who_saw_the_same_by_one_checklist_is_a_class_and_a_ruling_does_not_part_it() {
    let scenario = |record: Record<'static>| {
        let watched = ScenarioRef { id: "counter".into(), version: "1".into(), digest: "d".into(), speed: 1.0 };
        Record { scenario: Some(Box::new(watched)), ..record }
    };
    let records = [
        sheet("ana", &[]),
        Record { digest: "sha256:2".into(), version: "1.0.1".into(), ..sheet("ben", &[]) },
        Record { digest: "sha256:3".into(), ..sheet("cid", &[]) },
        Record { digest: "sha256:9".into(), ..sheet("dan", &[]) },
        Record { date: "2026-03-03".parse().unwrap(), ..sheet("eve", &[]) },
        Record { complete: false, ..sheet("fay", &[]) },
        scenario(sheet("gil", &[])),
        scenario(Record { site: "elsewhere".into(), ..sheet("hal", &[]) }),
    ];
    let found = classes(&records);
    let names: Vec<(Meeting, Vec<&str>)> = found
        .iter()
        .map(|class| (class.meeting.clone(), class.sheets.iter().map(|sheet| &*sheet.observer).collect()))
        .collect();
    let day = Meeting::Visit("lyon-3".into(), "2026-03-02".parse().unwrap());
    let mut expected = vec![(Meeting::Scenario("counter".into()), vec!["gil", "hal"]), (day, vec!["ana", "ben"])];
    expected.sort();
    let mut sorted = names;
    sorted.sort();
    assert_eq!(sorted, expected, "another weight, an unknown checklist, another day and no end are no part of it");
}

#[test]
fn of_one_observer_the_latest_sheet_counts_and_that_is_known() {
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
fn answers_stand_in_the_order_of_the_checklist_or_of_their_size() {
    let found = classes(&[
        sheet("ana", &[("greeting.smile", text("no")), ("greeting.wait", Given::Number(24_400.0))]),
        sheet("ben", &[("greeting.smile", text("not_observed")), ("greeting.wait", Given::Number(23_600.0))]),
        sheet("cid", &[("greeting.smile", text("no")), ("greeting.wait", text("never"))]),
        sheet("dan", &[("greeting.smile", Given::Nothing), ("greeting.wait", Given::Number(9_000.0))]),
        sheet("eve", &[("listening.open_questions", Given::Number(3.0))]),
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
    assert_eq!(class.most(item, None), (2, 3));
    assert_eq!(class.most(item, Some(0)), (1, 2), "a reference is not counted among the others");
}

#[test]
fn rulings_stand_in_the_users_own_copy_each_as_a_new_version() {
    let place = Place::new();
    let folders = place.folders();
    folders.ensure().unwrap();
    let class = bundled("customer");
    let first = rulings::add(&folders, &class, "greeting.smile", "Un sourire de dos ne se voit pas.").unwrap();
    assert_eq!((first.version.as_str(), first.path.clone()), ("1.0.1", folders.checklists().join("customer.json")));
    let second = rulings::add(&folders, &class, "greeting.smile", "Même bref, il compte.").unwrap();
    assert_eq!((second.version.as_str(), &second.path), ("1.0.2", &first.path));
    let now = checklists::get(&folders, "customer").unwrap();
    let item = now.item(now.position("greeting.smile").unwrap());
    assert_eq!(item.guide["ruling"].get(Lang::Fr), "Un sourire de dos ne se voit pas. · Même bref, il compte.");
    let before = class.item(class.position("greeting.smile").unwrap());
    assert_eq!(item.guide["yes"], before.guide["yes"], "the guidance stays");
    assert_eq!(place.run("fr", &["checklist", "check", first.path.to_str().unwrap()], "").0, 0);
    let (_, shown, _) = place.run("fr", &["checklist", "show", "customer"], "");
    assert!(shown.contains("Décision\u{a0}: Un sourire de dos ne se voit pas. · Même bref, il compte.\n"), "{shown}");
    let text = std::fs::read_to_string(&first.path).unwrap();
    let missing = rulings::add(&folders, &class, "greeting.nobody", "x").unwrap_err();
    assert!(matches!(missing, StoreError::NoSuchItem { .. }), "{missing}");
    assert_eq!(std::fs::read_to_string(&first.path).unwrap(), text, "nothing was changed");
}

#[test]
fn a_checklist_that_the_library_has_not_is_copied_from_the_class() {
    let place = Place::new();
    let folders = place.folders();
    folders.ensure().unwrap();
    let foreign = crate::support::definition(r#"{"id": "a", "label": "A", "response": {"type": "behaviour"}}"#);
    let ruled = rulings::add(&folders, &foreign, "a", "Nur wenn es zu sehen ist.").unwrap();
    let copy = checklists::read(&ruled.path).unwrap();
    assert_eq!(copy.item(0).guide["ruling"].get(Lang::En), "Nur wenn es zu sehen ist.");
    assert_ne!(copy.checklist().version, foreign.checklist().version);
}
