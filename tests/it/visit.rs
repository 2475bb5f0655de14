//! A visit as a value: the events the engine creates from actions, and the events the fold accepts.

use crate::support::{SESSION, begin, definition, moment, program};
use esprit::visit::event::{Body, Clock, ScenarioRef};
use esprit::visit::score::answer_rows;
use esprit::visit::state::FoldError;
use esprit::visit::{
    Action, Definition, Event, Moment, ObservedTime, Program, Refusal, State, TimerPress, Value, Visit,
};
use proptest::prelude::*;
use std::sync::Arc;

/// One item of each kind, one that depends on the first, and a timer for each way of starting.
const ITEMS: &str = r#"
    {"id": "seen", "label": "seen", "response": {"type": "behaviour"}},
    {"id": "why", "label": "why", "response": {"type": "text"}, "when": {"item": "seen", "is": ["no", "partly"]}},
    {"id": "grade", "label": "grade", "response": {"type": "scale", "min": 0, "max": 10}},
    {"id": "smiles", "label": "smiles", "response": {"type": "count"}},
    {"id": "wait", "label": "wait", "response": {"type": "timer", "starts": "visit_start"}},
    {"id": "talk", "label": "talk", "response": {"type": "timer"}}"#;
const SEEN: usize = 0;
const WHY: usize = 1;
const SMILES: usize = 3;
const WAIT: usize = 4;
const TALK: usize = 5;

fn answer(item: usize, value: &str) -> Action {
    Action::Answer { item, value: Value::text(value), seen: None }
}

fn timer(item: usize, press: TimerPress) -> Action {
    Action::Timer { item, press, seen: None }
}

fn count() -> Action {
    Action::Count { item: SMILES, seen: None }
}

/// Performs one action per second; returns the visit.
fn visit(actions: &[Action]) -> Visit {
    let mut visit = begin(&definition(ITEMS));
    for (second, action) in (1..).zip(actions) {
        visit.act(action, &moment(1000 * second)).unwrap_or_else(|refusal| panic!("{action:?}: {refusal}"));
    }
    visit
}

/// A moment whose wall clock is ahead of the monotonic clock.
fn shifted(ms: u64, ahead_ms: u64) -> Moment {
    Moment { wall: moment(ms + ahead_ms).wall, clock_ms: moment(ms).clock_ms }
}

fn value(visit: &Visit, item: usize) -> String {
    visit.state().answer(item).map_or("–".to_owned(), |answer| answer.value.to_string())
}

#[test]
fn events_that_the_engine_never_creates_are_rejected() {
    let definition = definition(ITEMS);
    let done = [
        count(),
        timer(WAIT, TimerPress::Stop),
        Action::Mark(None),
        Action::Bind { mark: 4, item: SEEN },
        answer(SEEN, "yes"),
    ];
    let events = visit(&done).events().to_vec();
    let next = events.len() as u64 + 1;
    let item = |item: &str| item.to_owned();
    let answered = |id: &str, value: Value| Body::Answered { item: item(id), value };
    let unfit = |id: &str| FoldError::InvalidAnswer { seq: next, item: item(id) };
    let dangling = FoldError::DanglingReference { seq: next };
    let cases = [
        (answered("seen", Value::text("maybe")), unfit("seen")),
        (answered("seen", Value::Integer(1)), unfit("seen")),
        (answered("grade", Value::Integer(999)), unfit("grade")),
        (answered("grade", Value::Number(0.5)), unfit("grade")),
        (answered("smiles", Value::Integer(-1)), unfit("smiles")),
        (answered("talk", Value::text("later")), unfit("talk")),
        (answered("nobody", Value::text("yes")), FoldError::UnknownItem { seq: next, item: item("nobody") }),
        (answered("why", Value::text("rain")), FoldError::DoesNotApply { seq: next, item: item("why") }),
        (
            Body::Noted { item: Some(item("why")), text: "x".into() },
            FoldError::DoesNotApply { seq: next, item: item("why") },
        ),
        (Body::Counted { item: item("seen") }, unfit("seen")),
        (Body::TimerStarted { item: item("smiles") }, unfit("smiles")),
        (Body::TimerStopped { item: item("grade") }, unfit("grade")),
        (Body::TimerNever { item: item("seen") }, unfit("seen")),
        (Body::TimerStopped { item: item("wait") }, dangling.clone()),
        (Body::TimerStopped { item: item("talk") }, dangling.clone()),
        (Body::Cleared { item: item("grade") }, dangling.clone()),
        (Body::MarkBound { mark: 4, item: item("grade") }, dangling.clone()),
        (Body::MarkBound { mark: 2, item: item("grade") }, dangling.clone()),
        (Body::MarkBound { mark: 99, item: item("grade") }, dangling.clone()),
        (Body::Undone { undoes: 2 }, dangling.clone()),
        (Body::Redone { redoes: 2 }, dangling.clone()),
        (Body::Unpaused { reason: None }, dangling),
    ];
    for (body, error) in cases {
        let mut state = State::fold(&definition, &events).unwrap();
        let was = format!("{state:?}");
        let event = Event { seq: next, body, ..events.last().unwrap().clone() };
        assert_eq!(state.apply(&definition, &event), Err(error), "{event:?}");
        assert_eq!(format!("{state:?}"), was, "a refused event changes nothing: {event:?}");
    }
    let mut start = events[0].clone();
    if let Body::Started(started) = &mut start.body {
        started.scenario = Some(ScenarioRef { id: "a".into(), version: "1".into(), digest: "d".into(), speed: 0.0 });
    }
    let error = State::fold(&definition, [&start]).unwrap_err();
    assert_eq!(error, FoldError::DanglingReference { seq: 1 }, "a script that stands still");
    let back =
        Event { seq: next, elapsed_ms: 10, body: Body::Unpaused { reason: None }, ..events.last().unwrap().clone() };
    let error = State::fold(&definition, events.iter().chain([&back])).unwrap_err();
    assert_eq!(error, FoldError::TimeWentBack { seq: next }, "the visit's clock never goes back");
}

