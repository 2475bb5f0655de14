//! What an observer may run into: misplaced notes, visits that end too early, hidden words.

use crate::support::{Flow, begin, definition, moment};
use esprit::app::loaded_data::{LoadedVisit, ResumedVisit};
use esprit::app::message::Message;
use esprit::app::{Effect, Notice, Read, Screen, Target, Write};
use esprit::store::{Draft, IoCause, ItemDraft, JournalError, StoreError, Unfinished};
use esprit::text::Lang;

const ITEMS: &str = r#"
    {"id": "a", "label": "Item a", "response": {"type": "behaviour"}, "note_required_on": ["no"]},
    {"id": "b", "label": "Item b", "response": {"type": "count"}},
    {"id": "c", "label": "Item c", "response": {"type": "timer", "starts": "visit_start"}}"#;

fn visit(lang: Lang) -> Flow {
    Flow::visit(lang, &definition(ITEMS))
}

fn note(flow: &Flow, item: usize) -> Option<String> {
    flow.visit_ref().state().item(item).unwrap().note.clone()
}

#[test]
fn a_required_note_goes_to_its_answer() {
    let mut flow = visit(Lang::Fr);
    flow.keys("n");
    assert!(flow.screen(80, 24).contains("Une note est obligatoire\u{a0}: C pour l’écrire"), "{}", flow.screen(80, 24));
    flow.keys("c").typed("occupé").keys("Enter");
    assert_eq!((note(&flow, 0).as_deref(), note(&flow, 1)), (Some("occupé"), None));
    // Once the user moves the cursor, a note is about the item under it.
    flow.keys("Up n Down c").typed("x").keys("Enter");
    assert_eq!(note(&flow, 2).as_deref(), Some("x"));
}

#[test]
fn a_note_after_an_answer_is_about_the_answered_item() {
    // The keys before the note; whose note it is.
    for (keys, item) in [
        ("y", 0),
        ("n z", 0),
        ("y h Esc", 0),
        ("y F1 Esc", 0),
        ("y m", 0),
        ("Enter y", 0),
        ("Enter Enter", 0),
        ("Down + +", 1),
        ("Down 3 Enter", 1),
        ("Down Down t", 2),
        ("Down Down 9 Enter", 2),
        ("Down y y", 1),
        ("y Down", 2),
        ("y Up", 0),
        ("y Tab", 0),
        ("y Backspace", 1),
        ("y u", 0),
        ("y Down u r", 0),
    ] {
        let mut flow = visit(Lang::En);
        flow.keys(keys).keys("c");
        let title = format!("Note: Item {}", ["a", "b", "c"][item]);
        assert!(flow.screen(80, 24).contains(&title), "{keys}: {}", flow.screen(80, 24));
        flow.typed("why").keys("Enter");
        let notes: Vec<_> = (0..3).map(|item| note(&flow, item).is_some()).collect();
        assert_eq!(notes, [0, 1, 2].map(|at| at == item), "{keys}");
    }
    // The timer key stops a timer from anywhere: the note is about that timer.
    let mut flow = visit(Lang::En);
    flow.keys("t c").typed("why").keys("Enter");
    assert_eq!(note(&flow, 2).as_deref(), Some("why"));
}

#[test]
fn a_note_closed_too_early_is_opened_again() {
    for wrong in ["Enter", "Esc", "F2 F2 Enter", "F1 Esc Esc"] {
        let mut flow = visit(Lang::En);
        flow.keys("y c").typed("at the").keys(wrong).keys("c").typed(" till").keys("Enter");
        assert_eq!(note(&flow, 0).as_deref(), Some("at the till"), "{wrong}");
        flow.keys("+");
        assert_eq!(flow.value(1), "1", "the cursor is where it was: {wrong}");
    }
}

#[test]
fn a_text_left_without_an_answer_is_shown_again() {
    let words = r#"{"id": "w", "label": "Words", "response": {"type": "text"}},
        {"id": "x", "label": "More", "response": {"type": "text"}}"#;
    let mut flow = Flow::visit(Lang::En, &definition(words));
    flow.keys("Enter").typed("good mor").keys("Esc");
    assert!(flow.screen(80, 24).contains("Your text is kept: Enter to go on"), "{}", flow.screen(80, 24));
    assert_eq!(flow.value(0), "null");
    flow.keys("Enter").typed("ning").keys("Enter Enter").typed("else").keys("Enter");
    assert_eq!((flow.value(0).as_str(), flow.value(1).as_str()), ("good morning", "else"));
}

