//! Which events a correction has, and what it does to the times and the score of a visit.

use super::{DAY, answer, later, site, why};
use crate::support::{begin, definition, moment, program};
use esprit::visit::changes::{Content, Subject, corrections};
use esprit::visit::event::{Body, HeaderFact};
use esprit::visit::replay::{Order, Replay};
use esprit::visit::state::{FoldError, Status};
use esprit::visit::{Action, Authorship, Event, Kind, ObservedTime, Refusal, State, TimerPress, Value, Visit};

const ITEMS: &str = r#"
    {"id": "seen", "label": "Seen", "response": {"type": "behaviour"}},
    {"id": "other", "label": "Other", "response": {"type": "behaviour"}},
    {"id": "smiles", "label": "Smiles", "response": {"type": "count"}},
    {"id": "wait", "label": "Wait", "response": {"type": "timer", "starts": "visit_start"}}"#;
const SEEN: usize = 0;
const OTHER: usize = 1;
const SMILES: usize = 2;
const WAIT: usize = 3;

/// Returns a visit that took a minute: the first item is answered late, a mark is free, the timer still runs.
fn finished() -> Visit {
    let mut visit = begin(&definition(ITEMS));
    let mut act = |action: Action, ms| drop(visit.act(&action, &moment(ms)).unwrap().to_vec());
    act(Action::Mark(None), 5_000);
    act(Action::Answer { item: SEEN, value: Value::text("no"), seen: Some(ObservedTime::Ago(20_000)) }, 30_000);
    act(Action::Finish, 60_000);
    visit
}

fn reopened() -> Visit {
    let mut visit = finished();
    visit.reopen(&why(), &program(), &later(3)).unwrap();
    visit
}

fn act(visit: &mut Visit, action: &Action) {
    visit.act(action, &later(3)).unwrap();
}

#[test]
fn only_a_visit_that_is_over_can_be_corrected_and_only_with_who_and_why() {
    let mut open = begin(&definition(ITEMS));
    assert_eq!(open.reopen(&why(), &program(), &later(3)).unwrap_err(), Refusal::NotInCorrection);
    assert_eq!(open.act(&Action::Void(why()), &later(3)).unwrap_err(), Refusal::NotInCorrection);
    assert_eq!(Authorship::new(" Chloé ", " typo "), Authorship::new("Chloé", "typo"));
    assert_eq!(Authorship::new("Ch\u{1b}loé\u{202e}", "a\nb"), Authorship::new("Chloé", "a b"), "nothing hostile");
    for (by, reason) in [("", "typo"), ("Chloé", "  "), ("\t", "")] {
        assert_eq!(Authorship::new(by, reason), None);
    }
    let mut visit = reopened();
    assert!(visit.state().is_correction() && !visit.is_over());
    assert_eq!(visit.reopen(&why(), &program(), &later(3)).unwrap_err(), Refusal::NotInCorrection, "it is open");
    act(&mut visit, &Action::Finish);
    assert_eq!(visit.state().status(), Status::Complete);
}

#[test]
fn the_events_say_who_corrected_and_why_and_the_clock_goes_on_from_the_wall() {
    let visit = reopened();
    let [.., finished, reopened, resumed] = visit.events() else { panic!() };
    assert_eq!(finished.body, Body::Finished);
    let expected = Body::Reopened { by: "Chloé".to_owned(), reason: "typed at the wrong line".to_owned() };
    assert_eq!((&reopened.body, reopened.elapsed_ms), (&expected, 3 * DAY));
    assert!(matches!(resumed.body, Body::Resumed(_)), "as after a restart of the machine");
    let known = visit.state().corrections().unwrap();
    assert_eq!((known.number, known.by.as_str(), known.at), (1, "Chloé", later(3).wall));
    // A wall clock before the end of the visit moves no time back.
    let mut early = self::finished();
    early.reopen(&why(), &program(), &moment(1_000)).unwrap();
    assert!(Visit::from_events(early.definition().clone(), early.events().to_vec()).is_ok());
}

#[test]
fn a_correction_does_not_change_the_times_of_the_visit() {
    let before = finished();
    let times = |visit: &Visit, item| {
        let answer = visit.state().answer(item).unwrap().clone();
        (answer.recorded_at, answer.observed_at, answer.elapsed_ms, answer.memory_age_ms())
    };
    let mut visit = reopened();
    for action in [answer(SEEN, "yes"), answer(OTHER, "no"), Action::Count { item: SMILES, seen: None }, site("evry-1")]
    {
        act(&mut visit, &action);
    }
    act(&mut visit, &Action::Finish);
    assert_eq!(visit.state().observed_until(), before.state().observed_until());
    assert_eq!(visit.state().observed_until().unwrap().1, 60_000);
    assert_eq!(times(&visit, SEEN), times(&before, SEEN), "the time of the answer that was observed");
    let (recorded, observed, elapsed, age) = times(&visit, OTHER);
    assert_eq!((recorded, observed, elapsed, age), (moment(60_000).wall, None, 60_000, 0), "the end of the visit");
    assert_eq!(visit.state().answer(SMILES).unwrap().elapsed_ms, 60_000);
    assert_eq!((visit.state().clock_shifts(), visit.state().paused_ms()), (0, 0));
    let item = visit.state().item(SEEN).unwrap();
    assert_eq!(item.first_recorded_at, Some(moment(30_000).wall));
}

