//! Sections with shares of the score: the whole is the mean of the sections, weighted by their shares, in a visit, over
//! visits, and in what is said of both.

use crate::records::assert_near;
use crate::support::{Place, moment, setup};
use esprit::store::Journal;
use esprit::store::verify::{Problem, verify_text};
use esprit::text::{Lang, Texts};
use esprit::visit::debrief::Debrief;
use esprit::visit::definitions::Definitions;
use esprit::visit::score::{Score, answer_rows, score};
use esprit::visit::{Action, Definition, Value, Visit, VisitSetup};
use serde_json::{Value as Json, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Three sections of two behaviours each, the second of weight 3, of which the first two make one attitude, with these
/// shares; and facts.
fn checklist(shares: [Option<f64>; 3]) -> Arc<Definition> {
    let section = |id: &str, attitude: &str, share: Option<f64>| {
        let item = |n: u32, weight: u32| {
            json!({"id": format!("{id}.{n}"), "label": format!("{id} {n}"), "behaviour": format!("{id}_{n}"),
                "weight": weight, "response": {"type": "behaviour"}})
        };
        let mut section =
            json!({"id": id, "attitude": attitude, "title": id.to_uppercase(), "items": [item(1, 1), item(2, 3)]});
        if let Some(share) = share {
            section["weight_percent"] = json!(share);
        }
        section
    };
    let raw = json!({"format": "esprit.checklist/1", "id": "shares", "version": "1.0.0", "relation": "customer", "title": "Shares",
        "sections": [section("door", "greeting", shares[0]), section("desk", "greeting", shares[1]), section("end", "efficiency", shares[2]),
            {"id": "facts", "title": "Facts", "items": [{"id": "facts.words", "label": "Words", "response": {"type": "text"}}]}]});
    Arc::new(Definition::new(raw).unwrap())
}

const SHARES: [Option<f64>; 3] = [Some(50.0), Some(20.0), Some(30.0)];

/// Answers the items in order; an empty answer is none.
fn answered(definition: &Arc<Definition>, setup: VisitSetup, answers: &[&str]) -> Visit {
    let mut visit = Visit::begin(Arc::clone(definition), setup, &moment(0)).unwrap();
    for (item, answer) in answers.iter().enumerate().filter(|(_, answer)| !answer.is_empty()) {
        visit.act(&Action::Answer { item, value: Value::text(answer), seen: None }, &moment(1000)).unwrap();
    }
    visit.act(&Action::Finish, &moment(2000)).unwrap();
    visit
}

fn score_of(definition: &Arc<Definition>, answers: &[&str]) -> Score {
    let visit = answered(definition, setup(), answers);
    score(definition, &answer_rows(definition, visit.state()))
}

/// The first visit: 25 % at the door, 100 % at the desk, 50 % at the end.
const FIRST: [&str; 6] = ["yes", "no", "yes", "yes", "partly", "partly"];
/// The second: 75 % at the door, the rest set aside but for the light item of the end.
const SECOND: [&str; 6] = ["no", "yes", "not_applicable", "not_observed", "no", ""];

#[test]
fn the_score_is_the_mean_of_the_sections_weighted_by_their_shares() {
    let with = checklist(SHARES);
    let first = score_of(&with, &FIRST);
    assert_near(first.percent, (50.0 * 25.0 + 20.0 * 100.0 + 30.0 * 50.0) / 100.0);
    assert_eq!((first.points, first.possible), (7.0, 12.0));
    let shares: Vec<Option<f64>> = first.sections.iter().map(|section| section.weight_percent).collect();
    assert_eq!(shares, [Some(50.0), Some(20.0), Some(30.0), None]);
    // The share of the desk goes to the others in proportion.
    assert_near(score_of(&with, &SECOND).percent, (50.0 * 75.0 + 30.0 * 0.0) / 80.0);
    assert_eq!(score_of(&with, &["not_observed"]).percent, None);
    // Shares are proportions.
    let proportions = checklist([Some(5.0), Some(2.0), Some(3.0)]);
    assert_near(score_of(&proportions, &FIRST).percent, 47.5);
}

#[test]
fn without_a_share_for_every_section_that_counts_the_points_count() {
    for shares in [[None; 3], [Some(50.0), None, Some(30.0)], [Some(50.0), Some(0.0), Some(30.0)]] {
        let score = score_of(&checklist(shares), &FIRST);
        assert_eq!(score.percent, Some(100.0 * 7.0 / 12.0), "{shares:?}");
        assert!(score.sections.iter().all(|section| section.weight_percent.is_none()));
    }
}

#[test]
fn an_attitude_counts_by_the_shares_of_its_sections() {
    let visit = answered(&checklist(SHARES), setup(), &FIRST);
    let debrief = Debrief::new(&visit);
    let [greeting, efficiency] = &debrief.attitudes[..] else { panic!("{debrief:?}") };
    assert_near(greeting.percent, (50.0 * 25.0 + 20.0 * 100.0) / 70.0);
    assert_eq!((greeting.share, efficiency.share), (Some(70.0), Some(30.0)));
    assert_near(efficiency.percent, 50.0);
}

/// Saves visits, each to a site of its own, and returns their files.
fn saved(place: &Place, definition: &Arc<Definition>, visits: &[[&str; 6]]) -> Vec<PathBuf> {
    let folders = place.folders();
    let numbers = place.sessions().len()..;
    numbers
        .zip(visits)
        .map(|(n, answers)| {
            let session = format!("0195c0de-0000-7000-8000-00000000000{n}");
            let mut setup = VisitSetup { session: session.clone(), ..setup() };
            setup.site.id = format!("s{n}");
            let visit = answered(definition, setup, answers);
            let mut journal = Journal::create(&folders, definition, &session).unwrap();
            journal.append(visit.events()).unwrap();
            journal.complete().unwrap().path
        })
        .collect()
}

#[test]
fn a_session_file_holds_the_shares_and_verifies() {
    let place = Place::new();
    let path = saved(&place, &checklist(SHARES), &[FIRST]).remove(0);
    let text = fs::read_to_string(path).unwrap();
    verify_text(&text).unwrap();
    crate::schemas::check("session", &text);
    let session: Json = serde_json::from_str(&text).unwrap();
    assert_eq!(session["score"]["sections"][1]["weight_percent"], 20.0);
    assert_eq!(session["score"]["sections"][3].get("weight_percent"), None);
    let changed = |change: fn(&mut Json)| {
        let mut session = session.clone();
        change(&mut session);
        verify_text(&session.to_string()).unwrap_err()
    };
    let derived = Problem::Derived { field: "score".to_owned(), item: None };
    assert!(changed(|session| session["score"]["sections"][1]["weight_percent"] = json!(30.0)).contains(&derived));
    assert!(changed(|session| session["score"]["percent"] = json!(100.0 * 7.0 / 12.0)).contains(&derived));
    // Without shares, the file has no such field.
    let place = Place::new();
    let text = fs::read_to_string(saved(&place, &checklist([None; 3]), &[FIRST]).remove(0)).unwrap();
    assert!(!text.contains("weight_percent"), "{text}");
}

fn report(place: &Place, args: &[&str]) -> Json {
    let (code, out, err) = place.run("en", &[&["report", "--format", "json"], args].concat(), "");
    assert_eq!(code, 0, "{err}");
    let report: Json = serde_json::from_str(&out).unwrap();
    assert_eq!(report["source"]["damaged"], json!([]));
    report
}

/// Returns the mean and the pooled percentage of the row with a key.
fn score_row<'r>(rows: &'r Json, key: &Json) -> &'r Json {
    rows.as_array().unwrap().iter().find(|row| row["key"] == *key).unwrap_or_else(|| panic!("{key}: {rows}"))
}

