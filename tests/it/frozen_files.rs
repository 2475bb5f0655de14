//! Files written by version 0.1.0, in `tests/fixtures/0.1.0`: every later version reads them unchanged.

use crate::support::Place;
use esprit::store::session::Ending;
use esprit::store::settings::{self, Glyphs, Theme};
use esprit::store::{Draft, ItemDraft, Settings, checklists, journal, scenarios, sessions, sites, unfinished};
use esprit::text::Lang;
use esprit::visit::event::Body;
use esprit::visit::{Kind, Site, Visit};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A visit under way, in one file.
const OPEN: &str = "019cd1d3-233b-7395-be07-34d5bb66c12d";
/// A visit under way, in two files.
const SEGMENTED: &str = "019cd843-163e-7677-a041-c7ca6b80cb98";
/// A finished visit without a session file.
const UNSAVED: &str = "019cdbe8-ecbe-7641-a0fa-f56b92aac85b";

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/0.1.0")
}

/// Returns every file under a folder with its bytes, by its path from there.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut todo = vec![folder.to_owned()];
    while let Some(path) = todo.pop() {
        if path.is_dir() {
            todo.extend(path.read_dir().unwrap().map(|entry| entry.unwrap().path()));
        } else {
            found.insert(path.strip_prefix(folder).unwrap().to_owned(), fs::read(&path).unwrap());
        }
    }
    found
}

/// Returns a place with a copy of the frozen files.
fn frozen() -> Place {
    let place = Place::new();
    for name in ["data", "config"] {
        for (path, bytes) in files(&fixtures().join(name)) {
            let path = place.dir.path().join(name).join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    }
    place
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// Returns the event lines of a frozen journal's file.
fn event_lines(name: &str) -> Vec<Value> {
    let text = fs::read_to_string(fixtures().join("data/unfinished").join(name)).unwrap();
    text.lines().skip(1).filter_map(|line| serde_json::from_str(line).ok()).collect()
}

/// Resumes a visit line by line and finishes it; returns its session, which must verify.
fn resumed(place: &Place, id: &str, input: &str) -> Value {
    let (code, out, err) = place.run("en", &["resume", id, "--plain"], input);
    assert_eq!(code, 0, "{out}{err}");
    let path = out.lines().last().unwrap();
    assert_eq!(place.run("en", &["verify", path], "").0, 0);
    parsed(&fs::read_to_string(path).unwrap())
}

/// Returns a session's answer to an item.
fn answer<'s>(session: &'s Value, item: &str) -> &'s Value {
    let rows = session["answers"].as_array().unwrap();
    &rows.iter().find(|row| row["item"] == item).unwrap()["value"]
}

fn types(session: &Value) -> Vec<&str> {
    session["events"].as_array().unwrap().iter().map(|event| event["type"].as_str().unwrap()).collect()
}

/// Returns the frozen session whose file name begins with this day.
fn session(place: &Place, day: &str) -> (PathBuf, Value) {
    let is_it = |path: &PathBuf| path.file_name().unwrap().to_str().unwrap().starts_with(day);
    let path = place.sessions().into_iter().find(is_it).unwrap();
    let value = parsed(&fs::read_to_string(&path).unwrap());
    (path, value)
}

#[test]
fn frozen_journals_are_listed_with_their_sites_and_answers() {
    let place = frozen();
    let listed: Vec<_> = unfinished::list_unfinished(&place.folders())
        .unwrap()
        .into_iter()
        .map(|one| {
            let visit = one.visit.unwrap();
            (one.id, one.busy, visit.site.id, visit.observer.id, visit.answers, visit.over)
        })
        .collect();
    let row = |id: &str, site: &str, observer: &str, answers, over| {
        (id.to_owned(), false, site.to_owned(), observer.to_owned(), answers, over)
    };
    let expected = [
        row(UNSAVED, "lyon-3", "m4", 5, true),
        row(SEGMENTED, "paris-9", "o12", 6, false),
        row(OPEN, "lille-1", "o7", 3, false),
    ];
    assert_eq!(listed, expected);
}