#[test]
fn a_time_of_day_is_a_late_entry() {
    for (lang, typed, pending) in
        [(Lang::Fr, "10h02", "Prochaine réponse\u{a0}: vue à 10:02"), (Lang::En, "10:02", "Next answer: seen at 10:02")]
    {
        let mut flow = visit(lang);
        flow.ms = 600_000;
        flow.keys("a").typed(typed).keys("Enter");
        assert!(flow.screen(80, 24).contains(pending), "{}", flow.screen(80, 24));
        // However long the answer takes, it was seen then.
        flow.ms = 900_000;
        flow.keys("n");
        let answer = flow.visit_ref().state().answer(0).unwrap();
        assert_eq!((answer.observed_at, answer.happened_ms), (Some(moment(120_000).wall), 120_000));
    }
    for (typed, said) in [
        ("9:59", "09:59 is before the visit, which started at 10:00"),
        ("1:30", "For how long ago, type for example 1 min 30"),
        ("10:45", "10:45 is still to come: it is 10:1"),
        ("25:00", "Type a time, for example"),
    ] {
        let mut flow = visit(Lang::En);
        flow.ms = 600_000;
        flow.keys("a").typed(typed).keys("Enter");
        let screen = flow.screen(80, 24).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(screen.contains(said) && screen.contains("How long ago"), "{typed}: {screen}");
    }
}

#[test]
fn a_number_with_two_readings_is_asked_for_again() {
    let amount = r#"{"id": "p", "label": "Price", "response": {"type": "number", "unit": "€"}}"#;
    let mut flow = Flow::visit(Lang::En, &definition(amount));
    flow.keys("1").typed(",234").keys("Enter");
    assert!(
        flow.screen(80, 24).contains("“1,234” can mean two numbers: type 1234 or 1.234."),
        "{}",
        flow.screen(80, 24)
    );
    assert_eq!(flow.value(0), "null");
    flow.keys("Backspace Backspace Backspace Backspace").typed("234,5 €").keys("Enter");
    assert_eq!(flow.value(0), "1234.5");
    let mut flow = Flow::visit(Lang::Fr, &definition(amount));
    flow.keys("1").typed("\u{a0}234,5").keys("Enter");
    assert_eq!(flow.value(0), "1234.5");
    // A digit of any script begins an answer.
    let mut flow = Flow::visit(Lang::Fr, &definition(amount));
    flow.keys("٣ Enter");
    assert_eq!(flow.value(0), "3");
}

#[test]
fn a_note_being_typed_is_saved_as_a_draft_and_restored() {
    let mut flow = visit(Lang::En);
    flow.keys("c").typed("half a no");
    let Some(Effect::Write(Write::Draft(draft))) = flow.effects.last().cloned() else { panic!("no draft") };
    assert_eq!(draft.note, Some(ItemDraft { item: "a".into(), text: "half a no".into() }));
    let visit = flow.visit_ref().clone();
    let mut again = Flow::new(Lang::En);
    again.send(Message::Resumed(Box::new(ResumedVisit { visit, draft, repair: None, play: None, is_reopened: false })));
    again.typed("te").keys("Enter");
    assert_eq!(note(&again, 0).as_deref(), Some("half a note"));
    assert!(matches!(again.effects.last(), Some(Effect::Write(Write::Draft(draft))) if draft.is_empty()));
}

#[test]
fn the_draft_of_a_note_becomes_the_note_before_the_end_and_that_of_the_page_does_not() {
    let draft = Draft {
        page: Some("pain".into()),
        note: Some(ItemDraft { item: "b".into(), text: "two".into() }),
        ..Draft::default()
    };
    let mut flow = Flow::new(Lang::En);
    let visit = begin(&definition(ITEMS));
    flow.send(Message::Resumed(Box::new(ResumedVisit { visit, draft, repair: None, play: None, is_reopened: false })));
    flow.send(Message::Act(esprit::visit::Action::Finish));
    assert_eq!(flow.events()[2..], ["noted", "finished"]);
    assert_eq!((note(&flow, 1).as_deref(), flow.visit_ref().state().note()), (Some("two"), None));
}

