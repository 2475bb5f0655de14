//! Site, observer, kind and remark change by events: those that stand count, and every change can be undone.

use crate::support::{Place, SESSION, begin, definition, moment, program, setup};
use esprit::app::format;
use esprit::store::unfinished::list_unfinished;
use esprit::store::verify::{Problem, verify_text};
use esprit::store::{Journal, sessions};
use esprit::text::{Lang, Texts};
use esprit::visit::event::{Body, HeaderFact, Observer, ScenarioRef, Started};
use esprit::visit::replay::{Order, Replay};
use esprit::visit::{Action, Event, Kind, Refusal, Site, State, Visit};
use serde_json::{Value, json};
use std::fs;
use std::sync::Arc;

const ITEM: &str = r#"{"id": "a", "label": "A", "response": {"type": "behaviour"}}"#;

fn site(id: &str) -> HeaderFact {
    HeaderFact::Site(Site { id: id.to_owned(), name: Some("Agence Évry".to_owned()), group: Some("idf".to_owned()) })
}

fn changes() -> [HeaderFact; 4] {
    [
        site("evry-1"),
        HeaderFact::Observer(Observer { id: "o13".to_owned(), name: None }),
        HeaderFact::Kind(Kind::SelfAudit),
        HeaderFact::Remark("by telephone".to_owned()),
    ]
}

fn change(visit: &mut Visit, fact: HeaderFact, ms: u64) {
    visit.act(&Action::ChangeHeader(fact), &moment(ms)).unwrap();
}

/// Returns a visit in which every fact was changed.
fn changed() -> Visit {
    let mut visit = begin(&definition(ITEM));
    for (fact, second) in changes().into_iter().zip(1..) {
        change(&mut visit, fact, 1000 * second);
    }
    visit
}

fn started(visit: &Visit) -> &Started {
    &visit.state().started().unwrap().0
}

#[test]
fn events_hold_the_field_and_its_value() {
    let visit = changed();
    let expected = [
        json!({"field": "site", "value": {"id": "evry-1", "name": "Agence Évry", "group": "idf"}}),
        json!({"field": "observer", "value": {"id": "o13"}}),
        json!({"field": "kind", "value": "self_audit"}),
        json!({"field": "remark", "value": "by telephone"}),
    ];
    for (event, expected) in visit.events().iter().skip(1).zip(expected) {
        let written = serde_json::to_value(event).unwrap();
        assert_eq!(written["type"], "header_changed");
        assert_eq!(json!({"field": written["field"], "value": written["value"]}), expected);
        assert_eq!(serde_json::from_value::<Event>(written).unwrap(), *event);
    }
}

#[test]
fn the_facts_that_stand_are_those_of_the_last_change_and_undo_brings_back_those_before() {
    let mut visit = changed();
    let after = started(&visit).clone();
    assert_eq!((after.site.id.as_str(), after.observer.id.as_str()), ("evry-1", "o13"));
    assert_eq!((after.kind, after.remark.as_deref()), (Kind::SelfAudit, Some("by telephone")));
    let before = started(&begin(&definition(ITEM))).clone();
    for _ in 0..4 {
        visit.act(&Action::Undo, &moment(9_000)).unwrap();
    }
    assert_eq!(*started(&visit), before);
    for _ in 0..4 {
        visit.act(&Action::Redo, &moment(10_000)).unwrap();
    }
    assert_eq!(*started(&visit), after);
    change(&mut visit, HeaderFact::Remark(String::new()), 11_000);
    assert_eq!(started(&visit).remark, None, "an empty text removes the remark");
    let again = Visit::from_events(Arc::clone(visit.definition()), visit.events().to_vec()).unwrap();
    assert_eq!(again.state(), visit.state());
}