#[test]
fn every_event_of_a_frozen_journal_is_read() {
    let place = frozen();
    for (id, events) in [(OPEN, 6), (SEGMENTED, 9), (UNSAVED, 8)] {
        let found = journal::read(&place.folders(), id).unwrap();
        assert_eq!((found.events.len(), found.cut), (events, None), "{id}");
        assert_eq!(found.definition.checklist().id, "my-checklist", "{id}");
        assert!(found.events.iter().map(|event| event.seq).eq(1..=events as u64), "{id}");
    }
    let segmented = journal::read(&place.folders(), SEGMENTED).unwrap().events;
    // The first file ends inside this event, and the second one repeats it.
    assert_eq!(segmented[7].body, Body::Marked { text: Some("till".to_owned()) });
    let price = Body::Answered { item: "efficiency.price".to_owned(), value: esprit::visit::Value::Number(3.2) };
    assert_eq!(segmented[8].body, price);
}

#[test]
fn a_frozen_open_journal_is_resumed_to_a_session_with_its_events() {
    let place = frozen();
    let session = resumed(&place, OPEN, "facing\ny\nfinish\nfinish\n");
    assert_eq!(session["events"].as_array().unwrap()[..6], event_lines(&format!("{OPEN}.journal")));
    assert_eq!(answer(&session, "greeting.wait"), 1976);
    assert_eq!(answer(&session, "greeting.hello"), "yes");
    assert_eq!(answer(&session, "listening.questions"), 2);
    assert_eq!(answer(&session, "listening.posture"), "facing");
    assert_eq!(session["score"]["percent"], 100.0);
    assert_eq!(session["site"], json!({"id": "lille-1", "name": "Agence Lille 1", "group": "Nord"}));
    assert!(types(&session).contains(&"resumed"));
    assert!(!place.folders().unfinished().join(format!("{OPEN}.journal")).exists());
}

#[test]
fn the_page_and_the_note_of_a_frozen_draft_are_read() {
    let place = frozen();
    let note = ItemDraft { item: "listening.questions".to_owned(), text: "asks twice".to_owned() };
    let draft = Draft { page: Some("back at noon".to_owned()), note: Some(note), pause: None };
    assert_eq!(unfinished::read_draft(&place.folders(), OPEN).unwrap(), Some(draft));
    assert_eq!(unfinished::read_draft(&place.folders(), SEGMENTED).unwrap(), None);
}

#[test]
fn a_frozen_segmented_journal_is_resumed_to_a_session_with_the_events_of_both_files() {
    let place = frozen();
    let session = resumed(&place, SEGMENTED, "Good evening\n7\nfinish\nfinish\n");
    let mut lines = event_lines(&format!("{SEGMENTED}.journal"));
    assert_eq!(lines.len(), 7, "the eighth line is torn");
    lines.extend(event_lines(&format!("{SEGMENTED}.2.journal")));
    assert_eq!(session["events"].as_array().unwrap()[..9], lines);
    assert_eq!(answer(&session, "greeting.hello"), "partly");
    assert_eq!(answer(&session, "efficiency.price"), 3.2);
    assert_eq!(answer(&session, "efficiency.words"), "Good evening");
    assert_eq!(session["outcome"]["value"], 7);
    let left = unfinished::list_unfinished(&place.folders()).unwrap();
    assert!(left.iter().all(|one| one.id != SEGMENTED), "both files are removed");
}

#[test]
fn a_frozen_finished_journal_gets_its_session_file() {
    let place = frozen();
    let session = resumed(&place, UNSAVED, "");
    assert_eq!(session["events"].as_array().unwrap()[..], event_lines(&format!("{UNSAVED}.journal")));
    assert_eq!((session["id"].as_str(), session["status"].as_str()), (Some(UNSAVED), Some("complete")));
    assert_eq!(session["score"]["percent"], 100.0);
    assert_eq!(session["answers"][5]["note"], "all well");
    assert_eq!(session["duration_ms"], 2488);
    assert_eq!(place.sessions().len(), 8);
}

#[test]
fn every_frozen_session_verifies() {
    let place = frozen();
    let (code, out, err) = place.run("en", &["verify"], "");
    assert_eq!(code, 0, "{out}{err}");
    let mut held: Vec<_> = out.lines().map(|line| line.rsplit_once(": ").unwrap().1).collect();
    held.sort_unstable();
    let events = [10, 16, 2, 21, 6, 7, 7].map(|events| format!("verified ({events} events)"));
    assert_eq!(held, events);
}

