//! The debrief of a visit: what it names, in which order, and what it leaves unsaid.

use crate::support::{Flow, Place, begin, definition, moment};
use esprit::app::{Effect, Message, Notice, Read};
use esprit::report::visit_debrief::sections;
use esprit::report::visit_document::{Seal, VisitDocument};
use esprit::text::{Lang, Texts};
use esprit::visit::debrief::Debrief;
use esprit::visit::{Action, Definition, Value, Visit};
use std::sync::Arc;

/// Creates a checklist of behaviours from their weights, named `a`, `b` and so on; the first one is critical, and a `no`
/// requires a note.
fn behaviours(weights: &[f64]) -> Arc<Definition> {
    let item = |(index, weight): (usize, &f64)| {
        let id = char::from(b'a' + u8::try_from(index).unwrap());
        let critical = index == 0;
        format!(
            r#"{{"id": "{id}", "label": "Item {id}", "weight": {weight}, "critical": {critical},
            "note_required_on": ["no"], "response": {{"type": "behaviour"}}}}"#
        )
    };
    definition(&weights.iter().enumerate().map(item).collect::<Vec<_>>().join(","))
}

/// Answers the items in order, and finishes the visit; an empty answer is none.
fn answered(definition: &Arc<Definition>, answers: &[&str]) -> Visit {
    let mut visit = begin(definition);
    for (item, answer) in answers.iter().enumerate().filter(|(_, answer)| !answer.is_empty()) {
        visit.act(&Action::Answer { item, value: Value::text(answer), seen: None }, &moment(1000)).unwrap();
    }
    visit.act(&Action::Finish, &moment(2000)).unwrap();
    visit
}

#[test]
fn strengths_and_points_to_work_on_are_ranked_by_points_then_by_order() {
    let visit = answered(
        &behaviours(&[1.0, 3.0, 1.0, 2.0, 1.0, 4.0, 1.0, 2.0]),
        &["yes", "yes", "yes", "yes", "no", "partly", "no", "no"],
    );
    let debrief = Debrief::new(&visit);
    assert_eq!(debrief.strengths, [1, 3, 0], "points 3, 2, then the first of those with 1");
    assert_eq!(debrief.to_work_on, [5, 7, 4], "missing 2 (half of 4), 2, then the first of those that miss 1");
    assert_eq!(debrief.required_notes, [4, 6, 7]);
    assert_eq!((debrief.scored, debrief.missed_critical.as_slice()), (8, [].as_slice()));
    let [greeting] = &debrief.attitudes[..] else { panic!("{debrief:?}") };
    assert_eq!((greeting.id.as_deref(), greeting.asked, greeting.scored), (Some("greeting"), 8, 8));
    assert_eq!(greeting.percent, Some(60.0), "9 of 15");
}

#[test]
fn an_item_is_never_both_a_strength_and_to_be_worked_on() {
    let visit = answered(&behaviours(&[1.0; 4]), &["partly", "partly", "partly", "yes"]);
    let debrief = Debrief::new(&visit);
    assert_eq!((debrief.strengths, debrief.to_work_on), (vec![3], vec![0, 1, 2]));
}

#[test]
fn with_few_scored_answers_nothing_is_named() {
    let visit = answered(&behaviours(&[1.0; 5]), &["no", "yes", "not_observed", "not_applicable", ""]);
    let debrief = Debrief::new(&visit);
    assert_eq!((debrief.scored, debrief.attitudes[0].asked), (2, 5));
    assert!(debrief.strengths.is_empty() && debrief.to_work_on.is_empty());
    assert_eq!(debrief.missed_critical, [0], "what was missed is a fact, however few the answers");
    let all = sections(&Texts::new(Lang::En), &visit, true);
    let lines: Vec<&str> = all.iter().flat_map(|section| &section.lines).map(String::as_str).collect();
    let few = "Too few scored answers to name any.";
    let missing = "1 of 5: the score is made of the others alone.";
    assert_eq!(lines, ["Greeting: 50.0% (2 answers)", missing, "Item a", few, "Item a: no note"]);
    let debrief = VisitDocument::new(&visit, &Texts::new(Lang::En), &Seal::None, true).debrief.unwrap();
    assert_eq!(debrief.lists[2].1, [few], "the page says the same");
}

