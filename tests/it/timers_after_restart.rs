//! Timers that run while the program is closed, for example after a crash: their values, and what the observer is told.

use crate::practise::bakery;
use crate::support::{Flow, Place, SESSION, begin, definition, moment, program};
use esprit::app::loaded_data::{JournalRepair, ResumedVisit};
use esprit::app::message::Message;
use esprit::app::{Model, Notice};
use esprit::store::{Draft, Journal};
use esprit::text::Lang;
use esprit::visit::replay::Replay;
use esprit::visit::{Action, Moment, Playback, Program, TimerPress, Value, Visit};

const ITEMS: &str = r#"
    {"id": "wait", "label": {"fr": "Attente", "en": "Waiting"}, "response": {"type": "timer", "starts": "visit_start"}},
    {"id": "serve", "label": "serve", "response": {"type": "timer"}},
    {"id": "seen", "label": "seen", "response": {"type": "behaviour"}}"#;

const QUARTER: u64 = 900_000;

fn stop(visit: &mut Visit, item: usize, now: &Moment) -> Value {
    visit.act(&Action::Timer { item, press: TimerPress::Stop, seen: None }, now).unwrap();
    visit.state().answer(item).unwrap().value.clone()
}

/// Begins a visit whose last event is after ten seconds.
fn crashed() -> Visit {
    let mut visit = begin(&definition(ITEMS));
    visit.act(&Action::Mark(None), &moment(10_000)).unwrap();
    visit
}

fn other() -> Program {
    Program { boot: "other".to_owned(), app: "0.1.0".to_owned() }
}

/// Returns a flow in which a visit was resumed.
fn resumed_flow(
    lang: Lang,
    visit: Visit,
    play: Option<Playback>,
    repair: Option<JournalRepair>,
    now: &Moment,
    boot: &Program,
) -> Flow {
    let mut flow = Flow::new(lang);
    flow.model.shared.environment.program = boot.clone();
    let opened = ResumedVisit { visit, draft: Draft::default(), repair, play, is_reopened: false };
    esprit::app::update(&mut flow.model, Message::Resumed(Box::new(opened)), now);
    flow
}