#[test]
fn frozen_sessions_keep_their_kinds_scores_and_answers() {
    let place = frozen();
    let mut read: Vec<_> = place
        .sessions()
        .iter()
        .map(|path| {
            let read = sessions::read_session(path).unwrap();
            let visit = Visit::from_events(read.definition, read.events).unwrap();
            let applying = (0..visit.definition().len()).filter(|&index| visit.state().applies(index));
            let answered = applying.filter(|&index| visit.state().answer(index).is_some()).count();
            let session = read.session;
            assert_eq!(
                session.answers.iter().filter(|row| row.value.is_some()).count(),
                answered,
                "{}",
                path.display()
            );
            let percent = session.score.percent.map(|percent| format!("{percent:.2}"));
            let observer = session.observer.id;
            (
                session.started_at.to_string(),
                session.kind,
                session.status,
                observer,
                percent,
                session.answers.len(),
                answered,
            )
        })
        .collect();
    read.sort_by(|one, other| one.0.cmp(&other.0));
    let row = |at: &str, kind, status, observer: &str, percent: &str, rows, answered| {
        let percent = Some(percent.to_owned()).filter(|percent| !percent.is_empty());
        (format!("2026-03-{at}+01:00"), kind, status, observer.to_owned(), percent, rows, answered)
    };
    let (mystery, training) = (Kind::MysteryVisit, Kind::Training);
    let expected = [
        row("02T10:00:01.208", mystery, Ending::Complete, "o12", "91.67", 9, 9),
        row("03T14:00:01.209", mystery, Ending::Complete, "o7", "8.33", 9, 9),
        row("04T08:30:01.210", Kind::SelfAudit, Ending::Complete, "m4", "100.00", 8, 8),
        row("05T09:00:01.236", training, Ending::Complete, "o12", "50.00", 5, 5),
        row("05T09:16:01.256", training, Ending::Complete, "o7", "50.00", 5, 5),
        row("06T11:00:04.807", mystery, Ending::Abandoned, "o7", "100.00", 8, 2),
        row("07T10:30:02.703", training, Ending::Complete, "o7", "", 5, 0),
    ];
    assert_eq!(read, expected);
}

#[test]
fn a_frozen_session_keeps_every_kind_of_event() {
    let place = frozen();
    let (path, session) = session(&place, "2026-03-02");
    let read = sessions::read_session(&path).unwrap();
    let name = |event| serde_json::to_value(event).unwrap()["type"].as_str().unwrap().to_owned();
    let names: Vec<String> = read.events.iter().map(name).collect();
    assert_eq!(names, types(&session));
    assert_eq!(
        names.join(" "),
        "started timer_stopped answered counted counted marked mark_bound answered answered answered undone redone \
         answered paused unpaused answered answered cleared answered noted finished"
    );
    let rows = &read.session.answers;
    assert_eq!(rows[0].note.as_deref(), Some("a glance first"));
    // Assigned to a mark, and recorded a second late.
    assert_eq!(rows[3].observed_at, Some(read.events[5].at));
    assert_eq!(rows[5].recorded_at.unwrap().ms_since(&rows[5].observed_at.unwrap()), 1000);
    assert_eq!(rows[4].value, Some(esprit::visit::Value::Many(vec!["screen".to_owned(), "phone".to_owned()])));
    assert_eq!(read.session.paused_ms, 751);
    assert_eq!(serde_json::to_value(&read.session.outcome).unwrap(), json!({"item": "outcome.come_back", "value": 9}));
}