#[test]
fn visit_times_near_the_end_of_the_numbers_neither_wrap_nor_panic() {
    let definition = definition(ITEMS);
    let events = visit(&[]).events().to_vec();
    let bodies = [
        (5, Body::Paused { reason: None }),
        (u64::MAX - 9, Body::Unpaused { reason: None }),
        (u64::MAX - 8, Body::Paused { reason: None }),
        (u64::MAX, Body::Unpaused { reason: None }),
        (u64::MAX, Body::TimerStopped { item: "wait".to_owned() }),
        (u64::MAX, Body::Paused { reason: None }),
    ];
    let mut state = State::fold(&definition, &events).unwrap();
    for (seq, (elapsed_ms, body)) in (2..).zip(bodies) {
        let event = Event { seq, elapsed_ms, body, ..events[0].clone() };
        state.apply(&definition, &event).unwrap();
    }
    assert_eq!(state.answer(WAIT).unwrap().value, Value::Integer(6));
    assert_eq!(state.paused_ms(), u64::MAX - 6);
    assert_eq!(state.active_ms(0, u64::MAX), 6);
    assert_eq!(state.active_ms(u64::MAX, 0), 0);
    // The current program on such a journal.
    let mut visit = Visit::from_events(Arc::clone(&definition), events).unwrap();
    let far = Moment { clock_ms: u64::MAX, ..moment(0) };
    visit.act(&Action::Pause(None), &far).unwrap();
    visit.resume(&Program { boot: "other".to_owned(), app: String::new() }, &far).unwrap();
    visit.act(&Action::Finish, &far).unwrap();
    assert_eq!(visit.state().last_time().unwrap().1, u64::MAX - moment(0).clock_ms);
}

#[test]
fn a_timer_stopped_at_a_mark_ignores_wall_clock_changes() {
    let mut visit = visit(&[]);
    let hour = 3_600_000;
    visit.act(&Action::Mark(None), &moment(2391)).unwrap();
    visit.act(&Action::Bind { mark: 2, item: WAIT }, &shifted(10_000, hour)).unwrap();
    visit.act(&timer(WAIT, TimerPress::Stop), &shifted(12_000, hour)).unwrap();
    assert_eq!(value(&visit, WAIT), "2391");
    let answer = visit.state().answer(WAIT).unwrap();
    assert_eq!((answer.observed_at, answer.memory_age_ms()), (Some(moment(2391).wall), 12_000 - 2391));
    // Assigned to an existing answer.
    visit.act(&Action::Mark(None), &shifted(13_000, hour)).unwrap();
    let mark = visit.state().last_seq();
    visit.act(&answer_seen(SEEN, "yes", None), &shifted(15_000, 0)).unwrap();
    visit.act(&Action::Bind { mark, item: SEEN }, &shifted(16_000, 0)).unwrap();
    assert_eq!(visit.state().answer(SEEN).unwrap().memory_age_ms(), 2000);
}