#[test]
fn an_emptied_page_leaves_no_draft() {
    let mut flow = visit(Lang::En);
    flow.keys("h").typed("x").keys("Esc h Backspace Esc");
    assert!(matches!(flow.effects.last(), Some(Effect::Write(Write::Draft(draft))) if draft.is_empty()));
    assert_eq!(flow.events(), ["started"]);
}

#[test]
fn the_draft_of_an_earlier_version_is_not_taken_twice() {
    // Its page began with the visit's note.
    let mut visit = begin(&definition(ITEMS));
    visit.act(&esprit::visit::Action::Note { item: None, text: "one".into() }, &moment(1)).unwrap();
    let mut flow = Flow::new(Lang::En);
    let draft = Draft::page("one\ntwo");
    flow.send(Message::Resumed(Box::new(ResumedVisit { visit, draft, repair: None, play: None, is_reopened: false })));
    flow.keys("h Tab");
    assert_eq!(flow.visit_ref().state().note(), Some("one\ntwo"));
}

#[test]
fn the_cover_page_hides_any_screen_and_restores_it() {
    let mut flow = visit(Lang::En);
    for (keys, back) in [("f", "Review"), ("c", "Note: Item a"), ("F1", "All the keys"), ("a", "How long ago")] {
        flow.keys(keys);
        assert!(flow.screen(80, 24).contains(back), "{back}: {}", flow.screen(80, 24));
        flow.keys("F2");
        assert!(flow.screen(80, 24).starts_with(" Shopping list"), "{back}");
        flow.keys("Tab F2");
        assert!(flow.screen(80, 24).contains(back), "{back}");
        flow.keys("Esc");
    }
    assert_eq!(flow.visit_ref().state().marks().len(), 4);
    // Messages from the disk do not uncover the screen.
    flow.keys("Esc F2");
    let visit = begin(&definition(ITEMS));
    flow.send(Message::VisitLoaded(Box::new(LoadedVisit { visit, path: None, doubt: None, play: None, named: None })));
    assert!(flow.screen(80, 24).starts_with(" Shopping list"));
    flow.keys("F2");
    assert!(matches!(flow.model.screen(), Screen::VisitDetails(_)));
}

#[test]
fn a_pending_late_entry_is_shown_and_can_be_cancelled() {
    let mut flow = visit(Lang::Fr);
    flow.ms = 600_000;
    flow.keys("a").typed("30").keys("Enter");
    assert!(flow.screen(80, 24).contains("Prochaine réponse\u{a0}: vue il y a 30\u{a0}s"), "{}", flow.screen(80, 24));
    flow.keys("a").typed("0").keys("Enter");
    assert!(!flow.screen(80, 24).contains("Prochaine réponse"));
    flow.keys("o");
    assert_eq!(flow.visit_ref().state().answer(0).unwrap().observed_at, None);
}

#[test]
fn a_typed_tally_replaces_the_count() {
    let mut flow = visit(Lang::En);
    flow.keys("Down Space + Enter").typed("5").keys("Enter");
    assert_eq!(flow.value(1), "5");
    flow.keys("Up Up Down Enter Enter");
    assert_eq!(flow.value(1), "5", "nothing typed changes nothing");
}

#[test]
fn a_time_can_be_typed() {
    let mut flow = visit(Lang::En);
    flow.keys("Down Down Enter").typed("12,5").keys("Enter");
    assert_eq!(flow.value(2), "12500");
}

