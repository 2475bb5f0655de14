//! The review: everything that will be sealed is shown, and each line can be changed there.

use crate::support::{Flow, Place, definition};
use esprit::app::message::Message;
use esprit::app::{Effect, Screen, Write};
use esprit::text::Lang;
use esprit::visit::event::Started;
use esprit::visit::{Kind, Site};

const ITEMS: &str = r#"
    {"id": "a", "label": "Item a", "note_required_on": ["no"], "response": {"type": "behaviour"}},
    {"id": "b", "label": "Item b", "response": {"type": "behaviour"}},
    {"id": "c", "label": "Item c", "response": {"type": "behaviour"}}"#;

/// Starts a visit whose three items are answered, the second one late, with a note on the third.
fn visit(lang: Lang) -> Flow {
    let mut flow = Flow::visit(lang, &definition(ITEMS));
    let yes = if lang == Lang::Fr { "o" } else { "y" };
    flow.ms = 600_000;
    flow.keys(yes).keys("a").typed("4 min").keys("Enter").keys(yes).keys(yes);
    flow.keys("Down Down c").typed("polite, but in a hurry").keys("Enter");
    let sites = [("lyon-3", "Agence Lyon 3"), ("nice-1", "Agence Nice 1")];
    for (id, name) in sites {
        flow.model.shared.sites.remember(&Site { id: id.into(), name: Some(name.into()), group: None });
    }
    flow
}

fn started(flow: &Flow) -> &Started {
    &flow.visit_ref().state().started().unwrap().0
}

fn is_review(flow: &Flow) -> bool {
    matches!(flow.model.screen(), Screen::Review(_))
}

#[test]
fn the_review_shows_everything_that_will_be_sealed() {
    let mut flow = visit(Lang::En);
    flow.keys("f");
    let screen = flow.screen(80, 24);
    let shown = [
        ("Site", "Agence Lyon 3"),
        ("Observer", "o12"),
        ("Kind", "Mystery visit"),
        ("Remark", "–"),
        ("Note", "–"),
        ("Item c", ""),
        ("", "polite, but in a hurry"),
        ("←4\u{a0}min", "Item b"),
    ];
    for (name, value) in shown {
        assert!(screen.lines().any(|line| line.contains(name) && line.contains(value)), "{name} {value}: {screen}");
    }
    // In a small window, every line can be reached.
    flow.keys("End");
    assert!(flow.screen(60, 16).contains("Item b"), "{}", flow.screen(60, 16));
    flow.keys("Home");
    assert!(flow.screen(60, 16).contains("Agence Lyon 3"), "{}", flow.screen(60, 16));
}

#[test]
fn the_site_is_changed_with_the_list_of_the_form() {
    let mut flow = visit(Lang::Fr);
    flow.keys("f Enter");
    flow.keys(&["Backspace"; 13].join(" ")).typed("nic");
    assert!(flow.screen(80, 24).contains("Agence Nice 1"), "{}", flow.screen(80, 24));
    flow.keys("Down Enter");
    // What was taken from the list may wait for another Enter.
    if !is_review(&flow) {
        flow.keys("Enter");
    }
    assert!(is_review(&flow), "{}", flow.screen(80, 24));
    assert_eq!(started(&flow).site.id, "nice-1");
    assert_eq!(flow.events().last().unwrap(), "header_changed");
    assert!(flow.screen(80, 24).contains("Agence Nice 1"));
    assert!(
        flow.effects
            .iter()
            .any(|effect| matches!(effect, Effect::Write(Write::RememberSite(site)) if site.id == "nice-1"))
    );
    // It is an event like any other, and can be undone.
    flow.keys("Esc u");
    assert_eq!(started(&flow).site.id, "lyon-3");
}

#[test]
fn observer_kind_remark_and_note_are_changed_and_escape_changes_nothing() {
    let mut flow = visit(Lang::En);
    flow.keys("f Down Enter").typed("x").keys("Enter");
    assert_eq!((is_review(&flow), started(&flow).observer.id.as_str()), (true, "x"));
    flow.keys("Down Enter Right Enter");
    assert_eq!((is_review(&flow), started(&flow).kind), (true, Kind::SelfAudit));
    flow.keys("Down Enter").typed("by phone").keys("Enter");
    assert_eq!((is_review(&flow), started(&flow).remark.as_deref()), (true, Some("by phone")));
    flow.keys("Down Enter").typed("busy").keys("Alt+Enter").typed("hour").keys("Enter");
    assert_eq!((is_review(&flow), flow.visit_ref().state().note()), (true, Some("busy\nhour")));
    let events = flow.events().len();
    for keys in
        ["Enter x Esc", "Enter Enter", "Up Enter x Esc", "Up Enter Right Esc", "Up Enter x Esc", "Up Enter x Esc"]
    {
        flow.keys(keys);
        assert!(is_review(&flow), "{keys}: {}", flow.screen(80, 24));
    }
    assert_eq!(flow.events().len(), events, "what is the same or given up is no event");
    // A name without a letter or a digit is refused, and stays open.
    flow.keys("Down Enter Backspace Backspace Backspace Backspace").typed("-").keys("Enter");
    assert!(matches!(flow.model.screen(), Screen::EditFact(_)));
    assert!(flow.model.shared.notice.is_some());
}