fn ids(model: &Model) -> Vec<&'static str> {
    match &model.shared.notice {
        Some(Notice::Several(all)) => all.iter().map(|(id, _)| *id).collect(),
        None => Vec::new(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_timer_runs_on_while_the_program_is_closed() {
    let restarted = Moment { clock_ms: 5, ..moment(QUARTER) };
    for (boot, now) in [(program(), moment(QUARTER)), (other(), restarted)] {
        let mut visit = crashed();
        visit.resume(&boot, &now).unwrap();
        let later = Moment { clock_ms: now.clock_ms + 1000, ..moment(QUARTER + 1000) };
        assert_eq!(stop(&mut visit, 0, &later), Value::Integer(901_000), "{boot:?}");
    }
    // A typed value is kept.
    let mut visit = crashed();
    visit.resume(&program(), &moment(QUARTER)).unwrap();
    visit.act(&Action::Answer { item: 0, value: Value::Integer(45_000), seen: None }, &moment(QUARTER)).unwrap();
    assert_eq!(visit.state().answer(0).unwrap().value, Value::Integer(45_000));
}

#[test]
fn the_notice_names_the_timers_that_ran_on_and_the_time() {
    for (lang, words) in [
        (Lang::En, "closed for up to 00:14:50 and the timer ran on: Waiting."),
        (Lang::Fr, "fermé pendant au plus 00:14:50 et le chrono a continué\u{a0}: Attente."),
    ] {
        let flow = resumed_flow(lang, crashed(), None, Some(JournalRepair::Cut), &moment(QUARTER), &program());
        assert_eq!(ids(&flow.model), ["app-notice-cut", "app-notice-timer-ran-on"]);
        let flow = resumed_flow(lang, crashed(), None, None, &moment(QUARTER), &program());
        let screen = flow.screen(80, 24).split_whitespace().collect::<Vec<_>>().join(" ");
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(screen.contains(&words), "{screen}");
    }
    let mut both = crashed();
    both.act(&Action::Timer { item: 1, press: TimerPress::Start, seen: None }, &moment(10_000)).unwrap();
    let flow = resumed_flow(Lang::En, both, None, None, &moment(QUARTER), &program());
    let Some(Notice::Several(all)) = &flow.model.shared.notice else { panic!() };
    assert_eq!(all[0].1[0], ("names", "Waiting, serve".to_owned()));
}

#[test]
fn a_clock_set_back_makes_the_time_unknown() {
    let back = Moment { wall: moment(0).wall.before(5000).unwrap(), clock_ms: 7 };
    let flow = resumed_flow(Lang::En, crashed(), None, None, &back, &other());
    assert_eq!(ids(&flow.model), ["app-notice-timer-unknown"]);
    assert_eq!(flow.visit_ref().state().last_time().unwrap().1, 10_000);
    assert!(flow.screen(80, 24).contains("time is unknown"), "{}", flow.screen(80, 24));
}

#[test]
fn no_notice_appears_if_no_timer_ran_on() {
    let quiet = |visit: Visit, ms: u64| {
        let flow = resumed_flow(Lang::En, visit, None, None, &moment(ms), &program());
        assert_eq!(ids(&flow.model), Vec::<&str>::new());
        flow
    };
    let mut stopped = crashed();
    stop(&mut stopped, 0, &moment(10_000));
    quiet(stopped, QUARTER);
    quiet(crashed(), 10_900);
    // In a pause timers stand still, however long the program is closed meanwhile.
    let mut paused = crashed();
    paused.act(&Action::Pause(None), &moment(10_000)).unwrap();
    let mut flow = quiet(paused, QUARTER);
    let visit = &mut flow.model.shared.active_visit.as_mut().unwrap().visit;
    visit.act(&Action::Continue(None), &moment(QUARTER)).unwrap();
    assert_eq!(stop(visit, 0, &moment(QUARTER + 2_000)), Value::Integer(12_000));
}

#[test]
fn a_practice_timer_stands_still_while_the_program_is_closed() {
    // The scene stands still while the program is closed; a shifted clock in between changes nothing.
    let set = |ms: u64| Moment { wall: moment(ms + 3_600_000).wall, ..moment(ms) };
    for clock in [moment, set] {
        let (mut visit, play) = bakery(2.0);
        visit.act(&Action::Mark(None), &moment(5_000)).unwrap();
        visit.resume(&program(), &clock(QUARTER)).unwrap();
        assert_eq!(play.now_ms(&visit, &clock(QUARTER + 1_000)), 12_000);
        let wait = visit.definition().position("greeting.wait").unwrap();
        assert_eq!(stop(&mut visit, wait, &clock(QUARTER + 1_000)), Value::Integer(6_000), "12 seconds of the scene");
        let gaps: Vec<_> = Replay::from_visit(&visit).gaps().iter().map(|gap| (gap.from_ms, gap.to_ms)).collect();
        assert_eq!(gaps, [(5_000, QUARTER)]);
    }
    let (mut visit, play) = bakery(2.0);
    visit.act(&Action::Mark(None), &moment(5_000)).unwrap();
    let flow = resumed_flow(Lang::En, visit, Some(play), None, &moment(QUARTER), &program());
    assert_eq!(ids(&flow.model), Vec::<&str>::new());
}

#[test]
fn the_dialogue_reports_that_a_timer_ran_on() {
    for (lang, words) in [("en", "the timer ran on: Waiting."), ("fr", "a continué\u{a0}: Attente.")] {
        let place = Place::new();
        let visit = crashed();
        let mut journal = Journal::create(&place.folders(), visit.definition(), SESSION).unwrap();
        journal.append(visit.events()).unwrap();
        drop(journal);
        let (code, _, err) = place.run(lang, &["resume", "--plain"], "45\nquit\n");
        assert!(code == 0 && err.contains(words), "{err}");
        // The next time, no timer is running.
        let (code, _, err) = place.run(lang, &["resume", "--plain"], "quit\n");
        assert!(code == 0 && !err.contains(words), "{err}");
    }
}