fn answer_seen(item: usize, value: &str, seen: Option<ObservedTime>) -> Action {
    Action::Answer { item, value: Value::text(value), seen }
}

#[test]
fn a_timer_uses_its_mark_for_the_start_only() {
    let done = [
        Action::Mark(None),
        Action::Bind { mark: 2, item: TALK },
        timer(TALK, TimerPress::Start),
        answer(SEEN, "yes"),
        timer(TALK, TimerPress::Stop),
    ];
    assert_eq!(value(&visit(&done), TALK), "4000", "from the mark at 1 s to 5 s");
}

#[test]
fn a_corrected_answer_keeps_the_time_of_its_mark() {
    let bound = [Action::Mark(None), Action::Bind { mark: 2, item: SEEN }, answer(SEEN, "yes")];
    let observed = |more: &[Action]| {
        let visit = visit(&[&bound[..], more].concat());
        visit.state().answer(SEEN).unwrap().observed_at
    };
    let mark = Some(moment(1000).wall);
    assert_eq!(observed(&[]), mark);
    assert_eq!(observed(&[answer(SEEN, "no")]), mark);
    assert_eq!(observed(&[answer(SEEN, "no"), answer(SEEN, "yes")]), mark);
    let ago = answer_seen(SEEN, "no", Some(ObservedTime::Ago(500)));
    assert_eq!(observed(std::slice::from_ref(&ago)), Some(moment(3500).wall), "a time of its own goes first");
    assert_eq!(observed(&[ago, answer(SEEN, "yes")]), None);
    assert_eq!(observed(&[Action::Clear(SEEN), answer(SEEN, "yes")]), None);
    // The next smile was seen when it was counted.
    let smiles = visit(&[Action::Mark(None), Action::Bind { mark: 2, item: SMILES }, count(), count()]);
    assert_eq!(smiles.state().answer(SMILES).unwrap().observed_at, None);
    let bound_after = visit(&[Action::Mark(None), count(), Action::Bind { mark: 2, item: SMILES }, count()]);
    assert_eq!(bound_after.state().answer(SMILES).unwrap().observed_at, None);
}

#[test]
fn a_timer_from_the_visit_start_can_only_restart_from_there() {
    let start = timer(WAIT, TimerPress::Start);
    let refused = |actions: &[Action]| visit(actions).act(&start, &moment(60_000)).unwrap_err();
    assert_eq!(refused(&[]), Refusal::Running);
    for end in [timer(WAIT, TimerPress::Stop), timer(WAIT, TimerPress::Never), answer(WAIT, "not_observed")] {
        let mut visit = visit(&[end, start.clone()]);
        assert_eq!(visit.events().last().unwrap().body, Body::Cleared { item: "wait".to_owned() });
        assert_eq!(visit.act(&start, &moment(3000)).unwrap_err(), Refusal::Running);
        visit.act(&timer(WAIT, TimerPress::Stop), &moment(95_000)).unwrap();
        assert_eq!(value(&visit, WAIT), "95000");
    }
    // A timer that the observer starts can be restarted any number of times.
    let talk = |press| timer(TALK, press);
    let done = [talk(TimerPress::Start), talk(TimerPress::Start), talk(TimerPress::Stop)];
    assert_eq!(value(&visit(&done), TALK), "1000");
}

#[test]
fn a_mark_taken_after_the_answer_is_refused() {
    let late = visit(&[answer(SEEN, "yes"), Action::Mark(None)])
        .act(&Action::Bind { mark: 3, item: SEEN }, &moment(9000))
        .unwrap_err();
    assert_eq!(late, Refusal::MarkTooLate);
    let again = [answer(SEEN, "yes"), Action::Mark(None), answer(SEEN, "no"), Action::Bind { mark: 3, item: SEEN }];
    assert_eq!(visit(&again).state().answer(SEEN).unwrap().observed_at, Some(moment(2000).wall));
    // A running timer has no answer yet.
    visit(&[timer(TALK, TimerPress::Start), Action::Mark(None), Action::Bind { mark: 3, item: TALK }]);
}

