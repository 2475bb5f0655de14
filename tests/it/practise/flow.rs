//! Practice driven by keys: the list, the unfolding scene, the end, the comparison.

use super::{FROZEN, bakery, install, library};
use crate::support::{Flow, Place, moment};
use esprit::app::loaded_data::{LoadedVisit, PastPractice, ResumedVisit};
use esprit::app::message::Message;
use esprit::app::{Destination, Effect, Notice, Read, Screen, Write};
use esprit::store::Draft;
use esprit::text::Lang;
use esprit::visit::{Kind, Observer, Value};

/// Opens the list of scenarios from the home screen.
pub fn listed(lang: Lang) -> Flow {
    let mut flow = Flow::new(lang);
    flow.keys("Down Down Down Down Enter Down Enter");
    assert!(matches!(flow.effects.last(), Some(Effect::Read(Read::LoadPractice))));
    let mut all = library(&Place::new());
    all.retain(|listed| listed.id == "bakery");
    flow.send(Message::Practice(all, Vec::new()));
    flow
}

/// Starts the frozen scenario.
pub fn started(lang: Lang, keys: &str) -> Flow {
    let mut flow = listed(lang);
    flow.keys(keys);
    flow
}

/// Finishes the frozen scenario, half of it answered.
pub fn finished(lang: Lang) -> Flow {
    let mut flow = started(lang, "Enter");
    flow.ms += 14_000;
    flow.keys(if lang == Lang::Fr { "o t Space Space Down p" } else { "y t Space Space Down p" });
    flow.ms += 60_000;
    flow.keys("f f f");
    flow.send(Message::Completed("/1/2.json".into()));
    flow
}

/// Returns every screen of a practice visit with its name.
pub fn screens(lang: Lang) -> Vec<(&'static str, Flow)> {
    let mut revealed = finished(lang);
    revealed.keys("Enter");
    vec![
        ("practise", listed(lang)),
        ("practising", started(lang, "Right Enter t p")),
        ("reading the script", started(lang, "Enter t d")),
        ("practised", finished(lang)),
        ("reveal", revealed),
    ]
}

#[test]
fn practice_is_a_training_visit_that_records_its_scenario() {
    let flow = started(Lang::Fr, "Right Enter");
    let (started, _) = flow.visit_ref().state().started().unwrap();
    assert_eq!(
        (started.kind, started.site.id.as_str(), started.observer.id.as_str()),
        (Kind::Training, "practice", "o12")
    );
    let scenario = started.scenario.as_ref().unwrap();
    assert_eq!((scenario.id.as_str(), scenario.version.as_str(), scenario.speed), ("bakery", "1.0.0", 2.0));
    assert!(scenario.digest.starts_with("sha256:ed85"));
    assert!(!flow.effects.iter().any(|effect| matches!(effect, Effect::Write(Write::RememberSite(_)))));
}

#[test]
fn the_script_is_shown_above_the_items_or_beside_them() {
    let mut flow = started(Lang::Fr, "Enter");
    let began = flow.ms;
    flow.ms = began + 14_500;
    insta::assert_snapshot!("scene-80x24", flow.screen(80, 24));
    insta::assert_snapshot!("scene-120x40", flow.screen(120, 40));
    insta::assert_snapshot!("scene-60x16", flow.screen(60, 16));
    insta::assert_snapshot!("scene-40x10", flow.screen(40, 10));
    flow.ms = began + 12_499;
    assert!(!flow.screen(80, 24).contains("Bonjour"));
    flow.ms = began + 12_500;
    assert!(flow.screen(80, 24).contains("Bonjour"));
    flow.ms = began + 59_999;
    assert!(!flow.screen(80, 24).contains("La scène est terminée"));
    flow.ms = began + 60_000;
    assert!(flow.screen(80, 24).contains("La scène est terminée. F pour relire et terminer."));
}

#[test]
fn the_script_runs_at_its_speed_and_pauses_with_the_visit() {
    let mut flow = started(Lang::En, "Right Right Enter");
    let began = flow.ms;
    flow.ms = began + 4_000;
    let screen = flow.screen(80, 24);
    assert!(screen.contains("Good morning.") && screen.contains("×4  saved ■  00:00:16"), "{screen}");
    // The pause begins at its key, a second later; the next key skips its reason.
    flow.keys("s Enter");
    flow.ms += 3_600_000;
    let screen = flow.screen(80, 24);
    assert!(
        screen.contains("PAUSED") && screen.contains("00:00:20") && !screen.contains("how do you like"),
        "{screen}"
    );
    flow.keys("s");
    flow.ms += 3_000;
    assert!(flow.screen(80, 24).contains("how do you like"), "{}", flow.screen(80, 24));
}