#[test]
fn a_frozen_session_keeps_its_clock_shift_its_boots_and_its_failed_critical_item() {
    let place = frozen();
    let read = sessions::read_session(&session(&place, "2026-03-03").0).unwrap();
    let shifts: Vec<i64> = read
        .events
        .iter()
        .filter_map(|event| if let Body::ClockShifted { by_ms } = event.body { Some(by_ms) } else { None })
        .collect();
    assert_eq!((read.session.clock_shifts, shifts.len()), (1, 1));
    assert!((3_599_000..3_601_000).contains(&shifts[0]), "{shifts:?}");
    let boots: Vec<&str> = read
        .events
        .iter()
        .filter_map(|event| match &event.body {
            Body::Started(started) => Some(&started.clock.boot),
            Body::Resumed(clock) => Some(&clock.boot),
            _ => None,
        })
        .map(|boot| &boot[35..])
        .collect();
    assert_eq!(boots, ["a", "a", "b"]);
    assert_eq!(read.session.duration_ms, 1_202_250);
    assert_eq!(read.session.score.failed_critical, ["efficiency.safe"]);
    let late = &read.session.answers[5];
    assert_eq!(late.recorded_at.unwrap().ms_since(&late.observed_at.unwrap()), 240_000);
    let values = read.session.answers.iter().map(|row| serde_json::to_value(&row.value).unwrap());
    let expected = json!(["never", "no", 1, "away", ["colleague"], "no", "not_applicable", "not_observed", 2]);
    assert_eq!(values.collect::<Value>(), expected);
}

#[test]
fn a_frozen_abandoned_session_keeps_its_remark_its_page_and_its_mark() {
    let place = frozen();
    let read = sessions::read_session(&session(&place, "2026-03-06").0).unwrap();
    assert_eq!(read.session.remark.as_deref(), Some("by telephone"));
    assert_eq!(read.session.note.as_deref(), Some("nobody picks up"));
    assert_eq!(read.session.site.name.as_deref(), Some("Agence Lille 2"));
    let visit = Visit::from_events(read.definition, read.events).unwrap();
    assert!(visit.state().loose_mark(4).is_some());
}

#[test]
fn frozen_practice_visits_are_compared_with_their_scenario() {
    let place = frozen();
    let read = sessions::read_session(&session(&place, "2026-03-05").0).unwrap();
    let visit = Visit::from_events(read.definition, read.events).unwrap();
    let play = scenarios::play_of(&place.folders(), &visit).unwrap();
    assert_eq!((play.scenario.id.as_str(), play.speed), ("kiosk", 20.0));
    let (code, out, err) = place.run("en", &["practise", "--record", "--json"], "");
    assert_eq!(code, 0, "{err}");
    let record = parsed(&out);
    let figures =
        |one: &Value| (one["observer"].clone(), one["result"]["agreed"].clone(), one["result"]["compared"].clone());
    let practices: Vec<_> = record["practices"].as_array().unwrap().iter().map(figures).collect();
    assert_eq!(practices, [(json!("o7"), json!(3), json!(5)), (json!("o12"), json!(4), json!(5))]);
}

#[test]
fn frozen_settings_are_read_completely() {
    let (read, trouble) = settings::load(&frozen().folders());
    assert_eq!(trouble, None);
    let expected = Settings {
        language: Some(Lang::Fr),
        theme: Theme::Dark,
        glyphs: Glyphs::Safe,
        observer: Some("o7".to_owned()),
        last_site: Some("lille-1".to_owned()),
        show_score: true,
        last_kind: None,
        cover_text: None,
        target: None,
        mouse: true,
        practised: true,
        keys: BTreeMap::from([("yes".to_owned(), "j".to_owned())]),
        other: BTreeMap::new(),
    };
    assert_eq!(read, expected);
}

#[test]
fn frozen_sites_are_read_from_both_lists() {
    let place = frozen();
    let site = |id: &str, name: Option<&str>, group: Option<&str>| Site {
        id: id.to_owned(),
        name: name.map(str::to_owned),
        group: group.map(str::to_owned),
    };
    let loaded = |place: &Place| {
        let known = sites::load(&place.folders());
        assert!(known.errors.is_empty() && known.list.remarks.is_empty());
        known.all.entries
    };
    let known = [
        site("lyon-3", None, None),
        site("paris-9", Some("Agence Paris 9"), Some("Île-de-France")),
        site("agence-lille-2", Some("Agence Lille 2"), None),
        site("lille-1", Some("Agence Lille 1"), Some("Nord")),
    ];
    assert_eq!(loaded(&place), known);
    // Each list by itself.
    fs::remove_file(place.folders().sites()).unwrap();
    assert_eq!(loaded(&place), [known[1].clone(), known[3].clone()]);
    let place = frozen();
    fs::remove_file(place.data().join("sites.csv")).unwrap();
    assert_eq!(loaded(&place), known);
}

