//! The bundled checklists are consistent, and every fault of an invalid one is reported.

use crate::support::{Flow, Place, begin, bundled, moment};
use esprit::store::{DocumentError, StoreError, checklists};
use esprit::text::Lang;
use esprit::visit::checklist::TimerStart;
use esprit::visit::{Action, Item, Response, Value, Visit};

fn items(id: &str) -> Vec<(String, Item)> {
    let definition = bundled(id);
    let attitude = |index| definition.section(index).attitude.clone().unwrap_or_default();
    definition.items().map(|(index, item)| (attitude(index), item.clone())).collect()
}

#[test]
fn bundled_checklists_mirror_each_other_item_for_item() {
    let customer = items("customer");
    for other in ["management", "internal"] {
        let other = items(other);
        assert_eq!(customer.len(), other.len());
        for ((attitude, item), (other_attitude, mirror)) in customer.iter().zip(&other) {
            assert_eq!((attitude, &item.id, &item.behaviour), (other_attitude, &mirror.id, &mirror.behaviour));
            assert_eq!(item.response.type_name(), mirror.response.type_name(), "{}", item.id);
            assert_eq!((item.weight, item.critical), (mirror.weight, mirror.critical), "{}", item.id);
            assert_eq!(item.when, mirror.when, "{}", item.id);
            assert!(item.behaviour.is_some(), "{}", item.id);
        }
    }
}

#[test]
fn the_answers_of_every_section_are_counted_at_60_columns() {
    for lang in Lang::ALL {
        for id in ["customer", "management", "internal"] {
            let screen = Flow::visit(lang, &bundled(id)).screen(60, 16);
            let progress = screen.lines().nth(1).unwrap();
            assert_eq!(progress.matches(" 0/").count(), 4, "{id}: {progress}");
            assert!(!progress.contains('…'), "{id}: {progress}");
        }
    }
}

#[test]
fn every_bundled_checklist_has_the_required_items() {
    for id in ["customer", "management", "internal"] {
        let items = items(id);
        for attitude in ["greeting", "listening", "efficiency"] {
            assert!(items.iter().filter(|(a, _)| a == attitude).count() >= 8, "{id}: {attitude}");
        }
        let count = |fits: fn(&Item) -> bool| items.iter().filter(|(_, item)| fits(item)).count();
        let from_start = |item: &Item| matches!(&item.response, Response::Timer { starts: Some(TimerStart::VisitStart), bands } if !bands.is_empty());
        assert_eq!(count(from_start), 1, "{id}");
        assert_eq!(count(|item| matches!(item.response, Response::Count { .. })), 1, "{id}");
        assert_eq!(count(|item| item.critical), 1, "{id}");
        // The solution elsewhere and the time of the service depend on whether it was given, the rest on a greeting.
        assert_eq!(count(|item| item.when.is_some()), 5, "{id}");
        let outcome =
            |item: &Item| item.is_outcome() && matches!(item.response, Response::Scale { min: 0, max: 10, .. });
        assert_eq!(count(outcome), 1, "{id}");
        for (_, item) in &items {
            let keys: &[&str] = match item.response {
                Response::Behaviour { partly: true, .. } => &["yes", "partly", "no"],
                Response::Behaviour { .. } => &["yes", "no"],
                _ => &[],
            };
            for key in keys {
                let guide = item.guide.get(*key).unwrap_or_else(|| panic!("{id}: {} says nothing of {key}", item.id));
                assert_eq!(guide.languages(), ["en", "fr"], "{id}: {}", item.id);
            }
        }
    }
    assert_eq!(items("practice").len(), 5);
}

#[test]
fn nobody_fails_several_items_because_nobody_greeted() {
    for id in ["customer", "management", "internal"] {
        let definition = bundled(id);
        let mut visit = begin(&definition);
        let applicable = |visit: &Visit| visit.applicable_items().count();
        let all = applicable(&visit);
        let answer = |item: &str, value: &str| {
            let item = definition.position(item).unwrap();
            Action::Answer { item, value: Value::text(value), seen: None }
        };
        visit.act(&answer("greeting.wait", "never"), &moment(1_000)).unwrap();
        assert_eq!(applicable(&visit), all - 3, "{id}");
        for item in ["greeting.greet_first", "greeting.greeting_words", "greeting.eye_contact"] {
            assert!(!visit.state().applies(definition.position(item).unwrap()), "{id}: {item}");
        }
        // A greeting by writing, where no time is taken, is judged all the same.
        visit.act(&answer("greeting.wait", "not_applicable"), &moment(2_000)).unwrap();
        assert_eq!(applicable(&visit), all, "{id}");
        // The time of a service that was not given does not count, but its timer is there until then.
        let time = definition.position("efficiency.service_time").unwrap();
        assert!(visit.state().applies(time), "{id}");
        visit.act(&answer("efficiency.served", "no"), &moment(3_000)).unwrap();
        assert!(!visit.state().applies(time), "{id}");
    }
}