fn assert_score(row: &Json, mean: f64, pooled: f64) {
    assert_near(row["percent_mean"].as_f64(), mean);
    assert_near(row["percent_pooled"].as_f64(), pooled);
}

#[test]
fn over_visits_the_sections_are_pooled_and_then_weighted() {
    let place = Place::new();
    saved(&place, &checklist(SHARES), &[FIRST, SECOND]);
    let whole = report(&place, &["--by", "attitude"]);
    // Door 4 of 8, desk 4 of 4, end 2 of 5.
    let (first, second) = (47.5, 50.0 * 75.0 / 80.0);
    assert_score(&whole["network"][0], f64::midpoint(first, second), 50.0 * 0.5 + 20.0 + 30.0 * 0.4);
    let greeting = (50.0 * 25.0 + 20.0 * 100.0) / 70.0;
    let pooled_greeting = (50.0 * 50.0 + 20.0 * 100.0) / 70.0;
    let row = score_row(&whole["scores"], &json!({"attitude": "greeting"}));
    assert_score(row, f64::midpoint(greeting, 75.0), pooled_greeting);
    assert_score(score_row(&whole["scores"], &json!({"attitude": "efficiency"})), 25.0, 40.0);
    let door = report(&place, &["--by", "section"]);
    assert_score(score_row(&door["scores"], &json!({"section": "door"})), 50.0, 50.0);
    // A filter of rows leaves the sections that it takes.
    let filtered = report(&place, &["--where", "attitude=greeting"]);
    assert_score(&filtered["network"][0], f64::midpoint(greeting, 75.0), pooled_greeting);
}