#[test]
fn frozen_checklists_keep_their_digests_and_their_ruling() {
    let place = frozen();
    let own = checklists::find(&place.folders(), "my-checklist").unwrap();
    assert_eq!((own.len(), own.checklist().version.as_str()), (9, "0.1.0"));
    assert_eq!(own.digest(), "sha256:0dd0d11886a326295e6c358444b983d709104465ecb5fda8ffcb09fc718c3aec");
    let types: Vec<_> = own.items().map(|(_, item)| item.response.type_name()).collect();
    let expected = ["timer", "behaviour", "count", "choice", "choice", "behaviour", "number", "text", "scale"];
    assert_eq!(types, expected);
    let ruled = checklists::find(&place.folders(), "practice").unwrap();
    assert_eq!(ruled.checklist().version, "1.0.1");
    assert_eq!(ruled.digest(), "sha256:ebe6cfbd50b18f3f5ef7360310f997c8b5a2947c574a033d9801825e82983ac5");
    assert_eq!(ruled.raw()["sections"][0]["items"][0]["guide"]["ruling"], "a glance alone is no smile");
    assert_eq!(place.run("en", &["checklist", "list"], "").0, 0);
}

#[test]
fn a_frozen_scenario_keeps_its_digest_its_script_and_its_reference() {
    let place = frozen();
    let staged = scenarios::find(&place.folders(), "kiosk").unwrap();
    assert_eq!(staged.digest, "sha256:40fe794177f21cbdab84a99f3f60f9caa90bdc9ce38bdbdb00fe07ce675885b4");
    let scenario = &staged.scenario;
    assert_eq!((scenario.script.len(), scenario.reference.len(), scenario.end_s()), (4, 5, 40.0));
    assert_eq!(scenario.script[1].speaker.as_ref().unwrap().get(Lang::En), "Vendor");
    let values: Vec<_> = scenario.reference.iter().map(|row| row.value.to_string()).collect();
    assert_eq!(values, ["no", "9500", "1", "no", "6"]);
    // The user's copy with the ruling is the one used for practice.
    assert_eq!((staged.definition.checklist().version.as_str(), staged.passed_over), ("1.0.1", None));
}

#[test]
fn a_report_of_the_frozen_sessions_counts_each_visit_once() {
    let place = frozen();
    let report = |conditions: &[&str]| {
        let (code, out, err) = place.run("en", &[&["report", "--format", "json", "--verify"], conditions].concat(), "");
        assert_eq!(code, 0, "{err}");
        parsed(&out)
    };
    let all = report(&[]);
    let source = &all["source"];
    let counts = ["sessions", "abandoned", "training", "filtered", "duplicates", "unsealed"].map(|name| &source[name]);
    assert_eq!(counts, [3, 1, 3, 0, 0, 0]);
    assert_eq!(source["damaged"], json!([]));
    assert_eq!((&source["from"], &source["to"]), (&json!("2026-03-02"), &json!("2026-03-04")));
    let network = &all["network"][0];
    assert_eq!(
        (&network["visits"], &network["sites"], &network["failed_critical"]),
        (&json!(2), &json!(2), &json!(1)),
        "two mystery visits"
    );
    assert_eq!(network["percent_mean"], 50.0, "{network}");
    for (condition, visits) in
        [("kind=training", 3), ("status=abandoned", 1), ("kind=self_audit", 1), ("site=lyon-3", 2)]
    {
        assert_eq!(report(&["--where", condition])["source"]["sessions"], visits, "{condition}");
    }
}

#[test]
fn reading_does_not_change_the_frozen_files() {
    let place = frozen();
    let own = |name: &str| files(&fixtures().join(name));
    for args in [
        &["verify"][..],
        &["report", "--format", "json"],
        &["practise", "--record"],
        &["checklist", "list"],
        &["scenario", "list"],
        &["show", "019cadc6"],
        &["show", OPEN],
    ] {
        let (code, out, err) = place.run("en", args, "");
        assert_eq!(code, 0, "{args:?}: {out}{err}");
    }
    assert_eq!(files(&place.data()), own("data"));
    assert_eq!(files(&place.config()), own("config"));
}
