//! Both orders: when each event appears, and the visit as it was then.

use super::{CALL, HELLO, LOOK, SMILES, WAIT, WHY, answer, eventful, interrupted, late, visit};
use crate::support::{begin, definition, moment, program};
use esprit::visit::replay::{Order, Replay};
use esprit::visit::score::answer_rows;
use esprit::visit::state::Answer;
use esprit::visit::{Action, Moment, ObservedTime, Program, State, TimerPress, Value, Visit};
use proptest::prelude::*;

/// Formats the steps as `second type item`, with `<` and the second at which it was observed after late ones.
fn formatted_steps(visit: &Visit, order: Order) -> Vec<String> {
    let replay = Replay::from_visit(visit);
    let start = visit.events()[0].at;
    let line = |step: &esprit::visit::replay::ReplayStep| {
        let event = &visit.events()[step.event];
        let kind = serde_json::to_value(event).unwrap()["type"].as_str().unwrap().to_owned();
        let item = event.body.item().map(|item| format!(" {item}")).unwrap_or_default();
        let seen = step.seen.map(|seen| format!(" <{}", seen.ms_since(&start) / 1000)).unwrap_or_default();
        format!("{} {kind}{item}{seen}", step.at_ms / 1000)
    };
    replay.steps(order).iter().map(line).collect()
}

#[test]
fn events_appear_when_recorded_or_when_they_happened() {
    let eventful = visit(&eventful());
    assert_eq!(
        formatted_steps(&eventful, Order::Recorded),
        [
            "0 started",
            "10 answered look",
            "20 marked",
            "40 answered hello",
            "45 noted hello",
            "60 answered why <10",
            "70 mark_bound hello <20",
            "80 counted smiles",
            "85 counted smiles <55",
            "90 paused",
            "690 unpaused",
            "700 answered look",
            "702 undone",
            "704 redone",
            "706 undone",
            "710 timer_never wait",
            "720 finished",
        ]
    );
    // Undone events are missing; the answer moves to the mark assigned to its item.
    assert_eq!(
        formatted_steps(&eventful, Order::Happened),
        [
            "0 started",
            "10 answered look",
            "10 answered why <10",
            "20 marked",
            "20 answered hello <20",
            "20 mark_bound hello <20",
            "45 noted hello",
            "55 counted smiles <55",
            "80 counted smiles",
            "90 paused",
            "690 unpaused",
            "710 timer_never wait",
            "720 finished",
        ]
    );
}

#[test]
fn clock_shifts_and_restarts_keep_their_visit_time() {
    let visit = interrupted();
    assert_eq!(
        formatted_steps(&visit, Order::Recorded),
        [
            "0 started",
            "5 marked",
            "10 clock_shifted",
            "10 answered hello <3606",
            "40 resumed",
            "41 mark_bound hello <5",
            "600 resumed",
            "605 answered look <4203",
            "609 finished",
        ]
    );
    assert_eq!(
        formatted_steps(&visit, Order::Happened),
        [
            "0 started",
            "5 marked",
            "5 answered hello <5",
            "5 mark_bound hello <5",
            "10 clock_shifted",
            "40 resumed",
            "600 resumed",
            "603 answered look <4203",
            "609 finished",
        ]
    );
}

/// Returns what a screen shows of an item: its answer, if the item applies.
fn shown_answer(state: &State, item: usize) -> String {
    let answer = state.answer(item).filter(|_| state.applies(item));
    answer.map_or("–".to_owned(), |answer| answer.value.to_string())
}

#[test]
fn a_moment_shows_the_visit_as_known_or_as_it_had_happened() {
    let visit = visit(&eventful());
    let replay = Replay::from_visit(&visit);
    let at = |order: Order, second: u64| {
        let then = replay.visit(&visit, order, replay.steps_played(order, 1000 * second));
        [HELLO, WHY, LOOK, SMILES, WAIT].map(|item| shown_answer(then.state(), item)).join(" ")
    };
    let cases = [
        (0, "– – – – –", "– – – – –"),
        (9, "– – – – –", "– – – – –"),
        (10, "– – yes – –", "– – yes – –"),
        // The reason was observed before its condition held; it shows once that holds.
        (19, "– – yes – –", "– – yes – –"),
        (20, "– – yes – –", "no a call yes – –"),
        (40, "no – yes – –", "no a call yes – –"),
        (60, "no a call yes 0 –", "no a call yes 1 –"),
        (80, "no a call yes 1 –", "no a call yes 2 –"),
        (85, "no a call yes 2 –", "no a call yes 2 –"),
        (700, "no a call partly 2 –", "no a call yes 2 –"),
        (702, "no a call yes 2 –", "no a call yes 2 –"),
        (704, "no a call partly 2 –", "no a call yes 2 –"),
        (720, "no a call yes 2 never", "no a call yes 2 never"),
    ];
    for (second, recorded, happened) in cases {
        let none = |text: &str| text.replace(" 0 ", " – ");
        assert_eq!(at(Order::Recorded, second), none(recorded), "recorded, {second} s");
        assert_eq!(at(Order::Happened, second), happened, "happened, {second} s");
    }
}

#[test]
fn an_answer_shows_from_its_observed_time_on() {
    let done = [
        (10, answer(HELLO, "yes")),
        (20, answer(HELLO, "no")),
        // Allowed by the "no" before it; observed under the "yes", which the last answer replaces by "no".
        (30, late(WHY, "a call", 15)),
        (40, answer(HELLO, "yes")),
        (50, late(HELLO, "no", 49)),
    ];
    let visit = visit(&done);
    let replay = Replay::from_visit(&visit);
    let at = |second: u64| {
        let then = replay.visit(&visit, Order::Happened, replay.steps_played(Order::Happened, 1000 * second));
        [HELLO, WHY].map(|item| shown_answer(then.state(), item)).join(" ")
    };
    assert_eq!(
        [0, 1, 10, 14, 15, 19, 20, 40, 50].map(at),
        ["– –", "no –", "no –", "no –", "no a call", "no a call", "no a call", "no a call", "no a call"]
    );
}