#[test]
fn the_score_of_an_open_visit_is_shown_only_if_enabled() {
    let mut flow = Flow::new(Lang::En);
    let mut open = begin(&definition(ITEMS));
    open.act(
        &esprit::visit::Action::Answer { item: 0, value: esprit::visit::Value::text("yes"), seen: None },
        &moment(1),
    )
    .unwrap();
    let look = |flow: &mut Flow| {
        let record = LoadedVisit { visit: open.clone(), path: None, doubt: None, play: None, named: None };
        flow.send(Message::VisitLoaded(Box::new(record)));
        flow.keys("s").screen(80, 24)
    };
    let screen = look(&mut flow);
    assert!(!screen.contains('%') && !screen.contains("weight"), "{screen}");
    flow.model.shared.settings.show_score = true;
    let screen = look(&mut flow);
    assert!(screen.contains("100%") || screen.contains("100.0%"), "{screen}");
}

#[test]
fn an_assigned_mark_shows_its_time_before_the_answer() {
    let mut flow = visit(Lang::En);
    flow.keys("m l Enter");
    assert!(flow.screen(80, 24).lines().any(|line| line.contains("10:00:01") && line.contains("Item a")));
}

#[test]
fn a_refused_mark_can_be_assigned_to_another_item() {
    let mut flow = visit(Lang::En);
    flow.keys("y m f Enter Enter");
    assert_eq!(flow.model.shared.notice, Some(Notice::Refused(esprit::visit::Refusal::MarkTooLate)));
    assert!(flow.screen(80, 24).contains("choose the item"), "{}", flow.screen(80, 24));
    flow.keys("Down Enter");
    assert_eq!(flow.events().last().unwrap(), "mark_bound");
    assert!(matches!(flow.model.screen(), Screen::Review(_)));
}

#[test]
fn letters_answer_and_mark_in_the_chooser_too() {
    let mut flow = visit(Lang::Fr);
    flow.keys("Enter");
    let screen = flow.screen(80, 24);
    assert!(screen.contains("O oui") && screen.contains("V non vu"), "{screen}");
    assert!(screen.contains("↑↓ choisir  Entrée répondre"), "two keys went by the same word: {screen}");
    flow.keys("m f z");
    assert_eq!(flow.events()[1..], ["marked"]);
    assert!(flow.screen(80, 24).contains("O oui"), "they are still offered");
    flow.keys("o");
    assert_eq!((flow.value(0).as_str(), &flow.events()[2..]), ("yes", &["answered".to_owned()][..]));
    // An invalid answer for a scale keeps its steps open, and notifies the user.
    let scale = r#"{"id": "s", "label": "S", "response": {"type": "scale", "min": 0, "max": 10}}"#;
    let mut flow = Flow::visit(Lang::Fr, &definition(scale));
    flow.keys("Enter o");
    assert!(matches!(flow.model.shared.notice, Some(Notice::Refused(_))));
    flow.keys("7");
    assert_eq!(flow.value(0), "7");
}

#[test]
fn an_invalid_tally_gets_the_hint_for_tallies() {
    let mut flow = visit(Lang::En);
    flow.keys("Down Enter").typed("2.5").keys("Enter");
    assert_eq!(flow.model.shared.notice, Some(Notice::Text("app-notice-count-form")));
}

#[test]
fn own_letters_work_and_are_shown() {
    let mut flow = visit(Lang::Fr);
    flow.model.shared.keymap.rebind("finish", 'k').unwrap();
    flow.model.shared.keymap.rebind("mark", 'j').unwrap();
    flow.keys("l");
    assert!(flow.screen(80, 24).contains("J en pose un"));
    flow.keys("k k");
    assert!(flow.screen(80, 24).contains("Encore K pour terminer"), "{}", flow.screen(80, 24));
    flow.keys("k");
    assert_eq!(flow.events().last().unwrap(), "finished");
}

#[test]
fn the_open_visit_can_be_abandoned_from_the_home_screen() {
    let mut flow = visit(Lang::Fr);
    flow.keys("Esc Delete");
    assert!(flow.screen(80, 24).contains("Abandonner cette visite"));
    flow.keys("n Delete o");
    assert_eq!(flow.events(), ["started", "abandoned"]);
    assert!(matches!(flow.model.screen(), Screen::Finished(_)));
    assert!(matches!(flow.effects.last(), Some(Effect::Write(Write::Complete))));
}

