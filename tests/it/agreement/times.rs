//! Which time counts: pauses, closed programs, set clocks, different starts.

use super::{checklist, classes, expecting, figures, sheet};
use crate::support::Place;
use esprit::analysis::agreement::figures::Timing;
use esprit::analysis::class::Times;
use esprit::store::Session;
use esprit::visit::event::{Observer, ScenarioRef};
use esprit::visit::record::{PausesAndMarks, Record};
use esprit::visit::{Action, Definition, Kind, Moment, Program, Site, Stamp, Value, Visit, VisitSetup};
use serde_json::Value as Json;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use world::session::chain_events;

/// What an observer does, at a second after the start.
#[derive(Clone, Copy)]
enum Does {
    /// Answers the first item with yes.
    Answers,
    Pauses,
    GoesOn,
    /// Starts the program again, which was closed.
    Returns,
    Marks,
    /// Assigns the mark to the first item, and answers it.
    Binds,
    /// Sets the computer's clock forward by an hour.
    SetsClock,
}

/// A visit: the observer, how many seconds after ten o'clock it started, the speed of its scenario, and what was done.
type Seen = (&'static str, u64, Option<f64>, &'static [(u64, Does)]);

fn definition() -> Arc<Definition> {
    Arc::new(checklist(&["a", "b"], ""))
}

/// Writes visits to files, as the program would have; returns their folder.
fn written(place: &Place, visits: &[Seen]) -> PathBuf {
    let folder = place.dir.path().join("visits");
    for (number, visit) in visits.iter().enumerate() {
        let path = folder.join(visit.0);
        fs::create_dir_all(&path).unwrap();
        fs::write(path.join("visit.json"), session(number, visit)).unwrap();
    }
    folder
}

fn session(number: usize, (observer, late_s, speed, done): &Seen) -> String {
    let definition = definition();
    let program = Program { boot: "b".to_owned(), app: "0".to_owned() };
    let setup = VisitSetup {
        session: format!("0195c0de-0000-7000-8000-{number:012x}"),
        kind: Kind::Training,
        site: Site { id: "lyon".to_owned(), name: None, group: None },
        observer: Observer { id: (*observer).to_owned(), name: None },
        time_zone: "Europe/Paris".to_owned(),
        remark: None,
        scenario: speed.map(|speed| ScenarioRef {
            id: "counter".to_owned(),
            version: "1".to_owned(),
            digest: "sha256:1".to_owned(),
            speed,
        }),
        program: program.clone(),
    };
    let mut clock_ahead_s = 0;
    let moment = |s: u64, ahead_s: u64| {
        let ms = i64::try_from(1_772_442_000_000 + 1000 * (late_s + s + ahead_s)).unwrap();
        let instant = jiff::Timestamp::from_millisecond(ms).unwrap();
        Moment { wall: Stamp::new(instant, jiff::tz::offset(1)), clock_ms: 5_000_000 + 1000 * s }
    };
    let mut visit = Visit::begin(Arc::clone(&definition), setup, &moment(0, 0)).unwrap();
    let yes = Action::Answer { item: 0, value: Value::text("yes"), seen: None };
    for (s, does) in *done {
        let at = moment(*s, clock_ahead_s);
        let action = match does {
            Does::Answers => yes.clone(),
            Does::Pauses => Action::Pause(None),
            Does::GoesOn => Action::Continue(None),
            Does::Marks => Action::Mark(None),
            Does::Binds => {
                let mark = visit.state().marks()[0].seq;
                visit.act(&yes, &at).unwrap();
                Action::Bind { mark, item: 0 }
            }
            Does::Returns => {
                visit.resume(&program, &at).unwrap();
                continue;
            }
            Does::SetsClock => {
                clock_ahead_s = 3600;
                continue;
            }
        };
        visit.act(&action, &at).unwrap();
    }
    visit.act(&Action::Finish, &moment(500, clock_ahead_s)).unwrap();
    let events = chain_events(&definition, visit.events()).unwrap().into_iter().map(|event| event.line).collect();
    Session::derive(&definition, visit.events(), events).unwrap().to_line().unwrap()
}

/// Returns matched, alone, missed and untimed for each observer, and the origin of times.
fn timed(place: &Place, folder: &std::path::Path, more: &[&str]) -> (Vec<[u64; 4]>, String) {
    let args = [&["agreement", folder.to_str().unwrap(), "--format", "json", "--tolerance", "1"], more].concat();
    let (code, out, err) = place.run("en", &args, "");
    assert_eq!(code, 0, "{err}");
    let found: Json = serde_json::from_str(&out).unwrap();
    let comparison = &found["comparisons"][0];
    let counts =
        |row: &Json| ["matched", "alone", "missed", "untimed"].map(|name| row["timing"][name].as_u64().unwrap());
    let rows = comparison["observers"].as_array().unwrap().iter().map(counts).collect();
    (rows, comparison["meetings"][0]["times"].as_str().unwrap().to_owned())
}