#[test]
fn notes_and_late_answers_are_opened_and_come_back_to_their_row() {
    let mut flow = visit(Lang::En);
    flow.keys("f End");
    let selected =
        |flow: &Flow| if let Screen::Review(review) = flow.model.screen() { review.cursor.selected } else { 99 };
    flow.keys("Enter");
    assert!(flow.screen(80, 24).contains("► ✓ yes"), "{}", flow.screen(80, 24));
    flow.keys("n");
    assert_eq!(flow.value(1), "no");
    assert!(is_review(&flow) && !flow.screen(80, 24).contains('←'), "the answer is no longer late");
    flow.keys("End");
    let note = selected(&flow);
    flow.keys("Enter").typed("!").keys("Enter");
    assert_eq!(selected(&flow), note);
    assert_eq!(flow.visit_ref().state().item(2).unwrap().note.as_deref(), Some("polite, but in a hurry!"));
    flow.keys("Enter Esc");
    assert!(is_review(&flow));
}

#[test]
fn finishing_is_confirmed_in_a_frame_if_something_is_left() {
    let mut flow = Flow::visit(Lang::En, &definition(ITEMS));
    flow.keys("n f f");
    let screen = flow.screen(60, 16);
    assert!(screen.contains("Press F again to finish") && screen.contains('┌'), "{screen}");
    flow.keys("n");
    assert!(is_review(&flow) && !flow.screen(60, 16).contains('┌'));
    flow.keys("f Down").send(Message::Clicked(esprit::app::Target::Row(2)));
    assert!(flow.screen(60, 16).contains('┌'), "only an answer closes the question");
    flow.keys("y");
    assert_eq!(flow.events().last().unwrap(), "finished");
}

#[test]
fn leaving_a_visit_is_asked_in_a_frame_but_never_on_the_cover_page() {
    let mut flow = Flow::visit(Lang::En, &definition(ITEMS));
    flow.keys("Ctrl+q");
    assert!(flow.screen(80, 24).contains('┌'), "{}", flow.screen(80, 24));
    flow.keys("Up");
    assert!(!flow.screen(80, 24).contains('┌'));
    flow.keys("F2 Ctrl+q");
    assert!(flow.screen(80, 24).starts_with(" Shopping list"), "{}", flow.screen(80, 24));
}

#[test]
fn the_dialogue_shows_the_same_facts_once_and_changes_them() {
    let place = Place::new();
    let args = ["visit", "customer", "--site", "Lyon 3", "--observer", "ana", "--plain"];
    let lines = "goto greeting.smile\nn\nreview\nsite Nice 1\nobserver ben\nkind self-audit\nremark by phone\nkind lunch\nsite --\nfinish\nfinish\n";
    let (code, out, err) = place.run("en", &args, lines);
    assert_eq!(code, 0, "{err}");
    assert!(err.contains("The kind is mystery visit, self-audit or training"), "{err}");
    let facts =
        "The visit\n    Site: Nice 1\n    Observer: ben\n    Kind: Self-audit\n    Remark: by phone\n    Note: –\n";
    assert_eq!(out.matches("    Site: Lyon 3\n").count(), 1, "the review before: {out}");
    assert_eq!(out.matches(facts).count(), 1, "{out}");
    let text = std::fs::read_to_string(&place.sessions()[0]).unwrap();
    let session: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(session["site"]["id"], "nice-1");
    assert_eq!((&session["kind"], &session["observer"]["id"]), (&"self_audit".into(), &"ben".into()));
    let changed = session["events"].as_array().unwrap().iter().filter(|event| event["type"] == "header_changed");
    assert_eq!(changed.count(), 4);
    let (_, out, _) = place.run(
        "fr",
        &["visit", "customer", "--site", "L", "--observer", "a", "--plain"],
        "kind Auto-évaluation\nhelp\nreview\nfinish\n",
    );
    assert!(out.contains("    Type\u{a0}: Auto-évaluation\n") && out.contains("site NOM"), "{out}");
}

#[test]
fn the_last_kind_is_remembered_for_the_same_site_on_the_same_day_and_shown_loudly() {
    let day = 24 * 3_600_000;
    for (site, ms, kind) in [
        ("Lyon 3", 60_000, Kind::SelfAudit),
        ("lyon  3", 60_000, Kind::SelfAudit),
        ("Nice 1", 60_000, Kind::MysteryVisit),
        ("Lyon 3", day, Kind::MysteryVisit),
    ] {
        let mut flow = Flow::new(Lang::En);
        let form = |flow: &mut Flow, keys: &str, site: &str| {
            flow.keys("Enter Down").keys(keys).keys("Down").typed(site).keys("Enter Enter Enter");
        };
        form(&mut flow, "Right", "Lyon 3");
        assert!(!flow.screen(80, 24).contains("as earlier today"), "what was just chosen needs no word");
        flow.keys("Enter").send(Message::Act(esprit::visit::Action::Abandon));
        flow.send(Message::Completed("/d/x.json".into())).keys("Enter");
        flow.ms += ms;
        form(&mut flow, "Down Up", site);
        let screen = flow.screen(60, 16);
        let is_loud = screen.contains("Start the visit · Self-audit") && screen.contains("Self-audit · as earlier");
        assert_eq!(is_loud, kind == Kind::SelfAudit, "{site}: {screen}");
        flow.keys("Enter");
        assert_eq!(started(&flow).kind, kind, "{site} after {ms} ms");
    }
}

#[test]
fn a_kind_that_is_chosen_does_not_follow_the_site() {
    let mut flow = Flow::new(Lang::En);
    flow.keys("Enter Down Right Down").typed("Lyon 3").keys("Enter Enter Enter Enter");
    flow.send(Message::Act(esprit::visit::Action::Abandon)).send(Message::Completed("/d/x.json".into())).keys("Enter");
    flow.keys("Enter Down Left Down").typed("Lyon 3").keys("Enter Enter Enter");
    assert!(!flow.screen(80, 24).contains("as earlier today"), "{}", flow.screen(80, 24));
    flow.keys("Enter");
    assert_eq!(started(&flow).kind, Kind::Training);
}