#[test]
fn a_wall_clock_shift_is_recorded_once_and_corrects_nothing() {
    let mut visit = visit(&[answer(SEEN, "yes")]);
    let steps = [
        // How far the wall clock is ahead, and the shift that is recorded.
        (2000, 1500, None),
        (3000, 3500, None),
        (4000, 5501, Some(2001)),
        (5000, 5501, None),
        (6000, 0, Some(-5501)),
    ];
    for (ms, ahead, told) in steps {
        let events = visit.act(&Action::Mark(None), &shifted(ms, ahead)).unwrap().to_vec();
        let by = match &events[0].body {
            Body::ClockShifted { by_ms } => Some(*by_ms),
            _ => None,
        };
        assert_eq!((by, events.len()), (told, 1 + usize::from(told.is_some())), "at {ms}");
        assert_eq!(events.last().unwrap().elapsed_ms, ms);
    }
    assert_eq!(visit.state().clock_shifts(), 2);
    visit.act(&Action::Finish, &moment(7000)).unwrap();
    let again = State::fold(visit.definition(), visit.events()).unwrap();
    assert_eq!(again.clock_shifts(), 2);
}

#[test]
fn a_resumed_visit_uses_the_reliable_clock() {
    let other = Program { boot: "other".to_owned(), app: "0.2.0".to_owned() };
    let quarter = 900_000;
    // On the same boot the suspend-aware clock is right whatever the wall clock says; after a restart only the wall
    // clock is left.
    let cases = [
        (program(), moment(quarter), quarter, false),
        (program(), shifted(quarter, 3_600_000), quarter, true),
        (other.clone(), Moment { clock_ms: 7, ..moment(quarter) }, quarter, false),
        (other.clone(), Moment { clock_ms: u64::MAX, ..moment(quarter) }, quarter, false),
        // A wall clock that was set back adds no time, but never removes any.
        (other, Moment { wall: moment(0).wall.before(5000).unwrap(), clock_ms: 7 }, 1000, true),
    ];
    for (program, now, elapsed, shift) in cases {
        let mut visit = visit(&[answer(SEEN, "yes")]);
        let events = visit.resume(&program, &now).unwrap().to_vec();
        assert_eq!(events.len(), 1 + usize::from(shift), "{program:?} {now:?}");
        let resumed = events.last().unwrap();
        let clock = Clock { boot: program.boot, clock_ms: Some(now.clock_ms), app: program.app };
        assert_eq!((&resumed.body, resumed.elapsed_ms), (&Body::Resumed(clock), elapsed), "at {now:?}");
        let later = Moment { clock_ms: now.clock_ms.saturating_add(1000), ..now };
        let passed = later.clock_ms - now.clock_ms;
        assert_eq!(visit.elapsed_ms(&later), elapsed + passed);
    }
}

#[test]
fn undo_and_redo_restore_the_state() {
    let pairs: [(&str, Vec<Action>); 7] = [
        ("count", vec![count(), count(), count()]),
        ("timer", vec![timer(TALK, TimerPress::Start), timer(TALK, TimerPress::Stop), timer(TALK, TimerPress::Start)]),
        ("wait", vec![timer(WAIT, TimerPress::Never), timer(WAIT, TimerPress::Start), timer(WAIT, TimerPress::Stop)]),
        ("mark", vec![Action::Mark(Some("door".to_owned())), Action::Mark(None), Action::Bind { mark: 2, item: SEEN }]),
        ("condition", vec![answer(SEEN, "no"), answer(WHY, "rain"), answer(SEEN, "yes"), answer(SEEN, "partly")]),
        (
            "note",
            vec![Action::Note { item: Some(SEEN), text: "a".into() }, Action::Note { item: None, text: "b".into() }],
        ),
        ("clear", vec![answer(SEEN, "no"), Action::Clear(SEEN), answer(SEEN, "yes")]),
    ];
    for (name, actions) in pairs {
        // The state before each action, and after the last one.
        let looks: Vec<String> = (0..=actions.len()).map(|n| undoable_state(&visit(&actions[..n]))).collect();
        let mut visit = visit(&actions);
        for round in 0..2 {
            for expected in looks.iter().rev().skip(1) {
                visit.act(&Action::Undo, &moment(20_000)).unwrap();
                assert_eq!(&undoable_state(&visit), expected, "{name}: undo, round {round}");
            }
            assert_eq!(visit.act(&Action::Undo, &moment(20_000)).unwrap_err(), Refusal::NothingToUndo);
            for expected in looks.iter().skip(1) {
                visit.act(&Action::Redo, &moment(20_000)).unwrap();
                assert_eq!(&undoable_state(&visit), expected, "{name}: redo, round {round}");
            }
            assert_eq!(visit.act(&Action::Redo, &moment(20_000)).unwrap_err(), Refusal::NothingToRedo);
        }
        visit.act(&Action::Undo, &moment(20_000)).unwrap();
        visit.act(&answer(SEEN, "no"), &moment(21_000)).unwrap();
        assert_eq!(visit.act(&Action::Redo, &moment(22_000)).unwrap_err(), Refusal::NothingToRedo, "{name}");
    }
}