#[test]
fn script_time_excludes_pauses_and_closed_programs_and_marks_keep_their_time() {
    use Does::{Answers, Binds, GoesOn, Marks, Pauses, Returns, SetsClock};
    let place = Place::new();
    // All saw it at second 30 of the script.
    let visits: [Seen; 6] = [
        ("ana", 0, Some(1.0), &[(30, Answers)]),
        ("ben", 90, Some(1.0), &[(10, Pauses), (70, GoesOn), (90, Answers), (95, Pauses), (99, GoesOn)]),
        ("cid", 0, Some(1.0), &[(8, Marks), (110, Returns), (132, Answers)]),
        ("dan", 0, Some(2.0), &[(5, Pauses), (25, GoesOn), (35, Answers)]),
        ("eve", 0, Some(1.0), &[(30, Marks), (40, SetsClock), (60, Binds)]),
        ("fay", 0, Some(1.0), &[(10, Pauses), (50, Returns), (70, GoesOn), (90, Answers)]),
    ];
    let folder = written(&place, &visits);
    let (rows, times) = timed(&place, &folder, &[]);
    assert_eq!(times, "script");
    assert_eq!(rows, [[1, 0, 0, 0]; 6]);
    // However the file is spelled.
    let path = folder.join("ben/visit.json");
    let document: Json = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    fs::write(&path, serde_json::to_string_pretty(&document).unwrap()).unwrap();
    assert_eq!(timed(&place, &folder, &["--on", "scenario"]).0, [[1, 0, 0, 0]; 6]);
    assert_eq!(timed(&place, &folder, &["--on", "file-name"]), (vec![[1, 0, 0, 0]; 6], "script".to_owned()));
}

#[test]
fn observers_of_one_site_are_compared_by_the_time_of_day() {
    use Does::{Answers, GoesOn, Pauses, SetsClock};
    let place = Place::new();
    // All saw it a minute after ten.
    let visits: [Seen; 4] = [
        ("ana", 0, None, &[(60, Answers)]),
        ("ben", 40, None, &[(5, Pauses), (15, GoesOn), (20, Answers)]),
        ("cid", 10, None, &[(20, Pauses), (49, GoesOn), (50, Answers)]),
        ("dan", 0, None, &[(60, Answers), (70, SetsClock)]),
    ];
    let folder = written(&place, &visits);
    let (rows, times) = timed(&place, &folder, &[]);
    assert_eq!(times, "world");
    assert_eq!(rows, [[1, 0, 0, 0], [1, 0, 0, 0], [1, 0, 0, 0], [0, 0, 0, 1]], "which clock of dan's was right?");
    for (lang, said) in [
        ("en", ["1 answer has no time that can be compared", "what there is to see does not wait"]),
        ("fr", ["1 réponse n’a pas de moment à comparer", "ce qu’il y a à voir n’attend pas"]),
    ] {
        let (_, out, _) = place.run(lang, &["agreement", folder.to_str().unwrap()], "");
        let out = out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(said.iter().all(|said| out.contains(said)), "{out}");
    }
    // Files with the same name need not be from the same time: each counts from its own start.
    let (rows, times) = timed(&place, &folder, &["--on", "file-name"]);
    assert_eq!(times, "own_start");
    assert_eq!(rows, [[0, 1, 1, 0]; 4], "at 60, 20, 50 and 60 seconds");
}

/// Returns a sheet with a time of its first answer.
fn sheet_at(observer: &str, elapsed_ms: Option<u64>) -> Record<'static> {
    let mut record = sheet("x", observer, &[("a", "yes"), ("b", "no")]);
    record.rows[0].recorded_at = Some("2026-03-02T10:01:00+01:00".into());
    record.rows[0].elapsed_ms = elapsed_ms;
    record
}

#[test]
fn untimed_answers_are_counted_and_compared_with_nobody() {
    let list = checklist(&["a", "b"], "");
    let timing = |records: &[Record<'_>], expected: &[(&str, &str)]| -> Vec<Timing> {
        let found = classes(records, &list);
        let found = if expected.is_empty() { found } else { expecting(found, &[("x", expected)]) };
        figures(&found).comparisons[0].observers.iter().map(|row| row.timing).collect()
    };
    let counts = |timing: &Timing| [timing.matched, timing.alone, timing.missed, timing.untimed];
    // Item b has no time on either side.
    let both = timing(&[sheet_at("ana", Some(60_000)), sheet_at("ben", Some(61_000))], &[]);
    assert_eq!(both.iter().map(counts).collect::<Vec<_>>(), [[1, 0, 0, 1]; 2]);
    // A reference without times.
    let against = timing(&[sheet_at("ana", Some(60_000))], &[("a", "yes")]);
    assert_eq!(counts(&against[0]), [0, 0, 0, 2]);
    // A script that stood still for an unknown time.
    let scenario = |record: Record<'static>, paused_ms, course: Option<PausesAndMarks>| Record {
        paused_ms,
        pauses_and_marks: course.map(Box::new),
        scenario: Some(Box::new(ScenarioRef {
            id: "s".to_owned(),
            version: "1".to_owned(),
            digest: "d".to_owned(),
            speed: 1.0,
        })),
        ..record
    };
    let gap = PausesAndMarks { gaps: vec![(10_000, 30_000), (90_000, 95_000)], marks: Vec::new() };
    let ana = scenario(sheet_at("ana", Some(60_000)), 25_000, Some(gap));
    let ben = scenario(sheet_at("ben", Some(40_000)), 0, None);
    let known = classes(&[ana.clone(), ben.clone()], &list);
    assert_eq!((known[0].times, known[0].sheets[0].answers["a"].at_s), (Times::Script, Some(40.0)));
    let unknown = timing(&[Record { pauses_and_marks: None, ..ana }, ben], &[]);
    assert_eq!(unknown.iter().map(counts).collect::<Vec<_>>(), [[0, 0, 0, 2]; 2]);
    // Only the wall clock is known, and it was set.
    let set = |record: Record<'static>| Record { clock_shifts: 1, ..record };
    assert_eq!(counts(&timing(&[set(sheet_at("ana", None)), sheet_at("ben", Some(1))], &[])[0]), [0, 0, 0, 2]);
}