#[test]
fn a_visit_starting_later_than_zero_replays_from_its_start() {
    let mut early = visit(&[(2, late(HELLO, "yes", 2)), (3, Action::Finish)]);
    let mut events = early.events().to_vec();
    for event in &mut events {
        event.elapsed_ms += 500;
    }
    events[0].elapsed_ms = 2_400;
    early = Visit::from_events(early.definition().clone(), events).unwrap();
    assert_eq!(formatted_steps(&early, Order::Happened), ["2 started", "2 answered hello", "3 finished"]);
    assert_eq!(Replay::from_visit(&early).start_ms(), 2_400);
}

/// Performs random actions, and returns the visit; refused actions are left out.
fn random(steps: &[(usize, usize, u64)], end: bool) -> Visit {
    let mut visit = begin(&definition(super::ITEMS));
    let (mut ms, mut shift, mut boot) = (0, 0, 0);
    for &(kind, item, pause) in steps {
        ms += pause;
        let now = Moment { wall: moment(ms + shift).wall, clock_ms: moment(ms).clock_ms };
        let seen = (pause % 3 == 0).then_some(ObservedTime::Ago(4 * pause));
        let action = match kind {
            0 | 1 => Action::Answer { item, value: Value::text("yes"), seen },
            2 | 3 => Action::Answer { item, value: Value::text("no"), seen },
            4 => Action::Clear(item),
            5 => Action::Note { item: (item != LOOK).then_some(item), text: format!("note {pause}") },
            6 => Action::Mark(None),
            7 | 8 => Action::Bind { mark: pause % 20, item },
            9 | 10 => Action::Count { item: SMILES, seen },
            11 => Action::Timer { item: WAIT, press: TimerPress::Stop, seen },
            12 => Action::Timer { item: CALL, press: TimerPress::Start, seen },
            13 => Action::Timer { item: CALL, press: TimerPress::Stop, seen },
            14 | 15 => Action::Undo,
            16 => Action::Redo,
            17 => Action::Pause(None),
            18 => Action::Continue(None),
            19 => {
                shift = 10_000 * (pause % 7);
                continue;
            }
            _ => {
                boot += u64::from(pause.is_multiple_of(2));
                visit.resume(&Program { boot: format!("boot {boot}"), ..program() }, &now).unwrap();
                continue;
            }
        };
        let _ = visit.act(&action, &now);
    }
    if end {
        visit.act(&Action::Finish, &moment(ms + shift)).unwrap();
    }
    visit
}

/// The parts of a state in which both orders must end.
fn final_state(state: &State, visit: &Visit) -> impl PartialEq + std::fmt::Debug {
    let items: Vec<_> =
        (0..visit.definition().len()).map(|index| (state.item(index).cloned(), state.applies(index))).collect();
    let pauses = (state.paused_ms(), state.paused().map(|(since, why)| (since, why.map(str::to_owned))));
    let page = state.note().map(str::to_owned);
    (
        items,
        state.marks().to_vec(),
        page,
        pauses,
        state.clock_shifts(),
        state.status(),
        answer_rows(visit.definition(), state),
    )
}

fn observed_once(answer: &Answer) -> bool {
    matches!(answer.value, Value::Text(_)) && answer.value.as_text() != Some(Value::NEVER)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]
    #[test]
    fn every_moment_of_a_replay_is_a_fold_and_the_last_is_the_visit(
        steps in prop::collection::vec((0usize..21, 0usize..6, 0u64..5000), 0..60), end in any::<bool>()
    ) {
        let whole = random(&steps, end);
        let replay = Replay::from_visit(&whole);
        let count = whole.events().len();
        prop_assert_eq!(replay.steps(Order::Recorded).len(), count);
        for played in 0..=count {
            let fold = State::fold(whole.definition(), &whole.events()[..played]).unwrap();
            let then = replay.visit(&whole, Order::Recorded, played);
            prop_assert_eq!(then.state(), &fold);
            prop_assert_eq!(then.events(), &whole.events()[..played]);
        }
        let happened = replay.steps(Order::Happened);
        prop_assert!(happened.is_sorted_by_key(|step| step.at_ms));
        let last = replay.visit(&whole, Order::Happened, happened.len());
        prop_assert_eq!(final_state(last.state(), &whole), final_state(whole.state(), &whole));
        for (played, step) in (1..).zip(happened) {
            // A mark and the answer it is assigned to have the same millisecond.
            if happened.get(played).is_some_and(|next| next.at_ms == step.at_ms) {
                continue;
            }
            let then = replay.visit(&whole, Order::Happened, played);
            for index in 0..whole.definition().len() {
                // Nothing shows before it happened.
                let shown = then.state().answer(index);
                prop_assert!(shown.is_none_or(|answer| answer.happened_ms <= step.at_ms));
                // What is in effect at the end shows from its moment on, if its item applies.
                let stands = whole.state().answer(index).filter(|answer| observed_once(answer));
                let is_due = stands.is_some_and(|answer| answer.happened_ms < step.at_ms);
                if is_due && then.state().applies(index) {
                    prop_assert_eq!(shown.map(|answer| &answer.value), stands.map(|answer| &answer.value));
                }
            }
        }
    }
}
