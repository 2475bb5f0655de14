//! Visits that are corrected after their end: the events, the files, and what every reader makes of them.

mod command;
mod ends;
mod events;
mod files;
mod names;
mod reading;
mod remembered;
mod screens;

use crate::support::{Place, moment, program};
use esprit::store::{Journal, sessions};
use esprit::visit::event::HeaderFact;
use esprit::visit::{Action, Authorship, Moment, Site, Value, Visit};
use serde_json::Value as Json;
use std::path::{Path, PathBuf};

const DAY: u64 = 24 * 3_600_000;

/// Returns the moment so many days after the visit began, after the machine was started again.
fn later(days: u64) -> Moment {
    Moment { clock_ms: 5_000, ..moment(days * DAY) }
}

fn why() -> Authorship {
    Authorship::new("Chloé", "typed at the wrong line").unwrap()
}

fn answer(item: usize, value: &str) -> Action {
    Action::Answer { item, value: Value::text(value), seen: None }
}

fn site(id: &str) -> Action {
    Action::ChangeHeader(HeaderFact::Site(Site { id: id.to_owned(), name: None, group: None }))
}

/// Opens the visit of a session file again; returns it with its journal, where it is open.
fn reopen(place: &Place, path: &Path, days: u64) -> (Visit, Journal) {
    let folders = place.folders();
    let read = Journal::read_to_correct(&folders, path).unwrap();
    let mut visit = Visit::from_events(read.definition.clone(), read.events.clone()).unwrap();
    let events = visit.reopen(&why(), &program(), &later(days)).unwrap().to_vec();
    let journal = Journal::reopen(&folders, &read, &events).unwrap();
    (visit, journal)
}

/// Corrects the visit of a session file with some actions; returns the new file.
fn correct(place: &Place, path: &Path, days: u64, actions: &[Action]) -> PathBuf {
    let (mut visit, mut journal) = reopen(place, path, days);
    let is_void = actions.iter().any(|action| matches!(action, Action::Void(_)));
    let end = (!is_void).then_some(Action::Finish);
    for (second, action) in (1..).zip(actions.iter().chain(&end)) {
        let mut now = later(days);
        (now.wall, now.clock_ms) = (moment(days * DAY + 1000 * second).wall, now.clock_ms + 1000 * second);
        journal.append(visit.act(action, &now).unwrap()).unwrap();
    }
    journal.complete().unwrap().path
}

/// Runs a command and returns its output.
fn json(place: &Place, args: &[&str]) -> Json {
    let (code, out, err) = place.run("en", args, "");
    assert_eq!(code, 0, "{err}");
    serde_json::from_str(&out).unwrap()
}

fn percent(path: &Path) -> Option<f64> {
    sessions::read_session(path).unwrap().session.score.percent
}
