//! The application driven by keys, from the home screen to the end of a visit, without terminal and disk.

use crate::support::{Flow, begin, bundled, definition, moment, setup};
use esprit::app::burst::is_paste;
use esprit::app::key::{Key, KeyPress};
use esprit::app::loaded_data::{LoadedVisit, ResumedVisit};
use esprit::app::message::Message;
use esprit::app::{Effect, Notice, Read, Screen, Write};
use esprit::store::{Draft, IoCause, JournalError, StoreError, Unfinished};
use esprit::text::Lang;
use esprit::visit::event::Body;
use esprit::visit::{Action, Refusal, Value};

fn yes_no() -> String {
    let item = |id: &str, more: &str| {
        format!(r#"{{"id": "{id}", "label": "Item {id}", "response": {{"type": "behaviour"}}{more}}}"#)
    };
    [
        item("a", r#", "note_required_on": ["no"]"#),
        item("b", ""),
        item("c", r#", "when": {"item": "b", "is": ["no", "partly"]}"#),
        item("d", ""),
    ]
    .join(",")
}

const TYPES: &str = r#"
    {"id": "wait", "label": "Wait", "response": {"type": "timer", "starts": "visit_start"}},
    {"id": "tally", "label": "Tally", "response": {"type": "count"}},
    {"id": "one", "label": "One", "response": {"type": "choice", "options": [{"id": "u", "label": "Up"}, {"id": "w", "label": "Down"}]}},
    {"id": "some", "label": "Some", "response": {"type": "choice", "multiple": true, "options": [{"id": "u", "label": "Up"}, {"id": "w", "label": "Down"}]}},
    {"id": "fact", "label": "Fact", "response": {"type": "number"}},
    {"id": "words", "label": "Words", "response": {"type": "text"}},
    {"id": "scale", "label": "Scale", "response": {"type": "scale", "min": 0, "max": 10}}"#;

#[test]
fn a_visit_in_french_by_its_letters() {
    let mut flow = Flow::visit(Lang::Fr, &definition(&yes_no()));
    flow.keys("o n x p");
    assert_eq!([0, 1, 2, 3].map(|item| flow.value(item)), ["yes", "no", "not_applicable", "partly"]);
    insta::assert_snapshot!(flow.screen(80, 24));
}

#[test]
fn every_response_type_can_be_answered_by_keys() {
    let mut flow = Flow::visit(Lang::En, &definition(TYPES));
    flow.keys("t Space + Space Down Enter Right Enter Enter Space Enter 1").typed("2,5").keys("Enter Enter");
    flow.typed("thank you").keys("Enter 1 0");
    let values: Vec<_> = (0..7).map(|item| flow.value(item)).collect();
    assert_eq!(values, ["1000", "3", "w", "u", "12.5", "thank you", "10"], "{}", flow.screen(80, 24));
}

#[test]
fn an_item_that_does_not_apply_is_not_shown() {
    let mut flow = Flow::visit(Lang::En, &definition(&yes_no()));
    assert!(!flow.screen(80, 24).contains("Item c"));
    flow.keys("y n");
    assert!(flow.screen(80, 24).contains("Item c"));
    flow.keys("u");
    assert!(!flow.screen(80, 24).contains("Item c"));
    flow.keys("r");
    assert!(flow.screen(80, 24).contains("Item c"));
}

#[test]
fn undo_goes_back_to_the_start_and_redo_to_the_end() {
    let mut flow = Flow::visit(Lang::En, &definition(&yes_no()));
    flow.keys("y n y u u u");
    assert_eq!([0, 1, 2].map(|item| flow.value(item)), ["null", "null", "null"]);
    assert!(flow.screen(80, 24).contains("Undone: answer · yes · Item a"), "{}", flow.screen(80, 24));
    flow.keys("u");
    assert_eq!(flow.model.shared.notice, Some(Notice::Refused(Refusal::NothingToUndo)));
    flow.keys("r r r");
    assert_eq!([0, 1, 2].map(|item| flow.value(item)), ["yes", "no", "yes"]);
    assert_eq!(flow.events().len(), 1 + 3 + 3 + 3);
    // A restored answer is not repeated by the next key.
    flow.keys("p");
    assert_eq!([0, 1, 2, 3].map(|item| flow.value(item)), ["yes", "no", "yes", "partly"]);
    // A restored count may be followed by the next one.
    let mut flow = Flow::visit(Lang::En, &definition(TYPES));
    flow.keys("t Space u r +");
    assert_eq!(flow.value(1), "2");
}

#[test]
fn an_answering_key_held_down_answers_once() {
    let mut flow = Flow::visit(Lang::En, &definition(&yes_no()));
    let mut press = |after_ms: u64| {
        flow.ms += after_ms;
        flow.send(Message::Key(crate::support::press("y")));
        flow.events().len() - 1
    };
    assert_eq!((0..20).map(|_| press(30)).last(), Some(1));
    assert_eq!((press(149), press(151)), (1, 2));
}

#[test]
fn every_press_of_a_tally_counts() {
    for key in ["Space", "+"] {
        let mut flow = Flow::visit(Lang::En, &definition(TYPES));
        flow.keys("Down");
        for after_ms in [0, 1, 5, 30, 149] {
            flow.ms += after_ms;
            flow.send(Message::Key(crate::support::press(key)));
        }
        assert_eq!(flow.value(1), "5", "{key}");
    }
}

#[test]
fn late_entry_shows_both_times() {
    let mut flow = Flow::visit(Lang::Fr, &definition(&yes_no()));
    flow.ms = 600_000;
    flow.keys("a").typed("4 min").keys("Enter o");
    let answer = flow.visit_ref().state().answer(0).unwrap().clone();
    assert_eq!(answer.recorded_at.ms_since(&answer.observed_at.unwrap()), 240_000);
    assert!(flow.screen(80, 24).contains("Item a ←4\u{a0}min\u{a0}00\u{a0}s"), "{}", flow.screen(80, 24));
    flow.keys("a").typed("9 h").keys("Enter");
    assert_eq!(flow.model.shared.notice, Some(Notice::Refused(Refusal::TooEarly)));
}

#[test]
fn marks_are_set_anywhere_and_placed_later() {
    let mut flow = Flow::visit(Lang::En, &definition(&yes_no()));
    flow.keys("m h Tab Esc");
    assert_eq!(flow.visit_ref().state().marks().len(), 2);
    flow.keys("y f Down Enter Down Enter");
    assert!(matches!(flow.model.screen(), Screen::Review(_)));
    assert_eq!(flow.visit_ref().state().marks()[1].item, Some(1), "{}", flow.screen(80, 24));
    flow.keys("Esc Down l Enter y");
    let answer = flow.visit_ref().state().answer(3).unwrap().clone();
    assert_eq!(answer.observed_at, Some(flow.visit_ref().state().marks()[0].at));
}

#[test]
fn the_cover_page_types_every_key() {
    let mut flow = Flow::visit(Lang::Fr, &definition(&yes_no()));
    flow.model.shared.settings.cover_text = Some("pain".into());
    flow.keys("h").typed("personne").keys("Enter").typed("f o n");
    let screen = flow.screen(80, 24);
    assert_eq!(screen.trim_end(), " pain\n personne\n f o n", "nothing else is on the page");
    assert!(
        matches!(flow.effects.last(), Some(Effect::Write(Write::Draft(draft))) if draft.page.as_deref() == Some("personne\nf o n"))
    );
    flow.keys("Esc");
    assert_eq!(flow.events(), ["started"], "what is typed stays out of the visit");
    flow.keys("h");
    assert_eq!(flow.screen(80, 24), screen, "the page is as it was left");
    flow.keys("Tab");
    assert_eq!(flow.screen(80, 24), screen, "nothing shows that it was taken");
    assert_eq!(flow.events(), ["started", "noted"]);
    assert_eq!(flow.visit_ref().state().note(), Some("personne\nf o n"));
    assert!(matches!(flow.effects.last(), Some(Effect::Write(Write::Draft(draft))) if draft.is_empty()));
    flow.typed(" !").keys("Tab Tab Esc");
    assert_eq!(flow.events(), ["started", "noted", "noted", "marked"], "with nothing typed, it is a mark");
    assert_eq!(flow.visit_ref().state().note(), Some("personne\nf o n\n!"));
}

#[test]
fn the_cover_page_opens_with_a_list_and_the_keys_of_an_editor() {
    for (lang, list, save) in [(Lang::Fr, "Courses", "enregistrer"), (Lang::En, "Shopping list", "save")] {
        let mut flow = Flow::visit(lang, &definition(&yes_no()));
        flow.keys("F2");
        let page = flow.screen(60, 16);
        assert!(page.contains(list), "{page}");
        flow.keys("F1");
        let keys = flow.screen(60, 16);
        assert!(keys.contains("Ctrl+K") && keys.contains(save), "{keys}");
        let told = ["visit", "esprit", "service", "observ", "mark", "repère", "note"];
        let keys = keys.to_lowercase();
        assert!(told.iter().all(|word| !keys.contains(word) && !page.to_lowercase().contains(word)), "{keys}");
        flow.keys("F1");
        assert_eq!(flow.screen(60, 16), page);
        // A key that types closes the list of keys, and types.
        flow.keys("F1").typed("x").keys("F1 Esc Esc");
        assert!(matches!(flow.model.screen(), Screen::Visit(_)));
        assert_eq!(flow.events(), ["started"]);
        let draft = flow.model.shared.active_visit.as_ref().unwrap().draft.page.clone();
        assert_eq!(draft.as_deref(), Some("x"), "the list is not what was typed");
    }
}

#[test]
fn the_text_of_the_cover_page_is_a_setting() {
    let mut flow = Flow::new(Lang::En);
    flow.keys("Down Down Down Down Down Enter Down Down Down Down Down Down Down");
    assert!(flow.screen(80, 24).contains("Shopping list …"), "{}", flow.screen(80, 24));
    flow.keys("Enter Ctrl+j").typed("dentist").keys("Alt+Enter").typed("3 pm").keys("Enter");
    let text = flow.model.shared.settings.cover_text.clone().unwrap();
    assert!(text.starts_with("Shopping list\n") && text.ends_with("\ndentist\n3 pm"), "{text}");
    assert!(matches!(flow.effects.last(), Some(Effect::Write(Write::SaveSettings(_)))));
    flow.send(Message::Begin { definition: definition(&yes_no()), setup: Box::new(setup()) });
    flow.keys("h");
    assert!(flow.screen(80, 24).contains("\n 3 pm"), "{}", flow.screen(80, 24));
}

#[test]
fn pauses_stop_the_timers_and_are_shown() {
    let mut flow = Flow::visit(Lang::En, &definition(TYPES));
    flow.keys("s");
    flow.ms += 40;
    flow.send(Message::Key(crate::support::press("s")));
    assert_eq!(flow.events()[1..], ["paused"], "it stops at the key");
    flow.typed("phone").keys("Enter");
    let screen = flow.screen(80, 24);
    assert!(screen.lines().next().unwrap().contains("PAUSED") && screen.contains("00:00:01"), "{screen}");
    flow.ms += 60_000;
    assert_eq!(flow.screen(80, 24), screen, "the clock stands");
    flow.keys("s t");
    let waited: u64 = flow.value(0).parse().unwrap();
    assert!(waited < 10_000, "{waited}");
    assert_eq!(flow.events()[1..], ["paused", "unpaused", "timer_stopped"]);
    assert!(flow.screen(80, 24).contains("saved ■  00:00:02"), "{}", flow.screen(80, 24));
    assert_eq!(reasons(&flow), [None, Some("phone".to_owned())]);
}

/// Returns the reasons of the pauses and of what ended them.
fn reasons(flow: &Flow) -> Vec<Option<String>> {
    let events = flow.visit_ref().events().iter();
    let reason = |event: &esprit::visit::Event| match &event.body {
        Body::Paused { reason } | Body::Unpaused { reason } => Some(reason.clone()),
        _ => None,
    };
    events.filter_map(reason).collect()
}

#[test]
fn the_reason_for_a_pause_may_be_skipped_and_survives_the_program() {
    for skip in ["Enter", "Esc"] {
        let mut flow = Flow::visit(Lang::Fr, &definition(TYPES));
        flow.keys("s");
        assert!(flow.screen(80, 24).contains("Échap passer"), "{}", flow.screen(80, 24));
        flow.keys(skip).keys("s s Enter s");
        assert_eq!(reasons(&flow), [None, None, None, None], "{skip}");
    }
    let mut flow = Flow::visit(Lang::En, &definition(TYPES));
    flow.keys("s").typed("phone").keys("Enter");
    let Some(Effect::Write(Write::Draft(draft))) = flow.effects.last().cloned() else { panic!("no draft") };
    let resumed = || ResumedVisit {
        visit: flow.visit_ref().clone(),
        draft: draft.clone(),
        repair: None,
        play: None,
        is_reopened: false,
    };
    let mut again = Flow::new(Lang::En);
    again.send(Message::Resumed(Box::new(resumed()))).keys("s");
    assert_eq!(reasons(&again), [None, Some("phone".to_owned())]);
    assert!(matches!(again.effects.last(), Some(Effect::Write(Write::Draft(draft))) if draft.is_empty()));
    // A visit that ends in its pause has the reason, too.
    let mut again = Flow::new(Lang::En);
    again.send(Message::Resumed(Box::new(resumed()))).send(Message::Act(Action::Finish));
    assert_eq!(again.events()[2..], ["resumed", "unpaused", "finished"]);
    assert_eq!(reasons(&again), [None, Some("phone".to_owned())]);
    // One that had ended when the program did is not the next one's.
    let mut visit = flow.visit_ref().clone();
    visit.act(&Action::Continue(Some("phone".to_owned())), &moment(flow.ms)).unwrap();
    let mut again = Flow::new(Lang::En);
    again
        .send(Message::Resumed(Box::new(ResumedVisit { visit, draft, repair: None, play: None, is_reopened: false })))
        .keys("s Enter s");
    assert_eq!(reasons(&again), [None, Some("phone".to_owned()), None, None]);
}

#[test]
fn a_running_timer_can_be_stopped_from_any_item() {
    let mut flow = Flow::visit(Lang::Fr, &definition(TYPES));
    assert!(flow.screen(80, 24).contains("T chrono"), "{}", flow.screen(80, 24));
    flow.keys("Down");
    assert!(flow.screen(60, 16).contains("T stop chrono"), "{}", flow.screen(60, 16));
    flow.keys("t");
    assert_ne!(flow.value(0), "null");
    assert!(!flow.screen(80, 24).contains("chrono  "), "{}", flow.screen(80, 24));
}

#[test]
fn the_review_leads_to_open_items_and_finishing_warns_about_them() {
    let mut flow = Flow::visit(Lang::Fr, &definition(&yes_no()));
    flow.keys("n o f");
    insta::assert_snapshot!(flow.screen(80, 24));
    flow.keys("f");
    assert!(flow.events().last().unwrap() == "answered", "what is left is told before the end");
    assert!(flow.screen(80, 24).contains("Encore F pour terminer") && flow.screen(80, 24).contains('┌'));
    flow.keys("Enter Esc Enter").typed("occupé").keys("Enter");
    assert!(matches!(flow.model.screen(), Screen::Review(_)));
    flow.keys("f f");
    assert_eq!(flow.events().last().unwrap(), "finished");
    assert!(matches!(flow.effects.last(), Some(Effect::Write(Write::Complete))));
    flow.keys("Enter");
    assert_eq!(flow.model.shared.notice, Some(Notice::Text("app-notice-not-yet-saved")));
    flow.send(Message::Completed("/d/sessions/2026/03/x.json".into()));
    assert!(flow.screen(80, 24).contains("/d/sessions/2026/03/x.json"));
    flow.keys("Enter");
    assert!(matches!(flow.model.screen(), Screen::Home(_)) && flow.model.shared.active_visit.is_none());
}

#[test]
fn the_review_names_what_enter_does_on_each_row() {
    let mut flow = Flow::visit(Lang::En, &definition(&yes_no()));
    flow.keys("f");
    assert!(flow.screen(80, 24).contains("Enter go there"), "{}", flow.screen(80, 24));
    flow.keys("Esc y y y f");
    let screen = flow.screen(80, 24);
    assert!(screen.contains("Unanswered: none") && screen.contains("F finish"), "{screen}");
    assert!(screen.contains("Enter change"), "{screen}");
    flow.keys("F2").typed("late").keys("F2");
    let screen = flow.screen(80, 24);
    assert!(screen.contains("On the page of notes, not in the visit"), "{screen}");
    assert!(screen.contains("► late") && screen.contains("Enter add it"), "{screen}");
    flow.keys("Enter");
    assert_eq!(flow.visit_ref().state().note(), Some("late"));
    assert!(!flow.screen(80, 24).contains("not in the visit"));
    flow.keys("f");
    assert_eq!(flow.events().last().unwrap(), "finished", "nothing is left, so nothing is asked");
}

#[test]
fn the_last_item_is_announced_only_if_all_others_are_answered() {
    let last = |keys: &str| {
        let mut flow = Flow::visit(Lang::En, &definition(&yes_no()));
        flow.keys(keys);
        flow.screen(80, 24)
    };
    assert!(last("y y y").contains("That was the last item. F to review"));
    let screen = last("End y");
    assert!(screen.contains("End of the list; some items above are unanswered. F shows them."), "{screen}");
    let review = last("y y f Enter y");
    assert!(!review.contains("last item") && review.contains("Unanswered: none"), "{review}");
}

#[test]
fn the_hide_key_works_in_the_chooser_and_in_the_review() {
    for keys in ["h", "Enter h", "f h"] {
        let mut flow = Flow::visit(Lang::En, &definition(&yes_no()));
        flow.keys(keys);
        assert!(matches!(flow.model.screen(), Screen::CoverNotes(_)), "{keys}");
    }
}

#[test]
fn an_abandoned_visit_is_shown_as_abandoned() {
    let mut flow = Flow::visit(Lang::Fr, &definition(&yes_no()));
    flow.send(Message::Act(Action::Abandon));
    let screen = flow.screen(80, 24);
    assert!(screen.starts_with(" Visite abandonnée"), "{screen}");
}

#[test]
fn an_answer_is_shown_as_saved_only_once_it_is_on_the_disk() {
    let mut flow = Flow::visit(Lang::En, &definition(&yes_no()));
    assert!(flow.screen(80, 24).contains("saved ■"));
    flow.disk = false;
    flow.keys("y");
    assert!(flow.screen(80, 24).contains("saving □"));
    let error = IoCause::Full.at("/d");
    flow.send(Message::NotSaved(error));
    let screen = flow.screen(80, 24);
    assert!(screen.contains("not saved □") && screen.contains("The disk is full"), "{screen}");
    flow.send(Message::Tick);
    assert!(matches!(flow.effects.last(), Some(Effect::Write(Write::Retry))));
    flow.send(Message::Saved(2));
    assert!(flow.screen(80, 24).contains("saved ■"));
}

#[test]
fn quitting_during_a_visit_needs_confirmation() {
    let mut flow = Flow::visit(Lang::En, &definition(&yes_no()));
    flow.keys("Ctrl+c");
    assert!(flow.effects.is_empty());
    flow.keys("y Ctrl+q Ctrl+q");
    assert!(matches!(flow.effects[..], [Effect::Quit]));
}

#[test]
fn a_new_visit_is_started_from_the_first_screen() {
    let mut flow = Flow::new(Lang::Fr);
    flow.keys("Enter");
    assert!(matches!(flow.effects.last(), Some(Effect::Read(Read::LoadLibrary))));
    let site = esprit::visit::Site { id: "evry-1".into(), name: Some("Agence Évry".into()), group: None };
    flow.model.shared.sites = vec![site].into();
    flow.keys("Right Left Down Right Left Down").typed("evry");
    let screen = flow.screen(80, 24);
    assert!(screen.contains("Agence Évry") && screen.contains("créer ce nouveau site"), "{screen}");
    flow.keys("Down");
    assert!(!flow.screen(80, 24).contains("nouveau lieu"), "the one in front is known: {}", flow.screen(80, 24));
    flow.keys("Enter Enter Enter");
    insta::assert_snapshot!(flow.screen(80, 24));
    flow.keys("Enter");
    let started = flow.visit_ref().state().started().unwrap().0.clone();
    assert_eq!((started.site.id.as_str(), started.observer.id.as_str()), ("evry-1", "o12"));
    assert!(flow.effects.iter().any(|effect| matches!(effect, Effect::Write(Write::RememberSite(_)))));
}

#[test]
fn the_selected_form_row_is_visible_in_a_small_window() {
    let mut flow = Flow::new(Lang::En);
    flow.keys("Enter Down Down Down Down Down");
    let screen = flow.screen(40, 10);
    assert!(screen.contains("► Start the visit"), "{screen}");
    flow.keys("Up Up Up Up Up");
    assert!(flow.screen(40, 10).contains("► Checklist"), "{}", flow.screen(40, 10));
}

#[test]
fn the_home_screen_selects_the_row_of_the_closed_screen() {
    let mut flow = Flow::new(Lang::En);
    for row in ["Past visits", "Results", "Checklists", "Training", "Settings"] {
        let stands = |flow: &Flow| flow.screen(80, 24).lines().any(|line| line.contains('►') && line.contains(row));
        for _ in 0..12 {
            if !stands(&flow) {
                flow.keys("Down");
            }
        }
        assert!(stands(&flow), "{}", flow.screen(80, 24));
        flow.keys("Enter");
        assert!(!matches!(flow.model.screen(), Screen::Home(_)), "{row}");
        flow.keys("Esc");
        assert!(matches!(flow.model.screen(), Screen::Home(_)) && stands(&flow), "{}", flow.screen(80, 24));
    }
}

#[test]
fn missing_form_fields_are_reported() {
    let mut flow = Flow::new(Lang::En);
    flow.keys("Enter Up Down Down Down Down Down Enter");
    assert_eq!(flow.model.shared.notice, Some(Notice::With(("app-notice-no-site", vec![]))));
    assert!(flow.model.shared.active_visit.is_none());
}

#[test]
fn unfinished_visits_can_be_resumed_viewed_and_abandoned() {
    let mut flow = Flow::new(Lang::Fr);
    let mut visit = begin(&bundled("customer"));
    visit.act(&Action::Answer { item: 1, value: Value::text("yes"), seen: None }, &moment(5000)).unwrap();
    let (started, at) = visit.state().started().cloned().unwrap();
    let summary = esprit::store::unfinished::Summary {
        site: started.site,
        kind: started.kind,
        observer: started.observer,
        checklist: "customer".into(),
        title: visit.definition().checklist().title.clone(),
        started_at: at,
        last_at: moment(5000).wall,
        is_correction: false,
        answers: 1,
        over: false,
    };
    let good = Unfinished { id: "0195".into(), busy: false, visit: Ok(summary) };
    let damaged = StoreError::Journal(JournalError::Empty { path: "/d/x.journal".into() });
    let bad = Unfinished { id: "0196".into(), busy: false, visit: Err(damaged) };
    flow.send(Message::Unfinished(vec![good, bad]));
    insta::assert_snapshot!(flow.screen(80, 24));
    flow.keys("Right");
    assert!(matches!(flow.effects.last(), Some(Effect::Read(Read::LoadUnfinishedVisit(id))) if id == "0195"));
    // A click outside the confirmation does not change what is confirmed.
    let selected = |flow: &Flow| match flow.model.screen() {
        Screen::Home(home) => home.cursor.selected,
        other => panic!("{other:?}"),
    };
    flow.keys("Delete");
    let before = selected(&flow);
    flow.send(Message::Clicked(esprit::app::Target::Row(before + 1)));
    assert_eq!(selected(&flow), before);
    flow.keys("n");
    flow.keys("Delete n Delete o");
    assert!(matches!(flow.effects.last(), Some(Effect::Write(Write::Discard(id))) if id == "0195"));
    flow.keys("Down Enter o");
    assert!(matches!(flow.effects.last(), Some(Effect::Write(Write::Salvage(id))) if id == "0196"));
    flow.keys("Up Enter");
    assert!(matches!(flow.effects.last(), Some(Effect::Write(Write::Open(id))) if id == "0195"));
    let opened = esprit::app::loaded_data::ResumedVisit {
        visit,
        draft: Draft::page("brouillon"),
        repair: None,
        play: None,
        is_reopened: false,
    };
    flow.ms = 20_000;
    flow.send(Message::Resumed(Box::new(opened)));
    assert_eq!(flow.events(), ["started", "answered", "resumed"]);
    flow.keys("h");
    assert!(flow.screen(80, 24).contains("\n brouillon"), "{}", flow.screen(80, 24));
}

#[test]
fn visit_time_never_goes_back_when_the_wall_clock_does() {
    let definition = definition(&yes_no());
    let mut visit = begin(&definition);
    let mut now = moment(10_000);
    now.wall = now.wall.before(2 * 86_400_000).unwrap();
    visit.act(&Action::Answer { item: 0, value: Value::text("yes"), seen: None }, &now).unwrap();
    let mut later = moment(20_000);
    later.wall = moment(20_000 + 3_600_000).wall;
    visit.act(&Action::Answer { item: 1, value: Value::text("yes"), seen: None }, &later).unwrap();
    assert_eq!(visit.state().clock_shifts(), 2);
    let elapsed: Vec<_> = visit.events().iter().map(|event| event.elapsed_ms).collect();
    assert_eq!(elapsed, [0, 10_000, 10_000, 20_000, 20_000]);
}

#[test]
fn a_saved_visit_shows_answers_timeline_and_score() {
    let mut flow = Flow::visit(Lang::Fr, &bundled("practice"));
    flow.keys("n n");
    flow.ms += 1000;
    let mut visit = flow.visit_ref().clone();
    visit.act(&Action::Finish, &moment(flow.ms)).unwrap();
    flow.model.shared.active_visit = None;
    flow.send(Message::VisitLoaded(Box::new(LoadedVisit {
        visit,
        path: None,
        doubt: Some(("verify-seal", vec![])),
        play: None,
        named: None,
    })));
    let screen = flow.screen(80, 24);
    assert!(screen.contains("le sceau ne correspond pas") && screen.contains("jamais"), "{screen}");
    flow.keys("Right");
    assert!(flow.screen(80, 24).contains("début de la visite"));
    flow.keys("s");
    assert!(flow.screen(80, 24).contains("poids"));
    flow.keys("Esc Esc");
    assert!(matches!(flow.model.screen(), Screen::Home(_)));
}

#[test]
fn settings_apply_at_once_and_letters_can_be_changed() {
    let mut flow = Flow::new(Lang::Fr);
    flow.keys("Down Down Down Down Down Enter");
    assert!(matches!(flow.model.screen(), Screen::Settings(_)), "{}", flow.screen(80, 24));
    flow.keys("Right");
    assert_eq!(flow.model.shared.lang, Lang::En);
    flow.keys("Left Down Left");
    assert_eq!(flow.model.shared.settings.theme, esprit::store::settings::Theme::Mono);
    flow.keys("Down Down Down Down Enter Backspace Backspace Backspace").typed("Zoé").keys("Enter");
    assert_eq!(flow.model.shared.settings.observer.as_deref(), Some("Zoé"));
    flow.keys("Down Right Right");
    assert_eq!(flow.model.shared.settings.target, Some(55.0));
    flow.keys("Left Left");
    assert_eq!(flow.model.shared.settings.target, None);
    flow.keys("Down Down Enter k");
    assert_eq!(flow.model.shared.settings.keys.get("yes").map(String::as_str), Some("k"));
    flow.keys("Enter n");
    assert!(matches!(flow.model.shared.notice, Some(Notice::About("app-notice-letter-taken", _))));
    flow.keys("Esc");
    assert!(flow.effects.iter().filter(|effect| matches!(effect, Effect::Write(Write::SaveSettings(_)))).count() >= 5);
}

#[test]
fn help_opens_over_any_screen_but_never_over_typing() {
    let mut flow = Flow::visit(Lang::En, &definition(&yes_no()));
    flow.keys("?");
    assert!(matches!(flow.model.screen(), Screen::Help(_)));
    insta::assert_snapshot!(flow.screen(80, 24));
    // The explanation of every key is shown in full in a small window too.
    let steps: Vec<String> = (0..200).map(|_| flow.keys("Down").screen(60, 16)).collect();
    // One sentence contains an ellipsis itself.
    let shown = steps.concat().replace("Filter: days, site, observer…", "");
    assert!(!shown.contains('…'), "{shown}");
    let end = |screen: &str| screen.lines().nth(12).unwrap().trim().to_owned();
    let whole = flow.screen(60, 60);
    assert!(whole.contains(&end(steps.last().unwrap())), "{whole}");
    flow.keys("Esc c ?");
    assert!(flow.screen(80, 24).contains(" ?"));
    flow.keys("Enter");
    assert_eq!(flow.visit_ref().state().item(0).unwrap().note.as_deref(), Some("?"));
}

#[test]
fn pasted_text_is_cleaned_and_never_runs_commands() {
    let mut flow = Flow::visit(Lang::En, &definition(&yes_no()));
    flow.send(Message::Paste("nnn".into()));
    assert_eq!(flow.events(), ["started"]);
    flow.keys("c");
    flow.send(Message::Paste("a\u{1b}[31m\u{202e}b\r\nc".into()));
    flow.keys("Enter");
    assert_eq!(flow.visit_ref().state().item(0).unwrap().note.as_deref(), Some("a[31mb\nc"));
}

/// Returns the keys of a text, with Enter for each line break.
fn keys_of(text: &str) -> Vec<KeyPress> {
    text.chars().map(|c| if c == '\n' { Key::Enter } else { Key::Char(c) }.into()).collect()
}

#[test]
fn keys_at_once_with_enter_among_them_are_a_paste() {
    let paste = include_str!("../fixtures/cases/paste.txt");
    for text in [paste, "ok\nno", "a\n\nb\n"] {
        let keys = keys_of(text);
        assert!(is_paste(&keys), "{text:?}");
        let mut flow = Flow::visit(Lang::En, &definition(&yes_no()));
        flow.keys("c").send(Message::Burst(keys)).keys("Enter");
        assert_eq!(flow.visit_ref().state().item(0).unwrap().note.as_deref(), Some(text.trim_end()));
        assert_eq!(flow.events(), ["started", "noted"]);
    }
    // Also in a line, on the page of notes, and in the form of a new visit.
    let mut flow = Flow::visit(Lang::En, &definition(TYPES));
    flow.keys("Down Down Down Down Down Enter").send(Message::Burst(keys_of(paste))).keys("Enter");
    assert_eq!(flow.value(5), "yes, no problem pay at the till then finish");
    flow.keys("h").send(Message::Burst(keys_of(paste))).keys("Tab Esc");
    assert_eq!(flow.visit_ref().state().note(), Some(paste.trim()));
    // Outside text it does nothing, and says so.
    for keys in ["Down", "Down Enter", "f"] {
        let mut flow = Flow::visit(Lang::En, &definition(&yes_no()));
        flow.keys(keys).send(Message::Burst(keys_of(paste)));
        assert_eq!(flow.model.shared.notice, Some(Notice::Text("app-notice-paste-ignored")), "{keys}");
        assert_eq!(flow.events(), ["started"], "{keys}");
    }
    // The help takes it as its filter.
    let mut flow = Flow::visit(Lang::En, &definition(&yes_no()));
    flow.keys("F1").send(Message::Burst(keys_of(paste))).keys("Esc Esc");
    assert_eq!(flow.events(), ["started"]);
}

#[test]
fn keys_typed_ahead_are_never_dropped() {
    // Without Enter among them, or with fewer keys than a paste has, they are keys.
    for text in ["y", "yny", "nynynynynynyn", "busy\n", "5\ny", ""] {
        assert!(!is_paste(&keys_of(text)), "{text:?}");
    }
    assert!(!is_paste(&[keys_of("yes\nno"), vec![Key::Down.into()]].concat()), "no text has an arrow");
    assert!(!is_paste(&[keys_of("yes\nno"), vec![KeyPress::ctrl('q')]].concat()));
    let mut flow = Flow::visit(Lang::En, &definition(&yes_no()));
    flow.send(Message::Burst(keys_of("yca\nn")));
    assert_eq!(flow.events(), ["started", "answered", "noted", "answered"]);
}

#[test]
fn clicks_select_rows_and_run_footer_commands() {
    use esprit::app::Target;
    use esprit::app::keymap::Command;
    let mut flow = Flow::visit(Lang::En, &definition(&yes_no()));
    flow.send(Message::Clicked(Target::Row(3))).send(Message::Clicked(Target::Command(Command::Yes)));
    assert_eq!(flow.value(3), "yes");
}

#[test]
fn a_click_on_keep_ends_typing_in_the_settings() {
    use esprit::app::Target;
    use esprit::app::keymap::Command;
    let mut flow = Flow::new(Lang::En);
    flow.keys("Down Down Down Down Down Enter Down Down Down Down Down Enter").send(Message::Paste("Bob".to_owned()));
    flow.send(Message::Clicked(Target::Command(Command::Keep)));
    assert_eq!(flow.model.shared.settings.observer.as_deref(), Some("Bob"), "{}", flow.screen(80, 24));
}

#[test]
fn the_guided_visit_has_its_own_localized_site() {
    for (lang, name) in [(Lang::Fr, "Boulangerie (exercice)"), (Lang::En, "Bakery (practice)")] {
        let mut flow = Flow::new(lang);
        flow.model.shared.settings.practised = false;
        flow.keys("Enter");
        let (started, _) = flow.visit_ref().state().started().unwrap();
        assert_eq!((started.site.id.as_str(), started.site.label()), ("practice", name));
        assert!(flow.screen(80, 24).contains(name), "{}", flow.screen(80, 24));
        assert!(
            !flow.effects.iter().any(|effect| matches!(effect, Effect::Write(Write::RememberSite(_)))),
            "it is no site to offer"
        );
    }
}

#[test]
fn the_guided_visit_can_be_repeated_from_the_training_menu() {
    let mut flow = Flow::new(Lang::Fr);
    flow.keys("Down Down Down Down Enter");
    insta::assert_snapshot!(flow.screen(80, 24));
    flow.keys("Esc");
    assert!(matches!(flow.model.screen(), Screen::Home(_)));
    flow.keys("Enter Enter");
    let (started, _) = flow.visit_ref().state().started().unwrap();
    assert_eq!(started.kind, esprit::visit::Kind::Training);
}

#[test]
fn loaded_data_reaches_its_screen_below_the_help() {
    let mut flow = Flow::new(Lang::En);
    let (place, record) =
        (crate::support::Place::new(), |visit| LoadedVisit { visit, path: None, doubt: None, play: None, named: None });
    let head = || crate::support::past_visit(&crate::support::saved_session(&place));
    flow.keys("Down Enter F1").send(Message::Past { visits: vec![head()], done: true });
    assert!(matches!(flow.model.screen(), Screen::Help(_)));
    flow.keys("Esc");
    assert!(matches!(flow.model.screen(), Screen::Past(past) if past.done && past.shown.len() == 1));
    flow.keys("Enter F1").send(Message::VisitLoaded(Box::new(record(begin(&bundled("customer"))))));
    flow.keys("Esc");
    assert!(matches!(flow.model.screen(), Screen::VisitDetails(_)));
    flow.keys("Esc");
    assert!(matches!(flow.model.screen(), Screen::Past(past) if past.shown.len() == 1), "the list is as it was left");
}

#[test]
fn the_next_visit_has_its_own_id() {
    let mut flow = Flow::visit(Lang::En, &definition(&yes_no()));
    flow.send(Message::NextSession("0196".into())).send(Message::Act(Action::Abandon));
    flow.send(Message::Completed("/d/x.json".into())).keys("n");
    assert!(matches!(flow.model.screen(), Screen::NewVisit(_)));
    flow.keys("Down Down").typed("lyon").keys("Enter Enter Enter Enter");
    assert_eq!(flow.visit_ref().state().started().unwrap().0.session, "0196");
}