#[test]
fn what_a_behaviour_would_gain_counts_with_the_share_of_its_section() {
    let place = Place::new();
    saved(&place, &checklist(SHARES), &[FIRST; 5]);
    let report = report(&place, &[]);
    let gain = |behaviour: &str| {
        let rows = report["priorities"].as_array().unwrap();
        rows.iter().find(|row| row["key"]["behaviour"] == behaviour).unwrap()["gain"].as_f64()
    };
    assert_near(gain("door_2"), 37.5);
    assert_near(gain("end_2"), 30.0 * 0.5 * 0.75);
}

#[test]
fn checklists_with_different_shares_do_not_count_together() {
    let digests = |checklists: &[Arc<Definition>]| {
        let definitions = checklists.iter().map(|definition| (definition.digest().to_owned(), (**definition).clone()));
        let definitions: Definitions = definitions.collect();
        let mut likenesses: Vec<_> =
            checklists.iter().map(|one| definitions.likeness(one.digest()).unwrap().to_owned()).collect();
        likenesses.sort();
        likenesses.dedup();
        likenesses.len()
    };
    assert_eq!(digests(&[checklist(SHARES), checklist([Some(50.0), Some(30.0), Some(20.0)]), checklist([None; 3])]), 3);
    let edited = |edit: fn(&mut Json)| {
        let mut raw = json!({"format": "esprit.checklist/1", "id": "c", "version": "1", "relation": "customer", "title": "C",
            "sections": [{"id": "s", "title": "S", "items": [
                {"id": "a", "label": "A", "response": {"type": "choice", "options": [
                    {"id": "x", "label": "X", "points": 1}, {"id": "y", "label": "Y", "points": 0}]}},
                {"id": "n", "label": "N", "response": {"type": "number"}}]}]});
        edit(&mut raw);
        Arc::new(Definition::new(raw).unwrap())
    };
    let unscored = edited(|raw| raw["sections"][0]["items"][0]["response"]["options"][1]["scored"] = json!(false));
    assert_eq!(digests(&[edited(|_| {}), unscored]), 2);
    let own = edited(|raw| {
        raw["x_owner"] = json!("me");
        raw["sections"][0]["items"][0]["x_page"] = json!(3);
        raw["sections"][0]["items"][0]["response"]["options"][0]["x_code"] = json!(7);
        raw["sections"][0]["items"][1]["response"]["max"] = json!(50);
    });
    assert_eq!(digests(&[edited(|_| {}), own]), 1);
}

/// Returns the text of every cell of a workbook.
fn cells(path: &Path) -> String {
    use calamine::Reader;
    let mut workbook = calamine::open_workbook_auto(path).unwrap();
    let sheets = workbook.worksheets();
    let cells = sheets.iter().flat_map(|(_, range)| range.rows().flatten().map(ToString::to_string));
    cells.collect::<Vec<_>>().join("\n")
}