#[test]
fn the_service_has_a_timer_of_its_own_with_bands() {
    for id in ["customer", "management", "internal"] {
        let definition = bundled(id);
        let item = definition.item(definition.position("efficiency.service_time").unwrap());
        let Response::Timer { starts, bands } = &item.response else { panic!("{id}") };
        assert_ne!(*starts, Some(TimerStart::VisitStart), "{id}: the observer starts it");
        let limits: Vec<_> = bands.iter().map(|band| (band.up_to_s, band.points)).collect();
        assert_eq!(limits, [(Some(180.0), 1.0), (Some(420.0), 0.5), (None, 0.0)], "{id}");
    }
}

#[test]
fn guidance_of_a_mystery_visit_has_another_for_a_self_audit() {
    for (id, items) in [
        ("customer", &["greeting.wait", "listening.empathy", "efficiency.accurate", "outcome.come_back"][..]),
        ("management", &["listening.recognition", "listening.ask_view", "listening.room", "efficiency.meaning"]),
        ("internal", &["outcome.come_back"]),
    ] {
        let definition = bundled(id);
        for item in items {
            let guide = &definition.item(definition.position(item).unwrap()).guide;
            assert_eq!(guide["self_audit"].languages(), ["en", "fr"], "{id}: {item}");
            assert_ne!(Some(&guide["self_audit"]), guide.get("how"), "{id}: {item}");
        }
    }
    // Nobody slips a worry into a request of their own customers.
    let customer = bundled("customer");
    let guide = &customer.item(customer.position("listening.empathy").unwrap()).guide;
    assert!(guide["how"].get(Lang::En).contains("your request") && !guide["self_audit"].get(Lang::En).contains("your"));
}

#[test]
fn the_telephone_and_writing_are_in_the_guidance() {
    let says = |id: &str, item: &str, words: &[&str]| {
        let definition = bundled(id);
        let guide = &definition.item(definition.position(item).unwrap()).guide;
        let text: String = guide.values().map(|text| text.get(Lang::En).to_lowercase()).collect();
        assert!(words.iter().all(|word| text.contains(word)), "{id}: {item}: {text}");
    };
    for item in ["notice", "pause_task", "approach", "smile", "eye_contact"] {
        says("customer", &format!("greeting.{item}"), &["phone"]);
        says("internal", &format!("greeting.{item}"), &["phone", "in writing"]);
    }
    says("internal", "greeting.notice", &["e-mail", "ticket"]);
    says("internal", "efficiency.take_charge", &["ticket"]);
}

#[test]
fn user_checklists_are_listed_and_replace_bundled_ones() {
    let place = Place::new();
    let folders = place.folders();
    let path = checklists::create_from_template(&folders).unwrap();
    let other = checklists::create_from_template(&folders).unwrap();
    assert!(path.ends_with("my-checklist.json") && other.ends_with("my-checklist-2.json"));
    let types: Vec<_> = checklists::read(&path).unwrap().items().map(|(_, item)| item.response.type_name()).collect();
    for kind in Response::TYPES {
        assert!(types.contains(&kind), "the new checklist shows no {kind}");
    }
    let own = std::fs::read_to_string(&path).unwrap().replace("\"my-checklist\"", "\"customer\"");
    std::fs::write(&path, own).unwrap();
    std::fs::write(folders.checklists().join("zz.json"), "{").unwrap();
    let library = checklists::load_all(&folders);
    let ids: Vec<_> =
        library.iter().map(|listed| (listed.id.as_str(), listed.is_bundled(), listed.definition.is_ok())).collect();
    assert_eq!(
        ids,
        [
            ("customer", false, true),
            ("management", true, true),
            ("internal", true, true),
            ("practice", true, true),
            ("my-checklist-2", false, true),
            ("zz", false, false)
        ]
    );
    assert_eq!(checklists::find(&folders, "customer").unwrap().checklist().version, "0.1.0");
    let unknown = checklists::find(&folders, "nobody").unwrap_err();
    assert_eq!(unknown, StoreError::Document(DocumentError::UnknownChecklist { asked: "nobody".to_owned() }));
    for asked in ["../x", "CON", &"x".repeat(300)] {
        assert!(checklists::find(&folders, asked).is_err(), "{asked}");
    }
}

