//! New scenarios: one to be filled in for a checklist, and one made of a training visit.

use super::{bakery, flow::listed, install};
use crate::support::{Flow, Place, bundled, moment, setup};
use esprit::app::effect::ScenarioSource;
use esprit::app::loaded_data::LoadedVisit;
use esprit::app::message::Message;
use esprit::app::{Effect, Notice, Read, Screen};
use esprit::recorder::results::ResultsReader;
use esprit::store::{DocumentError, StoreError, scenario_draft, scenarios};
use esprit::text::{Lang, Texts};
use esprit::visit::{Action, Definition, Kind, Value, Visit, VisitSetup};
use serde_json::Value as Json;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Writes a scenario for a checklist by the command, and returns its file.
fn new_for(place: &Place, lang: &str, checklist: &str) -> PathBuf {
    let (code, out, err) = place.run(lang, &["scenario", "new", "--checklist", checklist], "");
    assert_eq!(code, 0, "{err}");
    PathBuf::from(out.trim_end())
}

fn read(path: &Path) -> Json {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn write(path: &Path, raw: &Json) {
    std::fs::write(path, raw.to_string()).unwrap();
}

/// Checks a scenario by the command; returns the exit code and what is said.
fn check(place: &Place, path: &Path) -> (i32, String) {
    let (code, out, err) = place.run("en", &["scenario", "check", path.to_str().unwrap()], "");
    (code, out + &err)
}

/// Begins a training visit at a shop.
fn training(definition: &Arc<Definition>) -> Visit {
    let setup = VisitSetup { kind: Kind::Training, ..setup() };
    Visit::begin(Arc::clone(definition), setup, &moment(0)).unwrap()
}

fn act(visit: &mut Visit, action: &Action, ms: u64) {
    visit.act(action, &moment(ms)).unwrap();
}

fn answer(visit: &mut Visit, item: &str, value: &Value, ms: u64) {
    let item = visit.definition().position(item).unwrap();
    act(visit, &Action::Answer { item, value: value.clone(), seen: None }, ms);
}

/// Returns a finished training visit with answers, a note, marks, and a pause of a minute.
fn marked() -> Visit {
    let mut visit = training(&bundled("practice"));
    act(&mut visit, &Action::Mark(Some("She looks up".to_owned())), 2_000);
    answer(&mut visit, "greeting.smile", &Value::text("partly"), 4_000);
    act(&mut visit, &Action::Note { item: Some(0), text: "With the eyes only.".to_owned() }, 5_000);
    act(&mut visit, &Action::Pause(None), 10_000);
    act(&mut visit, &Action::Continue(None), 70_000);
    act(&mut visit, &Action::Mark(None), 75_000);
    answer(&mut visit, "greeting.wait", &Value::Integer(15_500), 80_000);
    act(&mut visit, &Action::Finish, 90_000);
    visit
}

fn made_of(place: &Place, visit: &Visit) -> Result<Json, StoreError> {
    let made = scenario_draft::create_from(&place.folders(), visit, None, &Texts::new(Lang::En))?;
    Ok(read(&made.path))
}

#[test]
fn a_new_scenario_has_a_row_to_fill_in_for_every_item() {
    let place = Place::new();
    for (lang, label, answers) in [
        ("en", "Smiles", "yes, partly, no; or not_applicable, not_observed"),
        ("fr", "Sourit", "yes, partly, no\u{202f}; ou not_applicable, not_observed"),
    ] {
        let raw = read(&new_for(&place, lang, "practice"));
        crate::schemas::check("scenario", &raw.to_string());
        assert_eq!(raw["checklist"], serde_json::json!({"id": "practice", "version": "1.0.0"}));
        let rows = raw["reference"].as_array().unwrap();
        let ids: Vec<&str> = rows.iter().map(|row| row["item"].as_str().unwrap()).collect();
        let definition = bundled("practice");
        assert_eq!(ids, definition.items().map(|(_, item)| item.id.as_str()).collect::<Vec<_>>());
        assert!(rows.iter().all(|row| row["value"] == "" && row["reason"] == ""), "{raw}");
        assert!(rows[0]["x_label"].as_str().unwrap().starts_with(label), "{}", rows[0]);
        assert_eq!(rows[0]["x_answers"], answers);
    }
}

#[test]
fn the_help_of_a_row_names_the_answers_of_every_type() {
    let items = r#"
        {"id": "a", "label": "a", "response": {"type": "behaviour", "partly": false}},
        {"id": "b", "label": "b", "response": {"type": "scale", "min": 0, "max": 10}},
        {"id": "c", "label": "c", "response": {"type": "choice", "options": [{"id": "x", "label": "x"}, {"id": "y", "label": "y"}]}},
        {"id": "d", "label": "d", "response": {"type": "choice", "multiple": true, "options": [{"id": "x", "label": "x"}, {"id": "y", "label": "y"}]}},
        {"id": "e", "label": "e", "response": {"type": "count"}},
        {"id": "f", "label": "f", "response": {"type": "timer"}},
        {"id": "g", "label": "g", "response": {"type": "number"}},
        {"id": "h", "label": "h", "response": {"type": "number", "min": 1}},
        {"id": "i", "label": "i", "response": {"type": "number", "max": 2.5}},
        {"id": "j", "label": "j", "response": {"type": "number", "min": 1, "max": 2}},
        {"id": "k", "label": "k", "response": {"type": "text"}}"#;
    let place = Place::new();
    let definition = crate::support::definition(items);
    let made = scenario_draft::create_for(&place.folders(), &definition, &Texts::new(Lang::En)).unwrap();
    let raw = read(&made.path);
    let help: Vec<&str> =
        raw["reference"].as_array().unwrap().iter().map(|row| row["x_answers"].as_str().unwrap()).collect();
    let expected = [
        "yes, no",
        "a whole number from 0 to 10",
        "x, y",
        "a list of x, y",
        "a whole number, 0 or more",
        "a time in milliseconds (12500 is 12.5 s), or never",
        "a number",
        "a number, 1 or more",
        "a number, 2.5 or less",
        "a number from 1 to 2",
        "a text",
    ];
    assert_eq!(help, expected.map(|answers| format!("{answers}; or not_applicable, not_observed")));
}

#[test]
fn an_unfinished_scenario_says_once_what_is_missing_and_which_answers_there_are() {
    let place = Place::new();
    let path = new_for(&place, "en", "practice");
    let (code, said) = check(&place, &path);
    assert_eq!(code, 1);
    assert!(said.contains("reference 5 of 5 rows have no answer yet."), "{said}");
    assert!(said.contains("1 error in "), "{said}");
    assert!(
        said.contains("greeting.smile, listening.reformulate: yes, partly, no; or not_applicable, not_observed"),
        "{said}"
    );
    assert!(said.contains("greeting.wait: a time in milliseconds (12500 is 12.5 s), or never; or"), "{said}");
    let (_, out, _) = place.run("fr", &["scenario", "list", "--json"], "");
    let json: Json = serde_json::from_str(&out).unwrap();
    let fault = &json["scenarios"].as_array().unwrap().last().unwrap()["faults"][0];
    assert_eq!(fault["fault"], "5 lignes sur 5 n’ont pas encore de réponse.");
    assert_eq!(fault["details"].as_array().unwrap().len(), 4, "{fault}");
    // A filled row counts no more, and its own faults are told.
    let mut raw = read(&path);
    raw["reference"][0]["value"] = "perhaps".into();
    write(&path, &raw);
    let (_, said) = check(&place, &path);
    assert!(said.contains("4 of 5 rows") && said.contains("3 errors in "), "{said}");
    assert!(said.contains("“perhaps” is not an answer of this item."), "{said}");
    assert!(said.contains("This item takes: yes, partly, no; or not_applicable, not_observed."), "{said}");
    assert_eq!(place.run("en", &["practise", path.to_str().unwrap(), "--plain", "--observer", "o12"], "").0, 1);
}

#[test]
fn a_new_scenario_is_practised_once_it_is_filled_in() {
    let place = Place::new();
    let path = new_for(&place, "en", "practice");
    let mut raw = read(&path);
    let values = [Json::from("yes"), 3_000.into(), Json::from("no"), Json::from("no"), 7.into()];
    let definition = bundled("practice");
    for ((place, item), row) in definition.items().zip(raw["reference"].as_array_mut().unwrap()) {
        let value = values.iter().find(|value| {
            let value: Value = serde_json::from_value((*value).clone()).unwrap();
            esprit::visit::engine::accepts(&item.response, &value)
        });
        row["value"] = value.unwrap_or_else(|| panic!("{place}")).clone();
        row["reason"] = "so".into();
    }
    write(&path, &raw);
    let (code, said) = check(&place, &path);
    assert_eq!(code, 0, "{said}");
    let args = ["practise", "practice-scenario", "--plain", "--observer", "o12", "--speed", "1000"];
    let (code, out, err) = place.run("en", &args, "y\nfinish\nfinish\n");
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
}

#[test]
fn rows_that_depend_on_one_to_be_filled_in_are_no_faults_yet() {
    let items = r#"{"id": "a", "label": "a", "response": {"type": "behaviour"}},
        {"id": "b", "label": "b", "response": {"type": "behaviour"}, "when": {"item": "a", "is": ["no"]}},
        {"id": "c", "label": "c", "response": {"type": "behaviour"}, "when": {"item": "b", "is": ["no"]}}"#;
    let place = Place::new();
    let folders = place.folders();
    let definition = crate::support::definition(items);
    std::fs::create_dir_all(folders.checklists()).unwrap();
    std::fs::write(folders.checklists().join("test.json"), definition.raw().to_string()).unwrap();
    let path = new_for(&place, "en", "test");
    let mut raw = read(&path);
    let mut said = |rows: [&str; 3]| {
        for (row, value) in rows.iter().enumerate() {
            raw["reference"][row]["value"] = (*value).into();
            raw["reference"][row]["reason"] = "so".into();
        }
        write(&path, &raw);
        check(&place, &path).1
    };
    let text = said(["", "no", "yes"]);
    assert!(text.contains("1 of 3 rows") && text.contains("1 error in"), "{text}");
    let text = said(["no", "", "yes"]);
    assert!(text.contains("1 of 3 rows") && text.contains("1 error in"), "{text}");
    // Once the answer is known, a row too many is a fault, filled in or not.
    let text = said(["yes", "", ""]);
    assert!(!text.contains("have no answer yet") && text.contains("2 errors in"), "{text}");
    assert!(text.contains("“b” does not apply") && text.contains("“c” does not apply"), "{text}");
}

#[test]
fn a_new_scenario_replaces_no_file_and_takes_no_id() {
    let place = Place::new();
    let names = |paths: [PathBuf; 3]| paths.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned());
    let [first, second] = [(); 2].map(|()| new_for(&place, "en", "practice"));
    // The next id is another file's.
    let taken = std::fs::read_to_string(&first).unwrap().replacen("practice-scenario", "practice-scenario-3", 1);
    let mut taken: Json = serde_json::from_str(&taken).unwrap();
    taken["reference"] = serde_json::from_str::<Json>(super::FROZEN).unwrap()["reference"].clone();
    taken["script"] = serde_json::from_str::<Json>(super::FROZEN).unwrap()["script"].clone();
    install(&place, "other.json", &taken.to_string());
    let third = new_for(&place, "en", "practice");
    assert_eq!(read(&third)["id"], "practice-scenario-4");
    assert_eq!(names([first, second, third]), ["practice-scenario", "practice-scenario-2", "practice-scenario-4"]);
}