#[test]
fn typed_times_are_script_times_stored_as_real_ones() {
    let mut flow = started(Lang::En, "Right Right Enter");
    flow.ms += 8_000;
    flow.keys("Down 1 2 Enter");
    assert_eq!(flow.value(1), "3000", "twelve seconds of the scene are three");
    assert!(flow.screen(80, 24).contains("12\u{a0}s"), "{}", flow.screen(80, 24));
    flow.keys("Up Up a").typed("20 s").keys("Enter p");
    let answer = flow.visit_ref().state().answer(0).unwrap().clone();
    assert_eq!(answer.elapsed_ms - answer.happened_ms, 5_000);
    assert!(flow.screen(80, 24).contains("←20\u{a0}s"), "{}", flow.screen(80, 24));
}

#[test]
fn earlier_script_lines_can_be_read_again() {
    let mut flow = started(Lang::Fr, "Enter");
    flow.ms += 57_000;
    assert!(!flow.screen(60, 16).contains("La cliente entre."));
    flow.keys("d Up Up Up Up Up Up Up Up");
    let screen = flow.screen(60, 16);
    assert!(screen.contains("La cliente entre.") && screen.contains("défiler"), "{screen}");
    flow.keys("Esc o");
    assert_eq!(flow.value(0), "yes");
}

#[test]
fn leaving_practice_pauses_it() {
    let mut flow = started(Lang::En, "Enter");
    flow.ms += 15_000;
    flow.keys("Esc");
    assert!(matches!(flow.model.screen(), Screen::Home(_)));
    assert_eq!(flow.events().last().unwrap(), "paused");
    flow.ms += 3_600_000;
    flow.keys("Enter");
    assert!(flow.screen(80, 24).contains("00:00:16"), "{}", flow.screen(80, 24));
    flow.keys("s Ctrl+c Ctrl+c");
    assert_eq!(flow.events().last().unwrap(), "paused");
    assert!(matches!(flow.effects.last(), Some(Effect::Quit)));
}

#[test]
fn resumed_practice_finds_its_script_or_reports_it_missing() {
    let (visit, play) = bakery(2.0);
    let opened =
        |play| ResumedVisit { visit: visit.clone(), draft: Draft::default(), repair: None, play, is_reopened: false };
    let mut flow = Flow::new(Lang::Fr);
    flow.ms = 7_000;
    flow.send(Message::Resumed(Box::new(opened(Some(play)))));
    flow.ms = 14_000;
    let screen = flow.screen(80, 24);
    assert!(screen.contains("Elle sourit enfin") && screen.contains("00:00:14"), "{screen}");
    let mut flow = Flow::new(Lang::Fr);
    flow.send(Message::Resumed(Box::new(opened(None))));
    assert_eq!(flow.model.shared.notice, Some(Notice::Several(vec![("practise-gone", Vec::new())])));
    flow.keys("o");
    assert_eq!(flow.value(0), "yes");
}

#[test]
fn practice_shows_no_reference_before_its_end() {
    let mut flow = started(Lang::En, "Enter");
    flow.model.shared.settings.show_score = true;
    flow.keys("y t f");
    let screen = flow.screen(80, 24);
    assert!(!screen.contains('%') && !screen.contains("Result"), "{screen}");
}

#[test]
fn the_end_leads_to_the_comparison_and_back_to_the_list() {
    for lang in Lang::ALL {
        let mut flow = finished(lang);
        assert_eq!(flow.events().last().unwrap(), "finished");
        flow.keys("Enter");
        assert!(flow.model.shared.active_visit.is_none());
        insta::assert_snapshot!(format!("reveal-{}-80x24", lang.code()), flow.screen(80, 24));
        insta::assert_snapshot!(format!("reveal-{}-120x40", lang.code()), flow.screen(120, 40));
        flow.keys("Enter Down Right");
        let Screen::Debrief(reveal) = flow.model.screen() else { panic!() };
        assert_eq!(reveal.cursor.selected, 3);
        flow.keys("Left Esc");
        assert!(matches!(flow.model.screen(), Screen::Scenarios(_)));
        assert!(matches!(flow.effects.last(), Some(Effect::Read(Read::LoadPractice))));
    }
}