#[test]
fn nothing_is_observed_in_a_correction() {
    let mut visit = reopened();
    let timed = |press| Action::Timer { item: WAIT, press, seen: None };
    let ago = Action::Answer { item: OTHER, value: Value::text("no"), seen: Some(ObservedTime::Ago(1_000)) };
    for action in [
        Action::Mark(None),
        Action::Pause(None),
        Action::Continue(None),
        Action::Abandon,
        timed(TimerPress::Start),
        timed(TimerPress::Stop),
        ago,
    ] {
        assert_eq!(visit.act(&action, &later(3)).unwrap_err(), Refusal::InCorrection, "{action:?}");
    }
    act(&mut visit, &Action::Answer { item: WAIT, value: Value::Integer(42_000), seen: None });
    act(&mut visit, &timed(TimerPress::Never));
    // A mark that was taken then can be given to an item now.
    act(&mut visit, &Action::Bind { mark: 2, item: SEEN });
    assert_eq!(visit.state().answer(SEEN).unwrap().happened_ms, 5_000);
    let item = |body| Event { seq: visit.state().last_seq() + 1, body, ..visit.events().last().unwrap().clone() };
    let wait = || "wait".to_owned();
    for body in [
        Body::Marked { text: None },
        Body::Paused { reason: None },
        Body::TimerStarted { item: wait() },
        Body::TimerStopped { item: wait() },
        Body::Abandoned,
    ] {
        let event = item(body);
        let mut state = visit.state().clone();
        assert_eq!(state.apply(visit.definition(), &event), Err(FoldError::AfterEnd { seq: event.seq }), "{event:?}");
    }
    let void = Body::Voided { by: "a".to_owned(), reason: "b".to_owned() };
    let before = finished();
    let event = Event { seq: before.state().last_seq() + 1, body: void, ..before.events().last().unwrap().clone() };
    let events: Vec<Event> = before.events().iter().cloned().chain([event]).collect();
    assert!(State::fold(before.definition(), &events).is_err(), "only what is open again can be declared void");
}

#[test]
fn undo_reaches_no_further_back_than_the_correction() {
    let mut visit = reopened();
    assert_eq!(visit.act(&Action::Undo, &later(3)).unwrap_err(), Refusal::NothingToUndo);
    act(&mut visit, &answer(SEEN, "yes"));
    act(&mut visit, &Action::Undo);
    assert_eq!(visit.state().answer(SEEN), finished().state().answer(SEEN));
    act(&mut visit, &Action::Redo);
    assert_eq!(visit.state().answer(SEEN).unwrap().value, Value::text("yes"));
    let again = Visit::from_events(visit.definition().clone(), visit.events().to_vec()).unwrap();
    assert_eq!(again.state(), visit.state());
}

#[test]
fn every_change_is_listed_with_what_stood_before_and_after() {
    let mut visit = reopened();
    act(&mut visit, &answer(SEEN, "partly"));
    act(&mut visit, &answer(SEEN, "yes"));
    act(&mut visit, &Action::Note { item: Some(OTHER), text: "by the door".to_owned() });
    act(&mut visit, &answer(OTHER, "yes"));
    act(&mut visit, &Action::Undo);
    act(&mut visit, &Action::ChangeHeader(HeaderFact::Kind(Kind::SelfAudit)));
    act(&mut visit, &Action::ChangeHeader(HeaderFact::Remark("rain".to_owned())));
    act(&mut visit, &Action::Finish);
    visit.reopen(&Authorship::new("Paul", "wrong shop").unwrap(), &program(), &later(4)).unwrap();
    visit.act(&Action::Void(Authorship::new("Paul", "wrong shop").unwrap()), &later(4)).unwrap();

    let made = corrections(&visit);
    assert_eq!(made.len(), 2);
    assert_eq!((made[0].by.as_str(), made[0].void, made[1].by.as_str(), made[1].void), ("Chloé", false, "Paul", true));
    let changes: Vec<_> =
        made[0].changes.iter().map(|change| (&change.subject, &change.before, &change.after)).collect();
    let item = |id: &str| id.to_owned();
    let text = |text: &str| Content::Answer(Value::text(text));
    let expected = [
        (Subject::Answer { item: item("seen") }, text("no"), text("yes")),
        (Subject::Note { item: item("other") }, Content::Nothing, Content::Text("by the door".to_owned())),
        (
            Subject::Kind,
            Content::Fact(HeaderFact::Kind(Kind::MysteryVisit)),
            Content::Fact(HeaderFact::Kind(Kind::SelfAudit)),
        ),
        (Subject::Remark, Content::Nothing, Content::Fact(HeaderFact::Remark("rain".to_owned()))),
    ];
    assert_eq!(changes, expected.iter().map(|(a, b, c)| (a, b, c)).collect::<Vec<_>>(), "what was undone is no change");
    assert_eq!((visit.state().status(), visit.state().corrections().unwrap().number), (Status::Void, 2));
    assert!(made[1].changes.is_empty());
    assert!(corrections(&finished()).is_empty());
}

#[test]
fn a_replay_ends_with_the_visit_and_plays_corrections_there() {
    let mut visit = reopened();
    act(&mut visit, &answer(SEEN, "yes"));
    act(&mut visit, &Action::Finish);
    let replay = Replay::from_visit(&visit);
    assert_eq!(replay.end_ms(), 60_000);
    assert_eq!(replay.gaps(), Replay::from_visit(&finished()).gaps());
    for order in Order::ALL {
        let steps = replay.steps(order);
        assert!(steps.iter().all(|step| step.at_ms <= 60_000), "{order:?}");
        let last = replay.visit(&visit, order, steps.len());
        assert_eq!(last.state().answer(SEEN), visit.state().answer(SEEN), "{order:?}");
    }
}