#[test]
fn the_command_asks_for_one_source_that_exists() {
    let place = Place::new();
    for lang in ["fr", "en"] {
        for args in [&["scenario", "new"][..], &["scenario", "new", "--checklist", "practice", "--from", "x"]] {
            let (code, out, err) = place.run(lang, args, "");
            assert_eq!((code, out.as_str()), (2, ""), "{args:?}: {err}");
            assert!(err.contains("--checklist") && err.contains("--from"), "{args:?}: {err}");
        }
        for args in [["scenario", "new", "--checklist", "nobody"], ["scenario", "new", "--from", "nobody"]] {
            let (code, _, err) = place.run(lang, &args, "");
            assert!(code == 1 && err.contains("nobody"), "{args:?}: {err}");
        }
    }
    assert!(!place.folders().scenarios().exists());
}

#[test]
fn a_training_visit_becomes_a_scenario() {
    let place = Place::new();
    let raw = made_of(&place, &marked()).unwrap();
    assert_eq!(raw["id"], "2026-03-01-lyon-3");
    assert_eq!(raw["checklist"], serde_json::json!({"id": "practice", "version": "1.0.0"}));
    assert_eq!(raw["title"], "Agence Lyon 3, 1 March 2026");
    assert_eq!(
        raw["script"],
        serde_json::json!([{"at_s": 2.0, "text": "She looks up"}, {"at_s": 15.0, "text": "Marked moment"}]),
        "the script stands still during the pause"
    );
    assert_eq!(raw["ends_at_s"], 30.0);
    let rows = raw["reference"].as_array().unwrap();
    let of = |item: &str| rows.iter().find(|row| row["item"] == item).unwrap();
    let smile = of("greeting.smile");
    assert_eq!((&smile["value"], &smile["seen_at_s"]), (&"partly".into(), &4.0.into()));
    assert_eq!(smile["reason"], "With the eyes only.");
    let wait = of("greeting.wait");
    assert_eq!((&wait["value"], &wait["seen_at_s"]), (&15_500.into(), &20.0.into()));
    assert_eq!(wait["reason"], "Answered so during the visit, without a note.");
    let open = of("outcome.come_back");
    assert_eq!((&open["value"], open.get("seen_at_s")), (&"not_observed".into(), None));
    assert_eq!(open["reason"], "Left unanswered during the visit.");
    // It can be practised at once.
    let staged = scenarios::find(&place.folders(), "2026-03-01-lyon-3").unwrap();
    assert_eq!(staged.definition.digest(), bundled("practice").digest());
    let args = ["practise", "2026-03-01-lyon-3", "--plain", "--observer", "o12", "--speed", "1000"];
    assert_eq!(place.run("en", &args, "y\nfinish\nfinish\n").0, 0);
}