/// Checks the faults reported for an invalid file: line, column, path and message, in order.
fn check(text: &str, expected: &[(usize, usize, &str, &str)]) {
    let place = Place::new();
    let path = place.dir.path().join("broken.json");
    std::fs::write(&path, text).unwrap();
    let StoreError::Document(DocumentError::FaultyChecklist { faults, .. }) = checklists::read(&path).unwrap_err()
    else {
        panic!("{text}")
    };
    let found: Vec<_> = faults.iter().map(|f| (f.line, f.column, f.path.as_str(), f.message().0)).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn every_fault_is_reported_in_one_run_with_its_location() {
    check("", &[(1, 1, "", "fault-syntax")]);
    check("{\n \"id\": }", &[(2, 8, "", "fault-syntax")]);
    check(r#"{"format": "esprit.checklist/9"}"#, &[(1, 12, "format", "fault-format")]);
    let broken = r#"{"format": "esprit.checklist/1", "id": "../x", "version": 3, "relation": "customers",
 "title": {"fr": "a", "en": "b"},
 "sections": [
  {"id": "s", "title": {"fr": "only French"}, "items": [
   {"id": "a", "label": "a", "weight": -1, "response": {"type": "scale", "min": 5, "max": 5}},
   {"id": "a", "label": 7, "response": {"type": "behaviour"}},
   {"id": "b", "label": "b", "response": {"type": "nonsense"}, "weight": "heavy"},
   {"id": "c", "label": "c", "response": {"type": "count", "bands": [{"up_to": 3, "points": 1}, {"up_to": 2, "points": 0}]}},
   {"id": "d", "label": "d", "response": {"type": "behaviour"}, "when": {"item": "e", "is": ["no"]}},
   {"id": "e", "label": "e", "response": {"type": "behaviour"}, "when": {"item": "nobody", "is": ["no"]}, "label": "f"},
   {"label": "g", "response": {"type": "behaviour"}}]},
  {"id": "t", "title": "t", "items": []}]}"#;
    check(
        broken,
        &[
            (1, 40, "id", "fault-id"),
            (1, 59, "version", "fault-type"),
            (1, 74, "relation", "fault-type"),
            (4, 24, "sections[0].title", "fault-missing-text"),
            (5, 40, "sections[0].items[0].weight", "fault-range"),
            (5, 91, "sections[0].items[0].response.max", "fault-scale"),
            (6, 11, "sections[0].items[1].id", "fault-duplicate-id"),
            (6, 25, "sections[0].items[1].label", "fault-type"),
            (7, 51, "sections[0].items[2].response.type", "fault-type"),
            (7, 74, "sections[0].items[2].weight", "fault-type"),
            (8, 97, "sections[0].items[3].response.bands[1]", "fault-bands"),
            (9, 82, "sections[0].items[4].when.item", "fault-forward"),
            (10, 82, "sections[0].items[5].when.item", "fault-unknown-item"),
            (10, 107, "sections[0].items[5].label", "fault-duplicate-key"),
            (11, 4, "sections[0].items[6]", "fault-missing"),
            (12, 38, "sections[1].items", "fault-empty"),
        ],
    );
}

#[test]
fn empty_ids_and_blank_texts_are_faults() {
    let broken = r#"{"format": "esprit.checklist/1", "id": "", "version": "1", "relation": "customer", "title": " ",
 "sections": [
  {"id": "", "attitude": "", "title": "\u200b", "items": [
   {"id": "", "label": "", "behaviour": "", "response": {"type": "choice", "options": [{"id": "", "label": ""}]}},
   {"id": "b", "label": {"fr": "b", "en": " "}, "guide": {"yes": ""}, "response": {"type": "behaviour"}}]}]}"#;
    check(
        broken,
        &[
            (1, 40, "id", "fault-id"),
            (1, 93, "title", "fault-blank"),
            (3, 10, "sections[0].id", "fault-id"),
            (3, 26, "sections[0].attitude", "fault-id"),
            (3, 39, "sections[0].title", "fault-blank"),
            (4, 11, "sections[0].items[0].id", "fault-id"),
            (4, 24, "sections[0].items[0].label", "fault-blank"),
            (4, 41, "sections[0].items[0].behaviour", "fault-id"),
            (4, 95, "sections[0].items[0].response.options[0].id", "fault-id"),
            (4, 108, "sections[0].items[0].response.options[0].label", "fault-blank"),
            (5, 25, "sections[0].items[1].label", "fault-missing-text"),
            (5, 66, "sections[0].items[1].guide.yes", "fault-blank"),
        ],
    );
    let empty_title = broken.replacen("\"title\": \" \"", "\"title\": {}", 1);
    let place = Place::new();
    let path = place.dir.path().join("broken.json");
    std::fs::write(&path, empty_title).unwrap();
    let StoreError::Document(DocumentError::FaultyChecklist { faults, .. }) = checklists::read(&path).unwrap_err()
    else {
        panic!()
    };
    assert!(faults.iter().any(|fault| fault.path == "title" && fault.message().0 == "fault-blank"), "{faults:?}");
}