#[test]
fn past_practice_opens_its_comparison_and_other_visits_explain_why_not() {
    let (mut visit, play) = bakery(1.0);
    visit
        .act(&esprit::visit::Action::Answer { item: 0, value: Value::text("yes"), seen: None }, &moment(9000))
        .unwrap();
    visit.act(&esprit::visit::Action::Finish, &moment(70_000)).unwrap();
    for (play, opens) in [(Some(play), true), (None, false)] {
        let mut flow = Flow::new(Lang::Fr);
        let record = LoadedVisit { visit: visit.clone(), path: None, doubt: None, play, named: None };
        flow.send(Message::VisitLoaded(Box::new(record)));
        assert_eq!(flow.screen(80, 24).contains("C le corrigé"), opens);
        flow.keys("c");
        assert_eq!(matches!(flow.model.screen(), Screen::Debrief(_)), opens);
        assert_eq!(flow.model.shared.notice == Some(Notice::Text("practise-no-reveal")), !opens);
        flow.keys("Esc");
        assert_eq!(matches!(flow.model.screen(), Screen::VisitDetails(_)), opens);
    }
}

#[test]
fn the_trainees_name_is_asked_once() {
    let mut flow = Flow::new(Lang::En);
    flow.model.shared.settings.observer = None;
    flow.keys("Down Down Down Down Enter Down Enter");
    flow.send(Message::Practice(library(&Place::new()), Vec::new()));
    flow.keys("Enter").typed("..").keys("Enter");
    assert_eq!(flow.model.shared.notice, Some(Notice::With(("app-notice-no-observer", vec![]))));
    flow.keys("Backspace Backspace").typed("Zoé ?").keys("Enter");
    let (started, _) = flow.visit_ref().state().started().unwrap();
    assert_eq!(started.observer.id, "zoe");
    let kept = flow.effects.iter().any(
        |effect| matches!(effect, Effect::Write(Write::SaveSettings(settings)) if settings.observer.as_deref() == Some("Zoé ?")),
    );
    assert!(kept);
}

#[test]
fn the_list_shows_the_last_result_and_broken_scenarios() {
    let place = Place::new();
    install(&place, "broken.json", &FROZEN.replacen("\"partly\"", "\"perhaps\"", 1));
    let all: Vec<_> =
        library(&place).into_iter().filter(|listed| matches!(listed.id.as_str(), "bakery" | "broken")).collect();
    let (mut visit, play) = bakery(1.0);
    visit
        .act(&esprit::visit::Action::Answer { item: 0, value: Value::text("yes"), seen: None }, &moment(9000))
        .unwrap();
    let practised = |observer: &str, debrief| PastPractice {
        session: crate::support::SESSION.into(),
        path: "/1.json".into(),
        at: moment(0).wall,
        observer: Observer { id: observer.into(), name: None },
        scenario: all[0].staged.as_ref().unwrap().reference(1.0),
        debrief,
    };
    let reveal = esprit::analysis::practice_debrief::debrief(&visit, &play);
    let mut flow = Flow::new(Lang::Fr);
    flow.keys("Down Down Down Down Enter Down Enter");
    flow.send(Message::Practice(all.clone(), vec![practised("other", None), practised("o12", Some(reveal))]));
    let screen = flow.screen(80, 24);
    assert!(screen.contains("0 sur 1 à 10:00"), "{screen}");
    assert!(screen.contains("broken.json · Ligne 19, colonne 41") && screen.contains("reference[0].value"), "{screen}");
    flow.keys("Down");
    let screen = flow.screen(80, 24);
    assert!(screen.contains("► broken") && screen.contains("Ce point admet\u{a0}: yes, partly, no"), "{screen}");
    flow.keys("Enter");
    assert!(flow.model.shared.active_visit.is_none() && matches!(flow.model.shared.notice, Some(Notice::With(_))));
    flow.keys("Up Enter");
    assert!(flow.model.shared.active_visit.is_some());
}

#[test]
fn arrow_keys_select_the_speed() {
    let speed = |flow: &Flow| match flow.model.screen() {
        Screen::Scenarios(screen) => screen.speed,
        _ => panic!(),
    };
    let mut flow = listed(Lang::En);
    for (key, expected) in [("Left", 1.0), ("Right", 2.0), ("Right", 4.0), ("Right", 4.0), ("Left", 2.0), ("Left", 1.0)]
    {
        flow.keys(key);
        assert!((speed(&flow) - expected).abs() < 1e-9, "{key}");
    }
    for (at, left, right) in [(3.0, 2.0, 4.0), (0.5, 1.0, 1.0), (100.0, 4.0, 4.0)] {
        for (key, expected) in [("Left", left), ("Right", right)] {
            flow.send(Message::Start(Destination::Scenarios { staged: None, speed: at }));
            flow.keys(key);
            assert!((speed(&flow) - expected).abs() < 1e-9, "{key} from {at}");
        }
    }
}