#[test]
fn a_visit_without_marks_has_a_line_that_it_begins() {
    let place = Place::new();
    let mut visit = training(&bundled("practice"));
    act(&mut visit, &Action::Mark(Some("undone".to_owned())), 1_000);
    act(&mut visit, &Action::Undo, 2_000);
    act(&mut visit, &Action::Note { item: Some(0), text: " \u{200b}".to_owned() }, 2_500);
    act(&mut visit, &Action::Finish, 3_000);
    let raw = made_of(&place, &visit).unwrap();
    assert_eq!(raw["script"], serde_json::json!([{"at_s": 0.0, "text": "The visit begins."}]));
}

#[test]
fn a_practice_visit_keeps_the_script_that_it_followed() {
    let place = Place::new();
    let (mut visit, play) = bakery(2.0);
    act(&mut visit, &Action::Mark(Some("Here".to_owned())), 4_000);
    answer(&mut visit, "greeting.wait", &Value::Integer(5_000), 6_000);
    act(&mut visit, &Action::Finish, 20_000);
    let made = scenario_draft::create_from(&place.folders(), &visit, Some(&play), &Texts::new(Lang::En)).unwrap();
    let raw = read(&made.path);
    let lines = raw["script"].as_array().unwrap();
    assert_eq!(lines.len(), play.scenario.script.len() + 1);
    let here = lines.iter().find(|line| line["text"] == "Here").unwrap();
    assert_eq!(here["at_s"], 8.0, "in time of the script");
    let wait = raw["reference"].as_array().unwrap().iter().find(|row| row["item"] == "greeting.wait").unwrap();
    assert_eq!((&wait["value"], &wait["seen_at_s"]), (&10_000.into(), &12.0.into()));
    assert!(scenarios::find(&place.folders(), &made.id).is_ok());
}

