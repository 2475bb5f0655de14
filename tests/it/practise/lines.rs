//! The real program: practice line by line, its comparison, its record, and the commands about scenarios.

use super::{FROZEN, install, library};
use crate::support::Place;
use std::fs;

const PRACTISE: [&str; 7] = ["practise", "bakery", "--plain", "--observer", "Zoé", "--speed", "1000"];

/// Answers each item once the scene has reached it.
const LINES: &str = "wait 14\np\n12.5\nwait 20\n+\nwait\n+\n\nwait 44\ny\n9\nwait end\nfinish\n";

fn value(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn practice_ends_with_the_comparison_and_is_recorded() {
    for (lang, script, sum, verdict) in [
        (
            "fr",
            "00:00:12  La vendeuse\u{a0}: Bonjour madame.",
            "4 réponses sur 5",
            "× Reviendriez-vous\u{202f}? · trop indulgent",
        ),
        ("en", "00:00:12  Shop assistant: Good morning.", "4 of 5 answers", "× Would you come back? · too lenient"),
    ] {
        let place = Place::new();
        library(&place);
        let (code, out, err) = place.run(lang, &PRACTISE, LINES);
        assert_eq!((code, err.as_str()), (0, ""), "{out}");
        for part in [script, sum, verdict] {
            assert!(out.contains(part), "{part}: {out}");
        }
        // The comparison comes after the end of the visit, never before.
        let (before, after) = out.split_once("\nok 8\n").unwrap();
        assert!(!before.contains(if lang == "fr" { "Pourquoi" } else { "Why" }), "{before}");
        assert_eq!(after.matches(if lang == "fr" { "Pourquoi\u{a0}:" } else { "Why:" }).count(), 5, "{after}");
        let path = out.lines().last().unwrap();
        let session = value(&fs::read_to_string(path).unwrap());
        assert_eq!((&session["kind"], &session["site"]["id"]), (&"training".into(), &"practice".into()));
        assert_eq!((&session["scenario"]["id"], &session["scenario"]["speed"]), (&"bakery".into(), &1000.0.into()));
        assert_eq!(place.run(lang, &["verify", path], "").0, 0);
        let (code, shown, _) = place.run(lang, &["show", path], "");
        assert!(code == 0 && shown.contains(sum) && shown.contains(verdict), "{shown}");
        let (_, shown, _) = place.run(lang, &["show", path, "--json"], "");
        assert_eq!(value(&shown)["practice"]["agreed"], 4);
        let (code, record, _) = place.run(lang, &["practise", "--record"], "");
        assert!(
            code == 0 && record.lines().count() == 1 && record.contains("Zoé  bakery 1.0.0") && record.contains(sum)
        );
        let (_, record, _) = place.run(lang, &["practise", "--record", "--json", "--observer", "Zoé"], "");
        let record = value(&record);
        assert_eq!(
            (&record["format"], &record["practices"][0]["observer"]),
            (&"esprit.practice/1".into(), &"zoe".into())
        );
        let result = &record["practices"][0]["result"];
        assert_eq!((&result["compared"], &result["agreed"], &result["lenient"]), (&5.into(), &4.into(), &1.into()));
        let (_, record, _) = place.run(lang, &["practise", "--record", "--json", "--observer", "o12"], "");
        assert_eq!(value(&record)["practices"].as_array().unwrap().len(), 0);
    }
}

#[test]
fn unfinished_practice_is_resumed_at_the_same_moment() {
    let place = Place::new();
    library(&place);
    // So slow that the scene is far from over when it is left, however busy the machine is.
    let slowly = PRACTISE.map(|word| if word == "1000" { "10" } else { word });
    let (code, out, err) = place.run("en", &slowly, "wait 20\np\nquit\n");
    assert_eq!(code, 0, "{out}{err}");
    assert!(out.contains("What is it for?") && out.ends_with("ok 3\n"), "the pause is acknowledged: {out}");
    let (code, out, err) = place.run("en", &["resume", "--plain"], "wait\ncontinue\nwait 31\nwait soon\nfinish\n");
    assert_eq!(code, 0, "{out}{err}");
    assert!(err.contains("The scene is paused with the visit") && err.contains("“soon” is not a moment"), "{err}");
    // The lines shown before are repeated first.
    let at = |text: &str| out.find(text).unwrap_or_else(|| panic!("{text}: {out}"));
    assert!(at("What is it for?") < at("ok 5"), "{out}");
    assert!(out.contains("And how do you like it?"), "{out}");
    assert!(out.contains("unanswered: 4"), "{out}");
}

#[test]
fn wait_is_no_answer_to_a_text_item() {
    // “wait” is a command only in practice.
    let place = Place::new();
    let list = crate::support::definition(r#"{"id": "a", "label": "A", "response": {"type": "text"}}"#);
    let path = place.dir.path().join("list.json");
    fs::write(&path, list.raw().to_string()).unwrap();
    let args = ["visit", path.to_str().unwrap(), "--site", "s", "--observer", "o", "--plain"];
    let (code, out, _) = place.run("en", &args, "wait 20\nfinish\n");
    assert_eq!(code, 0);
    assert!(fs::read_to_string(out.lines().last().unwrap()).unwrap().contains(r#""value":"wait 20""#));
}

#[test]
fn missing_practice_values_are_asked_for() {
    let place = Place::new();
    let at = library(&place).iter().position(|listed| listed.id == "bakery").unwrap() + 1;
    let input = format!("0\n{at}\nZoé\nfinish\n");
    let (code, out, err) = place.run("fr", &["practise", "--plain", "--speed", "1000"], &input);
    assert_eq!(code, 0, "{out}{err}");
    assert!(err.contains("Aucun scénario de ce nom") && out.contains("bakery  La boulangerie"), "{out}{err}");
    assert!(out.contains("Réponses comparables au corrigé\u{a0}: 0."), "{out}");
}

#[test]
fn the_commands_about_scenarios_list_show_and_check() {
    let place = Place::new();
    library(&place);
    let (code, out, _) = place.run("fr", &["scenario", "list"], "");
    assert!(code == 0 && out.contains("bakery") && out.contains("La boulangerie, un samedi"), "{out}");
    let (code, out, _) = place.run("en", &["scenario", "show", "bakery"], "");
    assert!(code == 0 && out.contains("Good morning."), "{out}");
    assert!(out.contains("Time to the first hello · 12\u{a0}s"), "{out}");
    install(
        &place,
        "broken.json",
        &FROZEN.replacen("\"partly\"", "\"perhaps\"", 1).replacen("\"at_s\": 14", "\"at_s\": 2", 1),
    );
    for (lang, words) in [("fr", "n’est pas une réponse de ce point"), ("en", "is not an answer of this item")] {
        let broken = place.folders().scenarios().join("broken.json");
        // A field that the format does not have is a fault here.
        let good = place.dir.path().join("good.json");
        std::fs::write(&good, FROZEN.replace("\"author\"", "\"x_author\"")).unwrap();
        let args = ["scenario", "check", broken.to_str().unwrap(), good.to_str().unwrap()];
        let (code, out, err) = place.run(lang, &args, "");
        assert_eq!((code, out.lines().count()), (1, 1), "{out}{err}");
        assert!(err.contains("broken.json:19:41: reference[0].value") && err.contains(words), "{err}");
        assert!(err.contains("broken.json:11:14: script[2].at_s"), "{err}");
        // The others work all the same, and a broken one requested by name is reported completely.
        let (code, out, err) = place.run(lang, &["scenario", "list"], "");
        assert!(code == 1 && out.contains("bakery") && err.contains("broken.json:19:41"), "{out}{err}");
        let (code, _, err) = place.run(lang, &["practise", "broken", "--plain", "--observer", "o"], "");
        assert!(code == 1 && err.contains("reference[0].value"), "{err}");
    }
    let (code, out, _) = place.run("en", &["scenario", "list", "--json"], "");
    let list = value(&out);
    let of = |id: &str| list["scenarios"].as_array().unwrap().iter().find(|one| one["id"] == id).unwrap().clone();
    assert_eq!((code, &of("bakery")["lasts_s"], &of("broken")["faults"][1]["line"]), (1, &60.0.into(), &19.into()));
    assert_eq!(place.run("en", &["practise", "nobody", "--plain"], "").0, 1);
    for wrong in ["0", "-1", "fast"] {
        assert_eq!(place.run("en", &["practise", "bakery", "--plain", "--speed", wrong], "").0, 2);
    }
}

#[test]
fn practice_without_its_scenario_is_still_a_visit() {
    let place = Place::new();
    library(&place);
    let (_, out, _) = place.run("en", &PRACTISE, "y\nfinish\n");
    let path = out.lines().last().unwrap().to_owned();
    install(&place, "bakery.json", &FROZEN.replacen("1.0.0", "1.0.1", 1));
    let (code, out, _) = place.run("en", &["show", &path], "");
    assert!(code == 0 && !out.contains("reference"), "{out}");
    let (code, out, _) = place.run("en", &["practise", "--record"], "");
    assert!(code == 0 && out.contains("was changed or removed"), "{out}");
}

/// Practises as an observer at a speed, with an answer to the first item; times are typed as those of the scene.
pub fn practised(place: &Place, observer: &str, speed: &str, smile: &str) {
    let args = ["practise", "bakery", "--plain", "--observer", observer, "--speed", speed];
    let (code, out, err) = place.run("en", &args, &format!("{smile}\n12,5\n2\ny\n8\nfinish\n"));
    assert_eq!(code, 0, "{out}{err}");
}

#[test]
fn lists_of_visits_show_the_score_of_the_reveal() {
    let place = Place::new();
    library(&place);
    practised(&place, "ana", "1", "p");
    let json = |args: &[&str]| -> serde_json::Value {
        let (code, out, err) = place.run("en", args, "");
        assert_eq!(code, 0, "{err}");
        serde_json::from_str(&out).unwrap()
    };
    let revealed = &json(&["practise", "--record", "--json"])["practices"][0]["result"];
    let listed = &json(&["sessions", "--json"])["sessions"][0]["practice"];
    assert_eq!((&listed["agreed"], &listed["compared"]), (&revealed["agreed"], &revealed["compared"]));
    let (agreed, compared) = (&listed["agreed"], &listed["compared"]);
    for (lang, score) in [("en", format!("{agreed} of {compared}")), ("fr", format!("{agreed} sur {compared}"))] {
        let (_, out, _) = place.run(lang, &["sessions"], "");
        assert!(out.contains(&score) && !out.contains('%'), "{out}");
    }
    let mut shown = None;
    esprit::recorder::read(&place.folders(), &esprit::app::Read::LoadRecent(3), &mut |message| {
        let esprit::app::Message::Recent(visits) = message else { panic!() };
        shown = visits[0].practice;
    });
    let number = |value: &serde_json::Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    assert_eq!(shown, Some((number(agreed), number(compared))));
    // Where the scenario is gone, there is no reveal, and the visit has its own score.
    install(&place, "bakery.json", &FROZEN.replacen("1.0.0", "1.0.1", 1));
    let (_, out, _) = place.run("en", &["sessions"], "");
    assert!(out.contains('%'), "{out}");
}

#[test]
fn agreement_with_the_scenario_does_not_depend_on_the_speed() {
    let place = Place::new();
    library(&place);
    practised(&place, "ana", "1", "p");
    practised(&place, "ben", "4", "p");
    practised(&place, "cid", "2", "y");
    let mut classes = None;
    esprit::recorder::read(&place.folders(), &esprit::app::Read::LoadClasses(Vec::new()), &mut |message| {
        let esprit::app::Message::Classes(found) = message else { panic!() };
        classes = Some(found.classes);
    });
    let class = &classes.unwrap()[0];
    assert_eq!((class.sheets.len(), class.expected.len()), (3, 5));
    let smile = &class.expected["greeting.smile"];
    assert_eq!((smile.value.clone(), smile.at_s), (esprit::visit::Value::text("partly"), Some(14.0)));
    for sheet in &class.sheets {
        let waited = sheet.answers["greeting.wait"].value.as_ref().unwrap().as_number().unwrap();
        assert!((waited - 12_500.0).abs() < 5.0, "{}: {waited}", sheet.observer);
    }
    let sessions = place.folders().sessions();
    let (code, out, err) = place.run("en", &["agreement", sessions.to_str().unwrap(), "--format", "json"], "");
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("scenario"), "{out}");
}