#[test]
fn a_weight_above_the_maximum_is_a_fault() {
    let text = |weight: &str, points: &str, limit: &str| {
        format!(
            r#"{{"format": "esprit.checklist/1", "id": "a", "version": "1", "relation": "customer", "title": "a", "sections": [
{{"id": "s", "title": "s", "items": [{{"id": "a", "label": "a", "weight": {weight}, "response":
{{"type": "count", "bands": [{{"up_to": {limit}, "points": {points}}}]}}}}]}}]}}"#
        )
    };
    let weight = (2, 73, "sections[0].items[0].weight", "fault-too-much");
    let points = |column| (3, column, "sections[0].items[0].response.bands[0].points", "fault-too-much");
    check(&text("1e308", "1", "1"), &[weight]);
    check(&text("1000000.5", "1000001", "1"), &[weight, points(52)]);
    check(&text("1", "1e308", "1"), &[points(52)]);
    let place = Place::new();
    let path = place.dir.path().join("most.json");
    // The limits themselves are valid, and a band may be open-ended.
    std::fs::write(&path, text("1e6", "1e6", "1e300")).unwrap();
    assert!(checklists::read(&path).is_ok());
    let faults = esprit::visit::validate::authoring_faults(
        crate::support::definition(r#"{"id": "a", "label": "a", "weight": 1e308, "response": {"type": "text"}}"#)
            .checklist(),
    );
    let located = esprit::store::LocatedFault::at_start(faults[0].kind.clone());
    let (_, args) = located.message();
    assert_eq!(args, [("found", "1e308".to_owned()), ("most", "1000000".to_owned())]);
}

#[test]
fn a_broken_user_checklist_is_not_replaced_by_the_bundled_one() {
    let place = Place::new();
    let folders = place.folders();
    let path = folders.checklists().join("customer.json");
    std::fs::write(&path, "{").unwrap();
    let error = checklists::find(&folders, "customer").unwrap_err();
    assert!(
        matches!(error, StoreError::Document(DocumentError::FaultyChecklist { path: broken, .. }) if broken == path)
    );
    // The library lists both: the bundled checklist, and the error of the user's file.
    let library = checklists::load_all(&folders);
    let named: Vec<_> = library.iter().filter(|listed| listed.id == "customer").collect();
    assert_eq!(named.iter().map(|listed| listed.definition.is_ok()).collect::<Vec<_>>(), [true, false]);
    // A valid file of that name with another id is a different checklist.
    std::fs::write(&path, bundled("customer").raw().to_string().replacen("customer", "other", 1)).unwrap();
    assert!(checklists::find(&folders, "customer").is_ok());
    assert_eq!(checklists::find(&folders, "other").unwrap().checklist().id, "other");
    // So is a file whose id another file already has: the first one by name is used.
    let twin = folders.checklists().join("twin.json");
    std::fs::copy(&path, &twin).unwrap();
    let library = checklists::load_all(&folders);
    let error = library.iter().find_map(|listed| listed.definition.as_ref().err());
    assert_eq!(error, Some(&StoreError::Document(DocumentError::SameId { path: twin, other: path })));
}

#[test]
fn an_id_that_names_a_device_opens_no_device() {
    let place = Place::new();
    let folders = place.folders();
    let named = |id: &str| bundled("practice").raw().to_string().replacen("\"practice\"", &format!("\"{id}\""), 1);
    std::fs::write(folders.checklists().join("con_.json"), named("con")).unwrap();
    assert_eq!(checklists::find(&folders, "con").unwrap().checklist().id, "con");
    std::fs::write(folders.checklists().join("mine.json"), named("aux.paris")).unwrap();
    assert_eq!(checklists::find(&folders, "aux.paris").unwrap().checklist().id, "aux.paris");
}

#[test]
fn a_checklist_of_two_thousand_items_is_read() {
    let item = |n: usize| format!(r#"{{"id": "i{n}", "label": "Item {n}", "response": {{"type": "behaviour"}}}}"#);
    let items: Vec<_> = (0..2000).map(item).collect();
    let definition = crate::support::definition(&items.join(","));
    assert_eq!(definition.len(), 2000);
    let place = Place::new();
    let path = place.dir.path().join("large.json");
    std::fs::write(&path, definition.raw().to_string()).unwrap();
    assert_eq!(checklists::read(&path).unwrap().len(), 2000);
}

#[test]
fn hostile_labels_are_cleaned_when_read() {
    let marks = "\\u0301".repeat(500);
    let item = format!(r#"{{"id": "a", "label": "A\u001b[2J\u202eB\u200b{marks}", "response": {{"type": "text"}}}}"#);
    let definition = crate::support::definition(&item);
    let label = definition.item(0).label.get(esprit::text::Lang::En);
    assert!(label.starts_with("A[2JB") && label.chars().count() < 12, "{label:?}");
}
