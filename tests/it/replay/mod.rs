//! The replay of a visit: in both orders, at every moment, as lines, on the screen.

mod lines;
mod order;
mod pace;
#[cfg(unix)]
mod pty;
pub mod screen;

use crate::support::{Place, SESSION, begin, bundled, definition, moment};
use esprit::store::Journal;
use esprit::visit::{Action, Moment, ObservedTime, Program, TimerPress, Value, Visit};
use std::path::PathBuf;

/// One item of each kind, and one that depends on the first.
const ITEMS: &str = r#"
    {"id": "hello", "label": "Says hello first", "response": {"type": "behaviour"}},
    {"id": "why", "label": "What kept them", "response": {"type": "text"}, "when": {"item": "hello", "is": ["no"]}},
    {"id": "look", "label": "Looks at the customer", "response": {"type": "behaviour"}},
    {"id": "smiles", "label": "Smiles", "response": {"type": "count"}},
    {"id": "wait", "label": "Time to the first word", "response": {"type": "timer", "starts": "visit_start"}},
    {"id": "call", "label": "Time on the telephone", "response": {"type": "timer"}}"#;
const HELLO: usize = 0;
const WHY: usize = 1;
const LOOK: usize = 2;
const SMILES: usize = 3;
const WAIT: usize = 4;
const CALL: usize = 5;

fn answer(item: usize, value: &str) -> Action {
    Action::Answer { item, value: Value::text(value), seen: None }
}

/// An answer observed this many seconds before.
fn late(item: usize, value: &str, seconds: u64) -> Action {
    Action::Answer { item, value: Value::text(value), seen: Some(ObservedTime::Ago(1000 * seconds)) }
}

/// An action, and the second at which it is done.
type Done = (u64, Action);

/// A visit with everything a replay has to show, apart from clock changes: late answers, a mark assigned late, a tally
/// out of order, a pause of ten minutes, undo and redo.
fn eventful() -> Vec<Done> {
    let count = |late: u64| Action::Count { item: SMILES, seen: (late > 0).then_some(ObservedTime::Ago(1000 * late)) };
    vec![
        (10, answer(LOOK, "yes")),
        (20, Action::Mark(Some("door".to_owned()))),
        (40, answer(HELLO, "no")),
        (45, Action::Note { item: Some(HELLO), text: "on the telephone".to_owned() }),
        (60, late(WHY, "a call", 50)),
        (70, Action::Bind { mark: 3, item: HELLO }),
        (80, count(0)),
        (85, count(30)),
        (90, Action::Pause(Some("stock room".to_owned()))),
        (690, Action::Continue(None)),
        (700, answer(LOOK, "partly")),
        (702, Action::Undo),
        (704, Action::Redo),
        (706, Action::Undo),
        (710, Action::Timer { item: WAIT, press: TimerPress::Never, seen: None }),
        (720, Action::Finish),
    ]
}

fn visit(done: &[Done]) -> Visit {
    continue_with(begin(&definition(ITEMS)), done)
}

fn continue_with(mut visit: Visit, done: &[Done]) -> Visit {
    for (second, action) in done {
        visit.act(action, &moment(1000 * second)).unwrap_or_else(|refusal| panic!("{action:?}: {refusal}"));
    }
    visit
}

/// A visit whose wall clock is set forward, whose program is closed, and whose machine is then restarted.
fn interrupted() -> Visit {
    let mut visit = begin(&definition(ITEMS));
    let shifted = |ms: u64| Moment { wall: moment(ms + 3_600_000).wall, ..moment(ms) };
    let rebooted = |ms: u64| Moment { clock_ms: ms, ..shifted(600_000 + ms) };
    let other = Program { boot: "other".to_owned(), app: "0.2.0".to_owned() };
    visit.act(&Action::Mark(None), &moment(5_000)).unwrap();
    visit.act(&late(HELLO, "no", 4), &shifted(10_000)).unwrap();
    visit.resume(&crate::support::program(), &shifted(40_000)).unwrap();
    visit.act(&Action::Bind { mark: 2, item: HELLO }, &shifted(41_000)).unwrap();
    visit.resume(&other, &rebooted(0)).unwrap();
    visit.act(&late(LOOK, "yes", 2), &rebooted(5_000)).unwrap();
    visit.act(&Action::Finish, &rebooted(9_000)).unwrap();
    visit
}

/// A visit for the tests of every screen: all its texts are from the catalogues or from its checklist.
pub fn visit_for_screens() -> Visit {
    let done = [(1, answer(1, "yes")), (2, Action::Mark(None)), (9, late(2, "no", 5)), (60, Action::Pause(None))];
    continue_with(begin(&bundled("customer")), &done)
}

/// Saves a visit; returns its session file.
fn saved(place: &Place, visit: &Visit) -> PathBuf {
    let mut journal = Journal::create(&place.folders(), visit.definition(), SESSION).unwrap();
    journal.append(visit.events()).unwrap();
    journal.complete().unwrap().path
}