#[test]
fn a_fact_that_is_so_already_and_a_scenario_that_is_no_practice_are_refused() {
    let mut visit = begin(&definition(ITEM));
    let same = HeaderFact::Kind(Kind::MysteryVisit);
    assert_eq!(visit.act(&Action::ChangeHeader(same), &moment(1)).unwrap_err(), Refusal::SameFact);
    let remark = HeaderFact::Remark(String::new());
    assert_eq!(visit.act(&Action::ChangeHeader(remark), &moment(1)).unwrap_err(), Refusal::SameFact);

    let text = || "a".to_owned();
    let scenario = Some(ScenarioRef { id: text(), version: text(), digest: text(), speed: 1.0 });
    let practice = esprit::visit::VisitSetup { scenario, kind: Kind::Training, ..setup() };
    let mut visit = Visit::begin(definition(ITEM), practice, &moment(0)).unwrap();
    let fact = HeaderFact::Kind(Kind::MysteryVisit);
    assert_eq!(visit.act(&Action::ChangeHeader(fact.clone()), &moment(1)).unwrap_err(), Refusal::StaysPractice);
    let mut forged = visit.events().to_vec();
    forged.push(Event { seq: 2, body: Body::HeaderChanged(fact), ..forged[0].clone() });
    assert!(State::fold(visit.definition(), &forged).is_err());
    assert!(visit.act(&Action::ChangeHeader(site("evry-1")), &moment(1)).is_ok(), "other facts can change");
}

#[test]
fn lists_the_file_and_its_proof_hold_the_facts_that_stand() {
    let place = Place::new();
    let folders = place.folders();
    let mut visit = changed();
    let mut journal = Journal::create(&folders, visit.definition(), SESSION).unwrap();
    journal.append(visit.events()).unwrap();
    let open = list_unfinished(&folders).unwrap().remove(0).visit.unwrap();
    assert_eq!((open.site.id.as_str(), open.observer.id.as_str(), open.kind), ("evry-1", "o13", Kind::SelfAudit));

    journal.append(visit.act(&Action::Finish, &moment(20_000)).unwrap()).unwrap();
    let path = journal.complete().unwrap().path;
    let session = sessions::read_session(&path).unwrap().session;
    assert_eq!((session.site.label(), session.observer.id.as_str()), ("Agence Évry", "o13"));
    assert_eq!((session.kind, session.remark.as_deref()), (Kind::SelfAudit, Some("by telephone")));
    let text = fs::read_to_string(&path).unwrap();
    assert!(verify_text(&text).is_ok());
    for (field, forged) in
        [("site", json!({"id": "lyon-3", "name": "Agence Lyon 3"})), ("kind", json!("mystery_visit"))]
    {
        let mut document: Value = serde_json::from_str(&text).unwrap();
        document[field] = forged;
        let problems = verify_text(&document.to_string()).unwrap_err();
        assert!(problems.contains(&Problem::Derived { field: field.to_owned(), item: None }), "{problems:?}");
    }
}

#[test]
fn timelines_and_replays_show_the_change() {
    let mut visit = changed();
    visit.act(&Action::Undo, &moment(9_000)).unwrap();
    visit.resume(&program(), &moment(10_000)).unwrap();
    for (lang, expected) in [
        (Lang::En, ["site changed · Agence Évry", "observer changed · o13", "kind of visit changed · Self-audit"]),
        (
            Lang::Fr,
            ["site modifié · Agence Évry", "observateur modifié · o13", "type de visite modifié · Auto-évaluation"],
        ),
    ] {
        let texts = Texts::new(lang);
        let shown = visit.events().iter().skip(1).map(|event| format::event(&texts, &visit, event, true));
        assert_eq!(shown.take(3).collect::<Vec<_>>(), expected);
    }
    let replay = Replay::from_visit(&visit);
    let site_after = |played| started(&replay.visit(&visit, Order::Recorded, played)).site.id.clone();
    assert_eq!((site_after(1), site_after(2)), ("lyon-3".to_owned(), "evry-1".to_owned()));
    let happened = replay.visit(&visit, Order::Happened, replay.steps(Order::Happened).len());
    assert_eq!(started(&happened), started(&visit), "what was undone is left out");
}