#[test]
fn a_visit_that_cannot_be_practised_is_refused() {
    let place = Place::new();
    let refused = |visit: &Visit| match made_of(&place, visit) {
        Err(StoreError::Document(DocumentError::NoScenario(why))) => why.message().0,
        other => panic!("{other:?}"),
    };
    let mut mystery = crate::support::begin(&bundled("practice"));
    act(&mut mystery, &Action::Finish, 1_000);
    assert_eq!(refused(&mystery), "scenario-not-training");
    assert_eq!(refused(&training(&bundled("practice"))), "scenario-not-finished");
    let mut abandoned = training(&bundled("practice"));
    act(&mut abandoned, &Action::Abandon, 1_000);
    assert_eq!(refused(&abandoned), "scenario-not-finished");
    let mut foreign =
        training(&crate::support::definition(r#"{"id": "a", "label": "a", "response": {"type": "behaviour"}}"#));
    act(&mut foreign, &Action::Finish, 1_000);
    assert_eq!(refused(&foreign), "scenario-no-checklist");
    let mut raw = bundled("practice").raw().clone();
    raw["version"] = "9.0.0".into();
    let mut other = training(&Arc::new(Definition::new(raw).unwrap()));
    act(&mut other, &Action::Finish, 1_000);
    assert_eq!(refused(&other), "scenario-no-checklist");
    let mut long = training(&bundled("practice"));
    act(&mut long, &Action::Finish, 90_000_000);
    assert_eq!(refused(&long), "scenario-too-long");
    assert!(!place.folders().scenarios().exists(), "nothing was written");
}

/// Loads a visit with a file into the screen of its details.
fn opened(lang: Lang, visit: Visit) -> Flow {
    let mut flow = Flow::new(lang);
    let record = LoadedVisit { visit, path: Some("/1/x.json".into()), doubt: None, play: None, named: None };
    flow.send(Message::VisitLoaded(Box::new(record)));
    flow
}

fn visit_made(flow: &Flow) -> Option<&Path> {
    match flow.effects.last() {
        Some(Effect::Read(Read::MakeScenario(ScenarioSource::Visit(path)))) => Some(path),
        _ => None,
    }
}

#[test]
fn a_key_on_a_past_training_visit_makes_a_scenario_after_asking() {
    for (lang, yes, hint) in [(Lang::Fr, "o", "N scénario"), (Lang::En, "y", "N scenario")] {
        let mut flow = opened(lang, marked());
        assert!(flow.screen(120, 40).contains(hint), "{}", flow.screen(120, 40));
        flow.keys("n n");
        assert_eq!(visit_made(&flow), None, "refused");
        flow.keys("n");
        for (width, height) in [(80, 24), (60, 16)] {
            insta::assert_snapshot!(format!("ask-{}-{width}", lang.code()), flow.screen(width, height));
        }
        flow.keys(yes);
        assert_eq!(visit_made(&flow), Some(Path::new("/1/x.json")));
        flow.send(Message::ScenarioMade(("scenario-made", vec![("path", "/1/y.json".to_owned())])));
        assert!(flow.screen(80, 24).contains("/1/y.json"));
    }
    let mut mystery = crate::support::begin(&bundled("practice"));
    act(&mut mystery, &Action::Finish, 1_000);
    let mut flow = opened(Lang::En, mystery);
    assert!(!flow.screen(120, 40).contains("N scenario"));
    flow.keys("n");
    assert!(matches!(flow.model.shared.notice, Some(Notice::Text("scenario-not-training"))));
    flow.keys("y");
    assert_eq!(visit_made(&flow), None);
}

#[test]
fn a_new_scenario_for_a_checklist_is_written_from_the_list_of_scenarios() {
    for lang in [Lang::Fr, Lang::En] {
        let mut flow = listed(lang);
        flow.keys("n");
        assert!(matches!(flow.effects.last(), Some(Effect::Read(Read::LoadLibrary))));
        for (width, height) in [(80, 24), (60, 16)] {
            insta::assert_snapshot!(format!("choose-{}-{width}", lang.code()), flow.screen(width, height));
        }
        flow.keys("Esc n Down Enter");
        let Some(Effect::Read(Read::MakeScenario(ScenarioSource::Checklist(chosen)))) = flow.effects.last() else {
            panic!("{:?}", flow.effects.last())
        };
        assert_eq!(chosen.checklist().id, "management");
        flow.send(Message::ScenarioMade(("scenario-made-draft", vec![("path", "/1/y.json".to_owned())])));
        assert!(matches!(flow.effects.last(), Some(Effect::Read(Read::LoadPractice))), "the list is read again");
        assert!(matches!(flow.model.screen(), Screen::Scenarios(_)));
    }
}

/// Carries out an effect as the terminal does, and returns its message.
fn carried_out(place: &Place, source: ScenarioSource) -> Message {
    let (send, receive) = std::sync::mpsc::channel();
    let send = std::sync::Mutex::new(send);
    let mut reader =
        ResultsReader::new(place.folders(), Arc::new(move |message| send.lock().unwrap().send(message).unwrap()));
    reader.make_scenario(source, Arc::new(Texts::new(Lang::En)));
    reader.finish();
    receive.recv().unwrap()
}

#[test]
fn a_saved_training_visit_is_turned_into_a_scenario_by_the_screen_and_the_command() {
    let place = Place::new();
    let visit = marked();
    let folders = place.folders();
    let mut journal = esprit::store::Journal::create(&folders, &bundled("practice"), crate::support::SESSION).unwrap();
    journal.append(visit.events()).unwrap();
    let path = journal.complete().unwrap().path;
    let Message::ScenarioMade((id, args)) = carried_out(&place, ScenarioSource::Visit(path.clone())) else { panic!() };
    assert_eq!(id, "scenario-made");
    assert!(args[0].1.ends_with("2026-03-01-lyon-3.json"), "{args:?}");
    for asked in [path.to_str().unwrap(), &crate::support::SESSION[..13]] {
        let (code, out, err) = place.run("en", &["scenario", "new", "--from", asked], "");
        assert_eq!(code, 0, "{err}");
        assert!(out.contains("2026-03-01-lyon-3-") && err.contains("esprit practise 2026-03-01-lyon-3-"), "{out}{err}");
    }
    let Message::ScenarioMade((id, _)) = carried_out(&place, ScenarioSource::Checklist(bundled("customer"))) else {
        panic!()
    };
    assert_eq!(id, "scenario-made-draft");
    assert!(matches!(carried_out(&place, ScenarioSource::Visit("/nowhere.json".into())), Message::Failed(_)));
}

#[test]
fn a_scenario_for_an_earlier_bundled_version_is_still_practised() {
    let place = Place::new();
    for earlier in ["customer", "management", "internal"] {
        let path = format!("{}/checklists/earlier/{earlier}-1.0.1.json", env!("CARGO_MANIFEST_DIR"));
        let definition = Definition::new(read(Path::new(&path))).unwrap();
        let mut visit = training(&Arc::new(definition));
        act(&mut visit, &Action::Finish, 1_000);
        let made = scenario_draft::create_from(&place.folders(), &visit, None, &Texts::new(Lang::En)).unwrap();
        let staged = scenarios::find(&place.folders(), &made.id).unwrap();
        assert_eq!(staged.definition.digest(), visit.definition().digest());
    }
}