#[test]
fn attitudes_of_several_sections_are_one_and_facts_are_none() {
    let section = |id: &str, attitude: &str, response: &str| {
        format!(
            r#"{{"id": "{id}", {attitude} "title": "Title {id}", "items": [{{"id": "{id}.1", "label": "L", "response": {response}}}]}}"#
        )
    };
    let yes_no = r#"{"type": "behaviour"}"#;
    let greeting = r#""attitude": "greeting","#;
    let parts = [
        section("one", greeting, yes_no),
        section("facts", "", r#"{"type": "text"}"#),
        section("own", "", yes_no),
        section("two", greeting, yes_no),
    ];
    let text = format!(
        r#"{{"format": "esprit.checklist/1", "id": "t", "version": "1", "relation": "customer", "title": "T", "sections": [{}]}}"#,
        parts.join(",")
    );
    let definition = Arc::new(Definition::new(serde_json::from_str(&text).unwrap()).unwrap());
    let visit = answered(&definition, &["yes", "blue", "yes", "no"]);
    let all = sections(&Texts::new(Lang::Fr), &visit, true);
    assert_eq!(all[0].title, "Score\u{a0}: 66,7\u{202f}%");
    assert_eq!(
        all[0].lines,
        ["Accueil\u{a0}: 50,0\u{202f}% (2 réponses)", "Title own\u{a0}: 100,0\u{202f}% (1 réponse)"]
    );
    let facts = definition_of_facts();
    assert_eq!(sections(&Texts::new(Lang::Fr), &answered(&facts, &["blue"]), true), []);
}

fn definition_of_facts() -> Arc<Definition> {
    definition(r#"{"id": "a", "label": "A", "response": {"type": "text"}}"#)
}

#[test]
fn without_scores_the_debrief_has_no_figure_of_them() {
    let visit = answered(&behaviours(&[1.0; 4]), &["yes", "no", "partly", "yes"]);
    let all = sections(&Texts::new(Lang::En), &visit, false);
    let text = format!("{all:?}");
    assert!(!text.contains('%') && !text.contains("Score:"), "{text}");
    assert_eq!(all[0].lines[0], "Greeting: 4 of 4 answered");
    assert_eq!(all[2].lines, ["Item a", "Item d"]);
    assert_eq!(all[3].lines, ["Item b", "Item c"]);
}

#[test]
fn a_visit_that_ends_shows_its_debrief_with_scores_if_the_settings_show_them() {
    for shows in [false, true] {
        let mut flow = Flow::visit(Lang::En, &behaviours(&[1.0, 2.0, 1.0, 1.0]));
        flow.model.shared.settings.show_score = shows;
        flow.keys("n y y p f f f");
        let screen = flow.screen(80, 30);
        for words in ["Critical points missed", "Strengths", "Item b", "To work on", "Item a: no note"] {
            assert!(screen.contains(words), "{words}: {screen}");
        }
        assert_eq!(screen.contains("Score: 70.0%"), shows, "{screen}");
        assert_eq!(screen.contains('%'), shows, "{screen}");
        // In a small window it scrolls to its end.
        let small = flow.screen(60, 16);
        assert!(!small.contains("no note"), "{small}");
        flow.keys("End");
        assert!(flow.screen(60, 16).contains("no note"), "{}", flow.screen(60, 16));
        flow.keys("Home");
        assert_eq!(flow.screen(60, 16), small);
    }
}

#[test]
fn one_key_writes_the_visit_as_a_page() {
    let mut flow = Flow::visit(Lang::En, &behaviours(&[1.0; 4]));
    flow.keys("y y y y f f e");
    assert_eq!(flow.model.shared.notice, Some(Notice::Text("app-notice-not-yet-saved")));
    flow.send(Message::Completed("/d/x.json".into())).keys("e");
    assert!(
        matches!(flow.effects.last(), Some(Effect::Read(Read::ExportVisit(export))) if export.session.ends_with("x.json"))
    );
    // The screen stays, with the place of the page.
    flow.send(Message::Exported("/d/reports/page.html".into()));
    let screen = flow.screen(80, 24);
    assert!(screen.contains("/d/reports/page.html") && screen.contains("Strengths"), "{screen}");
}

#[test]
fn an_abandoned_visit_has_no_debrief() {
    let mut flow = Flow::visit(Lang::En, &behaviours(&[1.0; 4]));
    flow.keys("n y y p").send(Message::Act(Action::Abandon));
    let screen = flow.screen(80, 24);
    assert!(screen.contains("Visit abandoned") && !screen.contains("Strengths"), "{screen}");
}

#[test]
fn the_dialogue_and_show_print_the_debrief() {
    let place = Place::new();
    let args = ["visit", "customer", "--site", "Lyon", "--observer", "ana", "--plain"];
    let (code, out, err) = place.run("en", &args, "goto greeting.smile\nn\ny\n1\nfinish\nfinish\n");
    assert_eq!(code, 0, "{err}");
    let lines: Vec<&str> = out.lines().collect();
    let at = lines.iter().position(|line| *line == "Strengths").unwrap_or_else(|| panic!("{out}"));
    assert!(lines[at + 1].starts_with("    ") && !out.contains('%'), "{out}");
    assert_eq!(std::path::Path::new(lines.last().unwrap()), place.sessions()[0], "the last line stays the path");
    let (_, shown, _) = place.run("en", &["show", lines.last().unwrap()], "");
    assert!(shown.contains("Strengths: ") && shown.contains("Score: "), "{shown}");
    let (_, page, _) = place.run("fr", &["show", lines.last().unwrap(), "--format", "html"], "");
    assert!(page.contains("<h3>Points forts</h3>") && page.contains("<h3>Points à travailler</h3>"), "{page}");
}

#[test]
fn answers_are_counted_as_in_the_head_of_the_visit() {
    let mut flow = Flow::visit(Lang::En, &behaviours(&[1.0; 5]));
    flow.keys("y v x y f f f");
    assert!(flow.screen(80, 24).contains("Greeting: 4 of 5 answered"), "{}", flow.screen(80, 24));
    assert!(flow.screen(80, 24).contains("1 of 5"), "{}", flow.screen(80, 24));
    let visit = answered(&behaviours(&[1.0; 5]), &["yes", "not_observed", "not_applicable", "yes", ""]);
    let greeting = &Debrief::new(&visit).attitudes[0];
    assert_eq!((greeting.answered, greeting.items, greeting.scored), (4, 5, 2));
    // A visit without gaps has no warning, and a score that lacks answers has one.
    let titles = |answers: &[&str]| -> Vec<String> {
        let sections = sections(&Texts::new(Lang::En), &answered(&behaviours(&[1.0; 5]), answers), true);
        sections.into_iter().filter(|section| section.is_warning).map(|section| section.title).collect()
    };
    assert_eq!(titles(&["yes"; 5]), [""; 0]);
    assert_eq!(titles(&["yes", "yes", "yes", "", "yes"]), ["Without an answer"]);
}