/// Formats everything of a visit that an undo could change.
fn undoable_state(visit: &Visit) -> String {
    let state = visit.state();
    let items: Vec<_> = (0..visit.definition().len()).map(|index| (state.item(index), state.applies(index))).collect();
    format!("{:?}", (items, state.marks(), state.note(), answer_rows(visit.definition(), state)))
}

#[test]
fn conditions_are_evaluated() {
    let item =
        |id: &str, when: &str| format!(r#"{{"id": "{id}", "label": "x", "response": {{"type": "behaviour"}}{when}}}"#);
    let is = |id: &str, value: &str| format!(r#"{{"item": "{id}", "is": ["{value}"]}}"#);
    let (a, b) = (is("a", "yes"), is("b", "yes"));
    // Answers of a and b, – for none; whether the item applies.
    let cases = [
        (a.clone(), [("–", "–", false), ("yes", "–", true), ("no", "–", false), ("not_observed", "–", false)].to_vec()),
        (
            format!(r#"{{"all": [{a}, {b}]}}"#),
            [("yes", "–", false), ("yes", "yes", true), ("no", "yes", false), ("yes", "no", false)].to_vec(),
        ),
        (
            format!(r#"{{"any": [{a}, {b}]}}"#),
            [("–", "–", false), ("yes", "–", true), ("no", "yes", true), ("no", "no", false)].to_vec(),
        ),
        (format!(r#"{{"not": {a}}}"#), [("–", "–", true), ("yes", "–", false), ("no", "–", true)].to_vec()),
        (
            format!(r#"{{"all": [{{"not": {a}}}, {{"any": [{b}, {}]}}]}}"#, is("b", "partly")),
            [("no", "partly", true), ("yes", "partly", false), ("–", "yes", true), ("–", "no", false)].to_vec(),
        ),
    ];
    for (when, answers) in cases {
        let items = [item("a", ""), item("b", ""), item("c", &format!(", \"when\": {when}"))].join(",");
        let definition = definition(&items);
        for (first, second, applies) in answers {
            let mut visit = begin(&definition);
            for (index, value) in [first, second].into_iter().enumerate().filter(|(_, value)| *value != "–") {
                visit.act(&answer(index, value), &moment(1000)).unwrap();
            }
            assert_eq!(visit.state().applies(2), applies, "{when}: {first}, {second}");
            let refused = visit.act(&answer(2, "yes"), &moment(2000)).err();
            assert_eq!(refused, (!applies).then_some(Refusal::DoesNotApply), "{when}: {first}, {second}");
        }
    }
}

#[test]
fn items_depending_on_an_inapplicable_item_do_not_apply_and_keep_their_answers() {
    let when = |id: &str, on: &str| {
        format!(
            r#"{{"id": "{id}", "label": "x", "response": {{"type": "behaviour"}}, "when": {{"item": "{on}", "is": ["yes"]}}}}"#
        )
    };
    let first = r#"{"id": "a", "label": "x", "response": {"type": "behaviour"}}"#.to_owned();
    let definition: Arc<Definition> = definition(&[first, when("b", "a"), when("c", "b")].join(","));
    let mut visit = begin(&definition);
    let applies = |visit: &Visit| (0..3).map(|index| visit.state().applies(index)).collect::<Vec<_>>();
    for item in 0..3 {
        visit.act(&answer(item, "yes"), &moment(1000)).unwrap();
    }
    assert_eq!(applies(&visit), [true, true, true]);
    visit.act(&answer(0, "no"), &moment(2000)).unwrap();
    assert_eq!(applies(&visit), [true, false, false]);
    let items =
        |visit: &Visit| answer_rows(&definition, visit.state()).into_iter().map(|row| row.item).collect::<Vec<_>>();
    assert_eq!(items(&visit), ["a"]);
    visit.act(&answer(0, "yes"), &moment(3000)).unwrap();
    assert_eq!(items(&visit), ["a", "b", "c"]);
    assert_eq!(visit.state().answer(2).unwrap().value, Value::text("yes"));
    assert_eq!(visit.state().started().unwrap().0.session, SESSION);
}

/// Returns a checklist in which each item may depend on any earlier one.
fn tangled(choices: &[(usize, usize, usize)]) -> Arc<Definition> {
    let item = |(index, (first, second, how)): (usize, &(usize, usize, usize))| {
        let is = |of: usize, value: &str| format!(r#"{{"item": "i{}", "is": ["{value}"]}}"#, of % index.max(1));
        let (a, b) = (is(*first, "yes"), is(*second, "no"));
        let when = match how % 5 {
            _ if index == 0 => String::new(),
            0 => String::new(),
            1 => format!(r#", "when": {a}"#),
            2 => format!(r#", "when": {{"not": {a}}}"#),
            3 => format!(r#", "when": {{"all": [{a}, {{"not": {b}}}]}}"#),
            _ => format!(r#", "when": {{"any": [{a}, {b}]}}"#),
        };
        format!(r#"{{"id": "i{index}", "label": "x", "response": {{"type": "behaviour"}}{when}}}"#)
    };
    definition(&choices.iter().enumerate().map(item).collect::<Vec<_>>().join(","))
}

/// Evaluates every condition from the first item to the last.
fn all_conditions(visit: &Visit) -> Vec<bool> {
    let definition = visit.definition();
    let mut applies: Vec<bool> = Vec::new();
    for (_, item) in definition.items() {
        let holds = item.when.as_ref().is_none_or(|when| {
            when.holds(1.0, &|id| {
                let at = definition.position(id).filter(|at| applies[*at])?;
                Some((&definition.item(at).response, &visit.state().answer(at)?.value))
            })
        });
        applies.push(holds);
    }
    applies
}

proptest! {
    #[test]
    fn incremental_conditions_match_a_full_evaluation(
        choices in prop::collection::vec((0usize..20, 0usize..20, 0usize..5), 1..12),
        actions in prop::collection::vec((0usize..14, 0usize..12), 0..60)
    ) {
        let mut visit = begin(&tangled(&choices));
        for (ms, (what, item)) in (1..).zip(actions) {
            let action = match what {
                0..=4 => answer(item, "yes"),
                5..=8 => answer(item, "no"),
                9 => Action::Clear(item),
                10 | 11 => Action::Undo,
                12 => Action::Redo,
                _ => Action::Note { item: Some(item), text: "x".to_owned() },
            };
            let _ = visit.act(&action, &moment(ms));
            let found: Vec<bool> = (0..visit.definition().len()).map(|index| visit.state().applies(index)).collect();
            prop_assert_eq!(found, all_conditions(&visit));
        }
    }
}

#[test]
fn an_answer_reevaluates_only_the_conditions_it_changes() {
    let chain: Vec<(usize, usize, usize)> = (0..300).map(|index| (index - usize::from(index > 0), 0, 1)).collect();
    let definition = tangled(&chain);
    for index in 0..300 {
        let expected: &[usize] = if index < 299 { &[index + 1] } else { &[] };
        assert_eq!(definition.dependents(index), expected);
    }
    let mut visit = begin(&definition);
    for index in 0..300 {
        visit.act(&answer(index, "yes"), &moment(1000)).unwrap();
    }
    visit.act(&answer(0, "no"), &moment(2000)).unwrap();
    assert_eq!((0..300).filter(|index| visit.state().applies(*index)).count(), 1);
    visit.act(&Action::Undo, &moment(3000)).unwrap();
    assert_eq!(all_conditions(&visit), vec![true; 300]);
    // A condition that names an item twice is evaluated once.
    assert_eq!(tangled(&[(0, 0, 0), (0, 0, 3), (0, 0, 4)]).dependents(0), [1, 2]);
}