const HOW: &str = "Each section counts with its share. The share of a section in which nothing counts goes to the others, in proportion.";

#[test]
fn a_visit_shows_the_shares_and_how_the_whole_is_computed() {
    let place = Place::new();
    let file = saved(&place, &checklist(SHARES), &[FIRST]).remove(0);
    let file = file.to_str().unwrap();
    let run = |args: &[&str]| {
        let (code, out, err) = place.run("en", args, "");
        assert_eq!(code, 0, "{err}");
        out
    };
    let text = run(&["show", file]);
    for line in [
        "Score: 47.5%\n",
        "Greeting (70% of the score): 46.4%\n",
        "Efficiency (30% of the score): 50.0% (2.0 of 4.0",
        "DOOR · 50% of the score\n",
        HOW,
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    let output = |name: &str| {
        let path = place.dir.path().join(name);
        run(&["show", file, "-o", path.to_str().unwrap()]);
        path
    };
    let page = fs::read_to_string(output("visit.html")).unwrap();
    for part in ["Greeting (70% of the score)", "50% of the score", HOW] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let book = cells(&output("visit.xlsx"));
    assert!(book.contains("Greeting (70% of the score)") && book.contains(HOW), "{book}");
    // Before the end, and where scores are hidden, shares say nothing.
    let visit = answered(&checklist(SHARES), setup(), &FIRST);
    let sections =
        |shows| format!("{:?}", esprit::report::visit_debrief::sections(&Texts::new(Lang::En), &visit, shows));
    assert!(
        sections(true).contains("Greeting (70% of the score): 46.4%") && sections(true).contains(HOW),
        "{}",
        sections(true)
    );
    assert!(!sections(false).contains("of the score") && !sections(false).contains(HOW), "{}", sections(false));
}

#[test]
fn a_checklist_and_a_report_name_the_shares() {
    let place = Place::new();
    let definition = checklist([Some(5.0), Some(2.0), Some(3.0)]);
    saved(&place, &definition, &[FIRST, SECOND]);
    let run = |args: &[&str]| {
        let (code, out, err) = place.run("en", args, "");
        assert_eq!(code, 0, "{err}");
        out
    };
    let path = place.dir.path().join("shares.json");
    fs::write(&path, definition.raw().to_string()).unwrap();
    let shown = run(&["checklist", "show", path.to_str().unwrap()]);
    assert!(shown.contains(HOW) && shown.contains("DESK (20% of the score)"), "{shown}");
    let how = "Shares: each section counts with its share: DOOR (50% of the score), DESK (20% of the score), END (30% of the score). The share";
    for format in ["text", "html"] {
        let report = run(&["report", "--by", "section", "--format", format]);
        assert!(report.split_whitespace().collect::<Vec<_>>().join(" ").contains(how), "{format}: {report}");
        assert!(report.matches("DOOR (50% of the score)").count() > 1, "{format}: {report}");
    }
    let book = place.dir.path().join("report.xlsx");
    run(&["report", "--by", "section", "-o", book.to_str().unwrap()]);
    let book = cells(&book);
    assert!(book.contains(how) && book.matches("DOOR (50% of the score)").count() > 1, "{book}");
}

#[test]
fn strengths_and_what_to_work_on_are_ranked_by_what_they_count_for_in_the_whole() {
    // The one answer at the door is worth all of its share: 50 of the whole; at the end 22.5, at the desk 15.
    let answers = |value| [value, "not_applicable", value, value, value, value];
    let debrief = |value| Debrief::new(&answered(&checklist(SHARES), setup(), &answers(value)));
    assert_eq!(debrief("yes").strengths, [0, 5, 3]);
    assert_eq!(debrief("no").to_work_on, [0, 5, 3]);
    let plain = Debrief::new(&answered(&checklist([None; 3]), setup(), &answers("yes")));
    assert_eq!(plain.strengths, [3, 5, 0], "without shares by points");
}