#[test]
fn leaving_with_unsaved_events_warns() {
    let mut flow = visit(Lang::En);
    flow.disk = false;
    flow.keys("y");
    flow.send(Message::NotSaved(IoCause::Full.at("/d/a-very-long-name-of-a-folder/that-goes-on")));
    let screen = flow.screen(60, 16);
    assert!(screen.contains("your answers are kept in memory") && screen.contains("The disk is full"), "{screen}");
    flow.keys("Esc q");
    assert!(!flow.effects.iter().any(|effect| matches!(effect, Effect::Quit)));
    assert_eq!(flow.model.shared.notice, Some(Notice::Text("app-notice-leaving-unsaved")));
    // No other visit replaces it.
    flow.keys("Down Enter");
    assert_eq!(flow.model.shared.notice, Some(Notice::Text("app-notice-unsaved-first")));
    flow.keys("q q");
    assert!(matches!(flow.effects.last(), Some(Effect::Quit)));
}

#[test]
fn a_pause_shows_how_to_continue() {
    let mut flow = visit(Lang::Fr);
    flow.keys("s Enter");
    assert!(flow.screen(60, 16).lines().any(|line| line.starts_with(" S reprendre")), "{}", flow.screen(60, 16));
}

#[test]
fn a_long_notice_never_covers_the_keys() {
    let mut flow = Flow::new(Lang::En);
    flow.model.shared.notice =
        Some(Notice::With(("app-notice-abandoned", vec![("path", "/d/".to_owned() + &"x".repeat(400))])));
    let screen = flow.screen(60, 16);
    assert!(screen.lines().last().unwrap().contains("Q quit"), "{screen}");
    // Nothing of what it covers shows through.
    let mut flow = visit(Lang::En);
    flow.keys("f f");
    let screen = flow.screen(44, 16);
    assert!(screen.contains("│ Some items are incomplete. Press F │"), "{screen}");
}

#[test]
fn the_row_of_the_last_answer_stays_visible() {
    let mut flow = visit(Lang::En);
    flow.keys("Down Down t");
    flow.send(Message::Clicked(Target::Command(esprit::app::keymap::Command::Clear)));
    assert_eq!(flow.value(2), "null", "the cursor stayed on the last item");
}

#[test]
fn the_selection_stays_when_lists_are_loaded() {
    let mut flow = Flow::new(Lang::En);
    flow.keys("Down Down Down");
    assert!(flow.screen(80, 24).lines().any(|line| line.contains("► Checklists")));
    let visit = begin(&definition(ITEMS));
    let (started, at) = visit.state().started().cloned().unwrap();
    let summary = esprit::store::unfinished::Summary {
        site: started.site,
        kind: started.kind,
        observer: started.observer,
        checklist: "test".into(),
        title: visit.definition().checklist().title.clone(),
        started_at: at,
        last_at: at,
        is_correction: false,
        answers: 0,
        over: false,
    };
    flow.send(Message::Unfinished(vec![Unfinished { id: "0195".into(), busy: false, visit: Ok(summary) }]));
    let screen = flow.screen(80, 24);
    assert!(screen.contains("Resume: Agence Lyon 3"), "{screen}");
    assert!(screen.lines().any(|line| line.contains("► Checklists")), "{screen}");
}

#[test]
fn a_visit_that_cannot_be_resumed_at_start_leaves_the_home_screen_usable() {
    let mut flow = Flow::new(Lang::En);
    flow.send(Message::Failed(StoreError::Journal(JournalError::Busy { id: "0195".into() })));
    assert!(matches!(flow.effects[..], [Effect::Read(Read::LoadUnfinished), Effect::Read(Read::LoadRecent(_))]));
    flow.send(Message::Recent(Vec::new()))
        .send(Message::Failed(StoreError::Journal(JournalError::Busy { id: "0195".into() })));
    assert_eq!(flow.effects.len(), 2, "what was read is not read again and again");
}

#[test]
fn past_visits_loaded_while_the_screen_is_hidden_are_kept() {
    let mut flow = visit(Lang::En);
    flow.keys("Esc Down Down Enter F2");
    assert!(flow.screen(80, 24).starts_with(" Shopping list"));
    flow.send(Message::Past { visits: Vec::new(), done: true });
    flow.keys("F2");
    assert!(flow.screen(80, 24).contains("No visit yet"), "{}", flow.screen(80, 24));
}
